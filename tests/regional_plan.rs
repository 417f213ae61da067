//! The regional plan: what enough countries need is done once, and the rest stays national.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// A country whose law lacks these provisions; of the others nothing is known.
fn country(code: &str, absent: &[&str]) -> String {
    let absent = absent
        .iter()
        .map(|model| format!("  - {{ model: {model}, searched: [act], reason: Not found. }}\n"));
    let absent: String = absent.collect();
    format!(
        "gapcheck: legislation/1\ncountry: {{ code: {code}, name: Land {code} }}\nas-at: 2026-06-30\nstatus: fictional\n\
         treaties:\n  budapest: {{ status: party }}\n\
         laws:\n  - {{ id: act, title: Act of {code}, status: in-force, in-force: 2010-01-01 }}\nabsent:\n{absent}"
    )
}

fn region() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written")
    };
    write(
        "a.yaml",
        &country("XAA", &["illegal-access", "data-interference"]),
    );
    write("b.yaml", &country("XAB", &["illegal-access"]));
    write("c.yaml", &country("XAC", &["expedited-preservation"]));
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .current_dir(folder)
        .args(["plan", "--no-config"])
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn facts(folder: &Path, arguments: &[&str]) -> Value {
    let output = run(folder, &[arguments, &["--format", "json"]].concat());
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    serde_json::from_slice(&output.stdout).expect("the report is JSON")
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().expect("a list")
}

#[test]
fn a_folder_has_one_plan_with_what_half_of_the_countries_need_done_once() {
    let folder = region();
    let plan = facts(folder.path(), &["."]);
    assert_eq!(
        (&plan["report"], &plan["common"]),
        (&"regional-plan".into(), &2.into())
    );
    let codes: Vec<&Value> = list(&plan, "countries")
        .iter()
        .map(|one| &one["code"])
        .collect();
    assert_eq!(codes, ["XAA", "XAB", "XAC"]);
    for measure in list(&plan, "measures") {
        assert!(list(measure, "countries").len() >= 2, "{measure}");
        assert!(measure["once"].is_string() && measure["stays-national"].is_string());
    }
    for measure in list(&plan, "national") {
        assert_eq!(list(measure, "countries").len(), 1, "{measure}");
    }
    let missing = |measure: &Value| {
        list(measure, "elements").iter().any(|one| {
            one["id"] == "illegal-access/access"
                && one["countries"] == serde_json::json!(["XAA", "XAB"])
        })
    };
    assert!(list(&plan, "measures").iter().any(missing));
}

#[test]
fn every_line_of_every_country_is_in_the_region_once() {
    let folder = region();
    let folder = folder.path();
    let region = facts(folder, &["."]);
    for (file, code) in [("a.yaml", "XAA"), ("b.yaml", "XAB"), ("c.yaml", "XAC")] {
        let alone = facts(folder, &[file]);
        let mut wanted: Vec<String> = list(&alone, "measures")
            .iter()
            .map(|one| one["id"].to_string())
            .collect();
        let all = list(&region, "measures")
            .iter()
            .chain(list(&region, "national"));
        let parts = all.flat_map(|measure| list(measure, "countries"));
        let lines = parts
            .filter(|part| part["code"] == code)
            .flat_map(|part| list(part, "lines"));
        let mut found: Vec<String> = lines.map(ToString::to_string).collect();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{code}");
    }
}

#[test]
fn files_named_one_by_one_have_a_plan_each_unless_common_is_asked_for() {
    let folder = region();
    let folder = folder.path();
    let plans = facts(folder, &["a.yaml", "b.yaml"]);
    assert_eq!(plans.as_array().map(Vec::len), Some(2));
    assert_eq!(
        facts(folder, &["a.yaml", "b.yaml", "--common", "2"])["report"],
        "regional-plan"
    );
    assert_eq!(
        list(&facts(folder, &[".", "--common", "3"]), "countries").len(),
        3
    );
    assert_eq!(run(folder, &[".", "--common", "4"]).status.code(), Some(2));
    assert_eq!(
        run(folder, &["a.yaml", "--common", "2"]).status.code(),
        Some(2)
    );
    assert_eq!(run(folder, &[".", "--common", "1"]).status.code(), Some(2));
}

#[test]
fn a_country_of_several_files_counts_once() {
    let folder = region();
    let folder = folder.path();
    let later = country("XAC", &["illegal-access"]).replace("2026-06-30", "2026-12-31");
    fs::write(folder.join("later.yaml"), later).expect("it can be written");
    let plan = facts(folder, &["."]);
    assert_eq!(list(&plan, "countries").len(), 3);
    assert_eq!(plan["countries"][2]["as-at"], "2026-12-31");
}

#[test]
fn every_format_has_it() {
    let folder = region();
    for format in ["terminal", "markdown", "html", "csv", "typst"] {
        let output = run(folder.path(), &[".", "--format", format]);
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(
            text.contains("XAB") && !text.contains("{law}"),
            "{format}: {text}"
        );
    }
}
