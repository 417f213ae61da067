//! What is said of a rule of the project: a sentence that has the figure with its interval, and names what breaks it.

use super::figures::{self, count};
use crate::assess::{Judged, RuleStanding};
use crate::model::{Condition, Gauge, Legislation, Limit, Occurrence};

/// How many ids a sentence names.
const NAMED: usize = 5;

/// What is said of a rule.
#[derive(Debug)]
pub struct Verdict {
    /// What it was tested on: the country and the instrument.
    pub subject: String,
    /// What is the case.
    pub message: String,
    /// What can be done about it.
    pub help: String,
}

/// The sentence on a rule that is broken, or could not be tested.
#[must_use]
pub fn verdict(judged: &Judged<'_, '_>, legislation: &Legislation<'_>) -> Verdict {
    let country = &legislation.country.name;
    let subject = match judged.instrument {
        Some(checklist) => format!("{country}, {}", checklist.short_title),
        None => country.clone(),
    };
    let rule = &judged.rule.text;
    let message = match judged.standing {
        RuleStanding::NothingToMeasure => {
            format!("{subject}: there is nothing that the rule `{rule}` could be measured on")
        }
        RuleStanding::Broken => format!(
            "{subject}: the rule `{rule}` is broken: {}{}{}",
            what(judged),
            with_interval(judged),
            concerned(&judged.concerns)
        ),
        RuleStanding::Holds => format!("{subject}: the rule `{rule}` holds"),
    };
    Verdict {
        subject,
        message,
        help: help(judged).to_owned(),
    }
}

/// What was found, with its figure.
fn what(judged: &Judged<'_, '_>) -> String {
    let number = judged.concerns.len();
    match judged.rule.condition {
        Condition::There(occurrence) => match occurrence {
            Occurrence::Gap => count(number, "gap"),
            Occurrence::GateGap => format!("{} in gates", count(number, "gap")),
            Occurrence::NewGap => count(number, "new gap"),
            Occurrence::UnsafeguardedPower => {
                format!("{} of powers in force", count(number, "missing safeguard"))
            }
            Occurrence::SafeguardsNotDetermined => format!(
                "{} of powers in force {} not determined",
                count(number, "safeguard"),
                figures::are(number)
            ),
            Occurrence::Outside => format!("{} outside all instruments", count(number, "section")),
            Occurrence::Broader => {
                format!("{} for which the law asks less", count(number, "element"))
            }
        },
        Condition::Figure { measure, limit, .. } => figure(judged, measure, limit),
    }
}

fn figure(judged: &Judged<'_, '_>, measure: Gauge, limit: Limit) -> String {
    let Some(figure) = judged.figure else {
        return String::new();
    };
    let (part, of) = figure.counted.unwrap_or_default();
    let share = match limit {
        Limit::Share(_) => format!(" ({})", exact(figure.value)),
        Limit::Count(_) => String::new(),
    };
    let requirements = |words: &str| {
        format!(
            "{part} of {} {} {words}{share}",
            count(of, "requirement"),
            figures::are(part)
        )
    };
    match measure {
        Gauge::ScoreLow => format!("the score is {} at worst", exact(figure.value)),
        Gauge::ScoreHigh => format!("the score is {} at best", exact(figure.value)),
        Gauge::Unknown => format!(
            "{part} of {} {} not determined{share}",
            count(of, "element"),
            figures::are(part)
        ),
        Gauge::Gaps => count(part, "gap"),
        Gauge::GateGaps => format!("{} in gates", count(part, "gap")),
        Gauge::InPlace => requirements("in place"),
        Gauge::PartlyInPlace => requirements("partly in place"),
        Gauge::NotInPlace => requirements("not in place"),
        Gauge::NotDetermined => requirements("not determined"),
        Gauge::NotApplicable => requirements("not applicable"),
    }
}

/// A share with one decimal: rounded to whole per cents it could seem to keep a limit that it breaks.
fn exact(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// No figure without its interval (design, section 4, rule 10).
fn with_interval(judged: &Judged<'_, '_>) -> String {
    match (judged.score, judged.elements) {
        (Some(score), Some(elements)) => format!(
            "; score {}, assessed {}",
            figures::percent(Some(score)),
            figures::determined(elements)
        ),
        (_, _) => String::new(),
    }
}

fn concerned(ids: &[String]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    let named: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    let rest = match ids.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("; concerned: {}{rest}", named.join(", "))
}

fn help(judged: &Judged<'_, '_>) -> &'static str {
    match judged.rule.condition {
        Condition::There(occurrence) => match occurrence {
            Occurrence::Gap | Occurrence::GateGap | Occurrence::NewGap => {
                "`gapcheck assess FILE --form full` says article by article what to draft"
            }
            Occurrence::UnsafeguardedPower => {
                "add the safeguard to the law, or annotate the section that has it"
            }
            Occurrence::SafeguardsNotDetermined => {
                "say of each safeguard whether the law has it: met, partly or unmet"
            }
            Occurrence::Outside | Occurrence::Broader => {
                "have it looked at for human rights; a report given by `--baseline` makes it known"
            }
        },
        Condition::Figure { measure, .. } => match measure {
            Gauge::Unknown | Gauge::NotDetermined => {
                "annotate what is not determined, or list it under `absent`"
            }
            Gauge::NotApplicable => "look whether each ground under `not-applicable` still stands",
            Gauge::ScoreLow => {
                "the low end rises as gaps are closed, and as what is unknown is found to be there"
            }
            Gauge::ScoreHigh
            | Gauge::Gaps
            | Gauge::GateGaps
            | Gauge::InPlace
            | Gauge::PartlyInPlace
            | Gauge::NotInPlace => {
                "`gapcheck assess FILE --form full` says article by article what to draft"
            }
        },
    }
}

/// The name under which a rule that holds is counted among the tests.
#[must_use]
pub fn test_name(judged: &Judged<'_, '_>, legislation: &Legislation<'_>) -> String {
    let Verdict { subject, .. } = verdict(judged, legislation);
    format!("{subject}: {}", judged.rule.text)
}
