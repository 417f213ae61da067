//! One country: its treaties, its laws, and what a reader of the law found in them (design, section 3.3).

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{
    Absence, Date, Exemption, LifeCycle, ModelProvision, Need, OtherTreaty, Qualifier, Quantity,
    Support, Treaty, TreatyStatus, Word,
};

/// A country's law, annotated.
#[derive(Debug)]
pub struct Legislation<'c> {
    /// The country.
    pub country: Country,
    /// The cut-off date of the research.
    pub as_at: Date,
    /// How the file came about.
    pub status: FileStatus,
    /// Who may read it; printed as it is.
    pub classification: Option<String>,
    /// The legal system; printed as it is.
    pub legal_system: Option<String>,
    /// The treaties that have a checklist, by the checklist's id.
    pub treaties: BTreeMap<String, Treaty<'c>>,
    /// Treaties that have none.
    pub other_treaties: Vec<OtherTreaty>,
    /// The laws, in the order of the file.
    pub laws: Vec<Law<'c>>,
    /// What was searched for and not found.
    pub absences: Vec<Absence<'c>>,
    /// Requirements that do not apply to this country.
    pub exemptions: Vec<Exemption<'c>>,
    /// The State's own priorities.
    pub needs: Vec<Need<'c>>,
    /// Assistance that is under way.
    pub support: Vec<Support<'c>>,
    /// The State's own observations, printed as they are.
    pub state_comment: Option<String>,
}

impl<'c> Legislation<'c> {
    /// The section at that place.
    #[must_use]
    pub fn section(&self, index: SectionIndex) -> &Section<'c> {
        &self.laws[index.law].sections[index.section]
    }

    /// The section's full name, `LAW-ID REF`.
    #[must_use]
    pub fn cite(&self, index: SectionIndex) -> String {
        format!(
            "{} {}",
            self.laws[index.law].id,
            self.section(index).reference
        )
    }

    /// Every section with its place, in the order of the file.
    pub fn sections(&self) -> impl Iterator<Item = (SectionIndex, &Section<'c>)> {
        self.laws.iter().enumerate().flat_map(|(law, entry)| {
            entry
                .sections
                .iter()
                .enumerate()
                .map(move |(section, found)| (SectionIndex { law, section }, found))
        })
    }

    /// Whether the country is bound by the instrument of that checklist at `date` (design, section 3.3, *Treaties*).
    #[must_use]
    pub fn is_party(&self, checklist: &str, date: Date) -> bool {
        self.treaties.get(checklist).is_some_and(|treaty| {
            treaty.status == TreatyStatus::Party && treaty.since.is_none_or(|since| since <= date)
        })
    }
}

/// The place of a section in a legislation file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionIndex {
    /// The place of its law.
    pub law: usize,
    /// Its place in the law.
    pub section: usize,
}

/// A country's code and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 or alpha-3; XAA to XZZ are for fictional countries.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The region it is grouped under in comparisons.
    pub region: Option<String>,
}

/// How a legislation file came about; printed on every cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStatus {
    /// The State's own account.
    Official,
    /// Checked by someone who did not write it.
    Reviewed,
    /// An example from real law, checked by nobody.
    Illustrative,
    /// Invented.
    Fictional,
}

impl Word for FileStatus {
    const ALL: &'static [Self] = &[
        Self::Official,
        Self::Reviewed,
        Self::Illustrative,
        Self::Fictional,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reviewed => "reviewed",
            Self::Illustrative => "illustrative",
            Self::Fictional => "fictional",
        }
    }
}

/// A law of the country.
#[derive(Debug)]
pub struct Law<'c> {
    /// Its id in the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its official number.
    pub number: Option<String>,
    /// Statute, regulation and so on.
    pub kind: Option<LawKind>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Its status and dates.
    pub life: LifeCycle,
    /// Where it was read.
    pub source: Source,
    /// The file with its text, as written in the legislation file.
    pub text: Option<PathBuf>,
    /// Its sections, in the order of the file.
    pub sections: Vec<Section<'c>>,
}

/// What a law is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum LawKind {
    Constitution,
    Statute,
    Regulation,
    CaseLaw,
    Treaty,
    Practice,
}

impl Word for LawKind {
    const ALL: &'static [Self] = &[
        Self::Constitution,
        Self::Statute,
        Self::Regulation,
        Self::CaseLaw,
        Self::Treaty,
        Self::Practice,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Constitution => "constitution",
            Self::Statute => "statute",
            Self::Regulation => "regulation",
            Self::CaseLaw => "case-law",
            Self::Treaty => "treaty",
            Self::Practice => "practice",
        }
    }
}

/// Where a law was read.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The gazette or collection.
    pub publication: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was read.
    pub consulted: Option<Date>,
}

/// The smallest unit of national law that is cited.
#[derive(Debug)]
pub struct Section<'c> {
    /// How it is cited within its law, such as `s. 3`.
    pub reference: String,
    /// Its heading.
    pub heading: Option<String>,
    /// Its own status and dates, each its law's where it has none.
    pub life: LifeCycle,
    /// The values it carries, by name.
    pub values: BTreeMap<String, Quantity>,
    /// The sections that end when this one begins.
    pub replaces: Vec<SectionIndex>,
    /// What was found in it.
    pub covers: Vec<Annotation<'c>>,
    /// Why it has no counterpart in any instrument and deserves a look.
    pub outside: Option<String>,
}

/// A section, with those it is read with, judged against a model provision.
#[derive(Debug)]
pub struct Annotation<'c> {
    /// The model provision.
    pub provision: &'c ModelProvision,
    /// What is said of its elements; each element at most once.
    pub judgements: Vec<Judgement>,
    /// The narrowings found.
    pub qualifiers: Vec<&'c Qualifier>,
    /// The supporting sections.
    pub with: Vec<SectionIndex>,
    /// Values of this annotation, which go before the section's.
    pub values: BTreeMap<String, Quantity>,
    /// The words of the law.
    pub quote: Option<String>,
    /// Their translation.
    pub translation: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Who judged.
    pub by: Assessor,
}

/// What an annotation says of one element.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The element's place in its provision.
    pub element: usize,
    /// The finding.
    pub standing: Standing,
    /// Why; always there unless the finding is `met`.
    pub reason: Option<String>,
}

/// How an element stands in a section, as the reader of the law found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is there.
    Met,
    /// It is there in part.
    Partly,
    /// It is not there.
    Unmet,
    /// The law asks for less than the element, and so covers more.
    Broader,
}

/// Who judged and who reviewed.
#[derive(Debug, Clone, Default)]
pub struct Assessor {
    /// Who judged.
    pub assessed: Option<String>,
    /// When.
    pub assessed_on: Option<Date>,
    /// Who reviewed.
    pub reviewed: Option<String>,
    /// When.
    pub reviewed_on: Option<Date>,
    /// How sure they are, in their own words.
    pub confidence: Option<String>,
}
