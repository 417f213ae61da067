//! A second, naive implementation of design section 4 (`oracle/naive.rs`, read beside the design), and the product tried
//! against it on random files. The naive one was written without reading `src/`.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
#[path = "oracle/difference.rs"]
mod difference;
#[path = "oracle/facts.rs"]
mod facts;
#[path = "oracle/naive.rs"]
mod naive;
#[path = "oracle/pages.rs"]
mod pages;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/random_law.rs"]
mod random_law;
#[path = "oracle/rule_twelve.rs"]
mod rule_twelve;
#[path = "oracle/rules.rs"]
mod rules;
#[path = "oracle/scores.rs"]
mod scores;

use counting::Enacted;
use difference::compare;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use random::Sample;
use serde_yaml::Value;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const CHECKLISTS: [&str; 3] = [
    "checklists/budapest.yaml",
    "checklists/un-cybercrime.yaml",
    "tests/oracle/odd.yaml",
];

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The catalogue in the order of its file names, and the three checklists.
fn shipped() -> (Vec<Value>, Vec<Value>) {
    let folder = Path::new(ROOT).join("checklists/model");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let checklists = CHECKLISTS
        .iter()
        .map(|path| read(&Path::new(ROOT).join(path)));
    (
        paths.iter().map(|path| read(path)).collect(),
        checklists.collect(),
    )
}

/// 24 cases, or `PROPTEST_CASES`.
fn runner() -> TestRunner {
    let mut config = Config {
        failure_persistence: None,
        max_shrink_iters: 300,
        ..Config::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 24;
    }
    TestRunner::new(config)
}

fn naive_assessment(
    sample: &Sample,
    catalogue: &[Value],
    checklists: &[Value],
) -> naive::Assessment {
    let file = serde_yaml::from_str(&sample.text).unwrap();
    let options = naive::Options {
        as_at: sample.as_at.clone(),
        if_enacted: sample.if_enacted.clone(),
    };
    naive::assess(catalogue, checklists, &file, &options)
}

#[test]
fn the_naive_assessment_keeps_the_promises_of_the_design() {
    let (catalogue, checklists) = shipped();
    let world = random::World::new(&catalogue, &checklists);
    let outcome = runner().run(&random::samples(&world), |sample| {
        let assessment = naive_assessment(&sample, &catalogue, &checklists);
        for list in &assessment.checklists {
            for requirement in &list.requirements {
                check_promises(requirement)?;
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

fn check_promises(requirement: &naive::RequirementResult) -> Result<(), TestCaseError> {
    let id = &requirement.id;
    let Some(score) = requirement.score else {
        prop_assert_eq!(&requirement.verdict, "not-applicable", "{}", id);
        prop_assert!(requirement.gaps.is_empty(), "{id}");
        return Ok(());
    };
    prop_assert!(
        0.0 <= score.low && score.low <= score.high && score.high <= 1.0,
        "{id}"
    );
    let is_whole = score.low == 1.0;
    prop_assert_eq!(is_whole, requirement.verdict == "in-place", "{}", id);
    prop_assert_eq!(
        requirement.range.is_some(),
        requirement.verdict == "not-determined",
        "{}",
        id
    );
    for element in &requirement.elements {
        prop_assert!(
            element.value.low <= element.value.high,
            "{id} {}",
            element.id
        );
    }
    Ok(())
}

#[test]
fn the_product_and_the_naive_agree() {
    let (catalogue, checklists) = shipped();
    let world = random::World::new(&catalogue, &checklists);
    let outcome = runner().run(&random::samples(&world), |sample| {
        let product = product_assessment(&sample).map_err(TestCaseError::fail)?;
        let naive = naive_assessment(&sample, &catalogue, &checklists);
        let differences = compare(&product, &naive);
        prop_assert!(
            differences.is_empty(),
            "{}\n{}",
            differences.join("\n"),
            sample.text
        );
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// `gapcheck assess - --format json`: its output, or what it says is wrong with the file.
fn product_assessment(sample: &Sample) -> Result<serde_json::Value, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command
        .current_dir(ROOT)
        .args(["assess", "-", "--format", "json"]);
    for checklist in ["budapest", "un-cybercrime", CHECKLISTS[2]] {
        command.args(["--checklist", checklist]);
    }
    if let Some(date) = &sample.as_at {
        command.args(["--as-at", date]);
    }
    let laws = match &sample.if_enacted {
        Enacted::Nothing => Vec::new(),
        Enacted::All => vec!["all".to_owned()],
        Enacted::Laws(laws) => laws.clone(),
    };
    for law in laws {
        command.args(["--if-enacted", &law]);
    }
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(sample.text.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}\n{said}\n{}", output.status, sample.text));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}
