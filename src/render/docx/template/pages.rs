//! What the sections of a template say of their pages. The last one decides, as new text goes there.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::page::Page;
use super::archive::{Archive, parse};
use super::{TemplateError, WORD};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The longest side that a word processor allows.
const LONGEST: u32 = 31_680;
/// No side is shorter than this, so that there is room for a line.
const SHORTEST: u32 = 4_000;

/// The pages of the last section.
pub(super) struct Pages {
    pub(super) page: Page,
    /// Whether the first page has a header and footer of its own.
    pub(super) has_first_page: bool,
    /// Headers and footers by the pages that they are for, with the ids of their relations.
    pub(super) running: BTreeMap<(&'static str, &'static str), String>,
}

impl Pages {
    /// Reads the sections of the part with the text.
    pub(super) fn of(archive: &mut Archive<'_>, main: &str) -> Result<Self, TemplateError> {
        let text = archive.text(main)?.ok_or(TemplateError::NoDocument)?;
        let tree = parse(main, &text)?;
        let mut pages = Self {
            page: Page::A4,
            has_first_page: false,
            running: BTreeMap::new(),
        };
        let is_old = |node: &Node<'_, '_>| {
            let parent = node.parent();
            parent.is_some_and(|parent| parent.has_tag_name((WORD, "sectPrChange")))
        };
        let sections = tree
            .descendants()
            .filter(|node| node.has_tag_name((WORD, "sectPr")) && !is_old(node));
        for section in sections {
            pages.has_first_page = false;
            for node in section.children() {
                pages.read(node);
            }
        }
        Ok(pages)
    }

    /// Reads one property of a section. A section that names no header has that of the section before.
    fn read(&mut self, node: Node<'_, '_>) {
        let page = &mut self.page;
        let set = |value: &mut u32, name: &str| {
            let read = node.attribute((WORD, name));
            if let Some(read) = read.and_then(|read| read.parse::<i32>().ok()) {
                *value = read.unsigned_abs().min(LONGEST);
            }
        };
        match node.tag_name().name() {
            "headerReference" => self.refer("headerReference", node),
            "footerReference" => self.refer("footerReference", node),
            "pgSz" => {
                set(&mut page.width, "w");
                set(&mut page.height, "h");
                page.width = page.width.max(SHORTEST);
                page.height = page.height.max(SHORTEST);
            }
            "pgMar" => {
                set(&mut page.top, "top");
                set(&mut page.right, "right");
                set(&mut page.bottom, "bottom");
                set(&mut page.left, "left");
                set(&mut page.header, "header");
                set(&mut page.footer, "footer");
                set(&mut page.gutter, "gutter");
            }
            "titlePg" => {
                let value = node.attribute((WORD, "val")).unwrap_or("1");
                self.has_first_page = !matches!(value, "0" | "false" | "off");
            }
            _ => {}
        }
    }

    fn refer(&mut self, element: &'static str, node: Node<'_, '_>) {
        let pages = match node.attribute((WORD, "type")) {
            Some("first") => "first",
            Some("even") => "even",
            Some(_) | None => "default",
        };
        if let Some(id) = node.attribute((RELATIONS, "id")) {
            self.running.insert((element, pages), id.to_owned());
        }
    }
}
