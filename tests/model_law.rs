//! A checklist as the thing assessed, before anyone copies it: gaps, what is left open, and surplus.

use std::process::Command;

use serde_json::Value;

use gapcheck::load::checklist_ids;

fn assess(model_law: &str, checklist: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(["assess", "--model-law", model_law, "--checklist", checklist])
        .args(["--as-at", "2026-01-01", "--format", "json"])
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    serde_json::from_slice(&output.stdout).expect("the report is JSON")
}

fn requirement<'v>(report: &'v Value, id: &str) -> &'v Value {
    let requirements = report["checklists"][0]["requirements"].as_array();
    let mut requirements = requirements.expect("a list").iter();
    requirements
        .find(|one| one["id"] == id)
        .expect("the requirement is there")
}

fn verdicts(report: &Value, id: &str) -> String {
    let one = requirement(report, id);
    let elements = one["elements"].as_array().expect("a list").iter();
    let elements = elements.map(|element| format!("{}={}", element["id"], element["verdict"]));
    let line = format!(
        "{} {}",
        one["verdict"],
        elements.collect::<Vec<_>>().join(" ")
    );
    line.replace('"', "")
}

#[test]
fn an_instrument_copied_whole_has_all_that_it_binds_to_and_nothing_beyond() {
    for id in checklist_ids() {
        let report = assess(id, id);
        let requirements = report["checklists"][0]["requirements"]
            .as_array()
            .expect("a list");
        for one in requirements
            .iter()
            .filter(|one| one["bindingness"] != "optional")
        {
            assert_eq!(one["verdict"], "in-place", "{id}/{}", one["id"]);
        }
        assert_eq!(
            report["model-law"]["surplus"],
            serde_json::json!([]),
            "{id}"
        );
    }
}

#[test]
fn what_a_model_law_has_no_article_on_is_missing_and_not_unknown() {
    let report = assess("commonwealth", "budapest");
    for (id, expected) in [
        (
            "art-2",
            "in-place access=met whole-or-part=met without-right=met intent=met",
        ),
        (
            "art-35-3",
            "not-in-place trained-staff=unmet equipment=unmet",
        ),
    ] {
        assert_eq!(verdicts(&report, id), expected);
    }
    let forgery = verdicts(&report, "art-7");
    assert!(forgery.starts_with("not-in-place"), "{forgery}");
}

#[test]
fn a_penalty_that_a_model_law_leaves_open_is_unknown_and_one_that_it_sets_is_computed() {
    let open = verdicts(&assess("commonwealth", "budapest"), "art-24-1");
    assert!(
        open.contains("illegal-access/extraditable=unknown"),
        "{open}"
    );
    let set = verdicts(&assess("eu-2013-40", "budapest"), "art-24-1");
    assert!(set.contains("illegal-access/extraditable=met"), "{set}");
}

#[test]
fn an_offence_that_asks_for_less_is_broader_and_listed_for_review() {
    // The Malabo Convention asks neither for intent nor for lack of right in its offence against systems.
    let report = assess("malabo", "budapest");
    let verdicts = verdicts(&report, "art-5");
    assert!(verdicts.contains("intent=met"), "{verdicts}");
    let findings = report["findings"].as_array().expect("a list");
    assert!(findings.iter().any(|one| {
        one["kind"] == "broader"
            && one["model"] == "system-interference"
            && one["elements"][0] == "intent"
    }));
}

#[test]
fn a_period_of_a_model_law_is_held_against_the_other_instruments() {
    // Seven days are within the ninety of the Budapest Convention; two years are not.
    let within = verdicts(&assess("commonwealth", "budapest"), "art-16-2");
    assert!(within.contains("period-capped=met"), "{within}");
    let beyond = verdicts(&assess("malabo", "budapest"), "art-16-2");
    assert!(beyond.contains("period-capped=unmet"), "{beyond}");
}

#[test]
fn surplus_is_what_no_instrument_beside_it_asks_for() {
    let report = assess("sadc", "budapest");
    let surplus = report["model-law"]["surplus"].as_array().expect("a list");
    let articles: Vec<&str> = surplus
        .iter()
        .filter_map(|one| one["cite"].as_str())
        .collect();
    assert!(
        articles.contains(&"s. 5"),
        "illegal remaining: {articles:?}"
    );
    assert!(
        !articles.contains(&"s. 12"),
        "fraud is in both: {articles:?}"
    );
}
