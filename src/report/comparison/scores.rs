//! Scores of countries, grouped by region with intervals of their own; and ranks, where they were asked for.

use super::{Subject, record, wording};
use crate::assess::comparison::Group;
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures;

pub(super) fn scores(subject: &Subject<'_, '_>, document: &mut Document) {
    document.heading(1, "Scores");
    let comparison = subject.comparison;
    let several = comparison.checklists.len() > 1;
    let dated = comparison
        .countries
        .windows(2)
        .any(|pair| pair[0].date != pair[1].date);
    for (place, checklist) in comparison.checklists.iter().enumerate() {
        if several {
            document.heading(2, checklist.short_title.clone());
        }
        let groups = comparison.groups_of_checklist(place);
        let mut rows = Vec::new();
        for ((_, countries), group) in comparison.regions().into_iter().zip(&groups) {
            if comparison.has_regions() {
                rows.push(mean(group, dated));
            }
            for number in countries {
                rows.push(country(subject, place, number, dated));
            }
        }
        rows.extend(groups.last().map(|all| mean(all, dated)));
        let mut columns = vec![
            Column::text("Country", 4),
            Column::figures("Score"),
            Column::text("Band", 0),
            Column::text("Assessed", 3),
            Column::text("Verdicts", 4),
        ];
        if dated {
            columns.insert(1, Column::text("As at", 0));
        }
        document.table(columns, rows);
    }
}

fn country(subject: &Subject<'_, '_>, checklist: usize, number: usize, dated: bool) -> Row {
    let comparison = subject.comparison;
    let one = &comparison.countries[number];
    let main = &one.instruments[checklist].main;
    let mut cells = vec![
        Cell::plain(wording::country(one, &comparison.labels[number])),
        Cell::plain(figures::percent(main.score)),
        Cell::plain(wording::band(main.score)),
        Cell::plain(figures::determined(main.elements)),
        Cell::plain(wording::counts(&main.counts)),
    ];
    if dated {
        cells.insert(1, Cell::plain(one.date.to_string()));
    }
    Row::of(cells)
}

fn mean(group: &Group, dated: bool) -> Row {
    let strong = |text: String| Cell::toned(text, Tone::Strong);
    let mut cells = vec![
        strong(wording::group(group)),
        strong(figures::percent(group.score)),
        strong(wording::band(group.score)),
        strong(figures::determined(group.elements)),
        Cell::plain(""),
    ];
    if dated {
        cells.insert(1, Cell::plain(""));
    }
    Row::of(cells)
}

pub(super) fn ranking(subject: &Subject<'_, '_>, document: &mut Document) {
    document.heading(1, "Ranks");
    document.paragraph("Countries whose intervals overlap share a rank, also where they are joined by others that do: between them the order is not known. A rank is one more than the number of countries that are better for certain.");
    let comparison = subject.comparison;
    let several = comparison.checklists.len() > 1;
    for (place, checklist) in comparison.checklists.iter().enumerate() {
        if several {
            document.heading(2, checklist.short_title.clone());
        }
        let ranked = record::ranked(subject, place);
        let unranked = comparison.countries.len() - ranked.len();
        let rows = ranked.into_iter().map(|(rank, number, score)| {
            let one = &comparison.countries[number];
            Row::of(vec![
                Cell::plain(rank.to_string()),
                Cell::plain(wording::country(one, &comparison.labels[number])),
                Cell::plain(figures::percent(Some(score))),
            ])
        });
        document.table(
            vec![
                Column::figures("Rank"),
                Column::text("Country", 4),
                Column::figures("Score"),
            ],
            rows.collect(),
        );
        if unranked > 0 {
            document.paragraph(format!(
                "{unranked} without a score {} no rank.",
                if unranked == 1 { "has" } else { "have" }
            ));
        }
    }
}
