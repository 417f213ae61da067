//! A second implementation of who answers what and in which order, written from docs/decisions.md alone: by ids, and
//! without thought for speed. It relies on the assessment, and on nothing of `assess/plan/`.

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::assess::{
    ChecklistResult, Finding, FindingKind, Gap, RequirementResult, Survey, assess,
};
use gapcheck::model::{
    AnswerRule, Assumed, Category, GapRule, LawKind, LawPresence, Measure, MeasureLibrary,
    MeasureRole, ModelProvision, Per, Role, Status, TreatyStatus, Word,
};

/// A line, as far as the two implementations are compared.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) closes: BTreeSet<String>,
    pub(crate) supports: BTreeSet<String>,
    /// Findings, declarations and treaties, each with a word before it.
    pub(crate) others: BTreeSet<String>,
}

/// What one plan is made of.
pub(crate) struct World<'w> {
    pub(crate) survey: &'w Survey<'w>,
    pub(crate) results: &'w [ChecklistResult<'w>],
    pub(crate) findings: &'w [Finding<'w>],
    pub(crate) library: &'w MeasureLibrary<'w>,
}

/// A gap with where it stands.
#[derive(Clone, Copy)]
struct At<'w> {
    result: &'w ChecklistResult<'w>,
    requirement: &'w RequirementResult<'w>,
    gap: &'w Gap<'w>,
}

impl<'w> World<'w> {
    fn gaps(&self) -> Vec<At<'w>> {
        let mut gaps = Vec::new();
        for result in self.results {
            for requirement in result.requirements() {
                for gap in &requirement.gaps {
                    if !requirement.is_optional() {
                        gaps.push(At {
                            result,
                            requirement,
                            gap,
                        });
                    }
                }
            }
        }
        gaps
    }

    /// The lines by id, and the ids of gaps that nothing closes.
    pub(crate) fn lines(&self) -> (BTreeMap<String, Line>, BTreeSet<String>) {
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        let mut unanswered = BTreeSet::new();
        for at in self.gaps() {
            for measure in &self.library.measures {
                if measure.role == MeasureRole::Supports && self.fits(measure, at) {
                    for target in self.targets(measure, at) {
                        let line = lines.entry(named(measure, &target)).or_default();
                        line.supports.insert(at.gap.id.clone());
                    }
                }
            }
            let carrier = carrier(at);
            let closing = self.library.measures.iter().find(|measure| {
                measure.role == MeasureRole::Closes
                    && self.fits(measure, carrier)
                    && !self.targets(measure, carrier).is_empty()
            });
            match closing {
                Some(measure) => {
                    let target = &self.targets(measure, carrier)[0];
                    let line = lines.entry(named(measure, target)).or_default();
                    line.closes.insert(at.gap.id.clone());
                }
                None => {
                    unanswered.insert(at.gap.id.clone());
                }
            }
        }
        self.powers(&mut lines);
        self.treaties(&mut lines);
        (lines, unanswered)
    }

    fn powers(&self, lines: &mut BTreeMap<String, Line>) {
        for finding in self.findings {
            let Some(provision) = finding.provision else {
                continue;
            };
            if finding.kind != FindingKind::UnsafeguardedPower {
                continue;
            }
            let laws = || {
                let sections = finding.sections.iter().map(|section| section.law);
                self.law(sections.collect(), provision.category)
            };
            self.put(
                lines,
                &|rule| matches!(rule, AnswerRule::UnsafeguardedPower),
                &|measure| match measure.per {
                    Per::Law => vec![laws()],
                    Per::Provision => vec![provision.id.clone()],
                    Per::Link => links(measure, provision),
                    Per::Instrument | Per::Country => vec![String::new()],
                },
                &format!("finding {}", provision.id),
            );
        }
    }

    fn treaties(&self, lines: &mut BTreeMap<String, Line>) {
        for result in self.results {
            let id = &result.checklist.id;
            let target = |measure: &Measure<'_>| match measure.per {
                Per::Country => vec![String::new()],
                Per::Law | Per::Provision | Per::Link | Per::Instrument => vec![id.clone()],
            };
            for requirement in result.requirements().filter(|one| !one.is_optional()) {
                for name in &requirement.declarations_to_make {
                    self.put(
                        lines,
                        &|rule| matches!(rule, AnswerRule::DeclarationsToMake),
                        &target,
                        &format!("declaration {id} {name}"),
                    );
                }
            }
            let treaty = self.survey.legislation.treaties.get(id);
            let joined = treaty.is_some_and(|treaty| treaty.status == TreatyStatus::Party);
            if result.checklist.instrument.kind.as_deref() == Some("treaty") && !joined {
                self.put(
                    lines,
                    &|rule| matches!(rule, AnswerRule::TreatyNotJoined),
                    &target,
                    &format!("treaty {id}"),
                );
            }
        }
        // Whoever joins makes the rules on cooperation under the treaty work.
        for line in lines.values_mut() {
            for at in self.gaps() {
                let treaty = format!("treaty {}", at.result.checklist.id);
                if line.others.contains(&treaty)
                    && is_cooperation(at)
                    && !line.closes.contains(&at.gap.id)
                {
                    line.supports.insert(at.gap.id.clone());
                }
            }
        }
    }

    /// To every measure that supports it, and to the first that closes it.
    fn put(
        &self,
        lines: &mut BTreeMap<String, Line>,
        fits: &dyn Fn(&AnswerRule<'_>) -> bool,
        targets: &dyn Fn(&Measure<'_>) -> Vec<String>,
        what: &str,
    ) {
        let mut closed = false;
        for measure in &self.library.measures {
            if !measure.answers.iter().any(fits) || targets(measure).is_empty() {
                continue;
            }
            let mut into = targets(measure);
            if measure.role == MeasureRole::Closes {
                if closed {
                    continue;
                }
                closed = true;
                into.truncate(1);
            }
            for target in into {
                let line = lines.entry(named(measure, &target)).or_default();
                line.others.insert(what.to_owned());
            }
        }
    }

    fn fits(&self, measure: &Measure<'_>, at: At<'_>) -> bool {
        measure.answers.iter().any(|rule| match rule {
            AnswerRule::Gaps(rule) => self.fits_rule(rule, at),
            AnswerRule::UnsafeguardedPower
            | AnswerRule::TreatyNotJoined
            | AnswerRule::DeclarationsToMake => false,
        })
    }

    fn fits_rule(&self, rule: &GapRule<'_>, at: At<'_>) -> bool {
        let element = at.gap.element;
        let mut evidence = self.survey.evidence(element.provision).iter();
        let present = if evidence.any(|one| one.counts) {
            LawPresence::Present
        } else {
            LawPresence::Absent
        };
        let models: Vec<&str> = rule.models.iter().map(|one| one.id.as_str()).collect();
        let wanted = [
            rule.categories.is_empty() || rule.categories.contains(&element.provision.category),
            models.is_empty() || models.contains(&element.provision.id.as_str()),
            rule.kinds.is_empty() || rule.kinds.contains(&element.element.kind),
            rule.law.is_none() || rule.law == Some(present),
        ];
        wanted == [true; 4]
    }

    fn targets(&self, measure: &Measure<'_>, at: At<'_>) -> Vec<String> {
        let provision = at.gap.element.provision;
        match measure.per {
            Per::Country => vec![String::new()],
            Per::Instrument => vec![at.result.checklist.id.clone()],
            Per::Provision => vec![provision.id.clone()],
            Per::Link => links(measure, provision),
            Per::Law => {
                let sections = at.gap.sections.iter().map(|section| section.law);
                vec![self.law(sections.collect(), provision.category)]
            }
        }
    }

    /// The law to amend: where it was found, else of the category, else of the field, else a new one.
    fn law(&self, found: Vec<usize>, category: Category) -> String {
        let laws = &self.survey.legislation.laws;
        let can = |law: &usize| {
            matches!(
                laws[*law].kind,
                None | Some(LawKind::Statute | LawKind::Regulation)
            )
        };
        let counting = |wanted: &dyn Fn(Category) -> bool| {
            let mut places = Vec::new();
            let mut seen = BTreeSet::new();
            for (_, section) in self.survey.legislation.sections() {
                for annotation in &section.covers {
                    if seen.insert(annotation.provision.id.clone()) {
                        for evidence in self.survey.evidence(annotation.provision) {
                            if evidence.counts && wanted(annotation.provision.category) {
                                places.push(evidence.index.law);
                            }
                        }
                    }
                }
            }
            places
        };
        let steps = [
            found,
            counting(&|one| one == category),
            counting(&|one| field(one) == field(category)),
        ];
        for step in steps {
            let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
            for law in step.iter().filter(|law| can(law)) {
                *numbers.entry(&laws[*law].id).or_default() += 1;
            }
            let most = numbers.values().max().copied();
            if let Some((id, _)) = numbers.iter().find(|(_, number)| Some(**number) == most) {
                return (*id).to_owned();
            }
        }
        "NEW".to_owned()
    }

    /// The ids of the lines in the order in which they are to be done.
    pub(crate) fn order(&self, lines: &BTreeMap<String, Line>) -> Vec<String> {
        let ids: Vec<&String> = lines.keys().collect();
        let before = |later: &str, earlier: &str| {
            let (measure, target) = self.parts(later);
            let (other, its) = self.parts(earlier);
            measure.after.contains(&other.position) && (measure.per != other.per || target == its)
        };
        // Everything that waits for a line, one after another.
        let mut waiting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for _ in &ids {
            for earlier in &ids {
                for later in &ids {
                    if before(later, earlier) {
                        let mut more = waiting.get(later.as_str()).cloned().unwrap_or_default();
                        more.insert(later);
                        waiting.entry(earlier).or_default().extend(more);
                    }
                }
            }
        }
        let none = BTreeSet::new();
        let waiting = |id: &str| waiting.get(id).unwrap_or(&none).clone();
        let bills = self.closed_by_bills();
        let own = |id: &str| self.rank(id, &lines[id], waiting(id).len(), &bills);
        let rank = |id: &str| {
            let inherited = waiting(id).into_iter().map(own);
            inherited.chain([own(id)]).max().unwrap_or_default()
        };
        let mut left: Vec<&String> = ids;
        let mut order: Vec<String> = Vec::new();
        while !left.is_empty() {
            let mut ready: Vec<&String> = left
                .iter()
                .copied()
                .filter(|id| left.iter().all(|other| !before(id, other)))
                .collect();
            ready.sort_by_key(|id| (std::cmp::Reverse((rank(id), own(id))), id.as_str()));
            let next = ready.first().expect("measures have no cycle").to_string();
            left.retain(|id| **id != next);
            order.push(next);
        }
        order
    }

    fn parts<'i>(&self, id: &'i str) -> (&Measure<'w>, &'i str) {
        let (measure, target) = id.split_once('/').unwrap_or((id, ""));
        (self.library.get(measure).expect("it is there"), target)
    }

    /// Gate, rights, cooperation, how many wait, need, bill, weight.
    fn rank(
        &self,
        id: &str,
        line: &Line,
        waiting: usize,
        bills: &BTreeSet<String>,
    ) -> (bool, bool, bool, usize, bool, bool, i64) {
        let (measure, _) = self.parts(id);
        let survey = self.survey;
        let all = self.gaps();
        let closed = || all.iter().filter(|at| line.closes.contains(&at.gap.id));
        let party = |at: &At<'_>| {
            survey
                .legislation
                .is_party(&at.result.checklist.id, survey.date)
        };
        let blocks = |at: &At<'_>| {
            let offence = at.gap.element.provision.category == Category::Offence;
            is_cooperation(*at) || offence && party(at)
        };
        let has = |word: &str| line.others.iter().any(|one| one.starts_with(word));
        let gaps = || {
            let behind = |at: &&At<'_>| {
                line.closes.contains(&at.gap.id) || line.supports.contains(&at.gap.id)
            };
            all.iter().filter(behind)
        };
        let needed = survey.legislation.needs.iter().any(|need| {
            let finding = format!("finding {}", need.provision.id);
            gaps().any(|at| at.gap.element.provision.id == need.provision.id)
                || line.others.contains(&finding)
        });
        let weight: f64 = closed().map(|at| weight(*at)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "requirements are few")]
        let weight = (weight * 1e9).round() as i64;
        (
            closed().any(|at| at.requirement.requirement.gate),
            measure.role == MeasureRole::Closes && has("finding "),
            closed().any(blocks) || has("treaty "),
            waiting,
            needed,
            gaps().any(|at| bills.contains(&at.gap.id)),
            weight,
        )
    }

    /// The gaps that some bill would close for certain by itself.
    fn closed_by_bills(&self) -> BTreeSet<String> {
        let (legislation, date) = (self.survey.legislation, self.survey.date);
        let mut closed = BTreeSet::new();
        for law in &legislation.laws {
            let moving = law.sections.iter().any(|section| {
                let moves = [Status::Drafting, Status::Bill, Status::Enacted];
                moves.contains(&section.life.status)
                    && !section.life.counts_at(date)
                    && !section.life.repealed_at(date)
            });
            if !moving {
                continue;
            }
            let assumed = Assumed::Laws(vec![law.id.clone()]);
            let survey = Survey::new(legislation, date, &assumed);
            for at in self.gaps() {
                let then = assess(&survey, at.result.checklist);
                let same = then
                    .requirements()
                    .find(|one| one.requirement.id == at.requirement.requirement.id);
                let element = same.and_then(|one| {
                    one.elements
                        .iter()
                        .find(|element| element.name == at.gap.name)
                });
                if same.is_some() && element.is_none_or(|one| one.value.low >= 1.0) {
                    closed.insert(at.gap.id.clone());
                }
            }
        }
        closed
    }
}

fn named(measure: &Measure<'_>, target: &str) -> String {
    match target {
        "" => measure.id.clone(),
        target => format!("{}/{target}", measure.id),
    }
}

fn links(measure: &Measure<'_>, provision: &ModelProvision) -> Vec<String> {
    if provision.chain.is_empty() {
        return vec![String::new()];
    }
    let mut links: Vec<String> = Vec::new();
    for link in &provision.chain {
        if measure.chain.is_empty() || measure.chain.contains(link) {
            links.push(link.word().to_owned());
        }
    }
    if measure.role == MeasureRole::Closes {
        links.truncate(1);
    }
    links
}

/// A condition without any section goes with the first missing limb of the same idea in the same requirement.
fn carrier(at: At<'_>) -> At<'_> {
    let provision = at.gap.element.provision;
    let limbs = provision.elements.iter().any(|one| one.role == Role::Limb);
    let is_limb = |gap: &Gap<'_>| !limbs || gap.element.element.role == Role::Limb;
    if is_limb(at.gap) || !at.gap.sections.is_empty() {
        return at;
    }
    let mut gaps = at.requirement.gaps.iter();
    let limb = gaps.find(|gap| gap.element.provision.id == provision.id && is_limb(gap));
    At {
        gap: limb.unwrap_or(at.gap),
        ..at
    }
}

fn is_cooperation(at: At<'_>) -> bool {
    at.requirement.requirement.model.category == Category::InternationalCooperation
        || at.gap.element.provision.category == Category::InternationalCooperation
}

fn weight(at: At<'_>) -> f64 {
    let all: f64 = at
        .requirement
        .elements
        .iter()
        .map(|one| one.element.element.weight)
        .sum();
    let mut elements = at.requirement.elements.iter();
    let element = elements.find(|one| one.name == at.gap.name);
    let lost = element.map_or(0.0, |one| 1.0 - one.value.high);
    at.requirement.requirement.weight * lost * at.gap.element.element.weight / all
}

fn field(category: Category) -> &'static str {
    match category {
        Category::Definition
        | Category::Offence
        | Category::Liability
        | Category::Sanction
        | Category::Jurisdiction => "criminal law",
        Category::ProceduralPower | Category::Safeguard => "procedure",
        Category::InternationalCooperation => "cooperation",
        Category::Prevention | Category::Assistance | Category::Institution => "institutions",
    }
}
