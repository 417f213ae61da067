//! One report on several countries.

use super::book;
use crate::report::document::{About, Block, Cell, Document, Imprint, Row, Sheet};
use crate::report::{Book, Facts, Report};

/// One report on several countries: their documents one after the other, their tables and sheets as one, their facts in a list.
#[must_use]
pub fn join(reports: Vec<Report>) -> Report {
    let title = format!("Gap reports of {} countries", reports.len());
    under(title, reports)
}

/// The same under a title of its own; a single report stays as it is.
pub(in crate::report) fn under(title: String, mut reports: Vec<Report>) -> Report {
    if reports.len() == 1 {
        return reports.remove(0);
    }
    let documents = reports.iter().map(|report| &report.document.imprint);
    let mut joined = Report {
        document: Document {
            title: title.clone(),
            imprint: common(&documents.collect::<Vec<_>>()),
            blocks: Vec::new(),
        },
        sheet: Sheet::default(),
        book: Book::default(),
        facts: Facts::Nothing,
    };
    let (mut assessments, mut plans) = (Vec::new(), Vec::new());
    let mut books = Vec::new();
    for (place, report) in reports.into_iter().enumerate() {
        joined.document.heading(1, report.document.title);
        let blocks = report.document.blocks.into_iter();
        let blocks = blocks.map(|block| beneath(block, place + 1));
        joined.document.blocks.extend(blocks);
        joined.sheet.columns = report.sheet.columns;
        joined.sheet.rows.extend(report.sheet.rows);
        books.push(report.book);
        if let Facts::Assessment(one) = report.facts {
            assessments.push(*one);
        } else if let Facts::Plan(one) = report.facts {
            plans.push(*one);
        }
    }
    let imprints: Vec<&Imprint> = books.iter().map(|book| &book.imprint).collect();
    let imprint = common(&imprints);
    joined.book = book::join(title, imprint, books);
    joined.facts = if plans.is_empty() {
        Facts::Assessments(assessments)
    } else {
        Facts::Plans(plans)
    };
    joined
}

/// What all the reports have in common at the foot of their pages; of the dates, the latest.
fn common(imprints: &[&Imprint]) -> Imprint {
    let common = |of: fn(&Imprint) -> &Option<String>| {
        let mut all = imprints.iter().map(|imprint| of(imprint));
        let first = all.next()?.clone();
        first.filter(|first| all.all(|other| other.as_ref() == Some(first)))
    };
    Imprint {
        as_at: imprints.iter().filter_map(|imprint| imprint.as_at).max(),
        status: common(|imprint| &imprint.status),
        classification: common(|imprint| &imprint.classification),
    }
}

/// A block of one report within the report on all: its headings one level down, its anchors with the place of the country
/// before them, since each country has the same articles.
fn beneath(block: Block, place: usize) -> Block {
    let anchor = |name: String| format!("{place}/{name}");
    let about = |about: Option<About>| {
        about.map(|about| About {
            anchor: anchor(about.anchor),
            ..about
        })
    };
    let cell = |cell: Cell| Cell {
        link: cell.link.map(anchor),
        ..cell
    };
    match block {
        Block::Heading {
            level,
            text,
            about: of,
        } => Block::Heading {
            level: level + 1,
            text,
            about: about(of),
        },
        Block::List(items) => Block::List(items.into_iter().map(cell).collect()),
        Block::Facts(facts) => {
            let facts = facts.into_iter();
            Block::Facts(facts.map(|(label, value)| (label, cell(value))).collect())
        }
        Block::Table(mut table) => {
            let rows = table.rows.into_iter().map(|row| Row {
                is_group: row.is_group,
                cells: row.cells.into_iter().map(cell).collect(),
                about: about(row.about),
            });
            table.rows = rows.collect();
            Block::Table(table)
        }
        Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => block,
    }
}
