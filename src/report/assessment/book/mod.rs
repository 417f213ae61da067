//! An assessment as a workbook: a cover to read, sheets to sort and filter, and the method.

mod cover;
mod findings;
mod join;
mod laws;
mod scores;

use super::Subject;
use crate::assess::{Tally, Verdict};
use crate::report::book::{Book, Datum, Grid, GridColumn, Strip, Worksheet};
use crate::report::document::Imprint;
use crate::report::figures;

pub(super) use join::join;

const COVER: &str = "Cover";
const SCORES: &str = "Scores";
const METHOD: &str = "Method";

pub(super) fn book(subject: &Subject<'_>, title: String, imprint: Imprint) -> Book {
    let mut sheets = vec![
        cover::cover(subject, title.clone()),
        scores::charts(subject),
        findings::findings(subject),
        findings::gaps(subject),
        findings::review(subject),
        findings::needs(subject),
    ];
    match &subject.model_law {
        Some(model_law) => sheets.push(laws::beyond(model_law)),
        None => sheets.extend([laws::laws(subject), laws::sections(subject)]),
    }
    sheets.extend([scores::scores(subject), cover::method(subject)]);
    Book {
        title,
        imprint,
        sheets,
    }
}

/// A sheet that is one table.
fn table(
    name: &'static str,
    keys: usize,
    columns: Vec<GridColumn>,
    rows: Vec<Vec<Datum>>,
    none: &'static str,
) -> Worksheet {
    let grid = Grid {
        columns,
        keys,
        is_card: false,
        rows,
        none,
    };
    Worksheet {
        name,
        strips: vec![Strip::Grid(grid)],
    }
}

fn country(subject: &Subject<'_>) -> Datum {
    Datum::text(subject.legislation.country.name.as_str())
}

/// The titles of what [`tally`] gives.
fn tally_columns() -> Vec<GridColumn> {
    let mut columns = vec![
        GridColumn::new("Score, low", 9),
        GridColumn::new("Score, high", 9),
        GridColumn::new("Elements determined", 12),
        GridColumn::new("Elements", 10),
    ];
    columns.extend(VERDICTS.iter().map(|verdict| {
        let words = figures::verdict(*verdict);
        GridColumn::new(&figures::capital(words), 11)
    }));
    columns
}

/// A score with its denominators, as figures. Where nothing is scored there is no figure, least of all a zero.
fn tally(tally: &Tally) -> Vec<Datum> {
    let share = |value: Option<f64>| value.map_or(Datum::Empty, Datum::Share);
    let mut cells = vec![
        share(tally.score.map(|score| score.low)),
        share(tally.score.map(|score| score.high)),
        Datum::Count(tally.elements.determined),
        Datum::Count(tally.elements.total),
    ];
    cells.extend(
        VERDICTS
            .iter()
            .map(|verdict| Datum::Count(tally.counts.of(*verdict))),
    );
    cells
}

/// The verdicts in the order in which bars are stacked: what is known first, then what is not, then what is left out.
const VERDICTS: [Verdict; 5] = [
    Verdict::InPlace,
    Verdict::PartlyInPlace,
    Verdict::NotInPlace,
    Verdict::NotDetermined,
    Verdict::NotApplicable,
];
