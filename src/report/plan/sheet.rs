//! The flat table of a plan: one row for each measure.

use super::{Subject, wording};
use crate::assess::plan::{GapRef, Line};
use crate::model::{Indicator, Word};
use crate::report::document::Sheet;

pub(super) fn sheet(subject: &Subject<'_>) -> Sheet {
    let lines = subject.plan.lines.iter().enumerate();
    Sheet {
        columns: vec![
            "country",
            "as-at",
            "number",
            "id",
            "title",
            "recommendation",
            "type",
            "role",
            "phase",
            "begin-month",
            "end-month",
            "after",
            "grounds",
            "closes",
            "supports",
            "lead",
            "partners",
            "organisations",
            "person-days-low",
            "person-days-high",
            "cost-low",
            "cost-high",
            "currency",
            "price-year",
            "cost-default",
            "outputs",
            "outcomes",
            "baseline-low",
            "baseline-high",
            "target-low",
            "target-high",
        ],
        rows: lines
            .map(|(place, line)| row(subject, place, line))
            .collect(),
    }
}

fn row(subject: &Subject<'_>, place: usize, line: &Line<'_>) -> Vec<String> {
    let plan = subject.plan;
    let ids = |gaps: &[GapRef<'_>]| {
        let ids: Vec<&str> = gaps.iter().map(GapRef::id).collect();
        ids.join("; ")
    };
    let after = line
        .after
        .iter()
        .map(|place| plan.lines[*place].id.as_str());
    let organisations = line.measure.organisations.iter();
    let organisations: Vec<&str> = organisations.map(|one| one.name.as_str()).collect();
    let money = |amount: Option<u64>| amount.map_or_else(String::new, |one| one.to_string());
    let figure = |value: Option<f64>| value.map_or_else(String::new, |one| format!("{one:.6}"));
    let (baseline, target) = (line.figures.baseline, line.figures.target);
    vec![
        subject.legislation.country.code.clone(),
        subject.date.to_string(),
        (place + 1).to_string(),
        line.id.clone(),
        wording::title(line),
        wording::recommendation(line),
        line.measure.kind.word().to_owned(),
        line.measure.role.word().to_owned(),
        line.phase.word().to_owned(),
        line.begin.to_string(),
        line.end.to_string(),
        after.collect::<Vec<_>>().join("; "),
        wording::grounds(subject, line),
        ids(&line.closes),
        ids(&line.supports),
        line.measure.lead.clone(),
        line.measure.partners.join("; "),
        organisations.join("; "),
        line.effort.low.to_string(),
        line.effort.high.to_string(),
        money(line.cost.amount.map(|amount| amount.low)),
        money(line.cost.amount.map(|amount| amount.high)),
        plan.costs.currency.clone(),
        plan.costs.year.to_string(),
        if line.cost.is_default { "yes" } else { "no" }.to_owned(),
        indicators(&line.measure.outputs),
        indicators(&line.measure.outcomes),
        figure(baseline.map(|score| score.low)),
        figure(baseline.map(|score| score.high)),
        figure(target.map(|score| score.low)),
        figure(target.map(|score| score.high)),
    ]
}

pub(super) fn indicators(indicators: &[Indicator]) -> String {
    let words = indicators.iter();
    let words: Vec<String> = words
        .map(|one| format!("{} ({})", one.indicator, one.means))
        .collect();
    words.join("; ")
}
