//! The full report: cover, method, treaties, laws, article by article, conclusions, and the table of correspondence (design, section 7).

use super::chain::chain;
use super::closing::{findings, needs};
use super::conclusions::{challenges, correspondence, observations, row_of, successes};
use super::model_law::surplus;
use super::open::not_determined;
use super::overview::picture;
use super::{Form as Length, Subject, about, begin, cover, wording};
use crate::assess::{ChecklistResult, Evidence, RequirementResult};
use crate::model::{Form, Law, Word};
use crate::report::document::{About, Block, Cell, Column, Document, Row, Tone};
use crate::report::figures;

pub(super) fn document(subject: &Subject<'_>) -> Document {
    let mut document = begin(subject);
    document.facts(cover::facts(subject));
    cover::reading(subject, &mut document);
    cover::disclaimer(subject, &mut document);
    method(subject, &mut document);
    if subject.model_law.is_none() {
        treaties(subject, &mut document);
        laws(subject, &mut document);
    }
    for result in &subject.results {
        document.heading(1, format!("Findings: {}", result.checklist.title));
        document.facts(vec![
            ("Score", cover::score(result)),
            (
                "Checklist",
                format!(
                    "version {}, {}",
                    result.checklist.version,
                    cover::checked(result)
                ),
            ),
        ]);
        picture(result, &mut document);
        chain(result, 2, Length::Full, &mut document);
        for chapter in &result.chapters {
            document.heading(2, chapter.title);
            for one in &chapter.requirements {
                let about = about(subject, &result.checklist.id, chapter.title, one, "");
                article(subject, one, about, &mut document);
            }
        }
    }
    document.heading(1, "Conclusions");
    observations(subject, &mut document);
    successes(subject, &mut document);
    challenges(subject, &mut document);
    for result in &subject.results {
        not_determined(result, 2, Length::Full, &mut document);
    }
    needs(subject, 2, Length::Full, &mut document);
    findings(subject, 2, Length::Full, &mut document);
    if let Some(model_law) = &subject.model_law {
        surplus(model_law, &mut document);
    }
    cover::state_comment(subject, 2, &mut document);
    document.heading(1, "Annex: table of correspondence");
    for result in &subject.results {
        correspondence(subject, result, &mut document);
    }
    cover::legend(&mut document);
    document
}

fn method(subject: &Subject<'_>, document: &mut Document) {
    document.heading(1, "Method");
    let names: Vec<String> = subject
        .results
        .iter()
        .map(|result| {
            format!(
                "{} (version {})",
                result.checklist.title, result.checklist.version
            )
        })
        .collect();
    document.paragraph(format!(
        "The law in force at {} was laid beside {}. {ELEMENTS}",
        subject.date,
        names.join(" and ")
    ));
    document.paragraph(TOGETHER);
}

/// How an article is read.
pub(super) const ELEMENTS: &str = "Each article is divided into elements, one legal test each. For each section of law a reader noted which elements it meets, meets in part, does not meet, or goes beyond; what was not looked at or could not be settled stays unknown.";

/// How sections are taken together.
pub(super) const TOGETHER: &str = "Different sections may together cover the acts, objects, powers and duties of an article; how each section relied on must stand (intent, without right, safeguards, time limits) is judged on the weakest of them. A narrowing that the instrument does not permit, or that a party has not declared, counts an element by half. Draft laws are never scored. An optional clause is never a gap.";

fn treaties(subject: &Subject<'_>, document: &mut Document) {
    document.heading(1, "Treaty status");
    let mut rows: Vec<Row> = subject
        .results
        .iter()
        .map(|result| {
            Row::of(vec![
                Cell::plain(result.checklist.title.clone()),
                Cell::plain(cover::standing(subject, result)),
                Cell::plain(made(subject, result)),
            ])
        })
        .collect();
    for treaty in &subject.legislation.other_treaties {
        let since = treaty
            .since
            .map_or_else(String::new, |since| format!(" since {since}"));
        rows.push(Row::of(vec![
            Cell::plain(treaty.title.clone()),
            Cell::plain(format!("{}{since}", treaty.status.word())),
            Cell::plain("–"),
        ]));
    }
    document.table(
        vec![
            Column::text("Treaty", 4),
            Column::text("Standing", 3),
            Column::text("Declarations and reservations", 4),
        ],
        rows,
    );
}

/// The declarations and reservations that the file lists, by name.
fn made(subject: &Subject<'_>, result: &ChecklistResult<'_>) -> String {
    let Some(treaty) = subject.legislation.treaties.get(&result.checklist.id) else {
        return "–".to_owned();
    };
    let mut names: Vec<String> = result
        .checklist
        .requirements()
        .flat_map(|requirement| &requirement.permits)
        .filter(|permit| match permit.form {
            Form::Declaration => treaty.declares(permit.qualifier),
            Form::Reservation => treaty.reserves(permit.qualifier),
            Form::Option => false,
        })
        .map(|permit| {
            format!(
                "{} ({}, {})",
                wording::readable(&permit.name()),
                permit.form.word(),
                permit.basis
            )
        })
        .collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        "none listed".to_owned()
    } else {
        names.join("; ")
    }
}

fn laws(subject: &Subject<'_>, document: &mut Document) {
    document.heading(1, "Laws consulted");
    let rows = subject.legislation.laws.iter().map(|law| {
        let number = law
            .number
            .as_ref()
            .map_or_else(String::new, |number| format!(", {number}"));
        let since = law
            .life
            .in_force
            .map_or_else(String::new, |date| format!(" since {date}"));
        let status = match law.life.repealed {
            Some(end) => format!("{}{since}, repealed {end}", law.life.status.word()),
            None => format!("{}{since}", law.life.status.word()),
        };
        let source = [
            law.source.publication.clone(),
            law.source.url.clone(),
            law.source.consulted.map(|date| format!("consulted {date}")),
        ];
        let source: Vec<String> = source.into_iter().flatten().collect();
        let source = if source.is_empty() {
            "not stated".to_owned()
        } else {
            source.join(", ")
        };
        Row::of(vec![
            Cell::plain(law.id.clone()),
            Cell::plain(format!("{}{number}", law.title)),
            Cell::plain(status),
            Cell::toned(source, Tone::Faint),
        ])
    });
    document.table(
        vec![
            Column::text("Cited as", 1),
            Column::text("Title", 4),
            Column::text("Status", 2),
            Column::text("Source", 3),
        ],
        rows.collect(),
    );
}

/// Requirement, domestic law, analysis, conclusion.
fn article(
    subject: &Subject<'_>,
    one: &RequirementResult<'_>,
    about: About,
    document: &mut Document,
) {
    let requirement = one.requirement;
    let heading = format!("{}: {}", requirement.cite, requirement.title);
    let anchor = about.anchor.clone();
    document.heading_about(3, heading, about);
    let when = requirement
        .when
        .as_ref()
        .map_or_else(String::new, |when| format!(": {when}"));
    let gate = if requirement.gate {
        ", named first whatever the score"
    } else {
        ""
    };
    let verdict = figures::tone(one.outcome.verdict);
    let checked = wording::readable(requirement.checked.word());
    let mut facts = vec![
        (
            "Binds",
            Cell::plain(format!("{}{when}{gate}", requirement.bindingness.word())),
        ),
        (
            "Verdict",
            Cell::toned(figures::outcome(&one.outcome), verdict),
        ),
        ("Score", Cell::plain(figures::percent(one.outcome.score))),
        ("Entry checked", Cell::plain(checked)),
    ];
    if let Some(exemption) = one.exemption {
        let because = wording::readable(exemption.because.word());
        let ground = format!("{because}: {}", exemption.ground);
        facts.push(("Not applicable", Cell::plain(ground)));
    }
    let then = one.if_enacted.as_ref();
    if let Some(then) = then.filter(|then| then.outcome != one.outcome) {
        let outcome = figures::outcome(&then.outcome);
        let score = figures::percent(then.outcome.score);
        let tone = figures::tone(then.outcome.verdict);
        facts.push((
            "If enacted",
            Cell::toned(format!("{outcome}, {score}"), tone),
        ));
    }
    let facts = facts.into_iter();
    document.blocks.push(Block::Facts(
        facts
            .map(|(label, cell)| (label.to_owned(), cell))
            .collect(),
    ));
    if let Some(note) = &requirement.note {
        document.paragraph(format!("Note on the requirement: {note}"));
    }
    domestic_law(subject, one, document);
    if !one.elements.is_empty() {
        analysis(subject, one, &anchor, document);
    }
    remarks(one, document);
    document.paragraph(format!("Conclusion. {}", wording::conclusion(one)));
}

fn domestic_law(subject: &Subject<'_>, one: &RequirementResult<'_>, document: &mut Document) {
    let legislation = subject.legislation;
    if one.evidence.is_empty() {
        document.paragraph("Domestic law: no section of the file speaks to this article.");
        return;
    }
    for evidence in &one.evidence {
        document
            .blocks
            .push(quotation(evidence, &legislation.laws[evidence.index.law]));
        let annotation = evidence.annotation;
        if let Some(translation) = &annotation.translation {
            document.paragraph(format!("Translation: {translation}"));
        }
        if !annotation.with.is_empty() {
            document.paragraph(format!(
                "Read with {}.",
                wording::cited(legislation, &annotation.with)
            ));
        }
        if let Some(note) = &annotation.note {
            document.paragraph(format!("Remark: {note}"));
        }
    }
}

fn quotation(evidence: &Evidence<'_>, law: &Law<'_>) -> Block {
    let heading = evidence
        .section
        .heading
        .as_ref()
        .map_or_else(String::new, |heading| format!(", {heading}"));
    let idle = if evidence.counts {
        String::new()
    } else {
        format!(
            " (does not count: {})",
            wording::readable(evidence.section.life.status.word())
        )
    };
    let quote = evidence.annotation.quote.as_ref();
    Block::Quotation {
        words: quote.map_or_else(|| "(no words quoted)".to_owned(), Clone::clone),
        source: format!("{} {}{heading}{idle}", law.id, evidence.section.reference),
        language: quote.and_then(|_| law.language.clone()),
    }
}

fn analysis(
    subject: &Subject<'_>,
    one: &RequirementResult<'_>,
    anchor: &str,
    document: &mut Document,
) {
    let rows = one.elements.iter().map(|element| {
        let gap = one.gaps.iter().find(|gap| gap.name == element.name);
        let reason = gap
            .and_then(|gap| gap.reason.as_ref())
            .map_or_else(String::new, wording::reason);
        let name = Cell::plain(wording::readable(&element.name));
        Row::of(vec![
            match gap {
                Some(_) => name.to(row_of(anchor, &element.name)),
                None => name,
            },
            Cell::plain(element.element.element.text.clone()),
            Cell::toned(
                figures::element(element.verdict()),
                figures::element_tone(element.verdict()),
            ),
            Cell::plain(wording::cited(subject.legislation, &element.sections)),
            Cell::plain(reason),
        ])
    });
    document.table(
        vec![
            Column::text("Element", 2),
            Column::text("Test", 4),
            Column::text("Found", 2),
            Column::text("Law", 2),
            Column::text("Why", 3),
        ],
        rows.collect(),
    );
}

fn remarks(one: &RequirementResult<'_>, document: &mut Document) {
    if one.combined {
        document.paragraph("Act and object were taken from different sections, and no section has both: a lawyer should look whether they fit together.");
    }
    if !one.declarations_to_make.is_empty() {
        let names: Vec<String> = one
            .declarations_to_make
            .iter()
            .map(|name| wording::readable(name))
            .collect();
        document.paragraph(format!(
            "To be declared or reserved on joining: {}.",
            names.join("; ")
        ));
    }
    for excused in &one.excused {
        document.paragraph(format!(
            "Left out by declaration or reservation: {} ({}).",
            wording::readable(&excused.name),
            figures::clause(&excused.qualifier.text)
        ));
    }
}
