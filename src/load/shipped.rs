//! The catalogue and the checklists that are part of the binary.

/// A shipped file.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    /// Its path in the source.
    pub(super) name: &'static str,
    /// Its text.
    pub(super) text: &'static str,
    /// What the parser says of it, recorded when the program was built.
    pub(super) events: &'static [u8],
}

impl File {
    /// Its name without folder and ending, which for a checklist is its id.
    pub(super) fn stem(&self) -> &'static str {
        let name = self.name.rsplit('/').next().unwrap_or(self.name);
        name.strip_suffix(".yaml").unwrap_or(name)
    }
}

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

const MODEL: &str = "checklists/model/";

/// The library of measures, which is no checklist.
const MEASURES: &str = "checklists/measures.yaml";

/// The files of the catalogue, by name.
pub(super) fn catalogue() -> impl Iterator<Item = &'static File> {
    FILES.iter().filter(|file| file.name.starts_with(MODEL))
}

/// The checklists, by name.
pub(super) fn checklists() -> impl Iterator<Item = &'static File> {
    FILES
        .iter()
        .filter(|file| !file.name.starts_with(MODEL) && file.name != MEASURES)
}

/// The library of measures.
pub(super) fn measures() -> &'static File {
    const NONE: &File = &File {
        name: MEASURES,
        text: "",
        events: &[],
    };
    let mut files = FILES.iter();
    files.find(|file| file.name == MEASURES).unwrap_or(NONE)
}

/// The ids of the shipped checklists, by name: a checklist's file is called after it.
#[must_use]
pub fn checklist_ids() -> Vec<&'static str> {
    checklists().map(File::stem).collect()
}

/// Whether these are the bytes of a shipped file, which is at hand without being named.
#[must_use]
pub fn is_shipped(bytes: &[u8]) -> bool {
    FILES.iter().any(|file| file.text.as_bytes() == bytes)
}
