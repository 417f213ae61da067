//! What the formats share of heat maps: how they are cut where there is too little room, and what they show in words.

use std::ops::Range;

use super::{VERDICTS, legend};
use crate::report::{HeatMap, HeatRow, Tone};

/// The columns in parts that have about the same size, each of at most so many.
pub(super) fn parts(map: &HeatMap, at_once: usize) -> Vec<Range<usize>> {
    let columns = map.columns.len();
    let parts = columns.div_ceil(at_once.max(1)).max(1);
    let size = columns.div_ceil(parts).max(1);
    let begins = (0..columns).step_by(size);
    begins
        .map(|begin| begin..(begin + size).min(columns))
        .collect()
}

/// What each of some columns shows in some rows, in words, for those who don't see it.
pub(super) fn in_words(map: &HeatMap, rows: &[HeatRow], columns: Range<usize>) -> String {
    let words = columns.map(|column| {
        let counts = VERDICTS.iter().filter_map(|tone| {
            let cells = rows.iter().filter_map(|row| row.cells.get(column));
            let count = cells.filter(|(one, _)| one == tone).count();
            (count > 0).then(|| format!("{count} {}", legend(*tone)))
        });
        let counts: Vec<String> = counts.collect();
        format!("{}: {}", map.columns[column], counts.join(", "))
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The verdicts that occur, for a legend.
pub(super) fn tones(map: &HeatMap) -> Vec<Tone> {
    let cells = map.rows.iter().flat_map(|row| &row.cells);
    let occurs = |tone: &Tone| cells.clone().any(|(one, _)| one == tone);
    VERDICTS.into_iter().filter(occurs).collect()
}

/// The sign of a cell with its letter.
pub(super) fn mark(cell: (Tone, Option<char>)) -> String {
    let (tone, letter) = cell;
    std::iter::once(super::sign(tone)).chain(letter).collect()
}

/// The rows in parts that fit on a page each: cut before a heading where one stands not too far up, and never between a heading and the row below it.
pub(super) fn pages(rows: &[HeatRow], most: usize) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut begin = 0;
    while rows.len() - begin > most {
        let heading = (begin + most / 2..=begin + most)
            .rev()
            .find(|place| rows[*place].cells.is_empty());
        let end = heading.unwrap_or(begin + most).max(begin + 1);
        pages.push(begin..end);
        begin = end;
    }
    pages.push(begin..rows.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(columns: usize) -> HeatMap {
        let title = |number: usize| format!("Country {number}");
        HeatMap {
            caption: "Verdicts".to_owned(),
            columns: (1..=columns).map(title).collect(),
            rows: vec![HeatRow {
                label: "Art. 2".to_owned(),
                cells: vec![(Tone::Unknown, None); columns],
            }],
        }
    }

    #[test]
    fn columns_are_cut_into_parts_of_about_the_same_size() {
        assert_eq!(parts(&map(25), 24), [0..13, 13..25]);
        assert_eq!(parts(&map(24), 24), vec![0..24; 1]);
        assert_eq!(parts(&map(1), 24), vec![0..1; 1]);
        assert!(parts(&map(0), 24).is_empty());
    }

    #[test]
    fn words_count_the_verdicts_of_each_column() {
        let mut map = map(2);
        map.rows.push(HeatRow {
            label: "Art. 3".to_owned(),
            cells: vec![(Tone::Missing, Some('b')), (Tone::Unknown, None)],
        });
        assert_eq!(
            in_words(&map, &map.rows, 0..2),
            "Country 1: 1 not in place, 1 not determined; Country 2: 2 not determined"
        );
        assert_eq!(tones(&map), [Tone::Missing, Tone::Unknown]);
    }

    #[test]
    fn rows_are_cut_before_a_heading_if_there_is_one() {
        let row = |is_heading: bool| HeatRow {
            label: String::new(),
            cells: vec![(Tone::InPlace, None); usize::from(!is_heading)],
        };
        let rows: Vec<HeatRow> = [1, 0, 0, 0, 1, 0, 0, 0].map(|one| row(one == 1)).into();
        assert_eq!(pages(&rows, 6), [0..4, 4..8]);
        assert_eq!(pages(&rows, 8), vec![0..8; 1]);
        assert_eq!(pages(&rows[1..4], 2), [0..2, 2..3]);
    }
}
