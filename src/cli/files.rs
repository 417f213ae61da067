//! Files of the user: read whole, with the checklists that they use.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use walkdir::WalkDir;

use super::project::is_project;
use super::{Ending, stream};
use crate::diagnostic::Examined;
use crate::load::{self, LARGEST, Library};

/// A file as it was read.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// Its name as the user wrote it.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Its folder, from which the paths in it are meant.
    pub(super) folder: PathBuf,
}

/// Reads a file, or standard input for `-`; one byte more than is allowed is enough to know that it is too large.
pub(super) fn read(path: &Path) -> anyhow::Result<File> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
        return Ok(File {
            name: "<standard input>".to_owned(),
            bytes,
            folder: PathBuf::from("."),
        });
    }
    let open = || -> io::Result<Vec<u8>> {
        fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = open().with_context(|| format!("`{}` can't be opened", path.display()))?;
    Ok(File {
        name: path.display().to_string(),
        bytes,
        folder: path.parent().map_or_else(PathBuf::new, Path::to_path_buf),
    })
}

/// Reads all files; those that can't be opened are told of, and the rest goes on.
pub(super) fn read_all(paths: &[PathBuf]) -> (Vec<File>, Ending) {
    let mut files = Vec::new();
    let mut ending = Ending::Done;
    for path in paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(error) => {
                stream::complain(&error);
                ending = Ending::Trouble;
            }
        }
    }
    (files, ending)
}

/// A user's own checklists: those named on the command line and those that files use.
#[derive(Debug, Default)]
pub(super) struct OwnChecklists {
    seen: BTreeSet<PathBuf>,
    /// The ids of the shipped checklists that are asked for, or that a file mentions.
    wanted: BTreeSet<&'static str>,
    files: Vec<(String, Vec<u8>)>,
    /// For each file with `uses`, by its place among the files: the paths that can't be used, with the reason.
    pub(super) bad_uses: Vec<Vec<(String, String)>>,
}

impl OwnChecklists {
    /// Asks for a shipped checklist; an id that none has changes nothing.
    pub(super) fn want(&mut self, id: &str) {
        let known = load::checklist_ids().into_iter().find(|known| *known == id);
        self.wanted.extend(known);
    }

    /// Asks for all shipped checklists.
    pub(super) fn want_all(&mut self) {
        self.wanted.extend(load::checklist_ids());
    }

    /// Adds a checklist file, once; a shipped one need only be asked for.
    pub(super) fn add(&mut self, file: File) {
        if load::is_shipped(&file.bytes) {
            if let Some(id) = load::checklist_id(&file.name, &file.bytes) {
                self.want(&id);
            }
            return;
        }
        let place = fs::canonicalize(&file.name).unwrap_or_else(|_| PathBuf::from(&file.name));
        if self.seen.insert(place) {
            self.files.push((file.name, file.bytes));
        }
    }

    /// Adds the checklists that a file uses, and asks for those it mentions; gives the paths that can't be used, with the reason.
    pub(super) fn add_used(
        &mut self,
        folder: &Path,
        uses: &[String],
        mentioned: &BTreeSet<&'static str>,
    ) -> Vec<(String, String)> {
        self.wanted.extend(mentioned);
        let mut bad = Vec::new();
        for path in uses {
            match read(&folder.join(path)) {
                Ok(found) => self.add(found),
                Err(error) => bad.push((path.clone(), format!("{:#}", error.root_cause()))),
            }
        }
        bad
    }

    /// The same of a file that was read.
    pub(super) fn add_used_by(&mut self, file: &File) {
        let uses = load::uses(&file.name, &file.bytes);
        let bad = self.add_used(&file.folder, &uses, &load::mentioned(&file.bytes));
        self.bad_uses.push(bad);
    }

    /// The user's own checklist of that id.
    pub(super) fn of_id(&self, id: &str) -> Option<&[u8]> {
        let mut files = self.files.iter();
        let of_id = |(name, bytes): &&(String, Vec<u8>)| {
            load::checklist_id(name, bytes).is_some_and(|other| other == id)
        };
        files.find(of_id).map(|(_, bytes)| bytes.as_slice())
    }

    /// The library as it was when `older` files, by id, stood in the place of those of the same id.
    pub(super) fn older_library(&self, older: &[(String, File)]) -> Library {
        let is_old = |id: &str| older.iter().any(|(old, _)| old == id);
        let files = older
            .iter()
            .map(|(_, file)| (file.name.clone(), file.bytes.clone()));
        let kept = self
            .files
            .iter()
            .filter(|(name, bytes)| load::checklist_id(name, bytes).is_none_or(|id| !is_old(&id)));
        let wanted = self
            .wanted
            .iter()
            .copied()
            .filter(|id| !is_old(id))
            .collect();
        Library::open_older(files.chain(kept.cloned()).collect(), &wanted)
    }

    /// The shipped catalogue and checklists with these added to them.
    pub(super) fn library(&mut self) -> Library {
        Library::open_only(std::mem::take(&mut self.files), &self.wanted)
    }
}

/// How a run ends after these files: badly where one has an error.
pub(super) fn ending(files: &[Examined]) -> Ending {
    if files.iter().any(|file| file.diagnostics.error_count() > 0) {
        Ending::BadContent
    } else {
        Ending::Done
    }
}

/// Reads a file that another one in `folder` names.
pub(super) fn reader(folder: &Path) -> impl Fn(&Path) -> io::Result<Vec<u8>> {
    move |path| fs::read(folder.join(path))
}

/// The files named, and in folders every YAML and TOML file, folders within them included, by name; project files and whatever is hidden are left out.
pub(super) fn all_files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let found = walk(path)?.into_iter();
        files.extend(found.filter(|path| is_data(path) && !is_project(path)));
    }
    Ok(files)
}

/// The project files in folders.
pub(super) fn project_files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths.iter().filter(|path| path.is_dir()) {
        files.extend(walk(path)?.into_iter().filter(|path| is_project(path)));
    }
    Ok(files)
}

/// The files in a folder, by name, without those that are hidden, such as `.github`.
fn walk(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let mut files = Vec::new();
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| !hidden(entry)) {
        let entry =
            entry.with_context(|| format!("`{}` can't be walked through", folder.display()))?;
        if is_file(&entry) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// What [`all_files`] leaves out in folders: files of other kinds, and links to folders or to nothing.
pub(super) fn passed_over(paths: &[PathBuf]) -> Vec<PathBuf> {
    let folders = paths.iter().filter(|path| path.is_dir());
    let entries = folders.flat_map(|folder| WalkDir::new(folder).sort_by_file_name());
    entries
        .flatten()
        .filter(|entry| {
            let read = is_file(entry) && is_data(entry.path());
            !entry.file_type().is_dir() && !read
        })
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Whether it is a file, or a link to one.
fn is_file(entry: &walkdir::DirEntry) -> bool {
    entry.file_type().is_file() || (entry.path_is_symlink() && entry.path().is_file())
}

fn is_data(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        let known = ["yaml", "yml", "toml"];
        known.iter().any(|known| ending.eq_ignore_ascii_case(known))
    })
}
