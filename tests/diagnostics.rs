//! Every diagnostic there is, shown on a file that has it: `tests/diagnostics/CODE/input.*` and what is said of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gapcheck::diagnostic::{Code, EMITTERS, Examined, emitter};
use gapcheck::load::{Kind, LARGEST, Library, baseline, kind, legislation, project, uses};

/// What `gapcheck check` finds in a file, over the shipped checklists and those that the file uses.
fn check(path: &Path) -> Examined {
    let bytes = fs::read(path).expect("the input is there");
    let folder = path
        .parent()
        .expect("the input is in a folder")
        .to_path_buf();
    let name = "input";
    let named = format!(
        "{name}.{}",
        path.extension().and_then(|e| e.to_str()).unwrap_or("yaml")
    );
    // A project file and a baseline do not say what they are: they are named where they are wanted.
    if path
        .parent()
        .is_some_and(|folder| folder.ends_with("GC0401"))
    {
        let library = Library::open(Vec::new());
        let (shelf, _) = library.shelve();
        return project(&shelf, &named, bytes, &[]).0;
    }
    if named.ends_with(".json") {
        return baseline(&named, bytes).0;
    }
    if matches!(
        kind(&named, &bytes),
        Some(Kind::Checklist | Kind::ModelProvisions)
    ) {
        let library = Library::open(vec![(named, bytes)]);
        return library
            .shelve()
            .1
            .pop()
            .expect("something is found in the checklist");
    }
    let mut own = Vec::new();
    let mut bad = Vec::new();
    for used in uses(&named, &bytes) {
        match fs::read(folder.join(&used)) {
            Ok(bytes) => own.push((used, bytes)),
            Err(_) => bad.push((used, "no such file".to_owned())),
        }
    }
    let library = Library::open(own);
    let (shelf, _) = library.shelve();
    let read = |path: &Path| fs::read(folder.join(path));
    legislation(&shelf, &named, bytes, &read, &bad).0
}

fn written(format: &str, examined: Examined) -> String {
    let mut out = Vec::new();
    let emitter = emitter(format).expect("the format exists");
    (emitter.emit)(&[examined], &mut out).expect("a vector takes everything");
    anstream::adapter::strip_str(&String::from_utf8(out).expect("diagnostics are UTF-8"))
        .to_string()
}

/// What is said of a country that breaks the rule in its first line, `# --fail-on RULE`.
fn break_rule(path: &Path) -> (Vec<String>, String) {
    let text = fs::read_to_string(path).expect("the input is there");
    let rule = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# --fail-on "))
        .expect("the first line has the rule");
    let assess = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command
            .args(["assess", "--checklist", "tests/diagnostics/model-law.yaml"])
            .args(["--fail-on", rule, "--rules-format", format])
            .arg(path);
        let known = path.with_file_name("baseline.json");
        if known.exists() {
            command.arg("--baseline").arg(known);
        }
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(3), "{}", path.display());
        String::from_utf8(output.stderr).expect("diagnostics are UTF-8")
    };
    let facts: serde_json::Value = serde_json::from_str(&assess("json")).expect("it is JSON");
    let found = facts["diagnostics"].as_array().into_iter().flatten();
    let codes = found.filter_map(|one| one["code"].as_str().map(ToOwned::to_owned));
    (codes.collect(), assess("text"))
}

fn input(code: &str) -> PathBuf {
    let folder = Path::new("tests/diagnostics").join(code);
    let mut inputs = fs::read_dir(&folder)
        .unwrap_or_else(|_| panic!("{} is missing: every code has an example", folder.display()))
        .map(|entry| entry.expect("the folder can be read").path());
    inputs
        .find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
        .unwrap_or_else(|| panic!("{} has no input", folder.display()))
}

#[test]
fn every_code_has_an_example_that_shows_it() {
    for row in Code::all() {
        if row.code == Code::TooLarge {
            continue; // shown below: 64 MB have no place in a repository
        }
        let (codes, shown) = if row.id.starts_with("GC05") {
            break_rule(&input(row.id))
        } else {
            let examined = check(&input(row.id));
            let shown = examined.diagnostics.shown();
            let codes = shown.iter().map(|found| found.code.id().to_owned());
            (codes.collect(), written("text", examined))
        };
        assert!(
            codes.iter().any(|code| code == row.id),
            "{} finds {codes:?}",
            row.id
        );
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("diagnostics/{}", row.id));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", shown));
    }
}

#[test]
fn a_file_of_more_than_64_megabytes_is_refused_unread() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let bytes = vec![b'a'; LARGEST + 1];
    let (examined, value) = legislation(&shelf, "input.yaml", bytes, &read, &[]);
    assert!(value.is_none());
    assert_eq!(examined.diagnostics.shown()[0].code, Code::TooLarge);
}

#[test]
fn all_mistakes_of_a_file_come_in_one_run_in_the_order_of_the_text() {
    let examined = check(Path::new("tests/diagnostics/several.yaml"));
    insta::assert_snapshot!("several", written("text", examined));
}

#[test]
fn a_toml_file_is_read_with_the_same_care() {
    let examined = check(Path::new("tests/diagnostics/several.toml"));
    insta::assert_snapshot!("several_toml", written("text", examined));
}

#[test]
fn each_way_to_write_diagnostics_says_the_same() {
    for emitter in EMITTERS.iter().skip(1) {
        let examined = check(&input("GC0102"));
        let text = written(emitter.name, examined);
        let filtered = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        let shown = if emitter.name == "sarif" {
            let log: serde_json::Value = serde_json::from_str(&filtered).expect("SARIF is JSON");
            serde_json::to_string_pretty(&log["runs"][0]["results"]).expect("JSON can be written")
        } else {
            filtered
        };
        insta::assert_snapshot!(format!("as_{}", emitter.name), shown);
    }
}
