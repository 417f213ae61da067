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
            "Elements that {number} or more of the countries lack, in whole or in part"
        ),
        None => "Elements that at least two countries, and more than half of those in which it is known, lack in whole or in part".to_owned(),
    };
    document.paragraph(format!(
        "{rule}: here one workshop or one model clause serves many. What most countries lack stands first, then the order of the instruments. Optional requirements make no gaps."
    ));
    let merged = merged(&subject.gaps);
    if merged.is_empty() {
        document.paragraph("There is none.");
        return;
    }
    let most = match subject.listing.common_gaps {
        Some(_) => merged.len(),
        None => MAIN,
    };
    let regional = subject.comparison.has_regions();
    let rows = merged
        .iter()
        .take(most)
        .map(|gaps| row(subject, gaps, regional));
    let columns = vec![
        Column::text("What is lacking", 7),
        Column::text("Asked by", 3),
        Column::text("Lack it", 2),
        Column::text("Where", 6),
    ];
    document.table(columns, rows.collect());
    let more: usize = merged.iter().skip(most).map(Vec::len).sum();
    if more > 0 {
        document.paragraph(format!(
            "{} follow; `--common-gaps 2` lists everything that at least two countries lack, and JSON has all.",
            count(more, "more element")
        ));
    }
    document.paragraph("3 of 4: three lack it, of the four in which it is known; then those that lack it in part (◧), and those in which it is unknown (?).");
}

/// Elements of one model provision that the same requirements ask for and the same countries lack stand in one row.
pub(super) fn merged<'g, 'c>(gaps: &'g [CommonGap<'c>]) -> Vec<Vec<&'g CommonGap<'c>>> {
    let same = |one: &CommonGap<'_>, other: &CommonGap<'_>| {
        let ids = |gap: &CommonGap<'_>| {
            let members = gap.asked_by.iter();
            let ids = members.map(|member| (member.checklist, member.place));
            ids.collect::<Vec<_>>()
        };
        one.element.provision.id == other.element.provision.id
            && one.lacks == other.lacks
            && ids(one) == ids(other)
    };
    let mut rows: Vec<Vec<&CommonGap<'_>>> = Vec::new();
    for gap in gaps {
        match rows.iter_mut().find(|row| same(row[0], gap)) {
            Some(row) => row.push(gap),
            None => rows.push(vec![gap]),
        }
    }
    rows
}

fn row(subject: &Subject<'_, '_>, gaps: &[&CommonGap<'_>], regional: bool) -> Row {
    let comparison = subject.comparison;
    let gap = gaps[0];
    let asked_by: Vec<String> = gap
        .asked_by
        .iter()
        .map(|member| {
            let cite = member.requirement.cite.replace(' ', "\u{a0}");
            if comparison.checklists.len() > 1 {
                format!("{} {cite}", comparison.checklists[member.checklist].id)
            } else {
                cite
            }
        })
        .collect();
    let texts: Vec<&str> = gaps
        .iter()
        .map(|gap| gap.element.element.text.as_str())
        .collect();
    let mut lack = format!("{}\u{a0}of\u{a0}{}", gap.all.lacking(), gap.all.known);
    for (number, sign) in [(gap.all.partly, '◧'), (gap.all.open, '?')] {
        if number > 0 {
            lack.push_str(&format!(", {number}\u{a0}{sign}"));
        }
    }
    let named = countries(subject, gap);
    let place = if regional {
        by_region(subject, gap, &named)
    } else {
        few(&named.into_iter().flatten().collect::<Vec<_>>())
    };
    Row::of(vec![
        Cell::plain(format!(
            "{}: {}",
            gap.element.provision.title,
            texts.join(" ")
        )),
        Cell::toned(few(&asked_by), Tone::Faint),
        Cell::toned(lack, Tone::Missing),
        Cell::plain(place),
    ])
}

/// The countries that lack it, by their places; those that lack it in part with a sign.
fn countries(subject: &Subject<'_, '_>, gap: &CommonGap<'_>) -> Vec<Option<String>> {
    let pairs = subject.comparison.labels.iter().zip(&gap.lacks);
    pairs
        .map(|(label, lack)| match lack {
            Some(Lack::Missing) => Some(label.clone()),
            Some(Lack::Partly) => Some(format!("{label}\u{a0}◧")),
            Some(Lack::No | Lack::Open) | None => None,
        })
        .collect()
}

/// How many countries of each region lack it, and which, where they are few.
fn by_region(subject: &Subject<'_, '_>, gap: &CommonGap<'_>, named: &[Option<String>]) -> String {
    let regions = subject.comparison.regions().into_iter().zip(&gap.regions);
    let parts = regions.filter(|(_, (_, share))| share.lacking() > 0);
    let parts = parts.map(|((name, places), (_, share))| {
        let countries: Vec<String> = named[places].iter().flatten().cloned().collect();
        format!(
            "{} {}\u{a0}of\u{a0}{} ({})",
            wording::region(name),
            share.lacking(),
            share.known,
            few(&countries)
        )
    });
    parts.collect::<Vec<_>>().join("; ")
}

fn few(names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let shown = names[..names.len() - more].join(", ");
    match more {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
