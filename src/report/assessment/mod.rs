//! The gap report of one country: the facts, the flat table, and the document in two forms (design, section 7).

mod book;
mod chain;
mod closing;
mod conclusions;
mod cover;
mod cut;
mod explain;
pub mod facts;
mod full;
mod join;
mod model_law;
mod open;
mod overview;
mod record;
mod sheet;
pub(in crate::report) mod wording;

use super::document::{About, Document, Imprint};
pub(in crate::report) use cover::notice;
pub use explain::explain;
pub(in crate::report) use record::{range, score, tally};

use super::figures;
use super::{Book, Facts, Part, Report, Sheet};
use crate::assess::{ChecklistResult, Finding, RequirementResult, Surplus};
use crate::model::{Checklist, Date, Legislation, Word};

pub use join::join;
pub(in crate::report) use join::under;

/// A country that was assessed, with everything the report speaks of.
#[derive(Debug)]
pub struct Subject<'c> {
    /// The country.
    pub legislation: &'c Legislation<'c>,
    /// The date of the assessment.
    pub date: Date,
    /// The checklists, in the order in which they were asked for.
    pub results: Vec<ChecklistResult<'c>>,
    /// What scores don't show.
    pub findings: Vec<Finding<'c>>,
    /// Set where no country was assessed but a model law.
    pub model_law: Option<ModelLaw<'c>>,
}

/// A model law that was assessed as if it were a country's only law.
#[derive(Debug)]
pub struct ModelLaw<'c> {
    /// The model law.
    pub checklist: &'c Checklist<'c>,
    /// What it has beyond the instruments.
    pub surplus: Vec<Surplus<'c>>,
}

/// How long the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Two to four pages: what is missing, what is not known, what is needed.
    Overview,
    /// Article by article, with the words of the law.
    Full,
}

impl Word for Form {
    const ALL: &'static [Self] = &[Self::Overview, Self::Full];

    fn word(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Full => "full",
        }
    }
}

/// The report on one country, with the parts that are `wanted`.
#[must_use]
pub fn report(subject: &Subject<'_>, form: Form, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    let document = match form {
        _ if !wants(Part::Document) => Document::default(),
        Form::Overview => overview::document(subject),
        Form::Full => full::document(subject),
    };
    Report {
        document,
        sheet: if wants(Part::Sheet) {
            sheet::sheet(subject)
        } else {
            Sheet::default()
        },
        book: if wants(Part::Book) {
            book::book(subject, title(subject), imprint(subject))
        } else {
            Book::default()
        },
        facts: if wants(Part::Facts) {
            Facts::Assessment(Box::new(record::record(subject)))
        } else {
            Facts::Nothing
        },
    }
}

/// An empty document on a country, with its title and what stands on every page.
fn begin(subject: &Subject<'_>) -> Document {
    Document {
        title: title(subject),
        imprint: imprint(subject),
        blocks: Vec::new(),
    }
}

fn imprint(subject: &Subject<'_>) -> Imprint {
    let legislation = subject.legislation;
    Imprint {
        as_at: Some(subject.date),
        status: match subject.model_law {
            Some(_) => None,
            None => Some(legislation.status.word().to_owned()),
        },
        classification: legislation.classification.clone(),
    }
}

/// What a part of the report is about; `tail` keeps apart what else is about the same requirement.
fn about(
    subject: &Subject<'_>,
    checklist: &str,
    chapter: &str,
    one: &RequirementResult<'_>,
    tail: &str,
) -> About {
    let mut laws: Vec<String> = one
        .elements
        .iter()
        .flat_map(|element| &element.sections)
        .map(|index| subject.legislation.laws[index.law].id.clone())
        .collect();
    laws.sort_unstable();
    laws.dedup();
    About {
        anchor: format!("{checklist}/{}{tail}", one.requirement.id),
        verdict: figures::tone(one.outcome.verdict),
        chapter: chapter.to_owned(),
        laws,
    }
}

/// The title of a report on that country.
fn title(subject: &Subject<'_>) -> String {
    let instruments: Vec<&str> = subject
        .results
        .iter()
        .map(|result| result.checklist.short_title.as_str())
        .collect();
    format!(
        "Gap report: {}, {}",
        subject.legislation.country.name,
        instruments.join(" and ")
    )
}
