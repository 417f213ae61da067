//! What is moving already: bills that would close some of a line, and support that is running, so that nothing is paid twice.

use super::super::chapter::{ChecklistResult, assess};
use super::super::survey::Survey;
use super::Ingredients;
use super::line::{Bill, GapRef, Line};
use crate::model::{Assumed, Law, Status, Support};

/// Marks on each line the bills and the support that bear on it.
pub(super) fn mark<'c>(from: &Ingredients<'c>, lines: &mut [Line<'c>]) {
    let running = under_way(from);
    for line in lines.iter_mut() {
        let provisions = line.provisions();
        let bears_on_it = |support: &&&'c Support<'c>| {
            let mut covered = support.covers.iter();
            covered.any(|covered| provisions.iter().any(|one| std::ptr::eq(*one, *covered)))
        };
        line.under_way = running.iter().filter(bears_on_it).copied().collect();
    }
    for law in moving_laws(from) {
        let assumed = Assumed::Laws(vec![law.id.clone()]);
        let survey = Survey::new(from.survey.legislation, from.survey.date, &assumed);
        let results = from.results.iter();
        let then: Vec<ChecklistResult<'c>> = results
            .map(|result| assess(&survey, result.checklist))
            .collect();
        for line in lines.iter_mut() {
            let closes: Vec<GapRef<'c>> = line
                .gaps()
                .filter(|gap| is_closed(gap, &then))
                .copied()
                .collect();
            if !closes.is_empty() {
                line.bills.push(Bill { law, closes });
            }
        }
    }
}

/// Support that has not ended at the date; what is only announced is shown as well.
pub(super) fn under_way<'c>(from: &Ingredients<'c>) -> Vec<&'c Support<'c>> {
    let support = from.survey.legislation.support.iter();
    support
        .filter(|one| one.to.is_none_or(|end| end >= from.survey.date))
        .collect()
}

/// The laws of which something is drafted, before parliament, or enacted and not yet in force; each is tried on its own.
fn moving_laws<'c>(from: &Ingredients<'c>) -> impl Iterator<Item = &'c Law<'c>> {
    let date = from.survey.date;
    let is_moving = move |law: &&Law<'_>| {
        law.sections
            .iter()
            .any(|section| match section.life.status {
                Status::Drafting | Status::Bill | Status::Enacted => {
                    !section.life.counts_at(date) && !section.life.repealed_at(date)
                }
                Status::InForce | Status::Suspended | Status::Repealed => false,
            })
    };
    from.survey.legislation.laws.iter().filter(is_moving)
}

/// Whether the element is met for certain then, or an alternative to it is. One that only becomes unknown is not closed.
fn is_closed(gap: &GapRef<'_>, then: &[ChecklistResult<'_>]) -> bool {
    let of_checklist = then
        .iter()
        .filter(|result| result.checklist.id == gap.checklist.id);
    let mut requirements = of_checklist.flat_map(ChecklistResult::requirements);
    let same = requirements.find(|one| one.requirement.id == gap.result.requirement.id);
    same.is_some_and(|result| {
        let mut elements = result.elements.iter();
        let element = elements.find(|one| one.name == gap.gap.name);
        element.is_none_or(|one| one.value.low >= 1.0)
    })
}
