//! The flat table of a comparison, always in the long form: one row for each line and country.

use super::Subject;
use crate::assess::comparison::{Line, LineCell};
use crate::model::Word;
use crate::report::Sheet;

pub(super) fn sheet(subject: &Subject<'_, '_>) -> Sheet {
    let mut rows = Vec::new();
    for (line, cells) in subject.listed() {
        for (country, cell) in cells.iter().enumerate() {
            if subject.listing.shows(cell.outcome.verdict) {
                rows.push(row(subject, line, country, cell));
            }
        }
    }
    Sheet {
        columns: vec![
            "checklist",
            "line",
            "cite",
            "title",
            "chapter",
            "bindingness",
            "gate",
            "model",
            "region",
            "country",
            "name",
            "as-at",
            "verdict",
            "at-worst",
            "at-best",
            "score-low",
            "score-high",
            "determined",
            "elements",
            "lifecycle",
            "expires",
            "sections",
            "not-in-force",
        ],
        rows,
    }
}

fn row(subject: &Subject<'_, '_>, line: &Line<'_>, country: usize, cell: &LineCell) -> Vec<String> {
    let by = subject.listing.by;
    let member = line.requirement(by);
    let requirement = member.map(|member| member.requirement);
    let kept = &subject.comparison.countries[country];
    let (worst, best) = match cell.outcome.range {
        Some((worst, best)) => (worst, best),
        None => (cell.outcome.verdict, cell.outcome.verdict),
    };
    let figure = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.6}"));
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        text(line.checklist.map(|checklist| checklist.id.as_str())),
        line.id.clone(),
        text(requirement.map(|one| one.cite.as_str())),
        line.title.clone(),
        text(member.map(|member| member.chapter)),
        if line.is_optional() {
            "optional".to_owned()
        } else {
            text(requirement.map(|one| one.bindingness.word()))
        },
        if line.is_gate() { "yes" } else { "no" }.to_owned(),
        text(requirement.map(|one| one.model.id.as_str())),
        kept.region.clone().unwrap_or_default(),
        subject.comparison.labels[country].clone(),
        kept.name.clone(),
        kept.date.to_string(),
        cell.outcome.verdict.word().to_owned(),
        worst.word().to_owned(),
        best.word().to_owned(),
        figure(cell.outcome.score.map(|score| score.low)),
        figure(cell.outcome.score.map(|score| score.high)),
        cell.elements.determined.to_string(),
        cell.elements.total.to_string(),
        cell.lifecycle.word().to_owned(),
        cell.lifecycle
            .expires()
            .map_or_else(String::new, |date| date.to_string()),
        subject.cites(country, &cell.relied).join("; "),
        subject.cites(country, &cell.waiting).join("; "),
    ]
}
