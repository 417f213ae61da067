//! Checklists as programs read them. Keys may be added; none is renamed or removed.

use serde::Serialize;
use std::collections::BTreeMap;

/// The checklists at hand.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct List {
    pub schema_version: u32,
    pub report: &'static str,
    pub checklists: Vec<Summary>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Summary {
    pub id: String,
    pub version: String,
    pub title: String,
    pub short_title: String,
    pub symbol: Option<String>,
    pub kind: Option<String>,
    pub adopted: Option<String>,
    pub in_force: Option<String>,
    pub depositary: Option<String>,
    pub url: Option<String>,
    pub requirements: usize,
    pub bindingness: BTreeMap<&'static str, usize>,
    pub checked: BTreeMap<&'static str, usize>,
}

/// One checklist.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Show {
    pub schema_version: u32,
    pub report: &'static str,
    pub checklist: Summary,
    pub requirements: Vec<Requirement>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Requirement {
    pub id: String,
    pub cite: String,
    pub title: String,
    pub chapter: String,
    pub bindingness: &'static str,
    pub when: Option<String>,
    pub model: String,
    pub gate: bool,
    pub weight: f64,
    pub checked: &'static str,
    pub note: Option<String>,
    pub elements: Vec<Element>,
    pub alternatives: Vec<Vec<String>>,
    pub permits: Vec<Permit>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Element {
    pub id: String,
    pub kind: &'static str,
    pub role: &'static str,
    pub text: String,
    pub test: Option<String>,
    pub weight: f64,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Permit {
    pub qualifier: String,
    pub by: &'static str,
    pub basis: String,
    pub text: String,
}

/// Two checklists side by side.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Compare {
    pub schema_version: u32,
    pub report: &'static str,
    pub here: String,
    pub there: String,
    pub relations: Vec<Relation>,
    pub articles: Vec<Article>,
}

/// A whole article, with all its paragraphs taken together.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Article {
    pub article: String,
    pub requirements: Vec<String>,
    #[serde(flatten)]
    pub related: Related,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Relation {
    pub requirement: String,
    pub cite: String,
    pub title: String,
    #[serde(flatten)]
    pub related: Related,
}

/// How something is related to another instrument.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Related {
    pub relation: &'static str,
    pub counterparts: Vec<String>,
    pub only_here: Vec<String>,
    pub only_there: Vec<String>,
    pub narrowings_only_here: Vec<String>,
    pub narrowings_only_there: Vec<String>,
    pub narrowings_by_another_form: Vec<OtherForm>,
}

/// A narrowing that both sides permit, in other forms.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct OtherForm {
    pub qualifier: String,
    pub here: Vec<&'static str>,
    pub there: Vec<&'static str>,
}

/// Model provisions by instrument.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Crosswalk {
    pub schema_version: u32,
    pub report: &'static str,
    pub instruments: Vec<String>,
    pub provisions: Vec<Provision>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Provision {
    pub id: String,
    pub title: String,
    pub category: &'static str,
    pub includes: Vec<String>,
    pub chain: Vec<&'static str>,
    pub articles: BTreeMap<String, Vec<Asking>>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Asking {
    pub id: String,
    pub cite: String,
    pub bindingness: &'static str,
}
