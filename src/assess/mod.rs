//! Arithmetic over the model: verdicts, scores and relations (design, section 4). It reads no file and can't fail.

mod chapter;
pub mod comparison;
pub mod cooperation;
mod findings;
mod gap;
mod interval;
mod model_law;
pub mod plan;
mod policy;
mod progress;
mod relation;
mod requirement;
mod survey;
mod valuation;
mod verdict;

pub use chapter::{
    ChapterResult, ChecklistResult, Counts, Determined, LinkResult, Tally, WhatIf, assess,
    assess_if,
};
pub use findings::{Finding, FindingKind, findings};
pub use gap::{Gap, Reason};
pub use interval::Interval;
pub use model_law::{Surplus, as_law, surplus};
pub use policy::{Figure, Judged, RuleStanding, judge};
pub use progress::{
    Cause, CauseKind, Earlier, ElementProgress, Event, Fate, GapFate, LawMove, Progress,
    RequirementProgress, moves, progress,
};
pub use relation::{Narrowings, Relation, RelationKind, relate, relate_articles};
pub use survey::{Evidence, Survey};
pub use verdict::{
    ElementResult, ElementVerdict, Excused, IfEnacted, Outcome, RequirementResult, Verdict,
};
