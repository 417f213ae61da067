//! Model provisions by instrument: one row a provision, one column an instrument.

use std::collections::BTreeMap;

use super::facts;
use crate::model::{Bindingness, Catalogue, Checklist, ModelProvision, Word};
use crate::report::document::{Block, Cell, Column, Document, Row, Sheet, Table, Tone};
use crate::report::{Book, Facts, Report, SCHEMA_VERSION};

/// With more instruments than this the table wants a page turned sideways.
const NARROW: usize = 4;

/// The columns of the flat table.
const COLUMNS: [&str; 7] = [
    "model",
    "title",
    "category",
    "checklist",
    "requirement",
    "cite",
    "bindingness",
];

/// Which articles of which instruments ask for each model provision, or for `only` one.
#[must_use]
pub fn crosswalk(
    catalogue: &Catalogue,
    checklists: &[&Checklist<'_>],
    only: Option<&str>,
) -> Report {
    let mut chosen: Vec<&ModelProvision> = catalogue
        .provisions()
        .iter()
        .filter(|provision| only.is_none_or(|id| provision.id == id))
        .collect();
    // The catalogue's files are in the order of their names; readers look for a kind of rule.
    chosen.sort_by_key(|provision| provision.category);
    let provisions: Vec<facts::Provision> = chosen
        .into_iter()
        .map(|provision| record(provision, checklists))
        .collect();
    let mut document = Document {
        title: "Model provisions by instrument".to_owned(),
        ..Document::default()
    };
    document.paragraph("An article in brackets is optional or conditional.");
    let mut columns = vec![Column::text("Model provision", 4)];
    columns.extend(
        checklists
            .iter()
            .map(|checklist| Column::text(&checklist.short_title, 4)),
    );
    let mut rows = Vec::new();
    let mut sheet = Sheet {
        columns: COLUMNS.to_vec(),
        rows: Vec::new(),
    };
    let mut category = "";
    for one in &provisions {
        if one.category != category {
            category = one.category;
            rows.push(Row::group(category.replace('-', " ")));
        }
        rows.push(Row::of(cells(one, checklists)));
        for (checklist, articles) in &one.articles {
            for article in articles {
                let cells: [&str; 7] = [
                    &one.id,
                    &one.title,
                    one.category,
                    checklist,
                    &article.id,
                    &article.cite,
                    article.bindingness,
                ];
                sheet.rows.push(cells.map(ToOwned::to_owned).to_vec());
            }
        }
    }
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: checklists.len() > NARROW,
        brief: Vec::new(),
        columns,
        rows,
    }));
    Report {
        document,
        sheet,
        book: Book::default(),
        facts: Facts::Crosswalk(facts::Crosswalk {
            schema_version: SCHEMA_VERSION,
            report: "crosswalk",
            instruments: checklists
                .iter()
                .map(|checklist| checklist.id.clone())
                .collect(),
            provisions,
        }),
    }
}

fn record(provision: &ModelProvision, checklists: &[&Checklist<'_>]) -> facts::Provision {
    let mut articles = BTreeMap::new();
    for checklist in checklists {
        let asking = checklist.requirements().filter(|requirement| {
            requirement.model.id == provision.id
                || requirement
                    .elements
                    .iter()
                    .any(|element| element.provision.id == provision.id)
        });
        let asking: Vec<facts::Asking> = asking
            .map(|requirement| facts::Asking {
                id: requirement.id.clone(),
                cite: requirement.cite.clone(),
                bindingness: requirement.bindingness.word(),
            })
            .collect();
        articles.insert(checklist.id.clone(), asking);
    }
    facts::Provision {
        id: provision.id.clone(),
        title: provision.title.clone(),
        category: provision.category.word(),
        includes: provision.includes.clone(),
        chain: provision.chain.iter().map(|link| link.word()).collect(),
        articles,
    }
}

fn cells(provision: &facts::Provision, checklists: &[&Checklist<'_>]) -> Vec<Cell> {
    let mut cells = vec![Cell::toned(provision.id.clone(), Tone::Strong)];
    for checklist in checklists {
        let articles = provision
            .articles
            .get(&checklist.id)
            .map_or(&[][..], Vec::as_slice);
        let cites: Vec<String> = articles
            .iter()
            .map(|article| {
                let bare = article.cite.trim_start_matches("Art. ");
                if article.bindingness == Bindingness::Mandatory.word() {
                    bare.to_owned()
                } else {
                    format!("({bare})")
                }
            })
            .collect();
        let text = match (cites.is_empty(), provision.includes.is_empty()) {
            (true, false) => format!("see {}", provision.includes.join(", ")),
            (true, true) => "–".to_owned(),
            (false, _) => cites.join(", "),
        };
        cells.push(Cell::plain(text));
    }
    cells
}
