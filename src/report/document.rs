//! A report for readers, as a sequence of blocks. It says what each thing is and never how it looks.

use crate::model::Date;

/// A report for readers.
#[derive(Debug, Default, Clone)]
pub struct Document {
    /// The title.
    pub title: String,
    /// What stands on every page.
    pub imprint: Imprint,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
}

/// What stands on every page, and among the particulars of a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The date that the report speaks of, which is also the date of creation where a format wants one: no clock is read.
    pub as_at: Option<Date>,
    /// How the data came about, such as `illustrative`.
    pub status: Option<String>,
    /// Who may read it, as the file says.
    pub classification: Option<String>,
}

/// What a row or a heading is about, so that readers can find it, jump to it and filter by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name in this document, such as `budapest/art-2`; no two things have the same.
    pub anchor: String,
    /// The verdict on the requirement.
    pub verdict: Tone,
    /// The chapter of the instrument.
    pub chapter: String,
    /// The laws relied on.
    pub laws: Vec<String>,
}

/// A part of a document.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading; level 1 is right under the title.
    Heading {
        /// Its level, from 1.
        level: usize,
        /// Its text.
        text: String,
        /// What the part below it is about, if that is one requirement.
        about: Option<About>,
    },
    /// A paragraph.
    Paragraph(String),
    /// Something that must not be overlooked, such as the disclaimer.
    Notice(String),
    /// Words of a law, or of a State.
    Quotation {
        /// The words.
        words: String,
        /// Where they stand.
        source: String,
        /// The language of the words as a BCP 47 tag, if it is known.
        language: Option<String>,
    },
    /// A list; each item with its tone.
    List(Vec<Cell>),
    /// Labels with a value each.
    Facts(Vec<(String, Cell)>),
    /// A table.
    Table(Table),
    /// Bars.
    Picture(Picture),
    /// A wheel of intervals.
    Radar(Radar),
    /// Signs in rows and columns.
    HeatMap(HeatMap),
}

/// A table; every row that is no group has as many cells as there are columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it shows; none where the heading above says it.
    pub caption: Option<String>,
    /// Whether it wants a page turned sideways.
    pub wide: bool,
    /// The columns that are enough on paper, where several of its short rows then stand side by side; empty where all are needed.
    pub brief: Vec<usize>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// How much room it wants beside the others, where there is too little for all; 0 never wraps.
    pub share: u8,
    /// Whether its cells are figures.
    pub figures: bool,
}

impl Column {
    /// A column of text with its share of the room.
    #[must_use]
    pub fn text(title: &str, share: u8) -> Self {
        Self {
            title: title.to_owned(),
            share,
            figures: false,
        }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            share: 0,
            figures: true,
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// Whether it is a heading across all columns, with one cell, for the rows below.
    pub is_group: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// What it is about, if that is one requirement or one of its elements.
    pub about: Option<About>,
}

impl Row {
    /// Cells, one a column.
    #[must_use]
    pub fn of(cells: Vec<Cell>) -> Self {
        Self {
            is_group: false,
            cells,
            about: None,
        }
    }

    /// A heading across all columns.
    #[must_use]
    pub fn group(text: impl Into<String>) -> Self {
        Self {
            is_group: true,
            cells: vec![Cell::plain(text)],
            about: None,
        }
    }

    /// The same row, about something.
    #[must_use]
    pub fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }
}

/// A text with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Its meaning.
    pub tone: Tone,
    /// The anchor of what it points to in the same document.
    pub link: Option<String>,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    /// A text with a meaning.
    #[must_use]
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
            link: None,
        }
    }

    /// The same text, pointing to what has that anchor.
    #[must_use]
    pub fn to(mut self, anchor: String) -> Self {
        self.link = Some(anchor);
        self
    }
}

/// What a text means; each format finds its own look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// What matters most.
    Strong,
    /// What may be skipped.
    Faint,
    /// In place, met.
    InPlace,
    /// Partly.
    Partly,
    /// Not in place, unmet.
    Missing,
    /// Not applicable.
    NotApplicable,
    /// Not determined, unknown.
    Unknown,
}

/// Bars of parts, one bar a line.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What it shows.
    pub caption: String,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its parts, in order.
    pub segments: Vec<Segment>,
}

/// A part of a bar.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    /// What is counted.
    pub tone: Tone,
    /// How many.
    pub count: usize,
}

/// A wheel with one spoke for each thing measured; each spoke has an interval.
#[derive(Debug, Clone)]
pub struct Radar {
    /// What it shows.
    pub caption: String,
    /// Its spokes, in order.
    pub spokes: Vec<Spoke>,
}

/// A spoke of a wheel.
#[derive(Debug, Clone)]
pub struct Spoke {
    /// What it stands for.
    pub label: String,
    /// The interval from 0 to 1; none where nothing was measured, which is not the same as 0.
    pub interval: Option<(f64, f64)>,
}

/// Many verdicts at a glance: one sign in each cell, and beside it at most one letter.
#[derive(Debug, Clone)]
pub struct HeatMap {
    /// What it shows, and what the letters mean.
    pub caption: String,
    /// The titles of its columns, short enough to be written downwards.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<HeatRow>,
}

/// A row of a heat map.
#[derive(Debug, Clone)]
pub struct HeatRow {
    /// What it stands for.
    pub label: String,
    /// A tone and a letter for each column; empty where the row is a heading for the rows below.
    pub cells: Vec<(Tone, Option<char>)>,
}

/// One flat table for spreadsheets.
#[derive(Debug, Default, Clone)]
pub struct Sheet {
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Document {
    /// Adds a heading.
    pub fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.blocks.push(Block::Heading {
            level,
            text: text.into(),
            about: None,
        });
    }

    /// Adds a heading over a part that is about one requirement.
    pub fn heading_about(&mut self, level: usize, text: impl Into<String>, about: About) {
        self.blocks.push(Block::Heading {
            level,
            text: text.into(),
            about: Some(about),
        });
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds a list, unless it is empty.
    pub fn list(&mut self, items: Vec<Cell>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table.
    pub fn table(&mut self, columns: Vec<Column>, rows: Vec<Row>) {
        self.blocks.push(Block::Table(Table {
            caption: None,
            wide: false,
            brief: Vec::new(),
            columns,
            rows,
        }));
    }

    /// Adds a list of labels with a value each.
    pub fn facts(&mut self, facts: Vec<(&str, String)>) {
        let facts = facts.into_iter();
        self.blocks.push(Block::Facts(
            facts
                .map(|(label, value)| (label.to_owned(), Cell::plain(value)))
                .collect(),
        ));
    }
}
