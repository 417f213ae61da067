//! The plan of technical assistance for one country, in the forms that ministries and donors know.

mod cluster;
mod drafting;
mod full;
mod gantt;
mod logframe;
mod mandate;
mod naming;
mod request;

use super::assessment::notice;
use super::document::{Document, Imprint};
use super::{Book, Facts, Report, Sheet};
use crate::assess::ChecklistResult;
use crate::assess::Survey;
use crate::assess::plan::{Addressee, Plan};
use crate::model::{Date, Legislation, MeasureType, Word};

/// A plan with what it was made from.
#[derive(Debug)]
pub struct Subject<'c> {
    /// The country.
    pub legislation: &'c Legislation<'c>,
    /// The date of the law.
    pub date: Date,
    /// The law in force at that date.
    pub survey: &'c Survey<'c>,
    /// The assessment.
    pub results: &'c [ChecklistResult<'c>],
    /// The plan.
    pub plan: &'c Plan<'c>,
}

/// The form of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Form {
    Matrix,
    Logframe,
    Request,
    Drafting,
    Gantt,
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

/// The plan in that form.
#[must_use]
pub fn report(subject: &Subject<'_>, form: Form) -> Report {
    Report {
        document: full::document(subject, form),
        sheet: Sheet::default(),
        book: Book::default(),
        facts: Facts::Nothing,
    }
}

fn begin(subject: &Subject<'_>) -> Document {
    Document {
        title: format!("Technical-assistance plan: {}", subject.legislation.country.name),
        imprint: Imprint {
            as_at: Some(subject.date),
            status: Some(subject.legislation.status.word().to_owned()),
            classification: subject.legislation.classification.clone(),
        },
        blocks: vec![notice(subject.legislation.status)],
    }
}

/// A type of assistance in words.
fn kind(kind: MeasureType) -> &'static str {
    match kind {
        MeasureType::GoodPractices => "good practices",
        MeasureType::ModelLegislation => "model legislation",
        MeasureType::LegalAdvice => "legal advice",
        MeasureType::LegislativeDrafting => "legislative drafting",
        MeasureType::ActionPlan => "action plan",
        MeasureType::OnSiteExpert => "on-site expert",
        MeasureType::CapacityBuilding => "capacity-building",
        MeasureType::InstitutionBuilding => "institution-building",
        MeasureType::Equipment => "equipment",
        MeasureType::Other => "other",
    }
}

/// Whom to ask.
fn whom(addressee: Addressee) -> &'static str {
    match addressee {
        Addressee::CriminalLaw => "Ministry of Justice (criminal law), prosecution service",
        Addressee::Investigation => "police cybercrime unit, prosecution service, judiciary",
        Addressee::Safeguards => "judiciary, human-rights institution, data-protection authority",
        Addressee::Cooperation => {
            "central authority for mutual legal assistance, 24/7 contact point"
        }
        Addressee::Institutions => {
            "ministry in charge of cybersecurity, Ministry of Foreign Affairs"
        }
    }
}
