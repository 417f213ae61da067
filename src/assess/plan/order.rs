//! The order of a plan: what must come first comes first, then the lines go by their grounds, which are printed beside them.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::figures;
use super::line::{GapRef, Ground, Line, Phase};
use super::{Ingredients, Target};
use crate::model::{Category, MeasureRole, ModelProvision, Per};

/// Puts the lines in order, with their grounds, times, phases and figures.
pub(super) fn order<'c>(from: &Ingredients<'c>, lines: Vec<Line<'c>>) -> Vec<Line<'c>> {
    let before = prerequisites(&lines);
    let waiting = waiting(&before);
    let own: Vec<Vec<Ground<'c>>> = lines
        .iter()
        .zip(&waiting)
        .map(|(line, waiting)| grounds(from, line, waiting.len()))
        .collect();
    let ranks: Vec<Rank> = own.iter().map(|grounds| Rank::of(grounds)).collect();
    let lead = leaders(&lines, &ranks, &waiting);
    let sequence = sequence(&lines, &before, &ranks, &lead);
    let mut place = vec![0; lines.len()];
    for (new, old) in sequence.iter().enumerate() {
        place[*old] = new;
    }
    let mut ordered: Vec<(usize, Line<'c>)> = lines.into_iter().enumerate().collect();
    let ids: Vec<String> = ordered.iter().map(|(_, line)| line.id.clone()).collect();
    ordered.sort_by_key(|(old, _)| place[*old]);
    let mut lines: Vec<Line<'c>> = Vec::new();
    for (old, mut line) in ordered {
        line.grounds = own[old].clone();
        if lead[old] != old {
            line.grounds
                .insert(0, Ground::WaitedForBy(ids[lead[old]].clone()));
        }
        line.after = before[old].iter().map(|earlier| place[*earlier]).collect();
        line.after.sort_unstable();
        time(&mut line, &lines);
        line.figures = figures::of_line(&line);
        lines.push(line);
    }
    lines
}

/// A line begins when all before it have ended, each after as many months as it may take.
fn time(line: &mut Line<'_>, earlier: &[Line<'_>]) {
    let ends = line.after.iter().map(|place| earlier[*place].end);
    line.begin = ends.max().unwrap_or(0);
    line.end = line.begin.saturating_add(line.measure.months.high);
    line.phase = Phase::ending(line.end);
}

/// For each line the lines that come right before it: those of the measures named under `after`. Where both measures cover
/// the same kind of thing, only the line on the same thing counts.
fn prerequisites(lines: &[Line<'_>]) -> Vec<Vec<usize>> {
    let comes_before = |earlier: &Line<'_>, later: &Line<'_>| {
        later.measure.after.contains(&earlier.measure.position)
            && (earlier.measure.per != later.measure.per
                || earlier.measure.per == Per::Country
                || target(earlier.target) == target(later.target))
    };
    let before = lines.iter().map(|later| {
        let places = 0..lines.len();
        places
            .filter(|place| comes_before(&lines[*place], later))
            .collect()
    });
    before.collect()
}

fn target<'c>(target: Target<'c>) -> Option<&'c str> {
    target.id()
}

/// For each line all that wait for it, one after another.
fn waiting(before: &[Vec<usize>]) -> Vec<BTreeSet<usize>> {
    let mut waiting = vec![BTreeSet::new(); before.len()];
    for later in 0..before.len() {
        let mut open = before[later].clone();
        while let Some(earlier) = open.pop() {
            if waiting[earlier].insert(later) {
                open.extend(&before[earlier]);
            }
        }
    }
    waiting
}

/// Why a line should come early, the weightiest ground first.
fn grounds<'c>(from: &Ingredients<'c>, line: &Line<'c>, waiting: usize) -> Vec<Ground<'c>> {
    let mut grounds = Vec::new();
    let gate: Vec<_> = each_once(
        line.closes
            .iter()
            .filter(|gap| gap.is_gate())
            .map(|gap| gap.result),
    );
    if !gate.is_empty() {
        grounds.push(Ground::Gate(gate));
    }
    let does_away = line.measure.role == MeasureRole::Closes;
    let findings = line.findings.iter().filter(|_| does_away);
    let powers: Vec<&ModelProvision> = findings.filter_map(|finding| finding.provision).collect();
    if !powers.is_empty() {
        grounds.push(Ground::UnsafeguardedPower(powers));
    }
    let blocking = line.closes.iter().filter(|gap| blocks(from, gap));
    let blocking = each_once(blocking.map(GapRef::provision));
    if !blocking.is_empty() || !line.treaties.is_empty() {
        grounds.push(Ground::Cooperation(blocking));
    }
    if waiting > 0 {
        grounds.push(Ground::PrerequisiteOf(waiting));
    }
    let provisions = line.provisions();
    let needs = from.survey.legislation.needs.iter();
    let needs: Vec<_> = needs
        .filter(|need| {
            provisions
                .iter()
                .any(|one| std::ptr::eq(*one, need.provision))
        })
        .collect();
    if !needs.is_empty() {
        grounds.push(Ground::Need(needs));
    }
    if !line.bills.is_empty() {
        grounds.push(Ground::Bill(
            line.bills.iter().map(|bill| bill.law).collect(),
        ));
    }
    grounds.push(Ground::Weight(line.closes.iter().map(weight).sum()));
    grounds
}

/// Whether cooperation fails over the gap: it is in a rule on cooperation, or in an offence that a treaty in force for the
/// State asks for, so that dual criminality is lacking.
fn blocks(from: &Ingredients<'_>, gap: &GapRef<'_>) -> bool {
    let is_party = || {
        let survey = from.survey;
        survey.legislation.is_party(&gap.checklist.id, survey.date)
    };
    gap.is_cooperation() || gap.provision().category == Category::Offence && is_party()
}

/// The share of a requirement that is lost for certain, times what the requirement weighs.
fn weight(gap: &GapRef<'_>) -> f64 {
    let elements = &gap.result.elements;
    let all: f64 = elements.iter().map(|one| one.element.element.weight).sum();
    let lost = elements
        .iter()
        .find(|one| one.name == gap.gap.name)
        .map_or(0.0, |one| 1.0 - one.value.high);
    gap.result.requirement.weight * lost * gap.element().weight / all
}

fn each_once<'r, T>(all: impl Iterator<Item = &'r T>) -> Vec<&'r T> {
    let mut once: Vec<&'r T> = Vec::new();
    for one in all {
        if !once.iter().any(|known| std::ptr::eq(*known, one)) {
            once.push(one);
        }
    }
    once
}

/// What grounds come to when lines are compared; more goes before.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Rank {
    gate: bool,
    unsafeguarded: bool,
    cooperation: bool,
    waiting: usize,
    need: bool,
    bill: bool,
    weight: f64,
}

impl Rank {
    fn of(grounds: &[Ground<'_>]) -> Self {
        let mut rank = Self::default();
        for ground in grounds {
            match ground {
                Ground::Gate(_) => rank.gate = true,
                Ground::UnsafeguardedPower(_) => rank.unsafeguarded = true,
                Ground::Cooperation(_) => rank.cooperation = true,
                Ground::PrerequisiteOf(waiting) => rank.waiting = *waiting,
                Ground::Need(_) => rank.need = true,
                Ground::Bill(_) => rank.bill = true,
                Ground::Weight(weight) => rank.weight = *weight,
                Ground::WaitedForBy(_) | Ground::Own => {}
            }
        }
        rank
    }

    fn compare(&self, other: &Self) -> Ordering {
        let words = |rank: &Self| {
            (
                rank.gate,
                rank.unsafeguarded,
                rank.cooperation,
                rank.waiting,
                rank.need,
                rank.bill,
            )
        };
        words(self)
            .cmp(&words(other))
            .then(self.weight.total_cmp(&other.weight))
    }
}

/// For each line the one whose rank it has: its own, or the highest of those that wait for it.
fn leaders(lines: &[Line<'_>], ranks: &[Rank], waiting: &[BTreeSet<usize>]) -> Vec<usize> {
    let leader = |place: usize| {
        let higher = waiting[place]
            .iter()
            .copied()
            .filter(|later| ranks[*later].compare(&ranks[place]) == Ordering::Greater);
        higher
            .max_by(|one, other| {
                let ids = || lines[*other].id.cmp(&lines[*one].id);
                ranks[*one].compare(&ranks[*other]).then_with(ids)
            })
            .unwrap_or(place)
    };
    (0..lines.len()).map(leader).collect()
}

/// Of the lines for which everything is ready, the one of the highest rank is next.
fn sequence(
    lines: &[Line<'_>],
    before: &[Vec<usize>],
    ranks: &[Rank],
    lead: &[usize],
) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..lines.len()).collect();
    let mut sequence = Vec::new();
    while !left.is_empty() {
        let is_ready = |place: &usize| before[*place].iter().all(|one| !left.contains(one));
        let next = left.iter().copied().filter(is_ready).max_by(|one, other| {
            let inherited = ranks[lead[*one]].compare(&ranks[lead[*other]]);
            inherited
                .then_with(|| ranks[*one].compare(&ranks[*other]))
                .then_with(|| Reverse(&lines[*one].id).cmp(&Reverse(&lines[*other].id)))
        });
        // Measures have no cycle, so that something is always ready.
        let Some(next) = next else { break };
        left.remove(&next);
        sequence.push(next);
    }
    sequence
}
