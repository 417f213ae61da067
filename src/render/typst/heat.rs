//! Heat maps: the signs and tones that the preamble sets in fields, in as many parts as the page asks for.

use std::io::{self, Write};

use super::escape::{arguments, content, string};
use super::picture::name;
use crate::render::heat;
use crate::report::{HeatMap, HeatRow};

/// Columns beside each other on a page of A4.
const COLUMNS: usize = 20;

pub(super) fn write(map: &HeatMap, out: &mut dyn Write) -> io::Result<()> {
    let parts = heat::parts(map, COLUMNS);
    let last = parts.len().saturating_sub(1);
    for (place, columns) in parts.into_iter().enumerate() {
        let titles = &map.columns[columns.clone()];
        let titles: Vec<String> = titles.iter().map(|title| content(title)).collect();
        let tones: Vec<&str> = heat::tones(map).into_iter().filter_map(name).collect();
        let tones: Vec<String> = tones.into_iter().map(string).collect();
        let caption = if place == 0 {
            content(&map.caption)
        } else {
            "none".to_owned()
        };
        let mut all = vec![
            caption,
            string(&heat::in_words(map, &map.rows, columns.clone())),
            format!("({},)", titles.join(", ")),
            if place == last {
                format!("({},)", tones.join(", "))
            } else {
                "()".to_owned()
            },
        ];
        all.extend(map.rows.iter().map(|row| fields(row, columns.clone())));
        writeln!(out, "#heat(\n{})", arguments(all))?;
    }
    Ok(())
}

/// A label with its fields; none where it is a heading.
fn fields(row: &HeatRow, columns: std::ops::Range<usize>) -> String {
    let label = content(&row.label);
    let Some(cells) = row.cells.get(columns) else {
        return format!("({label}, ())");
    };
    let cells = cells.iter().map(|cell| {
        let tone = name(cell.0).map_or_else(|| "none".to_owned(), string);
        format!("({tone}, {})", content(&heat::mark(*cell)))
    });
    let cells: Vec<String> = cells.collect();
    format!("({label}, ({},))", cells.join(", "))
}
