//! What a model law has beyond the instruments it was laid beside.

use super::{ModelLaw, facts, wording};
use crate::assess::Surplus;
use crate::model::Word;
use crate::report::document::{Cell, Column, Document, Row};
use crate::report::figures::count;

/// Said at the head: how a text that is no law of any country was read.
pub(super) const READING: &str = "A model law was assessed as if a country had copied it as it stands and had no other law: each article counts as a section, what only an optional article has counts by half, and what no article has is missing. A figure that the model law leaves open is not determined.";

pub(super) fn surplus(model_law: &ModelLaw<'_>, document: &mut Document) {
    document.heading(1, "What the model law has beyond");
    if model_law.surplus.is_empty() {
        document.paragraph("Nothing: every element of it is asked for by an instrument above.");
        return;
    }
    let elements = model_law.surplus.iter().map(|one| one.elements.len()).sum();
    document.paragraph(format!(
        "{} of {} that no instrument above asks for. A State that copies them goes further than these instruments need, which may be wanted or not.",
        count(elements, "element"),
        count(model_law.surplus.len(), "article"),
    ));
    let rows = model_law
        .surplus
        .iter()
        .map(|one| {
            Row::of(vec![
                Cell::plain(one.requirement.cite.clone()),
                Cell::plain(one.requirement.title.clone()),
                Cell::plain(readable(one)),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Subject", 3),
            Column::text("Beyond", 5),
        ],
        rows,
    );
}

fn readable(one: &Surplus<'_>) -> String {
    let names = one
        .elements
        .iter()
        .map(|element| wording::readable(&element.name(one.requirement.model)));
    names.collect::<Vec<_>>().join(", ")
}

pub(super) fn record(model_law: &ModelLaw<'_>) -> facts::ModelLaw {
    let articles = model_law.surplus.iter().map(|one| facts::Surplus {
        requirement: one.requirement.id.clone(),
        cite: one.requirement.cite.clone(),
        title: one.requirement.title.clone(),
        bindingness: one.requirement.bindingness.word(),
        elements: one
            .elements
            .iter()
            .map(|element| format!("{}/{}", element.provision.id, element.element.id))
            .collect(),
    });
    facts::ModelLaw {
        id: model_law.checklist.id.clone(),
        version: model_law.checklist.version.clone(),
        title: model_law.checklist.title.clone(),
        surplus: articles.collect(),
    }
}
