//! What a reader can filter by: verdicts, chapters and laws, each with the number that rows and sections carry.

use crate::render::VERDICTS;
use std::collections::{BTreeMap, BTreeSet};

use crate::render::{legend, sign};
use crate::report::{About, Block, Document, Tone};

use super::text::Words;

/// The choices of a document.
#[derive(Debug, Default)]
pub(super) struct Filter<'d> {
    /// The verdicts that occur, in the order of the legend.
    pub(super) verdicts: Vec<Verdict>,
    /// The chapters, in the order of the document.
    pub(super) chapters: Vec<Words<'d>>,
    /// The laws, in the order of the alphabet.
    pub(super) laws: Vec<Words<'d>>,
    chapter_numbers: BTreeMap<&'d str, usize>,
    law_numbers: BTreeMap<&'d str, usize>,
}

/// A verdict to choose.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) key: &'static str,
    pub(super) sign: char,
    pub(super) words: &'static str,
}

/// What a row or a section carries.
#[derive(Debug)]
pub(super) struct Filing {
    pub(super) verdict: &'static str,
    pub(super) chapter: usize,
    pub(super) laws: String,
}

impl<'d> Filter<'d> {
    /// The choices that a document leaves.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut filter = Self::default();
        let mut laws = BTreeSet::new();
        for about in abouts(document) {
            if !filter.chapter_numbers.contains_key(about.chapter.as_str()) {
                let number = filter.chapters.len();
                filter.chapter_numbers.insert(&about.chapter, number);
                filter.chapters.push(Words(&about.chapter));
            }
            laws.extend(about.laws.iter().map(String::as_str));
        }
        for (number, law) in laws.into_iter().enumerate() {
            filter.law_numbers.insert(law, number);
            filter.laws.push(Words(law));
        }
        let occurs = |tone: &Tone| abouts(document).any(|about| about.verdict == *tone);
        let verdicts = VERDICTS.into_iter().filter(occurs);
        filter.verdicts = verdicts
            .map(|tone| Verdict {
                key: class(tone),
                sign: sign(tone),
                words: legend(tone),
            })
            .collect();
        filter
    }

    /// What the row or section about this carries.
    pub(super) fn file(&self, about: &About) -> Filing {
        let laws = about.laws.iter();
        let numbers = laws.filter_map(|law| self.law_numbers.get(law.as_str()));
        Filing {
            verdict: class(about.verdict),
            chapter: self
                .chapter_numbers
                .get(about.chapter.as_str())
                .copied()
                .unwrap_or(0),
            laws: numbers
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

/// What the parts of a document are about.
fn abouts(document: &Document) -> impl Iterator<Item = &About> {
    document.blocks.iter().flat_map(|block| {
        let (heading, rows) = match block {
            Block::Heading { about, .. } => (about.as_ref(), [].as_slice()),
            Block::Table(table) => (None, table.rows.as_slice()),
            Block::Paragraph(_)
            | Block::Notice(_)
            | Block::Quotation { .. }
            | Block::List(_)
            | Block::Facts(_)
            | Block::Picture(_)
            | Block::Radar(_)
            | Block::HeatMap(_)
            | Block::Gantt(_)
            | Block::NewPage => (None, [].as_slice()),
        };
        heading
            .into_iter()
            .chain(rows.iter().filter_map(|row| row.about.as_ref()))
    })
}

/// The class of a tone in the style sheet.
pub(super) fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Strong => "strong",
        Tone::Faint => "faint",
        Tone::InPlace => "in-place",
        Tone::Partly => "partly",
        Tone::Missing => "missing",
        Tone::NotApplicable => "not-applicable",
        Tone::Unknown => "unknown",
    }
}
