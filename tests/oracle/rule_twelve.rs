//! Rule 12 of design section 4: powers without safeguards, and requirements put together from different annotations.

use crate::facts::{Checklist, Element, Provision, model_of};
use crate::naive::Case;
use crate::rules::{self, Interval, Narrowing, Outcome, UNKNOWN};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub kind: String,
    pub model: String,
    pub elements: Vec<String>,
}

/// Rule 12: conduct and object limbs, both above 0, from different annotations, and none has both above 0.
pub fn is_combined(case: &Case<'_>, outcomes: &[Outcome]) -> bool {
    for conduct in outcomes {
        for object in outcomes {
            let kinds = kind(case, conduct) == "conduct" && kind(case, object) == "object";
            let limbs = conduct.is_limb && object.is_limb;
            let above_0 = conduct.value.low > 0.0 && object.value.low > 0.0;
            let model = model_of(&conduct.name);
            if kinds
                && limbs
                && above_0
                && model == model_of(&object.name)
                && conduct.rows != object.rows
                && !one_annotation_has_both(case, model, &conduct.name, &object.name)
            {
                return true;
            }
        }
    }
    false
}

fn one_annotation_has_both(case: &Case<'_>, model: &str, conduct: &str, object: &str) -> bool {
    for position in rules::counting_annotations(case.file, model, &case.counts) {
        // A cap never brings a value to 0, so the values before caps will do.
        if stated(case, position, conduct).low > 0.0 && stated(case, position, object).low > 0.0 {
            return true;
        }
    }
    false
}

fn stated(case: &Case<'_>, position: usize, name: &str) -> Interval {
    let annotation = &case.file.annotations[position];
    let stated = rules::stated_value(case.file, annotation, element(case, name));
    stated.unwrap_or(UNKNOWN)
}

fn kind<'a>(case: &Case<'a>, outcome: &Outcome) -> &'a str {
    &element(case, &outcome.name).kind
}

fn element<'a>(case: &Case<'a>, name: &str) -> &'a Element {
    for provision in case.provisions {
        for element in &provision.elements {
            if element.name == name {
                return element;
            }
        }
    }
    panic!("`{name}` is in no catalogue")
}

/// Rule 12, for each procedural power that a requirement of a checklist has as its model: E is all its elements, without
/// caps and exclusions.
pub fn findings(case: &Case<'_>, lists: &[Checklist]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for provision in case.provisions {
        let mut in_a_list = false;
        for requirement in lists.iter().flat_map(|list| &list.requirements) {
            in_a_list = in_a_list || requirement.model == provision.id;
        }
        if in_a_list && provision.category == "procedural-power" {
            findings.extend(finding(case, provision));
        }
    }
    findings
}

fn finding(case: &Case<'_>, provision: &Provision) -> Option<Finding> {
    let narrowing = Narrowing {
        permits: &[],
        is_party: false,
        declarations: &[],
        reservations: &[],
        no_caps: true,
    };
    let wanted = provision.all();
    let outcomes = rules::evaluate(case.file, provision, &wanted, &narrowing, &case.counts);
    let mut some_limb = false;
    let mut missing = Vec::new();
    let mut open = Vec::new();
    for outcome in outcomes {
        some_limb = some_limb || (outcome.is_limb && outcome.value.low > 0.0);
        if kind(case, &outcome) != "safeguard" {
            continue;
        }
        if outcome.value.high == 0.0 {
            missing.push(outcome.name);
        } else if outcome.value.low == 0.0 {
            open.push(outcome.name);
        }
    }
    let (kind, mut elements) = if missing.is_empty() {
        ("safeguards-not-determined", open)
    } else {
        ("unsafeguarded-power", missing)
    };
    elements.sort();
    (some_limb && !elements.is_empty()).then(|| Finding {
        kind: kind.to_owned(),
        model: provision.id.clone(),
        elements,
    })
}
