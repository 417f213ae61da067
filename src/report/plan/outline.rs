//! What stands in every form of a plan: its mandate, the fast facts, what is under way, what has to be asked, and what is left open.

use super::{Subject, wording};
use crate::assess::plan::{Line, Phase, Question};
use crate::model::{Support, Word};
use crate::report::assessment::notice;
use crate::report::assessment::wording::{cited, readable};
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::{are, count, percent, sentence};

/// On what the plan rests.
pub(super) fn mandate(document: &mut Document) {
    document.paragraph(
        "Mandate: resolution 20/7 of the Commission on Crime Prevention and Criminal Justice (2011), paragraph 1, under which technical assistance and training are provided to States, upon request and “based on national needs, especially with regard to the prevention, detection, investigation and prosecution of cybercrime in all its forms”; United Nations Convention against Cybercrime, Arts. 54 (technical assistance and capacity-building) and 56 (implementation through economic development and technical assistance), cited by number and title and not compared with the official text. The project's own mandate is to be added by the project.",
    );
}

/// The fast facts.
pub(super) fn facts(subject: &Subject<'_>, document: &mut Document) {
    let legislation = subject.legislation;
    let plan = subject.plan;
    let mut facts = vec![
        (
            "Country",
            format!(
                "{} ({})",
                legislation.country.name, legislation.country.code
            ),
        ),
        ("Law as at, and start of the plan", subject.date.to_string()),
        ("Status of the file", legislation.status.word().to_owned()),
    ];
    for outlook in &plan.outlook {
        facts.push((
            outlook.checklist.short_title.as_str(),
            format!(
                "score {} now, {} with every gap closed that the plan closes",
                percent(outlook.baseline),
                percent(outlook.target)
            ),
        ));
    }
    let of = |phase: Phase| plan.lines.iter().filter(|line| line.phase == phase).count();
    facts.push((
        "Measures",
        format!(
            "{}: {} short, {} medium, {} long term",
            plan.lines.len(),
            of(Phase::Short),
            of(Phase::Medium),
            of(Phase::Long)
        ),
    ));
    let costs = &plan.costs;
    facts.push((
        "Effort",
        format!("{} person-days", wording::span(costs.effort)),
    ));
    facts.push((
        "Cost",
        format!(
            "{}, prices of {}",
            wording::money(subject, costs.total, costs.is_default),
            costs.year
        ),
    ));
    facts.push(("Financing", super::kept::financing(subject)));
    facts.push((
        "Library of measures",
        format!("version {}", subject.library),
    ));
    document.facts(facts);
}

/// The plan in a paragraph.
pub(super) fn summary(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    let closed: usize = plan.lines.iter().map(|line| line.closes.len()).sum();
    let open = plan.unanswered.gaps.len();
    let asked: usize = questions(subject).map(|one| one.unknown.len()).sum();
    let mut sentences = vec![format!(
        "{} close {} of {}.",
        count(
            plan.lines
                .iter()
                .filter(|line| !line.closes.is_empty())
                .count(),
            "measure"
        ),
        closed,
        count(closed + open, "gap"),
    )];
    if let Some(first) = plan.lines.first() {
        sentences.push(format!("The first is: {}", wording::recommendation(first)));
    }
    if asked > 0 {
        sentences.push(format!(
            "{} {} not known and {} in the research plan: nothing is drafted for what is not known.",
            count(asked, "element"),
            are(asked),
            are(asked)
        ));
    }
    document.paragraph(sentences.join(" "));
}

fn questions<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = &'s Question<'s>> {
    subject.plan.research.iter().flat_map(|one| &one.questions)
}

/// What is running or moving already.
pub(super) fn under_way(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    document.heading(2, "Under way");
    let mut items: Vec<Cell> = Vec::new();
    for support in &plan.under_way {
        let concerned = numbers(subject, |line| {
            line.under_way
                .iter()
                .any(|one| std::ptr::eq(*one, *support))
        });
        items.push(Cell::plain(format!("{}{concerned}", described(support))));
    }
    let mut bills: Vec<&str> = Vec::new();
    for bill in plan.lines.iter().flat_map(|line| &line.bills) {
        if !bills.contains(&bill.law.id.as_str()) {
            bills.push(&bill.law.id);
            let concerned = numbers(subject, |line| {
                line.bills.iter().any(|one| one.law.id == bill.law.id)
            });
            items.push(Cell::plain(format!(
                "{} ({}) would close some of what the plan closes{concerned}",
                bill.law.title,
                bill.law.life.status.word()
            )));
        }
    }
    if items.is_empty() {
        document.paragraph("No support and no bill that bears on the plan is known of.");
    }
    document.list(items);
}

fn described(support: &Support<'_>) -> String {
    let project = support.project.as_ref();
    let project = project.map_or_else(String::new, |project| format!(", {project}"));
    let end = support
        .to
        .map_or_else(String::new, |to| format!(", until {to}"));
    let begin = support
        .from
        .map_or_else(String::new, |from| format!(", since {from}"));
    let covers = support.covers.iter().map(|one| readable(&one.id));
    let covers: Vec<String> = covers.collect();
    let on = if covers.is_empty() {
        String::new()
    } else {
        format!(", on {}", covers.join(", "))
    };
    format!("{}{project}{begin}{end}{on}", support.provider)
}

/// `: measures 1 and 4`, or nothing for none.
fn numbers(subject: &Subject<'_>, wanted: impl Fn(&Line<'_>) -> bool) -> String {
    let lines = subject.plan.lines.iter().enumerate();
    let numbers: Vec<String> = lines
        .filter(|(_, line)| wanted(line))
        .map(|(place, _)| (place + 1).to_string())
        .collect();
    if numbers.is_empty() {
        "; no measure of the plan is on this".to_owned()
    } else {
        format!(": no. {}. Nothing is to be paid twice.", numbers.join(", "))
    }
}

/// What has to be asked, and of whom.
pub(super) fn research(subject: &Subject<'_>, document: &mut Document) {
    document.heading(2, "Research plan");
    if subject.plan.research.is_empty() {
        document.paragraph("Everything that binds could be determined.");
        return;
    }
    document.paragraph("What is not known is asked before anything is drafted.");
    let mut rows = Vec::new();
    for research in &subject.plan.research {
        rows.push(Row::group(format!(
            "To ask: {}",
            wording::whom(research.addressee)
        )));
        rows.extend(research.questions.iter().map(|one| question(subject, one)));
    }
    let columns = vec![
        Column::text("On", 3),
        Column::text("What to look for", 6),
        Column::text("Where it was looked already", 3),
    ];
    document.table(columns, rows);
}

fn question(subject: &Subject<'_>, question: &Question<'_>) -> Row {
    let texts: Vec<String> = question
        .unknown
        .iter()
        .map(|asked| {
            let of_power = if asked.finding.is_some() {
                " (a safeguard of a power in force)"
            } else {
                ""
            };
            sentence(&format!(
                "{}{of_power}",
                asked.element.text.trim_end_matches('.')
            ))
        })
        .collect();
    let laws: Vec<&str> = question
        .searched
        .iter()
        .map(|law| law.title.as_str())
        .collect();
    let sections = cited(subject.legislation, &question.sections);
    let looked = match (laws.is_empty(), sections.is_empty()) {
        (true, _) => "nowhere".to_owned(),
        (false, true) => laws.join("; "),
        (false, false) => format!("{} ({sections})", laws.join("; ")),
    };
    let mut cites: Vec<String> = Vec::new();
    for (checklist, result) in question.unknown.iter().flat_map(|asked| &asked.of) {
        let cite = format!("{} {}", checklist.short_title, result.requirement.cite);
        if !cites.contains(&cite) {
            cites.push(cite);
        }
    }
    let on = if cites.is_empty() {
        question.provision.title.clone()
    } else {
        format!(
            "{} ({})",
            question.provision.title,
            wording::listed(&cites, "other article")
        )
    };
    Row::of(vec![
        Cell::toned(on, Tone::Unknown),
        Cell::plain(texts.join(" ")),
        Cell::plain(looked),
    ])
}

/// What no measure answers, and what the State has asked for without a gap.
pub(super) fn open(subject: &Subject<'_>, document: &mut Document) {
    let plan = subject.plan;
    let unanswered = &plan.unanswered;
    document.heading(2, "Not answered by the library of measures");
    let mut items: Vec<Cell> = unanswered
        .gaps
        .iter()
        .map(|gap| {
            let requirement = gap.result.requirement;
            Cell::toned(
                format!(
                    "{} {} {}: {} ({})",
                    gap.checklist.short_title,
                    requirement.cite,
                    requirement.title,
                    readable(&gap.gap.name),
                    gap.id()
                ),
                Tone::Missing,
            )
        })
        .collect();
    let findings = unanswered.findings.iter().filter_map(|one| one.provision);
    items.extend(
        findings.map(|one| Cell::plain(format!("{}: in force without a safeguard", one.title))),
    );
    let declarations = unanswered.declarations.iter();
    items.extend(declarations.map(|one| {
        let title = &one.checklist.short_title;
        Cell::plain(format!("{title}: declaration of {}", readable(one.name)))
    }));
    let treaties = unanswered.treaties.iter();
    items.extend(treaties.map(|one| Cell::plain(format!("{}: not joined", one.short_title))));
    if items.is_empty() {
        document.paragraph("Every gap has its measure.");
    }
    document.list(items);
    let needs = plan.needs_without_gap.iter();
    let needs: Vec<String> = needs.map(|need| need.provision.title.clone()).collect();
    if !needs.is_empty() {
        document.paragraph(format!(
            "Asked for by the State, with no gap in the instruments chosen: {}.",
            needs.join("; ")
        ));
    }
}

/// The end of every form.
pub(super) fn end(subject: &Subject<'_>, document: &mut Document) {
    document.paragraph("The order: what must come first comes first; then gaps that go before all others, powers in force without safeguards, what blocks cooperation, what others wait for, what the State has asked for, what is moving already, and the weight of the gaps. A measure that others wait for comes as early as the first of them. Months are counted from the start at the longest time each measure may take.");
    document.blocks.push(notice(subject.legislation.status));
}
