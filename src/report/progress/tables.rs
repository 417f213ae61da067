//! The tables on gaps, elements and laws at two dates.

use super::{Subject, is_by_law, text, wording};
use crate::assess::{ElementVerdict, Fate, GapFate, Interval, LawMove, Progress};
use crate::model::Word;
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::{self, count};

pub(super) fn gaps(result: &Progress<'_>, document: &mut Document) {
    document.heading(2, "Gaps");
    let mut rows = fates(&result.gaps, |gap| {
        matches!(gap.fate, Fate::Closed | Fate::Opened).then(|| is_by_law(result, gap))
    });
    let old = fates(&result.gaps_by_checklist, |_| None);
    if result.earlier.is_some() && !old.is_empty() {
        rows.push(Row::group("By the newer checklist alone"));
        rows.extend(old);
    }
    if rows.is_empty() {
        document.paragraph("There is no gap at either date in what could be determined.");
        return;
    }
    document.table(
        vec![
            Column::text("Gaps", 2),
            Column::figures("Number"),
            Column::text("Which: article (elements)", 7),
        ],
        rows,
    );
}

/// A row for each fate, those by law apart from the others.
fn fates(gaps: &[GapFate], by_law: impl Fn(&GapFate) -> Option<bool>) -> Vec<Row> {
    let mut rows = Vec::new();
    for fate in Fate::ALL {
        for law in [Some(true), Some(false), None] {
            let these = gaps
                .iter()
                .filter(|gap| gap.fate == *fate && by_law(gap) == law);
            let these: Vec<&GapFate> = these.collect();
            if these.is_empty() {
                continue;
            }
            let how = match law {
                Some(true) => ", by law",
                Some(false) => ", not by law",
                None => "",
            };
            let tone = match fate {
                Fate::Closed => Tone::InPlace,
                Fate::Opened | Fate::BecameKnown | Fate::NewlyAsked | Fate::StillOpen => {
                    Tone::Missing
                }
                Fate::BecameUnknown => Tone::Unknown,
                Fate::NoLongerAsked => Tone::NotApplicable,
            };
            rows.push(Row::of(vec![
                Cell::toned(format!("{}{how}", wording::fate(*fate)), tone),
                Cell::plain(these.len().to_string()),
                Cell::plain(text::by_article(&these).join("; ")),
            ]));
        }
    }
    rows
}

pub(super) fn elements(subject: &Subject<'_>, result: &Progress<'_>, document: &mut Document) {
    let mut rows = Vec::new();
    for one in result.changed.iter().filter(|one| !one.elements.is_empty()) {
        rows.push(Row::group(format!(
            "{} {}",
            one.requirement.cite, one.requirement.title
        )));
        for element in &one.elements {
            let cell = |value: Option<Interval>| match value {
                Some(value) => {
                    let verdict = ElementVerdict::of(value);
                    Cell::toned(figures::element(verdict), figures::element_tone(verdict))
                }
                None => Cell::toned("– not asked for", Tone::NotApplicable),
            };
            rows.push(Row::of(vec![
                Cell::plain(wording::readable(&element.name)),
                cell(element.before),
                cell(element.after),
            ]));
        }
    }
    if rows.is_empty() {
        return;
    }
    document.heading(2, "Element by element, under the present checklist");
    document.table(
        vec![
            Column::text("Element", 4),
            Column::text(&subject.dates.0.to_string(), 2),
            Column::text(&subject.dates.1.to_string(), 2),
        ],
        rows,
    );
}

pub(super) fn laws(subject: &Subject<'_>, document: &mut Document) {
    document.heading(1, "The laws themselves");
    if subject.moves.is_empty() {
        document.paragraph("No law of the files was enacted, came into force, moved or ended.");
        return;
    }
    let status =
        |status: Option<crate::model::Status>| status.map_or("not in the file", wording::status);
    let rows = subject.moves.iter().map(|moved| {
        Row::of(vec![
            Cell::toned(
                format!("{} ({})", moved.law.title, moved.law.id),
                Tone::Strong,
            ),
            Cell::plain(status(moved.from)),
            Cell::plain(status(moved.to)),
            Cell::plain(what_of(moved)),
        ])
    });
    document.table(
        vec![
            Column::text("Law", 4),
            Column::text("Old file", 2),
            Column::text("New file", 2),
            Column::text("What happened", 5),
        ],
        rows.collect(),
    );
}

fn what_of(moved: &LawMove<'_>) -> String {
    let mut parts = Vec::new();
    if moved.is_correction {
        parts.push("told otherwise than before".to_owned());
    }
    if moved.enacted {
        let day = moved.law.life.enacted;
        parts.push(match day {
            Some(day) => format!("enacted {day}"),
            None => "enacted".to_owned(),
        });
    }
    parts.extend(moved.in_force.map(|day| format!("in force since {day}")));
    parts.extend(moved.repealed.map(|day| format!("repealed {day}")));
    let mut sections = |refs: &[String], verb: &str| {
        const MOST: usize = 6;
        if refs.len() > MOST {
            parts.push(format!("{} {verb}", count(refs.len(), "section")));
        } else if !refs.is_empty() {
            parts.push(format!("{} {verb}", refs.join(", ")));
        }
    };
    sections(&moved.began, "began to count");
    sections(&moved.ceased, "ceased to count");
    if parts.is_empty() {
        "–".to_owned()
    } else {
        parts.join("; ")
    }
}
