//! A technical-assistance plan as people keep it: what they wrote, and beside it what the program keeps up to date. It knows no text and no place in it but the line.

use super::{Date, Span, Word};

/// A plan that is kept in a file and edited by hand.
///
/// A field that is none was deleted, or never written: there the draft speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPlan {
    /// The code of the country.
    pub country: String,
    /// The date of the law with which the plan was last compared.
    pub as_at: Option<Date>,
    /// The instruments with which it was last compared.
    pub checklists: Vec<String>,
    /// The day from which the months of the draft are counted.
    pub start: Option<Date>,
    /// The currency of its amounts.
    pub currency: Option<String>,
    /// Where the plan as a whole is published.
    pub publication: Option<String>,
    /// Its lines, in the order of the file.
    pub lines: Vec<KeptLine>,
}

impl KeptPlan {
    /// The line of that id.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<&KeptLine> {
        self.lines.iter().find(|line| line.id == id)
    }
}

/// A line of a kept plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptLine {
    /// Its id: that of the draft, or one of the office's own.
    pub id: String,
    /// The line of the file in which it begins, from 1; 0 where it is not from a file.
    pub at_line: usize,
    /// Whether the office added it, so that no draft knows it.
    pub own: bool,
    /// Whether it names nothing and does not say that it is the office's own either.
    pub loose: bool,
    /// What the program keeps up to date.
    pub standing: LineStanding,
    /// What is to be done.
    pub title: Option<String>,
    /// The institution that answers for it.
    pub lead: Option<String>,
    /// The institutions that take part.
    pub partners: Option<Vec<String>>,
    /// When it begins.
    pub begin: Option<Date>,
    /// When it ends.
    pub end: Option<Date>,
    /// Person-days.
    pub effort: Option<Span>,
    /// What it costs.
    pub cost: Option<KeptCost>,
    /// What the State pays itself.
    pub national: Option<u64>,
    /// Who else pays.
    pub donor: Option<Donor>,
    /// Where it is published.
    pub publication: Option<String>,
    /// By what one sees that it is done, and that it works.
    pub indicators: Option<Vec<KeptIndicator>>,
    /// A remark, printed as it is.
    pub note: Option<String>,
}

/// What the program keeps up to date in a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineStanding {
    /// Whether it is still to be done.
    pub state: LineState,
    /// The ids of the gaps that it closes and that are still there.
    pub closes: Vec<String>,
    /// The ids of the gaps whose closing it supports and that are still there.
    pub supports: Vec<String>,
    /// The ids of gaps that it named and that are closed now.
    pub closed_since: Vec<String>,
    /// The lines that answer gaps which it named, and answers no more.
    pub moved_to: Vec<String>,
}

/// Whether a line is still to be done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LineState {
    /// It is to be done.
    #[default]
    Open,
    /// All its gaps are closed, or the office says that it is done.
    Done,
    /// The office does not want it. Only people write this word.
    Withdrawn,
    /// Other lines answer its gaps now.
    Moved,
}

impl Word for LineState {
    const ALL: &'static [Self] = &[Self::Open, Self::Done, Self::Withdrawn, Self::Moved];

    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Withdrawn => "withdrawn",
            Self::Moved => "moved",
        }
    }
}

/// What a line costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptCost {
    /// The figures, in the currency of the plan.
    pub bounds: Span,
    /// Whether the office confirms them: else they are a default, however they came here.
    pub confirmed: bool,
}

/// Someone who pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Donor {
    /// The name.
    pub name: String,
    /// How much, in the currency of the plan.
    pub amount: Option<u64>,
}

/// An indicator with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptIndicator {
    /// Whether it shows that the work is done, or that it works.
    pub level: IndicatorLevel,
    /// What is measured.
    pub indicator: String,
    /// By what it is verified.
    pub means: Option<String>,
    /// Where it stands at the beginning.
    pub baseline: Option<String>,
    /// Where it is to stand at the end.
    pub target: Option<String>,
}

/// What an indicator shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorLevel {
    /// That the work is done.
    Output,
    /// That it works.
    Outcome,
}

impl Word for IndicatorLevel {
    const ALL: &'static [Self] = &[Self::Output, Self::Outcome];

    fn word(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Outcome => "outcome",
        }
    }
}

/// What is to be written into a kept plan: the standing of lines that it has, and lines that it lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanChanges {
    /// The date of the law with which the plan is compared.
    pub as_at: Option<Date>,
    /// The instruments with which it is compared.
    pub checklists: Vec<String>,
    /// The standing of lines, by id; a line that is not named is left as it is.
    pub standings: Vec<(String, LineStanding)>,
    /// Lines to append.
    pub new_lines: Vec<KeptLine>,
}
