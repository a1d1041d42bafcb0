//! A table from a hash to one number: dictionaries.
//!
//! Slots of eight bytes, `[check: u32][value: u32]`, ordered by the hash, which makes building one the same on every
//! machine. A word that is not in the table is taken for one that is once in about four thousand million times.

use super::file::ModelError;
use super::table::place;

const SLOT: usize = 8;
/// Slots per hundred entries.
const ROOM: u64 = 140;

/// A dictionary read where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Lookup<'m> {
    slots: &'m [[u8; SLOT]],
    places: u64,
}

impl<'m> Lookup<'m> {
    /// Checks `bytes` and reads them as a dictionary.
    ///
    /// # Errors
    /// If they cannot be one.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let (places, slots) = bytes.split_first_chunk::<4>().ok_or(ModelError::Malformed("a dictionary is cut off"))?;
        let places = u64::from(u32::from_le_bytes(*places));
        let (slots, rest) = slots.as_chunks::<SLOT>();
        // The last slot is empty, so that no search runs past the end.
        if !rest.is_empty() || places as usize >= slots.len() || slots.last() != Some(&[0; SLOT]) {
            return Err(ModelError::Malformed("a dictionary has the wrong length"));
        }
        Ok(Self { slots, places })
    }

    /// The number kept under `hash`.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<u32> {
        let check = (hash as u32) | 1;
        let start = place(hash, self.places);
        for slot in self.slots.get(start..)? {
            let slot = u64::from_le_bytes(*slot);
            if slot == 0 {
                return None;
            }
            if slot as u32 == check {
                return Some((slot >> 32) as u32);
            }
        }
        None
    }

    /// The bytes of a dictionary with `entries`; of two with one hash the first stays.
    pub fn build(mut entries: Vec<(u64, u32)>) -> Vec<u8> {
        entries.sort_by_key(|(hash, _)| *hash);
        entries.dedup_by_key(|(hash, _)| *hash);
        let places = (entries.len() as u64 * ROOM / 100).max(1);
        let mut slots: Vec<u64> = Vec::new();
        for (hash, value) in entries {
            // In the order of the hashes a slot is taken at its place or directly after the last one.
            let at = (place(hash, places)).max(slots.len());
            slots.resize(at, 0);
            slots.push(u64::from(value) << 32 | u64::from(hash as u32 | 1));
        }
        slots.resize(slots.len().max(places as usize) + 1, 0);
        let mut out = (places as u32).to_le_bytes().to_vec();
        slots.iter().for_each(|slot| out.extend(slot.to_le_bytes()));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::feature;

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        let entries: Vec<_> = (0..5000).map(|n| (feature(1, [n]), n as u32 * 3)).collect();
        let bytes = Lookup::build(entries.clone());
        let table = Lookup::open(&bytes).unwrap();
        assert!(entries.iter().all(|(hash, value)| table.get(*hash) == Some(*value)));
        assert!((0..5000).all(|n| table.get(feature(2, [n])).is_none()));
    }

    #[test]
    fn an_empty_dictionary_finds_nothing() {
        let bytes = Lookup::build(Vec::new());
        assert_eq!(Lookup::open(&bytes).unwrap().get(7), None);
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let bytes = Lookup::build(vec![(1 << 40, 1), (2 << 50, 2)]);
        for end in 0..bytes.len() {
            assert!(Lookup::open(&bytes[..end]).is_err(), "cut at {end}");
        }
        assert!(Lookup::open(&[0xff; 52]).is_err());
    }
}
