//! Reading the keys of one group: what is required, what is allowed, and a report of all the rest.

use std::str::FromStr;

use super::suggest::nearest;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostics, Span, quoted};
use crate::model::{Date, DateError, Word, is_id};

/// A kind of group: what it is called in messages, and the keys it may have.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name with an article: `a law`.
    pub(super) what: &'static str,
    /// The keys that must be there.
    pub(super) required: &'static [&'static str],
    /// The keys that may be there.
    pub(super) optional: &'static [&'static str],
}

impl Shape {
    fn knows(&self, key: &str) -> bool {
        self.required.contains(&key) || self.optional.contains(&key)
    }

    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.required.iter().chain(self.optional).copied()
    }
}

/// A text with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
}

impl Text<'_> {
    pub(super) fn owned(self) -> String {
        self.text.to_owned()
    }
}

/// The keys of one group.
pub(super) struct Fields<'t, 's> {
    entries: &'t [Entry<'s>],
    shape: &'static Shape,
    /// Where a missing key is reported: the first key, or the empty braces.
    pub(super) place: Span,
}

impl<'t, 's> Fields<'t, 's> {
    /// Opens a group: reports unknown and missing keys at once, and all keys are read by name afterwards.
    pub(super) fn open(
        node: &'t Node<'s>,
        shape: &'static Shape,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let fields = Self::open_names(node, shape, found)?;
        fields.report_unknown(found);
        Some(fields)
    }

    /// Opens a group that has names of the user's own beside its keys.
    pub(super) fn open_names(
        node: &'t Node<'s>,
        shape: &'static Shape,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let mut keys = shape.keys().take(3).map(|key| format!("`{key}: ...`"));
            let example: Vec<String> = keys.by_ref().collect();
            wrong_shape(node, shape.what, &example.join(", "), found);
            return None;
        };
        let place = entries.first().map_or(node.span, |entry| entry.key_span);
        let fields = Self {
            entries,
            shape,
            place,
        };
        fields.report_missing(found);
        Some(fields)
    }

    fn report_unknown(&self, found: &mut Diagnostics) {
        for entry in self.entries {
            if entry.key.starts_with("x-") || self.shape.knows(&entry.key) {
                continue;
            }
            let help = match nearest(&entry.key, self.shape.keys()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!(
                    "{} may have: {}",
                    self.shape.what,
                    self.shape.keys().collect::<Vec<_>>().join(", ")
                ),
            };
            let message = format!("{} has no key {}", self.shape.what, quoted(&entry.key));
            found.push(Code::UnknownKey, entry.key_span, message, help);
        }
    }

    fn report_missing(&self, found: &mut Diagnostics) {
        for key in self.shape.required {
            if self.entry(key).is_none() {
                found.push(
                    Code::MissingKey,
                    self.place,
                    format!("{} needs the key `{key}`", self.shape.what),
                    format!("add a line `{key}: ...`"),
                );
            }
        }
    }

    fn entry(&self, key: &str) -> Option<&'t Entry<'s>> {
        debug_assert!(self.shape.knows(key), "`{key}` is not in the shape");
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The node of a key.
    pub(super) fn node(&self, key: &str) -> Option<&'t Node<'s>> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str, found: &mut Diagnostics) -> Option<Text<'t>> {
        let entry = self.entry(key)?;
        text_of(&entry.node, entry.key_span, &entry.key, found)
    }

    /// The text of a key, owned.
    pub(super) fn string(&self, key: &str, found: &mut Diagnostics) -> Option<String> {
        self.text(key, found).map(Text::owned)
    }

    /// The id under a key.
    pub(super) fn id(&self, key: &str, found: &mut Diagnostics) -> Option<Text<'t>> {
        let text = self.text(key, found)?;
        if !is_id(text.text) {
            found.push(
                Code::BadId,
                text.span,
                format!("{} is no id", quoted(text.text)),
                "write lower-case letters, digits and single hyphens, such as `penal-code`",
            );
        }
        Some(text)
    }

    /// The date under a key.
    pub(super) fn date(&self, key: &str, found: &mut Diagnostics) -> Option<Date> {
        let text = self.text(key, found)?;
        match Date::from_str(text.text) {
            Ok(date) => Some(date),
            Err(error) => {
                let (reason, help) = match error {
                    DateError::Form => (
                        "is not written as a date",
                        "write year, month and day, such as 2026-06-30",
                    ),
                    DateError::NoSuchDay => (
                        "is not a day of the calendar",
                        "look at the number of days of the month",
                    ),
                };
                let message = format!("{} {reason}", quoted(text.text));
                found.push(Code::BadDate, text.span, message, help);
                None
            }
        }
    }

    /// The word of a closed list under a key.
    pub(super) fn word<W: Word>(&self, key: &str, found: &mut Diagnostics) -> Option<W> {
        self.word_of(self.text(key, found)?, key, found)
    }

    /// A list of words of a closed list under a key, each once.
    pub(super) fn words<W: Word + PartialEq>(&self, key: &str, found: &mut Diagnostics) -> Vec<W> {
        let mut words = Vec::new();
        for text in self.texts(key, found) {
            match self.word_of(text, key, found) {
                Some(word) if words.contains(&word) => {
                    let message = format!("{} is listed here already", quoted(text.text));
                    found.push(
                        Code::DuplicateId,
                        text.span,
                        message,
                        "remove one of the two",
                    );
                }
                Some(word) => words.push(word),
                None => {}
            }
        }
        words
    }

    fn word_of<W: Word>(&self, text: Text<'_>, key: &str, found: &mut Diagnostics) -> Option<W> {
        let value = W::from_word(text.text);
        if value.is_none() {
            let words = || W::ALL.iter().map(|value| value.word());
            let list = words().collect::<Vec<_>>().join(", ");
            let help = match nearest(text.text, words()) {
                Some(word) => format!("did you mean `{word}`? (one of: {list})"),
                None => format!("write one of: {list}"),
            };
            let message = format!("{} is no `{key}` of {}", quoted(text.text), self.shape.what);
            found.push(Code::UnknownWord, text.span, message, help);
        }
        value
    }

    /// `yes` or `no` under a key (`true` and `false` in TOML); no where there is none.
    pub(super) fn yes(&self, key: &str, found: &mut Diagnostics) -> bool {
        let Some(text) = self.text(key, found) else {
            return false;
        };
        match text.text {
            "yes" | "true" => true,
            "no" | "false" => false,
            _ => {
                let message = format!("{} is neither yes nor no", quoted(text.text));
                found.push(
                    Code::BadValue,
                    text.span,
                    message,
                    "write `true` or `false`",
                );
                false
            }
        }
    }

    /// A weight: a number above 0, or 1 where there is none.
    pub(super) fn weight(&self, found: &mut Diagnostics) -> f64 {
        let Some(text) = self.text("weight", found) else {
            return 1.0;
        };
        match text.text.parse::<f64>() {
            Ok(weight) if weight > 0.0 && weight <= 1e6 => weight,
            Ok(_) | Err(_) => {
                let message = format!("{} is no weight", quoted(text.text));
                found.push(
                    Code::BadValue,
                    text.span,
                    message,
                    "write a number above 0, such as `2`",
                );
                1.0
            }
        }
    }

    /// The items of a list; none where the key is missing or has nothing after it.
    pub(super) fn list(&self, key: &str, found: &mut Diagnostics) -> &'t [Node<'s>] {
        match self.node(key).map(|node| (node, &node.value)) {
            None | Some((_, Value::Nothing)) => &[],
            Some((_, Value::List(items))) => items,
            Some((node, Value::Text(_) | Value::Map(_))) => {
                wrong_shape(
                    node,
                    &format!("`{key}`"),
                    "a list: `[a, b]`, or lines that begin with `- `",
                    found,
                );
                &[]
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &str, found: &mut Diagnostics) -> Vec<Text<'t>> {
        self.list(key, found)
            .iter()
            .filter_map(|item| text_of(item, item.span, key, found))
            .collect()
    }

    /// Keys and texts under a key: `partly: { element: reason }`.
    pub(super) fn pairs(
        &self,
        key: &str,
        found: &mut Diagnostics,
    ) -> Vec<(Text<'t>, Option<Text<'t>>)> {
        match self.node(key).map(|node| (node, &node.value)) {
            None | Some((_, Value::Nothing)) => Vec::new(),
            Some((_, Value::Map(entries))) => entries
                .iter()
                .map(|entry| {
                    let name = Text {
                        text: &entry.key,
                        span: entry.key_span,
                    };
                    (
                        name,
                        text_of(&entry.node, entry.key_span, &entry.key, found),
                    )
                })
                .collect(),
            Some((node, Value::Text(_) | Value::List(_))) => {
                wrong_shape(
                    node,
                    &format!("`{key}`"),
                    "names with a text each: `{ name: text }`",
                    found,
                );
                Vec::new()
            }
        }
    }
}

/// The text of a node; `place` is where an empty one is reported, and `name` what it is called.
pub(super) fn text_of<'t>(
    node: &'t Node<'_>,
    place: Span,
    name: &str,
    found: &mut Diagnostics,
) -> Option<Text<'t>> {
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => Some(Text {
            text,
            span: node.span,
        }),
        Value::Text(_) | Value::Nothing => {
            // No key has a blank in it, but the rest of a sentence does.
            let help = if name.trim().contains(char::is_whitespace) {
                "if this belongs to the text before it, put the whole text in quotation marks: inside `{ }` a comma ends a value"
            } else {
                "write a value, or remove the key"
            };
            found.push(
                Code::EmptyValue,
                place,
                format!("{} has no value", quoted(name)),
                help,
            );
            None
        }
        Value::List(_) | Value::Map(_) => {
            wrong_shape(node, &quoted(name), "a single text", found);
            None
        }
    }
}

/// Reports a value of another shape than the one wanted.
pub(super) fn wrong_shape(node: &Node<'_>, what: &str, wanted: &str, found: &mut Diagnostics) {
    let is = match &node.value {
        Value::Nothing => "empty",
        Value::Text(_) => "a single text",
        Value::List(_) => "a list",
        Value::Map(_) => "a group of keys",
    };
    let place = match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span, |entry| entry.key_span),
        Value::List(_) => Span::new(node.span.start, node.span.start + 1),
        Value::Text(_) | Value::Nothing => node.span,
    };
    found.push(
        Code::WrongShape,
        place,
        format!("{what} is written differently: this is {is}"),
        format!("write {wanted}"),
    );
}
