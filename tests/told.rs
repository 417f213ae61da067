//! What reports tell beside verdicts and scores: that nothing is known yet, what to look at, what could be added, what a bill would do.

use std::process::Command;

const SOLUTION: &str = "examples/training/solution.yaml";

fn said(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {complaint}");
    let text = String::from_utf8(output.stdout).expect("reports are UTF-8");
    text.replace('\u{a0}', " ").replace('\\', "")
}

#[test]
fn of_an_untouched_file_nothing_is_determined_yet() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new.yaml");
    let path = path.to_str().expect("a path in UTF-8");
    said(&["init", "GHA", "--checklist", "budapest", "--output", path]);
    for form in ["overview", "full"] {
        let report = said(&["assess", path, "--form", form, "--format", "markdown"]);
        assert!(report.contains("Nothing is determined yet"), "{form}");
        assert!(!report.contains("No gap was found"), "{form}");
    }
}

#[test]
fn an_overview_says_what_to_look_at_and_what_to_declare() {
    let report = said(&["assess", SOLUTION, "--format", "markdown"]);
    assert!(report.contains(
        "In 1 requirement act and object come from different sections, and a lawyer should look whether they fit together: Art. 6(1)(a)."
    ));
    assert!(report.contains(
        "To be declared or reserved on joining, if the law is to stay as it is: illegal access: security measures."
    ));
}

#[test]
fn what_is_optional_could_be_added_and_is_no_gap() {
    let report = said(&["assess", SOLUTION, "--form", "full", "--format", "markdown"]);
    let (_, part) = report
        .split_once("Art. 24(3): Extradition")
        .expect("the article is there");
    let (part, _) = part.split_once("####").expect("another article follows");
    assert!(
        part.contains(
            "Conclusion. Optional, and not in the laws listed: it could be added, and is no gap."
        ),
        "{part}"
    );
}

#[test]
fn a_power_is_named_with_the_sections_that_lack_something() {
    let report = said(&["assess", SOLUTION, "--format", "json"]);
    let facts: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    let findings = facts["findings"].as_array().expect("findings");
    let power = findings
        .iter()
        .find(|one| one["kind"] == "unsafeguarded-power");
    let power = power.expect("a power without safeguard");
    // Section 45 of the Code has what section 13 lacks, and both were relied on.
    assert_eq!(power["sections"], serde_json::json!(["cca s. 13"]));
}

#[test]
fn the_flat_table_has_what_bills_would_change() {
    let rows = |more: &[&str]| {
        let call = [["assess", SOLUTION, "--format", "csv"].as_slice(), more].concat();
        let text = said(&call);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let head = reader.headers().expect("a head").clone();
        let place = |name: &str| head.iter().position(|one| one == name).expect("a column");
        let places = ["requirement", "if-enacted-verdict", "if-enacted-score-low"].map(place);
        let rows = reader.records().map(|row| {
            let row = row.expect("a row");
            places.map(|place| row[place].to_owned())
        });
        rows.collect::<Vec<_>>()
    };
    assert!(
        rows(&[])
            .iter()
            .all(|[_, verdict, low]| verdict.is_empty() && low.is_empty())
    );
    let then = rows(&["--if-enacted", "bill-11"]);
    let found = then.iter().find(|[requirement, ..]| requirement == "art-4");
    let [_, verdict, low] = found.expect("the article is there");
    assert_eq!((verdict.as_str(), low.as_str()), ("in-place", "1.000000"));
}
