//! The README is true: its commands run, its output is real, and its piece of YAML is sound.

mod page;

use page::{blocks, copy, fenced, run};
use std::fs;
use std::path::Path;

const README: &str = include_str!("../README.md");

/// A folder with the examples in it, as in a clone.
fn clone_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(Path::new("examples"), &folder.path().join("examples"));
    folder
}

#[test]
fn every_command_runs() {
    let folder = clone_folder();
    let mut ran = 0;
    let blocks = blocks(README);
    for command in blocks.iter().flat_map(page::Block::commands) {
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
        fs::read_to_string("examples/reports/alphaland-overview.txt").expect("the report is there");
    for block in fenced(README, "text") {
        for line in block.lines().map(str::trim_end) {
            assert!(report.lines().any(|real| real.trim_end() == line), "{line}");
        }
    }
}

#[test]
fn the_piece_of_yaml_is_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = "gapcheck: legislation/1\ncountry: { code: GHA, name: Ghana }\nas-at: 2026-06-30\nstatus: illustrative\n";
    let pieces = fenced(README, "yaml");
    assert_eq!(pieces.len(), 1);
    fs::write(
        folder.path().join("x.yaml"),
        format!("{head}{}\n", pieces[0]),
    )
    .expect("the file can be written");
    let output = run("check x.yaml", folder.path());
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "0 errors and 0 warnings in 1 file\n"
    );
}
