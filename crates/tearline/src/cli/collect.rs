//! `tearline collect`: take documents into a case.

use std::collections::BTreeSet;
use std::path::PathBuf;

use casefile::{Collected, Incoming, Provenance};
use record::label::Protection;
use record::time::CivilDate;

use super::{Shared, files};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::{style, table};

/// How many files, or how many bytes of them, are committed together.
const BATCH: usize = 16;
const BATCH_BYTES: usize = 8 << 20;

/// Take documents into the case: their bytes are kept, and they are read
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline collect news/
  tearline --case c.tearline collect cable.txt --marking \"SECRET//NOFORN\" --owner \"Station East\" --protection protected

A line is printed when a document is safe on the disk, and not before. The same document again is no change.")]
pub struct Args {
    /// Files and folders; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Their marking; the case's own where not given
    #[arg(long)]
    marking: Option<String>,
    /// Whose they are, and so who must agree before anything of them is disclosed; may be given again
    #[arg(long, value_name = "NAME")]
    owner: Vec<String>,
    /// How the source is guarded; `protected` needs an owner, and only owners see it
    #[arg(long, value_enum, default_value = "open")]
    protection: Guard,
    /// Who published them
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// When they were published: 2023-02-18, 2023-02, 2023-02-18T14:05+01:00
    #[arg(long)]
    date: Option<CivilDate>,
    /// Why they are collected, for the journal
    #[arg(long, default_value = "collected")]
    why: String,
}

/// How a source is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Guard {
    Open,
    Sensitive,
    Protected,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let provenance = self.provenance()?;
        let (casefile, viewer, case) = shared.open(stage).await?;
        let (mut paths, failed) = files::files(&self.paths);
        // The case does not take itself in.
        let own = own_files(&shared.place()?.0);
        paths.retain(|path| std::fs::canonicalize(path).map_or(true, |path| !own.contains(&path)));
        let mut tally = Tally::default();
        for failure in failed {
            failure.tell(stage.err);
            tally.failed += 1;
        }
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for path in paths {
            match files::bytes(&path) {
                Ok(content) => {
                    bytes += content.len();
                    batch.push(Incoming { name: path.display().to_string(), bytes: content });
                }
                Err(failure) => {
                    failure.tell(stage.err);
                    tally.failed += 1;
                }
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                let outcomes = casefile.collect(&viewer, case.id, &std::mem::take(&mut batch), &provenance).await?;
                tally.tell(outcomes, stage)?;
                bytes = 0;
            }
        }
        let outcomes = casefile.collect(&viewer, case.id, &batch, &provenance).await?;
        tally.tell(outcomes, stage)?;
        casefile.close().await;
        let faint = style::FAINT;
        writeln!(
            stage.out,
            "{faint}{} added with {}, {} already there, {} not read{faint:#}",
            tally.added,
            counted(tally.claims, "claim"),
            tally.held,
            tally.failed
        )?;
        Ok(if tally.failed > 0 { FAILED } else { 0 })
    }

    fn provenance(&self) -> Result<Provenance, Failure> {
        let marking =
            self.marking.as_deref().map(disclose::marking::valid).transpose().map_err(casefile::CasefileError::from)?;
        let owners: BTreeSet<String> =
            self.owner.iter().map(|owner| owner.trim().to_owned()).filter(|owner| !owner.is_empty()).collect();
        let protection = match self.protection {
            Guard::Open => Protection::Open,
            Guard::Sensitive => Protection::Sensitive,
            Guard::Protected => Protection::Protected,
        };
        if protection == Protection::Protected && owners.is_empty() {
            return Err(Failure::usage(
                "a protected document needs an owner, or nobody could see it",
                "write --owner NAME",
            ));
        }
        Ok(Provenance {
            marking,
            owners,
            protection: Some(protection),
            outlet: self.outlet.clone(),
            date: self.date,
            why: self.why.clone(),
        })
    }
}

/// The case file and what SQLite keeps beside it.
fn own_files(case: &std::path::Path) -> Vec<PathBuf> {
    ["", "-wal", "-shm", "-journal"]
        .iter()
        .filter_map(|end| {
            let mut name = case.as_os_str().to_owned();
            name.push(end);
            std::fs::canonicalize(name).ok()
        })
        .collect()
}

/// What became of the files.
#[derive(Debug, Default)]
struct Tally {
    added: usize,
    claims: usize,
    held: usize,
    failed: usize,
}

impl Tally {
    /// Says what became of each file. What is said to be added is on the disk.
    fn tell(&mut self, outcomes: Vec<Collected>, stage: &mut Stage<'_>) -> Result<(), Failure> {
        for outcome in outcomes {
            match outcome {
                Collected::Added { name, sha256, claims, problems } => {
                    self.added += 1;
                    self.claims += claims;
                    writeln!(
                        stage.out,
                        "added {} {} ({})",
                        sha256.short(),
                        table::one_line(&name),
                        counted(claims, "claim")
                    )?;
                    for problem in problems {
                        let warning = style::WARNING;
                        writeln!(
                            stage.err,
                            "{warning}note{warning:#}: {}: {}",
                            table::one_line(&name),
                            problem.message
                        )?;
                    }
                }
                Collected::Held { name, sha256 } => {
                    self.held += 1;
                    writeln!(stage.out, "there already {} {}", sha256.short(), table::one_line(&name))?;
                }
                Collected::Refused { name, reason } => {
                    self.failed += 1;
                    Failure::failed(format!("{name}: {reason}"), "give it as UTF-8 text; the other files were taken")
                        .tell(stage.err);
                }
            }
        }
        // Whoever reads these lines takes them for a promise, so they must not wait in a buffer.
        stage.out.flush()?;
        Ok(())
    }
}
