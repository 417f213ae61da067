//! Something else is said of old law: new evidence, or a correction.

use super::*;

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
