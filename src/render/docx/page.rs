//! Pages upright and turned sideways, and which blocks stand on which. Measures are twentieths of a point.

use crate::report::Block;

/// A page and its margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
    pub(super) left: u32,
    /// From the upper edge to the header.
    pub(super) header: u32,
    /// From the lower edge to the footer.
    pub(super) footer: u32,
    /// What the binding takes away.
    pub(super) gutter: u32,
}

impl Page {
    /// A4 upright.
    pub(super) const A4: Self = Self {
        width: 11906,
        height: 16838,
        top: 1304,
        right: 1247,
        bottom: 1247,
        left: 1247,
        header: 624,
        footer: 567,
        gutter: 0,
    };

    /// The same page with its long side below.
    pub(super) fn turned(self) -> Self {
        Self {
            width: self.width.max(self.height),
            height: self.width.min(self.height),
            ..self
        }
    }

    /// How long a line of text is; never nothing, whatever the margins.
    pub(super) fn text_width(self) -> u32 {
        let margins = self.left + self.right + self.gutter;
        self.width.saturating_sub(margins).max(self.width / 4)
    }
}

/// A header or footer of a section.
#[derive(Debug, Clone)]
pub(super) struct Running {
    /// `headerReference` or `footerReference`.
    pub(super) element: &'static str,
    /// On which pages: `default`, `first` or `even`.
    pub(super) pages: &'static str,
    /// The id of the relation to its part.
    pub(super) relation: String,
}

/// What all pages have.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// The page upright.
    pub(super) page: Page,
    /// Headers and footers of upright pages.
    pub(super) upright: Vec<Running>,
    /// Headers and footers of pages turned sideways.
    pub(super) turned: Vec<Running>,
    /// Whether the first page of all has a header and footer of its own.
    pub(super) has_first_page: bool,
}

impl Layout {
    /// The page of a section.
    pub(super) fn page(&self, is_wide: bool) -> Page {
        if is_wide {
            self.page.turned()
        } else {
            self.page
        }
    }

    /// The properties of a section, as they stand at its end.
    pub(super) fn section(&self, is_wide: bool, is_first: bool) -> String {
        let page = self.page(is_wide);
        let running = if is_wide { &self.turned } else { &self.upright };
        let mut out = String::from("<w:sectPr>");
        for one in running {
            out.push_str(&format!(
                "<w:{} w:type=\"{}\" r:id=\"{}\"/>",
                one.element, one.pages, one.relation
            ));
        }
        let turned = if page.width > page.height {
            " w:orient=\"landscape\""
        } else {
            ""
        };
        out.push_str(&format!(
            "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{turned}/>\
             <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"{}\"/>",
            page.width, page.height, page.top, page.right, page.bottom, page.left, page.header, page.footer, page.gutter
        ));
        if is_first && self.has_first_page {
            out.push_str("<w:titlePg/>");
        }
        out.push_str("</w:sectPr>");
        out
    }
}

/// Blocks that stand on pages of one kind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Whether the pages are turned sideways.
    pub(super) is_wide: bool,
    /// The place of its first block, and that after its last.
    pub(super) blocks: std::ops::Range<usize>,
}

/// Cuts a document where pages are turned. A wide table takes the headings right above it with it, and what follows up
/// to the next heading; neighbours share a section.
pub(super) fn sections(blocks: &[Block]) -> Vec<Section> {
    let is_heading = |place: usize| matches!(blocks[place], Block::Heading { .. });
    let mut wide = vec![false; blocks.len()];
    for (place, block) in blocks.iter().enumerate() {
        if !matches!(block, Block::Table(table) if table.wide) {
            continue;
        }
        let above = (0..place).rev().take_while(|above| is_heading(*above));
        let below = (place..blocks.len()).take_while(|below| !is_heading(*below));
        for place in above.chain(below).collect::<Vec<_>>() {
            wide[place] = true;
        }
    }
    let mut sections: Vec<Section> = Vec::new();
    for (place, is_wide) in wide.into_iter().enumerate() {
        match sections.last_mut() {
            Some(last) if last.is_wide == is_wide => last.blocks.end = place + 1,
            Some(_) | None => sections.push(Section {
                is_wide,
                blocks: place..place + 1,
            }),
        }
    }
    sections
}
