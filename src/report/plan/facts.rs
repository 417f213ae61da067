//! A plan as programs read it. Keys may be added; none is renamed or removed.

use serde::Serialize;

pub use crate::report::assessment::facts::{Country, Score};

/// The plan for one country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Plan {
    pub schema_version: u32,
    pub report: &'static str,
    pub country: Country,
    pub as_at: String,
    /// The day from which months are counted.
    pub start: String,
    pub status: &'static str,
    pub library: String,
    pub checklists: Vec<Checklist>,
    pub measures: Vec<Measure>,
    pub research: Vec<Research>,
    /// Ids of gaps that no measure of the library closes.
    pub unanswered: Vec<String>,
    pub unanswered_findings: Vec<Finding>,
    pub unanswered_declarations: Vec<Declaration>,
    pub unanswered_treaties: Vec<String>,
    pub needs_without_gap: Vec<String>,
    pub support: Vec<Support>,
    pub costs: Costs,
    /// Lines of the kept plan on which no work is planned; null where no plan is kept.
    pub aside: Option<Vec<Aside>>,
}

/// A line of the kept plan that is done or given up, that others answer, or of which it is not known whether it is needed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Aside {
    pub id: String,
    pub title: Option<String>,
    pub state: &'static str,
    /// The days that people wrote.
    pub begin: Option<String>,
    pub end: Option<String>,
    pub closes: Vec<String>,
    pub supports: Vec<String>,
    pub closed_since: Vec<String>,
    pub moved_to: Vec<String>,
}

/// What people wrote of a line and has no other place; the rest stands where the draft has it.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Kept {
    /// Whether no draft knows the line.
    pub own: bool,
    pub begin: Option<String>,
    pub end: Option<String>,
    pub publication: Option<String>,
    pub note: Option<String>,
    pub indicators: Option<Vec<KeptIndicator>>,
}

/// An indicator with the figures that people gave it.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct KeptIndicator {
    pub level: &'static str,
    pub indicator: String,
    pub means: Option<String>,
    pub baseline: Option<String>,
    pub target: Option<String>,
}

/// An instrument now, and with all gaps closed that the plan closes.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Checklist {
    pub id: String,
    pub version: String,
    pub title: String,
    pub baseline: Option<Score>,
    pub target: Option<Score>,
}

/// A line of the plan; they stand in the order in which they are to be done.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Measure {
    pub id: String,
    pub measure: String,
    pub title: String,
    pub recommendation: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub role: &'static str,
    pub target: Target,
    pub phase: &'static str,
    pub chain: Vec<&'static str>,
    /// Ids of the gaps it closes.
    pub closes: Vec<String>,
    /// Ids of the gaps it supports.
    pub supports: Vec<String>,
    pub findings: Vec<Finding>,
    pub declarations: Vec<Declaration>,
    pub treaties: Vec<String>,
    pub grounds: Vec<Ground>,
    /// Ids of the lines that come before it.
    pub after: Vec<String>,
    /// Months from the start of the plan.
    pub months: Months,
    pub days: Days,
    pub lead: String,
    pub partners: Vec<String>,
    pub effort: Range,
    pub cost: Cost,
    /// The cost, of a range the upper end, by the years of the line; empty as long as some of it is a default.
    pub years: Vec<Year>,
    pub outputs: Vec<Indicator>,
    pub outcomes: Vec<Indicator>,
    pub assumptions: Vec<String>,
    pub risks: Vec<String>,
    pub organisations: Vec<Organisation>,
    pub under_way: Vec<Support>,
    pub bills: Vec<Bill>,
    pub figures: Figures,
    /// What people wrote of it; null where the plan is not kept, or lacks the line.
    pub kept: Option<Kept>,
}

/// What a line is about.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Target {
    /// `law`, `new-law`, `provision`, `link`, `instrument` or `country`.
    pub kind: &'static str,
    pub id: Option<String>,
}

/// A power in force without safeguards.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Finding {
    pub kind: &'static str,
    pub model: Option<String>,
    pub elements: Vec<String>,
    pub sections: Vec<String>,
}

/// A declaration or reservation to be made upon joining.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Declaration {
    pub checklist: String,
    pub name: String,
}

/// Why a line stands where it stands.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Ground {
    pub kind: &'static str,
    pub text: String,
    /// What the ground is about: requirements, model provisions, laws, or the line that waits.
    pub about: Vec<String>,
    /// How many lines wait, or what the gaps weigh.
    pub figure: Option<f64>,
}

/// Begin and end.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Months {
    pub begin: u64,
    pub end: u64,
    pub low: u64,
    pub high: u64,
}

/// From the first day to the last.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Days {
    pub from: String,
    pub to: String,
}

/// What a line costs in one of its years.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Year {
    pub days: Days,
    pub amount: u64,
}

/// A whole number with its bounds.
#[derive(Debug, Serialize, Clone, Copy)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Range {
    pub low: u64,
    pub high: u64,
}

/// What a line costs; `low` and `high` are null where some unit has no price.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Cost {
    pub low: Option<u64>,
    pub high: Option<u64>,
    pub currency: String,
    pub year: u32,
    /// Whether a default of the library went into it, to be confirmed.
    pub default: bool,
    /// What the State gives; null as long as nobody has said.
    pub national: Option<u64>,
    /// What a donor gives; null as long as nobody has said.
    pub donor: Option<u64>,
    /// Who that donor is.
    #[serde(rename = "donor-name")]
    pub donor_name: Option<String>,
    /// What is left to be found.
    pub gap: Option<Range>,
    pub parts: Vec<Part>,
}

/// A unit of a cost.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Part {
    pub unit: String,
    pub quantity: Range,
    pub price: Option<Range>,
    pub default: bool,
}

/// An indicator with its means of verification.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Indicator {
    pub indicator: String,
    pub means: String,
}

/// An organisation with its mandate.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Organisation {
    pub id: String,
    pub name: String,
    pub mandate: String,
}

/// Support that is running or announced.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Support {
    pub provider: String,
    pub project: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub covers: Vec<String>,
}

/// A bill, and the gaps of a line that it would close.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Bill {
    pub law: String,
    pub title: String,
    pub closes: Vec<String>,
}

/// Baseline and target over the requirements behind a line.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Figures {
    pub requirements: usize,
    pub baseline: Option<Score>,
    pub target: Option<Score>,
}

/// What one kind of office can settle.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Research {
    pub id: String,
    pub ask: &'static str,
    pub questions: Vec<Question>,
}

/// What is not known of a model provision.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Question {
    pub model: String,
    pub title: String,
    pub elements: Vec<Unknown>,
    pub searched: Vec<String>,
    pub sections: Vec<String>,
}

/// An element that is not known.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Unknown {
    /// Its id within the model provision.
    pub id: String,
    pub text: String,
    /// Where it is asked for: `CHECKLIST/REQUIREMENT/ELEMENT`.
    pub asked_for: Vec<String>,
    /// Whether it is a safeguard of a power in force.
    pub safeguard_in_question: bool,
}

/// What the plan costs in all.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct Costs {
    pub currency: String,
    pub year: u32,
    pub effort: Range,
    pub total: Option<Range>,
    pub default: bool,
    pub prices: Vec<UnitPrice>,
}

/// The price of a unit.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the model")]
pub struct UnitPrice {
    pub unit: String,
    pub price: Option<Range>,
    pub default: bool,
}
