//! Countries side by side: what lines they are compared on, and what is said of each line and of each group of countries.

mod band;
mod common_gap;
mod group;
mod kept;
mod line;
mod rank;
mod sensitivity;

use std::ops::Range;

pub use band::{BANDS, Band};
pub use common_gap::{CommonGap, Lack, Share, common_gaps};
pub use group::Group;
pub use kept::{Halves, KeptCountry, KeptInstrument, KeptRequirement, Lifecycle, keep};
pub use line::{By, Line, LineCell, Member};
pub use rank::ranks;
pub use sensitivity::{Rescored, Weighting, rescore};

use crate::model::Checklist;

/// Countries in their stated order, laid beside the same checklists.
#[derive(Debug)]
pub struct Comparison<'c> {
    /// The checklists, in the order in which they were asked for.
    pub checklists: Vec<&'c Checklist<'c>>,
    /// The countries: by region (those without one last), then by code, name and date.
    pub countries: Vec<KeptCountry>,
    /// A name of each country that no other has: its code, and more only where several files have the same code.
    pub labels: Vec<String>,
}

impl<'c> Comparison<'c> {
    /// Puts the countries in order, whatever the order in which they were read.
    #[must_use]
    pub fn new(checklists: &[&'c Checklist<'c>], mut countries: Vec<KeptCountry>) -> Self {
        fn key(one: &KeptCountry) -> impl Ord + '_ {
            let region = one.region.as_deref();
            (region.is_none(), region, &one.code, &one.name, one.date)
        }
        // Two files that agree in all of this are put in order by what was found in them, and never by where they lie.
        countries.sort_by(|left, right| {
            let content = || format!("{left:?}").cmp(&format!("{right:?}"));
            key(left).cmp(&key(right)).then_with(content)
        });
        Self {
            checklists: checklists.to_vec(),
            labels: labels(&countries),
            countries,
        }
    }

    /// The regions in order, each with the places of its countries; `None` for countries without one.
    #[must_use]
    pub fn regions(&self) -> Vec<(Option<&str>, Range<usize>)> {
        let mut regions = Vec::new();
        let mut begin = 0;
        for group in self
            .countries
            .chunk_by(|one, next| one.region == next.region)
        {
            let end = begin + group.len();
            regions.push((group[0].region.as_deref(), begin..end));
            begin = end;
        }
        regions
    }

    /// Whether there is anything to group by.
    #[must_use]
    pub fn has_regions(&self) -> bool {
        self.countries.iter().any(|one| one.region.is_some())
    }
}

fn labels(countries: &[KeptCountry]) -> Vec<String> {
    use std::collections::BTreeMap;
    let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
    for one in countries {
        *of_code.entry(&one.code).or_default() += 1;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let label = |one: &KeptCountry| {
        if of_code[one.code.as_str()] == 1 {
            return one.code.clone();
        }
        let dated = format!("{} {}", one.code, one.date);
        let times = taken.entry(dated.clone()).or_default();
        *times += 1;
        match *times {
            1 => dated,
            times => format!("{dated} ({times})"),
        }
    };
    countries.iter().map(label).collect()
}
