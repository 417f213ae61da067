//! Rules of a project, judged on an assessment: what breaks them, and by which figure. It is arithmetic and can't fail.

use super::chapter::{ChecklistResult, Determined, Tally};
use super::findings::{Finding, FindingKind};
use super::interval::Interval;
use super::verdict::{RequirementResult, Verdict};
use crate::model::{
    Checklist, Comparison, Condition, Gauge, KnownBefore, Legislation, Limit, ModelProvision,
    Occurrence, Rule, SectionIndex, Word, finding_names,
};

/// A rule, and how one country's law stands to it.
#[derive(Debug)]
pub struct Judged<'r, 'c> {
    /// The rule.
    pub rule: &'r Rule,
    /// The instrument it was tested on; none for what belongs to the law as a whole.
    pub instrument: Option<&'c Checklist<'c>>,
    /// What came of it.
    pub standing: RuleStanding,
    /// The figure, where the rule has a limit.
    pub figure: Option<Figure>,
    /// The score of the instrument with its interval.
    pub score: Option<Interval>,
    /// How many elements of the instrument are determined.
    pub elements: Option<Determined>,
    /// The ids of what breaks the rule: gaps, elements, requirements or findings.
    pub concerns: Vec<String>,
    /// The sections concerned.
    pub sections: Vec<SectionIndex>,
}

/// What came of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleStanding {
    /// It is not broken.
    Holds,
    /// It is broken.
    Broken,
    /// There is nothing that its figure could be measured on.
    NothingToMeasure,
}

/// A figure that was held against a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// What was compared: a share from 0 to 1, or a number.
    pub value: f64,
    /// What was counted, and of how many; none for the ends of a score.
    pub counted: Option<(usize, usize)>,
}

/// Judges every rule: on each instrument, or once where it is about the law as a whole. Of gaps and findings only those
/// count that `known` does not have.
#[must_use]
pub fn judge<'r, 'c>(
    rules: &[&'r Rule],
    legislation: &Legislation<'_>,
    results: &[ChecklistResult<'c>],
    findings: &[Finding<'_>],
    known: Option<&KnownBefore>,
) -> Vec<Judged<'r, 'c>> {
    let case = Case {
        legislation,
        findings,
        known,
    };
    let mut judged = Vec::new();
    for rule in rules {
        let in_scope = |result: &&ChecklistResult<'_>| {
            let scope = rule.scope.as_ref();
            scope.is_none_or(|scope| *scope == result.checklist.id)
        };
        match rule.condition {
            Condition::There(occurrence) => match finding_kind(occurrence) {
                Some(kind) if rule.scope.is_none() => {
                    judged.push(case.finding(rule, kind, None));
                }
                Some(kind) => judged.extend(
                    results
                        .iter()
                        .filter(in_scope)
                        .map(|result| case.finding(rule, kind, Some(result.checklist))),
                ),
                None => judged.extend(results.iter().filter(in_scope).map(|result| {
                    let gates_only = occurrence == Occurrence::GateGap;
                    case.gaps(rule, result, gates_only)
                })),
            },
            Condition::Figure {
                measure,
                comparison,
                limit,
            } => judged.extend(
                results
                    .iter()
                    .filter(in_scope)
                    .map(|result| case.figure(rule, result, (measure, comparison, limit))),
            ),
        }
    }
    judged
}

fn finding_kind(occurrence: Occurrence) -> Option<FindingKind> {
    match occurrence {
        Occurrence::Gap | Occurrence::GateGap | Occurrence::NewGap => None,
        Occurrence::UnsafeguardedPower => Some(FindingKind::UnsafeguardedPower),
        Occurrence::SafeguardsNotDetermined => Some(FindingKind::SafeguardsNotDetermined),
        Occurrence::Outside => Some(FindingKind::Outside),
        Occurrence::Broader => Some(FindingKind::Broader),
    }
}

/// What rules are judged on.
struct Case<'a> {
    legislation: &'a Legislation<'a>,
    findings: &'a [Finding<'a>],
    known: Option<&'a KnownBefore>,
}

impl Case<'_> {
    /// A rule that there be no gap.
    fn gaps<'r, 'c>(
        &self,
        rule: &'r Rule,
        result: &ChecklistResult<'c>,
        gates_only: bool,
    ) -> Judged<'r, 'c> {
        let (concerns, sections) = self.new_gaps(result, gates_only);
        begin(rule, Some(result)).with(!concerns.is_empty(), concerns, sections)
    }

    /// The gaps of what binds that the baseline does not have, and the sections they were found in.
    fn new_gaps(
        &self,
        result: &ChecklistResult<'_>,
        gates_only: bool,
    ) -> (Vec<String>, Vec<SectionIndex>) {
        let requirements = result
            .requirements()
            .filter(|one| !one.is_optional() && (one.requirement.gate || !gates_only));
        let is_new = |id: &String| self.known.is_none_or(|known| !known.gaps.contains(id));
        let mut ids = Vec::new();
        let mut sections = Vec::new();
        for gap in requirements.flat_map(|one| &one.gaps) {
            if is_new(&gap.id) {
                ids.push(gap.id.clone());
                sections.extend_from_slice(&gap.sections);
            }
        }
        (ids, sections)
    }

    /// A rule that there be no such finding.
    fn finding<'r, 'c>(
        &self,
        rule: &'r Rule,
        kind: FindingKind,
        instrument: Option<&'c Checklist<'c>>,
    ) -> Judged<'r, 'c> {
        let asked = |provision: &ModelProvision| {
            instrument.is_none_or(|checklist| {
                let mut requirements = checklist.requirements();
                requirements.any(|one| std::ptr::eq(one.model, provision))
            })
        };
        let mut concerns = Vec::new();
        let mut sections = Vec::new();
        for finding in self.findings.iter().filter(|one| one.kind == kind) {
            if !finding.provision.is_none_or(asked) {
                continue;
            }
            let names = self.names(finding);
            let is_new = |name: &String| self.known.is_none_or(|all| !all.findings.contains(name));
            let before = concerns.len();
            concerns.extend(names.into_iter().filter(is_new));
            if concerns.len() > before {
                sections.extend_from_slice(&finding.sections);
            }
        }
        let judged = Judged {
            instrument,
            ..begin(rule, None)
        };
        judged.with(!concerns.is_empty(), concerns, sections)
    }

    fn names(&self, finding: &Finding<'_>) -> Vec<String> {
        let elements: Vec<&str> = finding.elements.iter().map(|one| one.id.as_str()).collect();
        let sections: Vec<String> = finding
            .sections
            .iter()
            .map(|index| self.legislation.cite(*index))
            .collect();
        let provision = finding.provision.map(|one| one.id.as_str());
        finding_names(finding.kind.word(), provision, &elements, &sections)
    }

    /// A rule with a limit.
    fn figure<'r, 'c>(
        &self,
        rule: &'r Rule,
        result: &ChecklistResult<'c>,
        (measure, comparison, limit): (Gauge, Comparison, Limit),
    ) -> Judged<'r, 'c> {
        let gaps = self.new_gaps(result, measure == Gauge::GateGaps);
        let figure = figure(measure, limit, result.main(), gaps.0.len());
        let mut judged = begin(rule, Some(result));
        judged.figure = figure;
        let Some(figure) = figure else {
            judged.standing = RuleStanding::NothingToMeasure;
            return judged;
        };
        let limit = match limit {
            Limit::Share(share) => share,
            Limit::Count(count) => f64::from(count),
        };
        if !comparison.holds(figure.value, limit) {
            return judged;
        }
        let (concerns, sections) = match measure {
            Gauge::ScoreLow | Gauge::ScoreHigh | Gauge::Gaps | Gauge::GateGaps => gaps,
            Gauge::Unknown => undetermined(result),
            Gauge::InPlace => of_verdict(result, Verdict::InPlace, comparison),
            Gauge::PartlyInPlace => of_verdict(result, Verdict::PartlyInPlace, comparison),
            Gauge::NotInPlace => of_verdict(result, Verdict::NotInPlace, comparison),
            Gauge::NotDetermined => of_verdict(result, Verdict::NotDetermined, comparison),
            Gauge::NotApplicable => of_verdict(result, Verdict::NotApplicable, comparison),
        };
        judged.with(true, concerns, sections)
    }
}

impl Judged<'_, '_> {
    fn with(
        mut self,
        broken: bool,
        concerns: Vec<String>,
        mut sections: Vec<SectionIndex>,
    ) -> Self {
        if broken {
            self.standing = RuleStanding::Broken;
        }
        sections.sort_unstable();
        sections.dedup();
        self.concerns = concerns;
        self.sections = sections;
        self
    }
}

fn begin<'r, 'c>(rule: &'r Rule, result: Option<&ChecklistResult<'c>>) -> Judged<'r, 'c> {
    Judged {
        rule,
        instrument: result.map(|result| result.checklist),
        standing: RuleStanding::Holds,
        figure: None,
        score: result.and_then(|result| result.main().score),
        elements: result.map(|result| result.main().elements),
        concerns: Vec::new(),
        sections: Vec::new(),
    }
}

/// The figure of a measure; none where there is nothing to measure.
fn figure(measure: Gauge, limit: Limit, tally: &Tally, gaps: usize) -> Option<Figure> {
    let end = |value: f64| Figure {
        value,
        counted: None,
    };
    let of_all = || Verdict::ALL.iter().map(|verdict| tally.counts.of(*verdict));
    let all: usize = of_all().sum();
    let counted = |part: usize, of: usize| {
        let value = match limit {
            Limit::Count(_) => number(part),
            Limit::Share(_) if of == 0 => return None,
            Limit::Share(_) => number(part) / number(of),
        };
        Some(Figure {
            value,
            counted: Some((part, of)),
        })
    };
    let of_applicable = |verdict: Verdict| {
        let applicable = all - tally.counts.not_applicable;
        counted(tally.counts.of(verdict), applicable)
    };
    match measure {
        Gauge::ScoreLow => tally.score.map(|score| end(score.low)),
        Gauge::ScoreHigh => tally.score.map(|score| end(score.high)),
        Gauge::Unknown => {
            let elements = tally.elements;
            counted(elements.total - elements.determined, elements.total)
        }
        Gauge::Gaps | Gauge::GateGaps => counted(gaps, gaps),
        Gauge::InPlace => of_applicable(Verdict::InPlace),
        Gauge::PartlyInPlace => of_applicable(Verdict::PartlyInPlace),
        Gauge::NotInPlace => of_applicable(Verdict::NotInPlace),
        Gauge::NotDetermined => of_applicable(Verdict::NotDetermined),
        Gauge::NotApplicable => counted(tally.counts.not_applicable, all),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of elements and requirements are small"
)]
fn number(count: usize) -> f64 {
    count as f64
}

/// The requirements that the first tally of a checklist is over.
fn main_requirements<'r, 'c>(
    result: &'r ChecklistResult<'c>,
) -> impl Iterator<Item = &'r RequirementResult<'c>> {
    let optional = result.is_all_optional();
    let all = result.requirements();
    all.filter(move |one| one.is_optional() == optional)
}

/// The elements that are not determined.
fn undetermined(result: &ChecklistResult<'_>) -> (Vec<String>, Vec<SectionIndex>) {
    let stem = &result.checklist.id;
    let mut ids = Vec::new();
    let mut sections = Vec::new();
    for one in main_requirements(result) {
        for element in &one.elements {
            if !element.value.is_determined() {
                ids.push(format!("{stem}/{}/{}", one.requirement.id, element.name));
                sections.extend_from_slice(&element.sections);
            }
        }
    }
    (ids, sections)
}

/// The requirements of a verdict; or those that lack it, where the rule wants more of it.
fn of_verdict(
    result: &ChecklistResult<'_>,
    verdict: Verdict,
    comparison: Comparison,
) -> (Vec<String>, Vec<SectionIndex>) {
    let mut ids = Vec::new();
    let mut sections = Vec::new();
    for one in main_requirements(result) {
        if (one.outcome.verdict == verdict) != comparison.wants_more() {
            ids.push(format!("{}/{}", result.checklist.id, one.requirement.id));
            let elements = one.elements.iter();
            sections.extend(elements.flat_map(|element| &element.sections).copied());
        }
    }
    (ids, sections)
}
