//! Why a section counts at one date and not at the other: the law changed, a bill moved, or the files tell it otherwise.

use super::between;
use super::cause::{CauseKind, Event};
use super::pairs::Pair;
use crate::assess::survey::Survey;
use crate::model::{Assumed, Date, InForce, LifeCycle, SectionIndex, Status};

/// The two dates, with what the newer file says of the first.
pub(super) struct Counting<'s, 'c> {
    before: &'s Survey<'c>,
    after: &'s Survey<'c>,
    /// What counted at the first date by the newer file.
    in_hindsight: InForce,
}

/// What a section did between the dates.
#[derive(Debug)]
pub(super) enum Course<'c> {
    /// It counts at neither date.
    Never,
    /// It counts at both, and is the same law.
    Stays,
    /// Something happened, and that is all there is to say.
    Told(CauseKind, Event<'c>),
    /// It counts at the second date, stands only in the newer file, and was law at the first date already.
    FoundLater,
}

impl<'s, 'c> Counting<'s, 'c> {
    pub(super) fn new(before: &'s Survey<'c>, after: &'s Survey<'c>) -> Self {
        let in_hindsight = after.legislation.in_force(before.date, &Assumed::nothing());
        Self {
            before,
            after,
            in_hindsight,
        }
    }

    /// The course of a section.
    pub(super) fn course(&self, pair: Pair) -> Course<'c> {
        let counted = pair.old.filter(|old| self.before.in_force.has(*old));
        let counts = pair.new.filter(|new| self.after.in_force.has(*new));
        match (counted, counts) {
            (None, None) => Course::Never,
            (Some(old), Some(new)) => self.stays(old, new),
            (None, Some(new)) => self.began(pair.old, new),
            (Some(old), None) => {
                let (kind, event) = self.ceased(old, pair.new);
                Course::Told(kind, event)
            }
        }
    }

    fn stays(&self, old: SectionIndex, new: SectionIndex) -> Course<'c> {
        let (then, now) = (self.old_life(old), self.new_life(new));
        match now.in_force {
            Some(since) if then.in_force != Some(since) && self.is_between(Some(since)) => {
                let section = self.after.legislation.cite(new);
                Course::Told(CauseKind::LawChanged, Event::Reworded { section, since })
            }
            Some(_) | None => Course::Stays,
        }
    }

    fn began(&self, old: Option<SectionIndex>, new: SectionIndex) -> Course<'c> {
        let section = self.after.legislation.cite(new);
        let now = self.new_life(new);
        let since = now.in_force;
        let began = |section| Course::Told(CauseKind::LawChanged, Event::Began { section, since });
        let Some(old) = old else {
            let young = self.is_young(new);
            return if young {
                began(section)
            } else {
                Course::FoundLater
            };
        };
        let then = self.old_life(old);
        let was_law_already = self.in_hindsight.has(new) && since.is_some();
        let lifted = then.status == Status::Suspended;
        if then.status != now.status
            && goes_on(then.status, now.status)
            && (lifted || !was_law_already)
        {
            let event = Event::Moved {
                section,
                from: then.status,
                to: now.status,
                on: since.filter(|_| !lifted),
            };
            return Course::Told(CauseKind::BillMoved, event);
        }
        if then.status == now.status && !self.in_hindsight.has(new) {
            return began(section);
        }
        let counts = true;
        Course::Told(CauseKind::Correction, Event::Redated { section, counts })
    }

    /// Whether a section that only the newer file has is law of the time between the dates: by its dates, or because it
    /// replaces what counted at the first date.
    fn is_young(&self, new: SectionIndex) -> bool {
        let now = self.new_life(new);
        let replaces_what_counted = || {
            let replaced = &self.after.legislation.section(new).replaces;
            replaced.iter().any(|replaced| {
                let name = self.after.legislation.cite(*replaced);
                let mut old = self.before.legislation.sections();
                old.any(|(old, _)| {
                    self.before.in_force.has(old) && self.before.legislation.cite(old) == name
                })
            })
        };
        match now.in_force {
            Some(since) => since > self.before.date,
            None => self.is_between(now.enacted) || replaces_what_counted(),
        }
    }

    fn ceased(&self, old: SectionIndex, new: Option<SectionIndex>) -> (CauseKind, Event<'c>) {
        let section = self.before.legislation.cite(old);
        let Some(new) = new else {
            return self.vanished(old, section);
        };
        let (then, now) = (self.old_life(old), self.new_life(new));
        let ended_before = now.repealed.is_some_and(|end| end <= self.before.date);
        if then.status != now.status && goes_on(then.status, now.status) && !ended_before {
            let event = Event::Moved {
                section,
                from: then.status,
                to: now.status,
                on: now.repealed,
            };
            return (CauseKind::BillMoved, event);
        }
        if self.is_between(now.repealed) {
            let on = now.repealed;
            return (CauseKind::LawChanged, Event::Repealed { section, on });
        }
        match self.successor(new) {
            Some(by) => (CauseKind::LawChanged, Event::Replaced { section, by }),
            None => {
                let counts = false;
                (CauseKind::Correction, Event::Redated { section, counts })
            }
        }
    }

    /// A section that only the older file has: repealed with its law, or dropped from the file.
    fn vanished(&self, old: SectionIndex, section: String) -> (CauseKind, Event<'c>) {
        let law = &self.before.legislation.laws[old.law].id;
        let mut laws = self.after.legislation.laws.iter();
        let law = laws.find(|other| other.id == *law);
        match law.map(|law| law.life.repealed) {
            Some(on) if self.is_between(on) => {
                (CauseKind::LawChanged, Event::Repealed { section, on })
            }
            Some(_) | None => (CauseKind::Correction, Event::Dropped { section }),
        }
    }

    /// The section that took the place of `replaced` between the dates.
    fn successor(&self, replaced: SectionIndex) -> Option<String> {
        let legislation = self.after.legislation;
        let mut sections = legislation.sections();
        let (by, _) = sections.find(|(index, section)| {
            section.replaces.contains(&replaced)
                && section.life.counts_at(self.after.date)
                && !self.counted_by_name(*index)
        })?;
        Some(legislation.cite(by))
    }

    /// Whether the older file has a section of that name and beginning that counted.
    fn counted_by_name(&self, new: SectionIndex) -> bool {
        let name = self.after.legislation.cite(new);
        let begin = self.new_life(new).in_force;
        let mut old = self.before.legislation.sections();
        old.any(|(old, section)| {
            self.before.in_force.has(old)
                && section.life.in_force == begin
                && self.before.legislation.cite(old) == name
                && !self.is_between(begin)
        })
    }

    fn is_between(&self, day: Option<Date>) -> bool {
        between(day, self.before.date, self.after.date)
    }

    fn old_life(&self, index: SectionIndex) -> LifeCycle {
        self.before.legislation.section(index).life
    }

    fn new_life(&self, index: SectionIndex) -> LifeCycle {
        self.after.legislation.section(index).life
    }
}

/// Whether a status can follow on another in time. An Act does not become a bill again, and what was repealed stays so.
pub(super) fn goes_on(from: Status, to: Status) -> bool {
    match from {
        Status::Drafting | Status::Bill => true,
        Status::Enacted => !matches!(to, Status::Drafting | Status::Bill),
        Status::InForce | Status::Suspended => {
            matches!(to, Status::InForce | Status::Suspended | Status::Repealed)
        }
        Status::Repealed => false,
    }
}
