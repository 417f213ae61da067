//! A plan that is kept: what people write in it stays, byte for byte, whatever the program changes beside it.

use gapcheck::load::{change_plan, kept_plan, write_plan};
use gapcheck::model::{
    Donor, IndicatorLevel, KeptCost, KeptIndicator, KeptLine, KeptPlan, LineStanding, LineState,
    PlanChanges, Span,
};

#[path = "kept_plan/by_hand.rs"]
mod by_hand;

/// The plan in a text that has no mistake.
fn read(text: &str) -> KeptPlan {
    let (examined, plan) = kept_plan("plan.yaml", text.as_bytes().to_vec());
    let found: Vec<String> = examined
        .diagnostics
        .shown()
        .iter()
        .map(|found| format!("{} {} at {:?}", found.code.id(), found.message, found.span))
        .collect();
    plan.unwrap_or_else(|| panic!("{found:?} in\n{text}"))
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn closing(closes: &[&str]) -> LineStanding {
    LineStanding {
        closes: ids(closes),
        ..LineStanding::default()
    }
}

fn changes(standings: &[(&str, LineStanding)]) -> PlanChanges {
    PlanChanges {
        as_at: None,
        checklists: Vec::new(),
        standings: standings
            .iter()
            .map(|(id, standing)| ((*id).to_owned(), standing.clone()))
            .collect(),
        new_lines: Vec::new(),
    }
}

/// The text after the changes; making them again changes nothing.
fn changed(text: &str, changes: &PlanChanges) -> String {
    let new = change_plan(text, changes).expect("the plan can be changed");
    let again = PlanChanges {
        new_lines: Vec::new(),
        ..changes.clone()
    };
    assert_eq!(change_plan(&new, &again).as_deref(), Ok(new.as_str()));
    new
}

const PLAN: &str = "\
# Agreed on 3 May.
gapcheck: plan/1
country: XAL
lines:
  # The ministry comes first.
  - id: amend-offence/cca   # see the minutes
    lead: Office of the Attorney General
    state: open
    closes: [budapest/art-2/intent, budapest/art-3/intent]   # both in s. 3
    x-file: 14/2026
";

#[test]
fn a_closed_gap_leaves_the_line_and_is_noted() {
    let standing = LineStanding {
        closed_since: ids(&["budapest/art-3/intent"]),
        ..closing(&["budapest/art-2/intent"])
    };
    let new = changed(PLAN, &changes(&[("amend-offence/cca", standing)]));
    assert_eq!(
        new,
        "\
# Agreed on 3 May.
gapcheck: plan/1
country: XAL
lines:
  # The ministry comes first.
  - id: amend-offence/cca   # see the minutes
    closed-since: [budapest/art-3/intent]
    lead: Office of the Attorney General
    state: open
    closes: [budapest/art-2/intent]   # both in s. 3
    x-file: 14/2026
"
    );
}

#[test]
fn a_line_whose_gaps_are_all_gone_is_done_and_one_whose_gaps_come_back_is_open() {
    let done = LineStanding {
        state: LineState::Done,
        closed_since: ids(&["budapest/art-2/intent", "budapest/art-3/intent"]),
        ..LineStanding::default()
    };
    let new = changed(PLAN, &changes(&[("amend-offence/cca", done)]));
    assert!(
        new.contains("    state: done\n    closes: []   # both in s. 3\n"),
        "{new}"
    );
    let back = closing(&["budapest/art-2/intent", "budapest/art-3/intent"]);
    let again = changed(&new, &changes(&[("amend-offence/cca", back)]));
    assert_eq!(
        again.replace("    closed-since: []\n", ""),
        PLAN,
        "nothing else is left behind"
    );
}

#[test]
fn a_new_line_goes_under_the_last_one_with_a_remark() {
    let new = changed(
        PLAN,
        &PlanChanges {
            as_at: "2026-06-30".parse().ok(),
            new_lines: vec![KeptLine {
                id: "train-police/investigation".to_owned(),
                title: Some("Train: police, first".to_owned()),
                standing: LineStanding {
                    supports: ids(&["budapest/art-2/intent"]),
                    ..LineStanding::default()
                },
                ..KeptLine::default()
            }],
            ..PlanChanges::default()
        },
    );
    let (head, tail) = new.split_at(new.find("  # New").expect("there is a remark"));
    assert_eq!(head.replace("as-at: 2026-06-30\n", ""), PLAN);
    assert_eq!(
        tail,
        "  # New in the draft, law as at 2026-06-30:
  - id: train-police/investigation
    title: \"Train: police, first\"
    state: open
    supports: [budapest/art-2/intent]
"
    );
}

#[test]
fn lists_may_be_written_in_lines_with_remarks_between_them() {
    let text = "\
gapcheck: plan/1
country: XAL
lines:
- id: a
  closes:
  # first
  - b/art-1/x # x
  - b/art-2/y
  # last
  state: open
";
    let new = changed(
        text,
        &changes(&[("a", closing(&["b/art-2/y", "b/art-3/z"]))]),
    );
    assert_eq!(
        new,
        "\
gapcheck: plan/1
country: XAL
lines:
- id: a
  closes:
  # first
  # x
  - b/art-2/y
  - b/art-3/z
  # last
  state: open
"
    );
}

#[test]
fn a_line_in_brackets_stays_in_brackets() {
    let text =
        "{ gapcheck: plan/1, country: XAL, lines: [ { id: a, closes: [b/art-1/x, b/art-2/y] } ] }";
    let mut changes = changes(&[("a", closing(&["b/art-2/y"]))]);
    changes.new_lines = vec![KeptLine {
        id: "c".to_owned(),
        effort: Some(Span { low: 1, high: 2 }),
        ..KeptLine::default()
    }];
    assert_eq!(
        changed(text, &changes),
        "{ gapcheck: plan/1, country: XAL, lines: [ { id: a, state: open, closes: [b/art-2/y] }, # New in the draft:
    { id: c, state: open, effort: { low: 1, high: 2 } } ] }"
    );
}

#[test]
fn what_was_written_is_read_as_it_was() {
    let text = |text: &str| Some(text.to_owned());
    let line = KeptLine {
        id: "own/one".to_owned(),
        own: true,
        standing: closing(&["b/art-1/x"]),
        title: text("yes"),
        lead: text("Ministry: \"Justice\" # and\nmore\\ \u{2028}é 中"),
        partners: Some(vec!["a, b".to_owned(), "- c".to_owned()]),
        begin: "2026-07-01".parse().ok(),
        end: "2027-06-30".parse().ok(),
        effort: Some(Span { low: 0, high: 9 }),
        cost: Some(KeptCost {
            bounds: Span { low: 5, high: 5 },
            confirmed: true,
        }),
        national: Some(2),
        donor: Some(Donor {
            name: "European Union".to_owned(),
            amount: Some(3),
        }),
        publication: text("https://example.org/plan?a=1#b"),
        indicators: Some(vec![KeptIndicator {
            level: IndicatorLevel::Outcome,
            indicator: "Requests answered (%)".to_owned(),
            means: None,
            baseline: text("0"),
            target: text("80 %"),
        }]),
        note: text(" spaces "),
        ..KeptLine::default()
    };
    let plan = KeptPlan {
        country: "XAL".to_owned(),
        as_at: "2026-06-30".parse().ok(),
        checklists: ids(&["budapest"]),
        start: "2026-07-01".parse().ok(),
        currency: text("USD"),
        publication: None,
        lines: vec![line],
    };
    let mut read = read(&write_plan(&plan));
    assert_eq!(read.lines[0].at_line, 15);
    read.lines[0].at_line = 0;
    assert_eq!(read, plan);
}

#[test]
fn a_file_with_a_mistake_is_no_plan() {
    for text in [
        "gapcheck: plan/1\ncountry: XAL\nlines:\n  - id: a\n    leed: x\n",
        "gapcheck: plan/1\ncountry: XAL\nlines:\n  - id: a\n    title: \"x\n",
        "gapcheck: legislation/1\n",
        "",
    ] {
        let (examined, plan) = kept_plan("plan.yaml", text.as_bytes().to_vec());
        assert!(plan.is_none());
        assert!(examined.diagnostics.error_count() > 0);
    }
}
