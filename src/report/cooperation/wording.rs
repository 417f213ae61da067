//! Sentences about results, obstacles and what to draft, the same on the page, in the matrix and in the facts.

use crate::assess::cooperation::{
    Cause, Cooperation, Obstacle, OffencePair, Pair, Penalty, Point, Presence, State, Threshold,
};
use crate::report::document::{Cell, Tone};
use crate::report::figures::{clause, sentence};

pub(super) fn result(result: Cooperation) -> &'static str {
    match result {
        Cooperation::CanCooperate => "can cooperate",
        Cooperation::AtRisk => "at risk",
        Cooperation::Blocked => "blocked",
        Cooperation::NotDetermined => "not determined",
    }
}

pub(super) fn sign(result: Cooperation) -> &'static str {
    match result {
        Cooperation::CanCooperate => "■",
        Cooperation::AtRisk => "◧",
        Cooperation::Blocked => "□",
        Cooperation::NotDetermined => "?",
    }
}

pub(super) fn tone(result: Cooperation) -> Tone {
    match result {
        Cooperation::CanCooperate => Tone::InPlace,
        Cooperation::AtRisk => Tone::Partly,
        Cooperation::Blocked => Tone::Missing,
        Cooperation::NotDetermined => Tone::Unknown,
    }
}

/// A result with its sign and tone.
pub(super) fn cell(of: Cooperation) -> Cell {
    Cell::toned(format!("{} {}", sign(of), result(of)), tone(of))
}

pub(super) fn state(state: State) -> (&'static str, Tone) {
    match state {
        State::Covered => ("■ covered", Tone::InPlace),
        State::Narrowed => ("◧ narrowed", Tone::Partly),
        State::Absent => ("□ no offence", Tone::Missing),
        State::Unknown => ("? unknown", Tone::Unknown),
    }
}

pub(super) fn presence(presence: Presence) -> (&'static str, Tone) {
    match presence {
        Presence::Exists => ("■ exists", Tone::InPlace),
        Presence::Absent => ("□ absent", Tone::Missing),
        Presence::Unknown => ("? unknown", Tone::Unknown),
    }
}

pub(super) fn threshold(threshold: Threshold) -> (&'static str, Tone) {
    match threshold {
        Threshold::Met => ("■ met", Tone::InPlace),
        Threshold::Partly => ("◧ for some acts", Tone::Partly),
        Threshold::NotMet => ("□ not met", Tone::Missing),
        Threshold::Unknown => ("? unknown", Tone::Unknown),
    }
}

/// `6 months (cma s. 3)`.
pub(super) fn penalties(offence: &OffencePair<'_>, side: usize) -> String {
    let penalties = offence.penalties[side];
    if penalties.is_empty() {
        let unknown = offence.one_year[side] == Threshold::Unknown;
        return if unknown { "unknown" } else { "no offence" }.to_owned();
    }
    let one = |penalty: &Penalty| {
        let term = penalty
            .maximum
            .as_ref()
            .map_or("not stated", |term| term.text());
        format!("{term} ({})", penalty.section)
    };
    penalties.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// An id as words.
pub(super) fn readable(id: &str) -> String {
    id.replace('-', " ")
}

/// The elements of an obstacle, or *everything* where the offence has no others.
pub(super) fn elements(offence: &OffencePair<'_>, obstacle: &Obstacle<'_>) -> String {
    if is_everything(offence, obstacle) {
        return "everything".to_owned();
    }
    let names = obstacle.points.iter().map(|point| readable(&point.element));
    names.collect::<Vec<_>>().join(", ")
}

fn is_everything(offence: &OffencePair<'_>, obstacle: &Obstacle<'_>) -> bool {
    offence.points.len() > 1 && obstacle.points.len() == offence.points.len()
}

/// Which kind of obstacle it is, as programs read it.
pub(super) fn kind(cause: Cause<'_>) -> &'static str {
    match cause {
        Cause::Absent(_) => "absent",
        Cause::Narrowed(_) => "narrowed",
        Cause::Partly(_) => "partly",
        Cause::Unknown => "unknown",
    }
}

/// Why, in the words of the law's reader or of the catalogue.
pub(super) fn reason(cause: Cause<'_>) -> Option<&str> {
    match cause {
        Cause::Absent(reason) | Cause::Partly(reason) => reason,
        Cause::Narrowed(narrowing) => Some(&narrowing.text),
        Cause::Unknown => None,
    }
}

/// The sections of an obstacle, each once.
pub(super) fn sections(obstacle: &Obstacle<'_>) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for section in obstacle.points.iter().flat_map(|point| &point.sections) {
        if !sections.contains(section) {
            sections.push(section.clone());
        }
    }
    sections
}

/// An obstacle in a sentence that names the limb, the side and the narrowing.
pub(super) fn obstacle(pair: &Pair<'_>, offence: &OffencePair<'_>, one: &Obstacle<'_>) -> String {
    let name = &pair.sides[one.side].country.name;
    let elements = elements(offence, one);
    let cited = sections(one);
    let cited = if cited.is_empty() {
        String::new()
    } else {
        format!(" ({})", cited.join("; "))
    };
    let found = match one.cause {
        Cause::Absent(_) => format!("{name} does not punish: {elements}{cited}."),
        Cause::Narrowed(narrowing) => {
            let both = both_narrow(offence, one);
            format!(
                "{name} narrows {elements}{cited}, {}{both}:",
                readable(&narrowing.id)
            )
        }
        Cause::Partly(_) => format!("{name} punishes only in part: {elements}{cited}."),
        Cause::Unknown => return format!("{name}, not known: {elements}."),
    };
    match reason(one.cause) {
        Some(reason) => format!("{found} {}", sentence(reason)),
        None => found,
    }
}

/// Narrowings of one name may still differ in their class of systems or in their sum.
fn both_narrow(offence: &OffencePair<'_>, one: &Obstacle<'_>) -> &'static str {
    let Cause::Narrowed(narrowing) = one.cause else {
        return "";
    };
    let other = offence.obstacles.iter().any(|other| {
        let same = matches!(other.cause, Cause::Narrowed(other) if other.id == narrowing.id);
        same && other.side != one.side
    });
    if other {
        ", as the other State does; compare the two wordings"
    } else {
        ""
    }
}

/// What to draft: follows on "ensure that". Nothing where something has to be found out first.
pub(super) fn draft(offence: &OffencePair<'_>, one: &Obstacle<'_>) -> Option<String> {
    match one.cause {
        Cause::Unknown => None,
        Cause::Narrowed(narrowing) => Some(format!(
            "the law no longer has this limit: {}",
            clause(&narrowing.text)
        )),
        Cause::Absent(_) | Cause::Partly(_) => Some(if is_everything(offence, one) {
            format!("the law has the offence ({})", offence.title.to_lowercase())
        } else if one.points.len() > 2 {
            format!("the law covers {}", elements(offence, one))
        } else {
            let text = |point: &&Point| clause(&point.text);
            let texts: Vec<String> = one.points.iter().map(text).collect();
            format!("the law answers this: {}", texts.join("; "))
        }),
    }
}
