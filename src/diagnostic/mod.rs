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
    /// Where a rule of the project is broken: the rule, and what breaks it.
    pub broken: Option<BrokenRule>,
}

/// A rule of the user's that a file breaks, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRule {
    /// The rule as it was written.
    pub rule: String,
    /// What it was tested on, such as an instrument and a country.
    pub subject: String,
    /// The ids of what breaks it.
    pub concerns: Vec<String>,
}

/// Everything found in one file, errors and warnings, up to the limit.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    error_count: usize,
    warning_count: usize,
    held: Vec<String>,
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
        self.add(code, span, message.into(), help.into(), None);
    }

    /// Adds that a rule of the user's is broken.
    pub fn push_broken(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
        broken: BrokenRule,
    ) {
        self.add(code, span, message.into(), help.into(), Some(broken));
    }

    /// Adds a test that the file passed, by name; formats that count tests show it.
    pub fn hold(&mut self, name: impl Into<String>) {
        self.held.push(name.into());
    }

    /// The tests that the file passed.
    #[must_use]
    pub fn held(&self) -> &[String] {
        &self.held
    }

    fn add(
        &mut self,
        code: Code,
        span: Span,
        message: String,
        help: String,
        broken: Option<BrokenRule>,
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
                message,
                help,
                broken,
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
