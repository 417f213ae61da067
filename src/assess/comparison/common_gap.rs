//! Elements that many countries lack: where one workshop or one model clause helps most.

use std::collections::BTreeMap;

use super::{Comparison, Member};
use crate::assess::Interval;
use crate::model::{Bindingness, ElementRef};

/// An element that several countries lack, whichever of the instruments asks for it.
#[derive(Debug)]
pub struct CommonGap<'c> {
    /// The element.
    pub element: ElementRef<'c>,
    /// The requirements that ask for it.
    pub asked_by: Vec<Member<'c>>,
    /// How each country stands; none where nothing asks for it there.
    pub lacks: Vec<Option<Lack>>,
    /// All countries taken together.
    pub all: Share,
    /// Each region, in order.
    pub regions: Vec<(Option<String>, Share)>,
}

/// How an element stands in a country, over all requirements that ask for it there: the weakest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It is there.
    No,
    /// It is incomplete, or at best that.
    Partly,
    /// It is missing.
    Missing,
    /// Nobody knows.
    Open,
}

/// How many countries lack an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// It is missing.
    pub missing: usize,
    /// It is incomplete.
    pub partly: usize,
    /// It is missing, incomplete or there; the rest is unknown.
    pub known: usize,
    /// It is unknown.
    pub open: usize,
}

impl Share {
    /// Missing or incomplete.
    #[must_use]
    pub fn lacking(&self) -> usize {
        self.missing + self.partly
    }

    fn add(&mut self, lack: Lack) {
        match lack {
            Lack::Missing => self.missing += 1,
            Lack::Partly => self.partly += 1,
            Lack::No => {}
            Lack::Open => self.open += 1,
        }
        self.known += usize::from(lack != Lack::Open);
    }
}

/// The elements that at least so many countries lack, or without a number those that at least two countries and more
/// than half of those where it is known lack; what most countries lack first, then in the order of the instruments.
#[must_use]
pub fn common_gaps<'c>(
    comparison: &Comparison<'c>,
    at_least: Option<usize>,
    gates: bool,
) -> Vec<CommonGap<'c>> {
    let mut gaps = Vec::new();
    for (element, asked_by) in asked(comparison, gates) {
        let lacks = lacks(comparison, &asked_by);
        let share = |lacks: &[Option<Lack>]| {
            let mut share = Share::default();
            lacks.iter().flatten().for_each(|lack| share.add(*lack));
            share
        };
        let all = share(&lacks);
        let many = match at_least {
            Some(number) => all.lacking() >= number.max(1),
            None => all.lacking() >= 2 && all.lacking() * 2 > all.known,
        };
        if many {
            let regions = comparison.regions().into_iter();
            let regions = regions
                .map(|(region, places)| (region.map(ToOwned::to_owned), share(&lacks[places])));
            gaps.push(CommonGap {
                element,
                regions: regions.collect(),
                asked_by: asked_by.into_iter().map(|(member, _)| member).collect(),
                lacks,
                all,
            });
        }
    }
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.all.lacking()));
    gaps
}

/// A requirement that asks for an element, and the element's place in it.
type Asking<'c> = (Member<'c>, usize);

/// Every element that something binding asks for, in the order in which it is first asked for.
fn asked<'c>(comparison: &Comparison<'c>, gates: bool) -> Vec<(ElementRef<'c>, Vec<Asking<'c>>)> {
    let mut elements: Vec<(ElementRef<'c>, Vec<Asking<'c>>)> = Vec::new();
    let mut known: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for member in comparison.members() {
        let requirement = member.requirement;
        if requirement.bindingness == Bindingness::Optional || (gates && !requirement.gate) {
            continue;
        }
        for (place, element) in requirement.elements.iter().enumerate() {
            let key = (element.provision.id.as_str(), element.element.position);
            let number = *known.entry(key).or_insert_with(|| {
                elements.push((*element, Vec::new()));
                elements.len() - 1
            });
            elements[number].1.push((member, place));
        }
    }
    elements
}

fn lacks(comparison: &Comparison<'_>, asked_by: &[Asking<'_>]) -> Vec<Option<Lack>> {
    let countries = comparison.countries.iter();
    let lack = countries.map(|country| {
        let values = asked_by.iter().filter_map(|(member, place)| {
            let instrument = &country.instruments[member.checklist];
            let kept = &instrument.requirements[member.place];
            // A requirement that does not apply has no values at all.
            let halves = instrument.elements(kept).get(*place)?;
            halves.map(|halves| halves.value())
        });
        values.reduce(Interval::weaker).map(of)
    });
    lack.collect()
}

fn of(value: Interval) -> Lack {
    if value.high <= 0.0 {
        Lack::Missing
    } else if value.high < 1.0 {
        Lack::Partly
    } else if value.low >= 1.0 {
        Lack::No
    } else {
        Lack::Open
    }
}
