//! How verdicts, intervals and numbers are worded, the same in every report.

use super::document::Tone;
use crate::assess::{Determined, ElementVerdict, Interval, Outcome, Verdict};
use crate::model::{Bindingness, Word};

/// Printed on every cover (design, section 7).
pub(super) const DISCLAIMER: &str = "This is not a legal opinion. Verdicts record what was found in the listed sources at the date given. No verdict means that a State has or has not met its obligations. The designations used imply no opinion on the status of any territory.";

/// `■ in place` and so on (design, section 7): words before grades, and never colour alone.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::InPlace => "in place",
        Verdict::PartlyInPlace => "partly in place",
        Verdict::NotInPlace => "not in place",
        Verdict::NotApplicable => "not applicable",
        Verdict::NotDetermined => "not determined",
    }
}

/// The sign of a verdict.
pub(super) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::InPlace => "■",
        Verdict::PartlyInPlace => "◧",
        Verdict::NotInPlace => "□",
        Verdict::NotApplicable => "–",
        Verdict::NotDetermined => "?",
    }
}

/// The tone of a verdict.
pub(super) fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::InPlace => Tone::InPlace,
        Verdict::PartlyInPlace => Tone::Partly,
        Verdict::NotInPlace => Tone::Missing,
        Verdict::NotApplicable => Tone::NotApplicable,
        Verdict::NotDetermined => Tone::Unknown,
    }
}

/// A verdict with its sign.
pub(super) fn signed(one: Verdict) -> String {
    format!("{} {}", sign(one), verdict(one))
}

/// A verdict with its sign, and with its range where it is not determined.
pub(super) fn outcome(outcome: &Outcome) -> String {
    let words = signed(outcome.verdict);
    if outcome.range.is_some() {
        format!("{words} ({})", could_be(outcome))
    } else {
        words
    }
}

/// `partly or in place`: what a verdict that is not determined could be; else nothing.
pub(super) fn could_be(outcome: &Outcome) -> String {
    let range = outcome.range.as_ref();
    range.map_or_else(String::new, |(worst, best)| {
        format!("{} or {}", shortly(*worst), verdict(*best))
    })
}

/// `partly`, where `in place` follows.
fn shortly(one: Verdict) -> &'static str {
    match one {
        Verdict::InPlace => "in place",
        Verdict::PartlyInPlace => "partly",
        Verdict::NotInPlace => "not",
        Verdict::NotApplicable => "not applicable",
        Verdict::NotDetermined => "not determined",
    }
}

/// The sign and word of an element's verdict.
pub(super) fn element(verdict: ElementVerdict) -> String {
    let sign = match verdict {
        ElementVerdict::Met => "■",
        ElementVerdict::Partly => "◧",
        ElementVerdict::Unmet => "□",
        ElementVerdict::Unknown => "?",
    };
    format!("{sign} {}", verdict.word())
}

/// The tone of an element's verdict.
pub(super) fn element_tone(verdict: ElementVerdict) -> Tone {
    match verdict {
        ElementVerdict::Met => Tone::InPlace,
        ElementVerdict::Partly => Tone::Partly,
        ElementVerdict::Unmet => Tone::Missing,
        ElementVerdict::Unknown => Tone::Unknown,
    }
}

/// `41–58 %`, `50 %`, or a dash for nothing scored: no figure without its interval (design, section 4, rule 10).
pub(super) fn percent(score: Option<Interval>) -> String {
    let Some(score) = score else {
        return "–".to_owned();
    };
    // The ends are rounded outwards, so that the interval printed holds the true one.
    let low = (score.low * 100.0 + 1e-9).floor();
    let high = (score.high * 100.0 - 1e-9).ceil();
    if score.is_determined() {
        format!("{:.0} %", score.low * 100.0)
    } else {
        format!("{low:.0}–{high:.0} %")
    }
}

/// `71 %, 58 of 82`: how much is determined, with its denominator.
pub(super) fn determined(elements: Determined) -> String {
    if elements.total == 0 {
        return "none of 0".to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of elements are small")]
    let share = elements.determined as f64 / elements.total as f64 * 100.0;
    format!(
        "{:.0} %, {} of {}",
        share.floor(),
        elements.determined,
        elements.total
    )
}

/// `1 gap`, `2 gaps`.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// `is` or `are`.
pub(super) fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// How a conclusion begins: what binds is to be ensured, what does not is to be considered (design, section 7).
pub(super) fn verb(bindingness: Bindingness) -> &'static str {
    match bindingness {
        Bindingness::Mandatory | Bindingness::Conditional => "Ensure that",
        Bindingness::Optional => "Consider that",
    }
}

/// A text as the end of a sentence that began elsewhere: without its own full stop, and its first letter small where it is no name.
pub(super) fn clause(text: &str) -> String {
    let trimmed = text.trim().trim_end_matches('.');
    let mut characters = trimmed.chars();
    let first = characters.next();
    let second_is_lower = characters
        .clone()
        .next()
        .is_some_and(|next| next.is_lowercase() || next == ' ');
    match first {
        Some(first) if second_is_lower => first.to_lowercase().chain(characters).collect(),
        Some(_) | None => trimmed.to_owned(),
    }
}

/// A text as a sentence of its own.
pub(super) fn sentence(text: &str) -> String {
    let trimmed = text.trim();
    if trimmed.ends_with(['.', '!', '?', '”', '"']) {
        trimmed.to_owned()
    } else {
        format!("{trimmed}.")
    }
}

/// A text with a capital letter at its head.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
