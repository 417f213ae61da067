//! Why a country stands otherwise at a later date: the six causes, a page each (`docs/decisions.md`, *Two dates*).

use std::fs;
use std::path::Path;

use gapcheck::assess::{Earlier, Survey, moves, progress};
use gapcheck::load::{Library, Shelf, legislation};
use gapcheck::model::{Assumed, Legislation};
use gapcheck::report::Part;
use gapcheck::report::progress::{Subject, report};
use serde_json::Value;

#[path = "diff/findings.rs"]
mod findings;
#[path = "diff/instrument.rs"]
mod instrument;
#[path = "diff/outcome.rs"]
mod outcome;

/// The dates of all pages.
const OLD: &str = "2025-06-30";
const NEW: &str = "2026-06-30";

fn model_law() -> String {
    fs::read_to_string("tests/diff/model-law.yaml").expect("the model law is there")
}

fn read<'c>(shelf: &'c Shelf<'c>, date: &str, law: &str) -> Legislation<'c> {
    let head = format!(
        "gapcheck: legislation/1\ncountry: {{ code: XAL, name: Alphaland }}\nas-at: {date}\nstatus: fictional\n"
    );
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let (examined, found) = legislation(
        shelf,
        "x.yaml",
        format!("{head}{law}").into_bytes(),
        &read,
        &[],
    );
    found.unwrap_or_else(|| panic!("{:#?}", examined.diagnostics.shown()))
}

/// The facts on two files, each read over the checklist of its time.
fn facts_under(checklists: (&str, &str), old: &str, new: &str) -> Value {
    let library = |text: &str| Library::open(vec![("ml.yaml".to_owned(), text.into())]);
    let (older, newer) = (library(checklists.0), library(checklists.1));
    let ((older_shelf, _), (shelf, found)) = (older.shelve(), newer.shelve());
    assert!(found.is_empty(), "{:#?}", found[0].diagnostics.shown());
    let (before, after) = (read(&shelf, OLD, old), read(&shelf, NEW, new));
    let earlier = read(&older_shelf, OLD, old);
    let survey =
        |one, date: &str| Survey::new(one, date.parse().expect("a date"), &Assumed::nothing());
    let (then, now, first) = (
        survey(&before, OLD),
        survey(&after, NEW),
        survey(&earlier, OLD),
    );
    let checklist = shelf.get("ml").expect("the model law is on the shelf");
    let older = (checklists.0 != checklists.1).then(|| Earlier {
        survey: &first,
        checklist: older_shelf
            .get("ml")
            .expect("the older model law is on the shelf"),
    });
    let subject = Subject {
        before: &before,
        after: &after,
        dates: (then.date, now.date),
        is_one_file: false,
        results: vec![progress(&then, &now, checklist, older)],
        moves: moves(&then, &now),
    };
    let report = report(&subject, &[Part::Facts]);
    serde_json::to_value(&report.facts).expect("facts are JSON")
}

fn facts(old: &str, new: &str) -> Value {
    facts_under((&model_law(), &model_law()), old, new)
}

fn word(value: &Value) -> &str {
    value.as_str().expect("a word")
}

/// A line for each requirement that stands otherwise, and under it each cause with its evidence and elements.
fn lines(facts: &Value) -> String {
    let mut lines = Vec::new();
    for one in facts["checklists"][0]["requirements"]
        .as_array()
        .expect("a list")
    {
        lines.push(format!(
            "{} {} > {}",
            word(&one["id"]),
            word(&one["before"]["verdict"]),
            word(&one["after"]["verdict"])
        ));
        for cause in one["causes"].as_array().expect("a list") {
            let elements = cause["elements"].as_array().expect("a list");
            let elements: Vec<&str> = elements.iter().map(word).collect();
            lines.push(format!(
                "  {}: {} [{}]",
                word(&cause["kind"]),
                word(&cause["evidence"]),
                elements.join(" ")
            ));
        }
    }
    lines.join("\n")
}

fn changes(old: &str, new: &str) -> String {
    lines(&facts(old, new))
}

/// A law of that status with that section on entering a system.
fn act(life: &str, covers: &str) -> String {
    format!(
        "laws:\n  - {{ id: act, title: Act, {life}, sections: [ {{ ref: s. 3, covers: [ {{ model: entering, {covers} }} ] }} ] }}\n"
    )
}

const ALL_MET: &str = "met: [access, part, intent]";
const IN_FORCE: &str = "status: in-force, in-force: 2016-09-01";

/// Section 3 of an act, and section 4 of the same act that takes its place.
fn replaced(life: &str) -> String {
    let old = act(
        IN_FORCE,
        "met: [access, intent], unmet: { part: Not there. }",
    );
    old.replace(
        "} ] } ] }\n",
        &format!("}} ] }}, {{ ref: s. 4, {life}, replaces: [s. 3], covers: [ {{ model: entering, {ALL_MET} }} ] }} ] }}\n"),
    )
}

#[test]
fn law_changed_where_a_section_begins_between_the_dates() {
    let new = act("status: in-force, in-force: 2026-01-01", ALL_MET);
    insta::assert_snapshot!(changes("", &new), @r#"
        s-1 not-determined > in-place
          law-changed: act s. 3 is in force since 2026-01-01 [access part intent]
        "#);
    // The same file at both dates: its dates alone make the difference.
    insta::assert_snapshot!(changes(&new, &new), @r#"
        s-1 not-determined > in-place
          law-changed: act s. 3 is in force since 2026-01-01 [access part intent]
        "#);
}

#[test]
fn law_changed_where_a_section_ends_between_the_dates() {
    let old = act(IN_FORCE, ALL_MET);
    let new = act(&format!("{IN_FORCE}, repealed: 2026-01-01"), ALL_MET);
    insta::assert_snapshot!(changes(&old, &new), @r#"
        s-1 in-place > not-determined
          law-changed: act s. 3 was repealed on 2026-01-01 [access part intent]
        "#);
}

#[test]
fn law_changed_where_a_section_is_replaced() {
    let old = act(
        IN_FORCE,
        "met: [access, intent], unmet: { part: Not there. }",
    );
    let new = replaced("status: in-force, in-force: 2026-01-01");
    insta::assert_snapshot!(changes(&old, &new), @r#"
        s-1 partly-in-place > in-place
          law-changed: act s. 3 gave way to act s. 4 [part]
          law-changed: act s. 4 is in force since 2026-01-01 [part]
        "#);
}

#[test]
fn law_changed_where_a_section_has_a_new_wording() {
    let old = act(
        IN_FORCE,
        "met: [access, intent], unmet: { part: Not there. }",
    );
    // Either the file keeps the old wording, with the end of its time, or it does not.
    let over = act("status: in-force, in-force: 2026-01-01", ALL_MET);
    insta::assert_snapshot!(changes(&old, &over), @r#"
        s-1 partly-in-place > in-place
          law-changed: act s. 3 has a new wording, in force since 2026-01-01 [part]
        "#);
    let kept = replaced("status: in-force, in-force: 2026-01-01")
        .replace("ref: s. 4,", "ref: s. 3,")
        .replace("replaces: [s. 3], ", "")
        .replace(
            "{ ref: s. 3, covers",
            "{ ref: s. 3, repealed: 2026-01-01, covers",
        );
    insta::assert_snapshot!(changes(&old, &kept), @r#"
        s-1 partly-in-place > in-place
          law-changed: act s. 3 was repealed on 2026-01-01 [part]
          law-changed: act s. 3 is in force since 2026-01-01 [part]
        "#);
}

#[test]
fn bill_moved_where_the_status_moves_along() {
    let bill = act("status: bill", ALL_MET);
    let law = act(
        "status: in-force, enacted: 2025-12-01, in-force: 2026-01-01",
        ALL_MET,
    );
    insta::assert_snapshot!(changes(&bill, &law), @r#"
        s-1 not-determined > in-place
          bill-moved: act s. 3 was a bill and is in force (2026-01-01) [access part intent]
        "#);
    let suspended = act("status: suspended, in-force: 2016-09-01", ALL_MET);
    insta::assert_snapshot!(changes(&act(IN_FORCE, ALL_MET), &suspended), @r#"
        s-1 in-place > not-determined
          bill-moved: act s. 3 was in force and is suspended [access part intent]
        "#);
}

#[test]
fn a_bill_that_moves_and_is_no_law_yet_changes_no_verdict_and_is_told() {
    let found = facts(
        &act("status: drafting", ALL_MET),
        &act("status: enacted, enacted: 2026-05-01", ALL_MET),
    );
    assert_eq!(lines(&found), "");
    let law = &found["laws"][0];
    assert_eq!(
        (word(&law["from"]), word(&law["to"])),
        ("drafting", "enacted")
    );
    assert_eq!(law["enacted"], true);
    assert_eq!(
        word(&found["text"][1]),
        "The Act was enacted on 2026-05-01 and is not in force yet."
    );
}

#[test]
fn a_bill_is_replaced_law_and_moved_bill_at_once() {
    let old = replaced("status: bill");
    let new = replaced("status: in-force, in-force: 2026-01-01");
    insta::assert_snapshot!(changes(&old, &new), @r#"
        s-1 partly-in-place > in-place
          law-changed: act s. 3 gave way to act s. 4 [part]
          bill-moved: act s. 4 was a bill and is in force (2026-01-01) [part]
        "#);
}

#[test]
fn a_suspension_that_is_lifted_is_a_move_and_no_correction() {
    let old = act("status: suspended, in-force: 2016-09-01", ALL_MET);
    let found = facts(&old, &act(IN_FORCE, ALL_MET));
    insta::assert_snapshot!(lines(&found), @r#"
        s-1 not-determined > in-place
          bill-moved: act s. 3 was suspended and is in force [access part intent]
        "#);
    assert_eq!(word(&found["text"][1]), "The Act is in force again.");
}
