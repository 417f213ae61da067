//! A kept plan changed in place: what the program keeps up to date is spliced into the text, and all else stays byte for byte.

use super::place::Draft;
use super::{list, proof, write};
use crate::diagnostic::{Diagnostics, Source, Span};
use crate::load::tree::{Entry, Node, Value, grow};
use crate::model::{KeptLine, LineStanding, PlanChanges, Word};

/// The plan can't be changed without touching what people wrote, and so it was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the kept plan is written in a way that can't be changed without touching what is yours, and nothing was written: give each line of the plan one key a line, as `--save` writes them"
)]
pub struct CannotChange;

/// The text of a kept plan with the changes in it.
///
/// Everything is looked at again in the new text before it is given: that each line has what it had, in the same order, and what was to be changed.
///
/// # Errors
///
/// Where that is not so, or the old text can't be read.
pub fn change_plan(text: &str, changes: &PlanChanges) -> Result<String, CannotChange> {
    let source = Source::new("plan.yaml", text.to_owned());
    let old = tree(&source).ok_or(CannotChange)?;
    let mut draft = Draft::new(text);
    head(&mut draft, &old, changes);
    for item in items(&old) {
        let standing = changes.standings.iter().find(|(id, _)| has_id(item, id));
        if let Some((_, standing)) = standing {
            set_standing(&mut draft, item, standing);
        }
    }
    append(&mut draft, &old, changes).ok_or(CannotChange)?;
    let new = draft.finish();
    if proof::is_kept(&source, &old, &new, changes) {
        Ok(new)
    } else {
        Err(CannotChange)
    }
}

pub(super) fn tree(source: &Source) -> Option<Node<'_>> {
    let mut found = Diagnostics::default();
    let root = grow(source, &mut found);
    found.admit(root)
}

pub(super) fn entries<'n, 's>(node: &'n Node<'s>) -> &'n [Entry<'s>] {
    match &node.value {
        Value::Map(entries) => entries,
        Value::Nothing | Value::Text(_) | Value::List(_) => &[],
    }
}

fn entry<'n, 's>(node: &'n Node<'s>, key: &str) -> Option<&'n Entry<'s>> {
    entries(node).iter().find(|entry| entry.key == key)
}

pub(super) fn items<'n, 's>(root: &'n Node<'s>) -> &'n [Node<'s>] {
    match root.at("lines").map(|lines| &lines.value) {
        Some(Value::List(items)) => items,
        Some(Value::Nothing | Value::Text(_) | Value::Map(_)) | None => &[],
    }
}

fn has_id(item: &Node<'_>, id: &str) -> bool {
    matches!(item.at("id").map(|id| &id.value), Some(Value::Text(text)) if text == id)
}

fn head(draft: &mut Draft<'_>, root: &Node<'_>, changes: &PlanChanges) {
    if let Some(date) = changes.as_at {
        set_word(draft, root, "as-at", &date.to_string(), "country");
    }
    set_list(draft, root, "checklists", &changes.checklists, "country");
}

fn set_standing(draft: &mut Draft<'_>, item: &Node<'_>, standing: &LineStanding) {
    set_word(draft, item, "state", standing.state.word(), "id");
    set_list(draft, item, "closes", &standing.closes, "id");
    set_list(draft, item, "supports", &standing.supports, "id");
    set_list(draft, item, "closed-since", &standing.closed_since, "id");
    set_list(draft, item, "moved-to", &standing.moved_to, "id");
}

/// Sets a single word; a key that is missing follows the key `after`.
fn set_word(draft: &mut Draft<'_>, group: &Node<'_>, key: &str, word: &str, after: &str) {
    let Some(entry) = entry(group, key) else {
        insert_key(draft, group, &format!("{key}: {word}"), after);
        return;
    };
    match &entry.node.value {
        Value::Text(text) if text == word => {}
        Value::Nothing => {
            if let Some(place) = draft.after_colon(entry) {
                draft.insert(place, format!(" {word}"));
            }
        }
        Value::Text(_) | Value::List(_) | Value::Map(_) => {
            let span = entry.node.span;
            let width = draft.text[span.start..span.end].trim_end().len();
            draft.replace(Span::new(span.start, span.start + width), word);
        }
    }
}

/// Sets a list; a key that is missing follows the key `after`, and is not needed for a list of nothing.
fn set_list(draft: &mut Draft<'_>, group: &Node<'_>, key: &str, ids: &[String], after: &str) {
    match entry(group, key) {
        Some(entry) => list::set(draft, entry, ids),
        None if ids.is_empty() => {}
        None => insert_key(draft, group, &format!("{key}: [{}]", ids.join(", ")), after),
    }
}

fn insert_key(draft: &mut Draft<'_>, group: &Node<'_>, written: &str, after: &str) {
    let Some(entry) = entry(group, after) else {
        return;
    };
    let end = entry.node.span.end;
    if draft.is_flow(group) {
        draft.insert(end, format!(", {written}"));
    } else {
        let room = " ".repeat(draft.column(entry.key_span.start));
        draft.insert_lines(draft.next_line(end), &[format!("{room}{written}")]);
    }
}

/// Appends the new lines of the plan, under a comment that says when they came.
fn append(draft: &mut Draft<'_>, root: &Node<'_>, changes: &PlanChanges) -> Option<()> {
    if changes.new_lines.is_empty() {
        return Some(());
    }
    let since = changes
        .as_at
        .map_or_else(String::new, |date| format!(", law as at {date}"));
    let remark = format!("# New in the draft{since}:");
    let lines = entry(root, "lines")?;
    let items = items(root);
    if let Value::Nothing = lines.node.value {
        let room = draft.column(lines.key_span.start) + 2;
        let at = draft.next_line(draft.after_colon(lines)?);
        draft.insert_lines(at, &block(&changes.new_lines, &remark, room));
    } else if draft.is_flow(&lines.node) {
        in_brackets(draft, &lines.node, items, changes, &remark);
    } else {
        let last = items.last()?;
        let room = draft.column(draft.dash(last)?);
        let at = draft.after_comments(draft.content_end(last), room);
        draft.insert_lines(at, &block(&changes.new_lines, &remark, room));
    }
    Some(())
}

fn block(new: &[KeptLine], remark: &str, room: usize) -> Vec<String> {
    let room = " ".repeat(room);
    let mut lines = vec![format!("{room}{remark}")];
    for line in new {
        lines.extend(
            write::entry(line)
                .iter()
                .map(|text| format!("{room}{text}")),
        );
    }
    lines
}

/// A list in brackets goes on in brackets, with a line of the text for each line of the plan.
fn in_brackets(
    draft: &mut Draft<'_>,
    list: &Node<'_>,
    items: &[Node<'_>],
    changes: &PlanChanges,
    remark: &str,
) {
    let end = draft.line_end();
    let new: Vec<String> = changes.new_lines.iter().map(write::in_brackets).collect();
    let new = new.join(&format!(",{end}    "));
    match items.last() {
        Some(last) => {
            let text = format!(", {remark}{end}    {new}");
            draft.insert(draft.content_end(last), text);
        }
        None => draft.insert(list.span.start + 1, format!(" {remark}{end}    {new}")),
    }
}
