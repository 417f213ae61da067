//! A regional plan as programs read it. Keys may be added; none is renamed or removed.

use serde::Serialize;

pub use crate::report::assessment::facts::Country;
pub use crate::report::plan::facts::{Organisation, Range};

/// One plan over many countries.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct RegionalPlan {
    pub schema_version: u32,
    pub report: &'static str,
    pub countries: Vec<Member>,
    pub checklists: Vec<String>,
    /// In how many countries a measure is needed to stand under `measures`.
    pub common: usize,
    /// What is done once.
    pub measures: Vec<Measure>,
    /// What fewer countries need, and is done in each.
    pub national: Vec<Measure>,
    pub research: Vec<Question>,
}

/// A country of the region.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Member {
    #[serde(flatten)]
    pub country: Country,
    pub as_at: String,
    pub status: &'static str,
    /// How many lines its own plan has.
    pub lines: usize,
}

/// A measure that several countries need.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Measure {
    pub id: String,
    pub title: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub role: &'static str,
    pub countries: Vec<Part>,
    pub elements: Vec<Element>,
    /// Organisations whose mandate it is.
    pub hosts: Vec<Organisation>,
    /// What is done once; null for a measure that stays national.
    pub once: Option<String>,
    pub stays_national: String,
}

/// What a country has of a measure.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Part {
    pub code: String,
    /// The ids of the lines of its own plan.
    pub lines: Vec<String>,
    /// The ids of the gaps behind them.
    pub gaps: Vec<String>,
    pub effort: Range,
    /// Null where it is not known.
    pub cost: Option<Range>,
    pub currency: String,
}

/// An element that is missing.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Element {
    /// `MODEL/ELEMENT`.
    pub id: String,
    pub text: String,
    /// The codes of the countries where it is missing.
    pub countries: Vec<String>,
}

/// What is to be asked in several countries.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Question {
    pub model: String,
    pub title: String,
    pub ask: &'static str,
    pub countries: Vec<String>,
}
