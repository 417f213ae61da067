//! How a report looks: one file per format, and one table of them all.

mod abreast;
mod csv;
mod direction;
mod docx;
mod gantt;
mod harmless;
mod heat;
mod html;
mod iati;
mod json;
mod jumps;
mod markdown;
mod palette;
mod terminal;
mod typst;
mod xlsx;

use std::io;

pub use docx::{Template, TemplateError};

use crate::report::{Part, Report, Tone};

/// What a format may know of the place where it is read, and of the house that sends it there.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'t> {
    /// The width of a line in columns.
    pub width: usize,
    /// The document whose look is taken over by the formats that can.
    pub template: Option<&'t Template>,
}

/// A way to write a report.
pub trait Format: Sync {
    /// Its name on the command line.
    fn name(&self) -> &'static str;

    /// The ending of its files, without a dot; none where it is only for screens.
    fn extension(&self) -> Option<&'static str>;

    /// What it is, in a few words.
    fn about(&self) -> &'static str;

    /// Whether it writes colours, which a stream may have to strip.
    fn has_colours(&self) -> bool {
        false
    }

    /// Whether it writes bytes that no terminal can show.
    fn is_binary(&self) -> bool {
        false
    }

    /// Whether it can take over the look of a house's own document.
    fn takes_template(&self) -> bool {
        false
    }

    /// The program that makes this format of what is written, where it is too much for us.
    fn made_by(&self) -> Option<&'static str> {
        None
    }

    /// The one command whose reports it can write; none where it writes all.
    fn only_of(&self) -> Option<&'static str> {
        None
    }

    /// The part of a report that it writes.
    fn reads(&self) -> Part {
        Part::Document
    }

    /// Writes the report.
    ///
    /// # Errors
    ///
    /// If the stream does.
    fn render(
        &self,
        report: &Report,
        screen: Screen<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()>;
}

/// All formats, the default first.
pub const FORMATS: &[&dyn Format] = &[
    &terminal::Terminal,
    &markdown::Markdown,
    &docx::Docx,
    &xlsx::Xlsx,
    &typst::Pdf,
    &typst::Typst,
    &html::Html,
    &csv::Csv,
    &json::Json,
    &iati::Iati,
];

/// The format of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

/// The format whose files end like that.
#[must_use]
pub fn by_extension(ending: &str) -> Option<&'static dyn Format> {
    let ending = ending.to_ascii_lowercase();
    FORMATS
        .iter()
        .copied()
        .find(|format| format.extension() == Some(ending.as_str()))
}

/// The tones that stand for verdicts, in the order of legends.
const VERDICTS: [Tone; 5] = [
    Tone::InPlace,
    Tone::Partly,
    Tone::Missing,
    Tone::NotApplicable,
    Tone::Unknown,
];

/// The words for a tone that stands for a verdict.
fn legend(tone: Tone) -> &'static str {
    match tone {
        Tone::InPlace => "in place",
        Tone::Partly => "partly in place",
        Tone::Missing => "not in place",
        Tone::NotApplicable => "not applicable",
        Tone::Unknown => "not determined",
        Tone::Plain | Tone::Strong | Tone::Faint => "",
    }
}

/// The name of what an item of a list is about, with its colon, and the rest of the item.
fn lead(item: &str) -> (&str, &str) {
    const LONGEST: usize = 60;
    let end = item.find(": ").map_or(0, |place| place + 1);
    item.split_at(if end <= LONGEST { end } else { 0 })
}

/// The interval of a spoke in words, rounded outwards.
fn interval(interval: Option<(f64, f64)>) -> String {
    match interval {
        None => "nothing measured".to_owned(),
        Some((low, high)) => {
            if high - low < 1e-9 {
                return format!("{:.0} %", low * 100.0);
            }
            let low = (low * 100.0 + 1e-9).floor();
            let high = (high * 100.0 - 1e-9).ceil();
            format!("{low:.0}–{high:.0} %")
        }
    }
}

/// The sign for a tone that stands for a verdict (design, section 7).
fn sign(tone: Tone) -> char {
    match tone {
        Tone::InPlace => '■',
        Tone::Partly => '◧',
        Tone::Missing => '□',
        Tone::NotApplicable => '–',
        Tone::Unknown => '?',
        Tone::Plain | Tone::Strong | Tone::Faint => ' ',
    }
}
