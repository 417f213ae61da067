//! The long form: one row for each line and country, with a mean for each region.

use super::{Subject, wording};
use crate::assess::comparison::{Group, Line, LineCell};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures;

/// How many sections a cell cites.
const CITED: usize = 6;

pub(super) fn long(subject: &Subject<'_, '_>, document: &mut Document) {
    let by = subject.listing.by;
    document.heading(1, format!("{} by country", wording::by(by)));
    let mut rows = Vec::new();
    let several = subject.comparison.checklists.len() > 1;
    for (line, cells) in subject.listed() {
        let mut name = wording::line(line, by);
        if let Some(checklist) = line.checklist.filter(|_| several) {
            name = format!("{}: {name}", checklist.short_title);
        }
        rows.push(Row::group(name));
        of_line(subject, line, &cells, &mut rows);
    }
    if rows.is_empty() {
        document.paragraph("Nothing is left to list.");
        return;
    }
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: false,
        brief: Vec::new(),
        columns: vec![
            Column::text("Country", 4),
            Column::text("Verdict", 4),
            Column::figures("Score"),
            Column::text("Law", 5),
            Column::text("On its way", 4),
        ],
        rows,
    }));
}

fn of_line(subject: &Subject<'_, '_>, line: &Line<'_>, cells: &[LineCell], rows: &mut Vec<Row>) {
    let comparison = subject.comparison;
    let groups = comparison.groups(cells);
    for ((_, countries), group) in comparison.regions().into_iter().zip(&groups) {
        if comparison.has_regions() {
            rows.push(mean(group));
        }
        for number in countries {
            let cell = &cells[number];
            if subject.listing.shows(cell.outcome.verdict) {
                rows.push(country(subject, line, number, cell));
            }
        }
    }
    rows.extend(groups.last().map(mean));
}

fn country(subject: &Subject<'_, '_>, line: &Line<'_>, number: usize, cell: &LineCell) -> Row {
    let law = if line.requirement(subject.listing.by).is_some() {
        wording::cited(&subject.cites(number, &cell.relied), CITED)
    } else {
        figures::count(cell.relied.len(), "section")
    };
    let mut coming = wording::lifecycle(cell.lifecycle);
    if !cell.waiting.is_empty() {
        let cites = wording::cited(&subject.cites(number, &cell.waiting), CITED);
        coming = format!("{coming}: {cites}");
    }
    Row::of(vec![
        Cell::plain(subject.comparison.labels[number].clone()),
        Cell::toned(
            figures::outcome(&cell.outcome),
            figures::tone(cell.outcome.verdict),
        ),
        Cell::plain(figures::percent(cell.outcome.score)),
        Cell::plain(law),
        Cell::plain(coming),
    ])
}

fn mean(group: &Group) -> Row {
    let strong = |text: String| Cell::toned(text, Tone::Strong);
    Row::of(vec![
        strong(wording::members(group)),
        Cell::plain(wording::counts(&group.counts)),
        strong(figures::percent(group.score)),
        Cell::plain(format!("assessed {}", figures::determined(group.elements))),
        Cell::plain(""),
    ])
}
