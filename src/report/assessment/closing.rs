//! What closes both forms: findings for human-rights review, and needs. An overview counts and names what the full report tells.

use std::collections::BTreeMap;

use super::cut::{cut, shown};
use super::overview::gravest;
use super::{Form, Subject, wording};
use crate::assess::{Finding, FindingKind};
use crate::model::{Category, Date, Need, Support, Word};
use crate::report::document::{Cell, Document, Tone};
use crate::report::figures::sentence;

/// Up to so many findings are told one by one in an overview as well.
const FEW: usize = 4;

/// What scores don't show, as a list.
pub(super) fn findings(subject: &Subject<'_>, level: usize, form: Form, document: &mut Document) {
    document.heading(level, "For human-rights review");
    if subject.findings.is_empty() {
        document.paragraph("Nothing was noted.");
        return;
    }
    let all = &subject.findings;
    let items = if form == Form::Overview && all.len() > FEW {
        let kinds = FindingKind::ALL.iter();
        kinds.filter_map(|kind| of_kind(subject, *kind)).collect()
    } else {
        all.iter().map(|one| finding(subject, one)).collect()
    };
    document.list(items);
}

fn tone(kind: FindingKind) -> Tone {
    match kind {
        FindingKind::UnsafeguardedPower => Tone::Missing,
        FindingKind::SafeguardsNotDetermined => Tone::Unknown,
        FindingKind::Outside | FindingKind::Broader => Tone::Plain,
    }
}

fn elements(finding: &Finding<'_>) -> String {
    let elements = finding.elements.iter();
    let names: Vec<String> = elements
        .map(|element| wording::readable(&element.id))
        .collect();
    names.join(", ")
}

fn power<'c>(finding: &Finding<'c>) -> &'c str {
    finding
        .provision
        .map_or("", |provision| provision.title.as_str())
}

/// One finding with what it rests on.
fn finding(subject: &Subject<'_>, finding: &Finding<'_>) -> Cell {
    let sections = wording::cited(subject.legislation, &finding.sections);
    let (power, elements) = (power(finding), elements(finding));
    let note = finding
        .note
        .map_or_else(String::new, |note| format!(" {}", sentence(note)));
    let text = match finding.kind {
        FindingKind::UnsafeguardedPower => {
            format!("Power without safeguard: {power} ({sections}) lacks {elements}.")
        }
        FindingKind::SafeguardsNotDetermined => {
            format!("Safeguards not determined: {power} ({sections}), open: {elements}.")
        }
        FindingKind::Outside => format!("Outside every instrument: {sections}.{note}"),
        FindingKind::Broader => {
            format!("Broader than asked: {power}, {elements} ({sections}).{note}")
        }
    };
    Cell::toned(text, tone(finding.kind))
}

/// The findings of a kind in one item: how many, and what the first are about.
fn of_kind(subject: &Subject<'_>, kind: FindingKind) -> Option<Cell> {
    const MOST: usize = 5;
    let of_kind = subject.findings.iter().filter(|one| one.kind == kind);
    let mut names: Vec<String> = of_kind
        .clone()
        .map(|finding| match kind {
            FindingKind::UnsafeguardedPower
            | FindingKind::SafeguardsNotDetermined
            | FindingKind::Outside => {
                let sections = wording::cited(subject.legislation, &finding.sections);
                match finding.provision {
                    Some(provision) => format!("{} ({sections})", provision.title),
                    None => sections,
                }
            }
            FindingKind::Broader => power(finding).to_owned(),
        })
        .collect();
    // Several elements of one idea may be broader.
    names.dedup();
    let count = of_kind.count();
    let words = match (kind, count) {
        (_, 0) => return None,
        (FindingKind::UnsafeguardedPower, 1) => "power without safeguard",
        (FindingKind::UnsafeguardedPower, _) => "powers without safeguard",
        (FindingKind::SafeguardsNotDetermined, 1) => "power with safeguards not determined",
        (FindingKind::SafeguardsNotDetermined, _) => "powers with safeguards not determined",
        (FindingKind::Outside, 1) => "section outside every instrument",
        (FindingKind::Outside, _) => "sections outside every instrument",
        (FindingKind::Broader, 1) => "element broader than asked",
        (FindingKind::Broader, _) => "elements broader than asked",
    };
    let text = format!(
        "{count} {words}: {}.",
        cut(&names, MOST, "; ", Form::Overview)
    );
    Some(Cell::toned(text, tone(kind)))
}

/// The State's own priorities, what the gaps call for, and what is under way.
pub(super) fn needs(subject: &Subject<'_>, level: usize, form: Form, document: &mut Document) {
    document.heading(level, "Technical assistance needs identified");
    let legislation = subject.legislation;
    let asked = legislation.needs.iter().map(asked_for).collect();
    let under_way = legislation.support.iter().map(under_way).collect();
    let mut items = first(asked, form);
    for category in Category::ALL {
        let articles = called_for(subject, *category, form);
        if !articles.is_empty() {
            items.push(Cell::plain(format!(
                "{}: {articles}.",
                wording::need(*category)
            )));
        }
    }
    items.extend(first(under_way, form));
    if items.is_empty() {
        document.paragraph("None were identified.");
    }
    document.list(items);
}

/// The first items of a list, and how many more the full report has.
fn first(mut items: Vec<Cell>, form: Form) -> Vec<Cell> {
    const MOST: usize = 4;
    let shown = shown(items.len(), MOST, form);
    let more = items.len() - shown;
    items.truncate(shown);
    if more > 0 {
        let words = format!("And {more} more in the full report.");
        items.push(Cell::toned(words, Tone::Faint));
    }
    items
}

fn asked_for(need: &Need<'_>) -> Cell {
    let why = need.why.as_ref();
    let why = why.map_or_else(String::new, |why| format!(" {}", sentence(why)));
    let text = format!("Asked for by the State: {}.{why}", need.provision.title);
    Cell::plain(text)
}

fn under_way(support: &Support<'_>) -> Cell {
    let titles = support.covers.iter().map(|one| one.title.as_str());
    let titles: Vec<&str> = titles.collect();
    let project = support.project.as_ref();
    let project = project.map_or_else(String::new, |project| format!(", {project}"));
    let dates = match (support.from, support.to) {
        (None, None) => String::new(),
        (from, to) => format!(", {} to {}", or_open(from), or_open(to)),
    };
    let text = format!(
        "Under way: {}{project}{dates}: {}.",
        support.provider,
        titles.join(", ")
    );
    Cell::toned(text, Tone::Faint)
}

/// The articles with gaps that call for assistance of a kind, instrument by instrument.
fn called_for(subject: &Subject<'_>, category: Category, form: Form) -> String {
    const MOST: usize = 6;
    let instruments = subject.results.iter().filter_map(|result| {
        let articles: Vec<String> = gravest(result)
            .into_iter()
            .filter(|one| one.requirement.model.category == category)
            .map(|one| wording::unbroken(&one.requirement.cite))
            .collect();
        let name = &result.checklist.short_title;
        let list = cut(&articles, MOST, ", ", form);
        (!articles.is_empty()).then(|| format!("{name} {list}"))
    });
    instruments.collect::<Vec<_>>().join("; ")
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
