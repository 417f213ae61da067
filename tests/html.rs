//! The page for browsers: sound, complete without a network, the same every time, and deaf to whatever a file says.

#[path = "html/page.rs"]
mod page;

use std::fs;
use std::path::Path;
use std::process::Command;

use gapcheck::render::{Screen, by_name};
use gapcheck::report::{
    About, Bar, Block, Book, Cell, Column, Document, Facts, Picture, Radar, Report, Row, Segment,
    Sheet, Spoke, Table, Tone,
};
use page::Page;
use proptest::prelude::*;

const COUNTRIES: [&str; 5] = ["alphaland", "betaland", "gammaland", "germany", "ghana"];

/// The document as a page.
fn write(document: Document) -> String {
    let report = Report {
        document,
        sheet: Sheet::default(),
        book: Book::default(),
        facts: Facts::Nothing,
    };
    let screen = Screen {
        width: 80,
        template: None,
    };
    let mut out = Vec::new();
    let html = by_name("html").expect("the format is there");
    html.render(&report, screen, &mut out)
        .expect("a vector takes everything");
    String::from_utf8(out).expect("pages are UTF-8")
}

/// What the program writes.
fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .args(["--format", "html"])
        .output()
        .expect("the program runs");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("pages are UTF-8")
}

/// The report on an example, against two conventions and with its bills.
fn example(country: &str, form: &str) -> String {
    run(&[
        "assess",
        &format!("examples/{country}/{country}.yaml"),
        "--checklist",
        "budapest",
        "--checklist",
        "un-cybercrime",
        "--if-enacted",
        "all",
        "--form",
        form,
    ])
}

#[test]
fn every_example_makes_a_sound_page_with_the_same_bytes_twice() {
    for country in COUNTRIES {
        for form in ["overview", "full"] {
            let text = example(country, form);
            Page::of(&text).check();
            assert!(text == example(country, form), "{country}, {form}");
        }
    }
}

#[test]
fn every_other_report_is_a_page_too() {
    for call in [
        &["checklists", "list"][..],
        &["checklists", "show", "budapest"],
        &["checklists", "compare", "budapest", "un-cybercrime"],
        &["checklists", "crosswalk"],
        &["assess", "--model-law", "un-cybercrime", "--form", "full"],
    ] {
        Page::of(&run(call)).check();
    }
}

#[test]
fn several_countries_make_one_page_and_each_link_leads_to_its_own_country() {
    let text = run(&[
        "assess",
        "examples/alphaland/alphaland.yaml",
        "examples/ghana/ghana.yaml",
        "--form",
        "full",
    ]);
    let page = Page::of(&text);
    page.check();
    for (link, number) in page.links_with_place() {
        if let Some(rest) = link.strip_prefix("report-") {
            assert!(
                rest.starts_with(&format!("{number}/")),
                "{link} stands in report {number}"
            );
        }
    }
}

#[test]
fn a_gap_leads_to_its_row_in_the_table_of_correspondence() {
    let text = example("alphaland", "full");
    let page = Page::of(&text);
    let links = page.links();
    let to_rows: Vec<&String> = links
        .iter()
        .filter(|link| link.contains("/correspondence/"))
        .collect();
    assert!(to_rows.len() > 100, "only {}", to_rows.len());
    for link in to_rows {
        assert_eq!(page.element(link).tag_name().name(), "tr", "{link}");
    }
}

/// What someone might write into a file to do harm to its readers.
const HOSTILE: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; } body { display: none } </style>",
    "]]> <!-- --> <![CDATA[ &#60;b&#62; &amp; {{ title }} {% if %}",
    "\u{202e}gnp.exe\u{202c} \u{2066}isolated\u{2069} \u{0}\u{7}\u{1b}[31m\u{9b}\u{fffe}",
    "javascript:alert(1)",
    "المادة ٣ من القانون رقم 12 \u{202d}لسنة 2016",
    "Zeile eins\r\nZeile zwei\u{2028}Zeile drei\tTab",
];

/// A document that says this text wherever it can.
fn says(text: &str) -> Document {
    let about = |tail: &str| About {
        anchor: format!("{text}{tail}"),
        verdict: Tone::Partly,
        chapter: text.to_owned(),
        laws: vec![text.to_owned()],
    };
    let cell = || Cell::toned(text, Tone::Strong).to(text.to_owned());
    let mut document = Document {
        title: text.to_owned(),
        ..Document::default()
    };
    document.imprint.status = Some(text.to_owned());
    document.imprint.classification = Some(text.to_owned());
    document.facts(vec![("Label", text.to_owned())]);
    document.blocks.push(Block::Notice(text.to_owned()));
    document.heading_about(1, text, about(""));
    document.heading(4, text);
    document.paragraph(text);
    document.blocks.push(Block::Quotation {
        words: text.to_owned(),
        source: text.to_owned(),
        language: Some(text.to_owned()),
    });
    document.list(vec![
        cell(),
        Cell::toned(format!("■ {text}"), Tone::InPlace),
    ]);
    document.blocks.push(Block::Table(Table {
        caption: Some(text.to_owned()),
        wide: true,
        brief: Vec::new(),
        columns: vec![
            Column::text(text, 0),
            Column::text(text, 2),
            Column::figures(text),
        ],
        rows: vec![
            Row::group(text).about(about("/group")),
            Row::of(vec![
                cell(),
                Cell::toned(text, Tone::Faint),
                Cell::plain(text),
            ])
            .about(about("/row")),
            Row::of(vec![Cell::plain(""), Cell::plain(text)]).about(about("/row")),
        ],
    }));
    document.blocks.push(Block::Picture(Picture {
        caption: text.to_owned(),
        bars: vec![Bar {
            label: text.to_owned(),
            segments: vec![Segment {
                tone: Tone::Unknown,
                count: 3,
            }],
        }],
    }));
    let spoke = |interval| Spoke {
        label: text.to_owned(),
        interval,
    };
    document.blocks.push(Block::Radar(Radar {
        caption: text.to_owned(),
        spokes: vec![
            spoke(Some((0.0, 1.0))),
            spoke(None),
            spoke(Some((0.5, 0.5))),
        ],
    }));
    document
}

#[test]
fn hostile_text_stays_text() {
    for text in HOSTILE {
        let html = write(says(text));
        let page = Page::of(&html);
        page.check();
        assert_eq!(page.scripts(), 1, "{text}");
        assert_eq!(page.with_attribute("onerror"), 0, "{text}");
    }
}

#[test]
fn a_word_of_10000_characters_can_be_broken_and_copied() {
    let word = "x".repeat(10_000);
    let html = write(says(&word));
    let page = Page::of(&html);
    page.check();
    let longest = page
        .texts()
        .into_iter()
        .flat_map(|text| text.split_whitespace().map(str::len).collect::<Vec<_>>());
    // Titles and labels in pictures are cut; everything else may break every few characters.
    assert!(longest.max().unwrap_or(0) <= 24, "a long word can't break");
    assert!(page.whole_text("h1").contains(&word));
}

#[test]
fn hostile_files_make_harmless_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("hostile.yaml");
    fs::copy(
        "tests/diagnostics/model-law.yaml",
        folder.path().join("model-law.yaml"),
    )
    .expect("it can be copied");
    let text = fs::read_to_string("tests/html/hostile.yaml").expect("the file is there");
    fs::write(&path, text.replace("LONG", &"W".repeat(10_000))).expect("the file can be written");
    let model_law = folder.path().join("model-law.yaml");
    for form in ["overview", "full"] {
        let html = run(&[
            "assess",
            &path.display().to_string(),
            "--checklist",
            &model_law.display().to_string(),
            "--form",
            form,
        ]);
        let page = Page::of(&html);
        page.check();
        assert_eq!(page.scripts(), 1);
        assert_eq!(page.with_attribute("onerror"), 0);
        assert!(
            html.contains("&lt;script&gt;"),
            "what the file says is shown"
        );
        assert!(html.contains(r#"dir="auto""#));
    }
}

#[test]
fn quotations_say_their_language_where_it_is_another() {
    let html = example("germany", "full");
    assert!(html.contains(r#"<blockquote dir="auto" lang="de">"#));
    assert!(!example("alphaland", "full").contains(r#"auto" lang="#));
}

#[test]
fn empty_documents_are_pages() {
    Page::of(&write(Document::default())).check();
    let mut document = Document::default();
    document.heading(9, "");
    document.table(Vec::new(), Vec::new());
    document.blocks.push(Block::Picture(Picture {
        caption: String::new(),
        bars: Vec::new(),
    }));
    for spokes in 0..3 {
        document.blocks.push(Block::Radar(Radar {
            caption: String::new(),
            spokes: (0..spokes)
                .map(|_| Spoke {
                    label: String::new(),
                    interval: None,
                })
                .collect(),
        }));
    }
    Page::of(&write(document)).check();
}

#[test]
fn a_spoke_that_was_not_measured_is_no_zero() {
    let mut document = Document::default();
    let spoke = |label: &str, interval| Spoke {
        label: label.to_owned(),
        interval,
    };
    document.blocks.push(Block::Radar(Radar {
        caption: "Score".to_owned(),
        spokes: vec![
            spoke("Prevention", None),
            spoke("Detection", Some((0.2, 0.4))),
            spoke("Investigation", Some((0.4, 0.6))),
            spoke("Cooperation", Some((0.0, 0.0))),
        ],
    }));
    let html = write(document);
    assert!(html.contains(
        "Prevention: nothing measured; Detection: 20–40 %; Investigation: 40–60 %; Cooperation: 0 %"
    ));
    // Between four spokes of which one was not measured there are two pieces, and no line leads to the one.
    assert_eq!(html.matches(r#"class="certain" points"#).count(), 2);
    assert_eq!(html.matches(r#"class="range""#).count(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_document_says_the_page_is_sound(text in any::<String>()) {
        Page::of(&write(says(&text))).check();
    }
}

/// A small report in full, without style and script.
#[test]
fn a_small_report() {
    for form in ["overview", "full"] {
        let html = run(&[
            "assess",
            "tests/cli/country.yaml",
            "--checklist",
            "tests/diagnostics/model-law.yaml",
            "--form",
            form,
        ]);
        insta::assert_snapshot!(
            format!("small_{form}"),
            page::without_style_and_script(&html)
        );
    }
}

/// The policy of the page allows one script, by its hash.
#[test]
fn the_hash_is_that_of_the_script() {
    let html = write(Document::default());
    let script = page::between(&html, "<script>", "</script>");
    let hash = page::hash(script);
    let policy = page::between(&html, "script-src '", "'");
    assert_eq!(
        policy, hash,
        "set SCRIPT_HASH in src/render/html/mod.rs to this"
    );
    let source =
        fs::read_to_string(Path::new("src/render/html/script.js")).expect("the script is there");
    assert_eq!(script, source);
}
