//! The workbooks of several countries as one: each sheet holds all of them.

use std::collections::BTreeMap;

use super::METHOD;
use crate::report::book::{Book, Datum, Grid, Strip, Worksheet};
use crate::report::document::Imprint;

/// One workbook of several that have the same sheets.
pub(in crate::report::assessment) fn join(
    title: String,
    imprint: Imprint,
    books: Vec<Book>,
) -> Book {
    let mut books = books.into_iter();
    let mut joined = books.next().unwrap_or_default();
    for book in books {
        let before = heights(&joined);
        for sheet in book.sheets {
            let into = joined.sheets.iter_mut().find(|one| one.name == sheet.name);
            match into {
                Some(into) => add(into, sheet, &before),
                None => joined.sheets.push(sheet),
            }
        }
    }
    for strip in joined.sheets.iter_mut().flat_map(|sheet| &mut sheet.strips) {
        if let Strip::Title(text) = strip {
            text.clone_from(&title);
        }
    }
    Book {
        title,
        imprint,
        ..joined
    }
}

/// How many rows the last grid of each sheet has.
fn heights(book: &Book) -> BTreeMap<&'static str, usize> {
    let height = |sheet: &Worksheet| {
        let last = sheet.strips.iter().rev().find_map(Strip::as_grid);
        (sheet.name, last.map_or(0, |grid| grid.rows.len()))
    };
    book.sheets.iter().map(height).collect()
}

fn add(into: &mut Worksheet, sheet: Worksheet, before: &BTreeMap<&'static str, usize>) {
    // The words and the instruments are the same for all.
    if sheet.name == METHOD {
        return;
    }
    for strip in sheet.strips {
        let known = match strip {
            Strip::Grid(grid) => extend(into, grid),
            Strip::Facts(facts) => extend_facts(into, facts),
            Strip::Chart(mut chart) => {
                if let Some((first, _)) = &mut chart.rows {
                    *first += before.get(chart.sheet).copied().unwrap_or(0);
                }
                Some(Strip::Chart(chart))
            }
            Strip::Title(_) => None,
            Strip::Heading(_) | Strip::Text(_) => Some(strip),
        };
        if let Some(strip) = known.filter(|strip| !into.strips.contains(strip)) {
            into.strips.push(strip);
        }
    }
}

/// Adds rows to the table with the same columns; gives it back where there is none.
fn extend(into: &mut Worksheet, grid: Grid) -> Option<Strip> {
    for strip in &mut into.strips {
        if let Strip::Grid(same) = strip
            && same.columns == grid.columns
        {
            same.rows.extend(grid.rows);
            return None;
        }
    }
    Some(Strip::Grid(grid))
}

/// Adds labels to those that are there; gives them back where there are none.
fn extend_facts(into: &mut Worksheet, facts: Vec<(String, Datum)>) -> Option<Strip> {
    for strip in &mut into.strips {
        if let Strip::Facts(same) = strip {
            same.extend(facts);
            return None;
        }
    }
    Some(Strip::Facts(facts))
}
