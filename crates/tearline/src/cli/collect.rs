//! `tearline collect`: take documents into a case.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use casefile::format::Extracted;
use casefile::{Collected, Provenance};
use record::label::Protection;

use super::given::Given;
use super::sources::Sources;
use super::{Shared, files, is_name};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::{style, table};

/// How many documents, or how many bytes of them, are committed together.
const BATCH: usize = 16;
const BATCH_BYTES: usize = 8 << 20;
/// How many documents wait to be committed while others are read.
const AHEAD: usize = 4;

/// Take documents into the case: their bytes are kept, and they are read
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline collect news/
  tearline --case c.tearline collect cable.txt --marking \"SECRET//NOFORN\" --owner \"Station East\" --protection protected

Text, Markdown, HTML, PDF, mail (EML, mbox), DOCX, RSS and Atom, articles in JSON, JSONL, CSV and Parquet, WARC, and ZIP, tar,
gz and zst of those are read; what a document states of its outlet, date and language is used where nothing is given here.
A line is printed when a document is safe on the disk, and not before. The same document again is no change.")]
pub struct Args {
    /// Files, folders and addresses (https://…); `-` is standard input
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
    #[command(flatten)]
    given: Given,
    /// Fetch from hosts that are not of the public network too
    #[arg(long)]
    allow_private: bool,
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
        let (paths, allow_private) = (self.paths.clone(), self.allow_private);
        let provenance = self.provenance()?;
        let (casefile, viewer, case) = shared.open(stage).await?;
        let mut walked = files::files(&paths);
        // The case does not take itself in.
        let own = own_files(&shared.place()?.0);
        walked.paths.retain(|path| std::fs::canonicalize(path).map_or(true, |path| !own.contains(&path)));
        let mut tally = Tally { spoken: Ok(()), added: 0, claims: 0, held: 0, failed: walked.failed.len() };
        walked.tell(stage.err);
        let paths = walked.paths;
        let sources = Sources::new(stage, allow_private, Arc::default());
        let (send, receive) = mpsc::sync_channel(AHEAD);
        // Files are opened and read beside the writing of what is in them. Whatever ends the writing ends the reading.
        std::thread::spawn(move || {
            for path in paths {
                let flow = sources.read(&path, &mut |found| match send.send(found) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(_) => ControlFlow::Break(()),
                });
                if flow.is_break() {
                    return;
                }
            }
        });
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for found in receive {
            match found {
                Ok(extracted) => {
                    let extracted: Extracted = extracted;
                    bytes += extracted.bytes.len();
                    batch.push(extracted);
                }
                Err(failure) => {
                    tally.failed += 1;
                    failure.tell(stage.err);
                }
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                let outcomes = casefile.collect(&viewer, case.id, &std::mem::take(&mut batch), &provenance).await?;
                tally.tell(outcomes, stage);
                bytes = 0;
            }
        }
        let outcomes = casefile.collect(&viewer, case.id, &batch, &provenance).await?;
        tally.tell(outcomes, stage);
        std::mem::replace(&mut tally.spoken, Ok(()))?;
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

    fn provenance(self) -> Result<Provenance, Failure> {
        let marking =
            self.marking.as_deref().map(disclose::marking::valid).transpose().map_err(casefile::CasefileError::from)?;
        let owners: BTreeSet<String> = self.owner.iter().map(|owner| owner.trim().to_owned()).collect();
        if let Some(owner) = owners.iter().find(|owner| !is_name(owner)) {
            let hint = "write --owner NAME, with a letter or digit and nothing that does not show";
            return Err(Failure::usage(format!("{owner:?} is no name of an owner"), hint));
        }
        let protection = match self.protection {
            Guard::Open => Protection::Open,
            Guard::Sensitive => Protection::Sensitive,
            Guard::Protected => Protection::Protected,
        };
        if protection > Protection::Open && owners.is_empty() {
            let message = "a guarded document needs an owner, whose word can be asked for";
            return Err(Failure::usage(message, "write --owner NAME"));
        }
        Ok(Provenance { marking, owners, protection: Some(protection), given: self.given.into(), why: self.why })
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
#[derive(Debug)]
struct Tally {
    /// Whether what was said so far could be written.
    spoken: std::io::Result<()>,
    added: usize,
    claims: usize,
    held: usize,
    failed: usize,
}

impl Tally {
    /// Says what became of each file. What is said to be added is on the disk.
    ///
    /// Where nobody listens any more, or nothing more can be written, the files are taken all the same: what was asked
    /// for is that they are in the case.
    fn tell(&mut self, outcomes: Vec<Collected>, stage: &mut Stage<'_>) {
        let mut lines = String::new();
        for outcome in outcomes {
            match outcome {
                Collected::Added { name, sha256, claims, problems } => {
                    self.added += 1;
                    self.claims += claims;
                    let (name, claims) = (table::one_line(&name), counted(claims, "claim"));
                    lines.push_str(&format!("added {} {name} ({claims})\n", sha256.short()));
                    for problem in problems {
                        let warning = style::WARNING;
                        // What cannot be noted is kept with the reading.
                        let _ = writeln!(
                            stage.err,
                            "{warning}note{warning:#}: {name}: {}",
                            table::one_line(&problem.message)
                        );
                    }
                }
                Collected::Held { name, sha256 } => {
                    self.held += 1;
                    lines.push_str(&format!("there already {} {}\n", sha256.short(), table::one_line(&name)));
                }
            }
        }
        // Whoever reads these lines takes them for a promise, so they must not wait in a buffer.
        if self.spoken.is_ok() {
            self.spoken = stage.out.write_all(lines.as_bytes()).and_then(|()| stage.out.flush());
        }
    }
}
