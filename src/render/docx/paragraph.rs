//! One paragraph with its properties in the order that the schema wants, and fields within it.

use super::styles::Ids;

/// What a paragraph has beyond its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph {
    /// The id of its style among ours.
    pub(super) style: &'static str,
    /// Whether it stays on one page with what follows.
    pub(super) keeps_next: bool,
    /// Whether it begins a page.
    pub(super) begins_page: bool,
    /// Where its only tab stop is, aligned to the right, and what leads to it.
    pub(super) tab: Option<(u32, &'static str)>,
    /// Whether it runs from right to left.
    pub(super) is_right_to_left: bool,
    /// The space before it, where it isn't that of its style.
    pub(super) before: Option<u32>,
    /// How it is aligned, if not as its style says.
    pub(super) align: Option<&'static str>,
}

impl Paragraph {
    /// A paragraph of one of our styles.
    pub(super) fn of(style: &'static str) -> Self {
        Self {
            style,
            ..Self::default()
        }
    }

    /// The paragraph with its runs.
    pub(super) fn xml(self, ids: &Ids, runs: &str) -> String {
        let mut out = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", ids.of(self.style));
        if self.keeps_next {
            out.push_str("<w:keepNext/>");
        }
        if self.begins_page {
            out.push_str("<w:pageBreakBefore/>");
        }
        if let Some((place, leader)) = self.tab {
            out.push_str(&format!(
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"{leader}\" w:pos=\"{place}\"/></w:tabs>"
            ));
        }
        if self.is_right_to_left {
            out.push_str("<w:bidi/>");
        }
        if let Some(before) = self.before {
            out.push_str(&format!("<w:spacing w:before=\"{before}\"/>"));
        }
        if let Some(align) = self.align {
            out.push_str(&format!("<w:jc w:val=\"{align}\"/>"));
        }
        format!("{out}</w:pPr>{runs}</w:p>")
    }
}

/// A paragraph that takes no room, where the format wants one: after a table, and at the end of a section.
pub(super) fn nothing(properties: &str, height: u32) -> String {
    format!(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{height}\" w:lineRule=\"exact\"/>\
         <w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr>{properties}</w:pPr></w:p>"
    )
}

/// A field: what it computes, and what it shows until somebody computes it.
pub(super) fn field(instruction: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

/// A link to a bookmark of the same document.
pub(super) fn link(bookmark: &str, runs: &str) -> String {
    format!("<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">{runs}</w:hyperlink>")
}
