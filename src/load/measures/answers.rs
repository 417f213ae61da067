//! What a measure answers.

use super::super::checklist::provision_named;
use super::super::fields::Fields;
use super::super::shape;
use super::super::tree::Node;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{AnswerRule, Catalogue, GapRule, ModelProvision, Word};

/// The only finding that is answered; what is not determined is research.
#[derive(Clone, Copy)]
enum Finding {
    UnsafeguardedPower,
}

impl Word for Finding {
    const ALL: &'static [Self] = &[Self::UnsafeguardedPower];

    fn word(self) -> &'static str {
        match self {
            Self::UnsafeguardedPower => "unsafeguarded-power",
        }
    }
}

/// A treaty is answered where the State has not joined it.
#[derive(Clone, Copy)]
enum Treaty {
    NotJoined,
}

impl Word for Treaty {
    const ALL: &'static [Self] = &[Self::NotJoined];

    fn word(self) -> &'static str {
        match self {
            Self::NotJoined => "not-joined",
        }
    }
}

/// Declarations are answered where they are still to be made.
#[derive(Clone, Copy)]
enum Declarations {
    ToMake,
}

impl Word for Declarations {
    const ALL: &'static [Self] = &[Self::ToMake];

    fn word(self) -> &'static str {
        match self {
            Self::ToMake => "to-make",
        }
    }
}

/// Reads `answers`; a measure that answers nothing would be in no plan.
pub(super) fn answers<'c>(
    fields: &Fields<'_, '_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Vec<AnswerRule<'c>> {
    let items = fields.list("answers", found);
    if let Some(node) = fields.node("answers").filter(|_| items.is_empty()) {
        found.push(
            Code::EmptyAnswer,
            node.span,
            "the measure answers nothing, and so would be in no plan",
            "say what it answers, such as `- { categories: [offence], law: present }`",
        );
    }
    let rules = items.iter();
    rules
        .filter_map(|item| rule(item, catalogue, found))
        .collect()
}

fn rule<'c>(
    node: &Node<'_>,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<AnswerRule<'c>> {
    let fields = Fields::open(node, &shape::ANSWER, found)?;
    let of_gaps = ["categories", "models", "kinds", "law"];
    let mut of_gaps = of_gaps.iter().filter(|key| fields.node(key).is_some());
    let asks_gaps = of_gaps.next().is_some();
    let others = ["finding", "treaty", "declarations"];
    let others = others.iter().filter(|key| fields.node(key).is_some());
    let asked = others.count() + usize::from(asks_gaps);
    let categories = fields.words("categories", found);
    let models: Vec<&ModelProvision> = fields
        .texts("models", found)
        .into_iter()
        .filter_map(|name| provision_named(name, catalogue, found))
        .flat_map(|provision| with_included(provision, catalogue))
        .collect();
    let kinds = fields.words("kinds", found);
    let law = fields.word("law", found);
    let finding = fields
        .word("finding", found)
        .map(|Finding::UnsafeguardedPower| AnswerRule::UnsafeguardedPower);
    let treaty = fields
        .word("treaty", found)
        .map(|Treaty::NotJoined| AnswerRule::TreatyNotJoined);
    let declarations = fields
        .word("declarations", found)
        .map(|Declarations::ToMake| AnswerRule::DeclarationsToMake);
    if asked != 1 {
        let message = if asked == 0 {
            "this says nothing of what is answered"
        } else {
            "nothing is a gap, a finding, a treaty and declarations at the same time"
        };
        let help = "give some of `categories`, `models`, `kinds` and `law`, or one of `finding`, `treaty` and `declarations`; what is answered as well is an entry of its own";
        found.push(Code::EmptyAnswer, fields.place, message, help);
        return None;
    }
    if !asks_gaps {
        return finding.or(treaty).or(declarations);
    }
    let rule = GapRule {
        categories,
        models,
        kinds,
        law,
    };
    if rule.asks_nothing() {
        let help = "list at least one, or leave the key out beside another one";
        let message = "an empty list says nothing of what is answered";
        found.push(Code::EmptyAnswer, fields.place, message, help);
    }
    Some(AnswerRule::Gaps(rule))
}

/// A provision, or what an umbrella includes.
fn with_included<'c>(
    provision: &'c ModelProvision,
    catalogue: &'c Catalogue,
) -> Vec<&'c ModelProvision> {
    if provision.includes.is_empty() {
        return vec![provision];
    }
    let included = provision.includes.iter();
    included.filter_map(|id| catalogue.get(id)).collect()
}
