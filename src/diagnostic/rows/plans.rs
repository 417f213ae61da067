//! The diagnostics on measures and on kept plans.

use super::error;
use crate::diagnostic::code::{Code, Row};

pub(super) const ROWS: &[Row] = &[
    error(
        Code::UnknownMeasure,
        "GC0601",
        "unknown measure",
        "A measure comes after others, named by their ids: those of the same file, of other files of yours, or of the library that is shipped. A prerequisite that does not exist would silently be none.",
    ),
    error(
        Code::PrerequisiteCycle,
        "GC0602",
        "measures wait for each other",
        "Each of the measures comes after the next one and the last after the first, so that none could ever begin. Remove the prerequisite that matters least: definitions come before offences, powers before mutual assistance, law before training.",
    ),
    error(
        Code::UnknownOrganisation,
        "GC0603",
        "unknown organisation",
        "Organisations whose mandate a measure is are listed under `organisations`, each with its id, its name and its mandate in a few words, in the same file or in the library that is shipped.",
    ),
    error(
        Code::UnknownUnit,
        "GC0604",
        "unknown unit",
        "What a measure takes is counted in units, such as `person-day` or `workshop`, and each has a cost under `unit-costs`. It is a default that a project replaces by its own; without one the cost of a plan would not be known.",
    ),
    error(
        Code::EmptyAnswer,
        "GC0605",
        "a measure that answers nothing, or everything",
        "Every line of a plan has something behind it. `answers` says what: gaps (by category, model provision, kind of element, and whether law on it is in force), a power in force without safeguards, a treaty not joined, or declarations to be made. An entry without any of these would answer everything, and a list without entries nothing.",
    ),
    error(
        Code::LowAboveHigh,
        "GC0606",
        "a range that ends below where it begins",
        "A range has `low`, the least that is to be expected, and `high`, the most. Where both are the same, the number alone is enough.",
    ),
    error(
        Code::UnknownPlaceholder,
        "GC0607",
        "unknown placeholder",
        "In `title`, `ensure` and `consider` the names {law}, {provisions}, {instrument} and {link} stand for what a line of the plan is about. Anything else in braces would be printed as it is.",
    ),
    error(
        Code::OtherCurrency,
        "GC0608",
        "default costs in two currencies or of two years",
        "Defaults are added up, so that all of them are in one currency and at the prices of one year: those of the library. Costs of your own, in your currency, belong in `gapcheck.toml`, where they go before the defaults.",
    ),
];
