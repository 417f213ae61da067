//! Whose band depends on the weights, and whose on what is unknown.

use super::{Subject, wording};
use crate::assess::comparison::{Band, Rescored, Weighting, rescore};
use crate::model::Word;
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures;

pub(super) fn sensitivity(subject: &Subject<'_, '_>, document: &mut Document) {
    document.heading(1, "How much depends on weights and on what is unknown");
    let weightings = Weighting::ALL
        .iter()
        .map(|one| Cell::plain(format!("{}: {}", title(*one), wording::weighting(*one))));
    document.list(weightings.collect());
    document.paragraph("Each cell has the band with all that is unknown missing, and with all of it there; a cell in bold differs from the first.");
    let comparison = subject.comparison;
    let several = comparison.checklists.len() > 1;
    for (place, checklist) in comparison.checklists.iter().enumerate() {
        if several {
            document.heading(2, checklist.short_title.clone());
        }
        let mut rows = Vec::new();
        let (mut by_weight, mut by_unknown) = (Vec::new(), Vec::new());
        for (country, label) in comparison.countries.iter().zip(&comparison.labels) {
            let scores = rescore(comparison, place, country);
            let Some(own) = scores[0].score.map(Band::of) else {
                continue;
            };
            if own.settled().is_none() {
                by_unknown.push(format!("{label} ({} or {})", own.worst, own.best));
            }
            if scores.iter().any(|one| changes(own, one)) {
                by_weight.push(label.clone());
            }
            let mut cells = vec![Cell::plain(label.clone())];
            cells.extend(scores.iter().map(|one| cell(own, one)));
            rows.push(Row::of(cells));
        }
        let mut columns = vec![Column::text("Country", 0)];
        let titles = Weighting::ALL
            .iter()
            .map(|one| Column::text(title(*one), 3));
        columns.extend(titles);
        document.table(columns, rows);
        document.list(vec![
            Cell::plain(told("The band changes with the weights", &by_weight)),
            Cell::plain(told("The band depends on what is unknown", &by_unknown)),
        ]);
    }
}

fn told(what: &str, labels: &[String]) -> String {
    if labels.is_empty() {
        format!("{what}: of no country.")
    } else {
        format!("{what}: {}.", labels.join(", "))
    }
}

fn changes(own: Band, one: &Rescored) -> bool {
    one.score.map(Band::of) != Some(own)
}

fn cell(own: Band, one: &Rescored) -> Cell {
    let Some(score) = one.score else {
        return Cell::plain("–");
    };
    let band = Band::of(score);
    let letters = match band.settled() {
        Some(letter) => letter.to_string(),
        None => format!("{}–{}", band.worst, band.best),
    };
    let percent = figures::percent(Some(score)).replace(' ', "\u{a0}");
    let text = format!("{letters} {percent}");
    if band == own {
        Cell::plain(text)
    } else {
        Cell::toned(text, Tone::Strong)
    }
}

fn title(weighting: Weighting) -> &'static str {
    match weighting {
        Weighting::AsGiven => "As given",
        Weighting::Equal => "Equal",
        Weighting::Elements => "Elements",
        Weighting::Gates => "Gates twice",
        Weighting::Chapters => "Chapters",
    }
}
