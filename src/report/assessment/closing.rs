//! What closes both forms: findings for human-rights review, and needs.

use std::collections::BTreeMap;

use super::overview::gravest;
use super::{Subject, wording};
use crate::assess::FindingKind;
use crate::model::{Category, Date};
use crate::report::document::{Cell, Document, Tone};
use crate::report::figures::sentence;

/// What scores don't show, as a list.
pub(super) fn findings(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "For human-rights review");
    if subject.findings.is_empty() {
        document.paragraph("Nothing was noted.");
        return;
    }
    let legislation = subject.legislation;
    let items = subject.findings.iter().map(|finding| {
        let sections = wording::cited(legislation, &finding.sections);
        let power = finding
            .provision
            .map_or_else(String::new, |provision| provision.title.clone());
        let elements: Vec<String> = finding
            .elements
            .iter()
            .map(|element| wording::readable(&element.id))
            .collect();
        let elements = elements.join(", ");
        let note = finding
            .note
            .map_or_else(String::new, |note| format!(" {}", sentence(note)));
        match finding.kind {
            FindingKind::UnsafeguardedPower => Cell::toned(
                format!("Power without safeguard: {power} ({sections}) lacks {elements}."),
                Tone::Missing,
            ),
            FindingKind::SafeguardsNotDetermined => Cell::toned(
                format!("Safeguards not determined: {power} ({sections}), open: {elements}."),
                Tone::Unknown,
            ),
            FindingKind::Outside => {
                Cell::plain(format!("Outside every instrument: {sections}.{note}"))
            }
            FindingKind::Broader => Cell::plain(format!(
                "Broader than asked: {power}, {elements} ({sections}).{note}"
            )),
        }
    });
    document.list(items.collect());
}

/// The State's own priorities, what the gaps call for, and what is under way.
pub(super) fn needs(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "Technical assistance needs identified");
    let legislation = subject.legislation;
    let mut items: Vec<Cell> = legislation
        .needs
        .iter()
        .map(|need| {
            let why = need
                .why
                .as_ref()
                .map_or_else(String::new, |why| format!(" {}", sentence(why)));
            Cell::toned(
                format!("Asked for by the State: {}.{why}", need.provision.title),
                Tone::Strong,
            )
        })
        .collect();
    for (category, cites) in by_need(subject) {
        items.push(Cell::plain(format!(
            "{}: {}.",
            wording::need(category),
            cites.join(", ")
        )));
    }
    for support in &legislation.support {
        let titles: Vec<&str> = support
            .covers
            .iter()
            .map(|provision| provision.title.as_str())
            .collect();
        let project = support
            .project
            .as_ref()
            .map_or_else(String::new, |project| format!(", {project}"));
        let dates = match (support.from, support.to) {
            (None, None) => String::new(),
            (from, to) => format!(", {} to {}", or_open(from), or_open(to)),
        };
        items.push(Cell::toned(
            format!(
                "Under way: {}{project}{dates}: {}.",
                support.provider,
                titles.join(", ")
            ),
            Tone::Faint,
        ));
    }
    if items.is_empty() {
        document.paragraph("None were identified.");
    }
    document.list(items);
}

/// The articles with gaps, by the kind of assistance that they call for.
pub(super) fn by_need(subject: &Subject<'_>) -> BTreeMap<Category, Vec<String>> {
    let mut by_need: BTreeMap<Category, Vec<String>> = BTreeMap::new();
    for result in &subject.results {
        for one in gravest(result) {
            let cite = format!("{} {}", result.checklist.short_title, one.requirement.cite);
            by_need
                .entry(one.requirement.model.category)
                .or_default()
                .push(cite);
        }
    }
    by_need
}

fn or_open(date: Option<Date>) -> String {
    date.map_or_else(|| "open".to_owned(), |date| date.to_string())
}
