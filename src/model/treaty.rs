//! What a country has bound itself to, what does not apply to it, and what it asks for.

use super::{Date, ModelProvision, Qualifier, Requirement, Word};

/// A country's standing under an instrument.
#[derive(Debug)]
pub struct Treaty<'c> {
    /// Party, signatory or neither.
    pub status: TreatyStatus,
    /// Since when.
    pub since: Option<Date>,
    /// The declarations made.
    pub declarations: Vec<&'c Qualifier>,
    /// The reservations made.
    pub reservations: Vec<&'c Qualifier>,
}

impl Treaty<'_> {
    /// Whether `qualifier` is among the declarations.
    #[must_use]
    pub fn declares(&self, qualifier: &Qualifier) -> bool {
        self.declarations
            .iter()
            .any(|made| std::ptr::eq(*made, qualifier))
    }

    /// Whether `qualifier` is among the reservations.
    #[must_use]
    pub fn reserves(&self, qualifier: &Qualifier) -> bool {
        self.reservations
            .iter()
            .any(|made| std::ptr::eq(*made, qualifier))
    }
}

/// How far a State has gone with a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreatyStatus {
    /// Bound.
    Party,
    /// Signed, not bound.
    Signatory,
    /// Neither.
    None,
}

impl Word for TreatyStatus {
    const ALL: &'static [Self] = &[Self::Party, Self::Signatory, Self::None];

    fn word(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Signatory => "signatory",
            Self::None => "none",
        }
    }
}

/// A treaty without a checklist.
#[derive(Debug, Clone)]
pub struct OtherTreaty {
    /// Its title.
    pub title: String,
    /// The country's standing.
    pub status: TreatyStatus,
    /// Since when.
    pub since: Option<Date>,
}

/// What was searched for and not found.
#[derive(Debug)]
pub struct Absence<'c> {
    /// The model provision.
    pub provision: &'c ModelProvision,
    /// The places of the elements that are absent; none means the whole provision.
    pub elements: Vec<usize>,
    /// The ids of the laws that were searched.
    pub searched: Vec<String>,
    /// Why it is held to be absent.
    pub reason: Option<String>,
}

/// Requirements that do not apply.
#[derive(Debug)]
pub struct Exemption<'c> {
    /// The checklist they belong to.
    pub checklist: String,
    /// The requirements.
    pub requirements: Vec<&'c Requirement<'c>>,
    /// On what kind of ground.
    pub because: Because,
    /// The ground in words.
    pub ground: String,
    /// When to look again.
    pub review: Option<Date>,
}

/// The kind of ground on which a requirement does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// A reservation.
    Reservation,
    /// The condition of a conditional requirement is not fulfilled.
    ConditionNotFulfilled,
    /// Something else, which needs an argument.
    Other,
}

impl Word for Because {
    const ALL: &'static [Self] = &[Self::Reservation, Self::ConditionNotFulfilled, Self::Other];

    fn word(self) -> &'static str {
        match self {
            Self::Reservation => "reservation",
            Self::ConditionNotFulfilled => "condition-not-fulfilled",
            Self::Other => "other",
        }
    }
}

/// A priority of the State.
#[derive(Debug)]
pub struct Need<'c> {
    /// What it wants first.
    pub provision: &'c ModelProvision,
    /// Why.
    pub why: Option<String>,
}

/// Assistance that is under way.
#[derive(Debug)]
pub struct Support<'c> {
    /// Who gives it.
    pub provider: String,
    /// The project.
    pub project: Option<String>,
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
    /// What it is about.
    pub covers: Vec<&'c ModelProvision>,
}
