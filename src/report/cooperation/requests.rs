//! What a State can do when asked, as a table for one State and as a table of many.

use super::wording;
use crate::assess::cooperation::{Limit, Profile, Provision, REQUESTS, Request, State};
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::clause;

/// The requests that a State could carry out, with what they rest on.
pub(super) fn of_one(profile: &Profile, document: &mut Document) {
    let rows = profile
        .requests
        .iter()
        .map(|request| {
            Row::of(vec![
                Cell::toned(request.kind.title, Tone::Strong),
                wording::cell(request.result),
                request
                    .power
                    .as_ref()
                    .map_or_else(|| Cell::toned("not needed", Tone::Faint), found),
                found(&request.use_abroad),
                Cell::plain(lacking(request)),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Request", 4),
            Column::text("Result", 2),
            Column::text("Power at home", 3),
            Column::text("For another State", 3),
            Column::text("What is missing or not known", 6),
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

fn lacking(request: &Request) -> String {
    let mut parts = Vec::new();
    for provision in request.power.iter().chain([&request.use_abroad]) {
        let limits = provision.limits.iter();
        parts.extend(limits.take(MOST).map(|limit| lack(limit)));
        let more = provision.limits.len().saturating_sub(MOST);
        if more > 0 {
            parts.push(format!("and {more} more"));
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
        parts.push(format!("not known: {}{more}", names.join(", ")));
    }
    if parts.is_empty() {
        return "–".to_owned();
    }
    parts.join("; ")
}

fn lack(limit: &Limit) -> String {
    let name = wording::readable(&limit.element);
    let state = match limit.state {
        State::Absent => "missing",
        State::Narrowed | State::Unknown | State::Covered => "limited",
    };
    match &limit.reason {
        Some(reason) => format!("{name} {state}: {}", clause(reason)),
        None => format!("{name} {state}"),
    }
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
        columns,
        rows,
    }));
}
