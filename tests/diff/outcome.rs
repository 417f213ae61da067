//! What became of gaps, and what the text for the report back says.

use super::*;

#[test]
fn a_gap_closes_only_where_the_element_is_met() {
    let gaps = |old: &str, new: &str| facts(old, new)["checklists"][0]["gaps"].clone();
    let unmet = act(
        IN_FORCE,
        "met: [access, intent], unmet: { part: Not there. }",
    );
    let met = act(IN_FORCE, ALL_MET);
    let silent = act(IN_FORCE, "met: [access, intent]");
    let only = |fate: &str, gaps: &Value| {
        for (word, ids) in gaps.as_object().expect("fates") {
            let expected = if word == fate {
                serde_json::json!(["ml/s-1/part"])
            } else {
                serde_json::json!([])
            };
            assert_eq!(*ids, expected, "{word}");
        }
    };
    only("closed", &gaps(&unmet, &met));
    only("opened", &gaps(&met, &unmet));
    only("became-known", &gaps(&silent, &unmet));
    only("became-unknown", &gaps(&unmet, &silent));
    only("still-open", &gaps(&unmet, &unmet));
    let exempt = "not-applicable: [ { requirement: ml/s-1, because: condition-not-fulfilled, ground: None. } ]\n";
    only(
        "no-longer-asked",
        &gaps(&unmet, &format!("{unmet}{exempt}")),
    );
    only("newly-asked", &gaps(&format!("{unmet}{exempt}"), &unmet));
}

#[test]
fn a_gap_in_one_alternative_is_closed_by_the_other() {
    let either = model_law().replace(
        "elements: [access, part, intent]",
        "elements: [access, part, intent]\n        alternatives: [[access, part]]",
    );
    let old = act(
        IN_FORCE,
        "met: [intent], unmet: { access: Not there., part: Not there. }",
    );
    let new = act(
        IN_FORCE,
        "met: [part, intent], unmet: { access: Not there. }",
    );
    let found = facts_under((&either, &either), &old, &new);
    let gaps = &found["checklists"][0]["gaps"];
    // Intent had nothing to rest on, and so was a gap as well.
    let closed = serde_json::json!(["ml/s-1/access", "ml/s-1/intent"]);
    assert_eq!(gaps["closed"], closed);
    assert_eq!(gaps["no-longer-asked"], serde_json::json!([]));
}

#[test]
fn the_text_says_what_moved_and_never_that_obligations_are_met() {
    let old = replaced("status: bill");
    let new = replaced("status: in-force, in-force: 2026-01-01");
    let found = facts(&old, &new);
    let text: Vec<&str> = found["text"]
        .as_array()
        .expect("a list")
        .iter()
        .map(word)
        .collect();
    insta::assert_snapshot!(text.join("\n"), @r#"
        This text on Alphaland covers the time from 2025-06-30 to 2026-06-30. It was prepared for the report back to the Commission on Crime Prevention and Criminal Justice on technical assistance against cybercrime (Commission resolution 20/7), and reads the laws listed at both dates against the Model Law. The country and its laws are fictional.
        The Act has new law in force in s. 4 and no longer has force in s. 3.
        Under the Model Law, these articles moved because the law changed: s. 1 (Entering), from partly in place to in place.
        Measured with the same checklist, the score under the Model Law was 22–89 % at 2025-06-30 and is 33–100 % at 2026-06-30. At 2025-06-30, 50 %, 3 of 6 elements were determined, and at 2026-06-30, 50 %, 3 of 6. The two intervals overlap, since part of the law was not determined: the figures alone do not show in which direction the law as a whole moved.
        1 gap closed by law: s. 1 (part).
        Under the Model Law, no gap is known to be open. 3 further elements are not determined: of these it is not known whether the law has them.
        The findings record what was found in the laws listed, at the dates given. Nothing in this text says that Alphaland has or has not met its obligations under any instrument.
        "#);
}

#[test]
fn nothing_differs_where_nothing_changed() {
    let law = act(IN_FORCE, ALL_MET);
    let found = facts(&law, &law);
    assert_eq!(lines(&found), "");
    assert_eq!(found["laws"], serde_json::json!([]));
    assert_eq!(found["checklists"][0]["unchanged"], 3);
}

#[test]
fn whatever_two_files_say_every_difference_has_a_cause() {
    let library = Library::open(Vec::new());
    let (shelf, _) = library.shelve();
    let read = |name: &str| {
        let path = format!("examples/{name}/{name}.yaml");
        let bytes = fs::read(&path).expect("the example is there");
        let reader = |text: &Path| fs::read(Path::new("examples").join(name).join(text));
        legislation(&shelf, &path, bytes, &reader, &[])
            .1
            .expect("the example is sound")
    };
    let names = ["alphaland", "betaland", "gammaland", "germany", "ghana"];
    let countries: Vec<Legislation<'_>> = names.iter().map(|name| read(name)).collect();
    let dates = ["2004-06-30", "2026-06-30"];
    let date = |text: &str| text.parse().expect("a date");
    let surveys: Vec<Survey<'_>> = countries
        .iter()
        .flat_map(|one| dates.map(|day| Survey::new(one, date(day), &Assumed::nothing())))
        .collect();
    for then in &surveys {
        for now in &surveys {
            let found = progress(then, now, shelf.get("budapest").expect("shipped"), None);
            for one in &found.changed {
                assert!(!one.causes.is_empty(), "{}", one.requirement.id);
            }
            if std::ptr::eq(then, now) {
                assert!(found.changed.is_empty());
            }
        }
    }
}
