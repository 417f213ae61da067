//! What is listed for human-rights review beside the scores (design, section 4, rule 12).

use super::survey::Survey;
use super::valuation::Valuation;
use crate::model::{
    Category, Checklist, Element, ElementKind, ModelProvision, SectionIndex, Standing, Word,
};

/// Something that a score does not show.
#[derive(Debug, Clone)]
pub struct Finding<'c> {
    /// What kind of thing.
    pub kind: FindingKind,
    /// The model provision; none for a section outside all of them.
    pub provision: Option<&'c ModelProvision>,
    /// The elements concerned.
    pub elements: Vec<&'c Element>,
    /// The sections concerned.
    pub sections: Vec<SectionIndex>,
    /// In the words of the person who read the law.
    pub note: Option<&'c str>,
}

/// The kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A power is in force without a safeguard that belongs to it.
    UnsafeguardedPower,
    /// A power is in force, and it is not known whether a safeguard is.
    SafeguardsNotDetermined,
    /// A section has no counterpart in any instrument.
    Outside,
    /// The law asks for less than an element, and so covers more.
    Broader,
}

impl Word for FindingKind {
    const ALL: &'static [Self] = &[
        Self::UnsafeguardedPower,
        Self::SafeguardsNotDetermined,
        Self::Outside,
        Self::Broader,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::UnsafeguardedPower => "unsafeguarded-power",
            Self::SafeguardsNotDetermined => "safeguards-not-determined",
            Self::Outside => "outside",
            Self::Broader => "broader",
        }
    }
}

/// The findings on the model provisions that the checklists ask for, and on sections outside all.
#[must_use]
pub fn findings<'c>(survey: &Survey<'c>, checklists: &[&'c Checklist<'c>]) -> Vec<Finding<'c>> {
    let mut provisions: Vec<&'c ModelProvision> = Vec::new();
    for requirement in checklists
        .iter()
        .flat_map(|checklist| checklist.requirements())
    {
        if !provisions
            .iter()
            .any(|known| std::ptr::eq(*known, requirement.model))
        {
            provisions.push(requirement.model);
        }
    }
    let mut findings: Vec<Finding<'c>> = provisions
        .iter()
        .filter(|provision| provision.category == Category::ProceduralPower)
        .filter_map(|provision| power(survey, provision))
        .collect();
    findings.extend(outside(survey));
    findings.extend(broader(survey));
    findings.sort_by_key(|finding| finding.kind);
    findings
}

/// A power that is there at least in part, and a safeguard of which is not, or not known to be.
fn power<'c>(survey: &Survey<'c>, provision: &'c ModelProvision) -> Option<Finding<'c>> {
    let valuation = Valuation::new(survey, provision, None);
    let everything: Vec<usize> = (0..provision.elements.len()).collect();
    let values = valuation.of(&everything);
    let in_force = |valued: &&super::valuation::Valued| {
        provision.treats_as_limb(&provision.elements[valued.element]) && valued.value.low > 0.0
    };
    let limbs: Vec<_> = values.iter().filter(in_force).collect();
    if limbs.is_empty() {
        return None;
    }
    let safeguards = || {
        values
            .iter()
            .filter(|valued| provision.elements[valued.element].kind == ElementKind::Safeguard)
    };
    let missing: Vec<usize> = safeguards()
        .filter(|valued| valued.value.high <= 0.0)
        .map(|valued| valued.element)
        .collect();
    let open: Vec<usize> = safeguards()
        .filter(|valued| valued.value.low <= 0.0)
        .map(|valued| valued.element)
        .collect();
    let (kind, elements) = match (missing.is_empty(), open.is_empty()) {
        (false, _) => (FindingKind::UnsafeguardedPower, missing),
        (true, false) => (FindingKind::SafeguardsNotDetermined, open),
        (true, true) => return None,
    };
    // Only the sections that lack something are named: another that has it all is no reason to look.
    let lacks = |piece: &&usize| {
        elements.iter().any(|element| {
            let value = valuation.at(**piece, *element);
            match kind {
                FindingKind::UnsafeguardedPower => value.high <= 0.0,
                FindingKind::SafeguardsNotDetermined
                | FindingKind::Outside
                | FindingKind::Broader => value.low <= 0.0,
            }
        })
    };
    let pieces = limbs.iter().flat_map(|valued| &valued.chosen).filter(lacks);
    let mut sections: Vec<SectionIndex> = pieces
        .map(|piece| valuation.pieces()[*piece].evidence.index)
        .collect();
    sections.sort_unstable();
    sections.dedup();
    Some(Finding {
        kind,
        provision: Some(provision),
        elements: elements
            .into_iter()
            .map(|place| &provision.elements[place])
            .collect(),
        sections,
        note: None,
    })
}

fn outside<'c>(survey: &Survey<'c>) -> Vec<Finding<'c>> {
    let counting = survey
        .legislation
        .sections()
        .filter(|(index, _)| survey.in_force.has(*index));
    counting
        .filter_map(|(index, section)| {
            Some(Finding {
                kind: FindingKind::Outside,
                provision: None,
                elements: Vec::new(),
                sections: vec![index],
                note: Some(section.outside.as_deref()?),
            })
        })
        .collect()
}

fn broader<'c>(survey: &Survey<'c>) -> Vec<Finding<'c>> {
    let mut findings = Vec::new();
    for (index, section) in survey.legislation.sections() {
        if !survey.in_force.has(index) {
            continue;
        }
        for annotation in &section.covers {
            let broader = annotation
                .judgements
                .iter()
                .filter(|judgement| judgement.standing == Standing::Broader);
            findings.extend(broader.map(|judgement| Finding {
                kind: FindingKind::Broader,
                provision: Some(annotation.provision),
                elements: vec![&annotation.provision.elements[judgement.element]],
                sections: vec![index],
                note: judgement.reason.as_deref(),
            }));
        }
    }
    findings
}
