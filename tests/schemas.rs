//! The JSON Schemas that editors use say the same as the readers: the same groups, the same keys, the same keys required.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gapcheck::load::shapes;
use serde_json::Value;

fn schema(kind: &str) -> Value {
    let text = fs::read_to_string(format!("src/cli/schema/{kind}.schema.json"))
        .expect("the schema is there");
    serde_json::from_str(&text).expect("the schema is JSON")
}

const KINDS: &[&str] = &["legislation", "checklist", "model-provisions", "config"];

fn names(list: &Value) -> BTreeSet<String> {
    let items = list.as_array().into_iter().flatten();
    items
        .filter_map(|item| item.as_str().map(ToOwned::to_owned))
        .collect()
}

#[test]
fn every_group_has_the_keys_that_its_reader_knows() {
    let schemas: Vec<(&str, Value)> = KINDS.iter().map(|kind| (*kind, schema(kind))).collect();
    for (name, required, optional) in shapes() {
        let mut seen = 0;
        for (kind, schema) in &schemas {
            let group = if name == *kind {
                schema
            } else {
                &schema["$defs"][name]
            };
            if group.is_null() {
                continue;
            }
            seen += 1;
            let keys: BTreeSet<String> = group["properties"]
                .as_object()
                .expect("a group has keys")
                .keys()
                .cloned()
                .collect();
            let known: BTreeSet<String> = required
                .iter()
                .chain(&optional)
                .map(ToString::to_string)
                .collect();
            assert_eq!(keys, known, "{name} in the schema of {kind}");
            let needed: BTreeSet<String> = required.iter().map(ToString::to_string).collect();
            assert_eq!(
                names(&group["required"]),
                needed,
                "{name} in the schema of {kind}"
            );
            assert_eq!(group["additionalProperties"], Value::Bool(false), "{name}");
        }
        assert!(seen > 0, "no schema has the group {name}");
    }
}

fn files(folder: &str, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let name = path.display().to_string();
        // What is hidden belongs to other programs.
        if name.contains("/.") {
            continue;
        }
        if path.is_dir() {
            files(&name, out);
        } else if Path::new(&name)
            .extension()
            .is_some_and(|ending| ending == "yaml")
        {
            out.push(name);
        }
    }
}

#[test]
fn every_shipped_file_passes_its_schema() {
    let mut paths = Vec::new();
    files("checklists", &mut paths);
    files("examples", &mut paths);
    assert!(paths.len() > 5, "{paths:?}");
    for path in paths {
        let text = fs::read_to_string(&path).expect("the file is there");
        let value: Value = serde_yaml::from_str(&text).expect("the file is YAML");
        let kind = value["gapcheck"]
            .as_str()
            .and_then(|kind| kind.split('/').next())
            .expect("the file says what it is");
        let validator = jsonschema::validator_for(&schema(kind)).expect("the schema is one");
        let mistakes: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(mistakes.is_empty(), "{path}: {mistakes:#?}");
    }
}

#[test]
fn the_project_file_of_the_example_passes_its_schema() {
    let text = fs::read_to_string("examples/ci/gapcheck.toml").expect("the file is there");
    let value: Value = toml::from_str(&text).expect("the file is TOML");
    let validator = jsonschema::validator_for(&schema("config")).expect("the schema is one");
    assert!(validator.is_valid(&value), "{value}");
    let wrong: Value = toml::from_str("country = []\n").expect("it is TOML");
    assert!(!validator.is_valid(&wrong));
}
