//! The words of a plan: measures as recommendations of the trade, what is behind them, and why they stand where they stand.

use super::Subject;
use crate::assess::plan::{Addressee, Cost, GapRef, Ground, Line, Phase, Target};
use crate::model::{Category, Link, ModelProvision, Span, Word};
use crate::report::assessment::wording::{readable, who_could_settle};
use crate::report::figures::{capital, clause, count, sentence};

/// The title of a line, with what it is about.
#[must_use]
pub fn title(line: &Line<'_>) -> String {
    match line.own_title() {
        Some(title) => title.to_owned(),
        None => capital(&filled(&line.measure.title, line)),
    }
}

/// A line as a recommendation: *Ensure that ...* or *Consider ...*.
#[must_use]
pub fn recommendation(line: &Line<'_>) -> String {
    if line.is_own() {
        return sentence(&title(line));
    }
    let (verb, words) = if line.is_due() {
        ("Ensure", &line.measure.ensure)
    } else {
        ("Consider", &line.measure.consider)
    };
    let words = sentence(&format!("{verb} {}", filled(words, line)));
    // A title that people gave says what they mean to do, and stands before what was drafted.
    match line
        .own_title()
        .filter(|own| Some(*own) != drafted_title(line).as_deref())
    {
        Some(own) => format!("{} {words}", sentence(own)),
        None => words,
    }
}

/// The title that the draft gave a line of a kept plan.
fn drafted_title(line: &Line<'_>) -> Option<String> {
    let drafted = line.drafted?;
    Some(capital(&filled(&drafted.title, line)))
}

/// Words of the library with what a line is about in place of the placeholders.
#[must_use]
pub fn filled(words: &str, line: &Line<'_>) -> String {
    // One pass, so that a title which has braces of its own stays as it is.
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        out.push_str(&match name {
            "law" => law(line),
            "provisions" => provisions(&line.provisions()),
            "instrument" => instruments(line),
            _ => links(&line.links()),
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The law that a line amends, or the laws of the gaps behind it.
fn law(line: &Line<'_>) -> String {
    match line.target {
        Target::Law(law) => format!("the {}", law.title.trim_start_matches("The ")),
        Target::NewLaw => "a new law".to_owned(),
        Target::Provision(_) | Target::Link(_) | Target::Instrument(_) | Target::Country => {
            "the law".to_owned()
        }
    }
}

/// At most this many things are named in a sentence.
const MOST: usize = 3;

fn provisions(provisions: &[&ModelProvision]) -> String {
    let names: Vec<String> = provisions.iter().map(|one| clause(&one.title)).collect();
    listed(&names, "other matter")
}

fn instruments(line: &Line<'_>) -> String {
    let of = line.instruments();
    let names: Vec<String> = of
        .iter()
        .map(|one| format!("the {}", one.short_title))
        .collect();
    listed(&names, "other instrument")
}

fn links(links: &[Link]) -> String {
    let names: Vec<String> = links.iter().map(|link| link.word().to_owned()).collect();
    listed(&names, "other link")
}

/// `a, b and c`, or `a, b, c and 4 other matters`.
pub(super) fn listed(names: &[String], rest: &str) -> String {
    let shown = &names[..names.len().min(MOST)];
    let more = names.len() - shown.len();
    match (shown, more) {
        ([], _) => "the matters concerned".to_owned(),
        ([one], 0) => one.clone(),
        ([first @ .., last], 0) => format!("{} and {last}", first.join(", ")),
        (shown, more) => format!("{} and {}", shown.join(", "), count(more, rest)),
    }
}

/// What a line answers: `Closes 6 gaps of 3 instruments: Budapest Convention Art. 2, Art. 3; ...`.
#[must_use]
pub fn answers(line: &Line<'_>) -> String {
    let mut parts = Vec::new();
    if !line.closes.is_empty() {
        parts.push(of_gaps("Closes", &line.closes));
    }
    if !line.supports.is_empty() {
        parts.push(of_gaps("Supports what closes", &line.supports));
    }
    if !line.findings.is_empty() {
        let powers = line.findings.iter().filter_map(|one| one.provision);
        let powers: Vec<&ModelProvision> = powers.collect();
        let number = line.findings.len();
        let noun = count(number, "power");
        parts.push(format!(
            "Gives safeguards to {noun}: {}.",
            provisions(&powers)
        ));
    }
    if !line.declarations.is_empty() {
        let names = line.declarations.iter();
        let names: Vec<String> = names.map(|one| readable(one.name)).collect();
        let noun = count(names.len(), "declaration or reservation");
        parts.push(format!("Prepares {noun}: {}.", names.join("; ")));
    }
    if !line.treaties.is_empty() {
        let names: Vec<String> = line
            .treaties
            .iter()
            .map(|one| format!("the {}", one.short_title))
            .collect();
        parts.push(format!(
            "Prepares joining {}.",
            listed(&names, "other treaty")
        ));
    }
    parts.join(" ")
}

/// From this many articles of one instrument on, the rest is counted.
const MOST_CITES: usize = 12;

fn of_gaps(verb: &str, gaps: &[GapRef<'_>]) -> String {
    let mut by_instrument: Vec<(&str, Vec<&str>)> = Vec::new();
    for gap in gaps {
        let title = gap.checklist.short_title.as_str();
        let cite = gap.result.requirement.cite.as_str();
        match by_instrument.iter_mut().find(|(one, _)| *one == title) {
            Some((_, cites)) if cites.contains(&cite) => {}
            Some((_, cites)) => cites.push(cite),
            None => by_instrument.push((title, vec![cite])),
        }
    }
    let cited = by_instrument.iter().map(|(title, cites)| {
        let shown = cites.len().min(MOST_CITES);
        let more = cites.len() - shown;
        let cites = cites[..shown]
            .join(", ")
            .replace(' ', "\u{a0}")
            .replace(",\u{a0}", ", ");
        match more {
            0 => format!("{title} {cites}"),
            more => format!("{title} {cites} and {}", count(more, "other article")),
        }
    });
    let cited: Vec<String> = cited.collect();
    format!(
        "{verb} {} of {}: {}.",
        count(gaps.len(), "gap"),
        count(by_instrument.len(), "instrument"),
        cited.join("; ")
    )
}

/// Why a line stands where it stands, in a sentence.
#[must_use]
pub fn ground(subject: &Subject<'_>, line: &Line<'_>, ground: &Ground<'_>) -> String {
    match ground {
        Ground::Gate(results) => {
            let cites = results.iter().map(|one| one.requirement.cite.clone());
            let cites: Vec<String> = cites.collect();
            let cites = listed(&cites, "other article");
            let verb = if results.len() == 1 { "goes" } else { "go" };
            format!("Gate: {cites} {verb} before all else, whatever the score.")
        }
        Ground::UnsafeguardedPower(powers) => {
            format!(
                "Rights: in force without a safeguard: {}.",
                provisions(powers)
            )
        }
        Ground::Cooperation(blocking) if blocking.is_empty() => {
            "Cooperation: the State has no partners under the treaty before it joins.".to_owned()
        }
        Ground::Cooperation(blocking) => {
            format!(
                "Cooperation with treaty partners can fail over {}.",
                provisions(blocking)
            )
        }
        Ground::PrerequisiteOf(waiting) => {
            let verb = if *waiting == 1 { "waits" } else { "wait" };
            format!("{} {verb} for it.", count(*waiting, "other measure"))
        }
        Ground::Need(needs) => {
            let wanted: Vec<&ModelProvision> = needs.iter().map(|need| need.provision).collect();
            format!("The State has asked for it: {}.", provisions(&wanted))
        }
        Ground::Bill(laws) => {
            let titles: Vec<String> = laws.iter().map(|law| law.title.clone()).collect();
            format!("Moving already: {}.", listed(&titles, "other bill"))
        }
        Ground::Weight(weight) if *weight > 0.0 => {
            format!("Its gaps weigh as much as {weight:.1} requirements.")
        }
        Ground::Weight(_) if line.closes.is_empty() => "It closes no gap by itself.".to_owned(),
        Ground::Weight(_) => "Its gaps weigh nothing in the score.".to_owned(),
        Ground::WaitedForBy(id) => {
            let mut lines = subject.plan.lines.iter();
            let number = lines
                .position(|line| line.id == *id)
                .map_or(0, |place| place + 1);
            format!("It comes this early since no. {number} waits for it.")
        }
        Ground::Own => "A line of the office's own.".to_owned(),
    }
}

/// All grounds of a line, the weightiest first.
#[must_use]
pub fn grounds(subject: &Subject<'_>, line: &Line<'_>) -> String {
    let grounds = line.grounds.iter();
    let grounds: Vec<String> = grounds.map(|one| ground(subject, line, one)).collect();
    grounds.join(" ")
}

/// Whom to ask.
#[must_use]
pub fn whom(addressee: Addressee) -> &'static str {
    who_could_settle(match addressee {
        Addressee::CriminalLaw => Category::Offence,
        Addressee::Investigation => Category::ProceduralPower,
        Addressee::Safeguards => Category::Safeguard,
        Addressee::Cooperation => Category::InternationalCooperation,
        Addressee::Institutions => Category::Institution,
    })
}

/// A phase with what it means.
#[must_use]
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Short => "Short term (under 1 year)",
        Phase::Medium => "Medium term (1 to 3 years)",
        Phase::Long => "Long term (over 3 years)",
    }
}

/// A number with its thousands apart.
#[must_use]
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

/// `10–20`, or one number where both ends are the same.
#[must_use]
pub fn span(span: Span) -> String {
    if span.low == span.high {
        number(span.low)
    } else {
        format!("{}–{}", number(span.low), number(span.high))
    }
}

/// What stands with every figure that the project has not set itself.
pub const DEFAULT: &str = "default, to be confirmed";

/// What a line costs, with a mark on what was defaulted.
#[must_use]
pub fn cost(subject: &Subject<'_>, cost: &Cost) -> String {
    money(subject, cost.amount, cost.is_default)
}

/// An amount in the currency of the plan.
#[must_use]
pub fn money(subject: &Subject<'_>, amount: Option<Span>, is_default: bool) -> String {
    let Some(amount) = amount else {
        return "not known: a unit has no cost".to_owned();
    };
    let mark = if is_default {
        format!(" ({DEFAULT})")
    } else {
        String::new()
    };
    format!(
        "{}\u{a0}{}{mark}",
        subject.plan.costs.currency,
        span(amount)
    )
}

/// When a line begins and ends, in months from the start of the plan.
#[must_use]
pub fn when(line: &Line<'_>) -> String {
    match line.kept.and_then(super::kept::dates) {
        Some(dates) => dates,
        None if line.is_own() => "no dates stated".to_owned(),
        None => format!("months {}–{}", line.begin, line.end),
    }
}
