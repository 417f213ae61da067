//! Lines of work over time, each with an end that may be uncertain. Time is counted in months from the start.

use super::Cell;

/// Lines of work over time.
#[derive(Debug, Default, Clone)]
pub struct Gantt {
    /// What it shows.
    pub caption: String,
    /// Months that readers go by, such as the end of a phase, with their names.
    pub marks: Vec<(u32, String)>,
    /// The lines, in order.
    pub rows: Vec<GanttRow>,
}

/// A line of work.
#[derive(Debug, Clone)]
pub struct GanttRow {
    /// The heading under which it stands; lines of one group follow on each other.
    pub group: String,
    /// What is done.
    pub label: Cell,
    /// What has to be done before, in words; empty where nothing has.
    pub after: String,
    /// The month in which it begins, the first being 0.
    pub begin: u32,
    /// After how many months it ends, at the earliest and at the latest.
    pub end: (u32, u32),
}

impl Gantt {
    /// How many months the picture has to show; never none.
    #[must_use]
    pub fn months(&self) -> u32 {
        let ends = self.rows.iter().map(|row| row.latest());
        ends.max().unwrap_or(0).max(1)
    }

    /// The lines of each group, with its heading.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &[GanttRow])> {
        let groups = self.rows.chunk_by(|one, next| one.group == next.group);
        groups.filter_map(|rows| Some((rows.first()?.group.as_str(), rows)))
    }
}

impl GanttRow {
    /// The end that is certain to be reached; never before the beginning.
    #[must_use]
    pub fn earliest(&self) -> u32 {
        self.end.0.max(self.begin)
    }

    /// The end at the latest; never before the earliest.
    #[must_use]
    pub fn latest(&self) -> u32 {
        self.end.1.max(self.earliest())
    }
}
