//! A second, deliberately plain implementation of design section 4, written from the design alone. It reads nothing of
//! `src/`, is slow, and is meant to be read beside the design.

use crate::counting::{self, Enacted};
use crate::facts::{self, Checklist, Legislation, Provision, Requirement, Treaty, full, model_of};
use crate::rule_twelve::{self, Finding};
use crate::rules::{self, Interval, Narrowing, Outcome};
use crate::scores::{self, Total};
use serde_yaml::Value;

pub struct Options {
    /// `--as-at`; the file's own date without it.
    pub as_at: Option<String>,
    /// `--if-enacted`.
    pub if_enacted: Enacted,
}

#[derive(Debug)]
pub struct Assessment {
    pub as_at: String,
    pub checklists: Vec<ChecklistResult>,
    /// Rule 12, of the law in force, one for each model.
    pub findings: Vec<Finding>,
    /// Rule 11: the same checklists once more, as if the bills were law.
    pub if_enacted: Option<Vec<ChecklistResult>>,
}

#[derive(Debug)]
pub struct ChecklistResult {
    pub id: String,
    /// Mandatory and conditional requirements.
    pub scored: Total,
    pub optional: Total,
    pub requirements: Vec<RequirementResult>,
}

#[derive(Debug)]
pub struct RequirementResult {
    pub id: String,
    pub is_optional: bool,
    pub weight: f64,
    pub verdict: String,
    pub range: Option<(String, String)>,
    pub score: Option<Interval>,
    pub elements: Vec<ElementResult>,
    pub gaps: Vec<String>,
    pub could_add: Vec<String>,
    pub excused: Vec<String>,
    pub combined: bool,
    /// Not applicable by an entry of the file, not by an exclusion.
    pub set_aside: bool,
}

#[derive(Debug)]
pub struct ElementResult {
    /// Bare for the requirement's own model, else `other/element`.
    pub id: String,
    pub verdict: String,
    pub value: Interval,
}

pub fn assess(
    catalogue: &[Value],
    checklists: &[Value],
    legislation: &Value,
    options: &Options,
) -> Assessment {
    let provisions = facts::provisions(catalogue, checklists);
    let lists: Vec<Checklist> = checklists
        .iter()
        .map(|list| facts::checklist(list, &provisions))
        .collect();
    let file = facts::legislation(legislation);
    let d = options.as_at.clone().unwrap_or_else(|| file.as_at.clone());

    // Rule 11: the verdict is always that of the law in force.
    let counts = counting::counting_sections(&file, &d, &Enacted::Nothing);
    let now = Case {
        provisions: &provisions,
        file: &file,
        d: &d,
        counts,
    };
    let mut if_enacted = None;
    if options.if_enacted != Enacted::Nothing {
        let counts = counting::counting_sections(&file, &d, &options.if_enacted);
        let then = Case {
            provisions: &provisions,
            file: &file,
            d: &d,
            counts,
        };
        if_enacted = Some(lists.iter().map(|list| then.checklist(list)).collect());
    }
    Assessment {
        checklists: lists.iter().map(|list| now.checklist(list)).collect(),
        findings: rule_twelve::findings(&now, &lists),
        if_enacted,
        as_at: d,
    }
}

/// One country at one date, under one assumption about its bills.
pub struct Case<'a> {
    pub provisions: &'a [Provision],
    pub file: &'a Legislation,
    pub d: &'a str,
    /// For each section, whether it counts (rule 1).
    pub counts: Vec<bool>,
}

impl Case<'_> {
    /// Rule 9.
    fn checklist(&self, list: &Checklist) -> ChecklistResult {
        let mut requirements = Vec::new();
        for requirement in &list.requirements {
            requirements.push(self.requirement(list, requirement));
        }
        ChecklistResult {
            id: list.id.clone(),
            scored: scores::total(&requirements, false),
            optional: scores::total(&requirements, true),
            requirements,
        }
    }

    fn requirement(&self, list: &Checklist, requirement: &Requirement) -> RequirementResult {
        let mut result = RequirementResult {
            id: requirement.id.clone(),
            is_optional: requirement.bindingness == "optional",
            weight: requirement.weight,
            verdict: "not-applicable".to_owned(),
            range: None,
            score: None,
            elements: Vec::new(),
            gaps: Vec::new(),
            could_add: Vec::new(),
            excused: Vec::new(),
            combined: false,
            set_aside: self.is_set_aside(list, requirement),
        };
        // Rule 4: what a permitted and made exclusion takes out leaves E.
        let mut wanted = Vec::new();
        let excluded = self.excluded(list, requirement);
        for name in &requirement.elements {
            if excluded.contains(name) {
                result.excused.push(shown(requirement, name));
            } else {
                wanted.push(name.clone());
            }
        }
        // Rule 8, and rule 4: if nothing is left R is not applicable.
        if result.set_aside || wanted.is_empty() {
            return result;
        }
        let wanted = self.without_lesser_alternatives(list, requirement, wanted);
        let outcomes = self.evaluate(list, requirement, &wanted);
        result.score = Some(scores::mean(&outcomes));
        // Rule 7.
        let lowest = scores::verdict(&outcomes, |value| value.low);
        let highest = scores::verdict(&outcomes, |value| value.high);
        if lowest == highest {
            result.verdict = lowest.to_owned();
        } else {
            result.verdict = "not-determined".to_owned();
            result.range = Some((lowest.to_owned(), highest.to_owned()));
        }
        result.combined = rule_twelve::is_combined(self, &outcomes);
        describe(list, requirement, &outcomes, &mut result);
        result
    }

    /// Rules 1 to 5, for each model provision that E names.
    fn evaluate(
        &self,
        list: &Checklist,
        requirement: &Requirement,
        wanted: &[String],
    ) -> Vec<Outcome> {
        let treaty = self.treaty(list);
        let narrowing = Narrowing {
            permits: &requirement.permits,
            is_party: self.is_party(list),
            declarations: treaty
                .map(|treaty| treaty.declarations.as_slice())
                .unwrap_or_default(),
            reservations: treaty
                .map(|treaty| treaty.reservations.as_slice())
                .unwrap_or_default(),
            no_caps: false,
        };
        let mut outcomes = Vec::new();
        for provision in self.provisions {
            if wanted.iter().any(|name| model_of(name) == provision.id) {
                outcomes.extend(rules::evaluate(
                    self.file,
                    provision,
                    wanted,
                    &narrowing,
                    &self.counts,
                ));
            }
        }
        outcomes.sort_by_key(|outcome| wanted.iter().position(|name| *name == outcome.name));
        outcomes
    }

    /// Design 3.2, `alternatives`: highest low, then high, then first; the others of the group leave E.
    fn without_lesser_alternatives(
        &self,
        list: &Checklist,
        requirement: &Requirement,
        mut wanted: Vec<String>,
    ) -> Vec<String> {
        let outcomes = self.evaluate(list, requirement, &wanted);
        for group in &requirement.alternatives {
            let mut best: Option<&Outcome> = None;
            for member in group {
                for outcome in &outcomes {
                    let rank = [outcome.value.low, outcome.value.high];
                    if outcome.name == *member
                        && best.is_none_or(|so_far| rank > [so_far.value.low, so_far.value.high])
                    {
                        best = Some(outcome);
                    }
                }
            }
            if let Some(best) = best {
                wanted.retain(|name| *name == best.name || !group.contains(name));
            }
        }
        wanted
    }

    fn treaty(&self, list: &Checklist) -> Option<&Treaty> {
        self.file.treaties.get(&list.id)
    }

    /// Design 3.3: status `party`, and `since`, if given, not after d.
    fn is_party(&self, list: &Checklist) -> bool {
        match self.treaty(list) {
            Some(treaty) => {
                let since = treaty.since.as_deref().unwrap_or_default();
                treaty.status == "party" && since <= self.d
            }
            None => false,
        }
    }

    /// Rule 4: the elements that a permitted exclusion takes out, where a party at d has made it.
    fn excluded(&self, list: &Checklist, requirement: &Requirement) -> Vec<String> {
        let mut excluded = Vec::new();
        let Some(treaty) = self.treaty(list).filter(|_| self.is_party(list)) else {
            return excluded;
        };
        for permit in &requirement.permits {
            let made = match permit.by.as_str() {
                "declaration" => treaty.declarations.contains(&permit.qualifier),
                "reservation" => treaty.reservations.contains(&permit.qualifier),
                _ => false,
            };
            for qualifier in self
                .provisions
                .iter()
                .flat_map(|provision| &provision.qualifiers)
            {
                if made && qualifier.name == permit.qualifier {
                    excluded.extend(qualifier.excludes.iter().cloned());
                }
            }
        }
        excluded
    }

    /// Rule 8 and design 3.2: named by its id, or by the bare id of the article where the article is split.
    fn is_set_aside(&self, list: &Checklist, requirement: &Requirement) -> bool {
        for entry in &self.file.not_applicable {
            let is_an_id = list
                .requirements
                .iter()
                .any(|other| *entry == full(&list.id, &other.id));
            let name = full(&list.id, &requirement.id);
            if *entry == name || (!is_an_id && name.starts_with(&format!("{entry}-"))) {
                return true;
            }
        }
        false
    }
}

/// The elements as design section 6 shows them, and the gaps: elements with high below 1.
fn describe(
    list: &Checklist,
    requirement: &Requirement,
    outcomes: &[Outcome],
    result: &mut RequirementResult,
) {
    for outcome in outcomes {
        let value = outcome.value;
        let verdict = if value.low != value.high {
            "unknown"
        } else if value.low == 1.0 {
            "met"
        } else if value.low == 0.0 {
            "unmet"
        } else {
            "partly"
        };
        let id = shown(requirement, &outcome.name);
        if value.high < 1.0 {
            let named = outcome
                .cap
                .as_ref()
                .map_or_else(|| id.clone(), |cap| shown(requirement, cap));
            let gap = format!("{}/{}/{named}", list.id, requirement.id);
            // Optional requirements list theirs as what could be added.
            if result.is_optional {
                result.could_add.push(gap)
            } else {
                result.gaps.push(gap)
            }
        }
        result.elements.push(ElementResult {
            id,
            verdict: verdict.to_owned(),
            value,
        });
    }
}

/// Bare for the requirement's own model.
fn shown(requirement: &Requirement, name: &str) -> String {
    let own = name.strip_prefix(&format!("{}/", requirement.model));
    own.unwrap_or(name).to_owned()
}
