//! `gapcheck cooperate`: dual criminality, thresholds, treaties and powers between two or more countries.

use std::path::PathBuf;

use anyhow::bail;

use super::countries::Seen;
use super::project::Choice;
use super::{Ending, assess, countries, stream};
use crate::assess::Survey;
use crate::assess::cooperation::{Profile, UnknownOffence, Yardsticks};
use crate::load::Shelf;
use crate::model::{Assumed, Checklist, Date, Legislation, Word};
use crate::report::{Form, cooperation};

/// Ask whether countries' laws let them help each other: dual criminality limb by limb, thresholds, treaties, powers.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Two or more legislation files (YAML or TOML) or folders of them; `-` is standard input [default: the countries of the project].
    #[arg(value_name = "FILE|FOLDER")]
    files: Vec<PathBuf>,
    /// The instrument whose offences and limbs are compared, by its id or by the path of a checklist of your own (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, value_name = "ID|PATH")]
    checklist: Vec<String>,
    /// Only this offence (repeatable); any of the catalogue, instead of those for which the instrument wants extradition.
    #[arg(long, value_name = "ID")]
    offence: Vec<String>,
    /// Compare the laws as they were or will be at this date, instead of each file's own.
    #[arg(long, value_name = "DATE", value_parser = assess::date)]
    as_at: Option<Date>,
    /// How long the report is: `full` adds the tables limb by limb and, for more than two countries, a page for each pair.
    #[arg(long, value_parser = ["overview", "full"], default_value = "overview")]
    form: String,
    #[command(flatten)]
    output: stream::Output,
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    let parts = arguments.output.parts()?;
    let asked = project.asked(&arguments.files, &arguments.checklist)?;
    let make =
        |legislation: &Legislation<'_>, checklists: &[&Checklist<'_>], seen: &Seen<'_, '_>| {
            profile(legislation, checklists, seen.shelf, arguments)
        };
    countries::with_each(&asked, make, |checklists, made| {
        let profiles = made.each.into_iter().collect::<Result<Vec<_>, _>>()?;
        if profiles.len() < 2 {
            if made.ending == Ending::Done {
                bail!(
                    "cooperation takes two countries: give two or more files, or a folder of them"
                );
            }
            return Ok(made.ending);
        }
        let subject = cooperation::Subject {
            profiles: &profiles,
            checklists,
        };
        let form = Form::from_word(&arguments.form).unwrap_or(Form::Overview);
        arguments
            .output
            .write(&cooperation::report(&subject, form, &parts))?;
        Ok(made.ending)
    })
}

/// What other States need to know of a country, so that its file need not be kept.
fn profile(
    legislation: &Legislation<'_>,
    checklists: &[&Checklist<'_>],
    shelf: &Shelf<'_>,
    arguments: &Arguments,
) -> Result<Profile, UnknownOffence> {
    let yardsticks = Yardsticks::new(shelf.catalogue, checklists, &arguments.offence)?;
    let date = arguments.as_at.unwrap_or(legislation.as_at);
    let survey = Survey::new(legislation, date, &Assumed::nothing());
    Ok(Profile::new(&survey, &yardsticks, &shelf.checklists))
}
