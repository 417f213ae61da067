//! The workbook, read back: figures are figures, words are words, nothing is computed, and it says what the other formats say.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};

const BOTH: [&str; 4] = ["--checklist", "budapest", "--checklist", "un-cybercrime"];
const HOSTILE: &str = "tests/formats/hostile.yaml";

fn run(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{complaints}");
    output.stdout
}

fn assess(files: &[&str], more: &[&str]) -> Vec<u8> {
    let call = [&["assess"], files, more].concat();
    run(&call)
}

/// The sheets of a workbook by name.
fn sheets(bytes: Vec<u8>) -> BTreeMap<String, Range<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("it is a workbook");
    let sheets = book.worksheets();
    sheets.into_iter().collect()
}

/// A table as rows of its columns by title.
fn rows(sheet: &Range<Data>) -> Vec<BTreeMap<String, Data>> {
    let mut rows = sheet.rows();
    let head: Vec<String> = rows
        .next()
        .expect("a table has a head")
        .iter()
        .map(ToString::to_string)
        .collect();
    rows.map(|row| head.iter().cloned().zip(row.iter().cloned()).collect())
        .collect()
}

/// A part of the file as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("the part is there");
    file.read_to_string(&mut text).expect("the part is text");
    text
}

fn alphaland(more: &[&str]) -> Vec<u8> {
    let more = [&BOTH[..], &["--format", "xlsx"], more].concat();
    assess(&["examples/alphaland/alphaland.yaml"], &more)
}

#[test]
fn every_sheet_is_there_and_its_head_stays_in_sight() {
    let bytes = alphaland(&[]);
    let names: Vec<String> = {
        let book: Xlsx<_> =
            open_workbook_from_rs(Cursor::new(bytes.clone())).expect("it is a workbook");
        book.sheet_names()
    };
    assert_eq!(
        names,
        [
            "Cover", "Charts", "Findings", "Gaps", "Review", "Needs", "Laws", "Sections", "Scores",
            "Method"
        ]
    );
    let findings = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(findings.contains("state=\"frozen\""));
    assert!(findings.contains("<autoFilter ref=\"A1:S"));
    assert_eq!(findings.matches("<conditionalFormatting").count(), 2);
    assert!(findings.contains("wrapText") || part(&bytes, "xl/styles.xml").contains("wrapText"));
}

#[test]
fn it_says_what_the_facts_say() {
    for country in ["alphaland", "betaland", "gammaland", "germany", "ghana"] {
        let file = format!("examples/{country}/{country}.yaml");
        let more = [&BOTH[..], &["--if-enacted", "all"]].concat();
        let json = assess(&[&file], &[&more[..], &["--format", "json"]].concat());
        let facts: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
        let sheets = sheets(assess(
            &[&file],
            &[&more[..], &["--format", "xlsx"]].concat(),
        ));
        let mut findings = rows(&sheets["Findings"]).into_iter();
        let mut gaps = Vec::new();
        for checklist in facts["checklists"].as_array().expect("a list") {
            for one in checklist["requirements"].as_array().expect("a list") {
                compare(one, &mut findings);
                let ids = one["gaps"].as_array().expect("a list").iter();
                gaps.extend(ids.map(|gap| gap["id"].as_str().expect("an id").to_owned()));
            }
        }
        assert!(findings.next().is_none(), "{country} has rows left over");
        let mut listed: Vec<String> = rows(&sheets["Gaps"])
            .iter()
            .map(|row| row["Gap"].to_string())
            .collect();
        gaps.sort();
        listed.sort();
        assert_eq!(listed, gaps, "{country}");
    }
}

/// Compares a requirement of the facts with its rows, one for each element and one where there is none.
fn compare(one: &serde_json::Value, rows: &mut impl Iterator<Item = BTreeMap<String, Data>>) {
    let elements = one["elements"].as_array().expect("a list");
    for place in 0..elements.len().max(1) {
        let row = rows.next().expect("a row for each element");
        let text =
            |value: &serde_json::Value| Data::String(value.as_str().unwrap_or("").to_owned());
        assert_eq!(row["Article"], text(&one["cite"]));
        let verdict = one["verdict"].as_str().unwrap_or("").replace('-', " ");
        assert_eq!(row["Verdict"], Data::String(verdict));
        same_figure(&row["Score, low"], &one["score"]["low"]);
        same_figure(&row["Score, high"], &one["score"]["high"]);
        let then = one["if-enacted"]["verdict"].as_str().unwrap_or("");
        assert_eq!(row["If enacted"], Data::String(then.replace('-', " ")));
        let element = elements.get(place).unwrap_or(&serde_json::Value::Null);
        same_figure(&row["Low"], &element["low"]);
        same_figure(&row["High"], &element["high"]);
        match element["verdict"].as_str() {
            Some(verdict) => assert_eq!(row["Found"], Data::String(verdict.to_owned())),
            None => assert_eq!(row["Found"], Data::Empty),
        }
    }
}

/// A figure is a number; where there is none the cell is empty, which is not 0.
fn same_figure(cell: &Data, fact: &serde_json::Value) {
    match (cell, fact.as_f64()) {
        (Data::Float(cell), Some(fact)) => assert!((cell - fact).abs() < 1e-9, "{cell} {fact}"),
        (Data::Empty, None) => {}
        (cell, fact) => panic!("{cell:?} is not {fact:?}"),
    }
}

#[test]
fn it_says_what_the_flat_table_says() {
    let file = "examples/alphaland/alphaland.yaml";
    let csv = assess(&[file], &[&BOTH[..], &["--format", "csv"]].concat());
    let mut reader =
        csv::Reader::from_reader(csv.strip_prefix("\u{feff}".as_bytes()).expect("a mark"));
    let flat: Vec<BTreeMap<String, String>> = reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect();
    let sheets = sheets(alphaland(&[]));
    let findings = rows(&sheets["Findings"]);
    assert_eq!(flat.len(), findings.len());
    for (flat, row) in flat.iter().zip(&findings) {
        assert_eq!(row["Article"].to_string(), flat["cite"]);
        assert_eq!(row["Law"].to_string(), flat["sections"]);
        assert_eq!(row["Gap"].to_string(), flat["gap"]);
        assert_eq!(row["Named first"].to_string(), flat["gate"]);
    }
}

#[test]
fn several_countries_are_on_the_same_sheets_and_each_has_its_charts() {
    let files = [
        "examples/alphaland/alphaland.yaml",
        "examples/ghana/ghana.yaml",
    ];
    let bytes = assess(&files, &[&BOTH[..], &["--format", "xlsx"]].concat());
    let alone = rows(&sheets(alphaland(&[]))["Scores"]).len();
    let both = sheets(bytes.clone());
    for name in ["Findings", "Gaps", "Laws", "Sections", "Scores"] {
        let countries = rows(&both[name]);
        let of = |country: &str| {
            let is = |row: &&BTreeMap<String, Data>| row["Country"] == *country;
            countries.iter().filter(is).count()
        };
        assert!(of("Alphaland") > 0 && of("Ghana") > 0, "{name}");
        assert_eq!(of("Alphaland") + of("Ghana"), countries.len(), "{name}");
    }
    // The second country's first chart begins below the rows of the first country.
    let chart = part(&bytes, "xl/charts/chart6.xml");
    assert!(chart.contains("Ghana"), "{chart:.400}");
    assert!(
        chart.contains(&format!("Scores!$D${}:", alone + 2)),
        "{chart:.2000}"
    );
}

#[test]
fn a_file_given_twice_is_there_twice() {
    let file = "examples/alphaland/alphaland.yaml";
    let once = rows(&sheets(assess(&[file], &["--format", "xlsx"]))["Scores"]).len();
    let twice = rows(&sheets(assess(&[file, file], &["--format", "xlsx"]))["Scores"]).len();
    assert_eq!(twice, 2 * once);
}

#[test]
fn nothing_is_a_formula_and_nothing_is_disguised() {
    let bytes = assess(&[HOSTILE], &["--format", "xlsx"]);
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes.clone())).expect("it is a workbook");
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("the sheet is there");
        assert!(formulas.used_cells().next().is_none(), "{name}");
        let cells = book.worksheet_range(&name).expect("the sheet is there");
        for (_, _, cell) in cells.used_cells() {
            let text = cell.to_string();
            assert!(text.chars().all(is_seen), "{name}: {text:.200}");
        }
    }
    let laws = &rows(&book.worksheet_range("Laws").expect("it is there"))[0];
    assert_eq!(laws["Country"].to_string(), "=cmd|'/c calc'!A1");
    assert_eq!(
        laws["In force since"],
        Data::String("1871-05-15".to_owned())
    );
    assert!(matches!(laws["Consulted"], Data::DateTime(_)));
    // A code for a character, in the text itself, stays text.
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("_x005F_x202E_"));
    for name in ["xl/charts/chart1.xml", "xl/charts/chart2.xml"] {
        assert!(!part(&bytes, name).contains("<c:f>=cmd"), "{name}");
    }
}

fn is_seen(character: char) -> bool {
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && (character == '\n' || !character.is_control())
}

#[test]
fn the_day_of_creation_is_the_day_of_the_report_and_the_bytes_are_the_same() {
    let bytes = alphaland(&["--as-at", "2025-01-31"]);
    let properties = part(&bytes, "docProps/core.xml");
    assert_eq!(properties.matches("2025-01-31T00:00:00Z").count(), 2);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(bytes == alphaland(&["--as-at", "2025-01-31"]));
    assert!(alphaland(&[]) != bytes);
    let list = || run(&["checklists", "list", "--format", "xlsx"]);
    let first = list();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == list());
}

#[test]
fn a_file_gets_the_bytes_that_the_stream_gets() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("r.xlsx").display().to_string();
    run(&["assess", "examples/ghana/ghana.yaml", "-o", &path]);
    let file = std::fs::read(&path).expect("it was written");
    assert!(file == assess(&["examples/ghana/ghana.yaml"], &["--format", "xlsx"]));
}

#[test]
fn reports_without_sheets_of_their_own_have_their_flat_table() {
    for call in [
        &["checklists", "list"][..],
        &["checklists", "show", "budapest"],
        &["checklists", "compare", "budapest", "un-cybercrime"],
        &["checklists", "crosswalk"],
        &[
            "cooperate",
            "examples/alphaland/alphaland.yaml",
            "examples/betaland/betaland.yaml",
        ],
        &[
            "diff",
            "examples/training/start.yaml",
            "examples/training/solution.yaml",
        ],
    ] {
        let sheets = sheets(run(&[call, &["--format", "xlsx"]].concat()));
        assert_eq!(sheets.len(), 2, "the table, and a cover with the title");
        assert!(rows(&sheets["Table"]).len() > 1, "{call:?}");
    }
    let sheets = sheets(run(&["checklists", "list", "--format", "xlsx"]));
    let first = &rows(&sheets["Table"])[0];
    assert!(matches!(first["Requirements"], Data::Float(_)), "{first:?}");
    assert!(matches!(first["Version"], Data::String(_)), "{first:?}");
}

#[test]
fn a_comparison_has_countries_side_by_side_with_verdicts_in_words() {
    let call = [
        "compare",
        "examples/alphaland",
        "examples/betaland",
        "--format",
        "xlsx",
    ];
    let sheets = sheets(run(&call));
    let first = &rows(&sheets["Side by side"])[0];
    let verdict = Data::String("in place".to_owned());
    assert_eq!(first["XBL"], verdict, "{first:?}");
    let scores = &rows(&sheets["Scores"])[0];
    assert!(matches!(scores["Score, low"], Data::Float(_)), "{scores:?}");
    for name in ["Cover", "Common gaps", "Table", "Method"] {
        assert!(sheets.contains_key(name), "{name}");
    }
}

#[test]
fn a_model_law_has_what_it_has_beyond_and_no_laws() {
    let call = ["assess", "--model-law", "un-cybercrime", "--format", "xlsx"];
    let sheets = sheets(run(&call));
    assert!(rows(&sheets["Beyond"]).len() > 1);
    assert!(!sheets.contains_key("Laws"));
}
