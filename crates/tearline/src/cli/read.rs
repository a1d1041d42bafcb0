//! `tearline read`: who says what, in which words, how sure.

mod interrupt;
mod parallel;
mod progress;
mod sheet;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use casefile::read_bytes;
use record::time::CivilDate;

use self::interrupt::{INTERRUPTED, Interrupt};
use self::parallel::{Event, ordered};
use self::progress::Progress;
use self::sheet::Sheet;
use super::{Format, files};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};

/// Read documents: who says what, in which words, how sure
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline read article.txt
  tearline read --date 2023-02-18 --format json article.txt
  tearline read --format jsonl --jobs 1 news/
  cat article.txt | tearline read -

A folder stands for the files in it. A file that cannot be read is named, the others are read, and the exit code is 1.
Records come in the order of the files, whatever --jobs says. Ctrl-C ends behind a whole record, with exit code 130.")]
pub struct Args {
    /// Files and folders; `-` is standard input
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
    /// How many documents to read at a time; all cores where not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let (paths, failed) = files::files(&self.paths);
        let mut code = if failed.is_empty() { 0 } else { FAILED };
        for failure in failed {
            failure.tell(stage.err);
        }
        let single = self.paths.len() == 1 && !self.paths[0].is_dir();
        let mut sheet = Sheet::new(self.format, single, stage.width);
        let mut progress = Progress::new(stage.live, paths.len());
        // Somebody who types the document wants Ctrl-C to end the program, not to wait for the end of what is typed.
        let typed = paths.iter().any(|path| path.as_os_str() == "-");
        let interrupt = if typed { Interrupt::default() } else { Interrupt::watch() };
        let jobs = self.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let draw = sheet.draw();
        let read = |at: usize| self.read(&paths[at]).and_then(|(text, reading)| Ok(draw.record(&text, &reading)?));
        let weight = |at: usize| std::fs::metadata(&paths[at]).map_or(0, |about| about.len());
        let mut done = 0;
        ordered(jobs, paths.len(), weight, read, |event| {
            if let Event::Done(record) = event {
                done += 1;
                progress.clear(stage.err);
                match record {
                    Ok(record) => sheet.write(stage.out, &record)?,
                    Err(failure) => code = FAILED.max(failure.tell(stage.err)),
                }
                if progress.is_live() {
                    stage.out.flush()?;
                }
            }
            progress.show(stage.err, done);
            Ok::<bool, Failure>(!interrupt.came())
        })?;
        progress.clear(stage.err);
        sheet.end(stage.out)?;
        if interrupt.came() && done < paths.len() {
            // The records that were written are whole; where standard error is gone too, nobody is left to be told.
            let _ = writeln!(stage.err, "stopped: {done} of {} documents were read", paths.len());
            code = INTERRUPTED;
        }
        Ok(code)
    }

    fn read(&self, path: &Path) -> Result<(String, record::reading::Reading), Failure> {
        let name = path.display().to_string();
        let bytes = files::bytes(path)?;
        let (extracted, reading) = read_bytes(&name, &bytes, self.outlet.as_deref(), self.date)
            .map_err(|error| Failure::failed(format!("{name}: {error}"), "give it as UTF-8 text"))?;
        Ok((extracted.text, reading))
    }
}
