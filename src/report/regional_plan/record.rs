//! From a region to the facts that programs read.

use super::{facts, plan_wording, wording};
use crate::assess::plan::region::{Region, Shared};
use crate::model::{Span, Word};
use crate::report::SCHEMA_VERSION;

pub(super) fn record(region: &Region<'_>, instruments: &[String]) -> facts::RegionalPlan {
    let measures = |measures: &[Shared<'_>], common: bool| {
        let measures = measures.iter();
        measures
            .map(|shared| measure(region, shared, common))
            .collect()
    };
    facts::RegionalPlan {
        schema_version: SCHEMA_VERSION,
        report: "regional-plan",
        countries: region
            .countries
            .iter()
            .map(|one| facts::Member {
                country: facts::Country {
                    code: one.country.code.clone(),
                    name: one.country.name.clone(),
                },
                as_at: one.date.to_string(),
                status: one.status.word(),
                lines: one.lines.len(),
            })
            .collect(),
        checklists: instruments.to_vec(),
        common: region.common,
        measures: measures(&region.measures, true),
        national: measures(&region.national, false),
        research: region
            .research
            .iter()
            .map(|one| facts::Question {
                model: one.question.provision.clone(),
                title: one.question.title.clone(),
                ask: plan_wording::whom(one.question.addressee),
                countries: codes(region, &one.countries),
            })
            .collect(),
    }
}

fn codes(region: &Region<'_>, countries: &[usize]) -> Vec<String> {
    let codes = countries.iter().map(|place| wording::code(region, *place));
    codes.map(ToOwned::to_owned).collect()
}

fn measure(region: &Region<'_>, shared: &Shared<'_>, common: bool) -> facts::Measure {
    let range = |span: Span| facts::Range {
        low: span.low,
        high: span.high,
    };
    facts::Measure {
        id: shared.kind.id.clone(),
        title: wording::title(shared),
        kind: shared.kind.of_type.word(),
        role: shared.kind.role.word(),
        countries: shared
            .countries
            .iter()
            .map(|(place, lines)| {
                let gaps = lines.iter().flat_map(|line| &line.gaps);
                facts::Part {
                    code: wording::code(region, *place).to_owned(),
                    lines: lines.iter().map(|line| line.id.clone()).collect(),
                    gaps: gaps.map(|gap| gap.id.clone()).collect(),
                    effort: range(wording::effort(lines)),
                    cost: wording::cost(lines).map(range),
                    currency: region.countries[*place].costs.currency.clone(),
                }
            })
            .collect(),
        elements: shared
            .elements
            .iter()
            .map(|(gap, countries)| facts::Element {
                id: gap.element.clone(),
                text: gap.text.clone(),
                countries: codes(region, countries),
            })
            .collect(),
        hosts: shared
            .kind
            .organisations
            .iter()
            .map(|one| facts::Organisation {
                id: one.id.clone(),
                name: one.name.clone(),
                mandate: one.mandate.clone(),
            })
            .collect(),
        once: common.then(|| wording::once(shared)),
        stays_national: wording::stays_national(shared),
    }
}
