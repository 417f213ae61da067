//! The words of the field: provisions, checklists and a country's legislation. It reads no file and judges nothing.

mod checklist;
mod date;
mod id;
mod in_force;
mod legislation;
mod provision;
mod quantity;

pub use checklist::{
    Bindingness, Chapter, Checked, Checklist, ElementRef, Form, Instrument, Parties, Permit,
    Requirement,
};
pub use date::{Date, DateError};
pub use id::is_id;
pub use in_force::{Assumed, InForce};
pub use legislation::{
    Absence, Annotation, Assessor, Because, Country, Exemption, FileStatus, Judgement, Law,
    LawKind, Legislation, LifeCycle, Need, OtherTreaty, Section, SectionIndex, Source, Standing,
    Status, Support, Treaty, TreatyStatus,
};
pub use provision::{
    Bound, Catalogue, Category, DuplicateProvision, Effect, Element, ElementKind, ModelProvision,
    Qualifier, Role, Test, ValueDefinition,
};
pub use quantity::{Quantity, QuantityError, Unit};

/// A closed list of words, as they stand in files.
pub trait Word: Sized + Copy + 'static {
    /// Every word of the list, in the order in which it is explained to people.
    const ALL: &'static [Self];

    /// The word as it is written in files and in JSON.
    fn word(self) -> &'static str;

    /// The value behind a written word.
    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == text)
    }
}
