//! Weights of a choice between many: tags and relations.
//!
//! Most features speak for or against a handful of labels, so each keeps a row of pairs `[label: u8][weight: i8]`. What a
//! question costs is memory: a feature therefore belongs to one line of 64 bytes, as wide as what memory hands over at once.
//! A line holds eight checks of 16 bits, where each of the eight rows ends (a byte each), and the rows one behind the
//! other. A long row lies elsewhere, and its place in the line says where. A line that is full loses its smallest rows; a
//! feature that was never learnt is taken for another once in some ten thousand times.

use super::file::ModelError;

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
/// Rows per ten lines.
const LOAD: usize = 38;
/// Set in the first byte of a row that lies elsewhere: `[ELSEWHERE | high 7 bits of the first pair][middle 8][low 8][pairs]`.
const ELSEWHERE: u8 = 0x80;

/// Features that are looked up together.
const BATCH: usize = 64;

/// The scores of all labels.
pub type Scores = [i32; LABELS];

/// The weights, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct RowWeights<'m> {
    lines: &'m [[u8; BYTES]],
    long: &'m [[u8; 2]],
}

#[inline(always)]
fn place(hash: u64, lines: usize) -> usize {
    (((hash >> 32) * lines as u64) >> 32) as usize
}

/// The check of a feature; 0 marks an empty place.
#[inline(always)]
const fn check_of(hash: u64) -> u16 {
    hash as u16 | 1
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
        let (lines, (long, left)) = (lines.as_chunks::<BYTES>().0, long.as_chunks::<2>());
        if lines.is_empty() || !left.is_empty() {
            return Err(wrong);
        }
        Ok(Self { lines, long })
    }

    /// Adds to `scores` what the features say.
    #[inline]
    pub fn score(&self, features: &[u64], scores: &mut Scores) {
        // All lines are fetched before any row is read: memory answers many questions at once, but not while a branch waits
        // for one of them.
        for features in features.chunks(BATCH) {
            let mut found = [(0_u32, 0, 0); BATCH];
            for (&hash, to) in features.iter().zip(&mut found) {
                let at = place(hash, self.lines.len());
                let (start, end) = find(&self.lines[at], check_of(hash));
                *to = (at as u32, start, end);
            }
            for &(at, start, end) in &found[..features.len()] {
                let rows = self.lines[at as usize][ROWS..].as_chunks::<2>().0;
                let mut row = rows.get(usize::from(start)..usize::from(end)).unwrap_or_default();
                if let [[high, middle], [low, pairs]] = row
                    && high & ELSEWHERE != 0
                {
                    let first = u32::from_be_bytes([0, high & !ELSEWHERE, *middle, *low]) as usize;
                    row = self.long.get(first..first + usize::from(*pairs)).unwrap_or_default();
                }
                for [label, weight] in row {
                    scores[usize::from(*label) % LABELS] += i32::from(*weight as i8);
                }
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
        let mut long: Vec<[u8; 2]> = Vec::new();
        for (hash, row) in weights {
            let line = &mut lines[place(hash, count)];
            let used: usize = line.iter().map(|(_, row)| row.len()).sum();
            let check = check_of(hash);
            if line.len() == WIDTH || line.iter().any(|(one, _)| *one == check) {
                continue;
            }
            let row: Vec<[u8; 2]> = row.iter().map(|(label, weight)| [*label, *weight as u8]).collect();
            // The last short rows of a crowded line go elsewhere too.
            let short = row.len() <= SHORT && used + row.len() <= PAIRS;
            let Ok(first) = u32::try_from(long.len()) else { continue };
            if short {
                line.push((check, row));
            } else if used + 2 <= PAIRS && first < 1 << 23 && row.len() <= usize::from(u8::MAX) {
                let [_, high, middle, low] = first.to_be_bytes();
                line.push((check, vec![[high | ELSEWHERE, middle], [low, row.len() as u8]]));
                long.extend(row);
            }
        }
        let mut out = [0; BYTES].to_vec();
        out[..4].copy_from_slice(&(count as u32).to_le_bytes());
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
        out.extend(long.as_flattened());
        out
    }
}

/// The label with the highest score among the first `count`; of equals the first.
#[inline]
pub fn best(scores: &Scores, count: usize) -> usize {
    leader(scores, count).0
}

/// The same, and by how much it leads.
#[inline]
pub fn leader(scores: &Scores, count: usize) -> (usize, i32) {
    let (mut top, mut second) = ((i32::MIN, 0), i32::MIN);
    for (label, score) in scores.iter().take(count).enumerate() {
        if *score > top.0 {
            second = top.0;
            top = (*score, label);
        } else {
            second = second.max(*score);
        }
    }
    (top.1, top.0.saturating_sub(second))
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
            let read: Vec<(u8, i8)> = (0..).zip(scores).filter(|(_, s)| *s != 0).map(|(l, s)| (l, s as i8)).collect();
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
        let mut bytes = RowWeights::build((0..60).map(|n| (n << 57, vec![(1, 1); 1 + n as usize])).collect());
        let lines = BYTES + u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize * BYTES;
        for end in (0..lines).chain([bytes.len() - 1]) {
            assert!(RowWeights::open(&bytes[..end]).is_err(), "cut at {end}");
        }
        // Rows that would lie outside their line or their table are empty.
        bytes[lines..].fill(0xff);
        bytes[BYTES + 16..lines].fill(0xff);
        let mut scores = [0; LABELS];
        RowWeights::open(&bytes).unwrap().score(&(0..60).map(|n| n << 57).collect::<Vec<_>>(), &mut scores);
        assert!(RowWeights::open(&[0xff; 132]).is_err());
    }
}
