//! What stands side by side on paper: facts and the words on them, and short rows of a long table.

use crate::report::{Block, Row, Table};

/// A table whose rows stand side by side.
pub(super) struct Lanes<'t> {
    /// How many stand side by side.
    pub(super) count: usize,
    /// Its lines.
    pub(super) lines: Vec<Line<'t>>,
}

/// A line of a table whose rows stand side by side.
pub(super) enum Line<'t> {
    /// A heading across all.
    Group(&'t Row),
    /// Up to as many rows as there are lanes, which are read from the top to the bottom, lane by lane.
    Rows(Vec<&'t Row>),
}

/// How many characters stand side by side on an upright page, in small letters.
const ROOM: usize = 132;
/// More lanes are hard to read.
const MOST: usize = 3;

/// How many rows stand side by side, so that each has one line.
pub(super) fn count(table: &Table) -> usize {
    let widths = table.brief.iter().map(|place| longest(table, *place));
    (ROOM / widths.sum::<usize>().max(1)).clamp(1, MOST)
}

/// How many characters the longest text of a column has.
pub(super) fn longest(table: &Table, place: usize) -> usize {
    let rows = table.rows.iter().filter(|row| !row.is_group);
    let cells = rows.filter_map(|row| row.cells.get(place));
    let lengths = cells.map(|cell| cell.text.chars().count());
    lengths.max().unwrap_or(0)
}

/// A table with each group of its rows in lanes; none where the rows need their whole width.
pub(super) fn lanes(table: &Table) -> Option<Lanes<'_>> {
    if table.brief.is_empty() {
        return None;
    }
    let count = count(table);
    let mut lines = Vec::new();
    for part in table
        .rows
        .chunk_by(|one, other| one.is_group == other.is_group)
    {
        if part.first().is_some_and(|row| row.is_group) {
            lines.extend(part.iter().map(Line::Group));
            continue;
        }
        let high = part.len().div_ceil(count);
        lines.extend(
            (0..high).map(|line| Line::Rows(part.iter().skip(line).step_by(high).collect())),
        );
    }
    Some(Lanes { count, lines })
}

/// How many of the blocks right after some facts stand beside them. What is said of a single requirement stands below.
pub(super) fn beside(blocks: &[Block], facts: usize) -> usize {
    let heading = blocks[..facts].iter().rev().find_map(|block| {
        if let Block::Heading { about, .. } = block {
            Some(about.is_some())
        } else {
            None
        }
    });
    if heading == Some(true) {
        return 0;
    }
    let rest = blocks.iter().skip(facts + 1);
    rest.take_while(|block| matches!(block, Block::Paragraph(_) | Block::Notice(_)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Column, Document};

    #[test]
    fn rows_are_read_lane_by_lane() {
        let row = |text: &str| Row::of(vec![Cell::plain(text)]);
        let names = ["a", "b", "c", "d", "e"];
        let mut rows = vec![Row::group("one")];
        rows.extend(names.map(row));
        rows.push(Row::group("two"));
        rows.push(row("f"));
        let table = Table {
            caption: None,
            wide: false,
            brief: vec![0],
            columns: vec![Column::text("", 0)],
            rows,
        };
        assert_eq!(count(&table), 3);
        let lanes = lanes(&table).expect("rows stand side by side");
        let lines = lanes.lines.iter();
        let lines: Vec<String> = lines
            .map(|line| match line {
                Line::Group(row) => row.cells[0].text.to_uppercase(),
                Line::Rows(rows) => rows.iter().map(|row| row.cells[0].text.as_str()).collect(),
            })
            .collect();
        assert_eq!(lines, ["ONE", "ace", "bd", "TWO", "f"]);
    }

    #[test]
    fn long_names_leave_room_for_fewer_lanes() {
        let table = |length: usize| {
            let mut document = Document::default();
            let row = Row::of(vec![Cell::plain("x".repeat(length))]);
            document.table(vec![Column::text("", 0)], vec![row]);
            let Some(Block::Table(mut table)) = document.blocks.pop() else {
                panic!("a table");
            };
            table.brief = vec![0];
            table
        };
        let counts = [10, 44, 45, 66, 67, 10_000].map(|length| count(&table(length)));
        assert_eq!(counts, [3, 3, 2, 2, 1, 1]);
    }

    #[test]
    fn words_stand_beside_the_facts_that_they_follow() {
        let mut document = Document::default();
        document.facts(Vec::new());
        document.paragraph("beside");
        document.list(vec![Cell::plain("below")]);
        document.paragraph("below");
        assert_eq!(beside(&document.blocks, 0), 1);
    }
}
