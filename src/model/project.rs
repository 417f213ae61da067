//! The defaults of a project, as its `gapcheck.toml` states them (design, section 3.4).

use super::{Rule, Word};

/// Something that the project file states, and the line in which it does.
#[derive(Debug, Clone)]
pub struct Stated<T> {
    /// What is stated.
    pub value: T,
    /// The line, from 1.
    pub line: usize,
}

/// The defaults of a project; what is not stated has the program's own.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// The checklists that laws are laid beside: ids, or paths relative to the file.
    pub checklists: Vec<Stated<String>>,
    /// Where the countries are, relative to the file.
    pub countries: Vec<Stated<String>>,
    /// The language of reports.
    pub language: Option<Stated<Language>>,
    /// The rules that an assessment must not break.
    pub fail_on: Vec<Stated<Rule>>,
    /// An earlier report; what it has does not break a rule. Relative to the file.
    pub baseline: Option<Stated<String>>,
    /// Weights that go before those of the checklists.
    pub weights: Vec<Stated<Weight>>,
    /// What plans are reckoned with.
    pub costs: Costs,
}

/// A weight that the project gives a requirement, or all parts of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// The checklist.
    pub checklist: String,
    /// The requirement, or an article that is split.
    pub requirement: String,
    /// The weight, above 0.
    pub value: f64,
}

/// What plans are reckoned with.
#[derive(Debug, Clone, Default)]
pub struct Costs {
    /// The currency, by its code.
    pub currency: Option<Stated<String>>,
    /// The year of the prices.
    pub year: Option<Stated<u16>>,
    /// What a unit costs, by the name of the unit.
    pub units: Vec<Stated<(String, f64)>>,
}

/// The official languages of the United Nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Language {
    Arabic,
    Chinese,
    English,
    French,
    Russian,
    Spanish,
}

impl Word for Language {
    const ALL: &'static [Self] = &[
        Self::Arabic,
        Self::Chinese,
        Self::English,
        Self::French,
        Self::Russian,
        Self::Spanish,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }
}
