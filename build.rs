//! Embeds `checklists/`: each file's text, and beside it what the YAML parser says of it, so that a run need not parse
//! three hundred kilobytes again before it begins. `src/load/recorded.rs` plays the recording back and describes its form.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use granit_parser::{Event, Parser, ScalarStyle};

fn main() {
    println!("cargo::rerun-if-changed=checklists");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let mut table = String::from("static FILES: &[File] = &[\n");
    for folder in ["checklists/model", "checklists"] {
        let mut paths: Vec<PathBuf> = fs::read_dir(root.join(folder))
            .expect("the folder is part of the source")
            .map(|entry| entry.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
            .collect();
        // By name without ending, so that `budapest` stands before `budapest-protocol-1`.
        paths.sort_by_key(|path| path.file_stem().map(ToOwned::to_owned));
        for path in paths {
            let file = path
                .file_name()
                .and_then(|name| name.to_str())
                .expect("names are UTF-8");
            let name = format!("{folder}/{file}");
            let events = out.join(name.replace('/', "_"));
            fs::write(&events, record(&path)).expect("the output folder can be written");
            writeln!(
                table,
                "    File {{ name: {name:?}, text: include_str!({path:?}), events: include_bytes!({events:?}) }},"
            )
            .expect("a string takes everything");
        }
    }
    table.push_str("];\n");
    fs::write(out.join("shipped.rs"), table).expect("the output folder can be written");
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser may add kinds, and no other is part of a tree"
)]
/// The events of a file; a file that is not well-formed stops the build.
fn record(path: &Path) -> Vec<u8> {
    let text = fs::read_to_string(path).expect("a checklist is UTF-8");
    let mut out = Vec::new();
    for next in Parser::new_from_str(&text) {
        let (event, span) = next.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let bytes = span.byte_range().expect("a text in memory has offsets");
        let tag = match &event {
            Event::Scalar(..) => b's',
            Event::SequenceStart(..) => b'[',
            Event::SequenceEnd => b']',
            Event::MappingStart(..) => b'{',
            Event::MappingEnd => b'}',
            _ => continue,
        };
        out.push(tag);
        push_number(&mut out, bytes.start);
        push_number(&mut out, bytes.end);
        if let Event::Scalar(value, style, ..) = &event {
            let as_written = text.get(bytes) == Some(value.as_ref());
            out.push(u8::from(*style == ScalarStyle::Plain));
            out.push(u8::from(as_written));
            if !as_written {
                push_number(&mut out, value.len());
                out.extend_from_slice(value.as_bytes());
            }
        }
    }
    out
}

fn push_number(out: &mut Vec<u8>, number: usize) {
    let number = u32::try_from(number).expect("a checklist is smaller than 4 GB");
    out.extend_from_slice(&number.to_le_bytes());
}
