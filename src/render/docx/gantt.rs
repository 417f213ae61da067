//! Lines over time as a table that an office can change: a cell for each piece of time, filled or hatched.

use super::body::Body;
use super::paragraph::Paragraph;
use super::table::begin;
use super::text::{Look, is_right_to_left, runs};
use crate::render::gantt::{self, Fill};
use crate::report::{Gantt, GanttRow, Tone};

/// More cells than that are too narrow for a figure above them.
const MOST_CELLS: u32 = 24;
/// The least room of a cell that a figure of two digits fits in.
const FIGURE: u32 = 340;
/// The least that a cell may take.
const NARROWEST: u32 = 60;
/// What the months in figures take.
const MONTHS: u32 = 1150;

/// How the table is laid out.
struct Layout {
    widths: Vec<u32>,
    /// How many months a cell stands for, and how many cells there are.
    each: u32,
    cells: u32,
}

impl Layout {
    fn of(gantt: &Gantt, width: u32) -> Self {
        let each = gantt::step(gantt.months(), MOST_CELLS);
        let cells = gantt.months().div_ceil(each).min(2 * MOST_CELLS);
        let time = (width * 45 / 100 / cells).max(NARROWEST);
        let label = width.saturating_sub(time * cells + MONTHS).max(width / 5);
        let mut widths = vec![label, MONTHS];
        widths.extend((0..cells).map(|_| time));
        Self {
            widths,
            each,
            cells,
        }
    }

    /// The months that the cells stand for together.
    fn months(&self) -> u32 {
        self.each.saturating_mul(self.cells)
    }
}

/// The fill of a cell; hatched and full differ without colour too.
fn shade(fill: Fill) -> &'static str {
    match fill {
        Fill::Free => "",
        Fill::Certain => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"2F4A7A\"/>",
        Fill::Possible => "<w:shd w:val=\"diagStripe\" w:color=\"5B7DB1\" w:fill=\"FFFFFF\"/>",
    }
}

impl Body<'_> {
    /// Writes lines over time, with the caption above them.
    pub(super) fn gantt(&mut self, gantt: &Gantt) {
        let words = format!(
            "{}. Filled: {}; hatched, with a question mark: {}.",
            gantt.caption.trim_end_matches('.'),
            gantt::CERTAIN,
            gantt::POSSIBLE
        );
        self.caption("Table", &words, true);
        self.part_from_table();
        let layout = Layout::of(gantt, self.width);
        let table = begin(
            "GapTable",
            "0620",
            &layout.widths,
            &gantt.caption,
            self.ids(),
        );
        self.push(&table);
        let head = self.gantt_head(gantt, &layout);
        self.push(&head);
        for (title, rows) in gantt.groups() {
            if !title.is_empty() {
                let group = self.gantt_group(title, &layout);
                self.push(&group);
            }
            for row in rows {
                let row = self.gantt_row(row, gantt, &layout);
                self.push(&row);
            }
        }
        self.push("</w:tbl>");
        self.after_table = true;
    }

    fn gantt_head(&self, gantt: &Gantt, layout: &Layout) -> String {
        let bold = Look {
            bold: true,
            ..Look::default()
        };
        let title = |text: &str| Paragraph::of("TableText").xml(self.ids(), &runs(text, bold));
        let mut out = String::from("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        out.push_str(&cell(layout.widths[0], 1, "", &title("Measure")));
        out.push_str(&cell(layout.widths[1], 1, "", &title("Months")));
        // Figures stand over as many cells as they need.
        let room = layout.widths[2];
        let span = (FIGURE.div_ceil(room)).min(layout.cells).max(1);
        let mut place = 0;
        while place < layout.cells {
            let cells = span.min(layout.cells - place);
            // One that has no room at the end is left out.
            let has_room = cells == span;
            let month = place.saturating_mul(layout.each).to_string();
            let month = if has_room { month.as_str() } else { "" };
            out.push_str(&cell(
                room * cells,
                cells,
                edge(gantt, layout, place),
                &title(month),
            ));
            place += cells;
        }
        out.push_str("</w:tr>");
        out
    }

    fn gantt_group(&self, title: &str, layout: &Layout) -> String {
        let bold = Look {
            bold: true,
            ..Look::default()
        };
        let paragraph = Paragraph {
            keeps_next: true,
            is_right_to_left: is_right_to_left(title),
            ..Paragraph::of("TableText")
        };
        let shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F6\"/>";
        let text = paragraph.xml(self.ids(), &runs(title, bold));
        let all = cell(layout.widths.iter().sum(), layout.cells + 2, shade, &text);
        format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{all}</w:tr>")
    }

    fn gantt_row(&self, row: &GanttRow, gantt: &Gantt, layout: &Layout) -> String {
        let text = |words: &str, look| {
            let paragraph = Paragraph {
                is_right_to_left: is_right_to_left(words),
                ..Paragraph::of("TableText")
            };
            paragraph.xml(self.ids(), &runs(words, look))
        };
        let faint = Look {
            colour: super::table::colours(Tone::Faint).1,
            ..Look::default()
        };
        let paragraph = Paragraph {
            is_right_to_left: is_right_to_left(&row.label.text),
            ..Paragraph::of("TableText")
        };
        let mut label = paragraph.xml(self.ids(), &self.linked(&row.label));
        if !row.after.is_empty() {
            label.push_str(&text(&row.after, faint));
        }
        let mut out = String::from("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        out.push_str(&cell(layout.widths[0], 1, "", &label));
        let months = text(&gantt::months(row), Look::default());
        out.push_str(&cell(layout.widths[1], 1, "", &months));
        let fills = gantt::places(row, layout.months(), layout.cells);
        for (place, fill) in (0..).zip(fills) {
            let sign = if fill == Fill::Possible { "?" } else { "" };
            let paragraph = Paragraph {
                align: Some("center"),
                ..Paragraph::of("TableText")
            };
            let properties = format!("{}{}", edge(gantt, layout, place), shade(fill));
            let sign = paragraph.xml(self.ids(), &runs(sign, Look::default()));
            out.push_str(&cell(layout.widths[2], 1, &properties, &sign));
        }
        out.push_str("</w:tr>");
        out
    }
}

/// A line at the left of the cells with which a phase begins.
fn edge(gantt: &Gantt, layout: &Layout, place: u32) -> &'static str {
    let month = place.saturating_mul(layout.each);
    if gantt.marks.iter().any(|(mark, _)| *mark == month) {
        "<w:tcBorders><w:left w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"595959\"/></w:tcBorders>"
    } else {
        ""
    }
}

/// A cell across so many columns, with the rest of its properties in the order of the schema.
fn cell(width: u32, columns: u32, properties: &str, content: &str) -> String {
    let span = if columns > 1 {
        format!("<w:gridSpan w:val=\"{columns}\"/>")
    } else {
        String::new()
    };
    let margins = if width < 2 * FIGURE {
        "<w:tcMar><w:left w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tcMar>"
    } else {
        ""
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{properties}{margins}</w:tcPr>{content}</w:tc>"
    )
}
