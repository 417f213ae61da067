//! Plans for donors: activities of IATI 2.03, as its schema has them, with money only where somebody has confirmed it.

#[path = "iati/schema.rs"]
mod schema;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gapcheck::assess::plan::{self, Ingredients};
use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{self, Library};
use gapcheck::model::Assumed;
use gapcheck::render::{Screen, by_name};
use gapcheck::report::Part;
use gapcheck::report::plan::{Form, Subject, report};
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

/// The one line with money in it, of a plan in which an office has written this of it.
fn kept(fields: &str) -> String {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let (measures, _) = load::measures(shelf.catalogue, Vec::new());
    let measures = measures.expect("the library is sound");
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let bytes = fs::read(GHANA).expect("the example is there");
    let (_, country) = load::legislation(&shelf, GHANA, bytes, &read, &[]);
    let country = country.expect("the example is sound");
    let text = format!(
        "gapcheck: plan/1\ncountry: GHA\nstart: 2027-01-01\ncurrency: EUR\nlines:\n  - id: contact-point\n    begin: 2027-03-01\n    end: 2028-08-31\n{fields}"
    );
    let (examined, plan) = load::kept_plan("plan.yaml", text.into_bytes());
    let kept = plan.unwrap_or_else(|| panic!("{:#?}", examined.diagnostics.shown()));
    let survey = Survey::new(&country, country.as_at, &Assumed::nothing());
    let checklist = shelf.get("budapest").expect("it is shipped");
    let results = [assess(&survey, checklist)];
    let findings = findings(&survey, &[checklist]);
    let from = Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library: &measures,
        costs: None,
    };
    let draft = plan::plan(&from);
    let worded = plan::measures(&kept, &draft);
    let plan = plan::edited(draft, &from, &kept, &worded);
    let subject = Subject {
        legislation: &country,
        date: country.as_at,
        survey: &survey,
        results: &results,
        plan: &plan,
        library: &measures.version,
    };
    let report = report(&subject, Form::Matrix, &[Part::Facts]);
    let mut out = Vec::new();
    let screen = Screen {
        width: 80,
        template: None,
    };
    let iati = by_name("iati").expect("the format is there");
    iati.render(&report, screen, &mut out)
        .expect("a vector takes everything");
    let text = String::from_utf8(out).expect("it is text");
    assert_valid(&text);
    text
}

/// Sums with their days: element, from, to, amount.
fn sums(text: &str) -> Vec<String> {
    let document = Document::parse(text).expect("it is XML");
    let money = ["budget", "planned-disbursement"];
    let nodes = document.root_element().descendants();
    nodes
        .filter(|node| money.contains(&node.tag_name().name()))
        .map(|node| {
            let day = |name| named(node, name).find_map(|one| one.attribute("iso-date"));
            let days = [day("period-start"), day("period-end")].map(Option::unwrap_or_default);
            let amount = words(node, "value").join("");
            format!(
                "{} {} {} {amount}",
                node.tag_name().name(),
                days[0],
                days[1]
            )
        })
        .collect()
}

#[test]
fn a_confirmed_cost_is_a_budget_by_years_and_what_a_donor_gives_is_planned_to_be_paid() {
    let text = kept(
        "    cost: { low: 80000, high: 90001, confirmed: yes }\n    national: 20000\n    donor: { name: Fund <A & B>, amount: 60000 }\n",
    );
    assert_eq!(
        sums(&text),
        [
            "budget 2027-03-01 2028-02-29 60000",
            "budget 2028-03-01 2028-08-31 30001",
            "planned-disbursement 2027-03-01 2028-08-31 60000",
        ]
    );
    assert!(text.contains("<provider-org>") && text.contains("Fund &lt;A &amp; B&gt;"));
    assert!(text.contains("default-currency=\"EUR\""));
    assert!(text.contains("<activity-date type=\"1\" iso-date=\"2027-03-01\"/>"));
}

#[test]
fn a_donor_without_a_confirmed_cost_or_without_a_sum_pays_nothing_yet() {
    let cost = "    cost: { low: 80000, high: 90000 }\n";
    let donor = "    donor: { name: Fund, amount: 60000 }\n";
    assert_eq!(sums(&kept(&format!("{cost}{donor}"))), [""; 0]);
    assert_eq!(sums(&kept(donor)), [""; 0]);
    let confirmed = "    cost: { low: 5, high: 5, confirmed: yes }\n    donor: { name: Fund }\n";
    let text = kept(confirmed);
    assert_eq!(sums(&text).len(), 2);
    assert!(!text.contains("<planned-disbursement"));
    assert!(text.contains("<participating-org role=\"1\">"));
}

#[test]
fn what_is_given_up_stays_as_a_cancelled_activity_and_figures_of_people_are_taken_over() {
    let text = kept(
        "    indicators:\n      - { level: outcome, indicator: Requests answered within a day, means: Register, baseline: 12, target: 40 }\n  - id: definitions/csa\n    title: Definitions of the Act\n    state: withdrawn\n",
    );
    assert!(text.contains("value=\"12\"") && text.contains("<target value=\"40\"/>"));
    let document = Document::parse(&text).expect("it is XML");
    let given_up = named(document.root_element(), "iati-activity")
        .find(|one| words(*one, "iati-identifier") == ["GHA-DRAFT-definitions.csa"])
        .expect("it is there");
    assert!(named(given_up, "activity-status").all(|one| one.attribute("code") == Some("5")));
    assert!(named(given_up, "budget").next().is_none());
}

#[test]
fn other_reports_are_refused_before_any_work() {
    let output = run(&["assess", "no-such-file.yaml", "--format", "iati"]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        complaint.contains("gapcheck plan FILE --format iati"),
        "{complaint}"
    );
}
