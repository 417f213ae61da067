//! What a State can do when asked, as a table for one State and as a table of many.

use super::wording;
use crate::assess::cooperation::{Limit, Profile, Provision, REQUESTS, State};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::sentence;

/// The requests that a State could carry out, with what they rest on.
pub(super) fn of_one(profile: &Profile, document: &mut Document) {
    let rows = profile
        .requests
        .iter()
        .map(|request| {
            let needed: Vec<&Provision> =
                request.power.iter().chain([&request.use_abroad]).collect();
            Row::of(vec![
                Cell::toned(request.kind.title, Tone::Strong),
                wording::cell(request.result),
                request
                    .power
                    .as_ref()
                    .map_or_else(|| Cell::toned("not needed", Tone::Faint), found),
                found(&request.use_abroad),
                Cell::plain(lacking(&needed)),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Request", 3),
            Column::text("Result", 2),
            Column::text("Power at home", 3),
            Column::text("For another State", 3),
            Column::text("What is missing or not known", 9),
        ],
        rows,
    );
}

fn found(provision: &Provision) -> Cell {
    let (words, tone) = wording::presence(provision.presence);
    let cited = provision.sections.join("; ");
    if cited.is_empty() {
        Cell::toned(words, tone)
    } else {
        Cell::toned(format!("{words}: {cited}"), tone)
    }
}

/// At most this many of the things that a power lacks are told of.
const MOST: usize = 3;

fn lacking(provisions: &[&Provision]) -> String {
    let mut parts = Vec::new();
    for provision in provisions {
        let lacks = lacks(provision);
        let more = lacks.len().saturating_sub(MOST);
        parts.extend(lacks.into_iter().take(MOST));
        if more > 0 {
            parts.push(format!("And {more} more."));
        }
        if provision.unknown.is_empty() {
            continue;
        }
        let names: Vec<String> = provision
            .unknown
            .iter()
            .take(MOST)
            .map(|name| wording::readable(name))
            .collect();
        let more = match provision.unknown.len().saturating_sub(MOST) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        parts.push(format!("Not known: {}{more}.", names.join(", ")));
    }
    if parts.is_empty() {
        return "–".to_owned();
    }
    parts.join(" ")
}

/// What a power lacks, in a sentence for each reason.
fn lacks(provision: &Provision) -> Vec<String> {
    let mut groups: Vec<(&Limit, Vec<String>)> = Vec::new();
    for limit in &provision.limits {
        let name = wording::readable(&limit.element);
        let same = |known: &&mut (&Limit, Vec<String>)| {
            known.0.state == limit.state && known.0.reason == limit.reason
        };
        match groups.iter_mut().find(same) {
            Some((_, names)) => names.push(name),
            None => groups.push((limit, vec![name])),
        }
    }
    let words = |(limit, names): (&Limit, Vec<String>)| {
        let state = match limit.state {
            State::Absent => "Missing",
            State::Narrowed | State::Unknown | State::Covered => "Limited",
        };
        let names = names.join(", ");
        match &limit.reason {
            Some(reason) => format!("{state}: {names}. {}", sentence(reason)),
            None => format!("{state}: {names}."),
        }
    };
    groups.into_iter().map(words).collect()
}

/// The rules by which a State decides, whatever is asked.
pub(super) fn terms(profile: &Profile, document: &mut Document) {
    let terms = profile.terms.iter().map(|term| {
        let found = found(term);
        let lacking = lacking(&[term]);
        let text = if lacking == "–" {
            found.text
        } else {
            format!("{}. {lacking}", found.text)
        };
        (term.title.clone(), Cell::toned(text, found.tone))
    });
    document.blocks.push(Block::Facts(terms.collect()));
}

/// What each of many States can do.
pub(super) fn of_all(profiles: &[Profile], document: &mut Document) {
    let mut columns = vec![Column::text("When asked to", 3)];
    columns.extend(
        profiles
            .iter()
            .map(|profile| Column::text(&profile.country.name, 2)),
    );
    let rows = REQUESTS
        .iter()
        .map(|kind| {
            let mut cells = vec![Cell::toned(kind.title, Tone::Strong)];
            for profile in profiles {
                let request = profile.requests.iter().find(|one| one.kind == *kind);
                cells.push(
                    request
                        .map_or_else(|| Cell::plain("–"), |request| wording::cell(request.result)),
                );
            }
            Row::of(cells)
        })
        .collect();
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: true,
        brief: Vec::new(),
        columns,
        rows,
    }));
}
