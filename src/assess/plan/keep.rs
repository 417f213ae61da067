//! A kept plan beside a new draft: what became of each line's gaps, and so what the program has to say of the line (docs/decisions.md, *The kept plan*).

use super::Plan;
use super::line::{GapRef, Line};
use crate::assess::ChecklistResult;
use crate::assess::verdict::RequirementResult;
use crate::model::{Effect, KeptLine, KeptPlan, LineStanding, LineState};

/// The standing of each line of the kept plan that the draft has something to say of, in the order of the file.
#[must_use]
pub fn standings(
    kept: &KeptPlan,
    plan: &Plan<'_>,
    results: &[ChecklistResult<'_>],
) -> Vec<(String, LineStanding)> {
    let lines = kept.lines.iter().filter_map(|line| {
        let draft = plan.lines.iter().find(|draft| draft.id == line.id);
        let is_ours = !line.own && (draft.is_some() || !line.loose);
        is_ours.then(|| {
            let standing = standing(line, draft, plan, results);
            (line.id.clone(), standing)
        })
    });
    lines.collect()
}

/// The lines of the draft that the kept plan lacks.
pub fn new_lines<'p, 'c>(
    kept: &'p KeptPlan,
    plan: &'p Plan<'c>,
) -> impl Iterator<Item = &'p Line<'c>> {
    let is_new = |line: &&Line<'_>| kept.line(&line.id).is_none();
    plan.lines.iter().filter(is_new)
}

/// The standing of a line that the draft makes for the first time.
#[must_use]
pub fn first_standing(line: &Line<'_>) -> LineStanding {
    let ids = |gaps: &[GapRef<'_>]| gaps.iter().map(|gap| gap.id().to_owned()).collect();
    LineStanding {
        closes: ids(&line.closes),
        supports: ids(&line.supports),
        ..LineStanding::default()
    }
}

/// What became of a gap.
enum Now {
    /// It is found still, under this id.
    Found(String),
    /// It is not known any more whether it is there, or the instrument was not asked: unknown is not closed.
    NotKnown,
    /// It is found no more.
    Gone,
}

fn standing(
    line: &KeptLine,
    draft: Option<&Line<'_>>,
    plan: &Plan<'_>,
    results: &[ChecklistResult<'_>],
) -> LineStanding {
    let was = &line.standing;
    let drafted = draft.map(first_standing).unwrap_or_default();
    let mut is = LineStanding {
        moved_to: was.moved_to.clone(),
        ..LineStanding::default()
    };
    let mut gone = Vec::new();
    for id in &was.closes {
        match now(id, results) {
            Now::NotKnown => is.closes.push(id.clone()),
            Now::Gone => gone.push(id),
            Now::Found(same) if same == *id && drafted.closes.contains(id) => {
                is.closes.push(same);
            }
            Now::Found(same) => {
                let closes_it = |line: &&Line<'_>| line.closes.iter().any(|gap| gap.id() == same);
                match plan.lines.iter().find(closes_it) {
                    Some(other) if other.id != line.id => is.moved_to.push(other.id.clone()),
                    // Under another name it is among what the draft adds below.
                    Some(_) => {}
                    None => is.closes.push(id.clone()),
                }
            }
        }
    }
    for id in &was.supports {
        match now(id, results) {
            Now::NotKnown => is.supports.push(id.clone()),
            Now::Gone => gone.push(id),
            Now::Found(same) if drafted.supports.contains(&same) => is.supports.push(same),
            // A gap may have many that support it, so that nothing has to take it over.
            Now::Found(_) => {}
        }
    }
    is.closes.extend(drafted.closes);
    is.supports.extend(drafted.supports);
    // What was found no more may be there again.
    let before = was.closed_since.iter();
    is.closed_since = before
        .filter(|id| !matches!(now(id, results), Now::Found(_)))
        .chain(gone)
        .cloned()
        .collect();
    for ids in [
        &mut is.closes,
        &mut is.supports,
        &mut is.closed_since,
        &mut is.moved_to,
    ] {
        each_once(ids);
    }
    is.state = state(was, &is, draft);
    is
}

fn each_once(ids: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::with_capacity(ids.len());
    for id in ids.drain(..) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    *ids = seen;
}

/// What follows for a line. A law is changed when it is changed, whatever the plan says; whether people were trained, those who trained them know.
fn state(was: &LineStanding, is: &LineStanding, draft: Option<&Line<'_>>) -> LineState {
    if was.state == LineState::Withdrawn {
        return LineState::Withdrawn;
    }
    let rests_on_more = draft.is_some_and(|line| {
        !(line.findings.is_empty() && line.declarations.is_empty() && line.treaties.is_empty())
    });
    if !is.closes.is_empty() || rests_on_more {
        return LineState::Open;
    }
    if !is.supports.is_empty() {
        let nothing_new = is.supports.iter().all(|id| was.supports.contains(id));
        return match was.state {
            LineState::Done if nothing_new => LineState::Done,
            LineState::Open | LineState::Done | LineState::Withdrawn | LineState::Moved => {
                LineState::Open
            }
        };
    }
    if is.closed_since.is_empty() && !is.moved_to.is_empty() {
        LineState::Moved
    } else {
        LineState::Done
    }
}

/// What became of the gap of that id: `CHECKLIST/REQUIREMENT/ELEMENT`, or a narrowing in the place of the element.
fn now(id: &str, results: &[ChecklistResult<'_>]) -> Now {
    let mut parts = id.splitn(3, '/');
    let (Some(checklist), Some(requirement), Some(tail)) =
        (parts.next(), parts.next(), parts.next())
    else {
        return Now::NotKnown;
    };
    let Some(result) = results.iter().find(|one| one.checklist.id == checklist) else {
        return Now::NotKnown;
    };
    let mut requirements = result.requirements();
    let Some(requirement) = requirements.find(|one| one.requirement.id == requirement) else {
        return Now::Gone;
    };
    if requirement.gaps.iter().any(|gap| gap.id == id) {
        return Now::Found(id.to_owned());
    }
    let Some(name) = element_of(requirement, tail) else {
        return Now::Gone;
    };
    if let Some(gap) = requirement.gaps.iter().find(|gap| gap.name == name) {
        return Now::Found(gap.id.clone());
    }
    let mut elements = requirement.elements.iter();
    match elements.find(|element| element.name == name) {
        Some(element) if element.value.low < 1.0 => Now::NotKnown,
        Some(_) | None => Now::Gone,
    }
}

/// The name of the element that the end of a gap's id is about.
fn element_of<'r>(requirement: &'r RequirementResult<'_>, tail: &str) -> Option<&'r str> {
    let mut elements = requirement.elements.iter();
    if let Some(element) = elements.find(|element| element.name == tail) {
        return Some(&element.name);
    }
    let qualifier = tail.rsplit('/').next()?;
    let mut elements = requirement.elements.iter();
    let narrowed =
        elements.find(|element| {
            let of_provision = match tail.rsplit_once('/') {
                Some((provision, _)) => element.element.provision.id == provision,
                None => std::ptr::eq(element.element.provision, requirement.requirement.model),
            };
            let mut qualifiers = element.element.provision.qualifiers.iter();
            of_provision
                && qualifiers.any(|one| match &one.effect {
                    Effect::Narrows(place) => {
                        one.id == qualifier
                            && element.element.provision.elements.get(*place).is_some_and(
                                |narrowed| std::ptr::eq(narrowed, element.element.element),
                            )
                    }
                    Effect::Excludes(_) => false,
                })
        });
    narrowed.map(|element| element.name.as_str())
}
