//! Cooperation between countries as programs read it. Keys may be added; none is renamed or removed.

use serde::Serialize;
use std::collections::BTreeMap;

/// Several countries, each pair of them once.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Cooperation {
    pub schema_version: u32,
    pub report: &'static str,
    pub checklists: Vec<String>,
    pub countries: Vec<Country>,
    pub pairs: Vec<Pair>,
}

/// A country, and what it can do when asked.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Country {
    pub code: String,
    pub name: String,
    pub as_at: String,
    pub status: &'static str,
    pub requests: Vec<Request>,
    pub terms: Vec<Provision>,
}

/// A request, as the country could carry it out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Request {
    pub request: &'static str,
    pub result: &'static str,
    pub power: Option<Provision>,
    pub use_for_another_state: Provision,
}

/// A power or a rule on its use.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Provision {
    pub model: String,
    pub presence: &'static str,
    pub sections: Vec<String>,
    pub limits: Vec<Limit>,
    pub unknown: Vec<String>,
}

/// What a power lacks.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Limit {
    pub element: String,
    pub state: &'static str,
    pub reason: Option<String>,
}

/// Two countries; whatever has two sides has them in the order of `countries`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Pair {
    pub countries: [String; 2],
    pub worst: Option<Worst>,
    pub counts: BTreeMap<&'static str, usize>,
    pub treaties: Vec<Treaty>,
    pub other_treaties: Vec<OtherTreaty>,
    pub treaties_listed_by_one: Vec<OtherTreaty>,
    pub offences: Vec<Offence>,
}

/// The worst result over all offences, and the first offence that has it.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Worst {
    pub result: &'static str,
    pub offence: String,
}

/// A treaty with a checklist that binds both.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Treaty {
    pub id: String,
    pub title: String,
    pub since: [Option<String>; 2],
    pub in_force: Option<String>,
}

/// A treaty without a checklist.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct OtherTreaty {
    pub title: String,
    pub listed_by: Vec<String>,
    pub since: Option<String>,
}

/// An offence in both countries.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Offence {
    pub id: String,
    pub title: String,
    pub result: &'static str,
    pub elements: Vec<Element>,
    pub obstacles: Vec<Obstacle>,
    pub penalties: [Vec<Penalty>; 2],
    pub one_year: Threshold,
    pub four_years: Threshold,
}

/// A limb or condition in both countries.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Element {
    pub id: String,
    pub kind: &'static str,
    pub result: &'static str,
    pub sides: [Side; 2],
}

/// A limb or condition in one country.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Side {
    pub state: &'static str,
    pub low: f64,
    pub high: f64,
    pub sections: Vec<String>,
    pub narrowings: Vec<String>,
    pub reason: Option<String>,
}

/// What stands in the way, and what to draft.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Obstacle {
    pub country: String,
    pub kind: &'static str,
    pub elements: Vec<String>,
    pub qualifier: Option<String>,
    pub reason: Option<String>,
    pub sections: Vec<String>,
    pub draft: Option<String>,
}

/// The highest term of imprisonment that a section threatens.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Penalty {
    pub section: String,
    pub max_imprisonment: Option<String>,
}

/// Whether the penalties reach a figure.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Threshold {
    pub sides: [&'static str; 2],
    pub both: &'static str,
}
