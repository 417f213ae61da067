//! Plans for random countries: what holds for every plan, and a second, naive implementation beside the product
//! (`plan/naive.rs`). The countries come from the generator of `oracle.rs`.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "oracle/counting.rs"]
mod counting;
#[path = "oracle/facts.rs"]
mod facts;
#[path = "plan/naive.rs"]
mod naive;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/random_law.rs"]
mod random_law;
#[path = "oracle/rules.rs"]
mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gapcheck::assess::plan::{Ingredients, Plan, plan};
use gapcheck::assess::{ChecklistResult, Finding, Survey, assess, findings};
use gapcheck::load::{Library, Shelf, legislation, measures};
use gapcheck::model::{Assumed, MeasureLibrary};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_yaml::Value;

const CHECKLISTS: [&str; 2] = ["budapest", "un-cybercrime"];

/// 60 cases, or `PROPTEST_CASES`.
fn config() -> Config {
    let mut config = Config {
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 60;
    }
    config
}

/// What a test may look at.
struct Made<'m> {
    survey: &'m Survey<'m>,
    results: &'m [ChecklistResult<'m>],
    findings: &'m [Finding<'m>],
    library: &'m MeasureLibrary<'m>,
    plan: Plan<'m>,
}

fn with_plan<T>(
    shelf: &Shelf<'_>,
    library: &MeasureLibrary<'_>,
    text: &str,
    test: impl FnOnce(&Made<'_>) -> Result<T, TestCaseError>,
) -> Result<T, TestCaseError> {
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let (examined, legislation) =
        legislation(shelf, "x.yaml", text.as_bytes().to_vec(), &read, &[]);
    let wrong = || TestCaseError::fail(format!("{:#?}\n{text}", examined.diagnostics.shown()));
    let legislation = legislation.ok_or_else(wrong)?;
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let checklists = CHECKLISTS.map(|id| shelf.get(id).unwrap());
    let results = checklists.map(|one| assess(&survey, one));
    let findings = findings(&survey, &checklists);
    let plan = plan(&Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library,
        costs: None,
    });
    test(&Made {
        survey: &survey,
        results: &results,
        findings: &findings,
        library,
        plan,
    })
}

fn on_random(test: impl Fn(&Shelf<'_>, &MeasureLibrary<'_>, &str) -> Result<(), TestCaseError>) {
    let read = |path: &str| -> Value {
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let mut paths: Vec<_> = std::fs::read_dir("checklists/model")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let catalogue: Vec<Value> = paths
        .iter()
        .map(|path| read(path.to_str().unwrap()))
        .collect();
    let lists = CHECKLISTS.map(|id| read(&format!("checklists/{id}.yaml")));
    let world = random::World::new(&catalogue, &lists);
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let (measures, _) = measures(shelf.catalogue, Vec::new());
    let measures = measures.unwrap();
    let outcome = TestRunner::new(config()).run(&random::samples(&world), |sample| {
        test(&shelf, &measures, &with_needs(&sample.text))
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// The generator knows no needs: every third of the provisions that the law is about is one.
fn with_needs(text: &str) -> String {
    let models: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("- model: "))
        .collect();
    let needs: String = models
        .iter()
        .step_by(3)
        .map(|model| format!("  - {{ model: {model} }}\n"))
        .collect();
    if needs.is_empty() {
        return text.to_owned();
    }
    format!("{text}needs:\n{needs}")
}

#[test]
fn every_gap_is_closed_once_or_unanswered_and_nothing_is_planned_without_a_gap() {
    on_random(|shelf, library, text| {
        with_plan(shelf, library, text, |made| {
            let mut times: BTreeMap<&str, usize> = BTreeMap::new();
            for line in &made.plan.lines {
                for gap in &line.closes {
                    *times.entry(gap.id()).or_default() += 1;
                }
                let behind = line.gaps().count()
                    + line.findings.len()
                    + line.declarations.len()
                    + line.treaties.len();
                prop_assert!(behind > 0, "{} has nothing behind it", line.id);
                let supported: BTreeSet<&str> = line.supports.iter().map(|one| one.id()).collect();
                prop_assert_eq!(supported.len(), line.supports.len(), "{}", &line.id);
            }
            for gap in &made.plan.unanswered.gaps {
                *times.entry(gap.id()).or_default() += 1;
            }
            let binding = made.results.iter().flat_map(ChecklistResult::requirements);
            let binding = binding.filter(|one| !one.is_optional());
            let gaps: BTreeSet<&str> = binding
                .flat_map(|one| &one.gaps)
                .map(|gap| gap.id.as_str())
                .collect();
            let planned: BTreeSet<&str> = times.keys().copied().collect();
            prop_assert_eq!(gaps, planned);
            prop_assert!(times.values().all(|number| *number == 1), "{times:?}");
            Ok(())
        })
    });
}

#[test]
fn what_is_not_known_is_in_the_research_plan_and_nothing_else_is() {
    on_random(|shelf, library, text| {
        with_plan(shelf, library, text, |made| {
            let mut open = BTreeSet::new();
            for result in made.results {
                for one in result.requirements().filter(|one| !one.is_optional()) {
                    for element in &one.elements {
                        if element.value.low < element.value.high && element.value.high >= 1.0 {
                            open.insert(format!(
                                "{}/{}/{}",
                                result.checklist.id, one.requirement.id, element.name
                            ));
                        }
                    }
                }
            }
            let mut asked = BTreeSet::new();
            for question in made.plan.research.iter().flat_map(|one| &one.questions) {
                for unknown in &question.unknown {
                    prop_assert!(!unknown.of.is_empty() || unknown.finding.is_some());
                    for (checklist, one) in &unknown.of {
                        let element = gapcheck::model::ElementRef {
                            provision: question.provision,
                            element: unknown.element,
                        };
                        let name = element.name(one.requirement.model);
                        asked.insert(format!("{}/{}/{name}", checklist.id, one.requirement.id));
                    }
                }
            }
            prop_assert_eq!(open, asked);
            Ok(())
        })
    });
}

#[test]
fn a_line_comes_after_all_that_it_needs_and_its_months_with_it() {
    on_random(|shelf, library, text| {
        with_plan(shelf, library, text, |made| {
            let mut ids = BTreeSet::new();
            for (place, line) in made.plan.lines.iter().enumerate() {
                prop_assert!(ids.insert(&line.id), "{} stands twice", line.id);
                for earlier in &line.after {
                    prop_assert!(*earlier < place);
                    prop_assert!(made.plan.lines[*earlier].end <= line.begin);
                }
                prop_assert!(!line.grounds.is_empty(), "{} has no ground", line.id);
                let figures = (line.figures.baseline, line.figures.target);
                if let (Some(now), Some(then)) = figures {
                    prop_assert!(now.low <= then.low + 1e-9 && now.high <= then.high + 1e-9);
                }
            }
            Ok(())
        })
    });
}

/// The same country with its laws in the opposite order.
fn reversed(text: &str) -> String {
    let mut value: Value = serde_yaml::from_str(text).unwrap();
    if let Some(laws) = value.get_mut("laws").and_then(Value::as_sequence_mut) {
        laws.reverse();
    }
    serde_yaml::to_string(&value).unwrap()
}

/// What the assessment says: each gap with the sections it was found in, and each finding with its sections.
fn said(made: &Made<'_>) -> BTreeSet<String> {
    let cited = |sections: &[gapcheck::model::SectionIndex]| {
        let mut cites: Vec<String> = sections
            .iter()
            .map(|index| made.survey.legislation.cite(*index))
            .collect();
        cites.sort();
        cites.join("; ")
    };
    let mut said = BTreeSet::new();
    for one in made.results.iter().flat_map(ChecklistResult::requirements) {
        for gap in &one.gaps {
            said.insert(format!("{} {}", gap.id, cited(&gap.sections)));
        }
    }
    for finding in made.findings {
        let provision = finding.provision.map_or("", |one| one.id.as_str());
        said.insert(format!("{provision} {}", cited(&finding.sections)));
    }
    said
}

#[test]
fn the_order_of_the_laws_in_the_file_changes_no_id_and_no_place() {
    on_random(|shelf, library, text| {
        let one = with_plan(shelf, library, text, |made| {
            let ids = made.plan.lines.iter().map(|line| line.id.clone());
            Ok((said(made), ids.collect::<Vec<_>>()))
        })?;
        let other = with_plan(shelf, library, &reversed(text), |made| {
            let ids = made.plan.lines.iter().map(|line| line.id.clone());
            Ok((said(made), ids.collect::<Vec<_>>()))
        })?;
        // Of two annotations that are equal in all, an assessment relies on the first; then the gaps are others.
        if one.0 == other.0 {
            prop_assert_eq!(one.1, other.1);
        }
        Ok(())
    });
}

#[test]
fn the_product_and_the_naive_plan_agree() {
    on_random(|shelf, library, text| {
        with_plan(shelf, library, text, |made| {
            let world = naive::World {
                survey: made.survey,
                results: made.results,
                findings: made.findings,
                library: made.library,
            };
            let (lines, unanswered) = world.lines();
            let product: BTreeMap<String, naive::Line> = made
                .plan
                .lines
                .iter()
                .map(|line| {
                    let of = |gaps: &[gapcheck::assess::plan::GapRef<'_>]| {
                        gaps.iter().map(|gap| gap.id().to_owned()).collect()
                    };
                    let findings = line.findings.iter().filter_map(|one| one.provision);
                    let findings = findings.map(|one| format!("finding {}", one.id));
                    let declarations = line.declarations.iter();
                    let declarations = declarations
                        .map(|one| format!("declaration {} {}", one.checklist.id, one.name));
                    let treaties = line.treaties.iter().map(|one| format!("treaty {}", one.id));
                    let naive = naive::Line {
                        closes: of(&line.closes),
                        supports: of(&line.supports),
                        others: findings.chain(declarations).chain(treaties).collect(),
                    };
                    (line.id.clone(), naive)
                })
                .collect();
            prop_assert_eq!(&product, &lines);
            let open = made
                .plan
                .unanswered
                .gaps
                .iter()
                .map(|gap| gap.id().to_owned());
            prop_assert_eq!(open.collect::<BTreeSet<_>>(), unanswered);
            let order: Vec<String> = made.plan.lines.iter().map(|line| line.id.clone()).collect();
            prop_assert_eq!(order, world.order(&lines));
            Ok(())
        })
    });
}
