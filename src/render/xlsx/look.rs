//! How cells look: one format for each kind of cell, and the colours of verdicts, which stand beside the words and never alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::render::palette;
use crate::report::Tone;

/// The formats.
pub(super) struct Look {
    /// The title of the report.
    pub(super) title: Format,
    /// A heading on a sheet to read.
    pub(super) heading: Format,
    /// A label.
    pub(super) label: Format,
    /// The head of a column.
    pub(super) head: Format,
    /// The head of a column of figures, which stand at the right.
    pub(super) head_of_figures: Format,
    /// Cells of tables.
    pub(super) in_tables: Cells,
    /// Paragraphs, and values beside labels.
    pub(super) beside_labels: Cells,
}

/// The formats of cells by what they hold.
pub(super) struct Cells {
    /// Words.
    pub(super) text: Format,
    /// A number of things.
    pub(super) count: Format,
    /// A part of a whole.
    pub(super) share: Format,
    /// A day.
    pub(super) date: Format,
}

impl Cells {
    fn new(text: Format, figures: FormatAlign) -> Self {
        let number = text.clone().set_align(figures);
        // Room between a figure and the words in the next column.
        let number = if figures == FormatAlign::Right {
            number.set_indent(1)
        } else {
            number
        };
        Self {
            count: number.clone().set_num_format("0"),
            share: number.set_num_format("0.0%"),
            date: text
                .clone()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            text,
        }
    }
}

impl Look {
    pub(super) fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let text = top.clone().set_text_wrap();
        let ruled = text
            .clone()
            .set_border_bottom(FormatBorder::Hair)
            .set_border_bottom_color(colour(palette::LINE));
        let head = text
            .clone()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(colour(palette::HEAD));
        Self {
            title: top.clone().set_bold().set_font_size(16),
            heading: top
                .clone()
                .set_bold()
                .set_font_size(12)
                .set_font_color(colour(palette::HEAD)),
            label: top.set_bold(),
            head_of_figures: head.clone().set_align(FormatAlign::Right).set_indent(1),
            head,
            in_tables: Cells::new(ruled, FormatAlign::Right),
            beside_labels: Cells::new(text, FormatAlign::Left),
        }
    }

    /// What a cell looks like that holds the word of a verdict.
    pub(super) fn verdict(tone: Tone) -> Format {
        let format = Format::new().set_background_color(colour(palette::tint(tone)));
        match tone {
            Tone::Missing => format.set_bold(),
            Tone::Unknown => format.set_italic(),
            Tone::Plain
            | Tone::Strong
            | Tone::Faint
            | Tone::InPlace
            | Tone::Partly
            | Tone::NotApplicable => format,
        }
    }
}

pub(super) fn colour(digits: &str) -> Color {
    u32::from_str_radix(digits, 16).map_or(Color::Default, Color::RGB)
}
