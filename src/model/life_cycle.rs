//! From a draft to a repeal: status and dates of laws and sections.

use super::{Date, Word};

/// Where a law or section stands between a draft and its repeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LifeCycle {
    /// The status.
    pub status: Status,
    /// When it was enacted.
    pub enacted: Option<Date>,
    /// When it comes or came into force.
    pub in_force: Option<Date>,
    /// When it was or will be repealed.
    pub repealed: Option<Date>,
}

impl LifeCycle {
    /// Whether it is law in force at `date` (design, section 4, rule 1).
    #[must_use]
    pub fn counts_at(&self, date: Date) -> bool {
        let begun = match self.status {
            Status::InForce => self.in_force.is_none_or(|begin| begin <= date),
            Status::Enacted | Status::Repealed => self.in_force.is_some_and(|begin| begin <= date),
            Status::Drafting | Status::Bill | Status::Suspended => false,
        };
        begun && !self.repealed_at(date)
    }

    /// Whether it is repealed at `date`; what is repealed without a date has been so always.
    #[must_use]
    pub fn repealed_at(&self, date: Date) -> bool {
        match self.repealed {
            Some(end) => end <= date,
            None => self.status == Status::Repealed,
        }
    }
}

/// The status of a law or section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Status {
    Drafting,
    Bill,
    Enacted,
    InForce,
    Suspended,
    Repealed,
}

impl Word for Status {
    const ALL: &'static [Self] = &[
        Self::Drafting,
        Self::Bill,
        Self::Enacted,
        Self::InForce,
        Self::Suspended,
        Self::Repealed,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Bill => "bill",
            Self::Enacted => "enacted",
            Self::InForce => "in-force",
            Self::Suspended => "suspended",
            Self::Repealed => "repealed",
        }
    }
}
