//! The example countries: their files are sound, and the reports kept of them, in every format, are what the program says.
//!
//! `BLESS=1 cargo test --test examples` writes the reports anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use gapcheck::render::{FORMATS, Format};
use gapcheck::report::Part;

/// Where the reports of the examples are kept.
const KEPT: &str = "examples/reports";

const COUNTRIES: &[&str] = &["alphaland", "betaland", "gammaland", "germany", "ghana"];

/// The forms of the reports in `examples/reports/`, and how each is made.
const FORMS: &[(&str, &[&str])] = &[
    ("overview", &["--if-enacted", "all"]),
    ("full", &["--form", "full", "--if-enacted", "all"]),
];

/// What is not kept: a PDF is not the same from one version of its layout program to the next, and data are the same in both forms.
fn is_kept(form: &str, format: &dyn Format) -> bool {
    format.name() != "pdf"
        && format.only_of().is_none()
        && (form == "overview" || format.reads() == Part::Document)
}

fn gapcheck(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .output()
        .expect("the program runs");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}

#[test]
fn every_report_of_an_example_is_what_the_program_says() {
    let made = tempfile::tempdir().expect("a folder");
    let mut outdated = Vec::new();
    let mut names = BTreeSet::new();
    for country in COUNTRIES {
        for (form, arguments) in FORMS {
            let formats = FORMATS.iter().filter(|format| is_kept(form, **format));
            let endings = formats.filter_map(|format| format.extension());
            let files: Vec<String> = endings
                .map(|ending| format!("{country}-{form}.{ending}"))
                .collect();
            let paths = files
                .iter()
                .map(|file| made.path().join(file).display().to_string());
            let file = format!("examples/{country}/{country}.yaml");
            let mut call = vec!["assess".to_owned(), file];
            call.extend(arguments.iter().map(ToString::to_string));
            call.extend(paths.flat_map(|path| ["--output".to_owned(), path]));
            gapcheck(&call.iter().map(String::as_str).collect::<Vec<_>>());
            for file in files {
                let report = fs::read(made.path().join(&file)).expect("the report was written");
                let kept = Path::new(KEPT).join(&file);
                if std::env::var_os("BLESS").is_some() {
                    fs::create_dir_all(KEPT).expect("the folder can be made");
                    fs::write(&kept, &report).expect("the report can be written");
                }
                if fs::read(&kept).ok().as_ref() != Some(&report) {
                    outdated.push(file.clone());
                }
                names.insert(file);
            }
        }
    }
    assert!(
        outdated.is_empty(),
        "out of date: {outdated:?}; BLESS=1 cargo test --test examples"
    );
    let there = fs::read_dir(KEPT).expect("the folder is there");
    let there = there.map(|entry| entry.expect("an entry").file_name().display().to_string());
    let strays: Vec<String> = there
        .filter(|name| !names.contains(name) && name != "README.md")
        .collect();
    assert!(strays.is_empty(), "no report any more: {strays:?}");
}

#[test]
fn no_example_has_a_mistake() {
    for country in COUNTRIES {
        let output = gapcheck(&["check", &format!("examples/{country}/{country}.yaml")]);
        assert!(output.contains("0 errors"), "{output}");
    }
}

#[test]
fn real_countries_are_marked_illustrative_and_carry_no_text_of_laws() {
    for country in ["germany", "ghana"] {
        let text = fs::read_to_string(format!("examples/{country}/{country}.yaml"))
            .expect("the example is there");
        assert!(text.contains("\nstatus: illustrative"));
        assert!(!text.contains("    text: "));
        assert!(!Path::new(&format!("examples/{country}/laws")).exists());
    }
}

#[test]
fn terminal_reports_fit_80_columns() {
    for country in COUNTRIES {
        let file = format!("examples/{country}/{country}.yaml");
        for form in ["overview", "full"] {
            let report = gapcheck(&[
                "assess",
                &file,
                "--form",
                form,
                "--checklist",
                "budapest",
                "--checklist",
                "un-cybercrime",
            ]);
            for line in report.lines() {
                assert!(line.chars().count() <= 80, "{country}, {form}: {line}");
            }
        }
    }
}
