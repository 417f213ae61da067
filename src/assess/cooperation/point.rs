//! How one limb or condition stands in one country's law, as another State would meet it.

use super::yardstick::Yardstick;
use crate::assess::interval::Interval;
use crate::assess::survey::Survey;
use crate::assess::valuation::{Licence, Valuation};
use crate::model::{Effect, Element, ElementKind, ModelProvision, Qualifier, Word};

/// A limb or condition in one country's law.
#[derive(Debug, Clone)]
pub struct Point {
    /// The element's id.
    pub element: String,
    /// What kind of element it is.
    pub kind: ElementKind,
    /// The legal test.
    pub text: String,
    /// Its value, every narrowing counted.
    pub value: Interval,
    /// How it stands.
    pub state: State,
    /// The sections relied on, `LAW-ID REF`.
    pub sections: Vec<String>,
    /// The narrowings found in the annotation relied on that touch it.
    pub narrowings: Vec<Narrowing>,
    /// Why it is absent or there in part, in the words of the reader of the law.
    pub reason: Option<String>,
}

/// A narrowing that was found in the law, permitted by a treaty or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowing {
    /// The qualifier's id.
    pub id: String,
    /// The narrowing in words.
    pub text: String,
}

/// How a limb or condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not criminal.
    Absent,
    /// Not known.
    Unknown,
    /// Criminal in part, or with a narrowing.
    Narrowed,
    /// Criminal without a narrowing.
    Covered,
}

impl Word for State {
    const ALL: &'static [Self] = &[Self::Covered, Self::Narrowed, Self::Absent, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Narrowed => "narrowed",
            Self::Absent => "absent",
            Self::Unknown => "unknown",
        }
    }
}

/// The points of one model provision, and the annotations that they rest on.
pub(super) struct Points {
    pub(super) points: Vec<Point>,
    /// The annotations that acts were taken from, by their place among those that count.
    pub(super) acts: Vec<usize>,
}

/// Every narrowing counts here, whatever a treaty permits: the other State's courts ask what is punishable, and not what may be left out.
const NO_LICENCE: Licence<'static> = Licence {
    permits: &[],
    party: None,
};

/// How the elements of a yardstick stand in a country's law.
pub(super) fn points(survey: &Survey<'_>, yardstick: &Yardstick<'_>) -> Points {
    let reading = Reading {
        survey,
        valuation: Valuation::new(survey, yardstick.provision, Some(&NO_LICENCE)),
        provision: yardstick.provision,
        wanted: &yardstick.elements,
    };
    let mut points = Vec::new();
    let mut relied_on = Vec::new();
    let mut acts = Vec::new();
    for place in &yardstick.elements {
        let element = &yardstick.provision.elements[*place];
        if !yardstick.provision.treats_as_limb(element) {
            points.push(reading.condition(element, &relied_on));
            continue;
        }
        let (point, piece) = reading.limb(element);
        if let Some(piece) = piece.filter(|_| point.state != State::Absent) {
            if !relied_on.contains(&piece) {
                relied_on.push(piece);
            }
            if element.kind == ElementKind::Conduct && !acts.contains(&piece) {
                acts.push(piece);
            }
        }
        points.push(point);
    }
    Points { points, acts }
}

/// One provision in one country's law.
struct Reading<'a, 'c> {
    survey: &'a Survey<'c>,
    valuation: Valuation<'a, 'c>,
    provision: &'c ModelProvision,
    wanted: &'a [usize],
}

impl Reading<'_, '_> {
    /// A limb, and the annotation that it was taken from: the best for another State, which is the first without a narrowing.
    fn limb(&self, element: &Element) -> (Point, Option<usize>) {
        let place = element.position;
        let pieces = self.valuation.pieces();
        // A figure of the section names its element too, which is how tests count.
        let naming = (0..pieces.len()).filter(|piece| pieces[*piece].named[place].is_some());
        let stands = |piece: &usize| {
            let value = self.valuation.at(*piece, place);
            (state(value, &self.narrowings(*piece, element)), value)
        };
        // `max_by` keeps the last of equals; walking backwards makes that the first in the file.
        let best = naming.rev().max_by(|left, right| {
            let (one, other) = (stands(left), stands(right));
            one.0.cmp(&other.0).then(one.1.low.total_cmp(&other.1.low))
        });
        let Some(piece) = best else {
            return (self.unnamed(element), None);
        };
        let narrowings = self.narrowings(piece, element);
        let (state, value) = stands(&piece);
        let point = Point {
            sections: vec![self.cite(piece)],
            reason: self
                .judged(piece, place)
                .or_else(|| self.figure(piece, element)),
            narrowings: if state == State::Absent {
                Vec::new()
            } else {
                named(&narrowings)
            },
            ..bare(element, value, state)
        };
        (point, Some(piece))
    }

    /// A condition: the weakest over the annotations that limbs were taken from.
    fn condition(&self, element: &Element, relied_on: &[usize]) -> Point {
        let place = element.position;
        if relied_on.is_empty() {
            return self.unnamed(element);
        }
        let ends = relied_on
            .iter()
            .map(|piece| self.valuation.at(*piece, place));
        let value = ends.reduce(Interval::weaker).unwrap_or(Interval::UNKNOWN);
        let lowest = |piece: &&usize| self.valuation.at(**piece, place).high < 1.0;
        let weak = relied_on.iter().find(lowest);
        let mut narrowings: Vec<&Qualifier> = Vec::new();
        for piece in relied_on {
            for found in self.narrowings(*piece, element) {
                if narrowings.iter().all(|known| known.id != found.id) {
                    narrowings.push(found);
                }
            }
        }
        let state = match state(value, &narrowings) {
            // What the law does not ask for at all makes it wider and not narrower.
            State::Absent | State::Unknown if widens(element) && narrowings.is_empty() => {
                State::Covered
            }
            // A lack of right that is asked for in part lets fewer go free than one that is asked for.
            State::Narrowed
                if element.kind == ElementKind::Unlawfulness && narrowings.is_empty() =>
            {
                State::Covered
            }
            State::Absent => State::Narrowed,
            other @ (State::Covered | State::Narrowed | State::Unknown) => other,
        };
        Point {
            sections: weak
                .filter(|_| state == State::Narrowed)
                .map_or_else(|| relied_on.to_vec(), |piece| vec![*piece])
                .into_iter()
                .map(|piece| self.cite(piece))
                .collect(),
            narrowings: named(&narrowings),
            reason: weak.and_then(|piece| self.judged(*piece, place)),
            ..bare(element, value, state)
        }
    }

    /// An element that no annotation names: unknown, or listed as absent.
    fn unnamed(&self, element: &Element) -> Point {
        let survey = self.survey;
        let silent = self.valuation.pieces().is_empty();
        let absence = survey
            .absence(self.provision, Some(element.position))
            .or_else(|| survey.absence(self.provision, None).filter(|_| silent));
        let (value, state) = match absence {
            Some(_) => (Interval::UNMET, State::Absent),
            None => (Interval::UNKNOWN, State::Unknown),
        };
        Point {
            reason: absence.and_then(|absence| absence.reason.clone()),
            ..bare(element, value, state)
        }
    }

    /// The narrowings of an annotation that touch an element. An act is touched by what narrows anything but another act.
    fn narrowings(&self, piece: usize, element: &Element) -> Vec<&Qualifier> {
        let is_act = |place: usize| self.provision.elements[place].kind == ElementKind::Conduct;
        let touches = |qualifier: &&Qualifier| match &qualifier.effect {
            Effect::Narrows(place) => {
                *place == element.position
                    || (element.kind == ElementKind::Conduct
                        && !is_act(*place)
                        && self.wanted.contains(place))
            }
            // A reservation on an act names beside it all that is left without an act.
            Effect::Excludes(places) => {
                let acts = places.iter().any(|place| is_act(*place));
                places.contains(&element.position) && (!acts || is_act(element.position))
            }
        };
        let annotation = self.valuation.pieces()[piece].evidence.annotation;
        let qualifiers = annotation.qualifiers.iter().copied();
        qualifiers.filter(touches).collect()
    }

    fn judged(&self, piece: usize, place: usize) -> Option<String> {
        let annotation = self.valuation.pieces()[piece].evidence.annotation;
        let judgement = annotation
            .judgements
            .iter()
            .find(|judgement| judgement.element == place)?;
        judgement.reason.clone()
    }

    /// A figure that fails its test, with the figure asked for.
    fn figure(&self, piece: usize, element: &Element) -> Option<String> {
        let test = element.test.as_ref()?;
        let evidence = self.valuation.pieces()[piece].evidence;
        let own = evidence.annotation.values.get(&test.value);
        let value = own.or_else(|| evidence.section.values.get(&test.value))?;
        (!test.passes(value)).then(|| format!("It is {value}, not {}.", test.in_words()))
    }

    fn cite(&self, piece: usize) -> String {
        let index = self.valuation.pieces()[piece].evidence.index;
        self.survey.legislation.cite(index)
    }
}

fn bare(element: &Element, value: Interval, state: State) -> Point {
    Point {
        element: element.id.clone(),
        kind: element.kind,
        text: element.text.clone(),
        value,
        state,
        sections: Vec::new(),
        narrowings: Vec::new(),
        reason: None,
    }
}

fn named(qualifiers: &[&Qualifier]) -> Vec<Narrowing> {
    let narrowing = |qualifier: &&Qualifier| Narrowing {
        id: qualifier.id.clone(),
        text: qualifier.text.clone(),
    };
    qualifiers.iter().map(narrowing).collect()
}

fn state(value: Interval, narrowings: &[&Qualifier]) -> State {
    if value.high <= 0.0 {
        State::Absent
    } else if value.high <= 0.5 || !narrowings.is_empty() {
        State::Narrowed
    } else if value.low > 0.5 {
        State::Covered
    } else {
        State::Unknown
    }
}

/// The states of mind that say how far an offence reaches, and not what it asks for.
const REACH: &[&str] = &[
    "economic-benefit",
    "for-self-or-other",
    "sexual-offence-purpose",
];

/// Whether a law that does not ask for the condition punishes more for it: intent, a purpose, the lack of right.
fn widens(element: &Element) -> bool {
    let is_mental = element.kind == ElementKind::Mental;
    element.kind == ElementKind::Unlawfulness
        || (is_mental && !REACH.contains(&element.id.as_str()))
}
