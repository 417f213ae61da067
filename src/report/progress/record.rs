//! From two dates of a country to the facts that programs read.

use std::collections::BTreeMap;

use super::{Subject, facts, text, wording};
use crate::assess::{
    ChecklistResult, ElementVerdict, Fate, GapFate, Interval, LawMove, Outcome, Progress,
    RequirementProgress,
};
use crate::model::{Date, Word};
use crate::report::SCHEMA_VERSION;
use crate::report::assessment::{self, facts::Country};

pub(super) fn record(subject: &Subject<'_>) -> facts::Progress {
    let country = &subject.after.country;
    facts::Progress {
        schema_version: SCHEMA_VERSION,
        report: "progress",
        country: Country {
            code: country.code.clone(),
            name: country.name.clone(),
        },
        from: facts::Side {
            as_at: subject.dates.0.to_string(),
            status: subject.before.status.word(),
        },
        to: facts::Side {
            as_at: subject.dates.1.to_string(),
            status: subject.after.status.word(),
        },
        one_file: subject.is_one_file,
        laws: subject.moves.iter().map(law).collect(),
        checklists: subject.results.iter().map(checklist).collect(),
        text: text::paragraphs(subject),
    }
}

fn law(moved: &LawMove<'_>) -> facts::Law {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    facts::Law {
        id: moved.law.id.clone(),
        title: moved.law.title.clone(),
        number: moved.law.number.clone(),
        from: moved.from.map(Word::word),
        to: moved.to.map(Word::word),
        correction: moved.is_correction,
        enacted: moved.enacted,
        in_force: day(moved.in_force),
        repealed: day(moved.repealed),
        began: moved.began.clone(),
        ceased: moved.ceased.clone(),
    }
}

fn checklist(result: &Progress<'_>) -> facts::Checklist {
    let all = result.after.requirements().count();
    facts::Checklist {
        id: result.checklist.id.clone(),
        title: result.checklist.title.clone(),
        version: result.checklist.version.clone(),
        old_version: result
            .earlier
            .as_ref()
            .map(|old| old.checklist.version.clone()),
        before_old_checklist: result.earlier.as_ref().map(tallies),
        before: tallies(&result.before),
        after: tallies(&result.after),
        gaps: by_fate(&result.gaps),
        gaps_by_checklist: result
            .earlier
            .as_ref()
            .map(|_| by_fate(&result.gaps_by_checklist)),
        requirements: result.changed.iter().map(requirement).collect(),
        dropped: result
            .dropped
            .iter()
            .map(|(one, then)| facts::Dropped {
                id: one.id.clone(),
                cite: one.cite.clone(),
                title: one.title.clone(),
                before_old_checklist: outcome(then),
            })
            .collect(),
        unchanged: all - result.changed.len(),
    }
}

fn tallies(result: &ChecklistResult<'_>) -> facts::Tallies {
    facts::Tallies {
        binding: assessment::tally(&result.binding),
        optional: assessment::tally(&result.optional),
    }
}

fn by_fate(gaps: &[GapFate]) -> BTreeMap<&'static str, Vec<String>> {
    let of = |fate: Fate| gaps.iter().filter(move |gap| gap.fate == fate);
    let all = Fate::ALL.iter();
    all.map(|fate| (fate.word(), of(*fate).map(|gap| gap.id.clone()).collect()))
        .collect()
}

fn requirement(one: &RequirementProgress<'_>) -> facts::Requirement {
    let value = |value: Interval| facts::Value {
        verdict: ElementVerdict::of(value).word(),
        low: value.low,
        high: value.high,
    };
    facts::Requirement {
        id: one.requirement.id.clone(),
        cite: one.requirement.cite.clone(),
        title: one.requirement.title.clone(),
        chapter: one.chapter.to_owned(),
        bindingness: one.requirement.bindingness.word(),
        gate: one.requirement.gate,
        before_old_checklist: one.earlier.as_ref().map(outcome),
        before: outcome(&one.before),
        after: outcome(&one.after),
        elements: one
            .elements
            .iter()
            .map(|element| facts::Element {
                id: element.name.clone(),
                before: element.before.map(value),
                after: element.after.map(value),
            })
            .collect(),
        causes: one
            .causes
            .iter()
            .map(|cause| facts::Cause {
                kind: cause.kind.word(),
                evidence: wording::happened(&cause.event),
                sections: cause
                    .event
                    .sections()
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
                elements: cause.elements.clone(),
            })
            .collect(),
    }
}

fn outcome(outcome: &Outcome) -> facts::Outcome {
    facts::Outcome {
        verdict: outcome.verdict.word(),
        range: assessment::range(outcome),
        score: assessment::score(outcome.score),
    }
}
