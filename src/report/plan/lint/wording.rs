//! The words of the lint: criteria, how they are fulfilled, and what to write into the kept plan.

use super::super::{Subject, wording};
use crate::assess::plan::Line;
use crate::assess::plan::lint::{Criterion, Finding, Fulfilment, Want};
use crate::model::{IndicatorLevel, Word};
use crate::report::document::{Cell, Tone};
use crate::report::figures::count;

/// A criterion.
pub(super) fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Responsible => "A responsible institution for the activity",
        Criterion::Timetable => "A timetable",
        Criterion::Financing => "Sources of financing",
        Criterion::Indicators => "Indicators at both levels (output and outcome)",
        Criterion::Publication => "Publication",
        Criterion::Baselines => "A baseline and a target for each indicator (OECD)",
    }
}

/// The same at the head of a column.
pub(super) fn briefly(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Responsible => "Responsible",
        Criterion::Timetable => "Timetable",
        Criterion::Financing => "Financing",
        Criterion::Indicators => "Indicators",
        Criterion::Publication => "Publication",
        Criterion::Baselines => "Baselines, targets",
    }
}

/// Sign and word, with the tone.
pub(super) fn cell(fulfilment: Fulfilment) -> Cell {
    let (words, tone) = match fulfilment {
        Fulfilment::Met => ("■ met", Tone::InPlace),
        Fulfilment::Partly => ("◧ partly", Tone::Partly),
        Fulfilment::Not => ("□ not", Tone::Missing),
        Fulfilment::Unknown => ("? not known", Tone::Unknown),
    };
    Cell::toned(words, tone)
}

/// What to write so that the line meets the criterion; nothing where it does.
pub(super) fn mend(subject: &Subject<'_>, line: &Line<'_>, found: &Finding) -> String {
    let wants = found.wants.iter();
    let sentences: Vec<String> = wants.map(|want| sentence(subject, line, want)).collect();
    sentences.join(" ")
}

fn sentence(subject: &Subject<'_>, line: &Line<'_>, want: &Want) -> String {
    let currency = &subject.plan.costs.currency;
    match want {
        Want::Lead => "Write `lead: ...`, the institution that answers for it.".to_owned(),
        Want::ConfirmLead => format!(
            "Write `lead: ...`; the draft suggests {}.",
            line.measure.lead
        ),
        Want::Dates => "Write `begin: YYYY-MM-DD` and `end: YYYY-MM-DD`.".to_owned(),
        Want::ConfirmDates => format!(
            "Write `begin: YYYY-MM-DD` and `end: YYYY-MM-DD`; the draft counts months {}–{} from a start that nobody has set.",
            line.begin, line.end
        ),
        Want::Begin => "Write `begin: YYYY-MM-DD`.".to_owned(),
        Want::End => "Write `end: YYYY-MM-DD`.".to_owned(),
        Want::TooEarly(id) => format!(
            "It begins before `{id}` ends, which comes before it: move `begin` of this line or `end` of that one."
        ),
        Want::Cost => {
            "Its cost is not known: write `cost: { low: ..., high: ..., confirmed: yes }`."
                .to_owned()
        }
        Want::ConfirmCost => {
            "The cost is a default: write `confirmed: yes` under `cost` once it is agreed."
                .to_owned()
        }
        Want::Payers => {
            "Write `national: AMOUNT`, `donor: { name: ..., amount: AMOUNT }`, or both.".to_owned()
        }
        Want::DonorAmount => "Write the `amount` under `donor`.".to_owned(),
        Want::Open(amount) => format!(
            "Up to {currency}\u{a0}{} are left open: raise `national`, or find another donor.",
            wording::number(*amount)
        ),
        Want::Level(level) => {
            let what = match level {
                IndicatorLevel::Output => "of what is handed over",
                IndicatorLevel::Outcome => "of what it changes",
            };
            format!(
                "Write an indicator {what}: `- {{ level: {}, indicator: ..., means: ..., baseline: ..., target: ... }}` under `indicators`.",
                level.word()
            )
        }
        Want::Publication => {
            "Write `publication: ...`, where the plan can be read, here or at the head of the plan."
                .to_owned()
        }
        Want::Figures { baselines, targets } => {
            let lacking = [(*baselines, "baseline"), (*targets, "target")];
            let lacking: Vec<String> = lacking
                .into_iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, noun)| format!("`{noun}` of {}", count(number, "indicator")))
                .collect();
            format!("Write the {}.", lacking.join(" and the "))
        }
        Want::NoIndicator => {
            "There is no indicator yet; each needs a `baseline` and a `target`.".to_owned()
        }
    }
}
