//! Lines over time: a row each, with its words at the left and its bar in a picture of its own, so that both can be broken and scaled.

use askama::Template;

use crate::render::gantt;
use crate::report::{Gantt, GanttRow};

use super::cell::CellView;
use super::names::Names;
use super::text::Words;

/// More figures on the scale would touch each other.
const MOST_TICKS: u32 = 8;

/// Lines over time, group by group.
#[derive(Debug, Template)]
#[template(path = "gantt.html")]
pub(super) struct GanttView<'d> {
    caption: Words<'d>,
    /// Each with where it stands, in hundredths of the room, and which side of it that is.
    marks: Vec<(Words<'d>, String, &'static str)>,
    ticks: Vec<(u32, String, &'static str)>,
    groups: Vec<GroupView<'d>>,
    certain: &'static str,
    possible: &'static str,
}

#[derive(Debug)]
struct GroupView<'d> {
    title: Words<'d>,
    lanes: Vec<LaneView<'d>>,
}

#[derive(Debug)]
struct LaneView<'d> {
    label: CellView<'d>,
    after: Words<'d>,
    /// For those who don't see the bar.
    words: String,
    months: String,
    /// Where a part of the bar begins, and how long it is.
    certain: Option<(String, String)>,
    possible: Option<(String, String)>,
}

impl<'d> GanttView<'d> {
    pub(super) fn of(gantt: &'d Gantt, names: &Names) -> Self {
        let months = gantt.months();
        let ticks = gantt::ticks(months, MOST_TICKS).into_iter();
        let marks = gantt.marks.iter().filter(|(month, _)| *month <= months);
        Self {
            caption: Words(&gantt.caption),
            marks: marks
                .map(|(month, name)| (Words(name), share(*month, months), "end"))
                .collect(),
            ticks: ticks
                .map(|month| (month, share(month, months), side(month, months)))
                .collect(),
            groups: gantt
                .groups()
                .map(|(title, rows)| GroupView {
                    title: Words(title),
                    lanes: rows
                        .iter()
                        .map(|row| LaneView::of(row, months, names))
                        .collect(),
                })
                .collect(),
            certain: gantt::CERTAIN,
            possible: gantt::POSSIBLE,
        }
    }
}

impl<'d> LaneView<'d> {
    fn of(row: &'d GanttRow, months: u32, names: &Names) -> Self {
        let part = |from: u32, to: u32| {
            let has_length = to > from;
            has_length.then(|| (share(from, months), share(to - from, months)))
        };
        let span = gantt::months(row);
        Self {
            label: CellView::of(&row.label, names),
            after: Words(&row.after),
            words: format!("months {span}"),
            months: span,
            certain: part(row.begin, row.earliest()),
            possible: part(row.earliest(), row.latest()),
        }
    }
}

/// A month in hundredths of the room.
fn share(month: u32, months: u32) -> String {
    format!("{:.2}", f64::from(month) / f64::from(months) * 100.0)
}

/// At which side of its place a figure stands, so that those at the ends stay in the picture.
fn side(month: u32, months: u32) -> &'static str {
    if month == 0 {
        "start"
    } else if month == months {
        "end"
    } else {
        "middle"
    }
}
