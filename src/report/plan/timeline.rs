//! The plan over time as a sheet: a cell for each quarter, with a sign where work is certain and another where it may still be needed.

use super::{Subject, gantt, wording};
use crate::report::book::{Datum, Grid, GridColumn, Strip, Worksheet};
use crate::report::document::GanttRow;

/// Months in a quarter.
const QUARTER: u32 = 3;
/// Five years; what ends later says so in its figures.
const QUARTERS: u32 = 20;

pub(super) fn sheet(subject: &Subject<'_>) -> Worksheet {
    let mut columns: Vec<GridColumn> = [
        ("Country", 14),
        ("No.", 6),
        ("Measure", 40),
        ("Phase", 22),
        ("After no.", 10),
        ("Begins in month", 10),
        ("Ends in month, at the earliest", 10),
        ("Ends in month, at the latest", 10),
    ]
    .map(|(title, width)| GridColumn::new(title, width))
    .to_vec();
    let quarters = (0..QUARTERS).map(|quarter| {
        let first = quarter * QUARTER;
        GridColumn::new(&format!("{first}–{}", first + QUARTER), 6)
    });
    columns.extend(quarters);
    let lines = subject.plan.lines.iter().enumerate();
    let rows = lines.map(|(place, line)| {
        let bar = gantt::row(subject.plan, line);
        let after = line.after.iter().map(|place| (place + 1).to_string());
        let month = |month: u32| Datum::Count(usize::try_from(month).unwrap_or(usize::MAX));
        let mut row = vec![
            Datum::text(subject.legislation.country.name.as_str()),
            Datum::Count(place + 1),
            Datum::text(wording::title(line)),
            Datum::text(wording::phase(line.phase)),
            Datum::text(after.collect::<Vec<_>>().join(", ")),
            month(bar.begin),
            month(bar.earliest()),
            month(bar.latest()),
        ];
        row.extend((0..QUARTERS).map(|quarter| sign(&bar, quarter * QUARTER)));
        row
    });
    Worksheet {
        name: "Over time",
        strips: vec![Strip::Grid(Grid {
            columns,
            keys: 3,
            is_card: false,
            rows: rows.collect(),
            none: "Nothing was found that a measure would answer.",
        })],
    }
}

/// What is done in the quarter that begins in that month.
fn sign(bar: &GanttRow, month: u32) -> Datum {
    let touches = |from: u32, to: u32| from < month + QUARTER && to > month;
    if touches(bar.begin, bar.earliest()) {
        Datum::text("■")
    } else if touches(bar.earliest(), bar.latest()) {
        Datum::text("?")
    } else {
        Datum::Empty
    }
}
