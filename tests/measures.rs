//! The library of measures as data: every gap that can arise is answered, every measure answers something, and each says what an adviser has to say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use gapcheck::assess::plan::{Ingredients, Plan, plan};
use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{Library, Shelf, legislation, measures};
use gapcheck::model::{
    AnswerRule, Assumed, Bound, Category, Element, GapRule, LawPresence, Measure, MeasureLibrary,
    MeasureRole, MeasureType, ModelProvision, Per, Word,
};

fn with_library(test: impl FnOnce(&Shelf<'_>, &MeasureLibrary<'_>)) {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let (measures, examined) = measures(shelf.catalogue, Vec::new());
    let shown = examined.iter().map(|one| one.diagnostics.shown());
    assert!(examined.is_empty(), "{:#?}", shown.collect::<Vec<_>>());
    test(&shelf, &measures.expect("the shipped library is sound"));
}

/// Every element that some requirement of a shipped checklist asks for, with its model provision.
fn asked<'s>(shelf: &'s Shelf<'_>) -> Vec<(&'s ModelProvision, &'s Element)> {
    let requirements = shelf
        .checklists
        .iter()
        .flat_map(|checklist| checklist.requirements());
    requirements
        .flat_map(|one| &one.elements)
        .map(|one| (one.provision, one.element))
        .collect()
}

/// Whether a gap would fit, as the contract of the library reads: all of what one rule names.
fn fits(
    rule: &GapRule<'_>,
    provision: &ModelProvision,
    element: &Element,
    law: LawPresence,
) -> bool {
    let model =
        |one: &&ModelProvision| one.id == provision.id || one.includes.contains(&provision.id);
    (rule.categories.is_empty() || rule.categories.contains(&provision.category))
        && (rule.models.is_empty() || rule.models.iter().any(model))
        && (rule.kinds.is_empty() || rule.kinds.contains(&element.kind))
        && rule.law.is_none_or(|wanted| wanted == law)
}

fn answers(
    measure: &Measure<'_>,
    provision: &ModelProvision,
    element: &Element,
    law: LawPresence,
) -> bool {
    measure.answers.iter().any(|rule| match rule {
        AnswerRule::Gaps(rule) => fits(rule, provision, element, law),
        AnswerRule::UnsafeguardedPower
        | AnswerRule::TreatyNotJoined
        | AnswerRule::DeclarationsToMake => false,
    })
}

#[test]
fn every_gap_that_can_arise_is_closed_whether_there_is_law_or_none() {
    with_library(|shelf, library| {
        for (provision, element) in asked(shelf) {
            for law in LawPresence::ALL {
                let mut closing = library
                    .measures
                    .iter()
                    .filter(|one| one.role == MeasureRole::Closes);
                assert!(
                    closing.any(|one| answers(one, provision, element, *law)),
                    "{}/{}, law {}",
                    provision.id,
                    element.id,
                    law.word()
                );
            }
        }
    });
}

#[test]
fn every_measure_answers_something_that_no_earlier_one_takes() {
    with_library(|shelf, library| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        for (provision, element) in asked(shelf) {
            for law in LawPresence::ALL {
                let fitting = || {
                    let measures = library.measures.iter();
                    measures.filter(|one| answers(one, provision, element, *law))
                };
                let closes = |one: &&Measure<'_>| one.role == MeasureRole::Closes;
                reached.extend(fitting().find(closes).map(|one| one.id.as_str()));
                let supporting = fitting().filter(|one| !closes(one));
                reached.extend(supporting.map(|one| one.id.as_str()));
            }
        }
        for measure in &library.measures {
            let others = measure.answers.iter().any(|rule| match rule {
                AnswerRule::Gaps(_) => false,
                AnswerRule::UnsafeguardedPower
                | AnswerRule::TreatyNotJoined
                | AnswerRule::DeclarationsToMake => true,
            });
            assert!(
                others || reached.contains(measure.id.as_str()),
                "{}",
                measure.id
            );
        }
    });
}

const HEAD: &str = "gapcheck: legislation/1\ncountry: { code: XTL, name: Testland }\nas-at: 2026-06-30\nstatus: fictional\n";

/// A country that searched for everything and found nothing.
fn without_law(shelf: &Shelf<'_>) -> String {
    let mut text = format!(
        "{HEAD}laws: [ {{ id: act, title: Act, status: in-force, in-force: 2000-01-01 }} ]\nabsent:\n"
    );
    for provision in shelf.catalogue.provisions() {
        if provision.includes.is_empty() {
            writeln!(
                text,
                "  - {{ model: {}, searched: [act], reason: No such law. }}",
                provision.id
            )
            .ok();
        }
    }
    text
}

/// A country that has a section on everything in which all is missing, but for one limb of each power, and for access to systems, which it narrows.
fn with_poor_law(shelf: &Shelf<'_>) -> String {
    let mut text = format!(
        "{HEAD}laws:\n  - id: act\n    title: Act\n    status: in-force\n    in-force: 2000-01-01\n    sections:\n      - ref: s. 1\n        covers:\n"
    );
    for provision in shelf.catalogue.provisions() {
        if !provision.includes.is_empty() {
            continue;
        }
        writeln!(
            text,
            "          - model: {}\n            quote: words",
            provision.id
        )
        .ok();
        if provision.id == "illegal-access" {
            text.push_str("            met: all\n            qualifiers: [security-measures]\n");
            continue;
        }
        let plain = || {
            let elements = provision.elements.iter();
            elements.filter(|element| element.test.is_none())
        };
        let is_power = provision.category == Category::ProceduralPower;
        let met = plain().find(|element| is_power && provision.treats_as_limb(element));
        if let Some(met) = met {
            writeln!(text, "            met: [{}]", met.id).ok();
        }
        let unmet: Vec<String> = plain()
            .filter(|element| met.is_none_or(|met| met.id != element.id))
            .map(|element| format!("{}: missing", element.id))
            .collect();
        writeln!(text, "            unmet: {{ {} }}", unmet.join(", ")).ok();
        let values = poor_values(provision);
        if !values.is_empty() {
            writeln!(text, "            values: {{ {} }}", values.join(", ")).ok();
        }
    }
    text
}

/// Values that fail the first test of each kind.
fn poor_values(provision: &ModelProvision) -> Vec<String> {
    let mut values: BTreeMap<&str, &str> = BTreeMap::new();
    for test in provision
        .elements
        .iter()
        .filter_map(|one| one.test.as_ref())
    {
        let (bound, poor) = match &test.bound {
            Bound::AtLeast(bound) => (bound, ["1 second", "0", "no"]),
            Bound::AtMost(bound) => (bound, ["100 years", "1000000", "yes"]),
        };
        let written = bound.to_string();
        let place = match written.parse::<f64>() {
            Ok(_) => 1,
            Err(_) if ["yes", "no"].contains(&written.as_str()) => 2,
            Err(_) => 0,
        };
        values.entry(&test.value).or_insert(poor[place]);
    }
    let written = values.into_iter();
    written
        .map(|(id, value)| format!("{id}: {value}"))
        .collect()
}

/// The plan of a country under every shipped checklist.
fn planned(law: fn(&Shelf<'_>) -> String, test: impl FnOnce(&Plan<'_>)) {
    with_library(|shelf, library| {
        let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
        let bytes = law(shelf).into_bytes();
        let (examined, country) = legislation(shelf, "testland.yaml", bytes, &read, &[]);
        let country = country.unwrap_or_else(|| panic!("{:#?}", examined.diagnostics.shown()));
        let survey = Survey::new(&country, country.as_at, &Assumed::nothing());
        let checklists: Vec<_> = shelf.checklists.iter().collect();
        let results: Vec<_> = checklists.iter().map(|one| assess(&survey, one)).collect();
        let findings = findings(&survey, &checklists);
        test(&plan(&Ingredients {
            survey: &survey,
            results: &results,
            findings: &findings,
            library,
            costs: None,
        }));
    });
}

#[test]
fn a_country_without_law_and_one_with_poor_law_get_plans_that_leave_nothing_open() {
    let mut sizes = Vec::new();
    for law in [without_law, with_poor_law] {
        planned(law, |plan| {
            let open: Vec<&str> = plan.unanswered.gaps.iter().map(|gap| gap.id()).collect();
            assert_eq!(open, [""; 0]);
            assert!(plan.unanswered.is_empty());
            assert!(plan.lines.len() > 40, "{}", plan.lines.len());
            sizes.push(
                plan.lines
                    .iter()
                    .map(|line| line.closes.len())
                    .sum::<usize>(),
            );
        });
    }
    assert!(sizes.iter().all(|gaps| *gaps > 2000), "{sizes:?}");
}

#[test]
fn between_them_they_use_every_measure() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for law in [without_law, with_poor_law] {
        planned(law, |plan| {
            used.extend(plan.lines.iter().map(|line| line.measure.id.clone()));
        });
    }
    with_library(|_, library| {
        let unused: Vec<&str> = library
            .measures
            .iter()
            .map(|one| one.id.as_str())
            .filter(|id| !used.contains(*id))
            .collect();
        assert_eq!(unused, [""; 0]);
    });
}

#[test]
fn powers_come_after_definitions_and_safeguards_and_training_after_the_law() {
    with_library(|_, library| {
        let comes_after = |later: &str, earlier: &str| {
            let mut open = vec![library.get(later).expect("it is there")];
            while let Some(measure) = open.pop() {
                if measure.id == earlier {
                    return true;
                }
                open.extend(measure.after.iter().map(|place| &library.measures[*place]));
            }
            false
        };
        for (later, earlier) in [
            ("new-offences", "definitions"),
            ("amended-offences", "definitions"),
            ("domestic-powers", "definitions"),
            ("domestic-powers", "conditions-and-safeguards"),
            ("covert-powers", "safeguards-of-powers"),
            ("foreign-preservation", "preservation-power"),
            ("mutual-assistance-law", "domestic-powers"),
            ("electronic-evidence-for-others", "covert-powers"),
            ("training-cooperation", "central-authority"),
            ("training-cooperation", "mutual-assistance-law"),
            ("training-investigators", "domestic-powers"),
            ("training-judges", "safeguards-of-powers"),
            ("training-police", "new-offences"),
            ("accession", "safeguards-of-powers"),
        ] {
            assert!(comes_after(later, earlier), "{later} after {earlier}");
            assert!(!comes_after(earlier, later), "{earlier} after {later}");
        }
    });
}

#[test]
fn every_measure_says_what_it_takes_and_how_one_can_tell() {
    with_library(|_, library| {
        for measure in &library.measures {
            let id = &measure.id;
            let (base, months) = (measure.effort.base, measure.months);
            assert!(base.low > 0 && base.low <= base.high, "{id}");
            assert!(
                base.high <= 100,
                "{id}: a base of {} person-days",
                base.high
            );
            assert!(
                measure.effort.per_gap.low <= measure.effort.per_gap.high,
                "{id}"
            );
            assert!(
                months.low > 0 && months.low <= months.high && months.high <= 36,
                "{id}"
            );
            assert!(measure.units.contains_key("person-day"), "{id}");
            for (what, count) in [
                ("outputs", measure.outputs.len()),
                ("outcomes", measure.outcomes.len()),
                ("assumptions", measure.assumptions.len()),
                ("risks", measure.risks.len()),
                ("partners", measure.partners.len()),
                ("organisations", measure.organisations.len()),
            ] {
                assert!(count > 0, "{id} has no {what}");
            }
            if measure.kind == MeasureType::LegislativeDrafting
                && id != "prevention-of-laundering-and-corruption"
            {
                assert!(measure.drafting.is_some(), "{id} gives a drafter no advice");
            }
            if id.starts_with("training-") && measure.role == MeasureRole::Supports {
                assert!(!measure.chain.is_empty(), "{id} serves no link");
            }
        }
    });
}

#[test]
fn every_type_of_the_closed_list_is_there_and_every_organisation_is_named() {
    with_library(|_, library| {
        for kind in MeasureType::ALL {
            let mut measures = library.measures.iter();
            assert!(measures.any(|one| one.kind == *kind), "{}", kind.word());
        }
        for organisation in &library.organisations {
            let mut measures = library.measures.iter();
            let named = |one: &Measure<'_>| one.organisations.contains(organisation);
            assert!(measures.any(named), "{}", organisation.id);
            assert!(
                organisation.source.is_some(),
                "{}: where was it read?",
                organisation.id
            );
        }
        let titles: BTreeSet<&str> = library
            .measures
            .iter()
            .map(|one| one.title.as_str())
            .collect();
        assert_eq!(titles.len(), library.measures.len());
    });
}

/// The placeholders of a text.
fn placeholders(text: &str) -> Vec<&str> {
    let pieces = text.split('{').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
        .collect()
}

#[test]
fn wording_is_that_of_the_trade() {
    with_library(|_, library| {
        for measure in &library.measures {
            let id = &measure.id;
            assert!(
                measure.ensure.starts_with("that "),
                "{id}: Ensure {}",
                measure.ensure
            );
            let verb = measure
                .consider
                .split([' ', ','])
                .next()
                .unwrap_or_default();
            assert!(verb.ends_with("ing"), "{id}: Consider {}", measure.consider);
            let known: &[&str] = match measure.per {
                Per::Law => &["law", "provisions"],
                Per::Provision | Per::Country => &["provisions"],
                Per::Link => &["link", "provisions"],
                Per::Instrument => &["instrument", "provisions"],
            };
            for text in [&measure.title, &measure.ensure, &measure.consider] {
                assert!(!text.ends_with('.'), "{id}: {text}");
                for name in placeholders(text) {
                    assert!(
                        known.contains(&name),
                        "{id}: {{{name}}} has nothing to stand for"
                    );
                }
            }
        }
    });
}

/// Words that would say more than that something was not found.
const BLAME: &[&str] = &[
    "violat",
    "infring",
    "non-compli",
    "not met its obligations",
    "in breach of",
];

/// Whether a text cites an article by number.
fn cites(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let article =
            ["art.", "arts", "article", "articles"].contains(&pair[0].to_lowercase().as_str());
        article && pair[1].starts_with(|one: char| one.is_ascii_digit())
    })
}

#[test]
fn nothing_says_that_a_state_breaks_the_law_and_no_article_is_cited_by_heart() {
    with_library(|_, library| {
        for measure in &library.measures {
            let mut texts = vec![&measure.title, &measure.ensure, &measure.consider];
            texts.extend(&measure.drafting);
            texts.extend(measure.assumptions.iter().chain(&measure.risks));
            for indicator in measure.outputs.iter().chain(&measure.outcomes) {
                texts.extend([&indicator.indicator, &indicator.means]);
            }
            for text in texts {
                let lower = text.to_lowercase();
                let blames = BLAME.iter().any(|word| lower.contains(word));
                assert!(!blames && !cites(text), "{}: {text}", measure.id);
            }
        }
    });
}
