//! `gapcheck checklists`: which there are, one in full, two side by side, and all by model provision.

use anyhow::{Context, bail};

use super::files::{self, OwnChecklists};
use super::{Ending, instruments, stream};
use crate::assess::{relate, relate_articles};
use crate::report::checklist;

/// Show the instruments that laws are assessed against.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// A checklist of your own that takes part (repeatable).
    #[arg(long, short, global = true, value_name = "PATH")]
    checklist: Vec<String>,
    #[command(flatten)]
    output: stream::Output,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List the checklists at hand.
    List,
    /// Show a checklist article by article, with its elements and permitted narrowings.
    Show {
        /// The checklist's id, or the path of your own.
        id: String,
    },
    /// Lay two checklists side by side: equal, broader, narrower, overlapping.
    Compare {
        /// The checklist whose articles are listed.
        here: String,
        /// The checklist they are compared with.
        there: String,
    },
    /// Show which articles ask for which model provision.
    Crosswalk {
        /// Only these instruments, by id or by the path of your own; all where none is named.
        #[arg(value_name = "ID|PATH")]
        instruments: Vec<String>,
        /// Only this model provision.
        #[arg(long, value_name = "ID")]
        model: Option<String>,
    },
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    arguments.output.parts()?;
    let mut asked = arguments.checklist.clone();
    match &arguments.command {
        Some(Command::Show { id }) => asked.push(id.clone()),
        Some(Command::Compare { here, there }) => asked.extend([here.clone(), there.clone()]),
        Some(Command::Crosswalk { instruments, .. }) => asked.extend(instruments.iter().cloned()),
        Some(Command::List) | None => {}
    }
    let mut own = OwnChecklists::default();
    if let Some(Command::List | Command::Crosswalk { .. }) | None = &arguments.command {
        own.want_all();
    }
    let mut ids = Vec::new();
    for name in &asked {
        let id = instruments::named(std::slice::from_ref(name), &mut own)?;
        ids.push(id.into_iter().next());
    }
    let library = own.library();
    let (shelf, examined) = library.shelve();
    stream::tell(&examined);
    let ending = files::ending(&examined);
    let named = |place: usize| -> anyhow::Result<Option<_>> {
        let Some(id) = ids.iter().rev().nth(place).cloned().flatten() else {
            return Ok(None);
        };
        let found = instruments::found(&shelf, &[id], ending)?;
        Ok(found.and_then(|found| found.into_iter().next()))
    };
    let report = match &arguments.command {
        None | Some(Command::List) => checklist::list(&shelf.checklists),
        Some(Command::Show { .. }) => match named(0)? {
            Some(one) => checklist::show(one),
            None => return Ok(ending),
        },
        Some(Command::Compare { .. }) => match (named(1)?, named(0)?) {
            (Some(here), Some(there)) => {
                let (paragraphs, articles) = (relate(here, there), relate_articles(here, there));
                checklist::compare(here, there, &paragraphs, &articles)
            }
            (None, _) | (_, None) => return Ok(ending),
        },
        Some(Command::Crosswalk { model, instruments }) => {
            if let Some(id) = model {
                let known = shelf.catalogue.get(id);
                known.with_context(|| {
                    format!("there is no model provision `{id}`; without `--model`, all are listed")
                })?;
            }
            let all: Vec<_> = if instruments.is_empty() {
                shelf.checklists.iter().collect()
            } else {
                let ids: Vec<String> = ids.iter().flatten().cloned().collect();
                match instruments::found(&shelf, &ids, ending)? {
                    Some(named) => named,
                    None => return Ok(ending),
                }
            };
            checklist::crosswalk(shelf.catalogue, &all, model.as_deref())
        }
    };
    if shelf.checklists.is_empty() {
        bail!("no checklist could be read");
    }
    arguments.output.write(&report)?;
    Ok(ending)
}
