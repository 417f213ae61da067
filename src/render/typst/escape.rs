//! Text that Typst takes as text: nothing in it is markup, code or a comment, and no word is too long for a line.

use std::fmt::Write;

use crate::render::harmless::one_line;

/// A word of more characters may be torn apart.
const LONG_WORD: usize = 30;
/// Where it may be torn: after each so many.
const PIECE: usize = 15;
/// A place where a line may end, without width.
const BREAK: char = '\u{200b}';

/// A text on one line as markup.
pub(super) fn markup(text: &str) -> String {
    let text = with_breaks(&one_line(text));
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let number = text.chars().take_while(char::is_ascii_digit).count();
    let mut characters = text.chars().enumerate().peekable();
    while let Some((place, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        if is_markup(character, next, place, number) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Whether Typst would read a character as more than itself. At the head of a text it may begin a heading, a list or a term.
fn is_markup(character: char, next: Option<char>, place: usize, number: usize) -> bool {
    match character {
        '\\' | '#' | '$' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '@' | '~' | '\'' | '"' => true,
        '=' | '+' => place == 0,
        '-' => {
            place == 0
                || next.is_some_and(|next| matches!(next, '-' | '?') || next.is_ascii_digit())
        }
        '/' => place == 0 || matches!(next, Some('/' | '*')),
        '.' => next == Some('.') || (number > 0 && place == number),
        _ => false,
    }
}

/// Words that no column could hold get places where they may be torn apart.
fn with_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            out.push(' ');
        }
        if word.len() <= LONG_WORD {
            out.push_str(word);
            continue;
        }
        for (place, character) in word.chars().enumerate() {
            if place > 0 && place % PIECE == 0 {
                out.push(BREAK);
            }
            out.push(character);
        }
    }
    out
}

/// A text as a string of Typst's own, with its quotation marks.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in one_line(text).chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
    out
}

/// A text as content, with the direction and the script of most of its letters.
pub(super) fn content(text: &str) -> String {
    let markup = markup(text);
    match Script::of(text) {
        Script::Other => format!("[{markup}]"),
        Script::RightToLeft(language) => format!("rtl(\"{language}\")[{markup}]"),
        Script::East(language) => format!("east(\"{language}\")[{markup}]"),
    }
}

/// The same, where markup is being written and not code.
pub(super) fn inline(text: &str) -> String {
    let content = content(text);
    match content.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').unwrap_or(rest).to_owned(),
        None => format!("#{content}"),
    }
}

/// What most letters of a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Written from right to left, with the language that stands for the script.
    RightToLeft(&'static str),
    /// Of East Asia, with the language that stands for the script.
    East(&'static str),
    /// Any other, as Latin, Greek and Cyrillic.
    Other,
}

impl Script {
    fn of(text: &str) -> Self {
        let (mut arabic, mut hebrew, mut han, mut kana, mut hangul, mut other) = (0, 0, 0, 0, 0, 0);
        for character in text.chars().filter(|character| character.is_alphabetic()) {
            *match character {
                '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => &mut hebrew,
                '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                    &mut arabic
                }
                '\u{3040}'..='\u{30ff}' => &mut kana,
                '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => &mut hangul,
                '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => {
                    &mut han
                }
                _ => &mut other,
            } += 1;
        }
        let east = han + kana + hangul;
        if arabic + hebrew > other + east {
            Self::RightToLeft(if hebrew > arabic { "he" } else { "ar" })
        } else if east > other {
            Self::East(match (kana, hangul) {
                (0, 0) => "zh",
                (_, 0) => "ja",
                (_, _) => "ko",
            })
        } else {
            Self::Other
        }
    }
}

/// Writes the arguments of a call, one a line.
pub(super) fn arguments(arguments: impl IntoIterator<Item = String>) -> String {
    let mut out = String::new();
    for argument in arguments {
        // Writing to a string can't fail.
        let _ = writeln!(out, "  {argument},");
    }
    out
}
