//! What a line is about: the law that is amended for a gap, or a link, an instrument, the whole country.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::survey::Survey;
use super::answer::Behind;
use super::line::Target;
use crate::model::{
    Category, Law, LawKind, Legislation, Link, Measure, MeasureRole, ModelProvision, Per,
    SectionIndex,
};

/// The laws of a country that parliament or the executive can amend, with what counts in them.
pub(super) struct Laws<'c> {
    legislation: &'c Legislation<'c>,
    /// How many annotations of provisions of a category count in a law, by the law's place.
    counting: BTreeMap<(Category, usize), usize>,
}

/// Looks through the laws in force.
pub(super) fn laws<'c>(survey: &Survey<'c>) -> Laws<'c> {
    let legislation = survey.legislation;
    let mut counting = BTreeMap::new();
    for (index, section) in legislation.sections() {
        if survey.in_force.has(index) && is_amendable(&legislation.laws[index.law]) {
            for annotation in &section.covers {
                let key = (annotation.provision.category, index.law);
                *counting.entry(key).or_default() += 1;
            }
        }
    }
    Laws {
        legislation,
        counting,
    }
}

/// Whether a drafter would be asked to amend it: nobody drafts case law or practice, and a constitution or treaty is not
/// changed for a gap in cybercrime law.
fn is_amendable(law: &Law<'_>) -> bool {
    match law.kind {
        None | Some(LawKind::Statute | LawKind::Regulation) => true,
        Some(LawKind::Constitution | LawKind::CaseLaw | LawKind::Treaty | LawKind::Practice) => {
            false
        }
    }
}

impl<'c> Laws<'c> {
    /// The law to amend: the one with most of the sections where it was found; else the one in which most is said on
    /// provisions of the same category, else of the same field of law; else a new one. Of equals the first by id.
    fn for_gap(&self, sections: &[SectionIndex], category: Category) -> Target<'c> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for section in sections {
            if is_amendable(&self.legislation.laws[section.law]) {
                *found.entry(section.law).or_default() += 1;
            }
        }
        let place = self
            .most(found)
            .or_else(|| self.most(self.on(|other| other == category)))
            .or_else(|| self.most(self.on(|other| field(other) == field(category))));
        place.map_or(Target::NewLaw, |place| {
            Target::Law(&self.legislation.laws[place])
        })
    }

    /// How much is said in each law on the categories wanted.
    fn on(&self, wanted: impl Fn(Category) -> bool) -> BTreeMap<usize, usize> {
        let mut by_law = BTreeMap::new();
        for ((category, law), count) in &self.counting {
            if wanted(*category) {
                *by_law.entry(*law).or_default() += count;
            }
        }
        by_law
    }

    fn most(&self, by_law: BTreeMap<usize, usize>) -> Option<usize> {
        let first = |(law, count): &(usize, usize)| {
            (Reverse(*count), self.legislation.laws[*law].id.as_str())
        };
        let most = by_law
            .into_iter()
            .min_by(|one, other| first(one).cmp(&first(other)));
        most.map(|(law, _)| law)
    }
}

/// Fields of law: what is commonly found in one code.
fn field(category: Category) -> u8 {
    match category {
        Category::Definition
        | Category::Offence
        | Category::Liability
        | Category::Sanction
        | Category::Jurisdiction => 0,
        Category::ProceduralPower | Category::Safeguard => 1,
        Category::InternationalCooperation => 2,
        Category::Prevention | Category::Assistance | Category::Institution => 3,
    }
}

/// What the lines are about in which a measure answers something; of a measure that closes, the first is taken.
pub(super) fn targets<'c>(
    measure: &Measure<'c>,
    behind: Behind<'c>,
    laws: &Laws<'c>,
) -> Vec<Target<'c>> {
    let target = match (measure.per, behind) {
        (Per::Country, _) | (Per::Instrument, Behind::Finding(_)) => Target::Country,
        (Per::Law, Behind::Gap(gap)) => laws.for_gap(&gap.gap.sections, gap.provision().category),
        (Per::Law, Behind::Finding(finding)) => {
            let category = finding
                .provision
                .map_or(Category::ProceduralPower, |one| one.category);
            laws.for_gap(&finding.sections, category)
        }
        (Per::Provision, Behind::Gap(gap)) => Target::Provision(gap.provision()),
        (Per::Provision, Behind::Finding(finding)) => {
            finding.provision.map_or(Target::Country, Target::Provision)
        }
        (Per::Link, Behind::Gap(gap)) => return links(measure, gap.provision()),
        (Per::Link, Behind::Finding(finding)) => {
            return finding
                .provision
                .map_or_else(Vec::new, |one| links(measure, one));
        }
        (Per::Instrument, Behind::Gap(gap)) => Target::Instrument(gap.checklist),
        // What a State declares or joins is an instrument, whatever else the measure covers.
        (_, Behind::Declaration(declaration)) => Target::Instrument(declaration.checklist),
        (_, Behind::Treaty(checklist)) => Target::Instrument(checklist),
    };
    vec![target]
}

/// The links that the provision serves, as far as the measure serves them; a provision that names none is for the whole country.
fn links<'c>(measure: &Measure<'c>, provision: &ModelProvision) -> Vec<Target<'c>> {
    if provision.chain.is_empty() {
        return vec![Target::Country];
    }
    let serves = |link: &&Link| measure.chain.is_empty() || measure.chain.contains(link);
    let links = provision.chain.iter().filter(serves);
    let links = links.map(|link| Target::Link(*link));
    match measure.role {
        MeasureRole::Closes => links.take(1).collect(),
        MeasureRole::Supports => links.collect(),
    }
}
