//! What is taken out of every text before it is shown: characters that are not seen and change what is.

use std::borrow::Cow;

/// A space at which no line ends.
pub(super) const NO_BREAK: char = '\u{a0}';

/// Text on one line, without control characters, which could move a cursor or change colours, and without those that turn the
/// direction of what follows, which could disguise it.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let stays = |character: char| {
        is_harmless(character)
            && (matches!(character, ' ' | NO_BREAK) || !character.is_whitespace())
    };
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|character| match character {
            NO_BREAK => NO_BREAK,
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .filter(|character| is_harmless(*character))
        .collect()
}

/// The same, with the ends of lines kept as `\n`.
pub(super) fn lines(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return one_line(text);
    }
    let lines: Vec<Cow<'_, str>> = text.lines().map(one_line).collect();
    Cow::Owned(lines.join("\n"))
}

/// The beginning of a text that is too long for where it stands, on one line.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let text = one_line(text);
    if text.chars().count() <= longest {
        return text.into_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Whether a character is text: no control character, none that turns the direction of the text around it, and none that Unicode
/// has set apart as no character, which is an error in HTML and XML.
pub(super) fn is_harmless(character: char) -> bool {
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_none = matches!(character, '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(character) & 0xfffe == 0xfffe;
    !character.is_control() && !turns && !is_none
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_disguises_text_goes_and_the_rest_stays() {
        assert_eq!(one_line("a\u{202e}b\u{1b}[31m\tc\r\nd"), "ab[31m c  d");
        assert_eq!(
            one_line("Art.\u{a0}2 \u{627}\u{200f}"),
            "Art.\u{a0}2 \u{627}\u{200f}"
        );
        assert_eq!(one_line("a\u{feff}b\u{fffe}\u{fdd0}c"), "abc");
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("one two", 5), "one…");
        assert_eq!(lines("one\r\n\ttwo\n\nthree"), "one\n two\n\nthree");
    }
}
