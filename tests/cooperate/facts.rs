//! The JSON of a report on cooperation has exactly these keys.
#![expect(
    dead_code,
    reason = "some fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cooperation {
    pub schema_version: u32,
    pub report: String,
    pub checklists: Vec<String>,
    pub countries: Vec<Country>,
    pub pairs: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Country {
    pub code: String,
    pub name: String,
    pub as_at: String,
    pub status: String,
    pub requests: Vec<Request>,
    pub terms: Vec<Provision>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Request {
    pub request: String,
    pub result: String,
    pub power: Option<Provision>,
    pub use_for_another_state: Provision,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    pub model: String,
    pub presence: String,
    pub sections: Vec<String>,
    pub limits: Vec<Limit>,
    pub unknown: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub element: String,
    pub state: String,
    pub reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Pair {
    pub countries: [String; 2],
    pub worst: Option<Worst>,
    pub counts: BTreeMap<String, usize>,
    pub treaties: Vec<Treaty>,
    pub other_treaties: Vec<OtherTreaty>,
    pub treaties_listed_by_one: Vec<OtherTreaty>,
    pub offences: Vec<Offence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worst {
    pub result: String,
    pub offence: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Treaty {
    pub id: String,
    pub title: String,
    pub since: [Option<String>; 2],
    pub in_force: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OtherTreaty {
    pub title: String,
    pub listed_by: Vec<String>,
    pub since: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Offence {
    pub id: String,
    pub title: String,
    pub result: String,
    pub elements: Vec<Element>,
    pub obstacles: Vec<Obstacle>,
    pub penalties: [Vec<Penalty>; 2],
    pub one_year: Threshold,
    pub four_years: Threshold,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    pub id: String,
    pub kind: String,
    pub result: String,
    pub sides: [Side; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    pub state: String,
    pub low: f64,
    pub high: f64,
    pub sections: Vec<String>,
    pub narrowings: Vec<String>,
    pub reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    pub country: String,
    pub kind: String,
    pub elements: Vec<String>,
    pub qualifier: Option<String>,
    pub reason: Option<String>,
    pub sections: Vec<String>,
    pub draft: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Penalty {
    pub section: String,
    pub max_imprisonment: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    pub sides: [String; 2],
    pub both: String,
}
