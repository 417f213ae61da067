//! One checklist, article by article, with its elements and permitted narrowings.

use super::facts;
use super::list::summary;
use crate::model::{Checklist, Requirement, Word};
use crate::report::document::{Cell, Column, Document, Row, Sheet, Tone};
use crate::report::{Book, Facts, Report, SCHEMA_VERSION};

/// A checklist in full.
#[must_use]
pub fn show(checklist: &Checklist<'_>) -> Report {
    let mut requirements = Vec::new();
    for chapter in &checklist.chapters {
        let facts = chapter
            .requirements
            .iter()
            .map(|one| record(&chapter.title, one));
        requirements.extend(facts);
    }
    Report {
        document: document(checklist),
        sheet: sheet(&requirements),
        book: Book::default(),
        facts: Facts::Checklist(Box::new(facts::Show {
            schema_version: SCHEMA_VERSION,
            report: "checklist",
            checklist: summary(checklist),
            requirements,
        })),
    }
}

fn record(chapter: &str, requirement: &Requirement<'_>) -> facts::Requirement {
    let name = |place: &usize| requirement.elements[*place].name(requirement.model);
    facts::Requirement {
        id: requirement.id.clone(),
        cite: requirement.cite.clone(),
        title: requirement.title.clone(),
        chapter: chapter.to_owned(),
        bindingness: requirement.bindingness.word(),
        when: requirement.when.clone(),
        model: requirement.model.id.clone(),
        gate: requirement.gate,
        weight: requirement.weight,
        checked: requirement.checked.word(),
        note: requirement.note.clone(),
        elements: requirement
            .elements
            .iter()
            .map(|one| facts::Element {
                id: one.name(requirement.model),
                kind: one.element.kind.word(),
                role: one.element.role.word(),
                text: one.element.text.clone(),
                test: one
                    .element
                    .test
                    .as_ref()
                    .map(|test| format!("{} {}", test.value, test.in_words())),
                weight: one.element.weight,
            })
            .collect(),
        alternatives: requirement
            .alternatives
            .iter()
            .map(|group| group.iter().map(name).collect())
            .collect(),
        permits: requirement
            .permits
            .iter()
            .map(|permit| facts::Permit {
                qualifier: permit.name(),
                by: permit.form.word(),
                basis: permit.basis.clone(),
                text: permit.qualifier.text.clone(),
            })
            .collect(),
    }
}

fn document(checklist: &Checklist<'_>) -> Document {
    let mut document = Document {
        title: checklist.title.clone(),
        ..Document::default()
    };
    let of = summary(checklist);
    let parties = checklist
        .instrument
        .parties
        .map(|parties| format!("{} at {}", parties.count, parties.as_at));
    let facts = [
        ("Id", Some(of.id)),
        ("Version of the data", Some(of.version)),
        ("Symbol", of.symbol),
        ("Adopted", of.adopted),
        ("In force", of.in_force),
        ("Parties", parties),
        ("Depositary", of.depositary),
        ("Text", of.url),
    ];
    document.facts(
        facts
            .into_iter()
            .filter_map(|(label, value)| Some((label, value?)))
            .collect(),
    );
    for chapter in &checklist.chapters {
        document.heading(1, chapter.title.clone());
        for requirement in &chapter.requirements {
            article(requirement, &mut document);
        }
    }
    document
}

fn article(requirement: &Requirement<'_>, document: &mut Document) {
    document.heading(2, format!("{} {}", requirement.cite, requirement.title));
    let when = requirement
        .when
        .as_ref()
        .map_or_else(String::new, |when| format!(": {when}"));
    let gate = if requirement.gate {
        "; a gap here is named first"
    } else {
        ""
    };
    document.facts(vec![
        ("Id", requirement.id.clone()),
        (
            "Binds",
            format!("{}{when}{gate}", requirement.bindingness.word()),
        ),
        ("Model provision", requirement.model.id.clone()),
        ("Entry checked", requirement.checked.word().to_owned()),
    ]);
    let rows = requirement
        .elements
        .iter()
        .map(|one| {
            let test = one.element.test.as_ref().map_or_else(String::new, |test| {
                format!(" (computed: {} {})", test.value, test.in_words())
            });
            Row::of(vec![
                Cell::toned(one.name(requirement.model), Tone::Strong),
                Cell::toned(
                    format!("{}, {}", one.element.kind.word(), one.element.role.word()),
                    Tone::Faint,
                ),
                Cell::plain(format!("{}{test}", one.element.text)),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Element", 3),
            Column::text("Kind, role", 2),
            Column::text("Test", 7),
        ],
        rows,
    );
    if !requirement.permits.is_empty() {
        let items = requirement.permits.iter().map(|permit| {
            Cell::plain(format!(
                "May be narrowed by {} ({}): `{}`. {}",
                permit.form.word(),
                permit.basis,
                permit.name(),
                permit.qualifier.text
            ))
        });
        document.list(items.collect());
    }
    if let Some(note) = &requirement.note {
        document.paragraph(format!("Note: {note}"));
    }
}

fn sheet(requirements: &[facts::Requirement]) -> Sheet {
    let mut sheet = Sheet {
        columns: vec![
            "requirement",
            "cite",
            "title",
            "chapter",
            "bindingness",
            "when",
            "model",
            "gate",
            "checked",
            "element",
            "kind",
            "role",
            "text",
            "test",
        ],
        rows: Vec::new(),
    };
    for one in requirements {
        for element in &one.elements {
            sheet.rows.push(vec![
                one.id.clone(),
                one.cite.clone(),
                one.title.clone(),
                one.chapter.clone(),
                one.bindingness.to_owned(),
                one.when.clone().unwrap_or_default(),
                one.model.clone(),
                if one.gate { "yes" } else { "no" }.to_owned(),
                one.checked.to_owned(),
                element.id.clone(),
                element.kind.to_owned(),
                element.role.to_owned(),
                element.text.clone(),
                element.test.clone().unwrap_or_default(),
            ]);
        }
    }
    sheet
}
