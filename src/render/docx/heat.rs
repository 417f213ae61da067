//! Heat maps: tables of signs with the titles of their columns written upwards, cut into as many as the page asks for.

use std::ops::Range;

use super::body::Body;
use super::paragraph::Paragraph;
use super::table::{begin, colours};
use super::text::{Look, is_right_to_left, runs};
use crate::render::{heat, legend, sign};
use crate::report::{HeatMap, HeatRow};

/// The width of a column, in twentieths of a point.
const COLUMN: u32 = 440;
/// Beside a sign there is little room.
const NO_MARGIN: &str =
    "<w:tcMar><w:left w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"20\" w:type=\"dxa\"/></w:tcMar>";
/// Titles are no higher than that.
const HIGHEST: u32 = 2200;

impl Body<'_> {
    /// Writes a heat map, its caption above it and the meaning of the signs below.
    pub(super) fn heat(&mut self, map: &HeatMap) {
        self.caption("Table", &map.caption, true);
        let room = self.width.saturating_sub(self.width * 2 / 5);
        let at_once = usize::try_from(room / COLUMN).unwrap_or(1).max(1);
        for columns in heat::parts(map, at_once) {
            self.part_from_table();
            self.heat_part(map, columns);
        }
        let words: Vec<String> = heat::tones(map)
            .iter()
            .map(|tone| format!("{} {}", sign(*tone), legend(*tone)))
            .collect();
        self.text("Normal", &format!("{}.", words.join(", ")), Look::default());
    }

    fn heat_part(&mut self, map: &HeatMap, columns: Range<usize>) {
        let count = u32::try_from(columns.len()).unwrap_or(1);
        let fields = COLUMN * count;
        let mut widths = vec![(self.width - fields).min(self.width * 3 / 5)];
        widths.extend(std::iter::repeat_n(COLUMN, columns.len()));
        let words = heat::in_words(map, &map.rows, columns.clone());
        self.push(&begin("GapTable", "0620", &widths, &words, self.ids()));
        let head = self.heat_head(map, columns.clone(), widths[0]);
        self.push(&head);
        for row in &map.rows {
            let xml = self.heat_row(row, columns.clone(), &widths);
            self.push(&xml);
        }
        self.push("</w:tbl>");
        self.after_table = true;
    }

    /// The titles, from below upwards.
    fn heat_head(&self, map: &HeatMap, columns: Range<usize>, labels: u32) -> String {
        let titles = &map.columns[columns];
        let high = titles
            .iter()
            .map(|title| super::width::measure(title, true));
        let high = high.max().unwrap_or(0).saturating_add(200).min(HIGHEST);
        let mut out = format!(
            "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{high}\" w:hRule=\"exact\"/><w:tblHeader/></w:trPr>\
             <w:tc><w:tcPr><w:tcW w:w=\"{labels}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            Paragraph::of("TableText").xml(self.ids(), "")
        );
        let look = Look {
            bold: true,
            ..Look::default()
        };
        for title in titles {
            let paragraph = Paragraph {
                keeps_next: true,
                ..Paragraph::of("TableText")
            };
            out.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{COLUMN}\" w:type=\"dxa\"/><w:textDirection w:val=\"btLr\"/>\
                 <w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
                paragraph.xml(self.ids(), &runs(title, look))
            ));
        }
        out.push_str("</w:tr>");
        out
    }

    fn heat_row(&self, row: &HeatRow, columns: Range<usize>, widths: &[u32]) -> String {
        let is_heading = row.cells.is_empty();
        let paragraph = Paragraph {
            keeps_next: is_heading,
            is_right_to_left: is_right_to_left(&row.label),
            ..Paragraph::of("TableText")
        };
        let look = Look {
            bold: is_heading,
            ..Look::default()
        };
        let label = paragraph.xml(self.ids(), &runs(&row.label, look));
        let (width, span) = if is_heading {
            let span = format!(
                "<w:gridSpan w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F6\"/>",
                widths.len()
            );
            (widths.iter().sum::<u32>(), span)
        } else {
            (widths[0], String::new())
        };
        let mut out = format!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>\
             <w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>{label}</w:tc>"
        );
        for cell in row.cells.get(columns).unwrap_or(&[]) {
            let (fill, colour) = colours(cell.0);
            let shade = fill.map_or_else(String::new, |fill| {
                format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>")
            });
            let look = Look {
                colour,
                ..Look::default()
            };
            let paragraph = Paragraph {
                align: Some("center"),
                ..Paragraph::of("TableText")
            };
            out.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{COLUMN}\" w:type=\"dxa\"/>{shade}{NO_MARGIN}</w:tcPr>{}</w:tc>",
                paragraph.xml(self.ids(), &runs(&heat::mark(*cell), look))
            ));
        }
        out.push_str("</w:tr>");
        out
    }
}
