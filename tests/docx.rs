//! Word documents: sound packages with real headings, captions, links and pages, whatever the text.

#[path = "docx/house.rs"]
mod house;
#[path = "docx/package.rs"]
mod package;

use std::fs;
use std::process::Command;

use gapcheck::render::{Screen, Template, by_name};
use gapcheck::report::{
    About, Bar, Block, Book, Cell, Column, Document, Facts, Picture, Radar, Report, Row, Segment,
    Sheet, Spoke, Table, Tone,
};
use package::{Parts, WORD, all, parse, unzip, value, words};

/// The document as a file.
fn write(document: Document, template: Option<&Template>) -> Vec<u8> {
    let report = Report {
        document,
        sheet: Sheet::default(),
        book: Book::default(),
        facts: Facts::Nothing,
    };
    let screen = Screen {
        width: 80,
        template,
    };
    let mut out = Vec::new();
    let docx = by_name("docx").expect("the format is there");
    assert!(docx.is_binary() && docx.takes_template());
    docx.render(&report, screen, &mut out)
        .expect("a vector takes everything");
    out
}

fn titled(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.to_owned(),
        blocks,
        ..Document::default()
    }
}

fn heading(level: usize, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
        about: None,
    }
}

fn table(wide: bool, rows: Vec<Row>) -> Block {
    Block::Table(Table {
        caption: Some("What there is".to_owned()),
        wide,
        brief: Vec::new(),
        columns: vec![Column::text("Article", 0), Column::text("Words", 3)],
        rows,
    })
}

fn row(left: &str, right: &str) -> Row {
    Row::of(vec![Cell::plain(left), Cell::plain(right)])
}

/// A report of the program on an example.
fn example(country: &str, more: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.docx");
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(["assess", &format!("examples/{country}/{country}.yaml")])
        .args([
            "--checklist",
            "budapest",
            "--checklist",
            "un-cybercrime",
            "--if-enacted",
            "all",
        ])
        .args(more)
        .arg("--output")
        .arg(&path)
        .output()
        .expect("the program runs");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    fs::read(path).expect("the report is there")
}

#[test]
fn every_example_makes_a_sound_package_with_the_same_bytes_twice() {
    for country in ["alphaland", "betaland", "gammaland", "germany", "ghana"] {
        for form in ["overview", "full"] {
            let first = example(country, &["--form", form]);
            Parts::of(&first);
            assert!(
                first == example(country, &["--form", form]),
                "{country}, {form}"
            );
        }
    }
}

#[test]
fn reports_on_checklists_are_documents_too() {
    let folder = tempfile::tempdir().expect("a folder");
    for call in [
        &["list"][..],
        &["show", "budapest"],
        &["compare", "budapest", "un-cybercrime"],
        &["crosswalk"],
    ] {
        let path = folder.path().join("checklist.docx");
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command
            .arg("checklists")
            .args(call)
            .arg("--output")
            .arg(&path);
        assert!(command.output().expect("the program runs").status.success());
        Parts::of(&fs::read(path).expect("the report is there"));
    }
}

#[test]
fn several_countries_make_one_document_and_no_bookmark_is_there_twice() {
    Parts::of(&example(
        "alphaland",
        &["examples/ghana/ghana.yaml", "--form", "full"],
    ));
}

#[test]
fn contents_are_a_field_that_is_filled_already() {
    let bytes = example("alphaland", &["--form", "full"]);
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let fields: Vec<String> = all(&main, "instrText")
        .map(|node| node.text().unwrap_or_default().trim().to_owned())
        .collect();
    assert!(
        fields.iter().any(|field| field.starts_with("TOC \\o")),
        "{fields:?}"
    );
    let entries: Vec<String> = all(&main, "p")
        .filter(|node| style(*node).starts_with("TOC"))
        .map(words)
        .collect();
    let headings: Vec<String> = all(&main, "p")
        .filter(|node| style(*node).starts_with("Heading"))
        .map(words)
        .collect();
    assert!(entries.len() > 10);
    let mut rest = headings.iter();
    let in_order = entries
        .iter()
        .all(|entry| rest.any(|heading| heading == entry));
    assert!(in_order, "{entries:?}");
    assert!(
        parts
            .text("word/settings.xml")
            .contains("<w:updateFields w:val=\"true\"/>")
    );
}

#[test]
fn an_overview_saves_paper() {
    let overview = Parts::of(&example("alphaland", &[]));
    let full = Parts::of(&example("alphaland", &["--form", "full"]));
    let fields = |parts: &Parts| {
        let main = parts.main();
        let fields = all(&main, "instrText").filter_map(|node| node.text());
        fields.filter(|field| field.contains("TOC")).count()
    };
    assert_eq!((fields(&overview), fields(&full)), (0, 1));
    let size = |parts: &Parts| {
        let styles = parts.text("word/styles.xml");
        let (_, rest) = styles.split_once("<w:sz w:val=\"").expect("a size");
        rest[..2].parse::<u32>().expect("half points")
    };
    assert_eq!((size(&overview), size(&full)), (18, 20));
}

fn style<'t>(paragraph: roxmltree::Node<'t, '_>) -> &'t str {
    let styles = paragraph
        .descendants()
        .find(|node| node.has_tag_name((WORD, "pStyle")));
    styles.map_or("", |node| node.attribute((WORD, "val")).unwrap_or_default())
}

#[test]
fn the_footer_says_as_at_status_classification_and_page() {
    let bytes = example("alphaland", &[]);
    let parts = Parts::of(&bytes);
    for footer in ["word/footer1.xml", "word/footer2.xml"] {
        let tree = parse(parts.text(footer));
        assert_eq!(
            words(tree.root_element()),
            "As at 2026-06-30 · Status: fictional · Classification: publicPage 1 of 1"
        );
        assert!(parts.text(footer).contains(" PAGE ") && parts.text(footer).contains(" NUMPAGES "));
    }
    assert!(
        parts
            .text("docProps/core.xml")
            .contains(">2026-06-30T00:00:00Z</dcterms:created>")
    );
}

#[test]
fn a_footer_of_the_house_can_show_the_date_by_a_field() {
    let bytes = example("alphaland", &[]);
    let parts = Parts::of(&bytes);
    let custom = parse(parts.text("docProps/custom.xml"));
    let said = custom.root_element().children().map(|one| {
        let value = one.first_element_child().and_then(|value| value.text());
        (
            one.attribute("name").unwrap_or_default(),
            value.unwrap_or_default(),
        )
    });
    let said: Vec<_> = said.collect();
    assert_eq!(
        said,
        [
            ("As at", "2026-06-30"),
            ("Status", "fictional"),
            ("Classification", "public")
        ]
    );
}

#[test]
fn tables_repeat_their_header_and_keep_rows_whole() {
    let bytes = write(
        titled(
            "T",
            vec![table(
                false,
                vec![row("Art. 2", "words"), Row::group("Chapter")],
            )],
        ),
        None,
    );
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let rows: Vec<_> = all(&main, "tr").collect();
    let has = |place: usize, name: &str| {
        rows[place]
            .descendants()
            .any(|node| node.has_tag_name((WORD, name)))
    };
    assert!(has(0, "tblHeader") && !has(1, "tblHeader"));
    assert!((0..3).all(|place| has(place, "cantSplit")));
    assert!(has(2, "gridSpan") && has(2, "keepNext"));
}

#[test]
fn captions_are_numbered_by_fields() {
    let picture = Block::Picture(Picture {
        caption: "Bars".to_owned(),
        bars: Vec::new(),
    });
    let blocks = vec![table(false, Vec::new()), table(false, Vec::new()), picture];
    let bytes = write(titled("T", blocks), None);
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let captions: Vec<String> = all(&main, "p")
        .filter(|node| style(*node) == "Caption")
        .map(words)
        .collect();
    assert_eq!(
        captions,
        [
            "Table 1. What there is",
            "Table 2. What there is",
            "Figure 1. Bars"
        ]
    );
    assert!(
        parts
            .text("word/document.xml")
            .contains("SEQ Table \\* ARABIC")
    );
}

/// The width of each section's pages, and the words in it.
fn sections(main: &roxmltree::Document<'_>) -> Vec<(bool, String)> {
    let mut sections = Vec::new();
    let mut text = String::new();
    let body = main.root_element().first_element_child().expect("a body");
    for node in body.children() {
        text.push_str(&words(node));
        if let Some(end) = node
            .descendants()
            .find(|one| one.has_tag_name((WORD, "sectPr")))
        {
            let size = end
                .children()
                .find(|one| one.has_tag_name((WORD, "pgSz")))
                .expect("a size");
            let number = |name: &str| value(size, name).parse::<u32>().expect("a number");
            let turned = value(size, "orient") == "landscape";
            assert_eq!(turned, number("w") > number("h"));
            sections.push((turned, std::mem::take(&mut text)));
        }
    }
    sections
}

#[test]
fn wide_tables_have_pages_turned_sideways_with_their_headings() {
    let paragraph = |text: &str| Block::Paragraph(text.to_owned());
    let blocks = vec![
        heading(1, "Before"),
        paragraph("upright"),
        heading(1, "Annex"),
        heading(2, "One"),
        table(true, vec![row("a", "b")]),
        heading(2, "Two"),
        table(true, vec![row("c", "d")]),
        paragraph("below"),
        heading(1, "After"),
        paragraph("again"),
    ];
    let bytes = write(titled("T", blocks), None);
    let parts = Parts::of(&bytes);
    let found = sections(&parts.main());
    assert_eq!(
        found.iter().map(|(turned, _)| *turned).collect::<Vec<_>>(),
        [false, true, false]
    );
    assert!(found[0].1.ends_with("Beforeupright"), "{}", found[0].1);
    assert!(
        found[1].1.starts_with("AnnexOne") && found[1].1.ends_with("below"),
        "{}",
        found[1].1
    );
    assert_eq!(found[2].1, "Afteragain");
}

#[test]
fn columns_fill_the_page_and_no_more() {
    let long = "w".repeat(10_000);
    for wide in [false, true] {
        let rows = vec![row("Art. 1", &long), row(&long, "x")];
        let bytes = write(titled("T", vec![table(wide, rows)]), None);
        let parts = Parts::of(&bytes);
        let main = parts.main();
        let widths: Vec<u32> = all(&main, "gridCol")
            .map(|node| value(node, "w").parse().expect("a number"))
            .collect();
        let total: u32 = widths.iter().sum();
        let room = if wide { 16838 } else { 11906 } - 2 * 1247;
        assert!(total <= room && total + 5 > room, "{widths:?}");
        assert!(widths.iter().all(|width| *width > 700), "{widths:?}");
    }
}

const HOSTILE: &str = "<script>alert(1)</script> ]]> &#0; \u{1}\u{8}\u{1b}[31m\u{fffe}\u{feff} \u{202e}txet\u{202c} \u{2066}x\u{2069} {DDEAUTO c}";

/// A block of each kind, full of hostile text.
fn hostile() -> Document {
    let long = format!("{HOSTILE} {}", "x".repeat(10_000));
    let about = About {
        anchor: long.clone(),
        verdict: Tone::Unknown,
        chapter: String::new(),
        laws: Vec::new(),
    };
    let cell = |tone: Tone| Cell::toned(long.clone(), tone).to(long.clone());
    let bar = Bar {
        label: long.clone(),
        segments: vec![Segment {
            tone: Tone::Unknown,
            count: 3,
        }],
    };
    let blocks = vec![
        Block::Heading {
            level: 9,
            text: long.clone(),
            about: Some(about.clone()),
        },
        Block::Paragraph(long.clone()),
        Block::Notice(long.clone()),
        Block::Quotation {
            words: long.clone(),
            source: long.clone(),
            language: None,
        },
        Block::List(vec![cell(Tone::Plain), cell(Tone::Missing)]),
        Block::Facts(vec![(long.clone(), cell(Tone::Faint))]),
        table(
            true,
            vec![
                row(&long, &long).about(about),
                Row::group(long.clone()),
                Row::of(Vec::new()),
            ],
        ),
        Block::Picture(Picture {
            caption: long.clone(),
            bars: vec![bar],
        }),
        Block::Radar(Radar {
            caption: long.clone(),
            spokes: Vec::new(),
        }),
    ];
    let mut document = titled(&long, blocks);
    document.imprint.status = Some(long.clone());
    document.imprint.classification = Some(long);
    document
}

#[test]
fn hostile_text_stays_text() {
    let bytes = write(hostile(), None);
    let parts = Parts::of(&bytes);
    for (name, content) in &parts.0 {
        let Ok(text) = std::str::from_utf8(content) else {
            continue;
        };
        assert!(!text.contains("<script"), "{name}");
        let harmless = |one: char| {
            (!one.is_control() || one == '\n')
                && !matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}')
        };
        assert!(text.chars().all(harmless), "{name}");
    }
    let main = parts.main();
    for field in all(&main, "instrText") {
        let first = field
            .text()
            .unwrap_or_default()
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(
            ["TOC", "PAGEREF", "SEQ"].contains(&first.as_str()),
            "{first}"
        );
    }
    // What stands on every page stays on one line.
    for name in ["word/header1.xml", "word/footer1.xml"] {
        assert!(
            words(parse(parts.text(name)).root_element())
                .chars()
                .count()
                < 140
        );
    }
}

#[test]
fn a_document_of_nothing_is_sound() {
    Parts::of(&write(Document::default(), None));
    Parts::of(&write(titled("T", vec![table(true, Vec::new())]), None));
}

#[test]
fn what_is_not_known_is_hatched_and_what_was_not_measured_is_a_gap() {
    let bar = |label: &str, count: usize| Bar {
        label: label.to_owned(),
        segments: vec![
            Segment {
                tone: Tone::InPlace,
                count: 1,
            },
            Segment {
                tone: Tone::Unknown,
                count,
            },
        ],
    };
    let spoke = |label: &str, interval: Option<(f64, f64)>| Spoke {
        label: label.to_owned(),
        interval,
    };
    let blocks = vec![
        Block::Picture(Picture {
            caption: "Bars".to_owned(),
            bars: vec![bar("One", 2), bar("Two", 0)],
        }),
        Block::Radar(Radar {
            caption: "Wheel".to_owned(),
            spokes: vec![
                spoke("A", Some((0.0, 0.5))),
                spoke("B", None),
                spoke("C", Some((1.0, 1.0))),
            ],
        }),
    ];
    let bytes = write(titled("T", blocks), None);
    let parts = Parts::of(&bytes);
    let bars = parts.text("word/charts/chart1.xml");
    let unknown = bars
        .split("<c:ser>")
        .find(|series| series.contains("? not determined"))
        .expect("a series");
    assert!(unknown.contains("<a:pattFill"));
    assert!(
        !bars.contains("not applicable"),
        "what never occurs is no part of the legend"
    );
    let wheel = parts.text("word/charts/chart2.xml");
    assert_eq!(
        wheel
            .matches("<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>0</c:v></c:pt><c:pt idx=\"2\">")
            .count(),
        1
    );
    let described = parts.text("word/document.xml");
    assert!(
        described.contains("descr=\"Bars. One: 1 in place, 2 not determined. Two: 1 in place.\"")
    );
    assert!(described.contains("descr=\"Wheel. A: 0–50 %. B: nothing measured. C: 100 %.\""));
    let book = unzip(&parts.0["word/embeddings/figures2.xlsx"]);
    let sheet = String::from_utf8_lossy(&book["xl/worksheets/sheet1.xml"]).into_owned();
    parse(&sheet);
    assert!(sheet.contains("<c r=\"B3\"/><c r=\"C3\"/>"), "{sheet}");
}

#[test]
fn text_from_right_to_left_runs_from_right_to_left() {
    let arabic = "يعاقب بالحبس (Article 3) كل من دخل";
    let blocks = vec![
        Block::Quotation {
            words: arabic.to_owned(),
            source: "code s. 3".to_owned(),
            language: Some("ar".to_owned()),
        },
        Block::Paragraph("Law 5 (قانون) of 2001".to_owned()),
        table(false, vec![row("a", arabic)]),
    ];
    let bytes = write(titled("T", blocks), None);
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let turned: Vec<String> = all(&main, "bidi")
        .map(|node| words(node.ancestors().nth(2).expect("a paragraph")))
        .collect();
    assert_eq!(turned, [format!("“{arabic}”"), arabic.to_owned()]);
    let runs: Vec<String> = all(&main, "rtl")
        .map(|node| words(node.ancestors().nth(2).expect("a run")))
        .collect();
    assert!(runs.contains(&"قانون".to_owned()), "{runs:?}");
    assert!(!runs.iter().any(|run| run.contains("Article")), "{runs:?}");
}

#[test]
fn links_lead_to_what_is_there_and_others_are_plain_text() {
    let about = |anchor: &str| About {
        anchor: anchor.to_owned(),
        verdict: Tone::Missing,
        chapter: String::new(),
        laws: Vec::new(),
    };
    let far = format!("budapest/{}", "long-name/".repeat(9));
    let item = Cell::plain("Ensure that it is so (Budapest Art. 2(1); here).");
    let blocks = vec![
        Block::List(vec![
            item.clone().to(far.clone()),
            item.to("nowhere".to_owned()),
        ]),
        table(
            false,
            vec![
                row("a", "b").about(about("budapest/art-1")),
                row("c", "d").about(about(&far)),
            ],
        ),
    ];
    let bytes = write(titled("T", blocks), None);
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let links: Vec<(String, &str)> = all(&main, "hyperlink")
        .map(|node| (words(node), value(node, "anchor")))
        .collect();
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].0, "here");
    let target = all(&main, "bookmarkStart")
        .find(|node| value(*node, "name") == links[0].1)
        .expect("a bookmark");
    assert_eq!(words(target.parent().expect("a paragraph")), "c");
}

#[test]
fn what_is_sent_on_is_binary_and_a_template_wants_a_word_document() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command
            .args(["assess", "tests/cli/country.yaml"])
            .args(arguments);
        command.output().expect("the program runs")
    };
    let piped = run(&["--format", "docx"]);
    assert_eq!(piped.status.code(), Some(0));
    Parts::of(&piped.stdout);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("house.docx");
    fs::write(&path, house::house()).expect("it is written");
    let path = path.display().to_string();
    let refused = run(&["--template", &path]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("`--template` is for Word documents")
    );
    fs::write(&path, b"no zip").expect("it is written");
    let refused = run(&["--format", "docx", "--template", &path]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("it is no Word document: open it"));
}
