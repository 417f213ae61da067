//! `gapcheck plan`: the plan of technical assistance of one or more countries.

use std::path::{Path, PathBuf};

use super::countries::{self, Seen};
use super::project::Choice;
use super::{Ending, assess, files, stream};
use crate::assess::plan::{Ingredients, plan};
use crate::assess::{Survey, assess as assess_law, findings};
use crate::load;
use crate::model::{
    Assumed, Checklist, Costs, Date, Legislation, MeasureLibrary, Span, UnitCosts, Word,
};
use crate::report::plan::{self as said, Form};
use crate::report::{Part, Report};

/// Draft the plan of technical assistance: from each gap to a measure with grounds, lead, months, effort and cost.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Legislation files (YAML or TOML) or folders of them; `-` is standard input [default: the countries of the project].
    #[arg(value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// An instrument, by its id or by the path of a checklist of your own (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, value_name = "ID|PATH")]
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

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    // What can't be written is refused before any work is done.
    let parts = arguments.output.parts_of("plan")?;
    let own = own_measures(&arguments.measures)?;
    let asked = project.asked(&arguments.files, &arguments.checklist)?;
    let make =
        |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], seen: &Seen<'_, '_>| {
            let (library, examined) = load::measures(seen.shelf.catalogue, own.clone());
            let library = library.ok_or(examined)?;
            let costs = own_costs(&project.project.costs, &library.unit_costs);
            Ok(report(
                legislation,
                checklists,
                (&library, costs.as_ref()),
                arguments,
                &parts,
            ))
        };
    countries::with_each(&asked, make, |_, made| {
        let reports: Result<Vec<Report>, Mistakes> = made.each.into_iter().collect();
        match reports {
            Ok(reports) => {
                arguments.output.write(&said::join(reports))?;
                Ok(made.ending)
            }
            // The measures are the same for every country, and so are the mistakes in them.
            Err(examined) => {
                stream::tell(&examined);
                Ok(made.ending.and(Ending::BadContent))
            }
        }
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

/// The costs that the project states; its currency and year, or the library's.
fn own_costs(costs: &Costs, library: &UnitCosts) -> Option<UnitCosts> {
    if costs.currency.is_none() && costs.units.is_empty() {
        return None;
    }
    let currency = costs.currency.as_ref().map(|stated| stated.value.clone());
    let year = costs.year.as_ref().map(|stated| u32::from(stated.value));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the reader takes numbers above 0, and a cost that is larger is the largest there is"
    )]
    let whole = |cost: f64| Span::exactly(cost.round() as u64);
    let units = costs.units.iter().map(|stated| {
        let (unit, cost) = &stated.value;
        (unit.clone(), whole(*cost))
    });
    Some(UnitCosts {
        currency: currency.unwrap_or_else(|| library.currency.clone()),
        year: year.unwrap_or(library.year),
        units: units.collect(),
    })
}

fn report(
    legislation: &Legislation<'_>,
    checklists: &[&Checklist<'_>],
    (library, costs): (&MeasureLibrary<'_>, Option<&UnitCosts>),
    arguments: &Arguments,
    parts: &[Part],
) -> Report {
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
        library,
        costs,
    });
    let subject = said::Subject {
        legislation,
        date,
        survey: &survey,
        results: &results,
        plan: &plan,
        library: &library.version,
    };
    let form = Form::from_word(&arguments.form).unwrap_or(Form::Matrix);
    said::report(&subject, form, parts)
}
