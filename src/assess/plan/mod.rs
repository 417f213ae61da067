//! The plan: gaps clustered into measures, in an order with grounds, with effort, cost and figures (docs/decisions.md, *The plan*).

mod answer;
mod cost;
mod edited;
mod figures;
pub mod keep;
mod line;
mod moving;
mod order;
mod research;
mod target;

pub use edited::{Aside, edited, measures};
pub use line::{
    Bill, Cost, CostPart, DeclarationRef, Figures, GapRef, Ground, Line, Phase, Price, Target,
};
pub use research::{Addressee, Asked, Question, Research};

use super::chapter::ChecklistResult;
use super::findings::Finding;
use super::interval::Interval;
use super::survey::Survey;
use crate::model::{Checklist, KeptPlan, MeasureLibrary, Need, Span, Support, UnitCosts};

/// What a plan is made from: an assessment of the law in force, and the library.
#[derive(Debug, Clone, Copy)]
pub struct Ingredients<'c> {
    /// The country's law in force at the date on which the plan starts.
    pub survey: &'c Survey<'c>,
    /// Its results, one for each instrument.
    pub results: &'c [ChecklistResult<'c>],
    /// Its findings on powers.
    pub findings: &'c [Finding<'c>],
    /// The measures.
    pub library: &'c MeasureLibrary<'c>,
    /// The project's own unit costs, which go before the library's.
    pub costs: Option<&'c UnitCosts>,
}

/// A plan of technical assistance for one country.
#[derive(Debug)]
pub struct Plan<'c> {
    /// Its lines, in the order in which they are to be done; each comes after all that it needs.
    pub lines: Vec<Line<'c>>,
    /// What is not known and has to be asked before anything is drafted.
    pub research: Vec<Research<'c>>,
    /// What no measure of the library answers.
    pub unanswered: Unanswered<'c>,
    /// The State's own priorities on which no gap was found.
    pub needs_without_gap: Vec<&'c Need<'c>>,
    /// Support that is running or announced at the date.
    pub under_way: Vec<&'c Support<'c>>,
    /// What it costs in all.
    pub costs: Costing,
    /// Where each instrument stands and would stand.
    pub outlook: Vec<Outlook<'c>>,
    /// The plan that is kept, whose fields went before the drafted ones.
    pub kept: Option<&'c KeptPlan>,
    /// Its lines on which no work is planned now.
    pub aside: Vec<Aside<'c>>,
}

/// What no measure of the library answers.
#[derive(Debug, Default)]
pub struct Unanswered<'c> {
    /// Gaps that none closes.
    pub gaps: Vec<GapRef<'c>>,
    /// Powers without safeguards.
    pub findings: Vec<&'c Finding<'c>>,
    /// Declarations to be made.
    pub declarations: Vec<DeclarationRef<'c>>,
    /// Treaties not joined.
    pub treaties: Vec<&'c Checklist<'c>>,
}

impl Unanswered<'_> {
    /// Whether everything is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.gaps.is_empty()
            && self.findings.is_empty()
            && self.declarations.is_empty()
            && self.treaties.is_empty()
    }
}

/// What a plan costs.
#[derive(Debug, Clone, Default)]
pub struct Costing {
    /// The currency of every figure.
    pub currency: String,
    /// The year of the prices.
    pub year: u32,
    /// Person-days of all lines.
    pub effort: Span,
    /// The sum of all lines; none where one has none.
    pub total: Option<Span>,
    /// Whether a price of the library's went into it.
    pub is_default: bool,
    /// The units that lines take, with their prices, by name.
    pub prices: Vec<(String, Option<Price>)>,
}

/// An instrument now, and with every gap closed that the plan closes.
#[derive(Debug, Clone)]
pub struct Outlook<'c> {
    /// The instrument.
    pub checklist: &'c Checklist<'c>,
    /// Its score now, over what binds.
    pub baseline: Option<Interval>,
    /// Its score then.
    pub target: Option<Interval>,
}

/// Makes the plan.
#[must_use]
pub fn plan<'c>(from: &Ingredients<'c>) -> Plan<'c> {
    let answered = answer::answer(from);
    let mut lines = answered.lines;
    moving::mark(from, &mut lines);
    cost::weigh(from, &mut lines);
    let lines = order::order(from, lines);
    let needs_without_gap = needs_without_gap(from, &lines, &answered.unanswered);
    Plan {
        research: research::research(from),
        needs_without_gap,
        under_way: moving::under_way(from),
        costs: cost::costing(from, &lines),
        outlook: figures::outlook(from, &lines),
        unanswered: answered.unanswered,
        lines,
        kept: None,
        aside: Vec::new(),
    }
}

/// The State's priorities on which nothing is behind any line, nor unanswered.
fn needs_without_gap<'c>(
    from: &Ingredients<'c>,
    lines: &[Line<'c>],
    unanswered: &Unanswered<'c>,
) -> Vec<&'c Need<'c>> {
    let has_gap = |need: &Need<'_>| {
        let mut behind = lines.iter().flat_map(Line::provisions);
        let mut open = unanswered.gaps.iter().map(GapRef::provision);
        behind.any(|one| std::ptr::eq(one, need.provision))
            || open.any(|one| std::ptr::eq(one, need.provision))
    };
    let needs = from.survey.legislation.needs.iter();
    needs.filter(|need| !has_gap(need)).collect()
}
