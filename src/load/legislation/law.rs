//! Laws and their sections.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Context;
use super::annotation::annotation;
use super::quotation::LawText;
use super::references::References;
use crate::diagnostic::{Code, Diagnostics, Span, quoted};
use crate::load::fields::{Fields, Text};
use crate::load::provision::{unit_noun, unknown_value};
use crate::load::shape;
use crate::load::tree::Node;
use crate::model::{Catalogue, Law, LifeCycle, Quantity, Section, SectionIndex, Source, Status};

/// A law in the reading: what its annotations need to know of it.
pub(super) struct Home<'a> {
    pub(super) law: usize,
    pub(super) references: &'a References<'a>,
    pub(super) text: Option<LawText>,
}

pub(super) fn laws<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    references: &References<'_>,
    found: &mut Diagnostics,
) -> Vec<Law<'c>> {
    let mut laws: Vec<Law<'c>> = Vec::new();
    for (place, node) in fields.list("laws", found).iter().enumerate() {
        let law = law(node, place, context, references, found);
        if !law.id.is_empty() && laws.iter().any(|earlier| earlier.id == law.id) {
            let span = Fields::open(node, &shape::LAW, &mut Diagnostics::default())
                .and_then(|fields| fields.node("id").map(|node| node.span))
                .unwrap_or(node.span);
            let message = format!("{} is a law of this file already", quoted(&law.id));
            found.push(
                Code::DuplicateId,
                span,
                message,
                "give each law an id of its own",
            );
        }
        laws.push(law);
    }
    laws
}

/// Reads a law. A faulty one is returned too, since places of sections count; the file is refused all the same.
fn law<'c>(
    node: &Node<'_>,
    place: usize,
    context: &Context<'c, '_>,
    references: &References<'_>,
    found: &mut Diagnostics,
) -> Law<'c> {
    let mut law = Law {
        id: String::new(),
        title: String::new(),
        number: None,
        kind: None,
        language: None,
        life: LifeCycle {
            status: Status::Drafting,
            enacted: None,
            in_force: None,
            repealed: None,
        },
        source: Source::default(),
        text: None,
        sections: Vec::new(),
    };
    let Some(fields) = Fields::open(node, &shape::LAW, found) else {
        return law;
    };
    law.id = fields.id("id", found).map(Text::owned).unwrap_or_default();
    law.title = fields.string("title", found).unwrap_or_default();
    law.number = fields.string("number", found);
    law.kind = fields.word("kind", found);
    law.language = fields.string("language", found);
    law.life = life(&fields, None, found);
    law.source = fields
        .node("source")
        .and_then(|node| source(node, found))
        .unwrap_or_default();
    let text = fields.text("text", found);
    law.text = text.map(|text| PathBuf::from(text.text));
    warn_careless(&fields, &law, found);
    let home = Home {
        law: place,
        references,
        text: text.and_then(|text| LawText::read(text, context, found)),
    };
    law.sections = fields
        .list("sections", found)
        .iter()
        .enumerate()
        .map(|(index, node)| section(node, index, &law.life, &home, context, found))
        .collect();
    law
}

fn warn_careless(fields: &Fields<'_, '_>, law: &Law<'_>, found: &mut Diagnostics) {
    let place = fields.node("id").map_or(fields.place, |node| node.span);
    if fields.node("source").is_none() {
        let help = "add `source: { publication: ..., consulted: YYYY-MM-DD }`";
        found.push(
            Code::NoSource,
            place,
            format!("{} has no source", quoted(&law.id)),
            help,
        );
    }
    if law.life.status == Status::InForce && fields.node("in-force").is_none() {
        let message = format!("{} has no date of entry into force", quoted(&law.id));
        found.push(Code::NoDate, place, message, "add `in-force: YYYY-MM-DD`");
    }
}

/// Status and dates of a law, or of a section with its law's where it has none.
fn life(fields: &Fields<'_, '_>, law: Option<&LifeCycle>, found: &mut Diagnostics) -> LifeCycle {
    let status = fields.word("status", found);
    let enacted = fields.date("enacted", found);
    let in_force = fields.date("in-force", found);
    let repealed = fields.date("repealed", found);
    let life = LifeCycle {
        status: status
            .or(law.map(|law| law.status))
            .unwrap_or(Status::Drafting),
        enacted: enacted.or(law.and_then(|law| law.enacted)),
        in_force: in_force.or(law.and_then(|law| law.in_force)),
        repealed: repealed.or(law.and_then(|law| law.repealed)),
    };
    let place = |key: &str| fields.node(key).map_or(fields.place, |node| node.span);
    if enacted
        .zip(in_force)
        .is_some_and(|(enacted, in_force)| enacted > in_force)
    {
        out_of_order(place("in-force"), "in force before it is enacted", found);
    }
    let own = in_force.is_some() || repealed.is_some();
    if own
        && life
            .in_force
            .zip(life.repealed)
            .is_some_and(|(begin, end)| begin > end)
    {
        let key = if repealed.is_some() {
            "repealed"
        } else {
            "in-force"
        };
        out_of_order(place(key), "repealed before it is in force", found);
    }
    life
}

fn out_of_order(place: Span, what: &str, found: &mut Diagnostics) {
    found.push(
        Code::DatesOutOfOrder,
        place,
        format!("by its dates this is {what}"),
        "correct one of the dates",
    );
}

fn source(node: &Node<'_>, found: &mut Diagnostics) -> Option<Source> {
    let fields = Fields::open(node, &shape::SOURCE, found)?;
    Some(Source {
        publication: fields.string("publication", found),
        url: fields.string("url", found),
        consulted: fields.date("consulted", found),
    })
}

fn section<'c>(
    node: &Node<'_>,
    index: usize,
    law: &LifeCycle,
    home: &Home<'_>,
    context: &Context<'c, '_>,
    found: &mut Diagnostics,
) -> Section<'c> {
    let Some(fields) = Fields::open(node, &shape::SECTION, found) else {
        return Section {
            reference: String::new(),
            heading: None,
            life: *law,
            values: BTreeMap::new(),
            replaces: Vec::new(),
            covers: Vec::new(),
            outside: None,
        };
    };
    let me = SectionIndex {
        law: home.law,
        section: index,
    };
    let replaces = fields
        .texts("replaces", found)
        .into_iter()
        .flat_map(|name| home.references.sections_or_law(name, home.law, found))
        .filter(|replaced| *replaced != me)
        .collect();
    Section {
        reference: fields.string("ref", found).unwrap_or_default(),
        heading: fields.string("heading", found),
        life: life(&fields, Some(law), found),
        values: values(&fields, context.catalogue, found),
        replaces,
        covers: fields
            .list("covers", found)
            .iter()
            .filter_map(|node| annotation(node, home, context, found))
            .collect(),
        outside: fields.string("outside", found),
    }
}

/// The values of a section or an annotation.
pub(super) fn values(
    fields: &Fields<'_, '_>,
    catalogue: &Catalogue,
    found: &mut Diagnostics,
) -> BTreeMap<String, Quantity> {
    let mut values = BTreeMap::new();
    for (name, text) in fields.pairs("values", found) {
        let Some(definition) = catalogue.value(name.text) else {
            unknown_value(name, catalogue, found);
            continue;
        };
        let Some(text) = text else { continue };
        match Quantity::read(text.text, definition.unit) {
            Ok(quantity) => {
                values.insert(name.owned(), quantity);
            }
            Err(error) => {
                let message = format!("{} is no {}", quoted(text.text), unit_noun(definition));
                found.push(Code::BadValue, text.span, message, error.to_string());
            }
        }
    }
    values
}
