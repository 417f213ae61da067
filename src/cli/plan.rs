//! `gapcheck plan`: the plan of technical assistance of one or more countries.

use std::path::{Path, PathBuf};

use super::{Ending, assess, countries, files, stream};
use crate::assess::plan::{Ingredients, plan};
use crate::assess::{Survey, assess as assess_law, findings};
use crate::load::{self, Shelf};
use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::plan::{self as said, Form};
use crate::report::{Part, Report};

/// Draft the plan of technical assistance: from each gap to a measure with grounds, lead, months, effort and cost.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML) or folders of them; `-` is standard input.
    #[arg(required = true, value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable).
    #[arg(long, short, value_name = "ID|PATH", default_value = "budapest")]
    checklist: Vec<String>,
    /// Measures of your own (repeatable); one with the id of a shipped measure replaces it, the others go before the shipped ones.
    #[arg(long, value_name = "FILE")]
    measures: Vec<PathBuf>,
    /// Plan for the law as it was or will be at this date, instead of the file's own.
    #[arg(long, value_name = "DATE", value_parser = assess::date)]
    as_at: Option<Date>,
    /// What the document looks like.
    #[arg(long, value_parser = forms(), default_value = "matrix")]
    form: String,
    #[command(flatten)]
    output: stream::Output,
}

fn forms() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(Form::ALL.iter().map(|form| form.word()))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    // What can't be written is refused before any work is done.
    let parts = arguments.output.parts()?;
    let own = own_measures(&arguments.measures)?;
    let make = |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], shelf: &Shelf<'_>| {
        report(legislation, checklists, shelf, &own, arguments, &parts)
    };
    countries::with_shelf(&arguments.files, &arguments.checklist, make, |_, made| {
        let mut ending = made.ending;
        let mut reports = Vec::new();
        for report in made.each {
            match report {
                Ok(report) => reports.push(report),
                Err(examined) if ending != Ending::BadContent || reports.is_empty() => {
                    // The measures are the same for every country, and so are the mistakes in them.
                    stream::tell(&examined);
                    return Ok(ending.and(Ending::BadContent));
                }
                Err(_) => ending = ending.and(Ending::BadContent),
            }
        }
        arguments.output.write(&said::join(reports))?;
        Ok(ending)
    })
}

type Mistakes = Vec<crate::diagnostic::Examined>;

fn own_measures(paths: &[PathBuf]) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let read = |path: &PathBuf| {
        let file = files::read(Path::new(path))?;
        Ok((file.name, file.bytes))
    };
    paths.iter().map(read).collect()
}

fn report(
    legislation: &Legislation<'_>,
    checklists: &[&Checklist<'_>],
    shelf: &Shelf<'_>,
    own: &[(String, Vec<u8>)],
    arguments: &Arguments,
    parts: &[Part],
) -> Result<Report, Mistakes> {
    let (library, examined) = load::measures(shelf.catalogue, own.to_vec());
    let library = library.ok_or(examined)?;
    let date = arguments.as_at.unwrap_or(legislation.as_at);
    let survey = Survey::new(legislation, date, &Assumed::nothing());
    let results: Vec<_> = checklists
        .iter()
        .map(|checklist| assess_law(&survey, checklist))
        .collect();
    let findings = findings(&survey, checklists);
    let plan = plan(&Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library: &library,
        costs: None,
    });
    let subject = said::Subject {
        legislation,
        date,
        results: &results,
        plan: &plan,
        library: &library.version,
    };
    let form = Form::from_word(&arguments.form).unwrap_or(Form::Matrix);
    Ok(said::report(&subject, form, parts))
}
