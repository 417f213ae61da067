//! The whole way: a law is assessed, its plan is kept and edited, the law changes, and the new draft is merged.

use std::fmt::Write as _;
use std::path::Path;

use gapcheck::assess::plan::{Ingredients, edited, measures, plan};
use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{self, Library};
use gapcheck::model::{Assumed, KeptPlan, PlanChanges};
use gapcheck::report::plan::{Subject, kept};

use super::read;

const OFFENCES: &[(&str, &[&str])] = &[
    (
        "illegal-access",
        &["access", "whole-or-part", "without-right", "intent"],
    ),
    (
        "illegal-interception",
        &[
            "interception",
            "technical-means",
            "non-public-transmission",
            "without-right",
            "intent",
        ],
    ),
    (
        "data-interference",
        &[
            "damaging",
            "deletion",
            "deterioration",
            "alteration",
            "suppression",
            "without-right",
            "intent",
        ],
    ),
    (
        "expedited-preservation",
        &[
            "preservation",
            "expeditious",
            "any-stored-data",
            "duty-to-preserve",
        ],
    ),
];

/// A country whose findings `roll` decides: each provision is absent, not looked for, or found with some of its elements.
pub(super) fn country(mut roll: impl FnMut(usize) -> usize) -> String {
    let mut laws = String::new();
    let mut absent = String::new();
    for (place, (model, elements)) in OFFENCES.iter().enumerate() {
        match roll(5) {
            0 => {}
            1 => writeln!(
                absent,
                "  - {{ model: {model}, searched: [code, act], reason: Not found. }}"
            )
            .expect("a string takes everything"),
            law => {
                let (mut met, mut unmet) = (Vec::new(), Vec::new());
                for element in *elements {
                    match roll(3) {
                        0 => met.push(*element),
                        1 => unmet.push(format!("{element}: missing")),
                        _ => {}
                    }
                }
                if met.is_empty() && unmet.is_empty() {
                    continue;
                }
                let met = if met.len() == elements.len() {
                    "all".to_owned()
                } else {
                    format!("[{}]", met.join(", "))
                };
                let law = if law == 2 { "code" } else { "act" };
                writeln!(
                    laws,
                    "{law} {place} covers: [ {{ model: {model}, met: {}, unmet: {{ {} }} }} ]",
                    met,
                    unmet.join(", ")
                )
                .expect("a string takes everything");
            }
        }
    }
    let sections = |law: &str| -> String {
        let own = laws.lines().filter_map(|line| line.strip_prefix(law));
        let own = own.map(|line| {
            let (place, covers) = line.trim().split_once(' ').expect("it has both");
            format!(
                "      - {{ ref: s. {place}, values: {{ max-imprisonment: 5 years }}, {covers} }}\n"
            )
        });
        let own: String = own.collect();
        if own.is_empty() {
            String::new()
        } else {
            format!("    sections:\n{own}")
        }
    };
    let absent = if absent.is_empty() {
        absent
    } else {
        format!("absent:\n{absent}")
    };
    format!(
        "gapcheck: legislation/1\ncountry: {{ code: XAL, name: Alphaland }}\nas-at: 2026-06-30\nstatus: fictional\n\
         laws:\n  - id: code\n    title: Criminal Code\n    status: in-force\n{}  - id: act\n    title: Computer Act\n    status: in-force\n{}{absent}",
        sections("code"),
        sections("act"),
    )
}

/// What is drafted for a law: a plan to keep, the changes to one that is kept, and who closes which gap.
pub(super) struct Draft {
    pub(super) fresh: KeptPlan,
    pub(super) changes: Option<PlanChanges>,
    pub(super) closes: Vec<(String, String)>,
    /// The ids of the lines in which work is planned once the kept plan has had its say.
    pub(super) planned: Vec<String>,
}

pub(super) fn draft(law: &str, kept_plan: Option<&KeptPlan>) -> Draft {
    let library = Library::open_only(Vec::new(), &["budapest"].into());
    let (shelf, _) = library.shelve();
    let no_file = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let (examined, legislation) =
        load::legislation(&shelf, "law.yaml", law.as_bytes().to_vec(), &no_file, &[]);
    let legislation =
        legislation.unwrap_or_else(|| panic!("{:?} in\n{law}", examined.diagnostics.shown()));
    let (measures_at_hand, _) = load::measures(shelf.catalogue, Vec::new());
    let measures_at_hand = measures_at_hand.expect("the shipped library is sound");
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let checklist = shelf.get("budapest").expect("it is shipped");
    let results = [assess(&survey, checklist)];
    let findings = findings(&survey, &[checklist]);
    let ingredients = Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library: &measures_at_hand,
        costs: None,
    };
    let drafted = plan(&ingredients);
    let subject = Subject {
        legislation: &legislation,
        date: legislation.as_at,
        survey: &survey,
        results: &results,
        plan: &drafted,
        library: "test",
    };
    let closes = drafted.lines.iter().flat_map(|line| {
        let gaps = line.closes.iter();
        gaps.map(|gap| (gap.id().to_owned(), line.id.clone()))
            .collect::<Vec<_>>()
    });
    let planned = kept_plan.map(|kept| {
        let worded = measures(kept, &drafted);
        let edited = edited(plan(&ingredients), &ingredients, kept, &worded);
        for line in &edited.lines {
            assert!(line.after.iter().all(|place| *place < edited.lines.len()));
            if let Some(kept) = line.kept {
                assert_eq!(line.own_title(), kept.title.as_deref());
                assert!(
                    kept.lead
                        .as_ref()
                        .is_none_or(|lead| *lead == line.measure.lead)
                );
                assert!(kept.effort.is_none_or(|effort| effort == line.effort));
            }
        }
        edited.lines.iter().map(|line| line.id.clone()).collect()
    });
    Draft {
        fresh: kept::fresh(&subject),
        changes: kept_plan.map(|plan| kept::changes(&subject, plan)),
        closes: closes.collect(),
        planned: planned.unwrap_or_default(),
    }
}

#[test]
fn a_plan_that_was_written_anew_says_what_the_draft_says_and_needs_no_change() {
    let law = country(|sides| sides - 1);
    let fresh = draft(&law, None).fresh;
    let text = load::write_plan(&fresh);
    let plan = read(&text);
    let changes = draft(&law, Some(&plan)).changes.expect("a plan is kept");
    assert!(changes.new_lines.is_empty());
    assert_eq!(
        load::change_plan(&text, &changes).as_deref(),
        Ok(text.as_str())
    );
}
