//! The figures of a chart as a small workbook, so that an office can change the chart in its word processor.

use std::io;

use super::chart::Series;
use super::package::{Package, Part, Relation};
use super::xml::{HEAD, escaped};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The letter of a column; charts have few.
pub(super) fn column(place: usize) -> char {
    char::from(b'A' + u8::try_from(place.min(25)).unwrap_or(25))
}

/// A workbook with one sheet: categories in the first column, one more column a series.
pub(super) fn bytes(categories: &[String], series: &[Series]) -> io::Result<Vec<u8>> {
    let part = |name: &str, kind: &str, xml: String, relations: Vec<Relation>| Part {
        name: format!("xl/{name}.xml"),
        content_type: format!(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"
        ),
        bytes: xml.into_bytes(),
        relations,
    };
    let book = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"Figures\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let package = Package {
        relations: vec![Relation::to("rId1", "officeDocument", "xl/workbook.xml")],
        parts: vec![
            part(
                "workbook",
                "sheet.main",
                book,
                vec![Relation::to(
                    "rId1",
                    "worksheet",
                    "xl/worksheets/sheet1.xml",
                )],
            ),
            part(
                "worksheets/sheet1",
                "worksheet",
                sheet(categories, series),
                Vec::new(),
            ),
        ],
    };
    package.into_bytes()
}

fn sheet(categories: &[String], series: &[Series]) -> String {
    let mut rows = row(1, "", series.iter().map(|one| text(&one.name)));
    for (place, category) in categories.iter().enumerate() {
        let figures = series.iter().map(|one| match one.figures.get(place) {
            Some(Some(figure)) => format!("><v>{figure}</v></c>"),
            Some(None) | None => "/>".to_owned(),
        });
        rows.push_str(&row(place + 2, category, figures));
    }
    format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

fn row(number: usize, first: &str, cells: impl Iterator<Item = String>) -> String {
    let mut out = format!("<row r=\"{number}\"><c r=\"A{number}\"{}", text(first));
    for (place, cell) in cells.enumerate() {
        out.push_str(&format!("<c r=\"{}{number}\"{cell}", column(place + 1)));
    }
    out.push_str("</row>");
    out
}

/// A cell with text, from where its address ends.
fn text(text: &str) -> String {
    format!(
        " t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(text)
    )
}
