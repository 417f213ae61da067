//! Requests for assistance: one page for each cluster, addressed to partners whose mandate it is. What only the State can say is left open in brackets.

use super::Subject;
use super::cluster::{Bundle, bundles};
use super::mandate;
use super::{naming, wording};
use crate::assess::plan::{GapRef, Line};
use crate::model::{MeasureType, ModelProvision, Organisation, Support, Word};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::{are, capital, count};

/// A page has room for so many lines; the rest is counted.
const MOST_LINES: usize = 6;
/// And for so many addressees.
const MOST_PARTNERS: usize = 4;
/// And for so much that is under way.
const MOST_SUPPORT: usize = 3;

pub(super) fn write(subject: &Subject<'_>, document: &mut Document) {
    let bundles = bundles(subject.plan);
    if bundles.is_empty() {
        document.paragraph("The plan has no line, and so there is nothing to ask for.");
    }
    addressees(&bundles, document);
    for (place, bundle) in bundles.iter().enumerate() {
        document.blocks.push(Block::NewPage);
        page(subject, place + 1, bundle, document);
    }
}

/// The partners that the requests are addressed to, with what is said of their mandate and where it was read.
fn addressees(bundles: &[Bundle<'_, '_>], document: &mut Document) {
    let mut all: Vec<(&Organisation, Vec<String>)> = Vec::new();
    for (place, bundle) in bundles.iter().enumerate() {
        for one in partners(bundle).into_iter().take(MOST_PARTNERS) {
            let number = (place + 1).to_string();
            match all.iter_mut().find(|(known, _)| known.id == one.id) {
                Some((_, numbers)) => numbers.push(number),
                None => all.push((one, vec![number])),
            }
        }
    }
    if all.is_empty() {
        return;
    }
    let rows = all.iter().map(|(one, numbers)| {
        Row::of(vec![
            Cell::toned(&one.name, Tone::Strong),
            Cell::plain(&one.mandate),
            Cell::plain(one.source.as_deref().unwrap_or("not stated")),
            Cell::plain(numbers.join(", ")),
        ])
    });
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: Some("Partners whose mandate it is".to_owned()),
        wide: false,
        columns: vec![
            Column::text("Partner", 3),
            Column::text("Mandate", 5),
            Column::text("Where this was read", 4),
            Column::text("Requests", 1),
        ],
        rows: rows.collect(),
    }));
}

fn page(subject: &Subject<'_>, number: usize, bundle: &Bundle<'_, '_>, document: &mut Document) {
    let country = &subject.legislation.country.name;
    document.heading(
        1,
        format!(
            "Request for assistance {number}: {}",
            bundle.cluster.title()
        ),
    );
    let partners = partners(bundle);
    let names: Vec<&str> = partners
        .iter()
        .take(MOST_PARTNERS)
        .map(|one| one.name.as_str())
        .collect();
    let (begin, end) = bundle.months();
    document.facts(vec![
        (
            "From",
            format!("{country}: [ministry or authority that asks]"),
        ),
        ("To", format!("[to be chosen among] {}", names.join("; "))),
        ("Mandate", mandate::RESOLUTION_SHORT.to_owned()),
        (
            "Extent",
            format!(
                "{}; {} person-days; months {begin} to {end} of the plan; {}",
                count(bundle.lines.len(), "line"),
                wording::span(bundle.effort()),
                cost(subject, bundle)
            ),
        ),
    ]);
    document.heading(2, "What is asked");
    asked(subject, bundle, document);
    document.heading(2, "Why");
    document.paragraph(why(bundle));
    document.heading(2, "What is under way");
    document.paragraph(under_way(bundle));
    document.facts(vec![
        (
            "The State brings",
            format!(
                "{}; national contribution: [amount, staff, premises]",
                leads(bundle)
            ),
        ),
        ("Contact", "[name, function, telephone, e-mail]".to_owned()),
        ("Place, date, signature", "[ ]".to_owned()),
    ]);
}

fn asked(subject: &Subject<'_>, bundle: &Bundle<'_, '_>, document: &mut Document) {
    let shown = if bundle.lines.len() > MOST_LINES {
        MOST_LINES - 1
    } else {
        MOST_LINES
    };
    let mut rows: Vec<Row> = bundle
        .lines
        .iter()
        .take(shown)
        .map(|line| {
            Row::of(vec![
                Cell::plain(naming::number(subject.plan, line).to_string()),
                Cell::toned(wording::title(line), Tone::Strong),
                Cell::plain(kind(line.measure.kind)),
                Cell::plain(wording::span(line.effort)),
                Cell::plain(format!("{} to {}", line.begin, line.end)),
            ])
        })
        .collect();
    if bundle.lines.len() > shown {
        let rest: Vec<String> = bundle.lines[shown..]
            .iter()
            .map(|line| naming::number(subject.plan, line).to_string())
            .collect();
        rows.push(Row::of(vec![
            Cell::plain(""),
            Cell::plain(format!("and {} of the plan", naming::lines(&rest))),
            Cell::plain(""),
            Cell::plain(""),
            Cell::plain(""),
        ]));
    }
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: None,
        wide: false,
        columns: vec![
            Column::text("Line", 0),
            Column::text("Measure", 6),
            Column::text("Type of assistance", 3),
            Column::text("Person-days", 2),
            Column::text("Months", 2),
        ],
        rows,
    }));
}

/// The gaps behind a request, in one paragraph.
fn why(bundle: &Bundle<'_, '_>) -> String {
    let gaps = bundle.gaps();
    let mut parts = Vec::new();
    if !gaps.is_empty() {
        let instruments = by_instrument(&gaps);
        let subjects = naming::provisions(&subjects(&gaps));
        let number = count(gaps.len(), "gap");
        parts.push(if bundle.lines.iter().any(|line| !line.closes.is_empty()) {
            format!("It closes {number} of the gap report ({instruments}): {subjects}.")
        } else {
            format!("It serves what closes {number} of the gap report ({instruments}): {subjects}.")
        });
    }
    let gates = gaps.iter().filter(|gap| gap.is_gate()).count();
    if gates > 0 {
        parts.push(format!(
            "{gates} of these {} in requirements that go before all others.",
            are(gates)
        ));
    }
    let unsafe_powers = bundle.findings();
    if unsafe_powers > 0 {
        parts.push(format!(
            "{} in force without a safeguard that belongs to {}.",
            capital(&count(unsafe_powers, "power"))
                + if unsafe_powers == 1 { " is" } else { " are" },
            if unsafe_powers == 1 { "it" } else { "them" }
        ));
    }
    let mut treaties: Vec<&str> = bundle
        .lines
        .iter()
        .flat_map(|line| &line.treaties)
        .map(|one| one.short_title.as_str())
        .collect();
    treaties.dedup();
    if !treaties.is_empty() {
        let treaties: Vec<String> = treaties.into_iter().map(ToOwned::to_owned).collect();
        parts.push(format!("Not joined yet: {}.", naming::joined(&treaties)));
    }
    let declarations: usize = bundle
        .lines
        .iter()
        .map(|line| line.declarations.len())
        .sum();
    if declarations > 0 {
        parts.push(format!(
            "To be decided on joining: {}.",
            match declarations {
                1 => "1 declaration or reservation".to_owned(),
                more => format!("{more} declarations or reservations"),
            }
        ));
    }
    parts.join(" ")
}

/// The model provisions of gaps, those first that have most.
fn subjects<'c>(gaps: &[GapRef<'c>]) -> Vec<&'c ModelProvision> {
    let mut counted: Vec<(&'c ModelProvision, usize)> = Vec::new();
    for gap in gaps {
        match counted
            .iter_mut()
            .find(|(one, _)| std::ptr::eq(*one, gap.provision()))
        {
            Some((_, count)) => *count += 1,
            None => counted.push((gap.provision(), 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(one, _)| one).collect()
}

fn by_instrument(gaps: &[GapRef<'_>]) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for gap in gaps {
        let name = gap.checklist.short_title.as_str();
        match counted.iter_mut().find(|(one, _)| *one == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let parts = counted
        .iter()
        .map(|(name, count)| format!("{name}: {count}"));
    parts.collect::<Vec<_>>().join("; ")
}

/// A type of assistance in words, with the hyphens that belong to it.
fn kind(kind: MeasureType) -> String {
    let word = kind.word();
    match kind {
        MeasureType::OnSiteExpert => "on-site expert".to_owned(),
        MeasureType::CapacityBuilding | MeasureType::InstitutionBuilding => word.to_owned(),
        MeasureType::GoodPractices
        | MeasureType::ModelLegislation
        | MeasureType::LegalAdvice
        | MeasureType::LegislativeDrafting
        | MeasureType::ActionPlan
        | MeasureType::Equipment
        | MeasureType::Other => word.replace('-', " "),
    }
}

/// The organisations whose mandate the lines are, those first that most lines name.
fn partners<'b>(bundle: &Bundle<'b, '_>) -> Vec<&'b Organisation> {
    let mut counted: Vec<(&Organisation, usize)> = Vec::new();
    for one in bundle
        .lines
        .iter()
        .flat_map(|line| &line.measure.organisations)
    {
        match counted.iter_mut().find(|(known, _)| known.id == one.id) {
            Some((_, count)) => *count += 1,
            None => counted.push((one, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(one, _)| one).collect()
}

fn leads(bundle: &Bundle<'_, '_>) -> String {
    const MOST: usize = 3;
    let mut leads: Vec<String> = Vec::new();
    for line in &bundle.lines {
        if !leads.contains(&line.measure.lead) {
            leads.push(line.measure.lead.clone());
        }
    }
    leads.truncate(MOST);
    format!("{} in the lead", naming::joined(&leads))
}

/// Running and announced support, and bills on their way, so that nothing is paid twice.
fn under_way(bundle: &Bundle<'_, '_>) -> String {
    let mut support: Vec<&Support<'_>> = Vec::new();
    for one in bundle.lines.iter().flat_map(|line| &line.under_way) {
        if !support.iter().any(|known| std::ptr::eq(*known, *one)) {
            support.push(one);
        }
    }
    let mut parts: Vec<String> = support
        .iter()
        .take(MOST_SUPPORT)
        .map(|one| self::support(one))
        .collect();
    if support.len() > MOST_SUPPORT {
        parts.push(format!(
            "{} more, see the plan.",
            support.len() - MOST_SUPPORT
        ));
    }
    let bills = bundle.lines.iter().flat_map(|line: &&Line<'_>| &line.bills);
    let mut titles: Vec<String> = bills.map(|bill| naming::law(bill.law)).collect();
    titles.sort_unstable();
    titles.dedup();
    if !titles.is_empty() {
        parts.push(format!(
            "A bill on its way would close some of it: {}.",
            naming::joined(&titles)
        ));
    }
    if parts.is_empty() {
        "No support is recorded, and no bill is on its way.".to_owned()
    } else {
        parts.join(" ")
    }
}

/// Support with its giver and its time.
pub(super) fn support(support: &Support<'_>) -> String {
    let project = support
        .project
        .as_ref()
        .map_or_else(String::new, |one| format!(", {one}"));
    let until = match (support.from, support.to) {
        (Some(from), Some(to)) => format!(" ({from} to {to})"),
        (Some(from), None) => format!(" (since {from})"),
        (None, Some(to)) => format!(" (until {to})"),
        (None, None) => String::new(),
    };
    format!("{}{project}{until}.", support.provider)
}

fn cost(subject: &Subject<'_>, bundle: &Bundle<'_, '_>) -> String {
    let is_default = bundle.lines.iter().any(|line| line.cost.is_default);
    let money = wording::money(subject, bundle.cost(), is_default);
    format!("{money}, prices of {}", subject.plan.costs.year)
}
