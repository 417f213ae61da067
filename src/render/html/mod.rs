//! One page for browsers and printers: it needs nothing beside it, asks for nothing, and is complete without scripts.

mod cell;
mod contents;
mod filter;
mod heat;
mod names;
mod piece;
mod svg;
mod table;
mod text;
mod widths;

use std::io;

use askama::Template;

use super::{Format, Screen};
use crate::report::{Imprint, Report};

use contents::Contents;
use filter::Filter;
use names::Names;
use piece::{Piece, Pieces, pieces};
use text::{Words, clean, css_string};

pub(super) struct Html;

/// The language of what the reports say by themselves.
const LANGUAGE: &str = "en";
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// The only script that a browser may run in the page; a test computes it.
const SCRIPT_HASH: &str = "sha256-eI0PwGsIvjP3HHc5SfgE4v79OgJb/92hIWSAH6tQF2Y=";

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'d> {
    title: Words<'d>,
    imprint: Vec<String>,
    classification: Option<Words<'d>>,
    head: Pieces<'d>,
    body: Pieces<'d>,
    contents: Contents<'d>,
    filter: Filter<'d>,
}

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("html")
    }

    fn about(&self) -> &'static str {
        "one page for browsers and printers"
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        let document = &report.document;
        let filter = Filter::of(document);
        let (head, body) = pieces(document, &filter, &mut Names::of(document));
        let page = Page {
            title: Words(&document.title),
            imprint: imprint(&document.imprint),
            classification: document.imprint.classification.as_deref().map(Words),
            contents: Contents::of(&body),
            head,
            body,
            filter,
        };
        page.write_into(out)
    }
}

/// What stands at the foot of every page.
fn imprint(imprint: &Imprint) -> Vec<String> {
    let date = imprint.as_at.map(|date| format!("as at {date}"));
    let parts = [date, imprint.status.as_deref().map(clean)];
    parts.into_iter().flatten().collect()
}

impl Page<'_> {
    /// The head and the foot of printed pages.
    fn margins(&self) -> String {
        let classification = self.classification.map_or("", |words| words.0);
        format!(
            "@page {{ @top-left {{ content: {} }} @top-right {{ content: {} }} @bottom-left {{ content: {} }} }}",
            css_string(self.title.0),
            css_string(classification),
            css_string(&self.imprint.join(", ")),
        )
    }

    /// Whether it is a document of many pages, with a section for each article.
    fn goes_article_by_article(&self) -> bool {
        let mut pieces = self.body.0.iter();
        pieces.any(|piece| matches!(piece, Piece::Open(section) if section.filing.is_some()))
    }

    fn can_filter(&self) -> bool {
        !self.filter.verdicts.is_empty()
    }
}
