//! `gapcheck plan`, one rule a test (docs/decisions.md, *The plan*): what comes together in a line, where it stands, what
//! is asked instead of drafted, and what it costs.

#[path = "plan/command.rs"]
mod command;
#[path = "plan/page.rs"]
mod page;

use std::collections::BTreeMap;

use gapcheck::assess::plan::{Addressee, Phase, Target};
use gapcheck::model::{Span, UnitCosts};
use page::{gaps, grounds, ids, line, with_costs, with_plan};

/// Everything is in place, except for what a test takes out by writing its own.
const WORD: &str = "- { ref: s. 1, covers: [ { model: word, met: all } ] }";
const ENTRY: &str = "- { ref: s. 2, covers: [ { model: entry, met: all } ] }";
const DAMAGE: &str = "- { ref: s. 3, covers: [ { model: damage, met: all } ] }";
const SEARCH: &str = "- { ref: s. 4, covers: [ { model: search-power, met: all } ] }";
const HELP: &str = "- { ref: s. 5, covers: [ { model: help-abroad, met: all } ] }";
const PARTY: &str = "treaties: { first: { status: party }, second: { status: party } }\n";

fn law(id: &str, sections: &[&str]) -> String {
    let lines: String = sections
        .iter()
        .map(|one| format!("      {one}\n"))
        .collect();
    format!("  - id: {id}\n    title: Law {id}\n    status: in-force\n    sections:\n{lines}")
}

/// A party to both treaties with one law of these sections.
fn party(sections: &[&str]) -> String {
    format!("{PARTY}laws:\n{}", law("code", sections))
}

#[test]
fn where_nothing_is_missing_the_plan_is_empty() {
    with_plan(&party(&[WORD, ENTRY, DAMAGE, SEARCH, HELP]), |plan| {
        assert!(plan.lines.is_empty(), "{:?}", ids(plan));
        assert!(plan.research.is_empty());
        assert!(plan.unanswered.is_empty());
        assert_eq!(plan.costs.total, Some(Span::default()));
    });
}

#[test]
fn gaps_that_one_amendment_of_one_law_closes_are_one_line_whatever_instruments_ask() {
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: Not named. } } ] }";
    let damage = "- { ref: s. 3, covers: [ { model: damage, met: [intent], partly: { act: Not named. } } ] }";
    with_plan(&party(&[WORD, entry, damage, SEARCH, HELP]), |plan| {
        let amend = line(plan, "amend/code");
        let closed = ["first/art-2/act", "first/art-3/act", "second/art-1/act"];
        assert_eq!(gaps(&amend.closes), closed);
        assert!(matches!(amend.target, Target::Law(law) if law.id == "code"));
    });
}

#[test]
fn the_first_measure_that_fits_closes_a_gap_and_no_other_does() {
    // `amend` would fit as well; `intend` stands before it.
    let entry = "- { ref: s. 2, covers: [ { model: entry, met: [act], unmet: { intent: Malice is asked for. } } ] }";
    with_plan(&party(&[WORD, entry, DAMAGE, SEARCH, HELP]), |plan| {
        assert_eq!(
            ids(plan),
            ["intend/code", "train/investigation", "train/prosecution"]
        );
    });
}

#[test]
fn a_condition_that_nothing_carries_is_drafted_with_the_limb_that_is_missing() {
    // Where no act is named there is no intent to mend.
    let entry = "- { ref: s. 2, covers: [ { model: entry, met: [intent], unmet: { act: No. } } ] }";
    with_plan(&party(&[WORD, entry, DAMAGE, SEARCH, HELP]), |plan| {
        let closed = [
            "first/art-2/act",
            "first/art-2/intent",
            "second/art-1/act",
            "second/art-1/intent",
        ];
        assert_eq!(gaps(&line(plan, "amend/code").closes), closed);
        assert!(!ids(plan).contains(&"intend/code"));
    });
}

#[test]
fn two_laws_are_two_lines_of_one_measure() {
    let one = law(
        "one",
        &[
            WORD,
            "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }",
            SEARCH,
            HELP,
        ],
    );
    let two = law(
        "two",
        &["- { ref: s. 3, covers: [ { model: damage, met: [intent], partly: { act: No. } } ] }"],
    );
    with_plan(&format!("{PARTY}laws:\n{one}{two}"), |plan| {
        assert_eq!(gaps(&line(plan, "amend/two").closes), ["first/art-3/act"]);
        let closed = ["first/art-2/act", "second/art-1/act"];
        assert_eq!(gaps(&line(plan, "amend/one").closes), closed);
    });
}

#[test]
fn an_absent_offence_goes_into_the_law_with_most_offences_else_of_its_field_else_into_a_new_one() {
    let absent = "absent: [ { model: damage, searched: [], reason: Nowhere. } ]\n";
    let target = |laws: &str| {
        let mut found = String::new();
        with_plan(&format!("{PARTY}laws:\n{laws}{absent}"), |plan| {
            let line = plan.lines.iter().find(|line| line.measure.id == "create");
            found = line.map(|line| line.id.clone()).unwrap_or_default();
        });
        found
    };
    let many = law(
        "many",
        &[
            ENTRY,
            "- { ref: s. 9, covers: [ { model: entry, met: [act] } ] }",
        ],
    );
    let few = law(
        "few",
        &[
            "- { ref: s. 7, covers: [ { model: entry, met: [act] } ] }",
            WORD,
            SEARCH,
            HELP,
        ],
    );
    assert_eq!(target(&format!("{few}{many}")), "create/many");
    // No law has an offence; a definition belongs to the same field.
    assert_eq!(target(&law("words", &[WORD])), "create/words");
    assert_eq!(target(&law("cooperation", &[HELP])), "create/NEW");
}

#[test]
fn nobody_amends_a_constitution_or_a_practice_for_a_gap() {
    let constitution = law(
        "constitution",
        &["- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }"],
    )
    .replace("    status:", "    kind: constitution\n    status:");
    let code = law("code", &[DAMAGE, WORD, SEARCH, HELP]);
    with_plan(&format!("{PARTY}laws:\n{constitution}{code}"), |plan| {
        assert_eq!(
            gaps(&line(plan, "amend/code").closes),
            ["first/art-2/act", "second/art-1/act"]
        );
    });
}

#[test]
fn a_measure_per_instrument_is_a_line_for_each() {
    let help = "- { ref: s. 5, covers: [ { model: help-abroad, met: [contact], unmet: { duty: Not given. } } ] }";
    with_plan(&party(&[WORD, ENTRY, DAMAGE, SEARCH, help]), |plan| {
        assert_eq!(gaps(&line(plan, "help/first").closes), ["first/art-5/duty"]);
        assert_eq!(
            gaps(&line(plan, "help/second").closes),
            ["second/art-2/duty"]
        );
    });
}

#[test]
fn training_supports_every_gap_of_its_link_and_closes_none() {
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: Not named. } } ] }";
    with_plan(&party(&[WORD, entry, DAMAGE, SEARCH, HELP]), |plan| {
        for link in ["investigation", "prosecution"] {
            let train = line(plan, &format!("train/{link}"));
            assert_eq!(
                gaps(&train.supports),
                ["first/art-2/act", "second/art-1/act"]
            );
            assert!(train.closes.is_empty());
            assert!(!train.is_due(), "no treaty obliges anyone to be trained");
        }
        assert!(line(plan, "amend/code").is_due());
    });
}

#[test]
fn what_no_measure_closes_is_listed_and_not_dropped() {
    // No measure of the ten sets up a contact point; one that only trains would not have closed the gap either.
    let help = "- { ref: s. 5, covers: [ { model: help-abroad, met: [duty], unmet: { contact: None. } } ] }";
    with_plan(&party(&[WORD, ENTRY, DAMAGE, SEARCH, help]), |plan| {
        assert_eq!(gaps(&plan.unanswered.gaps), ["first/art-5/contact"]);
        assert!(plan.lines.is_empty());
    });
}

#[test]
fn what_is_optional_is_in_no_plan() {
    let absent = "absent: [ { model: courts, searched: [], reason: Nowhere. } ]\n";
    let all = party(&[WORD, ENTRY, DAMAGE, SEARCH, HELP]);
    with_plan(&format!("{all}{absent}"), |plan| {
        assert!(plan.lines.is_empty());
        assert!(plan.unanswered.is_empty());
    });
}

#[test]
fn the_unknown_is_asked_and_never_drafted() {
    // Damage is not mentioned at all, and of search only the power.
    let search = "- { ref: s. 4, covers: [ { model: search-power, met: [power] } ] }";
    with_plan(&party(&[WORD, ENTRY, search, HELP]), |plan| {
        assert!(plan.lines.is_empty(), "{:?}", ids(plan));
        let [criminal, investigation] = plan.research.as_slice() else {
            panic!("two offices are asked");
        };
        assert_eq!(criminal.addressee, Addressee::CriminalLaw);
        let unknown: Vec<&str> = criminal.questions[0]
            .unknown
            .iter()
            .map(|one| one.element.id.as_str())
            .collect();
        assert_eq!(unknown, ["act", "intent"]);
        assert!(criminal.questions[0].searched.is_empty());
        // The safeguard is asked for by no treaty, and yet by the power that is in force.
        assert_eq!(investigation.addressee, Addressee::Investigation);
        let question = &investigation.questions[0];
        assert_eq!(question.unknown[0].element.id, "warrant");
        assert!(question.unknown[0].finding.is_some());
        assert_eq!(question.searched[0].id, "code");
        assert_eq!(question.sections.len(), 1);
    });
}

#[test]
fn an_element_of_which_something_is_missing_for_certain_is_a_gap_and_not_asked() {
    // Two sections are relied on for the act; one lacks intent, of the other nothing is said.
    let one = "- { ref: s. 2, covers: [ { model: entry, met: [act], partly: { intent: Only purpose. } } ] }";
    with_plan(&party(&[WORD, one, DAMAGE, SEARCH, HELP]), |plan| {
        assert_eq!(
            gaps(&line(plan, "intend/code").closes),
            ["first/art-2/intent", "second/art-1/intent"]
        );
        assert!(plan.research.is_empty());
    });
}

#[test]
fn a_power_without_safeguards_is_a_line_though_no_treaty_asks() {
    let search = "- { ref: s. 4, covers: [ { model: search-power, met: [power], unmet: { warrant: None. } } ] }";
    with_plan(&party(&[WORD, ENTRY, DAMAGE, search, HELP]), |plan| {
        let guard = line(plan, "guard/code");
        assert_eq!(guard.findings.len(), 1);
        assert!(guard.closes.is_empty());
        assert!(guard.is_due());
        assert_eq!(grounds(guard), ["rights", "weight"]);
    });
}

#[test]
fn a_treaty_not_joined_and_its_declarations_are_lines_for_that_treaty() {
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: all, qualifiers: [locked-only] } ] }";
    let help = "- { ref: s. 5, covers: [ { model: help-abroad, met: [duty], unmet: { contact: None. } } ] }";
    let laws = law("code", &[WORD, entry, DAMAGE, SEARCH, help]);
    let treaties = "treaties: { first: { status: signatory }, second: { status: party } }\n";
    with_plan(&format!("{treaties}laws:\n{laws}"), |plan| {
        let declare = line(plan, "declare/first");
        assert_eq!(declare.declarations[0].name, "entry/locked-only");
        let join = line(plan, "join/first");
        assert_eq!(join.treaties[0].id, "first");
        assert_eq!(
            gaps(&join.supports),
            ["first/art-5/contact"],
            "the rules on cooperation under it"
        );
        assert_eq!(grounds(join), ["cooperation", "weight"]);
        assert!(!join.is_due(), "no State has to join");
        assert!(!ids(plan).contains(&"join/second"));
        // The second treaty permits no such narrowing, so that it is a gap there.
        assert_eq!(
            gaps(&line(plan, "amend/code").closes),
            ["second/art-1/locked-only"]
        );
    });
}

#[test]
fn a_gate_goes_before_rights_rights_before_cooperation_and_training_last() {
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }";
    let search = "- { ref: s. 4, covers: [ { model: search-power, met: [power], unmet: { warrant: None. } } ] }";
    let help =
        "- { ref: s. 5, covers: [ { model: help-abroad, met: [contact], unmet: { duty: No. } } ] }";
    with_plan(&party(&[WORD, entry, DAMAGE, search, help]), |plan| {
        let order = [
            "amend/code",
            "guard/code",
            "help/second", // a whole requirement; of the first treaty's one half is there
            "help/first",
            "train/investigation",
            "train/prosecution",
        ];
        assert_eq!(ids(plan), order);
        assert_eq!(
            grounds(&plan.lines[0]),
            ["gate", "cooperation", "prerequisite", "weight"]
        );
        assert_eq!(grounds(&plan.lines[2]), ["cooperation", "weight"]);
        assert_eq!(grounds(&plan.lines[4]), ["weight"]);
    });
}

#[test]
fn dual_criminality_is_a_ground_where_the_treaty_is_in_force_for_the_state() {
    let damage =
        "- { ref: s. 3, covers: [ { model: damage, met: [intent], partly: { act: No. } } ] }";
    let sections = [WORD, ENTRY, damage, SEARCH, HELP];
    with_plan(&party(&sections), |plan| {
        assert_eq!(
            grounds(line(plan, "amend/code")),
            ["cooperation", "prerequisite", "weight"]
        );
    });
    with_plan(&format!("laws:\n{}", law("code", &sections)), |plan| {
        assert_eq!(
            grounds(line(plan, "amend/code")),
            ["prerequisite", "weight"]
        );
    });
}

#[test]
fn a_prerequisite_comes_first_and_has_the_rank_of_what_waits_for_it() {
    let word = "- { ref: s. 1, covers: [ { model: word, unmet: { meaning: None. } } ] }";
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }";
    let search = "- { ref: s. 4, covers: [ { model: search-power, met: [power], unmet: { warrant: None. } } ] }";
    with_plan(&party(&[word, entry, DAMAGE, search, HELP]), |plan| {
        // By itself the definition would stand behind the safeguards; but the gate waits for it.
        assert_eq!(ids(plan)[..3], ["define/code", "amend/code", "guard/code"]);
        assert_eq!(
            grounds(&plan.lines[0]),
            ["waited-for", "prerequisite", "weight"]
        );
        assert_eq!(plan.lines[1].after, [0]);
        assert_eq!((plan.lines[0].begin, plan.lines[0].end), (0, 3));
        assert_eq!((plan.lines[1].begin, plan.lines[1].end), (3, 15));
    });
}

#[test]
fn a_prerequisite_of_another_law_is_none() {
    let words = law(
        "words",
        &["- { ref: s. 1, covers: [ { model: word, unmet: { meaning: None. } } ] }"],
    );
    let code = law(
        "code",
        &[
            "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }",
            DAMAGE,
            SEARCH,
            HELP,
        ],
    );
    with_plan(&format!("{PARTY}laws:\n{words}{code}"), |plan| {
        assert!(line(plan, "amend/code").after.is_empty());
        assert_eq!(line(plan, "define/words").end, 3);
        // Training is per link and an amendment per law, so that training waits for every law.
        assert_eq!(line(plan, "train/prosecution").after.len(), 1);
    });
}

#[test]
fn what_the_state_asks_for_and_what_is_moving_are_grounds() {
    let damage =
        "- { ref: s. 3, covers: [ { model: damage, met: [intent], partly: { act: No. } } ] }";
    let word = "- { ref: s. 1, covers: [ { model: word, unmet: { meaning: None. } } ] }";
    let bill = law(
        "bill",
        &["- { ref: cl. 1, replaces: [code s. 1], covers: [ { model: word, met: all } ] }"],
    )
    .replace("in-force", "bill");
    let code = law("code", &[word, ENTRY, damage, SEARCH, HELP]);
    let rest = "needs: [ { model: word }, { model: courts } ]\nsupport: [ { provider: Donor, to: 2027-01-01, covers: [word] }, { provider: Past, to: 2020-01-01, covers: [word] } ]\n";
    with_plan(&format!("laws:\n{code}{bill}{rest}"), |plan| {
        let define = line(plan, "define/code");
        assert_eq!(grounds(define), ["prerequisite", "need", "bill", "weight"]);
        assert_eq!(gaps(&define.bills[0].closes), ["first/art-1/meaning"]);
        let running: Vec<&str> = define
            .under_way
            .iter()
            .map(|one| one.provider.as_str())
            .collect();
        assert_eq!(running, ["Donor"]);
        assert!(line(plan, "amend/code").under_way.is_empty());
        assert_eq!(plan.needs_without_gap.len(), 1);
        assert_eq!(plan.needs_without_gap[0].provision.id, "courts");
    });
}

#[test]
fn a_phase_is_told_by_the_month_in_which_a_line_ends() {
    let months = [0, 11, 12, 36, 37].map(Phase::ending);
    let phases = [
        Phase::Short,
        Phase::Short,
        Phase::Medium,
        Phase::Medium,
        Phase::Long,
    ];
    assert_eq!(months, phases);
    // The help of other States needs the power, and thirteen months after two years are more than three.
    let search = "- { ref: s. 4, covers: [ { model: search-power, unmet: { power: None. } } ] }";
    let help =
        "- { ref: s. 5, covers: [ { model: help-abroad, met: [contact], unmet: { duty: No. } } ] }";
    with_plan(&party(&[WORD, ENTRY, DAMAGE, search, help]), |plan| {
        assert_eq!(line(plan, "empower/code").phase, Phase::Medium);
        assert_eq!(line(plan, "help/first").phase, Phase::Long);
    });
}

#[test]
fn an_element_that_two_treaties_ask_for_is_drafted_once() {
    let entry = "- { ref: s. 2, covers: [ { model: entry, met: [act], unmet: { intent: No. } } ] }";
    with_plan(&party(&[WORD, entry, DAMAGE, SEARCH, HELP]), |plan| {
        let intend = line(plan, "intend/code");
        assert_eq!(intend.closes.len(), 2);
        assert_eq!(intend.effort, Span { low: 2, high: 5 });
        // Person-days at 100 to 200, and two meetings at 1000.
        assert_eq!(
            intend.cost.amount,
            Some(Span {
                low: 2200,
                high: 3000
            })
        );
        assert!(intend.cost.is_default);
        assert_eq!(plan.costs.currency, "USD");
    });
}

#[test]
fn the_projects_prices_go_before_those_of_the_library_and_another_currency_has_none() {
    let entry = "- { ref: s. 2, covers: [ { model: entry, met: [act], unmet: { intent: No. } } ] }";
    let country = party(&[WORD, entry, DAMAGE, SEARCH, HELP]);
    let own = |currency: &str, units: &[(&str, u64)]| UnitCosts {
        currency: currency.to_owned(),
        year: 2025,
        units: units
            .iter()
            .map(|(unit, cost)| ((*unit).to_owned(), Span::exactly(*cost)))
            .collect::<BTreeMap<_, _>>(),
    };
    with_costs(&country, Some(&own("USD", &[("day", 10)])), |plan| {
        let cost = &line(plan, "intend/code").cost;
        assert_eq!(
            cost.amount,
            Some(Span {
                low: 2020,
                high: 2050
            })
        );
        assert!(cost.is_default, "the meetings are");
    });
    with_costs(
        &country,
        Some(&own("EUR", &[("day", 10), ("meeting", 7)])),
        |plan| {
            let cost = &line(plan, "intend/code").cost;
            assert_eq!(cost.amount, Some(Span { low: 34, high: 64 }));
            assert!(!cost.is_default);
            assert_eq!(
                (plan.costs.currency.as_str(), plan.costs.year),
                ("EUR", 2025)
            );
        },
    );
    with_costs(&country, Some(&own("EUR", &[("day", 10)])), |plan| {
        assert_eq!(
            line(plan, "intend/code").cost.amount,
            None,
            "dollars are no euros"
        );
        assert_eq!(
            plan.costs.total, None,
            "and what is not known is not nothing"
        );
    });
}

#[test]
fn the_figures_are_those_of_the_requirements_with_the_gaps_closed() {
    let entry =
        "- { ref: s. 2, covers: [ { model: entry, met: [intent], partly: { act: No. } } ] }";
    with_plan(&party(&[WORD, entry, SEARCH, HELP]), |plan| {
        let figures = line(plan, "amend/code").figures;
        assert_eq!(figures.requirements, 2);
        let ends = |score: Option<gapcheck::assess::Interval>| score.map(|one| (one.low, one.high));
        assert_eq!(ends(figures.baseline), Some((0.75, 0.75)));
        assert_eq!(ends(figures.target), Some((1.0, 1.0)));
        // All of the first treaty: what is not known stays so, whatever is drafted.
        let first = &plan.outlook[0];
        assert_eq!(ends(first.baseline), Some((0.75, 0.95)));
        assert_eq!(ends(first.target), Some((0.8, 1.0)));
    });
}
