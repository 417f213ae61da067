//! Scores under other weightings, and with all that is unknown missing or there: whose band depends on what.

use super::{Comparison, KeptCountry};
use crate::assess::Interval;
use crate::model::{Bindingness, Word};

/// A way to weigh the requirements of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// As the checklist says.
    AsGiven,
    /// Every requirement the same.
    Equal,
    /// Every requirement by the number of elements asked for.
    Elements,
    /// As the checklist says, and gates twice.
    Gates,
    /// Every chapter the same, and within it as the checklist says.
    Chapters,
}

impl Word for Weighting {
    const ALL: &'static [Self] = &[
        Self::AsGiven,
        Self::Equal,
        Self::Elements,
        Self::Gates,
        Self::Chapters,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::AsGiven => "as-given",
            Self::Equal => "equal",
            Self::Elements => "elements",
            Self::Gates => "gates-twice",
            Self::Chapters => "chapters",
        }
    }
}

/// The score of a country under one weighting; its ends are the scores with all that is unknown missing, and there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rescored {
    /// The weighting.
    pub weighting: Weighting,
    /// The score; none where nothing is scored.
    pub score: Option<Interval>,
}

/// The scores of a country under every weighting, the checklist's own first.
#[must_use]
pub fn rescore(
    comparison: &Comparison<'_>,
    checklist: usize,
    country: &KeptCountry,
) -> Vec<Rescored> {
    let scores = Weighting::ALL.iter().map(|weighting| Rescored {
        weighting: *weighting,
        score: score(comparison, checklist, country, *weighting),
    });
    scores.collect()
}

fn score(
    comparison: &Comparison<'_>,
    checklist: usize,
    country: &KeptCountry,
    weighting: Weighting,
) -> Option<Interval> {
    let instrument = &country.instruments[checklist];
    let chapters = &comparison.checklists[checklist].chapters;
    let is_optional = |bindingness: Bindingness| bindingness == Bindingness::Optional;
    let mut requirements = chapters.iter().flat_map(|chapter| &chapter.requirements);
    let all_optional = requirements.all(|one| is_optional(one.bindingness));
    let mut kept = instrument.requirements.iter();
    let mut means = Vec::new();
    let mut all = Vec::new();
    for chapter in chapters {
        let mut terms = Vec::new();
        for (requirement, kept) in chapter.requirements.iter().zip(kept.by_ref()) {
            let Some(score) = kept.outcome.score else {
                continue;
            };
            if is_optional(requirement.bindingness) != all_optional {
                continue;
            }
            let asked = instrument.elements(kept).iter().flatten().count();
            #[expect(clippy::cast_precision_loss, reason = "a requirement has few elements")]
            let weight = match weighting {
                Weighting::AsGiven | Weighting::Chapters => requirement.weight,
                Weighting::Equal => 1.0,
                Weighting::Elements => asked as f64,
                Weighting::Gates if requirement.gate => requirement.weight * 2.0,
                Weighting::Gates => requirement.weight,
            };
            terms.push((score, weight));
        }
        means.extend(Interval::mean(terms.iter().copied()).map(|mean| (mean, 1.0)));
        all.extend(terms);
    }
    if weighting == Weighting::Chapters {
        all = means;
    }
    Interval::mean(all)
}
