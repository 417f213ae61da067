//! Runs of text: harmless characters, each piece in its own direction. It knows no blocks.

use super::xml::escaped;
use crate::render::direction::Direction;
use crate::render::harmless::is_harmless;

/// How a run looks beyond its paragraph's style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look<'s> {
    /// The id of a style for characters, as the document has it.
    pub(super) style: Option<&'s str>,
    /// Whether it is bold.
    pub(super) bold: bool,
    /// Its colour, as six hexadecimal digits.
    pub(super) colour: Option<&'s str>,
    /// Whether it is in a language of its own, which no spelling is checked for.
    pub(super) is_foreign: bool,
    /// Whether it stands in a narrow cell, where a date must not be broken at its hyphens.
    pub(super) is_narrow: bool,
}

/// Whether a paragraph with that text runs from right to left: its first letter decides.
pub(super) fn is_right_to_left(text: &str) -> bool {
    Direction::begins_at_the_right(text)
}

/// The signs of verdicts, which many fonts lack.
fn is_sign(character: char) -> bool {
    matches!(character, '■' | '◧' | '□')
}

/// What a run needs of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    RightToLeft,
    Sign,
}

/// The text cut where the kind changes; what has no direction goes with the letters around it, if those agree.
fn pieces(text: &str) -> Vec<(Kind, String)> {
    let around = if is_right_to_left(text) {
        Kind::RightToLeft
    } else {
        Kind::Plain
    };
    let mut pieces: Vec<(Kind, String)> = Vec::new();
    let mut waiting = String::new();
    let mut last = around;
    for character in text
        .chars()
        .filter(|one| is_harmless(*one) || is_space(*one))
    {
        let kind = match Direction::of(character) {
            _ if is_sign(character) => Kind::Sign,
            Direction::RightToLeft => Kind::RightToLeft,
            Direction::LeftToRight => Kind::Plain,
            Direction::Neutral => {
                waiting.push(character);
                continue;
            }
        };
        let between = if last == kind && kind != Kind::Sign {
            kind
        } else {
            around
        };
        push(&mut pieces, between, &std::mem::take(&mut waiting));
        push(&mut pieces, kind, character.encode_utf8(&mut [0; 4]));
        last = if kind == Kind::Sign { around } else { kind };
    }
    push(&mut pieces, around, &waiting);
    pieces
}

fn is_space(character: char) -> bool {
    matches!(character, '\n' | '\t')
}

fn push(pieces: &mut Vec<(Kind, String)>, kind: Kind, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some((last, piece)) if *last == kind => piece.push_str(text),
        Some(_) | None => pieces.push((kind, text.to_owned())),
    }
}

/// The runs of a text.
pub(super) fn runs(text: &str, look: Look<'_>) -> String {
    let mut out = String::new();
    for (kind, piece) in pieces(text) {
        out.push_str("<w:r>");
        out.push_str(&properties(kind, look));
        for (place, line) in piece.split('\n').enumerate() {
            if place > 0 {
                out.push_str("<w:br/>");
            }
            push_line(&mut out, line, look.is_narrow);
        }
        out.push_str("</w:r>");
    }
    out
}

/// Writes a line; what is narrow with hyphens at which a date doesn't break.
fn push_line(out: &mut String, line: &str, is_narrow: bool) {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut rest = line;
    while !rest.is_empty() {
        let hyphens = rest.match_indices('-').map(|(place, _)| place);
        let mut inside = hyphens.filter(|place| {
            is_digit(rest[..*place].chars().next_back())
                && is_digit(rest[place + 1..].chars().next())
        });
        let end = inside.next().filter(|_| is_narrow).unwrap_or(rest.len());
        out.push_str("<w:t xml:space=\"preserve\">");
        out.push_str(&escaped(&rest[..end]));
        out.push_str("</w:t>");
        rest = &rest[end..];
        if let Some(after) = rest.strip_prefix('-') {
            out.push_str("<w:noBreakHyphen/>");
            rest = after;
        }
    }
}

fn properties(kind: Kind, look: Look<'_>) -> String {
    let mut out = String::new();
    if let Some(style) = look.style {
        out.push_str(&format!("<w:rStyle w:val=\"{style}\"/>"));
    }
    if kind == Kind::Sign {
        let font = "Segoe UI Symbol";
        out.push_str(&format!(
            "<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>"
        ));
    }
    if look.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if look.is_foreign {
        out.push_str("<w:noProof/>");
    }
    if let Some(colour) = look.colour {
        out.push_str(&format!("<w:color w:val=\"{colour}\"/>"));
    }
    if kind == Kind::RightToLeft {
        out.push_str("<w:rtl/>");
    }
    if out.is_empty() {
        out
    } else {
        format!("<w:rPr>{out}</w:rPr>")
    }
}
