//! Plays back what the YAML parser said of a shipped file when the program was built.
//!
//! An event is a byte that says what it is (`s [ ] { }`), the places where it begins and ends, and for a scalar whether
//! it is plain, whether it stands in the text as it is, and if not, its length and its text. Numbers have four bytes,
//! the least first.

use std::borrow::Cow;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use crate::diagnostic::Span;

/// The events of a recording, each with its place. A recording that breaks off ends there, and a test compares all
/// of them with the parser.
pub(super) struct Recording<'s> {
    text: &'s str,
    rest: &'static [u8],
}

impl<'s> Recording<'s> {
    pub(super) fn new(text: &'s str, events: &'static [u8]) -> Self {
        Self { text, rest: events }
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let (number, rest) = self.rest.split_first_chunk::<4>()?;
        self.rest = rest;
        usize::try_from(u32::from_le_bytes(*number)).ok()
    }

    fn scalar(&mut self, span: Span) -> Option<Event<'s>> {
        let style = if self.byte()? == 1 {
            ScalarStyle::Plain
        } else {
            ScalarStyle::DoubleQuoted
        };
        let text = if self.byte()? == 1 {
            self.text.get(span.start..span.end)?
        } else {
            let length = self.number()?;
            let (text, rest) = self.rest.split_at_checked(length)?;
            self.rest = rest;
            std::str::from_utf8(text).ok()?
        };
        Some(Event::Scalar(Cow::Borrowed(text), style, 0, None))
    }
}

impl<'s> Iterator for Recording<'s> {
    type Item = (Event<'s>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        let tag = self.byte()?;
        let span = Span::new(self.number()?, self.number()?);
        let event = match tag {
            b's' => self.scalar(span)?,
            b'[' => Event::SequenceStart(StructureStyle::Block, 0, None),
            b']' => Event::SequenceEnd,
            b'{' => Event::MappingStart(StructureStyle::Block, 0, None),
            b'}' => Event::MappingEnd,
            _ => return None,
        };
        Some((event, span))
    }
}
