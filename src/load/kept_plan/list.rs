//! Lists of ids in a text: what is gone is taken out, what is new is put in, and comments stay where they are.

use super::place::Draft;
use crate::diagnostic::Span;
use crate::load::tree::{Entry, Node, Value};

/// Makes the list under a key have the ids `wanted`; ids that stay keep their order.
pub(super) fn set(draft: &mut Draft<'_>, entry: &Entry<'_>, wanted: &[String]) {
    let items: &[Node<'_>] = match &entry.node.value {
        Value::List(items) => items,
        Value::Nothing | Value::Text(_) | Value::Map(_) => &[],
    };
    let has = |id: &str| items.iter().any(|item| text(item) == id);
    let mut added: Vec<&str> = Vec::new();
    for id in wanted {
        if !has(id) && !added.contains(&id.as_str()) {
            added.push(id);
        }
    }
    let gone: Vec<bool> = items
        .iter()
        .map(|item| !wanted.iter().any(|id| id == text(item)))
        .collect();
    if added.is_empty() && !gone.contains(&true) {
        return;
    }
    if matches!(entry.node.value, Value::Nothing) {
        if let Some(place) = draft.after_colon(entry) {
            draft.insert(place, format!(" [{}]", added.join(", ")));
        }
    } else if draft.is_flow(&entry.node) {
        in_brackets(draft, &entry.node, items, &gone, &added);
    } else {
        in_lines(draft, items, &gone, &added);
    }
}

fn text<'n>(node: &'n Node<'_>) -> &'n str {
    match &node.value {
        Value::Text(text) => text,
        Value::Nothing | Value::List(_) | Value::Map(_) => "",
    }
}

fn in_brackets(
    draft: &mut Draft<'_>,
    list: &Node<'_>,
    items: &[Node<'_>],
    gone: &[bool],
    added: &[&str],
) {
    let close = list.span.end - 1;
    let last_kept = gone.iter().rposition(|gone| !gone);
    for (place, item) in items.iter().enumerate() {
        let next = items.get(place + 1).map_or(close, |next| next.span.start);
        let comma = comma(draft.text, item.span.end, next);
        if gone[place] {
            draft.replace(item.span, "");
        }
        // What was before the last items, and now is last, needs no comma any more.
        let is_last = last_kept == Some(place) && place + 1 < items.len();
        if let Some(comma) = comma
            && (gone[place] || is_last)
        {
            draft.replace(with_room_after(draft.text, comma), "");
        }
    }
    let new = added.join(", ");
    match last_kept {
        _ if added.is_empty() => {}
        Some(place) => draft.insert(items[place].span.end, format!(", {new}")),
        None => draft.insert(list.span.start + 1, new),
    }
}

/// The comma between two places, outside of comments.
fn comma(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut in_comment = false;
    for (place, character) in text.get(from..to)?.char_indices() {
        match character {
            '#' => in_comment = true,
            '\n' | '\r' => in_comment = false,
            ',' if !in_comment => return Some(from + place),
            _ => {}
        }
    }
    None
}

/// A comma with the spaces after it, unless they set a comment apart.
fn with_room_after(text: &str, comma: usize) -> Span {
    let rest = &text[comma + 1..];
    let bare = rest.trim_start_matches(' ');
    let room = if bare.starts_with('#') {
        0
    } else {
        rest.len() - bare.len()
    };
    Span::new(comma, comma + 1 + room)
}

fn in_lines(draft: &mut Draft<'_>, items: &[Node<'_>], gone: &[bool], added: &[&str]) {
    let Some(last) = items.last() else { return };
    let Some(last_dash) = draft.dash(last) else {
        return;
    };
    for (item, _) in items.iter().zip(gone).filter(|(_, gone)| **gone) {
        if let Some(dash) = draft.dash(item) {
            draft.replace(line_of(draft, dash, item.span.end), "");
        }
    }
    if !added.is_empty() {
        let room = " ".repeat(draft.column(last_dash));
        let lines: Vec<String> = added.iter().map(|id| format!("{room}- {id}")).collect();
        draft.insert_lines(draft.next_line(last.span.end), &lines);
    }
}

/// The item from its dash on; the whole line, where nothing else stands in it.
fn line_of(draft: &Draft<'_>, dash: usize, end: usize) -> Span {
    let next = draft.next_line(end);
    let end = draft.text[..end].trim_end().len();
    let after = &draft.text[end..next];
    let start = draft.line_start(dash);
    let alone = draft.text[start..dash].trim().is_empty();
    if after.trim().is_empty() && alone {
        return Span::new(start, next);
    }
    let room = after.len() - after.trim_start_matches(' ').len();
    Span::new(dash, end + room)
}
