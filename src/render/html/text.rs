//! Foreign text made harmless: nothing in it is read as markup, no control character is left, and no word is too long for a line.

use std::fmt::{self, Display, Write};

use askama::filters::HtmlSafe;

use crate::render::direction::Direction;
use crate::render::harmless::{self, is_harmless, one_line};

/// Text where lines can break.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'d>(pub(super) &'d str);

impl Words<'_> {
    /// The attribute for an element that holds nothing but this text: text with letters written from the right finds its own direction.
    pub(super) fn dir(&self) -> Markup {
        if Direction::turns_in(self.0) {
            Markup(r#" dir="auto""#)
        } else {
            Markup("")
        }
    }

    /// The same for attributes and pictures, where no line can break; templates escape it.
    pub(super) fn plain(&self) -> String {
        clean(self.0)
    }

    /// Whether nothing of it is seen.
    pub(super) fn is_blank(&self) -> bool {
        self.0.chars().filter_map(harmless).all(char::is_whitespace)
    }
}

/// A word longer than this may break within, and a column with a longer one wraps.
pub(super) const LONG: usize = 24;
/// How many characters of a long word stay together.
const TOGETHER: usize = 12;
/// Where a line may end within a long word; whoever copies the text doesn't copy this.
const MAY_BREAK: &str = "<wbr/>";
/// A space at which no line ends.
const NO_BREAK: char = '\u{a0}';

impl Display for Words<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(is_gap).unwrap_or(rest.len());
            if end == 0 {
                rest = &rest[first.len_utf8()..];
                if let Some(gap) = harmless(first) {
                    out.write_char(gap)?;
                }
                continue;
            }
            write_joined(&rest[..end], out)?;
            rest = &rest[end..];
        }
        Ok(())
    }
}

impl HtmlSafe for Words<'_> {}

/// Markup of our own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Markup(pub(super) &'static str);

impl Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl HtmlSafe for Markup {}

/// Whether a line may end at this character.
fn is_gap(character: char) -> bool {
    character.is_whitespace() && character != NO_BREAK
}

/// Words that were joined so that no line tears them apart; if they are too long together, they are torn after all.
fn write_joined(joined: &str, out: &mut impl Write) -> fmt::Result {
    let is_long = |text: &str| text.chars().count() > LONG;
    let tear = is_long(joined);
    for (place, word) in joined.split(NO_BREAK).enumerate() {
        if place > 0 {
            out.write_char(NO_BREAK)?;
            if tear {
                out.write_str(MAY_BREAK)?;
            }
        }
        if !is_long(word) {
            write_short(word, out)?;
            continue;
        }
        // A long word breaks where its parts end, and within a part only if that is long by itself.
        for (place, part) in word.split_inclusive(['-', '/', '_']).enumerate() {
            if place > 0 {
                out.write_str(MAY_BREAK)?;
            }
            write_part(part, is_long(part), out)?;
        }
    }
    Ok(())
}

/// A word in which no date is torn apart.
fn write_short(word: &str, out: &mut impl Write) -> fmt::Result {
    let Some(start) = date_in(word) else {
        return write_part(word, false, out);
    };
    let (before, rest) = word.split_at(start);
    let (date, after) = rest.split_at(DATE.len());
    write_part(before, false, out)?;
    write!(out, r#"<span class="whole">{date}</span>"#)?;
    write_short(after, out)
}

fn write_part(word: &str, is_long: bool, out: &mut impl Write) -> fmt::Result {
    let mut together = 0;
    for character in word.chars().filter_map(harmless) {
        if is_long && together >= TOGETHER && character.is_alphanumeric() {
            out.write_str(MAY_BREAK)?;
            together = 0;
        }
        // Scripts without spaces break by their own rules.
        together = if character < '\u{e00}' {
            together + 1
        } else {
            0
        };
        write_escaped(character, out)?;
    }
    Ok(())
}

/// How a date is written.
const DATE: &str = "0000-00-00";

/// Where in a word a date stands, which no line should tear apart at a hyphen.
fn date_in(word: &str) -> Option<usize> {
    let fits = |(found, shape): (&u8, u8)| match shape {
        b'0' => found.is_ascii_digit(),
        other => *found == other,
    };
    let mut windows = word.as_bytes().windows(DATE.len());
    windows.position(|window| window.iter().zip(DATE.bytes()).all(fits))
}

fn write_escaped(character: char, out: &mut impl Write) -> fmt::Result {
    match character {
        '<' => out.write_str("&lt;"),
        '>' => out.write_str("&gt;"),
        '&' => out.write_str("&amp;"),
        '"' => out.write_str("&#34;"),
        '\'' => out.write_str("&#39;"),
        other => out.write_char(other),
    }
}

/// The character to write for this one; none for what is not text.
fn harmless(character: char) -> Option<char> {
    match character {
        '\n' => Some('\n'),
        '\t' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        other => Some(other).filter(|one| is_harmless(*one)),
    }
}

/// A text as a string of CSS: whatever is neither a plain letter nor a figure is written as its number.
pub(super) fn css_string(text: &str) -> String {
    const LONGEST: usize = 110;
    let mut out = String::from("\"");
    for character in shorten(text, LONGEST).chars() {
        if character.is_ascii_alphanumeric() || character == ' ' {
            out.push(character);
        } else {
            // The space ends the number and is not seen.
            out.push_str(&format!("\\{:x} ", u32::from(character)));
        }
    }
    out.push('"');
    out
}

/// Text on one line without anything that is no text.
pub(super) fn clean(text: &str) -> String {
    one_line(text).into_owned()
}

/// The beginning of a text that is too long, cleaned.
pub(super) fn shorten(text: &str, longest: usize) -> String {
    harmless::shortened(text, longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        Words(text).to_string()
    }

    #[test]
    fn markup_and_controls_are_taken_out() {
        assert_eq!(
            words("<script>\u{202e}a\u{7}&\u{0}'\"\u{fffe}\r\nb"),
            "&lt;script&gt;a&amp;&#39;&#34; \nb"
        );
    }

    #[test]
    fn long_words_may_break_and_short_ones_may_not() {
        assert_eq!(words("computer-related"), "computer-related");
        assert_eq!(
            words(&"x".repeat(30)),
            "xxxxxxxxxxxx<wbr/>xxxxxxxxxxxx<wbr/>xxxxxx"
        );
        assert_eq!(
            words("def-racist-xenophobic-material"),
            "def-<wbr/>racist-<wbr/>xenophobic-<wbr/>material"
        );
        assert_eq!(words("cma\u{a0}s.\u{a0}3"), "cma\u{a0}s.\u{a0}3");
        assert_eq!(
            words("Schedule\u{a0}2,\u{a0}para.\u{a0}14(1)(b)(iii)"),
            "Schedule\u{a0}<wbr/>2,\u{a0}<wbr/>para.\u{a0}<wbr/>14(1)(b)(iii)"
        );
        let chinese =
            "第二百八十五条违反国家规定侵入国家事务国防建设尖端科学技术领域的计算机信息系统的";
        assert_eq!(words(chinese), chinese);
    }

    #[test]
    fn no_line_tears_a_date_apart() {
        assert_eq!(
            words("since (2004-01-01)."),
            r#"since (<span class="whole">2004-01-01</span>)."#
        );
        assert_eq!(words("No. 2004-01-1"), "No. 2004-01-1");
    }

    #[test]
    fn text_written_from_the_right_finds_its_direction() {
        assert_eq!(Words("المادة 3").dir().0, r#" dir="auto""#);
        assert_eq!(Words("Art. 3").dir().0, "");
    }

    #[test]
    fn a_string_of_css_can_not_be_left() {
        assert_eq!(
            css_string("a\"}</style>"),
            r#""a\22 \7d \3c \2f style\3e ""#
        );
    }
}
