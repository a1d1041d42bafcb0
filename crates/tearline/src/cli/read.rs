//! `tearline read`: who says what, in which words, how sure.

mod interrupt;
mod parallel;
mod progress;
mod sheet;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use anstream::StripStream;
use casefile::format::Found;
use casefile::{Given, read_document};
use record::time::CivilDate;

use self::interrupt::{INTERRUPTED, Interrupt};
use self::parallel::{Event, Task, ordered};
use self::progress::Progress;
use self::sheet::{Format, Sheet};
use super::files;
use super::sources::Sources;
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;

/// Read documents: who says what, in which words, how sure
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline read article.txt
  tearline read --date 2023-02-18 --format json article.html
  tearline read --format jsonl news/ crawl.warc.gz > claims.jsonl
  tearline read --format html --out claims.html news/
  tearline read https://courier.example/2023/02/port-shut
  cat article.txt | tearline read -

Text, Markdown, HTML, PDF, mail (EML, mbox), DOCX, RSS and Atom, articles in JSON, JSONL, CSV and Parquet, WARC, and ZIP, tar,
gz and zst of those are told by their content; what a document states of its outlet, date and language is used where nothing is
given here. A folder stands for the files in it. What cannot be read is named, the rest is read, and the exit code is 1.
Records come in the order of the documents, whatever --jobs says. Ctrl-C ends behind a whole record, with exit code 130.")]
pub struct Args {
    /// Files, folders and addresses (https://…); `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to write the reading
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// When the documents were published: 2023-02-18, 2023-02, 2023-02-18T14:05+01:00
    #[arg(long)]
    date: Option<CivilDate>,
    /// Who published them
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// The language they are in, as two letters: en
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// How many documents to read at a time; all cores where not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
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
        let (mut paths, failed) = files::files(&self.paths);
        let mut file = match &self.out {
            Some(path) => Some(self.create(path, &mut paths)?),
            None => None,
        };
        let mut code = if failed.is_empty() { 0 } else { FAILED };
        for failure in failed {
            failure.tell(stage.err);
        }
        let single = (self.paths.len() == 1 && !self.paths[0].is_dir()).then(|| self.paths[0].display().to_string());
        let mut sheet = Sheet::new(self.format, single, stage.width);
        let sizes: Vec<u64> = paths.iter().map(|path| std::fs::metadata(path).map_or(0, |about| about.len())).collect();
        let mut progress = Progress::new(stage.live, sizes.iter().sum());
        // Somebody who types the document wants Ctrl-C to end the program, not to wait for the end of what is typed.
        let typed = paths.iter().any(|path| path.as_os_str() == "-");
        let interrupt = if typed { Interrupt::default() } else { Interrupt::watch() };
        let jobs = self.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let given = Given { outlet: self.outlet, date: self.date, language: self.language };
        let (sources, draw) = (Sources::new(stage, self.allow_private), sheet.draw());
        let mut out: &mut dyn Write = match &mut file {
            Some(file) => &mut **file,
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
        ordered(jobs, &task, |event| {
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
            Ok::<bool, Failure>(!interrupt.came())
        })?;
        progress.clear(stage.err);
        sheet.end(&mut out)?;
        out.flush()?;
        if interrupt.came() && ended < paths.len() {
            // The records that were written are whole; where standard error is gone too, nobody is left to be told.
            let (read, files) = (counted(done, "document"), counted(paths.len(), "file"));
            let _ = writeln!(stage.err, "stopped: {read} read, {ended} of {files} done");
            code = INTERRUPTED;
        }
        Ok(code)
    }

    /// Makes the file that is written, which is none of those that are read.
    fn create(&self, path: &Path, paths: &mut Vec<PathBuf>) -> Result<Box<dyn Write>, Failure> {
        let is_out = |other: &PathBuf| {
            std::fs::canonicalize(other).is_ok_and(|other| std::fs::canonicalize(path).is_ok_and(|path| path == other))
        };
        if self.paths.iter().any(is_out) {
            let message = format!("{} would be written over what is read", path.display());
            return Err(Failure::usage(message, "name another file for --out"));
        }
        // In a folder it may stand from the last time.
        paths.retain(|other| !is_out(other));
        let file = File::create(path).map_err(|error| Failure::file(path, &error))?;
        let file: Box<dyn Write> = Box::new(BufWriter::new(file));
        Ok(if self.format == Format::Text { Box::new(StripStream::new(file)) } else { file })
    }
}
