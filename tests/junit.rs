//! JUnit XML: well formed whatever stands in a file, the same at every run, a test case for each file and rule.

use std::fs;
use std::process::{Command, Output};

fn gapcheck(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(arguments);
    command.output().expect("the program runs")
}

/// Whether tags are closed in the order in which they were opened, and nothing else has a bracket.
fn is_well_formed(xml: &str) -> bool {
    let mut open = Vec::new();
    let body = xml.split_once("?>").expect("it has a head").1;
    for part in body.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else {
            return false;
        };
        let name = tag.split([' ', '/']).find(|name| !name.is_empty());
        if tag.starts_with('/') {
            if open.pop() != name {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.extend(name);
        }
        if text.contains('>') || tag.matches('"').count() % 2 == 1 {
            return false;
        }
    }
    open.is_empty()
}

#[test]
fn junit_of_check_has_a_case_for_each_file_and_kind_of_mistake() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = folder.path().join("a&b \"<c>\".yaml");
    if fs::write(&name, "gapcheck: <&>\"'\u{1}\n").is_err() {
        return; // Windows has no such names.
    }
    let paths = [name.display().to_string()];
    let call = [
        "check",
        paths[0].as_str(),
        "tests/cli/plain.yaml",
        "tests/diagnostics/several.yaml",
        "--format",
        "junit",
    ];
    let output = gapcheck(&call);
    assert_eq!(output.status.code(), Some(1));
    let xml = String::from_utf8(output.stdout.clone()).expect("it is UTF-8");
    assert!(is_well_formed(&xml), "{xml}");
    assert!(xml.contains("a&amp;b &quot;&lt;c&gt;&quot;.yaml"));
    assert!(xml.contains("name=\"no mistakes\" file=\"tests/cli/plain.yaml\"/>"));
    assert!(!xml.contains("time") && !xml.contains('\u{1}'));
    assert_eq!(output.stdout, gapcheck(&call).stdout);
    let rules = gapcheck(&[
        "assess",
        "examples/alphaland/alphaland.yaml",
        "--fail-on",
        "gap,score-low<0.6",
        "--rules-format",
        "junit",
    ]);
    let rules = String::from_utf8(rules.stderr).expect("it is UTF-8");
    assert!(is_well_formed(&rules), "{rules}");
}
