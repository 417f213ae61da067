//! `gapcheck diff`: one country at two dates, what changed, and why.

use std::path::PathBuf;

use anyhow::bail;

use super::assess::date;
use super::files::{self, File, OwnChecklists};
use super::project::Choice;
use super::{Ending, instruments, stream};
use crate::assess::{Earlier, Survey, moves, progress};
use crate::diagnostic::Examined;
use crate::load::{self, Shelf};
use crate::model::{Assumed, Checklist, Date, Legislation};
use crate::report::progress::{self as report, Subject};

/// Compare a country with itself at two dates: what changed, and why.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The legislation file of the first date; alone, with `--as-at` given twice, it serves both.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The legislation file of the same country at the second date.
    #[arg(value_name = "NEW")]
    new: Option<PathBuf>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, value_name = "ID|PATH")]
    checklist: Vec<String>,
    /// The checklist as it was at the first date, where it has changed since (repeatable).
    #[arg(long, value_name = "PATH")]
    old_checklist: Vec<PathBuf>,
    /// The dates, first and second, instead of the files' own; to be given twice.
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_at: Vec<Date>,
    #[command(flatten)]
    output: stream::Output,
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    let parts = arguments.output.parts()?;
    let given = given_dates(arguments)?;
    let old_file = files::read(&arguments.old)?;
    let new_file = match &arguments.new {
        Some(new) => files::read(new)?,
        None => old_file.clone(),
    };
    let mut own = OwnChecklists::default();
    let ids = instruments::named(&project.checklists(&arguments.checklist), &mut own)?;
    let versions = Versions::of(arguments, &ids, &mut own, &old_file, &new_file)?;
    let older_library = own.older_library(&versions.older);
    let library = own.library();
    let (mut older_shelf, mut examined) = older_library.shelve();
    let (mut shelf, found) = library.shelve();
    project.reweigh(&mut older_shelf.checklists);
    project.reweigh(&mut shelf.checklists);
    for one in found {
        let same = |other: &Examined| other.source.name() == one.source.name();
        let is_told = examined.iter().any(same);
        examined.extend(Some(one).filter(|_| !is_told));
    }
    stream::tell(&examined);
    let ending = files::ending(&examined);
    let Some(checklists) = instruments::found(&shelf, &ids, ending)? else {
        return Ok(ending);
    };
    if !versions.are_all_on(&older_shelf) {
        return Ok(ending);
    }
    let (before, then) = country(&shelf, &old_file, &versions.bad_old, true);
    let Some(before) = before else {
        return Ok(ending.and(then));
    };
    let two = arguments.new.is_some();
    let (after, now) = country(&shelf, &new_file, &versions.bad_new, two);
    let Some(after) = after else {
        return Ok(ending.and(now));
    };
    let mut older = None;
    if !versions.older.is_empty() {
        let (earlier, how) = country(&older_shelf, &old_file, &versions.bad_old, false);
        let Some(earlier) = earlier else {
            return Ok(ending.and(how));
        };
        older = Some(Older {
            legislation: earlier,
            shelf: &older_shelf,
            versions: &versions,
        });
    }
    let dates = given.unwrap_or((before.as_at, after.as_at));
    are_comparable(&before, &after, dates)?;
    let subject = compare(&before, &after, dates, &checklists, !two, older.as_ref());
    arguments.output.write(&report::report(&subject, &parts))?;
    Ok(ending)
}

/// Compares the two files under each checklist, and the first also under its older version, where `older` has one.
fn compare<'c>(
    before: &'c Legislation<'c>,
    after: &'c Legislation<'c>,
    dates: (Date, Date),
    checklists: &[&'c Checklist<'c>],
    is_one_file: bool,
    older: Option<&'c Older<'c>>,
) -> Subject<'c> {
    let (then, now) = (survey(before, dates.0), survey(after, dates.1));
    let earlier = older.map(|older| (survey(&older.legislation, dates.0), older));
    let progress_under = |checklist: &&'c Checklist<'c>| {
        let earlier = earlier.as_ref().and_then(|(survey, older)| {
            let checklist = older.version(&checklist.id)?;
            Some(Earlier { survey, checklist })
        });
        progress(&then, &now, checklist, earlier)
    };
    Subject {
        before,
        after,
        dates,
        is_one_file,
        results: checklists.iter().map(progress_under).collect(),
        moves: moves(&then, &now),
    }
}

/// The first file, read over the older versions of checklists.
struct Older<'c> {
    legislation: Legislation<'c>,
    shelf: &'c Shelf<'c>,
    versions: &'c Versions,
}

impl<'c> Older<'c> {
    /// The older version of a checklist, if it has one.
    fn version(&self, id: &str) -> Option<&'c Checklist<'c>> {
        let mut older = self.versions.older.iter();
        let (id, _) = older.find(|(older, _)| older == id)?;
        self.shelf.get(id)
    }
}

fn survey<'c>(legislation: &'c Legislation<'c>, date: Date) -> Survey<'c> {
    Survey::new(legislation, date, &Assumed::nothing())
}

/// The dates on the command line: both or none, and both where there is one file.
fn given_dates(arguments: &Arguments) -> anyhow::Result<Option<(Date, Date)>> {
    match (arguments.as_at.as_slice(), &arguments.new) {
        ([], Some(_)) => Ok(None),
        ([first, second], _) => Ok(Some((*first, *second))),
        (_, None) => bail!(
            "one file is compared with itself at two dates: give `--as-at` twice, or a second file"
        ),
        (_, Some(_)) => bail!("two files have a date each: give `--as-at` twice, or not at all"),
    }
}

/// Refuses what would be no comparison of one country with itself, forwards in time.
fn are_comparable(
    before: &Legislation<'_>,
    after: &Legislation<'_>,
    (first, second): (Date, Date),
) -> anyhow::Result<()> {
    let (old, new) = (&before.country, &after.country);
    if old.code != new.code {
        bail!(
            "the first file is about {} ({}) and the second about {} ({}): `diff` compares one country with itself, and `compare` lays several side by side",
            old.name,
            old.code,
            new.name,
            new.code
        );
    }
    if first > second {
        bail!(
            "the first date, {first}, is later than the second, {second}: give the older one first"
        );
    }
    Ok(())
}

/// Paths under `uses` that can't be used, with the reason.
type BadUses = Vec<(String, String)>;

/// The older versions of checklists, and what is wrong with the `uses` of the two files.
struct Versions {
    /// By id.
    older: Vec<(String, File)>,
    bad_old: BadUses,
    bad_new: BadUses,
}

impl Versions {
    /// Takes the checklists of both files: what the old file uses and the new one has in another version is an older version.
    fn of(
        arguments: &Arguments,
        asked: &[String],
        own: &mut OwnChecklists,
        old: &File,
        new: &File,
    ) -> anyhow::Result<Self> {
        let used = |file: &File| load::uses(&file.name, &file.bytes);
        let bad_new = own.add_used(&new.folder, &used(new), &load::mentioned(&new.bytes));
        let mut older: Vec<(String, File)> = Vec::new();
        for path in &arguments.old_checklist {
            let file = files::read(path)?;
            match load::checklist_id(&file.name, &file.bytes) {
                Some(id) if asked.contains(&id) => older.push((id, file)),
                Some(id) => bail!(
                    "`{}` is an older version of `{id}`, which is not among the instruments compared: add it with `--checklist`",
                    file.name
                ),
                None => bail!(
                    "`{}` is no checklist: `gapcheck check` says more",
                    path.display()
                ),
            }
        }
        let mut others = Vec::new();
        for path in used(old) {
            let Ok(file) = files::read(&old.folder.join(&path)) else {
                others.push(path);
                continue;
            };
            let id = load::checklist_id(&file.name, &file.bytes);
            match id.filter(|id| own.of_id(id).is_some()) {
                Some(id) if asked.contains(&id) && older.iter().all(|(known, _)| *known != id) => {
                    older.push((id, file));
                }
                Some(_) => {}
                None => others.push(path),
            }
        }
        let bad_old = own.add_used(&old.folder, &others, &load::mentioned(&old.bytes));
        older.retain(|(id, file)| {
            own.of_id(id) != Some(file.bytes.as_slice()) && !load::is_shipped(&file.bytes)
        });
        Ok(Self {
            older,
            bad_old,
            bad_new,
        })
    }

    /// Whether every older version could be read; if not, that was told.
    fn are_all_on(&self, shelf: &Shelf<'_>) -> bool {
        let mut ids = self.older.iter().map(|(id, _)| id);
        ids.all(|id| shelf.get(id).is_some())
    }
}

/// Reads a country; what is wrong with it is told.
fn country<'c>(
    shelf: &'c Shelf<'c>,
    file: &File,
    bad_uses: &[(String, String)],
    with_warnings: bool,
) -> (Option<Legislation<'c>>, Ending) {
    let reader = files::reader(&file.folder);
    let (examined, legislation) =
        load::legislation(shelf, &file.name, file.bytes.clone(), &reader, bad_uses);
    let warnings = examined.diagnostics.warning_count();
    if examined.diagnostics.error_count() > 0 {
        stream::tell(&[examined]);
        let name = &file.name;
        stream::say(&format!(
            "{name} was not compared: mend the errors above, or see `gapcheck explain CODE`"
        ));
        return (None, Ending::BadContent);
    }
    if warnings > 0 && with_warnings {
        let noun = crate::diagnostic::count(warnings, "warning");
        stream::say(&format!(
            "{}: {noun}; `gapcheck check` shows them",
            file.name
        ));
    }
    (legislation, Ending::Done)
}
