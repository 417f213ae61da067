//! What is open: what bills would change, and what is not known yet, with who could settle it.

use std::collections::BTreeMap;

use super::cut::{cut, shown};
use super::{Form, wording};
use crate::assess::{ChecklistResult, ElementVerdict, IfEnacted, RequirementResult};
use crate::report::document::{Cell, Column, Document, Row};
use crate::report::figures;

/// What an overview tells of what bills would change; the full report tells it article by article.
pub(super) fn if_enacted(result: &ChecklistResult<'_>, level: usize, document: &mut Document) {
    const MOST: usize = 5;
    let Some(then) = &result.if_enacted else {
        return;
    };
    document.heading(level, "If the bills were enacted");
    if then.laws.is_empty() {
        document.paragraph("No law of the file is being drafted, before parliament, or enacted and not yet in force.");
        return;
    }
    let score = format!(
        "With {} enacted the score would be {} instead of {}.",
        then.laws.join(", "),
        figures::percent(then.binding.score),
        figures::percent(result.binding.score)
    );
    let mut changes: Vec<(&RequirementResult<'_>, &IfEnacted)> = result
        .requirements()
        .filter(|one| !one.is_optional())
        .filter_map(|one| Some((one, one.if_enacted.as_ref()?)))
        .filter(|(one, then)| {
            then.outcome != one.outcome || !then.closes.is_empty() || !then.opens.is_empty()
        })
        .collect();
    if changes.is_empty() {
        document.paragraph(format!("{score} No verdict and no gap would change."));
        return;
    }
    // What a bill would spoil comes first, and then what has another verdict.
    changes.sort_by_key(|(one, then)| {
        let same = then.outcome.verdict == one.outcome.verdict;
        (then.opens.is_empty(), same)
    });
    let first = shown(changes.len(), MOST, Form::Overview);
    document.paragraph(score);
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Now", 2),
            Column::text("If enacted", 2),
            Column::text("Closes", 3),
            Column::text("Opens", 2),
        ],
        changes[..first]
            .iter()
            .map(|(one, then)| change(one, then))
            .collect(),
    );
    if changes.len() > first {
        document.paragraph(format!(
            "{} more would change; the full report tells of each.",
            changes.len() - first
        ));
    }
}

fn change(one: &RequirementResult<'_>, then: &IfEnacted) -> Row {
    let tails = |ids: &[String]| {
        let tails = ids.iter().map(|id| {
            let stem = id.splitn(3, '/').nth(2).unwrap_or(id);
            wording::readable(stem)
        });
        tails.collect::<Vec<_>>().join(", ")
    };
    let closes = if one.elements.len() > 2 && then.closes.len() == one.elements.len() {
        "everything".to_owned()
    } else {
        tails(&then.closes)
    };
    Row::of(vec![
        Cell::plain(one.requirement.cite.clone()),
        Cell::toned(
            figures::outcome(&one.outcome),
            figures::tone(one.outcome.verdict),
        ),
        Cell::toned(
            figures::outcome(&then.outcome),
            figures::tone(then.outcome.verdict),
        ),
        Cell::plain(closes),
        Cell::plain(tails(&then.opens)),
    ])
}

/// What one office could settle.
#[derive(Default)]
struct Open {
    /// The articles of which nothing is known.
    whole: Vec<String>,
    /// The others, with the elements that are unknown.
    part: Vec<String>,
}

/// What is not known, by who could settle it.
pub(super) fn not_determined(
    result: &ChecklistResult<'_>,
    level: usize,
    form: Form,
    document: &mut Document,
) {
    const MOST: usize = 6;
    let heading = match form {
        Form::Overview => "What is not known yet, and who could settle it".to_owned(),
        Form::Full => format!("What is not known yet: {}", result.checklist.short_title),
    };
    document.heading(level, heading);
    let open = by_office(result, form);
    if open.is_empty() {
        document.paragraph("Every element was determined.");
        return;
    }
    let rows = open.into_iter().map(|(who, open)| {
        Row::of(vec![
            Cell::plain(who),
            Cell::plain((open.whole.len() + open.part.len()).to_string()),
            Cell::plain(cut(&open.whole, MOST, ", ", form)),
            Cell::plain(cut(&open.part, MOST, "; ", form)),
        ])
    });
    document.table(
        vec![
            Column::text("Who could settle it", 3),
            Column::figures("Articles"),
            Column::text("Nothing known", 3),
            Column::text("Known in part, and what is open", 5),
        ],
        rows.collect(),
    );
}

fn by_office(result: &ChecklistResult<'_>, form: Form) -> BTreeMap<&'static str, Open> {
    const MOST: usize = 2;
    let mut offices: BTreeMap<&str, Open> = BTreeMap::new();
    let all_optional = result.is_all_optional();
    let asked = |one: &&RequirementResult<'_>| one.is_optional() == all_optional;
    for one in result.requirements().filter(asked) {
        let unknown: Vec<String> = one
            .elements
            .iter()
            .filter(|element| element.verdict() == ElementVerdict::Unknown)
            .map(|element| wording::readable(&element.name))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let who = wording::who_could_settle(one.requirement.model.category);
        let article = wording::unbroken(&one.requirement.cite);
        let open = offices.entry(who).or_default();
        if unknown.len() == one.elements.len() {
            open.whole.push(article);
            continue;
        }
        let first = shown(unknown.len(), MOST, form);
        let more = match unknown.len() - first {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = unknown[..first].join(", ");
        open.part.push(format!("{article} ({names}{more})"));
    }
    offices
}
