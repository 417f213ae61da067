//! What all pictures of lines over time have in common: their words, their scale, and what of a line falls into which place.

use crate::report::{Gantt, GanttRow};

/// What stands at one place of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// No work.
    Free,
    /// Work in any case.
    Certain,
    /// Work, if it takes as long as it may.
    Possible,
}

/// What the picture means by its two kinds of bar.
pub(super) const CERTAIN: &str = "at the least";
pub(super) const POSSIBLE: &str = "at the most";

/// When a line begins and ends, in months.
pub(super) fn months(row: &GanttRow) -> String {
    let (begin, earliest, latest) = (row.begin, row.earliest(), row.latest());
    if earliest == latest {
        format!("{begin} to {latest}")
    } else {
        format!("{begin} to {earliest}–{latest}")
    }
}

/// A whole picture in words, for those who don't see it.
pub(super) fn in_words(gantt: &Gantt) -> String {
    let lines = gantt.rows.iter().map(|row| {
        let after = if row.after.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.after)
        };
        format!("{}: months {}{after}", row.label.text, months(row))
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// How many months lie between two figures of the scale, if there is room for so many figures.
pub(super) fn step(months: u32, most: u32) -> u32 {
    let steps = [1, 2, 3, 6, 12, 24, 60];
    let fits = |step: &u32| months / step <= most;
    steps
        .into_iter()
        .find(fits)
        .unwrap_or_else(|| months.div_ceil(most.max(1)))
}

/// The months that have a figure on the scale.
pub(super) fn ticks(months: u32, most: u32) -> Vec<u32> {
    let step = step(months, most);
    (0..=months / step)
        .map(|place| place.saturating_mul(step))
        .collect()
}

/// A line as so many places of equal length: what falls into the middle of each.
pub(super) fn places(row: &GanttRow, months: u32, count: u32) -> Vec<Fill> {
    let (count, months) = (u64::from(count.max(1)), u64::from(months.max(1)));
    let [begin, earliest, latest] =
        [row.begin, row.earliest(), row.latest()].map(|month| u64::from(month) * 2 * count);
    let middle = |place: u64| (2 * place + 1) * months;
    let mut fills: Vec<Fill> = (0..count)
        .map(|place| match middle(place) {
            middle if middle < begin || middle >= latest => Fill::Free,
            middle if middle < earliest => Fill::Certain,
            _ => Fill::Possible,
        })
        .collect();
    // However short, a line of work is to be seen.
    if fills.iter().all(|fill| *fill == Fill::Free) {
        let first = (u64::from(row.begin) * count / months).min(count - 1);
        if let Some(fill) = usize::try_from(first).ok().and_then(|at| fills.get_mut(at)) {
            *fill = Fill::Certain;
        }
    }
    fills
}

/// The place that a month has among so many.
pub(super) fn place(month: u32, months: u32, count: u32) -> usize {
    let place = u64::from(month) * u64::from(count) / u64::from(months.max(1));
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Cell;

    fn row(begin: u32, end: (u32, u32)) -> GanttRow {
        GanttRow {
            group: String::new(),
            label: Cell::plain("Draft"),
            after: String::new(),
            begin,
            end,
        }
    }

    fn drawn(row: &GanttRow, months: u32, count: u32) -> String {
        let fills = places(row, months, count).into_iter();
        fills
            .map(|fill| match fill {
                Fill::Free => '.',
                Fill::Certain => '#',
                Fill::Possible => '/',
            })
            .collect()
    }

    #[test]
    fn a_line_is_certain_to_its_earliest_end_and_possible_to_its_latest() {
        assert_eq!(drawn(&row(2, (6, 8)), 12, 12), "..####//....");
        assert_eq!(drawn(&row(2, (6, 8)), 12, 6), ".##/..");
        assert_eq!(drawn(&row(0, (12, 12)), 12, 4), "####");
    }

    #[test]
    fn the_shortest_line_is_seen_and_a_wrong_one_does_no_harm() {
        assert_eq!(drawn(&row(3, (4, 4)), 48, 8), "#.......");
        assert_eq!(drawn(&row(48, (48, 48)), 48, 4), "...#");
        assert_eq!(drawn(&row(6, (2, 1)), 12, 4), "..#.");
        assert_eq!(drawn(&row(0, (0, u32::MAX)), u32::MAX, 2), "//");
        assert_eq!(months(&row(6, (2, 1))), "6 to 6");
        assert_eq!(months(&row(0, (6, 12))), "0 to 6–12");
    }

    #[test]
    fn the_scale_has_as_many_figures_as_there_is_room_for() {
        assert_eq!(ticks(12, 6), [0, 2, 4, 6, 8, 10, 12]);
        assert_eq!(ticks(50, 6), [0, 12, 24, 36, 48]);
        assert_eq!(ticks(1, 6), [0, 1]);
        assert!(ticks(u32::MAX, 6).len() <= 7);
    }
}
