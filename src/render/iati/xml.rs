//! XML written line by line, with nothing in it that would make it unsound. It knows no document.

use std::fmt::Write as _;

use super::super::harmless::one_line;

/// A document in the making.
#[derive(Debug)]
pub(super) struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    /// A document with nothing but its head.
    pub(super) fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            depth: 0,
        }
    }

    /// The document.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// An element with others inside.
    pub(super) fn within(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.indent();
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// An element with nothing inside.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with text inside.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.text.push('>');
        self.text.push_str(&escaped(text));
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// An element with one narrative inside, which is how IATI writes words in a language.
    pub(super) fn narrative(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.within(name, attributes, |xml| xml.text("narrative", &[], text));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            write!(self.text, " {key}=\"{}\"", escaped(value)).ok();
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

/// Text for the inside of an element or of an attribute, on one line.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML knows no such characters.
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_text_the_document_is_sound() {
        let mut xml = Xml::new();
        let hostile = "a<b>&\"c\u{0}\u{202e}\u{ffff}\nd]]>";
        xml.within("title", &[("lang", hostile)], |xml| {
            xml.text("narrative", &[], hostile);
            xml.empty("end", &[]);
        });
        let text = xml.into_text();
        let document = roxmltree::Document::parse(&text).expect("sound");
        let narrative = document
            .descendants()
            .find(|node| node.has_tag_name("narrative"));
        let words = narrative.and_then(|node| node.text());
        assert_eq!(words, Some("a<b>&\"c d]]>"));
    }
}
