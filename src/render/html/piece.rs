//! From the blocks of a document to the pieces of a page: sections within sections, each with a name of its own.

use askama::Template;

use crate::report::{Block, Cell, Document};

use super::LANGUAGE;
use super::cell::CellView;
use super::filter::{Filing, Filter};
use super::heat::HeatView;
use super::names::Names;
use super::svg::{BarsView, RadarView};
use super::table::TableView;
use super::text::Words;
use super::widths::Widths;

/// Parts of the page, in reading order.
#[derive(Debug, Default, Template)]
#[template(path = "pieces.html")]
pub(super) struct Pieces<'d>(pub(super) Vec<Piece<'d>>);

/// A part of the page.
#[derive(Debug)]
pub(super) enum Piece<'d> {
    /// A section begins, with its heading.
    Open(Section<'d>),
    /// The innermost section ends.
    Close,
    Text(Text<'d>),
    Quotation {
        words: Words<'d>,
        source: Words<'d>,
        /// The language, where it is another than that of the page.
        language: Option<&'d str>,
    },
    List(Vec<CellView<'d>>),
    Facts(Facts<'d>),
    Table(TableView<'d>),
    Bars(BarsView<'d>),
    Radar(RadarView<'d>),
    Heat(HeatView<'d>),
}

/// A section and its heading.
#[derive(Debug)]
pub(super) struct Section<'d> {
    /// From 2 to 6: the title of the page is the only one of rank 1.
    pub(super) rank: usize,
    pub(super) name: String,
    pub(super) title: Words<'d>,
    pub(super) filing: Option<Filing>,
    /// Whether it has sections of its own.
    pub(super) is_divided: bool,
    /// Whether it wants pages turned sideways.
    pub(super) is_wide: bool,
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Text<'d> {
    pub(super) is_notice: bool,
    pub(super) words: Words<'d>,
}

/// Labels with a value each, and what stands beside them where they lead a part of the report.
#[derive(Debug)]
pub(super) struct Facts<'d> {
    pub(super) rows: Vec<(Words<'d>, CellView<'d>)>,
    pub(super) leads: bool,
    pub(super) beside: Vec<Text<'d>>,
}

/// The deepest heading that HTML has.
const DEEPEST: usize = 6;

impl Pieces<'_> {
    /// Whether all of it stands on pages turned sideways, so that its title may do so too.
    pub(super) fn is_turned(&self) -> bool {
        let mut depth = 0;
        let mut outermost = Vec::new();
        for piece in &self.0 {
            let is_wide = match piece {
                Piece::Open(section) => section.is_wide,
                Piece::Table(table) => table.is_wide(),
                Piece::Text(_) | Piece::Close => true,
                Piece::Quotation { .. }
                | Piece::List(_)
                | Piece::Facts(_)
                | Piece::Bars(_)
                | Piece::Radar(_)
                | Piece::Heat(_) => false,
            };
            if depth == 0 {
                outermost.push(is_wide);
            }
            if let Piece::Open(_) = piece {
                depth += 1;
            } else if let Piece::Close = piece {
                depth -= 1;
            }
        }
        !outermost.is_empty() && outermost.into_iter().all(|is_wide| is_wide)
    }
}

/// What is being written, and how deep.
struct Builder<'n, 'd> {
    filter: &'n Filter<'d>,
    names: &'n mut Names,
    widths: Widths<'d>,
    /// The ranks of the sections that are open.
    open: Vec<usize>,
    heading: String,
    /// Whether the innermost section is about one requirement, whose facts stand in a row.
    on_one_thing: bool,
    figures: usize,
    pieces: Vec<Piece<'d>>,
}

/// The pieces of a document: those that introduce it, and the rest.
pub(super) fn pieces<'d>(
    document: &'d Document,
    filter: &Filter<'d>,
    names: &mut Names,
) -> (Pieces<'d>, Pieces<'d>) {
    let leads = |block: &Block| {
        matches!(
            block,
            Block::Facts(_) | Block::Paragraph(_) | Block::Notice(_)
        )
    };
    let blocks = &document.blocks;
    let head = blocks.iter().take_while(|block| leads(block)).count();
    let (head, body) = blocks.split_at(head);
    let mut builder = Builder {
        filter,
        names,
        widths: Widths::of(document),
        open: Vec::new(),
        heading: "_title".to_owned(),
        on_one_thing: false,
        figures: 0,
        pieces: Vec::new(),
    };
    builder.add_all(head);
    let first = std::mem::take(&mut builder.pieces);
    builder.add_all(body);
    turn(&mut builder.pieces);
    (Pieces(first), Pieces(builder.pieces))
}

impl<'d> Builder<'_, 'd> {
    fn add_all(&mut self, mut blocks: &'d [Block]) {
        while let Some((first, rest)) = blocks.split_first() {
            blocks = rest;
            if let Block::Facts(facts) = first {
                let leads = !self.on_one_thing;
                let beside = rest.iter().map_while(text).filter(|_| leads);
                let beside: Vec<Text<'d>> = beside.collect();
                blocks = &rest[beside.len()..];
                self.add_facts(facts, leads, beside);
            } else if let Block::Heading { .. } = first {
                self.open_section(first, rest);
            } else {
                self.add(first);
            }
        }
        let open = std::mem::take(&mut self.open);
        self.pieces.extend(open.into_iter().map(|_| Piece::Close));
    }

    fn open_section(&mut self, heading: &'d Block, rest: &'d [Block]) {
        let Block::Heading { level, text, about } = heading else {
            return;
        };
        let wanted = (level + 1).clamp(2, DEEPEST);
        while self.open.last().is_some_and(|rank| *rank >= wanted) {
            self.open.pop();
            self.pieces.push(Piece::Close);
        }
        // No rank is left out, whatever the report says.
        let rank = self.open.last().map_or(2, |above| wanted.min(above + 1));
        self.open.push(rank);
        let claimed = about
            .as_ref()
            .and_then(|about| self.names.claim(&about.anchor));
        let name = claimed.unwrap_or_else(|| self.names.new_name(text));
        let next = rest.iter().find_map(|block| {
            let Block::Heading { level, .. } = block else {
                return None;
            };
            Some(*level)
        });
        self.heading.clone_from(&name);
        self.on_one_thing = about.is_some();
        self.pieces.push(Piece::Open(Section {
            rank,
            name,
            title: Words(text),
            filing: about.as_ref().map(|about| self.filter.file(about)),
            is_wide: false,
            is_divided: next.is_some_and(|next| next > *level),
        }));
    }

    fn add_facts(&mut self, facts: &'d [(String, Cell)], leads: bool, beside: Vec<Text<'d>>) {
        let rows = facts
            .iter()
            .map(|(label, value)| (Words(label), CellView::of(value, self.names)));
        self.pieces.push(Piece::Facts(Facts {
            rows: rows.collect(),
            leads,
            beside,
        }));
    }

    fn add(&mut self, block: &'d Block) {
        let piece = match block {
            Block::Quotation {
                words,
                source,
                language,
            } => Piece::Quotation {
                words: Words(words),
                source: Words(source),
                language: language.as_deref().filter(|tag| is_other_language(tag)),
            },
            Block::List(items) => {
                let items = items.iter().map(|item| CellView::of(item, self.names));
                Piece::List(items.collect())
            }
            Block::Table(table) => Piece::Table(TableView::of(
                table,
                &self.heading,
                &self.widths,
                self.filter,
                self.names,
            )),
            Block::Picture(picture) => Piece::Bars(BarsView::of(picture)),
            Block::HeatMap(map) => Piece::Heat(HeatView::of(map)),
            Block::Radar(radar) => {
                self.figures += 1;
                Piece::Radar(RadarView::of(radar, self.figures))
            }
            Block::Paragraph(_) | Block::Notice(_) | Block::Heading { .. } | Block::Facts(_) => {
                self.pieces.extend(text(block).map(Piece::Text));
                return;
            }
        };
        self.pieces.push(piece);
    }
}

/// Turns the sections with wide tables, and those that hold nothing but such sections: else a heading would be left alone on a page.
fn turn(pieces: &mut [Piece<'_>]) {
    /// A section that is open: where it began, and what was found in it.
    struct Open {
        place: usize,
        has_wide: bool,
        has_other: bool,
    }
    let mut open: Vec<Open> = Vec::new();
    let mut wide = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let is_wide = match piece {
            Piece::Open(_) => {
                open.push(Open {
                    place,
                    has_wide: false,
                    has_other: false,
                });
                continue;
            }
            Piece::Close => {
                let Some(closed) = open.pop() else {
                    continue;
                };
                let is_wide = closed.has_wide && !closed.has_other;
                wide.extend(Some(closed.place).filter(|_| is_wide));
                is_wide
            }
            Piece::Table(table) => table.is_wide(),
            // A remark below a wide table stays with it.
            Piece::Text(_) => continue,
            Piece::Quotation { .. }
            | Piece::List(_)
            | Piece::Facts(_)
            | Piece::Bars(_)
            | Piece::Radar(_)
            | Piece::Heat(_) => false,
        };
        if let Some(around) = open.last_mut() {
            around.has_wide |= is_wide;
            around.has_other |= !is_wide;
        }
    }
    for place in wide {
        if let Piece::Open(section) = &mut pieces[place] {
            section.is_wide = true;
        }
    }
}

/// Whether this is a tag of a language, and of another than the page's.
fn is_other_language(tag: &str) -> bool {
    const LONGEST: usize = 35;
    let is_sound = |part: &str| {
        (1..=8).contains(&part.len()) && part.chars().all(|one| one.is_ascii_alphanumeric())
    };
    tag.len() <= LONGEST && tag.split('-').all(is_sound) && tag != LANGUAGE
}

/// A paragraph, if the block is one.
fn text(block: &Block) -> Option<Text<'_>> {
    let (is_notice, words) = if let Block::Paragraph(words) = block {
        (false, words)
    } else if let Block::Notice(words) = block {
        (true, words)
    } else {
        return None;
    };
    Some(Text {
        is_notice,
        words: Words(words),
    })
}
