//! Places in a text, and edits of it: where lines begin and end, what stands in a column, what is put in and taken out.

use crate::diagnostic::Span;
use crate::load::tree::{Entry, Node, Value};

/// A text with the edits that are to be made in it. No edit is seen by another one: all places are those of the old text.
pub(super) struct Draft<'s> {
    pub(super) text: &'s str,
    edits: Vec<(Span, String)>,
}

impl<'s> Draft<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            text,
            edits: Vec::new(),
        }
    }

    /// How the lines of the text end.
    pub(super) fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") {
            "\r\n"
        } else if self.text.contains('\n') || !self.text.contains('\r') {
            "\n"
        } else {
            "\r"
        }
    }

    pub(super) fn replace(&mut self, span: Span, with: impl Into<String>) {
        self.edits.push((span, with.into()));
    }

    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(Span::new(at, at), text);
    }

    /// Inserts whole lines at the beginning of a line, each without its end; where the text breaks off before, the line there is ended first.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &[String]) {
        let end = self.line_end();
        let open = at > 0 && !self.text[..at].ends_with(['\n', '\r']);
        let block: String = lines.iter().flat_map(|line| [line.as_str(), end]).collect();
        let block = if open {
            // The text had no end of its last line, and gets none.
            format!("{end}{}", block.trim_end_matches(end))
        } else {
            block
        };
        self.insert(at, block);
    }

    /// The text with all edits made.
    pub(super) fn finish(mut self) -> String {
        // The order of what is inserted at one place stays.
        self.edits.sort_by_key(|(span, _)| span.start);
        let mut out = String::with_capacity(self.text.len() + 256);
        let mut done = 0;
        for (span, with) in &self.edits {
            out.push_str(self.text.get(done..span.start).unwrap_or_default());
            out.push_str(with);
            done = done.max(span.end);
        }
        out.push_str(self.text.get(done..).unwrap_or_default());
        out
    }

    /// Where the line of a place begins.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// Where the line after the one of a place begins, or the end of the text.
    fn line_after(&self, at: usize) -> usize {
        let Some(end) = self.text[at..].find(['\n', '\r']) else {
            return self.text.len();
        };
        let end = at + end;
        end + if self.text[end..].starts_with("\r\n") {
            2
        } else {
            1
        }
    }

    /// Where the first line begins that has nothing of what ends at `end`.
    pub(super) fn next_line(&self, end: usize) -> usize {
        // A text in lines of its own (`|`) reaches into the indentation of what follows.
        let content = self.text[..end].trim_end_matches(' ').len();
        if self.text[..content].ends_with(['\n', '\r']) {
            content
        } else {
            self.line_after(end)
        }
    }

    /// How many characters stand before a place in its line.
    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// The place of the `-` before an item of a list in lines of its own.
    pub(super) fn dash(&self, item: &Node<'_>) -> Option<usize> {
        let before = &self.text[self.line_start(item.span.start)..item.span.start];
        let before = before.trim_end_matches([' ', '\t']);
        let start = self.line_start(item.span.start);
        before.ends_with('-').then(|| start + before.len() - 1)
    }

    /// The place right after the colon of a key.
    pub(super) fn after_colon(&self, entry: &Entry<'_>) -> Option<usize> {
        let rest = self.text.get(entry.key_span.end..)?;
        let colon = rest.find(':')?;
        rest[..colon]
            .trim()
            .is_empty()
            .then_some(entry.key_span.end + colon + 1)
    }

    /// Whether a list or a group is written in brackets. One in lines of its own may begin where its first item does.
    pub(super) fn is_flow(&self, node: &Node<'_>) -> bool {
        let first = match &node.value {
            Value::List(items) => items.first().map(|item| item.span.start),
            Value::Map(entries) => entries.first().map(|entry| entry.key_span.start),
            Value::Nothing | Value::Text(_) => return false,
        };
        let rest = &self.text[node.span.start..];
        rest.starts_with(['[', '{']) && first != Some(node.span.start)
    }

    /// Where the last thing written in a node ends; comments after it are no part of it.
    pub(super) fn content_end(&self, node: &Node<'_>) -> usize {
        if self.is_flow(node) {
            return node.span.end;
        }
        match &node.value {
            Value::Nothing | Value::Text(_) => node.span.end,
            Value::List(items) => items
                .last()
                .map_or(node.span.start, |item| self.content_end(item)),
            Value::Map(entries) => entries.last().map_or(node.span.start, |entry| {
                let colon = self.after_colon(entry).unwrap_or(entry.key_span.end);
                self.content_end(&entry.node).max(colon)
            }),
        }
    }

    /// Where lines go that follow `end`: comments that stand deeper than `column` still belong to what is there.
    pub(super) fn after_comments(&self, end: usize, column: usize) -> usize {
        let mut at = self.next_line(end);
        let mut line = at;
        while line < self.text.len() {
            let next = self.line_after(line);
            let content = self.text[line..next].trim_end();
            let bare = content.trim_start_matches(' ');
            if bare.starts_with('#') && content.len() - bare.len() > column {
                at = next;
            } else if !bare.is_empty() {
                break;
            }
            line = next;
        }
        at
    }
}
