//! Tables: header rows that are repeated, rows that stay whole, and cells whose meaning is never in the colour alone.

use super::body::Body;
use super::paragraph::{Paragraph, link, nothing};
use super::text::{Look, is_right_to_left, runs};
use super::width::lines;
use super::xml::escaped;
use crate::render::abreast::lanes;
use crate::render::palette;
use crate::report::{Cell, Column, Row, Table, Tone};

/// A row with more lines than this may be cut by the end of a page.
const MOST_LINES: u32 = 18;

/// The fill and the colour of the text for a meaning.
pub(super) fn colours(tone: Tone) -> (Option<&'static str>, Option<&'static str>) {
    match tone {
        Tone::Plain | Tone::Strong => (None, None),
        Tone::Faint => (None, Some(palette::ink(tone))),
        Tone::InPlace | Tone::Partly | Tone::Missing | Tone::NotApplicable | Tone::Unknown => {
            (Some(palette::tint(tone)), Some(palette::ink(tone)))
        }
    }
}

/// The fill and the colour of the text of a cell. Colours go with the sign: a text without one would say something by
/// its colour alone.
pub(super) fn colours_of(cell: &Cell) -> (Option<&'static str>, Option<&'static str>) {
    if cell.tone == Tone::Faint || cell.text.starts_with(super::super::sign(cell.tone)) {
        colours(cell.tone)
    } else {
        (None, None)
    }
}

impl Body<'_> {
    /// Writes a table, its caption above it.
    pub(super) fn table(&mut self, table: &Table) {
        if let Some(lanes) = lanes(table) {
            return self.lanes(table, &lanes);
        }
        if let Some(caption) = &table.caption {
            self.caption("Table", caption, true);
        }
        self.part_from_table();
        let widths = self.widths.get(table);
        let caption = table.caption.as_deref().unwrap_or_default();
        self.push(&begin("GapTable", "0620", &widths, caption, self.ids()));
        self.push(&self.header(&table.columns, &widths));
        for row in &table.rows {
            let xml = self.row(row, table, &widths);
            self.push(&xml);
        }
        self.push("</w:tbl>");
        self.after_table = true;
    }

    fn header(&self, columns: &[Column], widths: &[u32]) -> String {
        let mut out = String::from("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in columns.iter().zip(widths) {
            let paragraph = Paragraph {
                keeps_next: true,
                align: column.figures.then_some("right"),
                ..Paragraph::of("TableText")
            };
            let look = Look {
                bold: true,
                ..Look::default()
            };
            let text = paragraph.xml(self.ids(), &runs(&column.title, look));
            out.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"bottom\"/></w:tcPr>{text}</w:tc>"
            ));
        }
        out.push_str("</w:tr>");
        out
    }

    fn row(&mut self, row: &Row, table: &Table, widths: &[u32]) -> String {
        let cells = row.cells.iter().zip(widths);
        let high = cells.map(|(cell, width)| lines(&cell.text, *width)).max();
        let mut out = format!("<w:tr>{}", whole(high.unwrap_or(0)));
        if row.is_group {
            out.push_str(&self.group(row, widths, "TableText"));
        } else {
            for (place, width) in widths.iter().enumerate() {
                let nothing = Cell::plain("");
                let cell = row.cells.get(place).unwrap_or(&nothing);
                let about = row.about.as_ref().filter(|_| place == 0);
                let content = self.linked(cell);
                let content = self.anchors.set(about, &content);
                let figures = table.columns[place].figures;
                out.push_str(&self.cell(cell, &content, *width, figures));
            }
        }
        out.push_str("</w:tr>");
        out
    }

    /// A heading across all columns, on one page with the row below.
    pub(super) fn group(&mut self, row: &Row, widths: &[u32], style: &'static str) -> String {
        let text = row.cells.first().map_or("", |cell| cell.text.as_str());
        let look = Look {
            bold: true,
            ..Look::default()
        };
        let content = self.anchors.set(row.about.as_ref(), &runs(text, look));
        let paragraph = Paragraph {
            keeps_next: true,
            is_right_to_left: is_right_to_left(text),
            ..Paragraph::of(style)
        };
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/>\
             <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F6\"/></w:tcPr>{}</w:tc>",
            widths.iter().sum::<u32>(),
            widths.len(),
            paragraph.xml(self.ids(), &content)
        )
    }

    fn cell(&self, cell: &Cell, content: &str, width: u32, figures: bool) -> String {
        let shade = colours_of(cell).0.map_or_else(String::new, |fill| {
            format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>")
        });
        let paragraph = Paragraph {
            is_right_to_left: is_right_to_left(&cell.text),
            align: figures.then_some("right"),
            ..Paragraph::of("TableText")
        };
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{}</w:tc>",
            paragraph.xml(self.ids(), content)
        )
    }

    /// The runs of a cell, within a link if it points to something that is there.
    pub(super) fn linked(&self, cell: &Cell) -> String {
        let target = cell.link.as_deref().and_then(|to| self.anchors.target(to));
        let look = Look {
            style: target.map(|_| self.ids().of("Hyperlink")),
            bold: cell.tone == Tone::Strong,
            colour: colours_of(cell).1.filter(|_| target.is_none()),
            is_foreign: false,
            is_narrow: true,
        };
        let runs = runs(&cell.text, look);
        match target {
            Some(target) => link(target, &runs),
            None => runs,
        }
    }

    /// Writes labels with a value each.
    pub(super) fn facts(&mut self, facts: &[(String, Cell)]) {
        self.part_from_table();
        let label = self.labels.min(self.width / 3);
        let widths = [label, self.width - label];
        self.push(&begin("GapFacts", "0600", &widths, "", self.ids()));
        for (name, value) in facts {
            let paragraph = Paragraph {
                keeps_next: true,
                ..Paragraph::of("TableText")
            };
            let look = Look {
                colour: Some("44546A"),
                bold: true,
                ..Look::default()
            };
            let name = paragraph.xml(self.ids(), &runs(name, look));
            let content = self.linked(value);
            let paragraph = Paragraph {
                is_right_to_left: is_right_to_left(&value.text),
                ..paragraph
            };
            let value_xml = paragraph.xml(self.ids(), &content);
            self.push(&format!(
                "<w:tr>{}<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>{name}</w:tc>\
                 <w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>{value_xml}</w:tc></w:tr>",
                whole(lines(&value.text, widths[1])),
                widths[0],
                widths[1]
            ));
        }
        self.push("</w:tbl>");
        self.after_table = true;
    }

    /// Two tables without a paragraph between them would become one.
    pub(super) fn part_from_table(&mut self) {
        if std::mem::take(&mut self.after_table) {
            self.push(&nothing("", 160));
        }
    }
}

/// A row of usual height is not cut by the end of a page.
fn whole(lines: u32) -> &'static str {
    if lines <= MOST_LINES {
        "<w:trPr><w:cantSplit/></w:trPr>"
    } else {
        ""
    }
}

pub(super) fn begin(
    style: &str,
    look: &str,
    widths: &[u32],
    caption: &str,
    ids: &super::styles::Ids,
) -> String {
    let caption = if caption.is_empty() {
        String::new()
    } else {
        format!("<w:tblCaption w:val=\"{}\"/>", escaped(caption))
    };
    let columns: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"{look}\"/>{caption}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>",
        ids.of(style),
        widths.iter().sum::<u32>()
    )
}
