//! A report for readers, as a sequence of blocks. It says what each thing is and never how it looks.

/// A report for readers.
#[derive(Debug, Default, Clone)]
pub struct Document {
    /// The title.
    pub title: String,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
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
    },
    /// A list; each item with its tone.
    List(Vec<Cell>),
    /// Labels with a value each.
    Facts(Vec<(String, Cell)>),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
}

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone)]
pub struct Table {
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
pub enum Row {
    /// A heading across all columns.
    Group(String),
    /// Cells.
    Cells(Vec<Cell>),
}

/// A text with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Its meaning.
    pub tone: Tone,
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
        }
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
        self.blocks.push(Block::Table(Table { columns, rows }));
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
