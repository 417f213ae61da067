//! Why a country stands otherwise at a later date: the six causes, a page each (`docs/decisions.md`, *Two dates*).

use std::fs;
use std::path::Path;

use gapcheck::assess::{Earlier, Survey, moves, progress};
use gapcheck::load::{Library, Shelf, legislation};
use gapcheck::model::{Assumed, Legislation};
use gapcheck::report::Part;
use gapcheck::report::progress::{Subject, report};
use serde_json::Value;

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
fn new_evidence_where_old_law_is_judged_for_the_first_time() {
    let some = act(IN_FORCE, "met: [access, part]");
    let more = act(IN_FORCE, ALL_MET);
    // A section, an element, a value, an absence: nothing was said of it before.
    insta::assert_snapshot!(changes("", &more), @r#"
        s-1 not-determined > in-place
          new-evidence: act s. 3 is cited for entering a system, on which it was not judged before [access part intent]
        "#);
    insta::assert_snapshot!(changes(&some, &more), @r#"
        s-1 not-determined > in-place
          new-evidence: act s. 3: intent is met and was not judged before [intent]
        "#);
    let value = more.replace("covers", "values: { term: 2 years }, covers");
    insta::assert_snapshot!(changes(&more, &value), @r#"
        s-2 not-determined > in-place
          new-evidence: act s. 3: term is 2 years and was not judged before [year]
        "#);
    let absent = "absent: [ { model: searching, searched: [], reason: Not there. } ]\n";
    insta::assert_snapshot!(changes("", absent), @r#"
        s-3 not-determined > not-in-place
          new-evidence: searching was searched for and not found [search warrant]
        "#);
}

#[test]
fn correction_where_old_law_is_judged_otherwise() {
    let old = act(
        IN_FORCE,
        "met: [access, intent], partly: { part: Only servers. }",
    )
    .replace("covers", "values: { term: 6 months }, covers");
    let judged = old.replace(
        "met: [access, intent], partly: { part: Only servers. }",
        ALL_MET,
    );
    insta::assert_snapshot!(changes(&old, &judged), @r#"
        s-1 partly-in-place > in-place
          correction: act s. 3: part is met and was partly [part]
        "#);
    let narrowed = old.replace(
        "part: Only servers. }",
        "part: Only servers. }, qualifiers: [damage]",
    );
    insta::assert_snapshot!(changes(&old, &narrowed), @r#"
        s-1 partly-in-place > partly-in-place
          correction: act s. 3 is now read with this limit: only where damage is caused [access]
        "#);
    let valued = old.replace("6 months", "2 years");
    insta::assert_snapshot!(changes(&old, &valued), @r#"
        s-2 not-in-place > in-place
          correction: act s. 3: term is 2 years and was 6 months [year]
        "#);
}

#[test]
fn correction_where_what_was_said_is_withdrawn() {
    let old = act(IN_FORCE, ALL_MET);
    // The section is gone from the file, and nothing says that it was repealed.
    insta::assert_snapshot!(changes(&old, ""), @r#"
        s-1 in-place > not-determined
          correction: act s. 3 is no longer in the file, and nothing says that it was repealed [access part intent]
        "#);
    let uncited = "laws:\n  - { id: act, title: Act, status: in-force, in-force: 2016-09-01, sections: [ { ref: s. 3 } ] }\n";
    insta::assert_snapshot!(changes(&old, uncited), @r#"
        s-1 in-place > not-determined
          correction: act s. 3 is no longer cited for entering a system [access part intent]
        "#);
    let redated = act("status: in-force, in-force: 2027-01-01", ALL_MET);
    insta::assert_snapshot!(changes(&old, &redated), @r#"
        s-1 in-place > not-determined
          correction: status or dates of act s. 3 are told otherwise than before, so that it does not count [access part intent]
        "#);
}

#[test]
fn correction_where_what_was_said_to_be_absent_is_found() {
    let absent = "absent: [ { model: entering, searched: [], reason: Not there. } ]\n";
    let found = act(IN_FORCE, ALL_MET);
    insta::assert_snapshot!(changes(absent, &found), @r#"
        s-1 not-in-place > in-place
          correction: act s. 3 is cited for entering a system, which was said to be absent [access part intent]
        s-2 not-in-place > not-determined
          correction: act s. 3 is cited for entering a system, which was said to be absent [year]
        "#);
    // Law that is new contradicts nobody.
    let new = act("status: in-force, in-force: 2026-01-01", ALL_MET);
    insta::assert_snapshot!(changes(absent, &new), @r#"
        s-1 not-in-place > in-place
          law-changed: act s. 3 is in force since 2026-01-01 [access part intent]
        s-2 not-in-place > not-determined
          law-changed: act s. 3 is in force since 2026-01-01 [year]
        "#);
}

#[test]
fn checklist_changed_where_old_data_stand_otherwise_under_it() {
    let law = act(
        IN_FORCE,
        "met: [access, part], unmet: { intent: Not asked for. }",
    );
    let older = model_law()
        .replace("version: \"2\"", "version: \"1\"")
        .replace(
            "elements: [access, part, intent]",
            "elements: [access, part]",
        );
    let found = facts_under((&older, &model_law()), &law, &law);
    insta::assert_snapshot!(lines(&found), @r#"
        s-1 partly-in-place > partly-in-place
          checklist-changed: it now asks for intent [intent]
        "#);
    let checklist = &found["checklists"][0];
    assert_eq!(checklist["old-version"], "1");
    let low = |side: &str| checklist[side]["score"]["low"].as_f64().expect("a figure");
    assert!(
        low("before-old-checklist") > low("before"),
        "the newer checklist asks for more"
    );
    assert_eq!(
        checklist["before"], checklist["after"],
        "under one checklist nothing changed"
    );
    assert_eq!(
        checklist["gaps-by-checklist"]["newly-asked"],
        serde_json::json!(["ml/s-1/intent"])
    );
    assert_eq!(
        checklist["gaps"]["still-open"],
        serde_json::json!(["ml/s-1/intent"])
    );
}

#[test]
fn checklist_changed_where_it_permits_binds_or_has_otherwise() {
    let law = act(
        IN_FORCE,
        "met: [access, part, intent], qualifiers: [damage]",
    );
    let older = |from: &str, to: &str| {
        let text = model_law();
        assert!(text.contains(from));
        text.replace(from, to)
    };
    let under = |older: &str| lines(&facts_under((older, &model_law()), &law, &law));
    let permits = older(
        "permits: [ {",
        "permits: [ { qualifier: damage, by: option, basis: s. 9 }, {",
    );
    insta::assert_snapshot!(under(&permits), @r#"
        s-1 partly-in-place > partly-in-place
          checklist-changed: it permits other narrowings than before []
        "#);
    let binds = older(
        "title: Searching, bindingness: mandatory",
        "title: Searching, bindingness: optional",
    );
    insta::assert_snapshot!(under(&binds), @r#"
        s-3 not-determined > not-determined
          checklist-changed: it is mandatory and was optional []
        "#);
    let without = older("      - { id: s-3,", "      - { id: s-4,");
    insta::assert_snapshot!(under(&without), @r#"
        s-3 not-determined > not-determined
          checklist-changed: the requirement is new in the checklist []
        "#);
    let found = facts_under((&without, &model_law()), &law, &law);
    assert_eq!(found["checklists"][0]["dropped"][0]["id"], "s-4");
}

#[test]
fn weights_changed_where_the_same_elements_weigh_otherwise() {
    let law = act(
        IN_FORCE,
        "met: [access, part], unmet: { intent: Not asked for. }",
    );
    let lighter = model_law().replace(
        "The act is intentional. }",
        "The act is intentional., weight: 3 }",
    );
    insta::assert_snapshot!(lines(&facts_under((&lighter, &model_law()), &law, &law)), @r#"
        s-1 partly-in-place > partly-in-place
          weights-changed: intent weighs 1 instead of 3 [intent]
        "#);
    let whole = model_law().replace("{ id: s-3,", "{ id: s-3, weight: 2,");
    insta::assert_snapshot!(lines(&facts_under((&whole, &model_law()), &law, &law)), @r#"
        s-3 not-determined > not-determined
          weights-changed: the requirement weighs 1 instead of 2 in the score []
        "#);
}

#[test]
fn a_requirement_has_every_cause_there_is() {
    let old = replaced("status: bill").replace(
        "unmet: { part: Not there. }",
        "unmet: { part: Not there. }, qualifiers: [damage]",
    );
    let new = replaced("status: in-force, in-force: 2026-01-01")
        .replace(ALL_MET, "met: [access, part]")
        + "absent: [ { model: searching, searched: [act], reason: Not there. } ]\n";
    let older = model_law().replace(
        "elements: [access, part, intent]",
        "elements: [access, intent]",
    );
    insta::assert_snapshot!(lines(&facts_under((&older, &model_law()), &old, &new)), @r#"
        s-1 partly-in-place > not-determined
          law-changed: act s. 3 gave way to act s. 4 [access part intent]
          bill-moved: act s. 4 was a bill and is in force (2026-01-01) [access part intent]
          checklist-changed: it now asks for part [part]
        s-3 not-determined > not-in-place
          new-evidence: searching was searched for in act and not found [search warrant]
        "#);
}

#[test]
fn a_state_that_joins_changes_its_law_and_one_that_declares_later_is_corrected() {
    let law = act(
        IN_FORCE,
        "met: [access, part, intent], qualifiers: [security]",
    );
    let outside = format!("{law}treaties: {{ ml: {{ status: signatory }} }}\n");
    let party = format!("{law}treaties: {{ ml: {{ status: party, since: 2026-01-01 }} }}\n");
    insta::assert_snapshot!(changes(&outside, &party), @r#"
        s-1 in-place > partly-in-place
          law-changed: the State is a party since 2026-01-01 []
        "#);
    let long = party.replace("2026-01-01", "2019-01-01");
    insta::assert_snapshot!(changes(&outside, &long), @r#"
        s-1 in-place > partly-in-place
          correction: the State is a party since 2019-01-01 []
        "#);
    let declared = long.replace("01-01 }", "01-01, declarations: [entering/security] }");
    insta::assert_snapshot!(changes(&long, &declared), @r#"
        s-1 partly-in-place > in-place
          correction: the file now lists the declaration or reservation entering/security []
        "#);
}

#[test]
fn what_does_not_apply_is_said_by_someone() {
    let exempt = "not-applicable: [ { requirement: ml/s-3, because: condition-not-fulfilled, ground: No courts. } ]\n";
    let absent = "absent: [ { model: searching, searched: [], reason: Not there. } ]\n";
    insta::assert_snapshot!(changes("", exempt), @r#"
        s-3 not-determined > not-applicable
          new-evidence: the requirement is said not to apply: no courts []
        "#);
    insta::assert_snapshot!(changes(absent, exempt), @r#"
        s-3 not-in-place > not-applicable
          correction: the requirement is said not to apply: no courts []
          correction: it is no longer said that searching was searched for and not found [search warrant]
        "#);
    insta::assert_snapshot!(changes(exempt, absent), @r#"
        s-3 not-applicable > not-in-place
          new-evidence: searching was searched for and not found [search warrant]
          correction: it is no longer said that the requirement does not apply (no courts) []
        "#);
}

#[test]
fn a_gap_closes_only_where_the_element_is_met() {
    let gaps = |old: &str, new: &str| facts(old, new)["checklists"][0]["gaps"].clone();
    let unmet = act(
        IN_FORCE,
        "met: [access, intent], unmet: { part: Not there. }",
    );
    let met = act(IN_FORCE, ALL_MET);
    let silent = act(IN_FORCE, "met: [access, intent]");
    let only = |fate: &str, gaps: &Value| {
        for (word, ids) in gaps.as_object().expect("fates") {
            let expected = if word == fate {
                serde_json::json!(["ml/s-1/part"])
            } else {
                serde_json::json!([])
            };
            assert_eq!(*ids, expected, "{word}");
        }
    };
    only("closed", &gaps(&unmet, &met));
    only("opened", &gaps(&met, &unmet));
    only("became-known", &gaps(&silent, &unmet));
    only("became-unknown", &gaps(&unmet, &silent));
    only("still-open", &gaps(&unmet, &unmet));
    let exempt = "not-applicable: [ { requirement: ml/s-1, because: condition-not-fulfilled, ground: None. } ]\n";
    only(
        "no-longer-asked",
        &gaps(&unmet, &format!("{unmet}{exempt}")),
    );
    only("newly-asked", &gaps(&format!("{unmet}{exempt}"), &unmet));
}

#[test]
fn a_gap_in_one_alternative_is_closed_by_the_other() {
    let either = model_law().replace(
        "elements: [access, part, intent]",
        "elements: [access, part, intent]\n        alternatives: [[access, part]]",
    );
    let old = act(
        IN_FORCE,
        "met: [intent], unmet: { access: Not there., part: Not there. }",
    );
    let new = act(
        IN_FORCE,
        "met: [part, intent], unmet: { access: Not there. }",
    );
    let found = facts_under((&either, &either), &old, &new);
    let gaps = &found["checklists"][0]["gaps"];
    // Intent had nothing to rest on, and so was a gap as well.
    let closed = serde_json::json!(["ml/s-1/access", "ml/s-1/intent"]);
    assert_eq!(gaps["closed"], closed);
    assert_eq!(gaps["no-longer-asked"], serde_json::json!([]));
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

#[test]
fn what_moves_against_the_order_of_life_is_a_correction() {
    let law = act(IN_FORCE, ALL_MET);
    insta::assert_snapshot!(changes(&law, &act("status: bill", ALL_MET)), @r#"
        s-1 in-place > not-determined
          correction: status or dates of act s. 3 are told otherwise than before, so that it does not count [access part intent]
        "#);
    // Nor did anything happen where the newer file says that the bill was law at the first date.
    insta::assert_snapshot!(changes(&act("status: bill", ALL_MET), &law), @r#"
        s-1 not-determined > in-place
          correction: status or dates of act s. 3 are told otherwise than before, so that it counts [access part intent]
        "#);
    let found = facts(&act("status: bill", ALL_MET), &law);
    assert_eq!(found["laws"][0]["correction"], true);
    assert!(word(&found["text"][1]).starts_with("As far as the files show, no law was enacted"));
}

#[test]
fn the_text_says_what_moved_and_never_that_obligations_are_met() {
    let old = replaced("status: bill");
    let new = replaced("status: in-force, in-force: 2026-01-01");
    let found = facts(&old, &new);
    let text: Vec<&str> = found["text"]
        .as_array()
        .expect("a list")
        .iter()
        .map(word)
        .collect();
    insta::assert_snapshot!(text.join("\n"), @r#"
        This text on Alphaland covers the time from 2025-06-30 to 2026-06-30. It was prepared for the report back to the Commission on Crime Prevention and Criminal Justice on technical assistance against cybercrime (Commission resolution 20/7), and reads the laws listed at both dates against the Model Law. The country and its laws are fictional.
        The Act has new law in force in s. 4 and no longer has force in s. 3.
        Under the Model Law, these articles moved because the law changed: s. 1 (Entering), from partly in place to in place.
        Measured with the same checklist, the score under the Model Law was 22–89 % at 2025-06-30 and is 33–100 % at 2026-06-30. At 2025-06-30, 50 %, 3 of 6 elements were determined, and at 2026-06-30, 50 %, 3 of 6. The two intervals overlap, since part of the law was not determined: the figures alone do not show in which direction the law as a whole moved.
        1 gap closed by law: s. 1 (part).
        Under the Model Law, no gap is known to be open. 3 further elements are not determined: of these it is not known whether the law has them.
        The findings record what was found in the laws listed, at the dates given. Nothing in this text says that Alphaland has or has not met its obligations under any instrument.
        "#);
}

#[test]
fn nothing_differs_where_nothing_changed() {
    let law = act(IN_FORCE, ALL_MET);
    let found = facts(&law, &law);
    assert_eq!(lines(&found), "");
    assert_eq!(found["laws"], serde_json::json!([]));
    assert_eq!(found["checklists"][0]["unchanged"], 3);
}

#[test]
fn whatever_two_files_say_every_difference_has_a_cause() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let read = |name: &str| {
        let path = format!("examples/{name}/{name}.yaml");
        let bytes = fs::read(&path).expect("the example is there");
        let reader = |text: &Path| fs::read(Path::new("examples").join(name).join(text));
        legislation(&shelf, &path, bytes, &reader, &[])
            .1
            .expect("the example is sound")
    };
    let names = ["alphaland", "betaland", "gammaland", "germany", "ghana"];
    let countries: Vec<Legislation<'_>> = names.iter().map(|name| read(name)).collect();
    let dates = ["2004-06-30", "2026-06-30"];
    let date = |text: &str| text.parse().expect("a date");
    let surveys: Vec<Survey<'_>> = countries
        .iter()
        .flat_map(|one| dates.map(|day| Survey::new(one, date(day), &Assumed::nothing())))
        .collect();
    for then in &surveys {
        for now in &surveys {
            let found = progress(then, now, shelf.get("budapest").expect("shipped"), None);
            for one in &found.changed {
                assert!(!one.causes.is_empty(), "{}", one.requirement.id);
            }
            if std::ptr::eq(then, now) {
                assert!(found.changed.is_empty());
            }
        }
    }
}
