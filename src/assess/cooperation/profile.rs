//! A country's law as far as it matters to other States: its offences with their penalties, its treaties, and what it can do on request.

use super::point::{Point, State, points};
use super::request::{Provision, Request, requests, terms};
use super::yardstick::{Yardstick, Yardsticks};
use crate::assess::survey::Survey;
use crate::model::{Checklist, Country, Date, ElementKind, FileStatus, Quantity, TreatyStatus};

/// The value that holds the highest term of imprisonment for the basic form of an offence.
const MAX_IMPRISONMENT: &str = "max-imprisonment";

/// What other States need to know of a country's law.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The country.
    pub country: Country,
    /// The date at which its law was read.
    pub date: Date,
    /// How its file came about.
    pub status: FileStatus,
    /// Who may read its file.
    pub classification: Option<String>,
    /// The offences, the same in the same order for every country.
    pub offences: Vec<OffenceProfile>,
    /// The treaties by which it is bound at the date.
    pub treaties: Vec<Bond>,
    /// The treaties without a checklist by which it is bound at the date.
    pub other_treaties: Vec<OtherBond>,
    /// What it can do when asked.
    pub requests: Vec<Request>,
    /// Its rules on dual criminality and on extradition.
    pub terms: Vec<Provision>,
}

/// An offence in a country's law.
#[derive(Debug, Clone)]
pub struct OffenceProfile {
    /// The model provision's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its limbs, then its conditions, the same in the same order for every country.
    pub points: Vec<Point>,
    /// The penalties of the sections that its acts were found in, each section once.
    pub penalties: Vec<Penalty>,
}

impl OffenceProfile {
    /// Whether no act of it is punishable.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        let mut acts = self
            .points
            .iter()
            .filter(|point| point.kind == ElementKind::Conduct)
            .peekable();
        acts.peek().is_some() && acts.all(|point| point.state == State::Absent)
    }
}

/// The highest term of imprisonment that a section threatens.
#[derive(Debug, Clone, PartialEq)]
pub struct Penalty {
    /// `LAW-ID REF`.
    pub section: String,
    /// The term; none where the file does not tell it.
    pub maximum: Option<Quantity>,
}

/// A treaty by which a country is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bond {
    /// The checklist's id.
    pub id: String,
    /// What people call the treaty.
    pub title: String,
    /// Since when the country is bound.
    pub since: Option<Date>,
    /// When the treaty came into force, as far as its checklist tells.
    pub in_force: Option<Date>,
}

/// A treaty without a checklist by which a country is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherBond {
    /// Its title.
    pub title: String,
    /// Since when.
    pub since: Option<Date>,
}

impl Profile {
    /// Makes the profile of a country's law; `shelf` has the checklists from which treaties take their names.
    #[must_use]
    pub fn new(survey: &Survey<'_>, yardsticks: &Yardsticks<'_>, shelf: &[Checklist<'_>]) -> Self {
        let legislation = survey.legislation;
        Self {
            country: legislation.country.clone(),
            date: survey.date,
            status: legislation.status,
            classification: legislation.classification.clone(),
            offences: yardsticks
                .offences
                .iter()
                .map(|yardstick| offence(survey, yardstick))
                .collect(),
            treaties: bonds(survey, shelf),
            other_treaties: other_bonds(survey),
            requests: requests(survey, yardsticks),
            terms: terms(survey, yardsticks),
        }
    }
}

fn offence(survey: &Survey<'_>, yardstick: &Yardstick<'_>) -> OffenceProfile {
    let found = points(survey, yardstick);
    let mut penalties: Vec<Penalty> = Vec::new();
    for place in found.acts {
        let evidence = survey.pieces(yardstick.provision)[place].evidence;
        let own = evidence.annotation.values.get(MAX_IMPRISONMENT);
        let maximum = own.or_else(|| evidence.section.values.get(MAX_IMPRISONMENT));
        let penalty = Penalty {
            section: survey.legislation.cite(evidence.index),
            maximum: maximum.cloned(),
        };
        if !penalties.contains(&penalty) {
            penalties.push(penalty);
        }
    }
    OffenceProfile {
        id: yardstick.provision.id.clone(),
        title: yardstick.provision.title.clone(),
        points: found.points,
        penalties,
    }
}

/// A party is bound from its own date, and not before the treaty is in force, where its checklist tells when.
fn bonds(survey: &Survey<'_>, shelf: &[Checklist<'_>]) -> Vec<Bond> {
    let legislation = survey.legislation;
    let bound = |(id, treaty): (&String, &crate::model::Treaty<'_>)| {
        let checklist = shelf.iter().find(|one| one.id == *id);
        let in_force = checklist.and_then(|one| one.instrument.in_force);
        let begun = in_force.is_none_or(|date| date <= survey.date);
        (legislation.is_party(id, survey.date) && begun).then(|| Bond {
            id: id.clone(),
            title: checklist.map_or_else(|| id.clone(), |one| one.short_title.clone()),
            since: treaty.since,
            in_force,
        })
    };
    legislation.treaties.iter().filter_map(bound).collect()
}

fn other_bonds(survey: &Survey<'_>) -> Vec<OtherBond> {
    let treaties = survey.legislation.other_treaties.iter();
    treaties
        .filter(|treaty| {
            treaty.status == TreatyStatus::Party
                && treaty.since.is_none_or(|since| since <= survey.date)
        })
        .map(|treaty| OtherBond {
            title: treaty.title.clone(),
            since: treaty.since,
        })
        .collect()
}
