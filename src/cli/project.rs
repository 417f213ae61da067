//! The project file in force: found upwards from the working folder, or named, or left aside. What the command line says
//! goes before it.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::files::{self, OwnChecklists};
use super::stream;
use crate::diagnostic::Examined;
use crate::load::{self, PROJECT_FILE};
use crate::model::{Checklist, Project, Rule, Weight};

/// The instrument that laws are laid beside where nobody names one.
pub(super) const CHECKLIST: &str = "budapest";

/// Which project file is used.
#[derive(Debug, clap::Args)]
pub(super) struct Choice {
    /// Use this project file, and look for none.
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Use no project file.
    #[arg(long, global = true)]
    no_config: bool,
}

/// The project file in force, or the defaults of the program.
#[derive(Debug, Default)]
pub(super) struct InForce {
    /// What it states.
    pub(super) project: Project,
    /// Its name; none where there is none.
    pub(super) file: Option<String>,
    /// Its folder, from which the paths in it are meant.
    folder: PathBuf,
}

/// What a command about countries was asked for.
#[derive(Debug)]
pub(super) struct Asked<'p> {
    /// The project, whose weights go before those of the instruments.
    pub(super) project: &'p InForce,
    /// The files and folders of countries.
    pub(super) paths: Vec<PathBuf>,
    /// The instruments, by id or path.
    pub(super) checklists: Vec<String>,
}

impl Choice {
    /// The path of the project file in force.
    pub(super) fn path(&self) -> Option<PathBuf> {
        match &self.config {
            _ if self.no_config => None,
            Some(path) => Some(path.clone()),
            None => upwards(),
        }
    }

    /// The project file in force; none where there are mistakes in it, told already.
    pub(super) fn open(&self) -> anyhow::Result<Option<InForce>> {
        let Some(path) = self.path() else {
            return Ok(Some(InForce::default()));
        };
        let (in_force, examined) = look(&path)?;
        stream::tell(&examined);
        Ok(in_force)
    }
}

/// Reads the project file in force; beside it stands everything in which something was found.
pub(super) fn look(path: &Path) -> anyhow::Result<(Option<InForce>, Vec<Examined>)> {
    let file = files::read(path)?;
    let (examined, project) = read(file.clone());
    let failed = files::ending(&examined) != super::Ending::Done;
    let in_force = project.filter(|_| !failed).map(|project| InForce {
        project,
        file: Some(file.name),
        folder: file.folder,
    });
    Ok((in_force, examined))
}

/// The nearest project file: in the working folder, else in the one above, and so on.
fn upwards() -> Option<PathBuf> {
    let working = std::env::current_dir().ok()?;
    let mut up = PathBuf::new();
    for folder in working.ancestors() {
        if folder.join(PROJECT_FILE).is_file() {
            return Some(up.join(PROJECT_FILE));
        }
        up.push("..");
    }
    None
}

/// Reads a project file; beside it stands everything in which something was found, the file itself last.
pub(super) fn read(file: files::File) -> (Vec<Examined>, Option<Project>) {
    let mut own = OwnChecklists::default();
    let paths = load::project_checklists(&file.name, &file.bytes);
    let bad = own.add_used(&file.folder, &paths, &load::mentioned(&file.bytes));
    let library = own.library();
    let (shelf, mut examined) = library.shelve();
    let (own, project) = load::project(&shelf, &file.name, file.bytes, &bad);
    examined.push(own);
    (examined, project)
}

/// Whether a path names a project file.
pub(super) fn is_project(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == PROJECT_FILE)
}

impl InForce {
    /// The paths and instruments of a command about countries: its own, else the project's, else the program's.
    pub(super) fn asked(
        &self,
        paths: &[PathBuf],
        checklists: &[String],
    ) -> anyhow::Result<Asked<'_>> {
        Ok(Asked {
            project: self,
            paths: self.countries(paths)?,
            checklists: self.checklists(checklists),
        })
    }

    /// Gives instruments the weights of the project.
    pub(super) fn reweigh(&self, checklists: &mut [Checklist<'_>]) {
        let weights = self.project.weights.iter();
        let weights: Vec<&Weight> = weights.map(|one| &one.value).collect();
        for checklist in checklists {
            checklist.reweigh(&weights);
        }
    }

    /// The files and folders of countries.
    pub(super) fn countries(&self, named: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
        if !named.is_empty() {
            return Ok(named.to_vec());
        }
        let countries = self.project.countries.iter();
        let countries: Vec<PathBuf> = countries
            .map(|path| self.folder.join(&path.value))
            .collect();
        if countries.is_empty() {
            match &self.file {
                Some(file) => bail!(
                    "give the file of a country, or a folder; `{file}` names none under `countries`"
                ),
                None => bail!(
                    "give the file of a country, or a folder; or name them under `countries` in a `{PROJECT_FILE}`"
                ),
            }
        }
        Ok(countries)
    }

    /// The instruments, by id or path.
    pub(super) fn checklists(&self, named: &[String]) -> Vec<String> {
        if !named.is_empty() {
            return named.to_vec();
        }
        let shipped = load::checklist_ids();
        let stated: Vec<String> = self
            .project
            .checklists
            .iter()
            .map(|one| {
                if shipped.contains(&one.value.as_str()) {
                    one.value.clone()
                } else {
                    self.path(&one.value).display().to_string()
                }
            })
            .collect();
        if stated.is_empty() {
            vec![CHECKLIST.to_owned()]
        } else {
            stated
        }
    }

    /// The project's checklists of its own.
    pub(super) fn own_checklists(&self) -> Vec<PathBuf> {
        let shipped = load::checklist_ids();
        let stated = self.project.checklists.iter().map(|one| &one.value);
        stated
            .filter(|name| !shipped.contains(&name.as_str()))
            .map(|path| self.path(path))
            .collect()
    }

    /// A path of the project file, as it is from here.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// The rules that an assessment must not break.
    pub(super) fn rules(&self) -> Vec<Rule> {
        let rules = self.project.fail_on.iter();
        rules.map(|rule| rule.value.clone()).collect()
    }
}
