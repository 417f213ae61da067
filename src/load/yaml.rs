//! YAML into a tree: one document, without anchors, aliases and tags. It builds iteratively, so depth costs no stack.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, options};

use super::recorded::Recording;
use super::tree::{DEEPEST, Entry, Node, Value, refuse_duplicates};
use crate::diagnostic::{Code, Diagnostics, Source, Span};

/// A collection that is not closed yet.
enum Open<'s> {
    List(usize, Vec<Node<'s>>),
    Map(usize, Vec<Entry<'s>>, Option<(Cow<'s, str>, Span)>),
}

struct Builder<'s, 'd> {
    source: &'s Source,
    found: &'d mut Diagnostics,
    open: Vec<Open<'s>>,
    root: Option<Node<'s>>,
    documents: usize,
}

pub(super) fn grow<'s>(source: &'s Source, found: &mut Diagnostics) -> Option<Node<'s>> {
    let options = options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut builder = Builder::new(source, found);
    for next in Parser::new_from_str_with_options(source.text(), options) {
        match next {
            Ok((event, span)) => {
                let bytes = span.byte_range().unwrap_or(0..0);
                if let Some(start) = span.tag_start().and_then(|mark| mark.byte_offset()) {
                    builder.refuse_tag(start, bytes.start);
                }
                if !builder.take(event, Span::new(bytes.start, bytes.end)) {
                    return None;
                }
            }
            Err(error) => {
                builder.refuse_syntax(&error);
                return None;
            }
        }
    }
    builder.root
}

/// The tree of a shipped file, from what the parser said of it when the program was built.
pub(super) fn replay<'s>(
    source: &'s Source,
    events: &'static [u8],
    found: &mut Diagnostics,
) -> Option<Node<'s>> {
    let mut builder = Builder::new(source, found);
    for (event, span) in Recording::new(source.text(), events) {
        if !builder.take(event, span) {
            return None;
        }
    }
    builder.root
}

impl<'s, 'd> Builder<'s, 'd> {
    fn new(source: &'s Source, found: &'d mut Diagnostics) -> Self {
        Self {
            source,
            found,
            open: Vec::new(),
            root: None,
            documents: 0,
        }
    }
}

impl<'s> Builder<'s, '_> {
    /// Takes one event; false where reading can't go on.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser may add kinds, and all others are alike here"
    )]
    fn take(&mut self, event: Event<'s>, span: Span) -> bool {
        match event {
            Event::Scalar(text, style, _, _) => {
                // Where nothing is written the parser says `~`, at a place of no width.
                let nothing = style == ScalarStyle::Plain && span.start >= span.end;
                let value = if nothing {
                    Value::Nothing
                } else {
                    Value::Text(text)
                };
                self.place(Node { span, value });
            }
            Event::SequenceStart(..) => {
                return self.begin(Open::List(span.start, Vec::new()), span);
            }
            Event::MappingStart(..) => {
                return self.begin(Open::Map(span.start, Vec::new(), None), span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.finish(span.end),
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.found.push(
                        Code::SecondDocument,
                        Span::new(span.start, span.end.max(span.start)),
                        "a second document begins here",
                        "keep one document in a file: remove the line `---`, or move what follows into a file of its own",
                    );
                    return false;
                }
            }
            Event::Anchor(..) => self.refuse_alias(span, "an anchor"),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse_alias(span, "an alias");
                self.place(Node {
                    span,
                    value: Value::Text(Cow::Borrowed("")),
                });
            }
            _ => {}
        }
        true
    }

    fn begin(&mut self, open: Open<'s>, span: Span) -> bool {
        if self.open.len() >= DEEPEST {
            self.refuse_depth(span);
            return false;
        }
        self.open.push(open);
        true
    }

    fn finish(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List(start, mut items)) => {
                items.shrink_to_fit();
                Node {
                    span: Span::new(start, end.max(start)),
                    value: Value::List(items),
                }
            }
            Some(Open::Map(start, mut entries, _)) => {
                entries.shrink_to_fit();
                refuse_duplicates(self.source, &entries, self.found);
                Node {
                    span: Span::new(start, end.max(start)),
                    value: Value::Map(entries),
                }
            }
            None => return,
        };
        self.place(node);
    }

    /// Puts a finished value where it belongs: into the open collection, or at the root.
    fn place(&mut self, node: Node<'s>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, waiting)) => match waiting.take() {
                Some((key, key_span)) => entries.push(Entry {
                    key,
                    key_span,
                    node,
                }),
                None => {
                    let span = node.span;
                    let key = match node.value {
                        Value::Text(text) => text,
                        Value::Nothing | Value::List(_) | Value::Map(_) => {
                            self.found.push(
                                Code::WrongShape,
                                Span::new(span.start, span.start + 1),
                                "a key must be a text",
                                "write `key: value`, with a plain word before the colon",
                            );
                            Cow::Borrowed("")
                        }
                    };
                    *waiting = Some((key, span));
                }
            },
        }
    }

    fn refuse_tag(&mut self, start: usize, end: usize) {
        self.found.push(
            Code::Tag,
            Span::new(
                start,
                self.source.text()[start..end.max(start)].trim_end().len() + start,
            ),
            "a tag stands before this value",
            "remove the word that begins with `!`, or put the whole value in quotation marks",
        );
    }

    fn refuse_alias(&mut self, span: Span, what: &str) {
        self.found.push(
            Code::Alias,
            span,
            format!("{what} stands here, and neither anchors nor aliases are allowed"),
            "write the value out; if the text only begins with `*` or `&`, put it in quotation marks",
        );
    }

    fn refuse_depth(&mut self, span: Span) {
        self.found.push(
            Code::TooDeep,
            Span::new(span.start, span.start + 1),
            format!("more than {DEEPEST} levels of lists and keys"),
            "a file of gapcheck needs fewer than ten; look for brackets that are never closed",
        );
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser may add kinds, and all others are alike here"
    )]
    fn refuse_syntax(&mut self, error: &ScanError) {
        let start = error
            .marker()
            .byte_offset()
            .unwrap_or_default()
            .min(self.source.text().len());
        let width = self
            .source
            .text()
            .get(start..)
            .and_then(|rest| rest.chars().next());
        let span = Span::new(start, start + width.map_or(0, char::len_utf8));
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => self.refuse_depth(span),
            ErrorKind::UnknownAnchor => self.refuse_alias(span, "an alias"),
            kind => self.found.push(
                Code::Syntax,
                span,
                format!("this can't be read as YAML: {kind}"),
                advice(kind),
            ),
        }
    }
}

/// What to type instead, for the mistakes that people make.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser may add kinds, and all others are alike here"
)]
fn advice(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "use spaces instead of tabs at the beginning of lines",
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            "close the quotation mark; inside '...' an apostrophe is written twice ('')"
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping => {
            "check that each `[` and `{` is closed, and that its members are separated by commas"
        }
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed => {
            "if the text holds a colon followed by a space, put the whole text in quotation marks"
        }
        _ => {
            "compare the indentation with the lines above: keys of one group begin in the same column, and a text that holds `: ` or ` #` stands in quotation marks"
        }
    }
}
