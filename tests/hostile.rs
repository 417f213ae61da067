//! Hostile files: found, on the right line, in bounded time and memory, and never with a panic.

use std::fs;
use std::path::Path;

use gapcheck::diagnostic::{Code, EMITTERS, Examined};
use gapcheck::load::{Library, legislation, measures};

fn load(name: &str, bytes: Vec<u8>) -> Examined {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let (examined, value) = legislation(&shelf, name, bytes, &read, &[]);
    assert_eq!(value.is_none(), examined.diagnostics.error_count() > 0);
    examined
}

/// The first thing found: its code, line and column.
fn first(name: &str, text: &str) -> (Code, usize, usize) {
    let examined = load(name, text.as_bytes().to_vec());
    let shown = examined.diagnostics.shown();
    let found = shown
        .first()
        .unwrap_or_else(|| panic!("nothing is found in {:.60}", text));
    let place = examined.source.position(found.span.start);
    (found.code, place.line, place.column)
}

const HEAD: &str = "gapcheck: legislation/1\ncountry: { code: XAL, name: Alphaland }\nas-at: 2026-06-30\nstatus: fictional\n";

#[test]
fn depth_is_refused_at_once() {
    for bracket in ["[", "{", "- ", "? "] {
        let text = format!("{HEAD}x-deep: {}", bracket.repeat(200_000));
        let (code, line, _) = first("x.yaml", &text);
        assert!(
            matches!(code, Code::TooDeep | Code::Syntax),
            "{bracket}: {code:?}"
        );
        assert_eq!(line, 5, "{bracket}");
    }
    let nested = format!(
        "{HEAD}x-deep:\n{}",
        (0..200)
            .map(|depth| format!("{}- \n", " ".repeat(depth)))
            .collect::<String>()
    );
    assert_eq!(first("x.yaml", &nested).0, Code::TooDeep);
    let dots = "a.".repeat(200_000);
    for text in [
        format!("a = {}", "[".repeat(200_000)),
        format!("{dots}a = 1"),
        format!("[{dots}a]\n"),
    ] {
        let examined = load("x.toml", text.into_bytes());
        let shown = examined.diagnostics.shown();
        assert!(
            shown.iter().any(|found| found.code == Code::TooDeep),
            "{shown:?}"
        );
    }
}

#[test]
fn a_bomb_of_aliases_is_refused_and_not_expanded() {
    let mut text = format!("{HEAD}x-a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, before) in ('b'..='j').zip('a'..) {
        text.push_str(&format!("x-{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}]\n"));
    }
    let (code, line, column) = first("x.yaml", &text);
    assert_eq!((code, line, column), (Code::Alias, 5, 6));
}

#[test]
fn a_scalar_of_30_megabytes_is_read_and_quoted_short() {
    let text = format!("{HEAD}classifcation: {}", "a".repeat(30 << 20));
    let examined = load("x.yaml", text.into_bytes());
    assert_eq!(examined.diagnostics.shown()[0].code, Code::UnknownKey);
    for emitter in EMITTERS {
        let mut out = Vec::new();
        (emitter.emit)(std::slice::from_ref(&examined), &mut out)
            .expect("a vector takes everything");
        assert!(
            out.len() < 100_000,
            "{} writes {} bytes",
            emitter.name,
            out.len()
        );
    }
}

#[test]
fn binary_junk_is_no_text() {
    let junk: Vec<u8> = (0..100_000_u32)
        .map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    assert_eq!(
        load("x.yaml", junk).diagnostics.shown()[0].code,
        Code::NotText
    );
    let utf_16: Vec<u8> = HEAD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        load("x.yaml", utf_16).diagnostics.shown()[0].code,
        Code::NotText
    );
    assert_eq!(
        load("x.yaml", b"PK\x03\x04 docx".to_vec())
            .diagnostics
            .shown()[0]
            .code,
        Code::NotText
    );
    assert_eq!(
        load("x.yaml", Vec::new()).diagnostics.shown()[0].code,
        Code::EmptyFile
    );
    assert_eq!(
        load("x.yaml", format!("{HEAD}x-nul: \0\n").into_bytes())
            .diagnostics
            .shown()[0]
            .code,
        Code::NotText
    );
}

#[test]
fn places_are_right_after_a_byte_order_mark_and_with_windows_line_ends() {
    let wrong = "gapcheck: legislation/1\r\ncountry: { code: XAL, nme: \"ألفا\" }\r\nas-at: 2026-06-30\r\nstatus: fictional\r\n";
    let examined = load("x.yaml", format!("\u{feff}{wrong}").into_bytes());
    let places: Vec<(&str, usize, usize)> = examined
        .diagnostics
        .shown()
        .iter()
        .map(|found| {
            let place = examined.source.position(found.span.start);
            (found.code.id(), place.line, place.column)
        })
        .collect();
    assert_eq!(places, [("GC0011", 2, 12), ("GC0010", 2, 23)]);
}

#[test]
fn words_that_yaml_would_turn_into_something_else_stay_what_they_are() {
    let text = HEAD.replace("XAL", "NO");
    assert_eq!(
        load("x.yaml", text.into_bytes()).diagnostics.error_count(),
        0
    );
    let law = format!(
        "{HEAD}laws:\n  - {{ id: l, title: 0x1F, status: bill, source: {{ url: yes }}, sections: [ {{ ref: 5.10 }}, {{ ref: 5.1 }}, {{ ref: 010 }}, {{ ref: 10 }} ] }}\n"
    );
    assert_eq!(
        load("x.yaml", law.into_bytes()).diagnostics.error_count(),
        0
    );
}

#[test]
fn hundreds_of_mistakes_are_cut_at_one_hundred_and_counted() {
    let text = format!(
        "{HEAD}{}",
        (0..500)
            .map(|number| format!("key-{number}: x\n"))
            .collect::<String>()
    );
    let examined = load("x.yaml", text.into_bytes());
    assert_eq!(examined.diagnostics.shown().len(), 100);
    assert_eq!(examined.diagnostics.error_count(), 500);
}

#[test]
fn words_that_disguise_text_are_shown_for_what_they_are() {
    let text = format!("{HEAD}\"\u{202e}yek\u{1b}[31m\": x\n");
    let examined = load("x.yaml", text.into_bytes());
    let message = &examined.diagnostics.shown()[0].message;
    assert!(
        !message.contains('\u{202e}') && !message.contains('\u{1b}'),
        "{message}"
    );
}

/// What fuzzing has found, and what it began with.
#[test]
fn the_fuzzing_corpus_is_replayed() {
    let folder = Path::new("fuzz/seeds");
    let mut replayed = 0;
    for entry in fs::read_dir(folder).expect("the corpus is part of the repository") {
        let bytes =
            fs::read(entry.expect("the folder can be read").path()).expect("a seed can be read");
        for name in ["x.yaml", "x.toml"] {
            let library = Library::open(vec![(name.to_owned(), bytes.clone())]);
            let (_, mut examined) = library.shelve();
            examined.push(load(name, bytes.clone()));
            for emitter in EMITTERS {
                (emitter.emit)(&examined, &mut std::io::sink()).expect("a sink takes everything");
            }
        }
        replayed += 1;
    }
    assert!(replayed > 5, "only {replayed} seeds were found");
}

#[test]
fn thousands_of_measures_that_wait_for_each_other_are_refused_in_no_time() {
    let number = 20_000;
    let mut text = String::from("gapcheck: measures/1\nmeasures:\n");
    for place in 0..number {
        text += &format!(
            "  - {{ id: m-{place}, title: T, ensure: e, consider: c, type: other, role: closes, per: country, answers: [ {{ categories: [offence] }} ], lead: L, effort: {{ base: 1 }}, months: 1, after: [m-{}] }}\n",
            (place + 1) % number
        );
    }
    let library = Library::open(Vec::new());
    let (read, mut examined) = measures(
        library.catalogue(),
        vec![("x.yaml".to_owned(), text.into_bytes())],
    );
    assert!(read.is_none());
    let found = examined.pop().expect("something is found");
    let shown = found.diagnostics.shown();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].code, Code::PrerequisiteCycle);
    assert!(shown[0].message.len() < 300, "{}", shown[0].message);
}
