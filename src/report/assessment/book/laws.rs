//! The laws consulted and their sections, with the words of the law; and what a model law has beyond the instruments.

use super::{country, table};
use crate::assess::Surplus;
use crate::model::{Annotation, Assumed, Law, Section, Word};
use crate::report::assessment::{ModelLaw, Subject, wording};
use crate::report::book::{Datum, GridColumn, Worksheet};

pub(super) fn laws(subject: &Subject<'_>) -> Worksheet {
    let columns = [
        ("Country", 13),
        ("Law", 14),
        ("Title", 44),
        ("Number", 20),
        ("Kind", 13),
        ("Language", 10),
        ("Status", 12),
        ("In force at the date", 11),
        ("Enacted", 12),
        ("In force since", 12),
        ("Repealed", 12),
        ("Publication", 32),
        ("Address", 44),
        ("Consulted", 12),
        ("Sections", 10),
    ];
    let rows = subject.legislation.laws.iter().map(|law| {
        let (life, source) = (&law.life, &law.source);
        vec![
            country(subject),
            Datum::text(law.id.as_str()),
            Datum::text(law.title.as_str()),
            Datum::maybe(law.number.as_ref()),
            law.kind.map_or(Datum::Empty, |kind| {
                Datum::text(wording::readable(kind.word()))
            }),
            Datum::maybe(law.language.as_ref()),
            Datum::text(wording::readable(life.status.word())),
            Datum::yes_or_no(life.counts_at(subject.date)),
            Datum::day(life.enacted),
            Datum::day(life.in_force),
            Datum::day(life.repealed),
            Datum::maybe(source.publication.as_ref()),
            Datum::maybe(source.url.as_ref()),
            Datum::day(source.consulted),
            Datum::Count(law.sections.len()),
        ]
    });
    table(
        "Laws",
        2,
        as_columns(&columns),
        rows.collect(),
        "The file names no law.",
    )
}

fn as_columns(columns: &[(&str, u16)]) -> Vec<GridColumn> {
    let columns = columns.iter();
    columns
        .map(|(title, width)| GridColumn::new(title, *width))
        .collect()
}

/// One row for each model provision that a section was judged against, with the words of the law.
pub(super) fn sections(subject: &Subject<'_>) -> Worksheet {
    let columns = [
        ("Country", 13),
        ("Law", 14),
        ("Section", 16),
        ("Heading", 30),
        ("Status", 12),
        ("In force at the date", 11),
        ("Model provision", 32),
        ("Words of the law", 60),
        ("Translation", 50),
        ("Read with", 22),
        ("Remark", 50),
        ("Assessed by", 18),
        ("Assessed on", 12),
        ("Reviewed by", 18),
        ("Reviewed on", 12),
        ("Confidence", 12),
    ];
    let legislation = subject.legislation;
    let in_force = legislation.in_force(subject.date, &Assumed::nothing());
    let mut rows = Vec::new();
    for (index, section) in legislation.sections() {
        let law = &legislation.laws[index.law];
        let head = head(subject, law, section, in_force.has(index));
        let mut push = |cells: [Datum; 10]| {
            let mut row = head.clone();
            row.extend(cells);
            rows.push(row);
        };
        for annotation in &section.covers {
            push(judged(subject, annotation));
        }
        if section.covers.is_empty() {
            let mut cells = [const { Datum::Empty }; 10];
            if let Some(outside) = &section.outside {
                cells[0] = Datum::text("outside every instrument");
                cells[4] = Datum::text(outside.as_str());
            }
            push(cells);
        }
    }
    table(
        "Sections",
        3,
        as_columns(&columns),
        rows,
        "The file names no section.",
    )
}

fn head(subject: &Subject<'_>, law: &Law<'_>, section: &Section<'_>, counts: bool) -> Vec<Datum> {
    vec![
        country(subject),
        Datum::text(law.id.as_str()),
        Datum::text(section.reference.as_str()),
        Datum::maybe(section.heading.as_ref()),
        Datum::text(wording::readable(section.life.status.word())),
        Datum::yes_or_no(counts),
    ]
}

fn judged(subject: &Subject<'_>, annotation: &Annotation<'_>) -> [Datum; 10] {
    let with = annotation.with.iter();
    let with = with.map(|index| subject.legislation.cite(*index));
    let by = &annotation.by;
    [
        Datum::text(annotation.provision.title.as_str()),
        Datum::maybe(annotation.quote.as_ref()),
        Datum::maybe(annotation.translation.as_ref()),
        Datum::text(with.collect::<Vec<_>>().join("; ")),
        Datum::maybe(annotation.note.as_ref()),
        Datum::maybe(by.assessed.as_ref()),
        Datum::day(by.assessed_on),
        Datum::maybe(by.reviewed.as_ref()),
        Datum::day(by.reviewed_on),
        Datum::maybe(by.confidence.as_ref()),
    ]
}

/// What a model law has beyond the instruments.
pub(super) fn beyond(model_law: &ModelLaw<'_>) -> Worksheet {
    let row = |one: &Surplus<'_>, name: String, text: &str| {
        vec![
            Datum::text(one.requirement.cite.as_str()),
            Datum::text(one.requirement.title.as_str()),
            Datum::text(one.requirement.bindingness.word()),
            Datum::text(wording::readable(&name)),
            Datum::text(text),
        ]
    };
    let rows = model_law.surplus.iter().flat_map(|one| {
        one.elements.iter().map(move |element| {
            let name = element.name(one.requirement.model);
            row(one, name, &element.element.text)
        })
    });
    let columns = [
        ("Article", 13),
        ("Subject", 32),
        ("Binds", 12),
        ("Element", 26),
        ("Test", 60),
    ];
    table(
        "Beyond",
        1,
        as_columns(&columns),
        rows.collect(),
        "Every element is asked for by an instrument.",
    )
}
