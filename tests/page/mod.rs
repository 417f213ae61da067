//! A page for people, as tests read it: its fenced blocks, its tables, and the commands that it tells a reader to type.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What stands between two fences, without the indentation of the fence.
pub(crate) struct Block {
    pub(crate) kind: String,
    pub(crate) text: String,
}

impl Block {
    /// What a reader is told to type, without the prompt.
    pub(crate) fn commands(&self) -> Vec<&str> {
        let lines = self.text.lines().filter(|_| self.kind == "console");
        lines.filter_map(|line| line.strip_prefix("$ ")).collect()
    }
}

/// The fenced blocks of a page, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize, Vec<&str>)> = None;
    for line in page.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        match (&mut open, text.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind, indent, Vec::new())),
            (Some((kind, _, lines)), Some(_)) => {
                blocks.push(Block {
                    kind: (*kind).to_owned(),
                    text: lines.join("\n"),
                });
                open = None;
            }
            (Some((_, fence, lines)), None) => lines.push(&line[indent.min(*fence)..]),
            (None, None) => {}
        }
    }
    blocks
}

/// The texts within fences of that kind.
pub(crate) fn fenced(page: &str, kind: &str) -> Vec<String> {
    let blocks = blocks(page).into_iter();
    blocks
        .filter(|block| block.kind == kind)
        .map(|block| block.text)
        .collect()
}

/// A copy of a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

/// Runs gapcheck in a folder, with arguments as they are typed.
pub(crate) fn run(arguments: &str, folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let arguments = arguments.split_whitespace();
    command
        .args(arguments.map(|one| one.trim_matches('"')))
        .current_dir(folder);
    command.output().expect("the program runs")
}
