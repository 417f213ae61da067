//! Every kind of diagnostic there is.

use super::rows::ROWS;

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can't be used.
    Error,
    /// The file can be used, but a careful reader would ask.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A kind of diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained in its row")]
pub enum Code {
    NotText,
    EmptyFile,
    TooLarge,
    Syntax,
    TooDeep,
    Alias,
    Tag,
    SecondDocument,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    WrongShape,
    EmptyValue,
    UnknownWord,
    BadDate,
    BadId,
    WrongKind,
    BadCountry,
    BadValue,
    UnknownProvision,
    UnknownElement,
    UnknownQualifier,
    UnknownLaw,
    UnknownSection,
    UnknownChecklist,
    UnknownRequirement,
    UnknownValue,
    Umbrella,
    DuplicateId,
    NamedTwice,
    ComputedElement,
    NotPermitted,
    PartyTooEarly,
    AbsentButFound,
    NoReservation,
    OverlappingPeriods,
    DatesOutOfOrder,
    QuoteNotFound,
    UnreadableReference,
    BadTest,
    MissingCondition,
    NoSource,
    NoDate,
    NoQuote,
    NoSearch,
    NoReason,
    NoLawText,
    IdleSupport,
    OtherGround,
    BadRule,
    BadBaseline,
    RuleOnGaps,
    RuleOnGates,
    RuleOnNewGaps,
    RuleOnFindings,
    RuleOnFigures,
    UnknownMeasure,
    PrerequisiteCycle,
    UnknownOrganisation,
    UnknownUnit,
    EmptyAnswer,
    LowAboveHigh,
    UnknownPlaceholder,
    OtherCurrency,
}

/// What is known of a kind of diagnostic.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The kind.
    pub code: Code,
    /// Its public number, such as `GC0102`; never reused.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Its name in a few words.
    pub title: &'static str,
    /// What it means and what to do, for a reader who has never seen one.
    pub explanation: &'static str,
}

impl Code {
    /// What is known of this kind.
    #[must_use]
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Its public number.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// All kinds, by number.
    #[must_use]
    pub fn all() -> &'static [Row] {
        ROWS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_finds_its_own_row() {
        for (place, row) in ROWS.iter().enumerate() {
            assert_eq!(row.code as usize, place, "{}", row.id);
        }
    }

    #[test]
    fn numbers_ascend_and_are_unique() {
        assert!(ROWS.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}
