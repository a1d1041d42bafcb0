//! Sets of small numbers.

/// A set of small numbers, one bit for each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Bits(Vec<u64>);

/// The word that a number stands in, and its bit there.
fn place(number: u32) -> (usize, u64) {
    let word = usize::try_from(number >> 6).unwrap_or(usize::MAX);
    (word, 1_u64.rotate_left(number & 63))
}

impl Bits {
    /// Puts a number in.
    pub fn insert(&mut self, number: u32) {
        let (word, bit) = place(number);
        if self.0.len() <= word {
            self.0.resize(word.saturating_add(1), 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    /// Whether a number is in it.
    pub fn has(&self, number: u32) -> bool {
        let (word, bit) = place(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Keeps what is also in `other`.
    pub fn keep(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Puts in what is in `other`.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// Takes out what is in `other`.
    pub fn take(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.0.iter().fold(0, |sum, word| sum.saturating_add(word.count_ones()))
    }

    /// How many are also in `other`.
    pub fn shared(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).fold(0, |sum, (word, other)| sum.saturating_add((word & other).count_ones()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Those that are in it, from the least.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).step_by(64).zip(&self.0).flat_map(|(base, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest.wrapping_sub(1);
                    base.saturating_add(bit)
                })
            })
        })
    }
}

impl FromIterator<u32> for Bits {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut bits = Self::default();
        numbers.into_iter().for_each(|number| bits.insert(number));
        bits
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_set(a in proptest::collection::btree_set(0..300_u32, 0..40), b in proptest::collection::btree_set(0..300_u32, 0..40)) {
            let of = |set: &BTreeSet<u32>| set.iter().copied().collect::<Bits>();
            let (one, other) = (of(&a), of(&b));
            prop_assert_eq!(one.iter().collect::<BTreeSet<u32>>(), a.clone());
            prop_assert_eq!(one.count() as usize, a.len());
            prop_assert_eq!(one.shared(&other) as usize, a.intersection(&b).count());
            let mut kept = one.clone();
            kept.keep(&other);
            prop_assert_eq!(kept.iter().collect::<Vec<u32>>(), a.intersection(&b).copied().collect::<Vec<u32>>());
            let mut added = one.clone();
            added.add(&other);
            prop_assert_eq!(added.iter().collect::<Vec<u32>>(), a.union(&b).copied().collect::<Vec<u32>>());
            let mut taken = one.clone();
            taken.take(&other);
            prop_assert_eq!(taken.iter().collect::<Vec<u32>>(), a.difference(&b).copied().collect::<Vec<u32>>());
            prop_assert_eq!(taken.is_empty(), a.is_subset(&b));
        }
    }
}
