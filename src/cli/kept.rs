//! The kept plan of `gapcheck plan`: read before the country, merged with the draft, and written back as a whole or not at all.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::{files, stream};
use crate::load;
use crate::model::{KeptPlan, LineState};
use crate::report::plan::{Subject, kept};

/// Where the plan is kept.
#[derive(Debug, clap::Args)]
pub(super) struct Keeping {
    /// Keep the plan in this file (YAML): it is created, or the draft is merged into it. What you wrote stays as it is.
    #[arg(long, value_name = "PLAN", conflicts_with = "with")]
    save: Option<PathBuf>,
    /// Report on the plan kept in this file, and write nothing into it.
    #[arg(long, value_name = "PLAN")]
    with: Option<PathBuf>,
}

/// A plan as it was read.
#[derive(Debug)]
pub(super) struct Read {
    /// What it says.
    pub(super) plan: KeptPlan,
    /// The text it was read from, and how it begins: editors may put a mark before the text.
    text: String,
    has_mark: bool,
}

const MARK: &[u8] = "\u{feff}".as_bytes();

impl Keeping {
    /// Whether a plan is kept, or to be kept.
    pub(super) fn is_asked(&self) -> bool {
        self.save.is_some() || self.with.is_some()
    }

    /// The name of the file in which the plan is kept.
    pub(super) fn name(&self) -> Option<String> {
        let path = self.with.as_ref().or(self.save.as_ref())?;
        Some(path.display().to_string())
    }

    /// Reads the plan that is kept: none where it is still to be created. A file with a mistake is told of, and `Err` comes back.
    pub(super) fn read(&self) -> anyhow::Result<Result<Option<Read>, ()>> {
        if let Some(path) = &self.save {
            refuse_other_files(path)?;
        }
        let Some(path) = self.with.as_ref().or(self.save.as_ref()) else {
            return Ok(Ok(None));
        };
        if self.with.is_none() && !path.exists() {
            return Ok(Ok(None));
        }
        let file = files::read(path)?;
        let has_mark = file.bytes.starts_with(MARK);
        let (examined, plan) = load::kept_plan(&file.name, file.bytes);
        let text = examined.source.text().to_owned();
        let found = examined.diagnostics.error_count() + examined.diagnostics.warning_count();
        if found > 0 {
            stream::tell(&[examined]);
        }
        let Some(plan) = plan else {
            let untouched = if self.save.is_some() {
                " and was not written over"
            } else {
                ""
            };
            stream::say(&format!(
                "{} is no sound plan{untouched}: mend the errors above, or see `gapcheck explain CODE`",
                path.display()
            ));
            return Ok(Err(()));
        };
        Ok(Ok(Some(Read {
            plan,
            text,
            has_mark,
        })))
    }

    /// The plan with the draft merged into it, where it is saved; else as it was read.
    pub(super) fn merged(
        &self,
        read: Option<&Read>,
        subject: &Subject<'_>,
    ) -> anyhow::Result<Option<Merged>> {
        if let Some(read) = read {
            let country = &subject.legislation.country;
            if read.plan.country != country.code {
                bail!(
                    "the kept plan is for `{}`, and the law is that of `{}` ({})",
                    read.plan.country,
                    country.code,
                    country.name
                );
            }
        }
        let text = match (read, &self.save) {
            (None, None) => return Ok(None),
            (Some(read), None) => {
                return Ok(Some(Merged {
                    plan: read.plan.clone(),
                    text: None,
                    told: String::new(),
                }));
            }
            (None, Some(_)) => load::write_plan(&kept::fresh(subject)),
            (Some(read), Some(_)) => {
                load::change_plan(&read.text, &kept::changes(subject, &read.plan))?
            }
        };
        let name = "the plan that was to be written";
        let (_, plan) = load::kept_plan(name, text.clone().into_bytes());
        let plan = plan.context("the plan can't be written so that it could be read again")?;
        let told = told(read.map(|read| &read.plan), &plan);
        let is_new = read.is_none_or(|read| read.text != text);
        let mark = if read.is_some_and(|read| read.has_mark) {
            MARK
        } else {
            &[]
        };
        let bytes = [mark, text.as_bytes()].concat();
        Ok(Some(Merged {
            plan,
            text: is_new.then_some(bytes),
            told,
        }))
    }

    /// Writes what was merged; a file that is up to date is not touched.
    pub(super) fn write(&self, merged: &Merged) -> anyhow::Result<()> {
        let Some(path) = &self.save else {
            return Ok(());
        };
        if let Some(bytes) = &merged.text {
            stream::replace(path, bytes)?;
            stream::say(&format!("wrote {}: {}", path.display(), merged.told));
        } else {
            stream::say(&format!("{} is up to date", path.display()));
        }
        Ok(())
    }
}

/// A plan after merging.
#[derive(Debug)]
pub(super) struct Merged {
    /// What it says.
    pub(super) plan: KeptPlan,
    /// The bytes to write; none where nothing changes.
    text: Option<Vec<u8>>,
    told: String,
}

/// Only YAML keeps comments and layout while it is changed.
fn refuse_other_files(path: &Path) -> anyhow::Result<()> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_yaml = ending.is_some_and(|ending| {
        ["yaml", "yml"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    });
    if !is_yaml {
        bail!(
            "a plan is kept in a YAML file: give `--save` a name that ends with .yaml, and not `{}`",
            path.display()
        );
    }
    Ok(())
}

/// `3 lines new, 1 done`: what became of the lines.
fn told(before: Option<&KeptPlan>, after: &KeptPlan) -> String {
    let was = |id: &str| before.and_then(|plan| plan.line(id));
    let new = after.lines.iter().filter(|line| was(&line.id).is_none());
    let mut parts = vec![crate::diagnostic::count(new.count(), "new line")];
    let turned = |state: LineState| {
        let lines = after.lines.iter().filter(|line| {
            line.standing.state == state
                && was(&line.id).is_some_and(|old| old.standing.state != state)
        });
        lines.count()
    };
    for (state, word) in [
        (LineState::Done, "done"),
        (LineState::Open, "opened again"),
        (LineState::Moved, "answered by others"),
    ] {
        let number = turned(state);
        if number > 0 {
            parts.push(format!("{number} {word}"));
        }
    }
    parts.join(", ")
}
