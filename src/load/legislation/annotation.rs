//! Annotations: a section judged against a model provision, element by element.

use super::law::{Home, values};
use super::{Context, annotatable};
use crate::diagnostic::{Code, Diagnostics, quoted};
use crate::load::checklist::qualifier_named;
use crate::load::fields::{Fields, Text};
use crate::load::provision::place_of;
use crate::load::shape;
use crate::load::tree::{Node, Value};
use crate::model::{Annotation, Assessor, Judgement, ModelProvision, Standing};

pub(super) fn annotation<'c>(
    node: &Node<'_>,
    home: &Home<'_>,
    context: &Context<'c, '_>,
    found: &mut Diagnostics,
) -> Option<Annotation<'c>> {
    let fields = Fields::open(node, &shape::ANNOTATION, found)?;
    let name = fields.text("model", found);
    let provision = name.and_then(|name| annotatable(name, context.catalogue, found));
    let values = values(&fields, context.catalogue, found);
    let with = fields
        .texts("with", found)
        .into_iter()
        .flat_map(|name| home.references.sections(name, home.law, found))
        .collect();
    let quote = fields.text("quote", found);
    if let (Some(quote), Some(text)) = (quote, &home.text) {
        text.check(quote, found);
    }
    let translation = fields.string("translation", found);
    let note = fields.string("note", found);
    let by = fields
        .node("by")
        .and_then(|node| assessor(node, found))
        .unwrap_or_default();
    let names = fields.texts("qualifiers", found);
    let provision = provision?;
    let judgements = judgements(&fields, provision, found);
    let claims =
        |judgement: &Judgement| matches!(judgement.standing, Standing::Met | Standing::Partly);
    if quote.is_none() && fields.node("quote").is_none() && judgements.iter().any(claims) {
        let place = name.map_or(fields.place, |name| name.span);
        let message = format!(
            "the finding on `{}` quotes no words of the law",
            provision.id
        );
        found.push(
            Code::NoQuote,
            place,
            message,
            "add `quote:` with the words that show it",
        );
    }
    Some(Annotation {
        provision,
        judgements,
        qualifiers: names
            .into_iter()
            .filter_map(|name| qualifier_named(name, provision, found))
            .collect(),
        with,
        values,
        quote: quote.map(Text::owned),
        translation,
        note,
        by,
    })
}

fn assessor(node: &Node<'_>, found: &mut Diagnostics) -> Option<Assessor> {
    let fields = Fields::open(node, &shape::ASSESSOR, found)?;
    Some(Assessor {
        assessed: fields.string("assessed", found),
        assessed_on: fields.date("assessed-on", found),
        reviewed: fields.string("reviewed", found),
        reviewed_on: fields.date("reviewed-on", found),
        confidence: fields.string("confidence", found),
    })
}

/// What the annotation says of each element, in the order of the provision's elements.
fn judgements(
    fields: &Fields<'_, '_>,
    provision: &ModelProvision,
    found: &mut Diagnostics,
) -> Vec<Judgement> {
    let mut slots: Vec<Option<Judgement>> = Vec::new();
    slots.resize_with(provision.elements.len(), || None);
    let reasoned = [
        ("partly", Standing::Partly),
        ("unmet", Standing::Unmet),
        ("broader", Standing::Broader),
    ];
    for (key, standing) in reasoned {
        for (name, reason) in fields.pairs(key, found) {
            judge(
                name,
                standing,
                reason.map(Text::owned),
                provision,
                &mut slots,
                found,
            );
        }
    }
    let all = fields
        .node("met")
        .is_some_and(|node| matches!(&node.value, Value::Text(text) if text == "all"));
    if all {
        for (element, slot) in provision.elements.iter().zip(&mut slots) {
            if slot.is_none() && element.test.is_none() && !element.by_name_only {
                *slot = Some(Judgement {
                    element: element.position,
                    standing: Standing::Met,
                    reason: None,
                });
            }
        }
    } else {
        for name in fields.texts("met", found) {
            judge(name, Standing::Met, None, provision, &mut slots, found);
        }
    }
    let mut judgements: Vec<Judgement> = slots.into_iter().flatten().collect();
    // Collecting in place keeps the room of all the elements that nothing is said of.
    judgements.shrink_to_fit();
    judgements
}

fn judge(
    name: Text<'_>,
    standing: Standing,
    reason: Option<String>,
    provision: &ModelProvision,
    slots: &mut [Option<Judgement>],
    found: &mut Diagnostics,
) {
    let Some(place) = place_of(name, &provision.elements, found) else {
        return;
    };
    let element = &provision.elements[place];
    if let Some(test) = &element.test {
        found.push(
            Code::ComputedElement,
            name.span,
            format!(
                "{} is computed from a value, not asserted",
                quoted(name.text)
            ),
            format!(
                "remove it here, and write `values: {{ {}: ... }}`; it is met by {}",
                test.value,
                test.in_words()
            ),
        );
        return;
    }
    if slots[place].is_some() {
        found.push(
            Code::NamedTwice,
            name.span,
            format!("{} is judged twice in this annotation", quoted(name.text)),
            "keep it under one of `met`, `partly`, `unmet` and `broader`",
        );
        return;
    }
    slots[place] = Some(Judgement {
        element: place,
        standing,
        reason,
    });
}
