//! The flat table, for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would compute.

use std::io;

use super::harmless::lines;
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

/// A cell that begins like a formula, in letters of either width, gets an apostrophe before it; negative numbers don't occur.
/// Tabs and ends of lines are gone or are no beginning by then, and spaces before a formula are no disguise.
fn harmless(cell: &str) -> String {
    let text = lines(cell);
    let begins = text.trim_start().chars().next();
    match begins {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        Some(_) | None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_like_a_formula() {
        for formula in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{a0}=1",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            "\u{202e}=1",
            "\u{0}=1",
            "\u{1b}=1",
        ] {
            assert!(harmless(formula).starts_with('\''), "{formula:?}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", "Art. 2", "a=b", "1 - 2", "–", "first\nsecond", "ألف"] {
            assert_eq!(harmless(text), text);
        }
    }
}
