//! `gapcheck assess`: the gap report of one or more countries.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::bail;

use super::{Ending, countries, stream};
use crate::assess::{Survey, assess, assess_if, findings};

use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::{Form, Part, Report, Subject, assessment};

/// Assess countries' laws against instruments, and report the gaps.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML) or folders of them; `-` is standard input.
    #[arg(required_unless_present = "model_law", value_name = "FILE|FOLDER")]
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
pub(super) fn date(text: &str) -> Result<Date, String> {
    Date::from_str(text)
        .map_err(|error| format!("{error}; write year, month and day, such as 2026-06-30"))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    match &arguments.model_law {
        Some(model_law) => super::model_law::run(arguments, model_law),
        None => assess_countries(arguments),
    }
}

fn assess_countries(arguments: &Arguments) -> anyhow::Result<Ending> {
    // What can't be written is refused before any work is done.
    let parts = arguments.output.parts()?;
    let make = |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>]| {
        let known = knows_all(legislation, &arguments.if_enacted);
        (known, report(legislation, checklists, arguments, &parts))
    };
    countries::with_each(&arguments.files, &arguments.checklist, make, |_, made| {
        if !made.each.iter().any(|(known, _)| *known) {
            bail!(
                "`--if-enacted` names a law that no file has: {}",
                arguments.if_enacted.join(", ")
            );
        }
        let reports = made.each.into_iter().map(|(_, report)| report).collect();
        arguments.output.write(&assessment::join(reports))?;
        Ok(made.ending)
    })
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
