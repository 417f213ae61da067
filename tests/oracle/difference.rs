//! Lays the product's JSON (design section 6) beside the naive assessment. It judges neither.

use crate::naive::{Assessment, ChecklistResult, RequirementResult};
use crate::rules::Interval;
use crate::scores::Total;
use serde_json::Value;

/// Every difference, one sentence each; none where both agree. Figures may differ by 1e-6.
pub fn compare(product: &Value, naive: &Assessment) -> Vec<String> {
    let mut differences = Differences(Vec::new());
    differences.text("as-at", &product["as-at"], &naive.as_at);
    let ours: Vec<&str> = naive.checklists.iter().map(|c| c.id.as_str()).collect();
    differences.list("checklists", &ids(&product["checklists"], "id"), &ours);
    for checklist in &naive.checklists {
        if let Some(theirs) = by_id(&product["checklists"], &checklist.id) {
            differences.checklist(theirs, checklist, naive);
        }
    }
    let mut theirs = Vec::new();
    for finding in array(&product["findings"]) {
        let kind = as_text(&finding["kind"]);
        if kind == "unsafeguarded-power" || kind == "safeguards-not-determined" {
            let model = as_text(&finding["model"]);
            let elements = array(&finding["elements"]).iter().map(as_text);
            let mut elements: Vec<String> = elements.map(|e| full(&model, &e)).collect();
            elements.sort();
            theirs.push(format!("{kind} {model} {}", elements.join(" ")));
        }
    }
    let mut ours = Vec::new();
    for finding in &naive.findings {
        let elements = finding.elements.join(" ");
        ours.push(format!("{} {} {elements}", finding.kind, finding.model));
    }
    differences.set("findings", &theirs, &ours);
    differences.0
}

struct Differences(Vec<String>);

impl Differences {
    fn say(&mut self, place: &str, theirs: &str, ours: &str) {
        self.0
            .push(format!("{place}: product {theirs}, naive {ours}"));
    }

    fn text(&mut self, place: &str, theirs: &Value, ours: &str) {
        if theirs.as_str() != Some(ours) {
            self.say(place, &theirs.to_string(), ours);
        }
    }

    fn count(&mut self, place: &str, theirs: &Value, ours: usize) {
        // A count that is left out is none.
        if theirs.as_u64().unwrap_or(0) != ours as u64 {
            self.say(place, &theirs.to_string(), &ours.to_string());
        }
    }

    /// In the same order.
    fn list(&mut self, place: &str, theirs: &[String], ours: &[&str]) {
        if theirs != ours {
            self.say(place, &theirs.join(", "), &ours.join(", "));
        }
    }

    /// In any order, each as often as it comes.
    fn set(&mut self, place: &str, theirs: &[String], ours: &[String]) {
        let (mut theirs, mut ours) = (theirs.to_vec(), ours.to_vec());
        theirs.sort();
        theirs.dedup();
        ours.sort();
        ours.dedup();
        for name in theirs.iter().filter(|name| !ours.contains(name)) {
            self.0.push(format!("{place}: only the product has {name}"));
        }
        for name in ours.iter().filter(|name| !theirs.contains(name)) {
            self.0.push(format!("{place}: only the naive has {name}"));
        }
    }

    fn interval(&mut self, place: &str, theirs: &Value, ours: Interval) {
        let close = |key: &str, ours: f64| {
            theirs[key]
                .as_f64()
                .is_some_and(|f| (f - ours).abs() <= 1e-6)
        };
        if !close("low", ours.low) || !close("high", ours.high) {
            let theirs = format!("[{}, {}]", theirs["low"], theirs["high"]);
            self.say(place, &theirs, &format!("[{}, {}]", ours.low, ours.high));
        }
    }

    fn score(&mut self, place: &str, theirs: &Value, ours: Option<Interval>) {
        match ours {
            Some(ours) => self.interval(place, theirs, ours),
            None if theirs.is_null() => {}
            None => self.say(place, &theirs.to_string(), "null"),
        }
    }

    fn total(&mut self, place: &str, theirs: &Value, ours: &Total) {
        const VERDICTS: [&str; 5] = [
            "in-place",
            "partly-in-place",
            "not-in-place",
            "not-applicable",
            "not-determined",
        ];
        self.score(&format!("{place} score"), &theirs["score"], ours.score);
        let elements = &theirs["elements"];
        let determined = &elements["determined"];
        self.count(&format!("{place} determined"), determined, ours.determined);
        self.count(&format!("{place} total"), &elements["total"], ours.elements);
        for verdict in VERDICTS {
            let ours = ours.counts.get(verdict).copied().unwrap_or(0);
            let theirs = &theirs["counts"][verdict];
            self.count(&format!("{place} counts.{verdict}"), theirs, ours);
        }
    }

    fn checklist(&mut self, theirs: &Value, ours: &ChecklistResult, naive: &Assessment) {
        self.total(&ours.id, theirs, &ours.scored);
        let place = format!("{} optional", ours.id);
        self.total(&place, &theirs["optional"], &ours.optional);
        let wanted: Vec<&str> = ours.requirements.iter().map(|r| r.id.as_str()).collect();
        let place = format!("{} requirements", ours.id);
        self.list(&place, &ids(&theirs["requirements"], "id"), &wanted);

        let mut then = None;
        for second in naive.if_enacted.iter().flatten() {
            if second.id == ours.id {
                then = Some(second);
            }
        }
        for (position, requirement) in ours.requirements.iter().enumerate() {
            let Some(theirs) = by_id(&theirs["requirements"], &requirement.id) else {
                continue;
            };
            let place = format!("{}/{}", ours.id, requirement.id);
            self.requirement(&place, theirs, requirement);
            let then = then.map(|second| &second.requirements[position]);
            self.if_enacted(&place, &theirs["if-enacted"], requirement, then);
        }
    }

    fn requirement(&mut self, place: &str, theirs: &Value, ours: &RequirementResult) {
        self.verdict(place, theirs, ours);
        if theirs["combined"].as_bool().unwrap_or(false) != ours.combined {
            let place = format!("{place} combined");
            self.say(
                &place,
                &theirs["combined"].to_string(),
                &ours.combined.to_string(),
            );
        }
        for (key, named) in [("gaps", &ours.gaps), ("could-add", &ours.could_add)] {
            self.set(&format!("{place} {key}"), &ids(&theirs[key], "id"), named);
        }
        // The design does not say what a requirement that an entry sets aside still lists.
        if !ours.set_aside {
            let theirs = ids(&theirs["excused"], "element");
            self.set(&format!("{place} excused"), &theirs, &ours.excused);
        }
        if ours.score.is_none() {
            return;
        }
        let wanted: Vec<&str> = ours.elements.iter().map(|e| e.id.as_str()).collect();
        let place = format!("{place} element");
        self.list(&place, &ids(&theirs["elements"], "id"), &wanted);
        for element in &ours.elements {
            if let Some(theirs) = by_id(&theirs["elements"], &element.id) {
                let place = format!("{place} {}", element.id);
                self.text(&place, &theirs["verdict"], &element.verdict);
                self.interval(&place, theirs, element.value);
            }
        }
    }

    fn verdict(&mut self, place: &str, theirs: &Value, ours: &RequirementResult) {
        self.text(
            &format!("{place} verdict"),
            &theirs["verdict"],
            &ours.verdict,
        );
        let range: Vec<String> = array(&theirs["range"]).iter().map(as_text).collect();
        let wanted: Vec<&str> = match &ours.range {
            Some((lowest, highest)) => vec![lowest, highest],
            None => Vec::new(),
        };
        self.list(&format!("{place} range"), &range, &wanted);
        self.score(&format!("{place} score"), &theirs["score"], ours.score);
    }

    /// Rule 11: what the bills close and open, besides the second verdict.
    fn if_enacted(
        &mut self,
        place: &str,
        theirs: &Value,
        now: &RequirementResult,
        then: Option<&RequirementResult>,
    ) {
        let place = format!("{place} if-enacted");
        let Some(then) = then else {
            if !theirs.is_null() {
                self.say(&place, "something", "null");
            }
            return;
        };
        self.verdict(&place, theirs, then);
        let before = [now.gaps.as_slice(), &now.could_add].concat();
        let after = [then.gaps.as_slice(), &then.could_add].concat();
        let without = |all: &[String], taken: &[String]| {
            let left = all.iter().filter(|gap| !taken.contains(gap));
            left.cloned().collect::<Vec<String>>()
        };
        let closes = without(&before, &after);
        let opens = without(&after, &before);
        self.set(
            &format!("{place} closes"),
            &ids(&theirs["closes"], "id"),
            &closes,
        );
        self.set(
            &format!("{place} opens"),
            &ids(&theirs["opens"], "id"),
            &opens,
        );
    }
}

/// A list of names, or of objects that hold the name under `key`.
fn ids(list: &Value, key: &str) -> Vec<String> {
    let name = |item: &Value| match item.get(key) {
        Some(name) => as_text(name),
        None => as_text(item),
    };
    array(list).iter().map(name).collect()
}

fn by_id<'v>(list: &'v Value, id: &str) -> Option<&'v Value> {
    array(list).iter().find(|item| item["id"] == id)
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn as_text(value: &Value) -> String {
    let text = value.as_str().map(str::to_owned);
    text.unwrap_or_else(|| value.to_string())
}

fn full(model: &str, name: &str) -> String {
    crate::facts::full(model, name)
}
