//! Quotations compared with the text of the law (design, section 3.3, *Quotations*).

use std::path::Path;

use super::Context;
use crate::diagnostic::{Code, Diagnostics, quoted};
use crate::load::fields::Text;

/// The text of a law, folded for comparison.
pub(super) struct LawText {
    name: String,
    folded: String,
}

impl LawText {
    /// Reads the text that a law names; a warning where it can't be read.
    pub(super) fn read(
        name: Text<'_>,
        context: &Context<'_, '_>,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let bytes = (context.read)(Path::new(name.text));
        let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok());
        if text.is_none() {
            found.push(
                Code::NoLawText,
                name.span,
                format!("the file {} can't be read as a text in UTF-8", quoted(name.text)),
                "give the path relative to the folder of this file; without the text, quotations are not checked",
            );
        }
        text.map(|text| Self {
            name: name.owned(),
            folded: fold(&text),
        })
    }

    /// Reports a quotation whose parts don't stand in the text in their order.
    pub(super) fn check(&self, quote: Text<'_>, found: &mut Diagnostics) {
        let folded = fold(quote.text);
        let mut rest = self.folded.as_str();
        for part in folded.split("...").map(str::trim) {
            let Some(place) = rest.find(part) else {
                found.push(
                    Code::QuoteNotFound,
                    quote.span,
                    format!(
                        "the words {} are not in {}",
                        quoted(part),
                        quoted(&self.name)
                    ),
                    "copy the words from the text, and write `...` for what is left out",
                );
                return;
            };
            rest = &rest[place + part.len()..];
        }
    }
}

/// Text in which white space, quotation marks, dashes and soft hyphens make no difference.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = true;
    for character in text.chars() {
        let folded = match character {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => continue,
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '"' | '`'
            | '´' => '\'',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
            '…' => {
                out.push_str("...");
                space = false;
                continue;
            }
            other => other,
        };
        if folded.is_whitespace() {
            if !space {
                out.push(' ');
            }
            space = true;
        } else {
            out.push(folded);
            space = false;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn white_space_quotation_marks_dashes_and_soft_hyphens_fold() {
        assert_eq!(
            fold("“com\u{ad}puter”\r\n  data – any\u{a0}part"),
            "'computer' data - any part"
        );
        assert_eq!(fold("a … b"), fold("a ... b"));
    }
}
