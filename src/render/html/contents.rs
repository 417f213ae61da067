//! The table of contents: parts, chapters, and the single articles below them, which unfold.

use askama::Template;

use super::piece::{Piece, Pieces, Section};
use super::text::Words;

/// Entries, each with those below it.
#[derive(Debug, Default, Template)]
#[template(path = "contents.html")]
pub(super) struct Contents<'d>(pub(super) Vec<Entry<'d>>);

/// An entry.
#[derive(Debug)]
pub(super) struct Entry<'d> {
    name: String,
    title: Words<'d>,
    /// Whether what is below it unfolds.
    unfolds: bool,
    below: Contents<'d>,
}

/// Shorter documents need no table of contents.
const FEWEST: usize = 4;
/// The rank of the deepest headings that are listed.
const DEEPEST: usize = 4;

impl<'d> Contents<'d> {
    /// The table of contents of a page; empty where there is too little.
    pub(super) fn of(pieces: &Pieces<'d>) -> Self {
        let mut sections = Vec::new();
        for piece in &pieces.0 {
            if let Piece::Open(section) = piece
                && section.rank <= DEEPEST
            {
                sections.push(section);
            }
        }
        if sections.len() < FEWEST {
            return Self::default();
        }
        nest(&sections)
    }
}

/// The first of the sections and all of its rank, each with those below it.
fn nest<'d>(sections: &[&Section<'d>]) -> Contents<'d> {
    let rank = sections.first().map_or(0, |first| first.rank);
    let parts = sections.chunk_by(|_, next| next.rank > rank);
    let entries = parts.filter_map(|part| {
        let (first, below) = part.split_first()?;
        Some(Entry {
            name: first.name.clone(),
            title: first.title,
            unfolds: below.first().is_some_and(|next| next.rank == DEEPEST),
            below: nest(below),
        })
    });
    Contents(entries.collect())
}
