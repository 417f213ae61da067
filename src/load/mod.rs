//! Text in, model or diagnostics out. It opens no file by itself: the command line hands it a way to read.

mod baseline;
mod checklist;
mod fields;
mod kept_plan;
mod kind;
mod legislation;
mod library;
mod measures;
mod project;
mod provision;
mod recorded;
mod rule;
mod shape;
mod shipped;
mod suggest;
mod text;
mod toml;
mod tree;
mod yaml;

pub use self::baseline::baseline;
pub use self::kind::Kind;
pub use self::legislation::Places;
pub use self::project::{PROJECT_FILE, project, project_checklists};
pub use self::rule::{RuleMistake, rules};
pub use kept_plan::{CannotChange, change_plan, kept_plan, write_plan};
pub use library::{Library, ReadFile, Shelf, checklist_id, kind, legislation, mentioned, uses};
pub use measures::measures;
pub use shipped::{checklist_ids, is_shipped};
pub use text::{LARGEST, decode};

/// The keys of every group of every file kind: its name, the keys it needs, and the keys it may have.
///
/// The JSON Schemas are held against it by a test.
#[must_use]
pub fn shapes() -> Vec<(&'static str, Vec<&'static str>, Vec<&'static str>)> {
    shape::ALL
        .iter()
        .map(|(name, shape)| (*name, shape.required.to_vec(), shape.optional.to_vec()))
        .collect()
}
