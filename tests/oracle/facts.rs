//! What the files say, copied word for word into plain structs: no rule of design section 4 is applied here.
//! An element or qualifier is always held by its full name, `illegal-access/intent`.

use serde_yaml::Value;
use std::collections::BTreeMap;

/// A computed element: `test: { value: max-imprisonment, at-least: 1 year }`.
pub struct Test {
    pub value: String,
    pub comparison: String,
    pub bound: String,
}

pub struct Element {
    pub name: String,
    pub kind: String,
    pub is_limb: bool,
    pub weight: f64,
    pub test: Option<Test>,
    pub by_name_only: bool,
}

/// A narrowing: it `narrows` an element, or `excludes` some.
pub struct Qualifier {
    pub name: String,
    pub narrows: Vec<String>,
    pub excludes: Vec<String>,
}

pub struct Provision {
    pub id: String,
    pub category: String,
    pub elements: Vec<Element>,
    pub qualifiers: Vec<Qualifier>,
}

impl Provision {
    /// The names of all its elements.
    pub fn all(&self) -> Vec<String> {
        let names = self.elements.iter().map(|element| element.name.clone());
        names.collect()
    }

    /// What `all` means in files.
    pub fn core(&self) -> Vec<String> {
        let core = self.elements.iter().filter(|element| !element.by_name_only);
        core.map(|element| element.name.clone()).collect()
    }
}

/// `{ qualifier: security-measures, by: declaration }`.
pub struct Permit {
    pub qualifier: String,
    pub by: String,
}

pub struct Requirement {
    pub id: String,
    pub model: String,
    pub bindingness: String,
    pub weight: f64,
    pub elements: Vec<String>,
    pub permits: Vec<Permit>,
    pub alternatives: Vec<Vec<String>>,
}

pub struct Checklist {
    pub id: String,
    pub requirements: Vec<Requirement>,
}

pub struct Annotation {
    /// The position of its section in `Legislation::sections`.
    pub section: usize,
    pub model: String,
    pub met_all: bool,
    pub met: Vec<String>,
    pub partly: Vec<String>,
    pub unmet: Vec<String>,
    pub broader: Vec<String>,
    pub qualifiers: Vec<String>,
    pub values: BTreeMap<String, String>,
}

/// A section with its law's status and dates where it has none of its own (rule 1).
pub struct Section {
    pub law: String,
    pub reference: String,
    pub status: String,
    pub in_force: Option<String>,
    pub repealed: Option<String>,
    pub replaces: Vec<String>,
    pub values: BTreeMap<String, String>,
}

pub struct Treaty {
    pub status: String,
    pub since: Option<String>,
    pub declarations: Vec<String>,
    pub reservations: Vec<String>,
}

pub struct Legislation {
    pub as_at: String,
    pub treaties: BTreeMap<String, Treaty>,
    /// In the order of the file, as the annotations are.
    pub sections: Vec<Section>,
    pub annotations: Vec<Annotation>,
    pub absent_models: Vec<String>,
    pub absent_elements: Vec<String>,
    /// `budapest/art-10`, full or bare.
    pub not_applicable: Vec<String>,
}

/// The catalogue, with the provisions that checklists carry of their own.
pub fn provisions(catalogue: &[Value], checklists: &[Value]) -> Vec<Provision> {
    let mut all = Vec::new();
    for file in catalogue.iter().chain(checklists) {
        for provision in items(file, "provisions") {
            all.push(read_provision(provision));
        }
    }
    all
}

fn read_provision(value: &Value) -> Provision {
    let id = string(value, "id");
    let mut elements = Vec::new();
    for element in items(value, "elements") {
        elements.push(read_element(&id, element));
    }
    let mut qualifiers = Vec::new();
    for qualifier in items(value, "qualifiers") {
        qualifiers.push(Qualifier {
            name: full(&id, &string(qualifier, "id")),
            narrows: names(&id, qualifier, "narrows"),
            excludes: names(&id, qualifier, "excludes"),
        });
    }
    Provision {
        category: string(value, "category"),
        id,
        elements,
        qualifiers,
    }
}

fn read_element(model: &str, value: &Value) -> Element {
    const CONDITIONS: [&str; 5] = ["mental", "unlawfulness", "safeguard", "limit", "sanction"];
    let kind = string(value, "kind");
    let is_limb = match optional(value, "role") {
        Some(role) => role == "limb",
        None => !CONDITIONS.contains(&kind.as_str()),
    };
    let mut test = None;
    if let Some(written) = value.get("test") {
        for comparison in strings_of_keys(written) {
            if comparison != "value" {
                let bound = string(written, &comparison);
                test = Some(Test {
                    value: string(written, "value"),
                    comparison,
                    bound,
                });
            }
        }
    }
    Element {
        name: full(model, &string(value, "id")),
        kind,
        is_limb,
        weight: weight(value),
        test,
        by_name_only: optional(value, "by-name-only").as_deref() == Some("true"),
    }
}

pub fn checklist(value: &Value, provisions: &[Provision]) -> Checklist {
    let mut requirements = Vec::new();
    for chapter in items(value, "chapters") {
        for requirement in items(chapter, "requirements") {
            requirements.push(read_requirement(requirement, provisions));
        }
    }
    Checklist {
        id: string(value, "id"),
        requirements,
    }
}

fn read_requirement(value: &Value, provisions: &[Provision]) -> Requirement {
    let model = string(value, "model");
    let mut elements = names(&model, value, "elements");
    if strings(value, "elements") == ["all"] {
        elements.clear();
        for provision in provisions.iter().filter(|provision| provision.id == model) {
            elements = provision.core();
        }
    }
    let mut permits = Vec::new();
    for permit in items(value, "permits") {
        let qualifier = full(&model, &string(permit, "qualifier"));
        permits.push(Permit {
            qualifier,
            by: string(permit, "by"),
        });
    }
    let mut alternatives = Vec::new();
    for group in items(value, "alternatives") {
        let members = group.as_sequence().map(Vec::as_slice).unwrap_or_default();
        alternatives.push(
            members
                .iter()
                .map(|member| full(&model, &text(member)))
                .collect(),
        );
    }
    Requirement {
        id: string(value, "id"),
        bindingness: string(value, "bindingness"),
        weight: weight(value),
        model,
        elements,
        permits,
        alternatives,
    }
}

pub fn legislation(value: &Value) -> Legislation {
    let mut file = Legislation {
        as_at: string(value, "as-at"),
        treaties: BTreeMap::new(),
        sections: Vec::new(),
        annotations: Vec::new(),
        absent_models: Vec::new(),
        absent_elements: Vec::new(),
        not_applicable: Vec::new(),
    };
    if let Some(treaties) = value.get("treaties") {
        for checklist in strings_of_keys(treaties) {
            let treaty = read_treaty(&treaties[checklist.as_str()]);
            file.treaties.insert(checklist, treaty);
        }
    }
    for law in items(value, "laws") {
        for section in items(law, "sections") {
            read_section(law, section, &mut file);
        }
    }
    for absent in items(value, "absent") {
        let model = string(absent, "model");
        if absent.get("elements").is_some() {
            file.absent_elements
                .extend(names(&model, absent, "elements"));
        } else {
            file.absent_models.push(model);
        }
    }
    for entry in items(value, "not-applicable") {
        file.not_applicable.push(string(entry, "requirement"));
    }
    file
}

fn read_treaty(value: &Value) -> Treaty {
    Treaty {
        status: string(value, "status"),
        since: optional(value, "since"),
        declarations: strings(value, "declarations"),
        reservations: strings(value, "reservations"),
    }
}

fn read_section(law: &Value, value: &Value, file: &mut Legislation) {
    let of_section_or_law = |key: &str| optional(value, key).or(optional(law, key));
    for cover in items(value, "covers") {
        let model = string(cover, "model");
        let judged = |key: &str| {
            let map = cover.get(key).map(strings_of_keys).unwrap_or_default();
            map.iter()
                .map(|element| full(&model, element))
                .collect::<Vec<String>>()
        };
        file.annotations.push(Annotation {
            section: file.sections.len(),
            met_all: strings(cover, "met") == ["all"],
            met: names(&model, cover, "met"),
            partly: judged("partly"),
            unmet: judged("unmet"),
            broader: judged("broader"),
            qualifiers: names(&model, cover, "qualifiers"),
            values: values(cover),
            model,
        });
    }
    file.sections.push(Section {
        law: string(law, "id"),
        reference: string(value, "ref"),
        status: of_section_or_law("status").unwrap_or_default(),
        in_force: of_section_or_law("in-force"),
        repealed: of_section_or_law("repealed"),
        replaces: strings(value, "replaces"),
        values: values(value),
    });
}

fn values(value: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Some(written) = value.get("values") {
        for name in strings_of_keys(written) {
            found.insert(name.clone(), string(written, &name));
        }
    }
    found
}

/// `intent` of the model `illegal-access` is `illegal-access/intent`; a full name stays.
pub fn full(model: &str, name: &str) -> String {
    if name.contains('/') {
        name.to_owned()
    } else {
        format!("{model}/{name}")
    }
}

/// The provision that an element or a qualifier belongs to.
pub fn model_of(name: &str) -> &str {
    name.split('/').next().unwrap_or_default()
}

fn names(model: &str, value: &Value, key: &str) -> Vec<String> {
    strings(value, key)
        .iter()
        .map(|name| full(model, name))
        .collect()
}

fn weight(value: &Value) -> f64 {
    optional(value, "weight").map_or(1.0, |weight| weight.parse().expect("a weight is a number"))
}

pub fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value
        .get(key)
        .and_then(Value::as_sequence)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

pub fn string(value: &Value, key: &str) -> String {
    optional(value, key).unwrap_or_default()
}

fn optional(value: &Value, key: &str) -> Option<String> {
    value.get(key).filter(|found| !found.is_null()).map(text)
}

/// A list of scalars, or one scalar alone.
fn strings(value: &Value, key: &str) -> Vec<String> {
    match value.get(key) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Sequence(list)) => list.iter().map(text).collect(),
        Some(scalar) => vec![text(scalar)],
    }
}

fn strings_of_keys(map: &Value) -> Vec<String> {
    map.as_mapping()
        .into_iter()
        .flat_map(|map| map.keys())
        .map(text)
        .collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => {
            panic!("a scalar was expected, not {value:?}")
        }
    }
}
