//! The text of the report, block by block. Tables, charts and contents are written next door.

use std::ops::Range;

use super::anchor::Anchors;
use super::chart::Chart;
use super::house::House;
use super::page::{Section, sections};
use super::paragraph::{Paragraph, field, link, nothing};
use super::styles::Ids;
use super::table::colours;
use super::text::{Look, is_right_to_left, runs};
use super::width::{Widths, measure};
use crate::render::abreast::beside;
use crate::render::lead;
use crate::report::{Block, Cell, Document, Tone};

/// A document with more headings than this has a cover of its own.
const SHORT: usize = 40;

/// The text as it is written.
pub(super) struct Body<'d> {
    out: String,
    house: &'d House,
    /// The bookmarks.
    pub(super) anchors: Anchors,
    /// The charts so far.
    pub(super) charts: Vec<Chart>,
    /// How long a line is where we are.
    pub(super) width: u32,
    /// How wide the columns of tables are.
    pub(super) widths: Widths,
    /// How wide the column of labels is.
    pub(super) labels: u32,
    /// Whether the last thing written was a table.
    pub(super) after_table: bool,
    headings: usize,
    tables: usize,
    figures: usize,
}

/// The text of a document, and the charts in it.
pub(super) fn body(document: &Document, house: &House) -> (String, Vec<Chart>) {
    let mut body = Body {
        out: String::new(),
        house,
        anchors: Anchors::of(document),
        charts: Vec::new(),
        width: house.layout.page(false).text_width(),
        widths: Widths::of(
            document,
            house.layout.page(false).text_width(),
            house.layout.page(true).text_width(),
            house.words,
        ),
        labels: labels(document) * house.words / 100,
        after_table: false,
        headings: 0,
        tables: 0,
        figures: 0,
    };
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let all = document
        .blocks
        .iter()
        .filter(|block| is_heading(block))
        .count();
    let cover = document
        .blocks
        .iter()
        .take_while(|block| !is_heading(block))
        .count();
    body.title(&document.title, all > SHORT);
    body.blocks(&document.blocks, 0..cover, false);
    body.contents(document, all > SHORT);
    body.sections(document, cover, all > SHORT);
    (body.out, body.charts)
}

impl<'d> Body<'d> {
    pub(super) fn push(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    pub(super) fn ids(&self) -> &'d Ids {
        &self.house.ids
    }

    /// Writes everything after the cover, each section with its properties at its end.
    fn sections(&mut self, document: &Document, cover: usize, begins_page: bool) {
        let rest = &document.blocks[cover..];
        let mut sections = sections(rest);
        let turned_at_once = sections.first().is_some_and(|first| first.is_wide);
        if sections.is_empty() || turned_at_once {
            // What was written so far is a section by itself.
            sections.insert(
                0,
                Section {
                    is_wide: false,
                    blocks: 0..0,
                },
            );
        }
        let count = sections.len();
        for (place, section) in sections.into_iter().enumerate() {
            self.width = self.house.layout.page(section.is_wide).text_width();
            self.blocks(rest, section.blocks, begins_page && place == 0);
            let properties = self.house.layout.section(section.is_wide, place == 0);
            if place + 1 < count {
                self.push(&nothing(&properties, 20));
            } else {
                if self.after_table {
                    self.push(&nothing("", 20));
                }
                self.push(&properties);
            }
            self.after_table = false;
        }
    }

    /// Writes some of the blocks; the first may begin a page.
    fn blocks(&mut self, all: &[Block], some: Range<usize>, begins_page: bool) {
        let mut place = some.start;
        while place < some.end {
            let words = if let Block::Facts(_) = all[place] {
                beside(all, place).min(some.end - place - 1)
            } else {
                0
            };
            if words > 0 {
                self.lead(&all[place..=place + words]);
            } else {
                self.block(&all[place], begins_page && place == some.start);
            }
            place += words + 1;
        }
    }

    pub(super) fn block(&mut self, block: &Block, begins_page: bool) {
        match block {
            Block::Heading { level, text, about } => {
                let style = match level {
                    0 | 1 => "Heading1",
                    2 => "Heading2",
                    3 => "Heading3",
                    _ => "Heading4",
                };
                let content = self
                    .anchors
                    .set(about.as_ref(), &runs(text, Look::default()));
                let content = self.anchors.heading(self.headings, &content);
                self.headings += 1;
                let paragraph = Paragraph {
                    begins_page,
                    is_right_to_left: is_right_to_left(text),
                    ..Paragraph::of(style)
                };
                self.after_table = false;
                self.push(&paragraph.xml(self.ids(), &content));
            }
            Block::Paragraph(text) => self.text("Normal", text, Look::default()),
            Block::Notice(text) => self.notice(text),
            Block::Quotation { words, source, .. } => self.quotation(words, source),
            Block::List(items) => self.list(items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
            Block::Radar(radar) => self.radar(radar),
            Block::HeatMap(map) => self.heat(map),
        }
    }

    /// Writes the title, lower down where it has a cover for itself.
    fn title(&mut self, title: &str, has_cover: bool) {
        let paragraph = Paragraph {
            before: has_cover.then_some(1800),
            is_right_to_left: is_right_to_left(title),
            ..Paragraph::of("Title")
        };
        self.push(&paragraph.xml(self.ids(), &runs(title, Look::default())));
    }

    /// Writes a paragraph.
    pub(super) fn text(&mut self, style: &'static str, text: &str, look: Look<'_>) {
        let xml = self.first(Paragraph {
            is_right_to_left: is_right_to_left(text),
            ..Paragraph::of(style)
        });
        self.push(&xml.xml(self.ids(), &runs(text, look)));
    }

    /// The same paragraph with room above it, if a table stands there.
    fn first(&mut self, paragraph: Paragraph) -> Paragraph {
        let after_table = std::mem::take(&mut self.after_table);
        Paragraph {
            before: after_table.then_some(160).or(paragraph.before),
            ..paragraph
        }
    }

    fn notice(&mut self, text: &str) {
        let lead = Look {
            bold: true,
            ..Look::default()
        };
        let content = format!(
            "{}{}",
            runs("Please note. ", lead),
            runs(text, Look::default())
        );
        self.after_table = false;
        self.push(&Paragraph::of("Notice").xml(self.ids(), &content));
    }

    /// Writes words of a law, a paragraph a line, and on the same page where they stand.
    fn quotation(&mut self, words: &str, source: &str) {
        let words = format!("“{}”", words.trim());
        let look = Look {
            is_foreign: true,
            ..Look::default()
        };
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            let is_right_to_left = is_right_to_left(line);
            let paragraph = self.first(Paragraph {
                keeps_next: true,
                is_right_to_left,
                ..Paragraph::of(if is_right_to_left {
                    "QuoteRight"
                } else {
                    "Quote"
                })
            });
            self.push(&paragraph.xml(self.ids(), &runs(line, look)));
        }
        let source = format!("— {source}");
        let paragraph = Paragraph::of("QuoteSource");
        self.push(&paragraph.xml(self.ids(), &runs(&source, look)));
    }

    /// Writes a list. Where its items have meanings, each begins with its name in bold.
    fn list(&mut self, items: &[Cell]) {
        let has_meanings = items.iter().any(|item| item.tone != Tone::Plain);
        for item in items {
            let (lead, rest) = if has_meanings {
                lead(&item.text)
            } else {
                ("", item.text.as_str())
            };
            let look = Look {
                bold: true,
                colour: colours(item.tone).1,
                ..Look::default()
            };
            let rest_look = Look {
                colour: colours(item.tone).1.filter(|_| item.tone == Tone::Faint),
                ..Look::default()
            };
            let content = format!(
                "{}{}",
                runs(lead, look),
                self.with_link(item, rest, rest_look)
            );
            let paragraph = self.first(Paragraph {
                is_right_to_left: is_right_to_left(&item.text),
                ..Paragraph::of("ListBullet")
            });
            self.push(&paragraph.xml(self.ids(), &content));
        }
    }

    /// The runs of an item; what it points to is reached from the brackets at its end, or from all of it.
    fn with_link(&self, item: &Cell, text: &str, look: Look<'_>) -> String {
        let Some(target) = item.link.as_deref().and_then(|to| self.anchors.target(to)) else {
            return runs(text, look);
        };
        let (start, end) = brackets(text).unwrap_or((0, text.len()));
        let (before, inside, after) = (&text[..start], &text[start..end], &text[end..]);
        let linked = Look {
            style: Some(self.ids().of("Hyperlink")),
            ..Look::default()
        };
        format!(
            "{}{}{}",
            runs(before, look),
            link(target, &runs(inside, linked)),
            runs(after, look)
        )
    }

    /// Writes the caption of a table or figure with its number.
    pub(super) fn caption(&mut self, kind: &str, text: &str, keeps_next: bool) {
        let number = if kind == "Table" {
            &mut self.tables
        } else {
            &mut self.figures
        };
        *number += 1;
        let number = number.to_string();
        let content = format!(
            "{}{}{}",
            runs(&format!("{kind} "), Look::default()),
            field(&format!("SEQ {kind} \\* ARABIC"), &number),
            runs(&format!(". {text}"), Look::default())
        );
        let paragraph = self.first(Paragraph {
            keeps_next,
            ..Paragraph::of("Caption")
        });
        self.push(&paragraph.xml(self.ids(), &content));
    }
}

/// The last thing in the brackets at the end of a text.
fn brackets(text: &str) -> Option<(usize, usize)> {
    let end = text.trim_end_matches('.').strip_suffix(')')?.len();
    let mut open = 1;
    let start = text[..end].char_indices().rev().find(|(_, letter)| {
        match letter {
            '(' => open -= 1,
            ')' => open += 1,
            _ => {}
        }
        open == 0
    });
    let start = start?.0 + 1;
    let last = text[start..end].rfind("; ").map_or(0, |place| place + 2);
    Some((start + last, end))
}

/// The room that the longest label of a document asks for.
fn labels(document: &Document) -> u32 {
    let facts = document.blocks.iter().filter_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::List(_)
        | Block::Table(_)
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => None,
    });
    let labels = facts.flatten().map(|(label, _)| measure(label, true));
    labels.max().unwrap_or(0).saturating_add(260)
}
