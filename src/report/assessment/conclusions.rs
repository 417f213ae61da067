//! The end of the full report: conclusions under the headings of the UN reviews, and the table of correspondence.

use super::overview::{anchor, gravest, no_gap};
use super::{Subject, about, wording};
use crate::assess::{ChecklistResult, Verdict};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::{self, are, count, sentence};

pub(super) fn observations(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "Observations on implementation");
    for result in &subject.results {
        let (tally, counts) = (result.main(), &result.main().counts);
        let rest = if result.is_all_optional() {
            "Nothing in it binds.".to_owned()
        } else {
            let optional = result.optional.counts.in_place;
            format!(
                "Of the optional provisions {optional} {} in place.",
                are(optional)
            )
        };
        document.paragraph(format!(
            "{}: {} in place, {} partly in place, {} not in place, {} not determined, {} not applicable; score {}, assessed {} elements. {rest}",
            result.checklist.short_title,
            counts.in_place,
            counts.partly_in_place,
            counts.not_in_place,
            counts.not_determined,
            counts.not_applicable,
            figures::percent(tally.score),
            figures::determined(tally.elements),
        ));
    }
}

pub(super) fn successes(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "Successes and good practices");
    let mut items = Vec::new();
    for result in &subject.results {
        let cites: Vec<String> = result
            .requirements()
            .filter(|one| one.outcome.verdict == Verdict::InPlace)
            .map(|one| format!("{} {}", one.requirement.cite, one.requirement.title))
            .collect();
        if !cites.is_empty() {
            items.push(Cell::toned(
                format!(
                    "In place under the {}: {}.",
                    result.checklist.short_title,
                    cites.join("; ")
                ),
                Tone::InPlace,
            ));
        }
    }
    if items.is_empty() {
        document.paragraph("No article was found to be in place as a whole.");
    }
    document.list(items);
}

pub(super) fn challenges(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "Challenges in implementation");
    let mut items = Vec::new();
    for result in &subject.results {
        let optional = result
            .requirements()
            .filter(|one| one.is_optional() && one.outcome.verdict == Verdict::PartlyInPlace);
        for one in gravest(result).into_iter().chain(optional) {
            let verb = figures::verb(one.requirement.bindingness);
            for gap in &one.gaps {
                let item = Cell::plain(format!(
                    "{verb} {} ({} {}; {}).",
                    wording::instruction(gap),
                    result.checklist.short_title,
                    one.requirement.cite,
                    gap.id
                ));
                items.push(item.to(row_of(&anchor(result, one), &gap.name)));
            }
        }
    }
    if items.is_empty() {
        document.paragraph(no_gap(&subject.results));
    }
    document.list(items);
}

/// The tail of the anchors of the annex.
const CORRESPONDENCE: &str = "/correspondence";

/// The anchor of an element's row in the annex, from that of its requirement.
pub(super) fn row_of(requirement: &str, element: &str) -> String {
    format!("{requirement}{CORRESPONDENCE}/{element}")
}

pub(super) fn correspondence(
    subject: &Subject<'_>,
    result: &ChecklistResult<'_>,
    document: &mut Document,
) {
    let mut rows = Vec::new();
    let id = &result.checklist.id;
    let articles = result.chapters.iter().flat_map(|chapter| {
        let articles = chapter.requirements.iter();
        articles.map(|one| (chapter.title, one))
    });
    for (chapter, one) in articles {
        let mut group = Row::group(format!(
            "{} {}: {}",
            one.requirement.cite,
            one.requirement.title,
            figures::outcome(&one.outcome)
        ));
        for cell in &mut group.cells {
            cell.link = Some(anchor(result, one));
        }
        rows.push(group.about(about(subject, id, chapter, one, CORRESPONDENCE)));
        for element in &one.elements {
            let gap = one.gaps.iter().find(|gap| gap.name == element.name);
            let safeguard = if wording::is_safeguard(&element.element) {
                " (safeguard)"
            } else {
                ""
            };
            let row = Row::of(vec![
                Cell::plain(format!("{}{safeguard}", wording::readable(&element.name))),
                Cell::plain(wording::cited(subject.legislation, &element.sections)),
                Cell::toned(
                    figures::element(element.verdict()),
                    figures::element_tone(element.verdict()),
                ),
                Cell::plain(
                    gap.and_then(|gap| gap.reason.as_ref())
                        .map_or_else(String::new, |reason| sentence(&wording::reason(reason))),
                ),
            ]);
            let tail = format!("{CORRESPONDENCE}/{}", element.name);
            rows.push(row.about(about(subject, id, chapter, one, &tail)));
        }
    }
    document.heading(
        2,
        format!(
            "{}, {}",
            result.checklist.title,
            count(
                result.binding.elements.total + result.optional.elements.total,
                "element"
            )
        ),
    );
    document.blocks.push(Block::Table(Table {
        caption: Some(format!(
            "Table of correspondence: {}",
            result.checklist.short_title
        )),
        wide: true,
        brief: Vec::new(),
        columns: vec![
            Column::text("Element", 3),
            Column::text("Domestic law", 3),
            Column::text("Found", 2),
            Column::text("Remark", 4),
        ],
        rows,
    }));
}
