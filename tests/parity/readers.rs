//! What each format says of each requirement, read back from its bytes.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader as _, Xlsx};

/// A requirement's cite, its verdict in words, and its score as people read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub cite: String,
    pub verdict: String,
    pub score: String,
}

type Reader = fn(&[u8]) -> Vec<Said>;

/// The formats that are read back; the first is what the others are compared with.
pub const READERS: &[(&str, Reader)] = &[
    ("json", json),
    ("csv", csv),
    ("markdown", markdown),
    ("docx", docx),
    ("xlsx", xlsx),
    ("html", html),
];

/// `41–58 %`: the ends rounded outwards, as the reports say they are.
fn percent(score: Option<(f64, f64)>) -> String {
    match score {
        None => "–".to_owned(),
        Some((low, high)) if high - low < 1e-9 => format!("{:.0} %", low * 100.0),
        Some((low, high)) => {
            let low = (low * 100.0 + 1e-9).floor();
            let high = (high * 100.0 - 1e-9).ceil();
            format!("{low:.0}–{high:.0} %")
        }
    }
}

fn json(bytes: &[u8]) -> Vec<Said> {
    let report: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let checklists = report["checklists"].as_array().unwrap().iter();
    let requirements = checklists.flat_map(|one| one["requirements"].as_array().unwrap());
    requirements
        .map(|one| Said {
            cite: one["cite"].as_str().unwrap().to_owned(),
            verdict: one["verdict"].as_str().unwrap().replace('-', " "),
            score: percent(one["score"].as_object().map(|score| {
                let end = |key: &str| score[key].as_f64().unwrap();
                (end("low"), end("high"))
            })),
        })
        .collect()
}

fn csv(bytes: &[u8]) -> Vec<Said> {
    let text = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text);
    let columns = reader.headers().unwrap().clone();
    let place = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let names = [
        "checklist",
        "requirement",
        "cite",
        "verdict",
        "score-low",
        "score-high",
    ];
    let places = names.map(place);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        places.map(|place| row[place].to_owned())
    });
    let mut rows: Vec<[String; 6]> = rows.collect();
    rows.dedup();
    rows.into_iter()
        .map(|[_, _, cite, verdict, low, high]| Said {
            cite,
            verdict: verdict.replace('-', " "),
            score: percent(low.parse().ok().zip(high.parse().ok())),
        })
        .collect()
}

/// The rows of every table with these columns: article, subject, verdict, score, what it could be, law.
fn at_a_glance(tables: impl IntoIterator<Item = Vec<Vec<String>>>) -> Vec<Said> {
    const COLUMNS: [&str; 6] = ["Article", "Subject", "Verdict", "Score", "Could be", "Law"];
    let mut said = Vec::new();
    for table in tables {
        let mut rows = table.into_iter();
        if rows.next().is_none_or(|head| head != COLUMNS) {
            continue;
        }
        for row in rows {
            // A space at which no line ends is a matter of looks.
            let row: Vec<String> = row.iter().map(|cell| cell.replace('\u{a0}', " ")).collect();
            // A heading over the rows of a chapter has one cell, or one that is not empty.
            if row.len() == COLUMNS.len() && !row[2].is_empty() {
                said.push(Said::of(&row[0], &row[2], &row[3]));
            }
        }
    }
    said
}

/// The same where rows stand side by side, with a gap between them, and are read lane by lane.
fn in_lanes(tables: impl IntoIterator<Item = Vec<Vec<String>>>) -> Vec<Said> {
    let mut said = Vec::new();
    for table in tables {
        let lane = ["Article", "Verdict", "Score"];
        let Some(head) = table.first() else {
            continue;
        };
        let is_lanes =
            |head: &[String]| head.chunks(4).all(|part| part[..part.len().min(3)] == lane);
        if !is_lanes(head) {
            continue;
        }
        for group in table[1..].chunk_by(|one, other| one.len() == other.len()) {
            for at in (0..head.len()).step_by(4) {
                let rows = group.iter().filter(|row| row.len() == head.len());
                for row in rows.filter(|row| !row[at].is_empty()) {
                    let cite = row[at].replace('\u{a0}', " ");
                    said.push(Said::of(&cite, &row[at + 1], &row[at + 2]));
                }
            }
        }
    }
    said
}

impl Said {
    /// What a table says; the marks of what is named first, and of what is optional, are no part of an article's name.
    fn of(cite: &str, signed: &str, score: &str) -> Self {
        Self {
            cite: cite.trim_end_matches([' ', '!', '*']).to_owned(),
            verdict: verdict(signed),
            score: score.to_owned(),
        }
    }
}

/// `? not determined (not or in place)` is `not determined`.
fn verdict(text: &str) -> String {
    let (_, words) = text.split_once(' ').expect("a sign before the words");
    let (words, _) = words.split_once(" (").unwrap_or((words, ""));
    words.to_owned()
}

fn markdown(bytes: &[u8]) -> Vec<Said> {
    let text = std::str::from_utf8(bytes).unwrap();
    let tables = text.split("\n\n").filter(|block| block.starts_with('|'));
    at_a_glance(tables.map(|table| {
        let lines = table.lines().filter(|line| !line.starts_with("| ---"));
        lines.map(cells_of_markdown).collect()
    }))
}

fn cells_of_markdown(line: &str) -> Vec<String> {
    let inner = line.trim_start_matches("| ").trim_end_matches(" |");
    let cells = inner.split(" | ");
    cells
        .map(|cell| {
            // A place to jump to stands before the text.
            let text = cell.rsplit("</a>").next().unwrap_or(cell);
            text.replace('\\', "").trim().to_owned()
        })
        .collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn docx(bytes: &[u8]) -> Vec<Said> {
    let text = part(bytes, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let tables = document.descendants().filter(|node| named(node, "tbl"));
    in_lanes(tables.map(|table| {
        let rows = table.children().filter(|node| named(node, "tr"));
        rows.map(|row| {
            let cells = row.children().filter(|node| named(node, "tc"));
            cells
                .map(|cell| {
                    let texts = cell.descendants().filter(|node| named(node, "t"));
                    texts.filter_map(|node| node.text()).collect::<String>()
                })
                .collect()
        })
        .collect()
    }))
}

/// The sheet with a row for each element, whose first columns are about its requirement.
fn xlsx(bytes: &[u8]) -> Vec<Said> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let findings = book.worksheet_range("Findings").unwrap();
    let mut rows = findings.rows();
    let head = rows.next().unwrap();
    let place = |name: &str| head.iter().position(|cell| *cell == *name).unwrap();
    let names = [
        "Instrument",
        "Article",
        "Subject",
        "Verdict",
        "Score, low",
        "Score, high",
    ];
    let places = names.map(place);
    let mut requirements: Vec<[Data; 6]> = rows
        .map(|row| places.map(|place| row[place].clone()))
        .collect();
    requirements.dedup();
    let requirements = requirements.into_iter();
    requirements
        .map(|[_, cite, _, verdict, low, high]| Said {
            cite: cite.to_string(),
            verdict: verdict.to_string(),
            score: percent(low.as_f64().zip(high.as_f64())),
        })
        .collect()
}

fn html(bytes: &[u8]) -> Vec<Said> {
    let text = std::str::from_utf8(bytes).unwrap();
    // What a browser reads as a program is no XML.
    let (page, program) = text.split_once("<script>").unwrap();
    let (_, rest) = program.split_once("</script>").unwrap();
    let text = format!("{page}{rest}");
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let page = roxmltree::Document::parse_with_options(&text, options).unwrap();
    let tables = page.descendants().filter(|node| node.has_tag_name("table"));
    at_a_glance(tables.map(|table| {
        let rows = table.descendants().filter(|node| node.has_tag_name("tr"));
        rows.map(|row| {
            let cells = row.children().filter(|node| {
                (node.has_tag_name("td") || node.has_tag_name("th"))
                    && node.attribute("class") != Some("copy")
            });
            cells
                .map(|cell| {
                    let texts = cell.descendants().filter(roxmltree::Node::is_text);
                    let text: String = texts.filter_map(|node| node.text()).collect();
                    text.trim().to_owned()
                })
                .collect()
        })
        .collect()
    }))
}
