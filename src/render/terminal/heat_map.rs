//! Heat maps on the screen: one sign a cell, the titles of the columns written downwards, and as many columns beside each other as there is room for.

use std::io::{self, Write};

use super::{BOLD, FAINT, RESET, clean, colour, fill};
use crate::report::{HeatMap, HeatRow, Tone};

/// A sign, its letter, and a blank.
const CELL: usize = 3;
/// What labels may take of a line at the most.
const WIDEST_LABEL: usize = 48;

pub(super) fn write_heat_map(map: &HeatMap, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let caption = fill(&clean(&map.caption), width.min(super::WIDEST_TEXT), "", "");
    writeln!(out, "{FAINT}{caption}{RESET}")?;
    let longest = map
        .rows
        .iter()
        .map(|row| textwrap::core::display_width(&row.label))
        .max();
    let labels = longest
        .unwrap_or(0)
        .min((width / 2).min(WIDEST_LABEL))
        .max(1);
    let at_once = (width.saturating_sub(labels + 2) / CELL).max(1);
    let mut begin = 0;
    while begin < map.columns.len() {
        let end = (begin + at_once).min(map.columns.len());
        if begin > 0 {
            writeln!(out)?;
        }
        write_titles(&map.columns[begin..end], labels, out)?;
        for row in &map.rows {
            write_row(row, begin..end, labels, width, out)?;
        }
        begin = end;
    }
    Ok(())
}

/// The titles of the columns, from the top down and ending on the same line.
fn write_titles(titles: &[String], labels: usize, out: &mut dyn Write) -> io::Result<()> {
    let titles: Vec<Vec<char>> = titles
        .iter()
        .map(|title| clean(title).chars().collect())
        .collect();
    let height = titles.iter().map(Vec::len).max().unwrap_or(0);
    for level in 0..height {
        let mut line = " ".repeat(labels + 2);
        for title in &titles {
            let place = (level + title.len()).checked_sub(height);
            let letter = place.and_then(|place| title.get(place)).unwrap_or(&' ');
            line.push(*letter);
            line.push_str("  ");
        }
        writeln!(out, "{FAINT}{}{RESET}", line.trim_end())?;
    }
    Ok(())
}

fn write_row(
    row: &HeatRow,
    columns: std::ops::Range<usize>,
    labels: usize,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let label = clean(&row.label);
    if row.cells.is_empty() {
        return writeln!(out, "{BOLD}{}{RESET}", fill(&label, width, "", ""));
    }
    let lines = textwrap::wrap(
        &label,
        textwrap::Options::new(labels).subsequent_indent("  "),
    );
    let (last, before) = match lines.split_last() {
        Some((last, before)) => (last.as_ref(), before),
        None => ("", [].as_slice()),
    };
    for line in before {
        writeln!(out, "{}", line.replace(super::NO_BREAK, " "))?;
    }
    let gap = " ".repeat(labels.saturating_sub(textwrap::core::display_width(last)) + 2);
    let mut line = format!("{}{gap}", last.replace(super::NO_BREAK, " "));
    for (tone, letter) in &row.cells[columns] {
        line.push_str(&painted(*tone));
        line.push(letter.unwrap_or(' '));
        line.push(' ');
    }
    writeln!(out, "{}", line.trim_end())
}

fn painted(tone: Tone) -> String {
    let sign = crate::render::sign(tone);
    match colour(tone) {
        "" => sign.to_string(),
        colour => format!("{colour}{sign}{RESET}"),
    }
}
