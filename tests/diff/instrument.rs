//! The checklist changed, or its weights.

use super::*;

#[test]
fn checklist_changed_where_old_data_stand_otherwise_under_it() {
    let law = act(
        IN_FORCE,
        "met: [access, part], unmet: { intent: Not asked for. }",
    );
    let older = model_law()
        .replace("version: \"2\"", "version: \"1\"")
        .replace(
            "elements: [access, part, intent]",
            "elements: [access, part]",
        );
    let found = facts_under((&older, &model_law()), &law, &law);
    insta::assert_snapshot!(lines(&found), @r#"
        s-1 partly-in-place > partly-in-place
          checklist-changed: it now asks for intent [intent]
        "#);
    let checklist = &found["checklists"][0];
    assert_eq!(checklist["old-version"], "1");
    let low = |side: &str| checklist[side]["score"]["low"].as_f64().expect("a figure");
    assert!(
        low("before-old-checklist") > low("before"),
        "the newer checklist asks for more"
    );
    assert_eq!(
        checklist["before"], checklist["after"],
        "under one checklist nothing changed"
    );
    assert_eq!(
        checklist["gaps-by-checklist"]["newly-asked"],
        serde_json::json!(["ml/s-1/intent"])
    );
    assert_eq!(
        checklist["gaps"]["still-open"],
        serde_json::json!(["ml/s-1/intent"])
    );
}

#[test]
fn checklist_changed_where_it_permits_binds_or_has_otherwise() {
    let law = act(
        IN_FORCE,
        "met: [access, part, intent], qualifiers: [damage]",
    );
    let older = |from: &str, to: &str| {
        let text = model_law();
        assert!(text.contains(from));
        text.replace(from, to)
    };
    let under = |older: &str| lines(&facts_under((older, &model_law()), &law, &law));
    let permits = older(
        "permits: [ {",
        "permits: [ { qualifier: damage, by: option, basis: s. 9 }, {",
    );
    insta::assert_snapshot!(under(&permits), @r#"
        s-1 partly-in-place > partly-in-place
          checklist-changed: it permits other narrowings than before []
        "#);
    let binds = older(
        "title: Searching, bindingness: mandatory",
        "title: Searching, bindingness: optional",
    );
    insta::assert_snapshot!(under(&binds), @r#"
        s-3 not-determined > not-determined
          checklist-changed: it is mandatory and was optional []
        "#);
    let without = older("      - { id: s-3,", "      - { id: s-4,");
    insta::assert_snapshot!(under(&without), @r#"
        s-3 not-determined > not-determined
          checklist-changed: the requirement is new in the checklist []
        "#);
    let found = facts_under((&without, &model_law()), &law, &law);
    assert_eq!(found["checklists"][0]["dropped"][0]["id"], "s-4");
}

#[test]
fn weights_changed_where_the_same_elements_weigh_otherwise() {
    let law = act(
        IN_FORCE,
        "met: [access, part], unmet: { intent: Not asked for. }",
    );
    let lighter = model_law().replace(
        "The act is intentional. }",
        "The act is intentional., weight: 3 }",
    );
    insta::assert_snapshot!(lines(&facts_under((&lighter, &model_law()), &law, &law)), @r#"
        s-1 partly-in-place > partly-in-place
          weights-changed: intent weighs 1 instead of 3 [intent]
        "#);
    let whole = model_law().replace("{ id: s-3,", "{ id: s-3, weight: 2,");
    insta::assert_snapshot!(lines(&facts_under((&whole, &model_law()), &law, &law)), @r#"
        s-3 not-determined > not-determined
          weights-changed: the requirement weighs 1 instead of 2 in the score []
        "#);
}

#[test]
fn a_requirement_has_every_cause_there_is() {
    let old = replaced("status: bill").replace(
        "unmet: { part: Not there. }",
        "unmet: { part: Not there. }, qualifiers: [damage]",
    );
    let new = replaced("status: in-force, in-force: 2026-01-01")
        .replace(ALL_MET, "met: [access, part]")
        + "absent: [ { model: searching, searched: [act], reason: Not there. } ]\n";
    let older = model_law().replace(
        "elements: [access, part, intent]",
        "elements: [access, intent]",
    );
    insta::assert_snapshot!(lines(&facts_under((&older, &model_law()), &old, &new)), @r#"
        s-1 partly-in-place > not-determined
          law-changed: act s. 3 gave way to act s. 4 [access part intent]
          bill-moved: act s. 4 was a bill and is in force (2026-01-01) [access part intent]
          checklist-changed: it now asks for part [part]
        s-3 not-determined > not-in-place
          new-evidence: searching was searched for in act and not found [search warrant]
        "#);
}
