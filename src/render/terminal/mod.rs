//! Tables and paragraphs for a terminal, in as many columns as there are. Colours are written always; the stream strips them where they don't belong.

mod heat_map;
mod table;

use std::io::{self, Write};

use self::heat_map::write_heat_map;
use self::table::write_table;
use super::harmless::{NO_BREAK, one_line as clean, shortened};
use super::{Format, Screen};
use crate::report::{Block, Cell, Picture, Radar, Report, Tone};

pub(super) struct Terminal;

/// No line is longer than this, however wide the screen: long lines are hard to read.
const WIDEST: usize = 160;
/// Paragraphs stay narrower than tables.
const WIDEST_TEXT: usize = 100;
/// Below this nothing can be laid out.
const NARROWEST: usize = 40;

const BOLD: &str = "\u{1b}[1m";
const FAINT: &str = "\u{1b}[2m";
const RESET: &str = "\u{1b}[0m";

impl Format for Terminal {
    fn name(&self) -> &'static str {
        "terminal"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("txt")
    }

    fn about(&self) -> &'static str {
        "tables for the screen"
    }

    fn has_colours(&self) -> bool {
        true
    }

    fn render(&self, report: &Report, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let width = screen.width.clamp(NARROWEST, WIDEST);
        let title = clean(&report.document.title);
        writeln!(out, "{BOLD}{}{RESET}", fill(&title, width, "", ""))?;
        writeln!(
            out,
            "{}",
            "═".repeat(textwrap::core::display_width(&title).min(width))
        )?;
        for block in &report.document.blocks {
            write_block(block, width, out)?;
        }
        Ok(())
    }
}

fn write_block(block: &Block, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let text_width = width.min(WIDEST_TEXT);
    writeln!(out)?;
    match block {
        Block::Heading { level: 1, text, .. } => {
            let text = clean(text);
            writeln!(out, "\n{BOLD}{}{RESET}", fill(&text, width, "", ""))?;
            writeln!(
                out,
                "{}",
                "─".repeat(textwrap::core::display_width(&text).min(width))
            )
        }
        Block::Heading { text, .. } => {
            writeln!(out, "{BOLD}{}{RESET}", fill(&clean(text), width, "", ""))
        }
        Block::Paragraph(text) => writeln!(out, "{}", fill(&clean(text), text_width, "", "")),
        Block::Notice(text) => writeln!(out, "{}", fill(&clean(text), text_width, "│ ", "│ ")),
        Block::Quotation { words, source, .. } => {
            let words = format!("{}”", clean(words));
            writeln!(out, "{}", fill(&words, text_width, "  “", "   "))?;
            let source = fill(&clean(source), text_width, "   – ", "     ");
            writeln!(out, "{FAINT}{source}{RESET}")
        }
        Block::List(items) => {
            for item in items {
                writeln!(
                    out,
                    "{}",
                    toned(item, &fill(&clean(&item.text), text_width, "• ", "  "))
                )?;
            }
            Ok(())
        }
        Block::Facts(facts) => write_facts(facts, text_width, out),
        Block::Table(table) => write_table(table, width, out),
        Block::Picture(picture) => write_picture(picture, width, out),
        Block::Radar(radar) => write_radar(radar, width, out),
        Block::HeatMap(map) => write_heat_map(map, width, out),
    }
}

fn write_facts(facts: &[(String, Cell)], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let facts = facts
        .iter()
        .map(|(label, value)| (shortened(label, width / 2), value));
    let widest = facts
        .clone()
        .map(|(label, _)| textwrap::core::display_width(&label))
        .max()
        .unwrap_or(0);
    for (label, value) in facts {
        let gap = " ".repeat(widest - textwrap::core::display_width(&label) + 2);
        let indent = " ".repeat(widest + 2);
        let text = fill(&clean(&value.text), width, &indent, &indent);
        writeln!(
            out,
            "{FAINT}{label}{RESET}{gap}{}",
            toned(value, text.trim_start())
        )?;
    }
    Ok(())
}

fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::NotApplicable => "",
        Tone::Strong => BOLD,
        Tone::Faint => FAINT,
        Tone::InPlace => "\u{1b}[32m",
        Tone::Partly => "\u{1b}[33m",
        Tone::Missing => "\u{1b}[31m",
        Tone::Unknown => "\u{1b}[34m",
    }
}

fn toned(cell: &Cell, text: &str) -> String {
    match colour(cell.tone) {
        "" => text.to_owned(),
        colour => format!("{colour}{text}{RESET}"),
    }
}

/// One sign for each thing counted, or for several where there is no room.
fn write_picture(picture: &Picture, width: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", clean(&picture.caption))?;
    let label_width = (width / 2).min(44);
    let most = picture
        .bars
        .iter()
        .map(|bar| {
            bar.segments
                .iter()
                .map(|segment| segment.count)
                .sum::<usize>()
        })
        .max()
        .unwrap_or(0);
    let room = width.saturating_sub(label_width + 6).max(1);
    let each = most.div_ceil(room).max(1);
    for bar in &picture.bars {
        let label = clean(&bar.label);
        let lines = textwrap::wrap(&label, label_width);
        for line in lines.iter().take(lines.len().saturating_sub(1)) {
            writeln!(out, "  {line}")?;
        }
        let last = lines.last().map_or("", |line| line.as_ref());
        let gap = " ".repeat(label_width.saturating_sub(textwrap::core::display_width(last)) + 2);
        write!(out, "  {last}{gap}")?;
        for segment in bar.segments.iter().filter(|segment| segment.count > 0) {
            let signs: String =
                std::iter::repeat_n(super::sign(segment.tone), segment.count.div_ceil(each))
                    .collect();
            write!(out, "{}{signs}{RESET}", colour(segment.tone))?;
        }
        writeln!(out)?;
    }
    let unit = if each > 1 {
        format!("one sign stands for {each}; ")
    } else {
        String::new()
    };
    let legend =
        format!("{unit}■ in place  ◧ partly  □ not in place  – not applicable  ? not determined");
    writeln!(out, "{FAINT}{}{RESET}", fill(&legend, width, "  ", "  "))
}

/// A wheel unrolled: on each line what is certain, what is possible, and the rest.
fn write_radar(radar: &Radar, width: usize, out: &mut dyn Write) -> io::Result<()> {
    const LENGTH: usize = 25;
    writeln!(out, "{}", clean(&radar.caption))?;
    let labels = radar
        .spokes
        .iter()
        .map(|spoke| textwrap::core::display_width(&spoke.label));
    let label_width = labels.max().unwrap_or(0).min(width / 3);
    for spoke in &radar.spokes {
        let gap =
            " ".repeat(label_width.saturating_sub(textwrap::core::display_width(&spoke.label)) + 2);
        let line = match spoke.interval {
            None => " ".repeat(LENGTH),
            Some((low, high)) => {
                let places = |share: f64| {
                    (1..=LENGTH)
                        .filter(|place| as_share(*place, LENGTH) <= share + 1e-9)
                        .count()
                };
                let (certain, possible) = (places(low), places(high));
                format!(
                    "{}{}{}",
                    "█".repeat(certain),
                    "░".repeat(possible - certain),
                    "·".repeat(LENGTH - possible)
                )
            }
        };
        writeln!(
            out,
            "  {}{gap}{line}  {}",
            clean(&spoke.label),
            super::interval(spoke.interval)
        )?;
    }
    writeln!(out, "{FAINT}  █ certain  ░ not determined{RESET}")
}

#[expect(clippy::cast_precision_loss, reason = "a line has few places")]
fn as_share(place: usize, of: usize) -> f64 {
    place as f64 / of as f64
}

fn fill(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest);
    textwrap::fill(text, options).replace(NO_BREAK, " ")
}
