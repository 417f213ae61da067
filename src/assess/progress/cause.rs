//! The six causes of a change, and what happened in each case.

use crate::assess::Interval;
use crate::model::{Bindingness, Date, ElementRef, ModelProvision, Qualifier, Status, Word};

/// Why a requirement stands otherwise than before.
#[derive(Debug, Clone)]
pub struct Cause<'c> {
    /// Which of the six.
    pub kind: CauseKind,
    /// What happened.
    pub event: Event<'c>,
    /// The elements that stand otherwise and that it bears on, by name within the requirement; none where it is about the
    /// requirement as a whole.
    pub elements: Vec<String>,
}

/// The six causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// A section began or ceased to count between the dates, or was replaced; or the State's standing under the treaty changed.
    LawChanged,
    /// The status of a law or section moved along its life cycle.
    BillMoved,
    /// The law is old, and something is said of it of which nothing was said before.
    NewEvidence,
    /// The law is old, and something else is said of it than before.
    Correction,
    /// The instrument's checklist asks for something else.
    ChecklistChanged,
    /// The checklist weighs otherwise.
    WeightsChanged,
}

impl Word for CauseKind {
    const ALL: &'static [Self] = &[
        Self::LawChanged,
        Self::BillMoved,
        Self::NewEvidence,
        Self::Correction,
        Self::ChecklistChanged,
        Self::WeightsChanged,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::LawChanged => "law-changed",
            Self::BillMoved => "bill-moved",
            Self::NewEvidence => "new-evidence",
            Self::Correction => "correction",
            Self::ChecklistChanged => "checklist-changed",
            Self::WeightsChanged => "weights-changed",
        }
    }
}

/// What happened. Sections are named `LAW-ID REF`.
#[derive(Debug, Clone)]
pub enum Event<'c> {
    /// A section began to count.
    Began {
        /// The section.
        section: String,
        /// Since when, as far as the file says.
        since: Option<Date>,
    },
    /// A section has another wording, in force since a day between the dates.
    Reworded {
        /// The section.
        section: String,
        /// Since when.
        since: Date,
    },
    /// A section was repealed.
    Repealed {
        /// The section.
        section: String,
        /// When.
        on: Option<Date>,
    },
    /// A section gave way to another.
    Replaced {
        /// The section that ended.
        section: String,
        /// The section that took its place.
        by: String,
    },
    /// A section's status moved.
    Moved {
        /// The section.
        section: String,
        /// The status before.
        from: Status,
        /// The status now.
        to: Status,
        /// The day of it, as far as the file says.
        on: Option<Date>,
    },
    /// The status or the dates of a section are told otherwise than before.
    Redated {
        /// The section.
        section: String,
        /// Whether it counts now.
        counts: bool,
    },
    /// A section stands in the file no longer, and nothing says that the law changed.
    Dropped {
        /// The section.
        section: String,
    },
    /// A section of old law is now cited for a model provision.
    Cited {
        /// The section.
        section: String,
        /// The model provision.
        provision: &'c ModelProvision,
        /// Whether it had been said to be absent.
        said_absent: bool,
    },
    /// A section is no longer cited for a model provision.
    NotCited {
        /// The section.
        section: String,
        /// The model provision.
        provision: &'c ModelProvision,
    },
    /// An element is judged otherwise in a section, or for the first time, or no longer.
    Judged {
        /// The section.
        section: String,
        /// The element.
        element: ElementRef<'c>,
        /// Its value there before.
        before: Option<Interval>,
        /// Its value there now.
        after: Option<Interval>,
    },
    /// A value of a section is told otherwise, or for the first time, or no longer.
    Valued {
        /// The section.
        section: String,
        /// The id of the value.
        value: &'c str,
        /// The value before.
        before: Option<String>,
        /// The value now.
        after: Option<String>,
    },
    /// A narrowing is found in a section, or found there no longer.
    Narrowed {
        /// The section.
        section: String,
        /// The narrowing.
        qualifier: &'c Qualifier,
        /// Whether it is found now.
        found: bool,
    },
    /// Something was searched for and not found, or that is said no longer.
    Absent {
        /// The model provision.
        provision: &'c ModelProvision,
        /// The element; none for the whole provision.
        element: Option<ElementRef<'c>>,
        /// The laws searched.
        searched: Vec<String>,
        /// Whether it is said now.
        found: bool,
    },
    /// The State is a party now, or is no longer.
    Party {
        /// Whether it is now.
        now: bool,
        /// Since when.
        since: Option<Date>,
    },
    /// A declaration or reservation is listed now, or no longer.
    Declared {
        /// `model/qualifier`.
        name: String,
        /// Whether it is listed now.
        listed: bool,
    },
    /// The requirement is said not to apply, or that is said no longer.
    Exempted {
        /// The ground.
        ground: String,
        /// Whether it is said now.
        now: bool,
    },
    /// The requirement was not in the older checklist.
    Added,
    /// The requirement asks for more, or no longer for something.
    Asks {
        /// The elements that are new.
        more: Vec<String>,
        /// The elements that are gone.
        less: Vec<String>,
    },
    /// What the requirement permits is not the same.
    Permits,
    /// Another of its terms is not the same.
    Terms {
        /// Which, in words.
        what: &'static str,
    },
    /// It binds otherwise.
    Binds {
        /// Before.
        from: Bindingness,
        /// Now.
        to: Bindingness,
    },
    /// An element weighs otherwise within the requirement.
    ElementWeight {
        /// The element.
        element: String,
        /// Its weight before.
        from: f64,
        /// Its weight now.
        to: f64,
    },
    /// The requirement weighs otherwise within the checklist.
    Weight {
        /// Its weight before.
        from: f64,
        /// Its weight now.
        to: f64,
    },
}

impl Event<'_> {
    /// The sections it speaks of.
    #[must_use]
    pub fn sections(&self) -> Vec<&str> {
        match self {
            Self::Began { section, .. }
            | Self::Reworded { section, .. }
            | Self::Repealed { section, .. }
            | Self::Moved { section, .. }
            | Self::Redated { section, .. }
            | Self::Dropped { section }
            | Self::Cited { section, .. }
            | Self::NotCited { section, .. }
            | Self::Judged { section, .. }
            | Self::Valued { section, .. }
            | Self::Narrowed { section, .. } => vec![section],
            Self::Replaced { section, by } => vec![section, by],
            Self::Absent { .. }
            | Self::Party { .. }
            | Self::Declared { .. }
            | Self::Exempted { .. }
            | Self::Added
            | Self::Asks { .. }
            | Self::Permits
            | Self::Terms { .. }
            | Self::Binds { .. }
            | Self::ElementWeight { .. }
            | Self::Weight { .. } => Vec::new(),
        }
    }
}
