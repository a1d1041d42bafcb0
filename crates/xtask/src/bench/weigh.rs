//! Weighing: all of a hundred thousand roots, one more, and one less.

use std::hint::black_box;

use record::case::{Band, Hypothesis, Origin};
use record::id::{HypothesisId, RootId};
use record::reading::SourceKind;
use weigh::v1::{Group, Options, Trust, WeighedRoot, Weigher, judge};

use super::{cpu, median, verdict};
use crate::failure::{Failure, say};
use crate::prng::Prng;

const ROOTS: usize = 100_000;
const HYPOTHESES: u8 = 5;
/// The bars, in milliseconds.
const WHOLE: f64 = 100.0;
const ONE: f64 = 1.0;
const WHAT_IF: f64 = 10.0;
const RUNS: usize = 9;
/// How many single changes are timed together.
const MANY: usize = 1_000;

/// Measures on one core, by processor time.
pub fn run() -> Result<(), Failure> {
    let hypotheses = hypotheses();
    let roots = roots();
    let failed = |error: weigh::v1::WeighError| Failure::new(error.to_string());
    let options = Options::default();
    let mut whole = Vec::new();
    for _ in 0..RUNS {
        let before = cpu::thread()?;
        black_box(judge(&hypotheses, &roots, &options).map_err(failed)?);
        whole.push((cpu::thread()? - before) * 1e3);
    }
    let mut weigher = Weigher::new(&hypotheses, options).map_err(failed)?;
    for root in &roots {
        weigher.add(root).map_err(failed)?;
    }
    let (mut one, mut what_if) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let chosen: Vec<&WeighedRoot> = roots.iter().skip(run).step_by(ROOTS / MANY).take(MANY).collect();
        let before = cpu::thread()?;
        for root in &chosen {
            weigher.add(root).map_err(failed)?;
            black_box(weigher.readouts());
        }
        let between = cpu::thread()?;
        for root in &chosen {
            weigher.remove(root).map_err(failed)?;
        }
        let after = cpu::thread()?;
        for root in &chosen {
            weigher.remove(root).map_err(failed)?;
            black_box(weigher.readouts());
            weigher.add(root).map_err(failed)?;
        }
        one.push((between - before) * 1e3 / MANY as f64);
        what_if.push((cpu::thread()? - after) * 1e3 / MANY as f64);
    }
    for (what, figures, bar) in [
        ("all of them", &whole, WHOLE),
        ("one root more, with all read-outs", &one, ONE),
        ("what if one were not there, with all read-outs", &what_if, WHAT_IF),
    ] {
        let figure = median(figures);
        say(format_args!(
            "{ROOTS} roots, {HYPOTHESES} hypotheses, {what}: {figure:.4} ms of processor time (median of {RUNS}), bar {bar} ms: {}",
            verdict(figure <= bar)
        ));
    }
    Ok(())
}

fn hypotheses() -> Vec<Hypothesis> {
    (1..=HYPOTHESES)
        .map(|number| Hypothesis {
            id: HypothesisId([number; 16]),
            key: format!("h{number}"),
            text: String::new(),
            prior: 1.0 / f64::from(HYPOTHESES),
            why: String::new(),
        })
        .collect()
}

/// Roots as a large case has them: bands, trust of every grade, one in ten of unknown origin, one in five in a group.
fn roots() -> Vec<WeighedRoot> {
    let mut prng = Prng::new(7);
    let mut share = move || f64::from(u32::try_from(prng.below(900)).unwrap_or(0)) / 1000.0 + 0.05;
    (0..ROOTS)
        .map(|number| {
            let likelihoods = (1..=HYPOTHESES)
                .map(|hypothesis| {
                    let low = share();
                    (HypothesisId([hypothesis; 16]), Band { low, high: low + 0.04 })
                })
                .collect();
            let mut id = [0; 16];
            id[..8].copy_from_slice(&(number as u64).to_be_bytes());
            let group = (number % 5 == 1).then_some(Group { number: (number % 400) as u128, rho: 0.5 });
            WeighedRoot {
                id: RootId(id),
                name: format!("root {number}"),
                trust: Trust::Known(0.2 * (number % 5) as f64 + 0.1),
                tempering: 1.0,
                kind: [SourceKind::Named, SourceKind::Unnamed, SourceKind::Document][number % 3],
                origin: if number % 10 == 0 { Origin::Unknown } else { Origin::Known },
                groups: group.into_iter().collect(),
                likelihoods,
            }
        })
        .collect()
}
