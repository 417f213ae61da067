//! The library of measures: what can be done about a gap, by whom, in what order and at what effort (design, section 2).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Category, ElementKind, Link, ModelProvision, Word};

/// The measures at hand: a user's own first, then the shipped ones.
#[derive(Debug, Default)]
pub struct MeasureLibrary<'c> {
    /// The version of the shipped data.
    pub version: String,
    /// What the units cost that measures use, where a project says nothing else; always *default, to be confirmed*.
    pub unit_costs: UnitCosts,
    /// The organisations whose mandate measures may be, by id.
    pub organisations: Vec<Arc<Organisation>>,
    /// The measures in the order in which they are tried.
    pub measures: Vec<Measure<'c>>,
}

impl<'c> MeasureLibrary<'c> {
    /// The measure of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Measure<'c>> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}

/// What units cost, in one currency and at the prices of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitCosts {
    /// The currency, as an ISO 4217 code.
    pub currency: String,
    /// The year of the prices.
    pub year: u32,
    /// The cost of one unit, by the unit's name.
    pub units: BTreeMap<String, Span>,
}

/// A whole number of which only the bounds are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// At least this.
    pub low: u64,
    /// At most this.
    pub high: u64,
}

impl Span {
    /// One number.
    #[must_use]
    pub const fn exactly(number: u64) -> Self {
        Self {
            low: number,
            high: number,
        }
    }

    /// Both bounds added; a sum too large to write is the largest there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
        }
    }

    /// Both bounds multiplied, in the same manner.
    #[must_use]
    pub const fn times(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_mul(other.low),
            high: self.high.saturating_mul(other.high),
        }
    }
}

/// An organisation with a mandate to help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its mandate in a few words.
    pub mandate: String,
    /// Where the mandate was read.
    pub source: Option<String>,
}

/// A kind of action. Applied to a law, a link or a country it becomes a line of a plan.
#[derive(Debug)]
pub struct Measure<'c> {
    /// Its id.
    pub id: String,
    /// Its place in the library.
    pub position: usize,
    /// Its title; `{law}`, `{provisions}`, `{instrument}` and `{link}` stand for what a line is about.
    pub title: String,
    /// What follows *Ensure*, with the same placeholders.
    pub ensure: String,
    /// What follows *Consider*, with the same placeholders.
    pub consider: String,
    /// Its type.
    pub kind: MeasureType,
    /// Whether it makes gaps go, or makes the law work.
    pub role: MeasureRole,
    /// What one line covers.
    pub per: Per,
    /// The links of the chain that it serves; none means those of the model provisions behind a line.
    pub chain: Vec<Link>,
    /// What it answers: any of these.
    pub answers: Vec<AnswerRule<'c>>,
    /// Who leads.
    pub lead: String,
    /// Who takes part.
    pub partners: Vec<String>,
    /// The places of the measures that come before it.
    pub after: Vec<usize>,
    /// Person-days.
    pub effort: Effort,
    /// Months from begin to end.
    pub months: Span,
    /// What it takes, by the unit's name.
    pub units: BTreeMap<String, Amount>,
    /// Whether what was to be made is there.
    pub outputs: Vec<Indicator>,
    /// Whether it has changed anything.
    pub outcomes: Vec<Indicator>,
    /// What has to hold.
    pub assumptions: Vec<String>,
    /// What may go wrong.
    pub risks: Vec<String>,
    /// Organisations whose mandate it is.
    pub organisations: Vec<Arc<Organisation>>,
    /// Standing advice for drafting instructions.
    pub drafting: Option<String>,
}

/// Types of technical assistance, the closed list of the review mechanisms of the UN crime conventions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the list's own words")]
pub enum MeasureType {
    GoodPractices,
    ModelLegislation,
    LegalAdvice,
    LegislativeDrafting,
    ActionPlan,
    OnSiteExpert,
    CapacityBuilding,
    InstitutionBuilding,
    Equipment,
    Other,
}

impl Word for MeasureType {
    const ALL: &'static [Self] = &[
        Self::GoodPractices,
        Self::ModelLegislation,
        Self::LegalAdvice,
        Self::LegislativeDrafting,
        Self::ActionPlan,
        Self::OnSiteExpert,
        Self::CapacityBuilding,
        Self::InstitutionBuilding,
        Self::Equipment,
        Self::Other,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::GoodPractices => "good-practices",
            Self::ModelLegislation => "model-legislation",
            Self::LegalAdvice => "legal-advice",
            Self::LegislativeDrafting => "legislative-drafting",
            Self::ActionPlan => "action-plan",
            Self::OnSiteExpert => "on-site-expert",
            Self::CapacityBuilding => "capacity-building",
            Self::InstitutionBuilding => "institution-building",
            Self::Equipment => "equipment",
            Self::Other => "other",
        }
    }
}

/// What a measure does to a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureRole {
    /// It makes the gap go, as a change of law does.
    Closes,
    /// It makes the law work, as training does; the gap stays.
    Supports,
}

impl Word for MeasureRole {
    const ALL: &'static [Self] = &[Self::Closes, Self::Supports];

    fn word(self) -> &'static str {
        match self {
            Self::Closes => "closes",
            Self::Supports => "supports",
        }
    }
}

/// What one line of a plan covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// One law that is amended or made.
    Law,
    /// One model provision.
    Provision,
    /// One link of the chain of criminal justice.
    Link,
    /// One instrument.
    Instrument,
    /// The whole country.
    Country,
}

impl Word for Per {
    const ALL: &'static [Self] = &[
        Self::Law,
        Self::Provision,
        Self::Link,
        Self::Instrument,
        Self::Country,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Provision => "provision",
            Self::Link => "link",
            Self::Instrument => "instrument",
            Self::Country => "country",
        }
    }
}

/// What a measure answers.
#[derive(Debug)]
pub enum AnswerRule<'c> {
    /// Gaps.
    Gaps(GapRule<'c>),
    /// Powers in force without their safeguards.
    UnsafeguardedPower,
    /// A treaty that the State has not joined.
    TreatyNotJoined,
    /// Declarations and reservations that it would have to make when it joins.
    DeclarationsToMake,
}

/// Gaps to which all of this applies; an empty list asks for nothing.
#[derive(Debug, Default)]
pub struct GapRule<'c> {
    /// The category of the element's model provision.
    pub categories: Vec<Category>,
    /// The element's model provision; an umbrella stands for what it includes.
    pub models: Vec<&'c ModelProvision>,
    /// The kind of the element.
    pub kinds: Vec<ElementKind>,
    /// Whether law on the model provision is in force.
    pub law: Option<LawPresence>,
}

impl GapRule<'_> {
    /// Whether every gap would do.
    #[must_use]
    pub fn asks_nothing(&self) -> bool {
        self.categories.is_empty()
            && self.models.is_empty()
            && self.kinds.is_empty()
            && self.law.is_none()
    }
}

/// Whether law in force says anything on a model provision: an amendment, or a new provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LawPresence {
    /// Some annotation of it counts.
    Present,
    /// None does.
    Absent,
}

impl Word for LawPresence {
    const ALL: &'static [Self] = &[Self::Present, Self::Absent];

    fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Absent => "absent",
        }
    }
}

/// Person-days of a line: a base, and something for each element to be drafted, trained or set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Whatever is behind the line.
    pub base: Span,
    /// For each element behind it.
    pub per_gap: Span,
}

/// How much of a unit a line takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// As much as there are person-days.
    Effort,
    /// This much.
    Number(Span),
}

/// How one can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// What is looked at.
    pub indicator: String,
    /// The means of verification.
    pub means: String,
}
