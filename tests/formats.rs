//! Hostile text does no harm in any format, and all formats give the same figures.

use std::process::Command;

use gapcheck::render::FORMATS;

const HOSTILE: &str = "tests/formats/hostile.yaml";

fn report(format: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .arg("assess")
        .args(arguments)
        .args(["--format", format])
        .output()
        .expect("the program runs");
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{format}: {complaints}");
    output.stdout
}

fn text(format: &str, arguments: &[&str]) -> String {
    String::from_utf8(report(format, arguments)).expect("the format is text")
}

#[test]
fn no_reader_sees_characters_that_disguise_others() {
    let readable = FORMATS
        .iter()
        .filter(|format| !format.is_binary() && format.only_of().is_none())
        .filter(|format| format.name() != "json");
    for format in readable {
        for form in ["overview", "full"] {
            let report = text(format.name(), &[HOSTILE, "--form", form]);
            let hidden = report.chars().find(|character| {
                matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                    || (character.is_control() && !matches!(character, '\n' | '\r'))
            });
            assert_eq!(hidden, None, "{} {form}", format.name());
        }
    }
}

#[test]
fn the_same_file_gives_the_same_bytes_in_every_format() {
    let made_here = FORMATS.iter().filter(|format| format.made_by().is_none());
    for format in made_here.filter(|format| format.only_of().is_none()) {
        let report = || report(format.name(), &[HOSTILE, "--form", "full"]);
        assert!(report() == report(), "{}", format.name());
    }
}

#[test]
fn no_cell_of_the_flat_table_begins_like_a_formula() {
    let table = text("csv", &[HOSTILE]);
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut defused = 0;
    for row in reader.records() {
        for cell in &row.expect("a row") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
            defused += usize::from(cell.starts_with('\''));
        }
    }
    assert!(defused >= 3, "{defused}");
}

#[test]
fn markdown_has_no_tag_but_its_own_marks_and_no_link_but_its_own() {
    let report = text("markdown", &[HOSTILE, "--form", "full"]);
    let mut rest = report.as_str();
    while let Some(place) = rest.find('<') {
        rest = &rest[place..];
        let is_ours = [
            "<a id=\"budapest/",
            "</a>",
            "<https://x.test/",
            "<http://x.test/",
        ];
        let is_ours = is_ours.iter().any(|begin| rest.starts_with(begin));
        assert!(is_ours, "{:.80}", rest);
        rest = &rest[1..];
    }
    for line in report.lines() {
        let links = line
            .match_indices("](")
            .map(|(place, _)| line.split_at(place));
        for (before, link) in links.filter(|(before, _)| !before.ends_with('\\')) {
            assert!(link.starts_with("](#budapest/"), "{before:.200}{link:.80}");
        }
        assert!(!line.starts_with("    "), "{line:.200}");
    }
    assert!(report.contains(r"\$1,000 and \$2,000"));
}

/// The interval of the whole, as readers see it.
#[test]
fn every_format_for_readers_prints_the_same_score() {
    let arguments = ["examples/alphaland/alphaland.yaml"];
    let facts: serde_json::Value =
        serde_json::from_slice(&report("json", &arguments)).expect("it is JSON");
    let score = &facts["checklists"][0]["score"];
    let (low, high) = (score["low"].as_f64(), score["high"].as_f64());
    let (low, high) = (low.expect("a figure"), high.expect("a figure"));
    let printed = format!(
        "{:.0}–{:.0} %",
        (low * 100.0).floor(),
        (high * 100.0).ceil()
    );
    for format in ["terminal", "markdown", "typst"] {
        assert!(
            text(format, &arguments).contains(&printed),
            "{format}: {printed}"
        );
    }
}
