//! A second computation of means, verdict counts and common gaps, from the JSON of `assess` alone, on random countries.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::process::Command;

use serde_json::Value;

const MODELS: &[(&str, &[&str])] = &[
    (
        "illegal-access",
        &["access", "whole-or-part", "without-right", "intent"],
    ),
    (
        "data-interference",
        &["damaging", "deletion", "data", "without-right", "intent"],
    ),
    (
        "system-interference",
        &["serious-hindering", "without-right", "intent"],
    ),
    ("def-computer-data", &[]),
    ("search-and-seizure", &[]),
    ("expedited-preservation", &[]),
    ("mla-general", &[]),
    ("computer-related-forgery", &[]),
];
const REGIONS: &[&str] = &[", region: East", ", region: West", ""];
const STATUSES: &[&str] = &[
    "in-force",
    "in-force",
    "in-force",
    "bill",
    "enacted",
    "suspended",
];

/// A small generator: what it gives depends on its seed alone.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("a small number")
    }

    fn of<'t>(&mut self, list: &'t [&'t str]) -> &'t str {
        list[self.below(list.len())]
    }
}

fn country(random: &mut Random, number: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(number).expect("few countries"));
    let region = random.of(REGIONS);
    let mut text = format!(
        "gapcheck: legislation/1\ncountry: {{ code: XA{letter}, name: Land {letter}{region} }}\nas-at: 2026-06-30\nstatus: fictional\nlaws:\n"
    );
    let mut absent = String::new();
    for (place, (model, elements)) in MODELS.iter().enumerate() {
        match random.below(4) {
            0 => {}
            1 => writeln!(absent, "  - {{ model: {model}, reason: none }}").expect("text"),
            _ => {
                let status = random.of(STATUSES);
                let mut judged = "met: all".to_owned();
                if !elements.is_empty() && random.below(3) > 0 {
                    let some: Vec<&str> = elements
                        .iter()
                        .copied()
                        .filter(|_| random.below(2) == 0)
                        .collect();
                    let list = |some: &[&str]| {
                        let items = some.iter().map(|one| format!("{one}: why"));
                        items.collect::<Vec<_>>().join(", ")
                    };
                    let middle = some.len() / 2;
                    judged = format!(
                        "partly: {{ {} }}, unmet: {{ {} }}",
                        list(&some[..middle]),
                        list(&some[middle..])
                    );
                }
                writeln!(text, "  - {{ id: law-{place}, title: Law, status: {status}, sections: [ {{ ref: s. 1, covers: [ {{ model: {model}, {judged} }} ] }} ] }}").expect("text");
            }
        }
    }
    if !absent.is_empty() {
        write!(text, "absent:\n{absent}").expect("text");
    }
    text.replace("laws:\nabsent", "absent")
}

fn json(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let output = command
        .args(arguments)
        .args(["--format", "json"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn close(value: &Value, wanted: f64) -> bool {
    value
        .as_f64()
        .is_some_and(|value| (value - wanted).abs() < 1e-9)
}

/// The mean of both ends over those that have any.
fn mean(scores: &[&Value]) -> Option<(f64, f64)> {
    let scored: Vec<&&Value> = scores.iter().filter(|score| !score.is_null()).collect();
    let number = scored.len() as f64;
    let sum = |end: &str| {
        scored
            .iter()
            .map(|score| score[end].as_f64().expect("a figure"))
            .sum::<f64>()
    };
    (number > 0.0).then(|| (sum("low") / number, sum("high") / number))
}

fn same(group: &Value, scores: &[&Value], what: &str) {
    match mean(scores) {
        None => assert!(group["score"].is_null(), "{what}"),
        Some((low, high)) => {
            assert!(close(&group["score"]["low"], low), "{what}: {group} {low}");
            assert!(
                close(&group["score"]["high"], high),
                "{what}: {group} {high}"
            );
        }
    }
    assert_eq!(group["countries"], scores.len(), "{what}");
}

/// Reads countries both ways and lays the results side by side.
fn check(seed: u64) {
    let mut random = Random(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let mut regions: BTreeMap<String, Option<String>> = BTreeMap::new();
    for number in 0..9 {
        let text = country(&mut random, number);
        let region = text
            .split_once("region: ")
            .and_then(|(_, rest)| rest.split_once(" }"));
        let code = format!("XA{}", char::from(b'A' + number as u8));
        regions.insert(code, region.map(|(name, _)| name.to_owned()));
        fs::write(folder.path().join(format!("{number}.yaml")), text).expect("written");
    }
    let folder = folder.path().display().to_string();
    let instruments = ["-c", "budapest", "-c", "un-cybercrime"];
    let run = |command: &str, more: &[&str]| {
        json(&[&[command, folder.as_str()], &instruments[..], more].concat())
    };
    let assessed = run("assess", &[]);
    let assessed: Vec<&Value> = assessed.as_array().expect("a list").iter().collect();
    means(&assessed, &run("compare", &[]), &regions);
    chapters(&assessed, &run("compare", &["--by", "chapter"]));
    for least in [1, 3] {
        let compared = run("compare", &["--common-gaps", &least.to_string()]);
        gaps(&assessed, &compared["common-gaps"]["gaps"], least);
    }
}

fn means(assessed: &[&Value], compared: &Value, regions: &BTreeMap<String, Option<String>>) {
    let code = |one: &Value| one["country"]["code"].as_str().expect("a code").to_owned();
    for (place, checklist) in compared["checklists"]
        .as_array()
        .expect("a list")
        .iter()
        .enumerate()
    {
        for group in checklist["groups"].as_array().expect("a list") {
            let of = assessed.iter().filter(|one| {
                group["of"] == "all" || regions[&code(one)].as_deref() == group["region"].as_str()
            });
            let scores: Vec<&Value> = of.map(|one| &one["checklists"][place]["score"]).collect();
            same(group, &scores, "an instrument");
        }
    }
    let mut seen = 0;
    for place in [0, 1] {
        let requirements = assessed[0]["checklists"][place]["requirements"]
            .as_array()
            .expect("a list");
        for (number, one) in requirements.iter().enumerate() {
            let line = &compared["lines"][seen];
            seen += 1;
            assert_eq!(line["id"], one["id"]);
            let at = |one: &&Value| one["checklists"][place]["requirements"][number].clone();
            let all: Vec<Value> = assessed.iter().map(at).collect();
            let scores: Vec<&Value> = all.iter().map(|one| &one["score"]).collect();
            same(&line["groups"][0], &scores, "a requirement");
            for (word, count) in line["groups"][0]["counts"].as_object().expect("counts") {
                let naive = all
                    .iter()
                    .filter(|one| one["verdict"] == word.as_str())
                    .count();
                assert_eq!(*count, naive, "{word}");
            }
        }
    }
    assert_eq!(compared["lines"].as_array().map(Vec::len), Some(seen));
}

fn chapters(assessed: &[&Value], compared: &Value) {
    let mut seen = 0;
    for place in [0, 1] {
        let chapters = assessed[0]["checklists"][place]["chapters"]
            .as_array()
            .expect("a list");
        for (number, chapter) in chapters.iter().enumerate() {
            let line = &compared["lines"][seen];
            seen += 1;
            assert_eq!(line["title"], chapter["title"]);
            if line["optional"] == true {
                continue;
            }
            let at = |one: &&Value| one["checklists"][place]["chapters"][number]["score"].clone();
            let scores: Vec<Value> = assessed.iter().map(at).collect();
            same(
                &line["groups"][0],
                &scores.iter().collect::<Vec<_>>(),
                "a chapter",
            );
        }
    }
}

/// For each element the countries that lack it: `true` where in part only.
fn gaps(assessed: &[&Value], compared: &Value, least: usize) {
    let mut lowest: BTreeMap<(String, String), BTreeMap<String, (f64, f64)>> = BTreeMap::new();
    for one in assessed {
        for checklist in one["checklists"].as_array().expect("a list") {
            for requirement in checklist["requirements"].as_array().expect("a list") {
                if requirement["bindingness"] == "optional" {
                    continue;
                }
                for element in requirement["elements"].as_array().expect("a list") {
                    let id = element["id"].as_str().expect("an id");
                    let model = requirement["model"].as_str().expect("an id");
                    let (model, id) = id.split_once('/').unwrap_or((model, id));
                    let values = lowest.entry((model.to_owned(), id.to_owned())).or_default();
                    let code = one["country"]["code"].as_str().expect("a code");
                    let value = values.entry(code.to_owned()).or_insert((1.0, 1.0));
                    value.0 = value.0.min(element["low"].as_f64().expect("a figure"));
                    value.1 = value.1.min(element["high"].as_f64().expect("a figure"));
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    for gap in compared.as_array().expect("a list") {
        let name = |key: &str| gap[key].as_str().expect("an id").to_owned();
        let key = (name("model"), name("element"));
        let values = &lowest[&key];
        let those = |wanted: fn(&(f64, f64)) -> bool| -> BTreeSet<&str> {
            let those = values.iter().filter(|(_, value)| wanted(value));
            those.map(|(code, _)| code.as_str()).collect()
        };
        let listed = |key: &str| -> BTreeSet<&str> {
            let list = gap[key].as_array().expect("a list").iter();
            list.map(|code| code.as_str().expect("a code")).collect()
        };
        assert_eq!(listed("missing"), those(|value| value.1 == 0.0), "{key:?}");
        assert_eq!(
            listed("partly"),
            those(|value| value.1 > 0.0 && value.1 < 1.0),
            "{key:?}"
        );
        assert_eq!(
            listed("open"),
            those(|value| value.0 < 1.0 && value.1 >= 1.0),
            "{key:?}"
        );
        assert_eq!(gap["known"], values.len() - listed("open").len(), "{key:?}");
        found.insert(key);
    }
    for (key, values) in &lowest {
        let lacking = values.values().filter(|value| value.1 < 1.0).count();
        assert_eq!(found.contains(key), lacking >= least, "{key:?}");
    }
}

#[test]
fn a_second_computation_agrees() {
    for seed in 1..=5 {
        check(seed * 7919);
    }
}
