//! What changed in one country between two dates, and why: of each difference every cause (`docs/decisions.md`, *Two dates*).

mod cause;
mod change;
mod counting;
mod gaps;
mod instrument;
mod movement;
mod pairs;
mod standing;

use super::chapter::{ChecklistResult, assess};
use super::survey::Survey;
use super::verdict::{Outcome, RequirementResult};
use super::{ElementResult, Interval};
use crate::model::{Bindingness, Checklist, Date, Requirement};

pub use cause::{Cause, CauseKind, Event};
pub use gaps::{Fate, GapFate};
pub use movement::LawMove;

/// A country's law at a date, under the checklists that were used then.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'s, 'c> {
    /// The law at the first date, read over the older checklists.
    pub survey: &'s Survey<'c>,
    /// The older version of the checklist.
    pub checklist: &'c Checklist<'c>,
}

/// How a country's law stood to a checklist at two dates.
#[derive(Debug)]
pub struct Progress<'c> {
    /// The checklist, in its present version.
    pub checklist: &'c Checklist<'c>,
    /// The law of the first date under the older version of the checklist; none where there is no older version.
    pub earlier: Option<ChecklistResult<'c>>,
    /// The law of the first date under the present version.
    pub before: ChecklistResult<'c>,
    /// The law of the second date under the present version.
    pub after: ChecklistResult<'c>,
    /// The requirements in which anything differs, in the order of the checklist.
    pub changed: Vec<RequirementProgress<'c>>,
    /// The requirements that only the older version has, with their outcome then.
    pub dropped: Vec<(&'c Requirement<'c>, Outcome)>,
    /// What became of every gap, the checklist being the same.
    pub gaps: Vec<GapFate>,
    /// What the newer checklist alone makes of the gaps of the first date; empty without an older version.
    pub gaps_by_checklist: Vec<GapFate>,
}

/// A requirement in which something differs.
#[derive(Debug)]
pub struct RequirementProgress<'c> {
    /// The requirement, as it is now.
    pub requirement: &'c Requirement<'c>,
    /// The title of its chapter.
    pub chapter: &'c str,
    /// The outcome at the first date under the older checklist; none where there is none, or where it lacked the requirement.
    pub earlier: Option<Outcome>,
    /// The outcome at the first date under the present checklist.
    pub before: Outcome,
    /// The outcome at the second date.
    pub after: Outcome,
    /// The elements whose values differ between the dates; none on a side where the element is not asked for.
    pub elements: Vec<ElementProgress>,
    /// Why; a test holds that it is never empty.
    pub causes: Vec<Cause<'c>>,
}

impl RequirementProgress<'_> {
    /// Whether the requirement is optional, and so without gaps.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.requirement.bindingness == Bindingness::Optional
    }

    /// Whether any of the causes is of that kind.
    #[must_use]
    pub fn has(&self, kind: CauseKind) -> bool {
        self.causes.iter().any(|cause| cause.kind == kind)
    }
}

/// An element with its values at the two dates.
#[derive(Debug, Clone, PartialEq)]
pub struct ElementProgress {
    /// Its name within the requirement.
    pub name: String,
    /// Its value at the first date.
    pub before: Option<Interval>,
    /// Its value at the second date.
    pub after: Option<Interval>,
}

/// Compares two dates under one checklist, and where there is an older version of it, that with the present one.
///
/// `before` and `after` are of one country, read over the same checklists.
#[must_use]
pub fn progress<'c>(
    before: &Survey<'c>,
    after: &Survey<'c>,
    checklist: &'c Checklist<'c>,
    earlier: Option<Earlier<'_, 'c>>,
) -> Progress<'c> {
    let old = earlier.map(|earlier| assess(earlier.survey, earlier.checklist));
    let (then, now) = (assess(before, checklist), assess(after, checklist));
    let both = change::Changes::new(before, after);
    let mut changed = Vec::new();
    let (mut fates, mut by_checklist) = (Vec::new(), Vec::new());
    for (late, early) in now.chapters.iter().zip(&then.chapters) {
        for (one, other) in early.requirements.iter().zip(&late.requirements) {
            let older = old.as_ref().and_then(|old| of_id(old, &one.requirement.id));
            fates.extend(gaps::fates(Some(one), other));
            if old.is_some() {
                by_checklist.extend(gaps::fates(older, one));
            }
            let mut causes = both.causes(checklist, one, other);
            causes.extend(
                earlier
                    .iter()
                    .flat_map(|earlier| instrument::causes(earlier.checklist, older, one)),
            );
            causes.sort_by_key(|cause| cause.kind);
            if differs(one, other) || !causes.is_empty() {
                changed.push(RequirementProgress {
                    requirement: one.requirement,
                    chapter: late.title,
                    earlier: older.map(|older| older.outcome),
                    before: one.outcome,
                    after: other.outcome,
                    elements: elements(one, other),
                    causes,
                });
            }
        }
    }
    let dropped = old.iter().flat_map(ChecklistResult::requirements);
    let dropped = dropped.filter(|gone| of_id(&now, &gone.requirement.id).is_none());
    Progress {
        checklist,
        dropped: dropped
            .map(|gone| (gone.requirement, gone.outcome))
            .collect(),
        earlier: old,
        before: then,
        after: now,
        changed,
        gaps: fates,
        gaps_by_checklist: by_checklist,
    }
}

/// What became of the laws themselves between the dates, whether an instrument asks for them or not.
#[must_use]
pub fn moves<'c>(before: &Survey<'c>, after: &Survey<'c>) -> Vec<LawMove<'c>> {
    movement::moves(before, after)
}

fn of_id<'r, 'c>(result: &'r ChecklistResult<'c>, id: &str) -> Option<&'r RequirementResult<'c>> {
    result.requirements().find(|one| one.requirement.id == id)
}

fn differs(one: &RequirementResult<'_>, other: &RequirementResult<'_>) -> bool {
    let ids = |result: &RequirementResult<'_>| -> Vec<String> {
        result.gaps.iter().map(|gap| gap.id.clone()).collect()
    };
    one.outcome != other.outcome || !elements(one, other).is_empty() || ids(one) != ids(other)
}

/// The elements whose values differ, in the order of the requirement.
fn elements(one: &RequirementResult<'_>, other: &RequirementResult<'_>) -> Vec<ElementProgress> {
    let named = |result: &RequirementResult<'_>, name: &str| {
        let mut all = result.elements.iter();
        all.find(|element| element.name == name)
            .map(|element| element.value)
    };
    let gone = |element: &&ElementResult<'_>| named(other, &element.name).is_none();
    let all = other
        .elements
        .iter()
        .chain(one.elements.iter().filter(gone));
    all.map(|element| ElementProgress {
        name: element.name.clone(),
        before: named(one, &element.name),
        after: named(other, &element.name),
    })
    .filter(|element| element.before != element.after)
    .collect()
}

/// Whether a day lies after the first date and not after the second.
fn between(day: Option<Date>, first: Date, second: Date) -> bool {
    day.is_some_and(|day| first < day && day <= second)
}
