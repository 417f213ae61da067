//! Lines over time on the screen: words at the left, a sign for each piece of time, and the figures behind it.

use std::io::{self, Write};

use super::{BOLD, FAINT, RESET, clean, fill, toned};
use crate::render::gantt::{self, Fill};
use crate::report::{Cell, Gantt, GanttRow};

/// Where everything stands, in columns.
struct Layout {
    label: usize,
    time: u32,
    months: u32,
    /// The places of the marks.
    marks: Vec<usize>,
}

/// A figure of the scale wants so much room.
const ROOM_OF_A_TICK: u32 = 6;
/// More signs than that a month are a waste.
const MOST_SIGNS: u32 = 2;

impl Layout {
    fn of(gantt: &Gantt, width: usize) -> Self {
        let months = gantt.months();
        let figures = gantt
            .rows
            .iter()
            .map(|row| gantt::months(row).chars().count());
        let figures = figures.max().unwrap_or(0);
        let room = width.saturating_sub(figures + 6);
        let most = usize::try_from(months.saturating_mul(MOST_SIGNS)).unwrap_or(usize::MAX);
        let time = (room / 2).min(most).max(4);
        let time_signs = u32::try_from(time).unwrap_or(4);
        let marks = gantt.marks.iter().filter(|(month, _)| *month < months);
        Self {
            label: room.saturating_sub(time).max(12),
            time: time_signs,
            months,
            marks: marks
                .map(|(month, _)| gantt::place(*month, months, time_signs))
                .collect(),
        }
    }

    /// The figures of the scale, each where its month begins.
    fn scale(&self) -> String {
        let mut out = String::new();
        for month in gantt::ticks(self.months, (self.time / ROOM_OF_A_TICK).max(1)) {
            let place = gantt::place(month, self.months, self.time);
            let gap = place.saturating_sub(out.chars().count());
            out.push_str(&" ".repeat(gap));
            out.push_str(&month.to_string());
        }
        out
    }

    fn bar(&self, row: &GanttRow) -> String {
        let fills = gantt::places(row, self.months, self.time);
        let signs = fills.into_iter().enumerate();
        signs
            .map(|(place, fill)| match fill {
                Fill::Certain => '█',
                Fill::Possible => '░',
                Fill::Free if self.marks.contains(&place) => '│',
                Fill::Free => '·',
            })
            .collect()
    }
}

pub(super) fn write_gantt(gantt: &Gantt, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let layout = Layout::of(gantt, width);
    writeln!(out, "{}", fill(&clean(&gantt.caption), width, "", ""))?;
    let gap = " ".repeat(layout.label);
    writeln!(out, "{FAINT}  {gap}  {}{RESET}", layout.scale())?;
    for (title, rows) in gantt.groups() {
        if !title.is_empty() {
            writeln!(out, "{BOLD}{}{RESET}", fill(&clean(title), width, "", ""))?;
        }
        for row in rows {
            write_row(row, &layout, out)?;
        }
    }
    let marks = gantt
        .marks
        .iter()
        .filter(|(month, _)| *month < layout.months);
    let marks: String = marks
        .map(|(month, name)| format!("  │ month {month}: {}", clean(name)))
        .collect();
    let legend = format!("█ {}  ░ {}{marks}", gantt::CERTAIN, gantt::POSSIBLE);
    writeln!(out, "{FAINT}{}{RESET}", fill(&legend, width, "  ", "  "))
}

fn write_row(row: &GanttRow, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let wrapped = |text: &str| -> Vec<String> {
        let text = clean(text);
        let lines = textwrap::wrap(&text, layout.label);
        lines
            .into_iter()
            .map(|line| line.replace(super::NO_BREAK, " "))
            .collect()
    };
    for (place, line) in wrapped(&row.label.text).into_iter().enumerate() {
        let label = toned(&row.label, &line);
        if place == 0 {
            let gap = layout.label - textwrap::core::display_width(&line).min(layout.label);
            let gap = " ".repeat(gap + 2);
            writeln!(
                out,
                "  {label}{gap}{}  {}",
                layout.bar(row),
                gantt::months(row)
            )?;
        } else {
            writeln!(out, "  {label}")?;
        }
    }
    let after = Cell::toned(row.after.clone(), crate::report::Tone::Faint);
    for line in wrapped(&row.after).iter().filter(|line| !line.is_empty()) {
        writeln!(out, "  {}", toned(&after, line))?;
    }
    Ok(())
}
