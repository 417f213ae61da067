//! What programs rely on: the JSON of an assessment has exactly these keys (design, section 6).
#![expect(
    dead_code,
    reason = "the fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Assessment {
    schema_version: u32,
    report: String,
    country: Country,
    model_law: Option<ModelLaw>,
    as_at: String,
    status: String,
    checklists: Vec<Checklist>,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelLaw {
    id: String,
    version: String,
    title: String,
    surplus: Vec<Surplus>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Surplus {
    requirement: String,
    cite: String,
    title: String,
    bindingness: String,
    elements: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    code: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Checklist {
    id: String,
    version: String,
    title: String,
    score: Option<Score>,
    elements: Elements,
    counts: Counts,
    optional: Tally,
    chapters: Vec<Chapter>,
    chain: Vec<Link>,
    requirements: Vec<Requirement>,
    if_enacted: Option<ChecklistIfEnacted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tally {
    score: Option<Score>,
    elements: Elements,
    counts: Counts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chapter {
    title: String,
    score: Option<Score>,
    elements: Elements,
    counts: Counts,
    optional: Tally,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    link: String,
    score: Option<Score>,
    elements: Elements,
    counts: Counts,
    optional: Tally,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChecklistIfEnacted {
    laws: Vec<String>,
    score: Option<Score>,
    elements: Elements,
    counts: Counts,
    optional: Tally,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Elements {
    determined: usize,
    total: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Counts {
    in_place: usize,
    partly_in_place: usize,
    not_in_place: usize,
    not_applicable: usize,
    not_determined: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Requirement {
    id: String,
    cite: String,
    title: String,
    chapter: String,
    bindingness: String,
    gate: bool,
    project_weight: Option<f64>,
    model: String,
    checked: String,
    verdict: String,
    range: Option<(String, String)>,
    score: Option<Score>,
    elements: Vec<Element>,
    gaps: Vec<Gap>,
    could_add: Vec<Gap>,
    excused: Vec<String>,
    not_applicable: Option<BTreeMap<String, Option<String>>>,
    combined: bool,
    declarations_to_make: Vec<String>,
    evidence: Vec<Evidence>,
    if_enacted: Option<IfEnacted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Element {
    id: String,
    verdict: String,
    low: f64,
    high: f64,
    sections: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gap {
    id: String,
    element: String,
    qualifier: Option<String>,
    verdict: String,
    reason: Option<String>,
    sections: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    law: String,
    #[serde(rename = "ref")]
    reference: String,
    heading: Option<String>,
    model: String,
    quote: Option<String>,
    translation: Option<String>,
    note: Option<String>,
    with: Vec<String>,
    status: String,
    counts: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IfEnacted {
    laws: Vec<String>,
    verdict: String,
    range: Option<(String, String)>,
    score: Option<Score>,
    closes: Vec<String>,
    opens: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    kind: String,
    model: Option<String>,
    elements: Vec<String>,
    sections: Vec<String>,
    note: Option<String>,
}

fn assess(arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command
        .arg("assess")
        .args(arguments)
        .args(["--format", "json"]);
    command.output().expect("the program runs").stdout
}

#[test]
fn an_assessment_has_these_keys_and_no_others() {
    let file = "examples/alphaland/alphaland.yaml";
    let json = assess(&[
        file,
        "--checklist",
        "budapest",
        "--checklist",
        "un-cybercrime",
        "--if-enacted",
        "all",
    ]);
    let facts: Assessment = serde_json::from_slice(&json).expect("the JSON has the promised shape");
    assert_eq!(facts.schema_version, 1);
    assert_eq!(facts.report, "assessment");
    for checklist in &facts.checklists {
        assert!(checklist.if_enacted.is_some());
        let total: usize = checklist
            .requirements
            .iter()
            .filter(|one| one.bindingness != "optional")
            .map(|one| one.elements.len())
            .sum();
        assert_eq!(total, checklist.elements.total);
    }
}

#[test]
fn optional_requirements_have_no_gaps() {
    let json = assess(&[
        "examples/alphaland/alphaland.yaml",
        "--checklist",
        "un-cybercrime",
    ]);
    let facts: Assessment = serde_json::from_slice(&json).expect("the JSON has the promised shape");
    for one in facts
        .checklists
        .iter()
        .flat_map(|checklist| &checklist.requirements)
    {
        if one.bindingness == "optional" {
            assert!(one.gaps.is_empty(), "{}", one.id);
        } else {
            assert!(one.could_add.is_empty(), "{}", one.id);
        }
    }
}
