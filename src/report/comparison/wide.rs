//! The wide form: countries as columns.

use super::{Subject, wording};
use crate::assess::comparison::{By, Line, LineCell};
use crate::report::document::{Block, Cell, Column, Document, HeatMap, HeatRow, Row, Table};
use crate::report::figures;

/// Beyond this many countries, a table of verdicts with law is no longer readable: the heat map stays, and the law is in the long form.
const MOST: usize = 12;
/// How many sections a cell cites.
const CITED: usize = 3;

/// One sign for each line and country.
pub(super) fn at_a_glance(subject: &Subject<'_, '_>, document: &mut Document) {
    let by = wording::by(subject.listing.by);
    document.heading(1, format!("{by} by country"));
    let rows = signs(subject);
    if rows.is_empty() {
        document.paragraph("Nothing is left to list.");
        return;
    }
    document.blocks.push(Block::HeatMap(HeatMap {
        caption: format!("Beside a sign, {}.", wording::LETTERS),
        columns: subject.comparison.labels.clone(),
        rows,
    }));
}

/// What the signs rest on: of a requirement the law, of what takes several together the scores.
pub(super) fn in_detail(subject: &Subject<'_, '_>, document: &mut Document) {
    if subject.listed().next().is_none() {
        return;
    }
    match subject.listing.by {
        By::Requirement => {
            document.heading(1, "Verdict and law by country");
            let countries = subject.comparison.countries.len();
            if countries > MOST {
                document.paragraph(format!(
                    "With {countries} countries the law relied on is left to the long form (`--form long`), to CSV and to JSON; up to {MOST} it stands here."
                ));
                return;
            }
            law(subject, document);
        }
        By::Chapter | By::Model | By::Chain => scores(subject, document),
    }
}

fn signs(subject: &Subject<'_, '_>) -> Vec<HeatRow> {
    let by = subject.listing.by;
    let mut rows = Vec::new();
    let mut above = None;
    for (line, cells) in subject.listed() {
        let heading = wording::heading(subject, line);
        if heading != above {
            rows.extend(heading.iter().map(|label| HeatRow {
                label: label.clone(),
                cells: Vec::new(),
            }));
            above = heading;
        }
        let signs = cells.iter().map(|cell| {
            let letter = wording::letter(cell.lifecycle);
            (figures::tone(cell.outcome.verdict), letter)
        });
        rows.push(HeatRow {
            label: wording::line(line, by),
            cells: signs.collect(),
        });
    }
    rows
}

fn columns(subject: &Subject<'_, '_>, first: Column) -> Vec<Column> {
    let mut columns = vec![first];
    let labels = subject.comparison.labels.iter();
    columns.extend(labels.map(|label| Column::text(label, 3)));
    columns
}

/// Rows under the headings of their instruments.
fn grouped(subject: &Subject<'_, '_>, row: impl Fn(&Line<'_>, &[LineCell]) -> Row) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut above = None;
    for (line, cells) in subject.listed() {
        let heading = wording::heading(subject, line);
        if heading != above {
            rows.extend(heading.iter().map(Row::group));
            above = heading;
        }
        rows.push(row(line, &cells));
    }
    rows
}

fn push(document: &mut Document, columns: Vec<Column>, rows: Vec<Row>) {
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: true,
        brief: Vec::new(),
        columns,
        rows,
    }));
}

/// Verdict, law on its way, and sections.
fn law(subject: &Subject<'_, '_>, document: &mut Document) {
    let rows = grouped(subject, |line, cells| {
        let mut row = vec![Cell::plain(wording::article(line))];
        row.extend(cells.iter().enumerate().map(|(country, cell)| {
            Cell::toned(
                words(subject, country, cell),
                figures::tone(cell.outcome.verdict),
            )
        }));
        Row::of(row)
    });
    push(document, columns(subject, Column::text("Article", 0)), rows);
}

fn words(subject: &Subject<'_, '_>, country: usize, cell: &LineCell) -> String {
    let mut text = figures::sign(cell.outcome.verdict).to_owned();
    if !cell.relied.is_empty() {
        text.push(' ');
        text.push_str(&wording::cited(
            &subject.cites(country, &cell.relied),
            CITED,
        ));
    }
    let mut mark = wording::lifecycle(cell.lifecycle);
    if !cell.waiting.is_empty() {
        let cites = wording::cited(&subject.cites(country, &cell.waiting), CITED);
        mark = format!("{mark}: {cites}");
    }
    if !mark.is_empty() {
        text.push_str(&format!(" ({mark})"));
    }
    text
}

/// Scores of lines that take several requirements together, with the means of the regions at the end.
fn scores(subject: &Subject<'_, '_>, document: &mut Document) {
    document.heading(1, "Scores by country and region");
    let comparison = subject.comparison;
    let by = wording::by(subject.listing.by);
    let mut columns = columns(subject, Column::text(by, 5));
    let with_regions = comparison.has_regions();
    for (region, _) in comparison.regions().iter().filter(|_| with_regions) {
        columns.push(Column::text(
            &format!("Mean: {}", wording::region(*region)),
            3,
        ));
    }
    columns.push(Column::text("Mean: all", 3));
    let rows = grouped(subject, |line, cells| {
        let mut row = vec![Cell::plain(wording::line(line, subject.listing.by))];
        row.extend(cells.iter().map(|cell| {
            let verdict = cell.outcome.verdict;
            let text = match cell.outcome.score {
                None => figures::sign(verdict).to_owned(),
                score => {
                    let score = figures::percent(score).replace(' ', "\u{a0}");
                    format!("{} {score}", figures::sign(verdict))
                }
            };
            Cell::toned(text, figures::tone(verdict))
        }));
        let groups = comparison.groups(cells);
        let means = groups
            .iter()
            .filter(|group| group.region.is_none() || with_regions);
        row.extend(means.map(|group| {
            let score = figures::percent(group.score).replace(' ', "\u{a0}");
            Cell::plain(format!("{score} of\u{a0}{}", group.scored))
        }));
        Row::of(row)
    });
    push(document, columns, rows);
    document.paragraph(format!(
        "A score takes the {} of its row together, by their weights; optional ones only where nothing there binds. It is in place where all are, not in place where none is even in part, and else partly.",
        wording::plural(By::Requirement)
    ));
}
