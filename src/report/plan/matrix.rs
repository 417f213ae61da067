//! The action-plan matrix: what, why, who, when, at what effort and cost, and how one can tell.

use super::{Subject, begin, outline, wording};
use crate::assess::plan::{Line, Phase};
use crate::model::Word;
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::percent;

pub(super) fn document(subject: &Subject<'_>) -> Document {
    let mut document = begin(subject);
    outline::facts(subject, &mut document);
    outline::mandate(&mut document);
    document.heading(2, "In short");
    outline::summary(subject, &mut document);
    document.heading(2, "Measures");
    measures(subject, &mut document);
    outline::research(subject, &mut document);
    outline::open(subject, &mut document);
    outline::under_way(subject, &mut document);
    document.heading(2, "How to read it");
    outline::end(subject, &mut document);
    document
}

fn measures(subject: &Subject<'_>, document: &mut Document) {
    let lines = &subject.plan.lines;
    if lines.is_empty() {
        document.paragraph("Nothing was found that a measure would answer.");
        return;
    }
    let mut rows = Vec::new();
    for phase in Phase::ALL {
        let of_phase = lines.iter().enumerate();
        let mut of_phase = of_phase.filter(|(_, line)| line.phase == *phase).peekable();
        if of_phase.peek().is_some() {
            rows.push(Row::group(wording::phase(*phase)));
        }
        rows.extend(of_phase.map(|(place, line)| row(subject, place, line)));
    }
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: true,
        columns: vec![
            Column::text("No.", 0),
            Column::text("Measure", 5),
            Column::text("What it answers", 5),
            Column::text("Why it stands here", 4),
            Column::text("Lead and partners", 3),
            Column::text("When", 2),
            Column::text("Effort and cost", 3),
            Column::text("Indicators", 4),
        ],
        rows,
    }));
}

fn row(subject: &Subject<'_>, place: usize, line: &Line<'_>) -> Row {
    let measure = line.measure;
    let partners = if measure.partners.is_empty() {
        String::new()
    } else {
        format!("; with {}", measure.partners.join(", "))
    };
    let after: Vec<String> = line
        .after
        .iter()
        .map(|place| (place + 1).to_string())
        .collect();
    let after = if after.is_empty() {
        String::new()
    } else {
        format!(", after no. {}", after.join(", "))
    };
    Row::of(vec![
        Cell::toned((place + 1).to_string(), Tone::Strong),
        Cell::toned(wording::recommendation(line), Tone::Strong),
        Cell::plain(wording::answers(line)),
        Cell::plain(wording::grounds(subject, line)),
        Cell::plain(format!("{}{partners}", measure.lead)),
        Cell::plain(format!("{}{after}", wording::when(line))),
        Cell::plain(format!(
            "{} person-days; {}",
            wording::span(line.effort),
            wording::cost(subject, &line.cost)
        )),
        Cell::plain(indicators(line)),
    ])
}

/// The first indicator of each level, and the figures.
fn indicators(line: &Line<'_>) -> String {
    let measure = line.measure;
    let first = measure
        .outputs
        .iter()
        .take(1)
        .chain(measure.outcomes.iter().take(1));
    let mut parts: Vec<String> = first
        .map(|one| format!("{} ({})", one.indicator, one.means))
        .collect();
    if line.figures.requirements > 0 {
        let verb = if line.closes.is_empty() {
            "helps from"
        } else {
            "from"
        };
        parts.push(format!(
            "score of the articles concerned {verb} {} to {}",
            percent(line.figures.baseline),
            percent(line.figures.target)
        ));
    }
    parts.join("; ")
}
