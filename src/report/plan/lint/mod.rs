//! The lint of a plan: what a ministry has to write before the plan can be carried out and watched.

pub mod facts;
mod wording;

use super::{Subject, imprint, wording as plan_wording};
use crate::assess::plan::lint::{Finding, Fulfilment, Lint, Linted, lint};
use crate::model::Word;
use crate::report::document::{Block, Cell, Column, Document, Row, Sheet, Table, Tone};
use crate::report::figures::{count, percent};
use crate::report::{Book, Facts, Part, Report, SCHEMA_VERSION};

/// Printed on every lint.
const BASIS: &str = "Asked of each line: the five criteria that SIGMA uses for plans (activities with a responsible institution; a timetable; sources of financing; indicators at both levels, output and outcome; publication), and the OECD's baselines and targets. What the kept plan states is the office's word; what only the draft states is a default, and counts as partly there. Lines that are done or withdrawn are not asked. A share counts what is met as one and what is partly met as one half; what is not known makes it an interval.";

/// The report on how complete a plan is; `file` is the name under which it is kept.
#[must_use]
pub fn report(subject: &Subject<'_>, file: Option<&str>, wanted: &[Part]) -> Report {
    let wants = |part: Part| wanted.contains(&part);
    let lint = lint(subject.plan);
    Report {
        document: if wants(Part::Document) {
            document(subject, &lint, file)
        } else {
            Document::default()
        },
        sheet: if wants(Part::Sheet) || wants(Part::Book) {
            sheet(subject, &lint, file)
        } else {
            Sheet::default()
        },
        book: Book::default(),
        facts: if wants(Part::Facts) {
            Facts::PlanLint(Box::new(record(subject, &lint, file)))
        } else {
            Facts::Nothing
        },
    }
}

/// One report on several plans.
#[must_use]
pub fn join(mut reports: Vec<Report>) -> Report {
    if reports.len() == 1 {
        return reports.remove(0);
    }
    let mut lints = Vec::new();
    for report in &mut reports {
        if let Facts::PlanLint(one) = std::mem::replace(&mut report.facts, Facts::Nothing) {
            lints.push(*one);
        }
    }
    let title = format!("How complete the plans of {} countries are", reports.len());
    Report {
        facts: Facts::PlanLints(lints),
        ..crate::report::assessment::under(title, reports)
    }
}

fn document(subject: &Subject<'_>, lint: &Lint<'_, '_>, file: Option<&str>) -> Document {
    let mut document = Document {
        title: format!(
            "How complete the plan is: {}",
            subject.legislation.country.name
        ),
        imprint: imprint(subject),
        blocks: Vec::new(),
    };
    let aside = subject.plan.aside.len();
    document.facts(vec![
        (
            "Plan",
            file.unwrap_or("a draft that is not kept").to_owned(),
        ),
        ("Lines asked", lint.lines.len().to_string()),
        ("Lines done, withdrawn or waiting", aside.to_string()),
        ("Over all criteria", percent(lint.share)),
    ]);
    document.paragraph(BASIS);
    document.heading(2, "Over all lines");
    document.table(
        vec![
            Column::text("Criterion", 5),
            Column::figures("Met"),
            Column::figures("Partly"),
            Column::figures("Not"),
            Column::figures("Not known"),
            Column::figures("Share"),
        ],
        lint.totals
            .iter()
            .map(|total| {
                let mut cells = vec![Cell::toned(
                    wording::criterion(total.criterion),
                    Tone::Strong,
                )];
                cells.extend(total.counts.map(|count| Cell::plain(count.to_string())));
                cells.push(Cell::plain(percent(total.share)));
                Row::of(cells)
            })
            .collect(),
    );
    document.heading(2, "Line by line");
    by_line(lint, &mut document);
    document.heading(2, "What to write, and where");
    mend(subject, lint, file, &mut document);
    let status = subject.legislation.status;
    document
        .blocks
        .push(crate::report::assessment::notice(status));
    document
}

fn by_line(lint: &Lint<'_, '_>, document: &mut Document) {
    let mut columns = vec![Column::text("No.", 0), Column::text("Line", 5)];
    columns.extend(
        crate::assess::plan::lint::Criterion::ALL
            .iter()
            .map(|criterion| Column::text(wording::briefly(*criterion), 2)),
    );
    let rows = lint.lines.iter().map(|one| {
        let mut cells = vec![
            Cell::toned((one.place + 1).to_string(), Tone::Strong),
            Cell::plain(plan_wording::title(one.line)),
        ];
        let found = one.findings.iter();
        cells.extend(found.map(|found| wording::cell(found.fulfilment)));
        Row::of(cells)
    });
    document.blocks.push(Block::Table(Table {
        brief: Vec::new(),
        caption: None,
        wide: true,
        columns,
        rows: rows.collect(),
    }));
}

/// Where a line is written.
fn place(one: &Linted<'_, '_>, file: Option<&str>) -> String {
    match (one.line.kept, file) {
        (Some(kept), Some(file)) => format!("{file}, line {}, `{}`", kept.at_line, one.line.id),
        (None, Some(file)) => format!("{file}, `{}`, after `--save`", one.line.id),
        (_, None) => format!("`{}`, after `--save plan.yaml`", one.line.id),
    }
}

fn mend(subject: &Subject<'_>, lint: &Lint<'_, '_>, file: Option<&str>, document: &mut Document) {
    let mut rows = Vec::new();
    for one in &lint.lines {
        let lacking: Vec<&Finding> = one
            .findings
            .iter()
            .filter(|found| found.fulfilment != Fulfilment::Met)
            .collect();
        if lacking.is_empty() {
            continue;
        }
        rows.push(Row::group(format!(
            "{}. {} ({})",
            one.place + 1,
            plan_wording::title(one.line),
            place(one, file)
        )));
        rows.extend(lacking.into_iter().map(|found| {
            Row::of(vec![
                Cell::plain(wording::briefly(found.criterion)),
                wording::cell(found.fulfilment),
                Cell::plain(wording::mend(subject, one.line, found)),
            ])
        }));
    }
    if rows.is_empty() {
        document.paragraph("Nothing is wanting.");
        return;
    }
    document.table(
        vec![
            Column::text("Criterion", 2),
            Column::text("Now", 1),
            Column::text("What to write", 7),
        ],
        rows,
    );
    let unpublished = lint.lines.iter().flat_map(|one| &one.findings);
    let number = unpublished
        .filter(|found| {
            found
                .wants
                .contains(&crate::assess::plan::lint::Want::Publication)
        })
        .count();
    if number > 1 {
        document.paragraph(format!(
            "One `publication: ...` at the head of the kept plan serves all {}.",
            count(number, "line")
        ));
    }
}

fn sheet(subject: &Subject<'_>, lint: &Lint<'_, '_>, file: Option<&str>) -> Sheet {
    let mut sheet = Sheet {
        columns: vec![
            "country",
            "as-at",
            "number",
            "id",
            "title",
            "criterion",
            "fulfilment",
            "what-to-write",
            "where",
        ],
        rows: Vec::new(),
    };
    for one in &lint.lines {
        for found in &one.findings {
            sheet.rows.push(vec![
                subject.legislation.country.code.clone(),
                subject.date.to_string(),
                (one.place + 1).to_string(),
                one.line.id.clone(),
                plan_wording::title(one.line),
                found.criterion.word().to_owned(),
                found.fulfilment.word().to_owned(),
                wording::mend(subject, one.line, found),
                place(one, file),
            ]);
        }
    }
    sheet
}

fn record(subject: &Subject<'_>, lint: &Lint<'_, '_>, file: Option<&str>) -> facts::PlanLint {
    let country = &subject.legislation.country;
    facts::PlanLint {
        schema_version: SCHEMA_VERSION,
        report: "plan-lint",
        country: facts::Country {
            code: country.code.clone(),
            name: country.name.clone(),
        },
        as_at: subject.date.to_string(),
        plan: file.map(ToOwned::to_owned),
        share: crate::report::assessment::score(lint.share),
        criteria: lint
            .totals
            .iter()
            .map(|total| {
                let [met, partly, not, unknown] = total.counts;
                facts::Total {
                    criterion: total.criterion.word(),
                    met,
                    partly,
                    not,
                    unknown,
                    share: crate::report::assessment::score(total.share),
                }
            })
            .collect(),
        lines: lint
            .lines
            .iter()
            .map(|one| facts::Line {
                id: one.line.id.clone(),
                title: plan_wording::title(one.line),
                at_line: one.line.kept.map(|kept| kept.at_line),
                findings: one
                    .findings
                    .iter()
                    .map(|found| facts::Finding {
                        criterion: found.criterion.word(),
                        fulfilment: found.fulfilment.word(),
                        mend: Some(wording::mend(subject, one.line, found))
                            .filter(|mend| !mend.is_empty()),
                    })
                    .collect(),
            })
            .collect(),
    }
}
