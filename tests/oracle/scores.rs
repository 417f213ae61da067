//! Rules 6, 7 and 9 of design section 4: from the values of elements to scores, verdicts and totals.

use crate::naive::RequirementResult;
use crate::rules::{Interval, Outcome};
use std::collections::BTreeMap;

#[derive(Debug, Default, PartialEq)]
pub struct Total {
    pub score: Option<Interval>,
    pub determined: usize,
    pub elements: usize,
    pub counts: BTreeMap<String, usize>,
}

/// Rule 6.
pub fn mean(outcomes: &[Outcome]) -> Interval {
    let weights: f64 = outcomes.iter().map(|outcome| outcome.weight).sum();
    let low: f64 = outcomes
        .iter()
        .map(|outcome| outcome.weight * outcome.value.low)
        .sum();
    let high: f64 = outcomes
        .iter()
        .map(|outcome| outcome.weight * outcome.value.high)
        .sum();
    Interval {
        low: low / weights,
        high: high / weights,
    }
}

/// Rule 7, f(values).
pub fn verdict(outcomes: &[Outcome], figure: fn(&Interval) -> f64) -> &'static str {
    let has_limb = outcomes.iter().any(|outcome| outcome.is_limb);
    let all_are_1 = outcomes.iter().all(|outcome| figure(&outcome.value) == 1.0);
    let above_0 =
        |outcome: &Outcome| (outcome.is_limb || !has_limb) && figure(&outcome.value) > 0.0;
    if all_are_1 {
        "in-place"
    } else if !outcomes.iter().any(above_0) {
        "not-in-place"
    } else {
        "partly-in-place"
    }
}

/// Rule 9, over the mandatory and conditional requirements or over the optional ones.
pub fn total(requirements: &[RequirementResult], optional: bool) -> Total {
    let mut total = Total::default();
    let (mut weights, mut low, mut high) = (0.0, 0.0, 0.0);
    for requirement in requirements {
        if requirement.is_optional != optional {
            continue;
        }
        *total.counts.entry(requirement.verdict.clone()).or_default() += 1;
        // Rule 8: what is not applicable leaves every denominator.
        let Some(score) = requirement.score else {
            continue;
        };
        weights += requirement.weight;
        low += requirement.weight * score.low;
        high += requirement.weight * score.high;
        total.elements += requirement.elements.len();
        total.determined += requirement
            .elements
            .iter()
            .filter(|e| e.value.low == e.value.high)
            .count();
    }
    if weights > 0.0 {
        total.score = Some(Interval {
            low: low / weights,
            high: high / weights,
        });
    }
    total
}
