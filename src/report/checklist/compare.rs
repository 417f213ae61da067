//! Two checklists side by side, article by article.

use super::facts;
use crate::assess::Relation;
use crate::model::{Checklist, ElementRef, Word};
use crate::report::document::{Cell, Column, Document, Row, Sheet};
use crate::report::{Facts, Report, SCHEMA_VERSION};

/// How the articles of `here` are related to those of `there`.
#[must_use]
pub fn compare(here: &Checklist<'_>, there: &Checklist<'_>, relations: &[Relation<'_>]) -> Report {
    let records: Vec<facts::Relation> = relations.iter().map(record).collect();
    let mut document = Document {
        title: format!("{} beside {}", here.short_title, there.short_title),
        ..Document::default()
    };
    document.paragraph(format!(
        "Computed from elements: an article of the {} is equal to, broader than (asks for more), narrower than or overlaps with the articles of the {} that share an element with it.",
        here.short_title, there.short_title
    ));
    let mut sheet = Sheet {
        columns: vec![
            "requirement",
            "cite",
            "title",
            "relation",
            "counterparts",
            "only-here",
            "only-there",
            "narrowings-only-here",
            "narrowings-only-there",
        ],
        rows: Vec::new(),
    };
    let mut rows = Vec::new();
    for (relation, one) in relations.iter().zip(&records) {
        let cites: Vec<&str> = relation
            .counterparts
            .iter()
            .map(|other| other.cite.as_str())
            .collect();
        let left_over = left_over(one);
        rows.push(Row::of(vec![
            Cell::plain(one.cite.clone()),
            Cell::plain(one.title.clone()),
            Cell::plain(one.relation),
            Cell::plain(or_dash(&cites.join(", "))),
            Cell::plain(or_dash(&left_over)),
        ]));
        sheet.rows.push(vec![
            one.requirement.clone(),
            one.cite.clone(),
            one.title.clone(),
            one.relation.to_owned(),
            one.counterparts.join("; "),
            one.only_here.join("; "),
            one.only_there.join("; "),
            one.narrowings_only_here.join("; "),
            one.narrowings_only_there.join("; "),
        ]);
    }
    document.table(
        vec![
            Column::text(&here.short_title, 0),
            Column::text("Subject", 3),
            Column::text("Relation", 0),
            Column::text(&there.short_title, 3),
            Column::text("Left over", 5),
        ],
        rows,
    );
    Report {
        document,
        sheet,
        facts: Facts::Relations(facts::Compare {
            schema_version: SCHEMA_VERSION,
            report: "relations",
            here: here.id.clone(),
            there: there.id.clone(),
            relations: records,
        }),
    }
}

fn record(relation: &Relation<'_>) -> facts::Relation {
    let names = |elements: &[ElementRef<'_>]| {
        let names = elements
            .iter()
            .map(|element| format!("{}/{}", element.provision.id, element.element.id));
        names.collect::<Vec<_>>()
    };
    facts::Relation {
        requirement: relation.requirement.id.clone(),
        cite: relation.requirement.cite.clone(),
        title: relation.requirement.title.clone(),
        relation: relation.kind.word(),
        counterparts: relation
            .counterparts
            .iter()
            .map(|other| other.id.clone())
            .collect(),
        only_here: names(&relation.only_here),
        only_there: names(&relation.only_there),
        narrowings_only_here: relation.narrowings.0.clone(),
        narrowings_only_there: relation.narrowings.1.clone(),
    }
}

fn left_over(relation: &facts::Relation) -> String {
    if relation.counterparts.is_empty() {
        return String::new();
    }
    let short = |names: &[String]| {
        let tails = names
            .iter()
            .map(|name| name.rsplit('/').next().unwrap_or(name).replace('-', " "));
        tails.collect::<Vec<_>>().join(", ")
    };
    let parts = [
        ("only here", &relation.only_here),
        ("only there", &relation.only_there),
        ("may be narrowed only here", &relation.narrowings_only_here),
        (
            "may be narrowed only there",
            &relation.narrowings_only_there,
        ),
    ];
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    parts
        .map(|(label, names)| format!("{label}: {}", short(names)))
        .collect::<Vec<_>>()
        .join("; ")
}

fn or_dash(text: &str) -> String {
    if text.is_empty() {
        "–".to_owned()
    } else {
        text.to_owned()
    }
}
