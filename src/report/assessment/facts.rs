//! An assessment as programs read it: the shape of design section 6. Keys may be added; none is renamed or removed.

use serde::Serialize;
use std::collections::BTreeMap;

/// One country assessed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Assessment {
    pub schema_version: u32,
    pub report: &'static str,
    pub country: Country,
    pub model_law: Option<ModelLaw>,
    pub as_at: String,
    pub status: &'static str,
    pub checklists: Vec<Checklist>,
    pub findings: Vec<Finding>,
}

/// Where a model law was assessed: which, and what it has beyond the instruments. `country` then has its id and short title.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct ModelLaw {
    pub id: String,
    pub version: String,
    pub title: String,
    pub surplus: Vec<Surplus>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Surplus {
    pub requirement: String,
    pub cite: String,
    pub title: String,
    pub bindingness: &'static str,
    pub elements: Vec<String>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Country {
    pub code: String,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Checklist {
    pub id: String,
    pub version: String,
    pub title: String,
    #[serde(flatten)]
    pub tally: Tally,
    pub optional: Tally,
    pub chapters: Vec<Chapter>,
    pub chain: Vec<Link>,
    pub requirements: Vec<Requirement>,
    pub if_enacted: Option<ChecklistIfEnacted>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Tally {
    pub score: Option<Score>,
    pub elements: Elements,
    pub counts: BTreeMap<&'static str, usize>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Chapter {
    pub title: String,
    #[serde(flatten)]
    pub tally: Tally,
    pub optional: Tally,
}

/// Over the requirements whose model provision serves a link of the chain of criminal justice; some serve several.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of a chapter")]
pub struct Link {
    pub link: &'static str,
    #[serde(flatten)]
    pub tally: Tally,
    pub optional: Tally,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct ChecklistIfEnacted {
    pub laws: Vec<String>,
    #[serde(flatten)]
    pub tally: Tally,
    pub optional: Tally,
}

#[derive(Debug, Serialize, Clone, Copy)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Score {
    pub low: f64,
    pub high: f64,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Elements {
    pub determined: usize,
    pub total: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Requirement {
    pub id: String,
    pub cite: String,
    pub title: String,
    pub chapter: String,
    pub bindingness: &'static str,
    pub gate: bool,
    /// Only where the project sets one; the checklist's own stands in `checklists show`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_weight: Option<f64>,
    pub model: String,
    pub checked: &'static str,
    pub verdict: &'static str,
    pub range: Option<[&'static str; 2]>,
    pub score: Option<Score>,
    pub elements: Vec<Element>,
    pub gaps: Vec<Gap>,
    pub could_add: Vec<Gap>,
    pub excused: Vec<String>,
    pub not_applicable: Option<NotApplicable>,
    pub combined: bool,
    pub declarations_to_make: Vec<String>,
    pub evidence: Vec<Evidence>,
    pub if_enacted: Option<IfEnacted>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct NotApplicable {
    pub because: &'static str,
    pub ground: String,
    pub review: Option<String>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Element {
    pub id: String,
    pub verdict: &'static str,
    pub low: f64,
    pub high: f64,
    pub sections: Vec<String>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Gap {
    pub id: String,
    pub element: String,
    pub qualifier: Option<String>,
    pub verdict: &'static str,
    pub reason: Option<String>,
    pub sections: Vec<String>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Evidence {
    pub law: String,
    #[serde(rename = "ref")]
    pub reference: String,
    pub heading: Option<String>,
    pub model: String,
    pub quote: Option<String>,
    pub translation: Option<String>,
    pub note: Option<String>,
    pub with: Vec<String>,
    pub status: &'static str,
    pub counts: bool,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct IfEnacted {
    pub laws: Vec<String>,
    pub verdict: &'static str,
    pub range: Option<[&'static str; 2]>,
    pub score: Option<Score>,
    pub closes: Vec<String>,
    pub opens: Vec<String>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "design section 6 says what each key means")]
pub struct Finding {
    pub kind: &'static str,
    pub model: Option<String>,
    pub elements: Vec<String>,
    pub sections: Vec<String>,
    pub note: Option<String>,
}
