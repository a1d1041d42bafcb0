//! How much it costs to keep articles and to find them again.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use casefile::search::Search;
use casefile::{Casefile, Place, Seams};
use record::time::Micros;
use record::viewer::Viewer;

use super::server::Server;
use super::{articles, cpu, median, process, verdict};
use crate::failure::{Failure, say};
use crate::places::Places;
use crate::prng::Prng;

/// Articles over which collecting is compared with reading, and how often.
const FEW: usize = 2_000;
const ROUNDS: usize = 5;
/// Words of an article of the length that the bars are set for.
const LENGTH: usize = 600;
/// How many searches are timed.
const SEARCHES: usize = 200;

/// Measures and prints; the sizes are of cases whose growth is looked at, the last being searched.
///
/// # Errors
/// If the program cannot be built or run, or the articles are not there.
pub fn run(places: &Places, sizes: &[usize]) -> Result<(), Failure> {
    let program = process::build()?;
    let folder = tempfile::tempdir().map_err(|error| Failure::new(error.to_string()))?;
    let texts = texts(places)?;
    against_reading(&program, folder.path(), &texts)?;
    on_a_server(&program, folder.path(), &texts)?;
    let mut costs = Vec::new();
    for &size in sizes {
        let input = written(folder.path(), &texts, size)?;
        let case = opened(&program, folder.path(), &format!("{size}.tearline"))?;
        let took = timed(collect(&program, &case, &input)?)?;
        let per = took.work * 1e3 / size as f64;
        let bytes = std::fs::metadata(&case).map_or(0, |about| about.len());
        say(format_args!(
            "{size} articles: {per:.2} ms of processor time each, {:.0} a second on the clock, {:.1} KB each on the disk, {:.0} MB \
             of memory at most",
            size as f64 / took.clock,
            bytes as f64 / 1e3 / size as f64,
            took.memory / 1e6
        ));
        costs.push((per, took.memory, case));
    }
    if let ([(first, ..), .., (last, memory, case)], [small, .., large]) = (costs.as_slice(), sizes) {
        say(format_args!(
            "an article of {large} against one of {small}: {:.2} times, bar 1.3 at most: {}",
            last / first,
            verdict(last / first <= 1.3)
        ));
        say(format_args!("memory: bar 500 MB: {}", verdict(*memory < 500e6)));
        searched(case, &texts)?;
    }
    Ok(())
}

/// Articles of about the length that is asked for: as many whole ones behind one another as are needed, cut at a paragraph.
pub(super) fn texts(places: &Places) -> Result<Vec<String>, Failure> {
    let all = articles::all(places)?;
    let mut made = Vec::new();
    let mut text = String::new();
    for paragraph in all.iter().flat_map(|article| article.split('\n')).filter(|paragraph| !paragraph.trim().is_empty())
    {
        text.push_str(paragraph);
        text.push_str("\n\n");
        if articles::words(&text) >= LENGTH {
            made.push(std::mem::take(&mut text));
        }
    }
    Ok(made)
}

/// So many articles in one file, no two of them the same.
pub(super) fn written(folder: &Path, texts: &[String], size: usize) -> Result<PathBuf, Failure> {
    let path = folder.join(format!("{size}.jsonl"));
    let failed = |error: std::io::Error| Failure::at(&path, &error);
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).map_err(failed)?);
    for (number, text) in texts.iter().cycle().take(size).enumerate() {
        let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
        let article = serde_json::json!({
            "id": format!("a{number}"), "title": format!("Report {number}"), "outlet": format!("Outlet {}", number % 97),
            "date": format!("2023-{month:02}-{day:02}"), "text": format!("Report number {number} of the desk.\n\n{text}"),
        });
        writeln!(file, "{article}").map_err(failed)?;
    }
    file.into_inner().map_err(|error| failed(error.into_error()))?;
    Ok(path)
}

fn against_reading(program: &Path, folder: &Path, texts: &[String]) -> Result<(), Failure> {
    let input = written(folder, texts, FEW)?;
    let (mut ratios, mut rates) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let case = opened(program, folder, &format!("round{round}.tearline"))?;
        let kept = timed(collect(program, &case, &input)?)?;
        let read = timed(quiet(Command::new(program).args(["read", "--format", "jsonl"]).arg(&input))?)?;
        ratios.push(kept.work / read.work);
        rates.push(FEW as f64 / kept.clock);
        let _ = std::fs::remove_file(case);
    }
    let (ratio, rate) = (median(&ratios), median(&rates));
    say(format_args!(
        "collect against read over {FEW} articles: {ratio:.2} times the processor time (median of {ROUNDS}), bar 1.3 at most: {}",
        verdict(ratio <= 1.3)
    ));
    say(format_args!("{rate:.0} articles a second on the clock, bar 140: {}", verdict(rate >= 140.0)));
    Ok(())
}

/// The same into PostgreSQL: what the program itself takes, and with it all that the server does for it.
fn on_a_server(program: &Path, folder: &Path, texts: &[String]) -> Result<(), Failure> {
    let Some(server) = Server::start()? else {
        say(format_args!("collect into PostgreSQL: not measured, since no server is installed here"));
        return Ok(());
    };
    let input = written(folder, texts, FEW)?;
    let (mut own, mut both, mut rates) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let case = server.database(&format!("round{round}"))?;
        open(program, case.as_ref())?;
        let served = |server: &Server| server.process().map_or(0.0, cpu::family);
        let before = served(&server);
        let kept = timed(collect(program, case.as_ref(), &input)?)?;
        // What the server does for a connection is counted when that has ended.
        std::thread::sleep(std::time::Duration::from_millis(200));
        let by_server = served(&server) - before;
        let read = timed(quiet(Command::new(program).args(["read", "--format", "jsonl"]).arg(&input))?)?;
        own.push(kept.work / read.work);
        both.push((kept.work + by_server) / read.work);
        rates.push(FEW as f64 / kept.clock);
    }
    let (own, both, rate) = (median(&own), median(&both), median(&rates));
    say(format_args!(
        "collect into PostgreSQL against read: {own:.2} times the processor time (median of {ROUNDS}), bar 1.6 at most: {}; \
         {both:.2} times with that of the server",
        verdict(own <= 1.6)
    ));
    say(format_args!("{rate:.0} articles a second on the clock, bar 110: {}", verdict(rate >= 110.0)));
    Ok(())
}

pub(super) fn opened(program: &Path, folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let case = folder.join(name);
    open(program, &case)?;
    Ok(case)
}

/// Makes a store, in a file or at an address, with one case.
fn open(program: &Path, store: &Path) -> Result<(), Failure> {
    let mut command = Command::new(program);
    command.arg("--case").arg(store).args(["case", "new", "Is it so?"]);
    timed(quiet(&mut command)?).map(|_| ())
}

fn collect(program: &Path, case: &Path, input: &Path) -> Result<Child, Failure> {
    quiet(Command::new(program).arg("--case").arg(case).arg("collect").arg(input))
}

/// Collects, and waits until all is kept.
pub(super) fn collected(program: &Path, case: &Path, input: &Path) -> Result<(), Failure> {
    timed(collect(program, case, input)?).map(|_| ())
}

fn quiet(command: &mut Command) -> Result<Child, Failure> {
    let started = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map_err(|error| Failure::new(format!("the program cannot be run: {error}")))
}

struct Took {
    clock: f64,
    work: f64,
    memory: f64,
}

/// Waits for a program, and says what it took.
fn timed(mut child: Child) -> Result<Took, Failure> {
    let (begun, work) = (Instant::now(), cpu::children()?);
    let mut memory = 0;
    let failed = |error: std::io::Error| Failure::new(error.to_string());
    while child.try_wait().map_err(failed)?.is_none() {
        memory = cpu::peak(child.id()).unwrap_or(0).max(memory);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    if !child.wait().map_err(failed)?.success() {
        return Err(Failure::new("the program ended with an error"));
    }
    Ok(Took { clock: begun.elapsed().as_secs_f64(), work: cpu::children()? - work, memory: memory as f64 })
}

/// Chance and a clock that nothing here depends on.
struct Still;

impl Seams for Still {
    fn now(&self) -> Micros {
        Micros(0)
    }

    fn chance(&self) -> [u8; 16] {
        [0; 16]
    }
}

/// Searches for words, pairs and phrases out of the articles, common and rare.
fn searched(case: &Path, texts: &[String]) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(error.to_string()))?;
    let failed = |error: casefile::CasefileError| Failure::new(error.to_string());
    let mut times = runtime.block_on(async {
        let casefile = Casefile::open(&Place::from(case), Arc::new(Still)).await.map_err(failed)?;
        let viewer = Viewer::cleared("ann".to_owned(), "TLP:RED".parse().map_err(|_| Failure::new("no clearance"))?);
        let case = casefile.case(&viewer, None).await.map_err(failed)?;
        let mut chance = Prng::new(5);
        let mut times = Vec::new();
        for number in 0..SEARCHES {
            let text = &texts[chance.below(texts.len())];
            let words: Vec<&str> = text.split_whitespace().collect();
            let at = chance.below(words.len().saturating_sub(3).max(1));
            let picked = &words[at..(at + 1 + number % 3).min(words.len())];
            let words = if number % 2 == 0 { picked.join(" ") } else { format!("\"{}\"", picked.join(" ")) };
            let search = Search { words, ..Search::default() };
            let begun = Instant::now();
            match casefile.search(&viewer, case.id, &search, 20, false).await {
                Ok(_) => times.push(begun.elapsed().as_secs_f64() * 1e3),
                // A dash is no word.
                Err(casefile::CasefileError::Empty(_)) => {}
                Err(error) => return Err(failed(error)),
            }
        }
        casefile.close().await;
        Ok(times)
    })?;
    times.sort_by(f64::total_cmp);
    let p95 = times.get(times.len() * 95 / 100).copied().unwrap_or_default();
    say(format_args!(
        "search, {} of words, pairs and phrases out of the articles: median {:.1} ms, p95 {p95:.1} ms, bar 50 ms: {}",
        times.len(),
        median(&times),
        verdict(p95 < 50.0)
    ));
    Ok(())
}
