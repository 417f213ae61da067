//! The handout: its names are all that the exercise needs, and its pattern is sound.

use crate::page::fenced;
use crate::{pair_folder, said, table, write};
use serde_json::Value;

const HANDOUT: &str = include_str!("../../examples/training/handout.md");

/// The names in a cell of the handout.
fn names(cell: &str) -> Vec<&str> {
    cell.split(", ").filter(|name| !name.is_empty()).collect()
}

#[test]
fn the_names_of_the_handout_are_all_that_is_needed() {
    let folder = pair_folder();
    let shown = said("checklists show budapest --format json", folder.path());
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let rows = table(HANDOUT, "| Article | Idea (`model`) | Elements |");
    let mut file = String::from(
        "gapcheck: legislation/1\ncountry: { code: XDL, name: Deltaland }\nas-at: 2026-06-30\nstatus: fictional\n\
         laws:\n  - id: x\n    title: X\n    status: in-force\n    sections:\n",
    );
    for (place, row) in rows.iter().enumerate() {
        let model = row[1].trim_matches('`');
        let narrowings = row.get(3).map_or("", |cell| cell.trim_matches('|').trim());
        let elements = &row[2];
        file.push_str(&format!(
            "      - ref: s. {place}\n        covers:\n          - {{ model: {model}, met: [{elements}], qualifiers: [{narrowings}] }}\n"
        ));
        let named = names(elements);
        for article in row[0].split(", ") {
            for needed in needed(&shown, article, model) {
                let there = named.contains(&needed.as_str());
                assert!(there, "{needed} of Art. {article} is not in the handout");
            }
        }
    }
    write(folder.path(), "names.yaml", &file);
    let checked = said("check names.yaml", folder.path());
    assert!(checked.contains("0 errors"), "{checked}");
}

/// The elements that an article needs of a model provision, without those that are computed.
fn needed(checklist: &Value, article: &str, model: &str) -> Vec<String> {
    let requirements = checklist["requirements"].as_array().expect("requirements");
    let cite = format!("Art. {article}");
    let own = requirements.iter().filter(|one| {
        let rest = one["cite"].as_str().and_then(|own| own.strip_prefix(&cite));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('(')) && one["model"] == model
    });
    let mut ids = Vec::new();
    for one in own {
        let elements = one["elements"].as_array().expect("elements");
        let asserted = elements.iter().filter(|element| element["test"].is_null());
        ids.extend(
            asserted
                .filter_map(|element| element["id"].as_str())
                .map(ToOwned::to_owned),
        );
    }
    assert!(!ids.is_empty(), "{cite} asks for elements of {model}");
    ids
}

#[test]
fn the_pattern_of_the_handout_is_sound() {
    let folder = pair_folder();
    let pattern = fenced(HANDOUT, "yaml");
    assert_eq!(pattern.len(), 1);
    let head = "gapcheck: legislation/1\ncountry: { code: XDL, name: Deltaland }\nas-at: 2026-06-30\nstatus: fictional\n\
                laws:\n  - id: x\n    title: X\n    status: bill\n    source: { publication: X }\n    sections:\n";
    write(folder.path(), "x.yaml", &format!("{head}{}\n", pattern[0]));
    assert_eq!(
        said("check x.yaml", folder.path()),
        "0 errors and 0 warnings in 1 file\n"
    );
}
