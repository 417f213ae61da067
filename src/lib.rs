//! gapcheck lays a country's cybercrime law beside the model provisions of the treaties, finds the gaps element by
//! element, and reports them. This is the map of the crate.
//!
//! Text becomes model, model becomes assessment, assessment becomes report, report becomes a format: one layer per
//! step, and nothing looks back. `tests/layers.rs` holds who may use whom.
//!
//! - [`diagnostic`]: what is wrong in a file, where, and the remedy. It knows no law.
//! - [`model`]: the words of the field: [`model::Catalogue`], [`model::Checklist`], [`model::Legislation`]. It reads no file.
//! - [`load`]: YAML and TOML into the model, or diagnostics. It opens no file by itself and judges nothing.
//! - [`assess`]: verdicts, scores, findings and relations, by the rules of the design. It can't fail and reads no file.
//! - [`report`]: what is said, as a [`report::Document`] for readers and [`report::Facts`] for programs. It has no layout.
//! - [`render`]: how a report looks, one file per format. It has no rule of law.
//! - [`cli`]: one file per command. Only here files are opened and streams written.

pub mod assess;
pub mod cli;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod render;
pub mod report;
