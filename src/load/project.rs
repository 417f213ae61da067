//! The project file, `gapcheck.toml` (design, section 3.4): defaults, rules, weights and costs.

use super::fields::{Fields, Text};
use super::legislation::requirements_named;
use super::library::Shelf;
use super::rule::rules;
use super::shape;
use super::shipped::checklist_ids;
use super::suggest::did_you_mean;
use super::text::decode;
use super::tree::grow;
use crate::diagnostic::{Code, Diagnostics, Examined, Source, Span, quoted};
use crate::model::{Costs, Language, Project, Rule, Stated, Weight, is_id};

/// The name of a project file.
pub const PROJECT_FILE: &str = "gapcheck.toml";

/// Reads a project file over a shelf that has the checklists it mentions.
///
/// `bad_paths` has, for each path under `checklists` that can't be used, the reason.
#[must_use]
pub fn project<'c>(
    shelf: &'c Shelf<'c>,
    name: &str,
    bytes: Vec<u8>,
    bad_paths: &[(String, String)],
) -> (Examined, Option<Project>) {
    let (source, mut found) = decode(name, bytes);
    let project = if found.error_count() > 0 {
        None
    } else if source.text().trim().is_empty() {
        // Nothing stated is nothing wrong: all defaults stand.
        Some(Project::default())
    } else {
        let reader = Reader {
            source: &source,
            shelf,
        };
        reader.project(bad_paths, &mut found)
    };
    let project = found.admit(project);
    let examined = Examined {
        source,
        diagnostics: found,
    };
    (examined, project)
}

/// The paths among the checklists of a project file, as written there, before anything else of it is read.
#[must_use]
pub fn project_checklists(name: &str, bytes: &[u8]) -> Vec<String> {
    let (source, mut found) = decode(name, bytes.to_vec());
    let Some(root) = grow(&source, &mut found) else {
        return Vec::new();
    };
    let Some(fields) = Fields::open(&root, &shape::PROJECT, &mut found) else {
        return Vec::new();
    };
    let named = fields.texts("checklists", &mut found).into_iter();
    let paths = named.filter(|text| is_path(text.text));
    paths.map(Text::owned).collect()
}

/// Whether the name of a checklist is the path of a file.
fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}

struct Reader<'c, 's> {
    source: &'s Source,
    shelf: &'c Shelf<'c>,
}

impl<'c> Reader<'c, '_> {
    fn project(&self, bad_paths: &[(String, String)], found: &mut Diagnostics) -> Option<Project> {
        let root = grow(self.source, found)?;
        let fields = Fields::open(&root, &shape::PROJECT, found)?;
        let mut project = Project {
            checklists: self.checklists(&fields, bad_paths, found),
            countries: fields
                .texts("countries", found)
                .into_iter()
                .map(|text| self.stated(text, text.owned()))
                .collect(),
            language: fields
                .word::<Language>("language", found)
                .zip(fields.node("language"))
                .map(|(value, node)| self.stated_at(node.span, value)),
            ..Project::default()
        };
        if let Some(node) = fields.node("policy")
            && let Some(fields) = Fields::open(node, &shape::POLICY, found)
        {
            project.fail_on = self.fail_on(&fields, found);
            project.baseline = fields
                .text("baseline", found)
                .map(|text| self.stated(text, text.owned()));
        }
        project.weights = self.weights(&fields, found);
        if let Some(node) = fields.node("costs")
            && let Some(fields) = Fields::open(node, &shape::COSTS, found)
        {
            project.costs = self.costs(&fields, found);
        }
        Some(project)
    }

    fn stated<T>(&self, text: Text<'_>, value: T) -> Stated<T> {
        self.stated_at(text.span, value)
    }

    fn stated_at<T>(&self, span: Span, value: T) -> Stated<T> {
        Stated {
            value,
            line: self.source.position(span.start).line,
        }
    }

    /// The ids of all checklists that can be named.
    fn ids(&self) -> impl Iterator<Item = &str> {
        let own = self.shelf.checklists.iter().map(|known| known.id.as_str());
        own.chain(checklist_ids())
    }

    fn checklists(
        &self,
        fields: &Fields<'_, '_>,
        bad_paths: &[(String, String)],
        found: &mut Diagnostics,
    ) -> Vec<Stated<String>> {
        let mut checklists: Vec<Stated<String>> = Vec::new();
        for text in fields.texts("checklists", found) {
            if checklists.iter().any(|known| known.value == text.text) {
                let message = format!("{} is listed here already", quoted(text.text));
                found.push(
                    Code::DuplicateId,
                    text.span,
                    message,
                    "remove one of the two",
                );
            } else if let Some((_, reason)) = bad_paths.iter().find(|(path, _)| path == text.text) {
                let message = format!("{} can't be used: {reason}", quoted(text.text));
                let help = "give the path of a checklist, relative to the folder of this file";
                found.push(Code::UnreadableReference, text.span, message, help);
            } else if !is_path(text.text) && !self.ids().any(|id| id == text.text) {
                self.refuse_checklist(text.text, text.span, found);
            }
            checklists.push(self.stated(text, text.owned()));
        }
        checklists
    }

    fn refuse_checklist(&self, name: &str, span: Span, found: &mut Diagnostics) {
        let help = did_you_mean(
            name,
            self.ids(),
            "`gapcheck checklists list` shows all; your own is named by its path, such as `laws/model.yaml`",
        );
        let message = format!("there is no checklist {}", quoted(name));
        found.push(Code::UnknownChecklist, span, message, help);
    }

    fn fail_on(&self, fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Vec<Stated<Rule>> {
        let mut read = Vec::new();
        for text in fields.texts("fail-on", found) {
            match rules(text.text) {
                Ok(rules) => {
                    for rule in rules {
                        if let Some(scope) = &rule.scope
                            && !self.ids().any(|id| id == scope)
                        {
                            let place = text.text.find(scope).unwrap_or(0);
                            let span = self.within(text, place..place + scope.len());
                            self.refuse_checklist(scope, span, found);
                        }
                        read.push(self.stated(text, rule));
                    }
                }
                Err(mistakes) => {
                    for mistake in mistakes {
                        let span = self.within(text, mistake.place);
                        found.push(Code::BadRule, span, mistake.message, mistake.help);
                    }
                }
            }
        }
        read
    }

    /// The place of a part of a text; the whole text where it is not written as it is read.
    fn within(&self, text: Text<'_>, part: std::ops::Range<usize>) -> Span {
        let written = self.source.text().get(text.span.start..text.span.end);
        match written.and_then(|written| written.find(text.text)) {
            Some(lead) => {
                let start = text.span.start + lead;
                let end = (start + part.end).min(text.span.end);
                Span::new(start + part.start, end)
            }
            None => text.span,
        }
    }

    fn weights(&self, fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Vec<Stated<Weight>> {
        let mut weights = Vec::new();
        for (name, value) in fields.pairs("weights", found) {
            let named = requirements_named(name, &self.shelf.checklists, found);
            let help = "write a number above 0, such as `2`";
            let value = number(value, "weight", help, found).filter(|(value, text)| {
                let good = *value > 0.0 && *value <= 1e6;
                if !good {
                    let message = format!("{} is no weight", quoted(text.text));
                    found.push(Code::BadValue, text.span, message, help);
                }
                good
            });
            if let (Some((checklist, _)), Some((value, _))) = (named, value) {
                let (_, requirement) = name.text.split_once('/').unwrap_or_default();
                let weight = Weight {
                    checklist: checklist.id.clone(),
                    requirement: requirement.to_owned(),
                    value,
                };
                weights.push(self.stated(name, weight));
            }
        }
        weights
    }

    fn costs(&self, fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Costs {
        let currency = fields.text("currency", found).map(|text| {
            let letters = text.text.bytes().all(|byte| byte.is_ascii_uppercase());
            if !letters || text.text.len() != 3 {
                let message = format!("{} is no code of a currency", quoted(text.text));
                let help = "write the three letters of ISO 4217, such as `USD`";
                found.push(Code::BadValue, text.span, message, help);
            }
            self.stated(text, text.owned())
        });
        let year = fields.text("year", found).and_then(|text| {
            let year = text.text.parse().ok();
            let year = year.filter(|year| (1900..=2200).contains(year));
            if year.is_none() {
                let message = format!("{} is no year", quoted(text.text));
                let help = "write the year of the prices, such as `2026`";
                found.push(Code::BadValue, text.span, message, help);
            }
            Some(self.stated(text, year?))
        });
        let mut units = Vec::new();
        for (name, value) in fields.pairs("unit", found) {
            if !is_id(name.text) {
                let message = format!("{} is no name of a unit", quoted(name.text));
                let help =
                    "write lower-case letters, digits and single hyphens, such as `training-day`";
                found.push(Code::BadId, name.span, message, help);
            }
            let help = "write what one unit costs, without the currency, such as `1200`";
            if let Some((value, _)) = number(value, "cost", help, found) {
                units.push(self.stated(name, (name.owned(), value)));
            }
        }
        Costs {
            currency,
            year,
            units,
        }
    }
}

/// A number that is not negative, as TOML writes it, or a report.
fn number<'t>(
    text: Option<Text<'t>>,
    what: &str,
    help: &str,
    found: &mut Diagnostics,
) -> Option<(f64, Text<'t>)> {
    let text = text?;
    let digits = text.text.replace('_', "");
    let value = digits.parse::<f64>().ok();
    let value = value.filter(|value| value.is_finite() && *value >= 0.0);
    if value.is_none() {
        let message = format!("{} is no {what}", quoted(text.text));
        found.push(Code::BadValue, text.span, message, help);
    }
    Some((value?, text))
}
