//! The overview, two to four pages for one instrument: facts and what they say, what is missing, what is not known, what is needed, and
//! every verdict at the end (design, section 7).

use super::chain::chain;
use super::closing::{findings, needs};
use super::cut::shown;
use super::model_law::surplus;
use super::open::{if_enacted, not_determined};
use super::{Form, Subject, about, begin, cover, wording};
use crate::assess::{ChecklistResult, RequirementResult, Verdict};
use crate::model::Word;
use crate::report::document::{
    Bar, Block, Cell, Column, Document, Picture, Row, Segment, Table, Tone,
};
use crate::report::figures::{self, are, capital, count, sentence};

/// How many shortfalls are named on the first page.
const MAIN: usize = 5;
const FORM: Form = Form::Overview;

pub(super) fn document(subject: &Subject<'_>) -> Document {
    let mut document = begin(subject);
    match subject.results.as_slice() {
        [result] => on_one(subject, result, &mut document),
        results => on_several(subject, results, &mut document),
    }
    document
}

/// On one instrument: everything at the first level, and what is for looking up at the end.
fn on_one(subject: &Subject<'_>, result: &ChecklistResult<'_>, document: &mut Document) {
    let mut facts = cover::facts(subject);
    facts.extend(instrument(subject, result));
    document.facts(facts);
    in_words(result, document);
    cover::disclaimer(subject, document);
    cover::reading(subject, document);
    about_instrument(subject, result, 1, document);
    findings(subject, 1, FORM, document);
    needs(subject, 1, FORM, document);
    if let Some(model_law) = &subject.model_law {
        surplus(model_law, document);
    }
    cover::state_comment(subject, 1, document);
    document.heading(1, GLANCE);
    cover::legend(document);
    at_a_glance(subject, result, document);
}

const GLANCE: &str = "Every article at a glance";

/// On several: a part for each, and one for what they share.
fn on_several(subject: &Subject<'_>, results: &[ChecklistResult<'_>], document: &mut Document) {
    document.facts(cover::facts(subject));
    cover::disclaimer(subject, document);
    cover::reading(subject, document);
    cover::legend(document);
    for result in results {
        document.heading(1, result.checklist.title.clone());
        document.facts(instrument(subject, result));
        in_words(result, document);
        about_instrument(subject, result, 2, document);
        document.heading(2, GLANCE);
        at_a_glance(subject, result, document);
    }
    document.heading(1, "Across the instruments");
    findings(subject, 2, FORM, document);
    needs(subject, 2, FORM, document);
    if let Some(model_law) = &subject.model_law {
        surplus(model_law, document);
    }
    cover::state_comment(subject, 2, document);
}

fn about_instrument(
    subject: &Subject<'_>,
    result: &ChecklistResult<'_>,
    level: usize,
    document: &mut Document,
) {
    picture(result, document);
    shortfalls(subject, result, level, document);
    chain(result, level, FORM, document);
    if_enacted(result, level, document);
    not_determined(result, level, FORM, document);
}

/// The fast facts on an instrument.
fn instrument(subject: &Subject<'_>, result: &ChecklistResult<'_>) -> Vec<(&'static str, String)> {
    let mut facts = vec![("Score", cover::score(result))];
    if subject.model_law.is_none() {
        facts.push(("Treaty status", cover::standing(subject, result)));
    }
    let version = &result.checklist.version;
    let checked = cover::checked(result);
    facts.push(("Checklist", format!("version {version}, {checked}")));
    facts
}

/// What the facts say, for those who read no table.
fn in_words(result: &ChecklistResult<'_>, document: &mut Document) {
    let counts = &result.main().counts;
    let total: usize = Verdict::ALL.iter().map(|verdict| counts.of(*verdict)).sum();
    let which = if result.is_all_optional() {
        format!("{}, none of which binds", count(total, "requirement"))
    } else {
        format!("{} that bind", count(total, "requirement"))
    };
    document.paragraph(format!(
        "Of {}, {} {} in place, {} partly, {} not, {} {} not determined and {} {} not applicable.",
        which,
        counts.in_place,
        are(counts.in_place),
        counts.partly_in_place,
        counts.not_in_place,
        counts.not_determined,
        are(counts.not_determined),
        counts.not_applicable,
        are(counts.not_applicable),
    ));
    if let Some(score) = result.main().score.filter(|score| !score.is_determined()) {
        document.paragraph(format!(
            "The score is {}: at its lower end all that is unknown would be missing, at its upper end there.",
            figures::percent(Some(score))
        ));
    }
    remarks(result, document);
}

/// What single articles have noted and a reader of the whole should know.
fn remarks(result: &ChecklistResult<'_>, document: &mut Document) {
    const MOST: usize = 4;
    let combined: Vec<String> = result
        .requirements()
        .filter(|one| one.combined)
        .map(|one| wording::unbroken(&one.requirement.cite))
        .collect();
    if !combined.is_empty() {
        document.paragraph(format!(
            "In {} act and object come from different sections, and a lawyer should look whether they fit together: {}.",
            count(combined.len(), "requirement"),
            super::cut::cut(&combined, MOST, ", ", FORM)
        ));
    }
    let mut to_make: Vec<String> = result
        .requirements()
        .flat_map(|one| &one.declarations_to_make)
        .map(|name| wording::readable(name))
        .collect();
    to_make.sort();
    to_make.dedup();
    if !to_make.is_empty() {
        document.paragraph(format!(
            "To be declared or reserved on joining, if the law is to stay as it is: {}.",
            super::cut::cut(&to_make, MOST, "; ", FORM)
        ));
    }
}

/// The requirements with gaps, the gravest first: gates, then by verdict, then by score, then in the instrument's order.
pub(super) fn gravest<'r, 'c>(result: &'r ChecklistResult<'c>) -> Vec<&'r RequirementResult<'c>> {
    let mut with_gaps: Vec<&RequirementResult<'_>> = result
        .requirements()
        .filter(|one| !one.is_optional() && !one.gaps.is_empty())
        .collect();
    let rank = |one: &RequirementResult<'_>| {
        let verdict = match one.outcome.verdict {
            Verdict::NotInPlace => 0,
            Verdict::PartlyInPlace => 1,
            Verdict::NotDetermined => 2,
            Verdict::InPlace | Verdict::NotApplicable => 3,
        };
        (!one.requirement.gate, verdict)
    };
    with_gaps.sort_by(|left, right| {
        let high = |one: &RequirementResult<'_>| one.outcome.score.map_or(1.0, |score| score.high);
        rank(left)
            .cmp(&rank(right))
            .then(high(left).total_cmp(&high(right)))
    });
    with_gaps
}

/// What is said where no gap was found: that there is none, or that nobody has looked yet.
pub(super) fn no_gap<'r, 'c: 'r>(
    results: impl IntoIterator<Item = &'r ChecklistResult<'c>>,
) -> &'static str {
    let mut results = results.into_iter();
    if results.any(|result| result.main().elements.determined > 0) {
        "No gap was found in what could be determined."
    } else {
        "Nothing is determined yet: no element was assessed, and so no gap could be found."
    }
}

fn shortfalls(
    subject: &Subject<'_>,
    result: &ChecklistResult<'_>,
    level: usize,
    document: &mut Document,
) {
    document.heading(level, "What is missing");
    let gravest = gravest(result);
    if result.is_all_optional() {
        document.paragraph("Nothing here binds, and so nothing is missing. What could be added stands in the table of every article.");
        return;
    }
    if gravest.is_empty() {
        document.paragraph(no_gap([result]));
        return;
    }
    let rows = gravest.iter().take(MAIN).map(|one| {
        let mark = if one.requirement.gate { " !" } else { "" };
        Row::of(vec![
            Cell::plain(format!("{}{mark}", one.requirement.cite)).to(anchor(result, one)),
            Cell::toned(one.requirement.title.clone(), Tone::Strong),
            Cell::toned(
                figures::outcome(&one.outcome),
                figures::tone(one.outcome.verdict),
            ),
            Cell::plain(why(one)),
            Cell::toned(law(subject, one), Tone::Faint),
        ])
    });
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Subject", 3),
            Column::text("Verdict", 2),
            Column::text("Missing, and why", 6),
            Column::text("Law", 2),
        ],
        rows.collect(),
    );
    if gravest.len() > MAIN {
        const NEXT: usize = 8;
        let rest: Vec<String> = gravest[MAIN..]
            .iter()
            .map(|one| wording::unbroken(&one.requirement.cite))
            .collect();
        let next = shown(rest.len(), NEXT, FORM);
        let others = match rest.len() - next {
            0 => String::new(),
            others => format!(" and {others} more, which the table of every article shows"),
        };
        document.paragraph(format!(
            "{} with gaps follow: {}{others}.",
            count(rest.len(), "more requirement"),
            rest[..next].join(", ")
        ));
    }
}

/// The anchor of a requirement, which both forms of the report have.
pub(super) fn anchor(result: &ChecklistResult<'_>, one: &RequirementResult<'_>) -> String {
    format!("{}/{}", result.checklist.id, one.requirement.id)
}

/// What is missing, and the first reason for it.
fn why(one: &RequirementResult<'_>) -> String {
    let missing = wording::missing(one);
    let reason = one
        .gaps
        .iter()
        .find_map(|gap| gap.reason.as_ref())
        .map(wording::reason);
    match reason {
        Some(reason) => format!("{}. {}", capital(&missing), sentence(&capital(&reason))),
        None => format!("{}.", capital(&missing)),
    }
}

/// The sections that count for a requirement, each once.
pub(super) fn law(subject: &Subject<'_>, one: &RequirementResult<'_>) -> String {
    let mut sections: Vec<_> = one
        .elements
        .iter()
        .flat_map(|element| element.sections.iter().copied())
        .collect();
    sections.sort_unstable();
    sections.dedup();
    const MOST: usize = 4;
    let more = sections.len().saturating_sub(MOST);
    sections.truncate(MOST);
    let cited = wording::cited(subject.legislation, &sections);
    match (cited.is_empty(), more) {
        (true, _) => "–".to_owned(),
        (false, 0) => cited,
        (false, more) => format!("{cited} and {more} more"),
    }
}

/// The verdicts of each chapter as a bar.
pub(super) fn picture(result: &ChecklistResult<'_>, document: &mut Document) {
    let bars = result
        .chapters
        .iter()
        .map(|chapter| Bar {
            label: chapter.title.to_owned(),
            segments: Verdict::ALL
                .iter()
                .map(|verdict| Segment {
                    tone: figures::tone(*verdict),
                    count: result.main_of(chapter).counts.of(*verdict),
                })
                .collect(),
        })
        .filter(|bar: &Bar| bar.segments.iter().any(|segment| segment.count > 0))
        .collect();
    document.blocks.push(Block::Picture(Picture {
        caption: format!("Verdicts by chapter, {}", wording::shown(result)),
        bars,
    }));
}

/// Every requirement with its verdict and its interval. On paper, where each line counts, several stand side by side without the rest.
fn at_a_glance(subject: &Subject<'_>, result: &ChecklistResult<'_>, document: &mut Document) {
    let mut rows = Vec::new();
    for chapter in &result.chapters {
        rows.push(Row::group(format!(
            "{}: {}",
            chapter.title,
            figures::percent(result.main_of(chapter).score)
        )));
        for one in &chapter.requirements {
            let (mark, optional) = match (one.requirement.gate, one.is_optional()) {
                (true, _) => (" !", ""),
                (false, true) => (" *", " (optional)"),
                (false, false) => ("", ""),
            };
            let row = Row::of(vec![
                Cell::plain(wording::unbroken(&format!(
                    "{}{mark}",
                    one.requirement.cite
                ))),
                Cell::plain(format!("{}{optional}", one.requirement.title)),
                Cell::toned(
                    figures::signed(one.outcome.verdict),
                    figures::tone(one.outcome.verdict),
                ),
                Cell::plain(figures::percent(one.outcome.score)),
                Cell::plain(figures::could_be(&one.outcome)),
                Cell::toned(law(subject, one), Tone::Faint),
            ]);
            let id = &result.checklist.id;
            rows.push(row.about(about(subject, id, chapter.title, one, "")));
        }
    }
    document.blocks.push(Block::Table(Table {
        caption: None,
        wide: false,
        brief: vec![0, 2, 3],
        columns: vec![
            Column::text("Article", 0),
            Column::text("Subject", 4),
            Column::text("Verdict", 2),
            Column::figures("Score"),
            Column::text("Could be", 2),
            Column::text("Law", 3),
        ],
        rows,
    }));
}
