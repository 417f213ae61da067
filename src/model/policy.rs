//! Rules of a project: what must not be true of a country's law for a run to pass, and what was known before.

use std::collections::{BTreeMap, BTreeSet};

use super::Word;

/// One rule, such as `gate-gap`, `unknown>20%` or `budapest:score-low<0.6`.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The rule as it was written, without white space.
    pub text: String,
    /// The only checklist it is about; else it is about each.
    pub scope: Option<String>,
    /// When it is broken.
    pub condition: Condition,
}

/// When a rule is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Condition {
    /// There is such a thing.
    There(Occurrence),
    /// A figure stands so to a limit.
    Figure {
        /// The figure.
        measure: Gauge,
        /// How it stands.
        comparison: Comparison,
        /// The limit.
        limit: Limit,
    },
}

/// What a rule may forbid to be there at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurrence {
    /// A gap.
    Gap,
    /// A gap in a requirement that is a gate.
    GateGap,
    /// A gap that the baseline does not have.
    NewGap,
    /// A power in force without a safeguard that belongs to it.
    UnsafeguardedPower,
    /// A power in force of which a safeguard is not known.
    SafeguardsNotDetermined,
    /// A section with no counterpart in any instrument.
    Outside,
    /// A law that asks for less than an element, and so covers more.
    Broader,
}

impl Word for Occurrence {
    const ALL: &'static [Self] = &[
        Self::Gap,
        Self::GateGap,
        Self::NewGap,
        Self::UnsafeguardedPower,
        Self::SafeguardsNotDetermined,
        Self::Outside,
        Self::Broader,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::GateGap => "gate-gap",
            Self::NewGap => "new-gap",
            Self::UnsafeguardedPower => "unsafeguarded-power",
            Self::SafeguardsNotDetermined => "safeguards-not-determined",
            Self::Outside => "outside",
            Self::Broader => "broader",
        }
    }
}

/// The figures that a rule may set a limit to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gauge {
    /// The share of elements that are not determined.
    Unknown,
    /// The low end of the score.
    ScoreLow,
    /// The high end of the score.
    ScoreHigh,
    /// The number of gaps.
    Gaps,
    /// The number of gaps in gates.
    GateGaps,
    /// The number, or the share, of requirements in place.
    InPlace,
    /// The number, or the share, of requirements partly in place.
    PartlyInPlace,
    /// The number, or the share, of requirements not in place.
    NotInPlace,
    /// The number, or the share, of requirements not determined.
    NotDetermined,
    /// The number, or the share, of requirements that do not apply.
    NotApplicable,
}

/// How a figure is counted, and so which limits make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// From 0 to 1.
    Share,
    /// A whole number.
    Count,
    /// A whole number of requirements, or their share.
    CountOrShare,
}

impl Gauge {
    /// How it is counted.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Self::Unknown | Self::ScoreLow | Self::ScoreHigh => Scale::Share,
            Self::Gaps | Self::GateGaps => Scale::Count,
            Self::InPlace
            | Self::PartlyInPlace
            | Self::NotInPlace
            | Self::NotDetermined
            | Self::NotApplicable => Scale::CountOrShare,
        }
    }
}

impl Word for Gauge {
    const ALL: &'static [Self] = &[
        Self::Unknown,
        Self::ScoreLow,
        Self::ScoreHigh,
        Self::Gaps,
        Self::GateGaps,
        Self::InPlace,
        Self::PartlyInPlace,
        Self::NotInPlace,
        Self::NotDetermined,
        Self::NotApplicable,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::ScoreLow => "score-low",
            Self::ScoreHigh => "score-high",
            Self::Gaps => "gaps",
            Self::GateGaps => "gate-gaps",
            Self::InPlace => "in-place",
            Self::PartlyInPlace => "partly-in-place",
            Self::NotInPlace => "not-in-place",
            Self::NotDetermined => "not-determined",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// How a figure must stand to a limit for a rule to be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Comparison {
    Below,
    AtMost,
    Above,
    AtLeast,
}

impl Comparison {
    /// Whether `value` stands so to `limit`. Sums of weights are rounded, and so a hair's breadth is no difference.
    #[must_use]
    pub fn holds(self, value: f64, limit: f64) -> bool {
        const HAIR: f64 = 1e-9;
        match self {
            Self::Below => value < limit - HAIR,
            Self::AtMost => value <= limit + HAIR,
            Self::Above => value > limit + HAIR,
            Self::AtLeast => value >= limit - HAIR,
        }
    }

    /// Whether the rule wants more of the figure: a low one breaks it.
    #[must_use]
    pub fn wants_more(self) -> bool {
        matches!(self, Self::Below | Self::AtMost)
    }
}

impl Word for Comparison {
    // The longer signs first: a reader takes the first that fits.
    const ALL: &'static [Self] = &[Self::AtMost, Self::AtLeast, Self::Below, Self::Above];

    fn word(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// A limit: a share from 0 to 1, or a whole number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// A share.
    Share(f64),
    /// A number.
    Count(u32),
}

/// What an earlier report had, by the code of the country.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    /// The countries.
    pub countries: BTreeMap<String, KnownBefore>,
}

/// What an earlier report had of one country.
#[derive(Debug, Clone, Default)]
pub struct KnownBefore {
    /// The checklists that were laid beside its law.
    pub checklists: BTreeSet<String>,
    /// The ids of its gaps.
    pub gaps: BTreeSet<String>,
    /// The names of its findings, as [`finding_names`] makes them.
    pub findings: BTreeSet<String>,
}

/// The names under which a finding is known again: one for each element, else for each section.
///
/// `unsafeguarded-power/search/independent-authorisation`, `broader/illegal-access/intent/cca s. 3`, `outside/cca s. 23`.
/// Which sections a power rests on is no part of its name: the same power still without a safeguard is nothing new.
#[must_use]
pub fn finding_names(
    kind: &str,
    provision: Option<&str>,
    elements: &[&str],
    sections: &[String],
) -> Vec<String> {
    let stem = match provision {
        Some(provision) => format!("{kind}/{provision}"),
        None => kind.to_owned(),
    };
    let by_section = [Occurrence::Outside, Occurrence::Broader]
        .iter()
        .any(|one| one.word() == kind);
    let stems: Vec<String> = if elements.is_empty() {
        vec![stem]
    } else {
        let each = elements.iter().map(|element| format!("{stem}/{element}"));
        each.collect()
    };
    if !by_section || sections.is_empty() {
        return stems;
    }
    let with = |stem: &String| {
        let each = sections.iter().map(|section| format!("{stem}/{section}"));
        each.collect::<Vec<_>>()
    };
    stems.iter().flat_map(with).collect()
}
