//! What is not known: whom to ask, what to look for, and where nobody need look again. Nothing here is drafting work.

use super::super::findings::{Finding, FindingKind};
use super::super::verdict::RequirementResult;
use super::Ingredients;
use crate::model::{
    Category, Checklist, Element, Law, Legislation, ModelProvision, SectionIndex, Word,
};

/// All that one kind of office can settle.
#[derive(Debug)]
pub struct Research<'c> {
    /// `ask/ADDRESSEE`, the same in every run.
    pub id: String,
    /// Whom to ask.
    pub addressee: Addressee,
    /// What to ask, one for each model provision, in the order of the catalogue's categories and of the instruments.
    pub questions: Vec<Question<'c>>,
}

/// Whom to ask, by what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addressee {
    /// Those who write and apply criminal law: definitions, offences, liability, sanctions, jurisdiction.
    CriminalLaw,
    /// Those who use powers to investigate.
    Investigation,
    /// Those who watch over them.
    Safeguards,
    /// Those who answer foreign requests.
    Cooperation,
    /// Those who prevent, and run what has been set up.
    Institutions,
}

impl Word for Addressee {
    const ALL: &'static [Self] = &[
        Self::CriminalLaw,
        Self::Investigation,
        Self::Safeguards,
        Self::Cooperation,
        Self::Institutions,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::CriminalLaw => "criminal-law",
            Self::Investigation => "investigation",
            Self::Safeguards => "safeguards",
            Self::Cooperation => "cooperation",
            Self::Institutions => "institutions",
        }
    }
}

impl Addressee {
    /// Who can settle questions on provisions of that category.
    #[must_use]
    pub fn on(category: Category) -> Self {
        match category {
            Category::Definition
            | Category::Offence
            | Category::Liability
            | Category::Sanction
            | Category::Jurisdiction => Self::CriminalLaw,
            Category::ProceduralPower => Self::Investigation,
            Category::Safeguard => Self::Safeguards,
            Category::InternationalCooperation => Self::Cooperation,
            Category::Prevention | Category::Assistance | Category::Institution => {
                Self::Institutions
            }
        }
    }
}

/// What is not known of one model provision.
#[derive(Debug)]
pub struct Question<'c> {
    /// The model provision.
    pub provision: &'c ModelProvision,
    /// Its elements that are not known, each once, with where they are asked for.
    pub unknown: Vec<Asked<'c>>,
    /// Laws in which something on the provision was found, or that were searched for it: these have been read.
    pub searched: Vec<&'c Law<'c>>,
    /// The sections on it, whether they count or not, which are the place to begin.
    pub sections: Vec<SectionIndex>,
}

/// An element that is not known.
#[derive(Debug)]
pub struct Asked<'c> {
    /// The element.
    pub element: &'c Element,
    /// The requirements that ask for it.
    pub of: Vec<(&'c Checklist<'c>, &'c RequirementResult<'c>)>,
    /// A power in force whose safeguard it is.
    pub finding: Option<&'c Finding<'c>>,
}

/// Everything undetermined that may still turn out to be there, by whom to ask.
pub(super) fn research<'c>(from: &Ingredients<'c>) -> Vec<Research<'c>> {
    let mut questions: Vec<Question<'c>> = Vec::new();
    for result in from.results {
        for requirement in result.requirements().filter(|one| !one.is_optional()) {
            let open = requirement
                .elements
                .iter()
                .filter(|element| element.value.high >= 1.0 && !element.value.is_determined());
            for element in open {
                let asked = asked(
                    from.survey.legislation,
                    &mut questions,
                    element.element.provision,
                    element.element.element,
                );
                asked.of.push((result.checklist, requirement));
            }
        }
    }
    let undetermined = from.findings.iter();
    for finding in undetermined.filter(|one| one.kind == FindingKind::SafeguardsNotDetermined) {
        let Some(provision) = finding.provision else {
            continue;
        };
        for element in &finding.elements {
            asked(from.survey.legislation, &mut questions, provision, element).finding =
                Some(finding);
        }
    }
    by_addressee(questions)
}

/// The entry for an element, which is made where there is none.
fn asked<'q, 'c>(
    legislation: &'c Legislation<'c>,
    questions: &'q mut Vec<Question<'c>>,
    provision: &'c ModelProvision,
    element: &'c Element,
) -> &'q mut Asked<'c> {
    let known = questions
        .iter()
        .position(|question| std::ptr::eq(question.provision, provision));
    let place = known.unwrap_or_else(|| {
        questions.push(question(legislation, provision));
        questions.len() - 1
    });
    let unknown = &mut questions[place].unknown;
    let known = unknown
        .iter()
        .position(|asked| std::ptr::eq(asked.element, element));
    let place = known.unwrap_or_else(|| {
        unknown.push(Asked {
            element,
            of: Vec::new(),
            finding: None,
        });
        unknown.len() - 1
    });
    &mut unknown[place]
}

fn question<'c>(legislation: &'c Legislation<'c>, provision: &'c ModelProvision) -> Question<'c> {
    let on_it = |section: &crate::model::Section<'_>| {
        let mut covers = section.covers.iter();
        covers.any(|annotation| std::ptr::eq(annotation.provision, provision))
    };
    let sections: Vec<SectionIndex> = legislation
        .sections()
        .filter(|(_, section)| on_it(section))
        .map(|(index, _)| index)
        .collect();
    let was_searched = |law: &Law<'_>| {
        let mut absences = legislation.absences.iter();
        absences.any(|absence| {
            std::ptr::eq(absence.provision, provision) && absence.searched.contains(&law.id)
        })
    };
    let laws = legislation.laws.iter().enumerate();
    let searched = laws.filter(|(place, law)| {
        was_searched(law) || sections.iter().any(|section| section.law == *place)
    });
    Question {
        provision,
        unknown: Vec::new(),
        searched: searched.map(|(_, law)| law).collect(),
        sections,
    }
}

fn by_addressee(questions: Vec<Question<'_>>) -> Vec<Research<'_>> {
    let mut groups: Vec<Research<'_>> = Addressee::ALL
        .iter()
        .map(|addressee| Research {
            id: format!("ask/{}", addressee.word()),
            addressee: *addressee,
            questions: Vec::new(),
        })
        .collect();
    for question in questions {
        let addressee = Addressee::on(question.provision.category);
        let group = groups.iter_mut().find(|group| group.addressee == addressee);
        if let Some(group) = group {
            group.questions.push(question);
        }
    }
    for group in &mut groups {
        group
            .questions
            .sort_by_key(|question| question.provision.category);
    }
    groups.retain(|group| !group.questions.is_empty());
    groups
}
