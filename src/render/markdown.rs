//! Markdown that GitHub renders and that pastes into a word processor.

use std::io::{self, Write};

use super::{Format, Screen};
use crate::report::{Block, Cell, HeatMap, Picture, Radar, Report, Table, Tone};

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
        writeln!(out, "# {}", inline(&report.document.title))?;
        for block in &report.document.blocks {
            writeln!(out)?;
            write_block(block, out)?;
        }
        Ok(())
    }
}

fn write_block(block: &Block, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading { level, text, .. } => {
            writeln!(out, "{} {}", "#".repeat((level + 1).min(6)), inline(text))
        }
        Block::Paragraph(text) => writeln!(out, "{}", inline(text)),
        Block::Notice(text) => writeln!(out, "> **Please note.** {}", inline(text)),
        Block::Quotation { words, source } => {
            for line in words.lines() {
                writeln!(out, "> {}", inline(line))?;
            }
            writeln!(out, ">\n> — {}", inline(source))
        }
        Block::List(items) => {
            for item in items {
                writeln!(out, "- {}", cell(item))?;
            }
            Ok(())
        }
        Block::Facts(facts) => {
            for (label, value) in facts {
                writeln!(out, "- **{}**: {}", inline(label), cell(value))?;
            }
            Ok(())
        }
        Block::Table(table) => write_table(table, out),
        Block::Picture(picture) => write_picture(picture, out),
        Block::Radar(radar) => write_radar(radar, out),
        Block::HeatMap(map) => write_heat_map(map, out),
    }
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let titles: Vec<String> = table
        .columns
        .iter()
        .map(|column| inline(&column.title))
        .collect();
    writeln!(out, "| {} |", titles.join(" | "))?;
    let rules: Vec<&str> = table
        .columns
        .iter()
        .map(|column| if column.figures { "--:" } else { "---" })
        .collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in &table.rows {
        let mut cells: Vec<String> = row.cells.iter().map(cell).collect();
        if row.is_group {
            cells = cells.iter().map(|text| format!("**{text}**")).collect();
            cells.resize(table.columns.len(), String::new());
        }
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// A picture in words: the counts of each bar.
fn write_picture(picture: &Picture, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}:\n", inline(&picture.caption))?;
    for bar in &picture.bars {
        let parts: Vec<String> = bar
            .segments
            .iter()
            .filter(|segment| segment.count > 0)
            .map(|segment| format!("{} {}", segment.count, super::legend(segment.tone)))
            .collect();
        writeln!(out, "- {}: {}", inline(&bar.label), parts.join(", "))?;
    }
    Ok(())
}

/// A wheel in words: the interval of each spoke.
fn write_radar(radar: &Radar, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}:\n", inline(&radar.caption))?;
    for spoke in &radar.spokes {
        writeln!(
            out,
            "- {}: {}",
            inline(&spoke.label),
            super::interval(spoke.interval)
        )?;
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

fn cell(cell: &Cell) -> String {
    let text = inline(&cell.text);
    match cell.tone {
        Tone::Strong if !text.is_empty() => format!("**{text}**"),
        Tone::Plain
        | Tone::Strong
        | Tone::Faint
        | Tone::InPlace
        | Tone::Partly
        | Tone::Missing
        | Tone::NotApplicable
        | Tone::Unknown => text,
    }
}

/// Text in which nothing is read as Markdown or HTML by mistake, on one line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => out.push(' '),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' | '~' => {
                out.push('\\');
                out.push(character);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}
