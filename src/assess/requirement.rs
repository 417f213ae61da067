//! The verdict on one requirement (design, section 4, rules 4 to 8).

use super::gap;
use super::interval::Interval;
use super::survey::{Evidence, Survey};
use super::valuation::{Licence, Permission, Valuation, Valued};
use super::verdict::{ElementResult, Excused, Outcome, RequirementResult, Verdict};
use crate::model::{
    Checklist, Effect, Element, ElementKind, ElementRef, Exemption, ModelProvision, Requirement,
};

/// The elements of one model provision among a requirement's.
struct Share<'s, 'c> {
    valuation: Valuation<'s, 'c>,
    provision: &'c ModelProvision,
}

/// Assesses one requirement.
pub(super) fn requirement<'c>(
    survey: &Survey<'c>,
    checklist: &'c Checklist<'c>,
    requirement: &'c Requirement<'c>,
) -> RequirementResult<'c> {
    let licence = licence(survey, checklist, requirement);
    let exemption = survey.legislation.exemptions.iter().find(|exemption| {
        let mut named = exemption.requirements.iter();
        named.any(|named| std::ptr::eq(*named, requirement))
    });
    let (elements, excused) = excuse(requirement, &licence);
    let evidence = evidence(survey, requirement);
    if exemption.is_some() || elements.is_empty() {
        return not_applicable(requirement, exemption, excused, evidence);
    }
    let shares = shares(survey, &elements, &licence);
    let mut kept = elements;
    let mut values = evaluate(&shares, &kept);
    if !requirement.alternatives.is_empty() {
        kept = without_lesser_alternatives(requirement, &kept, &values);
        values = evaluate(&shares, &kept);
    }
    let stem = format!("{}/{}", checklist.id, requirement.id);
    let mut results = Vec::new();
    let mut gaps = Vec::new();
    let mut to_make = Vec::new();
    for (element, valued) in kept.iter().zip(&values) {
        let Some(share) = share_of(&shares, element.provision) else {
            continue;
        };
        let name = element.name(requirement.model);
        gaps.extend(gap::gap(
            &stem,
            &name,
            *element,
            valued,
            &share.valuation,
            survey,
            &licence,
        ));
        to_make.extend(declarations_to_make(valued, share, &licence));
        results.push(ElementResult {
            element: *element,
            name,
            value: valued.value,
            sections: gap::sections(valued, &share.valuation),
        });
    }
    to_make.sort();
    to_make.dedup();
    RequirementResult {
        requirement,
        outcome: outcome(&results),
        combined: combined(&shares, &kept, &values),
        elements: results,
        gaps,
        excused,
        exemption: None,
        declarations_to_make: to_make,
        evidence,
        if_enacted: None,
    }
}

fn licence<'c>(
    survey: &Survey<'c>,
    checklist: &Checklist<'c>,
    requirement: &'c Requirement<'c>,
) -> Licence<'c> {
    let is_party = survey.legislation.is_party(&checklist.id, survey.date);
    Licence {
        permits: &requirement.permits,
        party: survey
            .legislation
            .treaties
            .get(&checklist.id)
            .filter(|_| is_party),
    }
}

/// The elements of a requirement, and those that declarations and reservations take out (rule 4).
fn excuse<'c>(
    requirement: &'c Requirement<'c>,
    licence: &Licence<'c>,
) -> (Vec<ElementRef<'c>>, Vec<Excused<'c>>) {
    let mut excused = Vec::new();
    let mut kept = Vec::new();
    for element in &requirement.elements {
        let by = requirement.permits.iter().find(|permit| {
            std::ptr::eq(permit.provision, element.provision)
                && matches!(&permit.qualifier.effect, Effect::Excludes(places) if places.contains(&element.element.position))
                && licence.excludes(permit)
        });
        match by {
            Some(permit) => excused.push(Excused {
                name: element.name(requirement.model),
                qualifier: permit.qualifier,
            }),
            None => kept.push(*element),
        }
    }
    (kept, excused)
}

fn evidence<'c>(survey: &Survey<'c>, requirement: &Requirement<'c>) -> Vec<Evidence<'c>> {
    let mut seen: Vec<&ModelProvision> = Vec::new();
    let mut evidence = Vec::new();
    for element in &requirement.elements {
        if !seen
            .iter()
            .any(|provision| std::ptr::eq(*provision, element.provision))
        {
            seen.push(element.provision);
            evidence.extend_from_slice(survey.evidence(element.provision));
        }
    }
    evidence
}

fn not_applicable<'c>(
    requirement: &'c Requirement<'c>,
    exemption: Option<&'c Exemption<'c>>,
    excused: Vec<Excused<'c>>,
    evidence: Vec<Evidence<'c>>,
) -> RequirementResult<'c> {
    RequirementResult {
        requirement,
        outcome: Outcome {
            verdict: Verdict::NotApplicable,
            range: None,
            score: None,
        },
        elements: Vec::new(),
        gaps: Vec::new(),
        excused,
        exemption,
        combined: false,
        declarations_to_make: Vec::new(),
        evidence,
        if_enacted: None,
    }
}

fn shares<'s, 'c>(
    survey: &'s Survey<'c>,
    elements: &[ElementRef<'c>],
    licence: &Licence<'c>,
) -> Vec<Share<'s, 'c>> {
    let mut shares: Vec<Share<'s, 'c>> = Vec::new();
    for element in elements {
        if share_of(&shares, element.provision).is_none() {
            shares.push(Share {
                valuation: Valuation::new(survey, element.provision, Some(licence)),
                provision: element.provision,
            });
        }
    }
    shares
}

fn share_of<'a, 's, 'c>(
    shares: &'a [Share<'s, 'c>],
    provision: &ModelProvision,
) -> Option<&'a Share<'s, 'c>> {
    shares
        .iter()
        .find(|share| std::ptr::eq(share.provision, provision))
}

/// The values of `elements`, each model provision on its own (rules 1 to 5), in the order of `elements`.
fn evaluate(shares: &[Share<'_, '_>], elements: &[ElementRef<'_>]) -> Vec<Valued> {
    let mut values: Vec<Option<Valued>> = vec![None; elements.len()];
    for share in shares {
        let (slots, wanted): (Vec<usize>, Vec<usize>) = elements
            .iter()
            .enumerate()
            .filter(|(_, element)| std::ptr::eq(element.provision, share.provision))
            .map(|(slot, element)| (slot, element.element.position))
            .unzip();
        for (slot, valued) in slots.into_iter().zip(share.valuation.of(&wanted)) {
            values[slot] = Some(valued);
        }
    }
    values.into_iter().flatten().collect()
}

/// Of each group of alternatives only the best member stands: highest low, then high, then first (design, section 3.2).
fn without_lesser_alternatives<'c>(
    requirement: &Requirement<'c>,
    kept: &[ElementRef<'c>],
    values: &[Valued],
) -> Vec<ElementRef<'c>> {
    let same = |one: &Element, other: &Element| std::ptr::eq(one, other);
    let mut dropped: Vec<usize> = Vec::new();
    for group in &requirement.alternatives {
        // In the order of the group: of equals, the one it names first stands.
        let members = group.iter().filter_map(|named| {
            let element = requirement.elements[*named].element;
            kept.iter().position(|kept| same(element, kept.element))
        });
        let mut best: Option<usize> = None;
        for place in members {
            let rank = |place: usize| (values[place].value.low, values[place].value.high);
            match best {
                Some(leader) if rank(leader) >= rank(place) => dropped.push(place),
                Some(leader) => {
                    dropped.push(leader);
                    best = Some(place);
                }
                None => best = Some(place),
            }
        }
    }
    let stands = |(place, _): &(usize, &ElementRef<'c>)| !dropped.contains(place);
    let kept = kept.iter().enumerate().filter(stands);
    kept.map(|(_, element)| *element).collect()
}

/// The narrowings of the annotations relied on that a State which is not a party could still declare (rule 4).
fn declarations_to_make(
    valued: &Valued,
    share: &Share<'_, '_>,
    licence: &Licence<'_>,
) -> Vec<String> {
    let pieces = valued
        .chosen
        .iter()
        .map(|piece| &share.valuation.pieces()[*piece]);
    pieces
        .flat_map(|piece| &piece.evidence.annotation.qualifiers)
        .filter(|qualifier| qualifier.effect == Effect::Narrows(valued.element))
        .filter(|qualifier| licence.permission(qualifier) == Permission::ToBeMade)
        .map(|qualifier| format!("{}/{}", share.provision.id, qualifier.id))
        .collect()
}

/// Score and verdict over all elements (rules 6 and 7).
fn outcome(elements: &[ElementResult<'_>]) -> Outcome {
    let score = Interval::mean(
        elements
            .iter()
            .map(|result| (result.value, result.element.element.weight)),
    );
    let at_worst = verdict(elements, |value| value.low);
    let at_best = verdict(elements, |value| value.high);
    if at_worst == at_best {
        Outcome {
            verdict: at_worst,
            range: None,
            score,
        }
    } else {
        Outcome {
            verdict: Verdict::NotDetermined,
            range: Some((at_worst, at_best)),
            score,
        }
    }
}

/// The verdict at one end of all intervals (rule 7).
fn verdict(elements: &[ElementResult<'_>], end: fn(Interval) -> f64) -> Verdict {
    if elements.iter().all(|result| end(result.value) >= 1.0) {
        return Verdict::InPlace;
    }
    let is_limb = |result: &&ElementResult<'_>| {
        let element = result.element;
        element.provision.treats_as_limb(element.element)
    };
    let mut limbs = elements.iter().filter(is_limb).peekable();
    let anything = if limbs.peek().is_some() {
        limbs.any(|result| end(result.value) > 0.0)
    } else {
        elements.iter().any(|result| end(result.value) > 0.0)
    };
    if anything {
        Verdict::PartlyInPlace
    } else {
        Verdict::NotInPlace
    }
}

/// Whether a conduct and an object were taken from different annotations, and no annotation has both (rule 12).
fn combined(shares: &[Share<'_, '_>], elements: &[ElementRef<'_>], values: &[Valued]) -> bool {
    let of_kind = |kind: ElementKind, provision: &ModelProvision| -> Vec<&Valued> {
        let pairs = elements.iter().zip(values);
        pairs
            .filter(|(element, valued)| {
                std::ptr::eq(element.provision, provision)
                    && element.element.kind == kind
                    && valued.value.low > 0.0
            })
            .map(|(_, valued)| valued)
            .collect()
    };
    shares.iter().any(|share| {
        let together = |conduct: &Valued, object: &Valued| {
            (0..share.valuation.pieces().len()).any(|piece| {
                share.valuation.at(piece, conduct.element).low > 0.0
                    && share.valuation.at(piece, object.element).low > 0.0
            })
        };
        let objects = of_kind(ElementKind::Object, share.provision);
        of_kind(ElementKind::Conduct, share.provision)
            .into_iter()
            .any(|conduct| {
                objects
                    .iter()
                    .any(|object| conduct.chosen != object.chosen && !together(conduct, object))
            })
    })
}
