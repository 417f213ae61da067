//! The regional plan: what enough countries need is done once, with a host, and it is said what stays national.

pub mod facts;
mod record;
mod wording;

use super::document::{Block, Cell, Column, Document, Imprint, Row, Sheet, Table, Tone};
use super::figures::{DISCLAIMER, count};
use super::plan::wording as plan_wording;
use super::{Book, Facts, Part, Report};
use crate::assess::plan::region::{Region, Shared};
use crate::model::Word;

/// The report on a region, with the parts that are `wanted`; `instruments` are those of the assessments, by short title.
#[must_use]
pub fn report(region: &Region<'_>, instruments: &[String], wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    Report {
        document: if wants(Part::Document) {
            document(region, instruments)
        } else {
            Document::default()
        },
        sheet: if wants(Part::Sheet) || wants(Part::Book) {
            sheet(region)
        } else {
            Sheet::default()
        },
        book: Book::default(),
        facts: if wants(Part::Facts) {
            Facts::RegionalPlan(Box::new(record::record(region, instruments)))
        } else {
            Facts::Nothing
        },
    }
}

fn document(region: &Region<'_>, instruments: &[String]) -> Document {
    let countries = region.countries;
    let first = countries.first().map(|one| one.status);
    let mut document = Document {
        title: format!(
            "Regional plan of technical assistance for {} countries",
            countries.len()
        ),
        imprint: Imprint {
            as_at: countries.iter().map(|one| one.date).max(),
            status: first
                .filter(|first| countries.iter().all(|one| one.status == *first))
                .map(|status| status.word().to_owned()),
            classification: None,
        },
        blocks: Vec::new(),
    };
    cover(region, instruments, &mut document);
    super::plan::mandate(&mut document);
    document.heading(2, "Done once");
    once(region, &mut document);
    mandates(region, &mut document);
    document.heading(2, "Country by country");
    for shared in &region.measures {
        document.heading(3, wording::title(shared));
        parts(region, shared, &mut document);
    }
    document.heading(2, "What stays national");
    national(region, &mut document);
    document.heading(2, "What to ask everywhere");
    research(region, &mut document);
    document.blocks.push(Block::Notice(DISCLAIMER.to_owned()));
    document
}

fn cover(region: &Region<'_>, instruments: &[String], document: &mut Document) {
    let mut facts: Vec<(&str, String)> = region
        .countries
        .iter()
        .map(|one| {
            let said = format!(
                "{}, law as at {}, {}, {} in its own plan",
                one.country.code,
                one.date,
                one.status.word(),
                count(one.lines.len(), "measure")
            );
            (one.country.name.as_str(), said)
        })
        .collect();
    facts.push(("Instruments", instruments.join(", ")));
    facts.push((
        "Common is",
        format!(
            "what at least {} of {} countries need",
            region.common,
            region.countries.len()
        ),
    ));
    facts.push(("Done once", count(region.measures.len(), "measure")));
    document.facts(facts);
}

fn once(region: &Region<'_>, document: &mut Document) {
    if region.measures.is_empty() {
        document.paragraph("No measure is needed in so many countries: see what stays national, or ask for fewer with `--common`.");
        return;
    }
    let rows = region.measures.iter().enumerate().map(|(place, shared)| {
        let countries: Vec<usize> = shared.countries.iter().map(|(place, _)| *place).collect();
        Row::of(vec![
            Cell::toned((place + 1).to_string(), Tone::Strong),
            Cell::toned(wording::title(shared), Tone::Strong),
            Cell::plain(format!(
                "{} of {}: {}; {}",
                countries.len(),
                region.countries.len(),
                wording::codes(region, &countries),
                count(shared.gaps(), "gap")
            )),
            Cell::plain(wording::missing_in_most(region, shared)),
            Cell::plain(wording::once(shared)),
            Cell::plain(hosts(shared)),
            Cell::plain(wording::stays_national(shared)),
        ])
    });
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: None,
        wide: true,
        columns: vec![
            Column::text("No.", 0),
            Column::text("Measure", 4),
            Column::text("Countries", 3),
            Column::text("Missing in most", 5),
            Column::text("Done once", 4),
            Column::text("Who could host it", 4),
            Column::text("Stays national", 4),
        ],
        rows: rows.collect(),
    }));
}

fn hosts(shared: &Shared<'_>) -> String {
    let organisations = shared.kind.organisations.iter();
    let names: Vec<&str> = organisations.map(|one| one.name.as_str()).collect();
    if names.is_empty() {
        "the library names no organisation".to_owned()
    } else {
        names.join("; ")
    }
}

/// The organisations that could host something, each once, with their mandates.
fn mandates(region: &Region<'_>, document: &mut Document) {
    let mut known: Vec<&str> = Vec::new();
    let mut items = Vec::new();
    let kinds = region.measures.iter().map(|shared| shared.kind);
    for organisation in kinds.flat_map(|kind| &kind.organisations) {
        if !known.contains(&organisation.id.as_str()) {
            known.push(&organisation.id);
            items.push(Cell::plain(format!(
                "{}: {}",
                organisation.name, organisation.mandate
            )));
        }
    }
    if !items.is_empty() {
        document.heading(2, "Mandates of those who could host");
        document.list(items);
    }
}

fn parts(region: &Region<'_>, shared: &Shared<'_>, document: &mut Document) {
    let rows = shared.countries.iter().map(|(place, lines)| {
        let country = &region.countries[*place];
        let ids: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
        let gaps: usize = lines.iter().map(|line| line.gaps.len()).sum();
        let mut elements: Vec<&str> = Vec::new();
        for gap in lines.iter().flat_map(|line| &line.gaps) {
            if !elements.contains(&gap.element.as_str()) {
                elements.push(&gap.element);
            }
        }
        let cost = wording::cost(lines).map_or_else(
            || "cost not known".to_owned(),
            |cost| {
                format!(
                    "{}\u{a0}{}",
                    country.costs.currency,
                    plan_wording::span(cost)
                )
            },
        );
        Row::of(vec![
            Cell::toned(&country.country.name, Tone::Strong),
            Cell::plain(ids.join(", ")),
            Cell::plain(if elements.is_empty() {
                count(lines.iter().map(|line| line.others).sum(), "matter")
            } else {
                format!("{}: {}", count(gaps, "gap"), elements.join(", "))
            }),
            Cell::plain(format!(
                "{} person-days; {cost}",
                plan_wording::span(wording::effort(lines))
            )),
        ])
    });
    document.table(
        vec![
            Column::text("Country", 2),
            Column::text("Lines of its own plan", 3),
            Column::text("What is missing", 6),
            Column::text("If done alone", 3),
        ],
        rows.collect(),
    );
}

fn national(region: &Region<'_>, document: &mut Document) {
    document.paragraph("Whatever is done once, each State decides on its own law, passes it, and pays those who apply it. Fewer countries than are asked for need what follows, so that it is done in each.");
    if region.national.is_empty() {
        document.paragraph("Every measure is common.");
        return;
    }
    let rows = region.national.iter().map(|shared| {
        let countries: Vec<usize> = shared.countries.iter().map(|(place, _)| *place).collect();
        Row::of(vec![
            Cell::plain(wording::title(shared)),
            Cell::plain(wording::codes(region, &countries)),
            Cell::plain(count(shared.gaps(), "gap")),
        ])
    });
    document.table(
        vec![
            Column::text("Measure", 6),
            Column::text("Countries", 2),
            Column::text("Gaps", 1),
        ],
        rows.collect(),
    );
}

fn research(region: &Region<'_>, document: &mut Document) {
    if region.research.is_empty() {
        document.paragraph("Nothing is unknown in so many countries.");
        return;
    }
    document.paragraph("What is not known in many countries is asked with one questionnaire.");
    let rows = region.research.iter().map(|one| {
        Row::of(vec![
            Cell::toned(&one.question.title, Tone::Unknown),
            Cell::plain(plan_wording::whom(one.question.addressee)),
            Cell::plain(wording::codes(region, &one.countries)),
        ])
    });
    document.table(
        vec![
            Column::text("On", 4),
            Column::text("To ask", 4),
            Column::text("Countries", 2),
        ],
        rows.collect(),
    );
}

fn sheet(region: &Region<'_>) -> Sheet {
    let mut sheet = Sheet {
        columns: vec![
            "scope",
            "id",
            "title",
            "type",
            "countries",
            "country",
            "lines",
            "gaps",
            "person-days-low",
            "person-days-high",
            "cost-low",
            "cost-high",
            "currency",
            "hosts",
        ],
        rows: Vec::new(),
    };
    let all = [("common", &region.measures), ("national", &region.national)];
    for (scope, measures) in all {
        for shared in measures {
            for (place, lines) in &shared.countries {
                sheet
                    .rows
                    .push(sheet_row(region, scope, shared, *place, lines));
            }
        }
    }
    sheet
}

fn sheet_row(
    region: &Region<'_>,
    scope: &str,
    shared: &Shared<'_>,
    place: usize,
    lines: &[&crate::assess::plan::region::CountryLine],
) -> Vec<String> {
    let effort = wording::effort(lines);
    let cost = wording::cost(lines);
    let money = |amount: Option<u64>| amount.map_or_else(String::new, |one| one.to_string());
    let ids: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    let gaps = lines.iter().flat_map(|line| &line.gaps);
    let gaps: Vec<&str> = gaps.map(|gap| gap.id.as_str()).collect();
    let hosts = shared.kind.organisations.iter();
    let hosts: Vec<&str> = hosts.map(|one| one.name.as_str()).collect();
    vec![
        scope.to_owned(),
        shared.kind.id.clone(),
        wording::title(shared),
        shared.kind.of_type.word().to_owned(),
        shared.countries.len().to_string(),
        wording::code(region, place).to_owned(),
        ids.join("; "),
        gaps.join("; "),
        effort.low.to_string(),
        effort.high.to_string(),
        money(cost.map(|cost| cost.low)),
        money(cost.map(|cost| cost.high)),
        region.countries[place].costs.currency.clone(),
        hosts.join("; "),
    ]
}
