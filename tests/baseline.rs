//! Baselines: what an earlier report has breaks no rule again (`docs/decisions.md`).

use std::fs;
use std::process::{Command, Output};

use serde_json::{Value, json};

/// Section 3 gives access and intent and not the whole; section 9 is a search without a warrant.
const COUNTRY: &str = "tests/diagnostics/GC0501/input.yaml";
const MODEL_LAW: &str = "tests/diagnostics/model-law.yaml";

fn assess(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(["assess", COUNTRY, "--checklist", MODEL_LAW]);
    command.args(arguments).output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("output is UTF-8")
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("it is JSON")
}

/// A folder with a report of the country in it.
fn report() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("baseline.json").display().to_string();
    assert_eq!(code(&assess(&["--output", &path])), 0);
    (folder, path)
}

#[test]
fn what_the_baseline_has_breaks_no_rule_again() {
    let (_folder, path) = report();
    for rule in [
        "new-gap",
        "gap",
        "gate-gap",
        "unsafeguarded-power",
        "gaps>0",
    ] {
        let output = assess(&["--fail-on", rule, "--baseline", &path]);
        assert_eq!(code(&output), 0, "{rule}: {}", told(&output));
    }
    // Figures other than numbers of gaps are what they are.
    let output = assess(&["--fail-on", "score-low<1", "--baseline", &path]);
    assert_eq!(code(&output), 3);
}

#[test]
fn only_what_is_new_is_told() {
    let (_folder, path) = report();
    let mut facts = json(&fs::read(&path).expect("it is there"));
    facts["checklists"][0]["requirements"][0]["gaps"] = json!([]);
    fs::write(&path, json!([facts]).to_string()).expect("it can be written");
    let output = assess(&["--fail-on", "new-gap", "--baseline", &path]);
    assert_eq!(code(&output), 3);
    assert!(told(&output).contains("1 new gap;"), "{}", told(&output));
    assert!(told(&output).contains("concerned: `our-law/s-1/whole` ["));
    facts["country"]["code"] = json!("XBE");
    facts["findings"] = json!([]);
    fs::write(&path, facts.to_string()).expect("it can be written");
    let output = assess(&[
        "--fail-on",
        "new-gap,unsafeguarded-power",
        "--baseline",
        &path,
    ]);
    assert!(told(&output).contains("the baseline does not have XAL: everything in it is new"));
    assert!(told(&output).contains("2 new gaps"));
    assert!(told(&output).contains("2 rules tested, 2 broken"));
}

#[test]
fn a_baseline_is_a_report_or_else_it_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.json");
    for (text, what) in [
        ("{", "this is no JSON"),
        ("[]", "the list of reports is empty"),
        ("{}", "this is no report of `gapcheck assess`"),
        (
            "{\"report\":\"checklists\"}",
            "one of the kind `checklists`",
        ),
        (
            "{\"report\":\"assessment\",\"schema-version\":2}",
            "schema version 2",
        ),
        (
            "{\"report\":\"assessment\",\"schema-version\":1}",
            "the report is damaged",
        ),
        (&"[".repeat(10_000), "recursion limit"),
    ] {
        fs::write(&path, text).expect("it can be written");
        let shown = path.display().to_string();
        let output = assess(&["--fail-on", "gap", "--baseline", &shown]);
        assert_eq!(code(&output), 1, "{}", told(&output));
        assert!(told(&output).contains("GC0402"), "{}", told(&output));
        assert!(told(&output).contains(what), "{}", told(&output));
    }
    for arguments in [
        &["--fail-on", "new-gap"][..],
        &["--baseline", MODEL_LAW],
        &["--fail-on", "gap", "--baseline", "nowhere.json"],
        &["--fail-on", "gap", "--rules-output", "x.pdf"],
    ] {
        assert_eq!(code(&assess(arguments)), 2, "{arguments:?}");
    }
}
