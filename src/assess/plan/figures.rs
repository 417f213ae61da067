//! Baseline and target: how requirements stand now, and how they would stand with gaps closed.

use std::collections::BTreeSet;

use super::super::chapter::ChecklistResult;
use super::super::interval::Interval;
use super::super::verdict::RequirementResult;
use super::line::{Figures, Line};
use super::{Ingredients, Outlook};

/// The requirements behind a line now, and with its gaps closed. A line that closes nothing shows what it helps to reach.
pub(super) fn of_line(line: &Line<'_>) -> Figures {
    let gaps = if line.closes.is_empty() {
        &line.supports
    } else {
        &line.closes
    };
    let closed: BTreeSet<&str> = gaps.iter().map(super::line::GapRef::id).collect();
    let mut results: Vec<&RequirementResult<'_>> = Vec::new();
    for gap in gaps {
        if !results.iter().any(|one| std::ptr::eq(*one, gap.result)) {
            results.push(gap.result);
        }
    }
    Figures {
        requirements: results.len(),
        baseline: mean(&results, &BTreeSet::new()),
        target: mean(&results, &closed),
    }
}

/// Each instrument now, and with every gap closed that the plan closes.
pub(super) fn outlook<'c>(from: &Ingredients<'c>, lines: &[Line<'c>]) -> Vec<Outlook<'c>> {
    let all = lines.iter().flat_map(|line| &line.closes);
    let closed: BTreeSet<&str> = all.map(super::line::GapRef::id).collect();
    let results = from.results.iter();
    let outlook = results.map(|result| Outlook {
        checklist: result.checklist,
        baseline: mean(&binding(result), &BTreeSet::new()),
        target: mean(&binding(result), &closed),
    });
    outlook.collect()
}

fn binding<'r, 'c>(result: &'r ChecklistResult<'c>) -> Vec<&'r RequirementResult<'c>> {
    result
        .requirements()
        .filter(|one| !one.is_optional())
        .collect()
}

/// The weighted mean of requirements, with the gaps of those ids closed (design, section 4, rules 6 and 9).
fn mean(results: &[&RequirementResult<'_>], closed: &BTreeSet<&str>) -> Option<Interval> {
    let scores = results.iter().filter_map(|result| {
        let score = score(result, closed)?;
        Some((score, result.requirement.weight))
    });
    Interval::mean(scores)
}

fn score(result: &RequirementResult<'_>, closed: &BTreeSet<&str>) -> Option<Interval> {
    let is_closed = |name: &str| {
        let mut gaps = result.gaps.iter();
        gaps.any(|gap| gap.name == name && closed.contains(gap.id.as_str()))
    };
    Interval::mean(result.elements.iter().map(|element| {
        let value = if is_closed(&element.name) {
            Interval::MET
        } else {
            element.value
        };
        (value, element.element.element.weight)
    }))
}
