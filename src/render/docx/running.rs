//! What stands above and below every page, where no house has its own.

use super::package::{Part, Relation};
use super::page::{Page, Running};
use super::paragraph::{Paragraph, field};
use super::styles::Ids;
use super::text::{Look, runs};
use super::xml::{HEAD, NAMESPACES};
use crate::render::harmless::shortened;
use crate::report::{Document, Imprint};

/// A header or footer has no room for more letters than this.
const MOST_LETTERS: usize = 110;

/// Headers or footers, with where they are used.
pub(super) struct Ours {
    pub(super) parts: Vec<Part>,
    pub(super) relations: Vec<Relation>,
    /// On upright pages.
    pub(super) upright: Vec<Running>,
    /// On pages turned sideways.
    pub(super) turned: Vec<Running>,
}

impl Ours {
    fn of(kind: &'static str, xml: [String; 2]) -> Self {
        let names = [1, 2].map(|number| format!("{kind}{number}"));
        let part = |(name, xml): (&String, String)| Part::word(name, kind, xml);
        let parts: Vec<Part> = names.iter().zip(xml).map(part).collect();
        let relation =
            |part: &Part, name: &String| Relation::to(format!("rId{name}"), kind, &*part.name);
        Self {
            relations: parts
                .iter()
                .zip(&names)
                .map(|(part, name)| relation(part, name))
                .collect(),
            parts,
            upright: Vec::new(),
            turned: Vec::new(),
        }
    }

    fn uses(&self, number: usize, element: &'static str, pages: &'static str) -> Running {
        Running {
            element,
            pages,
            relation: self.relations[number].id.clone(),
        }
    }
}

/// The title above every page but the first.
pub(super) fn headers(document: &Document, ids: &Ids) -> Ours {
    let content = runs(&shortened(&document.title, MOST_LETTERS), Look::default());
    let title = Paragraph::of("Header").xml(ids, &content);
    let nothing = Paragraph::of("Normal").xml(ids, "");
    let mut ours = Ours::of("header", [part("hdr", &title), part("hdr", &nothing)]);
    let element = "headerReference";
    ours.upright = vec![
        ours.uses(0, element, "default"),
        ours.uses(1, element, "first"),
    ];
    ours.turned = vec![ours.uses(0, element, "default")];
    ours
}

/// As-at date, status, classification and the number of the page below every page.
pub(super) fn footers(document: &Document, page: Page, ids: &Ids) -> Ours {
    let xml = [page, page.turned()].map(|page| {
        let content = footer(&document.imprint, page.text_width(), ids);
        part("ftr", &content)
    });
    let mut ours = Ours::of("footer", xml);
    let element = "footerReference";
    ours.upright = vec![
        ours.uses(0, element, "default"),
        ours.uses(0, element, "first"),
    ];
    ours.turned = vec![ours.uses(1, element, "default")];
    ours
}

fn part(element: &str, content: &str) -> String {
    format!("{HEAD}<w:{element} {NAMESPACES}>{content}</w:{element}>")
}

fn footer(imprint: &Imprint, width: u32, ids: &Ids) -> String {
    let as_at = imprint.as_at.map(|date| format!("As at {date}"));
    let named =
        |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}: {value}"));
    let said = [
        as_at,
        named("Status", &imprint.status),
        named("Classification", &imprint.classification),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let content = format!(
        "{}<w:r><w:tab/></w:r>{}{}{}{}",
        runs(&shortened(&said.join(" · "), MOST_LETTERS), Look::default()),
        runs("Page ", Look::default()),
        field("PAGE", "1"),
        runs(" of ", Look::default()),
        field("NUMPAGES", "1"),
    );
    let paragraph = Paragraph {
        tab: Some((width, "none")),
        ..Paragraph::of("Footer")
    };
    paragraph.xml(ids, &content)
}
