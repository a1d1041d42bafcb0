//! How alike two ways of putting documents into sets are.

use std::collections::HashMap;
use std::hash::Hash;

/// The adjusted Rand index of Hubert and Arabie (1985): 1 where the sets are the same, about 0 where they agree no more
/// than by chance.
pub fn rand_index(truth: &[usize], found: &[usize]) -> f64 {
    let both = pairs(truth.iter().zip(found));
    let (of_truth, of_found) = (pairs(truth), pairs(found));
    let all = two(truth.len());
    let expected = of_truth * of_found / all.max(1.0);
    let most = (of_truth + of_found) / 2.0;
    if most == expected { 1.0 } else { (both - expected) / (most - expected) }
}

/// Pairs of documents that were put together wrongly, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    /// Of one root, and not found so.
    pub missed: usize,
    /// Of two roots, and taken for one.
    pub joined: usize,
}

/// Counts wrong pairs.
pub fn wrong_pairs(truth: &[usize], found: &[usize]) -> Wrong {
    let both = pairs(truth.iter().zip(found));
    Wrong { missed: (pairs(truth) - both) as usize, joined: (pairs(found) - both) as usize }
}

/// How many pairs are within one set.
fn pairs<T: Hash + Eq>(sets: impl IntoIterator<Item = T>) -> f64 {
    let mut sizes: HashMap<T, usize> = HashMap::new();
    for set in sets {
        *sizes.entry(set).or_default() += 1;
    }
    sizes.values().map(|size| two(*size)).sum()
}

fn two(count: usize) -> f64 {
    count as f64 * (count as f64 - 1.0) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sets_do_not_matter_and_a_single_wrong_one_costs_something() {
        assert_eq!(rand_index(&[0, 0, 1, 1, 2], &[7, 7, 3, 3, 9]), 1.0);
        let one_off = rand_index(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 1, 1]);
        assert!((0.31..0.33).contains(&one_off), "{one_off}");
        assert_eq!(wrong_pairs(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 1, 1]), Wrong { missed: 2, joined: 3 });
    }

    #[test]
    fn everything_in_one_set_is_no_better_than_chance() {
        assert!(rand_index(&[0, 0, 1, 1], &[0, 0, 0, 0]).abs() < 1e-9);
    }
}
