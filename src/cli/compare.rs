//! `gapcheck compare`: countries side by side.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::assess::date;
use super::countries::Seen;
use super::project::Choice;
use super::{Ending, countries, files, stream};
use crate::assess::comparison::{By, Comparison, KeptCountry, keep};
use crate::assess::{Survey, Verdict};
use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::comparison::{Form, Listing, report};

/// Lay countries side by side: who has what, by law in force; which gaps recur; and where assistance reaches many at once.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML) or folders of them, which are walked by file name; `-` is standard input [default: the countries of the project].
    #[arg(value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, visible_alias = "instrument", value_name = "ID|PATH")]
    checklist: Vec<String>,
    /// Compare the law as it was or will be at this date, instead of each file's own.
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_at: Option<Date>,
    /// What a line stands for.
    #[arg(long, value_parser = words::<By>(), default_value = "requirement")]
    by: String,
    /// Countries as columns, or one row for each line and country. CSV is always long.
    #[arg(long, value_parser = words::<Form>(), default_value = "wide")]
    form: String,
    /// Only countries of this region (repeatable).
    #[arg(long, value_name = "NAME")]
    region: Vec<String>,
    /// Only requirements that are named first whatever the score.
    #[arg(long)]
    gate: bool,
    /// Only this verdict (repeatable): its rows, and in the wide form the lines on which a country has it.
    #[arg(long, value_parser = words::<Verdict>())]
    verdict: Vec<String>,
    /// List the gaps that at least N countries have, instead of those that most have.
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    common_gaps: Option<usize>,
    /// Rank countries by score; those whose intervals overlap share a rank.
    #[arg(long)]
    rank: bool,
    /// Score again under other weightings, and say whose band changes with them or with what is unknown.
    #[arg(long)]
    sensitivity: bool,
    /// Compare with a file written earlier, print the difference, and end with 3 if there is one.
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    check: Option<PathBuf>,
    #[command(flatten)]
    output: stream::Output,
}

fn words<T: Word>() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(T::ALL.iter().map(|value| value.word()))
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    // What can't be written is refused before any work is done.
    let parts = match &arguments.check {
        Some(path) => vec![arguments.output.part_for(path)?],
        None => arguments.output.parts()?,
    };
    let listing = listing(arguments);
    let asked = project.asked(&arguments.files, &arguments.checklist)?;
    let passed_over = files::passed_over(&asked.paths);
    tell("passed over, since no YAML or TOML", &passed_over);
    let make = |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], _: &Seen<'_, '_>| {
        kept(legislation, checklists, arguments.as_at)
    };
    countries::with_each(&asked, make, |checklists, made| {
        tell_checklists(&made.no_countries);
        let countries = of_regions(made.each, &arguments.region)?;
        let comparison = Comparison::new(checklists, countries);
        let report = report(&comparison, &listing, &parts);
        let written = match &arguments.check {
            Some(path) => check(&arguments.output, &report, path)?,
            None => {
                arguments.output.write(&report)?;
                Ending::Done
            }
        };
        Ok(made.ending.and(written))
    })
}

fn kept<'c>(
    legislation: &'c Legislation<'c>,
    checklists: &[&'c Checklist<'c>],
    date: Option<Date>,
) -> KeptCountry {
    let date = date.unwrap_or(legislation.as_at);
    keep(
        &Survey::new(legislation, date, &Assumed::nothing()),
        checklists,
    )
}

fn listing(arguments: &Arguments) -> Listing {
    let verdicts = arguments.verdict.iter();
    Listing {
        by: By::from_word(&arguments.by).unwrap_or(By::Requirement),
        form: Form::from_word(&arguments.form).unwrap_or(Form::Wide),
        regions: arguments.region.clone(),
        gates: arguments.gate,
        verdicts: verdicts
            .filter_map(|word| Verdict::from_word(word))
            .collect(),
        common_gaps: arguments.common_gaps,
        rank: arguments.rank,
        sensitivity: arguments.sensitivity,
    }
}

/// The countries of the regions asked for.
fn of_regions(countries: Vec<KeptCountry>, asked: &[String]) -> anyhow::Result<Vec<KeptCountry>> {
    let is = |one: &KeptCountry, name: &str| one.region.as_deref() == Some(name);
    for name in asked {
        if countries.iter().any(|one| is(one, name)) {
            continue;
        }
        let mut known: Vec<&str> = countries
            .iter()
            .filter_map(|one| one.region.as_deref())
            .collect();
        known.sort_unstable();
        known.dedup();
        if known.is_empty() {
            bail!(
                "no country is in the region `{name}`, and none of the files names a region: it stands under `country`, as `region`"
            );
        }
        bail!(
            "no country is in the region `{name}`; there are: {}",
            known.join(", ")
        );
    }
    let mut countries = countries;
    countries.retain(|one| asked.is_empty() || asked.iter().any(|name| is(one, name)));
    Ok(countries)
}

/// Whether a file written earlier says what would be written now.
fn check(
    output: &stream::Output,
    report: &crate::report::Report,
    path: &Path,
) -> anyhow::Result<Ending> {
    match output.difference(report, path)? {
        None => {
            stream::say(&format!("{} is up to date", path.display()));
            Ok(Ending::Done)
        }
        Some(difference) => {
            stream::print(difference.as_bytes())?;
            stream::say(&format!(
                "{} is out of date: run the same command with `--output` in place of `--check`",
                path.display()
            ));
            Ok(Ending::Refused)
        }
    }
}

fn tell_checklists(paths: &[PathBuf]) {
    let what = match paths.len() {
        1 => "1 file is a checklist, and no country".to_owned(),
        number => format!("{number} files are checklists, and no countries"),
    };
    tell(&what, paths);
}

/// How many files that were passed over are named.
const NAMED: usize = 3;

/// Tells which files were not compared and why, so that nothing is skipped in silence.
fn tell(what: &str, paths: &[PathBuf]) {
    let named = paths.iter().take(NAMED);
    let named: Vec<String> = named.map(|path| path.display().to_string()).collect();
    let more = match paths.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    if !named.is_empty() {
        stream::say(&format!("{what}: {}{more}", named.join(", ")));
    }
}
