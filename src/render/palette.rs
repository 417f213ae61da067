//! The colours of verdicts in formats that have colours of their own, as six hexadecimal digits. Nothing is said by a colour alone: a word, a
//! sign, a hatching or an empty shape stands beside each, for eyes and printers that know no red and green. Web pages have colours of their
//! own, since they are read in the dark too.

use crate::report::Tone;

/// Heads of tables, and headings.
pub(super) const HEAD: &str = "1F3A5F";
/// Thin lines.
pub(super) const LINE: &str = "B8C2CC";
/// What may be skipped.
pub(super) const QUIET: &str = "5A6672";

/// The colour of an area.
pub(super) fn fill(tone: Tone) -> &'static str {
    match tone {
        Tone::InPlace => "1B6E63",
        Tone::Partly => "E8B84A",
        Tone::Missing => "B83A26",
        Tone::Unknown => "7D8B9A",
        Tone::NotApplicable => "DDE1E6",
        Tone::Plain | Tone::Strong | Tone::Faint => "FFFFFF",
    }
}

/// The colour of letters on such an area.
pub(super) fn ink_on(tone: Tone) -> &'static str {
    match tone {
        Tone::InPlace | Tone::Missing => "FFFFFF",
        Tone::Partly
        | Tone::Unknown
        | Tone::NotApplicable
        | Tone::Plain
        | Tone::Strong
        | Tone::Faint => "1A1A1A",
    }
}

/// A light tint behind letters.
pub(super) fn tint(tone: Tone) -> &'static str {
    match tone {
        Tone::InPlace => "CFE8E2",
        Tone::Partly => "FBEBC4",
        Tone::Missing => "F4CDC5",
        Tone::Unknown => "E1E6EB",
        Tone::NotApplicable => "F3F4F6",
        Tone::Plain | Tone::Strong | Tone::Faint => "FFFFFF",
    }
}

/// The colour of letters on white or on the tint.
pub(super) fn ink(tone: Tone) -> &'static str {
    match tone {
        Tone::InPlace => "14574E",
        Tone::Partly => "6B4A00",
        Tone::Missing => "8F2616",
        Tone::Unknown => "3D4C5A",
        Tone::Faint => QUIET,
        Tone::NotApplicable | Tone::Plain | Tone::Strong => "1A1A1A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours as WCAG has it.
    fn contrast(one: &str, other: &str) -> f64 {
        let light = |colour: &str| {
            let part = |place: usize| {
                let value = u8::from_str_radix(&colour[place..place + 2], 16).expect("a colour");
                let share = f64::from(value) / 255.0;
                if share <= 0.03928 {
                    share / 12.92
                } else {
                    ((share + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
        };
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn letters_can_be_read() {
        for tone in [
            Tone::InPlace,
            Tone::Partly,
            Tone::Missing,
            Tone::Unknown,
            Tone::NotApplicable,
        ] {
            assert!(contrast(ink(tone), tint(tone)) >= 4.5, "{tone:?}");
            assert!(contrast(ink_on(tone), fill(tone)) >= 4.5, "{tone:?}");
        }
        assert!(contrast(QUIET, "FFFFFF") >= 4.5);
    }
}
