//! The keys of a comparison in JSON, and no others.
#![expect(
    dead_code,
    reason = "most fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Comparison {
    pub schema_version: u32,
    pub report: String,
    pub by: String,
    pub order: String,
    pub filters: Filters,
    pub checklists: Vec<Checklist>,
    pub countries: Vec<Country>,
    pub lines: Vec<Line>,
    pub common_gaps: CommonGaps,
    pub ranking: Option<Vec<Ranking>>,
    pub sensitivity: Option<Sensitivity>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filters {
    pub region: Vec<String>,
    pub gate: bool,
    pub verdict: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    pub id: String,
    pub version: String,
    pub title: String,
    pub groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub of: String,
    pub region: Option<String>,
    pub countries: usize,
    pub scored: usize,
    pub score: Option<Score>,
    pub elements: Elements,
    pub counts: Option<BTreeMap<String, usize>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    pub low: f64,
    pub high: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elements {
    pub determined: usize,
    pub total: usize,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Country {
    pub id: String,
    pub code: String,
    pub name: String,
    pub region: Option<String>,
    pub as_at: String,
    pub status: String,
    pub checklists: Vec<Standing>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    pub id: String,
    pub score: Option<Score>,
    pub elements: Elements,
    pub counts: BTreeMap<String, usize>,
    pub band: Option<char>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub checklist: Option<String>,
    pub id: String,
    pub title: String,
    pub cite: Option<String>,
    pub chapter: Option<String>,
    pub bindingness: Option<String>,
    pub model: Option<String>,
    pub gate: bool,
    pub optional: bool,
    pub requirements: Vec<String>,
    pub groups: Vec<Group>,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cell {
    pub country: String,
    pub verdict: String,
    pub range: Option<(String, String)>,
    pub score: Option<Score>,
    pub elements: Elements,
    pub lifecycle: String,
    pub expires: Option<String>,
    pub sections: Vec<String>,
    pub not_in_force: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CommonGaps {
    pub at_least: Option<usize>,
    pub gaps: Vec<CommonGap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonGap {
    pub model: String,
    pub element: String,
    pub text: String,
    pub requirements: Vec<String>,
    pub missing: Vec<String>,
    pub partly: Vec<String>,
    pub open: Vec<String>,
    pub known: usize,
    pub regions: Vec<RegionalGap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionalGap {
    pub region: Option<String>,
    pub missing: usize,
    pub partly: usize,
    pub known: usize,
    pub open: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    pub checklist: String,
    pub ranks: Vec<Rank>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rank {
    pub rank: usize,
    pub country: String,
    pub score: Score,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sensitivity {
    pub weightings: Vec<Weighting>,
    pub countries: Vec<Sensitive>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighting {
    pub id: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sensitive {
    pub country: String,
    pub checklist: String,
    pub scores: Vec<Rescored>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rescored {
    pub weighting: String,
    pub score: Score,
    pub band_if_missing: char,
    pub band_if_there: char,
    pub changes: bool,
}
