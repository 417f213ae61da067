//! A comparison as programs read it. Keys may be added; none is renamed or removed.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::report::assessment::facts::{Elements, Score};

/// Countries side by side.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Comparison {
    pub schema_version: u32,
    pub report: &'static str,
    /// What a line stands for.
    pub by: &'static str,
    /// The order of the countries, in words.
    pub order: &'static str,
    pub filters: Filters,
    pub checklists: Vec<Checklist>,
    pub countries: Vec<Country>,
    pub lines: Vec<Line>,
    pub common_gaps: CommonGaps,
    pub ranking: Option<Vec<Ranking>>,
    pub sensitivity: Option<Sensitivity>,
}

/// What the lists were restricted to; empty and `false` where to nothing.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the names of the options")]
pub struct Filters {
    pub region: Vec<String>,
    pub gate: bool,
    pub verdict: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Checklist {
    pub id: String,
    pub version: String,
    pub title: String,
    /// All countries first, then each region.
    pub groups: Vec<Group>,
}

/// Means over countries, each of which counts once; `region` is null for countries without one.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Group {
    /// `all` or `region`.
    pub of: &'static str,
    pub region: Option<String>,
    pub countries: usize,
    /// How many of them have a score.
    pub scored: usize,
    pub score: Option<Score>,
    pub elements: Elements,
    /// On a line: how many countries have which verdict.
    pub counts: Option<BTreeMap<&'static str, usize>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Country {
    /// Its name in `cells`: the code, and more where several files have the same.
    pub id: String,
    pub code: String,
    pub name: String,
    pub region: Option<String>,
    pub as_at: String,
    pub status: &'static str,
    pub checklists: Vec<Standing>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Standing {
    pub id: String,
    pub score: Option<Score>,
    pub elements: Elements,
    pub counts: BTreeMap<&'static str, usize>,
    /// Only where both ends of the score fall in it.
    pub band: Option<char>,
}

/// What `by` says; the keys of a requirement are null elsewhere.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Line {
    pub checklist: Option<String>,
    pub id: String,
    pub title: String,
    pub cite: Option<String>,
    pub chapter: Option<String>,
    pub bindingness: Option<&'static str>,
    pub model: Option<String>,
    pub gate: bool,
    /// Whether nothing in it binds.
    pub optional: bool,
    /// The requirements that it takes together, `CHECKLIST/REQUIREMENT`.
    pub requirements: Vec<String>,
    pub groups: Vec<Group>,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Cell {
    pub country: String,
    pub verdict: &'static str,
    pub range: Option<[&'static str; 2]>,
    pub score: Option<Score>,
    pub elements: Elements,
    /// `silent`, `lapsed`, `bill`, `not-yet-in-force`, `in-force` or `expires`.
    pub lifecycle: &'static str,
    pub expires: Option<String>,
    pub sections: Vec<String>,
    /// Where no law in force speaks to it: the sections of bills or of coming law that do.
    pub not_in_force: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct CommonGaps {
    /// The least number of countries, where one was given.
    pub at_least: Option<usize>,
    pub gaps: Vec<CommonGap>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct CommonGap {
    pub model: String,
    pub element: String,
    pub text: String,
    pub requirements: Vec<String>,
    pub missing: Vec<String>,
    pub partly: Vec<String>,
    pub open: Vec<String>,
    /// In how many countries it is known whether it is there.
    pub known: usize,
    pub regions: Vec<RegionalGap>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct RegionalGap {
    pub region: Option<String>,
    pub missing: usize,
    pub partly: usize,
    pub known: usize,
    pub open: usize,
}

/// Countries in the order of their scores; those whose intervals overlap share a rank.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Ranking {
    pub checklist: String,
    pub ranks: Vec<Rank>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Rank {
    pub rank: usize,
    pub country: String,
    pub score: Score,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Sensitivity {
    pub weightings: Vec<Weighting>,
    pub countries: Vec<Sensitive>,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Weighting {
    pub id: &'static str,
    pub text: &'static str,
}

#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Sensitive {
    pub country: String,
    pub checklist: String,
    pub scores: Vec<Rescored>,
}

/// A score under one weighting: its low end takes all that is unknown as missing, its high end as there.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are the design's words")]
pub struct Rescored {
    pub weighting: &'static str,
    pub score: Score,
    pub band_if_missing: char,
    pub band_if_there: char,
    /// Whether one of the two differs from that under the checklist's own weights.
    pub changes: bool,
}
