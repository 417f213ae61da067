//! The twelve rules of a verdict (design, section 4), a page each: what the law says, and what is made of it.

use std::fs;
use std::path::Path;

use gapcheck::assess::{ChecklistResult, Survey, Tally, assess, assess_if, findings};
use gapcheck::load::{Library, legislation};
use gapcheck::model::{Assumed, Word};

const HEAD: &str = "gapcheck: legislation/1\ncountry: { code: XAL, name: Alphaland }\nas-at: 2026-06-30\nstatus: fictional\n";

/// What is made of a legislation file over `verdicts/model-law.yaml`, a line for each requirement, score and finding.
fn verdicts(law: &str, if_enacted: Option<Assumed>) -> String {
    let own = fs::read("tests/verdicts/model-law.yaml").expect("the model law is there");
    let library = Library::open(vec![("model-law.yaml".to_owned(), own)]);
    let (shelf, _) = library.shelve();
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let bytes = format!("{HEAD}{law}").into_bytes();
    let (examined, legislation) = legislation(&shelf, "x.yaml", bytes, &read, &[]);
    let legislation = legislation.unwrap_or_else(|| panic!("{:#?}", examined.diagnostics.shown()));
    let checklist = shelf.get("ml").expect("the model law is on the shelf");
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let result = match if_enacted {
        Some(assumed) => assess_if(&legislation, legislation.as_at, &assumed, checklist),
        None => assess(&survey, checklist),
    };
    let mut lines = lines(&result);
    for finding in findings(&survey, &[checklist]) {
        let elements: Vec<&str> = finding
            .elements
            .iter()
            .map(|element| element.id.as_str())
            .collect();
        lines.push(format!("{}: {}", finding.kind.word(), elements.join(", ")));
    }
    lines.join("\n")
}

fn lines(result: &ChecklistResult<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for one in result.requirements() {
        let range = one.outcome.range.map_or_else(String::new, |(worst, best)| {
            format!(" ({} to {})", worst.word(), best.word())
        });
        let elements: Vec<String> = one
            .elements
            .iter()
            .map(|element| format!("{} {}", element.name, element.verdict().word()))
            .collect();
        let mut line = format!(
            "{}: {}{range}: {}",
            one.requirement.id,
            one.outcome.verdict.word(),
            elements.join(", ")
        );
        if one.combined {
            line.push_str("; combined");
        }
        for name in &one.declarations_to_make {
            line.push_str(&format!("; to declare {name}"));
        }
        for excused in &one.excused {
            line.push_str(&format!("; excused {}", excused.name));
        }
        for gap in &one.gaps {
            line.push_str(&format!("; gap {}", gap.id));
        }
        if let Some(then) = &one.if_enacted {
            line.push_str(&format!(
                "; if enacted {}, closes {:?}, opens {:?}",
                then.outcome.verdict.word(),
                then.closes,
                then.opens
            ));
        }
        lines.push(line);
    }
    lines.push(format!("binding {}", tally(&result.binding)));
    lines.push(format!("optional {}", tally(&result.optional)));
    lines
}

fn tally(tally: &Tally) -> String {
    let score = tally.score.map_or_else(
        || "nothing scored".to_owned(),
        |score| format!("{:.4} to {:.4}", score.low, score.high),
    );
    format!(
        "{score}, {} of {} determined",
        tally.elements.determined, tally.elements.total
    )
}

/// A law in force with these sections.
fn in_force(sections: &str) -> String {
    format!(
        "laws:\n  - id: cca\n    title: Act\n    status: in-force\n    in-force: 2016-09-01\n    sections:\n{sections}"
    )
}

#[test]
fn silence_is_unknown_and_never_absent() {
    insta::assert_snapshot!(verdicts("", None));
}

#[test]
fn what_was_searched_for_and_not_found_is_unmet() {
    insta::assert_snapshot!(verdicts(
        "absent:\n  - { model: entering, searched: [], reason: Not there. }\n  - { model: searching, elements: [warrant], reason: None. }\n",
        None
    ));
}

#[test]
fn limbs_may_lie_in_different_sections_and_conditions_hold_for_each() {
    insta::assert_snapshot!(verdicts(&in_force("
      - ref: s. 1
        covers: [ { model: entering, met: [access, intent, without-right], quote: x } ]
      - ref: s. 2
        covers: [ { model: entering, met: [copying, part], unmet: { intent: negligence is enough }, quote: x } ]
"), None));
}

#[test]
fn a_bill_a_suspended_law_and_a_law_to_come_do_not_count() {
    let laws: String = [("bill", ""), ("suspended", ""), ("enacted", "in-force: 2026-07-01"), ("repealed", "")]
        .iter()
        .enumerate()
        .map(|(place, (status, date))| {
            format!("  - id: law-{place}\n    title: Act\n    status: {status}\n    {date}\n    sections: [ {{ ref: s. 1, covers: [ {{ model: searching, met: all, quote: x }} ] }} ]\n")
        })
        .collect();
    insta::assert_snapshot!(verdicts(&format!("laws:\n{laws}"), None));
}

#[test]
fn what_is_replaced_does_not_count_and_does_not_come_back() {
    insta::assert_snapshot!(verdicts(&in_force("
      - { ref: s. 1, covers: [ { model: searching, met: all, quote: x } ] }
      - { ref: s. 2, replaces: [s. 1], covers: [ { model: searching, met: [search], quote: x } ] }
      - { ref: s. 3, replaces: [s. 2], covers: [ { model: searching, partly: { search: only servers }, quote: x } ] }
"), None));
}

#[test]
fn an_unpermitted_narrowing_caps_and_names_the_gap() {
    insta::assert_snapshot!(verdicts(&in_force("
      - { ref: s. 1, covers: [ { model: entering, met: all, qualifiers: [damage, security], quote: x } ] }
"), None));
}

#[test]
fn a_declaration_not_made_caps_a_party_alone() {
    let law = in_force(
        "
      - { ref: s. 1, covers: [ { model: entering, met: all, qualifiers: [dishonest], quote: x } ] }
",
    );
    let mut pages = Vec::new();
    for treaty in [
        "treaties: { ml: { status: party, since: 2020-01-01 } }",
        "treaties: { ml: { status: party, since: 2020-01-01, declarations: [entering/dishonest] } }",
        "treaties: { ml: { status: signatory } }",
    ] {
        let first = verdicts(&format!("{treaty}\n{law}"), None);
        pages.push(format!(
            "{treaty}\n{}",
            first.lines().next().unwrap_or_default()
        ));
    }
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn a_reservation_takes_elements_out_and_sometimes_the_requirement() {
    let law = in_force(
        "
      - { ref: s. 1, covers: [ { model: entering, met: [access, part], quote: x } ] }
",
    );
    insta::assert_snapshot!(verdicts(
        &format!(
            "treaties: {{ ml: {{ status: party, reservations: [entering/nothing, entering/no-copying] }} }}\n{law}"
        ),
        None
    ));
}

#[test]
fn a_threshold_is_computed_from_the_value_of_the_annotation_else_of_the_section() {
    let page = |values: &str, own: &str| {
        let law = in_force(&format!(
            "
      - {{ ref: s. 1, {values} covers: [ {{ model: entering, met: [access], {own} quote: x }} ] }}
"
        ));
        let all = verdicts(&law, None);
        all.lines()
            .find(|line| line.starts_with("s-3"))
            .unwrap_or_default()
            .to_owned()
    };
    let pages = [
        page("", ""),
        page("values: { term: 12 months },", ""),
        page("values: { term: 364 days },", ""),
        page("values: { term: 6 months },", "values: { term: life },"),
    ];
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn not_applicable_leaves_every_denominator() {
    insta::assert_snapshot!(verdicts(
        "not-applicable:\n  - { requirement: ml/s-7, because: condition-not-fulfilled, ground: There are none. }\n",
        None
    ));
}

#[test]
fn a_bill_is_tried_beside_the_law_in_force() {
    let law = format!("{}  - id: bill-9\n    title: Bill\n    status: bill\n    sections: [ {{ ref: cl. 1, replaces: [cca s. 1], covers: [ {{ model: entering, met: [access, part, intent, without-right], unmet: {{ copying: not named }}, quote: x }} ] }} ]\n", in_force("
      - { ref: s. 1, covers: [ { model: entering, met: [copying, intent, without-right], unmet: { part: only whole systems, access: not named }, quote: x } ] }
"));
    insta::assert_snapshot!(verdicts(&law, Some(Assumed::All)));
}

#[test]
fn a_power_without_safeguards_is_named() {
    insta::assert_snapshot!(verdicts(&in_force("
      - { ref: s. 9, covers: [ { model: searching, met: [search, warrant], unmet: { remedy: none }, quote: x } ] }
      - { ref: s. 10, outside: Criticism of the head of State. }
"), None));
}

#[test]
fn weights_and_a_provision_of_conditions_alone() {
    insta::assert_snapshot!(verdicts(&in_force("
      - { ref: s. 9, covers: [ { model: guarding, met: [judge], unmet: { reasons: none }, quote: x } ] }
      - { ref: s. 10, covers: [ { model: guarding, partly: { judge: at times, reasons: at times }, quote: x } ] }
"), None));
}
