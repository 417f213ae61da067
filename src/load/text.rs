//! Bytes into text: UTF-8, with or without a byte order mark, and a plain word where it is something else.

use crate::diagnostic::{Code, Diagnostics, Source, Span};

/// The largest file that is read, in bytes (design, section 8).
pub const LARGEST: usize = 64 * 1024 * 1024;

/// How much of a file that is no text is kept to show where it goes wrong.
const KEPT: usize = 4096;

/// The source of a file, with a diagnostic where its bytes are no text.
#[must_use]
pub fn decode(name: &str, bytes: Vec<u8>) -> (Source, Diagnostics) {
    let mut found = Diagnostics::default();
    if bytes.len() > LARGEST {
        found.push(
            Code::TooLarge,
            Span::default(),
            format!("the file has more than {} MB", LARGEST / 1024 / 1024),
            "keep texts of laws in files of their own, and name them by the key `text` of the law",
        );
        return (Source::new(name, String::new()), found);
    }
    if let Some(what) = foreign(&bytes) {
        refuse(0, what, &mut found);
        return (Source::new(name, String::new()), found);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.to_owned(),
                None => text,
            };
            if let Some(place) = text.find('\0') {
                refuse(place, "binary data", &mut found);
                return (Source::new(name, text), found);
            }
            (Source::new(name, text), found)
        }
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let control = |byte: &&u8| **byte < 9 || (14..32).contains(*byte);
            let what = if bytes.iter().take(KEPT).any(|byte| control(&byte)) {
                "binary data"
            } else {
                "text in another encoding than UTF-8, such as Latin-1 or Windows-1252"
            };
            refuse(place, what, &mut found);
            let end = bytes.len().min(place + KEPT);
            let shown = String::from_utf8_lossy(&bytes[..end]).into_owned();
            (Source::new(name, shown), found)
        }
    }
}

/// What a file is by its first bytes, if it is something well known.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"\xff\xfe", "text in the encoding UTF-16"),
        (b"\xfe\xff", "text in the encoding UTF-16"),
        (b"PK\x03\x04", "a Word, Excel or zip file"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
        (b"%PDF-", "a PDF file"),
    ];
    let magic = MAGIC.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, what)) = magic {
        return Some(what);
    }
    let alternate = bytes.len() >= 4
        && (bytes[..4].iter().skip(1).step_by(2).all(|byte| *byte == 0)
            || bytes[..4].iter().step_by(2).all(|byte| *byte == 0));
    alternate.then_some("text in the encoding UTF-16")
}

fn refuse(place: usize, what: &str, found: &mut Diagnostics) {
    found.push(
        Code::NotText,
        Span::new(place, place + 1),
        format!("this is {what}"),
        "open it in a text editor and save it again as plain text with the encoding UTF-8",
    );
}
