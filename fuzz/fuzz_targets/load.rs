//! Whatever the bytes, loading ends with a model or with diagnostics, and drawing them does not panic.
//!
//! Run by hand: `cargo +nightly fuzz run load fuzz/corpus fuzz/seeds -- -max_total_time=300`. The seeds are replayed by
//! `tests/hostile.rs`.
#![no_main]

use std::io;
use std::path::Path;
use std::sync::OnceLock;

use gapcheck::diagnostic::EMITTERS;
use gapcheck::load::{Kind, Library, Shelf, kind, legislation};
use libfuzzer_sys::fuzz_target;

/// The shipped checklists, read once.
fn shipped() -> &'static Shelf<'static> {
    static SHELF: OnceLock<Shelf<'static>> = OnceLock::new();
    SHELF.get_or_init(|| {
        let library: &'static Library = Box::leak(Box::new(Library::open(Vec::new())));
        library.shelve().0
    })
}

fuzz_target!(|data: &[u8]| {
    let (name, bytes) = match data.split_first() {
        Some((first, rest)) if first % 2 == 1 => ("input.toml", rest),
        Some((_, rest)) => ("input.yaml", rest),
        None => ("input.yaml", data),
    };
    let mut examined = Vec::new();
    if matches!(kind(name, bytes), Some(Kind::Checklist | Kind::ModelProvisions)) {
        examined = Library::open(vec![(name.to_owned(), bytes.to_vec())]).shelve().1;
    }
    let read = |_: &Path| Err(io::ErrorKind::NotFound.into());
    examined.push(legislation(shipped(), name, bytes.to_vec(), &read, &[]).0);
    for emitter in EMITTERS {
        (emitter.emit)(&examined, &mut io::sink()).expect("a sink takes everything");
    }
});
