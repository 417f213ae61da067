//! Several reports in one.

use crate::report::document::{Block, Document, Imprint};
use crate::report::{Facts, Report, Sheet};

/// One report on several countries: their documents one after the other, their facts in a list.
#[must_use]
pub fn join(mut reports: Vec<Report>) -> Report {
    if reports.len() == 1 {
        return reports.remove(0);
    }
    let mut joined = Report {
        document: Document {
            title: format!("Gap reports of {} countries", reports.len()),
            ..Document::default()
        },
        sheet: Sheet::default(),
        facts: Facts::Assessments(Vec::new()),
    };
    let mut all = Vec::new();
    joined.document.imprint = common_imprint(&reports);
    for (number, report) in (1..).zip(reports) {
        joined.document.heading(1, report.document.title);
        let blocks = report.document.blocks.into_iter();
        joined
            .document
            .blocks
            .extend(blocks.map(|block| below(block, number)));
        joined.sheet.columns = report.sheet.columns;
        joined.sheet.rows.extend(report.sheet.rows);
        if let Facts::Assessment(facts) = report.facts {
            all.push(*facts);
        }
    }
    joined.facts = Facts::Assessments(all);
    joined
}

/// What all the reports have in common at the foot of their pages; of the dates, the latest.
fn common_imprint(reports: &[Report]) -> Imprint {
    let common = |of: fn(&Imprint) -> &Option<String>| {
        let mut all = reports.iter().map(|report| of(&report.document.imprint));
        let first = all.next()?.clone();
        first.filter(|first| all.all(|other| other.as_ref() == Some(first)))
    };
    Imprint {
        as_at: reports
            .iter()
            .filter_map(|report| report.document.imprint.as_at)
            .max(),
        status: common(|imprint| &imprint.status),
        classification: common(|imprint| &imprint.classification),
    }
}

/// A block of one of the reports: its headings one level down, and its anchors kept apart from those of the others.
fn below(mut block: Block, number: usize) -> Block {
    let apart = |anchor: &mut String| *anchor = format!("report-{number}/{anchor}");
    match &mut block {
        Block::Heading { level, about, .. } => {
            *level += 1;
            about.iter_mut().for_each(|about| apart(&mut about.anchor));
        }
        Block::Table(table) => {
            for row in &mut table.rows {
                let about = row.about.iter_mut().map(|about| &mut about.anchor);
                about.for_each(apart);
                let links = row.cells.iter_mut().filter_map(|cell| cell.link.as_mut());
                links.for_each(apart);
            }
        }
        Block::List(items) => {
            let links = items.iter_mut().filter_map(|item| item.link.as_mut());
            links.for_each(apart);
        }
        Block::Facts(facts) => {
            let links = facts
                .iter_mut()
                .filter_map(|(_, value)| value.link.as_mut());
            links.for_each(apart);
        }
        Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::Picture(_)
        | Block::Radar(_) => {}
    }
    block
}
