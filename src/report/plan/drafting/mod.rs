//! Drafting instructions: a sheet for each measure that changes a law, for whoever holds the pen.

mod elements;
mod sections;

use super::Subject;
use super::request::support;
use super::{mandate, naming, wording};
use crate::assess::plan::Line;
use crate::assess::{ChecklistResult, Evidence, Finding};
use crate::model::{Law, MeasureRole, MeasureType, ModelProvision};
use crate::report::document::{Block, Document};
use crate::report::figures::{capital, sentence};

pub(super) fn write(subject: &Subject<'_>, document: &mut Document) {
    let lines: Vec<&Line<'_>> = subject.plan.lines.iter().filter(is_drafting).collect();
    if lines.is_empty() {
        document.paragraph("No line of the plan changes a law, and so there is nothing to draft.");
    }
    for line in lines {
        document.blocks.push(Block::NewPage);
        sheet(subject, line, document);
    }
}

/// Whether a line asks for the text of a law.
pub(super) fn is_drafting(line: &&Line<'_>) -> bool {
    line.measure.kind == MeasureType::LegislativeDrafting
        && line.measure.role == MeasureRole::Closes
}

fn sheet(subject: &Subject<'_>, line: &Line<'_>, document: &mut Document) {
    document.heading(
        1,
        format!(
            "Drafting instructions, line {}",
            naming::numbered(subject.plan, line)
        ),
    );
    document.facts(vec![
        ("Measure", line.id.clone()),
        ("Mandate", mandate::OWN_UNDER_RESOLUTION.to_owned()),
        (
            "Drafted by",
            format!(
                "{}, with {}",
                line.measure.lead,
                naming::joined(&line.measure.partners)
            ),
        ),
        ("When", comes(line)),
        ("Moving", moving(line)),
    ]);
    document.paragraph(wording::recommendation(line));
    if let Some(advice) = &line.measure.drafting {
        document.paragraph(format!("How: {}", sentence(advice)));
    }
    for provision in line.provisions() {
        document.heading(2, capital(&provision.title));
        document.paragraph(sentence(&provision.summary));
        present_law(subject, provision, document);
        elements::write(subject, line, provision, document);
        sections::limits(subject, provision, document);
    }
    document.heading(2, "For all of it");
    sections::definitions(subject, line, document);
    sections::penalties(subject, line, document);
    sections::safeguards(line, document);
    sections::consequences(subject, line, document);
    sections::questions(subject, line, document);
}

/// When the work falls, and what comes before it.
fn comes(line: &Line<'_>) -> String {
    let after = naming::after(line);
    let after = if after.is_empty() {
        "nothing has to come before".to_owned()
    } else {
        after
    };
    format!(
        "months {} to {} of the plan; {after}; {} person-days",
        line.begin,
        line.end,
        wording::span(line.effort)
    )
}

/// Bills on their way and support that is running.
fn moving(line: &Line<'_>) -> String {
    let bills = line.bills.iter().map(|bill| {
        format!(
            "{} ({}) would close {} of these gaps as it stands: amend the bill, or draft what it leaves",
            capital(&naming::law(bill.law)),
            bill.law.id,
            bill.closes.len()
        )
    });
    let support = line.under_way.iter().map(|one| support(one));
    let parts: Vec<String> = bills.chain(support).collect();
    if parts.is_empty() {
        "no bill on its way and no support that is recorded".to_owned()
    } else {
        parts.join("; ")
    }
}

/// The words in force on a provision, with where they stand.
fn present_law(subject: &Subject<'_>, provision: &ModelProvision, document: &mut Document) {
    document.heading(3, "Present law");
    let all = evidence(subject, provision);
    let in_force: Vec<&Evidence<'_>> = all.iter().filter(|one| one.counts).collect();
    for evidence in &in_force {
        quote(subject, evidence, document);
    }
    let searched: Vec<String> = searched(subject, provision)
        .iter()
        .map(|law| naming::law(law))
        .collect();
    if in_force.is_empty() {
        let searched = if searched.is_empty() {
            "The file does not say which laws were searched".to_owned()
        } else {
            format!("Searched: {}", naming::joined(&searched))
        };
        document.paragraph(format!(
            "No section in force was found on this. {}.",
            searched
        ));
    }
    let coming: Vec<String> = all
        .iter()
        .filter(|one| !one.counts)
        .map(|one| cite(subject, one))
        .collect();
    if !coming.is_empty() {
        document.paragraph(format!("Not in force: {}.", coming.join("; ")));
    }
}

fn quote(subject: &Subject<'_>, evidence: &Evidence<'_>, document: &mut Document) {
    let law = &subject.legislation.laws[evidence.index.law];
    let source = cite(subject, evidence);
    match &evidence.annotation.quote {
        Some(words) => document.blocks.push(Block::Quotation {
            words: words.clone(),
            source,
            language: law.language.clone(),
        }),
        None => document.paragraph(format!("{source}: its words are not in the file.")),
    }
    if let Some(translation) = &evidence.annotation.translation {
        document.paragraph(format!("In translation: {}", sentence(translation)));
    }
}

/// A section with the title of its law.
fn cite(subject: &Subject<'_>, evidence: &Evidence<'_>) -> String {
    let law = &subject.legislation.laws[evidence.index.law];
    let heading = evidence.section.heading.as_ref();
    let heading = heading.map_or_else(String::new, |heading| format!(" ({heading})"));
    format!("{}, {}{heading}", law.title, evidence.section.reference)
}

/// Every annotation of a provision, whether it counts or not, in the order of the file.
fn evidence<'c>(subject: &Subject<'c>, provision: &ModelProvision) -> Vec<Evidence<'c>> {
    let mut found: Vec<Evidence<'c>> = Vec::new();
    let results = subject
        .results
        .iter()
        .flat_map(ChecklistResult::requirements);
    for one in results.flat_map(|result| &result.evidence) {
        let is_known = found
            .iter()
            .any(|known| std::ptr::eq(known.annotation, one.annotation));
        if std::ptr::eq(one.annotation.provision, provision) && !is_known {
            found.push(*one);
        }
    }
    found.sort_by_key(|one| one.index);
    found
}

/// The laws that were searched for a provision and did not have it.
fn searched<'c>(subject: &Subject<'c>, provision: &ModelProvision) -> Vec<&'c Law<'c>> {
    let absences = subject.legislation.absences.iter();
    let ids: Vec<&String> = absences
        .filter(|one| std::ptr::eq(one.provision, provision))
        .flat_map(|one| &one.searched)
        .collect();
    let laws = subject.legislation.laws.iter();
    laws.filter(|law| ids.contains(&&law.id)).collect()
}

/// The findings on powers that a line answers, on one provision.
fn findings<'l, 'c>(line: &'l Line<'c>, provision: &ModelProvision) -> Vec<&'l Finding<'c>> {
    let of_it = |finding: &&Finding<'c>| {
        finding
            .provision
            .is_some_and(|one| std::ptr::eq(one, provision))
    };
    line.findings.iter().copied().filter(of_it).collect()
}
