//! What became of each gap: closed is not the same as no longer known, nor opened the same as become known.

use crate::assess::verdict::{ElementResult, ElementVerdict, RequirementResult};
use crate::model::Word;

/// What became of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A gap before; the element is met now.
    Closed,
    /// A gap now; the element was met before.
    Opened,
    /// A gap now; the element was unknown before.
    BecameKnown,
    /// A gap before; the element is unknown now, which closes nothing.
    BecameUnknown,
    /// A gap now; the element was not asked for before, or the requirement did not apply.
    NewlyAsked,
    /// A gap before; the element is not asked for now, or the requirement does not apply.
    NoLongerAsked,
    /// A gap before and now.
    StillOpen,
}

impl Word for Fate {
    const ALL: &'static [Self] = &[
        Self::Closed,
        Self::Opened,
        Self::BecameKnown,
        Self::BecameUnknown,
        Self::NewlyAsked,
        Self::NoLongerAsked,
        Self::StillOpen,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Opened => "opened",
            Self::BecameKnown => "became-known",
            Self::BecameUnknown => "became-unknown",
            Self::NewlyAsked => "newly-asked",
            Self::NoLongerAsked => "no-longer-asked",
            Self::StillOpen => "still-open",
        }
    }
}

/// A gap and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapFate {
    /// What became of it.
    pub fate: Fate,
    /// The gap's id: as it is now, else as it was.
    pub id: String,
    /// The requirement's id.
    pub requirement: String,
    /// How the requirement is cited.
    pub cite: String,
    /// The element's name within the requirement.
    pub element: String,
    /// Whether the requirement is named first.
    pub gate: bool,
}

/// What became of the gaps of a requirement; optional ones have none. `one` is what it was, if it was there.
pub(super) fn fates(
    one: Option<&RequirementResult<'_>>,
    other: &RequirementResult<'_>,
) -> Vec<GapFate> {
    let one = one.filter(|one| !one.is_optional());
    let now = Some(other).filter(|other| !other.is_optional());
    let fate = |fate: Fate, id: &str, element: &str| GapFate {
        fate,
        id: id.to_owned(),
        requirement: other.requirement.id.clone(),
        cite: other.requirement.cite.clone(),
        element: element.to_owned(),
        gate: other.requirement.gate,
    };
    let has_gap = |result: Option<&RequirementResult<'_>>, name: &str| {
        result.is_some_and(|result| {
            let name = standing_for(result, name);
            result
                .gaps
                .iter()
                .any(|gap| Some(gap.name.as_str()) == name)
        })
    };
    let stand = |result: Option<&RequirementResult<'_>>, name: &str| {
        let result = result?;
        let name = standing_for(result, name)?;
        let mut elements = result.elements.iter();
        elements
            .find(|element| element.name == name)
            .map(ElementResult::verdict)
    };
    let mut fates = Vec::new();
    for gap in one.iter().flat_map(|one| &one.gaps) {
        if !has_gap(now, &gap.name) {
            let kind = match stand(now, &gap.name) {
                None => Fate::NoLongerAsked,
                Some(ElementVerdict::Unknown) => Fate::BecameUnknown,
                Some(_) => Fate::Closed,
            };
            fates.push(fate(kind, &gap.id, &gap.name));
        }
    }
    for gap in now.iter().flat_map(|now| &now.gaps) {
        let kind = match stand(one, &gap.name) {
            _ if has_gap(one, &gap.name) => Fate::StillOpen,
            None => Fate::NewlyAsked,
            Some(ElementVerdict::Unknown) => Fate::BecameKnown,
            Some(_) => Fate::Opened,
        };
        fates.push(fate(kind, &gap.id, &gap.name));
    }
    fates
}

/// The element that answers for `name` in a result: itself, or the member of a group of alternatives that stands in its place.
fn standing_for<'r>(result: &'r RequirementResult<'_>, name: &str) -> Option<&'r str> {
    let requirement = result.requirement;
    let name_of = |place: &usize| requirement.elements[*place].name(requirement.model);
    let stands = |name: &str| {
        let mut elements = result.elements.iter();
        elements
            .find(|element| element.name == name)
            .map(|element| element.name.as_str())
    };
    stands(name).or_else(|| {
        let mut groups = requirement.alternatives.iter();
        let group = groups.find(|group| group.iter().any(|place| name_of(place) == name))?;
        group.iter().find_map(|place| stands(&name_of(place)))
    })
}
