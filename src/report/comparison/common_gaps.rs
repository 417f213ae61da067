//! The table of elements that many countries lack.

use super::{Subject, wording};
use crate::assess::comparison::{CommonGap, Lack};
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::count;

/// How many are shown where no number was given.
const MAIN: usize = 15;
/// Up to how many countries are named.
const NAMED: usize = 8;

pub(super) fn common_gaps(subject: &Subject<'_, '_>, document: &mut Document) {
    document.heading(1, "Common gaps");
    let rule = match subject.listing.common_gaps {
        Some(number) => format!(
            "Elements that at least {number} of the countries lack, in whole or in part"
        ),
        None => "Elements that at least two countries, and more than half of those in which it is known, lack in whole or in part".to_owned(),
    };
    document.paragraph(format!(
        "{rule}: here one workshop or one model clause serves many. What most countries lack stands first, then the order of the instruments. Optional requirements make no gaps."
    ));
    let gaps = &subject.gaps;
    if gaps.is_empty() {
        document.paragraph("There is none.");
        return;
    }
    let most = match subject.listing.common_gaps {
        Some(_) => gaps.len(),
        None => MAIN,
    };
    let regional = subject.comparison.has_regions();
    let rows = gaps
        .iter()
        .take(most)
        .map(|gap| row(subject, gap, regional));
    let mut columns = vec![
        Column::text("What is lacking", 6),
        Column::text("Asked by", 4),
        Column::text("Lack it", 2),
        Column::text("Countries", 4),
    ];
    if regional {
        columns.push(Column::text("By region", 4));
    }
    document.table(columns, rows.collect());
    let more = gaps.len().saturating_sub(most);
    if more > 0 {
        document.paragraph(format!(
            "{} follow; `--common-gaps 2` lists what at least two countries lack, and JSON has all.",
            count(more, "more element")
        ));
    }
}

fn row(subject: &Subject<'_, '_>, gap: &CommonGap<'_>, regional: bool) -> Row {
    let comparison = subject.comparison;
    let asked_by: Vec<String> = gap
        .asked_by
        .iter()
        .map(|member| {
            let cite = member.requirement.cite.replace(' ', "\u{a0}");
            if comparison.checklists.len() > 1 {
                format!("{}\u{a0}{cite}", comparison.checklists[member.checklist].id)
            } else {
                cite
            }
        })
        .collect();
    let open = match gap.all.open {
        0 => String::new(),
        open => format!("; {open} unknown"),
    };
    let partly = match gap.all.partly {
        0 => String::new(),
        partly => format!(" ({partly} in part)"),
    };
    let mut cells = vec![
        Cell::plain(format!(
            "{}: {}",
            gap.element.provision.title, gap.element.element.text
        )),
        Cell::toned(few(&asked_by), Tone::Faint),
        Cell::toned(
            format!(
                "{}\u{a0}of\u{a0}{}{partly}{open}",
                gap.all.lacking(),
                gap.all.known
            ),
            Tone::Missing,
        ),
        Cell::plain(few(&countries(subject, gap))),
    ];
    if regional {
        let regions = gap.regions.iter().filter(|(_, share)| share.known > 0);
        let regions = regions.map(|(name, share)| {
            let name = wording::region(name.as_deref());
            format!("{name} {}\u{a0}of\u{a0}{}", share.lacking(), share.known)
        });
        cells.push(Cell::plain(regions.collect::<Vec<_>>().join("; ")));
    }
    Row::of(cells)
}

/// The countries that lack it, those that lack it in part with a sign.
fn countries(subject: &Subject<'_, '_>, gap: &CommonGap<'_>) -> Vec<String> {
    let pairs = subject.comparison.labels.iter().zip(&gap.lacks);
    pairs
        .filter_map(|(label, lack)| match lack {
            Some(Lack::Missing) => Some(label.clone()),
            Some(Lack::Partly) => Some(format!("{label}\u{a0}◧")),
            Some(Lack::No | Lack::Open) | None => None,
        })
        .collect()
}

fn few(names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let shown = names[..names.len() - more].join(", ");
    match more {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
