//! `tearline read`: who says what, in which words, how sure.

use std::path::PathBuf;

use casefile::read_bytes;
use record::time::CivilDate;

use super::{Format, files};
use crate::failure::{FAILED, Failure, Outcome};
use crate::{Stage, show};

/// Read documents: who says what, in which words, how sure
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline read article.txt
  tearline read --date 2023-02-18 --format json article.txt
  cat article.txt | tearline read -

A folder stands for the files in it. A file that cannot be read is named, the others are read, and the exit code is 1.")]
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
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let (paths, failed) = files::files(&self.paths);
        let mut code = if failed.is_empty() { 0 } else { FAILED };
        for failure in failed {
            failure.tell(stage.err);
        }
        let mut all = Vec::new();
        for path in paths {
            let name = path.display().to_string();
            let read = files::bytes(&path).and_then(|bytes| {
                read_bytes(&name, &bytes, self.outlet.as_deref(), self.date)
                    .map_err(|error| Failure::failed(format!("{name}: {error}"), "give it as UTF-8 text"))
            });
            let (extracted, reading) = match read {
                Ok(read) => read,
                Err(failure) => {
                    code = FAILED.max(failure.tell(stage.err));
                    continue;
                }
            };
            match self.format {
                Format::Text => show::article::write(stage.out, stage.width, &extracted.text, &reading)?,
                Format::Jsonl => show::json_line(stage.out, &reading)?,
                Format::Json => all.push(reading),
            }
        }
        if self.format == Format::Json {
            match all.as_slice() {
                [only] if self.paths.len() == 1 && !self.paths[0].is_dir() => show::json(stage.out, only)?,
                all => show::json(stage.out, &all)?,
            }
        }
        Ok(code)
    }
}
