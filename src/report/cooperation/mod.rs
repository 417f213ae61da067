//! The report on cooperation: a page for a central authority on two countries, a matrix for more, and the facts.

pub mod facts;
mod matrix;
mod page;
mod record;
mod requests;
mod wording;

use super::document::{Block, Document, Imprint};
use super::{Facts, Form, Part, Report, Sheet};
use crate::assess::cooperation::{Cooperation, Pair, Profile};
use crate::model::{Checklist, Word};

/// The countries whose laws are laid side by side.
#[derive(Debug)]
pub struct Subject<'c> {
    /// Their profiles, at least two.
    pub profiles: &'c [Profile],
    /// The instruments whose limbs are compared.
    pub checklists: &'c [&'c Checklist<'c>],
}

/// Printed on every report on cooperation.
const DISCLAIMER: &str = "This is not a legal opinion. It records what was found in the listed sources at the dates given; the authorities and courts of the requested State decide on each request. No result means that a State has or has not met its obligations. The designations used imply no opinion on the status of any territory.";

/// The report on all pairs of the countries, with the parts that are `wanted`.
#[must_use]
pub fn report(subject: &Subject<'_>, form: Form, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    let pairs = pairs(subject.profiles);
    Report {
        book: crate::report::Book::default(),
        document: if wants(Part::Document) || wants(Part::Book) {
            document(subject, &pairs, form)
        } else {
            Document::default()
        },
        sheet: if wants(Part::Sheet) || wants(Part::Book) {
            record::sheet(&pairs)
        } else {
            Sheet::default()
        },
        facts: if wants(Part::Facts) {
            Facts::Cooperation(Box::new(record::record(subject, &pairs)))
        } else {
            Facts::Nothing
        },
    }
}

/// Every two countries once, in the order in which they were named.
fn pairs(profiles: &[Profile]) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    for (place, one) in profiles.iter().enumerate() {
        pairs.extend(
            profiles[place + 1..]
                .iter()
                .map(|other| Pair::new(one, other)),
        );
    }
    pairs
}

fn document(subject: &Subject<'_>, pairs: &[Pair<'_>], form: Form) -> Document {
    let names: Vec<&str> = subject
        .profiles
        .iter()
        .map(|profile| profile.country.name.as_str())
        .collect();
    let mut document = Document {
        title: match names.as_slice() {
            [one, other] => format!("Cooperation: {one} and {other}"),
            more => format!("Cooperation between {} countries", more.len()),
        },
        imprint: imprint(subject.profiles),
        blocks: Vec::new(),
    };
    cover(subject, &mut document);
    match pairs {
        [pair] => page::page(pair, form, 1, &mut document),
        pairs => {
            matrix::matrices(subject.profiles, pairs, &mut document);
            if form == Form::Full {
                for pair in pairs {
                    let [one, other] = pair.sides;
                    let heading = format!("{} and {}", one.country.name, other.country.name);
                    document.heading(1, heading);
                    page::page(pair, form, 2, &mut document);
                }
            } else {
                document.paragraph("What stands in the way of each pair, and what to draft: give two countries, or `--form full`.");
            }
        }
    }
    legend(&mut document);
    document
        .blocks
        .push(Block::Notice(notice(subject.profiles)));
    document
}

fn cover(subject: &Subject<'_>, document: &mut Document) {
    let mut facts: Vec<(&str, String)> = subject
        .profiles
        .iter()
        .map(|profile| {
            let law = format!(
                "{}, law as at {}, {}",
                profile.country.code,
                profile.date,
                profile.status.word()
            );
            (profile.country.name.as_str(), law)
        })
        .collect();
    let instruments: Vec<&str> = subject
        .checklists
        .iter()
        .map(|checklist| checklist.short_title.as_str())
        .collect();
    facts.push((
        "Limbs compared",
        format!("those of the {}", instruments.join(" and ")),
    ));
    document.facts(facts);
}

fn legend(document: &mut Document) {
    let signs: Vec<String> = Cooperation::ALL
        .iter()
        .map(|result| format!("{} {}", wording::sign(*result), wording::result(*result)))
        .collect();
    document.paragraph(format!(
        "Signs: {}. Dual criminality is judged by conduct and not by the name of the offence. Blocked: no act, no result or no object can be punishable in both States. Can cooperate: every limb is, without a narrowing. Not determined: only what is unknown stands in the way. At risk: everything else.",
        signs.join(", ")
    ));
}

fn notice(profiles: &[Profile]) -> String {
    use crate::model::FileStatus;
    let any = |status: FileStatus| profiles.iter().any(|profile| profile.status == status);
    let mut notice = DISCLAIMER.to_owned();
    if any(FileStatus::Illustrative) {
        notice.push_str(
            " ILLUSTRATIVE: some of the law was annotated as an example and reviewed by nobody.",
        );
    }
    if any(FileStatus::Fictional) {
        notice.push_str(" FICTIONAL: some of the countries and their laws are invented.");
    }
    notice
}

/// What all countries have in common at the foot of the pages; of the dates, the latest.
fn imprint(profiles: &[Profile]) -> Imprint {
    let statuses: Vec<&str> = profiles.iter().map(|one| one.status.word()).collect();
    let classes: Vec<_> = profiles
        .iter()
        .map(|one| one.classification.as_ref())
        .collect();
    let first_status = statuses
        .first()
        .filter(|it| statuses.iter().all(|one| one == *it));
    let first_class = classes
        .first()
        .filter(|it| classes.iter().all(|one| one == *it));
    Imprint {
        as_at: profiles.iter().map(|profile| profile.date).max(),
        status: first_status.map(|&status| status.to_owned()),
        classification: first_class.and_then(|&class| class.cloned()),
    }
}
