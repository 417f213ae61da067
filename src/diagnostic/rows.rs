//! The table of diagnostics: number, name and explanation of each.

mod plans;

use super::code::{Code, Row, Severity};

const fn error(
    code: Code,
    id: &'static str,
    title: &'static str,
    explanation: &'static str,
) -> Row {
    Row {
        code,
        id,
        severity: Severity::Error,
        title,
        explanation,
    }
}

const fn warning(
    code: Code,
    id: &'static str,
    title: &'static str,
    explanation: &'static str,
) -> Row {
    Row {
        code,
        id,
        severity: Severity::Warning,
        title,
        explanation,
    }
}

/// Every row, by number.
pub(super) const ROWS: &[Row] = &joined();

const fn joined() -> [Row; OF_FILES.len() + plans::ROWS.len()] {
    let mut all = [OF_FILES[0]; OF_FILES.len() + plans::ROWS.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < OF_FILES.len() {
            OF_FILES[place]
        } else {
            plans::ROWS[place - OF_FILES.len()]
        };
        place += 1;
    }
    all
}

const _: () = assert!(
    ROWS.len() == Code::OtherCurrency as usize + 1,
    "each code has one row"
);

const OF_FILES: &[Row] = &[
    error(
        Code::NotText,
        "GC0001",
        "not a text file in UTF-8",
        "gapcheck reads plain text in the encoding UTF-8. Word documents, spreadsheets and PDF files are no plain text, and some editors save text in older encodings (Latin-1, Windows-1252) or in UTF-16. Open the file in a text editor and save it again with the encoding UTF-8.",
    ),
    error(
        Code::EmptyFile,
        "GC0002",
        "the file is empty",
        "There is nothing in the file but white space or comments. `gapcheck init CODE` writes a file to start from.",
    ),
    error(
        Code::TooLarge,
        "GC0003",
        "the file is too large",
        "A file may have at most 64 MB. A legislation file holds section numbers, findings and short quotations; the text of a law belongs in a file of its own, named by the key `text` of the law.",
    ),
    error(
        Code::Syntax,
        "GC0004",
        "the text is not well-formed",
        "The file can't be read as YAML (or TOML). The usual causes in YAML: a line indented by a different number of spaces than its neighbours, a tab used for indentation, a quotation mark or bracket that is not closed, or a text that holds a colon followed by a space and therefore needs quotation marks around it.",
    ),
    error(
        Code::TooDeep,
        "GC0005",
        "nested too deeply",
        "No file of gapcheck needs more than a few levels of nesting; 128 is the limit, which protects the reader against hostile files.",
    ),
    error(
        Code::Alias,
        "GC0006",
        "anchors and aliases are not allowed",
        "YAML lets one write `&name` and later `*name` for the same thing. gapcheck refuses both, because a short file could stand for a gigantic one, and because a reader of the file should see what is said where it is said. Write the value out, or put it in quotation marks if it only looks like an alias.",
    ),
    error(
        Code::Tag,
        "GC0007",
        "tags are not allowed",
        "A value that begins with `!` is a YAML tag, which changes what the value means to some programs. Remove it, or put the value in quotation marks if the exclamation mark belongs to it.",
    ),
    error(
        Code::SecondDocument,
        "GC0008",
        "more than one document in the file",
        "A line with `---` in the middle of a YAML file begins a second document. Keep one document in a file.",
    ),
    error(
        Code::DuplicateKey,
        "GC0009",
        "the same key twice",
        "A key may stand only once in a group of keys; of two values, gapcheck will not guess which is meant. Remove one, or join their contents.",
    ),
    error(
        Code::UnknownKey,
        "GC0010",
        "unknown key",
        "The key means nothing here: it is misspelt, or it belongs one level higher or lower. Keys that begin with `x-` are kept for your own use and ignored.",
    ),
    error(
        Code::MissingKey,
        "GC0011",
        "a required key is missing",
        "Without this key the entry can't be used.",
    ),
    error(
        Code::WrongShape,
        "GC0012",
        "a different kind of value is wanted",
        "Some keys take a single text, some a list (`[a, b]`, or lines that begin with `- `), some a group of keys. The message says which is wanted here.",
    ),
    error(
        Code::EmptyValue,
        "GC0013",
        "the value is empty",
        "The key stands there with nothing after it. Write the value, or remove the key. Inside `{ }` a comma ends a value: where the key is really the rest of a sentence, put the whole sentence in quotation marks.",
    ),
    error(
        Code::UnknownWord,
        "GC0014",
        "not one of the words allowed here",
        "Some keys take one word of a closed list, such as the status of a law. The help of the message gives the list.",
    ),
    error(
        Code::BadDate,
        "GC0015",
        "not a date",
        "Dates are written year, month and day with hyphens, as in 2026-06-30, and must be days of the calendar: there is no 31 June.",
    ),
    error(
        Code::BadId,
        "GC0016",
        "not an id",
        "Ids are written in lower-case letters, digits and single hyphens: `penal-code`. They stand in cross-references, reports and plans, and so must be easy to type in any language.",
    ),
    error(
        Code::WrongKind,
        "GC0017",
        "not the kind of file that is wanted",
        "The first key of every file says what it is: `gapcheck: legislation/1`, `gapcheck: checklist/1` or `gapcheck: model-provisions/1`. The figure is the version of the format.",
    ),
    error(
        Code::BadCountry,
        "GC0018",
        "not a country code",
        "A country is given by its two or three capital letters of ISO 3166-1, such as DE or DEU; the codes XAA to XZZ are for fictional countries.",
    ),
    error(
        Code::BadValue,
        "GC0019",
        "not a value of this kind",
        "A term is written as a number and a unit (`5 years`, `90 days`, `1 year 6 months`) or `life` or `unlimited`; a number with digits; a yes-no value `yes` or `no`. Weights are numbers above 0.",
    ),
    error(
        Code::UnknownProvision,
        "GC0101",
        "unknown model provision",
        "There is no model provision of that id in the catalogue nor in a checklist that this file uses. `gapcheck checklists crosswalk` lists all ids with the articles they belong to.",
    ),
    error(
        Code::UnknownElement,
        "GC0102",
        "unknown element",
        "The model provision has no element of that id. `gapcheck checklists show ID` lists the elements of each article.",
    ),
    error(
        Code::UnknownQualifier,
        "GC0103",
        "unknown qualifier",
        "The model provision has no qualifier of that id. Qualifiers are the narrowings that are met in practice; one that is missing in the catalogue is written as `partly` with its reason.",
    ),
    error(
        Code::UnknownLaw,
        "GC0104",
        "unknown law",
        "No law of the file has that id. Every law that is cited stands under `laws` with an `id`.",
    ),
    error(
        Code::UnknownSection,
        "GC0105",
        "unknown section",
        "The section cited is not in the file. A section of the same law is cited by its `ref` alone, one of another law as `LAW-ID REF`; supporting sections that say nothing by themselves are listed with their `ref` and `heading`.",
    ),
    error(
        Code::UnknownChecklist,
        "GC0106",
        "unknown checklist",
        "There is no checklist of that id. `gapcheck checklists list` shows those that are shipped; your own are named under `uses` or by `--checklist PATH`.",
    ),
    error(
        Code::UnknownRequirement,
        "GC0107",
        "unknown requirement",
        "The checklist has no such requirement. Requirements are written `CHECKLIST/ID`, such as `budapest/art-10`; the id of an article that is split into parts stands for all of them.",
    ),
    error(
        Code::UnknownValue,
        "GC0108",
        "unknown value",
        "Values of sections are named in the catalogue, such as `max-imprisonment`.",
    ),
    error(
        Code::Umbrella,
        "GC0109",
        "an umbrella can't be annotated",
        "The id stands for several model provisions, such as `jurisdiction` for territory, ships, nationals and so on. Annotate the one that is meant.",
    ),
    error(
        Code::DuplicateId,
        "GC0110",
        "the same id twice",
        "Ids are used in cross-references and must be unique in their list.",
    ),
    error(
        Code::NamedTwice,
        "GC0201",
        "an element is judged twice",
        "In one annotation an element stands under one of `met`, `partly`, `unmet` and `broader`, and once. Decide which it is.",
    ),
    error(
        Code::ComputedElement,
        "GC0202",
        "the element is computed from a value",
        "Some elements are thresholds, such as a maximum penalty of at least one year. They are never asserted: give the value under `values`, and gapcheck compares.",
    ),
    error(
        Code::NotPermitted,
        "GC0203",
        "the instrument permits no such declaration or reservation",
        "A country can declare or reserve only what an article of the instrument allows, and in the form it allows. `gapcheck checklists show ID` lists what may be declared and what may be reserved.",
    ),
    error(
        Code::PartyTooEarly,
        "GC0204",
        "bound only after the date of the file",
        "The file says that the country is a party, but only since a date after its `as-at` date. Correct one of the dates, or write `signatory`.",
    ),
    error(
        Code::AbsentButFound,
        "GC0205",
        "listed as absent and found at the same time",
        "The file says under `absent` that something is not in the law, and an annotation of a section in force says that it is. One of the two is wrong.",
    ),
    error(
        Code::NoReservation,
        "GC0206",
        "no such reservation was made",
        "The requirement is said not to apply because of a reservation, but the file lists none under `treaties` that this requirement permits. Only what a party has reserved falls away.",
    ),
    error(
        Code::OverlappingPeriods,
        "GC0207",
        "the same section twice at the same time",
        "One section may stand twice in a law, with its old and its new wording, if the periods in which they apply don't overlap: give the old one a `repealed` date and the new one an `in-force` date.",
    ),
    error(
        Code::DatesOutOfOrder,
        "GC0208",
        "dates in an impossible order",
        "A law is enacted, comes into force and is repealed in this order, and a piece of work begins before it ends.",
    ),
    error(
        Code::QuoteNotFound,
        "GC0209",
        "the quotation is not in the text of the law",
        "The file names the text of the law, and the words quoted are not found in it. White space, kinds of quotation marks and dashes don't matter; `...` stands for words left out. Copy the words from the text.",
    ),
    error(
        Code::UnreadableReference,
        "GC0210",
        "a file named here can't be used",
        "The file names another file, which is missing or has mistakes of its own. Paths are relative to the folder of the file that names them.",
    ),
    error(
        Code::BadTest,
        "GC0211",
        "a test that can't be computed",
        "A test names a value of the catalogue and one figure, `at-least` or `at-most`, in the unit of that value.",
    ),
    error(
        Code::MissingCondition,
        "GC0212",
        "a conditional requirement without its condition",
        "A requirement with `bindingness: conditional` says under `when` in words under what condition it binds.",
    ),
    warning(
        Code::NoSource,
        "GC0301",
        "the law has no source",
        "A reader wants to know where the law was read: give `source` with a publication or an address and the date on which it was consulted.",
    ),
    warning(
        Code::NoDate,
        "GC0302",
        "the law in force has no date",
        "Without the date of entry into force the law counts at any date, and comparisons over time can't tell old from new. Give `in-force`.",
    ),
    warning(
        Code::NoQuote,
        "GC0303",
        "a finding without a quotation",
        "A claim that an element is met should show the words of the law. Give `quote`, and `translation` if the law is in a language that the readers of the report don't share.",
    ),
    warning(
        Code::NoSearch,
        "GC0304",
        "an absence without a search",
        "That something is absent can only be said of the laws that were searched: list them under `searched`.",
    ),
    warning(
        Code::NoReason,
        "GC0305",
        "an absence without a reason",
        "Say in a sentence why the law is held not to contain it; the report prints the sentence.",
    ),
    warning(
        Code::NoLawText,
        "GC0306",
        "the text of the law is not there",
        "The file names a text for the law which can't be read, so quotations were not compared with it.",
    ),
    warning(
        Code::IdleSupport,
        "GC0307",
        "a supporting section that is not in force",
        "The annotation relies on a section that does not count at the date of the file: it is not yet in force, no longer in force, or replaced.",
    ),
    warning(
        Code::OtherGround,
        "GC0308",
        "a mandatory requirement is left out on another ground",
        "A mandatory requirement falls away because of a reservation, or because it does not apply to any such State. Another ground may be right, but a reviewer will ask.",
    ),
    error(
        Code::BadRule,
        "GC0401",
        "not a rule",
        "A rule is a name (`gate-gap`) or a measure with a limit (`unknown>20%`, `score-low<0.6`), and may be about one instrument alone (`budapest:gaps>5`). It is broken where it is true. `docs/decisions.md` has the grammar.",
    ),
    error(
        Code::BadBaseline,
        "GC0402",
        "not a report to compare with",
        "A baseline is a report of `gapcheck assess FILE... --format json`. What it has, no rule fails on again.",
    ),
    error(
        Code::RuleOnGaps,
        "GC0501",
        "a rule of the project: a gap",
        "Nothing is wrong with the file: the project set the rule that there be no gap, and there is one. Mend the law, or change the rule; `--baseline FILE` lets only what is new fail.",
    ),
    error(
        Code::RuleOnGates,
        "GC0502",
        "a rule of the project: a gap in a gate",
        "Nothing is wrong with the file: the project set the rule that there be no gap in a requirement marked as a gate, and there is one. These are the articles on which cooperation hangs.",
    ),
    error(
        Code::RuleOnNewGaps,
        "GC0503",
        "a rule of the project: a new gap",
        "Nothing is wrong with the file: there is a gap that the baseline does not have. Gaps are compared by their ids. A new gap may come from the law, from a finding about it, or from a newer checklist.",
    ),
    error(
        Code::RuleOnFindings,
        "GC0504",
        "a rule of the project: a finding for human-rights review",
        "Nothing is wrong with the file: the project set the rule that there be no such finding (a power without a safeguard, for example), and there is one.",
    ),
    error(
        Code::RuleOnFigures,
        "GC0505",
        "a rule of the project: a figure beyond its limit",
        "Nothing is wrong with the file: a figure stands where the project's rule says that it must not. Whether a low score comes from gaps or from what nobody has looked at, the interval tells.",
    ),
];
