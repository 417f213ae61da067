//! Which measures come before which; a cycle is a mistake, since nothing in it could ever begin.

use std::collections::BTreeMap;

use super::super::fields::Text;
use super::Draft;
use super::measure::unknown_measure;
use crate::diagnostic::{Code, Diagnostics, quoted};

/// So many measures of a cycle are named.
const MOST: usize = 6;

/// The places of the measures that come before each.
pub(super) fn prerequisites(
    drafts: &[Draft<'_, '_>],
    shipped: usize,
    reports: &mut [Diagnostics],
) -> Vec<Vec<usize>> {
    let ids = drafts.iter().enumerate();
    let places: BTreeMap<&str, usize> = ids.map(|(place, draft)| (draft.id.text, place)).collect();
    let mut edges: Vec<Vec<(usize, Text<'_>)>> = Vec::new();
    for draft in drafts {
        let mut before = Vec::new();
        for name in &draft.after {
            match places.get(name.text) {
                Some(place) => before.push((*place, *name)),
                None => unknown_measure(*name, places.keys().copied(), &mut reports[draft.file]),
            }
        }
        edges.push(before);
    }
    for cycle in cycles(&edges) {
        // The shipped library has none, so that a user's file is always part of it.
        let of_user = |(measure, _): &&(usize, Text<'_>)| drafts[*measure].file != shipped;
        let Some((measure, name)) = cycle.iter().find(of_user).or(cycle.first()) else {
            continue;
        };
        let name_of = |place: &(usize, Text<'_>)| quoted(drafts[place.0].id.text);
        let mut way: Vec<String> = cycle.iter().take(MOST).map(name_of).collect();
        if cycle.len() > MOST {
            way.push(format!("{} more", cycle.len() - MOST));
        }
        way.extend(cycle.first().map(name_of));
        let message = format!("measures wait for each other: {}", way.join(" after "));
        let help = "remove one of these prerequisites, so that something can begin";
        reports[drafts[*measure].file].push(Code::PrerequisiteCycle, name.span, message, help);
    }
    let places = edges.into_iter().map(|before| {
        let mut places: Vec<usize> = before.into_iter().map(|(place, _)| place).collect();
        places.sort_unstable();
        places.dedup();
        places
    });
    places.collect()
}

/// How far the search has come with a measure.
#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// On the way from the measure where the search began.
    Open,
    Done,
}

/// Cycles, as measures each with the name by which it waits for the next; with all of them broken none is left.
fn cycles<'t>(edges: &[Vec<(usize, Text<'t>)>]) -> Vec<Vec<(usize, Text<'t>)>> {
    let mut state = vec![State::New; edges.len()];
    let mut cycles = Vec::new();
    for start in 0..edges.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        // Each measure on the way with the number of its prerequisites that were looked at: no recursion, however long the way.
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((measure, looked_at)) = way.last_mut() {
            let Some((next, _)) = edges[*measure].get(*looked_at) else {
                state[*measure] = State::Done;
                way.pop();
                continue;
            };
            *looked_at += 1;
            match state[*next] {
                State::Done => {}
                State::New => {
                    state[*next] = State::Open;
                    way.push((*next, 0));
                }
                State::Open => {
                    let from = way.iter().position(|(one, _)| one == next).unwrap_or(0);
                    let members = way[from..].iter();
                    cycles.push(
                        members
                            .map(|(one, looked_at)| (*one, edges[*one][looked_at - 1].1))
                            .collect(),
                    );
                }
            }
        }
    }
    cycles
}
