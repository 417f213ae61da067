//! Which measure answers what, and how gaps come together in lines: many to many, and each gap closed once.

use std::collections::BTreeMap;

use super::super::findings::{Finding, FindingKind};
use super::line::{Cost, DeclarationRef, Figures, GapRef, Line, Phase, Target};
use super::target::{laws, targets};
use super::{Ingredients, Unanswered};
use crate::model::{
    AnswerRule, Checklist, GapRule, LawPresence, Measure, MeasureRole, Span, TreatyStatus,
};

/// Lines with what is behind them, and what no measure answers.
pub(super) struct Answered<'c> {
    /// In the order of the library, and within a measure of what came first.
    pub(super) lines: Vec<Line<'c>>,
    pub(super) unanswered: Unanswered<'c>,
}

/// Something that a plan answers; nothing else is ever behind a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Behind<'c> {
    Gap(GapRef<'c>),
    Finding(&'c Finding<'c>),
    Declaration(DeclarationRef<'c>),
    Treaty(&'c Checklist<'c>),
}

/// Applies every measure to everything that it answers. What one measure closes no other does: the first of the library goes before.
pub(super) fn answer<'c>(from: &Ingredients<'c>) -> Answered<'c> {
    let laws = laws(from.survey);
    let mut drafts: BTreeMap<(usize, Option<&'c str>), Line<'c>> = BTreeMap::new();
    let mut unanswered = Unanswered::default();
    for behind in everything(from) {
        let fitting = || {
            let measures = from.library.measures.iter();
            measures.filter_map(|measure| {
                let targets = fit(from, measure, behind)
                    .then(|| targets(measure, behind, &laws))
                    .filter(|targets| !targets.is_empty())?;
                Some((measure, targets))
            })
        };
        let closing = fitting().find(|(measure, _)| measure.role == MeasureRole::Closes);
        let mut helped = false;
        for (measure, targets) in
            fitting().filter(|(measure, _)| measure.role == MeasureRole::Supports)
        {
            helped = true;
            for target in targets {
                put(&mut drafts, measure, target, behind);
            }
        }
        let by_whom = closing
            .as_ref()
            .map(|(measure, targets)| (*measure, targets[0]));
        match by_whom {
            Some((measure, target)) => put(&mut drafts, measure, target, behind),
            None => leave(&mut unanswered, behind, helped),
        }
    }
    let mut lines: Vec<Line<'c>> = drafts.into_values().collect();
    for line in &mut lines {
        help_cooperation(from, line);
    }
    Answered { lines, unanswered }
}

/// All that a plan answers, in the order of the instruments.
fn everything<'c>(from: &Ingredients<'c>) -> Vec<Behind<'c>> {
    let mut all: Vec<Behind<'c>> = gaps(from).map(Behind::Gap).collect();
    let findings = from.findings.iter();
    let unsafeguarded = findings.filter(|one| one.kind == FindingKind::UnsafeguardedPower);
    all.extend(unsafeguarded.map(Behind::Finding));
    let mut declared: Vec<(&str, &str)> = Vec::new();
    for result in from.results {
        for requirement in result.requirements().filter(|one| !one.is_optional()) {
            for name in &requirement.declarations_to_make {
                if !declared.contains(&(&result.checklist.id, name)) {
                    declared.push((&result.checklist.id, name));
                    all.push(Behind::Declaration(DeclarationRef {
                        checklist: result.checklist,
                        result: requirement,
                        name,
                    }));
                }
            }
        }
    }
    let checklists = from.results.iter().map(|result| result.checklist);
    all.extend(
        checklists
            .filter(|checklist| is_to_be_joined(from, checklist))
            .map(Behind::Treaty),
    );
    all
}

/// The gaps of everything that binds, in the order of the instruments.
pub(super) fn gaps<'c>(from: &Ingredients<'c>) -> impl Iterator<Item = GapRef<'c>> + use<'c> {
    from.results.iter().flat_map(|result| {
        let binding = result.requirements().filter(|one| !one.is_optional());
        binding.flat_map(|requirement| {
            requirement.gaps.iter().map(|gap| GapRef {
                checklist: result.checklist,
                result: requirement,
                gap,
            })
        })
    })
}

/// Whether the instrument is a treaty by which the State is not bound.
fn is_to_be_joined(from: &Ingredients<'_>, checklist: &Checklist<'_>) -> bool {
    let is_treaty = checklist.instrument.kind.as_deref() == Some("treaty");
    let legislation = from.survey.legislation;
    // One that will be bound from a later date has joined already.
    let joined = legislation
        .treaties
        .get(&checklist.id)
        .is_some_and(|treaty| treaty.status == TreatyStatus::Party);
    is_treaty && !joined
}

/// Whether a measure answers it.
fn fit<'c>(from: &Ingredients<'c>, measure: &Measure<'c>, behind: Behind<'c>) -> bool {
    measure.answers.iter().any(|rule| match (rule, behind) {
        (AnswerRule::Gaps(rule), Behind::Gap(gap)) => fits_gap(from, rule, gap),
        (AnswerRule::UnsafeguardedPower, Behind::Finding(_))
        | (AnswerRule::DeclarationsToMake, Behind::Declaration(_))
        | (AnswerRule::TreatyNotJoined, Behind::Treaty(_)) => true,
        (
            AnswerRule::Gaps(_)
            | AnswerRule::UnsafeguardedPower
            | AnswerRule::DeclarationsToMake
            | AnswerRule::TreatyNotJoined,
            _,
        ) => false,
    })
}

fn fits_gap(from: &Ingredients<'_>, rule: &GapRule<'_>, gap: GapRef<'_>) -> bool {
    let provision = gap.provision();
    let among = |models: &[&crate::model::ModelProvision]| {
        models.iter().any(|one| std::ptr::eq(*one, provision))
    };
    let present = || {
        let mut evidence = from.survey.evidence(provision).iter();
        match evidence.any(|one| one.counts) {
            true => LawPresence::Present,
            false => LawPresence::Absent,
        }
    };
    (rule.categories.is_empty() || rule.categories.contains(&provision.category))
        && (rule.models.is_empty() || among(&rule.models))
        && (rule.kinds.is_empty() || rule.kinds.contains(&gap.element().kind))
        && rule.law.is_none_or(|wanted| wanted == present())
}

fn put<'c>(
    drafts: &mut BTreeMap<(usize, Option<&'c str>), Line<'c>>,
    measure: &'c Measure<'c>,
    target: Target<'c>,
    behind: Behind<'c>,
) {
    let key = (measure.position, target.id());
    let line = drafts.entry(key).or_insert_with(|| empty(measure, target));
    match behind {
        Behind::Gap(gap) => match measure.role {
            MeasureRole::Closes => line.closes.push(gap),
            MeasureRole::Supports => line.supports.push(gap),
        },
        Behind::Finding(finding) => line.findings.push(finding),
        Behind::Declaration(declaration) => line.declarations.push(declaration),
        Behind::Treaty(checklist) => line.treaties.push(checklist),
    }
}

fn leave<'c>(unanswered: &mut Unanswered<'c>, behind: Behind<'c>, helped: bool) {
    match behind {
        // Training closes no gap, so a gap that is only supported is still unanswered.
        Behind::Gap(gap) => unanswered.gaps.push(gap),
        Behind::Finding(finding) => unanswered.findings.push(finding),
        // To join and to declare is no drafting, so that whoever helps with it answers it.
        Behind::Declaration(_) | Behind::Treaty(_) if helped => {}
        Behind::Declaration(declaration) => unanswered.declarations.push(declaration),
        Behind::Treaty(checklist) => unanswered.treaties.push(checklist),
    }
}

fn empty<'c>(measure: &'c Measure<'c>, target: Target<'c>) -> Line<'c> {
    Line {
        id: match target.id() {
            Some(target) => format!("{}/{target}", measure.id),
            None => measure.id.clone(),
        },
        measure,
        kept: None,
        drafted: None,
        target,
        closes: Vec::new(),
        supports: Vec::new(),
        findings: Vec::new(),
        declarations: Vec::new(),
        treaties: Vec::new(),
        grounds: Vec::new(),
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

/// Joining a treaty makes the law on cooperation under it work.
fn help_cooperation<'c>(from: &Ingredients<'c>, line: &mut Line<'c>) {
    let of_treaty = |gap: &GapRef<'c>| {
        let mut treaties = line.treaties.iter();
        gap.is_cooperation() && treaties.any(|one| one.id == gap.checklist.id)
    };
    let known = |gap: &GapRef<'c>| line.gaps().any(|other| other.id() == gap.id());
    let helped: Vec<GapRef<'c>> = gaps(from)
        .filter(|gap| of_treaty(gap) && !known(gap))
        .collect();
    line.supports.extend(helped);
}
