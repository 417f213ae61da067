//! What an overview leaves out of its lists, and says that it does: the full report has it.

use super::Form;

/// Names in a row; an overview has only the first `most` of them, and how many more there are.
pub(super) fn cut(names: &[String], most: usize, between: &str, form: Form) -> String {
    let shown = shown(names.len(), most, form);
    let first = names[..shown].join(between);
    match names.len() - shown {
        0 => first,
        more => format!("{first} and {more} more in the full report"),
    }
}

/// How many of so many are shown. Where only one would be left out, it takes no more room than the words that say so.
pub(super) fn shown(all: usize, most: usize, form: Form) -> usize {
    match form {
        Form::Overview if all > most + 1 => most,
        Form::Overview | Form::Full => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overview_says_how_many_it_leaves_out() {
        let names = ["a", "b", "c", "d"].map(str::to_owned);
        let overview = |most| cut(&names, most, ", ", Form::Overview);
        assert_eq!(overview(2), "a, b and 2 more in the full report");
        assert_eq!(overview(3), "a, b, c, d");
        assert_eq!(cut(&names, 2, ", ", Form::Full), "a, b, c, d");
    }
}
