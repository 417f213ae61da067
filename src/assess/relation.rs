//! How two instruments' articles are related, computed from their elements (design, section 4, end).

use std::collections::BTreeMap;

use crate::model::{Checklist, ElementRef, Form, Requirement, Word};

/// What an article obliges a State to do, beside another instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationKind {
    /// The same elements.
    Equal,
    /// More elements than the other instrument.
    Broader,
    /// Fewer.
    Narrower,
    /// Some of each.
    Overlaps,
    /// No element in common.
    None,
}

impl Word for RelationKind {
    const ALL: &'static [Self] = &[
        Self::Equal,
        Self::Broader,
        Self::Narrower,
        Self::Overlaps,
        Self::None,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Broader => "broader",
            Self::Narrower => "narrower",
            Self::Overlaps => "overlaps",
            Self::None => "none",
        }
    }
}

/// An article, or one paragraph of it, beside the articles of another instrument on the same legal ideas.
#[derive(Debug)]
pub struct Relation<'c> {
    /// The paragraph, or all paragraphs of the article.
    pub requirements: Vec<&'c Requirement<'c>>,
    /// The other instrument's requirements that share an element with them.
    pub counterparts: Vec<&'c Requirement<'c>>,
    /// How they are related to these together.
    pub kind: RelationKind,
    /// Elements that only they have.
    pub only_here: Vec<ElementRef<'c>>,
    /// Elements that only the counterparts have.
    pub only_there: Vec<ElementRef<'c>>,
    /// How the narrowings that the two sides permit differ.
    pub narrowings: Narrowings,
}

/// The names of narrowings, `model/qualifier`, that two sides do not permit alike.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Narrowings {
    /// Permitted here alone.
    pub only_here: Vec<String>,
    /// Permitted there alone.
    pub only_there: Vec<String>,
    /// Permitted by both, in other forms: the name, the forms here, the forms there.
    pub other_form: Vec<(String, Vec<Form>, Vec<Form>)>,
}

/// Relates each requirement of `here` to the requirements of `there`.
#[must_use]
pub fn relate<'c>(here: &'c Checklist<'c>, there: &'c Checklist<'c>) -> Vec<Relation<'c>> {
    here.requirements()
        .map(|requirement| relation(vec![requirement], there))
        .collect()
}

/// Relates each article of `here`, with all its paragraphs, to the requirements of `there`.
#[must_use]
pub fn relate_articles<'c>(here: &'c Checklist<'c>, there: &'c Checklist<'c>) -> Vec<Relation<'c>> {
    let mut articles: Vec<Vec<&'c Requirement<'c>>> = Vec::new();
    for requirement in here.requirements() {
        let known = articles
            .iter_mut()
            .find(|known| known[0].article() == requirement.article());
        match known {
            Some(paragraphs) => paragraphs.push(requirement),
            None => articles.push(vec![requirement]),
        }
    }
    articles
        .into_iter()
        .map(|paragraphs| relation(paragraphs, there))
        .collect()
}

fn relation<'c>(requirements: Vec<&'c Requirement<'c>>, there: &'c Checklist<'c>) -> Relation<'c> {
    let own = elements(&requirements);
    let shares = |other: &&Requirement<'_>| other.elements.iter().any(|one| has(&own, one));
    let counterparts: Vec<&'c Requirement<'c>> = there.requirements().filter(shares).collect();
    let theirs = elements(&counterparts);
    let only_here: Vec<ElementRef<'c>> = own
        .iter()
        .filter(|one| !has(&theirs, one))
        .copied()
        .collect();
    let only_there: Vec<ElementRef<'c>> = theirs
        .iter()
        .filter(|one| !has(&own, one))
        .copied()
        .collect();
    let kind = match (
        counterparts.is_empty(),
        only_here.is_empty(),
        only_there.is_empty(),
    ) {
        (true, _, _) => RelationKind::None,
        (false, true, true) => RelationKind::Equal,
        (false, false, true) => RelationKind::Broader,
        (false, true, false) => RelationKind::Narrower,
        (false, false, false) => RelationKind::Overlaps,
    };
    let narrowings = narrowings(&requirements, &counterparts);
    Relation {
        requirements,
        counterparts,
        kind,
        only_here,
        only_there,
        narrowings,
    }
}

/// The elements of several requirements, each once.
fn elements<'c>(requirements: &[&'c Requirement<'c>]) -> Vec<ElementRef<'c>> {
    let mut elements: Vec<ElementRef<'c>> = Vec::new();
    for one in requirements.iter().flat_map(|one| &one.elements) {
        if !has(&elements, one) {
            elements.push(*one);
        }
    }
    elements
}

fn has(elements: &[ElementRef<'_>], wanted: &ElementRef<'_>) -> bool {
    elements
        .iter()
        .any(|one| std::ptr::eq(one.element, wanted.element))
}

fn narrowings(here: &[&Requirement<'_>], there: &[&Requirement<'_>]) -> Narrowings {
    let permitted = |requirements: &[&Requirement<'_>]| {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for permit in requirements.iter().flat_map(|one| &one.permits) {
            let known = forms.entry(permit.name()).or_default();
            if !known.contains(&permit.form) {
                known.push(permit.form);
            }
        }
        for known in forms.values_mut() {
            known.sort_unstable();
        }
        forms
    };
    let (here, there) = (permitted(here), permitted(there));
    let without = |these: &BTreeMap<String, Vec<Form>>, those: &BTreeMap<String, Vec<Form>>| {
        let lacking = these.keys().filter(|name| !those.contains_key(*name));
        lacking.cloned().collect()
    };
    let other_form = here.iter().filter_map(|(name, forms)| {
        let theirs = there.get(name).filter(|theirs| *theirs != forms)?;
        Some((name.clone(), forms.clone(), theirs.clone()))
    });
    Narrowings {
        only_here: without(&here, &there),
        only_there: without(&there, &here),
        other_form: other_form.collect(),
    }
}
