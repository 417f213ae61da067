//! Ranks by score: countries whose intervals overlap, or are joined by others that do, share one.

use crate::assess::Interval;

/// The rank of each country, beginning at 1; none where there is no score. A rank says how many countries are better
/// for certain, so after two that share the first rank comes the third.
#[must_use]
pub fn ranks(scores: &[Option<Interval>]) -> Vec<Option<usize>> {
    let mut order: Vec<(usize, Interval)> = scores
        .iter()
        .enumerate()
        .filter_map(|(place, score)| Some((place, (*score)?)))
        .collect();
    order.sort_by(|(_, left), (_, right)| right.high.total_cmp(&left.high));
    let mut ranks = vec![None; scores.len()];
    let mut rank = 1;
    let mut lowest = f64::INFINITY;
    for (before, (place, score)) in order.into_iter().enumerate() {
        if score.high < lowest {
            rank = before + 1;
        }
        lowest = score.low.min(lowest);
        ranks[place] = Some(rank);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ends: &[(f64, f64)]) -> Vec<usize> {
        let scores = ends.iter().map(|(low, high)| {
            Some(Interval {
                low: *low,
                high: *high,
            })
        });
        let ranks = ranks(&scores.collect::<Vec<_>>());
        ranks.into_iter().flatten().collect()
    }

    #[test]
    fn what_overlaps_shares_a_rank_also_by_way_of_a_third() {
        assert_eq!(of(&[(0.1, 0.2), (0.8, 0.9), (0.3, 0.4)]), [3, 1, 2]);
        assert_eq!(of(&[(0.1, 0.2), (0.8, 0.9), (0.5, 0.8)]), [3, 1, 1]);
        assert_eq!(of(&[(0.7, 0.9), (0.5, 0.75), (0.4, 0.6)]), [1, 1, 1]);
        assert_eq!(of(&[(0.5, 0.5), (0.5, 0.5), (0.4, 0.4)]), [1, 1, 3]);
        assert_eq!(ranks(&[None]), [None]);
    }
}
