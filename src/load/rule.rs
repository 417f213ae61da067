//! The grammar of rules (`docs/decisions.md`): text into rules, or what is wrong with it and where.

use std::ops::Range;

use super::suggest::nearest;
use crate::diagnostic::quoted;
use crate::model::{Comparison, Condition, Gauge, Limit, Occurrence, Rule, Scale, Word, is_id};

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleMistake {
    /// The bytes of the text that are wrong.
    pub place: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// A part of a text, and where it begins.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Piece<'t> {
    /// The part without the white space around it.
    fn trimmed(self) -> Self {
        let lead = self.text.len() - self.text.trim_start().len();
        Self {
            text: self.text.trim(),
            start: self.start + lead,
        }
    }

    /// Both sides of a place.
    fn split_at(self, place: usize) -> (Self, Self) {
        let (before, after) = self.text.split_at(place);
        let rest = Self {
            text: after,
            start: self.start + place,
        };
        let first = Self {
            text: before,
            ..self
        };
        (first, rest)
    }

    fn wrong(self, message: impl Into<String>, help: impl Into<String>) -> RuleMistake {
        // Where nothing stands, the place is shown all the same.
        let end = self.start + self.text.len().max(1);
        RuleMistake {
            place: self.start..end,
            message: message.into(),
            help: help.into(),
        }
    }
}

/// The rules in a text, separated by commas; or every mistake in it.
///
/// # Errors
///
/// Where a rule can't be read.
pub fn rules(text: &str) -> Result<Vec<Rule>, Vec<RuleMistake>> {
    let mut rules = Vec::new();
    let mut mistakes = Vec::new();
    let mut start = 0;
    for text in text.split(',') {
        match rule(Piece { text, start }.trimmed()) {
            Ok(rule) => rules.push(rule),
            Err(mistake) => mistakes.push(mistake),
        }
        start += text.len() + 1;
    }
    if mistakes.is_empty() {
        Ok(rules)
    } else {
        Err(mistakes)
    }
}

fn rule(whole: Piece<'_>) -> Result<Rule, RuleMistake> {
    if whole.text.is_empty() {
        return Err(whole.wrong("a rule is missing here", all_names()));
    }
    let (scope, rest) = match whole.text.find(':') {
        Some(place) => {
            let (scope, rest) = whole.split_at(place);
            (Some(scope.trimmed()), rest.split_at(1).1.trimmed())
        }
        None => (None, whole),
    };
    if let Some(scope) = scope.filter(|scope| !is_id(scope.text)) {
        let message = format!("{} is no id of a checklist", quoted(scope.text));
        return Err(scope.wrong(
            message,
            "write `CHECKLIST:RULE`, such as `budapest:gate-gap`",
        ));
    }
    let condition = condition(rest)?;
    if let (Some(scope), Condition::There(Occurrence::Outside)) = (scope, condition) {
        let message = "`outside` is about sections that belong to no instrument";
        return Err(scope.wrong(message, "write `outside` alone"));
    }
    Ok(Rule {
        text: whole.text.split_whitespace().collect(),
        scope: scope.map(|scope| scope.text.to_owned()),
        condition,
    })
}

fn condition(text: Piece<'_>) -> Result<Condition, RuleMistake> {
    let Some(place) = text.text.find(['<', '>', '=', '!', '≤', '≥']) else {
        return match Occurrence::from_word(text.text) {
            Some(occurrence) => Ok(Condition::There(occurrence)),
            None => Err(no_occurrence(text)),
        };
    };
    let (name, rest) = text.split_at(place);
    let name = name.trimmed();
    if Occurrence::from_word(name.text).is_some() {
        let message = format!("{} takes no limit", quoted(name.text));
        let help = match nearest(
            &format!("{}s", name.text),
            Gauge::ALL.iter().map(|one| one.word()),
        ) {
            Some(measure) if measure.strip_suffix('s') == Some(name.text) => {
                format!(
                    "write `{}`, or `{measure}{}` to count",
                    name.text, rest.text
                )
            }
            Some(_) | None => format!("write `{}`", name.text),
        };
        return Err(rest.wrong(message, help));
    }
    let measure = measure(name)?;
    let Some(comparison) = Comparison::ALL
        .iter()
        .copied()
        .find(|one| rest.text.starts_with(one.word()))
        .filter(|one| !rest.text[one.word().len()..].starts_with(['<', '>', '=', '!']))
    else {
        let signs = rest.text.find(|sign: char| !"<>=!≤≥".contains(sign));
        let (sign, _) = rest.split_at(signs.unwrap_or(rest.text.len()));
        let message = format!("{} is no comparison", quoted(sign.text));
        return Err(sign.wrong(
            message,
            "write `<`, `<=`, `>` or `>=`; the rule is broken where it is true",
        ));
    };
    let (_, number) = rest.split_at(comparison.word().len());
    Ok(Condition::Figure {
        measure,
        comparison,
        limit: limit(measure, number.trimmed())?,
    })
}

fn measure(name: Piece<'_>) -> Result<Gauge, RuleMistake> {
    let known = || Gauge::ALL.iter().map(|one| one.word());
    Gauge::from_word(name.text).ok_or_else(|| {
        let all = known().collect::<Vec<_>>().join(", ");
        let help = match nearest(name.text, known()) {
            Some(known) => format!("did you mean `{known}`? (one of: {all})"),
            None => format!("write one of: {all}"),
        };
        let message = if name.text.is_empty() {
            "a measure is missing here".to_owned()
        } else {
            format!("{} is no measure", quoted(name.text))
        };
        name.wrong(message, help)
    })
}

/// What is wrong with a name that stands alone.
fn no_occurrence(name: Piece<'_>) -> RuleMistake {
    if let Some(measure) = Gauge::from_word(name.text) {
        let example = example(measure);
        let message = format!("{} wants a limit", quoted(name.text));
        return name.wrong(message, format!("write, for example, `{example}`"));
    }
    if name.text.is_empty() {
        return name.wrong("a rule is missing after the colon", all_names());
    }
    if name.text.parse::<f64>().is_ok() {
        let message = format!("{} is no rule", quoted(name.text));
        return name.wrong(
            message,
            "a comma separates rules; write numbers with a point, such as `score-low<0.6`",
        );
    }
    let occurrences = Occurrence::ALL.iter().map(|one| one.word());
    let measures = Gauge::ALL.iter().map(|one| one.word());
    let help = match nearest(name.text, occurrences.chain(measures)) {
        Some(known) => format!("did you mean `{known}`?"),
        None => all_names(),
    };
    name.wrong(format!("{} is no rule", quoted(name.text)), help)
}

fn all_names() -> String {
    let list = |words: Vec<&str>| words.join(", ");
    format!(
        "write one of: {}; or a measure with a limit: {}",
        list(Occurrence::ALL.iter().map(|one| one.word()).collect()),
        list(Gauge::ALL.iter().map(|one| one.word()).collect())
    )
}

fn example(measure: Gauge) -> String {
    let tail = match measure {
        Gauge::ScoreLow | Gauge::ScoreHigh => "<0.6",
        Gauge::Unknown => ">20%",
        Gauge::Gaps | Gauge::GateGaps => ">5",
        Gauge::InPlace => "<50%",
        Gauge::PartlyInPlace | Gauge::NotInPlace | Gauge::NotDetermined | Gauge::NotApplicable => {
            ">10"
        }
    };
    format!("{}{tail}", measure.word())
}

fn limit(measure: Gauge, text: Piece<'_>) -> Result<Limit, RuleMistake> {
    let example = example(measure);
    if text.text.is_empty() {
        return Err(text.wrong(
            "a limit is missing here",
            format!("write, for example, `{example}`"),
        ));
    }
    let wrong = |message: &str, help: String| {
        Err(text.wrong(format!("{} {message}", quoted(text.text)), help))
    };
    let (digits, percent) = match text.text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (text.text, false),
    };
    let plain = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let Some(number) = digits.parse::<f64>().ok().filter(|_| plain) else {
        let help = format!("write a number with a point, such as `{example}`");
        return wrong("is no number", help);
    };
    let share_of_gaps = measure.scale() == Scale::Count;
    match (measure.scale(), percent) {
        (_, true) if share_of_gaps => wrong(
            "can't be: gaps are counted, and there is nothing they are a share of",
            format!("write a whole number, such as `{example}`"),
        ),
        (_, true) if number > 100.0 => wrong("is more than all", "write at most `100%`".to_owned()),
        (_, true) => Ok(Limit::Share(number / 100.0)),
        (Scale::Share, false) if number > 1.0 => wrong(
            "is more than 1",
            format!(
                "`{}` goes from 0 to 1: write `{digits}%`, or a share such as `0.6`",
                measure.word()
            ),
        ),
        (Scale::Share, false) => Ok(Limit::Share(number)),
        (Scale::Count | Scale::CountOrShare, false) => match digits.parse() {
            Ok(count) => Ok(Limit::Count(count)),
            Err(_) if share_of_gaps => wrong(
                "is no whole number",
                format!("write a whole number, such as `{example}`"),
            ),
            Err(_) => wrong(
                "is no whole number",
                "write a number of requirements, or a share such as `50%`".to_owned(),
            ),
        },
    }
}
