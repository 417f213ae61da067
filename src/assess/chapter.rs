//! A whole checklist assessed: scores and counts by chapter and over all (design, section 4, rules 8 to 11).

use super::interval::Interval;
use super::requirement::requirement;
use super::survey::Survey;
use super::verdict::{IfEnacted, RequirementResult, Verdict};
use crate::model::{Assumed, Bindingness, Checklist, Date, Legislation, Link, Word};

/// A checklist, and how the country's law stands to it.
#[derive(Debug)]
pub struct ChecklistResult<'c> {
    /// The checklist.
    pub checklist: &'c Checklist<'c>,
    /// Its chapters.
    pub chapters: Vec<ChapterResult<'c>>,
    /// The same requirements by the links of the chain of criminal justice that their model provisions serve.
    pub chain: Vec<LinkResult>,
    /// Over mandatory and conditional requirements.
    pub binding: Tally,
    /// Over optional requirements.
    pub optional: Tally,
    /// The second score, where bills are assumed.
    pub if_enacted: Option<WhatIf>,
}

/// A chapter, and how the country's law stands to it.
#[derive(Debug)]
pub struct ChapterResult<'c> {
    /// Its title.
    pub title: &'c str,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementResult<'c>>,
    /// Over its mandatory and conditional requirements.
    pub binding: Tally,
    /// Over its optional requirements.
    pub optional: Tally,
}

/// A link of the chain of criminal justice, and how the law stands to what serves it. A requirement that serves two
/// links is in both, so the counts of the links do not add up to those of the checklist.
#[derive(Debug, Clone)]
pub struct LinkResult {
    /// The link.
    pub link: Link,
    /// Over its mandatory and conditional requirements.
    pub binding: Tally,
    /// Over its optional requirements.
    pub optional: Tally,
}

/// The tallies of a checklist if bills were enacted.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// The ids of the laws assumed, as far as they are in this file.
    pub laws: Vec<String>,
    /// Over mandatory and conditional requirements.
    pub binding: Tally,
    /// Over optional requirements.
    pub optional: Tally,
}

/// A score, how much of it is known, and how many requirements have which verdict.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The weighted mean; none where nothing is scored.
    pub score: Option<Interval>,
    /// How many elements are determined, of how many.
    pub elements: Determined,
    /// How many requirements have which verdict.
    pub counts: Counts,
}

/// How many pairs of requirement and element are determined, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Determined {
    /// Those with one value.
    pub determined: usize,
    /// All.
    pub total: usize,
}

/// How many requirements have which verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names are the verdicts")]
pub struct Counts {
    pub in_place: usize,
    pub partly_in_place: usize,
    pub not_in_place: usize,
    pub not_applicable: usize,
    pub not_determined: usize,
}

impl Counts {
    /// The number of requirements with that verdict.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::InPlace => self.in_place,
            Verdict::PartlyInPlace => self.partly_in_place,
            Verdict::NotInPlace => self.not_in_place,
            Verdict::NotApplicable => self.not_applicable,
            Verdict::NotDetermined => self.not_determined,
        }
    }

    pub(super) fn add(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::InPlace => &mut self.in_place,
            Verdict::PartlyInPlace => &mut self.partly_in_place,
            Verdict::NotInPlace => &mut self.not_in_place,
            Verdict::NotApplicable => &mut self.not_applicable,
            Verdict::NotDetermined => &mut self.not_determined,
        } += 1;
    }
}

impl<'c> ChecklistResult<'c> {
    /// All requirements, in order.
    pub fn requirements(&self) -> impl Iterator<Item = &RequirementResult<'c>> {
        self.chapters
            .iter()
            .flat_map(|chapter| &chapter.requirements)
    }
}

impl ChecklistResult<'_> {
    /// Whether nothing of the checklist binds, as in a study: then its optional requirements are all there is to show.
    #[must_use]
    pub fn is_all_optional(&self) -> bool {
        self.requirements().all(RequirementResult::is_optional)
    }

    /// The tally to show first: over what binds, or where nothing does, over what is optional.
    #[must_use]
    pub fn main(&self) -> &Tally {
        self.first(&self.binding, &self.optional)
    }

    /// The same of a chapter.
    #[must_use]
    pub fn main_of<'t>(&self, chapter: &'t ChapterResult<'_>) -> &'t Tally {
        self.first(&chapter.binding, &chapter.optional)
    }

    /// The same of a link of the chain of criminal justice.
    #[must_use]
    pub fn main_of_link<'t>(&self, link: &'t LinkResult) -> &'t Tally {
        self.first(&link.binding, &link.optional)
    }

    fn first<'t>(&self, binding: &'t Tally, optional: &'t Tally) -> &'t Tally {
        if self.is_all_optional() {
            optional
        } else {
            binding
        }
    }
}

impl RequirementResult<'_> {
    /// Whether the requirement is optional, and so scored apart and without gaps.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.requirement.bindingness == Bindingness::Optional
    }
}

/// Assesses the law in force at `date`.
#[must_use]
pub fn assess<'c>(survey: &Survey<'c>, checklist: &'c Checklist<'c>) -> ChecklistResult<'c> {
    let chapters: Vec<ChapterResult<'c>> = checklist
        .chapters
        .iter()
        .map(|chapter| {
            let requirements: Vec<RequirementResult<'c>> = chapter
                .requirements
                .iter()
                .map(|one| requirement(survey, checklist, one))
                .collect();
            ChapterResult {
                title: &chapter.title,
                binding: tally(requirements.iter().filter(|one| !one.is_optional())),
                optional: tally(requirements.iter().filter(|one| one.is_optional())),
                requirements,
            }
        })
        .collect();
    let all = || chapters.iter().flat_map(|chapter| &chapter.requirements);
    ChecklistResult {
        checklist,
        chain: chain(all()),
        binding: tally(all().filter(|one| !one.is_optional())),
        optional: tally(all().filter(|one| one.is_optional())),
        chapters,
        if_enacted: None,
    }
}

/// Assesses the law in force at `date`, and beside it the law as it would be with `assumed` enacted (rule 11).
#[must_use]
pub fn assess_if<'c>(
    legislation: &'c Legislation<'c>,
    date: Date,
    assumed: &Assumed,
    checklist: &'c Checklist<'c>,
) -> ChecklistResult<'c> {
    let mut now = assess(
        &Survey::new(legislation, date, &Assumed::nothing()),
        checklist,
    );
    let then = assess(&Survey::new(legislation, date, assumed), checklist);
    let laws = legislation.laws.iter().filter(|law| match assumed {
        Assumed::All => law.sections.iter().any(|section| {
            use crate::model::Status::{Bill, Drafting, Enacted, InForce, Repealed, Suspended};
            match section.life.status {
                Drafting | Bill | Enacted => !section.life.counts_at(date),
                InForce | Repealed | Suspended => false,
            }
        }),
        Assumed::Laws(named) => named.contains(&law.id),
    });
    now.if_enacted = Some(WhatIf {
        laws: laws.map(|law| law.id.clone()).collect(),
        binding: then.binding.clone(),
        optional: then.optional.clone(),
    });
    let requirements = now
        .chapters
        .iter_mut()
        .flat_map(|chapter| &mut chapter.requirements);
    for (one, other) in requirements.zip(then.requirements()) {
        let missing_from = |these: &RequirementResult<'_>, those: &RequirementResult<'_>| {
            these
                .gaps
                .iter()
                .filter(|gap| !those.gaps.iter().any(|other| other.id == gap.id))
                .map(|gap| gap.id.clone())
                .collect::<Vec<_>>()
        };
        one.if_enacted = Some(IfEnacted {
            outcome: other.outcome,
            closes: missing_from(one, other),
            opens: missing_from(other, one),
        });
    }
    now
}

fn chain<'r, 'c: 'r>(
    requirements: impl Iterator<Item = &'r RequirementResult<'c>> + Clone,
) -> Vec<LinkResult> {
    let serving = |link: Link, optional: bool| {
        let serving = requirements.clone().filter(move |one| {
            one.is_optional() == optional && one.requirement.model.chain.contains(&link)
        });
        tally(serving)
    };
    let links = Link::ALL.iter().map(|link| LinkResult {
        link: *link,
        binding: serving(*link, false),
        optional: serving(*link, true),
    });
    links.collect()
}

fn tally<'r, 'c: 'r>(
    requirements: impl Iterator<Item = &'r RequirementResult<'c>> + Clone,
) -> Tally {
    let mut tally = Tally {
        score: Interval::mean(requirements.clone().filter_map(|one| {
            one.outcome
                .score
                .map(|score| (score, one.requirement.weight_in_force()))
        })),
        ..Tally::default()
    };
    for one in requirements {
        tally.counts.add(one.outcome.verdict);
        tally.elements.total += one.elements.len();
        tally.elements.determined += one
            .elements
            .iter()
            .filter(|element| element.value.is_determined())
            .count();
    }
    tally
}
