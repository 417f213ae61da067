//! TOML into a tree, with every mistake of form in one run.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tree::{DEEPEST, Entry, Node, Value, duplicate_key};
use crate::diagnostic::{Code, Diagnostics, Source, Span};

pub(super) fn grow<'s>(source: &'s Source, found: &mut Diagnostics) -> Option<Node<'s>> {
    if let Some(place) = too_many_dots(source.text()) {
        refuse_depth(place, found);
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(source.text());
    if let Some(deep) = errors
        .iter()
        .find(|error| error.message().contains("recurs"))
    {
        refuse_depth(deep.span().map_or(0, |range| range.start), found);
        return None;
    }
    let mut before = None;
    for error in &errors {
        let range = error.span().unwrap_or(0..0);
        let span = Span::new(range.start, range.end);
        // What is open at the end of the text is missing once for each bracket.
        if before == Some(span) {
            continue;
        }
        before = Some(span);
        if error.message().contains("duplicate key") {
            let key = source.text().get(range).unwrap_or_default();
            duplicate_key(key.trim_matches(['"', '\'']), span, None, found);
        } else {
            found.push(
                Code::Syntax,
                span,
                format!("this can't be read as TOML: {}", error.message()),
                "texts stand in quotation marks, lists in `[...]`, and each key on a line of its own",
            );
        }
    }
    let range = table.span();
    Some(Node {
        span: Span::new(range.start, range.end),
        value: entries(source, table.into_inner()),
    })
}

/// A line with more dots in a row of keys than any file needs: it would nest as deeply.
fn too_many_dots(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let head = line.trim_start();
        let is_key = head.starts_with('[') || line.find('=').is_some();
        if is_key
            && line
                .split('=')
                .next()
                .is_some_and(|key| key.matches('.').count() > DEEPEST)
        {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn refuse_depth(place: usize, found: &mut Diagnostics) {
    found.push(
        Code::TooDeep,
        Span::new(place, place + 1),
        "more levels of lists and tables than are read",
        "a file of gapcheck needs fewer than ten; look for brackets that are never closed",
    );
}

fn entries<'s>(source: &'s Source, table: DeTable<'s>) -> Value<'s> {
    let mut entries: Vec<Entry<'s>> = table
        .into_iter()
        .map(|(key, value)| {
            let range = key.span();
            Entry {
                key_span: Span::new(range.start, range.end),
                key: key.into_inner(),
                node: node(source, value),
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Value::Map(entries)
}

fn node<'s>(source: &'s Source, value: Spanned<DeValue<'s>>) -> Node<'s> {
    let range = value.span();
    let span = Span::new(range.start, range.end);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Array(items) => {
            Value::List(items.into_iter().map(|item| node(source, item)).collect())
        }
        DeValue::Table(table) => entries(source, table),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Value::Text(Cow::Borrowed(
                source.text().get(range).unwrap_or_default().trim(),
            ))
        }
    };
    Node { span, value }
}
