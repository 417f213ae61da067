//! What became of the laws themselves between two dates, whether an instrument asks for them or not.

use super::between;
use super::counting::{Counting, Course, goes_on};
use super::pairs::pairs;
use crate::assess::survey::Survey;
use crate::model::{Date, Law, Status};

/// A law that moved, began, ended, or is new in the file or gone from it.
#[derive(Debug, Clone)]
pub struct LawMove<'c> {
    /// The law, as the newer file has it, else the older.
    pub law: &'c Law<'c>,
    /// Its status in the older file; none where it is not there.
    pub from: Option<Status>,
    /// Its status in the newer file; none where it is not there.
    pub to: Option<Status>,
    /// The refs of its sections that began to count between the dates.
    pub began: Vec<String>,
    /// The refs of its sections that ceased to.
    pub ceased: Vec<String>,
    /// Whether the files tell its status otherwise, and it did not move between the dates.
    pub is_correction: bool,
    /// Whether it was enacted between the dates, by its date or by its status.
    pub enacted: bool,
    /// The day within the period on which it came into force, if the file has it.
    pub in_force: Option<Date>,
    /// The day within the period on which it was repealed, if the file has it.
    pub repealed: Option<Date>,
}

pub(super) fn moves<'c>(before: &Survey<'c>, after: &Survey<'c>) -> Vec<LawMove<'c>> {
    let (old, new) = (&before.legislation.laws, &after.legislation.laws);
    let gone = old
        .iter()
        .filter(|law| new.iter().all(|other| other.id != law.id));
    let laws = new.iter().chain(gone);
    let counted = counted(before, after);
    let mut moves = Vec::new();
    for law in laws {
        let then = old.iter().find(|other| other.id == law.id);
        let now = new.iter().find(|other| other.id == law.id);
        let refs = |began: bool| -> Vec<String> {
            let all = counted
                .iter()
                .filter(|(id, _, begins)| *id == law.id && *begins == began);
            all.map(|(_, reference, _)| reference.clone()).collect()
        };
        let (began, ceased) = (refs(true), refs(false));
        let day =
            |day: Option<Date>| day.filter(|day| between(Some(*day), before.date, after.date));
        let (from, to) = (
            then.map(|law| law.life.status),
            now.map(|law| law.life.status),
        );
        let passed = from.is_some_and(is_unpassed) && to.is_some_and(|to| !is_unpassed(to));
        let in_force = day(law.life.in_force).filter(|_| law.life.counts_at(after.date));
        let repealed = day(law.life.repealed);
        if from == to
            && began.is_empty()
            && ceased.is_empty()
            && in_force.is_none()
            && repealed.is_none()
        {
            continue;
        }
        let is_correction = then.zip(now).is_some_and(|(then, now)| {
            let (from, to) = (then.life.status, now.life.status);
            let was_law_already = now.life.in_force.is_some()
                && now.life.counts_at(before.date)
                && from != Status::Suspended;
            from != to && (!goes_on(from, to) || (is_unpassed(from) && was_law_already))
        });
        moves.push(LawMove {
            is_correction,
            law,
            from,
            to,
            began,
            ceased,
            enacted: now.is_some()
                && (between(law.life.enacted, before.date, after.date)
                    || (passed && !is_correction && to != Some(Status::Repealed))),
            in_force,
            repealed,
        });
    }
    moves
}

fn is_unpassed(status: Status) -> bool {
    matches!(status, Status::Drafting | Status::Bill)
}

/// The sections that began (true) or ceased (false) to count by what happened to the law, with the ids of their laws.
fn counted<'c>(before: &Survey<'c>, after: &Survey<'c>) -> Vec<(&'c str, String, bool)> {
    let counting = Counting::new(before, after);
    let mut counted = Vec::new();
    for pair in pairs(before, after) {
        use super::cause::CauseKind::{BillMoved, LawChanged};
        let Course::Told(BillMoved | LawChanged, _) = counting.course(pair) else {
            continue;
        };
        let ended = pair.old.filter(|old| before.in_force.has(*old));
        let begun = pair.new.filter(|new| after.in_force.has(*new));
        // A new wording of a section both ends and begins; it is told as what began.
        let (survey, index, begins) = match (begun, ended) {
            (Some(new), _) => (after, new, true),
            (None, Some(old)) => (before, old, false),
            (None, None) => continue,
        };
        let law = &survey.legislation.laws[index.law];
        let reference = survey.legislation.section(index).reference.clone();
        counted.push((law.id.as_str(), reference, begins));
    }
    counted
}
