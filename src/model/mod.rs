//! The words of the field: provisions, checklists, measures and a country's legislation. It reads no file and judges nothing.

mod chain;
mod checklist;
mod date;
mod id;
mod in_force;
mod kept_plan;
mod legislation;
mod life_cycle;
mod measure;
mod policy;
mod project;
mod provision;
mod quantity;
mod treaty;

pub use chain::Link;
pub use checklist::{
    Bindingness, Chapter, Checked, Checklist, ElementRef, Form, Instrument, Parties, Permit,
    Requirement,
};
pub use date::{Date, DateError};
pub use id::is_id;
pub use in_force::{Assumed, InForce};
pub use kept_plan::{
    Donor, IndicatorLevel, KeptCost, KeptIndicator, KeptLine, KeptPlan, LineStanding, LineState,
    PlanChanges,
};
pub use legislation::{
    Annotation, Assessor, Country, FileStatus, Judgement, Law, LawKind, Legislation, Section,
    SectionIndex, Source, Standing,
};
pub use life_cycle::{LifeCycle, Status};
pub use measure::{
    Amount, AnswerRule, Effort, GapRule, Indicator, LawPresence, Measure, MeasureLibrary,
    MeasureRole, MeasureType, Organisation, Per, Span, UnitCosts,
};
pub use policy::{
    Baseline, Comparison, Condition, Gauge, KnownBefore, Limit, Occurrence, Rule, Scale,
    finding_names,
};
pub use project::{Costs, Language, Project, Stated, Weight};
pub use provision::{
    Bound, Catalogue, Category, DuplicateProvision, Effect, Element, ElementKind, ModelProvision,
    Qualifier, Role, Test, ValueDefinition,
};
pub use quantity::{Quantity, QuantityError, Unit};
pub use treaty::{Absence, Because, Exemption, Need, OtherTreaty, Support, Treaty, TreatyStatus};

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
