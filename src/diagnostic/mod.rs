//! What is wrong with a file, where, and what to type instead. It knows text and places, and no law.

mod code;
mod emit;
mod rows;
mod source;

pub use code::{Code, Row, Severity};
pub use emit::{EMITTERS, Emitter, emitter, summary};
pub use source::{Position, Source, Span};

/// The most diagnostics that are kept for one file (design, section 8).
pub const LIMIT: usize = 100;

/// One mistake or doubt in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind.
    pub code: Code,
    /// Where: the offending key or value.
    pub span: Span,
    /// What is wrong, naming the offender.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// Everything found in one file, errors and warnings, up to the limit.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    error_count: usize,
    warning_count: usize,
}

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (list, count) = match code.row().severity {
            Severity::Error => (&mut self.errors, &mut self.error_count),
            Severity::Warning => (&mut self.warnings, &mut self.warning_count),
        };
        *count += 1;
        if list.len() < LIMIT {
            list.push(Diagnostic {
                code,
                span,
                message: message.into(),
                help: help.into(),
            });
        }
    }

    /// Whether an error of that kind was found.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.errors.iter().any(|found| found.code == code)
    }

    /// How many errors were found, kept or not.
    #[must_use]
    pub fn error_count(&self) -> usize {
        self.error_count
    }

    /// How many warnings were found, kept or not.
    #[must_use]
    pub fn warning_count(&self) -> usize {
        self.warning_count
    }

    /// The diagnostics to show, in the order of the text: all errors before any warning is left out.
    #[must_use]
    pub fn shown(&self) -> Vec<&Diagnostic> {
        let room = LIMIT.saturating_sub(self.errors.len());
        let mut shown: Vec<&Diagnostic> = self
            .errors
            .iter()
            .chain(self.warnings.iter().take(room))
            .collect();
        shown.sort_by_key(|found| (found.span.start, found.span.end, found.code));
        shown
    }

    /// The value, unless an error was found: the one door out of loading.
    #[must_use]
    pub fn admit<T>(&self, value: Option<T>) -> Option<T> {
        value.filter(|_| self.error_count == 0)
    }
}

/// A file's text together with what was found in it.
#[derive(Debug)]
pub struct Examined {
    /// The file.
    pub source: Source,
    /// What was found.
    pub diagnostics: Diagnostics,
}

/// A user's word as it is quoted in a message: in backticks, on one line, without control characters, and not too long.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::from("`");
    for (place, character) in text.chars().enumerate() {
        if place == LONGEST {
            out.push('…');
            break;
        }
        if character.is_control() || source::is_bidi_control(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out.push('`');
    out
}

/// `1 error`, `2 errors`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}
