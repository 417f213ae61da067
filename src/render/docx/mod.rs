//! A document for word processors (WordprocessingML), with the look of a house if its template is given.

mod abreast;
mod anchor;
mod body;
mod chart;
mod compact;
mod contents;
mod figure;
mod heat;
mod house;
mod package;
mod page;
mod paragraph;
mod properties;
mod running;
mod styles;
mod table;
mod template;
mod text;
mod theme;
mod width;
mod workbook;
mod xml;

use std::io;

use self::house::House;
use self::package::{Package, Part, Relation};
pub use self::template::{Template, TemplateError};
use self::xml::{HEAD, NAMESPACES};
use super::{Format, Screen};
use crate::report::{Document, Report};

pub(super) struct Docx;

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("docx")
    }

    fn about(&self) -> &'static str {
        "for Word and LibreOffice"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn takes_template(&self) -> bool {
        true
    }

    fn render(&self, report: &Report, screen: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        let house = House::of(&report.document, screen.template);
        out.write_all(&package(&report.document, house)?)
    }
}

/// The whole package.
fn package(document: &Document, house: House) -> io::Result<Vec<u8>> {
    let (text, charts) = body::body(document, &house);
    let mut main = Part::word(
        "document",
        "document.main",
        format!("{HEAD}<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>"),
    );
    main.relations = house.relations;
    let mut package = Package {
        relations: vec![Relation::to("rId1", "officeDocument", main.name.clone())],
        parts: Vec::new(),
    };
    let mut parts = house.parts;
    for (place, chart) in charts.iter().enumerate() {
        let number = place + 1;
        let chart = chart.parts(number)?;
        let id = format!("rIdChart{number}");
        main.relations
            .push(Relation::to(id, "chart", chart[0].name.clone()));
        parts.extend(chart);
    }
    package.parts.push(main);
    package.parts.extend(parts);
    for (part, relation) in properties::parts(document) {
        package.relations.push(relation);
        package.parts.push(part);
    }
    package.into_bytes()
}
