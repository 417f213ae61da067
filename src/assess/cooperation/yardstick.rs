//! What is compared: the offences, and of each the limbs and conditions that the chosen instruments ask for.

use crate::model::{
    Bindingness, Catalogue, Category, Checklist, Element, ElementKind, ModelProvision, Role,
};

/// The element by which the catalogue marks an offence as one for which extradition is owed.
const EXTRADITABLE: &str = "extraditable";

/// What all countries are measured by.
#[derive(Debug)]
pub struct Yardsticks<'c> {
    /// The offences, in the order of the catalogue or of the command line.
    pub offences: Vec<Yardstick<'c>>,
    /// The powers and the rules on their use for another State, by their ids.
    pub(super) provisions: Vec<Yardstick<'c>>,
}

/// One model provision, and the places of the elements that are compared.
#[derive(Debug)]
pub struct Yardstick<'c> {
    /// The model provision.
    pub provision: &'c ModelProvision,
    /// The limbs, then the conditions.
    pub(super) elements: Vec<usize>,
}

/// An offence was asked for that the catalogue has not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no offence `{id}` in the catalogue; give one of {}", known.join(", "))]
pub struct UnknownOffence {
    /// What was asked for.
    pub id: String,
    /// What there is.
    pub known: Vec<String>,
}

impl<'c> Yardsticks<'c> {
    /// The yardsticks of the instruments: for the offences `named`, or else for all with `extraditable` that an instrument asks for.
    ///
    /// # Errors
    ///
    /// If one of those named is no offence of the catalogue.
    pub fn new(
        catalogue: &'c Catalogue,
        checklists: &[&Checklist<'_>],
        named: &[String],
    ) -> Result<Self, UnknownOffence> {
        let all = || catalogue.provisions().iter();
        let is_offence = |provision: &&ModelProvision| {
            provision.category == Category::Offence && provision.has_limb()
        };
        let mut offences = Vec::new();
        if named.is_empty() {
            offences.extend(all().filter(is_offence).filter(|provision| {
                provision.element(EXTRADITABLE).is_some() && is_asked_for(provision, checklists)
            }));
        }
        for id in named {
            match all().filter(is_offence).find(|one| one.id == *id) {
                Some(one) if offences.iter().all(|other| !std::ptr::eq(*other, one)) => {
                    offences.push(one);
                }
                Some(_) => {}
                None => {
                    return Err(UnknownOffence {
                        id: id.clone(),
                        known: all().filter(is_offence).map(|one| one.id.clone()).collect(),
                    });
                }
            }
        }
        let provisions = super::REQUESTS.iter().flat_map(|kind| {
            let ids = [kind.power, Some(kind.use_abroad)];
            ids.into_iter().flatten()
        });
        let terms = super::request::TERMS.iter();
        Ok(Self {
            offences: offences
                .into_iter()
                .map(|one| Yardstick::offence(one, checklists))
                .collect(),
            provisions: provisions
                .filter_map(|id| catalogue.get(id))
                .map(|one| Yardstick::limbs(one, checklists))
                .chain(
                    terms
                        .filter_map(|id| catalogue.get(id))
                        .map(|one| Yardstick::whole(one, checklists)),
                )
                .collect(),
        })
    }

    pub(super) fn provision(&self, id: &str) -> Option<&Yardstick<'c>> {
        self.provisions.iter().find(|one| one.provision.id == id)
    }
}

impl<'c> Yardstick<'c> {
    /// Acts, objects and results; and the conditions that can make them narrower.
    fn offence(provision: &'c ModelProvision, checklists: &[&Checklist<'_>]) -> Self {
        let is_limb = |element: &Element| {
            matches!(
                element.kind,
                ElementKind::Conduct | ElementKind::Object | ElementKind::Result
            ) && element.role == Role::Limb
        };
        let is_condition = |element: &Element| {
            matches!(
                element.kind,
                ElementKind::Mental | ElementKind::Unlawfulness | ElementKind::Limit
            ) && element.test.is_none()
                && element.role == Role::Condition
        };
        let compared = compared(provision, checklists, is_limb);
        let mut elements = places(&compared, is_limb);
        elements.extend(places(&compared, is_condition));
        Self {
            provision,
            elements,
        }
    }

    /// The limbs of a rule that bears on every request: the core as well, since an instrument may ask only for what goes with it.
    fn whole(provision: &'c ModelProvision, checklists: &[&Checklist<'_>]) -> Self {
        let asked = asked(provision, checklists);
        let limbs = provision.elements.iter().filter(|element| {
            provision.treats_as_limb(element)
                && (!element.by_name_only || asked.contains(&element.position))
        });
        Self {
            provision,
            elements: limbs.map(|element| element.position).collect(),
        }
    }

    /// The limbs of a power.
    fn limbs(provision: &'c ModelProvision, checklists: &[&Checklist<'_>]) -> Self {
        let is_limb = |element: &Element| provision.treats_as_limb(element);
        let compared = compared(provision, checklists, is_limb);
        Self {
            provision,
            elements: places(&compared, is_limb),
        }
    }
}

fn places(elements: &[&Element], wanted: impl Fn(&Element) -> bool) -> Vec<usize> {
    let wanted = elements.iter().filter(|element| wanted(element));
    wanted.map(|element| element.position).collect()
}

/// The elements that an instrument asks for, or all of the core where none asks for any limb.
fn compared<'c>(
    provision: &'c ModelProvision,
    checklists: &[&Checklist<'_>],
    is_limb: impl Fn(&Element) -> bool,
) -> Vec<&'c Element> {
    let asked = asked(provision, checklists);
    let elements = provision.elements.iter();
    let found: Vec<&Element> = elements
        .clone()
        .filter(|element| asked.contains(&element.position))
        .collect();
    if found.iter().any(|element| is_limb(element)) {
        found
    } else {
        elements.filter(|element| !element.by_name_only).collect()
    }
}

fn is_asked_for(provision: &ModelProvision, checklists: &[&Checklist<'_>]) -> bool {
    let asked = asked(provision, checklists);
    provision
        .elements
        .iter()
        .any(|element| element.role == Role::Limb && asked.contains(&element.position))
}

/// The places of the elements that binding requirements ask for; of an instrument in which nothing binds, all count.
fn asked(provision: &ModelProvision, checklists: &[&Checklist<'_>]) -> Vec<usize> {
    let mut asked = Vec::new();
    for checklist in checklists {
        let binds = |bindingness: Bindingness| bindingness != Bindingness::Optional;
        let nothing_binds = !checklist.requirements().any(|one| binds(one.bindingness));
        for requirement in checklist.requirements() {
            if binds(requirement.bindingness) || nothing_binds {
                let own = requirement.elements.iter().filter(|element| {
                    // The catalogue of a country's file may be another copy of the same provisions.
                    element.provision.id == provision.id
                });
                asked.extend(own.map(|element| element.element.position));
            }
        }
    }
    asked
}
