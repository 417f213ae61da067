//! A checklist as the thing assessed: what a country would have if it copied a model law as it stands, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Absence, Annotation, Assessor, Bindingness, Bound, Category, Checklist, Country, Date, Element,
    ElementKind, ElementRef, FileStatus, Judgement, Law, LawKind, Legislation, LifeCycle,
    ModelProvision, Quantity, Requirement, Section, Source, Standing, Status,
};

/// What an article of the model law has that no instrument beside it asks for.
#[derive(Debug)]
pub struct Surplus<'c> {
    /// The article.
    pub requirement: &'c Requirement<'c>,
    /// Its elements that nothing else asks for.
    pub elements: Vec<ElementRef<'c>>,
}

/// What `model_law` has beyond all of `instruments`, article by article.
#[must_use]
pub fn surplus<'c>(
    model_law: &'c Checklist<'c>,
    instruments: &[&'c Checklist<'c>],
) -> Vec<Surplus<'c>> {
    let asked: BTreeSet<(&str, &str)> = instruments
        .iter()
        .flat_map(|checklist| checklist.requirements())
        .flat_map(|requirement| requirement.elements.iter().map(name))
        .collect();
    let articles = model_law.requirements().map(|requirement| Surplus {
        requirement,
        elements: requirement
            .elements
            .iter()
            .filter(|one| !asked.contains(&name(one)))
            .copied()
            .collect(),
    });
    articles
        .filter(|article| !article.elements.is_empty())
        .collect()
}

fn name<'c>(one: &ElementRef<'c>) -> (&'c str, &'c str) {
    (&one.provision.id, &one.element.id)
}

/// The model law as the law in force of a country that has no other, for an assessment against `instruments`.
///
/// Each article is a section. What an article asks for, the section has; what only optional articles have, it has in
/// part, since a country may leave it out. What no article has is absent, and not unknown: the text of a model law is all
/// there is. A power of which it has only the safeguards is taken for granted, and so unknown. Two things differ from silence in a statute. An offence that does not ask for intent or for lack of right covers
/// more, and is broader. A figure that the model law leaves to the country stays unknown; a figure that it sets is taken as its value.
#[must_use]
pub fn as_law<'c>(
    model_law: &'c Checklist<'c>,
    instruments: &[&'c Checklist<'c>],
    date: Date,
) -> Legislation<'c> {
    let reading = Reading::new(model_law);
    let sections: Vec<Section<'c>> = model_law
        .requirements()
        .map(|requirement| reading.section(requirement))
        .collect();
    let absences = reading.absences(&sections, instruments);
    let law = Law {
        id: model_law.id.clone(),
        title: model_law.title.clone(),
        number: model_law.instrument.symbol.clone(),
        kind: Some(LawKind::Statute),
        language: None,
        life: IN_FORCE,
        source: Source {
            publication: None,
            url: model_law.instrument.url.clone(),
            consulted: None,
        },
        text: None,
        sections,
    };
    Legislation {
        country: Country {
            code: model_law.id.clone(),
            name: model_law.short_title.clone(),
            region: None,
        },
        as_at: date,
        status: FileStatus::Reviewed,
        classification: None,
        legal_system: None,
        treaties: BTreeMap::new(),
        other_treaties: Vec::new(),
        laws: vec![law],
        absences,
        exemptions: Vec::new(),
        needs: Vec::new(),
        support: Vec::new(),
        state_comment: None,
    }
}

const IN_FORCE: LifeCycle = LifeCycle {
    status: Status::InForce,
    enacted: None,
    in_force: None,
    repealed: None,
};

/// The model law read as a whole: which of its articles ask for each element.
struct Reading<'c> {
    model_law: &'c Checklist<'c>,
    asking: BTreeMap<(&'c str, &'c str), Vec<&'c Requirement<'c>>>,
    /// The provisions of which it has a limb; of others it may have conditions alone.
    with_limb: BTreeSet<&'c str>,
}

impl<'c> Reading<'c> {
    fn new(model_law: &'c Checklist<'c>) -> Self {
        let mut asking: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut with_limb = BTreeSet::new();
        for requirement in model_law.requirements() {
            for one in &requirement.elements {
                asking.entry(name(one)).or_default().push(requirement);
                if one.provision.treats_as_limb(one.element) {
                    with_limb.insert(one.provision.id.as_str());
                }
            }
        }
        Self {
            model_law,
            asking,
            with_limb,
        }
    }

    fn asking(
        &self,
        provision: &'c ModelProvision,
        element: &'c Element,
    ) -> &[&'c Requirement<'c>] {
        let found = self
            .asking
            .get(&(provision.id.as_str(), element.id.as_str()));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether an element puts its provision into the section of an article: it is a limb, or a condition of something
    /// that the model law takes for granted, such as the safeguards of a power that it does not itself create.
    fn speaks(&self, one: &ElementRef<'_>) -> bool {
        one.provision.treats_as_limb(one.element)
            || (one.element.test.is_none() && !self.with_limb.contains(one.provision.id.as_str()))
    }

    /// An article as a section, with an annotation for each model provision of which it speaks.
    fn section(&self, requirement: &'c Requirement<'c>) -> Section<'c> {
        let mut provisions: Vec<&'c ModelProvision> = Vec::new();
        for one in &requirement.elements {
            let known = provisions
                .iter()
                .any(|known| std::ptr::eq(*known, one.provision));
            if !known && self.speaks(one) {
                provisions.push(one.provision);
            }
        }
        Section {
            reference: requirement.cite.clone(),
            heading: Some(requirement.title.clone()),
            life: IN_FORCE,
            values: BTreeMap::new(),
            replaces: Vec::new(),
            covers: provisions
                .into_iter()
                .map(|provision| self.annotation(requirement, provision))
                .collect(),
            outside: None,
        }
    }

    fn annotation(
        &self,
        requirement: &'c Requirement<'c>,
        provision: &'c ModelProvision,
    ) -> Annotation<'c> {
        let mut judgements = Vec::new();
        let mut values = BTreeMap::new();
        for element in &provision.elements {
            let own = requirement
                .elements
                .iter()
                .any(|one| std::ptr::eq(one.element, element));
            if let Some(test) = &element.test {
                let figure = match &test.bound {
                    Bound::AtLeast(figure) | Bound::AtMost(figure) => figure,
                };
                self.figure(provision, element, own, (&test.value, figure), &mut values);
                continue;
            }
            let standing = if provision.treats_as_limb(element) {
                own.then(|| self.standing(&[requirement]))
            } else {
                Some(self.condition(provision, element, own.then_some(requirement)))
            };
            judgements.extend(standing.map(|(standing, reason)| Judgement {
                element: element.position,
                standing,
                reason,
            }));
        }
        Annotation {
            provision,
            judgements,
            qualifiers: Vec::new(),
            with: Vec::new(),
            values,
            quote: None,
            translation: None,
            note: requirement.note.clone(),
            by: Assessor::default(),
        }
    }

    /// The figure of an article's own test goes before one that another article sets for the same provision.
    fn figure(
        &self,
        provision: &'c ModelProvision,
        element: &'c Element,
        own: bool,
        (value, figure): (&String, &Quantity),
        values: &mut BTreeMap<String, Quantity>,
    ) {
        let binding = |one: &&Requirement<'_>| one.bindingness != Bindingness::Optional;
        let elsewhere =
            || !values.contains_key(value) && self.asking(provision, element).iter().any(binding);
        if own || elsewhere() {
            values.insert(value.clone(), figure.clone());
        }
    }

    /// A condition holds for an article where it or another article on the same idea asks for it.
    fn condition(
        &self,
        provision: &'c ModelProvision,
        element: &'c Element,
        own: Option<&'c Requirement<'c>>,
    ) -> (Standing, Option<String>) {
        if let Some(requirement) = own {
            return self.standing(&[requirement]);
        }
        match self.asking(provision, element) {
            [] => self.silent(provision, element),
            asking => self.standing(asking),
        }
    }

    fn standing(&self, asking: &[&Requirement<'_>]) -> (Standing, Option<String>) {
        let optional = |one: &&Requirement<'_>| one.bindingness == Bindingness::Optional;
        match asking.first() {
            Some(first) if asking.iter().all(optional) => {
                let short = &self.model_law.short_title;
                let reason = format!("{} of the {short} is optional.", first.cite);
                (Standing::Partly, Some(reason))
            }
            Some(_) | None => (Standing::Met, None),
        }
    }

    /// A condition of which no article speaks.
    fn silent(&self, provision: &ModelProvision, element: &Element) -> (Standing, Option<String>) {
        let narrows_an_offence =
            matches!(provision.category, Category::Offence | Category::Liability)
                && matches!(
                    element.kind,
                    ElementKind::Mental | ElementKind::Unlawfulness
                );
        let short = &self.model_law.short_title;
        if narrows_an_offence {
            let reason = format!("The {short} does not ask for it, and so covers more.");
            (Standing::Broader, Some(reason))
        } else {
            (
                Standing::Unmet,
                Some(format!("The {short} is silent on it.")),
            )
        }
    }

    /// What the instruments ask for and no article has.
    fn absences(
        &self,
        sections: &[Section<'c>],
        instruments: &[&'c Checklist<'c>],
    ) -> Vec<Absence<'c>> {
        let covered: BTreeSet<&str> = sections
            .iter()
            .flat_map(|section| &section.covers)
            .map(|annotation| annotation.provision.id.as_str())
            .collect();
        let mut provisions: BTreeMap<&str, &'c ModelProvision> = BTreeMap::new();
        for requirement in instruments.iter().flat_map(|one| one.requirements()) {
            provisions.insert(&requirement.model.id, requirement.model);
            for one in &requirement.elements {
                provisions.insert(&one.provision.id, one.provision);
            }
        }
        let absent = provisions.into_values().filter_map(|provision| {
            let mut elements = Vec::new();
            if covered.contains(provision.id.as_str()) {
                if !self.with_limb.contains(provision.id.as_str()) {
                    return None;
                }
                let limbs = provision.elements.iter().filter(|element| {
                    provision.treats_as_limb(element) && self.asking(provision, element).is_empty()
                });
                elements.extend(limbs.map(|element| element.position));
                if elements.is_empty() {
                    return None;
                }
            }
            Some(Absence {
                provision,
                elements,
                searched: vec![self.model_law.id.clone()],
                reason: Some(format!(
                    "The {} has no article on it.",
                    self.model_law.short_title
                )),
            })
        });
        absent.collect()
    }
}
