//! What is shipped for machines: the GitHub Action, the pre-commit hooks and the example. Every option in them exists, and
//! the steps of the action do what they say.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_gapcheck");

fn yaml(path: &str) -> Value {
    let text = fs::read_to_string(path).expect("the file is there");
    serde_yaml::from_str(&text).expect("the file is YAML")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

fn help(command: &str) -> String {
    let output = Command::new(PROGRAM).args([command, "--help"]).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "there is no command `{command}`");
    text(&output.stdout)
}

/// The options in a script, each with the command that it is given to; those collected in `call` go to both.
fn options(script: &str) -> Vec<(String, String)> {
    let mut options = Vec::new();
    let word = |word: &str| {
        let known = |character: char| character.is_ascii_alphanumeric() || character == '-';
        word.trim_matches(|character| !known(character)).to_owned()
    };
    let commands: Vec<String> = script
        .lines()
        .filter_map(|line| line.trim().strip_prefix("gapcheck "))
        .filter_map(|rest| rest.split_whitespace().next())
        .map(ToOwned::to_owned)
        .collect();
    for line in script.lines().map(str::trim) {
        let ours = line.starts_with("gapcheck ") || line.contains("call+=(");
        let given = line.split(['(', ')', ' ']).map(word);
        for option in given.filter(|word| ours && word.starts_with("--")) {
            for command in &commands {
                options.push((command.clone(), option.clone()));
            }
        }
    }
    options
}

fn all_exist(script: &str) -> usize {
    let options = options(script);
    for (command, option) in &options {
        let known = help(command);
        let exists = known
            .split_whitespace()
            .any(|word| word.trim_end_matches(',') == option);
        assert!(exists, "`gapcheck {command}` has no `{option}`");
    }
    options.len()
}

fn steps() -> Vec<Value> {
    let action = yaml("action.yml");
    let steps = action["runs"]["steps"].as_array();
    steps.expect("the action has steps").clone()
}

#[test]
fn every_option_in_the_action_exists_and_so_does_every_input() {
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let inputs = action["inputs"].as_object().expect("it has inputs");
    let (mut options, mut used) = (0, Vec::new());
    for step in steps() {
        assert_eq!(step["shell"], "bash");
        let script = step["run"].as_str().expect("each step runs something");
        assert!(
            !script.contains("${{"),
            "what a user writes never becomes part of a script"
        );
        if !step["name"].as_str().expect("a name").starts_with("Build") {
            options += all_exist(script);
        }
        for value in step["env"]
            .as_object()
            .expect("it has an environment")
            .values()
        {
            let value = value.as_str().expect("a text");
            let input = value.strip_prefix("${{ inputs.");
            used.extend(
                input
                    .and_then(|input| input.strip_suffix(" }}"))
                    .map(ToOwned::to_owned),
            );
        }
    }
    assert!(options > 8, "only {options} options were found");
    for input in inputs.keys() {
        assert!(used.contains(input), "the input `{input}` is not used");
    }
    for input in used {
        assert!(inputs.contains_key(&input), "there is no input `{input}`");
    }
}

#[test]
fn every_option_in_the_hooks_exists_and_the_example_names_hooks_that_do() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let mut ids = Vec::new();
    for hook in hooks.as_array().expect("a list") {
        let entry = hook["entry"].as_str().expect("each has an entry");
        let command = entry.split_whitespace().nth(1).expect("it has a command");
        help(command);
        all_exist(entry);
        assert_eq!(hook["language"], "rust");
        ids.push(hook["id"].clone());
    }
    let example = yaml("examples/ci/.pre-commit-config.yaml");
    for hook in example["repos"][0]["hooks"].as_array().expect("a list") {
        assert!(ids.contains(&hook["id"]), "{hook}");
    }
}

#[test]
fn the_example_workflow_gives_the_action_inputs_that_it_has() {
    let workflow = yaml("examples/ci/.github/workflows/law.yml");
    let inputs = yaml("action.yml")["inputs"].clone();
    let steps = workflow["jobs"]["law"]["steps"].as_array();
    let ours = steps.expect("it has steps").iter().find(|step| {
        let uses = step["uses"].as_str().unwrap_or_default();
        uses.contains("/gapcheck@")
    });
    let with = ours.expect("it uses the action")["with"].clone();
    for (name, value) in with.as_object().expect("it has inputs") {
        assert!(inputs.get(name).is_some(), "there is no input `{name}`");
        if name == "fail-on" {
            let rules = value.as_str().expect("a text");
            assert!(gapcheck::load::rules(rules).is_ok(), "{rules}");
        }
    }
}

#[test]
fn the_example_runs_as_its_readme_says() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir("examples/ci");
        command.output().expect("the program runs").status.code()
    };
    assert_eq!(run(&["config"]), Some(0));
    assert_eq!(run(&["check"]), Some(0));
    assert_eq!(run(&["assess"]), Some(0));
    assert_eq!(run(&["assess", "--fail-on", "score-low<60%"]), Some(3));
    let alone = [
        "assess",
        "--no-config",
        "../alphaland",
        "--fail-on",
        "gate-gap",
    ];
    assert_eq!(run(&alone), Some(3));
}

/// Runs the steps of the action after the first with these inputs, as a runner would.
#[cfg(unix)]
fn act(folder: &Path, inputs: &[(&str, &str)]) -> (Output, String) {
    let summary = folder.join("summary.md");
    fs::write(&summary, "").expect("it can be written");
    let mut last = None;
    for step in steps().iter().skip(1) {
        let mut command = Command::new("bash");
        command
            .args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c"])
            .arg(step["run"].as_str().expect("it runs something"))
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("RUNNER_TEMP", folder);
        for (name, value) in step["env"].as_object().expect("it has an environment") {
            let value = value.as_str().expect("a text");
            let given = inputs
                .iter()
                .find(|(input, _)| value.contains(&format!("inputs.{input} ")));
            command.env(name, given.map_or("", |(_, value)| *value));
        }
        let output = command.output().expect("bash runs");
        let goes_on = output.status.success();
        last = Some(output);
        if !goes_on {
            break;
        }
    }
    let summary = fs::read_to_string(&summary).expect("it is there");
    (last.expect("there are steps"), summary)
}

#[cfg(unix)]
#[test]
fn the_steps_of_the_action_mark_lines_and_write_the_summary() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = (
        "paths",
        "examples/alphaland/alphaland.yaml\nexamples/betaland\n",
    );
    let sarif = folder.path().join("rules.sarif").display().to_string();
    let (output, summary) = act(
        folder.path(),
        &[
            ("gapcheck", PROGRAM),
            paths,
            ("checklist", "budapest, safeguards"),
            ("fail-on", "gate-gap, unknown>99%"),
            ("rules-output", &sarif),
        ],
    );
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(told.contains("::error file=examples/alphaland/alphaland.yaml,line="));
    assert!(summary.contains("Alphaland") && summary.contains("Betaland"));
    let log: Value =
        serde_json::from_slice(&fs::read(&sarif).expect("it was written")).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    let (output, _) = act(
        folder.path(),
        &[
            ("gapcheck", PROGRAM),
            ("config", "examples/ci/gapcheck.toml"),
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let (output, summary) = act(
        folder.path(),
        &[
            ("gapcheck", PROGRAM),
            ("paths", "tests/diagnostics/several.yaml"),
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("::error file=tests/diagnostics/several.yaml"));
    assert_eq!(summary, "");
}
