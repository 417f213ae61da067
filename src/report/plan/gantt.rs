//! The picture of a plan over time, by phases.

use super::{Subject, naming, wording};
use crate::assess::plan::{Line, Phase, Plan};
use crate::model::Word;
use crate::report::document::{Block, Cell, Document, Gantt, GanttRow};
use crate::report::figures::count;

/// Months in a year.
const YEAR: u32 = 12;

pub(super) fn write(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    if plan.lines.is_empty() {
        document.paragraph("Nothing is to be done, and so there is nothing to draw.");
        return;
    }
    document.paragraph(format!(
        "{} in three phases: short (under 1 year), medium (1 to 3 years), long (over 3 years). A line begins when all that comes before it has taken as long as it may; what is hatched is the part of its time that it may not need. Months are counted from the day on which the plan is adopted.",
        count(plan.lines.len(), "line"),
    ));
    document.blocks.push(Block::Gantt(picture(plan)));
}

/// The lines by phase, and within each in the order of the plan.
fn picture(plan: &Plan<'_>) -> Gantt {
    let mut rows = Vec::new();
    for phase in Phase::ALL {
        let lines = plan.lines.iter().filter(|line| line.phase == *phase);
        rows.extend(lines.map(|line| row(plan, line)));
    }
    Gantt {
        caption: "The lines of the plan over time, in months from its adoption".to_owned(),
        marks: vec![
            (YEAR, "1 year".to_owned()),
            (3 * YEAR, "3 years".to_owned()),
        ],
        rows,
    }
}

/// A line as a bar.
pub(super) fn row(plan: &Plan<'_>, line: &Line<'_>) -> GanttRow {
    let month = |month: u64| u32::try_from(month).unwrap_or(u32::MAX);
    let earliest = line
        .begin
        .saturating_add(line.measure.months.low)
        .min(line.end);
    GanttRow {
        group: wording::phase(line.phase).to_owned(),
        label: Cell::plain(naming::numbered(plan, line)),
        after: naming::after(line),
        begin: month(line.begin),
        end: (month(earliest), month(line.end)),
    }
}
