//! The sheets to read: the cover, and how the verdicts came about.

use super::{COVER, METHOD, scores, tally, tally_columns};
use crate::assess::ChecklistResult;
use crate::model::{Checked, FileStatus};
use crate::report::assessment::full::{ELEMENTS, TOGETHER};
use crate::report::assessment::model_law::READING;
use crate::report::assessment::{Subject, cover};
use crate::report::book::{
    Chart, ChartKind, Datum, Grid, GridColumn, Strip, Worksheet, verdict_words,
};
use crate::report::figures::DISCLAIMER;

/// How the figures are to be read.
const SCORE: &str = "A score is an interval: its lower end takes all that is unknown as missing, its upper end as there. Where nothing is scored there is no figure; that is not zero. Optional requirements are scored apart and never a gap.";

pub(super) fn cover(subject: &Subject<'_>, title: String) -> Worksheet {
    let mut strips = vec![Strip::Title(title), Strip::Grid(card(subject))];
    if subject.model_law.is_some() {
        strips.push(Strip::Text(READING.to_owned()));
    }
    strips.extend([
        Strip::Text(DISCLAIMER.to_owned()),
        Strip::Heading("Scores".to_owned()),
        Strip::Grid(totals(subject)),
        Strip::Text(SCORE.to_owned()),
        Strip::Chart(Chart {
            title: "Verdicts by instrument, requirements that bind".to_owned(),
            sheet: COVER,
            rows: None,
            labels: 0,
            kind: ChartKind::Bars(scores::parts(BEFORE_FIGURES)),
        }),
    ]);
    if subject.model_law.is_none() {
        let legislation = subject.legislation;
        let comment = legislation.state_comment.as_deref();
        strips.extend([
            Strip::Heading("Observations of the State".to_owned()),
            Strip::Facts(vec![(
                legislation.country.name.clone(),
                Datum::text(comment.unwrap_or("None were received.")),
            )]),
        ]);
    }
    Worksheet {
        name: COVER,
        strips,
    }
}

/// A report has a country, an instrument and words, so that none of these tables is empty.
const NONE: &str = "";

/// How many columns of the totals stand before the figures.
const BEFORE_FIGURES: usize = 2;

fn totals(subject: &Subject<'_>) -> Grid {
    let mut columns = vec![
        GridColumn::new("Country and instrument", 34),
        GridColumn::new("Treaty status", 22),
    ];
    columns.extend(tally_columns());
    let row = |result: &ChecklistResult<'_>| {
        let country = &subject.legislation.country.name;
        let standing = match subject.model_law {
            Some(_) => Datum::Empty,
            None => Datum::text(cover::standing(subject, result)),
        };
        let name = format!("{country}: {}", result.checklist.short_title);
        let mut row = vec![Datum::text(name), standing];
        row.extend(tally(&result.binding));
        row
    };
    Grid {
        columns,
        keys: 0,
        is_card: false,
        rows: subject.results.iter().map(row).collect(),
        none: NONE,
    }
}

/// What there is to know of the file, or of the model law.
fn card(subject: &Subject<'_>) -> Grid {
    let legislation = subject.legislation;
    let day = ("As at", Datum::Date(subject.date));
    let facts = match &subject.model_law {
        Some(model_law) => vec![
            ("Model law", Datum::text(model_law.checklist.title.as_str())),
            day,
            ("Version", Datum::text(model_law.checklist.version.as_str())),
            (
                "Entries",
                Datum::Count(model_law.checklist.requirements().count()),
            ),
        ],
        None => vec![
            ("Country", Datum::text(legislation.country.name.as_str())),
            (
                "Status of the file",
                Datum::text(in_words(legislation.status)),
            ),
            ("Code", Datum::text(legislation.country.code.as_str())),
            day,
            (
                "Classification",
                Datum::maybe(legislation.classification.as_ref()),
            ),
            (
                "Legal system",
                Datum::maybe(legislation.legal_system.as_ref()),
            ),
            ("Laws consulted", Datum::Count(legislation.laws.len())),
            ("In force", Datum::Count(cover::laws_in_force(subject))),
        ],
    };
    let (labels, values): (Vec<_>, Vec<_>) = facts.into_iter().unzip();
    Grid {
        columns: labels
            .into_iter()
            .map(|label| GridColumn::new(label, 11))
            .collect(),
        keys: 0,
        is_card: true,
        rows: vec![values],
        none: NONE,
    }
}

fn in_words(status: FileStatus) -> &'static str {
    match status {
        FileStatus::Official => "official",
        FileStatus::Reviewed => "reviewed",
        FileStatus::Illustrative => "illustrative: annotated as an example, reviewed by nobody",
        FileStatus::Fictional => "fictional: the country and its laws are invented",
    }
}

pub(super) fn method(subject: &Subject<'_>) -> Worksheet {
    let heading = |text: &str| Strip::Heading(text.to_owned());
    let text = |text: &str| Strip::Text(text.to_owned());
    Worksheet {
        name: METHOD,
        strips: vec![
            heading("How the verdicts came about"),
            text(
                "The law in force at the date on the cover was laid beside the instruments below.",
            ),
            text(ELEMENTS),
            text(TOGETHER),
            text(SCORE),
            heading("Words"),
            Strip::Grid(words()),
            heading("Instruments"),
            Strip::Grid(instruments(subject)),
        ],
    }
}

fn words() -> Grid {
    let rows = verdict_words()
        .into_iter()
        .map(|one| vec![Datum::Verdict(one.word), Datum::text(one.meaning)]);
    Grid {
        columns: vec![GridColumn::verdicts("Word"), GridColumn::new("Meaning", 44)],
        keys: 0,
        is_card: false,
        rows: rows.collect(),
        none: NONE,
    }
}

fn instruments(subject: &Subject<'_>) -> Grid {
    let columns = [
        ("Id", 20),
        ("Title", 44),
        ("Version", 12),
        ("Entries", 12),
        ("Checked against the official text", 14),
        ("Checked against secondary sources", 14),
        ("Not verified", 12),
    ];
    let rows = subject.results.iter().map(|result| {
        let checklist = result.checklist;
        let of = |checked: Checked| {
            let all = checklist.requirements();
            Datum::Count(all.filter(|one| one.checked == checked).count())
        };
        vec![
            Datum::text(checklist.id.as_str()),
            Datum::text(checklist.title.as_str()),
            Datum::text(checklist.version.as_str()),
            Datum::Count(checklist.requirements().count()),
            of(Checked::OfficialText),
            of(Checked::Secondary),
            of(Checked::Unverified),
        ]
    });
    Grid {
        columns: columns
            .into_iter()
            .map(|(title, width)| GridColumn::new(title, width))
            .collect(),
        keys: 0,
        is_card: false,
        rows: rows.collect(),
        none: NONE,
    }
}
