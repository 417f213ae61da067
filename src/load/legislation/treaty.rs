//! Treaties: a country's standing, and the declarations and reservations it has made.

use std::collections::BTreeMap;

use super::{Context, checklist_named};
use crate::diagnostic::{Code, Diagnostics, quoted};
use crate::load::fields::{Fields, Text, wrong_shape};
use crate::load::shape;
use crate::load::suggest::did_you_mean;
use crate::load::tree::Value;
use crate::model::{
    Checklist, Date, Form, OtherTreaty, Permit, Qualifier, Treaty, TreatyStatus, Word,
};

pub(super) fn treaties<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    as_at: Option<Date>,
    found: &mut Diagnostics,
) -> BTreeMap<String, Treaty<'c>> {
    let mut treaties = BTreeMap::new();
    let entries = match fields.node("treaties").map(|node| (node, &node.value)) {
        None | Some((_, Value::Nothing)) => return treaties,
        Some((_, Value::Map(entries))) => entries,
        Some((node, Value::Text(_) | Value::List(_))) => {
            let wanted = "checklist ids with a status each: `budapest: { status: party }`";
            wrong_shape(node, "`treaties`", wanted, found);
            return treaties;
        }
    };
    for entry in entries {
        let name = Text {
            text: &entry.key,
            span: entry.key_span,
        };
        let checklist = checklist_named(name, context.checklists, found);
        let Some(fields) = Fields::open(&entry.node, &shape::TREATY, found) else {
            continue;
        };
        let treaty = Treaty {
            status: fields.word("status", found).unwrap_or(TreatyStatus::None),
            since: fields.date("since", found),
            declarations: made(&fields, "declarations", Form::Declaration, checklist, found),
            reservations: made(&fields, "reservations", Form::Reservation, checklist, found),
        };
        let late = treaty
            .since
            .zip(as_at)
            .is_some_and(|(since, as_at)| since > as_at);
        if treaty.status == TreatyStatus::Party && late {
            found.push(
                Code::PartyTooEarly,
                fields.node("since").map_or(fields.place, |node| node.span),
                "the country is bound only after the date of this file",
                "correct `since` or `as-at`, or write `status: signatory`",
            );
        }
        if checklist.is_some() {
            treaties.insert(name.owned(), treaty);
        }
    }
    treaties
}

/// The declarations or reservations of a country, each of which some requirement permits in that form.
fn made<'c>(
    fields: &Fields<'_, '_>,
    key: &str,
    form: Form,
    checklist: Option<&'c Checklist<'c>>,
    found: &mut Diagnostics,
) -> Vec<&'c Qualifier> {
    let names = fields.texts(key, found);
    let Some(checklist) = checklist else {
        return Vec::new();
    };
    let permits = || {
        checklist
            .requirements()
            .flat_map(|requirement| &requirement.permits)
    };
    let mut qualifiers = Vec::new();
    for name in names {
        let named = || permits().filter(|permit| permit.name() == name.text);
        if let Some(permit) = named().find(|permit| permit.form == form) {
            qualifiers.push(permit.qualifier);
            continue;
        }
        let help = match named().next() {
            Some(other) if other.form == Form::Option => format!(
                "nothing is declared for it: the law may simply have it ({})",
                other.basis
            ),
            Some(other) => format!("it is made by {}, under {}", other.form.word(), other.basis),
            None => {
                let known: Vec<String> = permits()
                    .filter(|permit| permit.form == form)
                    .map(Permit::name)
                    .collect();
                let all = format!(
                    "`gapcheck checklists show {}` lists what each article permits",
                    checklist.id
                );
                did_you_mean(name.text, known.iter().map(String::as_str), &all)
            }
        };
        let message = format!(
            "the {} permits no {} {}",
            checklist.short_title,
            form.word(),
            quoted(name.text)
        );
        found.push(Code::NotPermitted, name.span, message, help);
    }
    qualifiers
}

pub(super) fn other_treaties(fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Vec<OtherTreaty> {
    let mut treaties = Vec::new();
    for item in fields.list("other-treaties", found) {
        let Some(fields) = Fields::open(item, &shape::OTHER_TREATY, found) else {
            continue;
        };
        let status = fields.word("status", found).unwrap_or(TreatyStatus::Party);
        let since = fields.date("since", found);
        if let Some(title) = fields.string("title", found) {
            treaties.push(OtherTreaty {
                title,
                status,
                since,
            });
        }
    }
    treaties
}
