//! `gapcheck config`: what is in force in this folder, and where it comes from.

use super::project::{CHECKLIST, Choice};
use super::{Ending, stream};
use crate::report::project;

/// Show the defaults in force here, and the line of the project file that each comes from.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    output: stream::Output,
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let Some(in_force) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    let file = in_force.file.as_deref();
    arguments
        .output
        .write(&project::report(&in_force.project, file, CHECKLIST))?;
    Ok(Ending::Done)
}
