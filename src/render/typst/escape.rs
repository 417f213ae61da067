//! Text that Typst takes as text: nothing in it is markup, code or a comment, and no word is too long for a line.

use std::fmt::Write;

use crate::render::direction::Direction;
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
        if word.chars().count() <= LONG_WORD {
            out.push_str(word);
            continue;
        }
        for (place, character) in word.chars().enumerate() {
            // East Asian writing may end a line nearly anywhere, and knows better where.
            if place > 0 && place % PIECE == 0 && character < '\u{1100}' {
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
                other if Direction::of(other) == Direction::RightToLeft => &mut arabic,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What Typst makes of markup that has nothing but text in it.
    fn read(markup: &str) -> String {
        let mut out = String::new();
        let mut characters = markup.chars().filter(|character| *character != BREAK);
        while let Some(character) = characters.next() {
            match character {
                '\\' => out.extend(characters.next()),
                other => out.push(other),
            }
        }
        out
    }

    #[test]
    fn what_typst_would_read_as_more_than_text_is_escaped() {
        for (text, expected) in [
            ("#include", r"\#include"),
            ("= Title", r"\= Title"),
            ("a = b", "a = b"),
            ("-1 -- 2...", r"\-1 \-- 2\.\.."),
            ("well-known", "well-known"),
            ("1. One", r"1\. One"),
            ("Art. 2(1).", "Art. 2(1)."),
            ("24/7", "24/7"),
            ("https://x.test", r"https:\//x.test"),
            ("/* x */", r"\/\* x \*/"),
            (r#"\u{41} "x" 'y'"#, r#"\\u{41} \"x\" \'y\'"#),
        ] {
            assert_eq!(markup(text), expected);
        }
    }

    #[test]
    fn strings_end_where_they_should() {
        assert_eq!(string(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(string("a\nb"), r#""a b""#);
    }

    #[test]
    fn most_letters_decide_on_the_script() {
        assert_eq!(Script::of("Article 2"), Script::Other);
        assert_eq!(Script::of("المادة 2 (IT)"), Script::RightToLeft("ar"));
        assert_eq!(Script::of("סעיף"), Script::RightToLeft("he"));
        assert_eq!(Script::of("第二条"), Script::East("zh"));
        assert_eq!(Script::of("不正アクセスを"), Script::East("ja"));
        assert_eq!(Script::of("컴퓨터"), Script::East("ko"));
        assert_eq!(Script::of("Law 第二条 of China"), Script::Other);
        assert_eq!(Script::of(""), Script::Other);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_lost_and_none_is_left_as_markup(text in r"(?s:.{0,40})[\\#$*_`<>@~'\x22\[\]/=+.\-0-9 a]{0,60}") {
            let markup = markup(&text);
            let plain: String = one_line(&text).chars().filter(|one| *one != BREAK).collect();
            proptest::prop_assert_eq!(read(&markup), plain);
            let mut escaped = false;
            let mut before = ' ';
            for character in markup.chars() {
                if escaped {
                    escaped = false;
                    before = 'x';
                    continue;
                }
                escaped = character == '\\';
                proptest::prop_assert!(!"#$*_`<>@~'\"[]".contains(character));
                let pair = (before, character);
                proptest::prop_assert!(!matches!(pair, ('-', '-') | ('-', '?') | ('/', '/') | ('.', '.')));
                before = character;
            }
        }
    }
}
