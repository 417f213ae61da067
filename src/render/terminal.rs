//! Tables and paragraphs for a terminal, in as many columns as there are. Colours are written always; the stream strips them where they don't belong.

use std::borrow::Cow;
use std::io::{self, Write};

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};

use super::{Format, Screen};
use crate::report::{Block, Cell, Picture, Report, Row, Table, Tone};

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
        Block::Heading { level: 1, text } => {
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
        Block::Quotation { words, source } => {
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
    }
}

fn write_facts(facts: &[(String, Cell)], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let widest = facts
        .iter()
        .map(|(label, _)| textwrap::core::display_width(label))
        .max()
        .unwrap_or(0);
    for (label, value) in facts {
        let gap = " ".repeat(widest - textwrap::core::display_width(label) + 2);
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

fn write_table(table: &Table, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let widths = widths(table, width);
    let groups = table.rows.chunk_by(|_, next| matches!(next, Row::Cells(_)));
    let mut header = true;
    for group in groups {
        if let Some(Row::Group(text)) = group.first() {
            if header {
                print_table(&mut new_table(table, &widths, true), &widths, out)?;
                header = false;
            }
            writeln!(out, "{BOLD}{}{RESET}", fill(&clean(text), width, "", ""))?;
        }
        let mut drawn = new_table(table, &widths, header);
        let mut rows = 0;
        for row in group {
            if let Row::Cells(cells) = row {
                drawn.add_row(
                    cells
                        .iter()
                        .zip(&table.columns)
                        .map(|(cell, column)| draw(cell, column.figures)),
                );
                rows += 1;
            }
        }
        if rows > 0 {
            print_table(&mut drawn, &widths, out)?;
            header = false;
        }
    }
    Ok(())
}

/// Prints a table without the blanks that fill its lines.
fn print_table(
    drawn: &mut comfy_table::Table,
    widths: &[usize],
    out: &mut dyn Write,
) -> io::Result<()> {
    // A table knows its columns only once it has a row.
    drawn.set_constraints(widths.iter().map(|width| {
        let width = u16::try_from(*width).unwrap_or(u16::MAX);
        ColumnConstraint::Absolute(Width::Fixed(width))
    }));
    for line in drawn.lines() {
        writeln!(out, "{}", line.replace(NO_BREAK, " ").trim_end())?;
    }
    Ok(())
}

fn new_table(table: &Table, widths: &[usize], header: bool) -> comfy_table::Table {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(style(table, widths)).enforce_styling();
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    if header {
        drawn.set_header(table.columns.iter().map(|column| {
            let cell = comfy_table::Cell::new(clean(&column.title));
            if column.figures {
                cell.set_alignment(CellAlignment::Right)
            } else {
                cell
            }
        }));
    }
    drawn
}

/// A line under the header, and between the rows where cells are wrapped.
fn style(table: &Table, widths: &[usize]) -> TableStyle {
    let wraps = table.rows.iter().any(|row| match row {
        Row::Group(_) => false,
        Row::Cells(cells) => cells
            .iter()
            .zip(widths)
            .any(|(cell, width)| textwrap::core::display_width(&cell.text) + PADDING > *width),
    });
    let line = |fill: char| LineStyle::new(fill, fill, fill, fill);
    let style = TableStyle::new().header_separator(line('─'));
    if wraps {
        style.row_separator(line('┈'))
    } else {
        style
    }
}

/// A space at which no line ends; on the screen it is one like any other.
const NO_BREAK: char = '\u{a0}';

/// What comfy-table leaves free at both sides of a cell.
const PADDING: usize = 2;

/// The width of each column with its padding: words stay whole as far as there is room for them.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    const WHOLE: [usize; 4] = [18, 14, 11, 6];
    let room = width.saturating_sub(table.columns.len() + 1);
    let mut widths = Vec::new();
    for longest in WHOLE {
        widths = widths_with(table, room, longest);
        if widths.iter().sum::<usize>() <= room {
            break;
        }
    }
    widths
}

/// What fits keeps its natural width, and the rest share what is left, none below its longest word up to `longest`.
fn widths_with(table: &Table, room: usize, longest: usize) -> Vec<usize> {
    let natural: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let cells = table.rows.iter().filter_map(|row| match row {
                Row::Cells(cells) => cells.get(place).map(|cell| clean(&cell.text)),
                Row::Group(_) => None,
            });
            let texts = cells.chain([clean(&column.title)]);
            let widest = texts.map(|text| textwrap::core::display_width(&text)).max();
            widest.unwrap_or(0) + PADDING
        })
        .collect();
    let least: Vec<usize> = (0..table.columns.len())
        .map(|place| longest_word(table, place).min(longest) + PADDING)
        .collect();
    let mut widths = natural.clone();
    // Columns with a share are narrowed until the table fits, never below their longest word.
    let mut open: Vec<usize> = (0..widths.len())
        .filter(|place| table.columns[*place].share > 0)
        .collect();
    loop {
        let fixed: usize = (0..widths.len())
            .filter(|place| !open.contains(place))
            .map(|place| widths[place])
            .sum();
        let room = room.saturating_sub(fixed);
        let share = |place: usize| usize::from(table.columns[place].share);
        let shares: usize = open.iter().map(|place| share(*place)).sum();
        if shares == 0 {
            return widths;
        }
        let portion = |place: usize| room * share(place) / shares;
        let bound = |place: usize| match portion(place) {
            portion if natural[place] <= portion => Some(natural[place]),
            portion if least[place] > portion => Some(least[place]),
            _ => None,
        };
        let bounded: Vec<(usize, usize)> = open
            .iter()
            .filter_map(|place| Some((*place, bound(*place)?)))
            .collect();
        if bounded.is_empty() {
            for place in &open {
                widths[*place] = portion(*place);
            }
            return widths;
        }
        for (place, bound) in &bounded {
            widths[*place] = *bound;
        }
        open.retain(|place| !bounded.iter().any(|(bounded, _)| bounded == place));
    }
}

/// The width of the longest word of a column.
fn longest_word(table: &Table, place: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => cells.get(place).map(|cell| cell.text.as_str()),
        Row::Group(_) => None,
    });
    let texts = cells.chain([table.columns[place].title.as_str()]);
    let words = texts.flat_map(|text| text.split(' '));
    let widest = words.map(textwrap::core::display_width).max();
    widest.unwrap_or(0)
}

fn draw(cell: &Cell, figures: bool) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(clean(&cell.text));
    let drawn = if figures {
        drawn.set_alignment(CellAlignment::Right)
    } else {
        drawn
    };
    match cell.tone {
        Tone::Plain | Tone::NotApplicable => drawn,
        Tone::Strong => drawn.add_attribute(Attribute::Bold),
        Tone::Faint => drawn.add_attribute(Attribute::Dim),
        Tone::InPlace => drawn.fg(Color::Green),
        Tone::Partly => drawn.fg(Color::Yellow),
        Tone::Missing => drawn.fg(Color::Red),
        Tone::Unknown => drawn.fg(Color::Blue),
    }
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
        let lines = textwrap::wrap(&bar.label, label_width);
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

fn fill(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest);
    textwrap::fill(text, options).replace(NO_BREAK, " ")
}

/// Text without control characters, which could move the cursor or change colours, and on one line.
fn clean(text: &str) -> Cow<'_, str> {
    let harmless = |character: char| {
        !character.is_control()
            && !is_direction(character)
            && (matches!(character, ' ' | NO_BREAK) || !character.is_whitespace())
    };
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|character| {
            if character.is_whitespace() {
                ' '
            } else {
                character
            }
        })
        .filter(|character| harmless(*character))
        .collect()
}

/// Whether a character turns the direction of the text around it.
fn is_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
