//! The workbook as a spreadsheet file: cells that are text stay text, figures stay figures, and no clock is read.

mod chart;
mod layout;
mod look;
mod sheet;

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::layout::Plan;
use self::look::Look;
use super::harmless::one_line;
use super::{Format, Screen};
use crate::report::book::Book;
use crate::report::{Part, Report};

pub(super) struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("xlsx")
    }

    fn about(&self) -> &'static str {
        "a workbook for Excel and LibreOffice"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn reads(&self) -> Part {
        Part::Book
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        let bytes = workbook(&report.workbook()).map_err(io::Error::other)?;
        out.write_all(&bytes)
    }
}

/// The day on which a workbook was made that speaks of no day: zip archives know none before it.
const NO_DAY: &str = "1980-01-01";

fn workbook(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let look = Look::new();
    let plans: Vec<Plan<'_>> = book.sheets.iter().map(Plan::new).collect();
    for plan in &plans {
        let sheet = workbook.add_worksheet();
        sheet::write(sheet, plan, &plans, &look)?;
        sheet::set_page(sheet, plan, book)?;
    }
    let day = book.imprint.as_at.map(|date| date.to_string());
    let day = ExcelDateTime::parse_from_str(day.as_deref().unwrap_or(NO_DAY))
        .or_else(|_| ExcelDateTime::parse_from_str(NO_DAY))?;
    let properties = DocProperties::new()
        .set_title(one_line(&book.title))
        .set_comment(particulars(book))
        .set_author("gapcheck")
        .set_creation_datetime(&day);
    workbook.set_properties(&properties);
    workbook.save_to_buffer()
}

/// The line at the foot of every page.
fn particulars(book: &Book) -> String {
    let imprint = &book.imprint;
    let parts = [
        imprint.as_at.map(|date| format!("As at {date}")),
        imprint.status.clone(),
        imprint.classification.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    one_line(&parts.join(" · ")).into_owned()
}
