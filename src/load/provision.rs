//! The catalogue: model provisions and values, from its own files and from a user's checklists.

use super::fields::{Fields, Text};
use super::shape;
use super::suggest::did_you_mean;
use super::tree::Node;
use crate::diagnostic::{Code, Diagnostics, quoted};
use crate::model::{
    Bound, Catalogue, Effect, Element, ElementKind, ModelProvision, Qualifier, Quantity, Role,
    Test, ValueDefinition,
};

/// Adds the `values` of a file to the catalogue; all files' values are read before any file's provisions.
pub(super) fn values(fields: &Fields<'_, '_>, catalogue: &mut Catalogue, found: &mut Diagnostics) {
    for item in fields.list("values", found) {
        let Some(value) = Fields::open(item, &shape::VALUE, found) else {
            continue;
        };
        let id = value.id("id", found);
        let unit = value.word("unit", found);
        let text = value.string("text", found);
        if let (Some(id), Some(unit), Some(text)) = (id, unit, text) {
            let definition = ValueDefinition {
                id: id.owned(),
                unit,
                text,
            };
            if let Err(duplicate) = catalogue.add_value(definition) {
                refuse_duplicate(id, &duplicate.to_string(), found);
            }
        }
    }
}

/// Adds the `provisions` of a file to the catalogue.
pub(super) fn provisions(
    fields: &Fields<'_, '_>,
    catalogue: &mut Catalogue,
    found: &mut Diagnostics,
) {
    for item in fields.list("provisions", found) {
        let Some((id, provision)) = provision(item, catalogue, found) else {
            continue;
        };
        if let Err(duplicate) = catalogue.add(provision) {
            refuse_duplicate(id, &duplicate.to_string(), found);
        }
    }
}

fn refuse_duplicate(id: Text<'_>, message: &str, found: &mut Diagnostics) {
    found.push(
        Code::DuplicateId,
        id.span,
        message,
        "choose another id, or use the one that exists",
    );
}

fn provision<'t>(
    node: &'t Node<'_>,
    catalogue: &Catalogue,
    found: &mut Diagnostics,
) -> Option<(Text<'t>, ModelProvision)> {
    let fields = Fields::open(node, &shape::PROVISION, found)?;
    let id = fields.id("id", found);
    let title = fields.string("title", found);
    let category = fields.word("category", found);
    let chain = fields.words("chain", found);
    let summary = fields.string("summary", found).unwrap_or_default();
    let elements = elements(&fields, catalogue, found);
    let qualifiers = qualifiers(&fields, &elements, found);
    let includes: Vec<String> = fields
        .texts("includes", found)
        .into_iter()
        .map(Text::owned)
        .collect();
    if elements.is_empty() == includes.is_empty() {
        let help = "give `elements`, or for an umbrella `includes` with the ids it stands for";
        let message = "a model provision has either elements or the ids it includes";
        found.push(Code::MissingKey, fields.place, message, help);
    }
    let id = id?;
    let provision = ModelProvision {
        id: id.owned(),
        title: title?,
        category: category?,
        chain,
        summary,
        elements,
        qualifiers,
        includes,
    };
    Some((id, provision))
}

fn elements(
    fields: &Fields<'_, '_>,
    catalogue: &Catalogue,
    found: &mut Diagnostics,
) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    for item in fields.list("elements", found) {
        let Some((id, element)) = element(item, elements.len(), catalogue, found) else {
            continue;
        };
        if elements.iter().any(|earlier| earlier.id == element.id) {
            let message = format!(
                "{} is an element of this provision already",
                quoted(id.text)
            );
            refuse_duplicate(id, &message, found);
        } else {
            elements.push(element);
        }
    }
    elements
}

fn element<'t>(
    node: &'t Node<'_>,
    position: usize,
    catalogue: &Catalogue,
    found: &mut Diagnostics,
) -> Option<(Text<'t>, Element)> {
    let fields = Fields::open(node, &shape::ELEMENT, found)?;
    let id = fields.id("id", found);
    let kind: Option<ElementKind> = fields.word("kind", found);
    let text = fields.string("text", found);
    let role: Option<Role> = fields.word("role", found);
    let weight = fields.weight(found);
    let by_name_only = fields.yes("by-name-only", found);
    let test = fields
        .node("test")
        .and_then(|node| test(node, catalogue, found));
    let (id, kind) = (id?, kind?);
    let element = Element {
        id: id.owned(),
        position,
        kind,
        role: role.unwrap_or_else(|| kind.role()),
        text: text?,
        weight,
        test,
        by_name_only,
    };
    Some((id, element))
}

fn test(node: &Node<'_>, catalogue: &Catalogue, found: &mut Diagnostics) -> Option<Test> {
    let fields = Fields::open(node, &shape::TEST, found)?;
    let value = fields.text("value", found);
    let at_least = fields.text("at-least", found);
    let at_most = fields.text("at-most", found);
    let value = value?;
    let Some(definition) = catalogue.value(value.text) else {
        unknown_value(value, catalogue, found);
        return None;
    };
    let read = |text: Text<'_>, found: &mut Diagnostics| {
        Quantity::read(text.text, definition.unit)
            .inspect_err(|error| {
                let message = format!("{} is no {}", quoted(text.text), unit_noun(definition));
                found.push(Code::BadTest, text.span, message, error.to_string());
            })
            .ok()
    };
    let bound = match (at_least, at_most) {
        (Some(figure), None) => Bound::AtLeast(read(figure, found)?),
        (None, Some(figure)) => Bound::AtMost(read(figure, found)?),
        (None, None) | (Some(_), Some(_)) => {
            let message = "a test needs one figure";
            found.push(
                Code::BadTest,
                value.span,
                message,
                "write either `at-least` or `at-most`",
            );
            return None;
        }
    };
    Some(Test {
        value: value.owned(),
        bound,
    })
}

/// Reports a value that the catalogue does not define.
pub(super) fn unknown_value(value: Text<'_>, catalogue: &Catalogue, found: &mut Diagnostics) {
    let known: Vec<&str> = catalogue.values().map(|value| value.id.as_str()).collect();
    let help = did_you_mean(
        value.text,
        known.iter().copied(),
        &format!("values are: {}", known.join(", ")),
    );
    let message = format!("there is no value {}", quoted(value.text));
    found.push(Code::UnknownValue, value.span, message, help);
}

/// What a value of this kind is called: `a duration`.
pub(super) fn unit_noun(definition: &ValueDefinition) -> &'static str {
    match definition.unit {
        crate::model::Unit::Duration => "duration",
        crate::model::Unit::Number => "number",
        crate::model::Unit::YesNo => "`yes` or `no`",
    }
}

fn qualifiers(
    fields: &Fields<'_, '_>,
    elements: &[Element],
    found: &mut Diagnostics,
) -> Vec<Qualifier> {
    let mut qualifiers: Vec<Qualifier> = Vec::new();
    for item in fields.list("qualifiers", found) {
        let Some((id, qualifier)) = qualifier(item, elements, found) else {
            continue;
        };
        if qualifiers.iter().any(|earlier| earlier.id == qualifier.id) {
            let message = format!(
                "{} is a qualifier of this provision already",
                quoted(id.text)
            );
            refuse_duplicate(id, &message, found);
        } else {
            qualifiers.push(qualifier);
        }
    }
    qualifiers
}

fn qualifier<'t>(
    node: &'t Node<'_>,
    elements: &[Element],
    found: &mut Diagnostics,
) -> Option<(Text<'t>, Qualifier)> {
    let fields = Fields::open(node, &shape::QUALIFIER, found)?;
    let id = fields.id("id", found);
    let text = fields.string("text", found);
    let narrows = fields.text("narrows", found);
    let excludes = fields.texts("excludes", found);
    let mut place = |name: Text<'_>| place_of(name, elements, found);
    let effect = match (narrows, excludes.is_empty()) {
        (Some(name), true) => place(name).map(Effect::Narrows),
        (None, false) => Some(Effect::Excludes(
            excludes.into_iter().filter_map(place).collect(),
        )),
        (None, true) | (Some(_), false) => {
            let message = "a qualifier either narrows one element or excludes some";
            let help = "write `narrows: element`, or `excludes: [elements]`";
            found.push(Code::MissingKey, fields.place, message, help);
            None
        }
    };
    let id = id?;
    let qualifier = Qualifier {
        id: id.owned(),
        effect: effect?,
        text: text?,
    };
    Some((id, qualifier))
}

/// The place of the element called `name`, or a report.
pub(super) fn place_of(
    name: Text<'_>,
    elements: &[Element],
    found: &mut Diagnostics,
) -> Option<usize> {
    let place = elements.iter().position(|element| element.id == name.text);
    if place.is_none() {
        let known: Vec<&str> = elements.iter().map(|element| element.id.as_str()).collect();
        let help = did_you_mean(
            name.text,
            known.iter().copied(),
            &format!("the elements are: {}", known.join(", ")),
        );
        let message = format!("there is no element {}", quoted(name.text));
        found.push(Code::UnknownElement, name.span, message, help);
    }
    place
}
