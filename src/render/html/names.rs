//! Names of places in the page: each is given once, and a link leads nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::{Block, Document};

/// The names given so far, and where anchors ended up.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    places: BTreeMap<String, Place>,
}

#[derive(Debug)]
struct Place {
    name: String,
    is_row: bool,
    is_claimed: bool,
}

/// A link within the page.
#[derive(Debug)]
pub(super) struct Link {
    /// The name of the place it leads to.
    pub(super) place: String,
    /// What it says where it stands behind a text.
    pub(super) words: &'static str,
}

/// Names that the page itself uses; others of its own begin with a low line, which no name from a report does.
const OWN: [&str; 5] = ["top", "contents", "report", "filter", "hatch"];

impl Names {
    /// Gives every anchor of a document its place, before any link is written.
    pub(super) fn of(document: &Document) -> Self {
        let mut names = Self::default();
        names.taken.extend(OWN.map(ToOwned::to_owned));
        for block in &document.blocks {
            match block {
                Block::Heading {
                    about: Some(about), ..
                } => names.place(&about.anchor, false),
                Block::Table(table) => {
                    let abouts = table.rows.iter().filter_map(|row| row.about.as_ref());
                    abouts.for_each(|about| names.place(&about.anchor, true));
                }
                Block::Heading { about: None, .. }
                | Block::Paragraph(_)
                | Block::Notice(_)
                | Block::Quotation { .. }
                | Block::List(_)
                | Block::Facts(_)
                | Block::Picture(_)
                | Block::Radar(_)
                | Block::HeatMap(_) => {}
            }
        }
        names
    }

    fn place(&mut self, anchor: &str, is_row: bool) {
        if !self.places.contains_key(anchor) {
            let name = self.new_name(anchor);
            let place = Place {
                name,
                is_row,
                is_claimed: false,
            };
            self.places.insert(anchor.to_owned(), place);
        }
    }

    /// The name for what has this anchor. Should two things have the same, only the first gets it.
    pub(super) fn claim(&mut self, anchor: &str) -> Option<String> {
        let place = self.places.get_mut(anchor)?;
        let is_first = !std::mem::replace(&mut place.is_claimed, true);
        is_first.then(|| place.name.clone())
    }

    /// Where a link to this anchor leads, if anywhere.
    pub(super) fn link_to(&self, anchor: &str) -> Option<Link> {
        let place = self.places.get(anchor)?;
        Some(Link {
            place: place.name.clone(),
            words: if place.is_row {
                "to its row"
            } else {
                "to its section"
            },
        })
    }

    /// A new name, made from a text.
    pub(super) fn new_name(&mut self, text: &str) -> String {
        let stem = plain(text);
        let mut name = stem.clone();
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            number += 1;
            name = format!("{stem}-{number}");
        }
        name
    }
}

/// Small letters, figures and what else is harmless in an address; the rest becomes hyphens.
fn plain(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut name = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            'a'..='z' | '0'..='9' | '/' => name.push(character),
            'A'..='Z' => name.push(character.to_ascii_lowercase()),
            _ if name.ends_with(['-', '/']) || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name.insert_str(0, "part-");
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        assert_eq!(names.new_name("What is missing"), "what-is-missing");
        assert_eq!(names.new_name("What is missing?"), "what-is-missing-2");
        assert_eq!(names.new_name("\"><script>"), "script");
        assert_eq!(names.new_name("التعاريف"), "part");
        assert_eq!(names.new_name("24/7 Network"), "part-24/7-network");
    }
}
