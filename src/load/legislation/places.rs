//! Where the country and the sections of a legislation file stand in its text, for those who point at them afterwards.

use std::collections::HashMap;

use super::references::{items, text_at};
use crate::diagnostic::{Diagnostics, Source, Span};
use crate::load::tree::{Node, grow};

/// The places in a legislation file that may be pointed at.
#[derive(Debug, Default)]
pub struct Places {
    country: Span,
    sections: HashMap<String, Span>,
}

impl Places {
    /// Looks through a file; of one that can't be read, every place is its beginning.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        let mut places = Self::default();
        let Some(root) = grow(source, &mut Diagnostics::default()) else {
            return places;
        };
        if let Some(code) = root.at("country").and_then(|country| country.at("code")) {
            places.country = code.span;
        }
        for law in root.at("laws").map_or(&[][..], items) {
            let id = text_at(law, "id").unwrap_or_default();
            for section in law.at("sections").map_or(&[][..], items) {
                places.add(id, section);
            }
        }
        places
    }

    fn add(&mut self, law: &str, section: &Node<'_>) {
        if let (Some(name), Some(node)) = (text_at(section, "ref"), section.at("ref")) {
            let cite = format!("{law} {name}");
            self.sections.entry(cite).or_insert(node.span);
        }
    }

    /// The place of the first of these sections, each cited as `LAW-ID REF`; the country's where there is none.
    #[must_use]
    pub fn first(&self, cites: &[String]) -> Span {
        let places = cites.iter().filter_map(|cite| self.sections.get(cite));
        places.min().copied().unwrap_or(self.country)
    }
}
