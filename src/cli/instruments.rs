//! Instruments as the command line names them: by id, or by the path of a checklist of the user's own.

use std::path::Path;

use anyhow::bail;

use super::Ending;
use super::files::{self, OwnChecklists};
use crate::load::{self, Shelf};
use crate::model::Checklist;

/// The ids of the checklists asked for; those given by a path are added to the user's own.
pub(super) fn named(asked: &[String], own: &mut OwnChecklists) -> anyhow::Result<Vec<String>> {
    let shipped = load::checklist_ids();
    let mut ids = Vec::new();
    for name in asked {
        if shipped.contains(&name.as_str()) || !looks_like_a_path(name) {
            own.want(name);
            ids.push(name.clone());
            continue;
        }
        let file = files::read(Path::new(name))?;
        if let Some(id) = load::checklist_id(&file.name, &file.bytes) {
            ids.push(id);
        }
        own.add(file);
    }
    let mut seen = Vec::new();
    ids.retain(|id| {
        let new = !seen.contains(id);
        seen.push(id.clone());
        new
    });
    Ok(ids)
}

fn looks_like_a_path(name: &str) -> bool {
    name.contains(['/', '\\', '.']) || Path::new(name).is_file()
}

/// The checklists of those ids; none where a mistake in a file, told already, keeps one away.
pub(super) fn found<'s, 'c>(
    shelf: &'s Shelf<'c>,
    ids: &[String],
    ending: Ending,
) -> anyhow::Result<Option<Vec<&'s Checklist<'c>>>> {
    let mut checklists = Vec::new();
    for id in ids {
        match shelf.get(id) {
            Some(checklist) => checklists.push(checklist),
            None if ending == Ending::BadContent => return Ok(None),
            None => {
                let own = shelf.checklists.iter().map(|one| one.id.as_str());
                let shipped = load::checklist_ids();
                let own = own.filter(|id| !shipped.contains(id)).collect::<Vec<_>>();
                let known = [shipped.as_slice(), own.as_slice()].concat();
                bail!(
                    "there is no checklist `{id}`; give one of {}, or the path of your own",
                    known.join(", ")
                );
            }
        }
    }
    Ok(Some(checklists).filter(|checklists| !checklists.is_empty()))
}
