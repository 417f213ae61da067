//! The flat table, for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would compute.

use std::io;

use super::{Format, Screen};
use crate::report::{Part, Report};

pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("csv")
    }

    fn about(&self) -> &'static str {
        "one row an element, for spreadsheets"
    }

    fn reads(&self) -> Part {
        Part::Sheet
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(&report.sheet.columns)?;
        for row in &report.sheet.rows {
            writer.write_record(row.iter().map(|cell| harmless(cell)))?;
        }
        writer.flush()
    }
}

/// A cell that begins like a formula gets an apostrophe before it; negative numbers don't occur.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
