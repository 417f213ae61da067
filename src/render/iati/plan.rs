//! A plan as activities: one for the whole, and one below it for each line. It knows the facts of a plan and what the codes of IATI mean.

use super::activity::{Activity, Indicator, Money, Participant, Period, Place, Publisher, Results};
use super::country::two_letters;
use super::level::{measured, share};
use crate::report::plan::facts::{self, Aside, Days, Measure, Plan, Score};

/// The activities of a plan, that of the whole first.
pub(super) fn activities(plan: &Plan) -> Vec<Activity> {
    let below: Vec<Activity> = plan
        .measures
        .iter()
        .map(|measure| of_line(plan, measure))
        .chain(
            plan.aside
                .iter()
                .flatten()
                .map(|aside| of_aside(plan, aside)),
        )
        .collect();
    let children = below.iter().map(|one| ("2", one.identifier.clone()));
    let whole = Activity {
        related: children.collect(),
        ..of_plan(plan)
    };
    std::iter::once(whole).chain(below).collect()
}

/// What stands in the place of the publisher's own identifier, which no file of ours knows.
fn reference(plan: &Plan) -> String {
    format!("{}-DRAFT", plan.country.code)
}

/// The identifier of a part of the plan. A stroke may not stand in one, and ids of lines have no full stop.
fn identifier(plan: &Plan, id: &str) -> String {
    format!("{}-{}", reference(plan), id.replace('/', "."))
}

/// What every activity of the plan has.
fn begin(plan: &Plan, id: &str, title: &str) -> Activity {
    Activity {
        identifier: identifier(plan, id),
        publisher: Publisher {
            reference: reference(plan),
            name: government(plan),
        },
        title: title.to_owned(),
        // The activity is being scoped or planned.
        status: "1",
        place: Place {
            country: two_letters(&plan.country.code).map(ToOwned::to_owned),
            name: plan.country.name.clone(),
        },
        ..Activity::default()
    }
}

fn government(plan: &Plan) -> String {
    format!("Government of {}", plan.country.name)
}

fn of_plan(plan: &Plan) -> Activity {
    let last = plan.measures.iter().map(|one| one.days.to.clone()).max();
    let period = Period {
        start: plan.start.clone(),
        end: last,
    };
    let closes: usize = plan.measures.iter().map(|one| one.closes.len()).sum();
    let general = format!(
        "{} measures on the law of {} in cybercrime matters, as at {}. They close {closes} gaps. A draft: nothing here says that anybody has agreed to it, or that the State has or has not met its obligations.",
        plan.measures.len(),
        plan.country.name,
        plan.as_at
    );
    let other = format!(
        "The status of the file is: {}. The publisher puts its own identifier in place of {} throughout. Effort: {} person-days. Cost: {}.",
        plan.status,
        reference(plan),
        range(plan.costs.effort.low, plan.costs.effort.high),
        money(
            plan.costs.total.map(|total| (total.low, total.high)),
            &plan.costs.currency,
            plan.costs.default
        )
    );
    let indicators = plan.checklists.iter().filter_map(|checklist| {
        let title = format!("Score of the law in force under {}", checklist.title);
        let (baseline, target) = (checklist.baseline.as_ref(), checklist.target.as_ref());
        scored(plan, title, (baseline, target), &period)
    });
    Activity {
        hierarchy: "1",
        descriptions: vec![("1", general), ("4", other)],
        participants: vec![accountable(government(plan))],
        results: results("2", "The law after the plan", indicators.collect()),
        period: period.clone(),
        ..begin(
            plan,
            "plan",
            &format!("Plan of technical assistance: {}", plan.country.name),
        )
    }
}

fn of_line(plan: &Plan, measure: &Measure) -> Activity {
    let lead = Some(&measure.lead).filter(|lead| !lead.is_empty());
    let mut participants = vec![accountable(
        lead.cloned().unwrap_or_else(|| government(plan)),
    )];
    let partners = measure.partners.iter();
    participants.extend(partners.map(|name| participant("4", name.clone())));
    let funding = measure.cost.donor_name.iter();
    participants.extend(funding.map(|name| participant("1", name.clone())));
    let mut descriptions = vec![("1", measure.recommendation.clone())];
    if !measure.closes.is_empty() {
        descriptions.push((
            "2",
            format!("Closes the gaps {}.", measure.closes.join(", ")),
        ));
    }
    descriptions.push(("4", remarks(measure)));
    Activity {
        hierarchy: "2",
        descriptions,
        participants,
        period: period(&measure.days),
        budgets: budgets(plan, measure),
        disbursements: disbursements(plan, measure),
        related: vec![("1", identifier(plan, "plan"))],
        results: of_measure(plan, measure),
        ..begin(plan, &measure.id, &measure.title)
    }
}

/// A line that is done, given up, or answered by others.
fn of_aside(plan: &Plan, aside: &Aside) -> Activity {
    let (status, word) = match aside.state {
        "done" => ("4", "Done"),
        "withdrawn" => ("5", "Withdrawn by the office that keeps the plan"),
        "moved" => ("5", "Other lines of the plan answer its gaps now"),
        _ => ("1", "Not planned at present"),
    };
    let title = aside.title.as_ref().unwrap_or(&aside.id);
    Activity {
        hierarchy: "2",
        status,
        descriptions: vec![("1", format!("{word}: {title}"))],
        participants: vec![accountable(government(plan))],
        period: Period {
            start: aside.begin.clone().unwrap_or_else(|| plan.start.clone()),
            end: aside.end.clone(),
        },
        related: vec![("1", identifier(plan, "plan"))],
        ..begin(plan, &aside.id, title)
    }
}

/// Who answers for it (2).
fn accountable(name: String) -> Participant {
    participant("2", name)
}

fn participant(role: &'static str, name: String) -> Participant {
    Participant { role, name }
}

fn period(days: &Days) -> Period {
    Period {
        start: days.from.clone(),
        end: Some(days.to.clone()),
    }
}

/// What has no element of its own.
fn remarks(measure: &Measure) -> String {
    let mut parts: Vec<String> = measure
        .grounds
        .iter()
        .map(|ground| ground.text.clone())
        .collect();
    let cost = &measure.cost;
    parts.push(format!(
        "Effort: {} person-days. Cost: {}.",
        range(measure.effort.low, measure.effort.high),
        money(cost.low.zip(cost.high), &cost.currency, cost.default)
    ));
    let organisations: Vec<&str> = measure
        .organisations
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    for (what, list) in [
        ("Assumptions", measure.assumptions.join(" ")),
        ("Risks", measure.risks.join(" ")),
        (
            "Organisations whose mandate it is, none of which has been asked",
            organisations.join("; "),
        ),
    ] {
        if !list.is_empty() {
            parts.push(format!("{what}: {}.", list.trim_end_matches('.')));
        }
    }
    parts.join(" ")
}

fn range(low: u64, high: u64) -> String {
    if low == high {
        low.to_string()
    } else {
        format!("{low}–{high}")
    }
}

fn money(amount: Option<(u64, u64)>, currency: &str, default: bool) -> String {
    match amount {
        None => "not known".to_owned(),
        Some((low, high)) if default => {
            format!("{currency} {} (default, to be confirmed)", range(low, high))
        }
        Some((low, high)) => format!("{currency} {}", range(low, high)),
    }
}

/// The cost by years, once it is confirmed: a budget of IATI is for a year at most.
fn budgets(plan: &Plan, measure: &Measure) -> Vec<Money> {
    let years = measure.years.iter();
    let budget = |year: &facts::Year| Money {
        period: period(&year.days),
        amount: year.amount,
        said: plan.as_at.clone(),
        provider: None,
    };
    years.map(budget).collect()
}

/// What a donor gives, once the cost is confirmed and the sum is known.
fn disbursements(plan: &Plan, measure: &Measure) -> Vec<Money> {
    let cost = &measure.cost;
    let amount = cost.donor.filter(|_| !cost.default && cost.low.is_some());
    let disbursement = amount.map(|amount| Money {
        period: period(&measure.days),
        amount,
        said: plan.as_at.clone(),
        provider: cost.donor_name.clone(),
    });
    disbursement.into_iter().collect()
}

fn of_measure(plan: &Plan, measure: &Measure) -> Vec<Results> {
    let days = period(&measure.days);
    let mut all = Vec::new();
    for (kind, level, title) in [("1", "output", "Outputs"), ("2", "outcome", "Outcomes")] {
        let indicators = match measure
            .kept
            .as_ref()
            .and_then(|kept| kept.indicators.as_ref())
        {
            Some(kept) => of_people(plan, kept, level, &days),
            None => drafted(plan, measure, level, &days),
        };
        all.extend(results(kind, title, indicators));
    }
    all
}

/// Indicators as people keep them.
fn of_people(
    plan: &Plan,
    kept: &[facts::KeptIndicator],
    level: &str,
    days: &Period,
) -> Vec<Indicator> {
    let of_level = kept.iter().filter(|one| one.level == level);
    let indicators = of_level.map(|one| {
        let figures = (one.baseline.as_deref(), one.target.as_deref());
        indicator(
            plan,
            (one.indicator.clone(), one.means.clone()),
            figures,
            days,
        )
    });
    indicators.collect()
}

/// The library names the program as means of verification where an outcome is a score.
const COMPUTED: &str = "gapcheck";

/// Indicators of the library. Outputs are there or not; of outcomes only those have figures that the assessment gives.
fn drafted(plan: &Plan, measure: &Measure, level: &str, days: &Period) -> Vec<Indicator> {
    let words = |one: &facts::Indicator| (one.indicator.clone(), Some(one.means.clone()));
    if level == "output" {
        let figures = (Some("not there"), Some("there"));
        let outputs = measure.outputs.iter();
        return outputs
            .map(|one| indicator(plan, words(one), figures, days))
            .collect();
    }
    let figures = (
        Some("to be recorded before work begins"),
        Some("to be set with the baseline"),
    );
    let is_scored = !measure.closes.is_empty() && measure.figures.baseline.is_some();
    let outcomes = measure.outcomes.iter();
    // What the assessment measures has its figures, and need not be said in words beside them.
    let computed = |one: &&facts::Indicator| is_scored && one.means.contains(COMPUTED);
    let mut all: Vec<Indicator> = outcomes
        .filter(|one| !computed(one))
        .map(|one| indicator(plan, words(one), figures, days))
        .collect();
    if is_scored {
        let score = &measure.figures;
        let title = format!(
            "Score of the {} requirements behind this measure",
            score.requirements
        );
        all.extend(scored(
            plan,
            title,
            (score.baseline.as_ref(), score.target.as_ref()),
            days,
        ));
    }
    all
}

fn indicator(
    plan: &Plan,
    (title, means): (String, Option<String>),
    (baseline, target): (Option<&str>, Option<&str>),
    days: &Period,
) -> Indicator {
    let (measure, baseline, target) = measured(baseline, target);
    Indicator {
        title,
        means,
        measure,
        baseline: baseline.map(|level| (level, plan.as_at.clone())),
        target: target.map(|level| (level, days.clone())),
    }
}

/// A score now and with the gaps closed.
fn scored(
    plan: &Plan,
    title: String,
    (baseline, target): (Option<&Score>, Option<&Score>),
    days: &Period,
) -> Option<Indicator> {
    let [baseline, target] =
        [baseline, target].map(|score| score.map(|score| share(score.low, score.high)));
    let means = Some("Gap report on the law then in force".to_owned());
    baseline.as_ref()?;
    Some(indicator(
        plan,
        (title, means),
        (baseline.as_deref(), target.as_deref()),
        days,
    ))
}

/// Results with nothing to show them are none.
fn results(kind: &'static str, title: &str, indicators: Vec<Indicator>) -> Vec<Results> {
    if indicators.is_empty() {
        return Vec::new();
    }
    vec![Results {
        kind,
        title: title.to_owned(),
        indicators,
    }]
}
