//! Of each country only what a comparison says, with no reference to its law: so memory grows with the answers, and not with the files.

use crate::assess::{
    ElementResult, Evidence, Interval, Outcome, RequirementResult, Survey, Tally, assess,
};
use crate::model::{
    Checklist, Date, ElementRef, FileStatus, LifeCycle, Requirement, SectionIndex, Status,
};

/// A country as a comparison keeps it.
#[derive(Debug, Clone)]
pub struct KeptCountry {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The region it is grouped under.
    pub region: Option<String>,
    /// The date of the assessment.
    pub date: Date,
    /// How its file came about.
    pub status: FileStatus,
    /// What was found, one a checklist.
    pub instruments: Vec<KeptInstrument>,
    /// The sections cited, `LAW-ID REF`, each once.
    pub cites: Box<[Box<str>]>,
}

/// One checklist assessed.
#[derive(Debug, Clone)]
pub struct KeptInstrument {
    /// Over what binds, or over what is optional where nothing does.
    pub main: Tally,
    /// The requirements, in the order of the checklist.
    pub requirements: Box<[KeptRequirement]>,
    /// The elements of all requirements one after the other; none for an element that is not asked for here.
    elements: Box<[Option<Halves>]>,
    /// Places in the country's list of sections, of all requirements one after the other.
    cited: Box<[u32]>,
}

/// One requirement assessed.
#[derive(Debug, Clone, Copy)]
pub struct KeptRequirement {
    /// The verdict on the law in force.
    pub outcome: Outcome,
    /// What kind of law speaks to it.
    pub lifecycle: Lifecycle,
    elements: (u32, u32),
    relied: (u32, u32),
    waiting: (u32, u32),
}

/// The value of an element, whose ends are nothing, one half or all, counted in halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    low: u8,
    high: u8,
}

impl Halves {
    fn of(value: Interval) -> Self {
        let halves = |end: f64| {
            if end >= 1.0 { 2 } else { u8::from(end > 0.0) }
        };
        Self {
            low: halves(value.low),
            high: halves(value.high),
        }
    }

    /// The value.
    #[must_use]
    pub fn value(self) -> Interval {
        Interval {
            low: f64::from(self.low) / 2.0,
            high: f64::from(self.high) / 2.0,
        }
    }
}

/// What kind of law speaks to a requirement, from none to law in force that ends on a known day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lifecycle {
    /// No annotation speaks to it.
    Silent,
    /// Only law that was repealed, replaced or suspended.
    Lapsed,
    /// At best a draft or a bill.
    Bill,
    /// At best law that was enacted and is not yet in force.
    Coming,
    /// Law in force.
    InForce,
    /// Law in force, of which a section relied on ends on that day.
    Expires(Date),
}

impl Lifecycle {
    /// The word for it in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Lapsed => "lapsed",
            Self::Bill => "bill",
            Self::Coming => "not-yet-in-force",
            Self::InForce => "in-force",
            Self::Expires(_) => "expires",
        }
    }

    /// The day on which a section relied on ends.
    #[must_use]
    pub fn expires(self) -> Option<Date> {
        match self {
            Self::Expires(date) => Some(date),
            Self::Silent | Self::Lapsed | Self::Bill | Self::Coming | Self::InForce => None,
        }
    }

    /// What speaks to two requirements taken together: the further, and of two ends the earlier.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        match (self.expires(), other.expires()) {
            (Some(one), Some(two)) => Self::Expires(one.min(two)),
            (_, _) => self.max(other),
        }
    }

    /// What a section that does not count is.
    fn of_waiting(life: LifeCycle, date: Date) -> Self {
        if life.repealed_at(date) || life.counts_at(date) {
            return Self::Lapsed;
        }
        match life.status {
            Status::Drafting | Status::Bill => Self::Bill,
            Status::Enacted | Status::InForce | Status::Repealed => Self::Coming,
            Status::Suspended => Self::Lapsed,
        }
    }
}

impl KeptInstrument {
    /// The values of a requirement's elements, in the order of the checklist; none for one that is not asked for.
    #[must_use]
    pub fn elements(&self, one: &KeptRequirement) -> &[Option<Halves>] {
        slice(&self.elements, one.elements)
    }

    /// The sections relied on, as places in the country's list.
    #[must_use]
    pub fn relied(&self, one: &KeptRequirement) -> &[u32] {
        slice(&self.cited, one.relied)
    }

    /// The sections that would speak to it and are not in force, where none in force does.
    #[must_use]
    pub fn waiting(&self, one: &KeptRequirement) -> &[u32] {
        slice(&self.cited, one.waiting)
    }
}

fn slice<T>(all: &[T], (begin, end): (u32, u32)) -> &[T] {
    &all[begin as usize..end as usize]
}

/// Assesses a country against the checklists, and keeps what a comparison needs.
#[must_use]
pub fn keep<'c>(survey: &Survey<'c>, checklists: &[&'c Checklist<'c>]) -> KeptCountry {
    let legislation = survey.legislation;
    let mut cites = Cites::default();
    let instruments = checklists
        .iter()
        .map(|checklist| instrument(survey, checklist, &mut cites))
        .collect();
    let name = |index: &SectionIndex| legislation.cite(*index).into_boxed_str();
    KeptCountry {
        code: legislation.country.code.clone(),
        name: legislation.country.name.clone(),
        region: legislation.country.region.clone(),
        date: survey.date,
        status: legislation.status,
        instruments,
        cites: cites.sections.iter().map(name).collect(),
    }
}

/// The sections cited so far, in the order in which they were first cited.
#[derive(Default)]
struct Cites {
    sections: Vec<SectionIndex>,
    places: std::collections::BTreeMap<SectionIndex, u32>,
}

impl Cites {
    fn place(&mut self, index: SectionIndex) -> u32 {
        *self.places.entry(index).or_insert_with(|| {
            self.sections.push(index);
            length(self.sections.len()) - 1
        })
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn instrument<'c>(
    survey: &Survey<'c>,
    checklist: &'c Checklist<'c>,
    cites: &mut Cites,
) -> KeptInstrument {
    let result = assess(survey, checklist);
    let mut elements = Vec::new();
    let mut cited: Vec<u32> = Vec::new();
    let mut requirements = Vec::new();
    for one in result.requirements() {
        let begin = length(elements.len());
        elements.extend(values(one.requirement, &one.elements));
        let lifecycle = lifecycle(survey, one);
        let relied = cite(&sections(one), cites, &mut cited);
        let waiting = cite(&waiting(one, lifecycle, survey.date), cites, &mut cited);
        requirements.push(KeptRequirement {
            outcome: one.outcome,
            lifecycle,
            elements: (begin, length(elements.len())),
            relied,
            waiting,
        });
    }
    KeptInstrument {
        main: result.main().clone(),
        requirements: requirements.into_boxed_slice(),
        elements: elements.into_boxed_slice(),
        cited: cited.into_boxed_slice(),
    }
}

fn cite(sections: &[SectionIndex], cites: &mut Cites, cited: &mut Vec<u32>) -> (u32, u32) {
    let begin = length(cited.len());
    cited.extend(sections.iter().map(|index| cites.place(*index)));
    (begin, length(cited.len()))
}

/// The elements of the requirement with their values; those that declarations or better alternatives take out have none.
fn values<'r>(
    requirement: &'r Requirement<'_>,
    results: &'r [ElementResult<'_>],
) -> impl Iterator<Item = Option<Halves>> + 'r {
    let same = |one: &ElementRef<'_>, other: &ElementRef<'_>| {
        one.element.position == other.element.position && one.provision.id == other.provision.id
    };
    let mut results = results.iter().peekable();
    requirement.elements.iter().map(move |element| {
        let result = results.next_if(|result| same(element, &result.element))?;
        Some(Halves::of(result.value))
    })
}

/// The sections relied on, in the order of the file.
fn sections(one: &RequirementResult<'_>) -> Vec<SectionIndex> {
    let all = one.elements.iter().flat_map(|element| &element.sections);
    ordered(all.copied().collect())
}

fn ordered(mut sections: Vec<SectionIndex>) -> Vec<SectionIndex> {
    sections.sort_unstable();
    sections.dedup();
    sections
}

fn lifecycle(survey: &Survey<'_>, one: &RequirementResult<'_>) -> Lifecycle {
    let kind = |evidence: &Evidence<'_>| {
        if evidence.counts {
            Lifecycle::InForce
        } else {
            Lifecycle::of_waiting(evidence.section.life, survey.date)
        }
    };
    let furthest = one.evidence.iter().map(kind).max();
    let relied = one.elements.iter().flat_map(|element| &element.sections);
    let ends = relied.filter_map(|index| survey.legislation.section(*index).life.repealed);
    match (furthest, ends.min()) {
        (Some(Lifecycle::InForce), Some(end)) => Lifecycle::Expires(end),
        (Some(furthest), _) => furthest,
        (None, _) => Lifecycle::Silent,
    }
}

/// The sections of the kind that goes furthest, where none is in force.
fn waiting(one: &RequirementResult<'_>, furthest: Lifecycle, date: Date) -> Vec<SectionIndex> {
    let waits = matches!(furthest, Lifecycle::Bill | Lifecycle::Coming);
    let evidence = one.evidence.iter().filter(|evidence| {
        waits && !evidence.counts && Lifecycle::of_waiting(evidence.section.life, date) == furthest
    });
    ordered(evidence.map(|evidence| evidence.index).collect())
}
