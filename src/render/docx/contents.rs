//! The table of contents: a field that the word processor fills, filled already.

use super::anchor::heading_name;
use super::body::Body;
use super::compact::saves_paper;
use super::paragraph::{Paragraph, field, link};
use super::text::{Look, is_right_to_left, runs};
use crate::report::{Block, Document};

/// As many entries stand on one page; a deeper level that brings more is left out.
const PAGE: usize = 44;
/// Fewer chapters than this are no table of contents by themselves.
const FEW: usize = 8;
/// Fewer headings need no table of contents.
const FEWEST: usize = 3;

/// A word processor that doesn't know Word 2013 leaves out what is in here, and shows the entries as plain links with
/// live page numbers. LibreOffice would freeze the numbers of a field that it never fills by itself on opening.
fn in_word(run: &str) -> String {
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"w15\">{run}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )
}

/// What begins and what ends the field, for headings up to a level.
fn ends(deepest: usize) -> [String; 2] {
    let mark = |kind: &str| in_word(&format!("<w:fldChar w:fldCharType=\"{kind}\"/>"));
    let instruction = format!(
        "<w:instrText xml:space=\"preserve\"> TOC \\o \"1-{deepest}\" \\h \\z </w:instrText>"
    );
    let begin = [mark("begin"), in_word(&instruction), mark("separate")].concat();
    [begin, mark("end")]
}

/// The headings of a document, with their levels.
fn headings(document: &Document) -> Vec<(usize, &str)> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text, .. } => Some((*level, text.as_str())),
        Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::List(_)
        | Block::Facts(_)
        | Block::Table(_)
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => None,
    });
    headings.collect()
}

/// The deepest level that is listed: as deep as one page holds; but chapters alone are too little for a long document.
fn deepest(headings: &[(usize, &str)]) -> usize {
    let count = |deepest: usize| {
        let listed = headings.iter().filter(|(level, _)| *level <= deepest);
        listed.count()
    };
    let most = if count(1) < FEW { 3 * PAGE } else { PAGE };
    let fits = |(deepest, most): &(usize, usize)| count(*deepest) <= *most;
    let found = [(3, PAGE), (2, most)].into_iter().find(fits);
    found.map_or(1, |(deepest, _)| deepest)
}

impl Body<'_> {
    /// Writes the table of contents, on a page of its own after a cover. A few pages are turned over sooner than looked up.
    pub(super) fn contents(&mut self, document: &Document, begins_page: bool) {
        let headings = headings(document);
        if headings.len() < FEWEST || saves_paper(document) {
            return;
        }
        let deepest = deepest(&headings);
        let title = Paragraph {
            begins_page,
            ..Paragraph::of("ContentsHeading")
        };
        self.after_table = false;
        self.push(&title.xml(self.ids(), &runs("Contents", Look::default())));
        let [begin, end] = ends(deepest);
        let listed = headings.iter().enumerate();
        let listed = listed.filter(|(_, (level, _))| *level <= deepest);
        let mut entries: Vec<String> = listed
            .clone()
            .map(|(place, (_, text))| entry(place, text))
            .collect();
        if let Some(first) = entries.first_mut() {
            first.insert_str(0, &begin);
        }
        if let Some(last) = entries.last_mut() {
            last.push_str(&end);
        }
        for ((_, (level, text)), entry) in listed.zip(entries) {
            let paragraph = Paragraph {
                tab: Some((self.width, "dot")),
                is_right_to_left: is_right_to_left(text),
                ..Paragraph::of(match level {
                    0 | 1 => "TOC1",
                    2 => "TOC2",
                    _ => "TOC3",
                })
            };
            self.push(&paragraph.xml(self.ids(), &entry));
        }
    }
}

/// A heading with its page, as a link.
fn entry(place: usize, text: &str) -> String {
    let name = heading_name(place);
    let page = field(&format!("PAGEREF {name} \\h"), "");
    let text = runs(text, Look::default());
    link(&name, &format!("{text}<w:r><w:tab/></w:r>{page}"))
}
