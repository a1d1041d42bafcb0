//! A peer on the same articles in the same run: a small neural pipeline in Python with an attribution extractor on it.
//!
//! It is installed into `target/peer` from what `peer/requirements.txt` names. Where that cannot be had, it is skipped,
//! and the output says so.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{RUNS, articles, calibrate, median};
use crate::failure::{Failure, say};
use crate::places::Places;

/// How many articles the peer reads in a run: it is slow, and its speed does not depend on their number.
const ARTICLES: usize = 40;

/// Measures and prints; `own` is the speed of Tearline in words a second.
///
/// # Errors
/// If the system's counters cannot be read, or the articles cannot be written for the peer.
pub fn run(articles: &[String], own: f64) -> Result<(), Failure> {
    let python = match install() {
        Ok(python) => python,
        Err(failure) => {
            say(format_args!("PEER SKIPPED: {failure}"));
            return Ok(());
        }
    };
    let step = (articles.len() / ARTICLES).max(1);
    let chosen: Vec<&String> = articles.iter().step_by(step).take(ARTICLES).collect();
    let words: usize = chosen.iter().map(|article| articles::words(article)).sum();
    let before = calibrate::seconds()?;
    match seconds(&python, &chosen) {
        Err(failure) => say(format_args!("PEER SKIPPED: {failure}")),
        Ok(times) => {
            let speed = words as f64 / median(&times);
            let calibration = f64::midpoint(before, calibrate::seconds()?);
            say(format_args!(
                "peer, spaCy en_core_web_sm with an attribution extractor: {speed:.0} words/s of processor time on one core \
                 (median of {RUNS} runs over {words} words; the fixed loop took {calibration:.3} s); Tearline is {:.0} times as fast",
                own / speed
            ));
        }
    }
    Ok(())
}

fn folder() -> PathBuf {
    Places::repository().join("crates/xtask/peer")
}

/// Makes the environment, once, and gives its Python.
fn install() -> Result<PathBuf, Failure> {
    let environment = Places::repository().join("target/peer");
    let python = environment.join("bin/python");
    let ready = environment.join("ready");
    if !ready.exists() {
        done(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        let wanted = folder().join("requirements.txt");
        done(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).arg("-r").arg(wanted))?;
        std::fs::write(&ready, "").map_err(|error| Failure::at(&ready, &error))?;
    }
    Ok(python)
}

fn done(command: &mut Command) -> Result<(), Failure> {
    let output = command.output().map_err(|error| Failure::new(format!("{command:?}: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("{command:?} failed: {}", said.lines().last().unwrap_or_default())))
}

/// The processor time of each run of the peer, in seconds.
fn seconds(python: &Path, articles: &[&String]) -> Result<Vec<f64>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("the peer: {error}"));
    let mut command = Command::new(python);
    command.arg(folder().join("attribution.py")).arg(RUNS.to_string());
    // One core, and the arithmetic that its libraries choose for this processor themselves.
    for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"] {
        command.env(threads, "1");
    }
    command.env_remove("OPENBLAS_CORETYPE").env_remove("OPENBLAS_L2_SIZE");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| failed(&error))?;
    let json = serde_json::to_vec(articles).map_err(|error| failed(&error))?;
    // Dropping the pipe behind this block tells the peer that it has everything.
    child.stdin.take().map_or(Ok(()), |mut pipe| pipe.write_all(&json)).map_err(|error| failed(&error))?;
    let output = child.wait_with_output().map_err(|error| failed(&error))?;
    let times: Vec<f64> =
        String::from_utf8_lossy(&output.stdout).lines().filter_map(|line| line.parse().ok()).collect();
    if output.status.success() && times.len() == RUNS {
        return Ok(times);
    }
    Err(failed(&output.status))
}
