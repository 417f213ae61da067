//! `gapcheck assess`: the gap report of one or more countries.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::bail;

use super::files::{self, File, OwnChecklists};
use super::{Ending, stream};
use crate::assess::{Survey, assess, assess_if, findings};
use crate::load::{self, Shelf};
use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::{Form, Part, Report, Subject, assessment};

/// Assess countries' laws against instruments, and report the gaps.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML); `-` is standard input.
    #[arg(required_unless_present = "model_law", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Assess a checklist instead of a country, such as a model law before it is copied.
    #[arg(long, value_name = "ID|PATH", conflicts_with = "files")]
    model_law: Option<String>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable).
    #[arg(long, short, value_name = "ID|PATH", default_value = "budapest")]
    pub(super) checklist: Vec<String>,
    /// Assess the law as it was or will be at this date, instead of the file's own.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) as_at: Option<Date>,
    /// Add a second verdict as if this bill were law (repeatable), or `all` that are drafted, before parliament or enacted.
    #[arg(long, value_name = "LAW|all")]
    pub(super) if_enacted: Vec<String>,
    /// How long the report is.
    #[arg(long, value_parser = ["overview", "full"], default_value = "overview")]
    pub(super) form: String,
    #[command(flatten)]
    pub(super) output: stream::Output,
}

/// A date on the command line.
fn date(text: &str) -> Result<Date, String> {
    Date::from_str(text)
        .map_err(|error| format!("{error}; write year, month and day, such as 2026-06-30"))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    match &arguments.model_law {
        Some(model_law) => super::model_law::run(arguments, model_law),
        None => countries(arguments),
    }
}

fn countries(arguments: &Arguments) -> anyhow::Result<Ending> {
    // What can't be written is refused before any work is done.
    let parts = arguments.output.parts()?;
    let (files, mut ending) = files::read_all(&arguments.files);
    let mut own = OwnChecklists::default();
    let ids = own_checklists(&arguments.checklist, &mut own)?;
    for file in &files {
        own.add_used_by(file);
    }
    let library = own.library();
    let (shelf, examined) = library.shelve();
    stream::tell(&examined);
    ending = ending.and(files::ending(&examined));
    let Some(checklists) = wanted(&shelf, &ids, ending)? else {
        return Ok(ending);
    };
    let mut reports = Vec::new();
    let mut assumed_somewhere = arguments.if_enacted.is_empty();
    for (file, bad_uses) in files.into_iter().zip(&own.bad_uses) {
        let (legislation, worse) = open(&shelf, file, bad_uses);
        ending = ending.and(worse);
        if let Some(legislation) = legislation {
            assumed_somewhere |= knows_all(&legislation, &arguments.if_enacted);
            reports.push(report(&legislation, &checklists, arguments, &parts));
        }
    }
    if reports.is_empty() {
        return Ok(ending);
    }
    if !assumed_somewhere {
        bail!(
            "`--if-enacted` names a law that no file has: {}",
            arguments.if_enacted.join(", ")
        );
    }
    let report = assessment::join(reports);
    arguments.output.write(&report)?;
    // The program ends here, and what is not given back piece by piece goes with it at once.
    std::mem::forget((report, shelf));
    Ok(ending)
}

/// The ids of the checklists asked for; those given by a path are added to the user's own.
pub(super) fn own_checklists(
    asked: &[String],
    own: &mut OwnChecklists,
) -> anyhow::Result<Vec<String>> {
    let shipped = load::checklist_ids();
    let mut ids = Vec::new();
    for name in asked {
        if shipped.contains(&name.as_str()) || !looks_like_a_path(name) {
            own.want(name);
            ids.push(name.clone());
            continue;
        }
        let file = files::read(Path::new(name))?;
        if let Some(id) = load::checklist_id(&file.name, &file.bytes) {
            ids.push(id);
        }
        own.add(file);
    }
    let mut seen = Vec::new();
    ids.retain(|id| {
        let new = !seen.contains(id);
        seen.push(id.clone());
        new
    });
    Ok(ids)
}

fn looks_like_a_path(name: &str) -> bool {
    name.contains(['/', '\\', '.']) || Path::new(name).is_file()
}

/// The checklists of those ids; none where a mistake in a file, told already, keeps one away.
pub(super) fn wanted<'s, 'c>(
    shelf: &'s Shelf<'c>,
    ids: &[String],
    ending: Ending,
) -> anyhow::Result<Option<Vec<&'s Checklist<'c>>>> {
    let mut checklists = Vec::new();
    for id in ids {
        match shelf.get(id) {
            Some(checklist) => checklists.push(checklist),
            None if ending == Ending::BadContent => return Ok(None),
            None => {
                let own = shelf.checklists.iter().map(|one| one.id.as_str());
                let shipped = load::checklist_ids();
                let own = own.filter(|id| !shipped.contains(id)).collect::<Vec<_>>();
                let known = [shipped.as_slice(), own.as_slice()].concat();
                bail!(
                    "there is no checklist `{id}`; give one of {}, or the path of your own",
                    known.join(", ")
                );
            }
        }
    }
    Ok(Some(checklists).filter(|checklists| !checklists.is_empty()))
}

/// Reads a country's file, and tells what is wrong with it.
fn open<'c>(
    shelf: &'c Shelf<'c>,
    file: File,
    bad_uses: &[(String, String)],
) -> (Option<Legislation<'c>>, Ending) {
    let read = files::reader(&file.folder);
    let (examined, legislation) = load::legislation(shelf, &file.name, file.bytes, &read, bad_uses);
    let warnings = examined.diagnostics.warning_count();
    let name = examined.source.name().to_owned();
    if examined.diagnostics.error_count() > 0 {
        stream::tell(std::slice::from_ref(&examined));
        stream::say(&format!(
            "{name} was not assessed: mend the errors above, or see `gapcheck explain CODE`"
        ));
        return (None, Ending::BadContent);
    }
    if warnings > 0 {
        let noun = crate::diagnostic::count(warnings, "warning");
        stream::say(&format!("{name}: {noun}; `gapcheck check` shows them"));
    }
    (legislation, Ending::Done)
}

fn knows_all(legislation: &Legislation<'_>, named: &[String]) -> bool {
    let known = |name: &String| legislation.laws.iter().any(|law| law.id == *name);
    named.iter().all(|name| name == "all" || known(name))
}

fn report<'c>(
    legislation: &'c Legislation<'c>,
    checklists: &[&'c Checklist<'c>],
    arguments: &Arguments,
    parts: &[Part],
) -> Report {
    let date = arguments.as_at.unwrap_or(legislation.as_at);
    let survey = Survey::new(legislation, date, &Assumed::nothing());
    let results = checklists
        .iter()
        .map(|checklist| match assumed(&arguments.if_enacted) {
            Some(assumed) => assess_if(legislation, date, &assumed, checklist),
            None => assess(&survey, checklist),
        })
        .collect();
    let subject = Subject {
        legislation,
        date,
        findings: findings(&survey, checklists),
        results,
        model_law: None,
    };
    let form = Form::from_word(&arguments.form).unwrap_or(Form::Overview);
    assessment::report(&subject, form, parts)
}

fn assumed(named: &[String]) -> Option<Assumed> {
    if named.is_empty() {
        None
    } else if named.iter().any(|name| name == "all") {
        Some(Assumed::All)
    } else {
        Some(Assumed::Laws(named.to_vec()))
    }
}
