//! Weights of a choice between three: the moves of the parser.
//!
//! Only differences between scores matter, so the first choice weighs nothing and a feature needs two small numbers.
//! This table is asked some hundred and thirty times a token, so a question costs one access to memory and no branch: a feature
//! belongs to one bucket of four, 16 bytes that hold four checks of 16 bits and four pairs of weights, all compared at once
//! in one register. A bucket that is full loses its smallest weights. A feature that was never learnt is taken for
//! another once in some ten thousand times, which adds one small weight to a sum of many.

use super::file::ModelError;
use super::table::{call_up, check, place};

/// Features in a bucket.
const WIDTH: usize = 4;
/// Bytes of a bucket.
const BYTES: usize = WIDTH * 4;
/// Places per hundred features.
const ROOM: usize = 115;

/// The weights, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct MoveWeights<'m> {
    buckets: &'m [[u8; BYTES]],
}

impl<'m> MoveWeights<'m> {
    /// Checks `bytes` and reads them as weights.
    ///
    /// # Errors
    /// If they cannot be that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        match bytes.as_chunks::<BYTES>() {
            (buckets @ [_, ..], []) => Ok(Self { buckets }),
            _ => Err(ModelError::Malformed("move weights have the wrong length")),
        }
    }

    /// How much the features speak for the second and the third choice over the first.
    #[inline(always)]
    pub fn score(&self, features: &[u64]) -> [i32; 2] {
        call_up(self.buckets, features.iter().map(|hash| place(*hash, self.buckets.len() as u64)));
        // All four places of a bucket are compared and added at once, those of other features as nothing: no branch, which
        // would wait for memory each time it is guessed wrong. Two hundred weights of one byte fit.
        let (mut second, mut third) = ([0_i16; WIDTH], [0_i16; WIDTH]);
        for &hash in features {
            let bucket = &self.buckets[place(hash, self.buckets.len() as u64)];
            let (checks, pairs) = bucket.as_chunks::<2>().0.split_at(WIDTH);
            let own = check(hash);
            for at in 0..WIDTH {
                let same = i16::from(u16::from_le_bytes(checks[at]) == own).wrapping_neg();
                let pair = i16::from_le_bytes(pairs[at]) & same;
                second[at] = second[at].wrapping_add(pair << 8 >> 8);
                third[at] = third[at].wrapping_add(pair >> 8);
            }
        }
        [second, third].map(|sums| sums.into_iter().map(i32::from).sum())
    }

    /// The bytes of weights given by feature.
    pub fn build(mut weights: Vec<(u64, [i8; 2])>) -> Vec<u8> {
        weights.retain(|(_, pair)| *pair != [0, 0]);
        let size = |pair: [i8; 2]| pair.iter().map(|one| u32::from(one.unsigned_abs())).sum::<u32>();
        weights.sort_by_key(|(hash, pair)| (std::cmp::Reverse(size(*pair)), *hash));
        let mut buckets = vec![[0u8; BYTES]; (weights.len() * ROOM / 100).div_ceil(WIDTH).max(1)];
        let count = buckets.len();
        for (hash, [second, third]) in weights {
            let bucket = &mut buckets[place(hash, count as u64)];
            let own = check(hash).to_le_bytes();
            let checks = bucket[..WIDTH * 2].as_chunks::<2>().0;
            let free = checks.iter().position(|one| *one == [0, 0]);
            if let Some(at) = free.filter(|_| !checks.contains(&own)) {
                bucket[at * 2..at * 2 + 2].copy_from_slice(&own);
                bucket[WIDTH * 2 + at * 2] = second as u8;
                bucket[WIDTH * 2 + at * 2 + 1] = third as u8;
            }
        }
        buckets.into_flattened()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::feature;

    #[test]
    fn weights_are_summed_over_the_features_that_were_learnt() {
        let weights: Vec<_> =
            (0..3000).map(|n| (feature(1, [n]), [n as i8 | 1, if n < 9 { 125 } else { 5 }])).collect();
        let bytes = MoveWeights::build(weights);
        let table = MoveWeights::open(&bytes).unwrap();
        assert_eq!(table.score(&[feature(1, [2]), feature(1, [4])]), [3 + 5, 250]);
        assert_eq!(table.score(&[]), [0, 0]);
        let noise = (0..3000).filter(|n| table.score(&[feature(9, [*n])]) != [0, 0]).count();
        assert!(noise < 6, "{noise} strangers were taken for features");
        let lost = (0..3000).filter(|n| table.score(&[feature(1, [*n])]) == [0, 0]).count();
        assert!(lost < 300, "{lost} features found no place");
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let bytes = MoveWeights::build(vec![(1 << 40, [1, 1]), (2 << 50, [2, -2])]);
        for end in 0..bytes.len() {
            assert!(MoveWeights::open(&bytes[..end]).is_err(), "cut at {end}");
        }
    }
}
