//! A plan as lines over time, in every format: what is certain is full, what may still be needed is hatched, and the months stand beside it.

#[expect(dead_code, reason = "other tests ask more of a page")]
#[path = "html/page.rs"]
mod page;

use std::io::Read;

use gapcheck::render::{Screen, by_name};
use gapcheck::report::{Block, Book, Cell, Document, Facts, Gantt, GanttRow, Report, Sheet};
use page::Page;

fn row(group: &str, label: &str, after: &str, begin: u32, end: (u32, u32)) -> GanttRow {
    GanttRow {
        group: group.to_owned(),
        label: Cell::plain(label),
        after: after.to_owned(),
        begin,
        end,
    }
}

/// Four lines in three phases.
fn plan() -> Gantt {
    let (short, medium, long) = (
        "Short term: within 1 year",
        "Medium term: 1 to 3 years",
        "Long term: over 3 years",
    );
    Gantt {
        caption: "The measures over time, in months from the start".to_owned(),
        marks: vec![(12, "1 year".to_owned()), (36, "3 years".to_owned())],
        rows: vec![
            row(
                short,
                "1. Amend the definitions of the Cybercrime Act, so that a computer system is what the instruments mean by it",
                "",
                0,
                (6, 9),
            ),
            row(
                short,
                "2. Name a contact point for 24 hours a day",
                "",
                0,
                (2, 2),
            ),
            row(
                medium,
                "3. Add the powers to preserve and to search to the Criminal Procedure Code",
                "after 1",
                9,
                (18, 24),
            ),
            row(
                long,
                "4. Train prosecutors and judges",
                "after 1 and 3",
                24,
                (30, 42),
            ),
        ],
    }
}

fn write(gantt: Gantt, format: &str, width: usize) -> Vec<u8> {
    let report = Report {
        document: Document {
            title: "Plan".to_owned(),
            blocks: vec![Block::Gantt(gantt)],
            ..Document::default()
        },
        sheet: Sheet::default(),
        book: Book::default(),
        facts: Facts::Nothing,
    };
    let screen = Screen {
        width,
        template: None,
    };
    let mut out = Vec::new();
    let format = by_name(format).expect("the format is there");
    let written = format.render(&report, screen, &mut out);
    written.expect("a vector takes everything");
    out
}

fn text(format: &str, width: usize) -> String {
    String::from_utf8(write(plan(), format, width)).expect("it is text")
}

/// Without the colours.
fn plain(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    out
}

#[test]
fn on_a_narrow_screen() {
    let text = plain(&text("terminal", 80));
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    insta::assert_snapshot!(text);
}

#[test]
fn on_a_wide_screen() {
    let text = plain(&text("terminal", 160));
    assert!(text.lines().all(|line| line.chars().count() <= 160));
    insta::assert_snapshot!(text);
}

#[test]
fn in_markdown() {
    insta::assert_snapshot!(text("markdown", 80));
}

#[test]
fn in_typst() {
    let source = text("typst", 80);
    let body = source.split("#gantt(").last().expect("the picture");
    insta::assert_snapshot!(body);
}

/// Every line has a picture of its own with its months in words; nothing is said by colour alone.
#[test]
fn on_a_page_for_browsers() {
    let html = text("html", 80);
    Page::of(&html).check();
    let begin = html.find("<figure class=\"gantt\"").expect("the picture");
    let end = html.find("</main>").expect("the end of the page");
    insta::assert_snapshot!(&html[begin..end]);
}

/// The text of the cells of each row of the only table, and `#` for a full cell.
fn table_of(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a package");
    let mut main = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the main part");
    part.read_to_string(&mut main).expect("it is text");
    let tree = roxmltree::Document::parse(&main).expect("it is XML");
    let named = |node: roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let mut out = String::new();
    for row in tree.descendants().filter(|node| named(*node, "tr")) {
        for cell in row.children().filter(|node| named(*node, "tc")) {
            let texts = cell.descendants().filter(|node| named(*node, "t"));
            let text: String = texts.filter_map(|node| node.text()).collect();
            let is_full = cell
                .descendants()
                .filter(|node| named(*node, "shd"))
                .any(|node| node.attributes().any(|one| one.value() == "2F4A7A"));
            out.push_str(if is_full { "#" } else { &text });
            out.push('|');
        }
        out.push('\n');
    }
    out
}

#[test]
fn in_a_document_for_word_processors() {
    insta::assert_snapshot!(table_of(&write(plan(), "docx", 80)));
}

/// However long it takes, it fits, and whatever it is called.
#[test]
fn nothing_breaks_a_picture() {
    let hostile = "</svg><script>alert(1)</script> #include \"x\" | `a` [b](c)";
    for (begin, end) in [(0, (0, 0)), (9, (3, 1)), (0, (1, 4000)), (u32::MAX, (0, 0))] {
        for format in ["terminal", "markdown", "typst", "html", "docx"] {
            let gantt = Gantt {
                caption: hostile.to_owned(),
                marks: vec![(0, hostile.to_owned()), (5000, String::new())],
                rows: vec![row(hostile, hostile, hostile, begin, end)],
            };
            let bytes = write(gantt, format, 40);
            assert!(bytes.len() < 1_000_000, "{format}");
            if format == "html" {
                Page::of(&String::from_utf8(bytes).expect("a page")).check();
            }
        }
    }
}
