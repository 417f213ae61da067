//! Plans as people might write them, in every style that YAML has for it, and random changes of the country's gaps.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{change_plan, kept_plan, read};
use gapcheck::model::{
    KeptCost, KeptLine, KeptPlan, LineStanding, LineState, PlanChanges, Span, Word,
};

/// A sequence of numbers that looks random and is the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((value ^ (value >> 31)) % sides as u64).expect("it is below `sides`")
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for place in (1..items.len()).rev() {
            items.swap(place, self.roll(place + 1));
        }
    }

    /// Some gaps, each once.
    fn gaps(&mut self, most: usize) -> Vec<String> {
        let mut gaps: Vec<String> = (1..9).map(|n| format!("budapest/art-{n}/intent")).collect();
        self.shuffle(&mut gaps);
        gaps.truncate(self.roll(most + 1));
        gaps
    }

    fn standing(&mut self) -> LineStanding {
        let mut gaps = self.gaps(8);
        let closes = gaps.split_off(gaps.len() / 2);
        LineStanding {
            state: LineState::ALL[self.roll(4)],
            closes,
            supports: self.gaps(2),
            closed_since: gaps,
            moved_to: Vec::new(),
        }
    }
}

/// Someone who writes a plan in a style of their own, with remarks wherever one may stand.
struct Hand {
    dice: Dice,
    out: String,
    remarks: Vec<String>,
    end: &'static str,
}

impl Hand {
    fn remark(&mut self) -> String {
        let odd = ["", " é中", " : - [x, {y", " \"q' |", " id: z"][self.dice.roll(5)];
        let remark = format!("# r{}{odd}.", self.remarks.len());
        self.remarks.push(remark.clone());
        remark
    }

    /// Ends a line, maybe after a remark, and maybe with others below.
    fn end_line(&mut self) {
        if self.dice.one_in(4) {
            let remark = self.remark();
            write!(self.out, "  {remark}").expect("a string takes everything");
        }
        self.out.push_str(self.end);
        while self.dice.one_in(6) {
            let room = self.dice.roll(9);
            let remark = self.remark();
            let end = self.end;
            write!(self.out, "{:room$}{remark}{end}", "").expect("a string takes everything");
        }
        if self.dice.one_in(8) {
            self.out.push_str(self.end);
        }
    }

    fn quoted(&mut self, text: &str) -> String {
        match self.dice.roll(3) {
            0 => format!("'{text}'"),
            1 => format!("\"{text}\""),
            _ => text.to_owned(),
        }
    }

    /// Sometimes a break of the line, with a remark, inside brackets.
    fn break_brackets(&mut self, room: usize) {
        if self.dice.one_in(4) {
            if self.dice.one_in(2) {
                let remark = self.remark();
                write!(self.out, " {remark}").expect("a string takes everything");
            }
            let end = self.end;
            write!(self.out, "{end}{:room$}", "").expect("a string takes everything");
        }
    }

    fn list_in_brackets(&mut self, items: &[String], room: usize) {
        self.out.push('[');
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.out.push_str([", ", " , ", ",  "][self.dice.roll(3)]);
            }
            self.break_brackets(room);
            let item = self.quoted(item);
            self.out.push_str(&item);
            self.break_brackets(room);
        }
        if !items.is_empty() && self.dice.one_in(5) {
            self.out.push(',');
        }
        self.out.push(']');
    }

    fn group_in_brackets(&mut self, fields: &[(&str, Field)], room: usize) {
        self.out.push('{');
        for (place, (key, field)) in fields.iter().enumerate() {
            if place > 0 {
                self.out.push_str(", ");
            }
            self.break_brackets(room);
            write!(self.out, "{key}: ").expect("a string takes everything");
            match field {
                Field::Text(text) => {
                    let text = self.quoted(text);
                    self.out.push_str(&text);
                }
                Field::Range(range) => self.out.push_str(range),
                Field::List(items) => self.list_in_brackets(items, room),
            }
        }
        self.out.push('}');
    }

    fn field(&mut self, key: &str, field: &Field, room: usize) {
        write!(self.out, "{key}:").expect("a string takes everything");
        match field {
            Field::Text(text) if key == "note" && self.dice.one_in(2) => {
                let style = ["|", "|-", "|+", ">", ">-"][self.dice.roll(5)];
                let end = self.end;
                let room = room + 1 + self.dice.roll(4);
                write!(self.out, " {style}{end}{:room$}{text}{end}", "")
                    .expect("a string takes everything");
                if self.dice.one_in(2) {
                    write!(self.out, "{:room$}# no remark{end}", "")
                        .expect("a string takes everything");
                }
                if self.dice.one_in(3) {
                    self.out.push_str(end);
                }
                return;
            }
            Field::Text(text) => {
                let text = self.quoted(text);
                write!(self.out, " {text}").expect("a string takes everything");
            }
            Field::Range(range) => write!(self.out, " {range}").expect("a string takes everything"),
            Field::List(items) if items.is_empty() && self.dice.one_in(2) => {}
            Field::List(items) if items.is_empty() || self.dice.one_in(2) => {
                self.out.push(' ');
                self.list_in_brackets(items, room + 2);
            }
            Field::List(items) => {
                self.end_line();
                let room = room + self.dice.roll(3);
                for (place, item) in items.iter().enumerate() {
                    let item = self.quoted(item);
                    write!(self.out, "{:room$}- {item}", "").expect("a string takes everything");
                    if place + 1 < items.len() {
                        self.end_line();
                    }
                }
            }
        }
        self.end_line();
    }

    fn line(&mut self, line: &KeptLine, room: usize) {
        let mut fields = fields(line);
        self.dice.shuffle(&mut fields);
        // What is deleted says nothing: the id has to stay.
        fields.retain(|(key, _)| matches!(*key, "id" | "own" | "title") || !self.dice.one_in(6));
        let apart = 1 + self.dice.roll(3);
        write!(self.out, "{:room$}-{:apart$}", "", "").expect("a string takes everything");
        let inner = room + 1 + apart;
        if self.dice.one_in(4) {
            self.group_in_brackets(&fields, inner);
            self.end_line();
            return;
        }
        for (place, (key, field)) in fields.iter().enumerate() {
            if place > 0 {
                write!(self.out, "{:inner$}", "").expect("a string takes everything");
            }
            self.field(key, field, inner);
        }
    }

    fn plan(&mut self, plan: &KeptPlan) {
        self.end_line();
        self.out.push_str("gapcheck: plan/1");
        self.end_line();
        write!(self.out, "country: {}", plan.country).expect("a string takes everything");
        self.end_line();
        if self.dice.one_in(2) {
            self.out.push_str("checklists: [budapest]");
            self.end_line();
        }
        let lines_first = self.dice.one_in(2);
        if !lines_first {
            self.head();
        }
        self.out.push_str("lines:");
        if self.dice.one_in(8) {
            self.out.push_str(" [");
            for (place, line) in plan.lines.iter().enumerate() {
                self.out.push_str(if place > 0 { "," } else { "" });
                self.break_brackets(4);
                self.group_in_brackets(&fields(line), 4);
                self.break_brackets(4);
            }
            self.out.push(']');
            self.end_line();
        } else {
            self.end_line();
            let room = self.dice.roll(7);
            for line in &plan.lines {
                self.line(line, room);
            }
        }
        if lines_first {
            self.head();
        }
        if self.dice.one_in(4) {
            let shorter = self.out.trim_end_matches(self.end).len();
            self.out.truncate(shorter);
        }
    }

    fn head(&mut self) {
        self.out.push_str("x-office: [a, {b: c}]");
        self.end_line();
        self.out.push_str("currency: USD");
        self.end_line();
    }
}

enum Field {
    Text(String),
    Range(String),
    List(Vec<String>),
}

fn fields(line: &KeptLine) -> Vec<(&'static str, Field)> {
    let standing = &line.standing;
    let mut fields = vec![
        ("id", Field::Text(line.id.clone())),
        ("state", Field::Text(standing.state.word().to_owned())),
        ("closes", Field::List(standing.closes.clone())),
        ("supports", Field::List(standing.supports.clone())),
        ("closed-since", Field::List(standing.closed_since.clone())),
        ("x-mine", Field::Text("kept".to_owned())),
    ];
    if line.own {
        fields.push(("own", Field::Text("yes".to_owned())));
    }
    let texts = [
        ("title", &line.title),
        ("lead", &line.lead),
        ("publication", &line.publication),
        ("note", &line.note),
    ];
    for (key, text) in texts {
        fields.extend(text.iter().map(|text| (key, Field::Text(text.clone()))));
    }
    if let Some(partners) = &line.partners {
        fields.push(("partners", Field::List(partners.clone())));
    }
    if let Some(Span { low, high }) = line.effort {
        fields.push((
            "effort",
            Field::Range(format!("{{ low: {low}, high: {high} }}")),
        ));
    }
    fields
}

fn line(dice: &mut Dice, id: String, own: bool) -> KeptLine {
    let number = dice.roll(1000);
    let mut text = |what: &str| Some(format!("{what} {number}"));
    KeptLine {
        own,
        title: text("Title"),
        lead: text("Office"),
        publication: text("Gazette"),
        note: text("note"),
        id,
        standing: dice.standing(),
        partners: dice
            .one_in(2)
            .then(|| vec!["police".to_owned(), "courts".to_owned()]),
        effort: Some(Span {
            low: 1,
            high: 1 + number as u64,
        }),
        ..KeptLine::default()
    }
}

/// What of a plan is people's own: everything but what the program keeps up to date.
fn own_part(plan: &KeptPlan) -> KeptPlan {
    let mut plan = KeptPlan {
        as_at: None,
        checklists: Vec::new(),
        ..plan.clone()
    };
    for line in &mut plan.lines {
        line.at_line = 0;
        line.standing = LineStanding::default();
    }
    plan
}

/// Whether the text has all these parts, in this order.
fn has_in_order(text: &str, parts: &[String]) -> bool {
    let mut rest = text;
    parts.iter().all(|part| match rest.find(part.as_str()) {
        Some(place) => {
            rest = &rest[place + part.len()..];
            true
        }
        None => false,
    })
}

/// The lines of a text in which nothing is that the program keeps up to date.
fn lines_of_people(text: &str) -> Vec<String> {
    // Nor lines of brackets, into which something may have been put.
    const OURS: &[&str] = &[
        "budapest",
        "state",
        "closes",
        "supports",
        "closed-since",
        "{",
        "}",
        "[",
        "]",
        ",",
    ];
    let lines = text
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    lines
        .filter(|line| !OURS.iter().any(|ours| line.contains(ours)))
        .map(ToOwned::to_owned)
        .collect()
}

fn scene(seed: u64) -> (Hand, PlanChanges) {
    let mut dice = Dice(seed);
    let count = dice.roll(6);
    let lines: Vec<KeptLine> = (0..count)
        .map(|place| {
            let own = dice.one_in(4);
            let id = if own {
                format!("own-{place}")
            } else {
                format!("amend/law-{place}")
            };
            line(&mut dice, id, own)
        })
        .collect();
    let plan = KeptPlan {
        country: "XAL".to_owned(),
        as_at: None,
        checklists: Vec::new(),
        start: None,
        currency: None,
        publication: None,
        lines,
    };
    let changes = PlanChanges {
        as_at: (!dice.one_in(3)).then(|| "2026-06-30".parse().expect("it is a date")),
        checklists: vec!["budapest".to_owned(), "malabo".to_owned()],
        standings: plan
            .lines
            .iter()
            .filter(|line| !line.own)
            .map(|line| (line.id.clone(), dice.standing()))
            .collect(),
        new_lines: (0..dice.roll(3))
            .map(|place| KeptLine {
                cost: Some(KeptCost {
                    bounds: Span { low: 1, high: 2 },
                    confirmed: false,
                }),
                ..line(&mut dice, format!("new/law-{place}"), false)
            })
            .collect(),
    };
    let end = ["\n", "\n", "\r\n"][dice.roll(3)];
    let mut hand = Hand {
        dice,
        out: String::new(),
        remarks: Vec::new(),
        end,
    };
    hand.plan(&plan);
    (hand, changes)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn no_change_loses_an_edit_or_a_remark(seed: u64) {
        let (hand, changes) = scene(seed);
        let text = hand.out;
        let before = read(&text);
        let new = change_plan(&text, &changes);
        prop_assert!(new.is_ok(), "refused:\n{text}\n{:?}", changes.standings);
        let new = new.expect("it is one");
        let after = read(&new);
        prop_assert!(has_in_order(&new, &hand.remarks), "{text}\n=> {new}");
        prop_assert!(has_in_order(&new, &lines_of_people(&text)), "{text}\n=> {new}");
        let mut kept = own_part(&after);
        let added = kept.lines.split_off(before.lines.len());
        prop_assert_eq!(kept, own_part(&before), "{}\n=> {}", text, new);
        prop_assert_eq!(added.len(), changes.new_lines.len());
        for (old, line) in before.lines.iter().zip(&after.lines) {
            let wanted = changes.standings.iter().find(|(id, _)| *id == line.id);
            let wanted = wanted.map_or(&old.standing, |(_, standing)| standing);
            prop_assert_eq!(line.standing.state, wanted.state);
            let sorted = |ids: &[String]| { let mut ids = ids.to_vec(); ids.sort(); ids };
            prop_assert_eq!(sorted(&line.standing.closes), sorted(&wanted.closes));
            prop_assert_eq!(sorted(&line.standing.supports), sorted(&wanted.supports));
            prop_assert_eq!(sorted(&line.standing.closed_since), sorted(&wanted.closed_since));
        }
        let bare = new.replace("\r\n", "");
        prop_assert!(!text.contains("\r\n") || !bare.contains('\n'), "line ends are mixed");
        let again = PlanChanges { new_lines: Vec::new(), ..changes };
        prop_assert_eq!(change_plan(&new, &again), Ok(new.clone()));
    }

    #[test]
    fn no_text_makes_it_fall(text in "(gapcheck: plan/1\n)?[-a-c:{}\\[\\], \n#'\"|>?!&*]{0,60}") {
        let (_, plan) = kept_plan("plan.yaml", text.clone().into_bytes());
        let changes = PlanChanges { new_lines: vec![KeptLine { id: "a".to_owned(), ..KeptLine::default() }], ..PlanChanges::default() };
        prop_assert!(plan.is_some() || change_plan(&text, &changes).is_err());
    }
}
