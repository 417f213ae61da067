//! What contradicts itself once the whole file is read: periods that overlap, absences that are found, idle support.

use crate::diagnostic::{Code, Diagnostics, Source, Span, quoted};
use crate::load::fields::Fields;
use crate::load::tree::{Node, Value};
use crate::model::{Absence, Annotation, Assumed, InForce, Legislation, LifeCycle, Standing};

pub(super) fn examine(
    fields: &Fields<'_, '_>,
    legislation: &Legislation<'_>,
    source: &Source,
    found: &mut Diagnostics,
) {
    let in_force = legislation.in_force(legislation.as_at, &Assumed::nothing());
    overlaps(fields, legislation, source, found);
    idle_support(fields, legislation, &in_force, found);
    contradictions(fields, legislation, &in_force, found);
}

/// The `index`-th item of the list at `key`.
fn item<'t, 's>(node: &'t Node<'s>, key: &str, index: usize) -> Option<&'t Node<'s>> {
    match &node.at(key)?.value {
        Value::List(items) => items.get(index),
        Value::Nothing | Value::Text(_) | Value::Map(_) => None,
    }
}

fn section_node<'t, 's>(
    fields: &Fields<'t, 's>,
    law: usize,
    section: usize,
) -> Option<&'t Node<'s>> {
    let Value::List(laws) = &fields.node("laws")?.value else {
        return None;
    };
    item(laws.get(law)?, "sections", section)
}

/// One reference may stand twice in a law only where the periods don't overlap.
fn overlaps(
    fields: &Fields<'_, '_>,
    legislation: &Legislation<'_>,
    source: &Source,
    found: &mut Diagnostics,
) {
    for (place, law) in legislation.laws.iter().enumerate() {
        let mut order: Vec<usize> = (0..law.sections.len()).collect();
        order.sort_by(|left, right| {
            let reference = |index: &usize| &law.sections[*index].reference;
            reference(left).cmp(reference(right)).then(left.cmp(right))
        });
        for group in order
            .chunk_by(|left, right| law.sections[*left].reference == law.sections[*right].reference)
        {
            for (position, later) in group.iter().enumerate().skip(1) {
                let clash = group[..position].iter().find(|earlier| {
                    share_a_day(&law.sections[**earlier].life, &law.sections[*later].life)
                });
                let (Some(earlier), Some(node)) = (clash, section_node(fields, place, *later))
                else {
                    continue;
                };
                let span = node.at("ref").map_or(Span::default(), |node| node.span);
                let line = section_node(fields, place, *earlier)
                    .map_or(0, |node| source.position(node.span.start).line);
                found.push(
                    Code::OverlappingPeriods,
                    span,
                    format!("{} stands in this law already, in line {line}, and for the same time", quoted(&law.sections[*later].reference)),
                    "join the two, or give the old wording a `repealed` date and the new one an `in-force` date",
                );
            }
        }
    }
}

/// Whether two wordings can be law on the same day. Without dates, a wording reaches back or on without end.
fn share_a_day(one: &LifeCycle, other: &LifeCycle) -> bool {
    let before = |first: &LifeCycle, second: &LifeCycle| {
        first
            .repealed
            .zip(second.in_force)
            .is_some_and(|(end, begin)| end <= begin)
    };
    let draft = |life: &LifeCycle| {
        use crate::model::Status::{Bill, Drafting, Enacted, InForce, Repealed, Suspended};
        match life.status {
            Drafting | Bill => true,
            Enacted | InForce | Suspended | Repealed => false,
        }
    };
    // A draft of a new wording may stand beside the wording in force.
    draft(one) == draft(other) && !before(one, other) && !before(other, one)
}

/// A supporting section that does not count, while the section that relies on it does.
fn idle_support(
    fields: &Fields<'_, '_>,
    legislation: &Legislation<'_>,
    in_force: &InForce,
    found: &mut Diagnostics,
) {
    for (index, section) in legislation.sections() {
        if !in_force.has(index) {
            continue;
        }
        for annotation in &section.covers {
            for support in annotation
                .with
                .iter()
                .filter(|support| !in_force.has(**support))
            {
                // A section with an old and a new wording is in force if one of them is.
                let law = &legislation.laws[support.law];
                let reference = &legislation.section(*support).reference;
                let other_wording = law.sections.iter().enumerate().any(|(section, other)| {
                    other.reference == *reference
                        && in_force.has(crate::model::SectionIndex {
                            law: support.law,
                            section,
                        })
                });
                if other_wording {
                    continue;
                }
                let span = section_node(fields, index.law, index.section)
                    .and_then(|node| with_span(node, annotation, reference))
                    .unwrap_or_default();
                found.push(
                    Code::IdleSupport,
                    span,
                    format!("{} does not count at {}", quoted(&legislation.cite(*support)), legislation.as_at),
                    "cite the provision that has taken its place, or check the status and dates of its law",
                );
            }
        }
    }
}

/// Where `reference` stands under `with` in the annotation of that model.
fn with_span(section: &Node<'_>, annotation: &Annotation<'_>, reference: &str) -> Option<Span> {
    let Value::List(covers) = &section.at("covers")?.value else {
        return None;
    };
    let is = |node: Option<&Node<'_>>, wanted: &str| matches!(node.map(|node| &node.value), Some(Value::Text(text)) if text == wanted);
    let cover = covers.iter().find(|cover| {
        is(cover.at("model"), &annotation.provision.id) && cover.at("with").is_some()
    })?;
    let Value::List(items) = &cover.at("with")?.value else {
        return None;
    };
    items
        .iter()
        .find(|item| matches!(&item.value, Value::Text(text) if text.ends_with(reference)))
        .map(|item| item.span)
}

/// `absent` beside an annotation in force that says otherwise (design, section 4, rule 2).
fn contradictions(
    fields: &Fields<'_, '_>,
    legislation: &Legislation<'_>,
    in_force: &InForce,
    found: &mut Diagnostics,
) {
    let Some(Value::List(items)) = fields.node("absent").map(|node| &node.value) else {
        return;
    };
    let nodes = items.iter().filter_map(|item| item.at("model"));
    // Absences with mistakes of their own are not in the model; then the two lists can't be laid side by side.
    let aligned = nodes.clone().count() == legislation.absences.len();
    for (absence, node) in legislation.absences.iter().zip(nodes).filter(|_| aligned) {
        let otherwise = legislation
            .sections()
            .filter(|(index, _)| in_force.has(*index))
            .find(|(_, section)| {
                section
                    .covers
                    .iter()
                    .any(|covers| says_otherwise(covers, absence))
            });
        if let Some((index, _)) = otherwise {
            found.push(
                Code::AbsentButFound,
                node.span,
                format!(
                    "`{}` is listed as absent, and {} says otherwise",
                    absence.provision.id,
                    quoted(&legislation.cite(index))
                ),
                "remove the entry under `absent`, or name only the `elements` that no section has",
            );
        }
    }
}

fn says_otherwise(annotation: &Annotation<'_>, absence: &Absence<'_>) -> bool {
    if !std::ptr::eq(annotation.provision, absence.provision) {
        return false;
    }
    absence.elements.is_empty()
        || annotation.judgements.iter().any(|judgement| {
            absence.elements.contains(&judgement.element)
                && match judgement.standing {
                    Standing::Met | Standing::Partly | Standing::Broader => true,
                    Standing::Unmet => false,
                }
        })
}
