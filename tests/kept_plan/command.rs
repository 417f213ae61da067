//! `gapcheck plan --save` and `--with`, as they are called.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::law::country;

/// A folder with a country whose law lacks everything that it was searched for.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("law.yaml"), country(|_| 1)).expect("it can be written");
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

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn plan_of(folder: &Path) -> String {
    fs::read_to_string(folder.join("plan.yaml")).expect("the plan is there")
}

fn facts(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", told(output));
    serde_json::from_slice(&output.stdout).expect("the report is JSON")
}

const SAVE: &[&str] = &["law.yaml", "--save", "plan.yaml", "--format", "json"];

#[test]
fn a_plan_is_created_edited_and_merged_and_the_report_is_of_what_is_kept() {
    let folder = folder();
    let folder = folder.path();
    let first = facts(&run(folder, SAVE));
    let id = first["measures"][0]["id"]
        .as_str()
        .expect("a line has an id")
        .to_owned();
    let again = run(folder, SAVE);
    assert!(
        told(&again).contains("plan.yaml is up to date"),
        "{}",
        told(&again)
    );
    assert_eq!(
        facts(&again),
        first,
        "the same law and plan give the same report"
    );

    let edited = edit(&plan_of(folder), &id);
    fs::write(folder.join("plan.yaml"), &edited).expect("it can be written");
    for arguments in [
        SAVE,
        &["law.yaml", "--with", "plan.yaml", "--format", "json"],
    ] {
        let merged = facts(&run(folder, arguments));
        assert_eq!(plan_of(folder), edited, "nothing was to be changed");
        let measures = merged["measures"].as_array().expect("a list");
        assert_edited(measures, &id);
        let last = measures.last().expect("there are lines");
        assert_eq!(
            (&last["id"], &last["kept"]["own"], &last["kept"]["note"]),
            (
                &"statistics-office".into(),
                &true.into(),
                &"Agreed | in May".into()
            )
        );
        let others = measures
            .iter()
            .filter(|one| one["id"] != *id && one["kept"]["own"] != true);
        assert!(others.clone().count() > 0);
        for other in others {
            assert_eq!(
                other["cost"]["default"], true,
                "not confirmed: {}",
                other["id"]
            );
        }
    }
    let markdown = run(
        folder,
        &["law.yaml", "--with", "plan.yaml", "--format", "markdown"],
    );
    let markdown = String::from_utf8_lossy(&markdown.stdout).into_owned();
    for words in [
        "Courts {first}",
        "Chief Justice",
        "2027-01-30 to 2027-07-29",
        "European Union",
        "Gazette 12",
        "Count the cases",
        "Agreed | in May",
    ] {
        assert!(
            markdown.contains(words) || markdown.contains(&words.replace('|', "\\|")),
            "{words} is not in\n{markdown}"
        );
    }
}

/// What the office writes into one line, and a line of its own.
fn edit(text: &str, id: &str) -> String {
    let head = format!("  - id: {id}\n");
    let edited = text.replacen(
        &head,
        &format!("{head}    # The Chief Justice leads.\n    national: 1000\n    donor: {{ name: European Union, amount: 500 }}\n    publication: Gazette 12\n"),
        1,
    );
    let edited = replaced(&edited, id, "lead: ", "lead: Chief Justice");
    let edited = replaced(&edited, id, "title: ", "title: \"Courts {first}\"");
    let edited = replaced(
        &edited,
        id,
        "cost: ",
        "cost: { low: 5000, high: 6000, confirmed: yes }",
    );
    let edited = replaced(&edited, id, "effort: ", "effort: 7");
    let edited = replaced(&edited, id, "begin: ", "begin: 2027-01-30");
    let edited = replaced(&edited, id, "end: ", "end: 2027-07-29");
    format!(
        "{edited}  - id: statistics-office\n    own: yes\n    title: Count the cases\n    note: \"Agreed | in May\"\n"
    )
}

/// The line as the office wrote it.
fn assert_edited(measures: &[Value], id: &str) {
    let line = measures
        .iter()
        .find(|one| one["id"] == id)
        .expect("it is there");
    assert_eq!(line["title"], "Courts {first}");
    assert!(
        line["recommendation"]
            .as_str()
            .is_some_and(|text| text.starts_with("Courts {first}. "))
    );
    assert_eq!(line["lead"], "Chief Justice");
    assert_eq!(line["effort"], serde_json::json!({ "low": 7, "high": 7 }));
    assert_eq!(
        (&line["months"]["begin"], &line["months"]["end"]),
        (&7.into(), &13.into())
    );
    let cost = &line["cost"];
    assert_eq!(
        (&cost["low"], &cost["high"], &cost["default"]),
        (&5000.into(), &6000.into(), &false.into())
    );
    assert_eq!(
        (&cost["national"], &cost["donor"], &cost["donor-name"]),
        (&1000.into(), &500.into(), &"European Union".into())
    );
    assert_eq!(
        cost["gap"],
        serde_json::json!({ "low": 3500, "high": 4500 })
    );
    assert_eq!(line["kept"]["publication"], "Gazette 12");
}

/// The text with the first line that begins so, within a line of the plan, replaced.
fn replaced(text: &str, id: &str, begins: &str, with: &str) -> String {
    let place = text
        .find(&format!("id: {id}\n"))
        .expect("the line is there");
    let at = place
        + text[place..]
            .find(&format!("    {begins}"))
            .expect("the key is there")
        + 4;
    let end = at + text[at..].find('\n').expect("the line ends");
    format!("{}{with}{}", &text[..at], &text[end..])
}

#[test]
fn what_the_law_has_done_is_done_in_the_plan() {
    let folder = folder();
    let folder = folder.path();
    facts(&run(folder, SAVE));
    // Now every element is met that was looked for.
    fs::write(
        folder.join("law.yaml"),
        country(|sides| if sides == 5 { 2 } else { 0 }),
    )
    .expect("it can be written");
    let output = run(folder, SAVE);
    assert!(told(&output).contains(" done"), "{}", told(&output));
    let merged = facts(&output);
    let done = merged["aside"].as_array().expect("a list");
    assert!(
        done.iter()
            .any(|one| one["state"] == "done" && one["closed-since"] != serde_json::json!([])),
        "{done:?}"
    );
    assert!(plan_of(folder).contains("state: done"));
    // And back again.
    fs::write(folder.join("law.yaml"), country(|_| 1)).expect("it can be written");
    assert!(told(&run(folder, SAVE)).contains("opened again"));
    assert!(!plan_of(folder).contains("state: done"));
}

#[test]
fn what_is_no_sound_plan_is_never_written_over() {
    let folder = folder();
    let folder = folder.path();
    for text in [
        "gapcheck: plan/1\ncountry: XAL\nlines:\n  - id: a\n    stat: open\n",
        "my notes\n",
        &country(|_| 1),
    ] {
        fs::write(folder.join("plan.yaml"), text).expect("it can be written");
        let output = run(folder, SAVE);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            told(&output).contains("was not written over"),
            "{}",
            told(&output)
        );
        assert_eq!(plan_of(folder), text);
        assert!(output.stdout.is_empty());
    }
    let other = "gapcheck: plan/1\ncountry: XBE\nlines:\n";
    fs::write(folder.join("plan.yaml"), other).expect("it can be written");
    let output = run(folder, SAVE);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("the kept plan is for `XBE`"),
        "{}",
        told(&output)
    );
    assert_eq!(plan_of(folder), other);
    let left: Vec<_> = fs::read_dir(folder).expect("it can be read").collect();
    assert_eq!(left.len(), 2, "no draft is left behind");
}

#[test]
fn a_plan_is_kept_for_one_country_in_yaml() {
    let folder = folder();
    let folder = folder.path();
    fs::write(folder.join("other.yaml"), country(|_| 1)).expect("it can be written");
    let output = run(folder, &["law.yaml", "other.yaml", "--save", "plan.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.join("plan.yaml").exists());
    assert_eq!(
        run(folder, &["law.yaml", "--save", "plan.toml"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        run(folder, &["law.yaml", "--with", "plan.yaml"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn a_mark_before_the_text_stays_and_folders_with_plans_are_walked() {
    let folder = folder();
    let folder = folder.path();
    facts(&run(folder, SAVE));
    let marked = format!("\u{feff}{}", plan_of(folder).replace('\n', "\r\n"));
    fs::write(folder.join("plan.yaml"), &marked).expect("it can be written");
    fs::write(
        folder.join("law.yaml"),
        country(|sides| if sides == 5 { 2 } else { 0 }),
    )
    .expect("it can be written");
    facts(&run(folder, SAVE));
    let new = plan_of(folder);
    assert!(
        new.starts_with("\u{feff}#") && new != marked && !new.replace("\r\n", "").contains('\n')
    );
    // The plan beside the country is no country.
    facts(&run(folder, &[".", "--format", "json"]));
}
