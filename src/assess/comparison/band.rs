//! Bands A to E: a grade only where both ends of the interval fall in the same one (design, section 4, rule 10).

use crate::assess::Interval;

/// The bands with the score at which each begins, the best first.
pub const BANDS: [(char, f64); 5] = [('A', 0.8), ('B', 0.6), ('C', 0.4), ('D', 0.2), ('E', 0.0)];

/// A sum of thirds may miss the limit that it stands on by less than this.
const TOLERANCE: f64 = 1e-9;

/// Where the ends of a score fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The band of the lower end.
    pub worst: char,
    /// The band of the upper end.
    pub best: char,
}

impl Band {
    /// Where the ends of that score fall.
    #[must_use]
    pub fn of(score: Interval) -> Self {
        Self {
            worst: letter(score.low),
            best: letter(score.high),
        }
    }

    /// The band, where both ends fall in it.
    #[must_use]
    pub fn settled(self) -> Option<char> {
        (self.worst == self.best).then_some(self.best)
    }
}

fn letter(value: f64) -> char {
    let reached = |(_, limit): &&(char, f64)| value >= limit - TOLERANCE;
    BANDS
        .iter()
        .find(reached)
        .map_or('E', |(letter, _)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_begins_at_its_limit_and_needs_both_ends() {
        let band = |low: f64, high: f64| Band::of(Interval { low, high }).settled();
        assert_eq!(band(0.8, 1.0), Some('A'));
        assert_eq!(band(0.6, 0.79), Some('B'));
        assert_eq!(band(0.0, 0.199), Some('E'));
        assert_eq!(band(0.79, 0.8), None);
    }
}
