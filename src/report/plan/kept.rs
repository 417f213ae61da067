//! A plan and the file it is kept in: what a draft puts into the file, and what the file adds to every form of the report.

use super::{Subject, facts, wording};
use crate::assess::plan::{Aside, Line, keep};
use crate::model::{
    Date, IndicatorLevel, KeptCost, KeptIndicator, KeptLine, KeptPlan, LineState, PlanChanges,
    Span, Word,
};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::{count, percent};

/// A plan to keep, as it is drafted.
#[must_use]
pub fn fresh(subject: &Subject<'_>) -> KeptPlan {
    let plan = subject.plan;
    KeptPlan {
        country: subject.legislation.country.code.clone(),
        as_at: Some(subject.date),
        checklists: checklists(subject),
        start: Some(subject.date),
        currency: Some(plan.costs.currency.clone()).filter(|currency| !currency.is_empty()),
        publication: None,
        lines: plan
            .lines
            .iter()
            .map(|line| drafted(line, subject.date))
            .collect(),
    }
}

/// What a draft changes in a kept plan.
#[must_use]
pub fn changes(subject: &Subject<'_>, kept: &KeptPlan) -> PlanChanges {
    let start = kept.start.unwrap_or(subject.date);
    // Instruments that were not asked this time stay in the file, as their gaps do.
    let mut checklists = kept.checklists.clone();
    for id in self::checklists(subject) {
        if !checklists.contains(&id) {
            checklists.push(id);
        }
    }
    let same_currency = kept
        .currency
        .as_ref()
        .is_none_or(|currency| *currency == subject.plan.costs.currency);
    PlanChanges {
        as_at: Some(subject.date),
        checklists,
        standings: keep::standings(kept, subject.plan, subject.results),
        new_lines: keep::new_lines(kept, subject.plan)
            .map(|line| {
                let line = drafted(line, start);
                KeptLine {
                    cost: line.cost.filter(|_| same_currency),
                    ..line
                }
            })
            .collect(),
    }
}

fn checklists(subject: &Subject<'_>) -> Vec<String> {
    let outlook = subject.plan.outlook.iter();
    outlook.map(|one| one.checklist.id.clone()).collect()
}

/// A line of a draft as it is kept. Costs are not confirmed, and nobody has promised anything yet.
fn drafted(line: &Line<'_>, start: Date) -> KeptLine {
    let measure = line.measure;
    KeptLine {
        id: line.id.clone(),
        standing: keep::first_standing(line),
        title: Some(wording::title(line)),
        lead: Some(measure.lead.clone()).filter(|lead| !lead.is_empty()),
        partners: Some(measure.partners.clone()),
        begin: Some(start.months_later(line.begin)),
        end: Some(last_day(start, line)),
        effort: Some(line.effort),
        cost: line.cost.amount.map(|bounds| KeptCost {
            bounds,
            confirmed: false,
        }),
        indicators: Some(indicators(line)),
        ..KeptLine::default()
    }
}

fn last_day(start: Date, line: &Line<'_>) -> Date {
    let over = start.months_later(line.end);
    if line.end > 0 {
        over.day_before()
    } else {
        over
    }
}

/// The indicators of a line. The first of the outcomes has its figures from the assessment: they are what the law scores now, and with the gaps closed.
fn indicators(line: &Line<'_>) -> Vec<KeptIndicator> {
    let measure = line.measure;
    let of = |level, indicators: &[crate::model::Indicator]| {
        let indicators = indicators.iter();
        indicators
            .map(|one| KeptIndicator {
                level,
                indicator: one.indicator.clone(),
                means: Some(one.means.clone()).filter(|means| !means.is_empty()),
                baseline: None,
                target: None,
            })
            .collect::<Vec<_>>()
    };
    let mut all = of(IndicatorLevel::Output, &measure.outputs);
    for output in &mut all {
        output.baseline = Some("not there".to_owned());
        output.target = Some("there".to_owned());
    }
    all.extend(of(IndicatorLevel::Outcome, &measure.outcomes));
    let figures = line.figures;
    if !line.closes.is_empty() && figures.baseline.is_some() {
        let of_articles = count(figures.requirements, "requirement");
        all.push(KeptIndicator {
            level: IndicatorLevel::Outcome,
            indicator: format!("Score of the {of_articles} behind this line"),
            means: Some("gap report on the law then in force".to_owned()),
            baseline: Some(percent(figures.baseline)),
            target: Some(percent(figures.target)),
        });
    }
    all
}

/// A document of any form with what the kept plan adds to it.
pub(super) fn with(subject: &Subject<'_>, mut document: Document) -> Document {
    write(subject, &mut document);
    document
}

/// What the kept plan adds to every form: who pays, when by the calendar, what is published, and what is done or given up.
fn write(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    let Some(kept) = plan.kept else { return };
    document.heading(2, "As the plan is kept");
    let publication = kept.publication.as_deref();
    document.facts(vec![
        ("Start", kept.start.unwrap_or(subject.date).to_string()),
        ("Published", publication.unwrap_or("not stated").to_owned()),
    ]);
    let lines = plan.lines.iter().enumerate();
    let rows = lines.filter_map(|(place, line)| Some(row(subject, place, line, line.kept?)));
    let rows: Vec<Row> = rows.collect();
    if !rows.is_empty() {
        document.blocks.push(Block::Table(Table {
            brief: Vec::new(),
            caption: None,
            wide: true,
            columns: vec![
                Column::text("No.", 0),
                Column::text("Line", 4),
                Column::text("From and to", 2),
                Column::text("Who pays", 3),
                Column::text("Indicators, from and to", 4),
                Column::text("Published, note", 3),
            ],
            rows,
        }));
    }
    aside(subject, document);
}

fn row(subject: &Subject<'_>, place: usize, line: &Line<'_>, kept: &KeptLine) -> Row {
    let indicators = kept.indicators.iter().flatten();
    let figures: Vec<String> = indicators
        .map(|one| {
            let figure =
                |figure: &Option<String>| figure.clone().unwrap_or_else(|| "not stated".to_owned());
            format!(
                "{}: {} → {}",
                one.indicator,
                figure(&one.baseline),
                figure(&one.target)
            )
        })
        .collect();
    let said: Vec<&str> = [kept.publication.as_deref(), kept.note.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    Row::of(vec![
        Cell::toned((place + 1).to_string(), Tone::Strong),
        Cell::plain(wording::title(line)),
        Cell::plain(dates(kept).unwrap_or_else(|| wording::when(line))),
        Cell::plain(who_pays(subject, line)),
        Cell::plain(figures.join("; ")),
        Cell::plain(said.join(" – ")),
    ])
}

/// `2026-07-01 to 2027-06-30`, as far as it is stated.
pub(super) fn dates(kept: &KeptLine) -> Option<String> {
    match (kept.begin, kept.end) {
        (Some(begin), Some(end)) => Some(format!("{begin} to {end}")),
        (Some(begin), None) => Some(format!("from {begin}")),
        (None, Some(end)) => Some(format!("until {end}")),
        (None, None) => None,
    }
}

/// Who pays what, and what nobody pays yet.
fn who_pays(subject: &Subject<'_>, line: &Line<'_>) -> String {
    let currency = &subject.plan.costs.currency;
    let money = |amount: u64| format!("{currency}\u{a0}{}", wording::number(amount));
    let mut parts = Vec::new();
    if let Some(amount) = line.national() {
        parts.push(format!("national {}", money(amount)));
    }
    if let Some((name, amount)) = line.donor() {
        let amount = amount.map_or_else(|| "amount not stated".to_owned(), money);
        parts.push(format!("{name}: {amount}"));
    }
    parts.push(match line.unfunded() {
        None => "the cost is not known".to_owned(),
        Some(open) if open.high == 0 => "nothing is left open".to_owned(),
        Some(open) => format!("open: {currency}\u{a0}{}", wording::span(open)),
    });
    parts.join("; ")
}

/// What is stated on who pays, over all lines.
pub(super) fn financing(subject: &Subject<'_>) -> String {
    let plan = subject.plan;
    let sum = |amounts: &mut dyn Iterator<Item = u64>| amounts.fold(0, u64::saturating_add);
    let national = sum(&mut plan.lines.iter().filter_map(Line::national));
    let donors = sum(&mut plan.lines.iter().filter_map(|line| line.donor()?.1));
    if national == 0 && donors == 0 {
        return "national contribution and donors are not stated yet; until then all of the cost is a gap"
            .to_owned();
    }
    let currency = &plan.costs.currency;
    let open = plan
        .lines
        .iter()
        .map(Line::unfunded)
        .try_fold(Span::default(), |sum, open| Some(sum.plus(open?)));
    let open = open.map_or_else(
        || "what is left open is not known, since a line has no cost".to_owned(),
        |open| format!("left open {currency}\u{a0}{}", wording::span(open)),
    );
    format!(
        "national contribution {currency}\u{a0}{}, donors {currency}\u{a0}{}, {open}",
        wording::number(national),
        wording::number(donors)
    )
}

/// What is done, given up, or answered by other lines.
fn aside(subject: &Subject<'_>, document: &mut Document) {
    let items: Vec<Cell> = subject.plan.aside.iter().map(said_of).collect();
    if !items.is_empty() {
        document.paragraph("Kept in the file, with no work planned on them:");
        document.list(items);
    }
}

fn said_of(aside: &Aside<'_>) -> Cell {
    let name = aside.kept.title.as_ref().unwrap_or(&aside.kept.id);
    let standing = &aside.standing;
    let gaps = |ids: &[String]| ids.join(", ");
    let (what, tone) = match standing.state {
        LineState::Done if !standing.supports.is_empty() => (
            format!(
                "done, as the plan says; what it supports is still missing: {}",
                gaps(&standing.supports)
            ),
            Tone::InPlace,
        ),
        LineState::Done => ("done".to_owned(), Tone::InPlace),
        LineState::Withdrawn if standing.closes.is_empty() => {
            ("withdrawn".to_owned(), Tone::NotApplicable)
        }
        LineState::Withdrawn => (
            format!(
                "withdrawn; these gaps stay open: {}",
                gaps(&standing.closes)
            ),
            Tone::Missing,
        ),
        LineState::Moved => (
            format!("answered now by {}", gaps(&standing.moved_to)),
            Tone::Plain,
        ),
        LineState::Open if aside.kept.loose => (
            "nothing stands behind it, and it does not say that it is the office's own".to_owned(),
            Tone::Unknown,
        ),
        LineState::Open => (
            format!(
                "not planned now, since it is not known whether these are gaps, or their instrument was not asked: {}",
                gaps(&[standing.closes.clone(), standing.supports.clone()].concat())
            ),
            Tone::Unknown,
        ),
    };
    Cell::toned(format!("{name} ({}): {what}", aside.kept.id), tone)
}

/// What people wrote of a line, for programs.
pub(super) fn record(line: &Line<'_>) -> Option<facts::Kept> {
    let kept = line.kept?;
    Some(facts::Kept {
        own: kept.own,
        begin: kept.begin.map(|date| date.to_string()),
        end: kept.end.map(|date| date.to_string()),
        publication: kept.publication.clone(),
        note: kept.note.clone(),
        indicators: kept.indicators.as_ref().map(|indicators| {
            indicators
                .iter()
                .map(|one| facts::KeptIndicator {
                    level: one.level.word(),
                    indicator: one.indicator.clone(),
                    means: one.means.clone(),
                    baseline: one.baseline.clone(),
                    target: one.target.clone(),
                })
                .collect()
        }),
    })
}

/// Lines on which no work is planned, for programs.
pub(super) fn record_aside(aside: &Aside<'_>) -> facts::Aside {
    let standing = &aside.standing;
    facts::Aside {
        id: aside.kept.id.clone(),
        title: aside.kept.title.clone(),
        state: standing.state.word(),
        begin: aside.kept.begin.map(|date| date.to_string()),
        end: aside.kept.end.map(|date| date.to_string()),
        closes: standing.closes.clone(),
        supports: standing.supports.clone(),
        closed_since: standing.closed_since.clone(),
        moved_to: standing.moved_to.clone(),
    }
}
