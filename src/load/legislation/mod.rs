//! Legislation files: one country's law, read over the catalogue and the checklists.

mod annotation;
mod consistency;
mod law;
mod places;
mod quotation;
mod references;
mod treaty;

use std::collections::BTreeMap;

pub use self::places::Places;
use self::references::References;
use self::treaty::{other_treaties, treaties};
use super::fields::{Fields, Text, text_of};
use super::library::ReadFile;
use super::shape;
use super::shipped::checklist_ids;
use super::suggest::did_you_mean;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Diagnostics, Source, Span, quoted};
use crate::model::{
    Absence, Because, Bindingness, Catalogue, Checklist, Country, Date, Exemption, Form,
    Legislation, ModelProvision, Need, Support, Treaty, TreatyStatus,
};

/// What a legislation file is read over.
pub(super) struct Context<'c, 'r> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) checklists: &'c [Checklist<'c>],
    /// Reads a file named in the legislation file, relative to its folder.
    pub(super) read: ReadFile<'r>,
    pub(super) source: &'r Source,
}

/// Reads a legislation file; everything that is wrong with it is reported.
pub(super) fn legislation<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    found: &mut Diagnostics,
) -> Option<Legislation<'c>> {
    let country = fields.node("country").and_then(|node| country(node, found));
    let as_at = fields.date("as-at", found);
    let status = fields.word("status", found);
    let references = References::collect(fields);
    let laws = law::laws(fields, context, &references, found);
    let treaties = treaties(fields, context, as_at, found);
    let exemptions = exemptions(fields, context, &treaties, found);
    let absences = absences(fields, context, &references, found);
    let legislation = Legislation {
        country: country.unwrap_or_else(|| Country {
            code: String::new(),
            name: String::new(),
            region: None,
        }),
        as_at: as_at.unwrap_or(BEGINNING),
        status: status.unwrap_or(crate::model::FileStatus::Fictional),
        classification: fields.string("classification", found),
        legal_system: fields.string("legal-system", found),
        treaties,
        other_treaties: other_treaties(fields, found),
        laws,
        absences,
        exemptions,
        needs: needs(fields, context, found),
        support: support(fields, context, found),
        state_comment: fields.string("state-comment", found),
    };
    if as_at.is_some() {
        consistency::examine(fields, &legislation, context.source, found);
    }
    found.admit(Some(legislation))
}

fn country(node: &Node<'_>, found: &mut Diagnostics) -> Option<Country> {
    let fields = Fields::open(node, &shape::COUNTRY, found)?;
    let code = fields.text("code", found);
    let name = fields.string("name", found);
    let region = fields.string("region", found);
    let code = code?;
    let letters = code.text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !letters || !(2..=3).contains(&code.text.len()) {
        found.push(
            Code::BadCountry,
            code.span,
            format!("{} is no country code", quoted(code.text)),
            "write the two or three capital letters of ISO 3166-1, such as GHA; XAA to XZZ are for fictional countries",
        );
    }
    Some(Country {
        code: code.owned(),
        name: name?,
        region,
    })
}

/// A model provision that can be annotated.
pub(super) fn annotatable<'c>(
    name: Text<'_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<&'c ModelProvision> {
    let provision = super::checklist::provision_named(name, catalogue, found)?;
    if provision.includes.is_empty() {
        return Some(provision);
    }
    found.push(
        Code::Umbrella,
        name.span,
        format!("`{}` stands for several model provisions", provision.id),
        format!("choose among: {}", provision.includes.join(", ")),
    );
    None
}

/// The checklist of that id, or a report.
fn checklist_named<'c>(
    name: Text<'_>,
    checklists: &'c [Checklist<'c>],
    found: &mut Diagnostics,
) -> Option<&'c Checklist<'c>> {
    let checklist = checklists.iter().find(|known| known.id == name.text);
    if checklist.is_none() {
        let own = checklists.iter().map(|known| known.id.as_str());
        let known = own.chain(checklist_ids());
        let help = did_you_mean(
            name.text,
            known,
            "`gapcheck checklists list` shows all; a treaty without a checklist stands under `other-treaties`",
        );
        let message = format!("there is no checklist {}", quoted(name.text));
        found.push(Code::UnknownChecklist, name.span, message, help);
    }
    checklist
}

fn exemptions<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    treaties: &BTreeMap<String, Treaty<'c>>,
    found: &mut Diagnostics,
) -> Vec<Exemption<'c>> {
    let mut exemptions = Vec::new();
    for item in fields.list("not-applicable", found) {
        let Some(fields) = Fields::open(item, &shape::EXEMPTION, found) else {
            continue;
        };
        let name = fields.text("requirement", found);
        let because = fields.word("because", found).unwrap_or(Because::Other);
        let ground = fields.string("ground", found);
        let review = fields.date("review", found);
        let Some(name) = name else { continue };
        let Some((checklist, requirements)) = requirements_named(name, context.checklists, found)
        else {
            continue;
        };
        let exemption = Exemption {
            checklist: checklist.id.clone(),
            requirements,
            because,
            ground: ground.unwrap_or_default(),
            review,
        };
        doubt(
            &exemption,
            treaties.get(&checklist.id),
            name,
            &fields,
            found,
        );
        exemptions.push(exemption);
    }
    exemptions
}

/// Reports an exemption that its ground does not carry (design, section 3.3, *Not applicable*).
fn doubt(
    exemption: &Exemption<'_>,
    treaty: Option<&Treaty<'_>>,
    name: Text<'_>,
    fields: &Fields<'_, '_>,
    found: &mut Diagnostics,
) {
    let place = fields.node("because").map_or(name.span, |node| node.span);
    match (exemption.because, treaty) {
        (Because::Reservation, Some(treaty)) if treaty.status == TreatyStatus::Party => {
            let reserved = exemption.requirements.iter().all(|requirement| {
                requirement.permits.iter().any(|permit| {
                    permit.form == Form::Reservation && treaty.reserves(permit.qualifier)
                })
            });
            if !reserved {
                let message = format!(
                    "no reservation under `treaties` takes {} out",
                    quoted(name.text)
                );
                let help = format!(
                    "list the reservation under `treaties`, `{}`, `reservations`, or name the parts that it covers",
                    exemption.checklist
                );
                found.push(Code::NoReservation, place, message, help);
            }
        }
        (Because::Other, _) => {
            let mandatory = exemption
                .requirements
                .iter()
                .any(|requirement| requirement.bindingness == Bindingness::Mandatory);
            if mandatory {
                let message = format!("{} is mandatory", quoted(name.text));
                let help = "if a reservation is the ground, write `because: reservation`; else be sure that `ground` tells a reviewer enough";
                found.push(Code::OtherGround, place, message, help);
            }
        }
        (Because::Reservation | Because::ConditionNotFulfilled, _) => {}
    }
}

/// The requirements behind `budapest/art-10`, or a report.
pub(super) fn requirements_named<'c>(
    name: Text<'_>,
    checklists: &'c [Checklist<'c>],
    found: &mut Diagnostics,
) -> Option<(&'c Checklist<'c>, Vec<&'c crate::model::Requirement<'c>>)> {
    let Some((checklist, id)) = name.text.split_once('/') else {
        let message = format!("{} names no requirement", quoted(name.text));
        let help = "write the checklist and the requirement, such as `budapest/art-10`";
        found.push(Code::UnknownRequirement, name.span, message, help);
        return None;
    };
    let span = Span::new(name.span.start, name.span.end);
    let checklist = checklist_named(
        Text {
            text: checklist,
            span,
        },
        checklists,
        found,
    )?;
    let requirements = checklist.named(id);
    if requirements.is_empty() {
        let known = checklist.requirements().map(|known| known.id.as_str());
        let all = format!("`gapcheck checklists show {}` lists all", checklist.id);
        let help = did_you_mean(id, known, &all);
        let message = format!("{} has no requirement {}", checklist.id, quoted(id));
        found.push(Code::UnknownRequirement, span, message, help);
        return None;
    }
    Some((checklist, requirements))
}

fn absences<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    references: &References<'_>,
    found: &mut Diagnostics,
) -> Vec<Absence<'c>> {
    let mut absences = Vec::new();
    for item in fields.list("absent", found) {
        let Some(fields) = Fields::open(item, &shape::ABSENCE, found) else {
            continue;
        };
        let name = fields.text("model", found);
        let provision = name.and_then(|name| annotatable(name, context.catalogue, found));
        let reason = fields.string("reason", found);
        let searched = fields.texts("searched", found);
        for law in &searched {
            references.law(*law, found);
        }
        let names = fields.texts("elements", found);
        if reason.is_none() && fields.node("reason").is_none() {
            let help = "add `reason:` with a sentence that the report can print";
            found.push(
                Code::NoReason,
                fields.place,
                "no reason is given for this absence",
                help,
            );
        }
        if searched.is_empty() && fields.node("searched").is_none() {
            let help = "add `searched:` with the ids of the laws that were read";
            found.push(
                Code::NoSearch,
                fields.place,
                "no law is named that was searched",
                help,
            );
        }
        let Some(provision) = provision else { continue };
        let elements = names
            .into_iter()
            .filter_map(|name| super::provision::place_of(name, &provision.elements, found))
            .collect();
        absences.push(Absence {
            provision,
            elements,
            searched: searched.into_iter().map(Text::owned).collect(),
            reason,
        });
    }
    absences
}

fn needs<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    found: &mut Diagnostics,
) -> Vec<Need<'c>> {
    let mut needs = Vec::new();
    for item in fields.list("needs", found) {
        let Some(fields) = Fields::open(item, &shape::NEED, found) else {
            continue;
        };
        let why = fields.string("why", found);
        let provision = fields
            .text("model", found)
            .and_then(|name| super::checklist::provision_named(name, context.catalogue, found));
        if let Some(provision) = provision {
            needs.push(Need { provision, why });
        }
    }
    needs
}

fn support<'c>(
    fields: &Fields<'_, '_>,
    context: &Context<'c, '_>,
    found: &mut Diagnostics,
) -> Vec<Support<'c>> {
    let mut support = Vec::new();
    for item in fields.list("support", found) {
        let Some(fields) = Fields::open(item, &shape::SUPPORT, found) else {
            continue;
        };
        let covers = fields
            .texts("covers", found)
            .into_iter()
            .filter_map(|name| super::checklist::provision_named(name, context.catalogue, found))
            .collect();
        let entry = Support {
            provider: fields.string("provider", found).unwrap_or_default(),
            project: fields.string("project", found),
            from: fields.date("from", found),
            to: fields.date("to", found),
            covers,
        };
        if entry.from.zip(entry.to).is_some_and(|(from, to)| from > to) {
            let place = fields.node("to").map_or(fields.place, |node| node.span);
            found.push(
                Code::DatesOutOfOrder,
                place,
                "the support ends before it begins",
                "correct `from` or `to`",
            );
        }
        support.push(entry);
    }
    support
}

/// The paths under `uses`, before anything else of the file is read.
pub(super) fn uses<'t>(root: &'t Node<'_>) -> Vec<Text<'t>> {
    let Value::Map(entries) = &root.value else {
        return Vec::new();
    };
    let mut unheeded = Diagnostics::default();
    entries
        .iter()
        .filter(|entry| entry.key == "uses")
        .flat_map(|entry| match &entry.node.value {
            Value::List(items) => items.as_slice(),
            Value::Nothing | Value::Text(_) | Value::Map(_) => &[],
        })
        .filter_map(|item| text_of(item, item.span, "uses", &mut unheeded))
        .collect()
}

/// A date before any law, for files whose own date is wrong and which are refused anyway.
const BEGINNING: Date = Date::BEGINNING;
