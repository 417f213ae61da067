//! The value of each element of one model provision, put together from sections (design, section 4, rules 2 to 5).

use std::cmp::Ordering;

use super::interval::Interval;
use super::survey::{Piece, Survey};
use crate::model::{Effect, Form, ModelProvision, Permit, Qualifier};

/// What an instrument lets a State do with the qualifiers of its law.
pub(super) struct Licence<'c> {
    /// The narrowings that the requirement permits.
    pub(super) permits: &'c [Permit<'c>],
    /// The country's declarations and reservations, if it is a party.
    pub(super) party: Option<&'c crate::model::Treaty<'c>>,
}

/// How a qualifier stands under a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Permission {
    /// Nothing to object to.
    Granted,
    /// Permitted once it is declared or reserved, which a State that is not a party can still do.
    ToBeMade,
    /// Permitted by a declaration or reservation that this party has not made.
    NotMade,
    /// Not permitted at all.
    Refused,
}

impl Licence<'_> {
    /// How `qualifier` stands (rule 4).
    pub(super) fn permission(&self, qualifier: &Qualifier) -> Permission {
        let mut best = Permission::Refused;
        for permit in self
            .permits
            .iter()
            .filter(|permit| std::ptr::eq(permit.qualifier, qualifier))
        {
            let permission = match (permit.form, self.party) {
                (Form::Option, _) => Permission::Granted,
                (Form::Declaration, Some(treaty)) if treaty.declares(qualifier) => {
                    Permission::Granted
                }
                (Form::Reservation, Some(treaty)) if treaty.reserves(qualifier) => {
                    Permission::Granted
                }
                (Form::Declaration | Form::Reservation, Some(_)) => Permission::NotMade,
                (Form::Declaration | Form::Reservation, None) => Permission::ToBeMade,
            };
            best = match (best, permission) {
                (Permission::Granted, _) | (_, Permission::Granted) => Permission::Granted,
                (Permission::ToBeMade, _) | (_, Permission::ToBeMade) => Permission::ToBeMade,
                (Permission::NotMade | Permission::Refused, last) => last,
            };
        }
        best
    }

    /// Whether the excluding `qualifier` takes its elements out (rule 4).
    pub(super) fn excludes(&self, permit: &Permit<'_>) -> bool {
        self.party.is_some_and(|treaty| match permit.form {
            Form::Option => false,
            Form::Declaration => treaty.declares(permit.qualifier),
            Form::Reservation => treaty.reserves(permit.qualifier),
        })
    }
}

/// The value of an element, and the annotations it comes from (by their place among those that count).
#[derive(Debug, Clone)]
pub(super) struct Valued {
    /// Its place in the provision.
    pub(super) element: usize,
    /// Its value.
    pub(super) value: Interval,
    /// Its value if no qualifier capped it.
    pub(super) uncapped: Interval,
    /// The annotations relied on.
    pub(super) chosen: Vec<usize>,
}

/// The values that the annotations of one model provision give its elements, capped and not.
pub(super) struct Valuation<'s, 'c> {
    provision: &'c ModelProvision,
    pieces: &'s [Piece<'c>],
    /// By annotation and element: the value, and the value without caps.
    values: Vec<Vec<(Interval, Interval)>>,
    /// What elements are worth where no annotation counts.
    silent: Vec<Interval>,
}

impl<'s, 'c> Valuation<'s, 'c> {
    /// Values the annotations that count; `licence` caps what their qualifiers narrow, and without one nothing is capped.
    pub(super) fn new(
        survey: &'s Survey<'c>,
        provision: &'c ModelProvision,
        licence: Option<&Licence<'c>>,
    ) -> Self {
        let pieces = survey.pieces(provision);
        let whole = survey.absence(provision, None).is_some();
        let absent = |element: usize| survey.absence(provision, Some(element)).is_some();
        let unnamed = |element: usize| {
            let nobody = pieces.iter().all(|piece| piece.named[element].is_none());
            if nobody && absent(element) {
                Interval::UNMET
            } else {
                Interval::UNKNOWN
            }
        };
        let range = || 0..provision.elements.len();
        let unnamed: Vec<Interval> = range().map(unnamed).collect();
        let values = pieces
            .iter()
            .map(|piece| {
                range()
                    .map(|element| {
                        let value = piece.named[element].unwrap_or(unnamed[element]);
                        let capped = licence.is_some_and(|licence| caps(piece, element, licence));
                        (if capped { value.capped() } else { value }, value)
                    })
                    .collect()
            })
            .collect();
        let silent = unnamed
            .into_iter()
            .map(|value| if whole { Interval::UNMET } else { value })
            .collect();
        Self {
            provision,
            pieces,
            values,
            silent,
        }
    }

    /// The values of the elements `wanted`, by their places (rules 2 and 5).
    pub(super) fn of(&self, wanted: &[usize]) -> Vec<Valued> {
        if self.pieces.is_empty() {
            return wanted
                .iter()
                .map(|element| Valued {
                    element: *element,
                    value: self.silent[*element],
                    uncapped: self.silent[*element],
                    chosen: Vec::new(),
                })
                .collect();
        }
        let is_limb = |place: &usize| {
            self.provision
                .treats_as_limb(&self.provision.elements[*place])
        };
        let (limbs, conditions): (Vec<usize>, Vec<usize>) =
            wanted.iter().partition(|&place| is_limb(place));
        let choosing: Vec<usize> = if limbs.is_empty() {
            (0..self.provision.elements.len())
                .filter(|place| is_limb(place))
                .collect()
        } else {
            limbs
        };
        let chosen: Vec<(usize, usize)> = choosing
            .into_iter()
            .map(|limb| (limb, self.best(limb, &conditions)))
            .collect();
        let relied_on = self.relied_on(&chosen);
        wanted
            .iter()
            .map(
                |element| match chosen.iter().find(|(limb, _)| limb == element) {
                    Some((_, piece)) => {
                        let (value, uncapped) = self.values[*piece][*element];
                        Valued {
                            element: *element,
                            value,
                            uncapped,
                            chosen: vec![*piece],
                        }
                    }
                    None => self.weakest(*element, &relied_on),
                },
            )
            .collect()
    }

    /// The annotations chosen that give their limb anything at all, in the order of the file.
    fn relied_on(&self, chosen: &[(usize, usize)]) -> Vec<usize> {
        let mut pieces: Vec<usize> = chosen
            .iter()
            .filter(|(limb, piece)| self.values[*piece][*limb].0.high > 0.0)
            .map(|(_, piece)| *piece)
            .collect();
        pieces.sort_unstable();
        pieces.dedup();
        pieces
    }

    /// A condition takes the lowest ends over the annotations relied on.
    fn weakest(&self, element: usize, relied_on: &[usize]) -> Valued {
        let ends = relied_on.iter().map(|piece| self.values[*piece][element]);
        let (value, uncapped) = ends
            .reduce(|(value, uncapped), (other, other_uncapped)| {
                (value.weaker(other), uncapped.weaker(other_uncapped))
            })
            .unwrap_or((Interval::UNMET, Interval::UNMET));
        Valued {
            element,
            value,
            uncapped,
            chosen: relied_on.to_vec(),
        }
    }

    /// The best of the annotations that name the limb, or of all where none does.
    fn best(&self, limb: usize, conditions: &[usize]) -> usize {
        let nobody = self.pieces.iter().all(|piece| piece.named[limb].is_none());
        let candidates = (0..self.pieces.len())
            .filter(|piece| nobody || self.pieces[*piece].named[limb].is_some());
        let sums = |piece: usize| {
            let of = |end: fn(Interval) -> f64| -> f64 {
                conditions
                    .iter()
                    .map(|condition| end(self.values[piece][*condition].0))
                    .sum()
            };
            (of(|value| value.low), of(|value| value.high))
        };
        // `max_by` keeps the last of equals; walking backwards makes that the first in the file.
        candidates
            .rev()
            .max_by(|left, right| {
                let (one, other) = (self.values[*left][limb].0, self.values[*right][limb].0);
                let ends = compare(one.low, other.low).then(compare(one.high, other.high));
                ends.then_with(|| {
                    let (one, other) = (sums(*left), sums(*right));
                    compare(one.0, other.0).then(compare(one.1, other.1))
                })
            })
            .unwrap_or(0)
    }

    /// The value of an element in an annotation.
    pub(super) fn at(&self, piece: usize, element: usize) -> Interval {
        self.values[piece][element].0
    }

    /// The annotations that count.
    pub(super) fn pieces(&self) -> &'s [Piece<'c>] {
        self.pieces
    }
}

fn compare(left: f64, right: f64) -> Ordering {
    left.total_cmp(&right)
}

/// Whether a qualifier of the annotation caps the element (rule 4).
fn caps(piece: &Piece<'_>, element: usize, licence: &Licence<'_>) -> bool {
    capping(piece, element, licence).next().is_some()
}

/// The qualifiers of the annotation that cap the element.
pub(super) fn capping<'a, 'c>(
    piece: &'a Piece<'c>,
    element: usize,
    licence: &'a Licence<'_>,
) -> impl Iterator<Item = &'c Qualifier> + use<'a, 'c> {
    let qualifiers = piece.evidence.annotation.qualifiers.iter().copied();
    qualifiers.filter(move |qualifier| {
        qualifier.effect == Effect::Narrows(element)
            && match licence.permission(qualifier) {
                Permission::Refused | Permission::NotMade => true,
                Permission::Granted | Permission::ToBeMade => false,
            }
    })
}
