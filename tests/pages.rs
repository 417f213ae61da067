//! The pages of a PDF say the same as the data: for each requirement the same verdict and the same interval.
//!
//! This needs a Typst compiler and `pdftotext`, and so `cargo test` does not run it: `.ci/pages` prepares both, and
//! runs `cargo test --test pages`. Where one of them is missing, it fails.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
#[path = "parity/countries.rs"]
mod countries;
#[path = "oracle/facts.rs"]
mod facts;
#[path = "parity/pages.rs"]
mod pages;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/random_law.rs"]
mod random_law;
#[path = "parity/readers.rs"]
mod readers;
#[path = "oracle/rules.rs"]
mod rules;

use std::collections::BTreeSet;

use gapcheck::load::Library;
use gapcheck::model::Checklist;
use gapcheck::render::{Screen, by_name};
use gapcheck::report::{Report, assessment};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use readers::{READERS, Said};

/// How many random countries are tried; all of them stand in one document.
const RANDOM: usize = 200;

#[test]
fn the_examples_say_the_same_on_paper() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let ids = countries::CHECKLISTS;
    let all: Vec<&Checklist<'_>> = ids.iter().filter_map(|id| shelf.get(id)).collect();
    for country in countries::EXAMPLES {
        let report = countries::example(&shelf, country, &all);
        let lengths: Vec<usize> = all.iter().map(|one| one.requirements().count()).collect();
        compare(country, &in_data(&report), &pages::text(&report), &lengths);
    }
}

#[test]
fn random_countries_say_the_same_on_paper() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let budapest = shelf.get("budapest").unwrap();
    let world = countries::world();
    let samples = random::samples(&world);
    let mut runner = TestRunner::deterministic();
    let mut expected = Vec::new();
    let mut reports = Vec::new();
    for _ in 0..RANDOM {
        let text = samples.new_tree(&mut runner).unwrap().current().text;
        let report = countries::report(&shelf, &[budapest], "x.yaml", text.into_bytes()).unwrap();
        expected.extend(in_data(&report));
        reports.push(report);
    }
    let lengths = vec![budapest.requirements().count(); RANDOM];
    let text = pages::text(&assessment::join(reports));
    compare("random countries", &expected, &text, &lengths);
    assert_eq!(expected.len(), lengths.iter().sum::<usize>());
}

/// What the JSON of a report says.
fn in_data(report: &Report) -> Vec<Said> {
    let (name, read) = READERS[0];
    let screen = Screen {
        width: 80,
        template: None,
    };
    let mut bytes = Vec::new();
    let format = by_name(name).unwrap();
    format.render(report, screen, &mut bytes).unwrap();
    read(&bytes)
}

/// The tables of a document are in the order of the data, but the rows of each stand side by side.
fn compare(name: &str, expected: &[Said], text: &str, lengths: &[usize]) {
    let cites: BTreeSet<String> = expected.iter().map(|one| one.cite.clone()).collect();
    let said = pages::said(text, &cites);
    assert_eq!(
        said.len(),
        expected.len(),
        "{name}: rows on paper and in the data"
    );
    let mut start = 0;
    for length in lengths {
        let sorted = |all: &[Said]| {
            let mut part = all[start..start + length].to_vec();
            part.sort();
            part
        };
        let (paper, data) = (sorted(&said), sorted(expected));
        let other = paper.iter().zip(&data).find(|(paper, data)| paper != data);
        assert!(
            other.is_none(),
            "{name}: on paper and in the data {other:?}"
        );
        start += length;
    }
}
