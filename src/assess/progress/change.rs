//! All that changed in the law and in what is said of it, by model provision; and which of it bears on a requirement.

use std::collections::BTreeMap;

use super::cause::{Cause, CauseKind, Event};
use super::counting::{Counting, Course};
use super::pairs::{Pair, pairs};
use super::{differs, standing};
use crate::assess::interval::Interval;
use crate::assess::survey::{Evidence, Survey, named};
use crate::assess::verdict::RequirementResult;
use crate::model::{Checklist, Effect, ElementRef, ModelProvision};

/// One change that bears on a model provision.
#[derive(Debug, Clone)]
struct Change<'c> {
    kind: CauseKind,
    event: Event<'c>,
    /// The places of the elements it bears on; none for all.
    elements: Vec<usize>,
}

/// Two dates of a country, and the changes between them.
pub(super) struct Changes<'s, 'c> {
    before: &'s Survey<'c>,
    after: &'s Survey<'c>,
    courses: Vec<(Pair, Course<'c>)>,
}

impl<'s, 'c> Changes<'s, 'c> {
    pub(super) fn new(before: &'s Survey<'c>, after: &'s Survey<'c>) -> Self {
        let counting = Counting::new(before, after);
        let pairs = pairs(before, after).into_iter();
        Self {
            before,
            after,
            courses: pairs.map(|pair| (pair, counting.course(pair))).collect(),
        }
    }

    /// Why a requirement stands otherwise than before, if it does.
    pub(super) fn causes(
        &self,
        checklist: &Checklist<'_>,
        one: &RequirementResult<'c>,
        other: &RequirementResult<'c>,
    ) -> Vec<Cause<'c>> {
        if !differs(one, other) {
            return Vec::new();
        }
        let mut causes = standing::causes(self.before, self.after, checklist, one, other);
        let mut provisions: Vec<&'c ModelProvision> = Vec::new();
        for element in &one.requirement.elements {
            if !provisions
                .iter()
                .any(|known| std::ptr::eq(*known, element.provision))
            {
                provisions.push(element.provision);
            }
        }
        for provision in provisions {
            let differing = differing(provision, one, other);
            let name = |place: &usize| {
                let element = &provision.elements[*place];
                ElementRef { provision, element }.name(one.requirement.model)
            };
            let bearing = bearing(self.of(provision), &differing).into_iter();
            causes.extend(bearing.map(|change| Cause {
                kind: change.kind,
                event: change.event,
                elements: change.elements.iter().map(name).collect(),
            }));
        }
        causes
    }

    /// The changes that bear on a provision, in the order of the newer file.
    fn of(&self, provision: &'c ModelProvision) -> Vec<Change<'c>> {
        let (old, new) = (
            by_place(self.before, provision),
            by_place(self.after, provision),
        );
        let none = Vec::new();
        let mut changes = Vec::new();
        for (pair, course) in &self.courses {
            let then = pair.old.and_then(|place| old.get(&place)).unwrap_or(&none);
            let now = pair.new.and_then(|place| new.get(&place)).unwrap_or(&none);
            if then.is_empty() && now.is_empty() {
                continue;
            }
            match course {
                Course::Told(kind, event) if self.scored(*pair, then, now) => {
                    changes.push(Change {
                        kind: *kind,
                        event: event.clone(),
                        elements: Vec::new(),
                    })
                }
                Course::Never | Course::Told(..) => {}
                Course::FoundLater => {
                    for evidence in now {
                        changes.extend(self.cited(evidence));
                    }
                }
                Course::Stays => {
                    for place in 0..then.len().max(now.len()) {
                        changes.extend(self.said(then.get(place), now.get(place)));
                    }
                }
            }
        }
        changes.extend(self.absences(provision));
        changes
    }

    /// Whether what is said of a section is scored at a date at which it counts.
    fn scored(&self, pair: Pair, then: &[Evidence<'c>], now: &[Evidence<'c>]) -> bool {
        let counted = pair.old.is_some_and(|old| self.before.in_force.has(old));
        let counts = pair.new.is_some_and(|new| self.after.in_force.has(new));
        (counted && !then.is_empty()) || (counts && !now.is_empty())
    }

    /// What is said of a section of unchanged law, before and now.
    fn said(&self, then: Option<&Evidence<'c>>, now: Option<&Evidence<'c>>) -> Vec<Change<'c>> {
        match (then, now) {
            (None, None) => Vec::new(),
            (None, Some(now)) => self.cited(now),
            (Some(then), None) => vec![Change {
                kind: CauseKind::Correction,
                event: Event::NotCited {
                    section: self.before.legislation.cite(then.index),
                    provision: then.annotation.provision,
                },
                elements: Vec::new(),
            }],
            (Some(then), Some(now)) => {
                let mut changes = self.judged(then, now);
                changes.extend(self.narrowed(then, now));
                changes
            }
        }
    }

    /// A section of old law that is cited for the first time: a correction as far as the same was said to be absent.
    fn cited(&self, now: &Evidence<'c>) -> Vec<Change<'c>> {
        let provision = now.annotation.provision;
        let values = named(now.section, now.annotation);
        let said_absent = |place: &usize| {
            let says_otherwise = values[*place].is_some_and(|value| value.high > 0.0);
            says_otherwise && self.was_absent(provision, *place)
        };
        let all = (0..provision.elements.len()).filter(|place| values[*place].is_some());
        let (against, fresh): (Vec<usize>, Vec<usize>) = all.partition(said_absent);
        let change = |kind, elements: Vec<usize>, said_absent| Change {
            kind,
            event: Event::Cited {
                section: self.after.legislation.cite(now.index),
                provision,
                said_absent,
            },
            elements,
        };
        let mut changes = Vec::new();
        if !against.is_empty() {
            changes.push(change(CauseKind::Correction, against.clone(), true));
        }
        if against.is_empty() || !fresh.is_empty() {
            // Elements that it does not name may hang on it all the same, as conditions do.
            let elements = if against.is_empty() {
                Vec::new()
            } else {
                fresh
            };
            changes.push(change(CauseKind::NewEvidence, elements, false));
        }
        changes
    }

    /// Whether the older file said that the element is absent, and no section that counted said anything of it.
    fn was_absent(&self, provision: &ModelProvision, place: usize) -> bool {
        let pieces = self.before.pieces(provision);
        let silent = pieces.iter().all(|piece| piece.named[place].is_none());
        let whole = self.before.absence(provision, None).is_some() && pieces.is_empty();
        silent && (whole || self.before.absence(provision, Some(place)).is_some())
    }

    fn judged(&self, then: &Evidence<'c>, now: &Evidence<'c>) -> Vec<Change<'c>> {
        let provision = now.annotation.provision;
        let values = named(then.section, then.annotation);
        let values = values.into_iter().zip(named(now.section, now.annotation));
        let mut changes = Vec::new();
        for (place, (before, after)) in values.enumerate() {
            if before == after {
                continue;
            }
            let fresh = before.is_none() && !self.was_absent(provision, place);
            let kind = if fresh {
                CauseKind::NewEvidence
            } else {
                CauseKind::Correction
            };
            let event = self.judgement(provision, place, then, now, (before, after));
            let elements = vec![place];
            changes.push(Change {
                kind,
                event,
                elements,
            });
        }
        changes
    }

    fn judgement(
        &self,
        provision: &'c ModelProvision,
        place: usize,
        then: &Evidence<'c>,
        now: &Evidence<'c>,
        (before, after): (Option<Interval>, Option<Interval>),
    ) -> Event<'c> {
        let section = self.after.legislation.cite(now.index);
        let element = &provision.elements[place];
        let Some(test) = &element.test else {
            let element = ElementRef { provision, element };
            return Event::Judged {
                section,
                element,
                before,
                after,
            };
        };
        let value = |evidence: &Evidence<'c>| {
            let own = evidence.annotation.values.get(&test.value);
            let value = own.or_else(|| evidence.section.values.get(&test.value));
            value.map(|value| value.text().to_owned())
        };
        Event::Valued {
            section,
            value: &test.value,
            before: value(then),
            after: value(now),
        }
    }

    fn narrowed(&self, then: &Evidence<'c>, now: &Evidence<'c>) -> Vec<Change<'c>> {
        let (old, new) = (&then.annotation.qualifiers, &now.annotation.qualifiers);
        let lacks =
            |list: &[&crate::model::Qualifier], id: &str| list.iter().all(|one| one.id != id);
        let found = new
            .iter()
            .filter(|one| lacks(old, &one.id))
            .map(|one| (*one, true));
        let lost = old
            .iter()
            .filter(|one| lacks(new, &one.id))
            .map(|one| (*one, false));
        let changes = found.chain(lost).map(|(qualifier, found)| Change {
            kind: CauseKind::Correction,
            event: Event::Narrowed {
                section: self.after.legislation.cite(now.index),
                qualifier,
                found,
            },
            elements: match &qualifier.effect {
                Effect::Narrows(place) => vec![*place],
                Effect::Excludes(places) => places.clone(),
            },
        });
        changes.collect()
    }

    /// Absences that are said now and were not, or were and are not, as far as no section explains it.
    fn absences(&self, provision: &'c ModelProvision) -> Vec<Change<'c>> {
        let whole = |survey: &Survey<'c>| survey.absence(provision, None).is_some();
        let silent = |survey: &Survey<'c>, place: Option<usize>| {
            let mut pieces = survey.pieces(provision).iter();
            pieces.all(|piece| place.is_some_and(|place| piece.named[place].is_none()))
        };
        let mut changes = Vec::new();
        if whole(self.before) != whole(self.after)
            && silent(self.before, None)
            && silent(self.after, None)
        {
            changes.push(self.absence(provision, None));
        }
        if whole(self.before) || whole(self.after) {
            return changes;
        }
        for place in 0..provision.elements.len() {
            let said = |survey: &Survey<'c>| survey.absence(provision, Some(place)).is_some();
            if said(self.before) != said(self.after)
                && silent(self.before, Some(place))
                && silent(self.after, Some(place))
            {
                changes.push(self.absence(provision, Some(place)));
            }
        }
        changes
    }

    fn absence(&self, provision: &'c ModelProvision, place: Option<usize>) -> Change<'c> {
        let now = self.after.absence(provision, place);
        let said = now.or_else(|| self.before.absence(provision, place));
        Change {
            kind: if now.is_some() {
                CauseKind::NewEvidence
            } else {
                CauseKind::Correction
            },
            event: Event::Absent {
                provision,
                element: place.map(|place| ElementRef {
                    provision,
                    element: &provision.elements[place],
                }),
                searched: said.map(|said| said.searched.clone()).unwrap_or_default(),
                found: now.is_some(),
            },
            elements: place.into_iter().collect(),
        }
    }
}

fn by_place<'c>(
    survey: &Survey<'c>,
    provision: &ModelProvision,
) -> BTreeMap<crate::model::SectionIndex, Vec<Evidence<'c>>> {
    let mut map: BTreeMap<_, Vec<Evidence<'c>>> = BTreeMap::new();
    for evidence in survey.evidence(provision) {
        map.entry(evidence.index).or_default().push(*evidence);
    }
    map
}

/// The places of the elements of a provision whose value or gap differs in a requirement.
fn differing(
    provision: &ModelProvision,
    one: &RequirementResult<'_>,
    other: &RequirementResult<'_>,
) -> Vec<usize> {
    let stand = |result: &RequirementResult<'_>, place: usize| {
        let is_it = |element: &ElementRef<'_>| {
            std::ptr::eq(element.provision, provision) && element.element.position == place
        };
        let value = result.elements.iter().find(|found| is_it(&found.element));
        let gap = result.gaps.iter().find(|gap| is_it(&gap.element));
        (
            value.map(|found| found.value),
            gap.map(|gap| gap.id.clone()),
        )
    };
    let all = 0..provision.elements.len();
    all.filter(|place| stand(one, *place) != stand(other, *place))
        .collect()
}

/// The changes that bear on elements that differ, each with those elements; all of them with all, where they do not explain each.
fn bearing<'c>(changes: Vec<Change<'c>>, differing: &[usize]) -> Vec<Change<'c>> {
    let bears = |change: &Change<'c>, place: &usize| {
        change.elements.is_empty() || change.elements.contains(place)
    };
    let explains_all = differing
        .iter()
        .all(|place| changes.iter().any(|change| bears(change, place)));
    let bearing = changes.into_iter().filter_map(|change| {
        let all = differing.iter().copied();
        let elements: Vec<usize> = all
            .filter(|place| !explains_all || bears(&change, place))
            .collect();
        (!elements.is_empty()).then_some(Change { elements, ..change })
    });
    bearing.collect()
}
