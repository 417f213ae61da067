//! Durations, numbers and yes-no values, and how they compare (design, section 3.3, *Values*).

use std::cmp::Ordering;
use std::fmt;

use super::Word;

/// What kind of value a name in the catalogue stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A length of time, such as a term of imprisonment.
    Duration,
    /// A plain number, such as an age.
    Number,
    /// `yes` or `no`.
    YesNo,
}

impl Word for Unit {
    const ALL: &'static [Self] = &[Self::Duration, Self::Number, Self::YesNo];

    fn word(self) -> &'static str {
        match self {
            Self::Duration => "duration",
            Self::Number => "number",
            Self::YesNo => "yes-no",
        }
    }
}

/// A value of a section or the threshold of a test, with the words it was written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    text: String,
    amount: Amount,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Amount {
    /// Milliseconds; `None` is longer than any other.
    Duration(Option<u64>),
    /// Thousandths.
    Number(i64),
    YesNo(bool),
}

/// Why a text is no value of the wanted unit; the text says what to write instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// Not `NUMBER UNIT [NUMBER UNIT]`, `life` or `unlimited`.
    #[error(
        "write a number and a unit, such as `5 years`, `90 days` or `1 year 6 months`, or `life` or `unlimited`"
    )]
    Duration,
    /// Not a number of at most three decimals.
    #[error("write a number, such as `18` or `1.5`")]
    Number,
    /// Neither `yes` nor `no`.
    #[error("write `yes` or `no`")]
    YesNo,
}

const DAY: u64 = 24 * 60 * 60 * 1000;

impl Quantity {
    /// Reads `text` as a value of `unit`.
    ///
    /// # Errors
    ///
    /// If the text is no such value.
    pub fn read(text: &str, unit: Unit) -> Result<Self, QuantityError> {
        let trimmed = text.trim();
        let amount = match unit {
            Unit::Duration => Amount::Duration(duration(trimmed).ok_or(QuantityError::Duration)?),
            Unit::Number => Amount::Number(thousandths(trimmed).ok_or(QuantityError::Number)?),
            Unit::YesNo => Amount::YesNo(match trimmed {
                "yes" => true,
                "no" => false,
                _ => return Err(QuantityError::YesNo),
            }),
        };
        Ok(Self {
            text: trimmed.to_owned(),
            amount,
        })
    }

    /// The words in which the value was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Orders two values of one unit (`no` before `yes`); `None` if their units differ.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self.amount, other.amount) {
            (Amount::Duration(left), Amount::Duration(right)) => {
                Some(left.unwrap_or(u64::MAX).cmp(&right.unwrap_or(u64::MAX)))
            }
            (Amount::Number(left), Amount::Number(right)) => Some(left.cmp(&right)),
            (Amount::YesNo(left), Amount::YesNo(right)) => Some(left.cmp(&right)),
            (Amount::Duration(_) | Amount::Number(_) | Amount::YesNo(_), _) => None,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// Milliseconds of a duration: `Some(None)` is endless, `None` is no duration.
///
/// 12 months are 365 days and a single month is 30, so 18 months are 545 days.
fn duration(text: &str) -> Option<Option<u64>> {
    if matches!(text, "life" | "unlimited") {
        return Some(None);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() != 2 && words.len() != 4 {
        return None;
    }
    let mut total: u64 = 0;
    for pair in words.chunks_exact(2) {
        let number = u64::try_from(thousandths(pair[0])?).ok()?;
        total = total.checked_add(term(number, pair[1])?)?;
    }
    Some(Some(total))
}

/// Milliseconds of `number` thousandths of `unit`.
fn term(number: u64, unit: &str) -> Option<u64> {
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let unit_length = match singular {
        "second" => 1000,
        "minute" => 60 * 1000,
        "hour" => 60 * 60 * 1000,
        "day" => DAY,
        "week" => 7 * DAY,
        "month" => {
            let years = number / 12_000;
            let rest = number % 12_000;
            let whole = years.checked_mul(365 * DAY)?;
            return whole.checked_add(rest.checked_mul(30 * DAY)? / 1000);
        }
        "year" => 365 * DAY,
        _ => return None,
    };
    // Divide the whole and the fraction apart, so that large numbers don't overflow on the way.
    let whole = (number / 1000).checked_mul(unit_length)?;
    whole.checked_add((number % 1000) * unit_length / 1000)
}

/// A number of at most three decimals, in thousandths.
fn thousandths(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || fraction.len() > 3 {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<3}").parse().ok()?;
    let value = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(fraction)?;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Option<Ordering> {
        let read = |text| Quantity::read(text, Unit::Duration).ok();
        read(left)?.compare(&read(right)?)
    }

    #[test]
    fn twelve_months_are_a_year_and_a_month_is_thirty_days() {
        assert_eq!(order("12 months", "1 year"), Some(Ordering::Equal));
        assert_eq!(order("365 days", "1 year"), Some(Ordering::Equal));
        assert_eq!(order("1 month", "30 days"), Some(Ordering::Equal));
        assert_eq!(order("360 days", "1 year"), Some(Ordering::Less));
        assert_eq!(order("1 year 6 months", "18 months"), Some(Ordering::Equal));
        assert_eq!(order("1.5 years", "547.5 days"), Some(Ordering::Equal));
        assert_eq!(order("2 weeks", "336 hours"), Some(Ordering::Equal));
    }

    #[test]
    fn life_is_longer_than_any_number_of_years() {
        assert_eq!(order("life", "99 years"), Some(Ordering::Greater));
        assert_eq!(order("life", "unlimited"), Some(Ordering::Equal));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            "5",
            "years",
            "5 yrs",
            "five years",
            "1 year and 6 months",
            "-1 year",
            "99999999999999999999 years",
        ] {
            assert_eq!(
                Quantity::read(text, Unit::Duration),
                Err(QuantityError::Duration),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_and_yes_no_keep_to_their_unit() {
        assert!(Quantity::read("18", Unit::Number).is_ok());
        assert!(Quantity::read("1.2345", Unit::Number).is_err());
        assert!(Quantity::read("yes", Unit::YesNo).is_ok());
        assert!(Quantity::read("Yes", Unit::YesNo).is_err());
    }
}
