//! What is said: every report is complete, for readers and for programs, before any format sees it.

pub mod assessment;
pub mod book;
pub mod checklist;
pub mod comparison;
pub mod cooperation;
mod document;
mod figures;
pub mod plan;
pub mod policy;
pub mod progress;
pub mod project;

use serde::Serialize;

pub use assessment::{Form, ModelLaw, Subject};
pub use book::Book;
pub use document::{
    About, Bar, Block, Cell, Column, Document, HeatMap, HeatRow, Imprint, Picture, Radar, Row,
    Segment, Sheet, Spoke, Table, Tone,
};

/// A part of a report. A format reads one; each part says everything, and is complete before the format sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The document for readers.
    Document,
    /// The flat table.
    Sheet,
    /// The workbook.
    Book,
    /// The facts for programs.
    Facts,
}

/// Every part.
pub const PARTS: &[Part] = &[Part::Document, Part::Sheet, Part::Book, Part::Facts];

/// A finished report. Parts that no format asked for may be empty: on a country of average size each costs a millisecond.
#[derive(Debug)]
pub struct Report {
    /// For readers: headings, paragraphs and tables, with no format in mind.
    pub document: Document,
    /// For spreadsheets: one flat table.
    pub sheet: Sheet,
    /// For those who go on working with it: several sheets. Where it has none, the flat table serves.
    pub book: Book,
    /// For programs: the same facts, in the shape that `schema-version` promises.
    pub facts: Facts,
}

/// The facts of a report, as programs read them.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Facts {
    /// Not asked for.
    Nothing,
    /// One country assessed.
    Assessment(Box<assessment::facts::Assessment>),
    /// Several countries assessed.
    Assessments(Vec<assessment::facts::Assessment>),
    /// One country at two dates.
    Progress(Box<progress::facts::Progress>),
    /// The checklists at hand.
    Checklists(checklist::facts::List),
    /// One checklist.
    Checklist(Box<checklist::facts::Show>),
    /// Two checklists side by side.
    Relations(checklist::facts::Compare),
    /// Several countries, pair by pair.
    Cooperation(Box<cooperation::facts::Cooperation>),
    /// A plan for one country.
    Plan(Box<plan::facts::Plan>),
    /// Plans for several countries.
    Plans(Vec<plan::facts::Plan>),
    /// What is in force in a project.
    Project(Box<project::Config>),
    /// Model provisions by instrument.
    Crosswalk(checklist::facts::Crosswalk),
    /// Countries side by side.
    Comparison(Box<comparison::facts::Comparison>),
}

/// The version of the shape of [`Facts`]; it changes only when a key is renamed or removed.
pub const SCHEMA_VERSION: u32 = 1;
