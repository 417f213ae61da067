//! The overview: what is missing first, then what is not known, then what is needed (design, section 7).

use std::collections::BTreeMap;

use super::chain::chain;
use super::closing::{findings, needs};
use super::model_law::surplus;
use super::{Subject, about, begin, cover, wording};
use crate::assess::{ChecklistResult, ElementVerdict, RequirementResult, Verdict};
use crate::model::Word;
use crate::report::document::{Bar, Block, Cell, Column, Document, Picture, Row, Segment, Tone};
use crate::report::figures::{self, are, capital, count, sentence};

/// How many shortfalls are named on the first page.
const MAIN: usize = 5;

pub(super) fn document(subject: &Subject<'_>) -> Document {
    let mut document = begin(subject);
    cover::facts(subject, &mut document);
    for result in &subject.results {
        document.heading(1, result.checklist.title.clone());
        in_short(subject, result, &mut document);
        shortfalls(subject, result, &mut document);
        picture(result, &mut document);
        chain(result, &mut document);
        if_enacted(result, &mut document);
        not_determined(result, &mut document);
        at_a_glance(subject, result, &mut document);
    }
    document.heading(1, "Across the instruments");
    findings(subject, &mut document);
    needs(subject, &mut document);
    if let Some(model_law) = &subject.model_law {
        surplus(model_law, &mut document);
    }
    cover::state_comment(subject, &mut document);
    cover::legend(&mut document);
    cover::disclaimer(subject, &mut document);
    document
}

fn in_short(subject: &Subject<'_>, result: &ChecklistResult<'_>, document: &mut Document) {
    let mut facts = vec![("Score", cover::score(result))];
    if subject.model_law.is_none() {
        facts.push(("Treaty status", cover::standing(subject, result)));
    }
    facts.push((
        "Checklist",
        format!(
            "version {}, {}",
            result.checklist.version,
            cover::checked(result)
        ),
    ));
    document.facts(facts);
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

fn shortfalls(subject: &Subject<'_>, result: &ChecklistResult<'_>, document: &mut Document) {
    document.heading(2, "What is missing");
    let gravest = gravest(result);
    if result.is_all_optional() {
        document.paragraph("Nothing here binds, and so nothing is missing. What could be added stands in the table of every article.");
        return;
    }
    if gravest.is_empty() {
        document.paragraph("No gap was found in what could be determined.");
        return;
    }
    let rows = gravest
        .iter()
        .take(MAIN)
        .map(|one| {
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
        })
        .collect();
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Subject", 3),
            Column::text("Verdict", 2),
            Column::text("Missing, and why", 6),
            Column::text("Law", 2),
        ],
        rows,
    );
    if gravest.len() > MAIN {
        let rest: Vec<String> = gravest[MAIN..]
            .iter()
            .map(|one| wording::unbroken(&one.requirement.cite))
            .collect();
        document.paragraph(format!(
            "{} with gaps follow: {}.",
            count(rest.len(), "more requirement"),
            rest.join(", ")
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

fn picture(result: &ChecklistResult<'_>, document: &mut Document) {
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

fn if_enacted(result: &ChecklistResult<'_>, document: &mut Document) {
    let Some(then) = &result.if_enacted else {
        return;
    };
    document.heading(2, "If the bills were enacted");
    if then.laws.is_empty() {
        document.paragraph("No law of the file is being drafted, before parliament, or enacted and not yet in force.");
        return;
    }
    document.paragraph(format!(
        "With {} enacted the score would be {} instead of {}.",
        then.laws.join(", "),
        figures::percent(then.binding.score),
        figures::percent(result.binding.score)
    ));
    let mut rows = Vec::new();
    for one in result.requirements().filter(|one| !one.is_optional()) {
        let Some(other) = &one.if_enacted else {
            continue;
        };
        if other.outcome == one.outcome && other.closes.is_empty() && other.opens.is_empty() {
            continue;
        }
        let tails = |ids: &[String]| {
            let tails = ids.iter().map(|id| {
                let stem = id.splitn(3, '/').nth(2).unwrap_or(id);
                wording::readable(stem)
            });
            tails.collect::<Vec<_>>().join(", ")
        };
        rows.push(Row::of(vec![
            Cell::plain(one.requirement.cite.clone()),
            Cell::toned(
                figures::outcome(&one.outcome),
                figures::tone(one.outcome.verdict),
            ),
            Cell::toned(
                figures::outcome(&other.outcome),
                figures::tone(other.outcome.verdict),
            ),
            Cell::plain(
                if one.elements.len() > 2 && other.closes.len() == one.elements.len() {
                    "everything".to_owned()
                } else {
                    tails(&other.closes)
                },
            ),
            Cell::plain(tails(&other.opens)),
        ]));
    }
    if rows.is_empty() {
        document.paragraph("No verdict and no gap would change.");
        return;
    }
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Now", 2),
            Column::text("If enacted", 2),
            Column::text("Closes", 3),
            Column::text("Opens", 2),
        ],
        rows,
    );
}

fn not_determined(result: &ChecklistResult<'_>, document: &mut Document) {
    let mut open: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let all_optional = result.is_all_optional();
    let shown = |one: &&RequirementResult<'_>| one.is_optional() == all_optional;
    for one in result.requirements().filter(shown) {
        let unknown: Vec<String> = one
            .elements
            .iter()
            .filter(|element| element.verdict() == ElementVerdict::Unknown)
            .map(|element| wording::readable(&element.name))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let what = if unknown.len() == one.elements.len() {
            "everything".to_owned()
        } else {
            unknown.join(", ")
        };
        let who = wording::who_could_settle(one.requirement.model.category);
        let article = wording::unbroken(&one.requirement.cite);
        open.entry(who)
            .or_default()
            .push(format!("{article} ({what})"));
    }
    document.heading(2, "What is not known yet, and who could settle it");
    if open.is_empty() {
        document.paragraph("Every element was determined.");
        return;
    }
    let rows = open
        .into_iter()
        .map(|(who, articles)| {
            Row::of(vec![
                Cell::toned(articles.join("; "), Tone::Unknown),
                Cell::plain(who),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Article (element)", 6),
            Column::text("Who could settle it", 3),
        ],
        rows,
    );
}

fn at_a_glance(subject: &Subject<'_>, result: &ChecklistResult<'_>, document: &mut Document) {
    document.heading(2, "Every article at a glance");
    let mut rows = Vec::new();
    for chapter in &result.chapters {
        rows.push(Row::group(format!(
            "{}: {}",
            chapter.title,
            figures::percent(result.main_of(chapter).score)
        )));
        for one in &chapter.requirements {
            let mark = match (one.requirement.gate, one.is_optional()) {
                (true, _) => " !",
                (false, true) => " (optional)",
                (false, false) => "",
            };
            let row = Row::of(vec![
                Cell::plain(one.requirement.cite.clone()),
                Cell::plain(format!("{}{mark}", one.requirement.title)),
                Cell::toned(
                    figures::outcome(&one.outcome),
                    figures::tone(one.outcome.verdict),
                ),
                Cell::plain(figures::percent(one.outcome.score)),
                Cell::toned(law(subject, one), Tone::Faint),
            ]);
            let id = &result.checklist.id;
            rows.push(row.about(about(subject, id, chapter.title, one, "")));
        }
    }
    document.table(
        vec![
            Column::text("Article", 0),
            Column::text("Subject", 4),
            Column::text("Verdict", 3),
            Column::figures("Score"),
            Column::text("Law", 3),
        ],
        rows,
    );
}
