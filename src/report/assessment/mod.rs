//! The gap report of one country: the facts, the flat table, and the document in two forms (design, section 7).

mod chain;
mod closing;
mod conclusions;
mod cover;
mod explain;
pub mod facts;
mod full;
mod model_law;
mod overview;
mod record;
mod sheet;
mod wording;

pub use explain::explain;

use super::document::{About, Block, Document, Imprint};
use super::figures;
use super::{Facts, Part, Report, Sheet};
use crate::assess::{ChecklistResult, Finding, RequirementResult, Surplus};
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
            ..Document::default()
        },
        sheet: Sheet::default(),
        facts: Facts::Assessments(Vec::new()),
    };
    let mut all = Vec::new();
    joined.document.imprint = common_imprint(&reports);
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

fn one_level_down(block: Block) -> Block {
    if let Block::Heading { level, text, about } = block {
        return Block::Heading {
            level: level + 1,
            text,
            about,
        };
    }
    block
}

/// An empty document on a country, with its title and what stands on every page.
fn begin(subject: &Subject<'_>) -> Document {
    let legislation = subject.legislation;
    Document {
        title: title(subject),
        imprint: Imprint {
            as_at: Some(subject.date),
            status: match subject.model_law {
                Some(_) => None,
                None => Some(legislation.status.word().to_owned()),
            },
            classification: legislation.classification.clone(),
        },
        blocks: Vec::new(),
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
