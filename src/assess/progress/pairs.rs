//! Which section of the one file is which section of the other: by law id and ref.

use crate::assess::survey::Survey;
use crate::model::{Section, SectionIndex};

/// A section before and after; none on the side whose file lacks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: Option<SectionIndex>,
    pub(super) new: Option<SectionIndex>,
}

/// All sections of both sides, in the order of the new file, then those that only the old one has.
///
/// Where a ref stands several times, those that begin on the same day go together, and of the rest the first with the first.
pub(super) fn pairs(before: &Survey<'_>, after: &Survey<'_>) -> Vec<Pair> {
    let mut left: Vec<SectionIndex> = before.legislation.sections().map(|(old, _)| old).collect();
    let mut partner = |new: SectionIndex, same_day: bool| {
        let found = left.iter().position(|old| {
            is_same(before, *old, after, new)
                && (!same_day || begin(before, *old) == begin(after, new))
        })?;
        Some(left.remove(found))
    };
    let mut pairs: Vec<Pair> = Vec::new();
    for (new, _) in after.legislation.sections() {
        let old = partner(new, true);
        pairs.push(Pair {
            old,
            new: Some(new),
        });
    }
    for pair in pairs.iter_mut().filter(|pair| pair.old.is_none()) {
        pair.old = pair.new.and_then(|new| partner(new, false));
    }
    let rest = left.into_iter().map(|old| Pair {
        old: Some(old),
        new: None,
    });
    pairs.extend(rest);
    pairs
}

fn begin(survey: &Survey<'_>, index: SectionIndex) -> Option<crate::model::Date> {
    section(survey, index).life.in_force
}

fn is_same(before: &Survey<'_>, old: SectionIndex, after: &Survey<'_>, new: SectionIndex) -> bool {
    before.legislation.laws[old.law].id == after.legislation.laws[new.law].id
        && section(before, old).reference == section(after, new).reference
}

fn section<'s>(survey: &'s Survey<'_>, index: SectionIndex) -> &'s Section<'s> {
    survey.legislation.section(index)
}
