//! On which days the lines of a plan begin and end, and what a confirmed cost comes to in each year of a line.

use super::{Subject, facts};
use crate::assess::plan::Line;
use crate::model::{Date, KeptLine};

/// The day from which months are counted: that of the kept plan, else that of the assessment.
pub(super) fn start(subject: &Subject<'_>) -> Date {
    let kept = subject.plan.kept.and_then(|kept| kept.start);
    kept.unwrap_or(subject.date)
}

/// The first and the last day of a line; days that people wrote go before those that are computed.
pub(super) fn days(subject: &Subject<'_>, line: &Line<'_>) -> facts::Days {
    let (from, to) = bounds(subject, line);
    facts::Days {
        from: from.to_string(),
        to: to.to_string(),
    }
}

fn bounds(subject: &Subject<'_>, line: &Line<'_>) -> (Date, Date) {
    let start = start(subject);
    let written = |day: fn(&KeptLine) -> Option<Date>| line.kept.and_then(day);
    let from = written(|kept| kept.begin).unwrap_or_else(|| start.months_later(line.begin));
    let to = written(|kept| kept.end).unwrap_or_else(|| start.months_later(line.end).day_before());
    (from, to.max(from))
}

/// The cost of a line by its years, the first beginning with the line: only where no default went into it. Of a range the upper end counts.
///
/// A year has its share by months. The rest of a division is in the last, so that the years add up to the whole.
pub(super) fn by_year(subject: &Subject<'_>, line: &Line<'_>) -> Vec<facts::Year> {
    let confirmed = line.cost.amount.filter(|_| !line.cost.is_default);
    let Some(whole) = confirmed else {
        return Vec::new();
    };
    let (from, to) = bounds(subject, line);
    let months = from.months_to_the_end_of(to).max(1);
    let mut years = Vec::new();
    let mut left = whole.high;
    let mut past = 0;
    while past < months {
        let next = (past + 12).min(months);
        let is_last = next == months;
        let share = u128::from(whole.high) * u128::from(next - past) / u128::from(months);
        let amount = match u64::try_from(share) {
            Ok(share) if !is_last => share,
            Ok(_) | Err(_) => left,
        };
        let last = from.months_later(next).day_before();
        years.push(facts::Year {
            days: facts::Days {
                from: from.months_later(past).to_string(),
                to: if is_last { to } else { last }.to_string(),
            },
            amount,
        });
        left = left.saturating_sub(amount);
        past = next;
    }
    years
}
