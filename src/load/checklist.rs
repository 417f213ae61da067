//! Checklists: requirements that name elements of the catalogue.

use super::fields::{Fields, Text, text_of};
use super::provision::place_of;
use super::shape;
use super::suggest::did_you_mean;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Diagnostics, Span, quoted};
use crate::model::{
    Bindingness, Catalogue, Chapter, Checked, Checklist, Effect, ElementRef, Form, Instrument,
    ModelProvision, Parties, Permit, Qualifier, Requirement,
};

/// Reads a checklist over the catalogue, which has the checklist's own provisions already.
pub(super) fn checklist<'c>(
    fields: &Fields<'_, '_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<Checklist<'c>> {
    let id = fields.id("id", found);
    let version = fields.string("version", found);
    let title = fields.string("title", found);
    let short_title = fields.string("short-title", found);
    let instrument = fields
        .node("instrument")
        .map(|node| instrument(node, found))
        .unwrap_or_default();
    let mut ids: Vec<String> = Vec::new();
    let chapters = fields
        .list("chapters", found)
        .iter()
        .filter_map(|node| chapter(node, catalogue, &mut ids, found))
        .collect();
    let title = title?;
    Some(Checklist {
        id: id?.owned(),
        version: version?,
        short_title: short_title.unwrap_or_else(|| title.clone()),
        title,
        instrument,
        chapters,
    })
}

fn instrument(node: &Node<'_>, found: &mut Diagnostics) -> Instrument {
    let Some(fields) = Fields::open(node, &shape::INSTRUMENT, found) else {
        return Instrument::default();
    };
    Instrument {
        symbol: fields.string("symbol", found),
        kind: fields.string("kind", found),
        adopted: fields.date("adopted", found),
        in_force: fields.date("in-force", found),
        depositary: fields.string("depositary", found),
        url: fields.string("url", found),
        parties: fields.node("parties").and_then(|node| parties(node, found)),
    }
}

fn parties(node: &Node<'_>, found: &mut Diagnostics) -> Option<Parties> {
    let fields = Fields::open(node, &shape::PARTIES, found)?;
    let count = fields.text("count", found);
    let as_at = fields.date("as-at", found);
    let count = count?;
    match count.text.parse() {
        Ok(count) => Some(Parties {
            count,
            as_at: as_at?,
        }),
        Err(_) => {
            let message = format!("{} is no number", quoted(count.text));
            found.push(
                Code::BadValue,
                count.span,
                message,
                "write digits, such as `81`",
            );
            None
        }
    }
}

fn chapter<'c>(
    node: &Node<'_>,
    catalogue: &'c Catalogue,
    ids: &mut Vec<String>,
    found: &mut Diagnostics,
) -> Option<Chapter<'c>> {
    let fields = Fields::open(node, &shape::CHAPTER, found)?;
    let title = fields.string("title", found);
    let mut requirements = Vec::new();
    for item in fields.list("requirements", found) {
        let Some((id, requirement)) = requirement(item, catalogue, found) else {
            continue;
        };
        if ids.contains(&requirement.id) {
            found.push(
                Code::DuplicateId,
                id.span,
                format!(
                    "{} is a requirement of this checklist already",
                    quoted(id.text)
                ),
                "give each requirement an id of its own, such as `art-6-1-b`",
            );
        }
        ids.push(requirement.id.clone());
        requirements.push(requirement);
    }
    Some(Chapter {
        title: title?,
        requirements,
    })
}

fn requirement<'t, 'c>(
    node: &'t Node<'_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<(Text<'t>, Requirement<'c>)> {
    let fields = Fields::open(node, &shape::REQUIREMENT, found)?;
    let id = fields.id("id", found);
    let cite = fields.string("cite", found);
    let title = fields.string("title", found);
    let bindingness: Option<Bindingness> = fields.word("bindingness", found);
    let when = fields.string("when", found);
    let model = fields
        .text("model", found)
        .and_then(|name| provision_named(name, catalogue, found));
    let elements = model.map(|model| elements(&fields, model, catalogue, found));
    let permits = model.map(|model| permits(&fields, model, catalogue, found));
    let gate = fields.yes("gate", found);
    let weight = fields.weight(found);
    let checked = fields.word("checked", found).unwrap_or(Checked::Unverified);
    let note = fields.string("note", found);
    if bindingness == Some(Bindingness::Conditional) && when.is_none() {
        let help = "add `when:` with the condition in words, such as `when: no treaty is in force between the States`";
        let message = "a conditional requirement names its condition";
        found.push(Code::MissingCondition, fields.place, message, help);
    }
    let (model, elements) = (model?, elements?);
    let alternatives = alternatives(&fields, model, &elements, found);
    let id = id?;
    let requirement = Requirement {
        id: id.owned(),
        cite: cite?,
        title: title?,
        bindingness: bindingness?,
        when,
        model,
        elements,
        permits: permits?,
        gate,
        weight,
        project_weight: None,
        alternatives,
        checked,
        note,
    };
    Some((id, requirement))
}

/// The model provision of that id, or a report.
pub(super) fn provision_named<'c>(
    name: Text<'_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<&'c ModelProvision> {
    let provision = catalogue.get(name.text);
    if provision.is_none() {
        let known = catalogue.provisions().iter().map(|known| known.id.as_str());
        let help = did_you_mean(
            name.text,
            known,
            "`gapcheck checklists crosswalk` lists the ids of all model provisions",
        );
        let message = format!("there is no model provision {}", quoted(name.text));
        found.push(Code::UnknownProvision, name.span, message, help);
    }
    provision
}

/// Splits `illegal-access/intent` into the provision and the rest; a bare name belongs to `model`.
fn owner<'t, 'c>(
    name: Text<'t>,
    model: &'c ModelProvision,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<(&'c ModelProvision, Text<'t>)> {
    let Some((provision, rest)) = name.text.split_once('/') else {
        return Some((model, name));
    };
    let provision = provision_named(
        Text {
            text: provision,
            span: name.span,
        },
        catalogue,
        found,
    )?;
    Some((
        provision,
        Text {
            text: rest,
            span: name.span,
        },
    ))
}

fn elements<'c>(
    fields: &Fields<'_, '_>,
    model: &'c ModelProvision,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Vec<ElementRef<'c>> {
    let everything = |provision: &'c ModelProvision| {
        let refs = provision.elements.iter();
        refs.filter(|element| !element.by_name_only)
            .map(|element| ElementRef { provision, element })
            .collect::<Vec<_>>()
    };
    let Some(node) = fields.node("elements") else {
        return Vec::new();
    };
    if matches!(&node.value, Value::Text(text) if text == "all") {
        return everything(model);
    }
    let mut elements: Vec<ElementRef<'c>> = Vec::new();
    for name in fields.texts("elements", found) {
        let Some((provision, rest)) = owner(name, model, catalogue, found) else {
            continue;
        };
        let Some(place) = place_of(rest, &provision.elements, found) else {
            continue;
        };
        let element = &provision.elements[place];
        if elements
            .iter()
            .any(|earlier| std::ptr::eq(earlier.element, element))
        {
            let message = format!("{} is listed here already", quoted(name.text));
            found.push(
                Code::DuplicateId,
                name.span,
                message,
                "remove one of the two",
            );
        } else {
            elements.push(ElementRef { provision, element });
        }
    }
    if elements.is_empty() && found.error_count() == 0 {
        let message = "a requirement needs at least one element";
        let help = "write `elements: all`, or list those that the article asks for";
        found.push(Code::EmptyValue, fields.place, message, help);
    }
    elements
}

fn permits<'c>(
    fields: &Fields<'_, '_>,
    model: &'c ModelProvision,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Vec<Permit<'c>> {
    let mut permits = Vec::new();
    for item in fields.list("permits", found) {
        let Some(permit) = Fields::open(item, &shape::PERMIT, found) else {
            continue;
        };
        let name = permit.text("qualifier", found);
        let form: Option<Form> = permit.word("by", found);
        let basis = permit.string("basis", found).unwrap_or_default();
        let Some((provision, rest)) = name.and_then(|name| owner(name, model, catalogue, found))
        else {
            continue;
        };
        let (Some(qualifier), Some(form)) = (qualifier_named(rest, provision, found), form) else {
            continue;
        };
        if matches!(qualifier.effect, Effect::Excludes(_)) && form == Form::Option {
            let message = format!(
                "{} takes elements out, which an option can't",
                quoted(rest.text)
            );
            let help = "permit it by `declaration` or `reservation`, or let the qualifier narrow an element";
            found.push(Code::NotPermitted, rest.span, message, help);
        }
        permits.push(Permit {
            provision,
            qualifier,
            form,
            basis,
        });
    }
    permits
}

/// The qualifier of that name, or a report.
pub(super) fn qualifier_named<'c>(
    name: Text<'_>,
    provision: &'c ModelProvision,
    found: &mut Diagnostics,
) -> Option<&'c Qualifier> {
    let qualifier = provision.qualifier(name.text);
    if qualifier.is_none() {
        let known: Vec<&str> = provision
            .qualifiers
            .iter()
            .map(|known| known.id.as_str())
            .collect();
        let otherwise = if known.is_empty() {
            format!(
                "`{}` has no qualifiers; write the element under `partly` with the reason",
                provision.id
            )
        } else {
            format!(
                "the qualifiers of `{}` are: {}",
                provision.id,
                known.join(", ")
            )
        };
        let help = did_you_mean(name.text, known.iter().copied(), &otherwise);
        let message = format!(
            "{} is no qualifier of `{}`",
            quoted(name.text),
            provision.id
        );
        found.push(Code::UnknownQualifier, name.span, message, help);
    }
    qualifier
}

fn alternatives(
    fields: &Fields<'_, '_>,
    model: &ModelProvision,
    elements: &[ElementRef<'_>],
    found: &mut Diagnostics,
) -> Vec<Vec<usize>> {
    let mut groups = Vec::new();
    for group in fields.list("alternatives", found) {
        let Value::List(items) = &group.value else {
            super::fields::wrong_shape(
                group,
                "a group of alternatives",
                "a list of elements",
                found,
            );
            continue;
        };
        let mut places = Vec::new();
        for item in items {
            let Some(name) = text_of(item, item.span, "alternatives", found) else {
                continue;
            };
            match elements.iter().position(|one| one.name(model) == name.text) {
                Some(place) => places.push(place),
                None => not_an_alternative(name, name.span, found),
            }
        }
        groups.push(places);
    }
    groups
}

fn not_an_alternative(name: Text<'_>, span: Span, found: &mut Diagnostics) {
    found.push(
        Code::UnknownElement,
        span,
        format!(
            "{} is not among the elements of this requirement",
            quoted(name.text)
        ),
        "list it under `elements` too",
    );
}
