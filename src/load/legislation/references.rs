//! Where the laws and sections of a file stand, so that one may cite another before it is read.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostics, quoted};
use crate::load::fields::{Fields, Text};
use crate::load::suggest::did_you_mean;
use crate::load::tree::{Node, Value};
use crate::model::SectionIndex;

/// The ids of laws and the references of their sections.
pub(super) struct References<'t> {
    ids: Vec<&'t str>,
    laws: HashMap<&'t str, usize>,
    sections: Vec<HashMap<&'t str, Vec<usize>>>,
    names: Vec<Vec<&'t str>>,
}

impl<'t> References<'t> {
    /// Looks through the laws for ids and references alone.
    pub(super) fn collect(fields: &Fields<'t, '_>) -> Self {
        let mut references = Self {
            ids: Vec::new(),
            laws: HashMap::new(),
            sections: Vec::new(),
            names: Vec::new(),
        };
        let items = fields.node("laws").map_or(&[][..], items);
        for (place, law) in items.iter().enumerate() {
            let id = text_at(law, "id").unwrap_or_default();
            references.ids.push(id);
            references.laws.entry(id).or_insert(place);
            let mut sections: HashMap<&str, Vec<usize>> = HashMap::new();
            let mut names = Vec::new();
            let nodes = law.at("sections").map_or(&[][..], self::items);
            for (index, section) in nodes.iter().enumerate() {
                let name = text_at(section, "ref").unwrap_or_default();
                sections.entry(name).or_default().push(index);
                names.push(name);
            }
            references.sections.push(sections);
            references.names.push(names);
        }
        references
    }

    /// The place of a law, or a report.
    pub(super) fn law(&self, name: Text<'_>, found: &mut Diagnostics) -> Option<usize> {
        let place = self.laws.get(name.text).copied();
        if place.is_none() {
            let all = format!("the laws of this file are: {}", self.ids.join(", "));
            let help = did_you_mean(name.text, self.ids.iter().copied(), &all);
            let message = format!("there is no law {} in this file", quoted(name.text));
            found.push(Code::UnknownLaw, name.span, message, help);
        }
        place
    }

    /// The sections that `name` cites from within law `home`: `REF`, or `LAW-ID REF`; or a report.
    pub(super) fn sections(
        &self,
        name: Text<'_>,
        home: usize,
        found: &mut Diagnostics,
    ) -> Vec<SectionIndex> {
        let own = self.in_law(home, name.text);
        if !own.is_empty() {
            return own;
        }
        let elsewhere = name
            .text
            .split_once(' ')
            .and_then(|(law, reference)| Some((*self.laws.get(law)?, reference.trim())));
        if let Some((law, reference)) = elsewhere {
            let cited = self.in_law(law, reference);
            if cited.is_empty() {
                self.refuse(name, law, reference, found);
            }
            return cited;
        }
        self.refuse(name, home, name.text, found);
        Vec::new()
    }

    /// As [`Self::sections`], or all sections of a law that is named alone.
    pub(super) fn sections_or_law(
        &self,
        name: Text<'_>,
        home: usize,
        found: &mut Diagnostics,
    ) -> Vec<SectionIndex> {
        match self.laws.get(name.text) {
            Some(law) if self.in_law(home, name.text).is_empty() => (0..self.names[*law].len())
                .map(|section| SectionIndex { law: *law, section })
                .collect(),
            Some(_) | None => self.sections(name, home, found),
        }
    }

    fn in_law(&self, law: usize, reference: &str) -> Vec<SectionIndex> {
        let places = self
            .sections
            .get(law)
            .and_then(|sections| sections.get(reference));
        places
            .into_iter()
            .flatten()
            .map(|section| SectionIndex {
                law,
                section: *section,
            })
            .collect()
    }

    fn refuse(&self, name: Text<'_>, law: usize, reference: &str, found: &mut Diagnostics) {
        let known = self.names.get(law).map_or(&[][..], Vec::as_slice);
        let help = did_you_mean(
            reference,
            known.iter().copied(),
            "cite a section of the same law by its `ref`, of another law as `LAW-ID REF`, and list it with its `ref` if it is missing",
        );
        let message = format!("there is no section {} in this file", quoted(name.text));
        found.push(Code::UnknownSection, name.span, message, help);
    }
}

pub(super) fn items<'t, 's>(node: &'t Node<'s>) -> &'t [Node<'s>] {
    match &node.value {
        Value::List(items) => items,
        Value::Nothing | Value::Text(_) | Value::Map(_) => &[],
    }
}

pub(super) fn text_at<'t>(node: &'t Node<'_>, key: &str) -> Option<&'t str> {
    match &node.at(key)?.value {
        Value::Text(text) => Some(text),
        Value::Nothing | Value::List(_) | Value::Map(_) => None,
    }
}
