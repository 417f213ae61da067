//! The JSON of a report on cooperation has exactly these keys.
#![expect(
    dead_code,
    reason = "some fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Cooperation {
    pub(crate) schema_version: u32,
    pub(crate) report: String,
    pub(crate) checklists: Vec<String>,
    pub(crate) countries: Vec<Country>,
    pub(crate) pairs: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Country {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) as_at: String,
    pub(crate) status: String,
    pub(crate) requests: Vec<Request>,
    pub(crate) terms: Vec<Provision>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Request {
    pub(crate) request: String,
    pub(crate) result: String,
    pub(crate) power: Option<Provision>,
    pub(crate) use_for_another_state: Provision,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Provision {
    pub(crate) model: String,
    pub(crate) presence: String,
    pub(crate) sections: Vec<String>,
    pub(crate) limits: Vec<Limit>,
    pub(crate) unknown: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limit {
    pub(crate) element: String,
    pub(crate) state: String,
    pub(crate) reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Pair {
    pub(crate) countries: [String; 2],
    pub(crate) worst: Option<Worst>,
    pub(crate) counts: BTreeMap<String, usize>,
    pub(crate) treaties: Vec<Treaty>,
    pub(crate) other_treaties: Vec<OtherTreaty>,
    pub(crate) treaties_listed_by_one: Vec<OtherTreaty>,
    pub(crate) offences: Vec<Offence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Worst {
    pub(crate) result: String,
    pub(crate) offence: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Treaty {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) since: [Option<String>; 2],
    pub(crate) in_force: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct OtherTreaty {
    pub(crate) title: String,
    pub(crate) listed_by: Vec<String>,
    pub(crate) since: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Offence {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) result: String,
    pub(crate) elements: Vec<Element>,
    pub(crate) obstacles: Vec<Obstacle>,
    pub(crate) penalties: [Vec<Penalty>; 2],
    pub(crate) one_year: Threshold,
    pub(crate) four_years: Threshold,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Element {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) result: String,
    pub(crate) sides: [Side; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Side {
    pub(crate) state: String,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) sections: Vec<String>,
    pub(crate) narrowings: Vec<String>,
    pub(crate) reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Obstacle {
    pub(crate) country: String,
    pub(crate) kind: String,
    pub(crate) elements: Vec<String>,
    pub(crate) qualifier: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) sections: Vec<String>,
    pub(crate) draft: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Penalty {
    pub(crate) section: String,
    pub(crate) max_imprisonment: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Threshold {
    pub(crate) sides: [String; 2],
    pub(crate) both: String,
}
