//! The program as a whole: how fast it starts, how much memory it takes, and what a second core gives.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{articles, cpu, median, verdict};
use crate::failure::{Failure, say};
use crate::places::Places;

/// How often the program is started.
const STARTS: usize = 20;
/// Over how many articles memory is measured.
const MANY: usize = 10_000;
/// How often two cores are measured each way.
const ROUNDS: usize = 3;

/// Measures and prints.
///
/// # Errors
/// If the program cannot be built or run.
pub fn run(places: &Places) -> Result<(), Failure> {
    let program = build()?;
    let folder = std::env::temp_dir().join(format!("tearline-bench-{}", std::process::id()));
    let done = measure(&program, &folder, &articles::all(places)?);
    // The folder is of this run alone, and nothing is lost with it.
    let _ = std::fs::remove_dir_all(&folder);
    done
}

fn measure(program: &Path, folder: &Path, articles: &[String]) -> Result<(), Failure> {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, text));
        made.map_err(|error| Failure::at(&path, &error))
    };
    write("line.txt", "The ministry said on Monday that the port would stay closed.\n")?;
    for (number, article) in articles.iter().cycle().take(MANY).enumerate() {
        write(&format!("many/{number:05}.txt"), article)?;
    }
    for (number, article) in articles.iter().enumerate() {
        write(&format!("one/{number:05}.txt"), article)?;
        write(&format!("two/{number:05}.txt"), article)?;
    }
    start(program, &folder.join("line.txt"))?;
    memory(program, &folder.join("many"))?;
    cores(program, &folder.join("one"), &folder.join("two"))
}

/// The program, built as it is released.
///
/// # Errors
/// If it cannot be built.
pub fn build() -> Result<PathBuf, Failure> {
    let built = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--package", "tearline"])
        .current_dir(Places::repository())
        .status()
        .map_err(|error| Failure::new(format!("cargo cannot be run: {error}")))?;
    let here = std::env::current_exe().map_err(|error| Failure::new(error.to_string()))?;
    let program = here.with_file_name("tearline");
    if built.success() && program.exists() {
        return Ok(program);
    }
    Err(Failure::new(format!("{} could not be built: run `cargo build --release`", program.display())))
}

fn read(program: &Path, jobs: usize, paths: &[&Path]) -> Result<Child, Failure> {
    Command::new(program)
        .args(["read", "--format", "jsonl", "--jobs", &jobs.to_string()])
        .args(paths)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Failure::at(program, &error))
}

fn ended(mut child: Child) -> Result<(), Failure> {
    let status = child.wait().map_err(|error| Failure::new(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("tearline read ended with {status}"))) }
}

fn start(program: &Path, line: &Path) -> Result<(), Failure> {
    const BAR: f64 = 50.0;
    let mut times = Vec::new();
    let work = cpu::children()?;
    for _ in 0..STARTS {
        let begun = Instant::now();
        ended(read(program, 1, &[line])?)?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    let time = median(&times);
    let work = (cpu::children()? - work) * 1e3 / STARTS as f64;
    say(format_args!(
        "start, one line read and written: {time:.1} ms on the clock (median of {STARTS}) and {work:.1} ms of processor time, \
         bar {BAR} ms on the clock at most: {}",
        verdict(time < BAR)
    ));
    Ok(())
}

fn memory(program: &Path, many: &Path) -> Result<(), Failure> {
    const BAR: f64 = 250.0;
    let begun = Instant::now();
    let mut child = read(program, 2, &[many])?;
    let mut peak = 0;
    while child.try_wait().map_err(|error| Failure::new(error.to_string()))?.is_none() {
        peak = cpu::peak(child.id()).unwrap_or(0).max(peak);
        thread::sleep(Duration::from_millis(20));
    }
    let seconds = begun.elapsed().as_secs_f64();
    ended(child)?;
    let peak = peak as f64 / 1e6;
    say(format_args!(
        "memory over {MANY} articles, two threads: {peak:.0} MB at most, bar {BAR} MB: {} ({seconds:.0} s on the clock)",
        verdict(peak < BAR)
    ));
    Ok(())
}

/// One program with two threads against two programs with one each, over the same articles.
fn cores(program: &Path, one: &Path, two: &Path) -> Result<(), Failure> {
    const BAR: f64 = 95.0;
    let (mut clocks, mut works) = (Vec::new(), Vec::new());
    let timed = |run: &dyn Fn() -> Result<(), Failure>| {
        let (begun, work) = (Instant::now(), cpu::children()?);
        run()?;
        Ok::<_, Failure>((begun.elapsed().as_secs_f64(), cpu::children()? - work))
    };
    for _ in 0..ROUNDS {
        let (clock, work) = timed(&|| {
            let (first, second) = (read(program, 1, &[one])?, read(program, 1, &[two])?);
            ended(first)?;
            ended(second)
        })?;
        let (own_clock, own_work) = timed(&|| ended(read(program, 2, &[one, two])?))?;
        clocks.push(100.0 * clock / own_clock);
        works.push(100.0 * work / own_work);
    }
    let (clock, work) = (median(&clocks), median(&works));
    say(format_args!(
        "two cores, one program with two threads against two programs: {clock:.0} % on the clock, {work:.0} % of \
         processor time (median of {ROUNDS}), bar {BAR} % at least: {}",
        verdict(clock >= BAR)
    ));
    Ok(())
}
