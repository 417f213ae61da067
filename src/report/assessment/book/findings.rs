//! What was found: one row an element, one row a gap, and what scores don't show.

use super::{country, table};
use crate::assess::{ChecklistResult, ElementResult, Gap, RequirementResult};
use crate::model::{SectionIndex, Word};
use crate::report::assessment::overview::gravest;
use crate::report::assessment::{Subject, closing, wording};
use crate::report::book::{Datum, GridColumn, Worksheet};
use crate::report::figures::{self, sentence};

/// One row for each element of each requirement; one without elements has a row all the same.
pub(super) fn findings(subject: &Subject<'_>) -> Worksheet {
    let assumes = subject.results.iter().any(|one| one.if_enacted.is_some());
    let mut rows = Vec::new();
    for result in &subject.results {
        for chapter in &result.chapters {
            for one in &chapter.requirements {
                let head = requirement(subject, result, chapter.title, one);
                let then = one.if_enacted.as_ref();
                let then = then.map(|then| verdict(then.outcome.verdict));
                let mut push = |cells: [Datum; 8]| {
                    let mut row = head.clone();
                    row.extend(cells);
                    if assumes {
                        row.push(then.clone().unwrap_or(Datum::Empty));
                    }
                    rows.push(row);
                };
                if one.elements.is_empty() {
                    push(exempt(one));
                }
                for found in &one.elements {
                    push(element(subject, one, found));
                }
            }
        }
    }
    table(
        "Findings",
        3,
        finding_columns(assumes),
        rows,
        "The instruments ask for nothing.",
    )
}

fn finding_columns(assumes: bool) -> Vec<GridColumn> {
    let mut columns = vec![
        GridColumn::new("Country", 13),
        GridColumn::new("Instrument", 24),
        GridColumn::new("Article", 13),
        GridColumn::new("Subject", 28),
        GridColumn::new("Chapter", 26),
        GridColumn::new("Binds", 12),
        GridColumn::new("Named first", 9),
        GridColumn::verdicts("Verdict"),
        GridColumn::new("Could be", 22),
        GridColumn::new("Score, low", 9),
        GridColumn::new("Score, high", 9),
        GridColumn::new("Element", 24),
        GridColumn::new("Test", 46),
        GridColumn::verdicts("Found"),
        GridColumn::new("Low", 9),
        GridColumn::new("High", 9),
        GridColumn::new("Law", 24),
        GridColumn::new("Why", 46),
        GridColumn::new("Gap", 34),
    ];
    if assumes {
        columns.push(GridColumn::verdicts("If enacted"));
    }
    columns
}

fn verdict(verdict: crate::assess::Verdict) -> Datum {
    Datum::Verdict(figures::verdict(verdict))
}

/// What all rows of a requirement begin with.
fn requirement(
    subject: &Subject<'_>,
    result: &ChecklistResult<'_>,
    chapter: &str,
    one: &RequirementResult<'_>,
) -> Vec<Datum> {
    let share = |value: Option<f64>| value.map_or(Datum::Empty, Datum::Share);
    let range = one.outcome.range.map(|(worst, best)| {
        let (worst, best) = (figures::verdict(worst), figures::verdict(best));
        Datum::text(format!("{worst} or {best}"))
    });
    let mut row = article(subject, result, one);
    row.extend([
        Datum::text(one.requirement.title.as_str()),
        Datum::text(chapter),
        Datum::text(one.requirement.bindingness.word()),
        Datum::yes_or_no(one.requirement.gate),
        verdict(one.outcome.verdict),
        range.unwrap_or(Datum::Empty),
        share(one.outcome.score.map(|score| score.low)),
        share(one.outcome.score.map(|score| score.high)),
    ]);
    row
}

/// The keys of a row: whose law, and which article of which instrument.
fn article(
    subject: &Subject<'_>,
    result: &ChecklistResult<'_>,
    one: &RequirementResult<'_>,
) -> Vec<Datum> {
    vec![
        country(subject),
        Datum::text(result.checklist.short_title.as_str()),
        Datum::text(one.requirement.cite.as_str()),
    ]
}

/// A requirement that has no elements left.
fn exempt(one: &RequirementResult<'_>) -> [Datum; 8] {
    let ground = one.exemption.map_or(Datum::Empty, |exemption| {
        let kind = wording::readable(exemption.because.word());
        Datum::text(format!("{}: {}", figures::capital(&kind), exemption.ground))
    });
    let mut cells = [const { Datum::Empty }; 8];
    cells[6] = ground;
    cells
}

fn element(
    subject: &Subject<'_>,
    one: &RequirementResult<'_>,
    found: &ElementResult<'_>,
) -> [Datum; 8] {
    let gap = one.gaps.iter().find(|gap| gap.name == found.name);
    let id = gap
        .filter(|_| !one.is_optional())
        .map(|gap| Datum::text(gap.id.as_str()));
    [
        Datum::text(wording::readable(&found.name)),
        Datum::text(found.element.element.text.as_str()),
        Datum::Verdict(found.verdict().word()),
        Datum::Share(found.value.low),
        Datum::Share(found.value.high),
        law(subject, &found.sections),
        gap.map_or(Datum::Empty, why),
        id.unwrap_or(Datum::Empty),
    ]
}

fn law(subject: &Subject<'_>, sections: &[SectionIndex]) -> Datum {
    let cites = sections
        .iter()
        .map(|index| subject.legislation.cite(*index));
    Datum::text(cites.collect::<Vec<_>>().join("; "))
}

fn why(gap: &Gap<'_>) -> Datum {
    let reason = gap.reason.as_ref();
    reason.map_or(Datum::Empty, |reason| {
        Datum::text(sentence(&wording::reason(reason)))
    })
}

/// One row a gap, the gravest first. What an optional requirement lacks is none.
pub(super) fn gaps(subject: &Subject<'_>) -> Worksheet {
    let assumes = subject.results.iter().any(|one| one.if_enacted.is_some());
    let mut rows = Vec::new();
    for result in &subject.results {
        for one in gravest(result) {
            for gap in &one.gaps {
                let mut row = article(subject, result, one);
                row.extend(gap_cells(subject, one, gap));
                if assumes {
                    let then = one.if_enacted.as_ref();
                    let closes = then.is_some_and(|then| then.closes.contains(&gap.id));
                    row.push(Datum::text(if closes { "closes" } else { "stays" }));
                }
                rows.push(row);
            }
        }
    }
    let mut columns = vec![
        GridColumn::new("Country", 13),
        GridColumn::new("Instrument", 24),
        GridColumn::new("Article", 13),
        GridColumn::new("Subject", 28),
        GridColumn::new("Binds", 12),
        GridColumn::new("Named first", 9),
        GridColumn::new("Element", 24),
        GridColumn::verdicts("Found"),
        GridColumn::new("Narrowed by", 22),
        GridColumn::new("Why", 46),
        GridColumn::new("What to do", 56),
        GridColumn::new("Law", 24),
        GridColumn::new("Gap", 34),
    ];
    if assumes {
        columns.push(GridColumn::new("If enacted", 11));
    }
    table(
        "Gaps",
        3,
        columns,
        rows,
        "No gap was found in what could be determined.",
    )
}

fn gap_cells(subject: &Subject<'_>, one: &RequirementResult<'_>, gap: &Gap<'_>) -> [Datum; 10] {
    let verb = figures::verb(one.requirement.bindingness);
    let narrowing = gap.qualifier.map(|one| wording::readable(&one.id));
    [
        Datum::text(one.requirement.title.as_str()),
        Datum::text(one.requirement.bindingness.word()),
        Datum::yes_or_no(one.requirement.gate),
        Datum::text(wording::readable(&gap.name)),
        Datum::Verdict(gap.verdict.word()),
        Datum::maybe(narrowing.as_ref()),
        why(gap),
        Datum::text(format!("{verb} {}.", wording::instruction(gap))),
        law(subject, &gap.sections),
        Datum::text(gap.id.as_str()),
    ]
}

/// What scores don't show, for human-rights review.
pub(super) fn review(subject: &Subject<'_>) -> Worksheet {
    let rows = subject.findings.iter().map(|finding| {
        let provision = finding.provision;
        let elements = finding.elements.iter();
        let elements = elements.map(|one| wording::readable(&one.id));
        vec![
            country(subject),
            Datum::text(wording::readable(finding.kind.word())),
            provision.map_or(Datum::Empty, |one| Datum::text(one.title.as_str())),
            Datum::text(elements.collect::<Vec<_>>().join(", ")),
            law(subject, &finding.sections),
            finding.note.map_or(Datum::Empty, Datum::text),
        ]
    });
    let columns = vec![
        GridColumn::new("Country", 13),
        GridColumn::new("For human-rights review", 28),
        GridColumn::new("Model provision", 36),
        GridColumn::new("Elements", 40),
        GridColumn::new("Law", 28),
        GridColumn::new("Remark", 60),
    ];
    table("Review", 1, columns, rows.collect(), "Nothing was noted.")
}

/// The State's own priorities, what the gaps call for, and what is under way.
pub(super) fn needs(subject: &Subject<'_>) -> Worksheet {
    let legislation = subject.legislation;
    let mut rows = Vec::new();
    let mut push = |kind: &str, what: &str, about: String, from: Datum, to: Datum| {
        rows.push(vec![
            country(subject),
            Datum::text(kind),
            Datum::text(what),
            Datum::text(about),
            from,
            to,
        ]);
    };
    for need in &legislation.needs {
        let why = need.why.as_deref().map(sentence).unwrap_or_default();
        let what = &need.provision.title;
        push(
            "asked for by the State",
            what,
            why,
            Datum::Empty,
            Datum::Empty,
        );
    }
    for (category, cites) in closing::by_need(subject) {
        let what = wording::need(category);
        let about = cites.join(", ");
        push(
            "called for by gaps",
            what,
            about,
            Datum::Empty,
            Datum::Empty,
        );
    }
    for support in &legislation.support {
        let project = support.project.as_ref();
        let project = project.map_or_else(String::new, |project| format!(", {project}"));
        let titles = support.covers.iter().map(|one| one.title.as_str());
        let titles = titles.collect::<Vec<_>>().join(", ");
        let what = format!("{}{project}", support.provider);
        let (from, to) = (Datum::day(support.from), Datum::day(support.to));
        push("under way", &what, titles, from, to);
    }
    let columns = vec![
        GridColumn::new("Country", 13),
        GridColumn::new("Technical assistance", 24),
        GridColumn::new("What", 50),
        GridColumn::new("Articles, or why", 70),
        GridColumn::new("From", 12),
        GridColumn::new("To", 12),
    ];
    table("Needs", 1, columns, rows, "None were identified.")
}
