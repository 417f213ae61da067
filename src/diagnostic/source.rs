//! A file's text, and how a byte offset becomes a line and a column.

use std::borrow::Cow;
use std::sync::OnceLock;

/// The text of a file and the name it is shown under.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: Cow<'static, str>,
    /// Found when the first place is asked for: most files have nothing to point at.
    line_starts: OnceLock<Vec<usize>>,
}

/// A range of bytes of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A line and a column, both from 1; columns count characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Source {
    /// A source with its name and text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
        }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            std::iter::once(0)
                .chain(ends.map(|(place, _)| place + 1))
                .collect()
        })
    }

    /// The name under which the file is shown.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of a byte offset; one past the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts()[line - 1];
        Position {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The line of a byte offset without its line end, and where it starts.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> (usize, &str) {
        let offset = self.floor(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts()[line - 1];
        let end = self
            .line_starts()
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        (start, self.text[start..end].trim_end_matches('\r'))
    }

    /// The nearest character boundary at or before `offset`.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// Whether a character changes the direction of the text around it, and so could disguise it.
#[must_use]
pub(super) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("x", "é中: العربية x\r\nnext".to_owned());
        let offset = source.text().find('x').unwrap_or_default();
        assert_eq!(
            source.position(offset),
            Position {
                line: 1,
                column: 13
            }
        );
        assert_eq!(source.line_at(offset).1, "é中: العربية x");
        assert_eq!(source.position(999), Position { line: 2, column: 5 });
        assert_eq!(source.position(1), Position { line: 1, column: 1 });
    }
}
