//! What a drafter needs besides the provision: limits that may stay, definitions, penalties, safeguards, consequential amendments, open questions.

use super::elements::{asked, name};
use super::{Subject, evidence, findings, naming};
use crate::assess::ElementVerdict;
use crate::assess::plan::Line;
use crate::model::{Category, ElementKind, Form, Law, ModelProvision, SectionIndex};
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::{self, capital, clause, sentence};
use crate::report::plan::wording;

/// The narrowings that instruments permit; a drafter may keep them in the form that the instrument names.
pub(super) fn limits(subject: &Subject<'_>, provision: &ModelProvision, document: &mut Document) {
    let mut items: Vec<Cell> = Vec::new();
    for result in subject.results {
        for requirement in result.requirements().filter(|one| !one.is_optional()) {
            let permits = requirement.requirement.permits.iter();
            for permit in permits.filter(|one| std::ptr::eq(one.provision, provision)) {
                let form = match permit.form {
                    Form::Option => "without any declaration",
                    Form::Declaration => "if the State makes a declaration",
                    Form::Reservation => "if the State makes a reservation",
                };
                let item = Cell::plain(format!(
                    "{} permits, {form} ({}): {}.",
                    result.checklist.short_title,
                    permit.basis,
                    clause(&permit.qualifier.text)
                ));
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
    }
    if !items.is_empty() {
        document.heading(3, "Limits that the instruments permit");
        document.list(items);
    }
}

/// The definitions on which the new text rests: what the plan drafts, and what is in force.
pub(super) fn definitions(subject: &Subject<'_>, line: &Line<'_>, document: &mut Document) {
    document.heading(3, "Definitions");
    let mut items: Vec<Cell> = Vec::new();
    for other in &subject.plan.lines {
        let defined: Vec<&ModelProvision> = other
            .provisions()
            .into_iter()
            .filter(|one| one.category == Category::Definition)
            .collect();
        let closes = !other.closes.is_empty() && other.id != line.id;
        if closes && !defined.is_empty() {
            items.push(Cell::plain(format!(
                "Line {} settles: {}. Use its terms, and define none again.",
                naming::number(subject.plan, other),
                naming::provisions(&defined)
            )));
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for (index, section) in subject.legislation.sections() {
        for annotation in &section.covers {
            let provision = annotation.provision;
            let is_definition = provision.category == Category::Definition;
            if !is_definition || seen.contains(&provision.id.as_str()) {
                continue;
            }
            let evidence = evidence(subject, provision);
            if evidence.iter().any(|one| one.counts && one.index == index) {
                seen.push(&provision.id);
                items.push(Cell::plain(format!(
                    "{}: defined today in {}.",
                    capital(&provision.title),
                    section_of(subject, index)
                )));
            }
        }
    }
    if items.is_empty() {
        document.paragraph("No definition was found in the laws listed, and no line of the plan settles one: define in the text itself what it needs.");
    }
    document.list(items);
}

fn section_of(subject: &Subject<'_>, index: SectionIndex) -> String {
    let law = &subject.legislation.laws[index.law];
    format!(
        "{}, {}",
        law.title,
        subject.legislation.section(index).reference
    )
}

/// The figures that penalties and terms have to reach, with what the law sets now.
pub(super) fn penalties(subject: &Subject<'_>, line: &Line<'_>, document: &mut Document) {
    let mut rows: Vec<Row> = Vec::new();
    for provision in line.provisions() {
        for one in asked(subject, line, provision) {
            let Some(test) = &one.element.test else {
                continue;
            };
            let mut asked_by: Vec<String> = one
                .of
                .iter()
                .map(|(checklist, result)| {
                    format!(
                        "{} {}",
                        checklist.short_title,
                        result.requirement.cite.replace(' ', "\u{a0}")
                    )
                })
                .collect();
            asked_by.dedup();
            rows.push(Row::of(vec![
                Cell::toned(capital(&provision.title), Tone::Strong),
                Cell::plain(format!(
                    "{}: {}",
                    capital(&name(&test.value)),
                    test.in_words()
                )),
                Cell::plain(now(subject, provision, &test.value)),
                Cell::toned(
                    figures::element(one.verdict),
                    figures::element_tone(one.verdict),
                ),
                Cell::toned(asked_by.join("; "), Tone::Faint),
            ]));
        }
    }
    document.heading(3, "Penalties and other figures to be reached");
    if rows.is_empty() {
        let provisions = line.provisions();
        let punishes = provisions.iter().any(|one| {
            matches!(
                one.category,
                Category::Offence | Category::Liability | Category::Sanction
            )
        });
        let like = if punishes {
            " Keep penalties in line with those of like offences."
        } else {
            ""
        };
        document.paragraph(format!(
            "The instruments chosen set no figure for these provisions.{like}"
        ));
        return;
    }
    document.table(
        vec![
            Column::text("Provision", 3),
            Column::text("Threshold", 3),
            Column::text("Set now", 4),
            Column::text("Reached", 2),
            Column::text("Asked for by", 3),
        ],
        rows,
    );
    document.paragraph("A threshold is asked of the highest penalty that the law sets, never of the lowest: courts keep their discretion.");
}

/// What the sections in force on a provision set a value at.
fn now(subject: &Subject<'_>, provision: &ModelProvision, value: &str) -> String {
    let evidence = evidence(subject, provision);
    let evidence = evidence.iter().filter(|one| one.counts);
    let mut parts: Vec<String> = evidence
        .filter_map(|one| {
            let own = one.annotation.values.get(value);
            let is = own.or_else(|| one.section.values.get(value))?;
            let law = &subject.legislation.laws[one.index.law];
            Some(format!("{is} ({} {})", law.id, one.section.reference))
        })
        .collect();
    parts.dedup();
    if parts.is_empty() {
        "nothing recorded".to_owned()
    } else {
        parts.join("; ")
    }
}

/// The safeguards that belong to the powers, and how they stand.
pub(super) fn safeguards(line: &Line<'_>, document: &mut Document) {
    document.heading(3, "Safeguards");
    let mut items: Vec<Cell> = Vec::new();
    for provision in line.provisions() {
        let misses: Vec<String> = findings(line, provision)
            .iter()
            .flat_map(|finding| &finding.elements)
            .map(|element| clause(&element.text))
            .collect();
        if !misses.is_empty() {
            items.push(Cell::toned(
                format!(
                    "{}: in force without this: {}.",
                    capital(&provision.title),
                    misses.join("; ")
                ),
                Tone::Missing,
            ));
            continue;
        }
        if provision.category != Category::ProceduralPower {
            continue;
        }
        let own = provision
            .elements
            .iter()
            .filter(|one| one.kind == ElementKind::Safeguard);
        let texts: Vec<String> = own.map(|one| clause(&one.text)).collect();
        if !texts.is_empty() {
            items.push(Cell::plain(format!(
                "{}: in the same provision: {}.",
                capital(&provision.title),
                texts.join("; ")
            )));
        }
    }
    let provisions = line.provisions();
    let are_safeguards = provisions
        .iter()
        .any(|one| one.category == Category::Safeguard);
    if items.is_empty() && are_safeguards {
        document.paragraph("The provisions above are the safeguards themselves. Let every power name which of them it has, and let no power be left out.");
        return;
    }
    if items.is_empty() {
        document.paragraph("None of these provisions is a power. Resolution 20/7 recalls all the same that solutions have to take into account the protection of individual freedoms and privacy: let the text reach no further than the elements above, and say what is left unpunished.");
    }
    document.list(items);
}

/// What else has to be changed: other laws on the same provisions, other lines on the same law, and the library's advice.
pub(super) fn consequences(subject: &Subject<'_>, line: &Line<'_>, document: &mut Document) {
    document.heading(3, "Consequential amendments");
    let mut items: Vec<Cell> = Vec::new();
    let target = line.target.id();
    let same: Vec<String> = subject
        .plan
        .lines
        .iter()
        .filter(|other| {
            super::is_drafting(other) && other.id != line.id && other.target.id() == target
        })
        .map(|other| naming::number(subject.plan, other).to_string())
        .collect();
    if !same.is_empty() {
        items.push(Cell::plain(format!(
            "The same law is changed by {}: one bill for all of them.",
            naming::lines(&same)
        )));
    }
    let mut others: Vec<(&Law<'_>, Vec<String>)> = Vec::new();
    for provision in line.provisions() {
        for one in evidence(subject, provision).iter().filter(|one| one.counts) {
            let with = one.annotation.with.iter().copied().chain([one.index]);
            for index in with {
                let law = &subject.legislation.laws[index.law];
                let reference = subject.legislation.section(index).reference.clone();
                if Some(law.id.as_str()) == target {
                    continue;
                }
                match others.iter_mut().find(|(known, _)| known.id == law.id) {
                    Some((_, found)) if found.contains(&reference) => {}
                    Some((_, found)) => found.push(reference),
                    None => others.push((law, vec![reference])),
                }
            }
        }
    }
    for (law, found) in others {
        items.push(Cell::plain(format!(
            "{} {}: has rules on the same matter; amend or repeal them together with this.",
            capital(&naming::law(law)),
            found.join(", ")
        )));
    }
    for risk in &line.measure.risks {
        items.push(Cell::plain(format!(
            "Guard against this: {}.",
            clause(risk)
        )));
    }
    if items.is_empty() {
        document.paragraph("None is known.");
    }
    document.list(items);
}

/// What has to be asked before the text is settled: one item an element, below whom to ask.
pub(super) fn questions(subject: &Subject<'_>, line: &Line<'_>, document: &mut Document) {
    document.heading(3, "Open questions");
    let provisions = line.provisions();
    let mut is_clear = true;
    for research in &subject.plan.research {
        let here = research.questions.iter().filter(|question| {
            let mut provisions = provisions.iter();
            provisions.any(|one| std::ptr::eq(*one, question.provision))
        });
        let items: Vec<Cell> = here
            .flat_map(|question| {
                let title = capital(&question.provision.title);
                let unknown = question.unknown.iter();
                unknown.map(move |one| {
                    let text = sentence(&one.element.text);
                    Cell::toned(format!("{title}: {text}"), Tone::Unknown)
                })
            })
            .collect();
        if !items.is_empty() {
            is_clear = false;
            document.paragraph(format!(
                "To ask: {}. Is this in the law, and where?",
                wording::whom(research.addressee)
            ));
            document.list(items);
        }
    }
    let in_part = line
        .closes
        .iter()
        .filter(|gap| gap.gap.verdict == ElementVerdict::Unknown);
    let items: Vec<Cell> = in_part
        .map(|gap| {
            Cell::toned(
                format!(
                    "{}, {}: something is missing for certain, and how much is not known.",
                    capital(&gap.provision().title),
                    name(&gap.element().id)
                ),
                Tone::Unknown,
            )
        })
        .collect();
    if is_clear && items.is_empty() {
        document.paragraph("None: every element of these provisions was determined.");
    }
    document.list(items);
}
