//! The comparison as a workbook: countries as columns to look at, and flat tables to sort and filter.

use super::{Subject, document, sheet, wording};
use crate::assess::comparison::Lack;
use crate::assess::{Determined, Interval};
use crate::report::book::{self, Book, Datum, Grid, GridColumn, Strip, Worksheet};
use crate::report::{Document, figures};

/// More rows than that are left to CSV: a sheet holds about a million, and is slow long before.
const MOST_ROWS: usize = 200_000;

pub(super) fn book(subject: &Subject<'_, '_>) -> Book {
    let mut words = document::cover(subject);
    let (title, imprint) = (words.title.clone(), words.imprint.clone());
    document::disclaimer(subject, &mut words);
    let mut method = Document::default();
    document::legend(&mut method);
    let mut sheets = vec![
        book::cover(&words),
        side_by_side(subject),
        scores(subject),
        common_gaps(subject),
    ];
    let flat = sheet::sheet(subject);
    sheets.push(if flat.rows.len() <= MOST_ROWS {
        book::table(&flat)
    } else {
        Worksheet {
            name: "Table",
            strips: vec![Strip::Text(format!(
                "The flat table has {} rows, too many for a sheet: `--format csv` writes it.",
                flat.rows.len()
            ))],
        }
    });
    sheets.push(book::words("Method", &method));
    Book {
        title,
        imprint,
        sheets,
    }
}

fn grid(
    name: &'static str,
    keys: usize,
    columns: Vec<GridColumn>,
    rows: Vec<Vec<Datum>>,
) -> Worksheet {
    Worksheet {
        name,
        strips: vec![Strip::Grid(Grid {
            columns,
            keys,
            is_card: false,
            rows,
            none: "Nothing is left to list.",
        })],
    }
}

/// One verdict for each line and country.
fn side_by_side(subject: &Subject<'_, '_>) -> Worksheet {
    let by = subject.listing.by;
    let mut columns = vec![
        GridColumn::new("Under", 30),
        GridColumn::new(wording::by(by), 40),
    ];
    let labels = subject.comparison.labels.iter();
    columns.extend(labels.map(|label| GridColumn::verdicts(label)));
    let rows = subject.listed().map(|(line, cells)| {
        let mut row = vec![
            Datum::text(wording::heading(subject, line).unwrap_or_default()),
            Datum::text(wording::line(line, by)),
        ];
        let verdicts = cells
            .iter()
            .map(|cell| figures::verdict(cell.outcome.verdict));
        row.extend(verdicts.map(Datum::Verdict));
        row
    });
    grid("Side by side", 2, columns, rows.collect())
}

/// The scores of each country, and the means of regions, under each instrument.
fn scores(subject: &Subject<'_, '_>) -> Worksheet {
    let comparison = subject.comparison;
    let mut rows = Vec::new();
    for (place, checklist) in comparison.checklists.iter().enumerate() {
        let title = Datum::text(checklist.short_title.as_str());
        for (number, one) in comparison.countries.iter().enumerate() {
            let main = &one.instruments[place].main;
            let mut row = vec![
                title.clone(),
                Datum::maybe(one.region.as_ref()),
                Datum::text(wording::country(one, &comparison.labels[number])),
                Datum::Date(one.date),
            ];
            row.extend(figures_of(main.score, main.elements));
            rows.push(row);
        }
        for group in comparison.groups_of_checklist(place) {
            let mut row = vec![
                title.clone(),
                Datum::maybe(group.region.as_ref().and_then(Option::as_ref)),
                Datum::text(wording::group(&group)),
                Datum::Empty,
            ];
            row.extend(figures_of(group.score, group.elements));
            rows.push(row);
        }
    }
    let columns = vec![
        GridColumn::new("Instrument", 26),
        GridColumn::new("Region", 20),
        GridColumn::new("Country or mean", 34),
        GridColumn::new("As at", 12),
        GridColumn::new("Score, low", 9),
        GridColumn::new("Score, high", 9),
        GridColumn::new("Band", 8),
        GridColumn::new("Elements determined", 12),
        GridColumn::new("Elements", 10),
    ];
    grid("Scores", 3, columns, rows)
}

fn figures_of(score: Option<Interval>, elements: Determined) -> [Datum; 5] {
    [
        score.map_or(Datum::Empty, |score| Datum::Share(score.low)),
        score.map_or(Datum::Empty, |score| Datum::Share(score.high)),
        Datum::text(wording::band(score)),
        Datum::Count(elements.determined),
        Datum::Count(elements.total),
    ]
}

/// The elements that countries lack, with who lacks each.
fn common_gaps(subject: &Subject<'_, '_>) -> Worksheet {
    let comparison = subject.comparison;
    let rows = subject.gaps.iter().map(|gap| {
        let asked_by = gap.asked_by.iter().map(|member| {
            let checklist = &comparison.checklists[member.checklist];
            format!("{} {}", checklist.short_title, member.requirement.cite)
        });
        let who = |wanted: Lack| {
            let pairs = comparison.labels.iter().zip(&gap.lacks);
            let labels = pairs.filter(|(_, lack)| **lack == Some(wanted));
            let labels: Vec<&str> = labels.map(|(label, _)| label.as_str()).collect();
            Datum::text(labels.join(", "))
        };
        vec![
            Datum::text(gap.element.provision.title.as_str()),
            Datum::text(gap.element.element.text.as_str()),
            Datum::text(asked_by.collect::<Vec<_>>().join("; ")),
            Datum::Count(gap.all.lacking()),
            Datum::Count(gap.all.partly),
            Datum::Count(gap.all.known),
            Datum::Count(gap.all.open),
            who(Lack::Missing),
            who(Lack::Partly),
            who(Lack::Open),
        ]
    });
    let columns = vec![
        GridColumn::new("Model provision", 28),
        GridColumn::new("What is lacking", 50),
        GridColumn::new("Asked by", 34),
        GridColumn::new("Lack it", 9),
        GridColumn::new("Of these in part", 9),
        GridColumn::new("Known in", 9),
        GridColumn::new("Unknown in", 9),
        GridColumn::new("Missing in", 30),
        GridColumn::new("In part in", 30),
        GridColumn::new("Unknown in which", 30),
    ];
    grid("Common gaps", 2, columns, rows.collect())
}
