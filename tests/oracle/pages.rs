//! The naive implementation on small files made by hand, a page for each rule. The checklist is `odd.yaml`.

use crate::counting::Enacted;
use crate::naive::{self, Assessment, ChecklistResult, Options, RequirementResult};

const ODD: &str = include_str!("odd.yaml");

/// `status in-force`, one law `act`, one section `s. 1`, so that a page shows only what it is about.
const COVERS: &str = "
laws:
  - id: act
    status: in-force
    sections:
      - ref: s. 1
        covers:
";

fn assess(law: &str, as_at: Option<&str>, if_enacted: Enacted) -> Assessment {
    let checklist = serde_yaml::from_str(ODD).unwrap();
    let file = serde_yaml::from_str(&format!("as-at: 2026-06-30\n{law}")).unwrap();
    let as_at = as_at.map(str::to_owned);
    let options = Options { as_at, if_enacted };
    naive::assess(&[], &[checklist], &file, &options)
}

fn line(list: &ChecklistResult, id: &str) -> String {
    let result = list.requirements.iter().find(|r| r.id == id).unwrap();
    let mut words = vec![result.verdict.clone()];
    if let Some((lowest, highest)) = &result.range {
        words.push(format!("({lowest} to {highest})"));
    }
    for element in &result.elements {
        let value = element.value;
        words.push(format!("{}={}..{}", element.id, value.low, value.high));
    }
    words.join(" ")
}

/// One requirement of the odd checklist, in the law in force at the file's own date.
fn check(law: &str, id: &str, expected: &str) {
    let assessment = assess(law, None, Enacted::Nothing);
    assert_eq!(line(&assessment.checklists[0], id), expected);
}

fn requirement(law: &str, id: &str) -> RequirementResult {
    let mut assessment = assess(law, None, Enacted::Nothing);
    let results = assessment.checklists.remove(0).requirements;
    results.into_iter().find(|r| r.id == id).unwrap()
}

fn covers(annotations: &str) -> String {
    format!("{COVERS}{annotations}")
}

#[test]
fn rule_1_a_section_counts_by_status_and_dates() {
    let met = "not-determined (partly-in-place to in-place) access=1..1 whole=0..1 right=0..1 intent=0..1";
    let unknown =
        "not-determined (not-in-place to in-place) access=0..1 whole=0..1 right=0..1 intent=0..1";
    for (law, expected) in [
        ("status: in-force", met),
        ("status: in-force, in-force: 2026-06-30", met),
        ("status: in-force, in-force: 2026-07-01", unknown),
        ("status: in-force, repealed: 2026-06-30", unknown),
        ("status: enacted", unknown),
        ("status: enacted, in-force: 2020-01-01", met),
        ("status: bill, in-force: 2020-01-01", unknown),
        ("status: suspended", unknown),
        ("status: repealed, in-force: 2020-01-01", unknown),
        (
            "status: repealed, in-force: 2020-01-01, repealed: 2026-07-01",
            met,
        ),
    ] {
        let covers = "covers: [{ model: odd-entry, met: [access] }]";
        let sections = format!("sections: [{{ ref: s. 1, {covers} }}]");
        check(
            &format!("laws: [{{ id: act, {law}, {sections} }}]"),
            "art-1",
            expected,
        );
    }
}

const OLD_AND_NEW: &str = "
laws:
  - id: old
    status: in-force
    sections:
      - { ref: s. 1, covers: [{ model: odd-terms, met: [fair] }] }
      - { ref: s. 2, covers: [{ model: odd-terms, met: [short] }] }
  - id: new
    status: bill
    sections:
      - { ref: cl. 1, replaces: [old s. 1], covers: [{ model: odd-terms, unmet: { fair: no } }] }
";

#[test]
fn rule_1_and_11_a_bill_replaces_only_once_it_is_enacted() {
    check(OLD_AND_NEW, "art-5", "in-place fair=1..1 short=1..1");
    for enacted in [Enacted::All, Enacted::Laws(vec!["new".to_owned()])] {
        let then = assess(OLD_AND_NEW, None, enacted).if_enacted.unwrap();
        assert_eq!(
            line(&then[0], "art-5"),
            "partly-in-place fair=0..0 short=1..1"
        );
    }
}

#[test]
fn rule_1_a_law_that_is_replaced_goes_as_a_whole() {
    let law = OLD_AND_NEW
        .replace("old s. 1", "old")
        .replace("status: bill", "status: in-force");
    check(
        &law,
        "art-5",
        "not-determined (not-in-place to partly-in-place) fair=0..0 short=0..1",
    );
}

#[test]
fn rule_1_what_is_replaced_still_replaces() {
    let law = OLD_AND_NEW.replace("status: bill", "status: in-force");
    let newest =
        "      - { ref: cl. 2, replaces: [cl. 1], covers: [{ model: odd-terms, met: [short] }] }\n";
    // `old s. 1` does not come back although `cl. 1` is gone: nothing says whether the procedure is fair.
    let expected = "not-determined (partly-in-place to in-place) fair=0..1 short=1..1";
    check(&format!("{law}{newest}"), "art-5", expected);
}

#[test]
fn rule_2_absent_is_unmet_and_silence_is_unknown() {
    let unknown = "not-determined (not-in-place to in-place) fair=0..1 short=0..1";
    check("laws: []", "art-5", unknown);
    check(
        "absent: [{ model: odd-terms }]",
        "art-5",
        "not-in-place fair=0..0 short=0..0",
    );
    let one = "not-determined (not-in-place to partly-in-place) fair=0..0 short=0..1";
    check(
        "absent: [{ model: odd-terms, elements: [fair] }]",
        "art-5",
        one,
    );
}

#[test]
fn rule_2_an_annotation_that_names_the_element_goes_before_absent() {
    let absent = "absent: [{ model: odd-terms, elements: [fair, short] }]\n";
    let law = covers("          - { model: odd-terms, met: [fair] }\n");
    check(
        &format!("{absent}{law}"),
        "art-5",
        "partly-in-place fair=1..1 short=0..0",
    );
}

#[test]
fn rule_3_values_and_tests() {
    let rest = "met: [access], partly: { whole: w }, unmet: { part: p }, broader: { right: r }";
    for (years, prison) in [
        ("1 year", "1..1"),
        ("12 months", "1..1"),
        ("364 days", "0..0"),
        ("life", "1..1"),
    ] {
        let values = format!("values: {{ max-imprisonment: {years} }}");
        let law = covers(&format!(
            "          - {{ model: odd-entry, {rest}, {values} }}\n"
        ));
        let expected = format!(
            "partly-in-place access=1..1 staying=0..1 whole=0.5..0.5 part=0..0 right=1..1 \
             intent=0..1 prison={prison}"
        );
        check(&law, "art-2-a", &expected);
    }
}

#[test]
fn rule_3_all_leaves_out_what_is_named_and_what_has_a_test() {
    let law =
        covers("          - { model: odd-entry, met: all, partly: { part: only servers } }\n");
    let expected = "partly-in-place access=1..1 staying=1..1 whole=1..1 part=0.5..0.5 right=1..1 intent=1..1 prison=0..1";
    check(&law, "art-2-a", expected);
}

#[test]
fn rule_3_all_leaves_out_what_is_to_be_named() {
    let law = covers("          - { model: odd-entry, met: all }\n");
    let expected =
        "not-determined (partly-in-place to in-place) access=1..1 disguise=0..1 intent=1..1";
    check(&law, "art-9", expected);
    let law = covers("          - { model: odd-entry, met: [access, disguise, intent] }\n");
    check(
        &law,
        "art-9",
        "in-place access=1..1 disguise=1..1 intent=1..1",
    );
}

const NARROWED: &str =
    "          - { model: odd-entry, met: all, qualifiers: [security, dishonest] }\n";

#[test]
fn rule_4_a_qualifier_caps_what_it_narrows() {
    let free = "in-place access=1..1 whole=1..1 right=1..1 intent=1..1";
    let capped = "partly-in-place access=0.5..0.5 whole=1..1 right=1..1 intent=1..1";
    for (treaty, expected) in [
        ("status: none", free),
        ("status: party, since: 2026-07-01", free),
        ("status: party, reservations: [odd-entry/dishonest]", capped),
        (
            "status: party, declarations: [odd-entry/security], reservations: [odd-entry/dishonest]",
            free,
        ),
    ] {
        let law = format!("treaties: {{ odd: {{ {treaty} }} }}\n{}", covers(NARROWED));
        check(&law, "art-1", expected);
    }
}

#[test]
fn rule_4_any_permitted_way_is_enough_and_no_way_caps_everybody() {
    let party = "treaties: { odd: { status: party, reservations: [odd-entry/security] } }\n";
    let law = format!("{party}{}", covers(NARROWED));
    let met = "access=1..1 staying=1..1 whole=1..1 part=1..1 right=1..1 intent=1..1 prison=0..1";
    check(
        &law,
        "art-2-a",
        &format!("not-determined (partly-in-place to in-place) {met}"),
    );
    // Art. 2(b) permits neither.
    check(
        &covers(NARROWED),
        "art-2-b",
        "partly-in-place staying=1..1 part=1..1 intent=0.5..0.5",
    );
}

#[test]
fn rule_4_what_a_reservation_takes_out_leaves_the_elements() {
    let party = "treaties: { odd: { status: party, reservations: [odd-entry/nothing-left] } }\n";
    let result = requirement(&format!("{party}{}", covers(NARROWED)), "art-2-b");
    assert_eq!(result.verdict, "not-applicable");
    assert_eq!(result.excused, ["staying", "part", "intent"]);
    assert_eq!(result.score, None);
}

#[test]
fn rule_5_a_condition_stands_in_every_section_relied_on() {
    let law = covers(
        "          - { model: odd-entry, met: [access, right, intent] }
          - { model: odd-entry, met: [whole], partly: { right: r }, unmet: { intent: i } }
          - { model: odd-entry, unmet: { access: a, right: r } }
",
    );
    check(
        &law,
        "art-1",
        "partly-in-place access=1..1 whole=1..1 right=0.5..0.5 intent=0..0",
    );
    assert!(requirement(&law, "art-1").combined);
}

#[test]
fn rule_5_among_equals_the_conditions_decide() {
    let law = covers(
        "          - { model: odd-entry, met: [access, whole, right] }
          - { model: odd-entry, met: [access, whole, right, intent] }
",
    );
    check(
        &law,
        "art-1",
        "in-place access=1..1 whole=1..1 right=1..1 intent=1..1",
    );
    assert!(!requirement(&law, "art-1").combined);
}

#[test]
fn rule_5_no_limb_of_m_in_e_and_no_limb_above_0() {
    let short = "          - { model: odd-terms, met: [short] }\n";
    let seizure = "          - { model: odd-seizure, met: [court], unmet: { seize: s, copy: c, notice: n } }\n";
    let law = covers(&format!("{short}{seizure}"));
    // The sections of `odd-seizure` are chosen by its own limbs, all at 0: so `court` is at 0. `prison` is not known.
    check(
        &law,
        "art-3",
        "partly-in-place prison=0..1 odd-terms/short=1..1 odd-seizure/court=0..0",
    );
}

#[test]
fn rule_6_and_9_scores_are_weighted_means() {
    let law = covers(
        "          - { model: odd-entry, met: [access, whole], unmet: { right: r, intent: i } }
          - { model: odd-terms, met: [short], unmet: { fair: f } }
",
    );
    // access weighs 2 and intent 1/2: 3 of 4.5. In art. 5 it is 3 of 4.
    assert_eq!(requirement(&law, "art-1").score.unwrap().low, 3.0 / 4.5);
    assert_eq!(requirement(&law, "art-5").score.unwrap().high, 0.75);
    let all = "not-applicable: [{ requirement: odd/art-2 }, { requirement: odd/art-3 }, { requirement: odd/art-4-1 }]\n";
    let assessment = assess(&format!("{all}{law}"), None, Enacted::Nothing);
    let total = &assessment.checklists[0].scored;
    assert_eq!(total.score.unwrap().low, (3.0 * (3.0 / 4.5) + 0.75) / 4.0);
    assert_eq!((total.determined, total.elements), (6, 6));
    assert_eq!(total.counts["not-applicable"], 3);
    assert_eq!(
        assessment.checklists[0].optional.counts["not-applicable"],
        1
    );
}

#[test]
fn alternatives_leave_the_better_member() {
    let law =
        covers("          - { model: odd-seizure, met: [copy, court], unmet: { seize: s } }\n");
    check(&law, "art-4-1", "in-place copy=1..1 court=1..1");
    check(
        "laws: []",
        "art-4-1",
        "not-determined (not-in-place to in-place) seize=0..1 court=0..1",
    );
}

#[test]
fn rule_12_powers_without_safeguards() {
    for (said, expected) in [
        ("met: [seize, court, remedy, notice]", None),
        (
            "met: [seize, court], unmet: { remedy: r }",
            Some("unsafeguarded-power odd-seizure/remedy"),
        ),
        (
            "met: [seize, court, remedy]",
            Some("safeguards-not-determined odd-seizure/notice"),
        ),
        ("unmet: { seize: s, remedy: r }", None),
    ] {
        let law = covers(&format!("          - {{ model: odd-seizure, {said} }}\n"));
        let findings = assess(&law, None, Enacted::Nothing).findings;
        let written =
            |f: &crate::rule_twelve::Finding| format!("{} {}", f.kind, f.elements.join(" "));
        assert_eq!(findings.first().map(written).as_deref(), expected, "{said}");
    }
}

#[test]
fn gaps_are_named_by_the_qualifier_where_only_a_cap_lowers() {
    let law = covers(
        "          - { model: odd-entry, met: [part], partly: { staying: s }, unmet: { right: r }, qualifiers: [servers] }\n",
    );
    let result = requirement(&law, "art-2-a");
    assert_eq!(
        result.gaps,
        ["staying", "servers", "right"].map(|gap| format!("odd/art-2-a/{gap}"))
    );
    let result = requirement(&law, "art-2-b");
    assert_eq!(
        result.could_add,
        ["staying", "servers"].map(|gap| format!("odd/art-2-b/{gap}"))
    );
    assert!(result.gaps.is_empty());
}
