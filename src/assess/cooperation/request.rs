//! What a State can do when another asks: the power at home, and the rule that lets it be used for another State.

use super::pair::Cooperation;
use super::point::{Point, State, points};
use super::yardstick::Yardsticks;
use crate::assess::survey::Survey;
use crate::model::Word;

/// A kind of request, and the model provisions that carry it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestKind {
    /// Its id.
    pub id: &'static str,
    /// What is asked for.
    pub title: &'static str,
    /// The power at home; none where the rule on cooperation is enough.
    pub power: Option<&'static str>,
    /// The rule that lets it be used for another State.
    pub use_abroad: &'static str,
}

/// The requests that a cybercrime case makes, in the order in which they are usually made.
pub const REQUESTS: &[RequestKind] = &[
    RequestKind {
        id: "contact",
        title: "Help at any hour",
        power: None,
        use_abroad: "24-7-network",
    },
    RequestKind {
        id: "preservation",
        title: "Preserve stored data",
        power: Some("expedited-preservation"),
        use_abroad: "mla-preservation",
    },
    RequestKind {
        id: "disclosure",
        title: "Disclose traffic data that show the path",
        power: Some("partial-disclosure-traffic-data"),
        use_abroad: "mla-disclosure",
    },
    RequestKind {
        id: "production",
        title: "Produce stored data",
        power: Some("production-order"),
        use_abroad: "mla-access",
    },
    RequestKind {
        id: "subscriber-information",
        title: "Name a subscriber",
        power: Some("subscriber-information"),
        use_abroad: "mla-access",
    },
    RequestKind {
        id: "search-and-seizure",
        title: "Search a system and secure its data",
        power: Some("search-and-seizure"),
        use_abroad: "mla-access",
    },
    RequestKind {
        id: "real-time",
        title: "Collect traffic data in real time",
        power: Some("real-time-traffic-data"),
        use_abroad: "mla-realtime",
    },
    RequestKind {
        id: "interception",
        title: "Intercept content",
        power: Some("content-interception"),
        use_abroad: "mla-interception",
    },
];

/// The rules by which a State decides on a request, whatever is asked.
pub(super) const TERMS: &[&str] = &["dual-criminality", "extradition"];

/// A request, as a State could carry it out.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is asked for.
    pub kind: RequestKind,
    /// What comes of it.
    pub result: Cooperation,
    /// The power at home.
    pub power: Option<Provision>,
    /// The rule that lets it be used for another State.
    pub use_abroad: Provision,
}

/// A power, or a rule on its use, in a country's law.
#[derive(Debug, Clone)]
pub struct Provision {
    /// The model provision's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is there.
    pub presence: Presence,
    /// The sections in which it was found.
    pub sections: Vec<String>,
    /// What is missing of it or narrowed in it.
    pub limits: Vec<Limit>,
    /// The elements of which nothing is known.
    pub unknown: Vec<String>,
}

/// Something that a power lacks.
#[derive(Debug, Clone)]
pub struct Limit {
    /// The element's id.
    pub element: String,
    /// How it stands.
    pub state: State,
    /// The narrowing or the reason, in words.
    pub reason: Option<String>,
}

/// Whether a power is there: some limb of it is (design, section 4, rule 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Some limb is there, at least in part.
    Exists,
    /// No limb is there.
    Absent,
    /// Not known.
    Unknown,
}

impl Word for Presence {
    const ALL: &'static [Self] = &[Self::Exists, Self::Absent, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Absent => "absent",
            Self::Unknown => "unknown",
        }
    }
}

pub(super) fn requests(survey: &Survey<'_>, yardsticks: &Yardsticks<'_>) -> Vec<Request> {
    let of = |kind: &RequestKind| {
        let power = match kind.power {
            Some(id) => Some(provision(survey, yardsticks, id)?),
            None => None,
        };
        let use_abroad = provision(survey, yardsticks, kind.use_abroad)?;
        let needed: Vec<&Provision> = power.iter().chain([&use_abroad]).collect();
        Some(Request {
            kind: *kind,
            result: result(&needed),
            power,
            use_abroad,
        })
    };
    REQUESTS.iter().filter_map(of).collect()
}

pub(super) fn terms(survey: &Survey<'_>, yardsticks: &Yardsticks<'_>) -> Vec<Provision> {
    let of = |id: &&str| provision(survey, yardsticks, id);
    TERMS.iter().filter_map(of).collect()
}

/// Blocked without one of what is needed; where all is there, at risk if something is missing or narrowed in it.
fn result(needed: &[&Provision]) -> Cooperation {
    let any = |presence: Presence| needed.iter().any(|one| one.presence == presence);
    if any(Presence::Absent) {
        Cooperation::Blocked
    } else if any(Presence::Unknown) {
        Cooperation::NotDetermined
    } else if needed.iter().any(|one| !one.limits.is_empty()) {
        Cooperation::AtRisk
    } else if needed.iter().any(|one| !one.unknown.is_empty()) {
        Cooperation::NotDetermined
    } else {
        Cooperation::CanCooperate
    }
}

fn provision(survey: &Survey<'_>, yardsticks: &Yardsticks<'_>, id: &str) -> Option<Provision> {
    let yardstick = yardsticks.provision(id)?;
    let points = points(survey, yardstick).points;
    let presence = if points.iter().any(|point| point.value.low > 0.0) {
        Presence::Exists
    } else if points.iter().all(|point| point.value.high <= 0.0) {
        Presence::Absent
    } else {
        Presence::Unknown
    };
    let mut sections: Vec<String> = Vec::new();
    for point in points.iter().filter(|point| point.value.low > 0.0) {
        let new = |section: &&String| !sections.contains(section);
        let found: Vec<String> = point.sections.iter().filter(new).cloned().collect();
        sections.extend(found);
    }
    Some(Provision {
        id: id.to_owned(),
        title: yardstick.provision.title.clone(),
        presence,
        sections,
        limits: points.iter().filter_map(limit).collect(),
        unknown: points
            .iter()
            .filter(|point| point.state == State::Unknown)
            .map(|point| point.element.clone())
            .collect(),
    })
}

fn limit(point: &Point) -> Option<Limit> {
    if !matches!(point.state, State::Absent | State::Narrowed) {
        return None;
    }
    let narrowing = point.narrowings.first();
    Some(Limit {
        element: point.element.clone(),
        state: point.state,
        reason: point
            .reason
            .clone()
            .or_else(|| narrowing.map(|narrowing| narrowing.text.clone())),
    })
}
