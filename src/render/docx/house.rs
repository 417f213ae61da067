//! What a report has from the house that sends it: styles, lists, headers and footers, pages. What the house has not is ours.

use super::compact::{saves_paper, smaller};
use super::package::{Part, Relation};
use super::page::{Layout, Page};
use super::properties::{numbering, settings};
use super::running::{footers, headers};
use super::styles::{self, Ids};
use super::template::Template;
use super::theme;
use crate::report::Document;

/// All that surrounds the text.
pub(super) struct House {
    /// The ids of styles.
    pub(super) ids: Ids,
    /// Pages, headers and footers.
    pub(super) layout: Layout,
    /// How wide its words are, in hundredths of ours: a house may have a wide font.
    pub(super) words: u32,
    /// The parts.
    pub(super) parts: Vec<Part>,
    /// What the text points to.
    pub(super) relations: Vec<Relation>,
}

impl House {
    /// The surroundings of a report.
    pub(super) fn of(document: &Document, template: Option<&Template>) -> Self {
        let mut house = template.map_or_else(|| Self::ours(saves_paper(document)), Self::theirs);
        for (part, relation) in theme::parts() {
            let mut relations = house.relations.iter();
            if !relations.any(|one| one.kind == relation.kind) {
                house.parts.push(part);
                house.relations.push(relation);
            }
        }
        let has = |house: &Self, element: &str| {
            let mut running = house.layout.upright.iter();
            running.any(|one| one.element == element)
        };
        let mut missing = Vec::new();
        if !has(&house, "headerReference") {
            missing.push(headers(document, &house.ids));
        }
        if !has(&house, "footerReference") {
            missing.push(footers(document, house.layout.page, &house.ids));
        }
        for ours in missing {
            house.parts.extend(ours.parts);
            house.relations.extend(ours.relations);
            house.layout.upright.extend(ours.upright);
            house.layout.turned.extend(ours.turned);
        }
        house
    }

    fn ours(is_compact: bool) -> Self {
        let styles = styles::part(1);
        let mut house = Self {
            ids: Ids::default(),
            layout: Layout {
                page: Page::A4,
                upright: Vec::new(),
                turned: Vec::new(),
                has_first_page: true,
            },
            words: 100,
            parts: Vec::new(),
            relations: Vec::new(),
        };
        let parts = [
            ("styles", if is_compact { smaller(&styles) } else { styles }),
            ("settings", settings("", "")),
            ("numbering", numbering()),
        ]
        .map(|(name, xml)| {
            let part = Part::word(name, name, xml);
            let relation = Relation::to(format!("rId{name}"), name, part.name.clone());
            (part, relation)
        });
        for (part, relation) in parts {
            house.relations.push(relation);
            house.parts.push(part);
        }
        house
    }

    fn theirs(template: &Template) -> Self {
        Self {
            ids: template.ids.clone(),
            layout: Layout {
                page: template.page,
                upright: template.running.clone(),
                turned: template.running.clone(),
                has_first_page: template.has_first_page,
            },
            words: 125,
            parts: template.parts.clone(),
            relations: template.relations.clone(),
        }
    }
}
