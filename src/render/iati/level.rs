//! What stands beside an indicator, as a figure where it is one. It knows no activity.

use super::activity::Level;

/// The codes of IATI for units, percentages and words.
const UNIT: &str = "1";
const PERCENT: &str = "2";
const WORDS: &str = "5";

/// A baseline and a target with the measure of both. Figures of two kinds can't be compared, so that both are said in words then.
pub(super) fn measured(
    baseline: Option<&str>,
    target: Option<&str>,
) -> (&'static str, Option<Level>, Option<Level>) {
    let [one, other] = [baseline, target].map(|text| text.and_then(read));
    let kinds: Vec<&'static str> = [&one, &other]
        .into_iter()
        .flatten()
        .map(|(kind, _)| *kind)
        .collect();
    match kinds.as_slice() {
        [] => (WORDS, None, None),
        [first, rest @ ..] if rest.iter().all(|kind| kind == first) => (
            first,
            one.map(|(_, level)| level),
            other.map(|(_, level)| level),
        ),
        _ => (WORDS, baseline.map(words), target.map(words)),
    }
}

/// What a text says: `3`, `40 %`, `19–68 %`, that something is there or not, or words.
fn read(text: &str) -> Option<(&'static str, Level)> {
    let text = text.trim();
    let figure = |value: &str| Level {
        value: Some(value.to_owned()),
        comment: None,
    };
    match text {
        "" => return None,
        "there" => return Some((UNIT, figure("1"))),
        "not there" => return Some((UNIT, figure("0"))),
        _ => {}
    }
    let Some(share) = text.strip_suffix('%') else {
        return Some(match number(text) {
            Some(value) => (UNIT, figure(&value)),
            None => (WORDS, words(text)),
        });
    };
    let (low, high) = share.split_once(['–', '-']).unwrap_or((share, share));
    Some(match (number(low), number(high)) {
        (Some(low), Some(high)) if low == high => (PERCENT, figure(&low)),
        (Some(low), Some(_)) => {
            let comment =
                format!("{text}: the lower end is the value, and what is not known makes the rest");
            let level = Level {
                value: Some(low),
                comment: Some(comment),
            };
            (PERCENT, level)
        }
        _ => (WORDS, words(text)),
    })
}

/// A share between 0 and 1, of which the bounds are known.
pub(super) fn share(low: f64, high: f64) -> String {
    let [low, high] = [low, high].map(|share| format!("{:.1}", share * 100.0));
    if low == high {
        format!("{low} %")
    } else {
        format!("{low}–{high} %")
    }
}

/// A plain number; whatever has a sign, an exponent or a unit is none.
fn number(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = |one: char| one.is_ascii_digit() || one == '.';
    let is_number = text.chars().all(plain) && text.parse::<f64>().is_ok();
    is_number.then(|| text.to_owned())
}

fn words(text: &str) -> Level {
    Level {
        value: None,
        comment: Some(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(baseline: &str, target: &str) -> String {
        let (measure, baseline, target) = measured(Some(baseline), Some(target));
        let value = |level: Option<Level>| level.and_then(|level| level.value.or(level.comment));
        format!("{measure} {:?} {:?}", value(baseline), value(target))
    }

    #[test]
    fn a_figure_is_a_figure_and_words_are_words() {
        assert_eq!(said("not there", "there"), r#"1 Some("0") Some("1")"#);
        assert_eq!(said("12", "40.5"), r#"1 Some("12") Some("40.5")"#);
        assert_eq!(said("19–68 %", "100 %"), r#"2 Some("19") Some("100")"#);
        assert_eq!(said("few", "many"), r#"5 Some("few") Some("many")"#);
        assert_eq!(said("12", "40 %"), r#"5 Some("12") Some("40 %")"#);
        assert_eq!(said("", "-3"), r#"5 None Some("-3")"#);
        assert_eq!(share(0.19, 0.684), "19.0–68.4 %");
    }
}
