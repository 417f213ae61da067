//! Which cells point to a place that the document has, and which places are therefore worth a mark.

use std::collections::BTreeSet;

use crate::report::{About, Block, Cell, Document};

/// The jumps within a document.
pub(super) struct Jumps<'d> {
    /// The anchors that the document has and that a cell points to.
    wanted: BTreeSet<&'d str>,
    /// Those that have their mark already; no two marks have the same name.
    marked: BTreeSet<&'d str>,
}

impl<'d> Jumps<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let blocks = document.blocks.iter();
        let there: BTreeSet<&str> = blocks.clone().flat_map(anchors).collect();
        let links = blocks
            .flat_map(cells)
            .filter_map(|cell| cell.link.as_deref());
        Self {
            wanted: links.filter(|link| there.contains(link)).collect(),
            marked: BTreeSet::new(),
        }
    }

    /// The name of the mark that a thing gets, if it gets one.
    pub(super) fn mark(&mut self, about: Option<&'d About>) -> Option<&'d str> {
        let anchor = about?.anchor.as_str();
        (self.wanted.contains(anchor) && self.marked.insert(anchor)).then_some(anchor)
    }

    /// The name of the mark that a cell points to, if there is one.
    pub(super) fn target<'c>(&self, cell: &'c Cell) -> Option<&'c str> {
        let link = cell.link.as_deref()?;
        self.wanted.contains(link).then_some(link)
    }
}

fn anchors(block: &Block) -> Vec<&str> {
    let abouts: Vec<&About> = match block {
        Block::Heading { about, .. } => about.iter().collect(),
        Block::Table(table) => table
            .rows
            .iter()
            .filter_map(|row| row.about.as_ref())
            .collect(),
        Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::List(_)
        | Block::Facts(_)
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => Vec::new(),
    };
    abouts
        .into_iter()
        .map(|about| about.anchor.as_str())
        .collect()
}

fn cells(block: &Block) -> Vec<&Cell> {
    match block {
        Block::List(items) => items.iter().collect(),
        Block::Facts(facts) => facts.iter().map(|(_, cell)| cell).collect(),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Notice(_)
        | Block::Quotation { .. }
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => Vec::new(),
    }
}
