//! The keys of a comparison in JSON, and no others.
#![expect(
    dead_code,
    reason = "most fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Comparison {
    pub(crate) schema_version: u32,
    pub(crate) report: String,
    pub(crate) by: String,
    pub(crate) order: String,
    pub(crate) filters: Filters,
    pub(crate) checklists: Vec<Checklist>,
    pub(crate) countries: Vec<Country>,
    pub(crate) lines: Vec<Line>,
    pub(crate) common_gaps: CommonGaps,
    pub(crate) ranking: Option<Vec<Ranking>>,
    pub(crate) sensitivity: Option<Sensitivity>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filters {
    pub(crate) region: Vec<String>,
    pub(crate) gate: bool,
    pub(crate) verdict: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checklist {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) of: String,
    pub(crate) region: Option<String>,
    pub(crate) countries: usize,
    pub(crate) scored: usize,
    pub(crate) score: Option<Score>,
    pub(crate) elements: Elements,
    pub(crate) counts: Option<BTreeMap<String, usize>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Score {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Elements {
    pub(crate) determined: usize,
    pub(crate) total: usize,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Country {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) region: Option<String>,
    pub(crate) as_at: String,
    pub(crate) status: String,
    pub(crate) checklists: Vec<Standing>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Standing {
    pub(crate) id: String,
    pub(crate) score: Option<Score>,
    pub(crate) elements: Elements,
    pub(crate) counts: BTreeMap<String, usize>,
    pub(crate) band: Option<char>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub(crate) checklist: Option<String>,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) cite: Option<String>,
    pub(crate) chapter: Option<String>,
    pub(crate) bindingness: Option<String>,
    pub(crate) model: Option<String>,
    pub(crate) gate: bool,
    pub(crate) optional: bool,
    pub(crate) requirements: Vec<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Cell {
    pub(crate) country: String,
    pub(crate) verdict: String,
    pub(crate) range: Option<(String, String)>,
    pub(crate) score: Option<Score>,
    pub(crate) elements: Elements,
    pub(crate) lifecycle: String,
    pub(crate) expires: Option<String>,
    pub(crate) sections: Vec<String>,
    pub(crate) not_in_force: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct CommonGaps {
    pub(crate) at_least: Option<usize>,
    pub(crate) gaps: Vec<CommonGap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommonGap {
    pub(crate) model: String,
    pub(crate) element: String,
    pub(crate) text: String,
    pub(crate) requirements: Vec<String>,
    pub(crate) missing: Vec<String>,
    pub(crate) partly: Vec<String>,
    pub(crate) open: Vec<String>,
    pub(crate) known: usize,
    pub(crate) regions: Vec<RegionalGap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegionalGap {
    pub(crate) region: Option<String>,
    pub(crate) missing: usize,
    pub(crate) partly: usize,
    pub(crate) known: usize,
    pub(crate) open: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ranking {
    pub(crate) checklist: String,
    pub(crate) ranks: Vec<Rank>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rank {
    pub(crate) rank: usize,
    pub(crate) country: String,
    pub(crate) score: Score,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sensitivity {
    pub(crate) weightings: Vec<Weighting>,
    pub(crate) countries: Vec<Sensitive>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Weighting {
    pub(crate) id: String,
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sensitive {
    pub(crate) country: String,
    pub(crate) checklist: String,
    pub(crate) scores: Vec<Rescored>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Rescored {
    pub(crate) weighting: String,
    pub(crate) score: Score,
    pub(crate) band_if_missing: char,
    pub(crate) band_if_there: char,
    pub(crate) changes: bool,
}
