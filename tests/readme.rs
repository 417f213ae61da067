//! The README is true: its commands run, its output is real, and its piece of YAML is sound.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");

/// The lines within fences of that kind.
fn fenced(kind: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in README.lines() {
        let text = line.trim_start();
        match (&mut open, text.strip_prefix("```")) {
            (None, Some(found)) => {
                open = Some(if found == kind {
                    Vec::new()
                } else {
                    vec!["\u{0}"]
                })
            }
            (Some(lines), Some(_)) => {
                if lines.first() != Some(&"\u{0}") {
                    blocks.push(lines.join("\n"));
                }
                open = None;
            }
            (Some(lines), None) => lines.push(line),
            (None, None) => {}
        }
    }
    blocks
}

fn commands() -> Vec<String> {
    let blocks = fenced("console");
    let lines = blocks.iter().flat_map(|block| block.lines());
    lines
        .filter_map(|line| line.trim_start().strip_prefix("$ ").map(ToOwned::to_owned))
        .collect()
}

/// A folder with the examples in it, as in a clone.
fn clone_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(Path::new("examples"), &folder.path().join("examples"));
    folder
}

fn copy(from: &Path, to: &Path) {
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

fn run(arguments: &str, folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command
        .args(
            arguments
                .split_whitespace()
                .map(|one| one.trim_matches('"')),
        )
        .current_dir(folder);
    command.output().expect("the program runs")
}

#[test]
fn every_command_runs() {
    let folder = clone_folder();
    let mut ran = 0;
    for command in commands() {
        if command == "cargo test" {
            let ci = fs::read_to_string(".ci/run").expect(".ci/run is there");
            assert!(
                ci.contains("cargo test"),
                "what the README calls the test command is what CI runs"
            );
            continue;
        }
        let arguments = command
            .strip_prefix("gapcheck ")
            .or_else(|| command.strip_prefix("cargo run --release -- "))
            .unwrap_or_else(|| panic!("`{command}` is no command of ours"));
        let output = run(arguments, folder.path());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{command}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        ran += 1;
    }
    assert!(ran >= 10, "only {ran} commands were found");
}

#[test]
fn the_output_shown_is_real() {
    let report =
        fs::read_to_string("examples/alphaland/reports/overview.txt").expect("the report is there");
    for block in fenced("text") {
        for line in block.lines().map(str::trim_end) {
            assert!(report.lines().any(|real| real.trim_end() == line), "{line}");
        }
    }
}

#[test]
fn the_piece_of_yaml_is_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = "gapcheck: legislation/1\ncountry: { code: GHA, name: Ghana }\nas-at: 2026-06-30\nstatus: illustrative\n";
    let pieces = fenced("yaml");
    assert_eq!(pieces.len(), 1);
    let piece: Vec<&str> = pieces[0]
        .lines()
        .map(|line| line.strip_prefix("   ").unwrap_or(line))
        .collect();
    fs::write(
        folder.path().join("x.yaml"),
        format!("{head}{}\n", piece.join("\n")),
    )
    .expect("the file can be written");
    let output = run("check x.yaml", folder.path());
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "0 errors and 0 warnings in 1 file\n"
    );
}
