//! Markdown that GitHub renders and that pastes into a word processor from there.

use std::io::{self, Write};

use super::harmless::{NO_BREAK, one_line};
use super::jumps::Jumps;
use super::{Format, Screen};
use crate::report::{Block, Cell, HeatMap, Picture, Radar, Report, Row, Table, Tone};

pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("md")
    }

    fn about(&self) -> &'static str {
        "for GitHub and for pasting"
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn Write) -> io::Result<()> {
        let mut jumps = Jumps::new(&report.document);
        writeln!(out, "# {}", inline(&report.document.title))?;
        for block in &report.document.blocks {
            writeln!(out)?;
            write_block(block, &mut jumps, out)?;
        }
        Ok(())
    }
}

fn write_block<'d>(block: &'d Block, jumps: &mut Jumps<'d>, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading { level, text, about } => {
            let hashes = "#".repeat((level + 1).min(6));
            let mark = mark(jumps.mark(about.as_ref()));
            writeln!(out, "{hashes} {mark}{}", inline(text))
        }
        Block::Paragraph(text) => writeln!(out, "{}", inline(text)),
        Block::Notice(text) => writeln!(out, "> **Please note.** {}", inline(text)),
        Block::Quotation { words, source, .. } => {
            for line in words.lines() {
                writeln!(out, "> {}", inline(line))?;
            }
            writeln!(out, ">\n> — {}", inline(source))
        }
        Block::List(items) => {
            for item in items {
                writeln!(out, "- {}", cell(item, jumps))?;
            }
            Ok(())
        }
        Block::Facts(facts) => {
            for (label, value) in facts {
                writeln!(out, "- **{}**: {}", inline(label), cell(value, jumps))?;
            }
            Ok(())
        }
        Block::Table(table) => write_table(table, jumps, out),
        Block::Picture(picture) => write_picture(picture, out),
        Block::Radar(radar) => write_radar(radar, out),
        Block::HeatMap(map) => write_heat_map(map, out),
    }
}

/// A place to jump to; GitHub keeps it, and a word processor makes a bookmark of it.
fn mark(name: Option<&str>) -> String {
    match name.filter(|name| is_plain(name)) {
        Some(name) => format!("<a id=\"{name}\"></a>"),
        None => String::new(),
    }
}

/// Whether a name may stand in an address as it is.
fn is_plain(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.'))
}

fn write_table<'d>(table: &'d Table, jumps: &mut Jumps<'d>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(caption) = &table.caption {
        writeln!(out, "**{}**\n", inline(caption))?;
    }
    let columns = table.columns.iter();
    let titles: Vec<String> = columns
        .clone()
        .map(|column| inline(&column.title))
        .collect();
    writeln!(out, "| {} |", titles.join(" | "))?;
    let rules = columns.map(|column| if column.figures { "--:" } else { "---" });
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    for row in &table.rows {
        let mark = mark(jumps.mark(row.about.as_ref()));
        let mut cells = if row.is_group {
            group(row, table)
        } else {
            cells(row, table, jumps)
        };
        if let Some(first) = cells.first_mut() {
            first.insert_str(0, &mark);
        }
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn cells(row: &Row, table: &Table, jumps: &Jumps<'_>) -> Vec<String> {
    let cells = row.cells.iter().zip(&table.columns);
    cells
        .map(|(one, column)| {
            let text = inline(&one.text);
            let is_kept = column.share == 0 && one.text.chars().count() <= NEVER_WRAPPED;
            // The sign of a verdict stays with its word, as an article's number stays with `Art.`.
            let kept = if is_kept {
                usize::MAX
            } else {
                usize::from(is_verdict(one.tone))
            };
            let text = text.replacen(' ', &NO_BREAK.to_string(), kept);
            dress(text, one, jumps)
        })
        .collect()
}

fn is_verdict(tone: Tone) -> bool {
    !super::legend(tone).is_empty()
}

/// A cell of a column that never wraps keeps to one line, unless it has more characters than this.
const NEVER_WRAPPED: usize = 24;

/// A heading across all columns, which a Markdown table can't have: it stands in the first column that has room.
fn group(row: &Row, table: &Table) -> Vec<String> {
    let place = table.columns.iter().position(|column| column.share > 0);
    let mut cells = vec![String::new(); table.columns.len()];
    if let (Some(cell), Some(words)) = (cells.get_mut(place.unwrap_or(0)), row.cells.first()) {
        *cell = format!("**{}**", inline(&words.text));
    }
    cells
}

/// A picture as a table: one row a bar, one column for each thing counted.
fn write_picture(picture: &Picture, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**{}**\n", inline(&picture.caption))?;
    let parts = || picture.bars.iter().flat_map(|bar| &bar.segments);
    let mut tones: Vec<Tone> = Vec::new();
    for part in parts() {
        if !tones.contains(&part.tone) {
            tones.push(part.tone);
        }
    }
    tones.retain(|tone| parts().any(|part| part.tone == *tone && part.count > 0));
    let head = tones
        .iter()
        .map(|tone| format!(" {} {} |", super::sign(*tone), super::legend(*tone)));
    writeln!(out, "| |{}", head.collect::<String>())?;
    writeln!(out, "| --- |{}", " --: |".repeat(tones.len()))?;
    for bar in &picture.bars {
        let counts = tones.iter().map(|tone| {
            let parts = bar.segments.iter().filter(|part| part.tone == *tone);
            format!(" {} |", parts.map(|part| part.count).sum::<usize>())
        });
        writeln!(
            out,
            "| {} |{}",
            inline(&bar.label),
            counts.collect::<String>()
        )?;
    }
    Ok(())
}

/// A wheel in words: the interval of each spoke.
fn write_radar(radar: &Radar, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**{}**\n", inline(&radar.caption))?;
    for spoke in &radar.spokes {
        let interval = super::interval(spoke.interval);
        writeln!(out, "- {}: {interval}", inline(&spoke.label))?;
    }
    Ok(())
}

/// A heat map as a table of signs.
fn write_heat_map(map: &HeatMap, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n", inline(&map.caption))?;
    let titles: Vec<String> = map.columns.iter().map(|title| inline(title)).collect();
    writeln!(out, "| | {} |", titles.join(" | "))?;
    writeln!(out, "| --- |{}", " :-: |".repeat(titles.len()))?;
    for row in &map.rows {
        let label = inline(&row.label);
        if row.cells.is_empty() {
            writeln!(out, "| **{label}** |{}", " |".repeat(titles.len()))?;
            continue;
        }
        let mut line = format!("| {label} |");
        for (tone, letter) in &row.cells {
            line.push(' ');
            line.push(super::sign(*tone));
            line.extend(letter);
            line.push_str(" |");
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn cell(cell: &Cell, jumps: &Jumps<'_>) -> String {
    dress(inline(&cell.text), cell, jumps)
}

/// The text of a cell with its weight, and with the place that it points to.
fn dress(mut text: String, cell: &Cell, jumps: &Jumps<'_>) -> String {
    if cell.tone == Tone::Strong && !text.is_empty() {
        text = format!("**{text}**");
    }
    match jumps.target(cell).filter(|target| is_plain(target)) {
        Some(target) => format!("[{text}](#{target})"),
        None => text,
    }
}

/// Text in which nothing is read as Markdown or HTML by mistake, on one line.
fn inline(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let text = text.trim();
    // At the head of a line a number or a dash begins a list, and equals signs make a heading of the line above.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = text[digits..].chars().next();
    let is_list = match begins {
        Some('.' | ')') => digits > 0,
        Some('-' | '+' | '=') => digits == 0,
        Some(_) | None => false,
    };
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            out.push(' ');
        }
        match address(word) {
            Some((address, rest)) => {
                out.extend(["<", address, ">"]);
                escape(rest, None, &mut out);
            }
            None => escape(word, (place == 0 && is_list).then_some(digits), &mut out),
        }
    }
    out
}

/// A word that is an address, without the punctuation behind it. Escapes within an address would become part of it.
fn address(word: &str) -> Option<(&str, &str)> {
    let end = word.trim_end_matches(['.', ',', ';', ':', ')']).len();
    let (address, rest) = word.split_at(end);
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<>|\"`\\".contains(&byte);
    (is_address && address.bytes().all(is_plain)).then_some((address, rest))
}

/// Adds a word with its special characters made plain, and with the one at `head`, if it is there.
fn escape(word: &str, head: Option<usize>, out: &mut String) {
    for (place, character) in word.char_indices() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' | '~' | '$' => {
                out.push('\\');
                out.push(character);
            }
            other => {
                if head == Some(place) {
                    out.push('\\');
                }
                out.push(other);
            }
        }
    }
}
