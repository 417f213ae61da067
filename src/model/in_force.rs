//! Which sections count at a date (design, section 4, rules 1 and 11).

use super::{Date, Legislation, SectionIndex, Status};

/// The bills and coming laws that are taken as enacted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumed {
    /// Every law or section that is being drafted, before parliament, or enacted and not yet in force.
    All,
    /// The laws of these ids.
    Laws(Vec<String>),
}

impl Assumed {
    /// The law as it is, with no bill assumed.
    #[must_use]
    pub fn nothing() -> Self {
        Self::Laws(Vec::new())
    }
}

/// For each section, whether it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    counts: Vec<Vec<bool>>,
}

impl InForce {
    /// Whether the section counts.
    #[must_use]
    pub fn has(&self, index: SectionIndex) -> bool {
        self.counts[index.law][index.section]
    }
}

impl Legislation<'_> {
    /// Which sections count at `date`.
    ///
    /// What a section in force replaces does not count, even where the replacing section has itself been replaced since:
    /// a repealed wording does not come back to life.
    #[must_use]
    pub fn in_force(&self, date: Date, assumed: &Assumed) -> InForce {
        let begun: Vec<Vec<bool>> = self
            .laws
            .iter()
            .map(|law| {
                law.sections
                    .iter()
                    .map(|section| {
                        section.life.counts_at(date)
                            || (!section.life.repealed_at(date)
                                && is_assumed(assumed, &law.id, section.life.status))
                    })
                    .collect()
            })
            .collect();
        let mut counts = begun.clone();
        for (index, section) in self.sections() {
            if begun[index.law][index.section] {
                for replaced in &section.replaces {
                    counts[replaced.law][replaced.section] = false;
                }
            }
        }
        InForce { counts }
    }
}

fn is_assumed(assumed: &Assumed, law: &str, status: Status) -> bool {
    match assumed {
        Assumed::All => matches!(status, Status::Drafting | Status::Bill | Status::Enacted),
        Assumed::Laws(laws) => laws.iter().any(|named| named == law),
    }
}
