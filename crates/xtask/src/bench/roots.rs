//! How fast copies are found, from texts in memory to sets, on one thread.

use casefile::link::{Sketch, copies};

use super::{RUNS, calibrate, cpu, median, verdict};
use crate::failure::{Failure, say};
use crate::places::Places;
use crate::roots;

const DOCUMENTS: usize = 50_000;
const BAR: f64 = 20_000.0;

/// Measures and prints it.
///
/// # Errors
/// If the articles or the system's counters cannot be read.
pub fn run(places: &Places) -> Result<(), Failure> {
    let articles = super::articles::of_usual_length(places)?;
    let documents = roots::many(&articles, DOCUMENTS);
    let words: usize = documents.iter().map(|document| super::articles::words(document)).sum();
    let mut speeds = Vec::new();
    for _ in 0..RUNS {
        let loop_time = calibrate::seconds()?;
        let begun = cpu::thread()?;
        let sketches: Vec<Sketch> = documents.iter().map(|document| Sketch::of(document)).collect();
        let sketched = cpu::thread()?;
        let found = copies(&sketches);
        let took = cpu::thread()? - begun;
        speeds.push(DOCUMENTS as f64 / took);
        let texts = found.text_of.iter().collect::<std::collections::BTreeSet<_>>().len();
        say(format_args!(
            "{:.2} s, of which sketches {:.2} s; {texts} texts; fixed loop {loop_time:.3} s",
            took,
            sketched - begun
        ));
    }
    let speed = median(&speeds);
    say(format_args!(
        "{DOCUMENTS} documents of {} words: {speed:.0} a second, bar {BAR:.0}: {}",
        words / DOCUMENTS,
        verdict(speed >= BAR)
    ));
    Ok(())
}
