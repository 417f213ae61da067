//! The parts of a plan: lines with what is behind them, why they stand where they stand, what they take and what they change.

use super::super::findings::Finding;
use super::super::gap::Gap;
use super::super::interval::Interval;
use super::super::verdict::RequirementResult;
use crate::model::{
    Bindingness, Category, Checklist, Element, KeptLine, Law, Link, Measure, MeasureRole,
    ModelProvision, Need, Span, Support, Word,
};

/// A gap with the requirement and the instrument that it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct GapRef<'c> {
    /// The instrument.
    pub checklist: &'c Checklist<'c>,
    /// The requirement, and how the law stands to it.
    pub result: &'c RequirementResult<'c>,
    /// The gap.
    pub gap: &'c Gap<'c>,
}

impl<'c> GapRef<'c> {
    /// Its id, the one of the gap report.
    #[must_use]
    pub fn id(&self) -> &'c str {
        &self.gap.id
    }

    /// The model provision of the missing element, which is not always that of the requirement.
    #[must_use]
    pub fn provision(&self) -> &'c ModelProvision {
        self.gap.element.provision
    }

    /// The missing element.
    #[must_use]
    pub fn element(&self) -> &'c Element {
        self.gap.element.element
    }

    /// Whether a gap here is named first, whatever the score.
    #[must_use]
    pub fn is_gate(&self) -> bool {
        self.result.requirement.gate
    }

    /// Whether the requirement binds without a condition.
    #[must_use]
    pub fn is_mandatory(&self) -> bool {
        self.result.requirement.bindingness == Bindingness::Mandatory
    }

    /// Whether it stands in the way of cooperation itself: the requirement, or the element, is a rule on it.
    #[must_use]
    pub fn is_cooperation(&self) -> bool {
        let categories = [
            self.result.requirement.model.category,
            self.provision().category,
        ];
        categories.contains(&Category::InternationalCooperation)
    }

    /// Whether both are of the same element of the same model provision, asked for by whatever instrument.
    #[must_use]
    pub fn asks_the_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.element(), other.element())
    }
}

/// A declaration or reservation that a State would have to make when it joins an instrument.
#[derive(Debug, Clone, Copy)]
pub struct DeclarationRef<'c> {
    /// The instrument.
    pub checklist: &'c Checklist<'c>,
    /// The first requirement that it narrows.
    pub result: &'c RequirementResult<'c>,
    /// `model/qualifier`.
    pub name: &'c str,
}

/// What one line is about.
#[derive(Debug, Clone, Copy)]
pub enum Target<'c> {
    /// A law that is amended.
    Law(&'c Law<'c>),
    /// A law that has still to be made.
    NewLaw,
    /// A model provision.
    Provision(&'c ModelProvision),
    /// A link of the chain of criminal justice.
    Link(Link),
    /// An instrument.
    Instrument(&'c Checklist<'c>),
    /// The whole country.
    Country,
}

impl<'c> Target<'c> {
    /// What stands behind the measure's id in the id of a line; none for the whole country. What is still to be made is
    /// written in capitals, since no law can have such an id.
    #[must_use]
    pub fn id(&self) -> Option<&'c str> {
        match *self {
            Self::Law(law) => Some(&law.id),
            Self::NewLaw => Some("NEW"),
            Self::Provision(provision) => Some(&provision.id),
            Self::Link(link) => Some(link.word()),
            Self::Instrument(checklist) => Some(&checklist.id),
            Self::Country => None,
        }
    }
}

/// A measure applied to a target in one country. It has at least one thing behind it.
#[derive(Debug)]
pub struct Line<'c> {
    /// `MEASURE` or `MEASURE/TARGET`, the same in every run on the same law.
    pub id: String,
    /// The measure; where a plan is kept, as people word it there.
    pub measure: &'c Measure<'c>,
    /// What people wrote of the line.
    pub kept: Option<&'c KeptLine>,
    /// The measure as it was drafted, where people wrote something of the line; a line of their own has none.
    pub drafted: Option<&'c Measure<'c>>,
    /// What it is applied to.
    pub target: Target<'c>,
    /// The gaps that go; no other line closes them. In the order of the instruments.
    pub closes: Vec<GapRef<'c>>,
    /// The gaps whose remedy it makes work.
    pub supports: Vec<GapRef<'c>>,
    /// The powers without safeguards that it answers.
    pub findings: Vec<&'c Finding<'c>>,
    /// The declarations to be made.
    pub declarations: Vec<DeclarationRef<'c>>,
    /// The treaties to be joined.
    pub treaties: Vec<&'c Checklist<'c>>,
    /// Why it stands where it stands, the weightiest ground first.
    pub grounds: Vec<Ground<'c>>,
    /// When it ends.
    pub phase: Phase,
    /// The places in the plan of the lines that come before it.
    pub after: Vec<usize>,
    /// The month from the start of the plan in which it begins, if all before it takes as long as it may.
    pub begin: u64,
    /// The month in which it ends then.
    pub end: u64,
    /// Person-days.
    pub effort: Span,
    /// What it costs.
    pub cost: Cost,
    /// Support that is running or announced for what is behind the line.
    pub under_way: Vec<&'c Support<'c>>,
    /// Bills and coming laws that would close some of it.
    pub bills: Vec<Bill<'c>>,
    /// The scores before and after.
    pub figures: Figures,
}

impl<'c> Line<'c> {
    /// Every gap behind it, closed or supported.
    pub fn gaps(&self) -> impl Iterator<Item = &GapRef<'c>> {
        self.closes.iter().chain(&self.supports)
    }

    /// The model provisions behind it, each once, in the order of the gaps.
    #[must_use]
    pub fn provisions(&self) -> Vec<&'c ModelProvision> {
        let of_gaps = self.gaps().map(GapRef::provision);
        let of_findings = self.findings.iter().filter_map(|finding| finding.provision);
        let mut provisions: Vec<&'c ModelProvision> = Vec::new();
        for provision in of_gaps.chain(of_findings) {
            if !provisions.iter().any(|one| std::ptr::eq(*one, provision)) {
                provisions.push(provision);
            }
        }
        provisions
    }

    /// The instruments behind it, each once.
    #[must_use]
    pub fn instruments(&self) -> Vec<&'c Checklist<'c>> {
        let of_gaps = self.gaps().map(|gap| gap.checklist);
        let declared = self.declarations.iter().map(|one| one.checklist);
        let all = of_gaps.chain(declared).chain(self.treaties.iter().copied());
        let mut instruments: Vec<&'c Checklist<'c>> = Vec::new();
        for checklist in all {
            if !instruments.iter().any(|one| one.id == checklist.id) {
                instruments.push(checklist);
            }
        }
        instruments
    }

    /// The links of the chain of criminal justice that it serves: the measure's, or those of the provisions behind it.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        if let Target::Link(link) = self.target {
            return vec![link];
        }
        if !self.measure.chain.is_empty() {
            return self.measure.chain.clone();
        }
        let serves = |link: &Link| {
            let provisions = self.provisions();
            provisions.iter().any(|one| one.chain.contains(link))
        };
        Link::ALL.iter().copied().filter(serves).collect()
    }

    /// Whether it does away with a gap in something mandatory, or with a power that lacks its safeguards: then the plan
    /// says *Ensure*, else *Consider*. No treaty obliges a State to join it, or to be trained.
    #[must_use]
    pub fn is_due(&self) -> bool {
        let does_away = self.measure.role == MeasureRole::Closes && !self.findings.is_empty();
        does_away || self.closes.iter().any(GapRef::is_mandatory)
    }
}

/// Why a line stands where it stands. The order of the variants is the order of weight.
#[derive(Debug, Clone)]
pub enum Ground<'c> {
    /// It closes gaps in requirements that go before all others: so many gaps, in these requirements.
    Gate(Vec<&'c RequirementResult<'c>>),
    /// It answers powers that are in force without safeguards.
    UnsafeguardedPower(Vec<&'c ModelProvision>),
    /// Without it cooperation fails: gaps in rules on cooperation, or in offences of a treaty in force for the State, on
    /// which dual criminality turns.
    Cooperation(Vec<&'c ModelProvision>),
    /// So many other lines wait for it, one after another.
    PrerequisiteOf(usize),
    /// The State has asked for it.
    Need(Vec<&'c Need<'c>>),
    /// A bill that is moving already would close some of it.
    Bill(Vec<&'c Law<'c>>),
    /// What its gaps weigh, in requirements.
    Weight(f64),
    /// It stands further up than its own grounds say, since the line of this id waits for it.
    WaitedForBy(String),
    /// It is a line of the office's own, and stands after those that are drafted.
    Own,
}

/// When a line ends, counted from the start of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Within less than a year.
    Short,
    /// Within one to three years.
    Medium,
    /// Later than that.
    Long,
}

impl Word for Phase {
    const ALL: &'static [Self] = &[Self::Short, Self::Medium, Self::Long];

    fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }
}

impl Phase {
    /// The phase in which something falls that ends after so many months.
    #[must_use]
    pub fn ending(months: u64) -> Self {
        match months {
            0..12 => Self::Short,
            12..=36 => Self::Medium,
            _ => Self::Long,
        }
    }
}

/// What a line costs, in the currency of the plan.
#[derive(Debug, Clone, Default)]
pub struct Cost {
    /// The sum; none where some unit has no price, which is not the same as nothing.
    pub amount: Option<Span>,
    /// Whether a price of the library's went into it, so that it is *default, to be confirmed*.
    pub is_default: bool,
    /// What it is made of.
    pub parts: Vec<CostPart>,
}

/// A unit, how much of it, and at what price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostPart {
    /// The unit.
    pub unit: String,
    /// How much of it.
    pub quantity: Span,
    /// The price of one; none where nobody says.
    pub price: Option<Price>,
}

/// The price of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// The price.
    pub amount: Span,
    /// Whether it is the library's and not the project's.
    pub is_default: bool,
}

/// A bill or coming law, and what it would close of a line.
#[derive(Debug, Clone)]
pub struct Bill<'c> {
    /// The bill.
    pub law: &'c Law<'c>,
    /// The gaps that it would close.
    pub closes: Vec<GapRef<'c>>,
}

/// How the requirements behind a line stand, and how they would stand with its gaps closed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    /// How many requirements.
    pub requirements: usize,
    /// Their score now, by weight.
    pub baseline: Option<Interval>,
    /// Their score with the gaps closed; for a line that only supports, what it helps to reach.
    pub target: Option<Interval>,
}
