//! Effort and cost: person-days by the elements to be dealt with, and units at the project's prices or the library's.

use std::collections::BTreeMap;

use super::line::{Cost, CostPart, Line, Price};
use super::{Costing, Ingredients};
use crate::model::{Amount, Element, Span};

/// Works out effort and cost of each line.
pub(super) fn weigh(from: &Ingredients<'_>, lines: &mut [Line<'_>]) {
    for line in lines {
        let pieces = Span::exactly(pieces_of_work(line));
        let effort = line.measure.effort;
        line.effort = effort.base.plus(effort.per_gap.times(pieces));
        line.cost = cost(from, line);
    }
}

/// How many things there are to draft, train or set up: an element that several instruments ask for is one, however many
/// gaps it makes. What joining a treaty only helps along is none.
fn pieces_of_work(line: &Line<'_>) -> u64 {
    let supported = line.supports.iter().filter(|_| line.treaties.is_empty());
    let of_gaps = line.closes.iter().chain(supported).map(|gap| gap.element());
    let of_findings = line.findings.iter().flat_map(|finding| &finding.elements);
    let mut elements: Vec<&Element> = Vec::new();
    for element in of_gaps.chain(of_findings.copied()) {
        if !elements.iter().any(|known| std::ptr::eq(*known, element)) {
            elements.push(element);
        }
    }
    let others = line.declarations.len() + line.treaties.len();
    (elements.len() + others) as u64
}

fn cost(from: &Ingredients<'_>, line: &Line<'_>) -> Cost {
    let units = line.measure.units.iter();
    let parts: Vec<CostPart> = units
        .map(|(unit, amount)| CostPart {
            unit: unit.clone(),
            quantity: match amount {
                Amount::Effort => line.effort,
                Amount::Number(number) => *number,
            },
            price: price(from, unit),
        })
        .collect();
    let amounts = parts.iter().map(|part| {
        let price = part.price?;
        Some(part.quantity.times(price.amount))
    });
    Cost {
        amount: sum(amounts),
        is_default: parts.iter().any(CostPart::is_default),
        parts,
    }
}

impl CostPart {
    /// Whether its price is the library's.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.price.is_some_and(|price| price.is_default)
    }
}

/// The sum; none if one of the amounts is not known.
fn sum(amounts: impl Iterator<Item = Option<Span>>) -> Option<Span> {
    let mut sum = Span::default();
    for amount in amounts {
        sum = sum.plus(amount?);
    }
    Some(sum)
}

/// The project's price goes before the library's, which serves only where the currency is the same.
fn price(from: &Ingredients<'_>, unit: &str) -> Option<Price> {
    let own = from.costs.and_then(|costs| costs.units.get(unit));
    if let Some(amount) = own {
        return Some(Price {
            amount: *amount,
            is_default: false,
        });
    }
    let defaults = &from.library.unit_costs;
    let same = from
        .costs
        .is_none_or(|costs| costs.currency == defaults.currency);
    let amount = defaults.units.get(unit).filter(|_| same)?;
    Some(Price {
        amount: *amount,
        is_default: true,
    })
}

/// What the plan costs in all.
pub(super) fn costing(from: &Ingredients<'_>, lines: &[Line<'_>]) -> Costing {
    let costs = from.costs.unwrap_or(&from.library.unit_costs);
    let efforts = lines.iter().map(|line| line.effort);
    let mut prices: BTreeMap<String, Option<Price>> = BTreeMap::new();
    for part in lines.iter().flat_map(|line| &line.cost.parts) {
        prices.insert(part.unit.clone(), part.price);
    }
    Costing {
        currency: costs.currency.clone(),
        year: costs.year,
        effort: efforts.fold(Span::default(), Span::plus),
        total: sum(lines.iter().map(|line| line.cost.amount)),
        is_default: lines.iter().any(|line| line.cost.is_default),
        prices: prices.into_iter().collect(),
    }
}
