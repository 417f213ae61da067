//! Sentences about what happened between two dates.

use crate::assess::{CauseKind, Event, Fate, Interval};
use crate::model::{Date, Status, Word};
use crate::report::figures::clause;

/// The cause as readers know it.
pub(super) fn kind(kind: CauseKind) -> &'static str {
    match kind {
        CauseKind::LawChanged => "law changed",
        CauseKind::BillMoved => "bill moved",
        CauseKind::NewEvidence => "new evidence on old law",
        CauseKind::Correction => "correction",
        CauseKind::ChecklistChanged => "checklist changed",
        CauseKind::WeightsChanged => "weights changed",
    }
}

/// What became of gaps, as a label.
pub(super) fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Closed => "closed",
        Fate::Opened => "opened",
        Fate::BecameKnown => "become known",
        Fate::BecameUnknown => "known no longer",
        Fate::NewlyAsked => "newly asked for",
        Fate::NoLongerAsked => "no longer asked for",
        Fate::StillOpen => "still open",
    }
}

/// The status of a law in words.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Drafting => "being drafted",
        Status::Bill => "before parliament",
        Status::Enacted => "enacted, not in force",
        Status::InForce => "in force",
        Status::Suspended => "suspended",
        Status::Repealed => "repealed",
    }
}

/// An id as words.
pub(super) fn readable(id: &str) -> String {
    id.replace('-', " ").replace('/', ": ")
}

/// What happened, as a sentence without its full stop.
pub(super) fn happened(event: &Event<'_>) -> String {
    in_law(event)
        .or_else(|| in_findings(event))
        .unwrap_or_else(|| in_checklist(event))
}

/// What happened to the law.
fn in_law(event: &Event<'_>) -> Option<String> {
    let on = |day: &Option<Date>| day.map_or_else(String::new, |day| format!(" on {day}"));
    Some(match event {
        Event::Began { section, since } => match since {
            Some(since) => format!("{section} is in force since {since}"),
            None => format!("{section} has come into force"),
        },
        Event::Reworded { section, since } => {
            format!("{section} has a new wording, in force since {since}")
        }
        Event::Repealed { section, on: day } => format!("{section} was repealed{}", on(day)),
        Event::Replaced { section, by } => format!("{section} gave way to {by}"),
        Event::Moved {
            section,
            from,
            to,
            on: day,
        } => {
            let day = day.map_or_else(String::new, |day| format!(" ({day})"));
            format!("{section} was {} and is {}{day}", stage(*from), stage(*to))
        }
        Event::Party { now: true, since } => match since {
            Some(since) => format!("the State is a party since {since}"),
            None => "the State is a party".to_owned(),
        },
        Event::Party { now: false, .. } => "the State is no longer a party".to_owned(),
        Event::Declared { name, listed: true } => {
            format!("the file now lists the declaration or reservation {name}")
        }
        Event::Declared {
            name,
            listed: false,
        } => format!("the declaration or reservation {name} is no longer listed"),
        Event::Redated { .. }
        | Event::Dropped { .. }
        | Event::Cited { .. }
        | Event::NotCited { .. }
        | Event::Judged { .. }
        | Event::Valued { .. }
        | Event::Narrowed { .. }
        | Event::Absent { .. }
        | Event::Exempted { .. }
        | Event::Asks { .. }
        | Event::Terms { .. }
        | Event::Binds { .. }
        | Event::ElementWeight { .. }
        | Event::Weight { .. }
        | Event::Added
        | Event::Permits => return None,
    })
}

/// A status, as what a section was.
fn stage(status: Status) -> &'static str {
    match status {
        Status::Drafting => "a draft",
        Status::Bill => "a bill",
        Status::Enacted => "enacted",
        Status::InForce => "in force",
        Status::Suspended => "suspended",
        Status::Repealed => "repealed",
    }
}

/// What is said otherwise of the law.
fn in_findings(event: &Event<'_>) -> Option<String> {
    Some(match event {
        Event::Redated { section, counts } => {
            let so = if *counts { "counts" } else { "does not count" };
            format!("status or dates of {section} are told otherwise than before, so that it {so}")
        }
        Event::Dropped { section } => {
            format!("{section} is no longer in the file, and nothing says that it was repealed")
        }
        Event::Cited {
            section,
            provision,
            said_absent,
        } => {
            let before = if *said_absent {
                "which was said to be absent"
            } else {
                "on which it was not judged before"
            };
            format!(
                "{section} is cited for {}, {before}",
                clause(&provision.title)
            )
        }
        Event::NotCited { section, provision } => {
            format!(
                "{section} is no longer cited for {}",
                clause(&provision.title)
            )
        }
        Event::Judged { .. } | Event::Valued { .. } | Event::Narrowed { .. } => judgement(event)?,
        Event::Absent { .. } => absent(event)?,
        Event::Exempted { ground, now: true } => {
            format!("the requirement is said not to apply: {}", clause(ground))
        }
        Event::Exempted { ground, now: false } => format!(
            "it is no longer said that the requirement does not apply ({})",
            clause(ground)
        ),
        Event::Began { .. }
        | Event::Reworded { .. }
        | Event::Repealed { .. }
        | Event::Replaced { .. }
        | Event::Moved { .. }
        | Event::Party { .. }
        | Event::Declared { .. }
        | Event::Asks { .. }
        | Event::Terms { .. }
        | Event::Binds { .. }
        | Event::ElementWeight { .. }
        | Event::Weight { .. }
        | Event::Added
        | Event::Permits => return None,
    })
}

/// What is said otherwise of an element in a section.
fn judgement(event: &Event<'_>) -> Option<String> {
    Some(match event {
        Event::Judged {
            section,
            element,
            before,
            after,
        } => {
            let what = readable(&element.element.id);
            format!(
                "{section}: {what} {}",
                is_and_was(before.map(judged), after.map(judged))
            )
        }
        Event::Valued {
            section,
            value,
            before,
            after,
        } => {
            let (before, after) = (before.as_deref(), after.as_deref());
            format!(
                "{section}: {} {}",
                readable(value),
                is_and_was(before, after)
            )
        }
        Event::Narrowed {
            section,
            qualifier,
            found,
        } => {
            let how = if *found {
                "is now read"
            } else {
                "is no longer read"
            };
            format!(
                "{section} {how} with this limit: {}",
                clause(&qualifier.text)
            )
        }
        Event::Began { .. }
        | Event::Reworded { .. }
        | Event::Repealed { .. }
        | Event::Replaced { .. }
        | Event::Moved { .. }
        | Event::Party { .. }
        | Event::Declared { .. }
        | Event::Redated { .. }
        | Event::Dropped { .. }
        | Event::Cited { .. }
        | Event::NotCited { .. }
        | Event::Absent { .. }
        | Event::Exempted { .. }
        | Event::Asks { .. }
        | Event::Terms { .. }
        | Event::Binds { .. }
        | Event::ElementWeight { .. }
        | Event::Weight { .. }
        | Event::Added
        | Event::Permits => return None,
    })
}

fn absent(event: &Event<'_>) -> Option<String> {
    let Event::Absent {
        provision,
        element,
        searched,
        found,
    } = event
    else {
        return None;
    };
    let what = match element {
        Some(element) => format!(
            "{}: {}",
            clause(&provision.title),
            readable(&element.element.id)
        ),
        None => clause(&provision.title),
    };
    let whither = if searched.is_empty() {
        String::new()
    } else {
        format!(" in {}", searched.join(", "))
    };
    Some(if *found {
        format!("{what} was searched for{whither} and not found")
    } else {
        format!("it is no longer said that {what} was searched for and not found")
    })
}

fn judged(value: Interval) -> &'static str {
    crate::assess::ElementVerdict::of(value).word()
}

fn is_and_was(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("is {after} and was {before}"),
        (None, Some(after)) => format!("is {after} and was not judged before"),
        (Some(before), None) => format!("is judged no longer and was {before}"),
        (None, None) => "is not judged".to_owned(),
    }
}

/// What changed in the checklist.
fn in_checklist(event: &Event<'_>) -> String {
    let names = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| readable(name)).collect();
        names.join(", ")
    };
    match event {
        Event::Added => "the requirement is new in the checklist".to_owned(),
        Event::Asks { more, less } => match (more.is_empty(), less.is_empty()) {
            (false, true) => format!("it now asks for {}", names(more)),
            (true, _) => format!("it no longer asks for {}", names(less)),
            (false, false) => format!("it asks for {} instead of {}", names(more), names(less)),
        },
        Event::Permits => "it permits other narrowings than before".to_owned(),
        Event::Terms { what } => format!("{what} has changed"),
        Event::Binds { from, to } => format!("it is {} and was {}", to.word(), from.word()),
        Event::ElementWeight { element, from, to } => {
            format!("{} weighs {to} instead of {from}", readable(element))
        }
        Event::Weight { from, to } => {
            format!("the requirement weighs {to} instead of {from} in the score")
        }
        Event::Began { .. }
        | Event::Reworded { .. }
        | Event::Repealed { .. }
        | Event::Replaced { .. }
        | Event::Moved { .. }
        | Event::Party { .. }
        | Event::Declared { .. }
        | Event::Redated { .. }
        | Event::Dropped { .. }
        | Event::Cited { .. }
        | Event::NotCited { .. }
        | Event::Judged { .. }
        | Event::Valued { .. }
        | Event::Narrowed { .. }
        | Event::Absent { .. }
        | Event::Exempted { .. } => String::new(),
    }
}
