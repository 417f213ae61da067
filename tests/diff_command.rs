//! `gapcheck diff` as it is called: two files or one, older checklists, endings, and the JSON that programs rely on.
#![expect(
    dead_code,
    reason = "the fields are read by serde alone: what counts is that there are no others"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Progress {
    schema_version: u32,
    report: String,
    country: Country,
    from: Side,
    to: Side,
    one_file: bool,
    laws: Vec<Law>,
    checklists: Vec<Checklist>,
    text: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    code: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Side {
    as_at: String,
    status: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Law {
    id: String,
    title: String,
    number: Option<String>,
    from: Option<String>,
    to: Option<String>,
    correction: bool,
    enacted: bool,
    in_force: Option<String>,
    repealed: Option<String>,
    began: Vec<String>,
    ceased: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Checklist {
    id: String,
    title: String,
    version: String,
    old_version: Option<String>,
    before_old_checklist: Option<Tallies>,
    before: Tallies,
    after: Tallies,
    gaps: BTreeMap<String, Vec<String>>,
    gaps_by_checklist: Option<BTreeMap<String, Vec<String>>>,
    requirements: Vec<Requirement>,
    dropped: Vec<Dropped>,
    unchanged: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tallies {
    score: Option<Score>,
    elements: Elements,
    counts: BTreeMap<String, usize>,
    optional: Tally,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tally {
    score: Option<Score>,
    elements: Elements,
    counts: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Elements {
    determined: usize,
    total: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Requirement {
    id: String,
    cite: String,
    title: String,
    chapter: String,
    bindingness: String,
    gate: bool,
    before_old_checklist: Option<Outcome>,
    before: Outcome,
    after: Outcome,
    elements: Vec<Element>,
    causes: Vec<Cause>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Dropped {
    id: String,
    cite: String,
    title: String,
    before_old_checklist: Outcome,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    verdict: String,
    range: Option<(String, String)>,
    score: Option<Score>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Element {
    id: String,
    before: Option<Value>,
    after: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    verdict: String,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cause {
    kind: String,
    evidence: String,
    sections: Vec<String>,
    elements: Vec<String>,
}

const ALPHALAND: &str = "examples/alphaland/alphaland.yaml";

fn diff(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.arg("diff").args(arguments);
    command.output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(arguments: &[&str]) -> Progress {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let output = diff(&all);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).expect("the JSON has the promised shape")
}

/// A file in a folder, and its path as an argument.
fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("the file can be written");
    path.display().to_string()
}

/// Alphaland a year later, with its bill enacted and in force, beside the texts of its laws.
fn later(folder: &Path) -> String {
    let texts = Path::new("examples/alphaland/laws");
    fs::create_dir_all(folder.join("laws")).expect("the folder can be made");
    for text in fs::read_dir(texts).expect("the texts are there") {
        let text = text.expect("the folder can be read").path();
        let name = text.file_name().expect("a name");
        fs::copy(&text, folder.join("laws").join(name)).expect("the text can be copied");
    }
    let law = fs::read_to_string(ALPHALAND).expect("the example is there");
    let law = law
        .replace("as-at: 2026-06-30", "as-at: 2027-06-30")
        .replace(
            "status: bill\n",
            "status: in-force\n    enacted: 2026-12-10\n    in-force: 2027-03-01\n",
        );
    let is_answered = |line: &&str| {
        line.starts_with("  - { model: expedited-preservation, searched")
            || line.starts_with("  - { model: 24-7-network, searched")
    };
    let lines: Vec<&str> = law.lines().filter(|line| !is_answered(line)).collect();
    write(folder, "later.yaml", &lines.join("\n"))
}

#[test]
fn a_bill_that_became_law_is_told_with_its_causes() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = json(&[ALPHALAND, &later(folder.path())]);
    assert_eq!(
        (found.schema_version, found.report.as_str()),
        (1, "progress")
    );
    assert!(!found.one_file);
    let bill = found
        .laws
        .iter()
        .find(|law| law.id == "bill-4")
        .expect("the bill moved");
    assert!(bill.enacted);
    assert_eq!(bill.in_force.as_deref(), Some("2027-03-01"));
    let checklist = &found.checklists[0];
    assert!(checklist.before_old_checklist.is_none());
    let access = checklist.requirements.iter().find(|one| one.id == "art-2");
    let causes = &access.expect("Art. 2 moved").causes;
    let kinds: Vec<&str> = causes.iter().map(|cause| cause.kind.as_str()).collect();
    assert_eq!(kinds, ["law-changed", "bill-moved"]);
    assert_eq!(causes[0].sections, ["cma s. 3", "bill-4 cl. 3"]);
    // The warrant that the bill gives up is told as openly as what it closes.
    let warrant = "budapest/art-19-1/independent-authorisation".to_owned();
    assert!(checklist.gaps["opened"].contains(&warrant));
}

#[test]
fn one_file_is_compared_with_itself_at_two_dates() {
    let found = json(&[ALPHALAND, "--as-at", "2003-06-30", "--as-at", "2026-06-30"]);
    assert!(found.one_file);
    assert_eq!(
        (found.from.as_at.as_str(), found.to.as_at.as_str()),
        ("2003-06-30", "2026-06-30")
    );
    let causes = found.checklists[0]
        .requirements
        .iter()
        .flat_map(|one| &one.causes);
    let kinds: Vec<&str> = causes.map(|cause| cause.kind.as_str()).collect();
    assert!(!kinds.is_empty());
    assert!(kinds.iter().all(|kind| *kind == "law-changed"), "{kinds:?}");
}

#[test]
fn an_older_version_of_a_shipped_checklist_gives_both_old_scores() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string("checklists/budapest.yaml").expect("the checklist is there");
    let version = text
        .lines()
        .find(|line| line.starts_with("version:"))
        .expect("a version");
    let older = text.replace(version, "version: \"2024.1\"").replacen(
        "elements: [access, whole-or-part, without-right, intent]",
        "elements: [access, without-right, intent]",
        1,
    );
    assert_ne!(older.len(), text.len());
    let older = write(folder.path(), "budapest-2024.yaml", &older);
    let found = json(&[ALPHALAND, ALPHALAND, "--old-checklist", &older]);
    let checklist = &found.checklists[0];
    assert_eq!(checklist.old_version.as_deref(), Some("2024.1"));
    let causes = checklist.requirements.iter().flat_map(|one| &one.causes);
    let kinds: Vec<&str> = causes.map(|cause| cause.kind.as_str()).collect();
    assert_eq!(kinds, ["checklist-changed"]);
    let gaps = checklist
        .gaps_by_checklist
        .as_ref()
        .expect("there is an older version");
    assert_eq!(gaps["newly-asked"], ["budapest/art-2/whole-or-part"]);
}

#[test]
fn the_version_that_the_old_file_uses_is_the_older_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string("tests/diff/model-law.yaml").expect("the checklist is there");
    let older = text.replace("version: \"2\"", "version: \"1\"");
    let newer = write(folder.path(), "new.yaml", &text);
    write(folder.path(), "old.yaml", &older);
    let law = |date: &str, uses: &str| {
        let text = format!(
            "gapcheck: legislation/1\ncountry: {{ code: XAL, name: Alphaland }}\nas-at: {date}\nstatus: fictional\nuses: [{uses}]\n"
        );
        write(folder.path(), &format!("law-{date}.yaml"), &text)
    };
    let (then, now) = (law("2025-06-30", "old.yaml"), law("2026-06-30", "new.yaml"));
    let found = json(&[&then, &now, "--checklist", &newer]);
    let checklist = &found.checklists[0];
    assert_eq!(checklist.old_version.as_deref(), Some("1"));
    assert_eq!(checklist.version, "2");
}

#[test]
fn what_can_not_be_compared_is_refused_in_plain_words() {
    let refused = |arguments: &[&str], why: &str| {
        let output = diff(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(why), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    };
    refused(
        &[ALPHALAND, "examples/betaland/betaland.yaml"],
        "compares one country with itself",
    );
    refused(&[ALPHALAND], "give `--as-at` twice");
    refused(
        &[ALPHALAND, ALPHALAND, "--as-at", "2026-01-01"],
        "give `--as-at` twice",
    );
    refused(
        &[ALPHALAND, "--as-at", "2026-01-01", "--as-at", "2025-01-01"],
        "give the older one first",
    );
    refused(&[ALPHALAND, "no-such.yaml"], "can't be opened");
    refused(
        &[
            ALPHALAND,
            ALPHALAND,
            "--old-checklist",
            "checklists/untoc.yaml",
        ],
        "not among the instruments compared",
    );
    refused(
        &[ALPHALAND, ALPHALAND, "--old-checklist", ALPHALAND],
        "is no checklist",
    );
}

#[test]
fn a_broken_file_is_bad_content() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = write(
        folder.path(),
        "broken.yaml",
        "gapcheck: legislation/1\ncountry: { code: XAL }\n",
    );
    for arguments in [[ALPHALAND, &broken], [&broken, ALPHALAND]] {
        let output = diff(&arguments);
        assert_eq!(code(&output), 1, "{}", stderr(&output));
        assert!(
            stderr(&output).contains("was not compared"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn every_format_has_it_and_no_line_is_too_wide() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = later(folder.path());
    for format in ["terminal", "markdown", "csv", "json"] {
        let output = diff(&[ALPHALAND, &new, "--format", format]);
        assert_eq!(code(&output), 0, "{format}: {}", stderr(&output));
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(text.contains("bill-4 cl. 3"), "{format}");
        if format == "terminal" {
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
        }
    }
}
