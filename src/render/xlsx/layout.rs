//! Where on a sheet each strip stands, how wide the columns are, and how high a merged row must be, which no program works out by itself.

use crate::report::book::{Chart, ChartKind, Grid, Strip, Worksheet};

/// A sheet with its places.
pub(super) struct Plan<'b> {
    /// The sheet.
    pub(super) sheet: &'b Worksheet,
    /// Each strip with its first row.
    pub(super) places: Vec<(u32, &'b Strip)>,
    /// The widths of the columns, in characters.
    pub(super) widths: Vec<u16>,
}

/// The height of a row of one line, in points.
pub(super) const LINE: f64 = 15.0;
/// No row may be higher, in points.
const HIGHEST: f64 = 400.0;
/// Text that goes across columns is not wider than this, in characters.
const READABLE: u32 = 120;
/// The height of a row, in pixels.
const ROW: usize = 20;

impl<'b> Plan<'b> {
    pub(super) fn new(sheet: &'b Worksheet) -> Self {
        let mut places = Vec::new();
        let mut row = 0;
        for strip in &sheet.strips {
            places.push((row, strip));
            row += rows_of(strip, sheet);
        }
        Self {
            sheet,
            places,
            widths: widths(sheet),
        }
    }

    /// Whether the sheet is one table and nothing else.
    pub(super) fn is_table(&self) -> bool {
        matches!(self.sheet.strips.as_slice(), [Strip::Grid(_)])
    }

    /// Whether the sheet is printed upright: charts alone, and text without charts, are higher than wide.
    pub(super) fn is_upright(&self) -> bool {
        let is_chart = |strip: &Strip| matches!(strip, Strip::Chart(_));
        let charts = self.sheet.strips.iter().filter(|strip| is_chart(strip));
        let charts = charts.count();
        charts == 0 || charts == self.sheet.strips.len()
    }

    /// The rows at which a page of charts ends: what is drawn for one instrument stays together.
    pub(super) fn page_breaks(&self) -> Vec<u32> {
        let is_chart = |strip: &Strip| matches!(strip, Strip::Chart(_));
        if !self.sheet.strips.iter().all(is_chart) {
            return Vec::new();
        }
        let pairs = self.places.iter().step_by(2).skip(1);
        pairs.map(|(row, _)| *row).collect()
    }

    /// The last table with the row of its head.
    pub(super) fn last_grid(&self) -> Option<(u32, &'b Grid)> {
        let places = self.places.iter().rev();
        places
            .filter_map(|(row, strip)| Some((*row, strip.as_grid()?)))
            .next()
    }

    /// The last column of text that begins in column `from`.
    pub(super) fn last_column_of_text(&self, from: u16) -> u16 {
        let mut width = 0;
        let mut last = from;
        for (column, wide) in (0..).zip(&self.widths) {
            width += u32::from(*wide);
            if column > from && width <= READABLE {
                last = column;
            }
        }
        last
    }

    /// The height in points of a row with that text across those columns.
    pub(super) fn height(&self, text: &str, first: u16, last: u16) -> f64 {
        let columns = usize::from(first)..=usize::from(last);
        let widths = self.widths.get(columns).unwrap_or_default();
        let room: u32 = widths.iter().map(|width| u32::from(*width)).sum();
        height_of_lines(lines_of(text, room))
    }
}

/// The height in points of a row of a table, each text in its column.
pub(super) fn height_of_row<'t>(cells: impl Iterator<Item = (&'t str, u16)>) -> f64 {
    let lines = cells.map(|(text, width)| lines_of(text, u32::from(width)));
    height_of_lines(lines.max().unwrap_or(1))
}

fn height_of_lines(lines: u32) -> f64 {
    (f64::from(lines) * LINE).min(HIGHEST)
}

/// How many lines a text takes in a column. Programs differ by a little, and a line too many is better than a line cut off.
fn lines_of(text: &str, room: u32) -> u32 {
    let room = room.max(4);
    let mut lines = 0;
    for paragraph in text.split('\n') {
        let mut used = 0;
        lines += 1;
        for word in paragraph.split(' ') {
            let width = width_of(word);
            if used > 0 && used + 1 + width > room {
                lines += 1;
                used = 0;
            }
            used += width + u32::from(used > 0);
            lines += used.saturating_sub(1) / room;
            used = used.min(room);
        }
    }
    lines
}

/// How wide a text is in characters of ordinary width; those of East Asia are twice as wide.
fn width_of(text: &str) -> u32 {
    let wide = |character: char| if character >= '\u{1100}' { 2 } else { 1 };
    text.chars().map(wide).sum()
}

fn rows_of(strip: &Strip, sheet: &Worksheet) -> u32 {
    let rows = match strip {
        Strip::Title(_) | Strip::Heading(_) | Strip::Text(_) => 2,
        Strip::Facts(facts) => facts.len() + 1,
        Strip::Grid(grid) if is_upright(grid) => grid.columns.len() + 1,
        Strip::Grid(grid) => grid.rows.len().max(1) + 2,
        Strip::Chart(chart) => {
            let grid = sheet.strips.iter().rev().find_map(Strip::as_grid);
            let all = grid.map_or(0, |grid| grid.rows.len());
            height_of(chart, all).div_ceil(ROW) + 1
        }
    };
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Whether a table is written as labels with a value each.
pub(super) fn is_upright(grid: &Grid) -> bool {
    grid.is_card && grid.rows.len() == 1
}

/// The height of a chart in pixels, where its table has `all` rows; more bars want more.
pub(super) fn height_of(chart: &Chart, all: usize) -> usize {
    match &chart.kind {
        ChartKind::Wheel { .. } => 420,
        ChartKind::Bars(_) => 130 + 40 * chart.rows.map_or(all, |(_, bars)| bars),
    }
}

/// A column is as wide as the widest table wants it; labels want some room too.
fn widths(sheet: &Worksheet) -> Vec<u16> {
    let mut widths: Vec<u16> = Vec::new();
    for strip in &sheet.strips {
        let wanted: Vec<u16> = match strip {
            Strip::Grid(grid) if is_upright(grid) => vec![24],
            Strip::Grid(grid) => grid.columns.iter().map(|column| column.width).collect(),
            Strip::Facts(_) => vec![24],
            Strip::Title(_) | Strip::Heading(_) | Strip::Text(_) | Strip::Chart(_) => Vec::new(),
        };
        for (column, width) in wanted.into_iter().enumerate() {
            match widths.get_mut(column) {
                Some(known) => *known = width.max(*known),
                None => widths.push(width),
            }
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_words_fall() {
        assert_eq!(lines_of("", 10), 1);
        assert_eq!(lines_of("one two three", 8), 2);
        assert_eq!(lines_of("one\n\ntwo", 8), 3);
        assert_eq!(lines_of(&"x".repeat(25), 10), 3);
        assert_eq!(lines_of("个人资料", 5), 2);
    }
}
