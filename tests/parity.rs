//! Every format says the same: each is read back, and gives the same verdict and the same interval for each requirement,
//! for the example countries and for random ones.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
#[path = "parity/countries.rs"]
mod countries;
#[path = "oracle/facts.rs"]
mod facts;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/random_law.rs"]
mod random_law;
#[path = "parity/readers.rs"]
mod readers;
#[path = "oracle/rules.rs"]
mod rules;

use countries::{CHECKLISTS, EXAMPLES, example, report};
use gapcheck::load::Library;
use gapcheck::model::Checklist;
use gapcheck::render::{FORMATS, Screen};
use gapcheck::report::Report;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use readers::{READERS, Said};

/// How many random countries are tried. Each is written in every format.
const RANDOM: u32 = 300;
/// They are shared out.
const THREADS: u32 = 4;

/// Formats that are not read back here, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "terminal",
        "cells are wrapped; tests/examples.rs holds its pages",
    ),
    (
        "typst",
        "tests/pages.rs, which .ci/pages runs, reads the pages made of it",
    ),
    ("pdf", "likewise"),
];

#[test]
fn every_format_is_read_back_or_said_not_to_be() {
    for format in FORMATS {
        let read = READERS.iter().any(|(name, _)| *name == format.name());
        let elsewhere = ELSEWHERE.iter().any(|(name, _)| *name == format.name());
        assert!(read != elsewhere, "{}", format.name());
    }
}

#[test]
fn the_examples_say_the_same_in_every_format() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let checklists = CHECKLISTS.iter().filter_map(|id| shelf.get(id));
    let checklists: Vec<&Checklist<'_>> = checklists.collect();
    for country in EXAMPLES {
        let report = example(&shelf, country, &checklists);
        if let Err(difference) = agree(&report) {
            panic!("{country}: {difference}");
        }
    }
}

#[test]
fn random_countries_say_the_same_in_every_format() {
    let world = countries::world();
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let budapest = [shelf.get("budapest").unwrap()];
    let some = || {
        let config = Config {
            cases: RANDOM / THREADS,
            failure_persistence: None,
            max_shrink_iters: 100,
            ..Config::default()
        };
        TestRunner::new(config).run(&random::samples(&world), |sample| {
            let report = report(&shelf, &budapest, "x.yaml", sample.text.into_bytes());
            agree(&report.map_err(TestCaseError::fail)?).map_err(TestCaseError::fail)
        })
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(some)).collect();
        for thread in threads {
            let outcome = thread.join().expect("the thread ends");
            outcome.unwrap_or_else(|error| panic!("{error}"));
        }
    });
}

/// Writes a report in every format that is read back, and compares what they say.
fn agree(report: &Report) -> Result<(), String> {
    let mut first: Option<(&str, Vec<Said>)> = None;
    for (name, read) in READERS {
        let format = FORMATS
            .iter()
            .find(|format| format.name() == *name)
            .unwrap();
        let mut bytes = Vec::new();
        let screen = Screen {
            width: 80,
            template: None,
        };
        format.render(report, screen, &mut bytes).unwrap();
        let said = read(&bytes);
        match &first {
            None if said.is_empty() => return Err(format!("{name} says nothing")),
            None => first = Some((name, said)),
            Some((other, known)) => same(other, known, name, &said)?,
        }
    }
    Ok(())
}

fn same(one: &str, said: &[Said], other: &str, also: &[Said]) -> Result<(), String> {
    if let Some((left, right)) = said.iter().zip(also).find(|(left, right)| left != right) {
        return Err(format!("{one} says {left:?}, {other} {right:?}"));
    }
    if said.len() != also.len() {
        return Err(format!(
            "{one} has {} requirements, {other} {}",
            said.len(),
            also.len()
        ));
    }
    Ok(())
}
