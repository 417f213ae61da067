//! What stands at the head and the foot of every report: whose law, at which date, how sure, and what it is not.

use super::Subject;
use super::explain::project_weights;
use super::model_law::READING;
use crate::assess::{ChecklistResult, Verdict};
use crate::model::{Checked, Checklist, FileStatus, TreatyStatus, Word};
use crate::report::document::{Block, Document};
use crate::report::figures::{self, DISCLAIMER, count};

/// The disclaimer, and a warning on files that are no State's account.
pub(super) fn disclaimer(subject: &Subject<'_>, document: &mut Document) {
    document.blocks.push(notice(subject.legislation.status));
}

/// The disclaimer as a block, for files of that status.
pub(in crate::report) fn notice(status: FileStatus) -> Block {
    let extra = match status {
        FileStatus::Official | FileStatus::Reviewed => "",
        FileStatus::Illustrative => {
            " ILLUSTRATIVE: annotated as an example and reviewed by nobody."
        }
        FileStatus::Fictional => " FICTIONAL: the country and its laws are invented.",
    };
    Block::Notice(format!("{DISCLAIMER}{extra}"))
}

/// The fast facts on the country, or on the model law.
pub(super) fn facts(subject: &Subject<'_>) -> Vec<(&'static str, String)> {
    let legislation = subject.legislation;
    if let Some(model_law) = &subject.model_law {
        return vec![
            ("Model law", model_law.checklist.title.clone()),
            ("As at", subject.date.to_string()),
            (
                "Checklist",
                format!(
                    "version {}, {}",
                    model_law.checklist.version,
                    entries(model_law.checklist)
                ),
            ),
        ];
    }
    let mut facts = vec![
        (
            "Country",
            format!(
                "{} ({})",
                legislation.country.name, legislation.country.code
            ),
        ),
        ("As at", subject.date.to_string()),
        ("Status of the file", legislation.status.word().to_owned()),
    ];
    if let Some(classification) = &legislation.classification {
        facts.push(("Classification", classification.clone()));
    }
    if let Some(system) = &legislation.legal_system {
        facts.push(("Legal system", system.clone()));
    }
    facts.push(("Laws consulted", laws(subject)));
    facts
}

/// How a model law was read, where one was.
pub(super) fn reading(subject: &Subject<'_>, document: &mut Document) {
    if subject.model_law.is_some() {
        document.paragraph(READING);
    }
}

fn laws(subject: &Subject<'_>) -> String {
    format!(
        "{}, of which {} in force at the date",
        count(subject.legislation.laws.len(), "law"),
        laws_in_force(subject)
    )
}

/// How many of the laws are in force at the date.
pub(super) fn laws_in_force(subject: &Subject<'_>) -> usize {
    let laws = subject.legislation.laws.iter();
    laws.filter(|law| law.life.counts_at(subject.date)).count()
}

/// The country's standing under the instrument of a checklist.
pub(super) fn standing(subject: &Subject<'_>, result: &ChecklistResult<'_>) -> String {
    let treaty = subject.legislation.treaties.get(&result.checklist.id);
    let bound = subject
        .legislation
        .is_party(&result.checklist.id, subject.date);
    match treaty {
        Some(treaty) if bound => {
            let since = treaty
                .since
                .map_or_else(String::new, |since| format!(" since {since}"));
            let made = |list: usize, noun: &str| match list {
                0 => format!("no {noun}s"),
                _ => count(list, noun),
            };
            format!(
                "party{since}, with {} and {} listed",
                made(treaty.declarations.len(), "declaration"),
                made(treaty.reservations.len(), "reservation")
            )
        }
        Some(treaty) => match treaty.status {
            TreatyStatus::Party => "not yet party at the date".to_owned(),
            TreatyStatus::Signatory => "signatory, not bound".to_owned(),
            TreatyStatus::None => "not a party".to_owned(),
        },
        None => "not stated in the file".to_owned(),
    }
}

/// How far the entries of a checklist were compared with the instrument's text.
pub(super) fn checked(result: &ChecklistResult<'_>) -> String {
    let entries = entries(result.checklist);
    match project_weights(result) {
        0 => entries,
        number => format!(
            "{entries}; the project sets its own weight for {}",
            count(number, "requirement")
        ),
    }
}

fn entries(checklist: &Checklist<'_>) -> String {
    let of = |checked: Checked| {
        let mut all = checklist.requirements();
        let number = all.by_ref().filter(|one| one.checked == checked).count();
        (number, checked)
    };
    let parts: Vec<String> = [
        (
            of(Checked::OfficialText),
            "checked against the official text",
        ),
        (of(Checked::Secondary), "against secondary sources"),
        (of(Checked::Unverified), "not verified"),
    ]
    .into_iter()
    .filter(|((number, _), _)| *number > 0)
    .map(|((number, _), words)| format!("{number} {words}"))
    .collect();
    format!(
        "{} entries: {}",
        checklist.requirements().count(),
        parts.join(", ")
    )
}

/// The score with its interval and how much of it is known.
pub(super) fn score(result: &ChecklistResult<'_>) -> String {
    let tally = result.main();
    let optional = if result.is_all_optional() {
        "; nothing in it binds, so this is the score of what is optional"
    } else {
        ""
    };
    format!(
        "{}; assessed {} elements{optional}",
        figures::percent(tally.score),
        figures::determined(tally.elements)
    )
}

/// What the signs mean.
pub(super) fn legend(document: &mut Document) {
    let signs: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", figures::sign(*verdict), figures::verdict(*verdict)))
        .collect();
    document.paragraph(format!(
        "Signs: {}. A score is an interval: its lower end takes all that is unknown as missing, its upper end as there. ! marks a requirement that is named first whatever the score, * one that is optional, which is never a gap.",
        signs.join(", ")
    ));
}

/// The box for the State's own observations.
pub(super) fn state_comment(subject: &Subject<'_>, level: usize, document: &mut Document) {
    if subject.model_law.is_some() {
        return;
    }
    document.heading(level, "Observations of the State");
    match &subject.legislation.state_comment {
        Some(comment) => document.blocks.push(Block::Quotation {
            words: comment.clone(),
            source: subject.legislation.country.name.clone(),
            language: None,
        }),
        None => document.paragraph("None were received."),
    }
}
