//! What is known of a value: at least `low`, at most `high`.

/// An interval within 0 and 1. Not knowing is (0, 1), which is neither absent (0, 0) nor met (1, 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The value if all that is unknown turns out badly.
    pub low: f64,
    /// The value if all that is unknown turns out well.
    pub high: f64,
}

impl Interval {
    /// Fully there.
    pub const MET: Self = Self::exactly(1.0);
    /// There in part.
    pub const PARTLY: Self = Self::exactly(0.5);
    /// Not there.
    pub const UNMET: Self = Self::exactly(0.0);
    /// Not known.
    pub const UNKNOWN: Self = Self {
        low: 0.0,
        high: 1.0,
    };

    const fn exactly(value: f64) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// Whether the value is known.
    #[must_use]
    #[expect(
        clippy::float_cmp,
        reason = "the ends are the same sum of the same terms where nothing is unknown"
    )]
    pub fn is_determined(self) -> bool {
        self.low == self.high
    }

    /// The value of something that a narrowing makes incomplete: at most one half (design, section 4, rule 4).
    #[must_use]
    pub fn capped(self) -> Self {
        Self {
            low: self.low.min(0.5),
            high: self.high.min(0.5),
        }
    }

    /// The lower of both ends, each on its own.
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.min(other.high),
        }
    }

    /// The weighted mean, or nothing of nothing.
    #[must_use]
    pub fn mean(terms: impl IntoIterator<Item = (Self, f64)>) -> Option<Self> {
        let (mut low, mut high, mut weights) = (0.0, 0.0, 0.0);
        for (value, weight) in terms {
            low += value.low * weight;
            high += value.high * weight;
            weights += weight;
        }
        (weights > 0.0).then(|| Self {
            low: low / weights,
            high: high / weights,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_nothing_is_nothing_and_not_zero() {
        assert_eq!(Interval::mean([]), None);
        assert_eq!(
            Interval::mean([(Interval::MET, 1.0), (Interval::UNKNOWN, 3.0)]),
            Some(Interval {
                low: 0.25,
                high: 1.0
            })
        );
    }
}
