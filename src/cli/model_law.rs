//! `gapcheck assess --model-law`: a checklist as the thing assessed, before anyone copies it.

use anyhow::{Context, bail};

use super::assess::{self, Arguments};
use super::files::{self, OwnChecklists};
use super::policy::Policy;
use super::project::InForce;
use super::{Ending, instruments, stream};
use crate::assess::{Survey, as_law, assess as lay_beside, findings, surplus};
use crate::diagnostic::Source;
use crate::model::{Assumed, Checklist, Date, Legislation};
use crate::report::{ModelLaw, Subject};

pub(super) fn run(
    arguments: &Arguments,
    model_law: &str,
    project: &InForce,
    policy: &Policy,
) -> anyhow::Result<Ending> {
    let parts = arguments.output.parts()?;
    if !arguments.if_enacted.is_empty() {
        bail!("`--if-enacted` is about bills of a country, and a model law has none");
    }
    let mut own = OwnChecklists::default();
    let named = instruments::named(&[model_law.to_owned()], &mut own)?;
    let ids = instruments::named(&project.checklists(&arguments.checklist), &mut own)?;
    let library = own.library();
    let (mut shelf, examined) = library.shelve();
    project.reweigh(&mut shelf.checklists);
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
    let subject = subject(checklist, &law, &instruments, date);
    policy.refuse_idle(&instruments)?;
    arguments
        .output
        .write(&assess::report(&subject, arguments, &parts))?;
    if policy.is_empty() {
        return Ok(ending);
    }
    // A model law has no file with sections to point at, so that its name stands for it.
    let tested = policy.examine(&subject, &Source::new(model_law, ""));
    Ok(ending.and(arguments.rules.tell(vec![tested])?))
}

fn subject<'c>(
    checklist: &'c Checklist<'c>,
    law: &'c Legislation<'c>,
    instruments: &[&'c Checklist<'c>],
    date: Date,
) -> Subject<'c> {
    let survey = Survey::new(law, date, &Assumed::nothing());
    Subject {
        legislation: law,
        date,
        results: instruments
            .iter()
            .map(|instrument| lay_beside(&survey, instrument))
            .collect(),
        findings: findings(&survey, instruments),
        model_law: Some(ModelLaw {
            checklist,
            surplus: surplus(checklist, instruments),
        }),
    }
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
