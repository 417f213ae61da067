//! YAML and TOML text into one tree, in which every value keeps its place and the text as written.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostics, Source, Span, quoted};

/// The deepest nesting that is read (design, section 8).
pub(super) const DEEPEST: usize = 128;

/// A value with its place.
#[derive(Debug)]
pub(super) struct Node<'s> {
    pub(super) span: Span,
    pub(super) value: Value<'s>,
}

impl<'s> Node<'s> {
    /// The value under a key, where this is a group that has it.
    pub(super) fn at(&self, key: &str) -> Option<&Node<'s>> {
        match &self.value {
            Value::Map(entries) => entries
                .iter()
                .find(|entry| entry.key == key)
                .map(|entry| &entry.node),
            Value::Nothing | Value::Text(_) | Value::List(_) => None,
        }
    }
}

/// What a value is. Nothing is interpreted: `NO`, `5.10` and `010` are texts.
#[derive(Debug)]
pub(super) enum Value<'s> {
    /// Nothing stands after the key.
    Nothing,
    /// A text, without its quotation marks.
    Text(Cow<'s, str>),
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys and values, in the order of the text.
    Map(Vec<Entry<'s>>),
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry<'s> {
    pub(super) key: Cow<'s, str>,
    pub(super) key_span: Span,
    pub(super) node: Node<'s>,
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Yaml,
    Toml,
}

impl Syntax {
    /// The ending of a file's name tells; YAML is assumed.
    pub(super) fn of(name: &str) -> Self {
        let toml = name
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("toml"));
        if toml { Self::Toml } else { Self::Yaml }
    }
}

/// The tree of a source, or nothing where the text has none; mistakes of form are reported.
pub(super) fn grow<'s>(source: &'s Source, found: &mut Diagnostics) -> Option<Node<'s>> {
    if source.text().trim().is_empty() {
        empty(found);
        return None;
    }
    let root = match Syntax::of(source.name()) {
        Syntax::Yaml => super::yaml::grow(source, found),
        Syntax::Toml => super::toml::grow(source, found),
    };
    match root {
        Some(node) if !matches!(node.value, Value::Nothing) => Some(node),
        Some(_) | None => {
            if found.error_count() == 0 {
                empty(found);
            }
            None
        }
    }
}

fn empty(found: &mut Diagnostics) {
    found.push(
        Code::EmptyFile,
        Span::default(),
        "the file is empty",
        "`gapcheck init CODE --checklist budapest` writes a legislation file to start from",
    );
}

/// Reports each key that stands twice among `entries`, at the second place.
pub(super) fn refuse_duplicates(source: &Source, entries: &[Entry<'_>], found: &mut Diagnostics) {
    // Most groups have a few keys, and then looking through them is faster than a table of them.
    const FEW: usize = 16;
    if entries.len() <= FEW {
        for (place, entry) in entries.iter().enumerate() {
            if let Some(earlier) = entries[..place].iter().find(|one| one.key == entry.key) {
                let line = source.position(earlier.key_span.start).line;
                duplicate_key(&entry.key, entry.key_span, Some(line), found);
            }
        }
        return;
    }
    let mut first: HashMap<&str, Span> = HashMap::with_capacity(entries.len());
    for entry in entries {
        if let Some(earlier) = first.get(entry.key.as_ref()) {
            let line = source.position(earlier.start).line;
            duplicate_key(&entry.key, entry.key_span, Some(line), found);
        } else {
            first.insert(&entry.key, entry.key_span);
        }
    }
}

/// Reports a key that stands a second time; `line` is where it stood first.
pub(super) fn duplicate_key(key: &str, span: Span, line: Option<usize>, found: &mut Diagnostics) {
    let first = line.map_or_else(String::new, |line| format!("; the first is in line {line}"));
    found.push(
        Code::DuplicateKey,
        span,
        format!("the key {} stands here twice{first}", quoted(key)),
        "keep one of the two, or put both contents under one key",
    );
}
