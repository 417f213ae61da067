//! An instrument as data: an ordered list of requirements (design, section 3.2).

use super::{Catalogue, Date, Element, ModelProvision, Qualifier, Weight, Word};

/// A treaty, directive or model law, as a list of requirements.
#[derive(Debug)]
pub struct Checklist<'c> {
    /// Its id, such as `budapest`.
    pub id: String,
    /// The version of the data, not of the instrument.
    pub version: String,
    /// The instrument's official title.
    pub title: String,
    /// What people call it.
    pub short_title: String,
    /// Facts about the instrument.
    pub instrument: Instrument,
    /// Its chapters, in order.
    pub chapters: Vec<Chapter<'c>>,
}

impl<'c> Checklist<'c> {
    /// All requirements, in order.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement<'c>> {
        self.chapters
            .iter()
            .flat_map(|chapter| &chapter.requirements)
    }

    /// The requirements that `id` names: one, or all parts of an article that is split.
    ///
    /// `art-11` names `art-11` where it exists, else `art-11-1`, `art-11-2` and so on.
    #[must_use]
    pub fn named<'s>(&'s self, id: &str) -> Vec<&'s Requirement<'c>> {
        let exact: Vec<_> = self.requirements().filter(|one| one.id == id).collect();
        if !exact.is_empty() {
            return exact;
        }
        let parts = |one: &&Requirement<'c>| {
            one.id
                .strip_prefix(id)
                .is_some_and(|rest| rest.starts_with('-'))
        };
        self.requirements().filter(parts).collect()
    }
}

impl Checklist<'_> {
    /// Lets a project's weights go before the checklist's own. Of a weight on a whole article and one on a part of it, the
    /// one on the part stands.
    pub fn reweigh(&mut self, weights: &[&Weight]) {
        let mut weights: Vec<&&Weight> = weights.iter().collect();
        weights.retain(|weight| weight.checklist == self.id);
        weights.sort_by_key(|weight| weight.requirement.len());
        for weight in weights {
            let named = self.named(&weight.requirement).into_iter();
            let ids: Vec<String> = named.map(|one| one.id.clone()).collect();
            let chapters = self.chapters.iter_mut();
            let all = chapters.flat_map(|chapter| &mut chapter.requirements);
            for one in all.filter(|one| ids.contains(&one.id)) {
                one.project_weight = Some(weight.value);
            }
        }
    }
}

/// Facts about an instrument.
#[derive(Debug, Clone, Default)]
pub struct Instrument {
    /// Its number in a series, such as `ETS 185`.
    pub symbol: Option<String>,
    /// Treaty, directive, model law and so on.
    pub kind: Option<String>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// When it came into force; not set while it has not.
    pub in_force: Option<Date>,
    /// Who keeps it.
    pub depositary: Option<String>,
    /// Where its text stands.
    pub url: Option<String>,
    /// How many States are bound.
    pub parties: Option<Parties>,
}

/// How many States are bound by an instrument, and when that was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parties {
    /// Their number.
    pub count: u32,
    /// The date of the count.
    pub as_at: Date,
}

/// A chapter of an instrument.
#[derive(Debug)]
pub struct Chapter<'c> {
    /// Its title.
    pub title: String,
    /// Its requirements, in order.
    pub requirements: Vec<Requirement<'c>>,
}

/// One article or paragraph that asks something of domestic law.
#[derive(Debug)]
pub struct Requirement<'c> {
    /// Its id within the checklist, such as `art-6-1-b`.
    pub id: String,
    /// How a lawyer cites it, such as `Art. 6(1)(b)`.
    pub cite: String,
    /// Its title.
    pub title: String,
    /// Whether it binds.
    pub bindingness: Bindingness,
    /// For a conditional requirement: the condition in words.
    pub when: Option<String>,
    /// The legal idea it asks for.
    pub model: &'c ModelProvision,
    /// The elements it asks for.
    pub elements: Vec<ElementRef<'c>>,
    /// The narrowings it lets a State make.
    pub permits: Vec<Permit<'c>>,
    /// Whether a gap here is named first, whatever the score.
    pub gate: bool,
    /// Its share in the score, above 0, as the checklist has it.
    pub weight: f64,
    /// The share that the project gives it instead.
    pub project_weight: Option<f64>,
    /// Groups of which one member is enough; numbers are places in `elements`.
    pub alternatives: Vec<Vec<usize>>,
    /// How far the entry was checked against the instrument.
    pub checked: Checked,
    /// A trap or a limit of the duty, for the reader.
    pub note: Option<String>,
}

impl Requirement<'_> {
    /// Its share in the score: the project's, else the checklist's.
    #[must_use]
    pub fn weight_in_force(&self) -> f64 {
        self.project_weight.unwrap_or(self.weight)
    }

    /// The article that it is a paragraph of, as lawyers cite it: `Art. 6` of `Art. 6(1)(b)`.
    #[must_use]
    pub fn article(&self) -> &str {
        let (article, _) = self.cite.split_once('(').unwrap_or((&self.cite, ""));
        article.trim_end()
    }
}

/// An element together with the model provision it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct ElementRef<'c> {
    /// The model provision.
    pub provision: &'c ModelProvision,
    /// The element.
    pub element: &'c Element,
}

impl ElementRef<'_> {
    /// The element's name within a requirement on `model`: bare, or `illegal-access/intent` where it is another provision's.
    #[must_use]
    pub fn name(&self, model: &ModelProvision) -> String {
        if self.provision.id == model.id {
            self.element.id.clone()
        } else {
            format!("{}/{}", self.provision.id, self.element.id)
        }
    }
}

/// A narrowing that a requirement lets a State make.
#[derive(Debug)]
pub struct Permit<'c> {
    /// The model provision whose qualifier is meant.
    pub provision: &'c ModelProvision,
    /// The narrowing.
    pub qualifier: &'c Qualifier,
    /// The form in which it is made.
    pub form: Form,
    /// The article that allows it.
    pub basis: String,
}

impl Permit<'_> {
    /// The name under which a legislation file declares it: `illegal-access/security-measures`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.provision.id, self.qualifier.id)
    }
}

/// The form in which a permitted narrowing is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// By drafting the law that way; nothing is declared.
    Option,
    /// By a declaration to the depositary.
    Declaration,
    /// By a reservation.
    Reservation,
}

impl Word for Form {
    const ALL: &'static [Self] = &[Self::Option, Self::Declaration, Self::Reservation];

    fn word(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Declaration => "declaration",
            Self::Reservation => "reservation",
        }
    }
}

/// Whether a requirement binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bindingness {
    /// A State must.
    Mandatory,
    /// A State must where a condition is met.
    Conditional,
    /// A State may; its absence is never a gap.
    Optional,
}

impl Word for Bindingness {
    const ALL: &'static [Self] = &[Self::Mandatory, Self::Conditional, Self::Optional];

    fn word(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Conditional => "conditional",
            Self::Optional => "optional",
        }
    }
}

/// How far an entry of a checklist was compared with the instrument's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Against the official text.
    OfficialText,
    /// Against secondary sources.
    Secondary,
    /// Not at all, or with readings that differ.
    Unverified,
}

impl Word for Checked {
    const ALL: &'static [Self] = &[Self::OfficialText, Self::Secondary, Self::Unverified];

    fn word(self) -> &'static str {
        match self {
            Self::OfficialText => "official-text",
            Self::Secondary => "secondary",
            Self::Unverified => "unverified",
        }
    }
}

impl Catalogue {
    /// Every element with its provision, for searches and tests of completeness.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.provisions().iter().flat_map(|provision| {
            provision
                .elements
                .iter()
                .map(move |element| ElementRef { provision, element })
        })
    }
}
