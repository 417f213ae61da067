//! The trainer's page is true: its files are sound, its commands run, its output is real, and its verdicts are the program's.

#[path = "training/handout.rs"]
mod handout;
#[path = "training/mistakes.rs"]
mod mistakes;
mod page;

use mistakes::{TYPED, done, replaced};
use page::{blocks, copy, fenced, run};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

const PAGE: &str = include_str!("../docs/training.md");
const START: &str = include_str!("../examples/training/start.yaml");
const SOLUTION: &str = include_str!("../examples/training/solution.yaml");

/// The folder of a pair that has done step 2: the piece of the page stands in its own file.
fn pair_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(Path::new("examples/training"), folder.path());
    let pieces = fenced(PAGE, "yaml");
    assert_eq!(pieces.len(), 1, "the page has one piece to type");
    let head: Vec<&str> = pieces[0].lines().take(2).collect();
    let mine = replaced(START, &head.join("\n"), &pieces[0]);
    write(folder.path(), "mine.yaml", &mine);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the file can be written");
}

/// What the program says, which has to be of good cheer.
fn said(arguments: &str, folder: &Path) -> String {
    let output = run(arguments, folder);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}

/// The cells of the table under a line that begins like this. Neither anchors count nor which kind a space is of.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let lines = text.lines().skip_while(|line| !line.starts_with(head));
    let rows = lines.skip(2).take_while(|line| line.starts_with('|'));
    let cell = |one: &str| {
        let text = one.split_once("</a>").map_or(one, |(_, text)| text);
        text.trim().to_owned()
    };
    let cells = |row: &str| {
        let inner = row.trim().trim_start_matches("| ").trim_end_matches(" |");
        inner.split(" | ").map(cell).collect()
    };
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "there is a table {head}");
    rows
}

/// Verdict and score of each article, as the report has them; the marks behind an article's name are left out.
fn at_a_glance(report: &str) -> BTreeMap<String, (String, String)> {
    let rows = table(
        report,
        "| Article | Subject | Verdict | Score | Could be | Law |",
    );
    let rows = rows.into_iter().map(|row| {
        let cite = row[0].replace('\\', "");
        let verdict = match row[4].as_str() {
            "" => row[2].clone(),
            range => format!("{} ({range})", row[2]),
        };
        let cite = cite.trim_end_matches([' ', '!', '*']).to_owned();
        (cite, (verdict, row[3].clone()))
    });
    rows.collect()
}

/// The verdict that each article would have if bills were enacted, where it would be another or the score would.
fn if_enacted(full: &str) -> BTreeMap<String, String> {
    let mut cite = String::new();
    let mut verdicts = BTreeMap::new();
    for line in full.lines() {
        if let Some(heading) = line.strip_prefix("#### ") {
            let name = heading.rsplit("</a>").next().unwrap_or(heading);
            let (name, _) = name.split_once(": ").expect("an article and its subject");
            cite = name.to_owned();
        } else if let Some(outcome) = line.strip_prefix("- **If enacted**: ") {
            let (verdict, _) = outcome.rsplit_once(", ").expect("a verdict and a score");
            let verdict = verdict.replace('\u{a0}', " ");
            verdicts.insert(cite.clone(), verdict);
        }
    }
    assert!(!verdicts.is_empty());
    verdicts
}

#[test]
fn what_participants_get_is_sound_and_says_nothing() {
    let folder = pair_folder();
    assert_eq!(
        said("check start.yaml", folder.path()),
        "0 errors and 0 warnings in 1 file\n"
    );
    let lines = START.lines().map(str::trim);
    let written: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
    for key in [
        "covers:",
        "outside:",
        "absent:",
        "values:",
        "not-applicable:",
    ] {
        let found = written.iter().any(|line| line.starts_with(key));
        assert!(!found, "{key} would give something away");
    }
}

#[test]
fn the_solution_is_sound_and_can_be_read_out() {
    let folder = pair_folder();
    assert_eq!(
        said("check solution.yaml", folder.path()),
        "0 errors and 0 warnings in 1 file\n"
    );
    let file: serde_yaml::Value = serde_yaml::from_str(SOLUTION).expect("YAML");
    let mut notes = 0;
    for law in file["laws"].as_sequence().expect("laws") {
        for section in law["sections"].as_sequence().expect("sections") {
            let covers = section["covers"].as_sequence();
            for finding in covers.into_iter().flatten() {
                assert!(finding["note"].is_string(), "no note: {section:?}");
                notes += 1;
            }
        }
    }
    assert!(notes >= 20, "only {notes} notes");
}

#[test]
fn both_files_are_about_the_same_laws() {
    let laws = |text: &str| {
        let mut file: serde_yaml::Value = serde_yaml::from_str(text).expect("YAML");
        for law in file["laws"].as_sequence_mut().expect("laws") {
            for section in law["sections"].as_sequence_mut().expect("sections") {
                let section = section.as_mapping_mut().expect("a section");
                section.retain(|key, _| ["ref", "heading"].iter().any(|kept| key == kept));
            }
        }
        (file["country"].clone(), file["laws"].clone())
    };
    assert_eq!(laws(START), laws(SOLUTION));
}

#[test]
fn every_command_runs_and_the_output_shown_is_real() {
    let folder = pair_folder();
    let mut output = String::new();
    let (mut ran, mut shown) = (0, 0);
    for block in blocks(PAGE) {
        for command in block.commands() {
            let arguments = command.strip_prefix("gapcheck ");
            let arguments =
                arguments.unwrap_or_else(|| panic!("`{command}` is no command of ours"));
            output = said(arguments, folder.path());
            ran += 1;
        }
        if block.kind == "text" {
            stands_in(&block.text, &output);
            shown += 1;
        }
    }
    assert!(ran >= 12 && shown >= 4, "{ran} commands, {shown} outputs");
}

#[test]
fn a_table_of_participants_can_be_laid_beside_the_solution() {
    let folder = pair_folder();
    let cites = |file: &str| {
        let table = said(&format!("assess {file} --format csv"), folder.path());
        let rows = table.lines().map(|row| row.split(',').nth(4));
        rows.map(|cite| cite.map(ToOwned::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(cites("mine.yaml"), cites("solution.yaml"));
}

/// Each part between lines of three dots stands in the output as a whole, in that order.
fn stands_in(shown: &str, output: &str) {
    let lines: Vec<&str> = output.lines().map(str::trim_end).collect();
    let mut from = 0;
    for part in shown.split("\n...\n") {
        let part: Vec<&str> = part.lines().map(str::trim_end).collect();
        let place = lines[from..]
            .windows(part.len())
            .position(|some| some == part);
        from += place.unwrap_or_else(|| panic!("not in the output:\n{}", part.join("\n")));
        from += part.len();
    }
}

#[test]
fn the_verdicts_of_the_page_are_those_of_the_program() {
    let folder = pair_folder();
    let call = "assess solution.yaml --if-enacted bill-11 --format markdown";
    let found = at_a_glance(&said(call, folder.path()));
    let enacted = if_enacted(&said(&format!("{call} --form full"), folder.path()));
    let rows = table(PAGE, "| Article | Verdict | Score |");
    let mut stated = BTreeSet::new();
    for row in &rows {
        let (verdict, score) = &found[&row[0]];
        assert_eq!((&row[1], &row[2]), (verdict, score), "{}", row[0]);
        let later = enacted.get(&row[0]).unwrap_or(verdict);
        assert_eq!(&row[3], later, "{}, if enacted", row[0]);
        stated.insert(row[0].clone());
    }
    let explained = ["2", "3", "4", "5", "6", "7", "16", "18", "19", "24", "35"];
    for cite in found.keys().chain(enacted.keys()) {
        let number = cite.trim_start_matches("Art. ").split('(').next();
        let asked = number.is_some_and(|number| explained.contains(&number));
        assert!(!asked || stated.contains(cite), "{cite} is not explained");
    }
    for cite in enacted.keys() {
        assert!(stated.contains(cite), "{cite} changes and is not explained");
    }
}

#[test]
fn mistakes_have_the_effect_that_the_page_says() {
    let folder = pair_folder();
    let rows = table(PAGE, "| If | Article | Verdict | Score |");
    assert!(rows.len() >= 10);
    for row in rows {
        write(folder.path(), "changed.yaml", &done(&row[0]));
        let checked = said("check changed.yaml", folder.path());
        assert!(
            checked.starts_with("0 errors and 0 warnings"),
            "{}: {checked}",
            row[0]
        );
        let report = said("assess changed.yaml --format markdown", folder.path());
        let (verdict, score) = &at_a_glance(&report)[&row[1]];
        assert_eq!((&row[2], &row[3]), (verdict, score), "if {}", row[0]);
    }
}

#[test]
fn mistakes_of_typing_are_told_as_the_page_says() {
    let folder = pair_folder();
    let mine = fs::read_to_string(folder.path().join("mine.yaml")).expect("a file");
    let rows = table(PAGE, "| what was typed | what it says |");
    for (typed, from, to, code) in TYPED {
        write(folder.path(), "typed.yaml", &replaced(&mine, from, to));
        let output = run("check typed.yaml", folder.path());
        assert_eq!(output.status.code(), Some(1), "{to}");
        let text = String::from_utf8(output.stdout).expect("diagnostics are UTF-8");
        let row = rows.iter().find(|row| row[0].starts_with(typed));
        let said = &row.unwrap_or_else(|| panic!("no row {typed}"))[1];
        let covered = said.contains(code) || (said.contains(" to ") && code.starts_with("GC010"));
        assert!(covered && text.contains(code), "{to}: {said}\n{text}");
        let words = said.split('"').skip(1).step_by(2);
        let mut words = words.flat_map(|words| words.split(" ... "));
        let in_words = words.any(|words| text.contains(words));
        assert!(in_words, "{to}: {said}\n{text}");
    }
}

#[test]
fn each_lesson_is_there() {
    let folder = pair_folder();
    let report = said(
        "assess solution.yaml --if-enacted bill-11 --format json",
        folder.path(),
    );
    let facts: Value = serde_json::from_str(&report).expect("JSON");
    let requirements = &facts["checklists"][0]["requirements"];
    let one = |id: &str| {
        let all = requirements.as_array().expect("requirements");
        let found = all.iter().find(|one| one["id"] == id);
        found.unwrap_or_else(|| panic!("{id}")).clone()
    };
    assert_eq!(
        one("art-2")["declarations-to-make"][0],
        "illegal-access/security-measures"
    );
    assert_eq!(one("art-4")["gaps"][0]["element"], "suppression");
    assert_eq!(one("art-6-1-a")["combined"], true);
    assert_eq!(one("art-7")["gaps"][0]["qualifier"], "loss-required");
    assert_eq!(one("art-18-1-a")["verdict"], "not-in-place");
    assert_eq!(one("art-18-1-b")["verdict"], "not-determined");
    let extradition = one("art-24-1");
    assert_eq!(
        extradition["gaps"][0]["id"],
        "budapest/art-24-1/illegal-interception/extraditable"
    );
    assert_eq!(
        extradition["if-enacted"]["closes"][0],
        "budapest/art-24-1/illegal-interception/extraditable"
    );
    assert_eq!(
        extradition["if-enacted"]["opens"][0],
        "budapest/art-24-1/data-interference/extraditable"
    );
    let optional = one("art-24-3");
    assert_eq!(optional["gaps"], Value::Array(Vec::new()));
    assert_eq!(optional["could-add"][0]["element"], "treaty-basis");
    let findings = facts["findings"].as_array().expect("findings");
    let kinds: Vec<&Value> = findings.iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["unsafeguarded-power", "outside"]);
    for number in 1..=10 {
        assert!(PAGE.contains(&format!("**{number}. ")), "finding {number}");
    }
}
