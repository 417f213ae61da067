//! The gap report of one country: the facts, the flat table, and the document in two forms (design, section 7).

mod chain;
mod closing;
mod conclusions;
mod cover;
pub mod facts;
mod full;
mod model_law;
mod overview;
mod record;
mod sheet;
mod wording;

use super::document::{Block, Document};
use super::{Facts, Part, Report, Sheet};
use crate::assess::{ChecklistResult, Finding, Surplus};
use crate::model::{Checklist, Date, Legislation, Word};

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
        facts: if wants(Part::Facts) {
            Facts::Assessment(Box::new(record::record(subject)))
        } else {
            Facts::Nothing
        },
    }
}

/// One report on several countries: their documents one after the other, their facts in a list.
#[must_use]
pub fn join(mut reports: Vec<Report>) -> Report {
    if reports.len() == 1 {
        return reports.remove(0);
    }
    let mut joined = Report {
        document: Document {
            title: format!("Gap reports of {} countries", reports.len()),
            blocks: Vec::new(),
        },
        sheet: Sheet::default(),
        facts: Facts::Assessments(Vec::new()),
    };
    let mut all = Vec::new();
    for report in reports {
        joined.document.heading(1, report.document.title);
        joined
            .document
            .blocks
            .extend(report.document.blocks.into_iter().map(one_level_down));
        joined.sheet.columns = report.sheet.columns;
        joined.sheet.rows.extend(report.sheet.rows);
        if let Facts::Assessment(facts) = report.facts {
            all.push(*facts);
        }
    }
    joined.facts = Facts::Assessments(all);
    joined
}

fn one_level_down(block: Block) -> Block {
    if let Block::Heading { level, text } = block {
        return Block::Heading {
            level: level + 1,
            text,
        };
    }
    block
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
