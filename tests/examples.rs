//! The example countries: their files are sound, and the reports beside them are what the program says.
//!
//! `BLESS=1 cargo test --test examples` writes the reports anew.

use std::fs;
use std::process::Command;

const COUNTRIES: &[&str] = &["alphaland", "betaland", "gammaland", "germany", "ghana"];

/// The reports that stand beside each example: the file, and how it is made.
const REPORTS: &[(&str, &[&str])] = &[
    (
        "overview.txt",
        &["--format", "terminal", "--if-enacted", "all"],
    ),
    (
        "overview.md",
        &[
            "--checklist",
            "budapest",
            "--checklist",
            "un-cybercrime",
            "--format",
            "markdown",
        ],
    ),
    ("full.md", &["--form", "full", "--format", "markdown"]),
    ("elements.csv", &["--format", "csv"]),
    ("facts.json", &["--format", "json", "--if-enacted", "all"]),
];

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
fn every_report_beside_an_example_is_what_the_program_says() {
    for country in COUNTRIES {
        let file = format!("examples/{country}/{country}.yaml");
        for (name, arguments) in REPORTS {
            let mut call = vec!["assess", file.as_str()];
            call.extend(*arguments);
            let report = gapcheck(&call);
            let path = format!("examples/{country}/reports/{name}");
            if std::env::var_os("BLESS").is_some() {
                fs::create_dir_all(format!("examples/{country}/reports"))
                    .expect("the folder can be made");
                fs::write(&path, &report).expect("the report can be written");
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                kept == report,
                "{path} is out of date: BLESS=1 cargo test --test examples"
            );
        }
    }
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
        assert!(!std::path::Path::new(&format!("examples/{country}/laws")).exists());
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
