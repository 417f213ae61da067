//! `gapcheck completions` and `gapcheck man`: what shells and manual readers want.

use anyhow::Context;
use clap::CommandFactory;
use std::path::PathBuf;

use super::{Ending, stream};

/// Write a completion script for a shell.
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Write the manual page, or one page for each command into a folder.
#[derive(Debug, clap::Args)]
pub(super) struct Man {
    /// The folder to write all pages to.
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

pub(super) fn completions(arguments: &Completions) -> anyhow::Result<Ending> {
    let mut buffer = Vec::new();
    let mut command = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "gapcheck", &mut buffer);
    stream::print(&buffer)?;
    Ok(Ending::Done)
}

pub(super) fn man(arguments: &Man) -> anyhow::Result<Ending> {
    let command = super::Arguments::command();
    match &arguments.output {
        Some(folder) => clap_mangen::generate_to(command, folder)
            .with_context(|| format!("the pages can't be written to `{}`", folder.display()))?,
        None => {
            let mut buffer = Vec::new();
            clap_mangen::Man::new(command).render(&mut buffer)?;
            stream::print(&buffer)?;
        }
    }
    Ok(Ending::Done)
}
