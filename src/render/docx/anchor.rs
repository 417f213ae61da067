//! Bookmarks for what a document is about, under names that word processors accept.

use std::collections::BTreeMap;

use crate::report::{About, Block, Document};

/// The longest name that a word processor keeps.
const LONGEST: usize = 40;

/// All bookmarks of a document in reading order, and how many of them have been set already.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    names: Vec<String>,
    places: BTreeMap<String, Vec<usize>>,
    set: usize,
}

impl Anchors {
    /// The bookmarks that a document will have.
    pub(super) fn of(document: &Document) -> Self {
        let mut anchors = Self::default();
        for block in &document.blocks {
            match block {
                Block::Heading { about, .. } => anchors.add(about.as_ref()),
                Block::Table(table) => {
                    for row in &table.rows {
                        anchors.add(row.about.as_ref());
                    }
                }
                Block::Paragraph(_)
                | Block::Notice(_)
                | Block::Quotation { .. }
                | Block::List(_)
                | Block::Facts(_)
                | Block::Picture(_)
                | Block::Radar(_)
                | Block::HeatMap(_) => {}
            }
        }
        anchors
    }

    fn add(&mut self, about: Option<&About>) {
        let Some(about) = about else {
            return;
        };
        let place = self.names.len();
        let safe = about.anchor.chars().map(|one| {
            if one.is_ascii_alphanumeric() {
                one
            } else {
                '_'
            }
        });
        let number = format!("g{place}_");
        self.names
            .push(number.chars().chain(safe).take(LONGEST).collect());
        self.places
            .entry(about.anchor.clone())
            .or_default()
            .push(place);
    }

    /// Wraps what something is about in its bookmark.
    pub(super) fn set(&mut self, about: Option<&About>, content: &str) -> String {
        if about.is_none() {
            return content.to_owned();
        }
        let place = self.set;
        self.set += 1;
        bookmark(place, &self.names[place], content)
    }

    /// The bookmark that an anchor means: the next one from here, else the last, since joined reports have anchors twice.
    pub(super) fn target(&self, anchor: &str) -> Option<&str> {
        let places = self.places.get(anchor)?;
        let place = places.iter().find(|place| **place >= self.set);
        place
            .or(places.last())
            .map(|place| self.names[*place].as_str())
    }

    /// The bookmark of a heading, for the table of contents; `place` counts the headings.
    pub(super) fn heading(&self, place: usize, content: &str) -> String {
        bookmark(self.names.len() + place, &heading_name(place), content)
    }
}

/// The name of the bookmark of a heading.
pub(super) fn heading_name(place: usize) -> String {
    format!("_Toc{:08}", place + 1)
}

fn bookmark(id: usize, name: &str, content: &str) -> String {
    format!(
        "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>"
    )
}
