//! What a file says it is.

use super::suggest::did_you_mean;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Diagnostics, Span, quoted};
use crate::model::Word;

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One country's law.
    Legislation,
    /// An instrument.
    Checklist,
    /// A file of the catalogue.
    ModelProvisions,
    /// Measures for plans.
    Measures,
    /// A plan that is kept and edited.
    Plan,
}

impl Word for Kind {
    const ALL: &'static [Self] = &[
        Self::Legislation,
        Self::Checklist,
        Self::ModelProvisions,
        Self::Measures,
        Self::Plan,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Legislation => "legislation/1",
            Self::Checklist => "checklist/1",
            Self::ModelProvisions => "model-provisions/1",
            Self::Measures => "measures/1",
            Self::Plan => "plan/1",
        }
    }
}

/// The kind that the first key of a file names, or a report.
pub(super) fn kind_of(root: &Node<'_>, found: &mut Diagnostics) -> Option<Kind> {
    let entries = match &root.value {
        Value::Map(entries) => entries.as_slice(),
        Value::Nothing | Value::Text(_) | Value::List(_) => &[],
    };
    let Some(entry) = entries.iter().find(|entry| entry.key == "gapcheck") else {
        let place = entries
            .first()
            .map_or(Span::new(root.span.start, root.span.start + 1), |entry| {
                entry.key_span
            });
        found.push(
            Code::WrongKind,
            place,
            "the file does not say what it is",
            "begin it with `gapcheck: legislation/1` (or `checklist/1`)",
        );
        return None;
    };
    let text = match &entry.node.value {
        Value::Text(text) => text.as_ref(),
        Value::Nothing | Value::List(_) | Value::Map(_) => "",
    };
    let kind = Kind::from_word(text);
    if kind.is_none() {
        let known = || Kind::ALL.iter().map(|kind| kind.word());
        let all = format!("write one of: {}", known().collect::<Vec<_>>().join(", "));
        let help = did_you_mean(text, known(), &all);
        let message = format!("{} is no kind of file", quoted(text));
        found.push(Code::WrongKind, entry.node.span, message, help);
    }
    kind
}

/// Reports a file of another kind than the one wanted.
pub(super) fn refuse_kind(root: &Node<'_>, is: Kind, wanted: Kind, found: &mut Diagnostics) {
    let place = match &root.value {
        Value::Map(entries) => entries
            .iter()
            .find(|entry| entry.key == "gapcheck")
            .map(|entry| entry.node.span),
        Value::Nothing | Value::Text(_) | Value::List(_) => None,
    };
    found.push(
        Code::WrongKind,
        place.unwrap_or(root.span),
        format!(
            "a file of the kind `{}` is wanted here, and this is `{}`",
            wanted.word(),
            is.word()
        ),
        match wanted {
            Kind::Legislation => {
                "give the file of a country; checklists are named by `--checklist`"
            }
            Kind::Checklist | Kind::ModelProvisions => {
                "give the file of a checklist; countries are assessed by `gapcheck assess FILE`"
            }
            Kind::Measures => {
                "give a file of measures; countries are planned for by `gapcheck plan FILE`"
            }
            Kind::Plan => {
                "give a plan that `gapcheck plan FILE --save PLAN` wrote; nothing else is written over"
            }
        },
    );
}
