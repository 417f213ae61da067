//! `gapcheck plan`: the plan of technical assistance of one or more countries.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::countries::{self, Seen};
use super::kept::{Keeping, Merged, Read};
use super::project::Choice;
use super::{Ending, assess, files, stream};
use crate::assess::plan::region::{CountryPlan, region, usual_share};
use crate::assess::plan::{Ingredients, edited, measures, plan};
use crate::assess::{Survey, assess as assess_law, findings};
use crate::load;
use crate::model::{
    Assumed, Checklist, Costs, Date, Legislation, MeasureLibrary, Span, UnitCosts, Word,
};
use crate::report::plan::{self as said, Form};
use crate::report::{Part, Report, regional_plan};

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
    #[arg(long, value_parser = forms(), value_name = "FORM", conflicts_with = "lint")]
    form: Option<String>,
    #[command(flatten)]
    keeping: Keeping,
    /// Look whether the plan can be carried out: the criteria of SIGMA and the OECD, line by line, and what to write where.
    #[arg(long)]
    lint: bool,
    /// One plan over all countries: what at least so many of them need is done once [default for folders: half of them, and at least 2].
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u32).range(2..), conflicts_with_all = ["save", "with", "lint", "form"])]
    common: Option<u32>,
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
    let Ok(kept) = arguments.keeping.read()? else {
        return Ok(Ending::BadContent);
    };
    let asked = project.asked(&arguments.files, &checklists(arguments, kept.as_ref()))?;
    let is_regional = is_regional(arguments, &asked.paths);
    let make =
        |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], seen: &Seen<'_, '_>| {
            let (library, examined) = load::measures(seen.shelf.catalogue, own.clone());
            let library = library.ok_or(examined)?;
            let costs = own_costs(&project.project.costs, &library.unit_costs);
            let made = report(
                legislation,
                checklists,
                (&library, costs.as_ref()),
                (arguments, kept.as_ref()),
                &parts,
            );
            Ok(made)
        };
    countries::with_each(&asked, make, |instruments, made| {
        let each: Result<Vec<anyhow::Result<Drafted>>, Mistakes> = made.each.into_iter().collect();
        match each {
            Ok(each) => {
                if each.len() > 1 && arguments.keeping.is_asked() {
                    bail!("a plan is kept for one country: give the file of one");
                }
                let mut reports = Vec::new();
                let mut region = Vec::new();
                for drafted in each {
                    let Drafted {
                        report,
                        country,
                        merged,
                    } = drafted?;
                    region.push(country);
                    if let Some(merged) = merged {
                        arguments.keeping.write(&merged)?;
                    }
                    reports.push(report);
                }
                let report = if is_regional && (arguments.common.is_some() || region.len() > 1) {
                    regional(region, arguments, instruments, &parts)?
                } else if arguments.lint {
                    said::lint::join(reports)
                } else {
                    said::join(reports)
                };
                arguments.output.write(&report)?;
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

/// What is made of one country.
struct Drafted {
    report: Report,
    country: CountryPlan,
    /// The plan that is kept.
    merged: Option<Merged>,
}

/// Whether one plan over all countries is wanted: where `--common` asks for it, or a folder was named and nothing that is for one country.
fn is_regional(arguments: &Arguments, paths: &[PathBuf]) -> bool {
    arguments.common.is_some()
        || (!arguments.keeping.is_asked()
            && !arguments.lint
            && arguments.form.is_none()
            && paths.iter().any(|path| path.is_dir()))
}

/// Each country once: of several files on one, that with the latest law.
fn each_once(countries: Vec<CountryPlan>) -> Vec<CountryPlan> {
    let mut each: Vec<CountryPlan> = Vec::new();
    for country in countries {
        let known = each
            .iter_mut()
            .find(|known| known.country.code == country.country.code);
        let Some(known) = known else {
            each.push(country);
            continue;
        };
        if country.date >= known.date {
            *known = country;
        }
        stream::say(&format!(
            "{} stands in several files: its law as at {} is taken",
            known.country.code, known.date
        ));
    }
    each
}

fn regional(
    countries: Vec<CountryPlan>,
    arguments: &Arguments,
    instruments: &[&Checklist<'_>],
    parts: &[Part],
) -> anyhow::Result<Report> {
    let countries = each_once(countries);
    let number = countries.len();
    if number < 2 {
        bail!("a regional plan takes two countries: give two or more files, or a folder of them");
    }
    let common = match arguments.common {
        Some(common) => usize::try_from(common).unwrap_or(usize::MAX),
        None => usual_share(number),
    };
    if common > number {
        bail!("`--common {common}` asks for more countries than there are: {number} could be read");
    }
    let titles: Vec<String> = instruments
        .iter()
        .map(|one| one.short_title.clone())
        .collect();
    Ok(regional_plan::report(
        &region(&countries, common),
        &titles,
        parts,
    ))
}

/// The instruments named; else those of the kept plan, so that its gaps are looked at again.
fn checklists(arguments: &Arguments, kept: Option<&Read>) -> Vec<String> {
    match kept {
        Some(kept) if arguments.checklist.is_empty() => kept.plan.checklists.clone(),
        Some(_) | None => arguments.checklist.clone(),
    }
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
    (arguments, read): (&Arguments, Option<&Read>),
    parts: &[Part],
) -> anyhow::Result<Drafted> {
    let date = arguments.as_at.unwrap_or(legislation.as_at);
    let survey = Survey::new(legislation, date, &Assumed::nothing());
    let results: Vec<_> = checklists
        .iter()
        .map(|checklist| assess_law(&survey, checklist))
        .collect();
    let findings = findings(&survey, checklists);
    let ingredients = Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library,
        costs,
    };
    let draft = plan(&ingredients);
    let mut subject = said::Subject {
        legislation,
        date,
        survey: &survey,
        results: &results,
        plan: &draft,
        library: &library.version,
    };
    let form = arguments.form.as_deref().and_then(Form::from_word);
    let form = form.unwrap_or(Form::Matrix);
    let say = |subject: &said::Subject<'_>| {
        if arguments.lint {
            said::lint::report(subject, arguments.keeping.name().as_deref(), parts)
        } else {
            said::report(subject, form, parts)
        }
    };
    let country = CountryPlan::new(legislation, date, &draft);
    let Some(merged) = arguments.keeping.merged(read, &subject)? else {
        return Ok(Drafted {
            report: say(&subject),
            country,
            merged: None,
        });
    };
    let measures = measures(&merged.plan, &draft);
    let edited = edited(plan(&ingredients), &ingredients, &merged.plan, &measures);
    subject.plan = &edited;
    Ok(Drafted {
        report: say(&subject),
        country,
        merged: Some(merged),
    })
}
