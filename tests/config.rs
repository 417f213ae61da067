//! The project file, `gapcheck.toml`: where it is found, what it sets, what goes before it, and what is wrong with one.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gapcheck::load::{Library, project};
use serde_json::Value;

/// A folder with the countries and a checklist that the tests are about.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::create_dir_all(path("countries/sub")).expect("it can be made");
    let law = fs::read_to_string("tests/diagnostics/model-law.yaml").expect("it is there");
    fs::write(path("model-law.yaml"), law).expect("it can be written");
    let country = fs::read_to_string("tests/diagnostics/GC0501/input.yaml").expect("it is there");
    fs::write(path("countries/xal.yaml"), country).expect("it can be written");
    folder
}

fn write(folder: &Path, text: &str) {
    fs::write(folder.join("gapcheck.toml"), text).expect("it can be written");
}

fn gapcheck(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(arguments).current_dir(folder);
    command.output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("output is UTF-8")
}

fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

fn facts(folder: &Path, arguments: &[&str]) -> Value {
    let output = gapcheck(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
}

const DEFAULTS: &str = "checklists = [\"model-law.yaml\"]\ncountries = [\"countries\"]\n";

#[test]
fn a_command_that_names_nothing_takes_what_the_project_names() {
    let folder = folder();
    write(folder.path(), DEFAULTS);
    let report = facts(folder.path(), &["assess"]);
    assert_eq!(report["country"]["code"], "XAL");
    assert_eq!(report["checklists"][0]["id"], "our-law");
    let check = gapcheck(folder.path(), &["check"]);
    assert!(shown(&check).contains("in 1 file"), "{}", shown(&check));
    let init = gapcheck(folder.path(), &["init", "XBE"]);
    assert!(shown(&init).contains("uses: [\"model-law.yaml\"]"));
}

#[test]
fn it_is_found_upwards_and_its_paths_are_meant_from_its_own_folder() {
    let folder = folder();
    write(folder.path(), DEFAULTS);
    let below = folder.path().join("countries/sub");
    let report = facts(&below, &["assess"]);
    assert_eq!(report["checklists"][0]["id"], "our-law");
    let config = facts(&below, &["config"]);
    let file = Path::new("../../gapcheck.toml").display().to_string();
    assert_eq!(
        config["file"].as_str().map(|file| file.replace('\\', "/")),
        Some(file)
    );
    // The nearest one counts, and alone.
    write(&below, "");
    let config = facts(&below, &["config"]);
    assert_eq!(config["file"], "gapcheck.toml");
    assert_eq!(config["settings"][0]["value"], "budapest");
}

#[test]
fn the_command_line_goes_before_it() {
    let folder = folder();
    write(
        folder.path(),
        &format!("{DEFAULTS}[policy]\nfail-on = [\"gap\"]\n"),
    );
    let run = |arguments: &[&str]| gapcheck(folder.path(), arguments);
    assert_eq!(code(&run(&["assess"])), 3);
    assert_eq!(code(&run(&["assess", "--fail-on", "outside"])), 0);
    let report = facts(folder.path(), &["assess", "--checklist", "budapest"]);
    assert_eq!(report["checklists"][0]["id"], "budapest");
    let none = run(&["assess", "--no-config"]);
    assert_eq!(code(&none), 2);
    assert!(
        told(&none).contains("give the file of a country"),
        "{}",
        told(&none)
    );
    assert_eq!(code(&run(&["assess", "--config", "nowhere.toml"])), 2);
    assert_eq!(
        code(&run(&[
            "config",
            "--config",
            "gapcheck.toml",
            "--no-config"
        ])),
        2
    );
    fs::write(folder.path().join("other.toml"), DEFAULTS).expect("it can be written");
    assert_eq!(code(&run(&["assess", "--config", "other.toml"])), 0);
}

#[test]
fn a_rule_of_the_project_on_an_instrument_that_is_not_assessed_is_left_aside_and_that_is_said() {
    let folder = folder();
    write(
        folder.path(),
        &format!("{DEFAULTS}[policy]\nfail-on = [\"budapest:gap\", \"outside\"]\n"),
    );
    let output = gapcheck(folder.path(), &["assess"]);
    assert_eq!(code(&output), 0);
    assert!(told(&output).contains("the rule `budapest:gap` was not tested"));
    assert!(told(&output).contains("1 rule tested, none broken"));
}

#[test]
fn the_baseline_of_the_project_is_used_until_another_is_named() {
    let folder = folder();
    write(folder.path(), DEFAULTS);
    let made = gapcheck(folder.path(), &["assess", "--output", "known.json"]);
    assert_eq!(code(&made), 0, "{}", told(&made));
    let policy = "[policy]\nfail-on = [\"new-gap\"]\n";
    write(folder.path(), &format!("{DEFAULTS}{policy}"));
    assert_eq!(code(&gapcheck(folder.path(), &["assess"])), 2);
    write(
        folder.path(),
        &format!("{DEFAULTS}{policy}baseline = \"known.json\"\n"),
    );
    let below = folder.path().join("countries");
    assert_eq!(code(&gapcheck(&below, &["assess"])), 0);
    let other = "{\"schema-version\":1,\"report\":\"assessment\",\"country\":{\"code\":\"XAL\"},\"checklists\":[],\"findings\":[]}";
    fs::write(folder.path().join("other.json"), other).expect("it can be written");
    let call = ["assess", "--baseline", "../other.json"];
    assert_eq!(code(&gapcheck(&below, &call)), 3);
}

#[test]
fn weights_of_the_project_go_before_those_of_the_checklist_and_are_shown() {
    let folder = folder();
    write(folder.path(), DEFAULTS);
    let score = |facts: &Value| facts["checklists"][0]["score"]["low"].as_f64();
    // (2/3 + 0 + 1/2) / 3, and with s-1 thrice and s-2 half: (3 · 2/3 + 0 + 1/2) / 4.5.
    let before = facts(folder.path(), &["assess"]);
    assert!((score(&before).unwrap_or_default() - 7.0 / 18.0).abs() < 1e-9);
    let first = &before["checklists"][0]["requirements"][0];
    assert!(first.get("project-weight").is_none());
    write(
        folder.path(),
        &format!("{DEFAULTS}[weights]\n\"our-law/s-1\" = 3\n\"our-law/s-2\" = 0.5\n"),
    );
    let after = facts(folder.path(), &["assess"]);
    assert!((score(&after).unwrap_or_default() - 2.5 / 4.5).abs() < 1e-9);
    assert_eq!(
        after["checklists"][0]["requirements"][0]["project-weight"],
        3.0
    );
    let page = shown(&gapcheck(folder.path(), &["assess", "--explain"]));
    assert!(page.contains("the project sets its own weight for 2"));
    let table = page.split("How the score came about").nth(1);
    insta::assert_snapshot!("explain", table.unwrap_or_default());
}

#[test]
fn a_weight_on_a_part_goes_before_one_on_the_whole_article() {
    let folder = folder();
    write(
        folder.path(),
        "countries = [\"countries\"]\n[weights]\n\"budapest/art-9-1-c\" = 5\n\"budapest/art-9\" = 2\n",
    );
    let facts = facts(folder.path(), &["assess"]);
    let requirements = facts["checklists"][0]["requirements"].as_array();
    let article = requirements.into_iter().flatten();
    let weights: Vec<(&str, f64)> = article
        .filter_map(|one| Some((one["id"].as_str()?, one["project-weight"].as_f64()?)))
        .collect();
    assert!(weights.contains(&("art-9-1-c", 5.0)), "{weights:?}");
    assert!(weights.contains(&("art-9-1-a", 2.0)), "{weights:?}");
    assert!(weights.iter().all(|(id, _)| id.starts_with("art-9")));
}

#[test]
fn everything_that_is_wrong_is_told_in_one_run() {
    let text = fs::read_to_string("tests/config/wrong.toml").expect("it is there");
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let bad = [("none.yaml".to_owned(), "no such file".to_owned())];
    let (examined, value) = project(&shelf, "gapcheck.toml", text.into_bytes(), &bad);
    assert!(value.is_none());
    let mut out = Vec::new();
    let emitter = gapcheck::diagnostic::emitter("text").expect("the format exists");
    (emitter.emit)(&[examined], &mut out).expect("a vector takes everything");
    let page = String::from_utf8(out).expect("it is UTF-8");
    insta::assert_snapshot!("wrong", anstream::adapter::strip_str(&page).to_string());
}

#[test]
fn a_wrong_project_file_stops_every_command_that_goes_by_it() {
    let folder = folder();
    write(folder.path(), "checklist = []\n");
    for call in [&["assess", "countries"][..], &["config"], &["init", "XBE"]] {
        let output = gapcheck(folder.path(), call);
        assert_eq!(code(&output), 1, "{call:?}");
        assert!(told(&output).contains("did you mean `checklists`?"));
        assert_eq!(output.stdout, b"");
    }
    assert_eq!(code(&gapcheck(folder.path(), &["explain"])), 0);
}

#[test]
fn check_tells_a_wrong_project_file_once_with_all_the_rest() {
    let folder = folder();
    write(folder.path(), "checklist = []\n");
    for (call, errors) in [
        (&["check"][..], 1),
        (&["check", "."], 1),
        (&["check", "countries"], 1),
    ] {
        let output = gapcheck(folder.path(), &[call, &["--format", "json"]].concat());
        assert_eq!(code(&output), 1, "{call:?}");
        let facts: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let found = facts["diagnostics"].as_array().into_iter().flatten();
        let files = found.filter(|one| one["code"] == "GC0010");
        assert_eq!(files.count(), errors, "{call:?}: {facts}");
    }
}

#[test]
fn checklists_of_the_project_are_at_hand_for_check() {
    let folder = folder();
    let path = folder.path().join("countries/xal.yaml");
    let text = fs::read_to_string(&path).expect("it is there");
    let text = text.replace("uses: [../model-law.yaml]\n", "");
    fs::write(&path, text).expect("it can be written");
    assert_eq!(code(&gapcheck(folder.path(), &["check", "countries"])), 1);
    write(folder.path(), DEFAULTS);
    let output = gapcheck(folder.path(), &["check", "countries"]);
    assert_eq!(code(&output), 0, "{}", shown(&output));
}

#[test]
fn check_reads_project_files_and_no_command_takes_one_for_a_country() {
    let folder = folder();
    write(folder.path(), "countries = [\"countries\"]\nyear = 2026\n");
    for call in [&["check", "."][..], &["check", "gapcheck.toml"]] {
        let output = gapcheck(folder.path(), call);
        assert_eq!(code(&output), 1, "{call:?}");
        assert!(shown(&output).contains("a project file has no key `year`"));
    }
    write(folder.path(), "");
    assert_eq!(code(&gapcheck(folder.path(), &["assess", "."])), 0);
    // What is hidden belongs to other programs.
    fs::create_dir_all(folder.path().join(".github")).expect("it can be made");
    fs::write(folder.path().join(".github/x.yml"), "on: push\n").expect("it can be written");
    assert_eq!(code(&gapcheck(folder.path(), &["check", "."])), 0);
}

#[test]
fn config_shows_what_is_in_force_and_where_it_comes_from() {
    let example = Path::new("examples/ci");
    insta::assert_snapshot!(
        "config",
        shown(&gapcheck(example, &["config", "--width", "100"]))
    );
    let folder = tempfile::tempdir().expect("a folder");
    insta::assert_snapshot!(
        "config_default",
        shown(&gapcheck(folder.path(), &["config", "--no-config"]))
    );
    let config = facts(example, &["config"]);
    assert_eq!(config["report"], "config");
    assert_eq!(config["schema-version"], 1);
    let settings = config["settings"].as_array().expect("there are settings");
    let of = |key: &str| settings.iter().find(|one| one["key"] == key);
    assert_eq!(
        of("costs.unit.expert-day").expect("it is there")["value"],
        650.0
    );
    assert_eq!(
        of("weights.budapest/art-9").expect("it is there")["line"],
        17
    );
}

#[test]
fn hostile_project_files_are_refused_without_a_panic() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    for text in [
        "a = ".to_owned() + &"[".repeat(100_000),
        "[weights]\n".to_owned() + &"\"a/b\" = 1\n".repeat(2_000),
        "\u{0}".to_owned(),
        "[policy]\nfail-on = [\"\\u00e9\\t,gap<\", '''\nx''', 1, {a = 1}]\n".to_owned(),
        "[costs]\nyear = 99999999999\n[costs.unit]\n\"\" = nan\na = inf\nb = -1\n".to_owned(),
        "checklists = 1\ncountries = {}\nlanguage = []\npolicy = 1\nweights = []\ncosts = \"\"\n"
            .to_owned(),
    ] {
        let (examined, value) = project(&shelf, "gapcheck.toml", text.into_bytes(), &[]);
        assert!(value.is_none());
        for emitter in gapcheck::diagnostic::EMITTERS {
            let mut out = Vec::new();
            let files = std::slice::from_ref(&examined);
            (emitter.emit)(files, &mut out).expect("a vector takes everything");
        }
    }
}
