//! How a score came about: every weight, the checklist's own and the project's, and what each requirement adds (design, section 4, rule 9).

use super::Subject;
use super::overview::anchor;
use crate::assess::{ChecklistResult, RequirementResult, Tally};
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::{self, count};

/// Adds the tables of weights to a document.
pub fn explain(subject: &Subject<'_>, document: &mut Document) {
    for result in &subject.results {
        let title = &result.checklist.short_title;
        document.heading(1, format!("How the score came about: {title}"));
        document.paragraph("The score is the mean of the scores of the requirements, each with its weight; a requirement's score is the mean of its elements, which are met (1), partly met (½), unmet (0) or unknown (0 to 1). What does not apply has no weight. “Adds” is the part of the whole that comes from the requirement: these parts add up to the score.");
        document.paragraph(whose(result));
        let optional = result.is_all_optional();
        table(result, optional, result.main(), document);
        let apart = result.requirements().filter(|one| one.is_optional());
        if !optional && apart.count() > 0 {
            document.paragraph("Optional requirements are scored apart:");
            table(result, true, &result.optional, document);
        }
    }
}

/// Whose weights these are.
fn whose(result: &ChecklistResult<'_>) -> String {
    match project_weights(result) {
        0 => "The weights are those of the checklist.".to_owned(),
        number => format!(
            "The project sets its own weight for {}; the others are those of the checklist.",
            count(number, "requirement")
        ),
    }
}

/// How many requirements have a weight of the project's.
pub(super) fn project_weights(result: &ChecklistResult<'_>) -> usize {
    let all = result.requirements();
    all.filter(|one| one.requirement.project_weight.is_some())
        .count()
}

fn table(result: &ChecklistResult<'_>, optional: bool, tally: &Tally, document: &mut Document) {
    let chosen = |one: &&RequirementResult<'_>| one.is_optional() == optional;
    let total: f64 = result
        .requirements()
        .filter(chosen)
        .filter(|one| one.outcome.score.is_some())
        .map(|one| one.requirement.weight_in_force())
        .sum();
    let mut rows = Vec::new();
    for chapter in &result.chapters {
        let mut chosen = chapter.requirements.iter().filter(chosen).peekable();
        if chosen.peek().is_some() {
            rows.push(Row::group(chapter.title));
        }
        rows.extend(chosen.map(|one| row(result, one, total)));
    }
    rows.push(Row::of(vec![
        Cell::toned("All", Tone::Strong),
        Cell::plain(""),
        Cell::plain(""),
        Cell::plain(""),
        Cell::plain(figures::percent(tally.score)),
        Cell::toned(figures::percent(tally.score), Tone::Strong),
    ]));
    document.table(
        vec![
            Column::text("Article", 2),
            Column::figures("Weight"),
            Column::figures("Project"),
            Column::text("Elements that weigh more or less", 3),
            Column::figures("Score"),
            Column::figures("Adds"),
        ],
        rows,
    );
}

fn row(result: &ChecklistResult<'_>, one: &RequirementResult<'_>, total: f64) -> Row {
    let requirement = one.requirement;
    let project = requirement.project_weight;
    let own_tone = if project.is_some() {
        Tone::Faint
    } else {
        Tone::Plain
    };
    let adds = one.outcome.score.filter(|_| total > 0.0).map_or_else(
        || "–".to_owned(),
        |score| {
            let share = requirement.weight_in_force() / total * 100.0;
            if score.is_determined() {
                format!("{:.1} %", score.low * share)
            } else {
                format!("{:.1}–{:.1} %", score.low * share, score.high * share)
            }
        },
    );
    Row::of(vec![
        Cell::plain(requirement.cite.clone()).to(anchor(result, one)),
        Cell::toned(requirement.weight.to_string(), own_tone),
        Cell::plain(project.map_or_else(|| "–".to_owned(), |weight| weight.to_string())),
        Cell::plain(elements(one)),
        Cell::plain(figures::percent(one.outcome.score)),
        Cell::plain(adds),
    ])
}

/// The elements whose weight is not 1.
#[expect(clippy::float_cmp, reason = "a weight that nobody set is exactly 1")]
fn elements(one: &RequirementResult<'_>) -> String {
    let elements = one.elements.iter();
    let weighed: Vec<String> = elements
        .filter(|result| result.element.element.weight != 1.0)
        .map(|result| format!("{} {}", result.name, result.element.element.weight))
        .collect();
    weighed.join(", ")
}
