//! One country at two dates: the facts, the flat table, the document, and a text for the report back to the Commission.

mod acts;
pub mod facts;
mod page;
mod record;
mod sheet;
mod tables;
mod text;
mod wording;

use super::{Document, Facts, Part, Report, Sheet};
use crate::assess::{CauseKind, GapFate, LawMove, Progress};
use crate::model::{Date, Legislation};
use crate::report::Book;

/// A country that was compared with itself, with everything the report speaks of.
#[derive(Debug)]
pub struct Subject<'c> {
    /// The file of the first date.
    pub before: &'c Legislation<'c>,
    /// The file of the second date.
    pub after: &'c Legislation<'c>,
    /// The two dates.
    pub dates: (Date, Date),
    /// Whether one file was read at two dates.
    pub is_one_file: bool,
    /// The checklists, in the order in which they were asked for.
    pub results: Vec<Progress<'c>>,
    /// What became of the laws.
    pub moves: Vec<LawMove<'c>>,
}

/// The report on a country at two dates, with the parts that are `wanted`.
#[must_use]
pub fn report(subject: &Subject<'_>, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    Report {
        book: Book::default(),
        document: if wants(Part::Document) || wants(Part::Book) {
            page::document(subject)
        } else {
            Document::default()
        },
        sheet: if wants(Part::Sheet) || wants(Part::Book) {
            sheet::sheet(subject)
        } else {
            Sheet::default()
        },
        facts: if wants(Part::Facts) {
            Facts::Progress(Box::new(record::record(subject)))
        } else {
            Facts::Nothing
        },
    }
}

/// Whether the law itself, and not what is known or asked of it, bears on what became of a gap.
fn is_by_law(result: &Progress<'_>, gap: &GapFate) -> bool {
    let mut changed = result.changed.iter();
    let one = changed.find(|one| one.requirement.id == gap.requirement);
    one.is_some_and(|one| {
        one.causes.iter().any(|cause| {
            matches!(cause.kind, CauseKind::LawChanged | CauseKind::BillMoved)
                && (cause.elements.is_empty() || cause.elements.contains(&gap.element))
        })
    })
}
