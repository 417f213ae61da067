//! Whatever the bytes, loading ends with a model or with diagnostics, and drawing them does not panic.
//!
//! Run by hand: `cargo +nightly fuzz run load -- -max_total_time=300`. The corpus is replayed by `tests/hostile.rs`.
#![no_main]

use std::io;
use std::path::Path;

use gapcheck::diagnostic::EMITTERS;
use gapcheck::load::{Library, legislation};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (name, bytes) = match data.split_first() {
        Some((first, rest)) if first % 2 == 1 => ("input.toml", rest),
        Some((_, rest)) => ("input.yaml", rest),
        None => ("input.yaml", data),
    };
    let library = Library::open(vec![(name.to_owned(), bytes.to_vec())]);
    let (shelf, mut examined) = library.shelve();
    let read = |_: &Path| Err(io::ErrorKind::NotFound.into());
    examined.push(legislation(&shelf, name, bytes.to_vec(), &read, &[]).0);
    for emitter in EMITTERS {
        (emitter.emit)(&examined, &mut io::sink()).expect("a sink takes everything");
    }
});
