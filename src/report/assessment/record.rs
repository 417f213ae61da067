//! From an assessment to the facts that programs read.

use super::Subject;
use super::facts;
use super::model_law;
use super::wording;
use crate::assess::{
    ChapterResult, ChecklistResult, ElementResult, Evidence, Finding, Gap, Interval, LinkResult,
    Outcome, RequirementResult, Tally, Verdict,
};
use crate::model::{Legislation, SectionIndex, Word};
use crate::report::SCHEMA_VERSION;

pub(super) fn record(subject: &Subject<'_>) -> facts::Assessment {
    let legislation = subject.legislation;
    facts::Assessment {
        schema_version: SCHEMA_VERSION,
        report: "assessment",
        country: facts::Country {
            code: legislation.country.code.clone(),
            name: legislation.country.name.clone(),
        },
        model_law: subject.model_law.as_ref().map(model_law::record),
        as_at: subject.date.to_string(),
        status: legislation.status.word(),
        checklists: subject
            .results
            .iter()
            .map(|result| checklist(legislation, result))
            .collect(),
        findings: subject
            .findings
            .iter()
            .map(|found| finding(legislation, found))
            .collect(),
    }
}

fn checklist(legislation: &Legislation<'_>, result: &ChecklistResult<'_>) -> facts::Checklist {
    let laws = result.if_enacted.as_ref().map(|then| then.laws.clone());
    facts::Checklist {
        id: result.checklist.id.clone(),
        version: result.checklist.version.clone(),
        title: result.checklist.title.clone(),
        tally: tally(&result.binding),
        optional: tally(&result.optional),
        chapters: result.chapters.iter().map(chapter).collect(),
        chain: result.chain.iter().map(link).collect(),
        requirements: result
            .chapters
            .iter()
            .flat_map(|chapter| {
                chapter
                    .requirements
                    .iter()
                    .map(|one| requirement(legislation, chapter.title, one, laws.as_deref()))
            })
            .collect(),
        if_enacted: result
            .if_enacted
            .as_ref()
            .map(|then| facts::ChecklistIfEnacted {
                laws: then.laws.clone(),
                tally: tally(&then.binding),
                optional: tally(&then.optional),
            }),
    }
}

fn chapter(result: &ChapterResult<'_>) -> facts::Chapter {
    facts::Chapter {
        title: result.title.to_owned(),
        tally: tally(&result.binding),
        optional: tally(&result.optional),
    }
}

fn link(result: &LinkResult) -> facts::Link {
    facts::Link {
        link: result.link.word(),
        tally: tally(&result.binding),
        optional: tally(&result.optional),
    }
}

pub(in crate::report) fn tally(tally: &Tally) -> facts::Tally {
    facts::Tally {
        score: score(tally.score),
        elements: facts::Elements {
            determined: tally.elements.determined,
            total: tally.elements.total,
        },
        counts: Verdict::ALL
            .iter()
            .map(|verdict| (verdict.word(), tally.counts.of(*verdict)))
            .collect(),
    }
}

pub(in crate::report) fn score(score: Option<Interval>) -> Option<facts::Score> {
    score.map(|score| facts::Score {
        low: score.low,
        high: score.high,
    })
}

pub(in crate::report) fn range(outcome: &Outcome) -> Option<[&'static str; 2]> {
    outcome
        .range
        .map(|(worst, best)| [worst.word(), best.word()])
}

fn requirement(
    legislation: &Legislation<'_>,
    chapter: &str,
    result: &RequirementResult<'_>,
    assumed: Option<&[String]>,
) -> facts::Requirement {
    let requirement = result.requirement;
    let missing: Vec<facts::Gap> = result
        .gaps
        .iter()
        .map(|one| gap(legislation, one))
        .collect();
    let (gaps, could_add) = if result.is_optional() {
        (Vec::new(), missing)
    } else {
        (missing, Vec::new())
    };
    facts::Requirement {
        id: requirement.id.clone(),
        cite: requirement.cite.clone(),
        title: requirement.title.clone(),
        chapter: chapter.to_owned(),
        bindingness: requirement.bindingness.word(),
        gate: requirement.gate,
        project_weight: requirement.project_weight,
        model: requirement.model.id.clone(),
        checked: requirement.checked.word(),
        verdict: result.outcome.verdict.word(),
        range: range(&result.outcome),
        score: score(result.outcome.score),
        elements: result
            .elements
            .iter()
            .map(|one| element(legislation, one))
            .collect(),
        gaps,
        could_add,
        excused: result.excused.iter().map(|one| one.name.clone()).collect(),
        not_applicable: result.exemption.map(|exemption| facts::NotApplicable {
            because: exemption.because.word(),
            ground: exemption.ground.clone(),
            review: exemption.review.map(|date| date.to_string()),
        }),
        combined: result.combined,
        declarations_to_make: result.declarations_to_make.clone(),
        evidence: result
            .evidence
            .iter()
            .map(|one| evidence(legislation, one))
            .collect(),
        if_enacted: result.if_enacted.as_ref().map(|then| facts::IfEnacted {
            laws: assumed.unwrap_or_default().to_vec(),
            verdict: then.outcome.verdict.word(),
            range: range(&then.outcome),
            score: score(then.outcome.score),
            closes: then.closes.clone(),
            opens: then.opens.clone(),
        }),
    }
}

fn cites(legislation: &Legislation<'_>, sections: &[SectionIndex]) -> Vec<String> {
    sections
        .iter()
        .map(|index| legislation.cite(*index))
        .collect()
}

fn element(legislation: &Legislation<'_>, result: &ElementResult<'_>) -> facts::Element {
    facts::Element {
        id: result.name.clone(),
        verdict: result.verdict().word(),
        low: result.value.low,
        high: result.value.high,
        sections: cites(legislation, &result.sections),
    }
}

fn gap(legislation: &Legislation<'_>, gap: &Gap<'_>) -> facts::Gap {
    facts::Gap {
        id: gap.id.clone(),
        element: gap.name.clone(),
        qualifier: gap.qualifier.map(|qualifier| qualifier.id.clone()),
        verdict: gap.verdict.word(),
        reason: gap.reason.as_ref().map(wording::reason),
        sections: cites(legislation, &gap.sections),
    }
}

fn evidence(legislation: &Legislation<'_>, evidence: &Evidence<'_>) -> facts::Evidence {
    facts::Evidence {
        law: legislation.laws[evidence.index.law].id.clone(),
        reference: evidence.section.reference.clone(),
        heading: evidence.section.heading.clone(),
        model: evidence.annotation.provision.id.clone(),
        quote: evidence.annotation.quote.clone(),
        translation: evidence.annotation.translation.clone(),
        note: evidence.annotation.note.clone(),
        with: cites(legislation, &evidence.annotation.with),
        status: evidence.section.life.status.word(),
        counts: evidence.counts,
    }
}

fn finding(legislation: &Legislation<'_>, finding: &Finding<'_>) -> facts::Finding {
    facts::Finding {
        kind: finding.kind.word(),
        model: finding.provision.map(|provision| provision.id.clone()),
        elements: finding
            .elements
            .iter()
            .map(|element| element.id.clone())
            .collect(),
        sections: cites(legislation, &finding.sections),
        note: finding.note.map(ToOwned::to_owned),
    }
}
