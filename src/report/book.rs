//! A report as a workbook: sheets with typed cells, so that figures stay figures. It knows no file format.

use std::borrow::Cow;

use super::document::{Block, Document, Imprint, Sheet, Tone};
use super::{Report, figures};
use crate::assess::{ElementVerdict, Verdict};
use crate::model::{Date, Word};

/// A workbook.
#[derive(Debug, Default, Clone)]
pub struct Book {
    /// The title.
    pub title: String,
    /// What stands on every printed page.
    pub imprint: Imprint,
    /// Its sheets, in order; no two have the same name.
    pub sheets: Vec<Worksheet>,
}

/// A sheet: what stands on it from top to bottom. One that is a grid and nothing else is for sorting and filtering.
#[derive(Debug, Clone)]
pub struct Worksheet {
    /// Its name; at most 31 characters, and none of `[]:*?/\`.
    pub name: &'static str,
    /// What stands on it.
    pub strips: Vec<Strip>,
}

/// Some rows of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Strip {
    /// The title of the report.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Labels with a value each.
    Facts(Vec<(String, Datum)>),
    /// A table.
    Grid(Grid),
    /// A chart.
    Chart(Chart),
}

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Its columns.
    pub columns: Vec<GridColumn>,
    /// How many columns at the left say what a row is about, and stay in sight.
    pub keys: usize,
    /// Whether a single row is better read as labels with a value each.
    pub is_card: bool,
    /// Its rows.
    pub rows: Vec<Vec<Datum>>,
    /// What is said where it has none.
    pub none: &'static str,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridColumn {
    /// Its title.
    pub title: String,
    /// How much room it wants, in characters.
    pub width: u16,
    /// Whether it holds words of [`verdict_words`].
    pub is_verdict: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum {
    /// Nothing, because there is nothing to say. It is not 0, and not unknown.
    Empty,
    /// A text; never a formula, however it begins.
    Text(String),
    /// A number of things.
    Count(usize),
    /// A part of a whole, from 0 to 1.
    Share(f64),
    /// A day.
    Date(Date),
    /// A word of [`verdict_words`].
    Verdict(&'static str),
}

/// A chart of the last grid of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The name of the sheet with the figures.
    pub sheet: &'static str,
    /// The rows: the first, and how many; none for all.
    pub rows: Option<(usize, usize)>,
    /// The column with the name of each row.
    pub labels: usize,
    /// How it is drawn.
    pub kind: ChartKind,
}

/// How a chart is drawn, and from which columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each row, stacked from parts; with what each part stands for.
    Bars(Vec<(usize, Tone)>),
    /// A spoke for each row, with what is certain and what is possible.
    Wheel {
        /// The lower ends.
        low: usize,
        /// The upper ends.
        high: usize,
    },
}

/// A word that stands for a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerdictWord {
    /// The word.
    pub word: &'static str,
    /// Its tone.
    pub tone: Tone,
    /// What it says.
    pub meaning: &'static str,
}

/// The words that stand for verdicts in a workbook, on requirements and on elements.
#[must_use]
pub fn verdict_words() -> Vec<VerdictWord> {
    let requirements = Verdict::ALL.iter().map(|one| VerdictWord {
        word: figures::verdict(*one),
        tone: figures::tone(*one),
        meaning: match one {
            Verdict::InPlace => "Every element of the article is met.",
            Verdict::PartlyInPlace => "Something is missing or incomplete, and something is there.",
            Verdict::NotInPlace => "No act, object, power or duty of the article was found.",
            Verdict::NotApplicable => "Left out of every score, on the ground given.",
            Verdict::NotDetermined => "What is unknown decides between the verdicts it could be.",
        },
    });
    let elements = ElementVerdict::ALL.iter().map(|one| VerdictWord {
        word: one.word(),
        tone: figures::element_tone(*one),
        meaning: match one {
            ElementVerdict::Met => "The law has this element.",
            ElementVerdict::Partly => "The law has it in part, or narrows it as nothing permits.",
            ElementVerdict::Unmet => "Searched for and not found, or below the figure asked for.",
            ElementVerdict::Unknown => {
                "Not looked at or not settled: anything between 0 and 100 %."
            }
        },
    });
    requirements.chain(elements).collect()
}

impl Strip {
    /// The table, if it is one.
    #[must_use]
    pub fn as_grid(&self) -> Option<&Grid> {
        if let Self::Grid(grid) = self {
            Some(grid)
        } else {
            None
        }
    }
}

impl GridColumn {
    /// A column that wants so many characters.
    #[must_use]
    pub fn new(title: &str, width: u16) -> Self {
        Self {
            title: title.to_owned(),
            width,
            is_verdict: false,
        }
    }

    /// A column of verdicts.
    #[must_use]
    pub fn verdicts(title: &str) -> Self {
        Self {
            is_verdict: true,
            ..Self::new(title, 16)
        }
    }
}

impl Datum {
    /// A text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A text that may be missing.
    #[must_use]
    pub fn maybe(text: Option<&String>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A day that may be missing.
    #[must_use]
    pub fn day(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// `yes` or `no`.
    #[must_use]
    pub fn yes_or_no(is: bool) -> Self {
        Self::text(if is { "yes" } else { "no" })
    }
}

impl Report {
    /// The workbook of this report; where the report has none of its own, the flat table on a single sheet.
    #[must_use]
    pub fn workbook(&self) -> Cow<'_, Book> {
        if self.book.sheets.is_empty() {
            Cow::Owned(Book {
                title: self.document.title.clone(),
                imprint: self.document.imprint.clone(),
                sheets: vec![table(&self.sheet), cover(&self.document)],
            })
        } else {
            Cow::Borrowed(&self.book)
        }
    }
}

/// The flat table of a report as a sheet.
pub(super) fn table(sheet: &Sheet) -> Worksheet {
    Worksheet {
        name: "Table",
        strips: vec![Strip::Grid(grid(sheet))],
    }
}

/// What a report says before its first heading, and what must not be overlooked, as a sheet.
pub(super) fn cover(document: &Document) -> Worksheet {
    let is_heading = |block: &&Block| matches!(block, Block::Heading { .. });
    let is_notice = |block: &&Block| matches!(block, Block::Notice(_));
    let blocks = document.blocks.iter();
    let before = blocks
        .clone()
        .take_while(|block| !is_heading(block) && !is_notice(block));
    let mut strips = vec![Strip::Title(document.title.clone())];
    strips.extend(before.filter_map(strip));
    strips.extend(blocks.filter(is_notice).filter_map(strip));
    Worksheet {
        name: "Cover",
        strips,
    }
}

/// Words of a report as a sheet.
pub(super) fn words(name: &'static str, document: &Document) -> Worksheet {
    Worksheet {
        name,
        strips: document.blocks.iter().filter_map(strip).collect(),
    }
}

/// Headings, paragraphs and labels; whatever else a document has is for pages.
fn strip(block: &Block) -> Option<Strip> {
    match block {
        Block::Heading { text, .. } => Some(Strip::Heading(text.clone())),
        Block::Paragraph(text) | Block::Notice(text) => Some(Strip::Text(text.clone())),
        Block::Facts(facts) => {
            let facts = facts.iter();
            let facts = facts.map(|(label, value)| (label.clone(), Datum::text(&value.text)));
            Some(Strip::Facts(facts.collect()))
        }
        Block::Quotation { .. }
        | Block::List(_)
        | Block::Table(_)
        | Block::Picture(_)
        | Block::Radar(_)
        | Block::HeatMap(_) => None,
    }
}

/// A flat table as a grid; a column of which every cell is a count, or a share with all its decimals, becomes one of figures.
fn grid(sheet: &Sheet) -> Grid {
    let kinds: Vec<fn(&str) -> Option<Datum>> = (0..sheet.columns.len())
        .map(|place| {
            let filled = sheet.rows.iter().map(|row| row[place].as_str());
            let filled = filled.filter(|cell| !cell.is_empty());
            let all =
                |kind: fn(&str) -> Option<Datum>| filled.clone().all(|cell| kind(cell).is_some());
            let kinds: [fn(&str) -> Option<Datum>; 2] = [as_count, as_share];
            kinds
                .into_iter()
                .find(|kind| all(*kind))
                .unwrap_or(|_| None)
        })
        .collect();
    let width = |place: usize| {
        let cells = sheet.rows.iter().map(|row| row[place].chars().count());
        let longest = cells.max().unwrap_or(0).max(sheet.columns[place].len());
        u16::try_from(longest + 3).unwrap_or(u16::MAX).min(WIDEST)
    };
    let title = |place: usize| figures::capital(&sheet.columns[place].replace('-', " "));
    Grid {
        columns: (0..sheet.columns.len())
            .map(|place| GridColumn::new(&title(place), width(place)))
            .collect(),
        keys: 1,
        is_card: false,
        rows: sheet
            .rows
            .iter()
            .map(|row| {
                let cells = row.iter().zip(&kinds);
                cells
                    .map(|(cell, kind)| kind(cell).unwrap_or_else(|| Datum::text(cell.as_str())))
                    .collect()
            })
            .collect(),
        none: "Nothing to show.",
    }
}

/// The widest column of a table that nobody has given widths.
const WIDEST: u16 = 50;

/// A number as it is written; `007` and `5.10` are names and stay text.
fn as_count(cell: &str) -> Option<Datum> {
    let count: usize = cell.parse().ok()?;
    (count.to_string() == cell).then_some(Datum::Count(count))
}

/// A share as flat tables write it, with six decimals.
fn as_share(cell: &str) -> Option<Datum> {
    let share: f64 = cell.parse().ok()?;
    let is_share = (0.0..=1.0).contains(&share) && format!("{share:.6}") == cell;
    is_share.then_some(Datum::Share(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_like_figures_stay_text() {
        let row = |cells: [&str; 3]| cells.map(ToOwned::to_owned).to_vec();
        let sheet = Sheet {
            columns: vec!["section", "entries", "mixed"],
            rows: vec![row(["5.10", "12", "1"]), row(["007", "", "one"])],
        };
        assert_eq!(
            grid(&sheet).rows,
            [
                [Datum::text("5.10"), Datum::Count(12), Datum::text("1")],
                [Datum::text("007"), Datum::Empty, Datum::text("one")],
            ]
        );
    }

    #[test]
    fn shares_with_all_their_decimals_are_figures() {
        let row = |cells: [&str; 2]| cells.map(ToOwned::to_owned).to_vec();
        let sheet = Sheet {
            columns: vec!["score-low", "section"],
            rows: vec![row(["0.250000", "0.250000"]), row(["", "s. 2"])],
        };
        assert_eq!(
            grid(&sheet).rows,
            [
                [Datum::Share(0.25), Datum::text("0.250000")],
                [Datum::Empty, Datum::text("s. 2")],
            ]
        );
    }
}
