//! A draft with what people wrote in their kept plan: fields of theirs go before the drafted ones, and what is done or given up stands aside (docs/decisions.md, *The kept plan*).

use super::line::{Cost, Figures, Ground, Line, Phase, Target};
use super::{Ingredients, Plan, cost, figures, keep};
use crate::model::{
    Date, Effort, Indicator, IndicatorLevel, KeptIndicator, KeptLine, KeptPlan, LineStanding,
    LineState, Measure, MeasureRole, MeasureType, Per, Span,
};

/// A line of the kept plan on which no work is planned now.
#[derive(Debug)]
pub struct Aside<'c> {
    /// The line as it is kept.
    pub kept: &'c KeptLine,
    /// How it stands.
    pub standing: LineStanding,
    /// What the draft would do, where it still has the line: then the line is withdrawn, or people say that it is done.
    pub draft: Option<Line<'c>>,
}

/// The measures of a draft as the kept plan words them, by the ids of lines; those of the office's own lines are made here.
#[must_use]
pub fn measures<'c>(kept: &KeptPlan, plan: &Plan<'c>) -> Vec<(String, Measure<'c>)> {
    let lines = kept.lines.iter().filter_map(|line| {
        let draft = plan.lines.iter().find(|draft| draft.id == line.id);
        let measure = match draft {
            Some(draft) => worded(line, draft.measure),
            None if line.own => worded(line, &of_ones_own(line)),
            None => return None,
        };
        Some((line.id.clone(), measure))
    });
    lines.collect()
}

fn worded<'c>(line: &KeptLine, draft: &Measure<'c>) -> Measure<'c> {
    let indicators = |level: IndicatorLevel, drafted: &[Indicator]| match &line.indicators {
        None => drafted.to_vec(),
        Some(kept) => kept
            .iter()
            .filter(|one| one.level == level)
            .map(|one| Indicator {
                indicator: one.indicator.clone(),
                means: one.means.clone().unwrap_or_default(),
            })
            .collect(),
    };
    Measure {
        id: draft.id.clone(),
        position: draft.position,
        title: line.title.clone().unwrap_or_else(|| draft.title.clone()),
        ensure: draft.ensure.clone(),
        consider: draft.consider.clone(),
        kind: draft.kind,
        role: draft.role,
        per: draft.per,
        chain: draft.chain.clone(),
        // What it answers was asked when the plan was drafted.
        answers: Vec::new(),
        lead: line.lead.clone().unwrap_or_else(|| draft.lead.clone()),
        partners: line
            .partners
            .clone()
            .unwrap_or_else(|| draft.partners.clone()),
        after: draft.after.clone(),
        effort: draft.effort,
        months: draft.months,
        units: draft.units.clone(),
        outputs: indicators(IndicatorLevel::Output, &draft.outputs),
        outcomes: indicators(IndicatorLevel::Outcome, &draft.outcomes),
        assumptions: draft.assumptions.clone(),
        risks: draft.risks.clone(),
        organisations: draft.organisations.clone(),
        drafting: draft.drafting.clone(),
    }
}

/// A measure that no library has.
fn of_ones_own<'c>(line: &KeptLine) -> Measure<'c> {
    let title = line.title.clone().unwrap_or_else(|| line.id.clone());
    Measure {
        id: line.id.clone(),
        position: usize::MAX,
        ensure: title.clone(),
        consider: title.clone(),
        title,
        kind: MeasureType::Other,
        role: MeasureRole::Supports,
        per: Per::Country,
        chain: Vec::new(),
        answers: Vec::new(),
        lead: String::new(),
        partners: Vec::new(),
        after: Vec::new(),
        effort: Effort::default(),
        months: Span::default(),
        units: std::collections::BTreeMap::new(),
        outputs: Vec::new(),
        outcomes: Vec::new(),
        assumptions: Vec::new(),
        risks: Vec::new(),
        organisations: Vec::new(),
        drafting: None,
    }
}

/// The draft with all that the kept plan says; `measures` are those of [`measures`].
#[must_use]
pub fn edited<'c>(
    plan: Plan<'c>,
    from: &Ingredients<'c>,
    kept: &'c KeptPlan,
    measures: &'c [(String, Measure<'c>)],
) -> Plan<'c> {
    let standings = keep::standings(kept, &plan, from.results);
    let gaps = super::answer::gaps(from).collect::<Vec<_>>();
    let mut plan = plan;
    let mut drafts: Vec<Option<Line<'c>>> = plan.lines.drain(..).map(Some).collect();
    let standing_of = |line: &KeptLine| {
        let known = standings.iter().find(|(id, _)| *id == line.id);
        known.map_or_else(|| line.standing.clone(), |(_, standing)| standing.clone())
    };
    let mut own = Vec::new();
    for line in &kept.lines {
        let place = drafts
            .iter()
            .position(|draft| draft.as_ref().is_some_and(|draft| draft.id == line.id));
        let standing = standing_of(line);
        let is_planned = standing.state == LineState::Open && (line.own || place.is_some());
        if !is_planned {
            plan.aside.push(Aside {
                kept: line,
                standing,
                draft: place.and_then(|place| drafts[place].take()),
            });
            continue;
        }
        let measure = measures.iter().find(|(id, _)| *id == line.id);
        let Some((_, measure)) = measure else {
            continue;
        };
        let start = kept.start.unwrap_or(from.survey.date);
        match place.and_then(|place| drafts[place].as_mut()) {
            Some(draft) => {
                draft.drafted = Some(draft.measure);
                edit(draft, line, measure, start);
            }
            None => {
                let mut new = line_of_ones_own(line, measure);
                let named = line.standing.closes.iter().chain(&line.standing.supports);
                new.supports = gaps
                    .iter()
                    .filter(|gap| named.clone().any(|id| id == gap.id()))
                    .copied()
                    .collect();
                edit(&mut new, line, measure, start);
                own.push(new);
            }
        }
    }
    plan.lines = closed_up(drafts);
    plan.lines.extend(own);
    in_one_currency(&mut plan, kept);
    let currency = plan.costs.currency.clone();
    plan.costs = super::Costing {
        currency,
        ..cost::costing(from, &plan.lines)
    };
    plan.outlook = figures::outlook(from, &plan.lines);
    plan.kept = Some(kept);
    plan
}

fn line_of_ones_own<'c>(line: &KeptLine, measure: &'c Measure<'c>) -> Line<'c> {
    Line {
        id: line.id.clone(),
        measure,
        kept: None,
        drafted: None,
        target: Target::Country,
        closes: Vec::new(),
        supports: Vec::new(),
        findings: Vec::new(),
        declarations: Vec::new(),
        treaties: Vec::new(),
        grounds: vec![Ground::Own],
        phase: Phase::Short,
        after: Vec::new(),
        begin: 0,
        end: 0,
        effort: Span::default(),
        cost: Cost::default(),
        under_way: Vec::new(),
        bills: Vec::new(),
        figures: Figures::default(),
    }
}

fn edit<'c>(line: &mut Line<'c>, kept: &'c KeptLine, measure: &'c Measure<'c>, start: Date) {
    line.measure = measure;
    line.kept = Some(kept);
    let takes = line.end.saturating_sub(line.begin);
    let ends = kept.end.map(|end| start.months_to_the_end_of(end));
    match (kept.begin, ends) {
        (Some(begin), ends) => {
            line.begin = start.months_until(begin);
            line.end = ends.unwrap_or(line.begin.saturating_add(takes));
        }
        (None, Some(end)) => {
            line.begin = line.begin.min(end);
            line.end = end;
        }
        (None, None) => {}
    }
    line.phase = Phase::ending(line.end);
    line.effort = kept.effort.unwrap_or(line.effort);
    if let Some(cost) = kept.cost {
        if line.cost.amount != Some(cost.bounds) {
            line.cost.parts.clear();
        }
        line.cost.amount = Some(cost.bounds);
        line.cost.is_default = !cost.confirmed;
    }
}

/// The lines that are left, each with the places that the lines before it have now.
fn closed_up<'c>(drafts: Vec<Option<Line<'c>>>) -> Vec<Line<'c>> {
    let mut places = Vec::with_capacity(drafts.len());
    let mut next = 0;
    for draft in &drafts {
        places.push(draft.as_ref().map(|_| next));
        next += usize::from(draft.is_some());
    }
    let mut lines: Vec<Line<'c>> = drafts.into_iter().flatten().collect();
    let ids: Vec<String> = lines.iter().map(|line| line.id.clone()).collect();
    for line in &mut lines {
        line.after = line.after.iter().filter_map(|old| places[*old]).collect();
        line.grounds.retain(|ground| match ground {
            Ground::WaitedForBy(id) => ids.contains(id),
            Ground::Gate(_)
            | Ground::UnsafeguardedPower(_)
            | Ground::Cooperation(_)
            | Ground::PrerequisiteOf(_)
            | Ground::Need(_)
            | Ground::Bill(_)
            | Ground::Weight(_)
            | Ground::Own => true,
        });
    }
    lines
}

/// Amounts of a kept plan are in its currency. Where the draft has another, its own amounts can't be added to them.
fn in_one_currency(plan: &mut Plan<'_>, kept: &KeptPlan) {
    let Some(currency) = kept.currency.as_ref() else {
        return;
    };
    if *currency == plan.costs.currency {
        return;
    }
    plan.costs.currency.clone_from(currency);
    for line in &mut plan.lines {
        if line.kept.is_none_or(|kept| kept.cost.is_none()) {
            line.cost = Cost::default();
        }
    }
}

impl<'c> Line<'c> {
    /// Whether people added it, and no draft knows it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.kept.is_some() && self.drafted.is_none()
    }

    /// The title that people gave it.
    #[must_use]
    pub fn own_title(&self) -> Option<&'c str> {
        self.kept?.title.as_deref()
    }

    /// Its indicators with the figures that people gave them.
    #[must_use]
    pub fn own_indicators(&self) -> Option<&'c [KeptIndicator]> {
        self.kept?.indicators.as_deref()
    }

    /// What the State pays, if it says so.
    #[must_use]
    pub fn national(&self) -> Option<u64> {
        self.kept?.national
    }

    /// Who else pays, and how much of it is known.
    #[must_use]
    pub fn donor(&self) -> Option<(&'c str, Option<u64>)> {
        let donor = self.kept?.donor.as_ref()?;
        Some((&donor.name, donor.amount))
    }

    /// What of its cost nobody pays yet; none where the cost is not known.
    #[must_use]
    pub fn unfunded(&self) -> Option<Span> {
        let amount = self.cost.amount?;
        let donor = self.donor().and_then(|(_, amount)| amount);
        let paid = self
            .national()
            .unwrap_or_default()
            .saturating_add(donor.unwrap_or_default());
        Some(Span {
            low: amount.low.saturating_sub(paid),
            high: amount.high.saturating_sub(paid),
        })
    }
}
