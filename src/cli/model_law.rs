//! `gapcheck assess --model-law`: a checklist as the thing assessed, before anyone copies it.

use anyhow::{Context, bail};

use super::assess::Arguments;
use super::files::{self, OwnChecklists};
use super::{Ending, instruments, stream};
use crate::assess::{Survey, as_law, assess, findings, surplus};
use crate::model::{Assumed, Checklist, Date, Word};
use crate::report::{Form, ModelLaw, Subject, assessment};

pub(super) fn run(arguments: &Arguments, model_law: &str) -> anyhow::Result<Ending> {
    let parts = arguments.output.parts()?;
    if !arguments.if_enacted.is_empty() {
        bail!("`--if-enacted` is about bills of a country, and a model law has none");
    }
    let mut own = OwnChecklists::default();
    let named = instruments::named(&[model_law.to_owned()], &mut own)?;
    let ids = instruments::named(&arguments.checklist, &mut own)?;
    let library = own.library();
    let (shelf, examined) = library.shelve();
    stream::tell(&examined);
    let ending = files::ending(&examined);
    let (Some(assessed), Some(instruments)) = (
        instruments::found(&shelf, &named, ending)?,
        instruments::found(&shelf, &ids, ending)?,
    ) else {
        return Ok(ending);
    };
    let [checklist] = assessed.as_slice() else {
        return Ok(ending);
    };
    let date = arguments
        .as_at
        .or_else(|| own_date(checklist))
        .with_context(|| {
            format!(
                "`{}` has no date: give the date of the report with `--as-at`",
                checklist.id
            )
        })?;
    let law = as_law(checklist, &instruments, date);
    let survey = Survey::new(&law, date, &Assumed::nothing());
    let subject = Subject {
        legislation: &law,
        date,
        results: instruments
            .iter()
            .map(|instrument| assess(&survey, instrument))
            .collect(),
        findings: findings(&survey, &instruments),
        model_law: Some(ModelLaw {
            checklist,
            surplus: surplus(checklist, &instruments),
        }),
    };
    let form = Form::from_word(&arguments.form).unwrap_or(Form::Overview);
    arguments
        .output
        .write(&assessment::report(&subject, form, &parts))?;
    Ok(ending)
}

/// When the text was adopted, else the beginning of the year of the checklist's version, `2026.1`: no clock is asked.
fn own_date(checklist: &Checklist<'_>) -> Option<Date> {
    let adopted = checklist
        .instrument
        .adopted
        .or(checklist.instrument.in_force);
    adopted.or_else(|| {
        let year = checklist.version.split('.').next()?;
        format!("{year}-01-01").parse().ok()
    })
}
