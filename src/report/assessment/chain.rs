//! Scores by link of the chain of criminal justice, from prevention to cooperation.

use super::{Form, wording};
use crate::assess::{ChecklistResult, LinkResult};
use crate::model::{Link, Word};
use crate::report::document::{Block, Cell, Column, Document, Radar, Row, Spoke};
use crate::report::figures;

/// One row a link. What an instrument doesn't ask for is said in words: it has no score, and least of all a score of nothing.
/// An overview has a picture already, and no wheel.
pub(super) fn chain(
    result: &ChecklistResult<'_>,
    level: usize,
    form: Form,
    document: &mut Document,
) {
    let asks = |one: &&LinkResult| result.main_of_link(one).elements.total > 0;
    let (asked, silent): (Vec<&LinkResult>, Vec<&LinkResult>) = result.chain.iter().partition(asks);
    if asked.is_empty() {
        return;
    }
    document.heading(level, "By link of the chain of criminal justice");
    if form == Form::Full {
        document.blocks.push(Block::Radar(Radar {
            caption: format!("Score by link, {}", wording::shown(result)),
            spokes: result.chain.iter().map(|one| spoke(result, one)).collect(),
        }));
    }
    let rows = asked
        .into_iter()
        .map(|one| {
            let tally = result.main_of_link(one);
            let counts = &tally.counts;
            Row::of(vec![
                Cell::plain(name(one.link)),
                Cell::plain(figures::percent(tally.score)),
                Cell::plain(figures::determined(tally.elements)),
                Cell::plain(counts.in_place.to_string()),
                Cell::plain(counts.partly_in_place.to_string()),
                Cell::plain(counts.not_in_place.to_string()),
                Cell::plain(counts.not_determined.to_string()),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Link", 0),
            Column::figures("Score"),
            Column::text("Assessed", 3),
            Column::figures("In place"),
            Column::figures("Partly"),
            Column::figures("Not"),
            Column::figures("Open"),
        ],
        rows,
    );
    let silent: Vec<&str> = silent.iter().map(|one| one.link.word()).collect();
    let nothing = match silent.as_slice() {
        [] => String::new(),
        links => format!(" Nothing here is about {}.", links.join(" or ")),
    };
    document.paragraph(format!("What serves two links is in both rows.{nothing}"));
}

fn spoke(result: &ChecklistResult<'_>, one: &LinkResult) -> Spoke {
    Spoke {
        label: name(one.link).to_owned(),
        interval: result
            .main_of_link(one)
            .score
            .map(|score| (score.low, score.high)),
    }
}

fn name(link: Link) -> &'static str {
    match link {
        Link::Prevention => "Prevention",
        Link::Detection => "Detection",
        Link::Investigation => "Investigation",
        Link::Prosecution => "Prosecution",
        Link::Cooperation => "Cooperation",
    }
}
