//! Typst source and the PDF that another program makes of it. Whether it compiles is tried by `.ci/pages`, where there is a compiler.

use std::collections::BTreeMap;
use std::process::{Command, Output};

const HOSTILE: &str = "tests/formats/hostile.yaml";

fn gapcheck(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(arguments);
    command
}

fn source(arguments: &[&str]) -> String {
    let call = [arguments, &["--format", "typst"]].concat();
    let output = gapcheck(&call).output().expect("the program runs");
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{complaints}");
    String::from_utf8(output.stdout).expect("source is text")
}

/// What the report says, without the look.
fn body(source: &str) -> &str {
    let begin = source.find("#show: report.with(").expect("the body begins");
    &source[begin..]
}

#[test]
fn a_report_in_typst() {
    let source = source(&[
        "assess",
        "tests/cli/country.yaml",
        "--checklist",
        "tests/diagnostics/model-law.yaml",
        "--if-enacted",
        "all",
    ]);
    insta::assert_snapshot!(body(&source));
}

/// What stands in a piece of source besides escaped characters and strings.
fn bare(source: &str) -> String {
    let mut out = String::new();
    let mut characters = source.chars();
    let mut is_string = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            '"' => is_string = !is_string,
            _ if is_string => {}
            other => out.push(other),
        }
    }
    assert!(!is_string, "a string has no end");
    out
}

/// The functions of the preamble, and those of Typst that reports use.
const CALLS: &[&str] = &[
    "bars",
    "contents",
    "data",
    "east",
    "facts",
    "faint",
    "heading",
    "in-place",
    "label",
    "lanes",
    "lead",
    "link",
    "metadata",
    "missing",
    "notice",
    "partly",
    "quotation",
    "radar",
    "report-title",
    "rtl",
    "show",
    "sideways",
    "strong",
    "unknown",
];

#[test]
fn text_is_never_markup_or_code() {
    for form in ["overview", "full"] {
        let source = source(&["assess", HOSTILE, "--form", form]);
        let bare = bare(body(&source));
        let open = bare.matches('[').count();
        assert_eq!(open, bare.matches(']').count(), "{form}");
        assert!(open > 100);
        for mark in [
            "$", "`", "@", "~", "*", "_", "<", "'", "//", "/*", "--", "...",
        ] {
            assert!(!bare.contains(mark), "{form}: {mark}");
        }
        for call in bare.split('#').skip(1) {
            let name: String = call
                .chars()
                .take_while(|character| character.is_ascii_alphabetic() || *character == '-')
                .collect();
            assert!(CALLS.contains(&name.as_str()), "{form}: #{call:.60}");
        }
        for line in body(&source).lines().map(str::trim_start) {
            assert!(!line.starts_with(['=', '+', '/']), "{form}: {line:.60}");
        }
        for character in source.chars() {
            let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!turns && (character == '\n' || !character.is_control()));
        }
    }
}

#[test]
fn a_word_that_fits_no_line_can_be_torn_apart() {
    let source = source(&["assess", HOSTILE, "--form", "full"]);
    let longest = source.split([' ', '\n', '\u{200b}']).map(str::len).max();
    assert!(longest < Some(200), "{longest:?}");
}

#[test]
fn writing_from_right_to_left_and_of_east_asia_is_marked() {
    let source = source(&["assess", HOSTILE, "--form", "full"]);
    assert!(source.contains("#rtl(\"ar\")[يعاقب كل من"));
    assert!(source.contains("#east(\"zh\")[违反国家规定"));
}

/// Each target of a link exists once; else there would be no pages at all.
#[test]
fn every_link_has_one_place() {
    let files = [
        "examples/alphaland/alphaland.yaml",
        "examples/ghana/ghana.yaml",
    ];
    for form in ["overview", "full"] {
        let call = [
            &["assess"],
            &files[..],
            &["--form", form, "--checklist", "budapest"],
        ]
        .concat();
        let source = source(&call);
        let names = |begin: &str| {
            let mut names: BTreeMap<String, usize> = BTreeMap::new();
            for rest in source.split(begin).skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                *names.entry(name.to_owned()).or_default() += 1;
            }
            names
        };
        let (places, links) = (names("#label(\""), names("link(label(\""));
        assert!(!links.is_empty());
        assert!(places.values().all(|count| *count == 1), "{form}");
        assert!(links.keys().all(|link| places.contains_key(link)), "{form}");
    }
}

#[test]
fn the_day_of_the_pages_is_the_day_of_the_report() {
    let call = [
        "assess",
        "examples/ghana/ghana.yaml",
        "--as-at",
        "2025-01-07",
    ];
    let source = source(&call);
    assert!(source.contains("date: datetime(year: 2025, month: 1, day: 7)"));
    assert!(self::source(&["checklists", "list"]).contains("date: none"));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A run that finds on PATH what is in that folder and nothing else.
fn pdf(folder: &std::path::Path) -> Output {
    gapcheck(&[
        "assess",
        "examples/alphaland/alphaland.yaml",
        "--format",
        "pdf",
    ])
    .env("PATH", folder)
    .output()
    .expect("the program runs")
}

#[test]
fn without_typst_one_line_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = pdf(folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let complaint = text(&output.stderr);
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(
        complaint.contains("not on PATH") && complaint.contains("report.html"),
        "{complaint}"
    );
}

#[cfg(unix)]
mod with_a_program {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A folder with a `typst` that does this.
    fn typst(script: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("typst");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("it can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
        folder
    }

    #[test]
    fn what_typst_writes_is_passed_on_as_it_is() {
        let folder = typst(
            "while read -r line; do :; done; printf '%%PDF-\\033[31m\\200\\377 %s %s' \"$*\" \"$SOURCE_DATE_EPOCH\"",
        );
        let output = pdf(folder.path());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let expected = b"%PDF-\x1b[31m\x80\xff compile --format pdf - - 315532800";
        assert_eq!(output.stdout, expected, "{}", text(&output.stdout));
    }

    #[test]
    fn what_typst_complains_of_is_passed_on_and_no_file_is_left() {
        let folder = typst("echo 'warning: fonts' >&2; echo 'error: out of paper' >&2; exit 1");
        let target = folder.path().join("report.pdf");
        let path = target.display().to_string();
        let output = gapcheck(&["assess", "examples/alphaland/alphaland.yaml", "-o", &path])
            .env("PATH", folder.path())
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2));
        let complaint = text(&output.stderr);
        assert!(complaint.contains("error: out of paper"), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
        assert!(!target.exists());
    }
}
