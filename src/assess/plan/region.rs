//! One plan over many countries: what enough of them need is done once, and the rest stays national (docs/decisions.md, *The regional plan*).

use std::sync::Arc;

use super::line::{GapRef, Line, Target};
use super::research::Addressee;
use super::{Costing, Plan};
use crate::model::{
    Country, Date, FileStatus, Legislation, MeasureRole, MeasureType, Organisation, Span,
};

/// What a region needs to know of one country's plan, so that its law need not be kept.
#[derive(Debug)]
pub struct CountryPlan {
    /// The country.
    pub country: Country,
    /// The date of its law.
    pub date: Date,
    /// How its file came about.
    pub status: FileStatus,
    /// The lines of its plan, in order.
    pub lines: Vec<CountryLine>,
    /// The model provisions of which something is not known.
    pub unknown: Vec<CountryQuestion>,
    /// Currency and year of its amounts.
    pub costs: Costing,
}

/// A line of a country's plan.
#[derive(Debug)]
pub struct CountryLine {
    /// Its id.
    pub id: String,
    /// What it has in common with lines of other countries.
    pub kind: Kind,
    /// The law it amends, by its title.
    pub law: Option<String>,
    /// The gaps behind it.
    pub gaps: Vec<CountryGap>,
    /// What else is behind it: powers without safeguards, declarations and treaties, counted.
    pub others: usize,
    /// Person-days.
    pub effort: Span,
    /// What it costs; none where that is not known.
    pub cost: Option<Span>,
}

/// What makes lines of several countries one measure: the measure of the library, and the link, instrument or model
/// provision it is applied to. Laws differ from country to country and make no difference.
#[derive(Debug, Clone)]
pub struct Kind {
    /// The measure and what it is applied to, as an id.
    pub id: String,
    /// The title, with the placeholders of the library.
    pub title: String,
    /// The link, instrument or provision in words.
    pub target: Option<String>,
    /// Its type.
    pub of_type: MeasureType,
    /// Whether it makes gaps go.
    pub role: MeasureRole,
    /// Whose mandate it is.
    pub organisations: Vec<Arc<Organisation>>,
}

/// A gap, as other countries may have it.
#[derive(Debug, Clone)]
pub struct CountryGap {
    /// Its id in the gap report.
    pub id: String,
    /// `model/element`: what is missing, whichever instrument asks for it.
    pub element: String,
    /// The element in words.
    pub text: String,
    /// The title of the model provision.
    pub provision: String,
}

/// A model provision of which something is not known.
#[derive(Debug)]
pub struct CountryQuestion {
    /// Its id.
    pub provision: String,
    /// Its title.
    pub title: String,
    /// Who could settle it.
    pub addressee: Addressee,
    /// How many of its elements are not known.
    pub elements: usize,
}

impl CountryPlan {
    /// What is kept of a country's plan.
    #[must_use]
    pub fn new(legislation: &Legislation<'_>, date: Date, plan: &Plan<'_>) -> Self {
        let research = plan.research.iter().flat_map(|research| {
            let questions = research.questions.iter();
            questions.map(|question| CountryQuestion {
                provision: question.provision.id.clone(),
                title: question.provision.title.clone(),
                addressee: research.addressee,
                elements: question.unknown.len(),
            })
        });
        Self {
            country: legislation.country.clone(),
            date,
            status: legislation.status,
            lines: plan.lines.iter().map(country_line).collect(),
            unknown: research.collect(),
            costs: plan.costs.clone(),
        }
    }
}

fn country_line(line: &Line<'_>) -> CountryLine {
    let measure = line.measure;
    let (target, law) = match line.target {
        Target::Law(law) => (None, Some(law.title.clone())),
        Target::NewLaw | Target::Country => (None, None),
        Target::Provision(provision) => (Some(provision.title.to_lowercase()), None),
        Target::Link(_) => (line.target.id().map(ToOwned::to_owned), None),
        Target::Instrument(checklist) => (Some(checklist.short_title.clone()), None),
    };
    CountryLine {
        id: line.id.clone(),
        kind: Kind {
            id: match (&target, line.target.id()) {
                (Some(_), Some(target)) => format!("{}/{target}", measure.id),
                (_, _) => measure.id.clone(),
            },
            title: measure.title.clone(),
            target,
            of_type: measure.kind,
            role: measure.role,
            organisations: measure.organisations.clone(),
        },
        law,
        gaps: line.gaps().map(country_gap).collect(),
        others: line.findings.len() + line.declarations.len() + line.treaties.len(),
        effort: line.effort,
        cost: line.cost.amount,
    }
}

fn country_gap(gap: &GapRef<'_>) -> CountryGap {
    CountryGap {
        id: gap.id().to_owned(),
        element: format!("{}/{}", gap.provision().id, gap.element().id),
        text: gap.element().text.clone(),
        provision: gap.provision().title.clone(),
    }
}

/// A plan over many countries.
#[derive(Debug)]
pub struct Region<'p> {
    /// The countries, in the order in which they were named.
    pub countries: &'p [CountryPlan],
    /// In how many of them a measure is needed to be done once.
    pub common: usize,
    /// What is done once, what most need first.
    pub measures: Vec<Shared<'p>>,
    /// What fewer need.
    pub national: Vec<Shared<'p>>,
    /// What is to be asked in enough of them.
    pub research: Vec<SharedQuestion<'p>>,
}

/// A measure with the countries that need it.
#[derive(Debug)]
pub struct Shared<'p> {
    /// The measure.
    pub kind: &'p Kind,
    /// The places of the countries, each with its lines.
    pub countries: Vec<(usize, Vec<&'p CountryLine>)>,
    /// What is missing, with the places of the countries: what is missing in most first.
    pub elements: Vec<(&'p CountryGap, Vec<usize>)>,
}

impl Shared<'_> {
    /// How many gaps are behind it in all countries.
    #[must_use]
    pub fn gaps(&self) -> usize {
        self.lines().map(|line| line.gaps.len()).sum()
    }

    /// The lines of all countries.
    pub fn lines(&self) -> impl Iterator<Item = &CountryLine> {
        let lines = self.countries.iter().flat_map(|(_, lines)| lines);
        lines.copied()
    }
}

/// A model provision of which something is not known in several countries.
#[derive(Debug)]
pub struct SharedQuestion<'p> {
    /// The question, as the first country has it.
    pub question: &'p CountryQuestion,
    /// The places of the countries.
    pub countries: Vec<usize>,
}

/// In how many of so many countries a measure is needed to be common, where nobody says: in half of them, and at least in two.
#[must_use]
pub fn usual_share(countries: usize) -> usize {
    countries.div_ceil(2).max(2)
}

/// Puts plans together; `common` is at least 2.
#[must_use]
pub fn region(countries: &[CountryPlan], common: usize) -> Region<'_> {
    let mut all: Vec<Shared<'_>> = Vec::new();
    let mut research: Vec<SharedQuestion<'_>> = Vec::new();
    for (place, country) in countries.iter().enumerate() {
        for line in &country.lines {
            let known = all.iter().position(|one| one.kind.id == line.kind.id);
            let known = known.unwrap_or_else(|| {
                all.push(Shared {
                    kind: &line.kind,
                    countries: Vec::new(),
                    elements: Vec::new(),
                });
                all.len() - 1
            });
            add(&mut all[known], place, line);
        }
        for question in &country.unknown {
            let known = research
                .iter_mut()
                .find(|one| one.question.provision == question.provision);
            match known {
                Some(known) => known.countries.push(place),
                None => research.push(SharedQuestion {
                    question,
                    countries: vec![place],
                }),
            }
        }
    }
    for shared in &mut all {
        // What came first stays first among equals, so that the order of the instruments is kept.
        shared
            .elements
            .sort_by_key(|(_, countries)| std::cmp::Reverse(countries.len()));
    }
    all.sort_by(|one, other| {
        let weight = |shared: &Shared<'_>| (shared.countries.len(), shared.gaps());
        let heavier = weight(other).cmp(&weight(one));
        heavier.then_with(|| one.kind.id.cmp(&other.kind.id))
    });
    research.retain(|one| one.countries.len() >= common);
    research.sort_by_key(|one| {
        (
            one.question.addressee,
            std::cmp::Reverse(one.countries.len()),
        )
    });
    let (measures, national) = all
        .into_iter()
        .partition(|shared| shared.countries.len() >= common);
    Region {
        countries,
        common,
        measures,
        national,
        research,
    }
}

fn add<'p>(shared: &mut Shared<'p>, place: usize, line: &'p CountryLine) {
    match shared.countries.last_mut() {
        Some((country, lines)) if *country == place => lines.push(line),
        Some(_) | None => shared.countries.push((place, vec![line])),
    }
    for gap in &line.gaps {
        let known = shared
            .elements
            .iter_mut()
            .find(|(known, _)| known.element == gap.element);
        match known {
            Some((_, countries)) if countries.last() == Some(&place) => {}
            Some((_, countries)) => countries.push(place),
            None => shared.elements.push((gap, vec![place])),
        }
    }
}
