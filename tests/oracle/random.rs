//! Writes random legislation files that design section 3.3 calls valid, as YAML text over the given catalogue and
//! checklists. A file comes from a tape of numbers: where the tape shrinks or ends, every choice becomes the dullest.

use crate::counting::Enacted;
use crate::facts::{self, Checklist, Provision};
use crate::random_law;
use proptest::prelude::*;
use serde_yaml::Value;
use std::collections::BTreeSet;

const AS_AT: [&str; 6] = [
    "2026-06-30",
    "2021-06-01",
    "2015-01-01",
    "2022-12-31",
    "2012-02-29",
    "2003-07-01",
];

/// What the files are written over.
pub struct World {
    pub provisions: Vec<Provision>,
    pub checklists: Vec<Checklist>,
    /// The values of sections and their units.
    pub values: Vec<(String, String)>,
}

impl World {
    pub fn new(catalogue: &[Value], checklists: &[Value]) -> World {
        let provisions = facts::provisions(catalogue, checklists);
        let lists = checklists
            .iter()
            .map(|list| facts::checklist(list, &provisions));
        let checklists = lists.collect();
        let mut values = Vec::new();
        for file in catalogue {
            for value in facts::items(file, "values") {
                values.push((facts::string(value, "id"), facts::string(value, "unit")));
            }
        }
        World {
            provisions,
            checklists,
            values,
        }
    }

    pub fn provision(&self, id: &str) -> &Provision {
        let found = self.provisions.iter().find(|provision| provision.id == id);
        found.unwrap_or_else(|| panic!("`{id}` is in no catalogue"))
    }
}

/// A legislation file and what is asked of it.
#[derive(Debug, Clone)]
pub struct Sample {
    pub text: String,
    pub as_at: Option<String>,
    pub if_enacted: Enacted,
}

pub fn samples(world: &World) -> impl Strategy<Value = Sample> + '_ {
    let tape = proptest::collection::vec(any::<u16>(), 0..2500);
    (tape, any::<[u16; 4]>()).prop_map(move |(tape, asked)| {
        let text = write(world, &mut Dice(tape.iter()));
        let mut dice = Dice(asked.iter());
        let as_at = dice.one_in(3).then(|| dice.pick(&AS_AT).to_owned());
        let if_enacted = match dice.roll(4) {
            0 | 1 => Enacted::Nothing,
            2 => Enacted::All,
            _ => Enacted::Laws(vec!["law-0".to_owned()]),
        };
        Sample {
            text,
            as_at,
            if_enacted,
        }
    })
}

pub struct Dice<'t>(std::slice::Iter<'t, u16>);

impl Dice<'_> {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % sides
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }

    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }
}

fn write(world: &World, dice: &mut Dice<'_>) -> String {
    let plan = random_law::plan(world, dice);
    let mut text = "gapcheck: legislation/1\ncountry: { code: XAL, name: Alphaland }\n".to_owned();
    let as_at = dice.pick(&AS_AT);
    text += &format!("as-at: {as_at}\nstatus: fictional\n");
    let parties = write_treaties(world, as_at, dice, &mut text);
    text += "laws:\n";
    for law in 0..plan.laws.len() {
        random_law::write_law(&plan, law, dice, &mut text);
    }
    random_law::write_absent(&plan, dice, &mut text);
    write_not_applicable(world, &parties, dice, &mut text);
    text
}

/// Returns the checklists whose status is `party`.
fn write_treaties(
    world: &World,
    as_at: &str,
    dice: &mut Dice<'_>,
    text: &mut String,
) -> Vec<String> {
    let mut parties = Vec::new();
    *text += "treaties:\n";
    for list in &world.checklists {
        let status = dice.pick(&["party", "signatory", "none"]);
        *text += &format!("  {}:\n    status: {status}\n", list.id);
        if status == "none" {
            continue;
        }
        if status == "party" {
            parties.push(list.id.clone());
        }
        // Not after the file's own date, though perhaps after that of `--as-at`.
        let since = dice.pick(&random_law::IN_FORCE);
        if since <= as_at && dice.one_in(2) {
            *text += &format!("    since: {since}\n");
        }
        for (key, form) in [
            ("declarations", "declaration"),
            ("reservations", "reservation"),
        ] {
            let mut made = BTreeSet::new();
            for permit in list
                .requirements
                .iter()
                .flat_map(|requirement| &requirement.permits)
            {
                if permit.by == form && dice.one_in(2) {
                    made.insert(permit.qualifier.as_str());
                }
            }
            let made: Vec<&str> = made.into_iter().collect();
            *text += &format!("    {key}: [{}]\n", made.join(", "));
        }
    }
    parties
}

/// By full id, or by the bare id of an article that is split; each article once.
fn write_not_applicable(world: &World, parties: &[String], dice: &mut Dice<'_>, text: &mut String) {
    let mut entries = String::new();
    let mut taken = BTreeSet::new();
    for list in &world.checklists {
        for _ in 0..dice.roll(4) {
            let id = &list.requirements[dice.roll(list.requirements.len())].id;
            let article: Vec<&str> = id.split('-').take(2).collect();
            let article = article.join("-");
            let is_split = list.requirements.iter().all(|other| other.id != article);
            let bare = is_split && dice.one_in(2);
            if !taken.insert((list.id.as_str(), article.clone())) {
                continue;
            }
            let named = if bare { &article } else { id };
            let mut because = dice.pick(&["condition-not-fulfilled", "other", "reservation"]);
            // A reservation of a party would have to stand under its treaties.
            if because == "reservation" && parties.contains(&list.id) {
                because = "other";
            }
            entries += &format!("  - requirement: {}/{named}\n", list.id);
            entries += &format!("    because: {because}\n    ground: As stated.\n");
        }
    }
    if !entries.is_empty() {
        *text += &format!("not-applicable:\n{entries}");
    }
}
