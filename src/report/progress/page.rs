//! The document on two dates: figures side by side, what stands otherwise and why, gaps, laws, and the text to hand on.

use super::tables::{elements, gaps, laws};
use super::{Subject, text, wording};
use crate::assess::{CauseKind, ChecklistResult, Outcome, Progress, RequirementProgress, Verdict};
use crate::model::Word;
use crate::report::assessment::notice;
use crate::report::document::{
    About, Bar, Block, Cell, Column, Document, Imprint, Picture, Row, Segment, Tone,
};
use crate::report::figures::{self, sentence};

pub(super) fn document(subject: &Subject<'_>) -> Document {
    let country = &subject.after.country;
    let mut document = Document {
        title: format!(
            "Progress: {}, {} to {}",
            country.name, subject.dates.0, subject.dates.1
        ),
        imprint: Imprint {
            as_at: Some(subject.dates.1),
            status: Some(subject.after.status.word().to_owned()),
            classification: subject.after.classification.clone(),
        },
        blocks: Vec::new(),
    };
    head(subject, &mut document);
    for result in &subject.results {
        document.heading(1, result.checklist.title.clone());
        figures_of(subject, result, &mut document);
        what(subject, result, &mut document);
        why(result, &mut document);
        gaps(result, &mut document);
        elements(subject, result, &mut document);
    }
    laws(subject, &mut document);
    document.heading(1, "Text for the report back to the Commission");
    for paragraph in text::paragraphs(subject) {
        document.paragraph(paragraph);
    }
    document.heading(2, "Observations of the State");
    match &subject.after.state_comment {
        Some(comment) => document.blocks.push(Block::Quotation {
            words: comment.clone(),
            source: country.name.clone(),
            language: None,
        }),
        None => document.paragraph("None were received."),
    }
    document.blocks.push(notice(subject.after.status));
    document
}

fn head(subject: &Subject<'_>, document: &mut Document) {
    let country = &subject.after.country;
    let (first, second) = subject.dates;
    let (before, after) = (subject.before.status.word(), subject.after.status.word());
    document.facts(vec![
        ("Country", format!("{} ({})", country.name, country.code)),
        ("From", format!("{first}, {before} file")),
        ("To", format!("{second}, {after} file")),
    ]);
    if subject.is_one_file {
        document.paragraph("One file was read at both dates. What its readers found is the same, and so only the dates of laws and of treaties can make a difference.");
    }
    document.paragraph("A change is told with every cause: the law changed, a bill moved, there is new evidence on old law, an earlier finding was corrected, the checklist changed, or its weights. Only the first two are changes in the country.");
}

/// The intervals side by side, never one without the other.
fn figures_of(subject: &Subject<'_>, result: &Progress<'_>, document: &mut Document) {
    let (first, second) = subject.dates;
    let score = |result: &ChecklistResult<'_>| {
        let tally = result.main();
        format!(
            "{}; assessed {} elements",
            figures::percent(tally.score),
            figures::determined(tally.elements)
        )
    };
    let version = &result.checklist.version;
    let mut facts = Vec::new();
    if let Some(older) = &result.earlier {
        let version = &older.checklist.version;
        facts.push((format!("{first}, checklist {version}"), score(older)));
    }
    facts.push((
        format!("{first}, checklist {version}"),
        score(&result.before),
    ));
    facts.push((
        format!("{second}, checklist {version}"),
        score(&result.after),
    ));
    let facts = facts.into_iter();
    document.blocks.push(Block::Facts(
        facts
            .map(|(label, value)| (label, Cell::plain(value)))
            .collect(),
    ));
    document.paragraph(text::overlap(result));
    let bar = |label: String, result: &ChecklistResult<'_>| Bar {
        label,
        segments: Verdict::ALL
            .iter()
            .map(|verdict| Segment {
                tone: figures::tone(*verdict),
                count: result.main().counts.of(*verdict),
            })
            .collect(),
    };
    document.blocks.push(Block::Picture(Picture {
        caption: "Verdicts at the two dates, under the present checklist".to_owned(),
        bars: vec![
            bar(first.to_string(), &result.before),
            bar(second.to_string(), &result.after),
        ],
    }));
}

fn what(subject: &Subject<'_>, result: &Progress<'_>, document: &mut Document) {
    document.heading(2, "What stands otherwise");
    if result.changed.is_empty() {
        document.paragraph("No requirement stands otherwise than before.");
        return;
    }
    let all = result.after.requirements().count();
    document.paragraph(format!(
        "{} of {all} requirements; the others stand as before. ! marks what is named first whatever the score.",
        result.changed.len()
    ));
    let rows = result.changed.iter().map(|one| row(subject, result, one));
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Subject", 3),
            Column::text(&subject.dates.0.to_string(), 3),
            Column::text(&subject.dates.1.to_string(), 3),
            Column::text("Cause", 3),
        ],
        rows.collect(),
    );
    dropped(result, document);
}

/// A requirement at both dates, with the kinds of its causes.
fn row(subject: &Subject<'_>, result: &Progress<'_>, one: &RequirementProgress<'_>) -> Row {
    let mark = if one.requirement.gate { " !" } else { "" };
    let mut kinds: Vec<CauseKind> = one.causes.iter().map(|cause| cause.kind).collect();
    kinds.dedup();
    let kinds: Vec<&str> = kinds.into_iter().map(wording::kind).collect();
    let cell = |outcome: &Outcome| {
        let words = format!(
            "{}, {}",
            figures::outcome(outcome),
            figures::percent(outcome.score)
        );
        Cell::toned(words, figures::tone(outcome.verdict))
    };
    let then = match &one.earlier {
        Some(earlier) if *earlier != one.before => {
            let old = cell(earlier).text;
            let mut then = cell(&one.before);
            then.text = format!("{} (old checklist: {old})", then.text);
            then
        }
        Some(_) | None => cell(&one.before),
    };
    Row::of(vec![
        Cell::plain(format!("{}{mark}", one.requirement.cite)),
        Cell::toned(one.requirement.title.clone(), Tone::Strong),
        then,
        cell(&one.after),
        Cell::plain(kinds.join(", ")),
    ])
    .about(about(subject, result, one))
}

fn dropped(result: &Progress<'_>, document: &mut Document) {
    if result.dropped.is_empty() {
        return;
    }
    let gone = result
        .dropped
        .iter()
        .map(|(one, then)| format!("{} {} ({})", one.cite, one.title, figures::outcome(then)));
    document.paragraph(format!(
        "The present checklist no longer has: {}.",
        gone.collect::<Vec<_>>().join("; ")
    ));
}

fn about(subject: &Subject<'_>, result: &Progress<'_>, one: &RequirementProgress<'_>) -> About {
    let mut laws: Vec<String> = Vec::new();
    let sections = one.causes.iter().flat_map(|cause| cause.event.sections());
    for section in sections {
        let mut all = subject.after.laws.iter().chain(&subject.before.laws);
        let law = all.find(|law| {
            let rest = section.strip_prefix(law.id.as_str());
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
        laws.extend(law.map(|law| law.id.clone()));
    }
    laws.sort_unstable();
    laws.dedup();
    About {
        anchor: format!("{}/{}", result.checklist.id, one.requirement.id),
        verdict: figures::tone(one.after.verdict),
        chapter: one.chapter.to_owned(),
        laws,
    }
}

/// Every cause with its evidence, and the articles it bears on.
fn why(result: &Progress<'_>, document: &mut Document) {
    let mut told: Vec<(CauseKind, String, Vec<String>)> = Vec::new();
    for one in &result.changed {
        for cause in &one.causes {
            let words = sentence(&wording::happened(&cause.event));
            // The id of a law is written as it is.
            let words = if cause.event.sections().is_empty() {
                figures::capital(&words)
            } else {
                words
            };
            let cite = one.requirement.cite.replace(' ', "\u{a0}");
            let same = |known: &&mut (CauseKind, String, Vec<String>)| {
                known.0 == cause.kind && known.1 == words
            };
            match told.iter_mut().find(same) {
                Some((_, _, cites)) if cites.contains(&cite) => {}
                Some((_, _, cites)) => cites.push(cite),
                None => told.push((cause.kind, words, vec![cite])),
            }
        }
    }
    if told.is_empty() {
        return;
    }
    told.sort_by_key(|(kind, _, _)| *kind);
    document.heading(2, "Why");
    let rows = told.into_iter().map(|(kind, words, cites)| {
        Row::of(vec![
            Cell::toned(wording::kind(kind), Tone::Strong),
            Cell::plain(words),
            Cell::plain(cites.join(", ")),
        ])
    });
    document.table(
        vec![
            Column::text("Cause", 2),
            Column::text("What happened", 5),
            Column::text("Bears on", 3),
        ],
        rows.collect(),
    );
}
