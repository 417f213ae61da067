//! What stands side by side on paper: facts and the words on them, and short rows of a long table.

use crate::report::{Block, Row, Table};

/// How many short rows stand side by side.
pub(super) const LANES: usize = 3;

/// A line of a table whose rows stand side by side.
pub(super) enum Line<'t> {
    /// A heading across all.
    Group(&'t Row),
    /// Up to [`LANES`] rows, which are read from the top to the bottom, lane by lane.
    Rows(Vec<&'t Row>),
}

/// The lines of a table with each group of its rows in lanes; none where the rows need their whole width.
pub(super) fn lines(table: &Table) -> Option<Vec<Line<'_>>> {
    if table.brief.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    for part in table
        .rows
        .chunk_by(|one, other| one.is_group == other.is_group)
    {
        if part.first().is_some_and(|row| row.is_group) {
            lines.extend(part.iter().map(Line::Group));
            continue;
        }
        let high = part.len().div_ceil(LANES);
        lines.extend(
            (0..high).map(|line| Line::Rows(part.iter().skip(line).step_by(high).collect())),
        );
    }
    Some(lines)
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
    use crate::report::{Cell, Document};

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
            columns: Vec::new(),
            rows,
        };
        let lines: Vec<String> = lines(&table)
            .unwrap_or_default()
            .iter()
            .map(|line| match line {
                Line::Group(row) => row.cells[0].text.to_uppercase(),
                Line::Rows(rows) => rows.iter().map(|row| row.cells[0].text.as_str()).collect(),
            })
            .collect();
        assert_eq!(lines, ["ONE", "ace", "bd", "TWO", "f"]);
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
