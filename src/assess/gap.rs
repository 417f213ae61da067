//! Gaps: what is missing, why, and under which stable id (design, section 6).

use super::survey::Survey;
use super::valuation::{Licence, Permission, Valuation, Valued, capping};
use super::verdict::ElementVerdict;
use crate::model::{ElementRef, Qualifier, SectionIndex};

/// An element that is not fully there, whatever is still unknown.
#[derive(Debug, Clone)]
pub struct Gap<'c> {
    /// `CHECKLIST/REQUIREMENT/ELEMENT`, or the qualifier's id in its place where only a narrowing lowers the element.
    pub id: String,
    /// The element.
    pub element: ElementRef<'c>,
    /// Its name within the requirement.
    pub name: String,
    /// The narrowing, where nothing else lowers the element.
    pub qualifier: Option<&'c Qualifier>,
    /// How the element stands.
    pub verdict: ElementVerdict,
    /// Why.
    pub reason: Option<Reason<'c>>,
    /// The sections it was found in.
    pub sections: Vec<SectionIndex>,
}

/// Why an element is missing.
#[derive(Debug, Clone)]
pub enum Reason<'c> {
    /// In the words of the person who read the law.
    Finding(&'c str),
    /// A narrowing that the instrument does not permit.
    NotPermitted(&'c Qualifier),
    /// A narrowing that this party should have declared or reserved when it joined.
    NotDeclared(&'c Qualifier),
    /// A value that does not reach the figure: the value's id, the value, and the figure in words.
    Figure {
        /// The value's id.
        value: &'c str,
        /// The value.
        is: &'c str,
        /// The figure, such as `at least 1 year`.
        wanted: String,
    },
    /// No section supplies any limb that the condition could belong to.
    NothingToRestOn,
}

/// The gap of an element, if it has one.
pub(super) fn gap<'c>(
    stem: &str,
    name: &str,
    element: ElementRef<'c>,
    valued: &Valued,
    valuation: &Valuation<'_, 'c>,
    survey: &Survey<'c>,
    licence: &Licence<'c>,
) -> Option<Gap<'c>> {
    if valued.value.high >= 1.0 {
        return None;
    }
    let mut narrowings = valued
        .chosen
        .iter()
        .flat_map(|piece| capping(&valuation.pieces()[*piece], valued.element, licence));
    let qualifier = narrowings.next().filter(|_| valued.uncapped.high >= 1.0);
    let reason = match qualifier {
        Some(qualifier) if licence.permission(qualifier) == Permission::NotMade => {
            Some(Reason::NotDeclared(qualifier))
        }
        Some(qualifier) => Some(Reason::NotPermitted(qualifier)),
        None => reason(element, valued, valuation, survey),
    };
    // A narrowing of another provision's element is named with that provision, as the element is.
    let tail = match (qualifier, name.rsplit_once('/')) {
        (Some(qualifier), Some((provision, _))) => format!("{provision}/{}", qualifier.id),
        (Some(qualifier), None) => qualifier.id.clone(),
        (None, _) => name.to_owned(),
    };
    Some(Gap {
        id: format!("{stem}/{tail}"),
        element,
        name: name.to_owned(),
        qualifier,
        verdict: ElementVerdict::of(valued.value),
        reason,
        sections: sections(valued, valuation),
    })
}

/// The sections of the annotations that an element was taken from, each once.
pub(super) fn sections(valued: &Valued, valuation: &Valuation<'_, '_>) -> Vec<SectionIndex> {
    let mut sections: Vec<SectionIndex> = valued
        .chosen
        .iter()
        .map(|piece| valuation.pieces()[*piece].evidence.index)
        .collect();
    sections.sort_unstable();
    sections.dedup();
    sections
}

fn reason<'c>(
    element: ElementRef<'c>,
    valued: &Valued,
    valuation: &Valuation<'_, 'c>,
    survey: &Survey<'c>,
) -> Option<Reason<'c>> {
    if let Some(absence) = survey
        .absence(element.provision, Some(valued.element))
        .or_else(|| {
            let silent = valuation.pieces().is_empty();
            survey.absence(element.provision, None).filter(|_| silent)
        })
    {
        return absence.reason.as_deref().map(Reason::Finding);
    }
    if valued.chosen.is_empty() {
        return Some(Reason::NothingToRestOn);
    }
    let lowest = |piece: &&usize| valuation.at(**piece, valued.element).high < 1.0;
    let piece = valued.chosen.iter().find(lowest)?;
    let evidence = valuation.pieces()[*piece].evidence;
    if let Some(test) = &element.element.test {
        let value = evidence
            .annotation
            .values
            .get(&test.value)
            .or_else(|| evidence.section.values.get(&test.value))?;
        return Some(Reason::Figure {
            value: &test.value,
            is: value.text(),
            wanted: test.in_words(),
        });
    }
    let judgement = evidence
        .annotation
        .judgements
        .iter()
        .find(|judgement| judgement.element == valued.element)?;
    judgement.reason.as_deref().map(Reason::Finding)
}
