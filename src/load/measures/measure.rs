//! One measure of a library.

use std::collections::BTreeMap;

use super::super::fields::{Fields, Text, wrong_shape};
use super::super::shape;
use super::super::suggest::did_you_mean;
use super::super::tree::{Node, Value};
use super::Draft;
use super::amounts::span;
use super::answers::answers;
use crate::diagnostic::{Code, Diagnostics, Span as Place, quoted};
use crate::model::{Amount, Catalogue, Effort, Indicator, Measure, Span};

/// What stands for something else in the words of a measure.
const PLACEHOLDERS: &[&str] = &["law", "provisions", "instrument", "link"];

/// Reads a measure; what other entries it names is found later.
pub(super) fn measure<'t, 'c>(
    node: &'t Node<'_>,
    file: usize,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<Draft<'t, 'c>> {
    let fields = Fields::open(node, &shape::MEASURE, found)?;
    let id = fields.id("id", found);
    let title = words(&fields, "title", found);
    let ensure = words(&fields, "ensure", found);
    let consider = words(&fields, "consider", found);
    let kind = fields.word("type", found);
    let role = fields.word("role", found);
    let per = fields.word("per", found);
    let chain = fields.words("chain", found);
    let answers = answers(&fields, catalogue, found);
    let lead = fields.string("lead", found);
    let partners = strings(&fields, "partners", found);
    let after = fields.texts("after", found);
    let effort = fields.node("effort").and_then(|node| effort(node, found));
    let months = fields.node("months");
    let months = months.and_then(|node| span(node, "months", found));
    let (units, named) = units(&fields, found);
    let outputs = indicators(&fields, "outputs", found);
    let outcomes = indicators(&fields, "outcomes", found);
    let assumptions = strings(&fields, "assumptions", found);
    let risks = strings(&fields, "risks", found);
    let organisations = fields.texts("organisations", found);
    let drafting = fields.string("drafting", found);
    let id = id?;
    let measure = Measure {
        id: id.owned(),
        position: 0,
        title: title?,
        ensure: ensure?,
        consider: consider?,
        kind: kind?,
        role: role?,
        per: per?,
        chain,
        answers,
        lead: lead?,
        partners,
        after: Vec::new(),
        effort: effort?,
        months: months?,
        units,
        outputs,
        outcomes,
        assumptions,
        risks,
        organisations: Vec::new(),
        drafting,
    };
    Some(Draft {
        file,
        id,
        measure,
        after,
        organisations,
        units: named,
    })
}

fn strings(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Vec<String> {
    let texts = fields.texts(key, found).into_iter();
    texts.map(Text::owned).collect()
}

/// A text in which placeholders may stand.
fn words(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Option<String> {
    let text = fields.text(key, found)?;
    for rest in text.text.split('{').skip(1) {
        let name = rest.split('}').next().unwrap_or(rest);
        if !PLACEHOLDERS.contains(&name) || !rest.contains('}') {
            let all = "write one of: {law}, {provisions}, {instrument}, {link}";
            let help = did_you_mean(name, PLACEHOLDERS.iter().copied(), all);
            let message = format!("there is no placeholder {}", quoted(name));
            found.push(Code::UnknownPlaceholder, text.span, message, help);
        }
    }
    Some(text.owned())
}

fn effort(node: &Node<'_>, found: &mut Diagnostics) -> Option<Effort> {
    let fields = Fields::open(node, &shape::EFFORT, found)?;
    let base = fields.node("base").map(|node| span(node, "base", found));
    let per_gap = fields
        .node("per-gap")
        .map(|node| span(node, "per-gap", found));
    Some(Effort {
        base: base??,
        per_gap: per_gap.unwrap_or(Some(Span::default()))?,
    })
}

/// How much of which units, with the places of their names.
fn units<'t>(
    fields: &Fields<'t, '_>,
    found: &mut Diagnostics,
) -> (BTreeMap<String, Amount>, Vec<Text<'t>>) {
    let mut units = BTreeMap::new();
    let mut named = Vec::new();
    let entries = match fields.node("units").map(|node| (node, &node.value)) {
        None | Some((_, Value::Nothing)) => return (units, named),
        Some((_, Value::Map(entries))) => entries,
        Some((node, Value::Text(_) | Value::List(_))) => {
            let wanted = "units with how much of each: `{ person-day: effort, workshop: 1 }`";
            wrong_shape(node, "`units`", wanted, found);
            return (units, named);
        }
    };
    for entry in entries {
        if entry.key.starts_with("x-") {
            continue;
        }
        named.push(Text {
            text: &entry.key,
            span: entry.key_span,
        });
        let amount = match &entry.node.value {
            Value::Text(text) if text == "effort" => Some(Amount::Effort),
            Value::Nothing | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                span(&entry.node, &entry.key, found).map(Amount::Number)
            }
        };
        units.extend(amount.map(|amount| (entry.key.to_string(), amount)));
    }
    (units, named)
}

fn indicators(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Vec<Indicator> {
    let items = fields.list(key, found).iter();
    items
        .filter_map(|item| {
            let fields = Fields::open(item, &shape::INDICATOR, found)?;
            let indicator = fields.string("indicator", found);
            let means = fields.string("means", found);
            Some(Indicator {
                indicator: indicator?,
                means: means?,
            })
        })
        .collect()
}

/// Reports a name that no measure has.
pub(super) fn unknown_measure<'k>(
    name: Text<'_>,
    known: impl IntoIterator<Item = &'k str>,
    found: &mut Diagnostics,
) {
    let place: Place = name.span;
    let otherwise = "give the id of a measure of this file or of the library";
    let help = did_you_mean(name.text, known, otherwise);
    let message = format!("there is no measure {}", quoted(name.text));
    found.push(Code::UnknownMeasure, place, message, help);
}
