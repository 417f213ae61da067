//! What the new provision must achieve, element by element: those that are missing with their defect, those that are there to be kept.

use super::{Subject, findings, naming};
use crate::assess::plan::{GapRef, Line};
use crate::assess::{ElementVerdict, Reason, RequirementResult};
use crate::model::{Checklist, Element, ModelProvision, Word};
use crate::report::assessment::wording::reason;
use crate::report::document::{Block, Cell, Column, Document, Row, Table, Tone};
use crate::report::figures::{self, are, capital, clause, count, sentence};

/// An element with all that asks for it.
pub(super) struct Asked<'c> {
    pub(super) element: &'c Element,
    /// How it stands, at worst.
    pub(super) verdict: ElementVerdict,
    /// The requirements that ask for it.
    pub(super) of: Vec<(&'c Checklist<'c>, &'c RequirementResult<'c>)>,
}

pub(super) fn write(
    subject: &Subject<'_>,
    line: &Line<'_>,
    provision: &ModelProvision,
    document: &mut Document,
) {
    document.heading(3, "What is wrong, and what the new provision must achieve");
    let all = asked(subject, line, provision);
    let is_missing = |one: &&Asked<'_>| {
        let is_gap = gap_of(line, one.element).is_some();
        is_gap || matches!(one.verdict, ElementVerdict::Unmet | ElementVerdict::Partly)
    };
    let rows: Vec<Row> = all
        .iter()
        .filter(is_missing)
        .map(|one| row(subject, line, provision, one))
        .collect();
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: None,
        wide: false,
        columns: vec![
            Column::text("Element", 3),
            Column::text("Now", 2),
            Column::text("Defect", 5),
            Column::text("The new provision", 6),
            Column::text("Asked for by", 3),
        ],
        rows,
    }));
    let texts = |verdict: ElementVerdict| -> Vec<Cell> {
        let of = all
            .iter()
            .filter(|one| one.verdict == verdict && !is_missing(one));
        of.map(|one| Cell::plain(sentence(&one.element.text)))
            .collect()
    };
    let kept = texts(ElementVerdict::Met);
    if !kept.is_empty() {
        document.paragraph("In the law already, and to be kept:");
        document.list(kept);
    }
    let unknown = texts(ElementVerdict::Unknown);
    if !unknown.is_empty() {
        document.paragraph(format!(
            "{} of this provision {} not known and {} for the open questions below.",
            capital(&count(unknown.len(), "further element")),
            are(unknown.len()),
            if unknown.len() == 1 { "waits" } else { "wait" }
        ));
    }
}

/// The elements of a provision for which any instrument asks what binds, and the safeguards that a finding misses.
pub(super) fn asked<'c>(
    subject: &Subject<'c>,
    line: &Line<'c>,
    provision: &ModelProvision,
) -> Vec<Asked<'c>> {
    let mut all: Vec<Asked<'c>> = Vec::new();
    for result in subject.results {
        for requirement in result.requirements().filter(|one| !one.is_optional()) {
            for element in &requirement.elements {
                if !std::ptr::eq(element.element.provision, provision) {
                    continue;
                }
                let of = (result.checklist, requirement);
                let found = element.element.element;
                match all.iter_mut().find(|one| std::ptr::eq(one.element, found)) {
                    Some(one) => {
                        one.of.push(of);
                        one.verdict = worse(one.verdict, element.verdict());
                    }
                    None => all.push(Asked {
                        element: found,
                        verdict: element.verdict(),
                        of: vec![of],
                    }),
                }
            }
        }
    }
    for element in findings(line, provision)
        .iter()
        .flat_map(|one| &one.elements)
    {
        match all
            .iter_mut()
            .find(|one| std::ptr::eq(one.element, *element))
        {
            Some(one) => one.verdict = ElementVerdict::Unmet,
            None => all.push(Asked {
                element,
                verdict: ElementVerdict::Unmet,
                of: Vec::new(),
            }),
        }
    }
    all.sort_by_key(|one| one.element.position);
    all
}

fn worse(one: ElementVerdict, other: ElementVerdict) -> ElementVerdict {
    let rank = |verdict: ElementVerdict| match verdict {
        ElementVerdict::Unmet => 0,
        ElementVerdict::Partly => 1,
        ElementVerdict::Unknown => 2,
        ElementVerdict::Met => 3,
    };
    if rank(other) < rank(one) { other } else { one }
}

fn row(subject: &Subject<'_>, line: &Line<'_>, provision: &ModelProvision, one: &Asked<'_>) -> Row {
    let (verdict, defect, must) = match gap_of(line, one.element) {
        Some(gap) => (gap.gap.verdict, defect(gap), must(gap)),
        None if is_found_missing(line, provision, one) => (
            one.verdict,
            "The power is in force without it.".to_owned(),
            sentence(&one.element.text),
        ),
        None => (
            one.verdict,
            elsewhere(subject, line, one),
            "Leaves room for it.".to_owned(),
        ),
    };
    Row::of(vec![
        Cell::toned(
            format!("{} ({})", name(&one.element.id), one.element.kind.word()),
            Tone::Strong,
        ),
        Cell::toned(figures::element(verdict), figures::element_tone(verdict)),
        Cell::plain(defect),
        Cell::plain(must),
        Cell::toned(cites(&one.of), Tone::Faint),
    ])
}

/// An id as words.
pub(super) fn name(id: &str) -> String {
    id.replace('-', " ")
}

fn gap_of<'l, 'c>(line: &'l Line<'c>, element: &Element) -> Option<&'l GapRef<'c>> {
    line.closes
        .iter()
        .find(|gap| std::ptr::eq(gap.element(), element))
}

/// Why an element is missing, in a sentence.
fn defect(gap: &GapRef<'_>) -> String {
    gap.gap.reason.as_ref().map_or_else(
        || "Not found in the laws listed.".to_owned(),
        |why| sentence(&capital(&reason(why))),
    )
}

/// What has to be in the text.
fn must(gap: &GapRef<'_>) -> String {
    match (gap.gap.qualifier, &gap.gap.reason) {
        (Some(qualifier), _) => format!("No longer has this limit: {}.", clause(&qualifier.text)),
        (None, Some(Reason::Figure { value, wanted, .. })) => {
            format!("Sets the {} at {wanted}.", name(value))
        }
        (None, _) => sentence(&gap.element().text),
    }
}

/// Who deals with an element that is missing and that this line does not close.
fn elsewhere(subject: &Subject<'_>, line: &Line<'_>, one: &Asked<'_>) -> String {
    let others = subject.plan.lines.iter();
    let others = others.filter(|other| other.id != line.id && gap_of(other, one.element).is_some());
    let numbers: Vec<String> = others
        .map(|other| naming::number(subject.plan, other).to_string())
        .collect();
    if numbers.is_empty() {
        "Excused, or met by an alternative.".to_owned()
    } else {
        format!("Dealt with in {}.", naming::lines(&numbers))
    }
}

/// Whether a finding that the line answers misses the element.
fn is_found_missing(line: &Line<'_>, provision: &ModelProvision, one: &Asked<'_>) -> bool {
    let findings = findings(line, provision);
    let mut missing = findings.iter().flat_map(|finding| &finding.elements);
    missing.any(|element| std::ptr::eq(*element, one.element))
}

/// The articles that ask for an element; none where only a finding does.
fn cites(of: &[(&Checklist<'_>, &RequirementResult<'_>)]) -> String {
    if of.is_empty() {
        return "safeguard of the power".to_owned();
    }
    let mut cites: Vec<String> = of
        .iter()
        .map(|(checklist, result)| {
            format!(
                "{} {}",
                checklist.short_title,
                result.requirement.cite.replace(' ', "\u{a0}")
            )
        })
        .collect();
    cites.dedup();
    cites.join("; ")
}
