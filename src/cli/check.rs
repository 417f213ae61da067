//! `gapcheck check`: what is wrong in files, without assessing them. No file is changed.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{self, File, OwnChecklists};
use super::project::{self, Choice, InForce, is_project};
use super::{Ending, stream};
use crate::diagnostic::{EMITTERS, Examined, emitter, summary};
use crate::load::{self, Kind};

/// Check files for mistakes, and change none.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files, checklists, measures, kept plans, project files or folders of them; `-` is standard input [default: the countries of the project].
    #[arg(value_name = "FILE|FOLDER")]
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

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let asked = asked(arguments, choice)?;
    let (files, mut ending) = files::read_all(&asked.files);
    let mut own = OwnChecklists::default();
    for path in &asked.checklists {
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
    let (projects, read) = files::read_all(&asked.projects);
    for project in projects {
        examined.extend(project::read(project).0.pop());
    }
    ending = ending.and(read).and(files::ending(&examined));
    write(arguments, &examined)?;
    Ok(ending)
}

fn write(arguments: &Arguments, examined: &[Examined]) -> anyhow::Result<()> {
    if let Some(emitter) = emitter(&arguments.format) {
        stream::emit(emitter, examined)?;
    }
    if arguments.format == EMITTERS[0].name && !examined.is_empty() {
        stream::print(format!("{}\n", summary(examined)).as_bytes())?;
    }
    Ok(())
}

/// What is to be checked.
#[derive(Default)]
struct Asked {
    /// Countries and checklists.
    files: Vec<PathBuf>,
    projects: Vec<PathBuf>,
    /// Checklists that the files rely on.
    checklists: Vec<PathBuf>,
}

/// The files named, or those of the project; with the project file in force, where there is a mistake in it.
fn asked(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Asked> {
    let mut asked = Asked {
        checklists: arguments.checklist.clone(),
        ..Asked::default()
    };
    let mut named = arguments.files.clone();
    match choice.path() {
        None if named.is_empty() => named = InForce::default().countries(&named)?,
        None => {}
        Some(path) => match project::look(&path)?.0 {
            Some(project) => {
                named = project.countries(&named)?;
                asked.checklists.extend(project.own_checklists());
            }
            None => asked.projects.push(path),
        },
    }
    let all = [files::all_files(&named)?, files::project_files(&named)?].concat();
    for path in all {
        if !is_project(&path) {
            asked.files.push(path);
        } else if !asked.projects.iter().any(|known| is_same(known, &path)) {
            asked.projects.push(path);
        }
    }
    Ok(asked)
}

/// Whether two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        (_, _) => false,
    }
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
