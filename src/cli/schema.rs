//! `gapcheck schema`: the JSON Schema of each kind of file, for editors.

use std::path::PathBuf;

use super::{Ending, stream};

const SCHEMAS: &[(&str, &str)] = &[
    (
        "legislation",
        include_str!("schema/legislation.schema.json"),
    ),
    ("checklist", include_str!("schema/checklist.schema.json")),
    ("config", include_str!("schema/config.schema.json")),
    (
        "model-provisions",
        include_str!("schema/model-provisions.schema.json"),
    ),
];

/// Write the JSON Schema of a kind of file, for editors that check while one types.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The kind of file.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(SCHEMAS.iter().map(|(name, _)| *name)))]
    kind: String,
    /// Write it to a file.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    let schema = SCHEMAS.iter().find(|(name, _)| *name == arguments.kind);
    let text = schema.map_or("", |(_, text)| text);
    match &arguments.output {
        Some(path) => {
            stream::replace(path, text.as_bytes())?;
            stream::say(&format!("wrote {}", path.display()));
        }
        None => stream::print(text.as_bytes())?,
    }
    Ok(Ending::Done)
}
