//! How a line of a plan is named: its number, its title and its sentence, with what it is about put where the library leaves room for it.

use crate::assess::plan::{Line, Plan, Target};
use crate::model::{Law, ModelProvision, Span, Word};
use crate::report::figures::{clause, count, sentence};

/// More provisions than this are counted, and not named.
const MOST_NAMED: usize = 6;

/// The number by which readers know a line: its place in the plan, from 1.
pub(super) fn number(plan: &Plan<'_>, line: &Line<'_>) -> usize {
    let place = plan.lines.iter().position(|one| one.id == line.id);
    place.map_or(0, |place| place + 1)
}

/// The title of a line.
pub(super) fn title(line: &Line<'_>) -> String {
    filled(&line.measure.title, line)
}

/// The title with the number before it.
pub(super) fn numbered(plan: &Plan<'_>, line: &Line<'_>) -> String {
    format!("{}. {}", number(plan, line), title(line))
}

/// What is to be done, in the language of the reviews: *Ensure* where something binding is missing, else *Consider*.
pub(super) fn instruction(line: &Line<'_>) -> String {
    let (verb, rest) = if line.is_due() {
        ("Ensure", &line.measure.ensure)
    } else {
        ("Consider", &line.measure.consider)
    };
    sentence(&format!("{verb} {}", filled(rest, line)))
}

/// `after 1 and 2`; nothing where nothing has to come before.
pub(super) fn after(line: &Line<'_>) -> String {
    if line.after.is_empty() {
        return String::new();
    }
    let numbers = line.after.iter().map(|place| (place + 1).to_string());
    format!("after {}", joined(&numbers.collect::<Vec<_>>()))
}

/// What a law is called in a sentence.
pub(super) fn law(law: &Law<'_>) -> String {
    let needs_article = !law.title.starts_with("The ") && !law.title.starts_with("Loi ");
    if needs_article {
        format!("the {}", law.title)
    } else {
        law.title.clone()
    }
}

/// Provisions by their titles, as part of a sentence.
pub(super) fn provisions(provisions: &[&ModelProvision]) -> String {
    let mut titles: Vec<String> = provisions.iter().map(|one| clause(&one.title)).collect();
    titles.dedup();
    if titles.len() > MOST_NAMED {
        let more = titles.len() - MOST_NAMED + 1;
        titles.truncate(MOST_NAMED - 1);
        titles.push(count(more, "further subject"));
    }
    joined(&titles)
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `5`, or `5–10`.
pub(super) fn span(span: Span) -> String {
    if span.low == span.high {
        grouped(span.low)
    } else {
        format!("{}–{}", grouped(span.low), grouped(span.high))
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

fn filled(text: &str, line: &Line<'_>) -> String {
    let law = match line.target {
        Target::Law(one) => law(one),
        Target::NewLaw => "a new law".to_owned(),
        Target::Provision(_) | Target::Link(_) | Target::Instrument(_) | Target::Country => {
            "the law".to_owned()
        }
    };
    let instruments = line.instruments();
    let instrument = match (line.target, instruments.as_slice()) {
        (Target::Instrument(one), _) | (_, [one]) => one.short_title.clone(),
        (_, _) => "instruments".to_owned(),
    };
    let links: Vec<String> = line.links().iter().map(|link| link.word().to_owned()).collect();
    text.replace("{law}", &law)
        .replace("{provisions}", &provisions(&line.provisions()))
        .replace("{instrument}", &instrument)
        .replace("{link}", &joined(&links))
}
