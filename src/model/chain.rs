//! The chain of criminal justice, as resolution 20/7 of the UN crime commission names its links: what a model provision serves.

use super::Word;

/// A link of the chain of criminal justice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// Keeping offences from happening.
    Prevention,
    /// Learning that one has happened, and where it came from.
    Detection,
    /// Finding and securing evidence.
    Investigation,
    /// Charging, trying and sanctioning.
    Prosecution,
    /// Doing all this together with other States.
    Cooperation,
}

impl Word for Link {
    const ALL: &'static [Self] = &[
        Self::Prevention,
        Self::Detection,
        Self::Investigation,
        Self::Prosecution,
        Self::Cooperation,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Prevention => "prevention",
            Self::Detection => "detection",
            Self::Investigation => "investigation",
            Self::Prosecution => "prosecution",
            Self::Cooperation => "cooperation",
        }
    }
}
