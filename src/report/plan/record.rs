//! From a plan to the facts that programs read.

use super::{Subject, days, facts, kept, wording};
use crate::assess::Finding;
use crate::assess::plan::{
    Asked, CostPart, DeclarationRef, GapRef, Ground, Line, Price, Question, Target,
};
use crate::model::{Checklist, Indicator, Span, Support, Word};
use crate::report::SCHEMA_VERSION;
use crate::report::assessment::score;

pub(super) fn record(subject: &Subject<'_>) -> facts::Plan {
    let plan = subject.plan;
    let legislation = subject.legislation;
    let findings = plan.unanswered.findings.iter();
    facts::Plan {
        schema_version: SCHEMA_VERSION,
        report: "plan",
        country: facts::Country {
            code: legislation.country.code.clone(),
            name: legislation.country.name.clone(),
        },
        as_at: subject.date.to_string(),
        start: days::start(subject).to_string(),
        status: legislation.status.word(),
        library: subject.library.to_owned(),
        checklists: plan
            .outlook
            .iter()
            .map(|outlook| facts::Checklist {
                id: outlook.checklist.id.clone(),
                version: outlook.checklist.version.clone(),
                title: outlook.checklist.title.clone(),
                baseline: score(outlook.baseline),
                target: score(outlook.target),
            })
            .collect(),
        measures: plan
            .lines
            .iter()
            .map(|line| measure(subject, line))
            .collect(),
        research: plan
            .research
            .iter()
            .map(|research| facts::Research {
                id: research.id.clone(),
                ask: wording::whom(research.addressee),
                questions: research
                    .questions
                    .iter()
                    .map(|one| question(subject, one))
                    .collect(),
            })
            .collect(),
        unanswered: ids(&plan.unanswered.gaps),
        unanswered_findings: findings.map(|one| finding(subject, one)).collect(),
        unanswered_declarations: plan
            .unanswered
            .declarations
            .iter()
            .map(declaration)
            .collect(),
        unanswered_treaties: checklist_ids(&plan.unanswered.treaties),
        needs_without_gap: plan
            .needs_without_gap
            .iter()
            .map(|need| need.provision.id.clone())
            .collect(),
        support: plan.under_way.iter().map(|one| support(one)).collect(),
        costs: costs(subject),
        aside: plan
            .kept
            .map(|_| plan.aside.iter().map(kept::record_aside).collect()),
    }
}

fn ids(gaps: &[GapRef<'_>]) -> Vec<String> {
    gaps.iter().map(|gap| gap.id().to_owned()).collect()
}

fn checklist_ids(checklists: &[&Checklist<'_>]) -> Vec<String> {
    checklists.iter().map(|one| one.id.clone()).collect()
}

pub(super) fn range(span: Span) -> facts::Range {
    facts::Range {
        low: span.low,
        high: span.high,
    }
}

fn measure(subject: &Subject<'_>, line: &Line<'_>) -> facts::Measure {
    let lines = &subject.plan.lines;
    let measure = line.measure;
    facts::Measure {
        id: line.id.clone(),
        measure: measure.id.clone(),
        title: wording::title(line),
        recommendation: wording::recommendation(line),
        kind: measure.kind.word(),
        role: measure.role.word(),
        target: target(line),
        phase: line.phase.word(),
        chain: line.links().into_iter().map(Word::word).collect(),
        closes: ids(&line.closes),
        supports: ids(&line.supports),
        findings: line
            .findings
            .iter()
            .map(|one| finding(subject, one))
            .collect(),
        declarations: line.declarations.iter().map(declaration).collect(),
        treaties: checklist_ids(&line.treaties),
        grounds: line
            .grounds
            .iter()
            .map(|one| ground(subject, line, one))
            .collect(),
        after: line
            .after
            .iter()
            .map(|place| lines[*place].id.clone())
            .collect(),
        months: facts::Months {
            begin: line.begin,
            end: line.end,
            low: measure.months.low,
            high: measure.months.high,
        },
        days: days::days(subject, line),
        lead: measure.lead.clone(),
        partners: measure.partners.clone(),
        effort: range(line.effort),
        cost: cost(subject, line),
        years: days::by_year(subject, line),
        outputs: measure.outputs.iter().map(indicator).collect(),
        outcomes: measure.outcomes.iter().map(indicator).collect(),
        assumptions: measure.assumptions.clone(),
        risks: measure.risks.clone(),
        organisations: measure
            .organisations
            .iter()
            .map(|one| facts::Organisation {
                id: one.id.clone(),
                name: one.name.clone(),
                mandate: one.mandate.clone(),
            })
            .collect(),
        under_way: line.under_way.iter().map(|one| support(one)).collect(),
        bills: line
            .bills
            .iter()
            .map(|bill| facts::Bill {
                law: bill.law.id.clone(),
                title: bill.law.title.clone(),
                closes: ids(&bill.closes),
            })
            .collect(),
        figures: facts::Figures {
            requirements: line.figures.requirements,
            baseline: score(line.figures.baseline),
            target: score(line.figures.target),
        },
        kept: kept::record(line),
    }
}

fn target(line: &Line<'_>) -> facts::Target {
    let (kind, id) = match line.target {
        Target::Law(_) => ("law", line.target.id()),
        Target::NewLaw => ("new-law", None),
        Target::Provision(_) => ("provision", line.target.id()),
        Target::Link(_) => ("link", line.target.id()),
        Target::Instrument(_) => ("instrument", line.target.id()),
        Target::Country => ("country", None),
    };
    facts::Target {
        kind,
        id: id.map(ToOwned::to_owned),
    }
}

fn finding(subject: &Subject<'_>, finding: &Finding<'_>) -> facts::Finding {
    facts::Finding {
        kind: finding.kind.word(),
        model: finding.provision.map(|one| one.id.clone()),
        elements: finding.elements.iter().map(|one| one.id.clone()).collect(),
        sections: finding
            .sections
            .iter()
            .map(|index| subject.legislation.cite(*index))
            .collect(),
    }
}

fn declaration(declaration: &DeclarationRef<'_>) -> facts::Declaration {
    facts::Declaration {
        checklist: declaration.checklist.id.clone(),
        name: declaration.name.to_owned(),
    }
}

fn ground(subject: &Subject<'_>, line: &Line<'_>, ground: &Ground<'_>) -> facts::Ground {
    let (kind, about, figure) = match ground {
        Ground::Gate(results) => {
            let ids = results.iter().map(|one| one.requirement.id.clone());
            ("gate", ids.collect(), None)
        }
        Ground::UnsafeguardedPower(powers) => {
            let ids = powers.iter().map(|one| one.id.clone());
            ("unsafeguarded-power", ids.collect(), None)
        }
        Ground::Cooperation(provisions) => {
            let ids = provisions.iter().map(|one| one.id.clone());
            ("cooperation", ids.collect(), None)
        }
        #[expect(clippy::cast_precision_loss, reason = "plans have few lines")]
        Ground::PrerequisiteOf(waiting) => ("prerequisite", Vec::new(), Some(*waiting as f64)),
        Ground::Need(needs) => {
            let ids = needs.iter().map(|one| one.provision.id.clone());
            ("need", ids.collect(), None)
        }
        Ground::Bill(laws) => {
            let ids = laws.iter().map(|one| one.id.clone());
            ("bill", ids.collect(), None)
        }
        Ground::Weight(weight) => ("weight", Vec::new(), Some(*weight)),
        Ground::WaitedForBy(id) => ("waited-for", vec![id.clone()], None),
        Ground::Own => ("own", Vec::new(), None),
    };
    facts::Ground {
        kind,
        text: wording::ground(subject, line, ground),
        about,
        figure,
    }
}

fn cost(subject: &Subject<'_>, line: &Line<'_>) -> facts::Cost {
    let costs = &subject.plan.costs;
    facts::Cost {
        low: line.cost.amount.map(|amount| amount.low),
        high: line.cost.amount.map(|amount| amount.high),
        currency: costs.currency.clone(),
        year: costs.year,
        default: line.cost.is_default,
        national: line.national(),
        donor: line.donor().and_then(|(_, amount)| amount),
        donor_name: line.donor().map(|(name, _)| name.to_owned()),
        gap: line.unfunded().map(range),
        parts: line.cost.parts.iter().map(part).collect(),
    }
}

fn part(part: &CostPart) -> facts::Part {
    facts::Part {
        unit: part.unit.clone(),
        quantity: range(part.quantity),
        price: part.price.map(|price| range(price.amount)),
        default: part.is_default(),
    }
}

fn indicator(indicator: &Indicator) -> facts::Indicator {
    facts::Indicator {
        indicator: indicator.indicator.clone(),
        means: indicator.means.clone(),
    }
}

fn support(support: &Support<'_>) -> facts::Support {
    facts::Support {
        provider: support.provider.clone(),
        project: support.project.clone(),
        from: support.from.map(|date| date.to_string()),
        to: support.to.map(|date| date.to_string()),
        covers: support.covers.iter().map(|one| one.id.clone()).collect(),
    }
}

fn question(subject: &Subject<'_>, question: &Question<'_>) -> facts::Question {
    let asked_for = |asked: &Asked<'_>| {
        let of = asked.of.iter();
        of.map(|(checklist, result)| {
            let model = result.requirement.model;
            let name = crate::model::ElementRef {
                provision: question.provision,
                element: asked.element,
            }
            .name(model);
            format!("{}/{}/{name}", checklist.id, result.requirement.id)
        })
        .collect()
    };
    facts::Question {
        model: question.provision.id.clone(),
        title: question.provision.title.clone(),
        elements: question
            .unknown
            .iter()
            .map(|asked| facts::Unknown {
                id: asked.element.id.clone(),
                text: asked.element.text.clone(),
                asked_for: asked_for(asked),
                safeguard_in_question: asked.finding.is_some(),
            })
            .collect(),
        searched: question.searched.iter().map(|law| law.id.clone()).collect(),
        sections: question
            .sections
            .iter()
            .map(|index| subject.legislation.cite(*index))
            .collect(),
    }
}

fn costs(subject: &Subject<'_>) -> facts::Costs {
    let costs = &subject.plan.costs;
    let price = |(unit, price): &(String, Option<Price>)| facts::UnitPrice {
        unit: unit.clone(),
        price: price.map(|price| range(price.amount)),
        default: price.is_some_and(|price| price.is_default),
    };
    facts::Costs {
        currency: costs.currency.clone(),
        year: costs.year,
        effort: range(costs.effort),
        total: costs.total.map(range),
        default: costs.is_default,
        prices: costs.prices.iter().map(price).collect(),
    }
}
