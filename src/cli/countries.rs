//! Countries, one or thousands: their files are read and made into something in parallel, in the order in which they were
//! named (folders by file name). A broken file is told of, and the rest is still done.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::files::{self, File, OwnChecklists};
use super::project::Asked;
use super::{Ending, instruments, progress, stream};
use crate::diagnostic::{Examined, Source};
use crate::load::{self, Kind, Shelf};
use crate::model::{Checklist, Legislation};

/// What is made of the countries, in order, and how the reading ended.
#[derive(Debug)]
pub(super) struct Made<T> {
    /// One for each country that could be read.
    pub(super) each: Vec<T>,
    /// The worst that happened.
    pub(super) ending: Ending,
    /// The files that are checklists or catalogues, and so were used and not assessed.
    pub(super) no_countries: Vec<PathBuf>,
}

/// What stands beside a country while something is made of it.
pub(super) struct Seen<'s, 'c> {
    /// The whole catalogue, and every checklist that the countries mention.
    pub(super) shelf: &'s Shelf<'c>,
    /// The text of its file, for those who point at places in it.
    pub(super) source: &'s Source,
}

/// Reads instruments and countries, and makes something of each country that is sound; `finish` gets it all.
///
/// Of each country only what `make` gives is kept, so that memory grows with that and not with the files.
/// Nothing is finished where no instrument or no country could be read.
pub(super) fn with_each<T: Send>(
    asked: &Asked<'_>,
    make: impl Fn(&Legislation<'_>, &[&Checklist<'_>], &Seen<'_, '_>) -> T + Sync,
    finish: impl FnOnce(&[&Checklist<'_>], Made<T>) -> anyhow::Result<Ending>,
) -> anyhow::Result<Ending> {
    let mut own = OwnChecklists::default();
    let ids = instruments::named(&asked.checklists, &mut own)?;
    let paths = files::all_files(&asked.paths)?;
    let (countries, no_countries, mut ending) = look_through(&paths, &asked.paths, &mut own);
    let library = own.library();
    let (mut shelf, examined) = library.shelve();
    asked.project.reweigh(&mut shelf.checklists);
    stream::tell(&examined);
    ending = ending.and(files::ending(&examined));
    let Some(checklists) = instruments::found(&shelf, &ids, ending)? else {
        return Ok(ending);
    };
    let bar = progress::bar(countries.len(), "Reading and assessing");
    let read: Vec<(Option<T>, Told)> = countries
        .par_iter()
        .map(|country| {
            let made = open(&shelf, country, |legislation, source| {
                let seen = Seen {
                    shelf: &shelf,
                    source,
                };
                make(legislation, &checklists, &seen)
            });
            bar.inc(1);
            made
        })
        .collect();
    bar.finish_and_clear();
    let mut each = Vec::new();
    for (made, told) in read {
        ending = ending.and(told.say());
        each.extend(made);
    }
    if each.is_empty() {
        return Ok(ending);
    }
    let made = Made {
        each,
        ending,
        no_countries,
    };
    finish(&checklists, made)
}

/// A country's file, before its law is read.
struct Country {
    path: PathBuf,
    /// Paths under its `uses` that can't be used, with the reason.
    bad_uses: Vec<(String, String)>,
    /// What was read of it, where it can't be read twice.
    kept: Option<File>,
}

/// What a first look at a file tells.
struct Look {
    kind: Option<Kind>,
    mentioned: BTreeSet<&'static str>,
    uses: Vec<String>,
    file: Option<File>,
}

/// Looks through all files for the checklists they need; those that are checklists themselves are put to the user's own.
/// A kept plan may lie in a folder beside its country, and is passed over there; one that is `named` is refused later.
fn look_through(
    paths: &[PathBuf],
    named: &[PathBuf],
    own: &mut OwnChecklists,
) -> (Vec<Country>, Vec<PathBuf>, Ending) {
    let looks: Vec<anyhow::Result<Look>> = paths.par_iter().map(|path| look(path)).collect();
    let (mut countries, mut no_countries) = (Vec::new(), Vec::new());
    let mut ending = Ending::Done;
    for (path, look) in paths.iter().zip(looks) {
        match look {
            Err(error) => {
                stream::complain(&error);
                ending = Ending::Trouble;
            }
            Ok(Look {
                kind: Some(Kind::Checklist | Kind::ModelProvisions),
                file: Some(file),
                ..
            }) => {
                own.add(file);
                no_countries.push(path.clone());
            }
            // Measures are nothing to assess a country by; a folder may have them all the same.
            Ok(Look {
                kind: Some(Kind::Measures),
                ..
            }) => {}
            Ok(Look {
                kind: Some(Kind::Plan),
                ..
            }) if !named.contains(path) => {}
            Ok(look) => {
                let folder = path.parent().unwrap_or(Path::new(""));
                let bad_uses = own.add_used(folder, &look.uses, &look.mentioned);
                countries.push(Country {
                    path: path.clone(),
                    bad_uses,
                    kept: look.file,
                });
            }
        }
    }
    (countries, no_countries, ending)
}

fn look(path: &Path) -> anyhow::Result<Look> {
    let file = files::read(path)?;
    let kind = load::kind(&file.name, &file.bytes);
    let is_country = !matches!(kind, Some(Kind::Checklist | Kind::ModelProvisions));
    Ok(Look {
        kind,
        mentioned: load::mentioned(&file.bytes),
        uses: load::uses(&file.name, &file.bytes),
        file: Some(file).filter(|_| !is_country || path == Path::new("-")),
    })
}

/// What is to be said of a country once its turn has come.
#[derive(Default)]
struct Told {
    trouble: Option<anyhow::Error>,
    broken: Option<Examined>,
    warnings: Option<(String, usize)>,
}

impl Told {
    fn say(self) -> Ending {
        if let Some(error) = self.trouble {
            stream::complain(&error);
            return Ending::Trouble;
        }
        if let Some(examined) = self.broken {
            let name = examined.source.name().to_owned();
            stream::tell(&[examined]);
            stream::say(&format!(
                "{name} was not assessed: mend the errors above, or see `gapcheck explain CODE`"
            ));
            return Ending::BadContent;
        }
        if let Some((name, number)) = self.warnings {
            let noun = crate::diagnostic::count(number, "warning");
            stream::say(&format!("{name}: {noun}; `gapcheck check` shows them"));
        }
        Ending::Done
    }
}

fn open<T>(
    shelf: &Shelf<'_>,
    country: &Country,
    make: impl FnOnce(&Legislation<'_>, &Source) -> T,
) -> (Option<T>, Told) {
    let read = match &country.kept {
        Some(file) => Ok(file.clone()),
        None => files::read(&country.path),
    };
    let file = match read {
        Ok(file) => file,
        Err(error) => {
            let told = Told {
                trouble: Some(error),
                ..Told::default()
            };
            return (None, told);
        }
    };
    let reader = files::reader(&file.folder);
    let (examined, legislation) =
        load::legislation(shelf, &file.name, file.bytes, &reader, &country.bad_uses);
    if examined.diagnostics.error_count() > 0 {
        let told = Told {
            broken: Some(examined),
            ..Told::default()
        };
        return (None, told);
    }
    let warnings = examined.diagnostics.warning_count();
    let told = Told {
        warnings: (warnings > 0).then(|| (examined.source.name().to_owned(), warnings)),
        ..Told::default()
    };
    let made = legislation.map(|legislation| make(&legislation, &examined.source));
    (made, told)
}
