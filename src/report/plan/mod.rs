//! The plan of technical assistance: for a ministry and a donor to edit and sign, for programs, and as tables.

mod book;
mod cluster;
mod days;
mod drafting;
pub mod facts;
mod full;
mod gantt;
pub mod kept;
pub mod lint;
mod logframe;
mod mandate;
mod matrix;
mod naming;
mod outline;
mod record;
mod request;
mod sheet;
mod timeline;
pub mod wording;

pub(in crate::report) use outline::mandate;

use super::document::{Document, Imprint, Sheet};
use super::{Book, Facts, Part, Report};
use crate::assess::plan::Plan;
use crate::assess::{ChecklistResult, Survey};
use crate::model::{Date, Legislation, Word};

/// A plan with the country it is for.
#[derive(Debug)]
pub struct Subject<'c> {
    /// The country.
    pub legislation: &'c Legislation<'c>,
    /// The date on which it starts, and of the assessment behind it.
    pub date: Date,
    /// The law in force at that date.
    pub survey: &'c Survey<'c>,
    /// How the law stands to each instrument.
    pub results: &'c [ChecklistResult<'c>],
    /// The plan.
    pub plan: &'c Plan<'c>,
    /// The version of the library of measures.
    pub library: &'c str,
}

/// What the document looks like; the facts and tables are the same in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The action-plan matrix.
    Matrix,
    /// The logframe.
    Logframe,
    /// A request for assistance of one page for each field of work.
    Request,
    /// A sheet of instructions for each measure that changes a law.
    Drafting,
    /// The picture over time.
    Gantt,
    /// All of them.
    Full,
}

impl Word for Form {
    const ALL: &'static [Self] = &[
        Self::Matrix,
        Self::Logframe,
        Self::Request,
        Self::Drafting,
        Self::Gantt,
        Self::Full,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Logframe => "logframe",
            Self::Request => "request",
            Self::Drafting => "drafting",
            Self::Gantt => "gantt",
            Self::Full => "full",
        }
    }
}

/// The report on a plan, with the parts that are `wanted`.
#[must_use]
pub fn report(subject: &Subject<'_>, form: Form, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    let document = match form {
        _ if !wants(Part::Document) => Document::default(),
        Form::Matrix => kept::with(subject, matrix::document(subject)),
        Form::Full => kept::with(subject, full::document(subject, form)),
        Form::Logframe | Form::Request | Form::Drafting | Form::Gantt => {
            full::document(subject, form)
        }
    };
    Report {
        document,
        sheet: if wants(Part::Sheet) {
            sheet::sheet(subject)
        } else {
            Sheet::default()
        },
        book: if wants(Part::Book) {
            book::book(subject)
        } else {
            Book::default()
        },
        facts: if wants(Part::Facts) {
            Facts::Plan(Box::new(record::record(subject)))
        } else {
            Facts::Nothing
        },
    }
}

/// One report on the plans of several countries, one after the other.
#[must_use]
pub fn join(reports: Vec<Report>) -> Report {
    let title = format!(
        "Plans of technical assistance for {} countries",
        reports.len()
    );
    super::assessment::under(title, reports)
}

/// The title of every form.
pub(super) fn title(subject: &Subject<'_>) -> String {
    format!(
        "Plan of technical assistance: {}",
        subject.legislation.country.name
    )
}

/// What stands on every page.
pub(super) fn imprint(subject: &Subject<'_>) -> Imprint {
    Imprint {
        as_at: Some(subject.date),
        status: Some(subject.legislation.status.word().to_owned()),
        classification: subject.legislation.classification.clone(),
    }
}

/// An empty document of any form, with title and imprint.
pub(super) fn begin(subject: &Subject<'_>) -> Document {
    Document {
        title: title(subject),
        imprint: imprint(subject),
        blocks: Vec::new(),
    }
}
