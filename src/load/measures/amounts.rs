//! Whole numbers of which only the bounds are known.

use super::super::fields::{Fields, text_of, wrong_shape};
use super::super::shape;
use super::super::tree::{Node, Value};
use crate::diagnostic::{Code, Diagnostics, Span as Place, quoted};
use crate::model::Span;

/// A number, or its bounds; `name` is what it is called.
pub(in crate::load) fn span(node: &Node<'_>, name: &str, found: &mut Diagnostics) -> Option<Span> {
    match &node.value {
        Value::Map(_) => {
            let fields = Fields::open(node, &shape::RANGE, found)?;
            let low = bound(&fields, "low", found);
            let high = bound(&fields, "high", found);
            let ((low, _), (high, place)) = (low?, high?);
            if low > high {
                found.push(
                    Code::LowAboveHigh,
                    place,
                    format!("`{name}` ends below where it begins: from {low} to {high}"),
                    "write the smaller number under `low`",
                );
                return None;
            }
            Some(Span { low, high })
        }
        Value::Text(_) | Value::Nothing => {
            let text = text_of(node, node.span, name, found)?;
            number(text.text, text.span, found).map(Span::exactly)
        }
        Value::List(_) => {
            wrong_shape(
                node,
                &format!("`{name}`"),
                "a whole number, or `{ low: 1, high: 2 }`",
                found,
            );
            None
        }
    }
}

fn bound(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Option<(u64, Place)> {
    let text = fields.text(key, found)?;
    Some((number(text.text, text.span, found)?, text.span))
}

/// The largest number that is read: more than any budget in any currency, and far from where sums overflow.
const MOST: u64 = 1_000_000_000_000;

/// A whole number.
pub(in crate::load) fn number(text: &str, place: Place, found: &mut Diagnostics) -> Option<u64> {
    let number = text.parse().ok().filter(|number| *number <= MOST);
    if number.is_none() {
        let message = format!("{} is no whole number", quoted(text));
        let help = "write digits alone, such as `12`";
        found.push(Code::BadValue, place, message, help);
    }
    number
}
