//! Groups of countries: the mean of the lower ends, the mean of the upper ends, and over how many countries.

use super::Comparison;
use crate::assess::{Counts, Determined, Interval};

/// What is said of a group of countries.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its region, or `Some(None)` for the countries without one; none for all countries.
    pub region: Option<Option<String>>,
    /// How many countries it has.
    pub countries: usize,
    /// How many of them have a score; the others have nothing that applies, which is not a score of nothing.
    pub scored: usize,
    /// The mean over those: each country counts once.
    pub score: Option<Interval>,
    /// How many elements are determined over all its countries, of how many.
    pub elements: Determined,
    /// On a line: how many countries have which verdict.
    pub counts: Counts,
}

impl Group {
    pub(super) fn of(
        region: Option<Option<&str>>,
        countries: impl Iterator<Item = (Option<Interval>, Determined)>,
    ) -> Self {
        let mut group = Self {
            region: region.map(|region| region.map(ToOwned::to_owned)),
            countries: 0,
            scored: 0,
            score: None,
            elements: Determined::default(),
            counts: Counts::default(),
        };
        let mut scores = Vec::new();
        for (score, elements) in countries {
            group.countries += 1;
            group.elements.determined += elements.determined;
            group.elements.total += elements.total;
            scores.extend(score.map(|score| (score, 1.0)));
        }
        group.scored = scores.len();
        group.score = Interval::mean(scores);
        group
    }
}

impl Comparison<'_> {
    /// What is said of a whole checklist for each region, and for all countries last.
    #[must_use]
    pub fn groups_of_checklist(&self, checklist: usize) -> Vec<Group> {
        let of = |region: Option<Option<&str>>, places: std::ops::Range<usize>| {
            let countries = self.countries[places].iter();
            Group::of(
                region,
                countries.map(|country| {
                    let main = &country.instruments[checklist].main;
                    (main.score, main.elements)
                }),
            )
        };
        let regions = self.regions().into_iter();
        let regions = regions.map(|(region, places)| of(Some(region), places));
        regions.chain([of(None, 0..self.countries.len())]).collect()
    }
}
