//! `gapcheck check`: what is wrong in files, without assessing them. No file is changed.

use std::path::PathBuf;

use super::files::{self, File, OwnChecklists};
use super::{Ending, stream};
use crate::diagnostic::{EMITTERS, Examined, emitter, summary};
use crate::load::{self, Kind};

/// Check files for mistakes, and change none.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files, checklists, measures, kept plans or folders of them; `-` is standard input.
    #[arg(required = true, value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// A checklist of your own that the files rely on (repeatable).
    #[arg(long, short, value_name = "PATH")]
    checklist: Vec<PathBuf>,
    /// How the diagnostics are written.
    #[arg(long, value_parser = names(), default_value = EMITTERS[0].name, value_name = "FORMAT")]
    format: String,
}

fn names() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(EMITTERS.iter().map(|emitter| emitter.name))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    let paths = files::all_files(&arguments.files)?;
    let (files, mut ending) = files::read_all(&paths);
    let mut own = OwnChecklists::default();
    for path in &arguments.checklist {
        own.add(files::read(path)?);
    }
    let mut countries = Vec::new();
    let mut plans = Vec::new();
    let mut standing = Vec::new();
    let mut measures = Vec::new();
    for file in files {
        match load::kind(&file.name, &file.bytes) {
            Some(Kind::Checklist | Kind::ModelProvisions) => {
                standing.push(file.name.clone());
                own.add(file);
            }
            Some(Kind::Plan) => plans.push(load::kept_plan(&file.name, file.bytes).0),
            Some(Kind::Measures) => measures.push((file.name, file.bytes)),
            Some(Kind::Legislation) | None => {
                own.add_used_by(&file);
                countries.push(file);
            }
        }
    }
    let library = own.library();
    let (shelf, mut examined) = library.shelve();
    standing.extend(measures.iter().map(|(name, _)| name.clone()));
    if !measures.is_empty() {
        examined.extend(load::measures(shelf.catalogue, measures).1);
    }
    let clean = |name: &&String| !examined.iter().any(|file| file.source.name() == **name);
    let clean: Vec<Examined> = standing
        .iter()
        .filter(clean)
        .map(|name| untouched(name))
        .collect();
    examined.extend(clean);
    for (file, bad_uses) in countries.into_iter().zip(&own.bad_uses) {
        examined.push(country(&shelf, file, bad_uses));
    }
    examined.extend(plans);
    ending = ending.and(files::ending(&examined));
    if let Some(emitter) = emitter(&arguments.format) {
        stream::emit(emitter, &examined)?;
    }
    if arguments.format == EMITTERS[0].name && !examined.is_empty() {
        stream::print(format!("{}\n", summary(&examined)).as_bytes())?;
    }
    Ok(ending)
}

fn country(shelf: &load::Shelf<'_>, file: File, bad_uses: &[(String, String)]) -> Examined {
    let read = files::reader(&file.folder);
    load::legislation(shelf, &file.name, file.bytes, &read, bad_uses).0
}

/// A file in which nothing was found, so that it is counted.
fn untouched(name: &str) -> Examined {
    Examined {
        source: crate::diagnostic::Source::new(name, String::new()),
        diagnostics: crate::diagnostic::Diagnostics::default(),
    }
}
