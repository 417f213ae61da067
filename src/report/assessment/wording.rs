//! Sentences about gaps, unknowns and needs, in the language of the UN reviews.

use super::Form;
use super::cut::cut;
use crate::assess::{ChecklistResult, ElementVerdict, Gap, Reason, RequirementResult, Verdict};
use crate::model::{Category, ElementKind, ElementRef, Legislation, SectionIndex, Word};
use crate::report::figures::{clause, count};

/// Why an element is missing, in a sentence.
pub(in crate::report) fn reason(reason: &Reason<'_>) -> String {
    match reason {
        Reason::Finding(words) => (*words).to_owned(),
        Reason::NotPermitted(qualifier) => format!(
            "The law is narrower than the instrument permits: {}.",
            clause(&qualifier.text)
        ),
        Reason::NotDeclared(qualifier) => format!(
            "The law is narrower, and the narrowing was not declared or reserved when the State joined: {}.",
            clause(&qualifier.text)
        ),
        Reason::Figure { value, is, wanted } => {
            format!(
                "The law sets {} at {is}; {wanted} is asked for.",
                value.replace('-', " ")
            )
        }
        Reason::NothingToRestOn => "No section covers what this would qualify.".to_owned(),
    }
}

/// What to draft to close a gap: an instruction that follows on "Ensure that" or "Consider that".
pub(in crate::report) fn instruction(gap: &Gap<'_>) -> String {
    match (gap.qualifier, &gap.reason) {
        (Some(qualifier), _) => format!(
            "the law no longer has this limit: {}",
            clause(&qualifier.text)
        ),
        (None, Some(Reason::Figure { value, wanted, .. })) => {
            format!("{} is {wanted}", with_article(&value.replace('-', " ")))
        }
        (None, _) => format!(
            "the law answers this: {}",
            clause(&gap.element.element.text)
        ),
    }
}

fn with_article(noun: &str) -> String {
    format!("the {noun}")
}

/// The names of the elements that are missing, those missing in part with a word.
pub(super) fn missing(result: &RequirementResult<'_>) -> String {
    let gone = |gap: &Gap<'_>| gap.verdict == ElementVerdict::Unmet;
    if result.gaps.len() > 1
        && result.gaps.len() == result.elements.len()
        && result.gaps.iter().all(gone)
    {
        return "everything".to_owned();
    }
    let names: Vec<String> = result
        .gaps
        .iter()
        .map(|gap| {
            let name = readable(&gap.name);
            match (gap.qualifier, gap.verdict.word()) {
                (Some(qualifier), _) => format!("{name} (narrowed: {})", readable(&qualifier.id)),
                (None, "partly") => format!("{name} (in part)"),
                (None, _) => name,
            }
        })
        .collect();
    cut(&names, MOST_NAMED, ", ", Form::Overview)
}

/// So many missing elements are named in an overview.
const MOST_NAMED: usize = 5;

/// An id as words: `without-right` is `without right`.
pub(in crate::report) fn readable(id: &str) -> String {
    id.replace('-', " ").replace('/', ": ")
}

/// Sections cited in a row, each with its law's id.
pub(in crate::report) fn cited(legislation: &Legislation<'_>, sections: &[SectionIndex]) -> String {
    let names: Vec<String> = sections
        .iter()
        .map(|index| {
            let (law, section) = (&legislation.laws[index.law], legislation.section(*index));
            let reference = unbroken(&section.reference);
            // A long name of a law may stand on a line of its own.
            let space = if law.id.len() > LONG_ID {
                ' '
            } else {
                '\u{a0}'
            };
            format!("{}{space}{reference}", law.id)
        })
        .collect();
    names.join("; ")
}

/// From this length on, a law's id and the section cited may stand on two lines.
const LONG_ID: usize = 8;

/// A citation that no line end tears apart.
pub(super) fn unbroken(cite: &str) -> String {
    cite.replace(' ', "\u{a0}")
}

/// Which requirements a report shows first: those that bind, unless none does.
pub(super) fn shown(result: &ChecklistResult<'_>) -> &'static str {
    if result.is_all_optional() {
        "optional requirements"
    } else {
        "requirements that bind"
    }
}

/// Who can settle what is not known, by the kind of rule.
pub(in crate::report) fn who_could_settle(category: Category) -> &'static str {
    match category {
        Category::Definition | Category::Offence | Category::Liability | Category::Sanction => {
            "Ministry of Justice (criminal law), prosecution service"
        }
        Category::Jurisdiction => "Ministry of Justice, prosecution service",
        Category::ProceduralPower => "police cybercrime unit, prosecution service, judiciary",
        Category::Safeguard => "judiciary, human-rights institution, data-protection authority",
        Category::InternationalCooperation => {
            "central authority for mutual legal assistance, 24/7 contact point"
        }
        Category::Prevention | Category::Assistance | Category::Institution => {
            "ministry in charge of cybersecurity, Ministry of Foreign Affairs"
        }
    }
}

/// The technical-assistance need behind gaps of that kind.
pub(super) fn need(category: Category) -> &'static str {
    match category {
        Category::Definition => "Legislative drafting: definitions",
        Category::Offence => "Legislative drafting: offences",
        Category::Liability => "Legislative drafting: participation and liability of legal persons",
        Category::Sanction => "Legislative drafting: penalties",
        Category::Jurisdiction => "Legislative drafting: jurisdiction",
        Category::ProceduralPower => "Legislative drafting and training: procedural powers",
        Category::Safeguard => "Legislative drafting and training: conditions and safeguards",
        Category::InternationalCooperation => {
            "Legislative drafting and institution-building: international cooperation"
        }
        Category::Prevention => "Policy advice: prevention",
        Category::Assistance => "Capacity-building and exchange of information",
        Category::Institution => "Institution-building",
    }
}

/// A sentence on a requirement's verdict for readers.
pub(super) fn conclusion(result: &RequirementResult<'_>) -> String {
    let known = result
        .elements
        .iter()
        .filter(|element| element.value.is_determined())
        .count();
    let total = count(result.elements.len(), "element");
    if result.is_optional() {
        return could_add(result, &total);
    }
    match result.outcome.verdict {
        Verdict::InPlace => format!("In place: all of {total} found."),
        Verdict::PartlyInPlace => format!(
            "Partly in place: {} of {total} missing or incomplete.",
            result.gaps.len()
        ),
        Verdict::NotInPlace => {
            "Not in place: nothing of what the article is about was found in the laws listed."
                .to_owned()
        }
        Verdict::NotApplicable => "Not applicable; left out of every score.".to_owned(),
        Verdict::NotDetermined => format!("Not determined: {known} of {total} assessed."),
    }
}

/// The same where nothing binds: what is missing is no gap, but something that a State could add.
fn could_add(result: &RequirementResult<'_>, total: &str) -> String {
    match result.outcome.verdict {
        Verdict::InPlace => format!("Optional, and in place: all of {total} found."),
        Verdict::PartlyInPlace => format!(
            "Optional, and partly in place: {} of {total} could be added.",
            result.gaps.len()
        ),
        Verdict::NotInPlace => {
            "Optional, and not in the laws listed: it could be added, and is no gap.".to_owned()
        }
        Verdict::NotApplicable => "Optional, and not applicable.".to_owned(),
        Verdict::NotDetermined => "Optional, and not determined.".to_owned(),
    }
}

/// Whether an element's kind is a safeguard, which readers look for.
pub(super) fn is_safeguard(element: &ElementRef<'_>) -> bool {
    element.element.kind == ElementKind::Safeguard
}
