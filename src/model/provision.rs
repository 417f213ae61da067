//! Model provisions: one legal idea each, in neutral form, with its elements (design, section 3.1).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Link, Quantity, Unit, Word};

/// Every model provision at hand, shipped or a user's own.
#[derive(Debug, Default)]
pub struct Catalogue {
    provisions: Vec<ModelProvision>,
    places: BTreeMap<String, usize>,
    values: BTreeMap<String, ValueDefinition>,
}

/// Two provisions, or two values, have the same id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` stands in the catalogue already")]
pub struct DuplicateProvision(pub String);

impl Catalogue {
    /// Adds a provision.
    ///
    /// # Errors
    ///
    /// If the catalogue has one of that id.
    pub fn add(&mut self, provision: ModelProvision) -> Result<(), DuplicateProvision> {
        if self.places.contains_key(&provision.id) {
            return Err(DuplicateProvision(provision.id));
        }
        self.places
            .insert(provision.id.clone(), self.provisions.len());
        self.provisions.push(provision);
        Ok(())
    }

    /// Adds the definition of a value.
    ///
    /// # Errors
    ///
    /// If the catalogue has one of that id.
    pub fn add_value(&mut self, value: ValueDefinition) -> Result<(), DuplicateProvision> {
        if self.values.contains_key(&value.id) {
            return Err(DuplicateProvision(value.id));
        }
        self.values.insert(value.id.clone(), value);
        Ok(())
    }

    /// The provision of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&ModelProvision> {
        self.places
            .get(id)
            .and_then(|place| self.provisions.get(*place))
    }

    /// The definition of a value of that id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&ValueDefinition> {
        self.values.get(id)
    }

    /// All values, by id.
    pub fn values(&self) -> impl Iterator<Item = &ValueDefinition> {
        self.values.values()
    }

    /// All provisions, in the order of the files.
    #[must_use]
    pub fn provisions(&self) -> &[ModelProvision] {
        &self.provisions
    }
}

/// A value that sections carry and tests compare, such as the highest term of imprisonment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueDefinition {
    /// Its name in files.
    pub id: String,
    /// Its unit.
    pub unit: Unit,
    /// What it means.
    pub text: String,
}

/// One legal idea in neutral form.
#[derive(Debug)]
pub struct ModelProvision {
    /// Its id, such as `illegal-access`.
    pub id: String,
    /// Its title for readers.
    pub title: String,
    /// What kind of rule it is.
    pub category: Category,
    /// The links of the chain of criminal justice that it serves, each once; a user's own provision may name none.
    pub chain: Vec<Link>,
    /// The idea in a sentence.
    pub summary: String,
    /// The testable requirements it is made of.
    pub elements: Vec<Element>,
    /// The narrowings met in practice, permitted or not.
    pub qualifiers: Vec<Qualifier>,
    /// For an umbrella: the ids it stands for. An umbrella has no elements.
    pub includes: Vec<String>,
}

impl ModelProvision {
    /// The element of that id.
    #[must_use]
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.id == id)
    }

    /// The qualifier of that id.
    #[must_use]
    pub fn qualifier(&self, id: &str) -> Option<&Qualifier> {
        self.qualifiers.iter().find(|qualifier| qualifier.id == id)
    }

    /// Whether any element is a limb by its own role.
    #[must_use]
    pub fn has_limb(&self) -> bool {
        self.elements
            .iter()
            .any(|element| element.role == Role::Limb)
    }

    /// Whether `element` counts as a limb: by its role, or because nothing here is a limb (design, section 4, rule 5).
    #[must_use]
    pub fn treats_as_limb(&self, element: &Element) -> bool {
        element.role == Role::Limb || !self.has_limb()
    }
}

/// What kind of rule a model provision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Category {
    Definition,
    Offence,
    Liability,
    Sanction,
    Jurisdiction,
    ProceduralPower,
    Safeguard,
    InternationalCooperation,
    Prevention,
    Assistance,
    Institution,
}

impl Word for Category {
    const ALL: &'static [Self] = &[
        Self::Definition,
        Self::Offence,
        Self::Liability,
        Self::Sanction,
        Self::Jurisdiction,
        Self::ProceduralPower,
        Self::Safeguard,
        Self::InternationalCooperation,
        Self::Prevention,
        Self::Assistance,
        Self::Institution,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Offence => "offence",
            Self::Liability => "liability",
            Self::Sanction => "sanction",
            Self::Jurisdiction => "jurisdiction",
            Self::ProceduralPower => "procedural-power",
            Self::Safeguard => "safeguard",
            Self::InternationalCooperation => "international-cooperation",
            Self::Prevention => "prevention",
            Self::Assistance => "assistance",
            Self::Institution => "institution",
        }
    }
}

/// One testable requirement of a model provision.
#[derive(Debug)]
pub struct Element {
    /// Its id within the provision.
    pub id: String,
    /// Its place among the provision's elements.
    pub position: usize,
    /// What kind of requirement it is.
    pub kind: ElementKind,
    /// Whether different sections may cover it (limb), or every section relied on must have it (condition).
    pub role: Role,
    /// The legal test, in a sentence.
    pub text: String,
    /// Its share in the score of a requirement, above 0.
    pub weight: f64,
    /// Set where the element is computed from a value instead of asserted.
    pub test: Option<Test>,
    /// Whether `all` leaves it out: it goes beyond the core of the idea, and has to be named where it is meant.
    pub by_name_only: bool,
}

/// What kind of requirement an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum ElementKind {
    Conduct,
    Object,
    Result,
    Power,
    Data,
    Duty,
    Institution,
    Procedure,
    Definition,
    Mental,
    Unlawfulness,
    Safeguard,
    Limit,
    Sanction,
}

impl ElementKind {
    /// The role of elements of this kind that name none (design, section 3.1).
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Conduct
            | Self::Object
            | Self::Result
            | Self::Power
            | Self::Data
            | Self::Duty
            | Self::Institution
            | Self::Procedure
            | Self::Definition => Role::Limb,
            Self::Mental | Self::Unlawfulness | Self::Safeguard | Self::Limit | Self::Sanction => {
                Role::Condition
            }
        }
    }
}

impl Word for ElementKind {
    const ALL: &'static [Self] = &[
        Self::Conduct,
        Self::Object,
        Self::Result,
        Self::Power,
        Self::Data,
        Self::Duty,
        Self::Institution,
        Self::Procedure,
        Self::Definition,
        Self::Mental,
        Self::Unlawfulness,
        Self::Safeguard,
        Self::Limit,
        Self::Sanction,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Conduct => "conduct",
            Self::Object => "object",
            Self::Result => "result",
            Self::Power => "power",
            Self::Data => "data",
            Self::Duty => "duty",
            Self::Institution => "institution",
            Self::Procedure => "procedure",
            Self::Definition => "definition",
            Self::Mental => "mental",
            Self::Unlawfulness => "unlawfulness",
            Self::Safeguard => "safeguard",
            Self::Limit => "limit",
            Self::Sanction => "sanction",
        }
    }
}

/// How an element is put together from several sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A conduct, object, power or duty: different sections may cover different limbs.
    Limb,
    /// How each section relied on must stand: intent, a safeguard, a time limit.
    Condition,
}

impl Word for Role {
    const ALL: &'static [Self] = &[Self::Limb, Self::Condition];

    fn word(self) -> &'static str {
        match self {
            Self::Limb => "limb",
            Self::Condition => "condition",
        }
    }
}

/// A comparison of a section's value with a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The id of the value compared.
    pub value: String,
    /// The figure.
    pub bound: Bound,
}

/// The figure of a test.
#[derive(Debug, Clone, PartialEq)]
pub enum Bound {
    /// Met by this and all above.
    AtLeast(Quantity),
    /// Met by this and all below.
    AtMost(Quantity),
}

impl Test {
    /// Whether `value` passes; a value of another unit, which loading refuses, does not.
    #[must_use]
    pub fn passes(&self, value: &Quantity) -> bool {
        let (bound, refused) = match &self.bound {
            Bound::AtLeast(bound) => (bound, Ordering::Less),
            Bound::AtMost(bound) => (bound, Ordering::Greater),
        };
        value
            .compare(bound)
            .is_some_and(|ordering| ordering != refused)
    }

    /// The figure in words: `at least 1 year`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match &self.bound {
            Bound::AtLeast(bound) => format!("at least {bound}"),
            Bound::AtMost(bound) => format!("at most {bound}"),
        }
    }
}

/// A narrowing that a State may add, or adds without being allowed to.
#[derive(Debug)]
pub struct Qualifier {
    /// Its id within the provision.
    pub id: String,
    /// What it does.
    pub effect: Effect,
    /// The narrowing in words.
    pub text: String,
}

/// What a qualifier does; elements are given by their place in the provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Makes one element narrower.
    Narrows(usize),
    /// Takes elements out, as a reservation does.
    Excludes(Vec<usize>),
}
