//! Tables: how wide columns are, and which rows stand together under a heading.

use askama::Template;

use crate::render::abreast;
use crate::report::{Row, Table};

use super::cell::CellView;
use super::filter::{Filing, Filter};
use super::names::Names;
use super::text::Words;
use super::widths::{Widths, is_crowded, is_turned, stays_whole};

/// A table ready for the page.
#[derive(Debug, Template)]
#[template(path = "table.html")]
pub(super) struct TableView<'d> {
    caption: Option<Words<'d>>,
    /// The heading that says what the table shows, where there is no caption.
    heading: String,
    wide: bool,
    /// Whether it has more columns than titles have room.
    crowded: bool,
    /// Whether most columns are short, so that the table is better not drawn out.
    narrow: bool,
    /// Whether on paper its rows stand side by side, without the columns that can be done without.
    brief: Option<Side>,
    columns: Vec<ColumnView<'d>>,
    bodies: Vec<Vec<RowView<'d>>>,
}

/// How rows stand side by side on paper.
#[derive(Debug)]
struct Side {
    /// How many.
    lanes: usize,
    /// How many characters the name of a row has.
    key: usize,
}

impl Side {
    fn of(table: &Table) -> Option<Self> {
        let key = table.brief.first()?;
        Some(Self {
            lanes: abreast::count(table),
            key: abreast::longest(table, *key),
        })
    }
}

#[derive(Debug)]
struct ColumnView<'d> {
    title: Words<'d>,
    class: &'static str,
    /// Of the room, in hundredths.
    width: Option<usize>,
}

#[derive(Debug)]
struct RowView<'d> {
    is_group: bool,
    name: Option<String>,
    filing: Option<Filing>,
    cells: Vec<CellView<'d>>,
}

impl<'d> TableView<'d> {
    pub(super) fn of(
        table: &'d Table,
        heading: &str,
        widths: &Widths<'d>,
        filter: &Filter<'d>,
        names: &mut Names,
    ) -> Self {
        let widths = widths.of_table(table);
        let short = table.columns.iter().filter(|one| one.share == 0).count();
        let narrow = short * 2 > table.columns.len() && !is_crowded(table);
        let columns = table.columns.iter().enumerate().map(|(place, column)| {
            let more = !table.brief.is_empty() && !table.brief.contains(&place);
            let class = match (column.figures, stays_whole(table, place), more) {
                (true, _, false) => "figures",
                (true, _, true) => "figures more",
                (false, true, false) => "whole",
                (false, true, true) => "whole more",
                (false, false, false) => "",
                (false, false, true) => "more",
            };
            ColumnView {
                title: Words(&column.title),
                class,
                width: widths
                    .get(place)
                    .copied()
                    .filter(|width| *width > 0 && !narrow && !is_crowded(table)),
            }
        });
        let mut bodies: Vec<Vec<RowView<'d>>> = Vec::new();
        for group in table.rows.chunk_by(|_, next| !next.is_group) {
            let rows = group.iter().map(|row| RowView::of(row, filter, names));
            bodies.push(rows.collect());
        }
        Self {
            caption: table.caption.as_deref().map(Words),
            heading: heading.to_owned(),
            wide: is_turned(table),
            crowded: is_crowded(table),
            narrow,
            brief: Side::of(table),
            columns: columns.collect(),
            bodies,
        }
    }

    pub(super) fn is_wide(&self) -> bool {
        self.wide
    }

    fn title(&self, place: &usize) -> String {
        let column = self.columns.get(*place);
        column.map_or_else(String::new, |column| column.title.plain())
    }

    fn class(&self, place: &usize) -> &str {
        self.columns.get(*place).map_or("", |column| column.class)
    }
}

impl<'d> RowView<'d> {
    fn of(row: &'d Row, filter: &Filter<'d>, names: &mut Names) -> Self {
        let about = row.about.as_ref();
        let view = if row.is_group {
            CellView::heading
        } else {
            CellView::of
        };
        Self {
            is_group: row.is_group,
            name: about.and_then(|about| names.claim(&about.anchor)),
            filing: about.map(|about| filter.file(about)),
            cells: row.cells.iter().map(|cell| view(cell, names)).collect(),
        }
    }
}
