//! The averaged perceptron with a margin, in whole numbers.
//!
//! A choice that is wrong, or right by less than the margin, moves the weights of its features one step towards the
//! right label and one away from the wrong one. The model is the average of the weights over all steps (Collins 2002),
//! which is what makes it hold on new text. All sums are integers, so the same corpus gives the same bytes anywhere.
//!
//! Features that are seen fewer than `cutoff` times while features are counted are never learnt: this bounds the size,
//! and keeps the model from leaning on words it will not meet again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use read::model::rows::LABELS;

/// A hasher for keys that are hashes already.
#[derive(Debug, Default)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// The weight of one label under one feature, and what its average needs.
#[derive(Debug, Clone, Copy)]
struct Cell {
    label: u8,
    weight: i32,
    /// Sum of the weight over the steps up to `since`.
    total: i64,
    since: u32,
}

/// A feature's frozen weights: its hash, and a weight for each label that has one.
pub type Frozen = Vec<(u64, Vec<(u8, i64)>)>;

/// A perceptron in training.
#[derive(Debug)]
pub struct Perceptron {
    /// Below `cutoff` how often a feature was seen; from there on the number of its row plus `cutoff`.
    index: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    rows: Vec<Vec<Cell>>,
    cutoff: u32,
    counting: bool,
    step: u32,
}

impl Perceptron {
    /// One that knows nothing. `cutoff` is how often a feature must be seen, at least 1.
    pub fn new(cutoff: u32) -> Self {
        Self { index: HashMap::default(), rows: Vec::new(), cutoff, counting: true, step: 1 }
    }

    /// From now on no new features are learnt.
    pub fn stop_counting(&mut self) {
        self.counting = false;
        let cutoff = self.cutoff;
        self.index.retain(|_, value| *value >= cutoff);
        self.index.shrink_to_fit();
    }

    /// Finds the rows of features.
    pub fn resolve(&mut self, features: &[u64], out: &mut Vec<u32>) {
        out.clear();
        for feature in features {
            if !self.counting {
                out.extend(self.index.get(feature).map(|value| value - self.cutoff));
                continue;
            }
            let value = self.index.entry(*feature).or_insert(0);
            if *value < self.cutoff {
                *value += 1;
                if *value == self.cutoff {
                    *value += self.rows.len() as u32;
                    self.rows.push(Vec::new());
                }
            }
            if *value >= self.cutoff {
                out.push(*value - self.cutoff);
            }
        }
    }

    /// The scores of all labels under the weights as they are now.
    pub fn score(&self, rows: &[u32]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for row in rows {
            for cell in &self.rows[*row as usize] {
                scores[usize::from(cell.label) % LABELS] += cell.weight;
            }
        }
        scores
    }

    /// Counts one choice; averages are over these.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights one step towards `right` and away from `wrong`.
    pub fn update(&mut self, rows: &[u32], right: u8, wrong: u8) {
        for row in rows {
            self.nudge(*row, right, 1);
            self.nudge(*row, wrong, -1);
        }
    }

    fn nudge(&mut self, row: u32, label: u8, by: i32) {
        let row = &mut self.rows[row as usize];
        match row.iter_mut().find(|cell| cell.label == label) {
            Some(cell) => {
                cell.total += i64::from(cell.weight) * i64::from(self.step - cell.since);
                cell.since = self.step;
                cell.weight += by;
            }
            None => row.push(Cell { label, weight: by, total: 0, since: self.step }),
        }
    }

    /// The sums of the weights over all steps, ordered by feature and label.
    pub fn freeze(&self) -> Frozen {
        let mut out = Vec::with_capacity(self.rows.len());
        for (feature, value) in self.index.iter().filter(|(_, value)| **value >= self.cutoff) {
            let sum =
                |cell: &Cell| (cell.label, cell.total + i64::from(cell.weight) * i64::from(self.step - cell.since));
            let mut row: Vec<_> = self.rows[(value - self.cutoff) as usize].iter().map(sum).collect();
            row.retain(|(_, total)| *total != 0);
            row.sort_unstable();
            out.push((*feature, row));
        }
        out.sort_unstable();
        out
    }
}

/// The size of sum that becomes the largest weight of one byte: all but one in `rare` sums are no larger.
pub fn scale_of(sums: impl Iterator<Item = i64>, rare: usize) -> i64 {
    let mut sizes: Vec<i64> = sums.map(i64::abs).collect();
    sizes.sort_unstable();
    sizes.len().checked_sub(1 + sizes.len() / rare).map_or(1, |at| sizes[at].max(1))
}

/// A sum as a weight of one byte, where `scale` becomes 127; rounded half away from zero, larger ones cut off.
pub fn small(sum: i64, scale: i64) -> i8 {
    let half = scale / 2 * sum.signum();
    ((sum * 127 + half) / scale).clamp(-127, 127) as i8
}

#[cfg(test)]
mod tests {
    use super::*;
    use read::model::rows::best;

    #[test]
    fn it_learns_what_tells_labels_apart() {
        let mut perceptron = Perceptron::new(1);
        let mut rows = Vec::new();
        for _ in 0..10 {
            for (features, right) in [([1, 9], 0u8), ([2, 9], 1), ([3, 9], 2)] {
                perceptron.resolve(&features, &mut rows);
                let wrong = best(&perceptron.score(&rows)[..3]) as u8;
                if wrong != right {
                    perceptron.update(&rows, right, wrong);
                }
                perceptron.tick();
            }
        }
        perceptron.resolve(&[3], &mut rows);
        assert_eq!(best(&perceptron.score(&rows)[..3]), 2);
        assert!(perceptron.freeze().windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn rare_features_are_not_learnt() {
        let mut perceptron = Perceptron::new(2);
        let mut rows = Vec::new();
        perceptron.resolve(&[5, 6], &mut rows);
        assert!(rows.is_empty());
        perceptron.resolve(&[5], &mut rows);
        assert_eq!(rows.len(), 1);
        perceptron.stop_counting();
        perceptron.resolve(&[5, 6], &mut rows);
        assert_eq!(rows.len(), 1);
    }

    #[test]
    fn weights_are_rounded_and_cut_off() {
        assert_eq!([small(1000, 1000), small(-5000, 1000), small(4, 1000), small(-3, 1000)], [127, -127, 1, 0]);
        assert_eq!(scale_of([1, -9, 3, 4].into_iter(), 4), 4);
    }
}
