//! Verdicts, and the result of assessing one requirement.

use super::gap::Gap;
use super::interval::Interval;
use super::survey::Evidence;
use crate::model::{ElementRef, Exemption, Qualifier, Requirement, SectionIndex, Word};

/// How far a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the design's own words")]
pub enum Verdict {
    InPlace,
    PartlyInPlace,
    NotInPlace,
    NotApplicable,
    NotDetermined,
}

impl Word for Verdict {
    const ALL: &'static [Self] = &[
        Self::InPlace,
        Self::PartlyInPlace,
        Self::NotInPlace,
        Self::NotApplicable,
        Self::NotDetermined,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::InPlace => "in-place",
            Self::PartlyInPlace => "partly-in-place",
            Self::NotInPlace => "not-in-place",
            Self::NotApplicable => "not-applicable",
            Self::NotDetermined => "not-determined",
        }
    }
}

/// How an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the design's own words")]
pub enum ElementVerdict {
    Met,
    Partly,
    Unmet,
    Unknown,
}

impl ElementVerdict {
    /// The verdict that goes with a value; unknown wherever the ends differ.
    #[must_use]
    pub fn of(value: Interval) -> Self {
        if !value.is_determined() {
            Self::Unknown
        } else if value.low >= 1.0 {
            Self::Met
        } else if value.high <= 0.0 {
            Self::Unmet
        } else {
            Self::Partly
        }
    }
}

impl Word for ElementVerdict {
    const ALL: &'static [Self] = &[Self::Met, Self::Partly, Self::Unmet, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Unmet => "unmet",
            Self::Unknown => "unknown",
        }
    }
}

/// A verdict with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// Where it is not determined: what it would be at worst and at best.
    pub range: Option<(Verdict, Verdict)>,
    /// The score; none where the requirement does not apply.
    pub score: Option<Interval>,
}

/// An element of a requirement, and how it stands.
#[derive(Debug, Clone)]
pub struct ElementResult<'c> {
    /// The element.
    pub element: ElementRef<'c>,
    /// Its name within the requirement.
    pub name: String,
    /// Its value.
    pub value: Interval,
    /// The sections it was taken from.
    pub sections: Vec<SectionIndex>,
}

impl ElementResult<'_> {
    /// Its verdict.
    #[must_use]
    pub fn verdict(&self) -> ElementVerdict {
        ElementVerdict::of(self.value)
    }
}

/// An element that a declaration or reservation takes out.
#[derive(Debug, Clone)]
pub struct Excused<'c> {
    /// The element's name within the requirement.
    pub name: String,
    /// What takes it out.
    pub qualifier: &'c Qualifier,
}

/// What a requirement would look like if bills were enacted.
#[derive(Debug, Clone)]
pub struct IfEnacted {
    /// The verdict then.
    pub outcome: Outcome,
    /// The ids of gaps that close.
    pub closes: Vec<String>,
    /// The ids of gaps that open.
    pub opens: Vec<String>,
}

/// A requirement, and how the country's law stands to it.
#[derive(Debug)]
pub struct RequirementResult<'c> {
    /// The requirement.
    pub requirement: &'c Requirement<'c>,
    /// The verdict on the law in force.
    pub outcome: Outcome,
    /// Its elements, without those excused.
    pub elements: Vec<ElementResult<'c>>,
    /// What is missing. Of an optional requirement these are no gaps, but what could be added.
    pub gaps: Vec<Gap<'c>>,
    /// What declarations and reservations take out.
    pub excused: Vec<Excused<'c>>,
    /// Why it does not apply, where the file says that it does not.
    pub exemption: Option<&'c Exemption<'c>>,
    /// Whether conduct and object come from different sections, so that a lawyer should look whether they fit.
    pub combined: bool,
    /// What a State that is not a party would have to declare or reserve when it joins: `model/qualifier`.
    pub declarations_to_make: Vec<String>,
    /// Every annotation of the model provisions concerned, whether it counts or not.
    pub evidence: Vec<Evidence<'c>>,
    /// The second verdict, where bills are assumed.
    pub if_enacted: Option<IfEnacted>,
}
