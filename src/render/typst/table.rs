//! Tables: the room of each column, the head that every page repeats, and groups across all columns.

use std::io::{self, Write};

use super::cell;
use super::escape::{arguments, content, inline};
use crate::render::abreast::{Lanes, Line, lanes};
use crate::render::jumps::Jumps;
use crate::report::{Column, Row, Table};

/// A column that never wraps has at most so many characters; with more it gets a share like the others.
const NEVER_WRAPPED: usize = 22;

pub(super) fn write<'d>(
    table: &'d Table,
    jumps: &mut Jumps<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Some(lanes) = lanes(table) {
        return write_lanes(table, &lanes, jumps, out);
    }
    let places = 0..table.columns.len();
    let rooms: Vec<String> = places.map(|place| room(table, place)).collect();
    let figures = table.columns.iter().enumerate();
    let figures: Vec<String> = figures
        .filter(|(_, column)| column.figures)
        .map(|(place, _)| place.to_string())
        .collect();
    writeln!(out, "#data(")?;
    writeln!(out, "  columns: {},", array(&rooms))?;
    writeln!(out, "  figures: {},", array(&figures))?;
    let all = table.rows.iter().flat_map(|row| &row.cells);
    let whole = super::whole(all.map(|cell| cell.text.len()));
    writeln!(out, "  {whole},")?;
    if table.columns.len() > MANY_COLUMNS {
        writeln!(out, "  dense: true,")?;
    }
    if is_small(table) {
        writeln!(out, "  small: true,")?;
    }
    if let Some(caption) = &table.caption {
        writeln!(out, "  caption: {},", content(caption))?;
    }
    let titles: Vec<String> = table.columns.iter().map(title).collect();
    writeln!(out, "  {},", array(&titles))?;
    for row in &table.rows {
        let cells = cells(row, table.columns.len(), jumps);
        write!(out, "{}", arguments([cells.join(", ")]))?;
    }
    writeln!(out, ")")
}

/// Whether a table takes so little room that all of it stands on one page.
fn is_small(table: &Table) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let length: usize = cells.map(|cell| cell.text.chars().count()).sum();
    table.rows.len() <= SMALL_ROWS && length <= SMALL_TEXT
}

/// A small table has at most so many rows,
const SMALL_ROWS: usize = 8;
/// and at most so many characters.
const SMALL_TEXT: usize = 900;

/// Short rows side by side, of each only what is enough.
fn write_lanes<'d>(
    table: &'d Table,
    lanes: &Lanes<'d>,
    jumps: &mut Jumps<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let columns: Vec<&Column> = table
        .brief
        .iter()
        .filter_map(|place| table.columns.get(*place))
        .collect();
    let titles: Vec<String> = columns.iter().map(|column| title(column)).collect();
    let figures = columns.iter().enumerate();
    let figures: Vec<String> = figures
        .filter(|(_, column)| column.figures)
        .map(|(place, _)| place.to_string())
        .collect();
    writeln!(out, "#lanes(")?;
    let particulars = [
        format!("lanes: {}", lanes.count),
        format!("figures: {}", array(&figures)),
        array(&titles),
    ];
    write!(out, "{}", arguments(particulars))?;
    for line in &lanes.lines {
        let cells = match line {
            Line::Group(row) => cells(row, lanes.count * columns.len(), jumps),
            Line::Rows(rows) => {
                let side = rows.iter().map(|row| lane(row, &table.brief, jumps));
                let mut cells = side.collect::<Vec<_>>().concat();
                cells.resize(lanes.count * columns.len(), "blank".to_owned());
                cells
            }
        };
        write!(out, "{}", arguments([cells.join(", ")]))?;
    }
    writeln!(out, ")")
}

/// The cells of a row that stands beside others.
fn lane<'d>(row: &'d Row, brief: &[usize], jumps: &mut Jumps<'d>) -> Vec<String> {
    let mark = super::mark(row.about.as_ref(), jumps);
    let cells = brief.iter().filter_map(|place| row.cells.get(*place));
    let cells = cells.enumerate().map(|(place, one)| {
        let mark = if place == 0 { mark.as_str() } else { "" };
        format!("[{mark}{}]", cell(one, jumps))
    });
    cells.collect()
}

/// More columns than that are too narrow for their titles.
const MANY_COLUMNS: usize = 9;

fn title(column: &Column) -> String {
    content(&column.title)
}

/// A list in Typst's own words; a comma at its end keeps a list of one a list.
fn array(items: &[String]) -> String {
    let comma = if items.len() == 1 { "," } else { "" };
    format!("({}{comma})", items.join(", "))
}

/// How wide a column is: as its text where it never wraps, else in proportion to its share.
fn room(table: &Table, place: usize) -> String {
    let column = &table.columns[place];
    // Among many columns the first says what a row is about.
    let most = match (column.share, place) {
        (0, _) => NEVER_WRAPPED,
        (_, 0) if table.columns.len() > MANY_COLUMNS => 2 * NEVER_WRAPPED,
        (share, _) => return format!("{share}fr"),
    };
    let rows = table.rows.iter().filter(|row| !row.is_group);
    let lengths = rows.filter_map(|row| row.cells.get(place));
    let longest = lengths.map(|cell| cell.text.chars().count()).max();
    if longest.unwrap_or(0) <= most {
        "auto".to_owned()
    } else {
        "3fr".to_owned()
    }
}

fn cells<'d>(row: &'d Row, columns: usize, jumps: &mut Jumps<'d>) -> Vec<String> {
    let mark = super::mark(row.about.as_ref(), jumps);
    if row.is_group {
        let text = row.cells.first().map(|cell| inline(&cell.text));
        let text = text.unwrap_or_default();
        return vec![format!("group({columns})[{mark}{text}]")];
    }
    let cells = row.cells.iter().enumerate();
    let cells = cells.map(|(place, one)| {
        let text = cell(one, jumps);
        let mark = if place == 0 { mark.as_str() } else { "" };
        format!("[{mark}{text}]")
    });
    cells.collect()
}
