//! How two instruments' articles are related, computed from their elements (design, section 4, end).

use crate::model::{Checklist, ElementRef, ModelProvision, Requirement, Word};

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

/// An article of one instrument beside the articles of another on the same legal ideas.
#[derive(Debug)]
pub struct Relation<'c> {
    /// The article.
    pub requirement: &'c Requirement<'c>,
    /// The other instrument's articles that share an element with it.
    pub counterparts: Vec<&'c Requirement<'c>>,
    /// How it is related to them together.
    pub kind: RelationKind,
    /// Elements that only the article has.
    pub only_here: Vec<ElementRef<'c>>,
    /// Elements of the same model provisions that only the counterparts have.
    pub only_there: Vec<ElementRef<'c>>,
    /// The names of narrowings that only one of the two sides permits: here, there.
    pub narrowings: (Vec<String>, Vec<String>),
}

/// Relates each article of `here` to the articles of `there`.
#[must_use]
pub fn relate<'c>(here: &'c Checklist<'c>, there: &'c Checklist<'c>) -> Vec<Relation<'c>> {
    here.requirements()
        .map(|requirement| relation(requirement, there))
        .collect()
}

fn relation<'c>(requirement: &'c Requirement<'c>, there: &'c Checklist<'c>) -> Relation<'c> {
    let counterparts: Vec<&'c Requirement<'c>> = there
        .requirements()
        .filter(|other| {
            other
                .elements
                .iter()
                .any(|element| has(requirement, element))
        })
        .collect();
    let concerned: Vec<&ModelProvision> = requirement
        .elements
        .iter()
        .map(|element| element.provision)
        .collect();
    let only_here: Vec<ElementRef<'c>> = requirement
        .elements
        .iter()
        .filter(|element| !counterparts.iter().any(|other| has(other, element)))
        .copied()
        .collect();
    let mut only_there: Vec<ElementRef<'c>> = Vec::new();
    for element in counterparts.iter().flat_map(|other| &other.elements) {
        let same_idea = concerned
            .iter()
            .any(|provision| std::ptr::eq(*provision, element.provision));
        let new = !has(requirement, element)
            && !only_there
                .iter()
                .any(|known| std::ptr::eq(known.element, element.element));
        if same_idea && new {
            only_there.push(*element);
        }
    }
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
    let narrowings = narrowings(requirement, &counterparts);
    Relation {
        requirement,
        counterparts,
        kind,
        only_here,
        only_there,
        narrowings,
    }
}

fn has(requirement: &Requirement<'_>, element: &ElementRef<'_>) -> bool {
    requirement
        .elements
        .iter()
        .any(|own| std::ptr::eq(own.element, element.element))
}

fn narrowings(
    requirement: &Requirement<'_>,
    counterparts: &[&Requirement<'_>],
) -> (Vec<String>, Vec<String>) {
    let names = |requirements: &[&Requirement<'_>]| {
        let mut names: Vec<String> = requirements
            .iter()
            .flat_map(|one| &one.permits)
            .map(crate::model::Permit::name)
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let here = names(&[requirement]);
    let there = names(counterparts);
    let without = |these: &[String], those: &[String]| {
        let lacking = these.iter().filter(|name| !those.contains(name));
        lacking.cloned().collect()
    };
    (without(&here, &there), without(&there, &here))
}
