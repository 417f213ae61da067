//! `gapcheck cooperate`, one rule a test (docs/decisions.md, *Cooperation*); four pairs with their working stand in `cooperate/by_hand.rs`.

#[path = "cooperate/by_hand.rs"]
mod by_hand;
#[path = "cooperate/facts.rs"]
mod facts;

use std::fs;
use std::process::{Command, Output};

use facts::{Cooperation, Offence, Pair};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .arg("cooperate")
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

fn facts_of(arguments: &[&str]) -> Cooperation {
    let output = run(&[arguments, &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the JSON has the promised shape")
}

/// Atland and Beland, each with a law of these lines; what stands after `===` belongs to the file and not to the law.
fn files(one: &str, other: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (code, name, law) in [("XAA", "Atland", one), ("XAB", "Beland", other)] {
        let (sections, rest) = law.split_once("===").unwrap_or((law, ""));
        let indented: String = sections
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| format!("      {line}\n"))
            .collect();
        let laws = format!(
            "laws:\n  - id: law\n    title: Law\n    status: in-force\n    sections:\n{indented}"
        );
        let head = format!(
            "gapcheck: legislation/1\ncountry: {{ code: {code}, name: {name} }}\nas-at: 2026-06-30\nstatus: fictional\n"
        );
        fs::write(
            folder.path().join(format!("{code}.yaml")),
            format!("{head}{laws}{rest}"),
        )
        .expect("the file can be written");
    }
    folder
}

fn pair(one: &str, other: &str, arguments: &[&str]) -> Pair {
    let folder = files(one, other);
    let path = folder.path().to_str().expect("a plain name");
    let mut facts = facts_of(&[&[path], arguments].concat());
    assert_eq!(facts.pairs.len(), 1);
    facts.pairs.remove(0)
}

fn offence(id: &str, one: &str, other: &str) -> Offence {
    let mut pair = pair(one, other, &["--offence", id]);
    assert_eq!(pair.offences.len(), 1);
    pair.offences.remove(0)
}

fn limb<'o>(offence: &'o Offence, id: &str) -> &'o str {
    let found = offence.elements.iter().find(|one| one.id == id);
    &found.expect("the limb is compared").result
}

const ACCESS: &str = "- { ref: s. 1, values: { max-imprisonment: 2 years }, covers: [ { model: illegal-access, met: all } ] }";

#[test]
fn what_both_punish_without_a_narrowing_they_can_cooperate_on() {
    let found = offence("illegal-access", ACCESS, ACCESS);
    assert_eq!(found.result, "can-cooperate");
    assert!(found.obstacles.is_empty());
}

#[test]
fn the_label_does_not_matter_and_a_limb_may_come_from_any_section() {
    let split = "
- { ref: s. 1, covers: [ { model: data-interference, met: [damaging, deletion, data] } ] }
- { ref: s. 9, covers: [ { model: data-interference, met: [deterioration, alteration, suppression] } ] }";
    let one = "- { ref: s. 1, covers: [ { model: data-interference, met: all } ] }";
    assert_eq!(
        offence("data-interference", split, one).result,
        "can-cooperate"
    );
}

#[test]
fn one_act_that_one_law_lacks_is_a_risk_and_all_acts_block() {
    let all = "- { ref: s. 1, covers: [ { model: data-interference, met: all } ] }";
    let some = "- { ref: s. 1, covers: [ { model: data-interference, met: [damaging, deletion, alteration, deterioration, data], unmet: { suppression: Not named. } } ] }";
    let found = offence("data-interference", all, some);
    assert_eq!(found.result, "at-risk");
    assert_eq!(limb(&found, "suppression"), "blocked");
    assert_eq!(limb(&found, "deletion"), "can-cooperate");
    let [obstacle] = found.obstacles.as_slice() else {
        panic!("one obstacle");
    };
    assert_eq!(
        (obstacle.country.as_str(), obstacle.kind.as_str()),
        ("XAB", "absent")
    );
    assert_eq!(obstacle.elements, ["data-interference/suppression"]);
    assert_eq!(obstacle.reason.as_deref(), Some("Not named."));
    assert!(obstacle.draft.is_some());

    // Each law has acts, and none is in both: nothing can be an offence in both States.
    let first = "- { ref: s. 1, covers: [ { model: data-interference, met: [damaging, data], unmet: { deletion: x, deterioration: x, alteration: x, suppression: x } } ] }";
    let second = "- { ref: s. 1, covers: [ { model: data-interference, met: [deletion, data], unmet: { damaging: x, deterioration: x, alteration: x, suppression: x } } ] }";
    assert_eq!(
        offence("data-interference", first, second).result,
        "blocked"
    );
}

#[test]
fn an_offence_searched_for_and_not_found_blocks_and_silence_does_not() {
    let searched = "- { ref: s. 1 }\n===absent: [ { model: illegal-access, searched: [law], reason: Nothing there. } ]\n";
    assert_eq!(
        offence("illegal-access", ACCESS, searched).result,
        "blocked"
    );
    let silent = "- { ref: s. 1 }";
    assert_eq!(
        offence("illegal-access", ACCESS, silent).result,
        "not-determined"
    );
}

#[test]
fn a_narrowing_that_a_treaty_permits_and_that_was_declared_is_a_risk_still() {
    let narrow = "- { ref: s. 1, covers: [ { model: illegal-access, met: all, qualifiers: [security-measures] } ] }
===treaties: { budapest: { status: party, declarations: [illegal-access/security-measures] } }\n";
    let found = offence("illegal-access", narrow, ACCESS);
    assert_eq!(found.result, "at-risk");
    assert_eq!(
        found.obstacles[0].qualifier.as_deref(),
        Some("illegal-access/security-measures")
    );
    assert_eq!(found.obstacles[0].country, "XAA");
    assert_eq!(offence("illegal-access", narrow, narrow).result, "at-risk");
}

#[test]
fn of_two_sections_the_one_without_a_narrowing_is_taken() {
    let both = "
- { ref: s. 1, covers: [ { model: illegal-access, met: all, qualifiers: [security-measures] } ] }
- { ref: s. 2, covers: [ { model: illegal-access, met: all } ] }";
    assert_eq!(
        offence("illegal-access", both, ACCESS).result,
        "can-cooperate"
    );
}

#[test]
fn a_narrowing_touches_its_own_act_or_all_acts_of_its_section() {
    let on_an_act = "- { ref: s. 1, covers: [ { model: misuse-of-devices, met: all, qualifiers: [minimum-number] } ] }";
    let all = "- { ref: s. 1, covers: [ { model: misuse-of-devices, met: all } ] }";
    let found = offence("misuse-of-devices", on_an_act, all);
    assert_eq!(limb(&found, "possession"), "at-risk");
    assert_eq!(limb(&found, "sale"), "can-cooperate");
    let on_a_state_of_mind = "- { ref: s. 1, covers: [ { model: misuse-of-devices, met: all, qualifiers: [offence-committed] } ] }";
    let found = offence("misuse-of-devices", on_a_state_of_mind, all);
    assert_eq!(limb(&found, "sale"), "at-risk");
    assert_eq!(limb(&found, "device-or-program"), "can-cooperate");
}

#[test]
fn only_unknowns_leave_it_open_and_a_narrowing_beside_them_is_a_risk() {
    let all = "- { ref: s. 1, covers: [ { model: data-interference, met: all } ] }";
    let open = "- { ref: s. 1, covers: [ { model: data-interference, met: [damaging, deletion, alteration, data] } ] }";
    assert_eq!(
        offence("data-interference", all, open).result,
        "not-determined"
    );
    let narrow = "- { ref: s. 1, covers: [ { model: data-interference, met: [damaging, deletion, alteration, data], qualifiers: [serious-harm] } ] }";
    assert_eq!(offence("data-interference", all, narrow).result, "at-risk");
}

#[test]
fn a_law_that_asks_for_less_is_no_obstacle_and_one_that_reaches_less_far_is() {
    let strict = "- { ref: s. 1, covers: [ { model: illegal-access, met: [access, whole-or-part], unmet: { intent: Not asked for., without-right: Not asked for. } } ] }";
    assert_eq!(
        offence("illegal-access", strict, ACCESS).result,
        "can-cooperate"
    );
    let all = "- { ref: s. 1, covers: [ { model: child-sexual-abuse-material, met: all } ] }";
    let young = "- { ref: s. 1, covers: [ { model: child-sexual-abuse-material, met: all, partly: { under-18: Under sixteen. } } ] }";
    let found = offence("child-sexual-abuse-material", all, young);
    assert_eq!(found.result, "at-risk");
    assert_eq!(
        found.obstacles[0].elements,
        ["child-sexual-abuse-material/under-18"]
    );
    let money_only = "- { ref: s. 1, covers: [ { model: computer-related-fraud, met: all, unmet: { economic-benefit: Only property. } } ] }";
    let fraud = "- { ref: s. 1, covers: [ { model: computer-related-fraud, met: all } ] }";
    assert_eq!(
        offence("computer-related-fraud", fraud, money_only).result,
        "at-risk"
    );
}

#[test]
fn a_lack_of_right_in_part_is_wider_and_a_state_of_mind_in_part_may_be_narrower() {
    let licence = "- { ref: s. 1, covers: [ { model: illegal-access, met: [access, whole-or-part, intent], partly: { without-right: A licence decides. } } ] }";
    let found = offence("illegal-access", licence, ACCESS);
    assert_eq!(found.result, "can-cooperate");
    assert!(found.obstacles.is_empty());
    let some = "- { ref: s. 1, covers: [ { model: illegal-access, met: [access, whole-or-part, without-right], partly: { intent: Only for gain. } } ] }";
    assert_eq!(offence("illegal-access", some, ACCESS).result, "at-risk");
}

#[test]
fn extradition_and_dual_criminality_are_told_although_no_article_asks_for_them() {
    let surrender = "- { ref: s. 1, covers: [ { model: extradition, met: [extradition-available], qualifiers: [nationals-not-surrendered] }, { model: dual-criminality, partly: { assistance-without: Not for coercive measures. } } ] }";
    let folder = files(surrender, ACCESS);
    let facts = facts_of(&[folder.path().to_str().expect("a plain name")]);
    let terms = &facts.countries[0].terms;
    for (model, element) in [
        ("dual-criminality", "assistance-without"),
        ("extradition", "extradition-available"),
    ] {
        let term = terms.iter().find(|one| one.model == model);
        let term = term.expect("both are told");
        assert_eq!(term.presence, "exists");
        assert_eq!(term.limits.len(), 1);
        assert!(term.limits[0].element.ends_with(element));
    }
}

#[test]
fn no_common_object_or_result_blocks_and_a_single_object_is_a_matter_of_reach() {
    let codes = "- { ref: s. 1, covers: [ { model: misuse-of-devices, met: all, unmet: { device-or-program: x } } ] }";
    let devices = "- { ref: s. 1, covers: [ { model: misuse-of-devices, met: all, unmet: { access-code: x } } ] }";
    assert_eq!(
        offence("misuse-of-devices", codes, devices).result,
        "blocked"
    );
    let system = "- { ref: s. 1, covers: [ { model: system-interference, met: all } ] }";
    let no_result = "- { ref: s. 1, covers: [ { model: system-interference, met: all, unmet: { serious-hindering: x } } ] }";
    assert_eq!(
        offence("system-interference", system, no_result).result,
        "blocked"
    );
    let whole_only = "- { ref: s. 1, covers: [ { model: illegal-access, met: all, unmet: { whole-or-part: Only whole systems. } } ] }";
    assert_eq!(
        offence("illegal-access", whole_only, ACCESS).result,
        "at-risk"
    );
}

#[test]
fn thresholds_are_taken_from_every_section_relied_on() {
    let of = |term: &str| {
        format!("- {{ ref: s. 1, {term} covers: [ {{ model: illegal-access, met: all }} ] }}")
    };
    let sides = |one: &str, other: &str| offence("illegal-access", &of(one), &of(other));
    let found = sides(
        "values: { max-imprisonment: 12 months },",
        "values: { max-imprisonment: 11 months },",
    );
    assert_eq!(found.one_year.sides, ["met", "not-met"]);
    assert_eq!(found.one_year.both, "not-met");
    let found = sides("values: { max-imprisonment: life },", "");
    assert_eq!(found.four_years.sides, ["met", "unknown"]);
    assert_eq!(found.four_years.both, "unknown");

    let two = "
- { ref: s. 1, values: { max-imprisonment: 5 years }, covers: [ { model: data-interference, met: [damaging, data] } ] }
- { ref: s. 2, values: { max-imprisonment: 1 year }, covers: [ { model: data-interference, met: [deletion, data] } ] }";
    let found = offence("data-interference", two, two);
    assert_eq!(found.one_year.both, "met");
    assert_eq!(found.four_years.sides, ["partly", "partly"]);
}

#[test]
fn what_is_no_offence_reaches_no_threshold() {
    let none =
        "- { ref: s. 1 }\n===absent: [ { model: illegal-access, searched: [law], reason: x } ]\n";
    let found = offence("illegal-access", ACCESS, none);
    assert_eq!(found.one_year.sides, ["met", "not-met"]);
    let silent = "- { ref: s. 1 }";
    assert_eq!(
        offence("illegal-access", ACCESS, silent).one_year.sides,
        ["met", "unknown"]
    );
}

#[test]
fn a_treaty_binds_both_when_both_are_party_at_the_date() {
    let with = |treaties: &str| format!("{ACCESS}\n===treaties: {{ {treaties} }}\n");
    let party = with("budapest: { status: party, since: 2020-01-01 }");
    let late = with("budapest: { status: party, since: 2026-01-01 }");
    let signatory = with("budapest: { status: signatory }");
    let bound = |one: &str, other: &str, date: &str| {
        let pair = pair(one, other, &["--as-at", date]);
        pair.treaties
            .into_iter()
            .map(|it| it.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(bound(&party, &party, "2026-06-30"), ["budapest"]);
    assert_eq!(bound(&party, &late, "2026-06-30"), ["budapest"]);
    assert!(bound(&party, &late, "2025-12-31").is_empty());
    assert!(bound(&party, &signatory, "2026-06-30").is_empty());
}

#[test]
fn a_treaty_without_a_checklist_needs_one_title_in_both_files() {
    let with = |title: &str| {
        format!(
            "{ACCESS}\n===other-treaties: [ {{ title: {title}, status: party, since: 1999-01-01 }} ]\n"
        )
    };
    let found = pair(
        &with("Regional extradition scheme"),
        &with("Regional extradition scheme"),
        &[],
    );
    assert_eq!(found.other_treaties.len(), 1);
    assert_eq!(found.other_treaties[0].listed_by, ["XAA", "XAB"]);
    let found = pair(
        &with("Extradition treaty with Beland"),
        &with("Treaty with Atland"),
        &[],
    );
    assert!(found.other_treaties.is_empty());
    assert_eq!(found.treaties_listed_by_one.len(), 2);
}

#[test]
fn a_bill_is_not_law_and_the_date_decides() {
    let coming = "- { ref: s. 1, in-force: 2027-01-01, status: enacted, covers: [ { model: illegal-access, met: all } ] }";
    assert_eq!(
        offence("illegal-access", coming, ACCESS).result,
        "not-determined"
    );
    let later = pair(
        coming,
        ACCESS,
        &["--offence", "illegal-access", "--as-at", "2027-01-01"],
    );
    assert_eq!(later.offences[0].result, "can-cooperate");
}

#[test]
fn a_request_needs_the_power_and_the_rule_that_lets_it_be_used() {
    let law = |body: &str| format!("- {{ ref: s. 1, covers: [ {body} ] }}");
    let result = |body: &str| {
        let folder = files(&law(body), ACCESS);
        let path = folder.path().to_str().expect("a plain name").to_owned();
        let facts = facts_of(&[&path]);
        let requests = &facts.countries[0].requests;
        let found = requests.iter().find(|one| one.request == "interception");
        found.expect("every request is there").result.clone()
    };
    let power = "{ model: content-interception, met: all }";
    let rule = "{ model: mla-interception, met: all }";
    assert_eq!(result(&format!("{power}, {rule}")), "can-cooperate");
    assert_eq!(result(power), "not-determined");
    let narrow = "{ model: content-interception, met: all, qualifiers: [voice-only] }";
    assert_eq!(result(&format!("{narrow}, {rule}")), "at-risk");
    let none = "{ model: mla-interception, unmet: { interception: Not allowed. } }";
    assert_eq!(result(&format!("{power}, {none}")), "blocked");
}

#[test]
fn the_instrument_says_which_limbs_are_compared() {
    // The Budapest Convention does not ask for the deception of a person, and the UN Convention does.
    let machine = "- { ref: s. 1, covers: [ { model: computer-related-fraud, met: all, unmet: { deception-of-person: x } } ] }";
    let of = |checklist: &str| {
        let arguments = [
            "--offence",
            "computer-related-fraud",
            "--checklist",
            checklist,
        ];
        pair(machine, machine, &arguments).offences.remove(0).result
    };
    assert_eq!(of("budapest"), "can-cooperate");
    assert_eq!(of("un-cybercrime"), "at-risk");
}

#[test]
fn wrong_calls_and_broken_files() {
    let alphaland = "examples/alphaland/alphaland.yaml";
    assert_eq!(run(&[alphaland]).status.code(), Some(2));
    let unknown = run(&[
        alphaland,
        "examples/betaland/betaland.yaml",
        "--offence",
        "theft",
    ]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("illegal-access"));
    assert_eq!(
        run(&[alphaland, "tests/diagnostics/several.yaml"])
            .status
            .code(),
        Some(1)
    );
    assert_eq!(run(&["nowhere.yaml", alphaland]).status.code(), Some(2));
}

#[test]
fn reports_fit_the_screen() {
    for width in [80, 160] {
        for form in ["overview", "full"] {
            let columns = width.to_string();
            let report = text(&run(&["examples", "--form", form, "--width", &columns]).stdout);
            for line in report.lines() {
                assert!(line.chars().count() <= width, "{width}, {form}: {line}");
            }
        }
    }
}
