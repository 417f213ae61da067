//! The colours of verdicts in formats that have colours of their own. They differ in lightness too, for eyes and printers that know
//! no red and green; and a word, a sign or a hatching stands beside each.

use crate::report::Tone;

/// Heads of tables, and headings.
pub(super) const HEAD: u32 = 0x1F_3A_5F;
/// Thin lines.
pub(super) const LINE: u32 = 0xB8_C2_CC;

/// The colour of an area.
pub(super) fn fill(tone: Tone) -> u32 {
    match tone {
        Tone::InPlace => 0x1B_6E_63,
        Tone::Partly => 0xE8_B8_4A,
        Tone::Missing => 0xB8_3A_26,
        Tone::Unknown => 0x7D_8B_9A,
        Tone::NotApplicable => 0xDD_E1_E6,
        Tone::Plain | Tone::Strong | Tone::Faint => 0xFF_FF_FF,
    }
}

/// The colour of letters on such an area.
pub(super) fn ink_on(tone: Tone) -> u32 {
    match tone {
        Tone::InPlace | Tone::Missing => 0xFF_FF_FF,
        Tone::Partly
        | Tone::Unknown
        | Tone::NotApplicable
        | Tone::Plain
        | Tone::Strong
        | Tone::Faint => 0x1A_1A_1A,
    }
}

/// A light tint behind black letters.
pub(super) fn tint(tone: Tone) -> u32 {
    match tone {
        Tone::InPlace => 0xCF_E8_E2,
        Tone::Partly => 0xFB_EB_C4,
        Tone::Missing => 0xF4_CD_C5,
        Tone::Unknown => 0xE1_E6_EB,
        Tone::NotApplicable => 0xF3_F4_F6,
        Tone::Plain | Tone::Strong | Tone::Faint => 0xFF_FF_FF,
    }
}
