//! Plans for donors: activities of IATI 2.03, as its schema has them, with money only where somebody has confirmed it.

#[path = "iati/schema.rs"]
mod schema;

use std::collections::BTreeSet;
use std::process::{Command, Output};

use roxmltree::{Document, Node};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn activities(arguments: &[&str]) -> String {
    let output = run(&[&["plan"], arguments, &["--format", "iati"]].concat());
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{complaints}");
    String::from_utf8(output.stdout).expect("it is text")
}

const ALPHALAND: &str = "examples/alphaland/alphaland.yaml";
const GHANA: &str = "examples/ghana/ghana.yaml";

fn named<'n>(node: Node<'n, 'n>, name: &'static str) -> impl Iterator<Item = Node<'n, 'n>> {
    node.descendants().filter(move |one| one.has_tag_name(name))
}

fn words<'n>(node: Node<'n, 'n>, name: &'static str) -> Vec<&'n str> {
    named(node, name)
        .filter_map(|one| {
            one.descendants()
                .find_map(|inner| inner.text().filter(|text| !text.trim().is_empty()))
        })
        .collect()
}

fn assert_valid(text: &str) {
    let document = Document::parse(text).expect("it is XML");
    assert_eq!(schema::faults(&document), [""; 0]);
}

#[test]
fn the_plans_of_all_examples_are_as_the_schema_has_them() {
    for country in ["alphaland", "betaland", "gammaland", "ghana", "germany"] {
        let file = format!("examples/{country}/{country}.yaml");
        let checklists = [
            "--checklist",
            "budapest",
            "--checklist",
            "un-cybercrime",
            "--checklist",
            "safeguards",
        ];
        assert_valid(&activities(&[&[file.as_str()], &checklists[..]].concat()));
    }
    assert_valid(&activities(&[ALPHALAND, GHANA]));
}

#[test]
fn the_reader_of_the_schema_sees_what_is_wrong() {
    let sound = activities(&[GHANA]);
    for (right, wrong) in [
        // An element out of order, one missing, one twice, one that no schema has.
        (
            "</iati-identifier>",
            "</iati-identifier><sector code=\"15130\"/>",
        ),
        ("<activity-status code=\"1\"/>", ""),
        (
            "<activity-scope code=\"4\"/>",
            "<activity-scope code=\"4\"/><activity-scope code=\"4\"/>",
        ),
        (
            "<activity-scope code=\"4\"/>",
            "<activity-place code=\"4\"/>",
        ),
        // An attribute missing, a code of no list, a day of no calendar, another version.
        (
            "<sector vocabulary=\"1\" code=\"15130\"/>",
            "<sector vocabulary=\"1\"/>",
        ),
        (
            "<activity-status code=\"1\"/>",
            "<activity-status code=\"9\"/>",
        ),
        ("iso-date=\"2026", "iso-date=\"2026-13-01\" x=\"2026"),
        ("version=\"2.03\"", "version=\"2.02\""),
    ] {
        let broken = sound.replacen(right, wrong, 1);
        assert!(broken != sound, "{right}");
        let document = Document::parse(&broken).expect("it is XML");
        assert!(!schema::faults(&document).is_empty(), "{wrong}");
    }
}

#[test]
fn each_line_is_an_activity_below_that_of_the_plan_and_each_is_identified_once() {
    let text = activities(&[GHANA]);
    let document = Document::parse(&text).expect("it is XML");
    let identifiers = words(document.root_element(), "iati-identifier");
    let once: BTreeSet<&str> = identifiers.iter().copied().collect();
    assert_eq!(once.len(), identifiers.len());
    assert!(once.contains("GHA-DRAFT-plan") && once.contains("GHA-DRAFT-definitions.csa"));
    assert!(
        identifiers
            .iter()
            .all(|one| !one.contains(['/', '&', '|', '?']))
    );
    let levels: Vec<&str> = named(document.root_element(), "iati-activity")
        .filter_map(|one| one.attribute("hierarchy"))
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == "1").count(), 1);
    for activity in named(document.root_element(), "iati-activity") {
        let own = words(activity, "iati-identifier")[0];
        let publisher = named(activity, "reporting-org").find_map(|one| one.attribute("ref"));
        assert!(publisher.is_some_and(|reference| own.starts_with(&format!("{reference}-"))));
        for related in named(activity, "related-activity") {
            let other = related.attribute("ref").unwrap_or_default();
            assert!(once.contains(other) && other != own, "{own}: {other}");
        }
    }
}

#[test]
fn the_json_of_a_plan_and_its_activities_tell_the_same() {
    let output = run(&["plan", ALPHALAND, "--format", "json"]);
    let facts: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let text = activities(&[ALPHALAND]);
    let document = Document::parse(&text).expect("it is XML");
    let below: Vec<Node<'_, '_>> = named(document.root_element(), "iati-activity")
        .skip(1)
        .collect();
    let measures = facts["measures"].as_array().expect("a list");
    assert_eq!(below.len(), measures.len());
    for (activity, measure) in below.iter().zip(measures) {
        assert_eq!(
            words(*activity, "title").first().copied(),
            measure["title"].as_str()
        );
        let days = |kind: &str| {
            named(*activity, "activity-date")
                .find(|date| date.attribute("type") == Some(kind))
                .and_then(|date| date.attribute("iso-date"))
        };
        assert_eq!(days("1"), measure["days"]["from"].as_str());
        assert_eq!(days("3"), measure["days"]["to"].as_str());
        let descriptions = words(*activity, "description").join(" ");
        for gap in measure["closes"].as_array().expect("a list") {
            assert!(descriptions.contains(gap.as_str().unwrap_or_default()));
        }
    }
}

#[test]
fn every_measure_has_outputs_and_outcomes_with_baseline_and_target() {
    let text = activities(&[ALPHALAND]);
    let document = Document::parse(&text).expect("it is XML");
    for activity in named(document.root_element(), "iati-activity").skip(1) {
        let kinds: Vec<&str> = named(activity, "result")
            .filter_map(|one| one.attribute("type"))
            .collect();
        assert_eq!(
            kinds,
            ["1", "2"],
            "{:?}",
            words(activity, "iati-identifier")
        );
        for indicator in named(activity, "indicator") {
            assert_eq!(named(indicator, "baseline").count(), 1);
            assert_eq!(named(indicator, "target").count(), 1);
            let in_words = indicator.attribute("measure") == Some("5");
            for level in named(indicator, "baseline").chain(named(indicator, "target")) {
                // A measure in words has no value, and every other has one.
                assert_eq!(level.attribute("value").is_none(), in_words);
            }
        }
    }
}

#[test]
fn a_country_of_the_list_has_its_code_and_a_fictional_one_its_name() {
    let text = activities(&[GHANA]);
    assert!(
        text.contains("<recipient-country code=\"GH\">") && !text.contains("<recipient-region")
    );
    let text = activities(&[ALPHALAND]);
    assert!(!text.contains("<recipient-country"));
    let document = Document::parse(&text).expect("it is XML");
    for activity in named(document.root_element(), "iati-activity") {
        assert_eq!(words(activity, "recipient-region"), ["Alphaland"]);
    }
}

#[test]
fn a_draft_has_no_money_in_it_that_anybody_could_count() {
    let text = activities(&[ALPHALAND]);
    for element in [
        "<budget",
        "<planned-disbursement",
        "<default-finance-type",
        "<value",
    ] {
        assert!(!text.contains(element), "{element}");
    }
    assert!(text.contains("(default, to be confirmed)"));
}
