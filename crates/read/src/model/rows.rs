//! Weights of a choice between many: tags and relations.
//!
//! Most features speak for or against a handful of labels, so each keeps a row of pairs `[label: u8][weight: i8]`. A
//! slot of eight bytes finds it: `[row's first pair: u32][pairs: u8][check: 3 bytes]`, ordered by the hash.

use super::file::ModelError;

/// Labels a choice may have.
pub const LABELS: usize = 128;

/// Slots per hundred features.
const ROOM: u64 = 135;

/// The scores of all labels.
pub type Scores = [i32; LABELS];

/// The weights, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct RowWeights<'m> {
    slots: &'m [[u8; 8]],
    pairs: &'m [[u8; 2]],
    places: u64,
}

fn place(hash: u64, places: u64) -> u64 {
    ((hash >> 32) * places) >> 32
}

/// The bits of a slot that hold the check.
const CHECK: u64 = 0xffff_ff00_0000_0000;

/// Features that are looked up together.
const BATCH: usize = 64;

const fn check_of(hash: u64) -> u64 {
    (hash & 0xff_ffff) << 40
}

impl<'m> RowWeights<'m> {
    /// Checks `bytes` and reads them as weights.
    ///
    /// # Errors
    /// If they cannot be that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let (head, rest) = bytes.split_first_chunk::<8>().ok_or(ModelError::Malformed("weights are cut off"))?;
        let head = u64::from_le_bytes(*head);
        let (places, count) = (head & 0xffff_ffff, (head >> 32) as usize);
        let wrong = ModelError::Malformed("weights have the wrong length");
        let length = count.checked_mul(8).ok_or(wrong.clone())?;
        let (slots, pairs) = rest.split_at_checked(length).ok_or(wrong.clone())?;
        let (slots, (pairs, left)) = (slots.as_chunks::<8>().0, pairs.as_chunks::<2>());
        // The last slot is empty, so that no search runs past the end.
        if !left.is_empty() || places as usize >= slots.len() || slots.last() != Some(&[0; 8]) {
            return Err(wrong);
        }
        let whole = |slot: &[u8; 8]| {
            let slot = u64::from_le_bytes(*slot);
            (slot & 0xffff_ffff) + (slot >> 32 & 0xff) <= pairs.len() as u64
        };
        if !slots.iter().all(whole) {
            return Err(ModelError::Malformed("a row of weights is outside its table"));
        }
        if pairs.iter().any(|[label, _]| usize::from(*label) >= LABELS) {
            return Err(ModelError::Malformed("a weight is for a label that cannot be"));
        }
        Ok(Self { slots, pairs, places })
    }

    /// Adds to `scores` what the features say.
    #[inline]
    pub fn score(&self, features: &[u64], scores: &mut Scores) {
        // All slots are fetched before any is looked at, and all rows before any is added: memory answers many
        // questions at once, but not while a branch waits for one of them.
        for features in features.chunks(BATCH) {
            let mut slots = [(0, 0, 0); BATCH];
            for (&hash, to) in features.iter().zip(&mut slots) {
                let at = place(hash, self.places) as usize;
                *to = (u64::from_le_bytes(self.slots[at]), at, check_of(hash));
            }
            let (mut rows, mut found) = ([&[][..]; BATCH], 0);
            for &(mut slot, mut at, check) in &slots[..features.len()] {
                // An empty slot has no pairs; the last slot is empty.
                while slot != 0 && slot & CHECK != check {
                    at += 1;
                    slot = self.slots.get(at).map_or(0, |slot| u64::from_le_bytes(*slot));
                }
                let first = slot as u32 as usize;
                rows[found] = self.pairs.get(first..first + (slot >> 32 & 0xff) as usize).unwrap_or_default();
                found += usize::from(slot != 0);
            }
            for [label, weight] in rows[..found].iter().copied().flatten() {
                scores[usize::from(*label) % LABELS] += i32::from(*weight as i8);
            }
        }
    }

    /// The bytes of weights given by feature; labels are below [`LABELS`].
    pub fn build(mut weights: Vec<(u64, Vec<(u8, i8)>)>) -> Vec<u8> {
        weights.retain(|(_, row)| !row.is_empty());
        weights.sort_by_key(|(hash, _)| *hash);
        weights.dedup_by_key(|(hash, _)| *hash);
        let places = (weights.len() as u64 * ROOM / 100).max(1);
        let (mut slots, mut pairs): (Vec<u64>, Vec<u8>) = Default::default();
        for (hash, row) in weights {
            let at = (place(hash, places) as usize).max(slots.len());
            slots.resize(at, 0);
            slots.push(check_of(hash) | (row.len() as u64) << 32 | (pairs.len() / 2) as u64);
            pairs.extend(row.iter().flat_map(|(label, weight)| [*label, *weight as u8]));
        }
        slots.resize(slots.len().max(places as usize) + 1, 0);
        let mut out = (places as u32).to_le_bytes().to_vec();
        out.extend((slots.len() as u32).to_le_bytes());
        slots.iter().for_each(|slot| out.extend(slot.to_le_bytes()));
        out.extend(pairs);
        out
    }
}

/// The label with the highest score among the first `count`; of equals the first.
#[inline]
pub fn best(scores: &Scores, count: usize) -> usize {
    let mut top = (i32::MIN, 0);
    for (label, score) in scores.iter().take(count).enumerate() {
        if *score > top.0 {
            top = (*score, label);
        }
    }
    top.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::feature;

    #[test]
    fn the_label_that_most_features_speak_for_wins() {
        let rows: Vec<_> = (0..2000u64).map(|n| (feature(1, [n]), vec![(n as u8 % 100, 3), (101, -1)])).collect();
        let bytes = RowWeights::build(rows);
        let table = RowWeights::open(&bytes).unwrap();
        let mut scores = [0; LABELS];
        table.score(&[feature(1, [7]), feature(1, [107]), feature(1, [8]), feature(2, [8])], &mut scores);
        assert_eq!((scores[7], scores[8], scores[101]), (6, 3, -3));
        assert_eq!(best(&scores, LABELS), 7);
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let bytes = RowWeights::build(vec![(1 << 40, vec![(1, 1)]), (2 << 50, vec![(2, 2), (3, 3)])]);
        for end in 0..bytes.len() - 1 {
            assert!(RowWeights::open(&bytes[..end]).is_err(), "cut at {end}");
        }
        let mut label = bytes.clone();
        let last = label.len() - 2;
        label[last] = 200;
        assert!(RowWeights::open(&label).is_err());
        assert!(RowWeights::open(&[0xff; 52]).is_err());
    }
}
