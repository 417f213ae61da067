//! The logframe: impact, outcomes, outputs and activities, each with indicator, baseline, target, means of verification and assumptions.
//! Baselines and targets of the law are computed from the assessment; figures that no assessment knows are left to be recorded.

use super::Subject;
use super::cluster::{Bundle, bundles};
use super::{naming, wording};
use crate::assess::plan::{Figures, GapRef, Line, Plan};
use crate::model::Indicator;
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::{count, percent, sentence};

/// How a law that was assessed is assessed again.
const AGAIN: &str = "Gap report on the law then in force";
/// What no assessment of law can say.
const TO_RECORD: &str = "to be recorded at the start";
const TO_SET: &str = "to be set with the baseline";
/// An indicator of the library that is the computed one in other words.
const COMPUTED: &str = "gapcheck";

pub(super) fn write(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    document.paragraph("Baselines and targets in percent are intervals and are computed from the assessment: the baseline is the score today, its lower end taking all that is unknown as missing; the target is the score with the gaps closed that the plan closes. Where an indicator is no matter of the text of a law, its baseline has to be recorded before work begins, and its target set with it.");
    let mut rows = impact(plan);
    for (place, bundle) in bundles(plan).iter().enumerate() {
        rows.extend(outcome(place + 1, bundle));
        for (output, line) in bundle.lines.iter().enumerate() {
            rows.extend(self::output(
                plan,
                &format!("{}.{}", place + 1, output + 1),
                line,
            ));
        }
    }
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: Some("Logframe".to_owned()),
        wide: true,
        columns: vec![
            Column::text("Level", 2),
            Column::text("What is reached", 5),
            Column::text("Indicator", 5),
            Column::text("Baseline", 3),
            Column::text("Target", 3),
            Column::text("Means of verification", 4),
            Column::text("Assumptions", 4),
        ],
        rows,
    }));
}

/// A row; what stands in the row above it is not said again.
fn row(
    level: &str,
    what: &str,
    indicator: &str,
    figures: [Cell; 2],
    means: &str,
    holds: &str,
) -> Row {
    let [baseline, target] = figures;
    Row::of(vec![
        Cell::plain(level),
        Cell::toned(what, Tone::Strong),
        Cell::plain(indicator),
        baseline,
        target,
        Cell::plain(means),
        Cell::plain(holds),
    ])
}

/// The aim of resolution 20/7, measured by where each instrument stands.
fn impact(plan: &Plan<'_>) -> Vec<Row> {
    let mut rows = vec![Row::group("Impact")];
    for (place, one) in plan.outlook.iter().enumerate() {
        let is_first = place == 0;
        rows.push(row(
            if is_first { "Impact" } else { "" },
            if is_first {
                "Cybercrime in all its forms is prevented, detected, investigated and prosecuted, with individual freedoms and privacy protected"
            } else {
                ""
            },
            &format!("Score of the law against {}", one.checklist.short_title),
            [
                Cell::plain(percent(one.baseline)),
                Cell::plain(percent(one.target)),
            ],
            AGAIN,
            if is_first {
                "Laws that are passed are also brought into force, applied and paid for; what is not determined today is settled by the research plan"
            } else {
                ""
            },
        ));
    }
    rows
}

fn outcome(number: usize, bundle: &Bundle<'_, '_>) -> Vec<Row> {
    let gaps = bundle.gaps();
    let findings = bundle.findings();
    let does_away = bundle.lines.iter().any(|line| !line.closes.is_empty());
    let title = format!("Outcome {number}: {}", bundle.cluster.title());
    let mut rows = vec![Row::group(title)];
    let level = format!("Outcome {number}");
    let mut said = (level.as_str(), bundle.cluster.outcome());
    let mut add = |indicator: &str, figures: [Cell; 2], means: &str, holds: &str| {
        rows.push(row(said.0, said.1, indicator, figures, means, holds));
        said = ("", "");
    };
    let holds = "Parliament has time for the bills; what is passed is brought into force";
    if does_away {
        let total = gaps.len();
        add(
            "Gaps of the gap report in this field that are closed",
            [
                Cell::plain(format!("0 of {total}")),
                Cell::plain(format!("{total} of {total}")),
            ],
            AGAIN,
            holds,
        );
    }
    if findings > 0 {
        add(
            "Powers in force without a safeguard that belongs to them",
            [Cell::plain(findings.to_string()), Cell::plain("0")],
            AGAIN,
            if does_away { "" } else { holds },
        );
    }
    for indicator in outcomes(bundle) {
        add(
            &indicator.indicator,
            [
                Cell::toned(TO_RECORD, Tone::Faint),
                Cell::toned(TO_SET, Tone::Faint),
            ],
            &indicator.means,
            "",
        );
    }
    if rows.len() == 1 {
        rows.push(row(
            &level,
            bundle.cluster.outcome(),
            "Gaps of the gap report whose remedy is made to work",
            [Cell::plain("0"), Cell::plain(gaps.len().to_string())],
            "Records of the lines below",
            "",
        ));
    }
    rows
}

/// The indicators of outcomes that the lines have, each once, without those that only say that the law is assessed again.
fn outcomes<'b>(bundle: &Bundle<'b, '_>) -> Vec<&'b Indicator> {
    let mut found: Vec<&Indicator> = Vec::new();
    for one in bundle.lines.iter().flat_map(|line| &line.measure.outcomes) {
        let is_known = found.iter().any(|known| known.indicator == one.indicator);
        if !is_known && !one.means.contains(COMPUTED) {
            found.push(one);
        }
    }
    found
}

/// A line: what it hands over, what it changes in the law, and what is done for it.
fn output(plan: &Plan<'_>, number: &str, line: &Line<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let level = format!("Output {number}");
    let title = wording::title(line);
    let mut said = (level.as_str(), title.as_str());
    let holds: Vec<String> = line
        .measure
        .assumptions
        .iter()
        .map(|one| sentence(one))
        .collect();
    let mut holds = holds.join(" ");
    let mut add = |indicator: &str, figures: [Cell; 2], means: &str| {
        let holds = std::mem::take(&mut holds);
        rows.push(row(said.0, said.1, indicator, figures, means, &holds));
        said = ("", "");
    };
    for one in &line.measure.outputs {
        let figures = [Cell::plain("not there"), Cell::plain("there")];
        add(&one.indicator, figures, &one.means);
    }
    if let Some((indicator, figures)) = change(line) {
        add(&indicator, figures, AGAIN);
    }
    let activity = format!("Activity {number}");
    rows.push(Row::of(vec![
        Cell::plain(activity),
        Cell::plain(wording::recommendation(line)),
        Cell::plain(format!(
            "Person-days: {}. Months {} to {}{}",
            wording::span(line.effort),
            line.begin,
            line.end,
            then(&naming::after(line))
        )),
        Cell::plain("–"),
        Cell::plain(format!("done by month {}", line.end)),
        Cell::plain(format!("Reports of: {}", line.measure.lead)),
        Cell::toned(
            format!("Line {} of the plan", naming::number(plan, line)),
            Tone::Faint,
        ),
    ]));
    rows
}

fn then(after: &str) -> String {
    if after.is_empty() {
        String::new()
    } else {
        format!(", {after}")
    }
}

/// What a line changes in the requirements behind it, in figures.
fn change(line: &Line<'_>) -> Option<(String, [Cell; 2])> {
    let Figures {
        requirements,
        baseline,
        target,
    } = line.figures;
    if line.closes.is_empty() || baseline.is_none() {
        return None;
    }
    let indicator = format!(
        "Score of {} behind this line ({})",
        count(requirements, "requirement"),
        cites(&line.closes)
    );
    Some((
        indicator,
        [Cell::plain(percent(baseline)), Cell::plain(percent(target))],
    ))
}

/// The articles that gaps belong to, by instrument; many are counted.
pub(super) fn cites(gaps: &[GapRef<'_>]) -> String {
    const MOST: usize = 4;
    let mut by_instrument: Vec<(&str, Vec<&str>)> = Vec::new();
    for gap in gaps {
        let instrument = gap.checklist.short_title.as_str();
        let article = gap.result.requirement.article();
        match by_instrument
            .iter_mut()
            .find(|(name, _)| *name == instrument)
        {
            Some((_, articles)) if articles.contains(&article) => {}
            Some((_, articles)) => articles.push(article),
            None => by_instrument.push((instrument, vec![article])),
        }
    }
    let parts = by_instrument.into_iter().map(|(instrument, articles)| {
        if articles.len() > MOST {
            format!("{instrument}: {}", count(articles.len(), "article"))
        } else {
            format!(
                "{instrument}: {}",
                articles.join(", ").replace(' ', "\u{a0}")
            )
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}
