//! Heat maps: one field for each row and column, with its sign and letter, and the counts of each column in words.

use askama::Template;

use std::ops::Range;

use super::filter::class;
use super::text::{Words, shorten};
use crate::render::{heat, legend, sign};
use crate::report::{HeatMap, HeatRow};

/// A heat map, cut into panels of which each fits on a page.
#[derive(Debug, Template)]
#[template(path = "heat.html")]
pub(super) struct HeatView<'d> {
    caption: Words<'d>,
    panels: Vec<Panel>,
    legend: Vec<(&'static str, char, &'static str)>,
}

/// Some columns and rows.
#[derive(Debug)]
struct Panel {
    name: String,
    words: String,
    width: usize,
    height: usize,
    /// Where it is narrower than that, it is moved sideways.
    least: usize,
    titles: Vec<Title>,
    rows: Vec<RowView>,
}

#[derive(Debug)]
struct Title {
    text: String,
    x: usize,
    y: usize,
}

#[derive(Debug)]
struct RowView {
    label: String,
    top: usize,
    base: usize,
    cells: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    class: &'static str,
    x: usize,
    middle: usize,
    mark: String,
}

/// Columns beside each other, and rows below each other, on a page of A4.
const COLUMNS: usize = 24;
const ROWS: usize = 36;
/// The width of a column and the height of a row, in pixels.
const COLUMN: usize = 28;
const ROW: usize = 21;
/// The room at the right that a slanted title needs.
const MARGIN: usize = 90;
/// The width of a page, of which labels get what the columns leave: from so much to so much.
const PAGE: usize = 1000;
const LABELS: (usize, usize) = (330, 600);
/// How wide a letter is on average, in tenths of a pixel.
const LETTER: usize = 68;
/// Longer titles don't fit above.
const LONGEST_TITLE: usize = 20;

impl<'d> HeatView<'d> {
    pub(super) fn of(map: &'d HeatMap) -> Self {
        let columns = heat::parts(map, COLUMNS);
        let rows = heat::pages(&map.rows, ROWS);
        let panels = columns.iter().flat_map(|columns| {
            let rows = rows.iter();
            rows.map(|rows| panel(map, columns.clone(), &map.rows[rows.clone()]))
        });
        let tones = heat::tones(map).into_iter();
        Self {
            caption: Words(&map.caption),
            panels: panels.collect(),
            legend: tones
                .map(|tone| (class(tone), sign(tone), legend(tone)))
                .collect(),
        }
    }
}

fn panel(map: &HeatMap, columns: Range<usize>, rows: &[HeatRow]) -> Panel {
    let titles: Vec<String> = map.columns[columns.clone()]
        .iter()
        .map(|title| shorten(title, LONGEST_TITLE))
        .collect();
    let longest = titles.iter().map(|title| title.chars().count()).max();
    // A slanted title is about six pixels a letter high.
    let head = longest.unwrap_or(0) * 6 + 14;
    let fields = columns.len() * COLUMN;
    let labels = PAGE
        .saturating_sub(fields + MARGIN)
        .clamp(LABELS.0, LABELS.1);
    let title = |(place, text): (usize, String)| Title {
        text,
        x: labels + place * COLUMN + COLUMN / 2 + 4,
        y: head - 6,
    };
    let row = |(place, row): (usize, &HeatRow)| {
        let top = head + place * ROW;
        let cells = row.cells.get(columns.clone()).unwrap_or(&[]);
        let fields = cells.iter().enumerate().map(|(place, cell)| Field {
            class: class(cell.0),
            x: labels + place * COLUMN,
            middle: labels + place * COLUMN + COLUMN / 2 - 1,
            mark: heat::mark(*cell),
        });
        RowView {
            label: shorten(&row.label, labels * 10 / LETTER),
            top,
            base: top + 14,
            cells: fields.collect(),
        }
    };
    let width = labels + fields + MARGIN;
    Panel {
        name: format!("Columns {} to {}", columns.start + 1, columns.end),
        words: heat::in_words(map, rows, columns.clone()),
        width,
        height: head + rows.len() * ROW + 2,
        least: width * 3 / 4,
        titles: titles.into_iter().enumerate().map(title).collect(),
        rows: rows.iter().enumerate().map(row).collect(),
    }
}
