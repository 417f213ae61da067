//! What units cost where a project says nothing else.

use super::super::fields::{Fields, Text};
use super::super::shape;
use super::super::tree::{Node, Value};
use super::amounts::{number, span};
use crate::diagnostic::{Code, Diagnostics, Span as Place, quoted};
use crate::model::{Span, UnitCosts};

/// The costs of one file, with the places of currency and year.
pub(super) struct Costs<'t> {
    currency: Text<'t>,
    year: (u32, Place),
    units: Vec<(String, Span)>,
}

/// Reads `unit-costs`: currency and year, and any number of units.
pub(super) fn costs<'t>(node: &'t Node<'_>, found: &mut Diagnostics) -> Option<Costs<'t>> {
    let fields = Fields::open_names(node, &shape::UNIT_COSTS, found)?;
    let currency = fields.text("currency", found).filter(|currency| {
        let is_code =
            currency.text.len() == 3 && currency.text.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            let message = format!("{} is no currency", quoted(currency.text));
            let help = "write the three capital letters of ISO 4217, such as `USD`";
            found.push(Code::BadValue, currency.span, message, help);
        }
        is_code
    });
    let year = fields.text("year", found).and_then(|text| {
        let year = number(text.text, text.span, found)?;
        Some((u32::try_from(year).ok()?, text.span))
    });
    let mut units = Vec::new();
    if let Value::Map(entries) = &node.value {
        for entry in entries {
            let is_unit = entry.key != "currency" && entry.key != "year";
            if is_unit && !entry.key.starts_with("x-") {
                let cost = span(&entry.node, &entry.key, found);
                units.extend(cost.map(|cost| (entry.key.to_string(), cost)));
            }
        }
    }
    Some(Costs {
        currency: currency?,
        year: year?,
        units,
    })
}

/// Adds the costs of a file to those that go after it. All defaults are in one currency and at the prices of one year.
pub(super) fn join(costs: Costs<'_>, into: &mut UnitCosts, found: &mut Diagnostics) {
    if into.currency.is_empty() {
        into.currency = costs.currency.owned();
        into.year = costs.year.0;
    }
    let help = "the project's own costs belong in `gapcheck.toml`, in any currency and of any year";
    if into.currency != costs.currency.text {
        let message = format!(
            "the library is in {}, and these costs in {}",
            into.currency, costs.currency.text
        );
        found.push(Code::OtherCurrency, costs.currency.span, message, help);
    }
    if into.year != costs.year.0 {
        let message = format!(
            "the library has prices of {}, and these are of {}",
            into.year, costs.year.0
        );
        found.push(Code::OtherCurrency, costs.year.1, message, help);
    }
    into.units.extend(costs.units);
}
