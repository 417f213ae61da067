//! How the room is shared among columns: so that a page of the report has the fewest lines, and alike in all tables with the same columns.

use std::collections::BTreeMap;

use crate::report::{Block, Document, Table};

use super::text::LONG;

/// For each kind of table, which its titles tell, the room of each column in hundredths.
#[derive(Debug, Default)]
pub(super) struct Widths<'d>(BTreeMap<Vec<&'d str>, Vec<usize>>);

/// About as many characters as stand on a line of a printed page, the gaps between columns counted too.
const ROOM: usize = 106;
/// The same on a page turned sideways.
const TURNED: usize = 160;
/// A text of more lines than this is a tower.
const TOWER: usize = 5;
/// Titles of more columns than this are turned.
const MANY: usize = 9;
/// What one column takes for the gap beside it.
const GAP: usize = 2;
/// What is given from one column to another at a time.
const STEP: usize = 2;

impl<'d> Widths<'d> {
    /// The widths for all tables of a document.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut kinds: BTreeMap<Vec<&str>, Vec<&Table>> = BTreeMap::new();
        for block in &document.blocks {
            if let Block::Table(table) = block {
                kinds.entry(titles(table)).or_default().push(table);
            }
        }
        let shared = kinds.into_iter().map(|(titles, tables)| {
            let widths = share_out(&tables);
            (titles, widths)
        });
        Self(shared.collect())
    }

    /// The widths of the columns of this table.
    pub(super) fn of_table(&self, table: &'d Table) -> &[usize] {
        self.0.get(&titles(table)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a table needs a page turned sideways: it wants one, and on an upright one most of its lines would be broken.
pub(super) fn is_turned(table: &Table) -> bool {
    let longest = |place| texts(table, place).map(length).max().unwrap_or(0) + GAP;
    let all: usize = (0..table.columns.len()).map(longest).sum();
    table.wide && all > ROOM * 3 / 2
}

/// Whether a table has so many columns that their titles are turned.
pub(super) fn is_crowded(table: &Table) -> bool {
    table.columns.len() > MANY
}

fn titles(table: &Table) -> Vec<&str> {
    table
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect()
}

/// Whether a column never wraps: it must not, and all its cells are short enough.
pub(super) fn stays_whole(table: &Table, place: usize) -> bool {
    table.columns[place].share == 0 && texts(table, place).all(|text| text.chars().count() <= LONG)
}

/// The title and the cells of a column.
fn texts(table: &Table, place: usize) -> impl Iterator<Item = &str> {
    let rows = table.rows.iter().filter(|row| !row.is_group);
    let cells = rows.filter_map(move |row| Some(row.cells.get(place)?.text.as_str()));
    cells.chain([table.columns[place].title.as_str()])
}

/// The widths in hundredths for tables of one kind.
fn share_out(tables: &[&Table]) -> Vec<usize> {
    let Some(first) = tables.first() else {
        return Vec::new();
    };
    let columns = 0..first.columns.len();
    let whole: Vec<bool> = columns
        .clone()
        .map(|place| tables.iter().all(|table| stays_whole(table, place)))
        .collect();
    let least: Vec<usize> = columns
        .clone()
        .map(|place| {
            let cells = tables.iter().flat_map(|table| texts(table, place));
            let of = if whole[place] { length } else { longest_word };
            let title = length(&first.columns[place].title);
            cells.map(of).max().unwrap_or(0).max(title).min(LONG) + GAP
        })
        .collect();
    let fixed: usize = columns
        .clone()
        .filter(|place| whole[*place])
        .map(|place| least[place])
        .sum();
    let shares: usize = first
        .columns
        .iter()
        .map(|column| usize::from(column.share))
        .sum();
    let page = if is_turned(first) { TURNED } else { ROOM };
    let room = page.saturating_sub(fixed);
    let portion = |place: usize| room * usize::from(first.columns[place].share) / shares.max(1);
    let widths = columns
        .clone()
        .map(|place| least[place].max(if whole[place] { 0 } else { portion(place) }));
    // A column whose texts are short but for a few may give room, unless those few would become towers.
    let least: Vec<usize> = columns
        .map(|place| {
            let mut cells: Vec<usize> = tables
                .iter()
                .flat_map(|table| texts(table, place))
                .map(length)
                .collect();
            cells.sort_unstable();
            let longest = cells.last().copied().unwrap_or(0);
            let common = cells[cells.len() * 19 / 20].max(longest / TOWER) + GAP;
            least[place].max((portion(place) * 9 / 10).min(common))
        })
        .collect();
    let lengths: Vec<Vec<usize>> = tables.iter().flat_map(|table| lengths(table)).collect();
    let widths = improve(widths.collect(), &least, &whole, &lengths);
    // A column that never wraps takes what it needs, and what is left is shared out in full.
    let all: usize = widths
        .iter()
        .zip(&whole)
        .filter(|(_, whole)| !**whole)
        .map(|(width, _)| *width)
        .sum();
    let shared = widths.iter().zip(&whole);
    shared
        .map(|(width, whole)| if *whole { 0 } else { width * 100 / all.max(1) })
        .collect()
}

/// Moves room from one column to another as long as that saves lines.
fn improve(
    mut widths: Vec<usize>,
    least: &[usize],
    whole: &[bool],
    lengths: &[Vec<usize>],
) -> Vec<usize> {
    let open: Vec<usize> = (0..widths.len()).filter(|place| !whole[*place]).collect();
    let mut best = lines(&widths, lengths);
    for _ in 0..ROOM / STEP {
        let mut better = None;
        for from in open
            .iter()
            .copied()
            .filter(|from| widths[*from] >= least[*from] + STEP)
        {
            for to in open.iter().copied().filter(|to| *to != from) {
                let mut moved = widths.clone();
                moved[from] -= STEP;
                moved[to] += STEP;
                let cost = lines(&moved, lengths);
                if cost < best {
                    best = cost;
                    better = Some(moved);
                }
            }
        }
        match better {
            Some(moved) => widths = moved,
            None => break,
        }
    }
    widths
}

/// The lines that rows take together, in hundredths; how full the fullest cells are decides between equals.
fn lines(widths: &[usize], lengths: &[Vec<usize>]) -> usize {
    let rows = lengths.iter().map(|row| {
        let full = row.iter().zip(widths).map(|(length, width)| {
            // Lines end with words, and so are never quite full.
            length * 107 / width.saturating_sub(GAP).max(1)
        });
        let full = full.max().unwrap_or(0);
        full.div_ceil(100).max(1) * 100 + full / 10
    });
    rows.sum()
}

/// The lengths of the cells of each row.
fn lengths(table: &Table) -> Vec<Vec<usize>> {
    let rows = table.rows.iter().filter(|row| !row.is_group);
    rows.map(|row| row.cells.iter().map(|cell| length(&cell.text)).collect())
        .collect()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(length).max().unwrap_or(0)
}
