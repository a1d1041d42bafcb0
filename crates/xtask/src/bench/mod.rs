//! Measuring speed, memory and size of the reader against the bars of the house, so that the next bottleneck shows.
//!
//! Speed is processor time and not time on the clock, since other programs share the machine; a fixed loop of integer
//! work is timed beside every run, so that figures from other days and machines can be compared.

mod articles;
mod calibrate;
mod cover;
mod cpu;
mod packet;
mod peer;
pub mod process;
mod release;
mod roots;
mod server;
mod stages;
mod store;
mod weigh;

use clap::ValueEnum;

use crate::failure::{Failure, say};
use crate::places::Places;

/// How often everything is measured; the median counts.
const RUNS: usize = 7;

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// The reader: speed as a whole and by stage, start, memory, two cores, models, and a peer
    Read,
    /// Finding copies: documents a second
    Roots,
    /// Collecting and searching: processor time against reading, articles a second, growth, memory
    Store,
    /// Weighing: all of 100,000 roots, one more, one less
    Weigh,
    /// The adversary's chair: 300 lines over 100,000 claims and 1,000 earlier releases, and one detail dragged
    Cover,
    /// Packets: building one of 300 lines with all its files, and verifying it
    Packet,
    /// Releases: one of 300 lines out of 100,000 claims, looked at, approved and issued
    Release,
}

/// Measures what is asked for and prints it as tables.
///
/// # Errors
/// If the articles, the program or the system's counters cannot be read.
pub fn run(what: What, places: &Places, sizes: &[usize]) -> Result<(), Failure> {
    if what == What::Roots {
        return roots::run(places);
    }
    if what == What::Weigh {
        return weigh::run();
    }
    if what == What::Cover {
        return cover::run();
    }
    if what == What::Packet {
        return packet::run();
    }
    if what == What::Release {
        return release::run(places);
    }
    if what == What::Store {
        return store::run(places, sizes);
    }
    let articles = articles::of_usual_length(places)?;
    let words: usize = articles.iter().map(|article| articles::words(article)).sum();
    say(format_args!(
        "{} articles of 100 to 1,000 words, {words} words in all; processor time of one core\n",
        articles.len()
    ));
    let whole = stages::run(&articles, words)?;
    models()?;
    process::run(places)?;
    peer::run(&articles, whole)
}

/// The middle one of some figures, the higher of the two in the middle where their number is even; 0 of none.
fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Whether a bar is reached, in the words of the tables.
fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "missed" }
}

/// How large all models are together.
fn models() -> Result<(), Failure> {
    const BAR: f64 = 20.0;
    let folder = Places::repository().join("models");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, &error))?;
    let mut bytes = 0;
    for entry in entries.flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "bin") {
            bytes += entry.metadata().map_err(|error| Failure::at(&entry.path(), &error))?.len();
        }
    }
    let size = bytes as f64 / 1e6;
    say(format_args!("models: {size:.1} MB, bar {BAR} MB at most: {}", verdict(size <= BAR)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_bad_run_does_not_move_the_median() {
        assert_eq!(median(&[3.0, 1.0, 900.0, 2.0, 2.5]), 2.5);
        assert_eq!(median(&[]), 0.0);
    }
}
