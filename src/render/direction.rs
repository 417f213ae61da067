//! Which way writing runs. It knows no format.

/// The direction of a character by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    RightToLeft,
    LeftToRight,
    /// Figures, spaces and marks go with the letters around them.
    Neutral,
}

impl Direction {
    pub(super) fn of(character: char) -> Self {
        match character {
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => Self::RightToLeft,
            other if other.is_alphabetic() => Self::LeftToRight,
            _ => Self::Neutral,
        }
    }

    /// Whether any letter of a text is written from the right.
    pub(super) fn turns_in(text: &str) -> bool {
        text.chars().any(|one| Self::of(one) == Self::RightToLeft)
    }

    /// Whether a paragraph with that text runs from right to left: its first letter decides.
    pub(super) fn begins_at_the_right(text: &str) -> bool {
        let mut directions = text.chars().map(Self::of);
        directions.find(|one| *one != Self::Neutral) == Some(Self::RightToLeft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        for (text, at_the_right, turns) in [
            ("المادة 2 (IT)", true, true),
            ("2. סעיף", true, true),
            ("Art. 2 المادة", false, true),
            ("12 %", false, false),
        ] {
            assert_eq!(Direction::begins_at_the_right(text), at_the_right, "{text}");
            assert_eq!(Direction::turns_in(text), turns, "{text}");
        }
    }
}
