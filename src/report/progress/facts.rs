//! Two dates of a country as programs read them. Keys may be added; none is renamed or removed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::assessment::facts::{Country, Score, Tally};

/// One country at two dates.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Progress {
    pub schema_version: u32,
    pub report: &'static str,
    pub country: Country,
    pub from: Side,
    pub to: Side,
    pub one_file: bool,
    pub laws: Vec<Law>,
    pub checklists: Vec<Checklist>,
    /// The text for the report back, a paragraph each.
    pub text: Vec<String>,
}

/// A date, and how the file came about that was read for it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Side {
    pub as_at: String,
    pub status: &'static str,
}

/// A law that moved, began, ended, or is new in the file or gone from it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Law {
    pub id: String,
    pub title: String,
    pub number: Option<String>,
    pub from: Option<&'static str>,
    pub to: Option<&'static str>,
    /// Whether the files tell its status otherwise, and it did not move.
    pub correction: bool,
    pub enacted: bool,
    pub in_force: Option<String>,
    pub repealed: Option<String>,
    pub began: Vec<String>,
    pub ceased: Vec<String>,
}

/// A checklist at two dates. `before` and `after` are under its present version; `before-old-checklist` is under the older one.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Checklist {
    pub id: String,
    pub title: String,
    pub version: String,
    pub old_version: Option<String>,
    pub before_old_checklist: Option<Tallies>,
    pub before: Tallies,
    pub after: Tallies,
    /// Ids of gaps by what became of them.
    pub gaps: BTreeMap<&'static str, Vec<String>>,
    /// The same of what the newer checklist alone changes; null without an older one.
    pub gaps_by_checklist: Option<BTreeMap<&'static str, Vec<String>>>,
    pub requirements: Vec<Requirement>,
    pub dropped: Vec<Dropped>,
    pub unchanged: usize,
}

/// Over what binds, and over what is optional.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of an assessment")]
pub struct Tallies {
    #[serde(flatten)]
    pub binding: Tally,
    pub optional: Tally,
}

/// A requirement in which something differs.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Requirement {
    pub id: String,
    pub cite: String,
    pub title: String,
    pub chapter: String,
    pub bindingness: &'static str,
    pub gate: bool,
    pub before_old_checklist: Option<Outcome>,
    pub before: Outcome,
    pub after: Outcome,
    pub elements: Vec<Element>,
    pub causes: Vec<Cause>,
}

/// A requirement that only the older checklist has.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Dropped {
    pub id: String,
    pub cite: String,
    pub title: String,
    pub before_old_checklist: Outcome,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of an assessment")]
pub struct Outcome {
    pub verdict: &'static str,
    pub range: Option<[&'static str; 2]>,
    pub score: Option<Score>,
}

/// An element whose value differs; null on a side where it is not asked for.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Element {
    pub id: String,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of an assessment")]
pub struct Value {
    pub verdict: &'static str,
    pub low: f64,
    pub high: f64,
}

/// A cause; `elements` is empty where it is about the requirement as a whole.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the words of the command")]
pub struct Cause {
    pub kind: &'static str,
    pub evidence: String,
    pub sections: Vec<String>,
    pub elements: Vec<String>,
}
