//! Lines over time: their months for the bars that the preamble draws, and the same in words.

use std::io::{self, Write};

use super::cell;
use super::escape::{arguments, content, string};
use crate::render::gantt;
use crate::render::jumps::Jumps;
use crate::report::{Gantt, GanttRow};

/// More figures on the scale would touch each other.
const MOST_TICKS: u32 = 8;

pub(super) fn write(gantt: &Gantt, jumps: &Jumps<'_>, out: &mut dyn Write) -> io::Result<()> {
    let months = gantt.months();
    let marks = gantt.marks.iter().filter(|(month, _)| *month <= months);
    let marks: String = marks
        .map(|(month, name)| format!("({month}, {}), ", content(name)))
        .collect();
    let mut all = vec![
        content(&gantt.caption),
        string(&gantt::in_words(gantt)),
        months.to_string(),
        gantt::step(months, MOST_TICKS).to_string(),
        format!("({})", marks.trim_end()),
        format!("([{}], [{}])", gantt::CERTAIN, gantt::POSSIBLE),
    ];
    for (title, rows) in gantt.groups() {
        if !title.is_empty() {
            all.push(format!("({},)", content(title)));
        }
        all.extend(rows.iter().map(|row| lane(row, jumps)));
    }
    writeln!(out, "#gantt(\n{})", arguments(all))
}

fn lane(row: &GanttRow, jumps: &Jumps<'_>) -> String {
    format!(
        "([{}], {}, ({}, {}, {}), [{}])",
        cell(&row.label, jumps),
        content(&row.after),
        row.begin,
        row.earliest(),
        row.latest(),
        gantt::months(row)
    )
}
