//! Weights of a choice between many: tags and relations.
//!
//! Most features speak for or against a handful of labels, so each keeps a row of pairs `[label: u8][weight: i8]`. What a
//! question costs is memory: a feature therefore belongs to one line of 64 bytes, as wide as what memory hands over at once.
//! A line holds eight checks of 16 bits, where each of the eight rows ends (a byte each), and the rows one behind the
//! other. A longer row lies elsewhere, as pairs or, the longest, as one weight for every label, which are added many at a
//! time; its place in the line says where. A line that is full loses its smallest rows; a feature that was never learnt is
//! taken for another once in some ten thousand times.

use super::file::ModelError;
use super::table::{call_up, check, place};

/// Labels a choice may have.
pub const LABELS: usize = 128;

/// Bytes of a line.
const BYTES: usize = 64;
/// Rows of a line.
const WIDTH: usize = 8;
/// Where the rows begin.
const ROWS: usize = WIDTH * 3;
/// Pairs of a line.
const PAIRS: usize = (BYTES - ROWS) / 2;
/// The longest row that lies in its line, in pairs.
const SHORT: usize = 6;
/// A row of as many pairs has a weight for every label.
const FULL: usize = 14;
/// The labels of a full row come in steps of so many.
const STEP: usize = 16;
/// Rows per ten lines.
const LOAD: usize = 38;
/// Set in the first byte of a row that lies elsewhere: `[ELSEWHERE | high 7 bits of its place][middle 8][low 8][pairs]`, the
/// place counted in pairs, and no pairs for a full row.
const ELSEWHERE: u8 = 0x80;

/// Features that are looked up together.
const BATCH: usize = 64;

/// The scores of all labels. More than two hundred weights of one byte fit.
pub type Scores = [i16; LABELS];

/// The weights, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct RowWeights<'m> {
    lines: &'m [[u8; BYTES]],
    long: &'m [u8],
    /// How many weights a full row has.
    width: usize,
}

/// Where in its line the row of a feature begins and ends, in pairs; two equal numbers if it is not there.
#[inline(always)]
fn find(line: &[u8; BYTES], check: u16) -> (u8, u8) {
    const LOW: u128 = 0x0001_0001_0001_0001_0001_0001_0001_0001;
    const HIGH: u128 = LOW << 15;
    let (checks, rest) = line.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
    let ends = rest.first_chunk::<8>().map_or(0, |ends| u64::from_le_bytes(*ends));
    // The check that is equal becomes the lowest lane of zeros, and its top bit the lowest that is set.
    let lanes = u128::from_le_bytes(*checks) ^ (u128::from(check) * LOW);
    let zeros = lanes.wrapping_sub(LOW) & !lanes & HIGH;
    let bits = zeros.trailing_zeros() & 0x70;
    let at = bits / 2;
    let (from, to) = ((ends << 8 >> at) as u8, (ends >> at) as u8);
    // No branch: it would wait for memory each time it is guessed wrong.
    (from, if zeros == 0 { from } else { to })
}

impl<'m> RowWeights<'m> {
    /// Checks `bytes` and reads them as weights.
    ///
    /// # Errors
    /// If they cannot be that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let (head, rest) = bytes.split_first_chunk::<BYTES>().ok_or(ModelError::Malformed("weights are cut off"))?;
        let wrong = ModelError::Malformed("weights have the wrong length");
        let count = head.first_chunk().map_or(0, |count| u32::from_le_bytes(*count)) as usize;
        let length = count.checked_mul(BYTES).ok_or(wrong.clone())?;
        let (lines, long) = rest.split_at_checked(length).ok_or(wrong.clone())?;
        let lines = lines.as_chunks::<BYTES>().0;
        let width = usize::from(head[4]);
        let rest = head[8..].first_chunk().map_or(0, |rest| u32::from_le_bytes(*rest)) as usize;
        if lines.is_empty() || long.len() != rest || !width.is_multiple_of(STEP) || width > LABELS {
            return Err(wrong);
        }
        Ok(Self { lines, long, width })
    }

    /// Adds to `scores` what the features say.
    #[inline]
    pub fn score(&self, features: &[u64], scores: &mut Scores) {
        // All rows are found before any is read, since a branch that is guessed wrong would wait for memory.
        for features in features.chunks(BATCH) {
            call_up(self.lines, features.iter().map(|hash| place(*hash, self.lines.len() as u64)));
            let mut found = [(0_u32, 0, 0); BATCH];
            for (&hash, to) in features.iter().zip(&mut found) {
                let at = place(hash, self.lines.len() as u64);
                let (start, end) = find(&self.lines[at], check(hash));
                *to = (at as u32, start, end);
            }
            for &(at, start, end) in &found[..features.len()] {
                let rows = self.lines[at as usize][ROWS..].as_chunks::<2>().0;
                let row = rows.get(usize::from(start)..usize::from(end)).unwrap_or_default();
                match row {
                    [[high, middle], [low, pairs]] if high & ELSEWHERE != 0 => {
                        let first = u32::from_be_bytes([0, high & !ELSEWHERE, *middle, *low]) as usize * 2;
                        self.add_long(first, usize::from(*pairs), scores);
                    }
                    _ => add(row, scores),
                }
            }
        }
    }

    /// Adds a row that does not lie in its line.
    #[inline(always)]
    fn add_long(&self, first: usize, pairs: usize, scores: &mut Scores) {
        let rest = self.long.get(first..).unwrap_or_default();
        if pairs > 0 {
            return add(rest.get(..pairs * 2).unwrap_or_default().as_chunks::<2>().0, scores);
        }
        let row = rest.get(..self.width).unwrap_or_default().as_chunks::<STEP>().0;
        for (scores, weights) in scores.as_chunks_mut::<STEP>().0.iter_mut().zip(row) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score = score.wrapping_add(i16::from(*weight as i8));
            }
        }
    }

    /// The bytes of weights given by feature; labels are below [`LABELS`].
    pub fn build(mut weights: Vec<(u64, Vec<(u8, i8)>)>) -> Vec<u8> {
        weights.retain(|(_, row)| !row.is_empty());
        let size = |row: &[(u8, i8)]| row.iter().map(|(_, weight)| u32::from(weight.unsigned_abs())).sum::<u32>();
        weights.sort_by_key(|(hash, row)| (std::cmp::Reverse(size(row)), *hash));
        let count = (weights.len() * 10).div_ceil(LOAD).max(1);
        let mut lines: Vec<Vec<(u16, Vec<[u8; 2]>)>> = vec![Vec::new(); count];
        let mut long: Vec<u8> = Vec::new();
        let labels =
            weights.iter().flat_map(|(_, row)| row).map(|(label, _)| usize::from(*label) + 1).max().unwrap_or(0);
        let width = labels.next_multiple_of(STEP).min(LABELS);
        for (hash, row) in weights {
            let line = &mut lines[place(hash, count as u64)];
            let used: usize = line.iter().map(|(_, row)| row.len()).sum();
            let own = check(hash);
            if line.len() == WIDTH || line.iter().any(|(one, _)| *one == own) {
                continue;
            }
            let row: Vec<[u8; 2]> = row.iter().map(|(label, weight)| [*label, *weight as u8]).collect();
            // The last short rows of a crowded line go elsewhere too.
            let short = row.len() <= SHORT && used + row.len() <= PAIRS;
            let Ok(first) = u32::try_from(long.len() / 2) else { continue };
            if short {
                line.push((own, row));
            } else if used + 2 <= PAIRS && first < 1 << 23 {
                let full = row.len() >= FULL;
                let [_, high, middle, low] = first.to_be_bytes();
                line.push((own, vec![[high | ELSEWHERE, middle], [low, if full { 0 } else { row.len() as u8 }]]));
                if full {
                    let mut all = vec![0; width];
                    row.iter().for_each(|[label, weight]| all[usize::from(*label) % LABELS] = *weight);
                    long.extend(all);
                } else {
                    long.extend(row.as_flattened());
                }
            }
        }
        let mut out = [0; BYTES].to_vec();
        out[..4].copy_from_slice(&(count as u32).to_le_bytes());
        out[4] = width as u8;
        out[8..12].copy_from_slice(&(long.len() as u32).to_le_bytes());
        for line in lines {
            let mut bytes = [0; BYTES];
            let mut end = 0;
            for (at, (check, row)) in line.iter().enumerate() {
                bytes[at * 2..at * 2 + 2].copy_from_slice(&check.to_le_bytes());
                bytes[ROWS + end * 2..ROWS + (end + row.len()) * 2].copy_from_slice(row.as_flattened());
                end += row.len();
                bytes[WIDTH * 2 + at..ROWS].fill(end as u8);
            }
            out.extend(bytes);
        }
        out.extend(long);
        out
    }
}

#[inline(always)]
fn add(row: &[[u8; 2]], scores: &mut Scores) {
    for [label, weight] in row {
        let score = &mut scores[usize::from(*label) % LABELS];
        *score = score.wrapping_add(i16::from(*weight as i8));
    }
}

/// The label with the highest score; of equals the first, and 0 where there is none.
#[inline]
pub fn best<T: Ord + Copy>(scores: &[T]) -> usize {
    scores.iter().max().and_then(|top| scores.iter().position(|score| score == top)).unwrap_or(0)
}

/// The label with the highest score among the first `count`, of equals the first, and by how much it leads.
#[inline]
pub fn leader(scores: &Scores, count: usize) -> (usize, i32) {
    let scores = scores.get(..count).unwrap_or(scores);
    let most = |scores: &[i16]| scores.iter().copied().fold(i16::MIN, i16::max);
    let top = most(scores);
    let at = scores.iter().position(|score| *score == top).unwrap_or(0);
    let second = most(&scores[..at]).max(most(scores.get(at + 1..).unwrap_or_default()));
    (at, i32::from(top) - i32::from(second))
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
        assert_eq!(leader(&scores, LABELS), (7, 3));
    }

    #[test]
    fn long_rows_and_crowded_lines_are_read_as_they_were_written() {
        let row = |n: u64| -> Vec<(u8, i8)> { (0..n % 90 + 1).map(|label| (label as u8, 2)).collect() };
        let bytes = RowWeights::build((0..2000).map(|n| (feature(1, [n]), row(n))).collect());
        let table = RowWeights::open(&bytes).unwrap();
        let mut lost = 0;
        for n in 0..2000 {
            let mut scores = [0; LABELS];
            table.score(&[feature(1, [n])], &mut scores);
            let found = (0..).zip(scores).filter(|(_, score)| *score != 0);
            let read: Vec<(u8, i8)> = found.map(|(label, score)| (label, score as i8)).collect();
            lost += u32::from(read.is_empty());
            assert!(read.is_empty() || read == row(n), "row {n} was read as {read:?}");
        }
        assert!(lost < 100, "{lost} rows found no place");
        let strangers = (0..2000).filter(|n| {
            let mut scores = [0; LABELS];
            table.score(&[feature(9, [*n])], &mut scores);
            scores != [0; LABELS]
        });
        assert!(strangers.count() < 6);
    }

    #[test]
    fn damaged_bytes_are_an_error_or_harmless() {
        let features: Vec<u64> = (0..60).map(|n| feature(1, [n])).collect();
        let weights = features.iter().enumerate().map(|(n, hash)| (*hash, vec![(1, 1); 1 + n % 12]));
        let bytes = RowWeights::build(weights.collect());
        let sum = |bytes: &[u8]| {
            let mut scores = [0; LABELS];
            RowWeights::open(bytes).map(|table| table.score(&features, &mut scores)).map(|()| scores[1])
        };
        assert!(sum(&bytes).is_ok_and(|sum| sum > 0));
        assert!((0..bytes.len()).all(|end| sum(&bytes[..end]).is_err()));
        // Rows that would end outside their line, and rows that would lie outside the table of long ones, are empty.
        let lines = BYTES + u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize * BYTES;
        let (mut ends, mut places) = (bytes.clone(), bytes);
        for line in ends[BYTES..lines].chunks_mut(BYTES) {
            line[WIDTH * 2..ROWS].fill(0xff);
        }
        for line in places[BYTES..lines].chunks_mut(BYTES) {
            line[WIDTH * 2..ROWS].fill(2);
            line[ROWS..ROWS + 4].copy_from_slice(&[0xff, 0xff, 0xff, 9]);
        }
        assert_eq!((sum(&ends), sum(&places)), (Ok(0), Ok(0)));
        assert!(RowWeights::open(&[0xff; 132]).is_err());
    }
}
