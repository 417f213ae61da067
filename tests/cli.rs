//! The program from outside: exit codes, streams and files.

use std::fs;
use std::process::{Command, Output, Stdio};

fn gapcheck(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command
}

fn run(arguments: &[&str]) -> Output {
    gapcheck(arguments).output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

const GOOD: &str = "tests/cli/country.yaml";
const BAD: &str = "tests/diagnostics/several.yaml";

#[test]
fn gaps_are_no_failure() {
    let output = run(&[
        "assess",
        GOOD,
        "--checklist",
        "tests/diagnostics/model-law.yaml",
    ]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("What is missing"));
}

#[test]
fn a_mistake_in_a_file_ends_with_1_and_the_rest_is_done() {
    let output = run(&["assess", BAD, GOOD]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("GC0015"));
    assert!(text(&output.stdout).contains("Alphaland"));
}

#[test]
fn a_file_that_is_not_there_ends_with_2() {
    let output = run(&["assess", "nowhere.yaml"]);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("`nowhere.yaml` can't be opened"));
}

#[test]
fn a_wrong_call_ends_with_2() {
    assert_eq!(code(&run(&["asses"])), 2);
    assert_eq!(code(&run(&["assess", GOOD, "--as-at", "2026-02-30"])), 2);
    assert_eq!(code(&run(&["assess", GOOD, "--checklist", "no-such"])), 2);
    assert_eq!(code(&run(&["assess", GOOD, "--output", "report.xyz"])), 2);
    assert_eq!(
        code(&run(&["assess", GOOD, "--if-enacted", "no-such-law"])),
        2
    );
}

#[test]
fn trouble_goes_before_mistakes() {
    assert_eq!(code(&run(&["check", BAD, "nowhere.yaml"])), 2);
}

#[test]
fn standard_input_is_a_file_too() {
    let input = fs::File::open("tests/cli/plain.yaml").expect("the example is there");
    let output = gapcheck(&["check", "-"])
        .stdin(Stdio::from(input))
        .output()
        .expect("it runs");
    assert_eq!(code(&output), 0, "{}", text(&output.stdout));
    assert_eq!(text(&output.stdout), "0 errors and 0 warnings in 1 file\n");
}

#[test]
fn what_is_piped_has_no_colours_and_fits_80_columns() {
    let output = text(&run(&["assess", GOOD, "--form", "full"]).stdout);
    assert!(!output.contains('\u{1b}'));
    for line in output.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn a_closed_pipe_is_no_trouble() {
    let mut child = gapcheck(&["checklists", "show", "budapest"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(code(&output), 0);
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn the_ending_of_a_file_gives_the_format_and_no_draft_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let output = run(&[
        "assess",
        GOOD,
        "-o",
        &path("r.json"),
        "-o",
        &path("r.csv"),
        "-o",
        &path("r.md"),
        "-o",
        &path("r.txt"),
    ]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "");
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().display().to_string())
        .collect();
    names.sort();
    assert_eq!(names, ["r.csv", "r.json", "r.md", "r.txt"]);
    let json = fs::read(folder.path().join("r.json")).expect("the report is there");
    let facts: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    assert_eq!(facts["schema-version"], 1);
}

#[test]
fn several_countries_make_a_list() {
    let output = run(&["assess", GOOD, GOOD, "--format", "json"]);
    let facts: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(facts.as_array().map(Vec::len), Some(2));
}

#[test]
fn check_changes_nothing() {
    let before = fs::read(BAD).expect("the input is there");
    assert_eq!(code(&run(&["check", BAD])), 1);
    assert_eq!(fs::read(BAD).expect("the input is there"), before);
}

#[test]
fn check_walks_through_folders_in_order() {
    let output = text(&run(&["check", "tests/cli", "--format", "json"]).stdout);
    let facts: serde_json::Value = serde_json::from_str(&output).expect("it is JSON");
    assert_eq!(facts["errors"], 0);
}

#[test]
fn same_input_same_bytes() {
    let call = ["assess", GOOD, "--format", "json", "--if-enacted", "all"];
    assert_eq!(run(&call).stdout, run(&call).stdout);
}

#[test]
fn init_writes_a_file_in_which_everything_is_unknown() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gha.yaml").display().to_string();
    let call = [
        "init",
        "GHA",
        "--name",
        "Ghana",
        "--checklist",
        "budapest",
        "--checklist",
        "un-cybercrime",
        "--output",
        &path,
    ];
    assert_eq!(code(&run(&call)), 0);
    let check = run(&["check", &path]);
    assert_eq!(code(&check), 0, "{}", text(&check.stdout));
    assert!(text(&check.stdout).contains("0 errors and 0 warnings"));
    let report = run(&["assess", &path, "--format", "json"]);
    let facts: serde_json::Value = serde_json::from_slice(&report.stdout).expect("it is JSON");
    assert_eq!(facts["checklists"][0]["elements"]["determined"], 0);
    assert_eq!(code(&run(&call)), 2, "an existing file is not replaced");
}

#[test]
fn checklists_are_shown_in_every_format() {
    for (call, report) in [
        (vec!["checklists", "--format", "json"], "checklists"),
        (
            vec!["checklists", "show", "budapest", "--format", "json"],
            "checklist",
        ),
        (
            vec![
                "checklists",
                "compare",
                "budapest",
                "un-cybercrime",
                "--format",
                "json",
            ],
            "relations",
        ),
        (
            vec![
                "checklists",
                "crosswalk",
                "--model",
                "illegal-access",
                "--format",
                "json",
            ],
            "crosswalk",
        ),
    ] {
        let output = run(&call);
        let facts: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(facts["report"], report);
    }
    assert!(
        text(&run(&["checklists", "show", "budapest", "--format", "csv"]).stdout)
            .contains("art-6-1-b")
    );
    assert_eq!(code(&run(&["checklists", "show", "no-such"])), 2);
}

#[test]
fn explain_knows_every_code_and_says_so_of_others() {
    assert!(text(&run(&["explain", "gc0102"]).stdout).contains("unknown element"));
    assert!(text(&run(&["explain"]).stdout).lines().count() > 40);
    assert_eq!(code(&run(&["explain", "GC9999"])), 2);
}

#[test]
fn pages_for_shells_and_manuals_are_written() {
    assert!(text(&run(&["completions", "bash"]).stdout).contains("gapcheck"));
    assert!(text(&run(&["man"]).stdout).starts_with(".ie"));
    for kind in ["legislation", "checklist", "model-provisions", "config"] {
        let schema: serde_json::Value =
            serde_json::from_slice(&run(&["schema", kind]).stdout).expect("it is JSON");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}
