//! What the pages of a PDF say, read from their text.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use gapcheck::render::{Screen, by_name};
use gapcheck::report::Report;

use crate::readers::Said;

/// The verdicts in words, the longer ones first where one is the end of another.
const VERDICTS: [(&str, &str); 5] = [
    ("■", "in place"),
    ("◧", "partly in place"),
    ("□", "not in place"),
    ("–", "not applicable"),
    ("?", "not determined"),
];

/// The text of the pages that Typst makes of a report. Whoever lacks a program that this needs is told so, and has failed.
pub fn text(report: &Report) -> String {
    let mut source = Vec::new();
    let screen = Screen {
        width: 80,
        template: None,
    };
    let typst = by_name("typst").unwrap();
    typst.render(report, screen, &mut source).unwrap();
    let pages = run(&["typst", "compile", "--format", "pdf", "-", "-"], &source);
    let text = run(&["pdftotext", "-layout", "-", "-"], &pages);
    String::from_utf8(text).unwrap()
}

fn run(call: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(call[0])
        .args(&call[1..])
        .env("SOURCE_DATE_EPOCH", "1000000000")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{} is needed, see .ci/pages: {error}", call[0]));
    let mut pipe = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            pipe.write_all(input).unwrap();
        });
        child.wait_with_output().unwrap()
    });
    assert!(output.status.success(), "{} failed", call[0]);
    output.stdout
}

/// Everything of the form *article, sign, verdict, score*, where the article is one of these.
pub fn said(text: &str, cites: &BTreeSet<String>) -> Vec<Said> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let found = (0..tokens.len()).filter_map(|place| {
        let (_, verdict) = VERDICTS.iter().find(|(sign, _)| *sign == tokens[place])?;
        let words: Vec<&str> = verdict.split(' ').collect();
        let after = place + 1 + words.len();
        if tokens.get(place + 1..after)? != words {
            return None;
        }
        let score = match (tokens.get(after)?, tokens.get(after + 1)) {
            (&"–", _) => "–".to_owned(),
            (figures, Some(&"%")) => format!("{figures} %"),
            // A narrow space is none to the reader of the page.
            (figures, _) => format!("{} %", figures.strip_suffix('%')?),
        };
        let cite = cite_before(&tokens[..place], cites)?;
        Some(Said {
            cite,
            verdict: (*verdict).to_owned(),
            score,
        })
    });
    found.collect()
}

/// The article whose name ends here, but for its mark.
fn cite_before(tokens: &[&str], cites: &BTreeSet<String>) -> Option<String> {
    let tokens = match tokens {
        [rest @ .., "!" | "*"] => rest,
        all => all,
    };
    (1..=4)
        .filter_map(|count| Some(tokens.get(tokens.len().checked_sub(count)?..)?.join(" ")))
        .find(|cite| cites.contains(cite))
}
