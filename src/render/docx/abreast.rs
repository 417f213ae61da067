//! What stands side by side on a page: facts and the words on them, and the short rows of a long table.

use super::body::Body;
use super::paragraph::{Paragraph, nothing};
use super::table::{begin, colours_of};
use super::text::{Look, runs};
use super::width::measure;
use crate::render::abreast::{Lanes, Line};
use crate::report::{Block, Cell, Column, Row, Table};

/// Between lanes, and between facts and words.
const GAP: u32 = 120;
/// What a cell of a lane leaves free at both sides, and a little more.
const PADDING: u32 = 70;
/// Text in lanes, in hundredths of that in other tables.
const SMALL: u32 = 75;
/// A cell without anything, and without lines.
const NO_LINES: &str = "<w:tcBorders><w:top w:val=\"nil\"/><w:bottom w:val=\"nil\"/></w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"auto\"/>";
/// Cells close to each other.
const NARROW: &str = "<w:tcMar><w:top w:w=\"5\" w:type=\"dxa\"/><w:left w:w=\"30\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"5\" w:type=\"dxa\"/><w:right w:w=\"30\" w:type=\"dxa\"/></w:tcMar>";

impl Body<'_> {
    /// Writes facts at the left, and what is said of them at the right.
    pub(super) fn lead(&mut self, blocks: &[Block]) {
        let whole = self.width;
        let left = whole * 52 / 100;
        let right = whole - left;
        self.part_from_table();
        let frame = begin("TableNormal", "0000", &[left, right], "", self.ids());
        self.push(&frame);
        let side = |width: u32, at: &str| {
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcMar><w:left w:w=\"{}\" w:type=\"dxa\"/>\
                 <w:right w:w=\"0\" w:type=\"dxa\"/></w:tcMar></w:tcPr>",
                if at == "right" { 2 * GAP } else { 0 }
            )
        };
        for (place, block) in blocks.iter().enumerate() {
            match place {
                0 => {
                    self.push(&format!("<w:tr>{}", side(left, "left")));
                    self.width = left;
                }
                1 => {
                    // A cell ends with a paragraph.
                    self.push(&nothing("", 20));
                    self.push(&format!("</w:tc>{}", side(right, "right")));
                    self.width = right - 2 * GAP;
                    self.after_table = false;
                }
                _ => {}
            }
            self.block(block, false);
        }
        self.push("</w:tc></w:tr></w:tbl>");
        self.width = whole;
        self.after_table = true;
    }

    /// Writes short rows side by side, of each only what is enough.
    pub(super) fn lanes(&mut self, table: &Table, lanes: &Lanes<'_>) {
        self.part_from_table();
        let columns: Vec<&Column> = brief(table, &table.columns);
        let lane = self.lane(table, &columns, lanes.count);
        let widths: Vec<u32> = (0..lanes.count)
            .flat_map(|place| {
                let gap = (place > 0).then_some(GAP);
                gap.into_iter().chain(lane.iter().copied())
            })
            .collect();
        self.push(&begin("GapTable", "0620", &widths, "", self.ids()));
        self.push("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for place in 0..lanes.count {
            self.gap(place);
            for (column, width) in columns.iter().zip(&lane) {
                let look = Look {
                    bold: true,
                    ..Look::default()
                };
                let content = runs(&column.title, look);
                self.narrow(&content, *width, "", column.figures, true);
            }
        }
        self.push("</w:tr>");
        for line in &lanes.lines {
            match line {
                Line::Group(row) => {
                    let group = self.group(row, &widths, "LaneText");
                    self.push(&format!(
                        "<w:tr><w:trPr><w:cantSplit/></w:trPr>{group}</w:tr>"
                    ));
                }
                Line::Rows(rows) => self.line(rows, table, &columns, &widths),
            }
        }
        self.push("</w:tbl>");
        self.after_table = true;
    }

    /// The widths of the columns of one lane: the text in the middle takes what room there is.
    fn lane(&self, table: &Table, columns: &[&Column], count: usize) -> Vec<u32> {
        let count = u32::try_from(count).unwrap_or(1).max(1);
        let room = self.width.saturating_sub((count - 1) * GAP) / count;
        let wanted = |place: usize| {
            let rows = table.rows.iter().filter(|row| !row.is_group);
            let texts = rows
                .filter_map(|row| row.cells.get(place))
                .map(|cell| measure(&cell.text, false));
            let title = measure(&table.columns[place].title, true);
            let widest = texts.chain([title]).max().unwrap_or(0);
            (widest.saturating_mul(SMALL) / 100).min(room / 2) + PADDING
        };
        let mut widths: Vec<u32> = table
            .brief
            .iter()
            .filter(|place| **place < table.columns.len())
            .map(|place| wanted(*place))
            .collect();
        let widest = (0..columns.len()).max_by_key(|place| widths[*place]);
        if let Some(widest) = widest {
            let others = widths.iter().sum::<u32>() - widths[widest];
            widths[widest] = room.saturating_sub(others).max(room / 4);
        }
        widths
    }

    /// Writes one line: a row in each lane, or nothing.
    fn line(&mut self, rows: &[&Row], table: &Table, columns: &[&Column], widths: &[u32]) {
        self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        // Each lane but the last has a gap behind it.
        for (place, lane) in widths.chunks(columns.len() + 1).enumerate() {
            let lane = &lane[..columns.len().min(lane.len())];
            self.gap(place);
            let Some(row) = rows.get(place) else {
                for width in lane {
                    self.empty(*width);
                }
                continue;
            };
            let cells: Vec<&Cell> = brief(table, &row.cells);
            for (number, (cell, width)) in cells.iter().zip(lane).enumerate() {
                let about = row.about.as_ref().filter(|_| number == 0);
                let content = self.linked(cell);
                let content = self.anchors.set(about, &content);
                let shade = colours_of(cell).0.map_or_else(String::new, |fill| {
                    format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>")
                });
                let figures = columns.get(number).is_some_and(|column| column.figures);
                self.narrow(&content, *width, &shade, figures, false);
            }
        }
        self.push("</w:tr>");
    }

    fn narrow(&mut self, content: &str, width: u32, shade: &str, figures: bool, head: bool) {
        let paragraph = Paragraph {
            keeps_next: head,
            align: figures.then_some("right"),
            ..Paragraph::of("LaneText")
        };
        let paragraph = paragraph.xml(self.ids(), content);
        self.push(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}{NARROW}</w:tcPr>{paragraph}</w:tc>"
        ));
    }

    /// Writes what parts a lane from the one before it.
    fn gap(&mut self, place: usize) {
        if place > 0 {
            self.empty(GAP);
        }
    }

    fn empty(&mut self, width: u32) {
        let paragraph = Paragraph::of("LaneText").xml(self.ids(), "");
        self.push(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{NO_LINES}{NARROW}</w:tcPr>{paragraph}</w:tc>"
        ));
    }
}

/// Of things one a column, those that are enough.
fn brief<'t, T>(table: &Table, things: &'t [T]) -> Vec<&'t T> {
    let places = table.brief.iter();
    places.filter_map(|place| things.get(*place)).collect()
}
