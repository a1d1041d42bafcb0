//! The best ways to label a sentence, given what each label and each step from label to label is worth.

use super::label::{CUE, KINDS, OTHER, STEPS};

/// Scores of one token: of its label, and of its step from each label to each.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// Per label.
    pub label: [i32; KINDS],
    /// Per label before and label now.
    pub step: [[i32; KINDS]; KINDS],
}

impl Cell {
    /// Takes the scores of a token from those of the model.
    pub fn of(label: [i32; KINDS], steps: &[i32; STEPS]) -> Self {
        let mut step = [[0; KINDS]; KINDS];
        step.iter_mut().zip(steps.chunks(KINDS)).for_each(|(row, scores)| row.copy_from_slice(scores));
        Self { label, step }
    }
}

/// A score that no way can have.
const BAR: i64 = i64::MIN / 2;

/// A way to come to a token with a label.
#[derive(Debug, Clone, Copy)]
struct Step {
    score: i64,
    /// The label before.
    from: u8,
    /// Which of that label's ways it goes on.
    rank: u8,
}

/// The best ways to label a sentence, best first. Keep one and reuse it: its buffers are kept.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    /// What the best way from each token and label to the end is worth, the token itself left out.
    ahead: Vec<[i64; KINDS]>,
    /// All ways to come to each token with each label, best first.
    steps: Vec<Step>,
    /// Where those of a token and a label begin.
    starts: Vec<usize>,
    scores: Vec<i64>,
    labels: Vec<u8>,
    length: usize,
}

impl Ways {
    /// Finds the `count` best ways, at most 255, with the token `head` fixed as part of the cue; none that is more than
    /// `widest` worse than the best. Of equals that comes first whose last label is lower.
    pub fn find(&mut self, cells: &[Cell], head: usize, count: usize, widest: i64) {
        self.length = cells.len();
        self.scores.clear();
        self.labels.clear();
        if cells.is_empty() {
            return;
        }
        let fits = |at: usize, label: usize| at != head || label == usize::from(CUE);
        self.look_ahead(cells, fits);
        let value = |label: usize| self.ahead[0][label] + i64::from(cells[0].label[label]);
        let best = (0..KINDS).filter(|label| fits(0, *label)).map(value).max().unwrap_or(BAR);
        self.come_to_each(cells, fits, count.min(usize::from(u8::MAX)), best.saturating_sub(widest));
        self.trace_back(cells.len(), count);
    }

    /// From the last token to the first, what the best way from each label to the end is worth.
    fn look_ahead(&mut self, cells: &[Cell], fits: impl Fn(usize, usize) -> bool) {
        self.ahead.clear();
        self.ahead.resize(cells.len(), [0; KINDS]);
        for at in (1..cells.len()).rev() {
            let (cell, later) = (&cells[at], self.ahead[at]);
            for before in 0..KINDS {
                let value = |now: usize| i64::from(cell.step[before][now]) + i64::from(cell.label[now]) + later[now];
                self.ahead[at - 1][before] = (0..KINDS).filter(|now| fits(at, *now)).map(value).max().unwrap_or(BAR);
            }
        }
    }

    /// From the first token to the last, the ways to come to each label; none that cannot be worth `least` in the end.
    fn come_to_each(&mut self, cells: &[Cell], fits: impl Fn(usize, usize) -> bool, count: usize, least: i64) {
        self.steps.clear();
        self.starts.clear();
        for (at, cell) in cells.iter().enumerate() {
            let before = self.starts.len().saturating_sub(KINDS);
            for now in 0..KINDS {
                let start = self.steps.len();
                self.starts.push(start);
                if !fits(at, now) {
                    continue;
                }
                let own = i64::from(cell.label[now]);
                let least = least - self.ahead[at][now];
                if at == 0 {
                    self.steps.extend((own >= least).then_some(Step { score: own, from: 0, rank: 0 }));
                    continue;
                }
                // Four lists, each in order, become one.
                let gains: [i64; KINDS] = std::array::from_fn(|from| own + i64::from(cell.step[from][now]));
                let first: [usize; KINDS] = std::array::from_fn(|from| self.starts[before + from]);
                let ends: [usize; KINDS] = std::array::from_fn(|from| self.starts[before + from + 1]);
                let mut next = first;
                while self.steps.len() - start < count {
                    let mut top = (BAR, KINDS);
                    for from in 0..KINDS {
                        if next[from] < ends[from] {
                            let score = self.steps[next[from]].score + gains[from];
                            if score > top.0 {
                                top = (score, from);
                            }
                        }
                    }
                    let (score, from) = top;
                    if from == KINDS || score < least {
                        break;
                    }
                    self.steps.push(Step { score, from: from as u8, rank: (next[from] - first[from]) as u8 });
                    next[from] += 1;
                }
            }
        }
        self.starts.push(self.steps.len());
    }

    /// The labels of the best ways that reach the end.
    fn trace_back(&mut self, length: usize, count: usize) {
        let last = (length - 1) * KINDS;
        let mut ends: Vec<(usize, usize)> = (0..KINDS)
            .flat_map(|label| (self.starts[last + label]..self.starts[last + label + 1]).map(move |step| (label, step)))
            .collect();
        ends.sort_by_key(|(label, step)| (std::cmp::Reverse(self.steps[*step].score), *label));
        for (mut label, mut step) in ends.into_iter().take(count) {
            self.scores.push(self.steps[step].score);
            let start = self.labels.len();
            self.labels.resize(start + length, OTHER);
            for at in (0..length).rev() {
                self.labels[start + at] = label as u8;
                let Step { from, rank, .. } = self.steps[step];
                label = usize::from(from);
                if at > 0 {
                    step = self.starts[(at - 1) * KINDS + label] + usize::from(rank);
                }
            }
        }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether there is none, as of an empty sentence.
    pub const fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// The labels of a way; none if there is no such way.
    pub fn labels(&self, way: usize) -> &[u8] {
        self.labels.get(way * self.length..(way + 1) * self.length).unwrap_or_default()
    }

    /// By how much a way is worse than the best.
    pub fn behind(&self, way: usize) -> i32 {
        let behind = self.scores.first().zip(self.scores.get(way)).map_or(0, |(best, own)| best - own);
        i32::try_from(behind).unwrap_or(i32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three tokens, the second of which is the cue.
    fn cells() -> Vec<Cell> {
        let of = |label: [i32; KINDS]| Cell { label, step: [[0; KINDS]; KINDS] };
        let mut cells = vec![of([0, 9, 0, 7]), of([50, 0, 0, 0]), of([0, 1, 0, 8])];
        // A source is not begun behind a cue.
        cells[2].step[usize::from(CUE)][1] = -100;
        cells
    }

    #[test]
    fn the_best_ways_come_in_order_and_keep_the_cue() {
        let mut ways = Ways::default();
        ways.find(&cells(), 1, 3, 1000);
        let all: Vec<_> = (0..ways.len()).map(|way| (ways.labels(way), ways.behind(way))).collect();
        assert_eq!(all, [(&[1, 2, 3][..], 0), (&[3, 2, 3], 2), (&[1, 2, 0], 8)]);
    }

    #[test]
    fn a_way_that_is_far_behind_is_left_out() {
        let mut ways = Ways::default();
        ways.find(&cells(), 1, 24, 2);
        assert_eq!(ways.len(), 2);
        ways.find(&[], 0, 24, 2);
        assert!(ways.is_empty());
    }

    #[test]
    fn no_better_way_is_overlooked() {
        // All labellings of five tokens, by hand.
        let cells: Vec<Cell> = (0..5_i32)
            .map(|at| Cell {
                label: std::array::from_fn(|label| (at * 7 + label as i32 * 13) % 11),
                step: std::array::from_fn(|from| {
                    std::array::from_fn(|to| (from as i32 * 5 + to as i32 * 3 + at) % 7 - 3)
                }),
            })
            .collect();
        let worth = |labels: &[usize]| {
            let steps = (1..5).map(|at| cells[at].step[labels[at - 1]][labels[at]]).sum::<i32>();
            steps + (0..5).map(|at| cells[at].label[labels[at]]).sum::<i32>()
        };
        let mut all = Vec::new();
        for code in 0..KINDS.pow(5) {
            let labels: Vec<usize> = (0..5).map(|at| code / KINDS.pow(at) % KINDS).collect();
            all.extend((labels[2] == usize::from(CUE)).then(|| worth(&labels)));
        }
        all.sort_unstable_by_key(|score| std::cmp::Reverse(*score));
        let mut ways = Ways::default();
        ways.find(&cells, 2, 20, i64::MAX / 4);
        let behind: Vec<i32> = (0..ways.len()).map(|way| ways.behind(way)).collect();
        assert_eq!(behind, all[..20].iter().map(|score| all[0] - score).collect::<Vec<_>>());
        for (way, score) in all[..20].iter().enumerate() {
            let labels: Vec<usize> = ways.labels(way).iter().map(|label| usize::from(*label)).collect();
            assert_eq!(worth(&labels), *score, "{labels:?} is not worth what it was counted for");
        }
    }
}
