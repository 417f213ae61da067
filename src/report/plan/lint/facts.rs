//! The lint of a plan as programs read it. Keys may be added; none is renamed or removed.

use serde::Serialize;

pub use crate::report::assessment::facts::{Country, Score};

/// How complete a plan is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct PlanLint {
    pub schema_version: u32,
    pub report: &'static str,
    pub country: Country,
    pub as_at: String,
    /// The file in which the plan is kept; null for a draft.
    pub plan: Option<String>,
    /// Over all criteria; null where the plan has no line.
    pub share: Option<Score>,
    pub criteria: Vec<Total>,
    pub lines: Vec<Line>,
}

/// A criterion over all lines.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Total {
    pub criterion: &'static str,
    pub met: usize,
    pub partly: usize,
    pub not: usize,
    pub unknown: usize,
    pub share: Option<Score>,
}

/// A line.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Line {
    pub id: String,
    pub title: String,
    /// The line of the file in which it begins.
    pub at_line: Option<usize>,
    pub findings: Vec<Finding>,
}

/// A line and a criterion.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Finding {
    pub criterion: &'static str,
    /// `met`, `partly`, `not` or `unknown`.
    pub fulfilment: &'static str,
    /// What to write; null where nothing is wanting.
    pub mend: Option<String>,
}
