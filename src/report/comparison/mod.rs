//! Countries side by side: the facts, the flat table, and the document in a wide and a long form.

mod book;
mod common_gaps;
mod document;
pub mod facts;
mod long;
mod record;
mod scores;
mod sensitivity;
mod sheet;
mod wide;
mod wording;

use super::{Book, Document, Facts, Part, Report, Sheet};
use crate::assess::Verdict;
use crate::assess::comparison::{By, CommonGap, Comparison, Line, LineCell};
use crate::model::Word;

/// How the countries stand in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Countries as columns.
    Wide,
    /// One row for each line and country.
    Long,
}

impl Word for Form {
    const ALL: &'static [Self] = &[Self::Wide, Self::Long];

    fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Long => "long",
        }
    }
}

/// What is to be listed, and how. Filters choose what is listed; scores and means are always over everything that binds.
#[derive(Debug, Clone)]
pub struct Listing {
    /// What a line stands for.
    pub by: By,
    /// How the countries stand in the document.
    pub form: Form,
    /// The regions that the countries were chosen by; empty for all.
    pub regions: Vec<String>,
    /// Only requirements that are gates.
    pub gates: bool,
    /// Only these verdicts; empty for all.
    pub verdicts: Vec<Verdict>,
    /// Gaps that at least so many countries have; none for those that most have.
    pub common_gaps: Option<usize>,
    /// Whether countries are ranked.
    pub rank: bool,
    /// Whether scores are computed under other weightings.
    pub sensitivity: bool,
}

impl Listing {
    /// Whether a verdict is among those asked for.
    fn shows(&self, verdict: Verdict) -> bool {
        self.verdicts.is_empty() || self.verdicts.contains(&verdict)
    }
}

/// What a report on a comparison speaks of.
struct Subject<'r, 'c> {
    comparison: &'r Comparison<'c>,
    listing: &'r Listing,
    lines: Vec<Line<'c>>,
    gaps: Vec<CommonGap<'c>>,
}

impl<'c> Subject<'_, 'c> {
    /// The lines to list, each with its cells: those on which some country has a verdict asked for.
    fn listed(&self) -> impl Iterator<Item = (&Line<'c>, Vec<LineCell>)> {
        self.lines.iter().filter_map(|line| {
            let cells = line.cells(self.comparison);
            let mut verdicts = cells.iter().map(|cell| cell.outcome.verdict);
            let shown = verdicts.any(|verdict| self.listing.shows(verdict));
            shown.then_some((line, cells))
        })
    }

    /// The sections at those places of a country's list.
    fn cites(&self, country: usize, places: &[u32]) -> Vec<&str> {
        let cites = &self.comparison.countries[country].cites;
        let named = places.iter().map(|place| cites[*place as usize].as_ref());
        named.collect()
    }
}

/// The report on a comparison, with the parts that are `wanted`.
#[must_use]
pub fn report(comparison: &Comparison<'_>, listing: &Listing, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    let subject = Subject {
        comparison,
        listing,
        lines: comparison.lines(listing.by, listing.gates),
        gaps: crate::assess::comparison::common_gaps(
            comparison,
            listing.common_gaps,
            listing.gates,
        ),
    };
    Report {
        document: if wants(Part::Document) {
            document::document(&subject)
        } else {
            Document::default()
        },
        sheet: if wants(Part::Sheet) {
            sheet::sheet(&subject)
        } else {
            Sheet::default()
        },
        book: if wants(Part::Book) {
            book::book(&subject)
        } else {
            Book::default()
        },
        facts: if wants(Part::Facts) {
            Facts::Comparison(Box::new(record::record(&subject)))
        } else {
            Facts::Nothing
        },
    }
}
