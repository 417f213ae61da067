//! Which checklists there are.

use std::collections::BTreeMap;

use super::facts;
use crate::model::{Bindingness, Checked, Checklist, Word};
use crate::report::document::{Cell, Column, Document, Row, Sheet, Tone};
use crate::report::{Book, Facts, Report, SCHEMA_VERSION};

/// The checklists at hand, in a table.
#[must_use]
pub fn list(checklists: &[Checklist<'_>]) -> Report {
    let summaries: Vec<facts::Summary> = checklists.iter().map(summary).collect();
    let mut document = Document {
        title: "Checklists".to_owned(),
        ..Document::default()
    };
    let mut sheet = Sheet {
        columns: vec![
            "id",
            "version",
            "title",
            "symbol",
            "requirements",
            "mandatory",
            "conditional",
            "optional",
            "checked-official-text",
            "checked-secondary",
            "unverified",
        ],
        rows: Vec::new(),
    };
    let mut rows = Vec::new();
    for one in &summaries {
        let of = |counts: &BTreeMap<&str, usize>, key: &str| {
            counts.get(key).copied().unwrap_or(0).to_string()
        };
        rows.push(Row::of(vec![
            Cell::toned(one.id.clone(), Tone::Strong),
            Cell::plain(one.short_title.clone()),
            Cell::plain(one.symbol.clone().unwrap_or_else(|| "–".to_owned())),
            Cell::plain(one.requirements.to_string()),
            Cell::plain(of(&one.checked, Checked::Unverified.word())),
        ]));
        sheet.rows.push(vec![
            one.id.clone(),
            one.version.clone(),
            one.title.clone(),
            one.symbol.clone().unwrap_or_default(),
            one.requirements.to_string(),
            of(&one.bindingness, Bindingness::Mandatory.word()),
            of(&one.bindingness, Bindingness::Conditional.word()),
            of(&one.bindingness, Bindingness::Optional.word()),
            of(&one.checked, Checked::OfficialText.word()),
            of(&one.checked, Checked::Secondary.word()),
            of(&one.checked, Checked::Unverified.word()),
        ]);
    }
    document.table(
        vec![
            Column::text("Id", 0),
            Column::text("Instrument", 4),
            Column::text("Symbol", 2),
            Column::figures("Entries"),
            Column::figures("Unverified"),
        ],
        rows,
    );
    document.paragraph("`gapcheck checklists show ID` prints one article by article.");
    Report {
        document,
        sheet,
        book: Book::default(),
        facts: Facts::Checklists(facts::List {
            schema_version: SCHEMA_VERSION,
            report: "checklists",
            checklists: summaries,
        }),
    }
}

/// What there is to know of a checklist before its articles.
pub(super) fn summary(checklist: &Checklist<'_>) -> facts::Summary {
    let instrument = &checklist.instrument;
    let mut bindingness: BTreeMap<&'static str, usize> =
        Bindingness::ALL.iter().map(|one| (one.word(), 0)).collect();
    let mut checked: BTreeMap<&'static str, usize> =
        Checked::ALL.iter().map(|one| (one.word(), 0)).collect();
    for requirement in checklist.requirements() {
        *bindingness
            .entry(requirement.bindingness.word())
            .or_default() += 1;
        *checked.entry(requirement.checked.word()).or_default() += 1;
    }
    facts::Summary {
        id: checklist.id.clone(),
        version: checklist.version.clone(),
        title: checklist.title.clone(),
        short_title: checklist.short_title.clone(),
        symbol: instrument.symbol.clone(),
        kind: instrument.kind.clone(),
        adopted: instrument.adopted.map(|date| date.to_string()),
        in_force: instrument.in_force.map(|date| date.to_string()),
        depositary: instrument.depositary.clone(),
        url: instrument.url.clone(),
        requirements: checklist.requirements().count(),
        bindingness,
        checked,
    }
}
