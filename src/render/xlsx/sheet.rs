//! One sheet: its strips from top to bottom, and how it is printed.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ExcelDateTime, Format, Worksheet, XlsxError,
};

use super::layout::{self, Plan};
use super::look::{Cells, Look};
use super::{chart, particulars};
use crate::render::harmless::{lines, one_line};
use crate::report::book::{Book, Datum, Grid, Strip, verdict_words};

pub(super) fn write(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    all: &[Plan<'_>],
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(plan.sheet.name)?;
    for (column, width) in (0..).zip(&plan.widths) {
        sheet.set_column_width(column, *width)?;
    }
    for (row, strip) in &plan.places {
        match strip {
            Strip::Title(text) => {
                sheet.write_string_with_format(*row, 0, one_line(text), &look.title)?;
            }
            Strip::Heading(text) => {
                sheet.write_string_with_format(*row, 0, one_line(text), &look.heading)?;
            }
            Strip::Text(text) => {
                write_across(sheet, plan, *row, 0, text, &look.beside_labels.text)?
            }
            Strip::Facts(facts) => {
                let facts = facts.iter().map(|(label, value)| (label.as_str(), value));
                write_facts(sheet, plan, *row, facts, look)?;
            }
            Strip::Grid(grid) if layout::is_upright(grid) => {
                let titles = grid.columns.iter().map(|column| column.title.as_str());
                write_facts(sheet, plan, *row, titles.zip(&grid.rows[0]), look)?;
            }
            Strip::Grid(grid) => write_grid(sheet, plan, *row, grid, look)?,
            Strip::Chart(chart) => chart::insert(sheet, *row, chart, all)?,
        }
    }
    Ok(())
}

/// Text that goes across columns, in a row that is high enough for it.
fn write_across(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    row: u32,
    first: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = fitting(text);
    let last = plan.last_column_of_text(first);
    if last > first {
        sheet.merge_range(row, first, row, last, "", format)?;
    }
    sheet.write_string_with_format(row, first, &text, format)?;
    sheet.set_row_height(row, plan.height(&text, first, last))?;
    Ok(())
}

fn write_facts<'b>(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    row: u32,
    facts: impl Iterator<Item = (&'b str, &'b Datum)>,
    look: &Look,
) -> Result<(), XlsxError> {
    for (row, (label, value)) in (row..).zip(facts) {
        sheet.write_string_with_format(row, 0, one_line(label), &look.label)?;
        match value {
            Datum::Text(text) => write_across(sheet, plan, row, 1, text, &look.beside_labels.text)?,
            Datum::Empty => {}
            Datum::Count(_) | Datum::Share(_) | Datum::Date(_) | Datum::Verdict(_) => {
                write_datum(sheet, row, 1, value, &look.beside_labels)?;
            }
        }
    }
    Ok(())
}

fn write_grid(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    head: u32,
    grid: &Grid,
    look: &Look,
) -> Result<(), XlsxError> {
    for (place, column) in (0..).zip(&grid.columns) {
        let first = grid.rows.iter().find_map(|row| row.get(usize::from(place)));
        let format = match first {
            Some(Datum::Count(_) | Datum::Share(_)) => &look.head_of_figures,
            Some(Datum::Empty | Datum::Text(_) | Datum::Date(_) | Datum::Verdict(_)) | None => {
                &look.head
            }
        };
        sheet.write_string_with_format(head, place, one_line(&column.title), format)?;
    }
    let titles = grid.columns.iter().map(|column| column.title.as_str());
    set_height(sheet, head, titles.zip(plan.widths.iter().copied()))?;
    for (row, cells) in (head + 1..).zip(&grid.rows) {
        for (column, datum) in (0..).zip(cells) {
            write_datum(sheet, row, column, datum, &look.in_tables)?;
        }
        let texts = cells.iter().map(text_of);
        set_height(sheet, row, texts.zip(plan.widths.iter().copied()))?;
    }
    let Ok(rows) = u32::try_from(grid.rows.len()) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    if rows == 0 {
        sheet.write_string(head + 1, 0, grid.none)?;
        return Ok(());
    }
    for (place, column) in (0..).zip(&grid.columns) {
        if column.is_verdict {
            colour_verdicts(sheet, head + 1, head + rows, place)?;
        }
    }
    Ok(())
}

/// Rows of one line find their height by themselves; others don't in every program.
fn set_height<'t>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl Iterator<Item = (&'t str, u16)>,
) -> Result<(), XlsxError> {
    let height = layout::height_of_row(cells);
    if height > layout::LINE {
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// What of a cell may need several lines.
fn text_of(datum: &Datum) -> &str {
    match datum {
        Datum::Text(text) => text,
        Datum::Verdict(word) => word,
        Datum::Empty | Datum::Count(_) | Datum::Share(_) | Datum::Date(_) => "",
    }
}

fn write_datum(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    datum: &Datum,
    look: &Cells,
) -> Result<(), XlsxError> {
    match datum {
        Datum::Empty => sheet.write_blank(row, column, &look.text)?,
        Datum::Text(text) => {
            sheet.write_string_with_format(row, column, fitting(text), &look.text)?
        }
        Datum::Verdict(word) => sheet.write_string_with_format(row, column, *word, &look.text)?,
        Datum::Count(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, column, count, &look.count)?
        }
        Datum::Share(share) => sheet.write_number_with_format(row, column, *share, &look.share)?,
        Datum::Date(date) => {
            let date = date.to_string();
            match ExcelDateTime::parse_from_str(&date) {
                Ok(day) if date.as_str() >= FIRST_DAY => {
                    sheet.write_datetime_with_format(row, column, &day, &look.date)?
                }
                // Spreadsheets know no days of the nineteenth century; many laws are of it.
                Ok(_) | Err(_) => sheet.write_string_with_format(row, column, date, &look.text)?,
            }
        }
    };
    Ok(())
}

/// Before this day spreadsheets disagree: some of them have a 29 February 1900.
const FIRST_DAY: &str = "1900-03-01";

/// The words of verdicts are coloured by a rule, so that a word that is changed by hand changes its colour.
fn colour_verdicts(
    sheet: &mut Worksheet,
    first: u32,
    last: u32,
    column: u16,
) -> Result<(), XlsxError> {
    for one in verdict_words() {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(one.word))
            .set_format(Look::verdict(one.tone));
        sheet.add_conditional_format(first, column, last, column, &rule)?;
    }
    Ok(())
}

/// The most that a cell holds, in units of UTF-16.
const MOST: usize = 32_767;

/// A text that a cell can hold: cut with a note where it is too long, and with nothing in it that a reader of such files
/// would take for the code of another character.
fn fitting(text: &str) -> String {
    const NOTE: &str = " [cut: a cell holds no more]";
    let text = with_codes_as_text(&lines(text));
    let units = |text: &str| text.encode_utf16().count();
    if text.len() <= MOST || units(&text) <= MOST {
        return text;
    }
    let mut room = MOST - units(NOTE);
    let kept = text.chars().take_while(|character| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        fits
    });
    kept.chain(NOTE.chars()).collect()
}

/// `_x0041_` in a file of this kind stands for `A`; where the text itself has it, its underscore is written as a code. Excel
/// reads both; LibreOffice reads neither and shows the code, which is odd, but disguises nothing.
fn with_codes_as_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, found) = rest.split_at(place);
        out.push_str(before);
        let code = found.as_bytes().get(2..7);
        let is_code =
            code.is_some_and(|code| code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit));
        out.push_str(if is_code { "_x005F_x" } else { "_x" });
        rest = &found[2..];
    }
    out.push_str(rest);
    out
}

/// How the sheet is shown and printed: tables with their head in sight and on every page, the rest as a page to read.
pub(super) fn set_page(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    book: &Book,
) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape();
    let line = |text: &str| {
        let text: String = one_line(text).chars().take(90).collect();
        text.replace('&', "&&")
    };
    sheet.set_header(format!("&L{}&R&A", line(&book.title)));
    sheet.set_footer(format!("&L{}&RPage &P of &N", line(&particulars(book))));
    let (true, Some((head, grid))) = (plan.is_table(), plan.last_grid()) else {
        sheet.set_screen_gridlines(false);
        sheet.set_print_fit_to_pages(1, 0);
        if plan.is_upright() {
            sheet.set_portrait();
        }
        let breaks = plan.page_breaks();
        if !breaks.is_empty() {
            sheet.set_page_breaks(&breaks)?;
        }
        return Ok(());
    };
    let (rows, columns) = (grid.rows.len(), grid.columns.len());
    let (Ok(rows), Ok(columns)) = (u32::try_from(rows), u16::try_from(columns)) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    let keys = u16::try_from(grid.keys).unwrap_or(0);
    sheet.set_freeze_panes(head + 1, keys)?;
    sheet.set_repeat_rows(head, head)?;
    if rows > 0 && columns > 0 {
        sheet.autofilter(head, 0, head + rows, columns - 1)?;
    }
    let width: u32 = plan.widths.iter().map(|width| u32::from(*width)).sum();
    let pages = width.div_ceil(WIDEST_PAGE).max(1);
    if pages > 1 && keys > 0 {
        sheet.set_repeat_columns(0, keys - 1)?;
    }
    sheet.set_print_fit_to_pages(u16::try_from(pages).unwrap_or(u16::MAX), 0);
    Ok(())
}

/// With more characters a page would be printed too small to read.
const WIDEST_PAGE: u32 = 240;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_for_a_cell_is_cut_with_a_note() {
        let cut = fitting(&"𝕒".repeat(20_000));
        assert!(cut.ends_with("no more]"), "{}", &cut[cut.len() - 40..]);
        assert!(cut.encode_utf16().count() <= MOST);
        assert_eq!(fitting("short"), "short");
    }

    #[test]
    fn codes_in_the_text_stay_what_they_are() {
        assert_eq!(with_codes_as_text("a_x202E_b"), "a_x005F_x202E_b");
        assert_eq!(with_codes_as_text("_x_x0041_"), "_x_x005F_x0041_");
        assert_eq!(with_codes_as_text("x_xyz_ _x12"), "x_xyz_ _x12");
    }
}
