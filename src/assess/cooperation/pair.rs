//! Two countries' profiles side by side: limb by limb, what both punish, what stands in the way, and which thresholds both reach.

use super::point::{Narrowing, Point, State};
use super::profile::{Bond, OffenceProfile, OtherBond, Penalty, Profile};
use crate::model::{ElementKind, Quantity, Unit, Word};

/// How far two States can help each other, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cooperation {
    /// Nothing of it can be an offence in both States.
    Blocked,
    /// Something of it is not an offence in both, or only with a narrowing.
    AtRisk,
    /// Only what is unknown stands in the way.
    NotDetermined,
    /// All of it is an offence in both, without a narrowing.
    CanCooperate,
}

impl Word for Cooperation {
    const ALL: &'static [Self] = &[
        Self::CanCooperate,
        Self::AtRisk,
        Self::Blocked,
        Self::NotDetermined,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::CanCooperate => "can-cooperate",
            Self::AtRisk => "at-risk",
            Self::Blocked => "blocked",
            Self::NotDetermined => "not-determined",
        }
    }
}

/// Two countries side by side.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The two.
    pub sides: [&'p Profile; 2],
    /// The offences, in the order of the profiles.
    pub offences: Vec<OffencePair<'p>>,
    /// The treaties with a checklist that bind both.
    pub treaties: Vec<[&'p Bond; 2]>,
    /// The treaties without one that both list by the same title.
    pub other_treaties: Vec<&'p OtherBond>,
    /// The treaties that name the other State in their title, by the side that lists them; that they are the same is not known.
    pub named: Vec<(usize, &'p OtherBond)>,
}

/// One offence in two countries.
#[derive(Debug)]
pub struct OffencePair<'p> {
    /// The model provision's id.
    pub id: &'p str,
    /// Its title.
    pub title: &'p str,
    /// What comes of it.
    pub result: Cooperation,
    /// Limb by limb, then condition by condition.
    pub points: Vec<Joint<'p>>,
    /// What stands in the way, the gravest first.
    pub obstacles: Vec<Obstacle<'p>>,
    /// The penalties on both sides.
    pub penalties: [&'p [Penalty]; 2],
    /// One year on both sides (Budapest Convention, Art. 24).
    pub one_year: [Threshold; 2],
    /// Four years on both sides (serious crime: UNTOC Art. 2(b), UN Convention Art. 2(h)).
    pub four_years: [Threshold; 2],
}

/// A limb or condition in two countries.
#[derive(Debug, Clone, Copy)]
pub struct Joint<'p> {
    /// The two.
    pub sides: [&'p Point; 2],
    /// What comes of it.
    pub result: Cooperation,
}

/// Something that stands in the way, on one side; elements with the same cause are one obstacle.
#[derive(Debug, Clone)]
pub struct Obstacle<'p> {
    /// The side that it is on.
    pub side: usize,
    /// What it is.
    pub cause: Cause<'p>,
    /// The limbs or conditions that it is about, in order.
    pub points: Vec<&'p Point>,
}

/// Why something is not an offence on one side, or not known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause<'p> {
    /// Not an offence, with the reason.
    Absent(Option<&'p str>),
    /// An offence with a narrowing.
    Narrowed(&'p Narrowing),
    /// An offence in part, with the reason.
    Partly(Option<&'p str>),
    /// Not known.
    Unknown,
}

/// Whether the penalties of an offence reach a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// All do.
    Met,
    /// Some do: the graver acts reach it.
    Partly,
    /// None does.
    NotMet,
    /// Not known.
    Unknown,
}

impl Word for Threshold {
    const ALL: &'static [Self] = &[Self::Met, Self::Partly, Self::NotMet, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotMet => "not-met",
            Self::Unknown => "unknown",
        }
    }
}

impl Threshold {
    /// Whether both sides reach the figure: it takes both.
    #[must_use]
    pub fn both([one, other]: [Self; 2]) -> Self {
        let any = |wanted: Self| one == wanted || other == wanted;
        if any(Self::NotMet) {
            Self::NotMet
        } else if any(Self::Unknown) {
            Self::Unknown
        } else if any(Self::Partly) {
            Self::Partly
        } else {
            Self::Met
        }
    }

    /// Whether the sections that acts were found in reach `figure`; what is no offence has no penalty that could.
    fn of(offence: &OffenceProfile, figure: &str) -> Self {
        if offence.is_absent() {
            return Self::NotMet;
        }
        let Ok(figure) = Quantity::read(figure, Unit::Duration) else {
            return Self::Unknown;
        };
        let reaches = |penalty: &Penalty| {
            let maximum = penalty.maximum.as_ref()?;
            Some(maximum.compare(&figure)?.is_ge())
        };
        let found: Vec<Option<bool>> = offence.penalties.iter().map(reaches).collect();
        match (found.contains(&Some(true)), found.contains(&Some(false))) {
            (true, true) => Self::Partly,
            (true, false) if !found.contains(&None) => Self::Met,
            (false, true) if !found.contains(&None) => Self::NotMet,
            _ => Self::Unknown,
        }
    }
}

impl<'p> Pair<'p> {
    /// Compares two profiles that were made by the same yardsticks.
    #[must_use]
    pub fn new(one: &'p Profile, other: &'p Profile) -> Self {
        let treaties = one.treaties.iter().filter_map(|bond| {
            let same = other.treaties.iter().find(|theirs| theirs.id == bond.id)?;
            Some([bond, same])
        });
        let same = |left: &OtherBond, right: &OtherBond| {
            left.title.trim().to_lowercase() == right.title.trim().to_lowercase()
        };
        let listed_by_both = |bond: &OtherBond| {
            let lists = |profile: &Profile| profile.other_treaties.iter().any(|it| same(it, bond));
            lists(one) && lists(other)
        };
        let sides = [one, other];
        let named = (0..2).flat_map(|side| {
            let name = &sides[1 - side].country.name;
            let own = sides[side].other_treaties.iter();
            own.filter(move |bond| bond.title.contains(name.as_str()))
                .map(move |bond| (side, bond))
        });
        Self {
            sides,
            offences: one
                .offences
                .iter()
                .zip(&other.offences)
                .map(|(left, right)| OffencePair::new(left, right))
                .collect(),
            treaties: treaties.collect(),
            other_treaties: one
                .other_treaties
                .iter()
                .filter(|bond| listed_by_both(bond))
                .collect(),
            named: named.filter(|(_, bond)| !listed_by_both(bond)).collect(),
        }
    }

    /// The worst of all offences, and the first that has it.
    #[must_use]
    pub fn worst(&self) -> Option<&OffencePair<'p>> {
        self.offences.iter().min_by_key(|offence| offence.result)
    }
}

impl<'p> OffencePair<'p> {
    fn new(left: &'p OffenceProfile, right: &'p OffenceProfile) -> Self {
        let points: Vec<Joint<'p>> = left
            .points
            .iter()
            .zip(&right.points)
            .map(|(left, right)| Joint {
                sides: [left, right],
                result: joint(left.state, right.state),
            })
            .collect();
        let penalties = [left.penalties.as_slice(), right.penalties.as_slice()];
        let threshold = |figure: &str| [left, right].map(|side| Threshold::of(side, figure));
        Self {
            id: &left.id,
            title: &left.title,
            result: result(&points),
            obstacles: obstacles(&points),
            points,
            penalties,
            one_year: threshold("1 year"),
            four_years: threshold("4 years"),
        }
    }
}

/// One limb: what is absent on one side is not common, and a narrowing on one side is a risk whatever the other has.
fn joint(left: State, right: State) -> Cooperation {
    let any = |state: State| left == state || right == state;
    if any(State::Absent) {
        Cooperation::Blocked
    } else if any(State::Narrowed) {
        Cooperation::AtRisk
    } else if any(State::Unknown) {
        Cooperation::NotDetermined
    } else {
        Cooperation::CanCooperate
    }
}

/// The offence (docs/decisions.md, *Cooperation*).
fn result(points: &[Joint<'_>]) -> Cooperation {
    let none_common = |kind: ElementKind, fewest: usize| {
        let mut of_kind = points.iter().filter(|point| point.sides[0].kind == kind);
        of_kind.clone().count() >= fewest
            && of_kind.all(|point| point.result == Cooperation::Blocked)
    };
    let all = |allowed: &[Cooperation]| points.iter().all(|one| allowed.contains(&one.result));
    if none_common(ElementKind::Conduct, 1)
        || none_common(ElementKind::Result, 1)
        || none_common(ElementKind::Object, 2)
    {
        Cooperation::Blocked
    } else if all(&[Cooperation::CanCooperate]) {
        Cooperation::CanCooperate
    } else if all(&[Cooperation::CanCooperate, Cooperation::NotDetermined]) {
        Cooperation::NotDetermined
    } else {
        Cooperation::AtRisk
    }
}

/// What stands in the way, by side and cause: what is absent, then narrowings, then what is there in part, then what is unknown.
fn obstacles<'p>(points: &[Joint<'p>]) -> Vec<Obstacle<'p>> {
    let mut obstacles: Vec<Obstacle<'p>> = Vec::new();
    for joint in points {
        for (side, point) in joint.sides.into_iter().enumerate() {
            for cause in causes(point) {
                let same =
                    |known: &&mut Obstacle<'p>| known.side == side && known.cause.is_same(&cause);
                match obstacles.iter_mut().find(same) {
                    Some(known) => known.points.push(point),
                    None => obstacles.push(Obstacle {
                        side,
                        cause,
                        points: vec![point],
                    }),
                }
            }
        }
    }
    obstacles.sort_by_key(|obstacle| obstacle.cause.rank());
    obstacles
}

fn causes(point: &Point) -> Vec<Cause<'_>> {
    let reason = point.reason.as_deref();
    match point.state {
        State::Covered => Vec::new(),
        State::Unknown => vec![Cause::Unknown],
        State::Absent => vec![Cause::Absent(reason)],
        State::Narrowed => {
            let narrowings = point.narrowings.iter().map(Cause::Narrowed);
            let partly =
                (reason.is_some() || point.narrowings.is_empty()).then_some(Cause::Partly(reason));
            narrowings.chain(partly).collect()
        }
    }
}

impl Cause<'_> {
    fn rank(&self) -> u8 {
        match self {
            Self::Absent(_) => 0,
            Self::Narrowed(_) => 1,
            Self::Partly(_) => 2,
            Self::Unknown => 3,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            // The same words of the same kind are one narrowing, wherever they were found.
            (Self::Narrowed(one), Self::Narrowed(other)) => one.id == other.id,
            (one, other) => one == other,
        }
    }
}
