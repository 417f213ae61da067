//! The command: its files, its formats, and the measures of a user.

use std::fs;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .arg("plan")
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

const ALPHALAND: &str = "examples/alphaland/alphaland.yaml";

#[test]
fn every_form_of_a_plan_is_there_in_every_format_that_needs_no_other_program() {
    let folder = tempfile::tempdir().expect("a folder");
    for ending in ["txt", "md", "html", "csv", "json", "xlsx", "docx", "typ"] {
        let path = folder.path().join(format!("plan.{ending}"));
        let output = run(&[ALPHALAND, "--output", path.to_str().expect("a plain name")]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{ending}: {}",
            text(&output.stderr)
        );
        assert!(
            fs::metadata(&path).expect("it is written").len() > 1000,
            "{ending}"
        );
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let once = run(&[ALPHALAND, "--format", "json"]);
    assert_eq!(once.stdout, run(&[ALPHALAND, "--format", "json"]).stdout);
}

#[test]
fn the_closed_gaps_are_those_of_the_gap_report_each_once() {
    let plan: serde_json::Value =
        serde_json::from_slice(&run(&[ALPHALAND, "--format", "json"]).stdout).expect("JSON");
    let assess = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(["assess", ALPHALAND, "--format", "json"])
        .output()
        .expect("the program runs");
    let report: serde_json::Value = serde_json::from_slice(&assess.stdout).expect("JSON");
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let mut closed: Vec<String> = list(&plan["measures"])
        .iter()
        .flat_map(|measure| list(&measure["closes"]))
        .chain(list(&plan["unanswered"]))
        .map(|id| id.as_str().unwrap_or_default().to_owned())
        .collect();
    closed.sort();
    let requirements = list(&report["checklists"][0]["requirements"]);
    let mut gaps: Vec<String> = requirements
        .iter()
        .flat_map(|one| list(&one["gaps"]))
        .map(|gap| gap["id"].as_str().unwrap_or_default().to_owned())
        .collect();
    gaps.sort();
    assert_eq!(closed, gaps);
    assert!(!gaps.is_empty());
}

#[test]
fn a_measure_of_the_users_own_replaces_the_shipped_one_or_goes_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.yaml");
    let own = "gapcheck: measures/1\nmeasures:\n  - { id: all-at-once, title: One code, ensure: that there is one code, consider: one code, type: legislative-drafting, role: closes, per: country, answers: [ { categories: [offence] } ], lead: Parliament, effort: { base: 1 }, months: 1 }\n";
    fs::write(&path, own).expect("it can be written");
    let path = path.to_str().expect("a plain name");
    let output = run(&[ALPHALAND, "--measures", path, "--format", "json"]);
    let plan: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let measures = plan["measures"].as_array().cloned().unwrap_or_default();
    let own = measures.iter().find(|one| one["id"] == "all-at-once");
    assert!(own.is_some_and(|one| one["closes"].as_array().is_some_and(|gaps| gaps.len() > 10)));
}

#[test]
fn a_mistake_in_measures_is_told_with_its_place_and_nothing_is_planned() {
    let output = run(&[
        ALPHALAND,
        "--measures",
        "tests/diagnostics/GC0602/input.yaml",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("GC0602"));
}

#[test]
fn several_countries_are_plans_one_after_the_other() {
    let output = run(&[
        ALPHALAND,
        "examples/betaland/betaland.yaml",
        "--format",
        "json",
    ]);
    let plans: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let names: Vec<&str> = plans
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|plan| plan["country"]["name"].as_str())
        .collect();
    assert_eq!(names, ["Alphaland", "Betaland"]);
}
