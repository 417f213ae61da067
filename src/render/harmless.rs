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

/// Whether a character is neither a control character nor one that turns the direction of the text around it.
fn is_harmless(character: char) -> bool {
    !character.is_control() && !is_direction(character)
}

/// Whether a character turns the direction of the text around it.
pub(super) fn is_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
        assert_eq!(lines("one\r\n\ttwo\n\nthree"), "one\n two\n\nthree");
    }
}
