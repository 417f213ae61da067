//! The flat table of two dates: one row for each cause of each requirement in which something differs.

use super::{Subject, wording};
use crate::assess::Outcome;
use crate::model::Word;
use crate::report::document::Sheet;

pub(super) fn sheet(subject: &Subject<'_>) -> Sheet {
    let mut sheet = Sheet {
        columns: vec![
            "country",
            "from",
            "to",
            "checklist",
            "requirement",
            "cite",
            "title",
            "bindingness",
            "verdict-before-old-checklist",
            "verdict-before",
            "before-low",
            "before-high",
            "verdict-after",
            "after-low",
            "after-high",
            "cause",
            "evidence",
            "sections",
            "elements",
        ],
        rows: Vec::new(),
    };
    for result in &subject.results {
        for one in &result.changed {
            for cause in &one.causes {
                let [then, then_low, then_high] = outcome(&one.before);
                let [now, now_low, now_high] = outcome(&one.after);
                let older = one.earlier.as_ref();
                sheet.rows.push(vec![
                    subject.after.country.code.clone(),
                    subject.dates.0.to_string(),
                    subject.dates.1.to_string(),
                    result.checklist.id.clone(),
                    one.requirement.id.clone(),
                    one.requirement.cite.clone(),
                    one.requirement.title.clone(),
                    one.requirement.bindingness.word().to_owned(),
                    older.map_or_else(String::new, |older| older.verdict.word().to_owned()),
                    then,
                    then_low,
                    then_high,
                    now,
                    now_low,
                    now_high,
                    cause.kind.word().to_owned(),
                    wording::happened(&cause.event),
                    cause.event.sections().join("; "),
                    cause.elements.join("; "),
                ]);
            }
        }
    }
    sheet
}

/// Verdict, low and high; what is not scored has no figures.
fn outcome(outcome: &Outcome) -> [String; 3] {
    let figure = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.6}"));
    [
        outcome.verdict.word().to_owned(),
        figure(outcome.score.map(|score| score.low)),
        figure(outcome.score.map(|score| score.high)),
    ]
}
