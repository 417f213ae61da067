//! A plan as a workbook: measures to sort and filter, each gap with its measure, what to ask, and costs.

use super::{Subject, imprint, sheet, title, wording};
use crate::assess::plan::{Line, Price};
use crate::model::{Span, Word};
use crate::report::assessment::wording::{cited, readable};
use crate::report::book::{Book, Datum, Grid, GridColumn, Strip, Worksheet};

pub(super) fn book(subject: &Subject<'_>) -> Book {
    Book {
        title: title(subject),
        imprint: imprint(subject),
        sheets: vec![
            measures(subject),
            gaps(subject),
            research(subject),
            costs(subject),
        ],
    }
}

fn table(
    name: &'static str,
    keys: usize,
    columns: &[(&str, u16)],
    rows: Vec<Vec<Datum>>,
    none: &'static str,
) -> Worksheet {
    let columns = columns.iter();
    Worksheet {
        name,
        strips: vec![Strip::Grid(Grid {
            columns: columns
                .map(|(title, width)| GridColumn::new(title, *width))
                .collect(),
            keys,
            is_card: false,
            rows,
            none,
        })],
    }
}

fn country(subject: &Subject<'_>) -> Datum {
    Datum::text(subject.legislation.country.name.as_str())
}

fn number(number: u64) -> Datum {
    usize::try_from(number).map_or_else(|_| Datum::text(number.to_string()), Datum::Count)
}

fn bounds(amount: Option<Span>) -> [Datum; 2] {
    match amount {
        Some(amount) => [number(amount.low), number(amount.high)],
        None => [Datum::Empty, Datum::Empty],
    }
}

fn measures(subject: &Subject<'_>) -> Worksheet {
    let lines = subject.plan.lines.iter().enumerate();
    table(
        "Measures",
        3,
        &[
            ("Country", 14),
            ("No.", 6),
            ("Measure", 40),
            ("Phase", 10),
            ("Begins in month", 10),
            ("Ends in month", 10),
            ("After no.", 10),
            ("What it answers", 45),
            ("Why it stands here", 40),
            ("Type", 18),
            ("Lead", 22),
            ("Partners", 28),
            ("Organisations", 28),
            ("Person-days, low", 10),
            ("Person-days, high", 10),
            ("Cost, low", 12),
            ("Cost, high", 12),
            ("Currency", 9),
            ("Cost is", 14),
            ("National contribution", 14),
            ("Donor", 14),
            ("Output indicators", 35),
            ("Outcome indicators", 35),
            ("Baseline, low", 9),
            ("Baseline, high", 9),
            ("Target, low", 9),
            ("Target, high", 9),
            ("Id", 28),
        ],
        lines
            .map(|(place, line)| measure(subject, place, line))
            .collect(),
        "Nothing was found that a measure would answer.",
    )
}

fn measure(subject: &Subject<'_>, place: usize, line: &Line<'_>) -> Vec<Datum> {
    let share = |value: Option<f64>| value.map_or(Datum::Empty, Datum::Share);
    let after: Vec<String> = line
        .after
        .iter()
        .map(|place| (place + 1).to_string())
        .collect();
    let organisations = line.measure.organisations.iter();
    let organisations: Vec<&str> = organisations.map(|one| one.name.as_str()).collect();
    let (baseline, target) = (line.figures.baseline, line.figures.target);
    let [person_days_low, person_days_high] = bounds(Some(line.effort));
    let [cost_low, cost_high] = bounds(line.cost.amount);
    vec![
        country(subject),
        Datum::Count(place + 1),
        Datum::text(wording::recommendation(line)),
        Datum::text(line.phase.word()),
        number(line.begin),
        number(line.end),
        Datum::text(after.join(", ")),
        Datum::text(wording::answers(line)),
        Datum::text(wording::grounds(subject, line)),
        Datum::text(readable(line.measure.kind.word())),
        Datum::text(line.measure.lead.as_str()),
        Datum::text(line.measure.partners.join(", ")),
        Datum::text(organisations.join(", ")),
        person_days_low,
        person_days_high,
        cost_low,
        cost_high,
        Datum::text(subject.plan.costs.currency.as_str()),
        Datum::text(if line.cost.is_default {
            wording::DEFAULT
        } else {
            "the project's"
        }),
        Datum::Empty,
        Datum::Empty,
        Datum::text(sheet::indicators(&line.measure.outputs)),
        Datum::text(sheet::indicators(&line.measure.outcomes)),
        share(baseline.map(|score| score.low)),
        share(baseline.map(|score| score.high)),
        share(target.map(|score| score.low)),
        share(target.map(|score| score.high)),
        Datum::text(line.id.as_str()),
    ]
}

/// Each gap with the measure that closes it, and those that support it.
fn gaps(subject: &Subject<'_>) -> Worksheet {
    let lines = &subject.plan.lines;
    let mut rows = Vec::new();
    for result in subject.results {
        let binding = result.requirements().filter(|one| !one.is_optional());
        for (one, gap) in binding.flat_map(|one| one.gaps.iter().map(move |gap| (one, gap))) {
            let numbered = |has: &dyn Fn(&Line<'_>) -> bool| {
                let numbered = lines.iter().enumerate().filter(|(_, line)| has(line));
                let numbers: Vec<String> =
                    numbered.map(|(place, _)| (place + 1).to_string()).collect();
                numbers.join(", ")
            };
            let closed = numbered(&|line| line.closes.iter().any(|one| one.id() == gap.id));
            rows.push(vec![
                country(subject),
                Datum::text(result.checklist.short_title.as_str()),
                Datum::text(one.requirement.cite.as_str()),
                Datum::text(one.requirement.title.as_str()),
                Datum::text(readable(&gap.name)),
                Datum::Verdict(gap.verdict.word()),
                Datum::text(cited(subject.legislation, &gap.sections)),
                Datum::text(if closed.is_empty() {
                    "none of the library"
                } else {
                    &closed
                }),
                Datum::text(numbered(&|line| {
                    line.supports.iter().any(|one| one.id() == gap.id)
                })),
                Datum::text(gap.id.as_str()),
            ]);
        }
    }
    let mut sheet = table(
        "Gaps",
        3,
        &[
            ("Country", 14),
            ("Instrument", 22),
            ("Article", 14),
            ("Title", 28),
            ("What is missing", 24),
            ("Found", 16),
            ("Sections", 24),
            ("Closed by no.", 12),
            ("Supported by no.", 12),
            ("Id", 36),
        ],
        rows,
        "No gap was found in what could be determined.",
    );
    if let Some(Strip::Grid(grid)) = sheet.strips.first_mut() {
        grid.columns[5] = GridColumn::verdicts("Found");
    }
    sheet
}

fn research(subject: &Subject<'_>) -> Worksheet {
    let mut rows = Vec::new();
    for research in &subject.plan.research {
        for question in &research.questions {
            for asked in &question.unknown {
                let laws = question.searched.iter();
                let laws: Vec<&str> = laws.map(|law| law.title.as_str()).collect();
                let of: Vec<String> = asked
                    .of
                    .iter()
                    .map(|(checklist, result)| {
                        format!("{} {}", checklist.short_title, result.requirement.cite)
                    })
                    .collect();
                rows.push(vec![
                    country(subject),
                    Datum::text(wording::whom(research.addressee)),
                    Datum::text(question.provision.title.as_str()),
                    Datum::text(asked.element.text.as_str()),
                    Datum::text(of.join("; ")),
                    Datum::yes_or_no(asked.finding.is_some()),
                    Datum::text(laws.join("; ")),
                    Datum::text(cited(subject.legislation, &question.sections)),
                    Datum::Empty,
                ]);
            }
        }
    }
    table(
        "Research",
        3,
        &[
            ("Country", 14),
            ("To ask", 30),
            ("On", 28),
            ("What to look for", 45),
            ("Asked for by", 30),
            ("Safeguard of a power in force", 14),
            ("Laws read already", 30),
            ("Sections", 24),
            ("Answer", 30),
        ],
        rows,
        "Everything that binds could be determined.",
    )
}

fn costs(subject: &Subject<'_>) -> Worksheet {
    let costs = &subject.plan.costs;
    let row = |(unit, price): &(String, Option<Price>)| {
        let [low, high] = bounds(price.map(|price| price.amount));
        vec![
            country(subject),
            Datum::text(readable(unit)),
            low,
            high,
            Datum::text(costs.currency.as_str()),
            Datum::text(costs.year.to_string()),
            Datum::text(match price {
                Some(price) if price.is_default => wording::DEFAULT,
                Some(_) => "the project's",
                None => "not known",
            }),
        ]
    };
    table(
        "Unit costs",
        2,
        &[
            ("Country", 14),
            ("Unit", 24),
            ("Cost of one, low", 14),
            ("Cost of one, high", 14),
            ("Currency", 10),
            ("Prices of", 10),
            ("Cost is", 24),
        ],
        costs.prices.iter().map(row).collect(),
        "No measure costs anything.",
    )
}
