//! What the newer version of a checklist alone changes: what it asks for, and how it weighs.

use super::cause::{Cause, CauseKind, Event};
use super::differs;
use crate::assess::verdict::RequirementResult;
use crate::model::{Checklist, ElementRef, Requirement};

/// Why the law of the first date stands otherwise under the newer version.
pub(super) fn causes<'c>(
    older: &'c Checklist<'c>,
    old: Option<&RequirementResult<'c>>,
    new: &RequirementResult<'c>,
) -> Vec<Cause<'c>> {
    let mut causes = Vec::new();
    let Some(then) = older
        .requirements()
        .find(|one| one.id == new.requirement.id)
    else {
        causes.push((CauseKind::ChecklistChanged, Event::Added, Vec::new()));
        return with_kinds(causes);
    };
    let now = new.requirement;
    if then.weight != now.weight {
        let (from, to) = (then.weight, now.weight);
        causes.push((
            CauseKind::WeightsChanged,
            Event::Weight { from, to },
            Vec::new(),
        ));
    }
    if then.bindingness != now.bindingness {
        let (from, to) = (then.bindingness, now.bindingness);
        causes.push((
            CauseKind::ChecklistChanged,
            Event::Binds { from, to },
            Vec::new(),
        ));
    }
    if old.is_some_and(|old| differs(old, new)) {
        causes.extend(terms(then, now));
        causes.extend(element_weights(then, now));
    }
    with_kinds(causes)
}

type Told<'c> = (CauseKind, Event<'c>, Vec<String>);

fn with_kinds(told: Vec<Told<'_>>) -> Vec<Cause<'_>> {
    let causes = told.into_iter();
    causes
        .map(|(kind, event, elements)| Cause {
            kind,
            event,
            elements,
        })
        .collect()
}

/// What differs in the terms of a requirement; at least one thing, since its result differs and the law does not.
fn terms<'c>(then: &Requirement<'_>, now: &Requirement<'_>) -> Vec<Told<'c>> {
    let mut told = Vec::new();
    let names = |one: &Requirement<'_>| -> Vec<String> {
        let elements = one.elements.iter();
        elements.map(|element| element.name(one.model)).collect()
    };
    let (old, new) = (names(then), names(now));
    let more: Vec<String> = new
        .iter()
        .filter(|name| !old.contains(name))
        .cloned()
        .collect();
    let less: Vec<String> = old
        .iter()
        .filter(|name| !new.contains(name))
        .cloned()
        .collect();
    if !(more.is_empty() && less.is_empty()) {
        let elements = [more.clone(), less.clone()].concat();
        told.push((
            CauseKind::ChecklistChanged,
            Event::Asks { more, less },
            elements,
        ));
    }
    if permits(then) != permits(now) {
        told.push((CauseKind::ChecklistChanged, Event::Permits, Vec::new()));
    }
    told.extend(definitions(then, now).into_iter().map(|what| {
        (
            CauseKind::ChecklistChanged,
            Event::Terms { what },
            Vec::new(),
        )
    }));
    let shared = shared(then, now);
    let mut weighs = shared
        .iter()
        .map(|(one, other)| (one.element.weight, other.element.weight));
    if told.is_empty() && weighs.all(|(one, other)| one == other) {
        // What is left is in the model provision as a whole: its other limbs choose the sections relied on.
        let what = "the model provision behind it";
        told.push((
            CauseKind::ChecklistChanged,
            Event::Terms { what },
            Vec::new(),
        ));
    }
    told
}

/// What is defined otherwise of that which both versions ask for, in words.
fn definitions(then: &Requirement<'_>, now: &Requirement<'_>) -> Vec<&'static str> {
    let shared = shared(then, now);
    let differ = |of: fn(&ElementRef<'_>, &ElementRef<'_>) -> bool| {
        shared.iter().any(|(one, other)| of(one, other))
    };
    let figure = differ(|one, other| one.element.test != other.element.test);
    let kind = differ(|one, other| {
        one.element.kind != other.element.kind || one.element.role != other.element.role
    });
    let all = differ(|one, other| one.element.by_name_only != other.element.by_name_only);
    let definitions = [
        (
            then.model.id != now.model.id,
            "the model provision it rests on",
        ),
        (
            alternatives(then) != alternatives(now),
            "what is enough in the alternative",
        ),
        (figure, "the figure that is asked for"),
        (kind, "the kind of an element"),
        (all, "what `all` stands for"),
    ];
    let differing = definitions.into_iter().filter(|(differs, _)| *differs);
    differing.map(|(_, what)| what).collect()
}

fn element_weights<'c>(then: &Requirement<'_>, now: &Requirement<'_>) -> Vec<Told<'c>> {
    let shared = shared(then, now).into_iter();
    let differing = shared.filter(|(one, other)| one.element.weight != other.element.weight);
    let told = differing.map(|(one, other)| {
        let element = other.name(now.model);
        let event = Event::ElementWeight {
            element: element.clone(),
            from: one.element.weight,
            to: other.element.weight,
        };
        (CauseKind::WeightsChanged, event, vec![element])
    });
    told.collect()
}

/// The elements that both versions ask for.
fn shared<'a, 'b>(
    then: &Requirement<'a>,
    now: &Requirement<'b>,
) -> Vec<(ElementRef<'a>, ElementRef<'b>)> {
    let mut shared = Vec::new();
    for one in &then.elements {
        let same = |other: &&ElementRef<'b>| {
            other.provision.id == one.provision.id && other.element.id == one.element.id
        };
        if let Some(other) = now.elements.iter().find(same) {
            shared.push((*one, *other));
        }
    }
    shared
}

fn permits(one: &Requirement<'_>) -> Vec<(String, crate::model::Form)> {
    let mut permits: Vec<_> = one
        .permits
        .iter()
        .map(|permit| (permit.name(), permit.form))
        .collect();
    permits.sort();
    permits
}

fn alternatives(one: &Requirement<'_>) -> Vec<Vec<String>> {
    let groups = one.alternatives.iter();
    groups
        .map(|group| {
            let members = group.iter();
            members
                .map(|place| one.elements[*place].name(one.model))
                .collect()
        })
        .collect()
}
