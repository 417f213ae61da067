//! The rules of the schema of IATI 2.03 for the elements that are written, and a reader that holds a document against them.
//!
//! Taken from `iati-activities-schema.xsd` and `iati-common.xsd` of release 2.03 (2018-02-19), repository `IATI/IATI-Schemas`: every element in the order in which the schema has it, with how
//! often it must and may stand there, and the attributes it asks for. Elements that are never written are in the order, and may not occur below it.

use roxmltree::{Document, Node};

/// As often as one likes.
const MANY: usize = usize::MAX;

/// What may stand inside an element: name, at least, at most.
type Inside = &'static [(&'static str, usize, usize)];

const ELEMENTS: &[(&str, Inside)] = &[
    ("iati-activities", &[("iati-activity", 1, MANY)]),
    (
        "iati-activity",
        &[
            ("iati-identifier", 1, 1),
            ("reporting-org", 1, 1),
            ("title", 1, 1),
            ("description", 1, MANY),
            ("participating-org", 1, MANY),
            ("other-identifier", 0, MANY),
            ("activity-status", 1, 1),
            ("activity-date", 1, MANY),
            ("contact-info", 0, MANY),
            ("activity-scope", 0, 1),
            ("recipient-country", 0, MANY),
            ("recipient-region", 0, MANY),
            ("location", 0, MANY),
            ("sector", 0, MANY),
            ("tag", 0, MANY),
            ("country-budget-items", 0, 1),
            ("humanitarian-scope", 0, MANY),
            ("policy-marker", 0, MANY),
            ("collaboration-type", 0, 1),
            ("default-flow-type", 0, 1),
            ("default-finance-type", 0, 1),
            ("default-aid-type", 0, MANY),
            ("default-tied-status", 0, 1),
            ("budget", 0, MANY),
            ("planned-disbursement", 0, MANY),
            ("capital-spend", 0, 1),
            ("transaction", 0, MANY),
            ("document-link", 0, MANY),
            ("related-activity", 0, MANY),
            ("legacy-data", 0, MANY),
            ("conditions", 0, 1),
            ("result", 0, MANY),
            ("crs-add", 0, 1),
            ("fss", 0, 1),
        ],
    ),
    ("iati-identifier", &[]),
    ("reporting-org", &[("narrative", 1, MANY)]),
    ("title", &[("narrative", 1, MANY)]),
    ("description", &[("narrative", 1, MANY)]),
    ("comment", &[("narrative", 1, MANY)]),
    ("participating-org", &[("narrative", 0, MANY)]),
    ("provider-org", &[("narrative", 0, MANY)]),
    ("recipient-country", &[("narrative", 0, MANY)]),
    ("recipient-region", &[("narrative", 0, MANY)]),
    ("sector", &[("narrative", 0, MANY)]),
    ("narrative", &[]),
    ("activity-status", &[]),
    ("activity-date", &[("narrative", 0, MANY)]),
    ("activity-scope", &[]),
    ("default-flow-type", &[]),
    ("default-finance-type", &[]),
    ("default-aid-type", &[]),
    ("related-activity", &[]),
    (
        "budget",
        &[
            ("period-start", 1, 1),
            ("period-end", 1, 1),
            ("value", 1, 1),
        ],
    ),
    (
        "planned-disbursement",
        &[
            ("period-start", 1, 1),
            ("period-end", 0, 1),
            ("value", 1, 1),
            ("provider-org", 0, 1),
            ("receiver-org", 0, 1),
        ],
    ),
    ("period-start", &[]),
    ("period-end", &[]),
    ("value", &[]),
    (
        "result",
        &[
            ("title", 1, 1),
            ("description", 0, 1),
            ("document-link", 0, MANY),
            ("reference", 0, MANY),
            ("indicator", 1, MANY),
        ],
    ),
    (
        "indicator",
        &[
            ("title", 1, 1),
            ("description", 0, 1),
            ("document-link", 0, MANY),
            ("reference", 0, MANY),
            ("baseline", 0, MANY),
            ("period", 0, MANY),
        ],
    ),
    (
        "baseline",
        &[
            ("location", 0, MANY),
            ("dimension", 0, MANY),
            ("document-link", 0, MANY),
            ("comment", 0, 1),
        ],
    ),
    (
        "period",
        &[
            ("period-start", 1, 1),
            ("period-end", 1, 1),
            ("target", 0, MANY),
            ("actual", 0, MANY),
        ],
    ),
    (
        "target",
        &[
            ("location", 0, MANY),
            ("dimension", 0, MANY),
            ("comment", 0, 1),
            ("document-link", 0, MANY),
        ],
    ),
];

/// What an attribute holds.
#[derive(Debug, Clone, Copy)]
enum Holds {
    Text,
    Date,
    Year,
    Number,
    YesNo,
    /// A code of the list of that name; the codes that are written.
    Code(&'static [&'static str]),
}

/// Attributes: element, name, whether the schema asks for it, what it holds.
const ATTRIBUTES: &[(&str, &str, bool, Holds)] = &[
    ("iati-activities", "version", true, Holds::Code(&["2.03"])),
    ("iati-activity", "lang", false, Holds::Code(&["en"])),
    ("iati-activity", "default-currency", false, Holds::Text),
    ("iati-activity", "hierarchy", false, Holds::Number),
    ("reporting-org", "ref", true, Holds::Text),
    // OrganisationType
    ("reporting-org", "type", true, Holds::Code(&["10"])),
    // DescriptionType
    (
        "description",
        "type",
        false,
        Holds::Code(&["1", "2", "3", "4"]),
    ),
    // OrganisationRole
    (
        "participating-org",
        "role",
        true,
        Holds::Code(&["1", "2", "3", "4"]),
    ),
    // ActivityStatus
    (
        "activity-status",
        "code",
        true,
        Holds::Code(&["1", "2", "3", "4", "5", "6"]),
    ),
    // ActivityDateType
    (
        "activity-date",
        "type",
        true,
        Holds::Code(&["1", "2", "3", "4"]),
    ),
    ("activity-date", "iso-date", true, Holds::Date),
    // ActivityScope: national
    ("activity-scope", "code", true, Holds::Code(&["4"])),
    ("recipient-country", "code", true, Holds::Text),
    // RegionVocabulary: OECD DAC; Region: developing countries, unspecified
    ("recipient-region", "vocabulary", false, Holds::Code(&["1"])),
    ("recipient-region", "code", true, Holds::Code(&["998"])),
    // SectorVocabulary: OECD DAC purposes; Sector: legal and judicial development
    ("sector", "vocabulary", false, Holds::Code(&["1"])),
    ("sector", "code", true, Holds::Code(&["15130"])),
    // FlowType: official development assistance
    ("default-flow-type", "code", true, Holds::Code(&["10"])),
    // FinanceType: standard grant
    ("default-finance-type", "code", true, Holds::Code(&["110"])),
    // AidTypeVocabulary: OECD DAC; AidType: other technical assistance
    ("default-aid-type", "vocabulary", false, Holds::Code(&["1"])),
    ("default-aid-type", "code", true, Holds::Code(&["D02"])),
    // BudgetType, BudgetStatus: original, indicative
    ("budget", "type", false, Holds::Code(&["1"])),
    ("budget", "status", false, Holds::Code(&["1"])),
    ("planned-disbursement", "type", false, Holds::Code(&["1"])),
    ("period-start", "iso-date", true, Holds::Date),
    ("period-end", "iso-date", true, Holds::Date),
    ("value", "value-date", true, Holds::Date),
    // RelatedActivityType: parent, child
    ("related-activity", "type", true, Holds::Code(&["1", "2"])),
    ("related-activity", "ref", true, Holds::Text),
    // ResultType: output, outcome, impact
    ("result", "type", true, Holds::Code(&["1", "2", "3"])),
    // IndicatorMeasure: unit, percentage, qualitative
    ("indicator", "measure", true, Holds::Code(&["1", "2", "5"])),
    ("indicator", "ascending", false, Holds::YesNo),
    ("baseline", "year", true, Holds::Year),
    ("baseline", "iso-date", false, Holds::Date),
    ("baseline", "value", false, Holds::Number),
    ("target", "value", false, Holds::Number),
];

/// Everything in which the document is not as the schema has it.
pub(super) fn faults(document: &Document<'_>) -> Vec<String> {
    let root = document.root_element();
    let mut faults = Vec::new();
    if root.tag_name().name() != "iati-activities" {
        faults.push(format!("`{}` is the root", root.tag_name().name()));
    }
    for node in root.descendants().filter(Node::is_element) {
        inside(node, &mut faults);
        attributes(node, &mut faults);
    }
    faults
}

/// Where a fault is.
fn place(node: Node<'_, '_>) -> String {
    let position = node.document().text_pos_at(node.range().start);
    format!("line {}, `{}`", position.row, node.tag_name().name())
}

fn inside(node: Node<'_, '_>, faults: &mut Vec<String>) {
    let name = node.tag_name().name();
    let Some((_, allowed)) = ELEMENTS.iter().find(|(one, _)| *one == name) else {
        faults.push(format!("{}: no such element is written", place(node)));
        return;
    };
    let children: Vec<&str> = node
        .children()
        .filter(Node::is_element)
        .map(|child| child.tag_name().name())
        .collect();
    let mut next = 0;
    for (child, least, most) in *allowed {
        let count = children[next..]
            .iter()
            .take_while(|one| *one == child)
            .count();
        if count < *least || count > *most {
            faults.push(format!(
                "{}: `{child}` stands there {count} times",
                place(node)
            ));
        }
        next += count;
    }
    if let Some(child) = children.get(next) {
        faults.push(format!("{}: `{child}` is out of order", place(node)));
    }
    let has_text = node.text().is_some_and(|text| !text.trim().is_empty());
    let wants_text = ["iati-identifier", "narrative", "value"].contains(&name);
    if has_text != wants_text {
        faults.push(format!("{}: text, or none", place(node)));
    }
}

fn attributes(node: Node<'_, '_>, faults: &mut Vec<String>) {
    let name = node.tag_name().name();
    let known = || ATTRIBUTES.iter().filter(|(element, ..)| *element == name);
    for attribute in node.attributes() {
        match known().find(|(_, key, ..)| *key == attribute.name()) {
            None => faults.push(format!("{}: attribute `{}`", place(node), attribute.name())),
            Some((_, key, _, holds)) if !is(*holds, attribute.value()) => {
                faults.push(format!("{}: {key}=\"{}\"", place(node), attribute.value()));
            }
            Some(_) => {}
        }
    }
    for (_, key, wanted, _) in known() {
        let found = node.attributes().any(|attribute| attribute.name() == *key);
        if *wanted && !found {
            faults.push(format!("{}: no `{key}`", place(node)));
        }
    }
}

fn is(holds: Holds, value: &str) -> bool {
    match holds {
        Holds::Text => !value.trim().is_empty(),
        Holds::Date => value.parse::<gapcheck::model::Date>().is_ok(),
        Holds::Year => value.len() == 4 && value.parse::<u32>().is_ok_and(|year| year > 0),
        Holds::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
        Holds::YesNo => ["true", "false"].contains(&value),
        Holds::Code(codes) => codes.contains(&value),
    }
}
