//! Whatever text stands in whatever field does no harm in any format of any report: nothing runs, computes, links, draws or disguises.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use gapcheck::render::FORMATS;

const LAW: &str = include_str!("harm/law.yaml");
const COUNTRY: &str = include_str!("harm/country.yaml");
/// The length of a word that fits no line.
const LONG: usize = 10_000;

/// What stands in a field, as it is typed in YAML; each begins otherwise, as formulas, markup and long words do.
fn harm(field: &str, turn: usize) -> String {
    let begin = [
        "=1+1|", "@SUM(1)", "+1", "-1+1", r"\t=1", "＝1", "#", "<", r"\u202E", "1. ",
    ];
    let begin = begin[turn % begin.len()];
    let long = if turn.is_multiple_of(7) {
        "W".repeat(LONG)
    } else {
        String::new()
    };
    format!(
        "{begin}x{field}x <script>alert(1)</script> </style></title><img src=x onerror=alert(1)> \
         [a](javascript:alert(1)) ![i](http://evil.test/i) #read(\\\"/etc/passwd\\\") ]] \\u202Edesrever\\u202C \
         \\u2066iso\\u2069 \\u001b[31m \\u0627\\u0644 $x$ `y` *z* _u_ ~ {{{{7*7}}}} | cell\\n= line\\n\\n</blockquote>{long}"
    )
}

/// A file with harm in place of each «name», and the names.
fn filled(text: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (name, after) = after.split_once('»').unwrap();
        let place = names.iter().position(|known| known == name);
        let turn = place.unwrap_or(names.len());
        if place.is_none() {
            names.push(name.to_owned());
        }
        out.push_str(before);
        out.push_str(&harm(name, turn));
        rest = after;
    }
    out.push_str(rest);
    (out, names)
}

fn folder() -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let (law, mut names) = filled(LAW);
    // A section is cited as it is written, and so its name is one word here.
    let (country, more) = filled(COUNTRY);
    names.extend(more);
    fs::write(folder.path().join("law.yaml"), law).unwrap();
    for (name, code) in [("one.yaml", "XHA"), ("two.yaml", "XHB")] {
        fs::write(folder.path().join(name), country.replace("CODE", code)).unwrap();
    }
    (folder, names)
}

/// Every report that has free text in it.
const REPORTS: &[&[&str]] = &[
    &[
        "assess",
        "one.yaml",
        "--checklist",
        "law.yaml",
        "--if-enacted",
        "all",
    ],
    &[
        "assess",
        "one.yaml",
        "--checklist",
        "law.yaml",
        "--if-enacted",
        "all",
        "--form",
        "full",
    ],
    &[
        "assess",
        "one.yaml",
        "two.yaml",
        "--checklist",
        "law.yaml",
        "--form",
        "full",
    ],
    &[
        "assess",
        "--model-law",
        "law.yaml",
        "--as-at",
        "2026-06-30",
        "--checklist",
        "law.yaml",
        "--form",
        "full",
    ],
    &["compare", "one.yaml", "two.yaml", "--checklist", "law.yaml"],
    &[
        "cooperate",
        "one.yaml",
        "two.yaml",
        "--checklist",
        "law.yaml",
        "--form",
        "full",
    ],
    &[
        "diff",
        "one.yaml",
        "--as-at",
        "2015-01-01",
        "--as-at",
        "2026-06-30",
        "--checklist",
        "law.yaml",
    ],
    &["checklists", "show", "law.yaml"],
    &["checklists", "compare", "law.yaml", "law.yaml"],
    &[
        "plan",
        "one.yaml",
        "--checklist",
        "law.yaml",
        "--form",
        "full",
    ],
];

#[test]
fn no_text_does_harm_in_any_format() {
    let (folder, names) = folder();
    let mut seen = BTreeSet::new();
    for report in REPORTS {
        // A format of one kind of report is asked for that alone.
        let formats = FORMATS.iter().filter(|format| format.made_by().is_none());
        for format in formats.filter(|one| one.only_of().is_none() || report[0] == "plan") {
            let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
                .args(*report)
                .args(["--format", format.name()])
                .current_dir(folder.path())
                .output()
                .unwrap();
            let complaint = String::from_utf8_lossy(&output.stderr);
            let complaint: String = complaint.chars().take(600).collect();
            let name = format!("{} {}", report.join(" "), format.name());
            assert_eq!(output.status.code(), Some(0), "{name}: {complaint}");
            let text = match format.name() {
                "docx" => word(&name, &output.stdout),
                "xlsx" => workbook(&name, &output.stdout),
                other => plain(&name, other, &output.stdout),
            };
            let text = text.replace(['\u{200b}', '\\'], "").replace("<wbr/>", "");
            seen.extend(
                names
                    .iter()
                    .filter(|one| text.contains(&format!("x{one}x"))),
            );
        }
    }
    let unseen: Vec<&String> = names.iter().filter(|one| !seen.contains(one)).collect();
    assert_eq!(unseen, UNSEEN, "fields that no report shows");
}

/// Fields that reach no reader: what values are about is for those who write checklists, and of the narrowings that nothing permits
/// only the first is told.
const UNSEEN: &[&str] = &["value-text", "qualifier-text-2"];

fn no_disguise(name: &str, text: &str) {
    let hidden = text.chars().find(|one| {
        matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || (one.is_control() && !matches!(one, '\n' | '\r' | '\t'))
    });
    assert_eq!(hidden, None, "{name} disguises");
}

fn plain(name: &str, format: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    if format == "json" {
        // Programs get what was written, and nothing in it can end a string.
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
        return text;
    }
    no_disguise(name, &text);
    match format {
        "html" => page(name, &text),
        "csv" => flat(name, &text),
        "iati" => {
            roxmltree::Document::parse(&text).unwrap();
        }
        "typst" => source(name, &text),
        "markdown" => markdown(name, &text),
        "terminal" => {
            let longest = text.lines().map(|line| line.chars().count()).max();
            assert!(longest <= Some(160), "{name}: a line of {longest:?}");
        }
        other => panic!("{other} is not looked at"),
    }
    text
}

/// No element, attribute or address but ours.
fn page(name: &str, text: &str) {
    let (before, program) = text.split_once("<script>").unwrap();
    let (_, after) = program.split_once("</script>").unwrap();
    let text = format!("{before}{after}");
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let page = roxmltree::Document::parse_with_options(&text, options).unwrap();
    for node in page.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(
            !["script", "img", "iframe", "object", "link", "base", "form"].contains(&tag),
            "{name}: {tag}"
        );
        for attribute in node.attributes() {
            assert!(
                !attribute.name().starts_with("on"),
                "{name}: {}",
                attribute.name()
            );
            if ["href", "src", "action"].contains(&attribute.name()) {
                assert!(
                    attribute.value().starts_with('#'),
                    "{name}: {}",
                    attribute.value()
                );
            }
        }
    }
    let is_long = |word: &str| word.chars().count() > 200;
    let texts = page.descendants().filter(roxmltree::Node::is_text);
    let long = texts
        .filter(|text| {
            text.parent().is_none_or(|parent| {
                !["style", "title", "option"].contains(&parent.tag_name().name())
            })
        })
        .find(|text| {
            text.text()
                .unwrap_or_default()
                .split_whitespace()
                .any(is_long)
        });
    let long = long.and_then(|node| node.parent());
    assert!(
        long.is_none(),
        "{name}: a word that no line holds in {:?}",
        long.map(|one| one.tag_name())
    );
}

fn flat(name: &str, text: &str) {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for row in reader.records() {
        for cell in &row.unwrap() {
            let formula =
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
            assert!(!formula, "{name}: {cell:.40}");
        }
    }
}

/// Below the preamble, nothing is markup or code but what the report writes itself.
fn source(name: &str, text: &str) {
    let (_, body) = text.split_once("#show: report.with(").unwrap();
    // Within a string only a quotation mark and a backslash have a meaning.
    let mut bare = String::new();
    let mut characters = body.chars();
    let mut quoted = false;
    while let Some(one) = characters.next() {
        match one {
            '\\' => {
                characters.next();
            }
            '"' => quoted = !quoted,
            _ if quoted => {}
            other => bare.push(other),
        }
    }
    assert!(!quoted, "{name}: a string without an end");
    for mark in ["$", "`", "@", "~", "*", "_", "<", "//", "/*"] {
        assert!(!bare.contains(mark), "{name}: {mark}");
    }
    assert!(!bare.contains("#read"), "{name}: a call");
    let open = bare.matches('[').count();
    assert_eq!(open, bare.matches(']').count(), "{name}: brackets");
    // Words in strings describe pictures and are not set, but for those at the head of the document.
    let words = bare.split([' ', '\n', '\u{200b}']);
    let head = body.split("\n)").next().unwrap_or_default();
    assert!(head.len() < 600, "{name}: {head:.80}");
    let longest = words.map(|word| word.chars().count()).max();
    assert!(longest < Some(LONG), "{name}: {longest:?}");
}

fn markdown(name: &str, text: &str) {
    for (place, _) in text.match_indices('<') {
        let rest = &text[place..];
        let ours = rest.starts_with("<a id=\"") || rest.starts_with("</a>");
        let escaped = text[..place].ends_with('\\');
        assert!(ours || escaped, "{name}: {rest:.60}");
    }
    for (place, _) in text.match_indices("](") {
        let rest = &text[place..];
        let escaped = text[..place].ends_with('\\');
        assert!(rest.starts_with("](#") || escaped, "{name}: {rest:.60}");
    }
    for line in text.lines() {
        assert!(
            !line.starts_with("= ") && !line.starts_with("    "),
            "{name}: {line:.60}"
        );
    }
}

/// The parts of a package that are XML, each sound.
fn parts(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let part = file.name().unwrap().into_owned();
        let ending = Path::new(&part).extension().and_then(|one| one.to_str());
        if !matches!(ending, Some("xml" | "rels")) {
            continue;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        no_disguise(&format!("{name}, {part}"), &text);
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}, {part}: {error}"));
        assert!(
            !text.contains("TargetMode=\"External\""),
            "{name}, {part}: something outside"
        );
        parts.push((part, text));
    }
    parts
}

/// The words of elements with that name.
fn words(xml: &str, element: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).unwrap();
    let nodes = document
        .descendants()
        .filter(|node| node.tag_name().name() == element);
    nodes
        .filter_map(|node| node.text().map(ToOwned::to_owned))
        .collect()
}

fn word(name: &str, bytes: &[u8]) -> String {
    let mut all = String::new();
    for (part, xml) in parts(name, bytes) {
        for instruction in words(&xml, "instrText") {
            let known = ["TOC ", "PAGEREF _Toc", "SEQ ", "PAGE", "NUMPAGES"];
            let ours = known
                .iter()
                .any(|begin| instruction.trim().starts_with(begin));
            assert!(ours, "{name}, {part}: the field {instruction:.60}");
        }
        all.extend(words(&xml, "t"));
    }
    all
}

fn workbook(name: &str, bytes: &[u8]) -> String {
    let mut all = String::new();
    for (part, xml) in parts(name, bytes) {
        if part.starts_with("xl/worksheets/") {
            let formulas = words(&xml, "f");
            assert!(formulas.is_empty(), "{name}, {part}: {formulas:?}");
        }
        if part.starts_with("xl/charts/") {
            // The ranges of a chart are names of our own sheets.
            for range in words(&xml, "f") {
                assert!(!range.contains("script"), "{name}, {part}: {range:.60}");
            }
        }
        all.extend(words(&xml, "t"));
    }
    all
}
