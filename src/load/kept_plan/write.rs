//! Kept plans written anew: a whole file to start from, and the lines that are appended to one.

use std::fmt::Write as _;

use crate::model::{KeptIndicator, KeptLine, KeptPlan, Span, Word};

/// The longest line of a list in brackets; longer lists have a line for each item.
const WIDE: usize = 100;

/// What stands at the head of a file, for those who edit it.
const HEAD: &str = "\
# A technical-assistance plan, drafted by gapcheck and kept by you: edit it, and `gapcheck plan FILE --save` merges later drafts into it.
#
# What you write wins over the draft, and comments, order and layout stay as they are. Delete a key, and the draft speaks for it again.
# Of each line the program keeps only these up to date: state (open, done, moved), closes, supports, closed-since, moved-to.
# `state: withdrawn` is for you to write: the line is given up. A line of your own has `own: yes` and a `title`, and is never touched.
# Costs are a default, to be confirmed, until you write `confirmed: yes`. Also: national: AMOUNT, donor: { name: NAME, amount: AMOUNT },
# publication: WHERE, note: TEXT, and for each indicator baseline and target.
";

/// A file with a plan in it.
#[must_use]
pub fn write_plan(plan: &KeptPlan) -> String {
    let mut out = HEAD.to_owned();
    let mut say = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    say("gapcheck: plan/1");
    say(&format!("country: {}", word(&plan.country)));
    if let Some(date) = plan.as_at {
        say(&format!("as-at: {date}"));
    }
    if !plan.checklists.is_empty() {
        say(&format!("checklists: [{}]", plan.checklists.join(", ")));
    }
    if let Some(date) = plan.start {
        say(&format!("start: {date}"));
    }
    for (key, text) in [
        ("currency", &plan.currency),
        ("publication", &plan.publication),
    ] {
        if let Some(text) = text {
            say(&format!("{key}: {}", word(text)));
        }
    }
    say("lines:");
    for line in &plan.lines {
        for text in entry(line) {
            say(&format!("  {text}"));
        }
    }
    out
}

/// A line of the plan, as lines of text: the first begins with the dash.
pub(super) fn entry(line: &KeptLine) -> Vec<String> {
    let mut out = Vec::new();
    for (key, value) in fields(line) {
        let head = if out.is_empty() { "- " } else { "  " };
        match value {
            Value::Word(text) => out.push(format!("{head}{key}: {text}")),
            Value::List(items) => {
                let flow = format!("{head}{key}: [{}]", items.join(", "));
                if flow.chars().count() <= WIDE {
                    out.push(flow);
                } else {
                    out.push(format!("{head}{key}:"));
                    out.extend(items.iter().map(|item| format!("    - {item}")));
                }
            }
            Value::Groups(groups) => {
                out.push(format!("{head}{key}:"));
                for group in groups {
                    for (place, (key, text)) in group.iter().enumerate() {
                        let dash = if place == 0 { "- " } else { "  " };
                        out.push(format!("    {dash}{key}: {text}"));
                    }
                }
            }
        }
    }
    out
}

/// A line of the plan as a group in brackets, on one line.
pub(super) fn in_brackets(line: &KeptLine) -> String {
    let mut out = String::from("{ ");
    for (place, (key, value)) in fields(line).into_iter().enumerate() {
        let comma = if place == 0 { "" } else { ", " };
        let value = match value {
            Value::Word(text) => text,
            Value::List(items) => format!("[{}]", items.join(", ")),
            Value::Groups(groups) => {
                let groups: Vec<String> = groups
                    .iter()
                    .map(|group| format!("{{ {} }}", pairs(group)))
                    .collect();
                format!("[{}]", groups.join(", "))
            }
        };
        // Writing to a string can't fail.
        write!(out, "{comma}{key}: {value}").ok();
    }
    out.push_str(" }");
    out
}

type Pairs = Vec<(&'static str, String)>;

/// A value as it is written.
enum Value {
    Word(String),
    List(Vec<String>),
    Groups(Vec<Pairs>),
}

fn pairs(group: &Pairs) -> String {
    let pairs: Vec<String> = group
        .iter()
        .map(|(key, text)| format!("{key}: {text}"))
        .collect();
    pairs.join(", ")
}

/// What a line has, in the order in which it is written.
fn fields(line: &KeptLine) -> Vec<(&'static str, Value)> {
    let mut out = vec![("id", Value::Word(line.id.clone()))];
    let text = |text: &Option<String>| text.as_deref().map(|text| Value::Word(word(text)));
    let date = |date: Option<crate::model::Date>| date.map(|date| Value::Word(date.to_string()));
    let list = |items: &[String]| {
        let items = items.iter().map(|item| word(item)).collect();
        Value::List(items)
    };
    let ids = |ids: &[String]| (!ids.is_empty()).then(|| list(ids));
    let mut put = |key, value: Option<Value>| out.extend(value.map(|value| (key, value)));
    put("own", line.own.then(|| Value::Word("yes".to_owned())));
    put("title", text(&line.title));
    let standing = &line.standing;
    put("state", Some(Value::Word(standing.state.word().to_owned())));
    put("closes", ids(&standing.closes));
    put("supports", ids(&standing.supports));
    put("closed-since", ids(&standing.closed_since));
    put("moved-to", ids(&standing.moved_to));
    put("lead", text(&line.lead));
    put("partners", line.partners.as_deref().map(list));
    put("begin", date(line.begin));
    put("end", date(line.end));
    put("effort", line.effort.map(|effort| group(&range(effort))));
    put(
        "cost",
        line.cost.map(|cost| {
            let confirmed = if cost.confirmed { "yes" } else { "no" };
            let mut pairs = range(cost.bounds);
            pairs.push(("confirmed", confirmed.to_owned()));
            group(&pairs)
        }),
    );
    put(
        "national",
        line.national.map(|amount| Value::Word(amount.to_string())),
    );
    put(
        "donor",
        line.donor.as_ref().map(|donor| {
            let mut pairs = vec![("name", word(&donor.name))];
            pairs.extend(donor.amount.map(|amount| ("amount", amount.to_string())));
            group(&pairs)
        }),
    );
    put("publication", text(&line.publication));
    put(
        "indicators",
        line.indicators
            .as_ref()
            .map(|indicators| match indicators.as_slice() {
                [] => Value::List(Vec::new()),
                some => Value::Groups(some.iter().map(indicator).collect()),
            }),
    );
    put("note", text(&line.note));
    out
}

/// A group in brackets.
fn group(group: &Pairs) -> Value {
    Value::Word(format!("{{ {} }}", pairs(group)))
}

fn range(bounds: Span) -> Pairs {
    vec![
        ("low", bounds.low.to_string()),
        ("high", bounds.high.to_string()),
    ]
}

fn indicator(indicator: &KeptIndicator) -> Pairs {
    let mut pairs = vec![
        ("level", indicator.level.word().to_owned()),
        ("indicator", word(&indicator.indicator)),
    ];
    let more = [
        ("means", &indicator.means),
        ("baseline", &indicator.baseline),
        ("target", &indicator.target),
    ];
    for (key, text) in more {
        pairs.extend(text.as_deref().map(|text| (key, word(text))));
    }
    pairs
}

/// A text as a single word of YAML: bare where nothing in it can mean anything else, also in brackets.
fn word(text: &str) -> String {
    const NO_TEXTS: &[&str] = &["yes", "no", "true", "false", "on", "off", "null", "y", "n"];
    let is_bare = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || " -'();./&".contains(character))
        && !NO_TEXTS.contains(&text.to_ascii_lowercase().as_str());
    if is_bare {
        return text.to_owned();
    }
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                write!(out, "\\u{:04x}", u32::from(character)).ok();
            }
            character if character.is_control() => {
                write!(out, "\\u{:04x}", u32::from(character)).ok();
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}
