//! How the forms of a plan refer to its lines, to laws and to provisions.

use super::wording;
use crate::assess::plan::{Line, Plan};
use crate::model::{Law, ModelProvision};
use crate::report::figures::{clause, count};

/// More provisions than this are counted, and not named.
const MOST_NAMED: usize = 6;

/// The number by which readers know a line: its place in the plan, from 1.
pub(super) fn number(plan: &Plan<'_>, line: &Line<'_>) -> usize {
    let place = plan.lines.iter().position(|one| one.id == line.id);
    place.map_or(0, |place| place + 1)
}

/// The title with the number before it.
pub(super) fn numbered(plan: &Plan<'_>, line: &Line<'_>) -> String {
    format!("{}. {}", number(plan, line), wording::title(line))
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

/// `line 3`, or `lines 3 and 5`.
pub(super) fn lines(numbers: &[String]) -> String {
    let noun = if numbers.len() == 1 { "line" } else { "lines" };
    format!("{noun} {}", joined(numbers))
}
