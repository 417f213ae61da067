//! Calendar dates, which know no clock and no time zone.

use std::fmt;
use std::str::FromStr;

/// A real calendar date, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text is not four digits, two digits and two digits with hyphens between them.
    #[error("not written as YYYY-MM-DD")]
    Form,
    /// The text has the form of a date, but the calendar has no such day.
    #[error("not a day of the calendar")]
    NoSuchDay,
}

impl Date {
    /// A date before any law.
    pub const BEGINNING: Self = Self(jiff::civil::Date::ZERO);

    /// The day so many months later; where the month is too short, its last day. Beyond the calendar it is the calendar's last day.
    #[must_use]
    pub fn months_later(self, months: u64) -> Self {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        let later = jiff::Span::new()
            .try_months(months)
            .and_then(|span| self.0.checked_add(span));
        Self(later.unwrap_or(jiff::civil::Date::MAX))
    }

    /// The day before.
    #[must_use]
    pub fn day_before(self) -> Self {
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// How many whole months lie between this day and a later one; none where the other is earlier.
    #[must_use]
    pub fn months_until(self, later: Self) -> u64 {
        let count = |date: jiff::civil::Date| i64::from(date.year()) * 12 + i64::from(date.month());
        let months = u64::try_from(count(later.0) - count(self.0)).unwrap_or(0);
        if self.months_later(months) <= later {
            months
        } else {
            months.saturating_sub(1)
        }
    }

    /// How many months from this day have begun when a later day is over.
    #[must_use]
    pub fn months_to_the_end_of(self, last: Self) -> u64 {
        let over = Self(last.0.tomorrow().unwrap_or(last.0));
        let months = self.months_until(over);
        if self.months_later(months) < over {
            months + 1
        } else {
            months
        }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        let well_formed = bytes.len() == 10
            && bytes.iter().enumerate().all(|(place, byte)| match place {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !well_formed {
            return Err(DateError::Form);
        }
        let year = text[0..4].parse().map_err(|_| DateError::Form)?;
        let month = text[5..7].parse().map_err(|_| DateError::Form)?;
        let day = text[8..10].parse().map_err(|_| DateError::Form)?;
        jiff::civil::Date::new(year, month, day)
            .map(Date)
            .map_err(|_| DateError::NoSuchDay)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_lead_to_a_day_and_back() {
        let date = |text: &str| text.parse::<Date>().expect("it is a date");
        for start in ["2026-08-31", "2026-01-30", "2024-02-29", "2026-06-30"] {
            let start = date(start);
            for months in 0..60 {
                let day = start.months_later(months);
                assert_eq!(start.months_until(day), months, "{start} {day}");
                if months > 0 {
                    assert_eq!(start.months_to_the_end_of(day.day_before()), months);
                }
            }
        }
        assert_eq!(date("2026-06-30").months_until(date("2025-01-01")), 0);
        assert_eq!(
            date("2026-06-30").months_to_the_end_of(date("2026-07-30")),
            2
        );
        assert_eq!(
            date("9000-01-01").months_later(u64::MAX).to_string(),
            "9999-12-31"
        );
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert_eq!(
            "2024-02-29".parse::<Date>().map(|date| date.to_string()),
            Ok("2024-02-29".to_owned())
        );
        assert_eq!("2021-06-31".parse::<Date>(), Err(DateError::NoSuchDay));
        assert_eq!("2023-02-29".parse::<Date>(), Err(DateError::NoSuchDay));
        assert_eq!("30.06.2026".parse::<Date>(), Err(DateError::Form));
        assert_eq!("2026-6-3".parse::<Date>(), Err(DateError::Form));
        assert_eq!("２０２６-06-03".parse::<Date>(), Err(DateError::Form));
    }
}
