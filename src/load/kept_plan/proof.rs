//! The proof of a change: the new text is read again, and must have all that people wrote and what was to be changed.

use super::change::{entries, items, tree};
use super::plan_of;
use crate::diagnostic::{Diagnostics, Source};
use crate::load::tree::{Node, Value};
use crate::model::{KeptLine, KeptPlan, PlanChanges};

/// The keys of a line that the program keeps up to date.
const OF_LINES: &[&str] = &["state", "closes", "supports", "closed-since", "moved-to"];

/// The keys at the head that the program keeps up to date, and the lines, which are compared one by one.
const OF_HEAD: &[&str] = &["as-at", "checklists", "lines"];

/// Whether the new text has all of the old one, in the same order, and the changes.
pub(super) fn is_kept(source: &Source, old: &Node<'_>, new: &str, changes: &PlanChanges) -> bool {
    let new_source = Source::new("plan.yaml", new.to_owned());
    let Some(root) = tree(&new_source) else {
        return false;
    };
    let (before, after) = (items(old), items(&root));
    let is_same = after.len() == before.len() + changes.new_lines.len()
        && same_but(old, &root, OF_HEAD)
        && before
            .iter()
            .zip(after)
            .all(|(old, new)| same_but(old, new, OF_LINES));
    let mut unheard = Diagnostics::default();
    let then = plan_of(old, source, &mut unheard);
    let now = plan_of(&root, &new_source, &mut unheard);
    is_same
        && then
            .zip(now)
            .is_some_and(|(then, now)| has_changes(&then, &now, changes))
}

/// Whether two groups say the same under all keys but some, in the same order.
fn same_but(old: &Node<'_>, new: &Node<'_>, keys: &[&str]) -> bool {
    let rest = |node: &Node<'_>| -> Vec<usize> {
        let places = entries(node).iter().enumerate();
        places
            .filter(|(_, entry)| !keys.contains(&entry.key.as_ref()))
            .map(|(place, _)| place)
            .collect()
    };
    let (left, right) = (rest(old), rest(new));
    left.len() == right.len()
        && left.iter().zip(&right).all(|(left, right)| {
            let (left, right) = (&entries(old)[*left], &entries(new)[*right]);
            left.key == right.key && same(&left.node, &right.node)
        })
}

fn same(old: &Node<'_>, new: &Node<'_>) -> bool {
    match (&old.value, &new.value) {
        (Value::Nothing, Value::Nothing) => true,
        (Value::Text(old), Value::Text(new)) => old == new,
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (Value::Map(_), Value::Map(_)) => same_but(old, new, &[]),
        _ => false,
    }
}

fn has_changes(then: &KeptPlan, now: &KeptPlan, changes: &PlanChanges) -> bool {
    let (kept, new) = now.lines.split_at(then.lines.len().min(now.lines.len()));
    let standings = then.lines.iter().zip(kept).all(|(old, line)| {
        let named = changes.standings.iter().find(|(id, _)| *id == line.id);
        let wanted = named.map_or(&old.standing, |(_, standing)| standing);
        let is = &line.standing;
        is.state == wanted.state
            && same_ids(&is.closes, &wanted.closes)
            && same_ids(&is.supports, &wanted.supports)
            && same_ids(&is.closed_since, &wanted.closed_since)
            && same_ids(&is.moved_to, &wanted.moved_to)
    });
    let unplaced = |line: &KeptLine| KeptLine {
        at_line: 0,
        ..line.clone()
    };
    standings
        && (changes.as_at.is_none() || now.as_at == changes.as_at)
        && same_ids(&now.checklists, &changes.checklists)
        && new
            .iter()
            .map(unplaced)
            .eq(changes.new_lines.iter().map(unplaced))
}

/// Whether two lists have the same ids, in whatever order: those that stay keep their place in the file.
fn same_ids(one: &[String], other: &[String]) -> bool {
    one.iter().all(|id| other.contains(id)) && other.iter().all(|id| one.contains(id))
}
