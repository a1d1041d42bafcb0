//! The best release there is: every choice of rungs for every line, held against the adversary.

use super::adversary::{origins, weighed};
use super::make::{Draft, World};

/// The most bits that a release can keep after which the adversary suspects no source more than `1 / (k + 1)`. Unlike the program
/// it looks at who the sources are.
pub fn bits(world: &World, draft: &[Draft], k: u32) -> f64 {
    let bound = 1.0 / f64::from(k + 1) + 1e-9;
    // For each line every choice with its bits and its origins; to leave it out is one.
    let mut options: Vec<Vec<(f64, Option<Vec<usize>>)>> = Vec::new();
    for line in draft {
        let mut all = vec![(0.0, None)];
        let sizes: Vec<usize> = line.details.iter().map(|detail| detail.rungs.len()).collect();
        let total: usize = sizes.iter().product();
        for number in 0..total {
            let mut rest = number;
            let rungs: Vec<_> = line
                .details
                .iter()
                .zip(&sizes)
                .map(|(detail, size)| {
                    let rung = &detail.rungs[rest % size];
                    rest /= size;
                    rung
                })
                .collect();
            let words: Vec<String> = rungs.iter().map(|rung| rung.words.clone()).collect();
            all.push((rungs.iter().map(|rung| rung.bits).sum(), Some(origins(world, &words))));
        }
        options.push(all);
    }
    let mut best: f64 = 0.0;
    let mut chosen = vec![0; options.len()];
    loop {
        let picked = || chosen.iter().zip(&options).map(|(at, all)| &all[*at]);
        let sum: f64 = picked().map(|(bits, _)| bits).sum();
        if sum > best {
            let said: Vec<Vec<usize>> = picked().filter_map(|(_, origins)| origins.clone()).collect();
            let safe = super::DOUBTS.iter().all(|doubt| {
                let likely = weighed(&said, world.people + world.papers.len(), *doubt);
                likely.iter().all(|line| world.sources.iter().all(|source| line[*source] <= bound))
            });
            if safe {
                best = sum;
            }
        }
        let mut line = 0;
        while line < chosen.len() {
            chosen[line] += 1;
            if chosen[line] < options[line].len() {
                break;
            }
            chosen[line] = 0;
            line += 1;
        }
        if line == chosen.len() {
            return best;
        }
    }
}
