//! Tables on the screen: how wide each column is, and what comfy-table makes of it.

use std::io::{self, Write};

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};

use super::{BOLD, NO_BREAK, RESET, clean, fill};
use crate::report::{Cell, Row, Table, Tone};

/// Writes a table, or several below each other where it has more columns than a screen can hold.
pub(super) fn write_table(table: &Table, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let parts = parts(table, width);
    if parts.len() == 1 {
        return write_part(table, width, out);
    }
    for (number, columns) in parts.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        write_part(&part(table, columns), width, out)?;
    }
    Ok(())
}

/// Up to this many columns a table is narrowed, and not cut.
const MOST_COLUMNS: usize = 7;
/// What a column of a table that is cut may take at the most.
const ROOMY: usize = 20;

/// Which columns stand together; the first stands in every part.
fn parts(table: &Table, width: usize) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let wanted = |place: usize| {
        let most = if place == 0 { 2 * ROOMY } else { ROOMY };
        (widest(texts(table, place)) + PADDING).min(most) + 1
    };
    let total: usize = all.iter().map(|place| wanted(*place)).sum();
    if all.len() <= MOST_COLUMNS || total < width {
        return vec![all];
    }
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut room = 0;
    for place in all.into_iter().skip(1) {
        match parts.last_mut() {
            Some(part) if wanted(place) <= room => part.push(place),
            Some(_) | None => {
                parts.push(vec![0, place]);
                room = width.saturating_sub(wanted(0) + 1);
            }
        }
        room = room.saturating_sub(wanted(place));
    }
    parts
}

/// A table of some columns of another.
fn part(table: &Table, columns: &[usize]) -> Table {
    let rows = table.rows.iter().map(|row| {
        let mut row = row.clone();
        if !row.is_group {
            row.cells = columns
                .iter()
                .filter_map(|place| row.cells.get(*place).cloned())
                .collect();
        }
        row
    });
    Table {
        columns: columns
            .iter()
            .map(|place| table.columns[*place].clone())
            .collect(),
        rows: rows.collect(),
        caption: table.caption.clone(),
        wide: table.wide,
        brief: Vec::new(),
    }
}

fn write_part(table: &Table, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let widths = widths(table, width);
    let groups = table.rows.chunk_by(|_, next| !next.is_group);
    let mut header = true;
    for group in groups {
        if let Some(Row {
            cells,
            is_group: true,
            ..
        }) = group.first()
        {
            if header {
                print_table(&mut new_table(table, &widths, true), &widths, out)?;
                header = false;
            }
            for cell in cells {
                let text = fill(&clean(&cell.text), width, "", "");
                writeln!(out, "{BOLD}{text}{RESET}")?;
            }
        }
        let mut drawn = new_table(table, &widths, header);
        let mut rows = 0;
        for row in group {
            if !row.is_group {
                drawn.add_row(
                    row.cells
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
    let wraps = table.rows.iter().filter(|row| !row.is_group).any(|row| {
        let mut cells = row.cells.iter().zip(widths);
        cells.any(|(cell, width)| textwrap::core::display_width(&cell.text) + PADDING > *width)
    });
    let line = |fill: char| LineStyle::new(fill, fill, fill, fill);
    let style = TableStyle::new().header_separator(line('─'));
    if wraps {
        style.row_separator(line('┈'))
    } else {
        style
    }
}

/// What comfy-table leaves free at both sides of a cell.
const PADDING: usize = 2;

/// The width of each column with its padding: words stay whole as far as there is room for them.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    const WHOLE: [usize; 6] = [36, 24, 18, 14, 11, 6];
    let room = width.saturating_sub(table.columns.len() + 1);
    let natural: Vec<usize> = (0..table.columns.len())
        .map(|place| widest(texts(table, place)) + PADDING)
        .collect();
    if natural.iter().sum::<usize>() <= room {
        return natural;
    }
    let words: Vec<usize> = (0..table.columns.len())
        .map(|place| widest(texts(table, place).flat_map(|text| text.split(' '))))
        .collect();
    let mut widths = Vec::new();
    for longest in WHOLE {
        let least: Vec<usize> = words
            .iter()
            .map(|word| word.min(&longest) + PADDING)
            .collect();
        widths = widths_with(table, room, &natural, &least);
        if widths.iter().sum::<usize>() <= room {
            break;
        }
    }
    widths
}

/// The title and the cells of a column.
fn texts(table: &Table, place: usize) -> impl Iterator<Item = &str> {
    let rows = table.rows.iter().filter(|row| !row.is_group);
    let cells = rows.filter_map(move |row| Some(row.cells.get(place)?.text.as_str()));
    cells.chain([table.columns[place].title.as_str()])
}

fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(textwrap::core::display_width).max().unwrap_or(0)
}

/// What fits keeps its natural width, and the rest share what is left, none below its least.
fn widths_with(table: &Table, room: usize, natural: &[usize], least: &[usize]) -> Vec<usize> {
    let mut widths = natural.to_vec();
    // Columns with a share are narrowed until the table fits.
    // A column that never wraps gets a share after all if it would push the others off the screen.
    let share = |place: usize| match usize::from(table.columns[place].share) {
        0 if natural[place] > room / 2 => 3,
        share => share,
    };
    let mut open: Vec<usize> = (0..widths.len())
        .filter(|place| share(*place) > 0)
        .collect();
    loop {
        let fixed: usize = (0..widths.len())
            .filter(|place| !open.contains(place))
            .map(|place| widths[place])
            .sum();
        let room = room.saturating_sub(fixed);
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
