//! `gapcheck assess`: the gap report of one or more countries.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::bail;

use super::countries::Seen;
use super::policy::{Policing, Policy, Tested};
use super::project::{Choice, InForce};
use super::{Ending, countries, stream};
use crate::assess::{Survey, assess, assess_if, findings};
use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::{Form, Part, Report, Subject, assessment};

/// Assess countries' laws against instruments, and report the gaps.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML) or folders of them; `-` is standard input [default: the countries of the project].
    #[arg(value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// Assess a checklist instead of a country, such as a model law before it is copied.
    #[arg(long, value_name = "ID|PATH", conflicts_with = "files")]
    model_law: Option<String>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, value_name = "ID|PATH")]
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
    /// Add how each score came about, with the weights of the checklist and of the project.
    #[arg(long)]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) rules: Policing,
    #[command(flatten)]
    pub(super) output: stream::Output,
}

/// A date on the command line.
pub(super) fn date(text: &str) -> Result<Date, String> {
    Date::from_str(text)
        .map_err(|error| format!("{error}; write year, month and day, such as 2026-06-30"))
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    // What can't be written is refused before any work is done.
    let parts = arguments.output.parts()?;
    arguments.rules.refuse_early()?;
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    let Some(policy) = arguments.rules.open(&project)? else {
        return Ok(Ending::BadContent);
    };
    match &arguments.model_law {
        Some(model_law) => super::model_law::run(arguments, model_law, &project, &policy),
        None => assess_countries(arguments, &parts, &project, &policy),
    }
}

/// What is made of one country.
struct Made {
    /// Whether it knows every law that `--if-enacted` names.
    knows_all: bool,
    report: Report,
    /// What came of the rules.
    tested: Option<Tested>,
}

fn assess_countries(
    arguments: &Arguments,
    parts: &[Part],
    project: &InForce,
    policy: &Policy,
) -> anyhow::Result<Ending> {
    let asked = project.asked(&arguments.files, &arguments.checklist)?;
    let make =
        |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], seen: &Seen<'_, '_>| {
            let subject = subject(legislation, checklists, arguments);
            Made {
                knows_all: knows_all(legislation, &arguments.if_enacted),
                report: report(&subject, arguments, parts),
                tested: (!policy.is_empty()).then(|| policy.examine(&subject, seen.source)),
            }
        };
    countries::with_each(&asked, make, |checklists, made| {
        policy.refuse_idle(checklists)?;
        if !made.each.iter().any(|one| one.knows_all) {
            bail!(
                "`--if-enacted` names a law that no file has: {}",
                arguments.if_enacted.join(", ")
            );
        }
        let mut ending = made.ending;
        let (mut reports, mut tested) = (Vec::new(), Vec::new());
        for one in made.each {
            reports.push(one.report);
            tested.extend(one.tested);
        }
        arguments.output.write(&assessment::join(reports))?;
        if !policy.is_empty() {
            ending = ending.and(arguments.rules.tell(tested)?);
        }
        Ok(ending)
    })
}

fn knows_all(legislation: &Legislation<'_>, named: &[String]) -> bool {
    let known = |name: &String| legislation.laws.iter().any(|law| law.id == *name);
    named.iter().all(|name| name == "all" || known(name))
}

fn subject<'c>(
    legislation: &'c Legislation<'c>,
    checklists: &[&'c Checklist<'c>],
    arguments: &Arguments,
) -> Subject<'c> {
    let date = arguments.as_at.unwrap_or(legislation.as_at);
    let survey = Survey::new(legislation, date, &Assumed::nothing());
    let results = checklists
        .iter()
        .map(|checklist| match assumed(&arguments.if_enacted) {
            Some(assumed) => assess_if(legislation, date, &assumed, checklist),
            None => assess(&survey, checklist),
        })
        .collect();
    Subject {
        legislation,
        date,
        findings: findings(&survey, checklists),
        results,
        model_law: None,
    }
}

/// The report on a country, or on a model law.
pub(super) fn report(subject: &Subject<'_>, arguments: &Arguments, parts: &[Part]) -> Report {
    let form = Form::from_word(&arguments.form).unwrap_or(Form::Overview);
    let mut report = assessment::report(subject, form, parts);
    if arguments.explain {
        assessment::explain(subject, &mut report.document);
    }
    report
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
