//! The keys of every group of every file kind, in one place: the readers, the messages and the schemas go by it.

use super::fields::Shape;

const fn shape(
    what: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
) -> Shape {
    Shape {
        what,
        required,
        optional,
    }
}

// The catalogue (design, section 3.1).
pub(super) const MODEL_PROVISIONS: Shape =
    shape("a catalogue file", &["gapcheck"], &["provisions", "values"]);
pub(super) const VALUE: Shape = shape("a value", &["id", "unit", "text"], &[]);
pub(super) const PROVISION: Shape = shape(
    "a model provision",
    &["id", "title", "category"],
    &["chain", "summary", "elements", "qualifiers", "includes"],
);
pub(super) const ELEMENT: Shape = shape(
    "an element",
    &["id", "kind", "text"],
    &["role", "weight", "test", "by-name-only"],
);
pub(super) const TEST: Shape = shape("a test", &["value"], &["at-least", "at-most"]);
pub(super) const QUALIFIER: Shape = shape("a qualifier", &["id", "text"], &["narrows", "excludes"]);

// Checklists (design, section 3.2).
pub(super) const CHECKLIST: Shape = shape(
    "a checklist",
    &["gapcheck", "id", "version", "title", "chapters"],
    &["short-title", "instrument", "provisions", "values"],
);
pub(super) const INSTRUMENT: Shape = shape(
    "an instrument",
    &[],
    &[
        "symbol",
        "kind",
        "adopted",
        "in-force",
        "depositary",
        "url",
        "parties",
    ],
);
pub(super) const PARTIES: Shape = shape("`parties`", &["count", "as-at"], &[]);
pub(super) const CHAPTER: Shape = shape("a chapter", &["title", "requirements"], &[]);
pub(super) const REQUIREMENT: Shape = shape(
    "a requirement",
    &["id", "cite", "title", "bindingness", "model", "elements"],
    &[
        "when",
        "permits",
        "gate",
        "weight",
        "alternatives",
        "checked",
        "note",
    ],
);
pub(super) const PERMIT: Shape = shape("a permitted narrowing", &["qualifier", "by"], &["basis"]);

// Legislation files (design, section 3.3).
pub(super) const LEGISLATION: Shape = shape(
    "a legislation file",
    &["gapcheck", "country", "as-at", "status"],
    &[
        "classification",
        "legal-system",
        "uses",
        "treaties",
        "other-treaties",
        "laws",
        "absent",
        "not-applicable",
        "needs",
        "support",
        "state-comment",
    ],
);
pub(super) const COUNTRY: Shape = shape("a country", &["code", "name"], &["region"]);
pub(super) const TREATY: Shape = shape(
    "a treaty",
    &["status"],
    &["since", "declarations", "reservations"],
);
pub(super) const OTHER_TREATY: Shape = shape("another treaty", &["title"], &["status", "since"]);
pub(super) const LAW: Shape = shape(
    "a law",
    &["id", "title", "status"],
    &[
        "number", "kind", "language", "enacted", "in-force", "repealed", "source", "text",
        "sections",
    ],
);
pub(super) const SOURCE: Shape = shape("a source", &[], &["publication", "url", "consulted"]);
pub(super) const SECTION: Shape = shape(
    "a section",
    &["ref"],
    &[
        "heading", "status", "enacted", "in-force", "repealed", "values", "replaces", "covers",
        "outside",
    ],
);
pub(super) const ANNOTATION: Shape = shape(
    "an annotation",
    &["model"],
    &[
        "met",
        "partly",
        "unmet",
        "broader",
        "qualifiers",
        "with",
        "values",
        "quote",
        "translation",
        "note",
        "by",
    ],
);
pub(super) const ASSESSOR: Shape = shape(
    "`by`",
    &[],
    &[
        "assessed",
        "assessed-on",
        "reviewed",
        "reviewed-on",
        "confidence",
    ],
);
pub(super) const ABSENCE: Shape = shape(
    "an absence",
    &["model"],
    &["elements", "searched", "reason"],
);
pub(super) const EXEMPTION: Shape = shape(
    "a requirement that is not applicable",
    &["requirement", "ground"],
    &["because", "review"],
);
pub(super) const NEED: Shape = shape("a need", &["model"], &["why"]);
pub(super) const SUPPORT: Shape = shape(
    "support",
    &["provider"],
    &["project", "from", "to", "covers"],
);

// Kept plans.
pub(super) const PLAN: Shape = shape(
    "a kept plan",
    &["gapcheck", "country", "lines"],
    &["as-at", "checklists", "start", "currency", "publication"],
);
pub(super) const PLAN_LINE: Shape = shape(
    "a line of the plan",
    &["id"],
    &[
        "own",
        "state",
        "closes",
        "supports",
        "closed-since",
        "moved-to",
        "title",
        "lead",
        "partners",
        "begin",
        "end",
        "effort",
        "cost",
        "national",
        "donor",
        "publication",
        "indicators",
        "note",
    ],
);
pub(super) const COST: Shape = shape("`cost`", &["low", "high"], &["confirmed"]);
pub(super) const DONOR: Shape = shape("`donor`", &["name"], &["amount"]);
pub(super) const PLAN_INDICATOR: Shape = shape(
    "an indicator of the plan",
    &["level", "indicator"],
    &["means", "baseline", "target"],
);
// Measures (docs/decisions.md, *The plan*).
pub(super) const MEASURES: Shape = shape(
    "a file of measures",
    &["gapcheck"],
    &["version", "unit-costs", "organisations", "measures"],
);
pub(super) const UNIT_COSTS: Shape = shape("`unit-costs`", &["currency", "year"], &[]);
pub(super) const RANGE: Shape = shape("a range", &["low", "high"], &[]);
pub(super) const ORGANISATION: Shape =
    shape("an organisation", &["id", "name", "mandate"], &["source"]);
pub(super) const MEASURE: Shape = shape(
    "a measure",
    &[
        "id", "title", "ensure", "consider", "type", "role", "per", "answers", "lead", "effort",
        "months",
    ],
    &[
        "chain",
        "partners",
        "after",
        "units",
        "outputs",
        "outcomes",
        "assumptions",
        "risks",
        "organisations",
        "drafting",
    ],
);
pub(super) const ANSWER: Shape = shape(
    "what is answered",
    &[],
    &[
        "categories",
        "models",
        "kinds",
        "law",
        "finding",
        "treaty",
        "declarations",
    ],
);
pub(super) const EFFORT: Shape = shape("`effort`", &["base"], &["per-gap"]);
pub(super) const INDICATOR: Shape = shape("an indicator", &["indicator", "means"], &[]);
// The project file (design, section 3.4); `weights` and `unit` are names with a number each.
pub(super) const PROJECT: Shape = shape(
    "a project file",
    &[],
    &[
        "checklists",
        "countries",
        "language",
        "policy",
        "weights",
        "costs",
    ],
);
pub(super) const POLICY: Shape = shape("`policy`", &[], &["fail-on", "baseline"]);
pub(super) const COSTS: Shape = shape("`costs`", &[], &["currency", "year", "unit"]);

/// Every shape with the name of its definition in the JSON Schemas.
pub(super) const ALL: &[(&str, &Shape)] = &[
    ("model-provisions", &MODEL_PROVISIONS),
    ("value", &VALUE),
    ("provision", &PROVISION),
    ("element", &ELEMENT),
    ("test", &TEST),
    ("qualifier", &QUALIFIER),
    ("checklist", &CHECKLIST),
    ("instrument", &INSTRUMENT),
    ("parties", &PARTIES),
    ("chapter", &CHAPTER),
    ("requirement", &REQUIREMENT),
    ("permit", &PERMIT),
    ("legislation", &LEGISLATION),
    ("country", &COUNTRY),
    ("treaty", &TREATY),
    ("other-treaty", &OTHER_TREATY),
    ("law", &LAW),
    ("source", &SOURCE),
    ("section", &SECTION),
    ("annotation", &ANNOTATION),
    ("assessor", &ASSESSOR),
    ("absence", &ABSENCE),
    ("exemption", &EXEMPTION),
    ("need", &NEED),
    ("support", &SUPPORT),
    ("plan", &PLAN),
    ("plan-line", &PLAN_LINE),
    ("plan-cost", &COST),
    ("plan-donor", &DONOR),
    ("plan-indicator", &PLAN_INDICATOR),
    ("measures", &MEASURES),
    ("unit-costs", &UNIT_COSTS),
    ("range", &RANGE),
    ("organisation", &ORGANISATION),
    ("measure", &MEASURE),
    ("answer", &ANSWER),
    ("effort", &EFFORT),
    ("indicator", &INDICATOR),
    ("config", &PROJECT),
    ("policy", &POLICY),
    ("costs", &COSTS),
];
