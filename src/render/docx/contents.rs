//! The table of contents: a field that the word processor fills, filled already.

use super::anchor::heading_name;
use super::body::Body;
use super::paragraph::{Paragraph, field, link};
use super::text::{Look, is_right_to_left, runs};
use crate::report::{Block, Document};

/// As many entries stand on one page; a deeper level that brings more is left out.
const PAGE: usize = 44;

/// A word processor that doesn't know Word 2013 leaves out what is in here, and shows the entries as plain links with
/// live page numbers. LibreOffice would freeze the numbers of a field that it never fills by itself on opening.
fn in_word(run: &str) -> String {
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"w15\">{run}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )
}

impl Body<'_> {
    /// Writes the table of contents, on a page of its own after a cover.
    pub(super) fn contents(&mut self, document: &Document, begins_page: bool) {
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text, .. } => Some((*level, text.as_str())),
            Block::Paragraph(_)
            | Block::Notice(_)
            | Block::Quotation { .. }
            | Block::List(_)
            | Block::Facts(_)
            | Block::Table(_)
            | Block::Picture(_)
            | Block::Radar(_) => None,
        });
        let headings: Vec<(usize, &str)> = headings.collect();
        if headings.len() < 3 {
            return;
        }
        let up_to = |deepest: usize| {
            headings
                .iter()
                .filter(|(level, _)| *level <= deepest)
                .count()
        };
        let deepest = if up_to(3) <= PAGE {
            3
        } else if up_to(2) <= PAGE {
            2
        } else {
            1
        };
        let title = Paragraph {
            begins_page,
            ..Paragraph::of("ContentsHeading")
        };
        self.after_table = false;
        self.push(&title.xml(self.ids(), &runs("Contents", Look::default())));
        let mut before = format!(
            "{}{}{}",
            in_word("<w:fldChar w:fldCharType=\"begin\"/>"),
            in_word(&format!(
                "<w:instrText xml:space=\"preserve\"> TOC \\o \"1-{deepest}\" \\h \\z </w:instrText>"
            )),
            in_word("<w:fldChar w:fldCharType=\"separate\"/>")
        );
        let listed: Vec<usize> = (0..headings.len())
            .filter(|place| headings[*place].0 <= deepest)
            .collect();
        for (number, place) in listed.iter().enumerate() {
            let (level, text) = headings[*place];
            let name = heading_name(*place);
            let entry = format!(
                "{}<w:r><w:tab/></w:r>{}",
                runs(text, Look::default()),
                field(&format!("PAGEREF {name} \\h"), "")
            );
            let end = if number + 1 == listed.len() {
                in_word("<w:fldChar w:fldCharType=\"end\"/>")
            } else {
                String::new()
            };
            let content = format!(
                "{}{}{end}",
                std::mem::take(&mut before),
                link(&name, &entry)
            );
            let paragraph = Paragraph {
                tab: Some((self.width, "dot")),
                is_right_to_left: is_right_to_left(text),
                ..Paragraph::of(match level {
                    0 | 1 => "TOC1",
                    2 => "TOC2",
                    _ => "TOC3",
                })
            };
            self.push(&paragraph.xml(self.ids(), &content));
        }
    }
}
