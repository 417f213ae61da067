//! `gapcheck plan --lint`: the criteria, one by one, on a plan as it is kept.

use std::fs;
use std::process::Command;

use serde_json::Value;

const LAW: &str = "\
gapcheck: legislation/1
country: { code: XAL, name: Alphaland }
as-at: 2026-06-30
status: fictional
laws:
  - { id: act, title: Computer Act, status: in-force, in-force: 2010-01-01 }
absent:
  - { model: illegal-access, searched: [act], reason: Not found. }
";

/// What the lint says in a format on a plan with these lines after what is drafted.
fn lint(lines: &str, format: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("law.yaml"), LAW).expect("it can be written");
    let plan = format!("gapcheck: plan/1\ncountry: XAL\ncurrency: USD\nlines:\n{lines}");
    fs::write(folder.path().join("plan.yaml"), plan).expect("it can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .current_dir(folder.path())
        .args([
            "plan",
            "--no-config",
            "law.yaml",
            "--with",
            "plan.yaml",
            "--lint",
        ])
        .args(["--format", format])
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn facts(lines: &str) -> Value {
    serde_json::from_str(&lint(lines, "json")).expect("the report is JSON")
}

/// What is found of the office's own line, as `criterion=fulfilment`.
fn own(keys: &str) -> Vec<String> {
    let facts = facts(&format!(
        "  - id: mine\n    own: yes\n    title: Mine\n{keys}"
    ));
    let lines = facts["lines"].as_array().expect("a list");
    let line = lines
        .iter()
        .find(|line| line["id"] == "mine")
        .expect("it is asked");
    let findings = line["findings"].as_array().expect("a list").iter();
    findings
        .map(|one| format!("{}={}", one["criterion"], one["fulfilment"]).replace('"', ""))
        .collect()
}

#[test]
fn a_line_with_everything_meets_every_criterion() {
    let found = own("    lead: Police
    begin: 2027-01-01
    end: 2027-06-30
    cost: { low: 10, high: 20, confirmed: yes }
    national: 5
    donor: { name: European Union, amount: 15 }
    publication: Gazette 12
    indicators:
      - { level: output, indicator: Manual, baseline: none, target: one }
      - { level: outcome, indicator: Cases, baseline: 3, target: 30 }
");
    assert!(found.iter().all(|one| one.ends_with("=met")), "{found:?}");
    assert_eq!(found.len(), 6);
}

#[test]
fn a_line_with_nothing_meets_none_and_a_cost_that_is_not_known_is_not_known() {
    assert_eq!(
        own(""),
        [
            "responsible-institution=not",
            "timetable=not",
            "financing=unknown",
            "indicators=not",
            "publication=not",
            "baselines-and-targets=not",
        ]
    );
}

#[test]
fn half_of_it_is_partly_there() {
    let found = own("    begin: 2027-01-01
    cost: { low: 10, high: 20 }
    national: 20
    indicators:
      - { level: output, indicator: Manual, baseline: none }
      - { level: output, indicator: Course, baseline: none, target: one }
");
    for one in [
        "timetable=partly",
        "financing=partly",
        "indicators=partly",
        "baselines-and-targets=partly",
    ] {
        assert!(found.iter().any(|found| found == one), "{one} in {found:?}");
    }
}

#[test]
fn what_only_the_draft_says_is_a_default_and_what_is_wanting_is_told_with_its_place() {
    let facts = facts("");
    let line = &facts["lines"][0];
    assert_eq!(line["findings"][0]["fulfilment"], "partly");
    let mend = line["findings"][0]["mend"]
        .as_str()
        .expect("there is something to write");
    assert!(
        mend.starts_with("Write `lead: ...`; the draft suggests "),
        "{mend}"
    );
    assert_eq!(facts["report"], "plan-lint");
    assert_eq!(
        facts["criteria"][2]["not"],
        facts["lines"].as_array().expect("a list").len()
    );
    assert!(facts["share"]["low"].as_f64() < Some(0.6));
    let markdown = lint("  - id: mine\n    own: yes\n    title: Mine\n", "markdown");
    assert!(markdown.contains("plan.yaml, line 5, "), "{markdown}");
}

#[test]
fn done_and_withdrawn_lines_are_not_asked_and_one_publication_serves_all() {
    let facts = facts(
        "  - { id: a, own: yes, title: A, state: withdrawn }\n  - { id: b, own: yes, title: B, state: done }\npublication: Gazette 12\n",
    );
    let lines = facts["lines"].as_array().expect("a list");
    assert!(
        lines
            .iter()
            .all(|line| line["id"] != "a" && line["id"] != "b")
    );
    assert_eq!(facts["criteria"][4]["met"], lines.len());
}

#[test]
fn every_format_has_it() {
    for format in ["terminal", "markdown", "html", "csv", "typst"] {
        let text = lint("", format);
        assert!(text.contains("lead: "), "{format}: {text}");
    }
}
