//! Lines over time as a table: words, a bar of signs, and the months in figures.

use std::io::{self, Write};

use super::{cell, inline};
use crate::render::gantt::{self, Fill};
use crate::render::jumps::Jumps;
use crate::report::{Gantt, GanttRow};

/// How many signs a bar has.
const SIGNS: u32 = 24;

pub(super) fn write(gantt: &Gantt, jumps: &Jumps<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**{}**\n", inline(&gantt.caption))?;
    let months = gantt.months();
    writeln!(out, "| Measure | After | Months | 0 to {months} months |")?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    for (title, rows) in gantt.groups() {
        if !title.is_empty() {
            writeln!(out, "| **{}** |  |  |  |", inline(title))?;
        }
        for row in rows {
            let label = cell(&row.label, jumps);
            let (after, span) = (inline(&row.after), gantt::months(row));
            writeln!(
                out,
                "| {label} | {after} | {span} | `{}` |",
                bar(row, months)
            )?;
        }
    }
    let marks = gantt.marks.iter().filter(|(month, _)| *month < months);
    let marks: String = marks
        .map(|(month, name)| format!("; month {month}: {}", inline(name)))
        .collect();
    writeln!(out, "\n█ {}, ░ {}{marks}.", gantt::CERTAIN, gantt::POSSIBLE)
}

fn bar(row: &GanttRow, months: u32) -> String {
    let fills = gantt::places(row, months, SIGNS).into_iter();
    fills
        .map(|fill| match fill {
            Fill::Free => '·',
            Fill::Certain => '█',
            Fill::Possible => '░',
        })
        .collect()
}
