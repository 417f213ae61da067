//! The shipped law, as data: it loads without a word, it is complete, and a second reader of YAML sees the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gapcheck::load::{Library, checklist_ids};
use gapcheck::model::{Bindingness, Checklist, Effect, ElementRef, Form};

/// The ids of the reference crosswalk of legal concepts.
const CONCEPTS: &str = include_str!("checklists/concepts.txt");

fn with_shelf(test: impl FnOnce(&gapcheck::load::Shelf<'_>)) {
    let library = Library::open(Vec::new());
    let (shelf, examined) = library.shelve();
    let mut out = Vec::new();
    let emitter = gapcheck::diagnostic::emitter("text").expect("text is there");
    (emitter.emit)(&examined, &mut out).expect("a vector takes everything");
    assert!(examined.is_empty(), "{}", String::from_utf8_lossy(&out));
    test(&shelf);
}

#[test]
fn every_shipped_file_loads_without_a_word() {
    with_shelf(|shelf| {
        let loaded: Vec<&str> = shelf.checklists.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(
            loaded,
            checklist_ids(),
            "a checklist's file is called after its id"
        );
    });
}

#[test]
fn every_concept_has_its_model_provision() {
    with_shelf(|shelf| {
        for id in CONCEPTS.split_whitespace() {
            assert!(shelf.catalogue.get(id).is_some(), "{id}");
        }
    });
}

#[test]
fn an_umbrella_includes_provisions_that_exist() {
    with_shelf(|shelf| {
        for provision in shelf.catalogue.provisions() {
            for id in &provision.includes {
                assert!(
                    shelf.catalogue.get(id).is_some(),
                    "{} includes {id}",
                    provision.id
                );
            }
        }
    });
}

/// Provisions that ask nothing of domestic law that could be assessed, and so are in no checklist; all final clauses are such.
const UNASKED: &[&str] = &["relation-other-treaties"];

fn is_unasked(id: &str) -> bool {
    let final_clauses = include_str!("../checklists/model/final-clauses.yaml");
    UNASKED.contains(&id) || final_clauses.contains(&format!("- id: {id}\n"))
}

#[test]
fn every_element_is_used_by_a_checklist() {
    with_shelf(|shelf| {
        let used: BTreeSet<(&str, &str)> = shelf
            .checklists
            .iter()
            .flat_map(Checklist::requirements)
            .flat_map(|requirement| &requirement.elements)
            .map(|one| (one.provision.id.as_str(), one.element.id.as_str()))
            .collect();
        let idle: Vec<String> = shelf
            .catalogue
            .elements()
            .filter(|one| !used.contains(&(one.provision.id.as_str(), one.element.id.as_str())))
            .filter(|one| !is_unasked(&one.provision.id) && !serves_a_finding(one))
            .map(|one| format!("{}/{}", one.provision.id, one.element.id))
            .collect();
        assert!(idle.is_empty(), "{idle:#?}");
    });
}

/// Safeguards of powers serve the finding on unsafeguarded powers, whether an instrument asks for them or not.
fn serves_a_finding(one: &ElementRef<'_>) -> bool {
    one.element.kind == gapcheck::model::ElementKind::Safeguard
}

#[test]
fn no_two_elements_of_a_provision_say_the_same() {
    with_shelf(|shelf| {
        for provision in shelf.catalogue.provisions() {
            let mut texts = BTreeSet::new();
            for element in &provision.elements {
                assert!(
                    texts.insert(element.text.to_lowercase()),
                    "{}: {}",
                    provision.id,
                    element.text
                );
            }
        }
    });
}

/// The powers that reach into private life, each of which carries the same five safeguards.
const INTRUSIVE: &[&str] = &[
    "expedited-preservation",
    "partial-disclosure-traffic-data",
    "production-order",
    "subscriber-information",
    "search-and-seizure",
    "search-extension",
    "compelled-assistance",
    "real-time-traffic-data",
    "content-interception",
    "freezing-confiscation",
    "special-investigative-techniques",
    "remote-forensic-tools",
    "content-blocking",
    "cross-border-production-order",
    "cross-border-preservation-order",
    "direct-disclosure-subscriber",
    "orders-giving-effect",
];

#[test]
fn every_intrusive_power_carries_the_five_safeguards() {
    with_shelf(|shelf| {
        for id in INTRUSIVE {
            let power = shelf
                .catalogue
                .get(id)
                .expect("the power is in the catalogue");
            for safeguard in [
                "independent-authorisation",
                "grounds",
                "scope-and-duration",
                "proportionality",
                "remedy",
            ] {
                assert!(
                    power.element(safeguard).is_some(),
                    "{id} has no {safeguard}"
                );
            }
        }
    });
}

#[test]
fn one_year_is_asked_for_by_the_articles_that_set_it_alone() {
    with_shelf(|shelf| {
        let mut asking = BTreeMap::new();
        for checklist in &shelf.checklists {
            for requirement in checklist.requirements() {
                let number = requirement
                    .elements
                    .iter()
                    .filter(|one| one.element.id == "extraditable")
                    .count();
                if number > 0 {
                    asking.insert(format!("{}/{}", checklist.id, requirement.id), number);
                }
            }
        }
        let mut lines = asking
            .iter()
            .map(|(place, number)| format!("{place} {number}"));
        insta::assert_snapshot!("one_year", lines.by_ref().collect::<Vec<_>>().join("\n"));
    });
}

fn permitted(checklist: &Checklist<'_>, form: Form) -> BTreeSet<String> {
    let requirements = checklist.requirements();
    requirements
        .filter(|requirement| requirement.permits.iter().any(|permit| permit.form == form))
        .map(|requirement| requirement.id.clone())
        .collect()
}

#[test]
fn budapest_declarations_are_the_closed_list_of_article_40() {
    with_shelf(|shelf| {
        let budapest = shelf.get("budapest").expect("it is shipped");
        insta::assert_snapshot!(
            "budapest_declarations",
            permitted(budapest, Form::Declaration)
                .into_iter()
                .collect::<Vec<_>>()
                .join(" ")
        );
    });
}

#[test]
fn budapest_reservations_are_the_closed_list_of_article_42() {
    with_shelf(|shelf| {
        let budapest = shelf.get("budapest").expect("it is shipped");
        insta::assert_snapshot!(
            "budapest_reservations",
            permitted(budapest, Form::Reservation)
                .into_iter()
                .collect::<Vec<_>>()
                .join(" ")
        );
    });
}

#[test]
fn what_takes_a_whole_requirement_out_leaves_nothing_of_it() {
    with_shelf(|shelf| {
        for checklist in &shelf.checklists {
            for requirement in checklist.requirements() {
                for permit in &requirement.permits {
                    let Effect::Excludes(places) = &permit.qualifier.effect else {
                        continue;
                    };
                    let own = || {
                        requirement
                            .elements
                            .iter()
                            .filter(|one| std::ptr::eq(one.provision, permit.provision))
                    };
                    let limbs_left = own().any(|one| {
                        one.provision.treats_as_limb(one.element)
                            && !places.contains(&one.element.position)
                    });
                    let anything_left = own().any(|one| !places.contains(&one.element.position));
                    assert!(
                        limbs_left || !anything_left,
                        "{}/{} {}: conditions without a limb are left",
                        checklist.id,
                        requirement.id,
                        permit.name()
                    );
                }
            }
        }
    });
}

/// The articles that each instrument's reference lists and that ask something of domestic law, and why the others are not there.
const ARTICLES: &[(&str, &str, &str)] = &[
    // Arts 36 to 48: final clauses.
    ("budapest", "art-", "1-35"),
    // Art. 1: purpose. Arts 9 to 16: final clauses.
    ("budapest-protocol-1", "art-", "2-8"),
    // Art. 1: purpose. Arts 15 to 25: final clauses.
    ("budapest-protocol-2", "art-", "2-14"),
    // Art. 1: purpose. Arts 57 to 68: institutions and final clauses.
    ("un-cybercrime", "art-", "2-56"),
    // Art. 1: purpose. Arts 32, 33 and 35 to 41: institutions and final clauses.
    ("untoc", "art-", "2-31 34"),
    // Arts 2 to 23: commerce and the protection of personal data. Arts 32 to 38: institutions and final clauses.
    ("malabo", "art-", "1 24-31"),
    // Art. 1: purpose. Art. 5: chapeau of the offences. Art. 35: grounds of refusal, which are permits of Arts 37 and 38.
    ("arab-league", "art-", "2-4 6-34 36-43"),
    // Ss 1 and 2: title and object.
    ("commonwealth", "s-", "3-21"),
    // Art. 2: object. Arts 34 and 35: final clauses.
    ("ecowas", "art-", "1 3-33"),
    // Art. 1: subject matter. Arts 15 to 19: final clauses.
    ("eu-2013-40", "art-", "2-14"),
    // The reference lists these alone; of the others it knows no content.
    ("eu-2011-93", "art-", "2 5-7 9 11-15 17 25"),
    // Arts 1 and 2: subject matter and definitions, of which the reference has no content.
    ("eu-2019-713", "art-", "3-18"),
    // The reference gives no article numbers of the Regulation: the numbers are those of its items.
    ("eu-e-evidence", "epoc-", "1-9"),
    ("cis-2018", "art-", "1-7"),
    // Arts 1, 2 and 7 to 12: terms, threats and final clauses.
    ("sco-2009", "art-", "3-6"),
    // Ss 1 and 2: title and objective.
    ("hipcar", "s-", "3-33"),
    // Ss 1 and 2: title and objective. From s. 39 on the reference gives no content.
    ("sadc", "s-", "3-38"),
    ("unodc-2013", "act-", "1-14"),
    ("unodc-2013", "power-", "1-10"),
];

#[test]
fn every_article_of_the_instruments_is_there() {
    with_shelf(|shelf| {
        let mut missing = Vec::new();
        for (id, prefix, articles) in ARTICLES {
            let checklist = shelf.get(id).expect("it is shipped");
            for span in articles.split(' ') {
                let (first, last) = span.split_once('-').unwrap_or((span, span));
                let number = |text: &str| text.parse::<u32>().expect("a number");
                let articles = number(first)..=number(last);
                let ids = articles.map(|article| format!("{prefix}{article}"));
                missing.extend(
                    ids.filter(|article| checklist.named(article).is_empty())
                        .map(|article| format!("{id}/{article}")),
                );
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
        let listed: BTreeSet<&str> = ARTICLES.iter().map(|(id, _, _)| *id).collect();
        let unlisted: Vec<&str> = checklist_ids()
            .into_iter()
            .filter(|id| !listed.contains(id))
            .collect();
        // The safeguards are no instrument of their own.
        assert_eq!(unlisted, ["safeguards"]);
    });
}

#[test]
fn every_provision_serves_a_link_of_the_chain_of_criminal_justice() {
    with_shelf(|shelf| {
        for provision in shelf.catalogue.provisions() {
            assert!(
                !provision.chain.is_empty() || !provision.includes.is_empty(),
                "{}",
                provision.id
            );
        }
    });
}

#[test]
fn ids_and_cites_name_the_same_place() {
    with_shelf(|shelf| {
        for checklist in &shelf.checklists {
            for requirement in checklist.requirements() {
                let id: String = requirement
                    .cite
                    .chars()
                    .map(|character| {
                        if character.is_ascii_alphanumeric() {
                            character.to_ascii_lowercase()
                        } else {
                            ' '
                        }
                    })
                    .collect();
                let id = id.split_whitespace().collect::<Vec<_>>().join("-");
                // Two requirements of one paragraph, one binding and one not, have a word behind the number.
                let same = requirement.id == id || requirement.id.starts_with(&format!("{id}-"));
                assert!(
                    same,
                    "{}: {} is {}",
                    checklist.id, requirement.cite, requirement.id
                );
            }
        }
    });
}

#[test]
fn conditions_and_bindingness_go_together() {
    with_shelf(|shelf| {
        for requirement in shelf.checklists.iter().flat_map(Checklist::requirements) {
            let conditional = requirement.bindingness == Bindingness::Conditional;
            assert_eq!(
                conditional,
                requirement.when.is_some(),
                "{}",
                requirement.id
            );
            assert!(
                !(requirement.gate && requirement.bindingness == Bindingness::Optional),
                "{}",
                requirement.id
            );
        }
    });
}

/// Every scalar of a file in reading order, as the two readers of YAML see it.
#[test]
fn a_second_reader_of_yaml_sees_the_same_elements() {
    for name in fs::read_dir("checklists/model").expect("the folder is there") {
        let path = name.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("the file is text");
        let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("the file is YAML");
        let library = Library::open(Vec::new());
        let provisions = value["provisions"]
            .as_sequence()
            .cloned()
            .unwrap_or_default();
        assert!(!provisions.is_empty(), "{}", Path::new(&path).display());
        for provision in provisions {
            let id = provision["id"].as_str().expect("an id");
            let ours = library
                .catalogue()
                .get(id)
                .expect("the provision is loaded");
            assert_eq!(
                provision["title"].as_str(),
                Some(ours.title.as_str()),
                "{id}"
            );
            let elements = provision["elements"]
                .as_sequence()
                .cloned()
                .unwrap_or_default();
            let theirs: Vec<(&str, &str)> = elements
                .iter()
                .map(|element| {
                    (
                        element["id"].as_str().unwrap_or_default(),
                        element["text"].as_str().unwrap_or_default().trim(),
                    )
                })
                .collect();
            let own: Vec<(&str, &str)> = ours
                .elements
                .iter()
                .map(|element| (element.id.as_str(), element.text.trim()))
                .collect();
            assert_eq!(theirs, own, "{id}");
        }
    }
}

/// A shipped file is not parsed when the program runs but played back; given as a user's own it is parsed.
#[test]
fn the_recording_of_a_shipped_file_is_what_the_parser_says() {
    with_shelf(|shelf| {
        for checklist in &shelf.checklists {
            let text = fs::read_to_string(format!("checklists/{}.yaml", checklist.id))
                .expect("the file is text");
            let copy = text.replacen(
                &format!("\nid: {}\n", checklist.id),
                "\nid: parsed-anew\n",
                1,
            );
            let library = Library::open(vec![("copy.yaml".to_owned(), copy.into_bytes())]);
            let (parsed, _) = library.shelve();
            let parsed = parsed.get("parsed-anew").expect("the copy is on the shelf");
            let pairs = checklist.requirements().zip(parsed.requirements());
            assert_eq!(
                checklist.requirements().count(),
                parsed.requirements().count()
            );
            for (ours, theirs) in pairs {
                assert_eq!(format!("{ours:?}"), format!("{theirs:?}"));
            }
        }
    });
}
