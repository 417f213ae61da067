//! Scores by chapter and by link of the chain of criminal justice, and the charts that are drawn from them.

use super::{SCORES, VERDICTS, country, table, tally, tally_columns};
use crate::model::Word;
use crate::report::assessment::Subject;
use crate::report::book::{Chart, ChartKind, Datum, GridColumn, Strip, Worksheet};
use crate::report::document::Tone;
use crate::report::figures;

/// The column with the names of chapters and links.
const PART: usize = 3;
/// The first of the columns with figures.
const FIGURES: usize = 4;

pub(super) fn scores(subject: &Subject<'_>) -> Worksheet {
    let mut columns = vec![
        GridColumn::new("Country", 14),
        GridColumn::new("Instrument", 26),
        GridColumn::new("By", 10),
        GridColumn::new("Chapter or link", 44),
    ];
    columns.extend(tally_columns());
    let mut rows = Vec::new();
    for result in &subject.results {
        let instrument = Datum::text(result.checklist.short_title.as_str());
        let row = |by: &str, part: &str, figures: Vec<Datum>| {
            let mut row = vec![
                country(subject),
                instrument.clone(),
                Datum::text(by),
                Datum::text(part),
            ];
            row.extend(figures);
            row
        };
        let chapters = result.chapters.iter();
        rows.extend(chapters.map(|one| row("chapter", one.title, tally(&one.binding))));
        let links = result.chain.iter();
        rows.extend(links.map(|one| row("link", one.link.word(), tally(&one.binding))));
    }
    table(SCORES, 2, columns, rows, "No instrument was asked for.")
}

/// For each instrument, the verdicts by chapter and the intervals by link.
pub(super) fn charts(subject: &Subject<'_>) -> Worksheet {
    let mut strips = Vec::new();
    let mut row = 0;
    for result in &subject.results {
        let name = format!(
            "{}, {}",
            subject.legislation.country.name, result.checklist.short_title
        );
        let mut add = |title: String, count: usize, kind: ChartKind| {
            strips.push(Strip::Chart(Chart {
                title,
                sheet: SCORES,
                rows: Some((row, count)),
                labels: PART,
                kind,
            }));
            row += count;
        };
        let bars = ChartKind::Bars(parts(FIGURES));
        let title = format!("Verdicts by chapter, requirements that bind: {name}");
        add(title, result.chapters.len(), bars);
        let wheel = ChartKind::Wheel {
            low: FIGURES,
            high: FIGURES + 1,
        };
        let title = format!("Score by link of the chain of criminal justice: {name}");
        add(title, result.chain.len(), wheel);
    }
    Worksheet {
        name: "Charts",
        strips,
    }
}

/// The columns of verdicts, where the figures begin at `first`, and what each counts.
pub(super) fn parts(first: usize) -> Vec<(usize, Tone)> {
    let places = VERDICTS.iter().enumerate();
    places
        .map(|(place, verdict)| (first + BEFORE_VERDICTS + place, figures::tone(*verdict)))
        .collect()
}

/// How many figures stand before the verdicts.
const BEFORE_VERDICTS: usize = 4;
