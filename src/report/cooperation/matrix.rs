//! Many countries: every one against every other, over all offences and by offence.

use super::{requests, wording};
use crate::assess::cooperation::{OffencePair, Pair, Profile};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};

pub(super) fn matrices(profiles: &[Profile], pairs: &[Pair<'_>], document: &mut Document) {
    document.heading(1, "Over all offences: the worst result, and where");
    document.paragraph("Whether an act is an offence in both States does not depend on which of them asks, so that both halves of a matrix are the same.");
    matrix(profiles, pairs, document, |pair| {
        let worst = pair.worst()?;
        let count = with_worst(pair).count();
        let words = format!(
            "{} {}, {count} of {}",
            wording::sign(worst.result),
            wording::result(worst.result),
            pair.offences.len()
        );
        Some(Cell::toned(words, wording::tone(worst.result)))
    });
    where_worst(pairs, document);
    document.heading(1, "What each State can do when asked");
    requests::of_all(profiles, document);
    document.heading(1, "By offence");
    let count = pairs.first().map_or(0, |pair| pair.offences.len());
    for place in 0..count {
        let offence = |pair: &Pair<'_>| Some(wording::cell(pair.offences.get(place)?.result));
        if let Some(first) = pairs.first().and_then(|pair| pair.offences.get(place)) {
            document.heading(2, first.title);
        }
        matrix(profiles, pairs, document, offence);
    }
}

fn with_worst<'a, 'p>(pair: &'a Pair<'p>) -> impl Iterator<Item = &'a OffencePair<'p>> {
    let worst = pair.worst().map(|offence| offence.result);
    let offences = pair.offences.iter();
    offences.filter(move |offence| Some(offence.result) == worst)
}

/// The offences that make the result of each pair.
fn where_worst(pairs: &[Pair<'_>], document: &mut Document) {
    let rows = pairs.iter().filter_map(|pair| {
        let [one, other] = pair.sides;
        let titles: Vec<String> = with_worst(pair)
            .map(|offence| offence.title.to_lowercase())
            .collect();
        let names = format!("{} and {}", one.country.name, other.country.name);
        Some(Row::of(vec![
            Cell::toned(names, Tone::Strong),
            wording::cell(pair.worst()?.result),
            Cell::plain(titles.join("; ")),
        ]))
    });
    document.table(
        vec![
            Column::text("Countries", 3),
            Column::text("Worst result", 2),
            Column::text("Offences that have it", 5),
        ],
        rows.collect(),
    );
}

fn matrix(
    profiles: &[Profile],
    pairs: &[Pair<'_>],
    document: &mut Document,
    cell: impl Fn(&Pair<'_>) -> Option<Cell>,
) {
    let mut columns = vec![Column::text("Country", 2)];
    columns.extend(
        profiles
            .iter()
            .map(|profile| Column::text(&profile.country.code, 2)),
    );
    let rows = profiles.iter().map(|row| {
        let name = format!("{} ({})", row.country.name, row.country.code);
        let mut cells = vec![Cell::toned(name, Tone::Strong)];
        cells.extend(profiles.iter().map(|column| {
            let is_it = |pair: &&Pair<'_>| {
                let [one, other] = pair.sides;
                let same = |left: &Profile, right: &Profile| std::ptr::eq(left, right);
                (same(one, row) && same(other, column)) || (same(one, column) && same(other, row))
            };
            let found = pairs.iter().find(is_it).and_then(&cell);
            found.unwrap_or_else(|| Cell::toned("–", Tone::Faint))
        }));
        Row::of(cells)
    });
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: true,
        brief: Vec::new(),
        columns,
        rows: rows.collect(),
    }));
}
