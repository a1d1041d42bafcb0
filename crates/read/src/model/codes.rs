//! Weights of a choice between few.
//!
//! A slot holds the check of a feature (four bytes, 0 for an empty slot) and the codes of its weights, one byte a label. A code `c` stands for the weight `c·|c|`: the few features that decide most choices are a hundred times
//! as heavy as most others, and both must fit in a byte. Measured: with equal steps and the heavy ones cut off, a fifth of
//! the exact attributions is lost.

use super::file::ModelError;
use super::table::place;

/// Weights of one to four labels.
pub type Quads<'m> = Codes<'m, 8>;

/// Weights of the sixteen steps from one of four labels to another.
pub type Steps<'m> = Codes<'m, 20>;

/// Slots per hundred features.
const ROOM: u64 = 135;

/// Features that are looked up together.
const BATCH: usize = 64;

/// The weight of the largest code.
pub const HEAVIEST: i32 = 127 * 127;

/// The weights, read where they lie, in slots of `N` bytes: for `N` - 4 labels.
#[derive(Debug, Clone, Copy)]
pub struct Codes<'m, const N: usize> {
    slots: &'m [[u8; N]],
    places: u64,
}

const fn check_of(hash: u64) -> u32 {
    hash as u32 | 1
}

/// The code of the weight nearest to `sum`, where `heaviest` has the largest code.
pub fn code(sum: i64, heaviest: i64) -> i8 {
    // The smallest code whose square is no longer nearer to the one below; integers, so that all machines agree.
    let size = i128::from(sum.unsigned_abs()) * i128::from(HEAVIEST) * 4 / i128::from(heaviest.max(1));
    let code = (1..=127_i8).take_while(|code| (2 * i128::from(*code) - 1).pow(2) <= size).last().unwrap_or(0);
    if sum < 0 { -code } else { code }
}

impl<'m, const N: usize> Codes<'m, N> {
    /// Checks `bytes` and reads them as weights.
    ///
    /// # Errors
    /// If they cannot be that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let (places, slots) = bytes.split_first_chunk::<8>().ok_or(ModelError::Malformed("weights are cut off"))?;
        let places = u64::from_le_bytes(*places);
        let (slots, rest) = slots.as_chunks::<N>();
        // The last slot is empty, so that no search runs past the end.
        let fits = u32::try_from(places).is_ok() && (places as usize) < slots.len();
        if !rest.is_empty() || !fits || slots.last() != Some(&[0; N]) {
            return Err(ModelError::Malformed("weights have the wrong length"));
        }
        Ok(Self { slots, places })
    }

    /// Adds to `scores`, one for each label, what the features say.
    #[inline]
    pub fn score<const K: usize>(&self, features: &[u64], scores: &mut [i32; K]) {
        // All slots are fetched before any is looked at: memory answers many questions at once, but not while a branch
        // waits for one of them.
        for features in features.chunks(BATCH) {
            let mut slots = [(0, 0); BATCH];
            for (&hash, to) in features.iter().zip(&mut slots) {
                let at = place(hash, self.places);
                *to = (self.check(at), at);
            }
            for (&hash, &(mut check, mut at)) in features.iter().zip(&slots) {
                while check != 0 && check != check_of(hash) {
                    at += 1;
                    check = self.check(at);
                }
                // An empty slot has no weights.
                let codes = self.slots[at].get(4..).unwrap_or_default();
                for (score, code) in scores.iter_mut().zip(codes) {
                    let code = i32::from(*code as i8);
                    *score += code * code.abs();
                }
            }
        }
    }

    /// The check in a slot. The last slot is empty, so that no search goes beyond it.
    #[inline(always)]
    fn check(&self, at: usize) -> u32 {
        self.slots[at].first_chunk().map_or(0, |check| u32::from_le_bytes(*check))
    }

    /// The bytes of weights given by feature as codes, at most `N` - 4 of them each.
    pub fn build(mut weights: Vec<(u64, Vec<i8>)>) -> Vec<u8> {
        weights.retain(|(_, codes)| codes.iter().any(|code| *code != 0));
        weights.sort_by_key(|(hash, _)| *hash);
        weights.dedup_by_key(|(hash, _)| *hash);
        let places = (weights.len() as u64 * ROOM / 100).max(1);
        let mut slots: Vec<[u8; N]> = Vec::new();
        for (hash, codes) in weights {
            // In the order of the hashes a slot is taken at its place or directly after the last one.
            let at = (place(hash, places)).max(slots.len());
            slots.resize(at, [0; N]);
            let bytes = check_of(hash).to_le_bytes().into_iter().chain(codes.iter().map(|code| *code as u8));
            let mut slot = [0; N];
            slot.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
            slots.push(slot);
        }
        slots.resize(slots.len().max(places as usize) + 1, [0; N]);
        let mut out = places.to_le_bytes().to_vec();
        slots.iter().for_each(|slot| out.extend(slot));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::feature;

    #[test]
    fn what_was_built_is_found_and_nothing_else() {
        let rows: Vec<_> = (0..2000u64).map(|n| (feature(1, [n]), vec![n as i8 % 100, 3, -1, 0])).collect();
        let bytes = Quads::build(rows);
        let table = Quads::open(&bytes).unwrap();
        let mut scores = [0; 4];
        table.score(&[feature(1, [7]), feature(2, [7])], &mut scores);
        assert_eq!(scores, [49, 9, -1, 0]);
    }

    #[test]
    fn a_code_is_the_nearest_there_is() {
        let codes = [0, 1, 400, -400, 10_000, -20_000].map(|sum| code(sum, 10_000));
        assert_eq!(codes, [0, 1, 25, -25, 127, -127]);
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let bytes = Quads::build(vec![(1 << 40, vec![1]), (2 << 50, vec![2, 3])]);
        assert!((0..bytes.len()).all(|end| Quads::open(&bytes[..end]).is_err()));
        assert!(Quads::open(&[0xff; 52]).is_err());
    }
}
