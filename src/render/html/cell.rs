//! Cells: verdicts as a sign with a word, and links that lead somewhere.

use askama::Template;

use crate::render::sign;
use crate::report::Cell;

use super::filter::class;
use super::names::{Link, Names};
use super::text::{Markup, Words};
use crate::render::VERDICTS;

/// A cell ready for the page.
#[derive(Debug, Template)]
#[template(path = "cell.html")]
pub(super) struct CellView<'d> {
    /// Its text; of a verdict, without the sign.
    pub(super) words: Words<'d>,
    /// The sign of a verdict, if the text begins with it.
    sign: Option<char>,
    class: &'static str,
    link: Option<Link>,
    /// Whether the whole text is the link; a longer one has it at its end.
    is_whole: bool,
}

/// Links longer than this are a mark behind the text.
const LONGEST_LINK: usize = 48;

impl<'d> CellView<'d> {
    pub(super) fn of(cell: &'d Cell, names: &Names) -> Self {
        let is_verdict = VERDICTS.contains(&cell.tone);
        let own = Some(sign(cell.tone)).filter(|_| is_verdict);
        let tail = own.and_then(|sign| cell.text.strip_prefix(sign)?.strip_prefix(' '));
        let link = cell.link.as_deref();
        Self {
            words: Words(tail.unwrap_or(&cell.text)),
            sign: own.filter(|_| tail.is_some()),
            class: class(cell.tone),
            link: link.and_then(|anchor| names.link_to(anchor)),
            is_whole: cell.text.chars().count() <= LONGEST_LINK,
        }
    }

    /// The same for a heading, which is a link as a whole.
    pub(super) fn heading(cell: &'d Cell, names: &Names) -> Self {
        Self {
            is_whole: true,
            ..Self::of(cell, names)
        }
    }

    /// Whether it is too much for the weight of a heading.
    pub(super) fn is_long(&self) -> bool {
        self.words.0.chars().count() > LONGEST_LINK
    }

    /// Whether it is a verdict that fits on a line.
    fn is_short(&self) -> bool {
        const LONGEST: usize = 18;
        self.words.0.chars().count() <= LONGEST
    }

    /// Where nothing is to be seen.
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_blank()
    }

    pub(super) fn dir(&self) -> Markup {
        self.words.dir()
    }

    pub(super) fn class(&self) -> &'static str {
        self.class
    }
}
