//! Every format says the same: each is read back, and gives the same verdict and the same interval for each requirement,
//! for the example countries and for random ones.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
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

use std::path::Path;

use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{Library, Shelf, legislation};
use gapcheck::model::{Assumed, Checklist};
use gapcheck::render::{FORMATS, Screen};
use gapcheck::report::{Form, PARTS, Report, Subject, assessment};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use readers::{READERS, Said};
use serde_yaml::Value;

/// How many random countries are tried. Each is written in every format.
const RANDOM: u32 = 120;

/// Formats that are not read back here, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "terminal",
        "cells are wrapped; tests/examples.rs holds its pages",
    ),
    (
        "typst",
        "the checks that need other programs compile it and read the pages",
    ),
    ("pdf", "likewise"),
    (
        "iati",
        "for plans alone; tests/iati.rs holds it against the facts",
    ),
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
    let checklists = ["budapest", "un-cybercrime", "malabo", "unodc-2013"];
    let checklists: Vec<&Checklist<'_>> =
        checklists.iter().filter_map(|id| shelf.get(id)).collect();
    for country in ["alphaland", "betaland", "gammaland", "germany", "ghana"] {
        let path = format!("examples/{country}/{country}.yaml");
        let bytes = std::fs::read(&path).unwrap();
        let report = report(&shelf, &checklists, &path, bytes).unwrap();
        if let Err(difference) = agree(&report) {
            panic!("{country}: {difference}");
        }
    }
}

#[test]
fn random_countries_say_the_same_in_every_format() {
    let read = |path: &str| -> Value {
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let mut paths: Vec<_> = std::fs::read_dir("checklists/model")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let catalogue: Vec<Value> = paths
        .iter()
        .map(|path| read(path.to_str().unwrap()))
        .collect();
    let world = random::World::new(&catalogue, &[read("checklists/budapest.yaml")]);
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let budapest = [shelf.get("budapest").unwrap()];
    let config = Config {
        cases: RANDOM,
        failure_persistence: None,
        max_shrink_iters: 100,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&random::samples(&world), |sample| {
        let report = report(&shelf, &budapest, "x.yaml", sample.text.into_bytes());
        agree(&report.map_err(TestCaseError::fail)?).map_err(TestCaseError::fail)
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

fn report(
    shelf: &Shelf<'_>,
    checklists: &[&Checklist<'_>],
    path: &str,
    bytes: Vec<u8>,
) -> Result<Report, String> {
    let folder = Path::new(path).parent().unwrap().to_path_buf();
    let read = |name: &Path| std::fs::read(folder.join(name));
    let (examined, legislation) = legislation(shelf, path, bytes, &read, &[]);
    let legislation = legislation.ok_or_else(|| format!("{:#?}", examined.diagnostics.shown()))?;
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let subject = Subject {
        legislation: &legislation,
        date: legislation.as_at,
        results: checklists.iter().map(|one| assess(&survey, one)).collect(),
        findings: findings(&survey, checklists),
        model_law: None,
    };
    Ok(assessment::report(&subject, Form::Overview, PARTS))
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
