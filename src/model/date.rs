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
