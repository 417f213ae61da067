//! The nearest known word to a misspelt one.

/// The known word that `written` most probably means, if any is near.
pub(super) fn nearest<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    const LONGEST: usize = 80;
    if written.len() > LONGEST {
        return None;
    }
    let folded = written.to_lowercase().replace(['_', ' '], "-");
    known
        .into_iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&folded, &word.to_lowercase()),
                word,
            )
        })
        .filter(|(distance, word)| *distance <= 1 + word.len().min(folded.len()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The way out for an unknown word: the nearest one, or where to look.
pub(super) fn did_you_mean<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
    otherwise: &str,
) -> String {
    match nearest(written, known) {
        Some(word) => format!("did you mean `{word}`?"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_and_a_far_one_is_not() {
        let known = ["illegal-access", "illegal-interception"];
        assert_eq!(nearest("ilegal-acess", known), Some("illegal-access"));
        assert_eq!(nearest("Illegal Access", known), Some("illegal-access"));
        assert_eq!(nearest("piracy", known), None);
    }
}
