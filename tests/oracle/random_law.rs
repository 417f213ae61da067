//! The laws of a random legislation file, with what is absent from them; for `random.rs`.

use crate::counting::{Enacted, counting_sections};
use crate::facts::{self, Annotation, Element, Legislation, Provision};
use crate::random::{Dice, World};
use serde_yaml::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Every date of entry into force is before every date of repeal.
pub const IN_FORCE: [&str; 5] = [
    "2015-01-01",
    "2005-07-01",
    "2012-02-29",
    "2019-03-31",
    "2021-01-01",
];
const REPEALED: [&str; 4] = ["2021-06-01", "2024-12-31", "2026-07-01", "2030-01-01"];
const LATER: &str = "2028-01-01";
const STATUS: [&str; 6] = [
    "in-force",
    "enacted",
    "bill",
    "drafting",
    "suspended",
    "repealed",
];
const DURATIONS: [&str; 12] = [
    "5 years",
    "1 year",
    "12 months",
    "364 days",
    "365 days",
    "11 months 29 days",
    "life",
    "unlimited",
    "4 years",
    "3 months",
    "90 days",
    "60 days",
];

/// The laws and how many sections each has, known before a section refers to another.
pub struct Plan<'w> {
    world: &'w World,
    models: Vec<&'w Provision>,
    pub laws: Vec<usize>,
}

/// A few requirements are picked, and the law is about the provisions they name.
pub fn plan<'w>(world: &'w World, dice: &mut Dice<'_>) -> Plan<'w> {
    let mut ids = BTreeSet::new();
    for _ in 0..=dice.roll(5) {
        let list = &world.checklists[dice.roll(world.checklists.len())];
        let requirement = &list.requirements[dice.roll(list.requirements.len())];
        for name in &requirement.elements {
            ids.insert(facts::model_of(name));
        }
    }
    Plan {
        world,
        models: ids.into_iter().map(|id| world.provision(id)).collect(),
        laws: (0..=dice.roll(4)).map(|_| 1 + dice.roll(4)).collect(),
    }
}

pub fn write_law(plan: &Plan<'_>, law: usize, dice: &mut Dice<'_>, text: &mut String) {
    let status = dice.pick(&STATUS);
    *text += &format!("  - id: law-{law}\n    title: Law {law}\n    status: {status}\n");
    write_dates(dice, "    ", text);
    *text += "    sections:\n";
    for section in 0..plan.laws[law] {
        *text += &format!("      - ref: s. {section}\n");
        if dice.one_in(6) {
            // Old and new wording: one ref twice, in periods that do not overlap.
            let day = dice.pick(&REPEALED);
            *text += "        status: in-force\n        in-force: 2004-01-01\n";
            *text += &format!("        repealed: {day}\n");
            write_section(plan, (law, section), dice, text);
            *text += &format!("      - ref: s. {section}\n");
            *text += &format!(
                "        status: in-force\n        in-force: {day}\n        repealed: {}\n",
                "2035-01-01"
            );
        } else if dice.one_in(4) {
            *text += &format!("        status: {}\n", dice.pick(&STATUS));
            write_dates(dice, "        ", text);
        }
        write_section(plan, (law, section), dice, text);
    }
}

fn write_dates(dice: &mut Dice<'_>, indent: &str, text: &mut String) {
    match dice.roll(5) {
        0 | 1 => {}
        2 => *text += &format!("{indent}in-force: {}\n", dice.pick(&IN_FORCE)),
        3 => *text += &format!("{indent}in-force: {LATER}\n{indent}repealed: 2032-01-01\n"),
        _ => {
            *text += &format!("{indent}in-force: {}\n", dice.pick(&IN_FORCE));
            *text += &format!("{indent}repealed: {}\n", dice.pick(&REPEALED));
        }
    }
}

fn write_section(plan: &Plan<'_>, at: (usize, usize), dice: &mut Dice<'_>, text: &mut String) {
    if dice.one_in(3)
        && let Some(replaced) = reference(plan, at, dice)
    {
        // A law's id means every section of it.
        let law = replaced.split(' ').next().unwrap_or_default();
        let written = if dice.one_in(4) { law } else { &replaced };
        *text += &format!("        replaces: [{written}]\n");
    }
    write_values(plan.world, dice, "        ", text);
    let mut models = Vec::new();
    for provision in &plan.models {
        if dice.one_in(2) || plan.models.len() == 1 {
            models.push(*provision);
        }
    }
    if models.is_empty() {
        *text += "        outside: Something else.\n";
        return;
    }
    *text += "        covers:\n";
    for provision in models {
        *text += &format!("          - model: {}\n", provision.id);
        write_annotation(provision, dice, text);
        write_values(plan.world, dice, "            ", text);
        if dice.one_in(4)
            && let Some(with) = reference(plan, at, dice)
        {
            *text += &format!("            with: [{with}]\n");
        }
    }
}

/// Another section of the file, where there is one.
fn reference(plan: &Plan<'_>, at: (usize, usize), dice: &mut Dice<'_>) -> Option<String> {
    let mut others = Vec::new();
    for (law, sections) in plan.laws.iter().enumerate() {
        for section in 0..*sections {
            if (law, section) != at {
                others.push((law, section));
            }
        }
    }
    if others.is_empty() {
        return None;
    }
    let (law, section) = dice.pick(&others);
    Some(format!("law-{law} s. {section}"))
}

fn write_values(world: &World, dice: &mut Dice<'_>, indent: &str, text: &mut String) {
    let mut written = Vec::new();
    for (id, unit) in &world.values {
        if !dice.one_in(3) {
            continue;
        }
        let value = match unit.as_str() {
            "duration" => dice.pick(&DURATIONS),
            "number" => dice.pick(&["0", "1", "5", "18"]),
            _ => dice.pick(&["yes", "no"]),
        };
        written.push(format!("{id}: {value}"));
    }
    if !written.is_empty() {
        *text += &format!("{indent}values: {{ {} }}\n", written.join(", "));
    }
}

/// No element is named twice, and none that has a test.
fn write_annotation(provision: &Provision, dice: &mut Dice<'_>, text: &mut String) {
    let met_all = dice.one_in(4);
    let mut named: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for element in &provision.elements {
        if element.test.is_some() {
            continue;
        }
        let judged = ["met", "", "met", "partly", "unmet", "broader", "met", ""];
        let mut key = dice.pick(&judged);
        if met_all && (key == "met" || dice.one_in(2)) {
            key = "";
        }
        named.entry(key).or_default().push(short(element));
    }
    let qualifiers = provision.qualifiers.iter().filter(|_| dice.one_in(4));
    let qualifiers: Vec<&str> = qualifiers.map(|q| after_slash(&q.name)).collect();
    if met_all {
        *text += "            met: all\n";
    } else if let Some(met) = named.get("met") {
        let _ = writeln!(text, "            met: [{}]", met.join(", "));
    }
    for key in ["partly", "unmet", "broader"] {
        if let Some(elements) = named.get(key) {
            let reasons: Vec<String> = elements.iter().map(|e| format!("{e}: a reason")).collect();
            let _ = writeln!(text, "            {key}: {{ {} }}", reasons.join(", "));
        }
    }
    if !qualifiers.is_empty() {
        let _ = writeln!(text, "            qualifiers: [{}]", qualifiers.join(", "));
    }
}

/// Never beside an annotation that counts at the file's own date and says otherwise.
pub fn write_absent(plan: &Plan<'_>, dice: &mut Dice<'_>, text: &mut String) {
    let so_far: Value = serde_yaml::from_str(text).expect("what was written so far is YAML");
    let file = facts::legislation(&so_far);
    let counts = counting_sections(&file, &file.as_at, &Enacted::Nothing);
    let mut entries = String::new();
    for provision in &plan.models {
        let counting = |a: &&Annotation| a.model == provision.id && counts[a.section];
        let annotations: Vec<&Annotation> = file.annotations.iter().filter(counting).collect();
        let kind = dice.roll(4);
        if kind == 2 && annotations.is_empty() {
            let _ = writeln!(
                entries,
                "  - {{ model: {}, reason: Nothing found. }}",
                provision.id
            );
        } else if kind == 3 {
            let mut absent = Vec::new();
            for element in &provision.elements {
                let otherwise = annotations
                    .iter()
                    .any(|a| says_it_is_there(a, element, &file));
                if element.test.is_none() && !otherwise && dice.one_in(2) {
                    absent.push(short(element));
                }
            }
            if !absent.is_empty() {
                let (id, absent) = (&provision.id, absent.join(", "));
                let _ = writeln!(
                    entries,
                    "  - {{ model: {id}, elements: [{absent}], reason: No. }}"
                );
            }
        }
    }
    if !entries.is_empty() {
        *text += &format!("absent:\n{entries}");
    }
}

fn says_it_is_there(annotation: &Annotation, element: &Element, file: &Legislation) -> bool {
    let stated = crate::rules::stated_value(file, annotation, element);
    stated.is_some_and(|value| value.high > 0.0)
}

fn short(element: &Element) -> String {
    after_slash(&element.name).to_owned()
}

fn after_slash(name: &str) -> &str {
    name.split('/').nth(1).unwrap_or(name)
}
