//! The look of a report of few pages: our styles with smaller letters and less room between paragraphs. A house's own styles stay as they are.

use crate::report::{Block, Document};

/// What letters of at least so many half points become.
const SIZES: [(u32, u32); 6] = [(44, 38), (32, 25), (26, 22), (22, 20), (20, 18), (18, 16)];

/// Whether a report shall have few pages: one that can put rows side by side does so for that.
pub(super) fn saves_paper(document: &Document) -> bool {
    let is_brief = |block: &Block| matches!(block, Block::Table(table) if !table.brief.is_empty());
    document.blocks.iter().any(is_brief)
}

/// The styles with less of everything.
pub(super) fn smaller(styles: &str) -> String {
    let mut styles = styles.to_owned();
    for name in ["w:sz w:val", "w:szCs w:val"] {
        styles = changed(&styles, name, |size| {
            let found = SIZES.iter().find(|(from, _)| size >= *from);
            found.map_or(size, |(_, to)| *to)
        });
    }
    for name in ["w:before", "w:after"] {
        styles = changed(&styles, name, |room| room * 11 / 20);
    }
    styles
}

/// The same text with each number in an attribute changed.
fn changed(text: &str, attribute: &str, change: impl Fn(u32) -> u32) -> String {
    let begin = format!("{attribute}=\"");
    let mut parts = text.split(begin.as_str());
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(&begin);
        let (number, rest) = part.split_once('"').unwrap_or((part, ""));
        match number.parse() {
            Ok(number) => out.push_str(&change(number).to_string()),
            Err(_) => out.push_str(number),
        }
        out.push('"');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_room_shrink_and_the_rest_stays() {
        assert_eq!(
            smaller(
                "<w:sz w:val=\"20\"/><w:spacing w:before=\"200\" w:after=\"0\" w:line=\"264\"/>"
            ),
            "<w:sz w:val=\"18\"/><w:spacing w:before=\"110\" w:after=\"0\" w:line=\"264\"/>"
        );
    }
}
