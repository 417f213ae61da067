//! How two instruments are related, computed from their elements: equal, broader, narrower, overlaps or none; and the crosswalk.

use std::fs;

use gapcheck::assess::{Relation, RelationKind, relate, relate_articles};
use gapcheck::load::{Library, Shelf};
use gapcheck::model::Word;
use gapcheck::report::checklist;

fn with_both(test: impl FnOnce(&Shelf<'_>)) {
    let own = ["here", "there"].map(|name| {
        let path = format!("tests/relations/{name}.yaml");
        let bytes = fs::read(&path).expect("the checklist is there");
        (path, bytes)
    });
    let library = Library::open(own.to_vec());
    let (shelf, examined) = library.shelve();
    assert!(
        examined.is_empty(),
        "{:#?}",
        examined[0].diagnostics.shown()
    );
    test(&shelf);
}

/// One line a relation: what is related, how, to what, and what is left over on both sides.
fn lines(relations: &[Relation<'_>]) -> String {
    let elements = |elements: &[gapcheck::model::ElementRef<'_>]| {
        let names = elements.iter().map(|one| one.element.id.as_str());
        names.collect::<Vec<_>>().join(",")
    };
    let lines = relations.iter().map(|one| {
        let ids: Vec<&str> = one
            .requirements
            .iter()
            .map(|part| part.id.as_str())
            .collect();
        let others: Vec<&str> = one
            .counterparts
            .iter()
            .map(|part| part.id.as_str())
            .collect();
        let narrowings = &one.narrowings;
        let other_form = narrowings.other_form.iter().map(|(name, here, there)| {
            let word = |forms: &[gapcheck::model::Form]| forms[0].word();
            format!("{name} {}/{}", word(here), word(there))
        });
        format!(
            "{} {} [{}] here:{} there:{} | narrowed here:{} there:{} otherwise:{}",
            ids.join("+"),
            one.kind.word(),
            others.join(" "),
            elements(&one.only_here),
            elements(&one.only_there),
            narrowings.only_here.join(","),
            narrowings.only_there.join(","),
            other_form.collect::<Vec<_>>().join(","),
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_paragraph_is_related_by_its_elements() {
    with_both(|shelf| {
        let (here, there) = (
            shelf.get("here").expect("own"),
            shelf.get("there").expect("own"),
        );
        insta::assert_snapshot!(lines(&relate(here, there)), @r"
        art-1 equal [s-1] here: there: | narrowed here:entering/dishonest there:entering/damage otherwise:entering/security declaration/option
        art-2-1 broader [s-2] here:part there: | narrowed here: there: otherwise:
        art-2-2 narrower [s-1] here: there:intent | narrowed here: there:entering/damage,entering/security otherwise:
        art-3 none [] here:search there: | narrowed here: there: otherwise:
        ");
    });
}

#[test]
fn an_article_is_related_with_all_its_paragraphs() {
    with_both(|shelf| {
        let (here, there) = (
            shelf.get("here").expect("own"),
            shelf.get("there").expect("own"),
        );
        insta::assert_snapshot!(lines(&relate_articles(here, there)), @r"
        art-1 equal [s-1] here: there: | narrowed here:entering/dishonest there:entering/damage otherwise:entering/security declaration/option
        art-2-1+art-2-2 overlaps [s-1 s-2] here:part there:intent | narrowed here: there:entering/damage,entering/security otherwise:
        art-3 none [] here:search there: | narrowed here: there: otherwise:
        ");
    });
}

#[test]
fn every_instrument_is_equal_to_itself() {
    with_both(|shelf| {
        for one in &shelf.checklists {
            for relation in relate_articles(one, one) {
                let id = &relation.requirements[0].id;
                // Elsewhere in the instrument there may be more on the same idea, never less.
                let kinds = [RelationKind::Equal, RelationKind::Narrower];
                assert!(kinds.contains(&relation.kind), "{}/{id}", one.id);
                assert!(relation.only_here.is_empty(), "{}/{id}", one.id);
            }
        }
    });
}

#[test]
fn what_is_broader_on_one_side_is_not_broader_on_the_other() {
    with_both(|shelf| {
        for here in &shelf.checklists {
            for there in &shelf.checklists {
                for relation in relate(here, there) {
                    let [other] = relation.counterparts.as_slice() else {
                        continue;
                    };
                    let back = relate(there, here);
                    let back = back.iter().find(|one| one.requirements[0].id == other.id);
                    let back = back.expect("a counterpart is related in turn");
                    let both_more = relation.kind == RelationKind::Broader
                        && back.kind == RelationKind::Broader
                        && back.counterparts.len() == 1;
                    assert!(
                        !both_more,
                        "{}/{} and {}",
                        here.id, relation.requirements[0].id, other.id
                    );
                }
            }
        }
    });
}

#[test]
fn the_crosswalk_has_a_row_a_provision_and_a_column_an_instrument() {
    with_both(|shelf| {
        let chosen: Vec<_> = ["here", "there", "budapest"]
            .iter()
            .filter_map(|id| shelf.get(id))
            .collect();
        let report = checklist::crosswalk(shelf.catalogue, &chosen, Some("entering"));
        let facts = serde_json::to_value(&report.facts).expect("facts are JSON");
        assert_eq!(
            facts["instruments"],
            serde_json::json!(["here", "there", "budapest"])
        );
        let rows = facts["provisions"].as_array().expect("a list");
        assert_eq!(rows.len(), 1);
        let cites = |instrument: &str| {
            let articles = rows[0]["articles"][instrument].as_array().expect("a list");
            articles
                .iter()
                .map(|one| one["cite"].to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(cites("here"), r#""Art. 1" "Art. 2(1)" "Art. 2(2)""#);
        assert_eq!(cites("there"), r#""s. 1" "s. 2""#);
        assert_eq!(cites("budapest"), "");
        assert_eq!(report.document.blocks.len(), 2, "a sentence and a table");
    });
}
