//! `tearline read`: who says what, in which words, how sure.

mod interrupt;
pub mod out;
pub mod parallel;
pub mod progress;
mod sheet;

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use casefile::format::Found;
use casefile::read_document;

use self::interrupt::Interrupt;
use self::out::Out;
use self::parallel::{Event, Task, ordered};
use self::progress::Progress;
use self::sheet::{Format, Of, Sheet};
use super::files::{self, Walked};
use super::given::Given;
use super::sources::Sources;
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::table;

/// Read documents: who says what, in which words, how sure
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline read article.txt
  tearline read --date 2023-02-18 --format json article.html
  tearline read --format jsonl news/ crawl.warc.gz > claims.jsonl
  tearline read --format csv --table transfers news/ > transfers.csv
  tearline read --format html --out claims.html news/
  tearline read https://courier.example/2023/02/port-shut
  cat article.txt | tearline read -

Text, Markdown, HTML, PDF, mail (EML, mbox), DOCX, RSS and Atom, articles in JSON, JSONL, CSV and Parquet, reports and notes in
STIX 2.1, events of GDELT 2 and ICEWS, WARC, and ZIP, tar, gz and zst of those are told by their content; what a document states of its outlet, date and language is used where nothing is
given here. A folder stands for the files in it, but for links and names that begin with a dot. What cannot be read is named,
the rest is read, and the exit code is 1. A file that --out names is replaced when the new one is whole, and not before. Records come in the order of the documents, whatever --jobs says. Ctrl-C ends behind a whole record, with exit code 130, and leaves a file that --out would replace as it was.")]
pub struct Args {
    /// Files, folders and addresses (https://…); `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to write the reading
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// What is a row of CSV and Parquet
    #[arg(long, value_enum, default_value = "claims", value_name = "WHAT")]
    table: Of,
    #[command(flatten)]
    given: Given,
    /// How many documents to read at a time; all cores where not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// Fetch from hosts that are not of the public network too
    #[arg(long)]
    allow_private: bool,
    /// Write to this file and not to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        if self.format == Format::Parquet && self.out.is_none() {
            let message = "a Parquet table is not for a terminal or a pipe";
            return Err(Failure::usage(message, "write --out FILE"));
        }
        if self.table != Of::Claims && !matches!(self.format, Format::Csv | Format::Parquet) {
            let message = "only CSV and Parquet are one table; the other formats hold all that is read";
            return Err(Failure::usage(message, "leave --table out, or write --format csv"));
        }
        let mut walked = files::files(&self.paths);
        // Somebody who types the document wants Ctrl-C to end the program, not to wait for the end of what is typed. From here
        // on nothing that was begun is left behind.
        let typed = walked.paths.iter().any(|path| path.as_os_str() == "-");
        let interrupt = if typed { Interrupt::default() } else { Interrupt::watch() };
        let mut file = match &self.out {
            Some(path) => Some(self.begin(path, &mut walked.paths)?),
            None => None,
        };
        let mut code = if walked.failed.is_empty() { 0 } else { FAILED };
        walked.tell(stage.err);
        let Walked { paths, .. } = walked;
        let single = (self.paths.len() == 1 && !self.paths[0].is_dir()).then(|| self.paths[0].display().to_string());
        let mut sheet = Sheet::new(self.format, self.table, single, stage.width);
        let sizes: Vec<u64> = paths.iter().map(|path| std::fs::metadata(path).map_or(0, |about| about.len())).collect();
        let mut progress = Progress::new(stage.live, sizes.iter().sum());
        let jobs = self.jobs.map_or_else(|| available_parallelism().map_or(1, NonZeroUsize::get), usize::from);
        let given = self.given.into();
        let (sources, draw) = (Sources::new(stage, self.allow_private, interrupt.flag()), sheet.draw());
        let mut out: &mut dyn Write = match &mut file {
            Some(file) => file,
            None => &mut *stage.out,
        };
        let task = Task {
            count: paths.len(),
            size: |at: usize| sizes[at],
            open: |at: usize, give: &mut dyn FnMut(Result<Found, Failure>) -> ControlFlow<()>| {
                // Whether all was given or nobody wants more: either way this file is done.
                let _ = sources.find(&paths[at], give);
            },
            weigh: |found: &Result<Found, Failure>| found.as_ref().map_or(0, |found| found.bytes.len() as u64),
            work: |found: Result<Found, Failure>| {
                let extracted = sources.extract(found)?;
                let reading = read_document(&extracted, &given);
                Ok::<_, Failure>(draw.record(&extracted, &reading)?)
            },
        };
        let (mut done, mut ended) = (0, 0);
        let outcome = ordered(jobs, &task, |event| {
            match event {
                Event::Done(record) => {
                    progress.clear(stage.err);
                    match record {
                        Ok(record) => {
                            done += 1;
                            sheet.write(&mut out, record)?;
                        }
                        Err(failure) => code = FAILED.max(failure.tell(stage.err)),
                    }
                    if progress.is_live() {
                        out.flush()?;
                    }
                }
                Event::End => ended += 1,
                Event::Waiting => {}
            }
            progress.show(stage.err, done, sources.seen());
            Ok::<bool, io::Error>(!interrupt.came())
        });
        progress.clear(stage.err);
        let outcome = outcome.and_then(|()| sheet.end(&mut out)).and_then(|()| out.flush());
        if let Err(error) = outcome {
            return Err(match file {
                Some(file) => file.failure(&error),
                None => error.into(),
            });
        }
        let stopped = interrupt.came() && ended < paths.len();
        // A part takes no whole file's place.
        let kept = stopped && file.as_ref().is_some_and(Out::replaces);
        if let Some(file) = file.filter(|_| !kept && (done > 0 || code == 0)) {
            file.finish()?;
        }
        if stopped {
            // The records that were written are whole; where standard error is gone too, nobody is left to be told.
            let (read, files) = (counted(done, "document"), counted(paths.len(), "file"));
            let left = if kept { "; the file that --out names is left as it was" } else { "" };
            let _ = writeln!(stage.err, "stopped: {read} read, {ended} of {files} done{left}");
            code = interrupt.code();
        }
        Ok(code)
    }

    /// Begins the file that is written, which is none of those that are read.
    fn begin(&self, path: &Path, paths: &mut Vec<PathBuf>) -> Result<Out, Failure> {
        if path.as_os_str() == "-" {
            return Err(Failure::usage("--out names a file", "leave it out to write to standard output"));
        }
        let is_out = |other: &PathBuf| {
            std::fs::canonicalize(other).is_ok_and(|other| std::fs::canonicalize(path).is_ok_and(|path| path == other))
        };
        if self.paths.iter().any(is_out) {
            let name = table::one_line(&path.display().to_string());
            let message = format!("{name} would be written over what is read");
            return Err(Failure::usage(message, "name another file for --out"));
        }
        // In a folder it may stand from the last time.
        paths.retain(|other| !is_out(other));
        Out::begin(path, self.format == Format::Text)
    }
}
