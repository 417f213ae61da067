//! A country's law at a date: which annotations count for which model provision (design, section 4, rules 1 to 3).

use std::collections::BTreeMap;

use super::interval::Interval;
use crate::model::{
    Absence, Annotation, Assumed, Date, InForce, Legislation, ModelProvision, Section,
    SectionIndex, Standing,
};

/// What a country's law says at a date, by model provision.
#[derive(Debug)]
pub struct Survey<'c> {
    /// The country.
    pub legislation: &'c Legislation<'c>,
    /// The date.
    pub date: Date,
    pub(super) in_force: InForce,
    by_provision: BTreeMap<&'c str, Entry<'c>>,
}

/// All that is said of one model provision.
#[derive(Debug, Default)]
struct Entry<'c> {
    evidence: Vec<Evidence<'c>>,
    pieces: Vec<Piece<'c>>,
    absences: Vec<&'c Absence<'c>>,
}

/// An annotation, and whether it counts.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'c> {
    /// Where it stands.
    pub index: SectionIndex,
    /// Its section.
    pub section: &'c Section<'c>,
    /// What was found.
    pub annotation: &'c Annotation<'c>,
    /// Whether its section counts at the date.
    pub counts: bool,
}

/// An annotation that counts, with the value it gives each element; `None` where it does not name the element.
#[derive(Debug)]
pub(super) struct Piece<'c> {
    pub(super) evidence: Evidence<'c>,
    pub(super) named: Vec<Option<Interval>>,
}

impl<'c> Survey<'c> {
    /// Looks through a country's law at `date`, taking `assumed` as enacted.
    #[must_use]
    pub fn new(legislation: &'c Legislation<'c>, date: Date, assumed: &Assumed) -> Self {
        let in_force = legislation.in_force(date, assumed);
        let mut by_provision: BTreeMap<&'c str, Entry<'c>> = BTreeMap::new();
        for (index, section) in legislation.sections() {
            for annotation in &section.covers {
                let evidence = Evidence {
                    index,
                    section,
                    annotation,
                    counts: in_force.has(index),
                };
                let entry = by_provision.entry(&annotation.provision.id).or_default();
                entry.evidence.push(evidence);
                if evidence.counts {
                    entry.pieces.push(Piece {
                        evidence,
                        named: named(section, annotation),
                    });
                }
            }
        }
        for absence in &legislation.absences {
            let entry = by_provision.entry(&absence.provision.id).or_default();
            entry.absences.push(absence);
        }
        Self {
            legislation,
            date,
            in_force,
            by_provision,
        }
    }

    /// Every annotation of a model provision, in the order of the file, whether it counts or not.
    #[must_use]
    pub fn evidence(&self, provision: &ModelProvision) -> &[Evidence<'c>] {
        self.entry(provision).map_or(&[], |entry| &entry.evidence)
    }

    /// The annotations that count for a model provision, in the order of the file.
    pub(super) fn pieces(&self, provision: &ModelProvision) -> &[Piece<'c>] {
        self.entry(provision).map_or(&[], |entry| &entry.pieces)
    }

    /// The entry that lists the element, or the whole provision where `element` is `None`, as absent.
    pub(super) fn absence(
        &self,
        provision: &ModelProvision,
        element: Option<usize>,
    ) -> Option<&'c Absence<'c>> {
        let absences = &self.entry(provision)?.absences;
        absences.iter().copied().find(|absence| match element {
            None => absence.elements.is_empty(),
            Some(place) => absence.elements.contains(&place),
        })
    }

    fn entry(&self, provision: &ModelProvision) -> Option<&Entry<'c>> {
        self.by_provision.get(provision.id.as_str())
    }
}

/// The value that an annotation gives each element of its provision (rule 3).
pub(super) fn named(section: &Section<'_>, annotation: &Annotation<'_>) -> Vec<Option<Interval>> {
    let mut values: Vec<Option<Interval>> = annotation
        .provision
        .elements
        .iter()
        .map(|element| {
            let test = element.test.as_ref()?;
            let value = annotation
                .values
                .get(&test.value)
                .or_else(|| section.values.get(&test.value))?;
            Some(if test.passes(value) {
                Interval::MET
            } else {
                Interval::UNMET
            })
        })
        .collect();
    for judgement in &annotation.judgements {
        values[judgement.element] = Some(match judgement.standing {
            Standing::Met | Standing::Broader => Interval::MET,
            Standing::Partly => Interval::PARTLY,
            Standing::Unmet => Interval::UNMET,
        });
    }
    values
}
