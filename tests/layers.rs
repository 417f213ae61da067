//! Who may use whom: text becomes model, model becomes assessment, assessment becomes report, report becomes a format.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MAY_USE: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("model", &[]),
    ("load", &["diagnostic", "model"]),
    ("assess", &["model"]),
    ("report", &["model", "assess"]),
    ("render", &["report"]),
    (
        "cli",
        &["diagnostic", "model", "load", "assess", "report", "render"],
    ),
];

/// The longest a source file may be, its tests not counted.
const LONGEST: usize = 400;

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The layers named after `crate::` in a text.
fn layers_used(text: &str) -> BTreeSet<String> {
    let names = text.split("crate::").skip(1).map(|rest| {
        rest.chars()
            .take_while(|character| character.is_alphanumeric() || *character == '_')
            .collect::<String>()
    });
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn no_layer_looks_back() {
    for (layer, allowed) in MAY_USE {
        for file in source_files(&Path::new("src").join(layer)) {
            let text = fs::read_to_string(&file).expect("a source file is text");
            for used in layers_used(&text) {
                assert!(
                    used == *layer || allowed.contains(&used.as_str()),
                    "{} is in `{layer}`, which may not use `{used}`",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn the_table_of_layers_is_the_map_of_the_crate() {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs is text");
    let mut declared: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let mut tabled: Vec<&str> = MAY_USE.iter().map(|(layer, _)| *layer).collect();
    declared.sort_unstable();
    tabled.sort_unstable();
    assert_eq!(declared, tabled);
}

#[test]
fn files_are_short_and_say_what_they_own() {
    for file in source_files(Path::new("src")) {
        let text = fs::read_to_string(&file).expect("a source file is text");
        assert!(
            text.starts_with("//! "),
            "{} does not say what it owns",
            file.display()
        );
        let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
        let lines = code.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", file.display());
    }
}
