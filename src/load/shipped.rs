//! The catalogue and the checklists that are part of the binary.

use include_dir::{Dir, include_dir};

static CHECKLISTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/checklists");

/// A shipped file: its name under `checklists/` and its text.
pub(super) type File = (String, &'static str);

/// The files of the catalogue, by name.
pub(super) fn catalogue() -> Vec<File> {
    CHECKLISTS
        .get_dir("model")
        .map(yaml_files)
        .unwrap_or_default()
}

/// The checklists, by name.
pub(super) fn checklists() -> Vec<File> {
    yaml_files(&CHECKLISTS)
}

/// The ids of the shipped checklists, by name: a checklist's file is called after it.
#[must_use]
pub fn checklist_ids() -> Vec<String> {
    checklists()
        .into_iter()
        .filter_map(|(name, _)| {
            let file = name.rsplit('/').next()?;
            file.strip_suffix(".yaml").map(ToOwned::to_owned)
        })
        .collect()
}

/// Whether these are the bytes of a shipped file, which is at hand without being named.
#[must_use]
pub fn is_shipped(bytes: &[u8]) -> bool {
    let files = catalogue().into_iter().chain(checklists());
    files.into_iter().any(|(_, text)| text.as_bytes() == bytes)
}

fn yaml_files(folder: &'static Dir<'static>) -> Vec<File> {
    let mut files: Vec<File> = folder
        .files()
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|ending| ending == "yaml")
        })
        .filter_map(|file| {
            let name = format!("checklists/{}", file.path().display()).replace('\\', "/");
            file.contents_utf8().map(|text| (name, text))
        })
        .collect();
    files.sort();
    files
}
