//! `tearline collect`: take documents into a case.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread::available_parallelism;

use casefile::format::{Found, Why, marked};
use casefile::{AsideRow, Casefile, CasefileError, Collected, Place, Prepared, Provenance, Translating, prepare};
use record::case::Case;
use record::label::Protection;
use record::viewer::Viewer;
use serde::Serialize;

use super::given::{Given, Guard, owners};
use super::read::parallel::{Event, Task, ordered};
use super::read::progress::Progress;
use super::sources::Sources;
use super::{Format, Shared, files, is_name};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// How many documents, or how many bytes of them, are committed together.
const BATCH: usize = 32;
const BATCH_BYTES: usize = 8 << 20;
/// How many documents wait to be committed while others are read.
const AHEAD: usize = 32;
/// So many notes are told one by one, and the rest counted: they are kept with the readings.
const NOTES: usize = 20;
/// Nothing larger is set aside.
pub const ASIDE_BYTES: u64 = 64 << 20;

/// Take documents into the case: their bytes are kept, and they are read
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline collect news/
  tearline --case c.tearline collect --problems
  tearline --case c.tearline collect cable.txt --marking \"SECRET//NOFORN\" --owner \"Station East\" --protection protected
  tearline --case c.tearline collect speech.txt --translation-of 9c1e --translator \"Ann Vale\"

Text, Markdown, HTML, PDF, mail (EML, mbox), DOCX, RSS and Atom, articles in JSON, JSONL, CSV and Parquet, reports and notes in
STIX 2.1, events of GDELT 2 and ICEWS, WARC, and ZIP, tar, gz and zst of those are read; what a document states of its outlet, date and language is used where nothing is given here.
A line is printed when a document is safe on the disk, and not before. The same document again is no change. A file that cannot
be read is set aside with its bytes and the reason, but for what is too large, a bomb, or leads out of its archive. A document comes in no lower than it marks itself, and a translation no lower
than its original; one with a marking that is not known is not taken without --marking.")]
pub struct Args {
    /// Files, folders and addresses (https://…); `-` is standard input
    #[arg(required_unless_present_any = ["problems", "retry"], value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// List what could not be read and was set aside
    #[arg(long, conflicts_with_all = ["paths", "retry"])]
    problems: bool,
    /// Try again to read what was set aside; what is said here of a marking, owners or a source is joined with what it had
    #[arg(long, conflicts_with = "paths")]
    retry: bool,
    /// How to write the list of --problems
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// How many documents are read at a time; as many as there are processors where not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Their marking; the case's own where not given
    #[arg(long)]
    marking: Option<String>,
    /// Whose they are, and so who must agree before anything of them is disclosed; may be given again
    #[arg(long, value_name = "NAME")]
    owner: Vec<String>,
    /// The source in the house register that they come from: whose it is, so are they, and guarded as it is
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// How the source is guarded; `protected` needs an owner, and only owners see it
    #[arg(long, value_enum, default_value = "open")]
    protection: Guard,
    /// The document of the case that it is a translation of, by its hash or the beginning of it
    #[arg(long, value_name = "SHA256", conflicts_with_all = ["problems", "retry"])]
    translation_of: Option<String>,
    /// Who translated it, or which program
    #[arg(long, value_name = "NAME", requires = "translation_of")]
    translator: Option<String>,
    #[command(flatten)]
    given: Given,
    /// Fetch from hosts that are not of the public network too
    #[arg(long)]
    allow_private: bool,
    /// Why they are collected, for the journal
    #[arg(long, default_value = "collected")]
    why: String,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        if self.problems {
            return problems(&casefile.asides(&viewer, case.id).await?, self.format, stage);
        }
        if let Some(last) = casefile.ahead_of_clock(&viewer, case.id).await? {
            let warning = style::WARNING;
            let text = format!("the last entry of the case is of {last}, which this clock has not reached");
            writeln!(
                stage.err,
                "{warning}note{warning:#}: {text}: check the clock; the order of entries holds either way"
            )?;
        }
        let (paths, allow_private, jobs) = (self.paths.clone(), self.allow_private, self.jobs);
        let retry = self.retry;
        let source = self.source.clone();
        let mut provenance = self.provenance()?;
        if let Some(name) = source {
            let source = casefile.source(&viewer, &name).await?;
            if source.source.protection == Protection::Protected {
                let warning = style::WARNING;
                let text =
                    "what is collected is read and kept in clear for its owners, and stays when the source is erased";
                writeln!(stage.err, "{warning}note{warning:#}: {text}; `source seal` seals raw material")?;
            }
            provenance.source = Some(Box::new(source));
        }
        let collecting = Collecting { casefile, viewer, case, provenance };
        let sources = Sources::new(stage, allow_private, Arc::default());
        if retry {
            return collecting.again(&sources, stage).await;
        }
        let mut walked = files::files(&paths);
        // The case does not take itself in.
        let own = own_files(&shared.place()?.0);
        walked.paths.retain(|path| std::fs::canonicalize(path).map_or(true, |path| !own.contains(&path)));
        walked.tell(stage.err);
        let jobs = jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        collecting.files(walked.paths, walked.failed.len(), Arc::new(sources), jobs, stage).await
    }

    fn provenance(self) -> Result<Provenance, Failure> {
        let marking = self.marking.as_deref().map(disclose::marking::valid).transpose().map_err(CasefileError::from)?;
        let owners = owners(&self.owner)?;
        if self.translation_of.is_some() && self.paths.len() != 1 {
            let hint = "collect each translation with its own original";
            return Err(Failure::usage("a translation is one document, and several were named", hint));
        }
        if let Some(name) = self.translator.as_ref().filter(|name| !is_name(name.trim())) {
            let hint = "write --translator NAME, with a letter or digit and nothing that does not show";
            return Err(Failure::usage(format!("{name:?} is no name of a translator"), hint));
        }
        let protection = Protection::from(self.protection);
        if protection > Protection::Open && owners.is_empty() {
            let message = "a guarded document needs an owner, whose word can be asked for";
            return Err(Failure::usage(message, "write --owner NAME"));
        }
        Ok(Provenance {
            marking,
            owners,
            protection: Some(protection),
            source: None,
            given: self.given.into(),
            translation: self
                .translation_of
                .map(|of| Translating { of, by: self.translator.map(|name| name.trim().to_owned()) }),
            why: self.why,
            aside: None,
        })
    }
}

/// A case that documents go into.
struct Collecting {
    casefile: Casefile,
    viewer: Viewer,
    case: Case,
    provenance: Provenance,
}

/// What was found in the file of this number.
type FoundIn = (usize, Result<Found, Failure>);

impl Collecting {
    /// Reads files with several threads, and enters what is in them in their order.
    async fn files(
        self,
        paths: Vec<PathBuf>,
        failed: usize,
        sources: Arc<Sources>,
        jobs: usize,
        stage: &mut Stage<'_>,
    ) -> Outcome {
        let mut tally = Tally { failed, ..Tally::default() };
        let held = self.casefile.held(&self.viewer, self.case.id, &self.provenance).await?;
        let given = self.provenance.given.clone();
        let sizes: Vec<u64> = paths.iter().map(|path| std::fs::metadata(path).map_or(0, |about| about.len())).collect();
        let mut progress = Progress::new(stage.live, sizes.iter().sum());
        let (send, receive) = mpsc::sync_channel::<(usize, Result<Prepared, Failure>)>(AHEAD);
        let (there, reader) = (paths.clone(), Arc::clone(&sources));
        // Files are opened and read beside the writing of what is in them. Whatever ends the writing ends the reading.
        std::thread::spawn(move || {
            let task = Task {
                count: there.len(),
                size: |at: usize| sizes.get(at).copied().unwrap_or(0),
                open: |at: usize, give: &mut dyn FnMut(FoundIn) -> ControlFlow<()>| {
                    if let Some(path) = there.get(at) {
                        let _ = reader.find(path, &mut |found| give((at, found)));
                    }
                },
                weigh: |(_, found): &FoundIn| found.as_ref().map_or(0, |found| found.bytes.len() as u64),
                work: |(at, found): FoundIn| {
                    let read = reader.extract(found).and_then(|one| Ok(prepare(one, &given, &held)?));
                    (at, read)
                },
            };
            // An error is that nobody takes any more.
            let _ = ordered(jobs, &task, |event| match event {
                Event::Done(read) => send.send(read).map(|()| true),
                _ => Ok(true),
            });
        });
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for (at, read) in receive {
            match read {
                Ok(prepared) => {
                    bytes += prepared.size();
                    batch.push(prepared);
                }
                Err(failure) => {
                    progress.clear(stage.err);
                    tally.failed += 1;
                    failure.tell(stage.err);
                    if let Some(path) = paths.get(at).filter(|_| failure.refused().is_some_and(can_be_tried_again)) {
                        tally.aside += usize::from(self.set_aside(&sources, path, &failure).await?);
                    }
                }
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                self.enter(&mut batch, &mut tally, &mut progress, stage).await?;
                bytes = 0;
            }
            progress.show(stage.err, tally.added + tally.held, sources.seen());
        }
        self.enter(&mut batch, &mut tally, &mut progress, stage).await?;
        tally.end(stage)
    }

    async fn enter(
        &self,
        batch: &mut Vec<Prepared>,
        tally: &mut Tally,
        progress: &mut Progress,
        stage: &mut Stage<'_>,
    ) -> Result<(), Failure> {
        let outcomes =
            self.casefile.collect(&self.viewer, self.case.id, &std::mem::take(batch), &self.provenance).await?;
        progress.clear(stage.err);
        tally.tell(outcomes, stage);
        Ok(())
    }

    /// Keeps a file that could not be read, and says whether it could be kept.
    async fn set_aside(&self, sources: &Sources, path: &std::path::Path, failure: &Failure) -> Result<bool, Failure> {
        if !std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= ASIDE_BYTES) {
            return Ok(false);
        }
        let Ok(bytes) = std::fs::read(path) else { return Ok(false) };
        let name = path.display().to_string();
        let marked = marked(&bytes, &name, &sources.limits);
        let file = (name.as_str(), bytes.as_slice(), &marked);
        let reason = failure.refused().map_or_else(|| failure.message().to_owned(), Why::to_string);
        match self.casefile.set_aside(&self.viewer, self.case.id, file, &reason, &self.provenance).await {
            Ok(()) => Ok(true),
            // What is in it could be higher than all that is known here, so nothing of it is kept.
            Err(CasefileError::UnknownMarking(_) | CasefileError::Above(..)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Tries again to read what was set aside.
    async fn again(self, sources: &Sources, stage: &mut Stage<'_>) -> Outcome {
        let mut tally = Tally::default();
        let nothing = std::collections::HashSet::new();
        for row in self.casefile.asides(&self.viewer, self.case.id).await? {
            let bytes = self.casefile.aside_bytes(&row).await?;
            let mut found = Vec::new();
            sources.read_bytes(&bytes, &row.aside.name, &mut |one| found.push(one));
            let (mut batch, mut whole) = (Vec::new(), true);
            for one in found {
                match one {
                    Ok(extracted) => batch.push(prepare(extracted, &self.provenance.given, &nothing)?),
                    Err(refused) => {
                        whole = false;
                        tally.failed += 1;
                        Failure::from(refused).tell(stage.err);
                    }
                }
            }
            let provenance = Provenance { aside: Some(row.label.clone()), ..self.provenance.clone() };
            let outcomes = self.casefile.collect(&self.viewer, self.case.id, &batch, &provenance).await?;
            // What was not taken is kept nowhere but here.
            whole &= !outcomes.iter().any(|outcome| matches!(outcome, Collected::Refused { .. }));
            tally.tell(outcomes, stage);
            if whole && !batch.is_empty() {
                self.casefile.take_back(&self.viewer, self.case.id, &row).await?;
            }
        }
        tally.end(stage)
    }
}

/// Whether a better reader could make something of it. What is refused for what it is, or does, is not kept.
pub fn can_be_tried_again(why: &Why) -> bool {
    matches!(
        why,
        Why::Binary { .. }
            | Why::Encoding { .. }
            | Why::Broken { .. }
            | Why::Textless { .. }
            | Why::Wordless { .. }
            | Why::Password { .. }
            | Why::Cut { .. }
            | Why::Slow { .. }
            | Why::Hungry { .. }
    )
}

/// Something that was set aside, as JSON.
#[derive(Serialize)]
struct ShownAside {
    sha256: String,
    name: String,
    size: u64,
    reason: String,
    marking: String,
    at: String,
}

fn problems(rows: &[AsideRow], format: Format, stage: &mut Stage<'_>) -> Outcome {
    let shown: Vec<ShownAside> = rows
        .iter()
        .map(|row| ShownAside {
            sha256: row.aside.sha256.to_string(),
            name: row.aside.name.clone(),
            size: row.aside.size,
            reason: row.aside.reason.clone(),
            marking: row.aside.marking.clone(),
            at: row.at.to_string(),
        })
        .collect();
    if list::write(stage.out, format, &shown)? {
        return Ok(0);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            let aside = &row.aside;
            vec![
                Cell::new(aside.sha256.short()),
                Cell::number(aside.size.to_string()),
                Cell::new(&aside.name),
                Cell::new(&aside.reason),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["sha256", "bytes", "file", "reason"], &cells)?;
    let faint = style::FAINT;
    writeln!(stage.out, "{faint}{} set aside{faint:#}", counted(rows.len(), "file"))?;
    Ok(0)
}

/// The case file and what SQLite keeps beside it.
fn own_files(place: &Place) -> Vec<PathBuf> {
    let Place::File(case) = place else { return Vec::new() };
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
    aside: usize,
    notes: usize,
}

impl Default for Tally {
    fn default() -> Self {
        Self { spoken: Ok(()), added: 0, claims: 0, held: 0, failed: 0, aside: 0, notes: 0 }
    }
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
                Collected::Added { name, sha256, claims, problems, raised } => {
                    self.added += 1;
                    self.claims += claims;
                    let (name, claims) = (table::one_line(&name), counted(claims, "claim"));
                    let raised = raised.map_or_else(String::new, |raised| {
                        let as_what = if raised.by_itself { "as it says of itself" } else { "as its original" };
                        format!(", {} {as_what}", raised.marking)
                    });
                    lines.push_str(&format!("added {} {name} ({claims}){raised}\n", sha256.short()));
                    for problem in problems {
                        self.notes += 1;
                        if self.notes <= NOTES {
                            let (warning, message) = (style::WARNING, table::one_line(&problem.message));
                            // What cannot be noted is kept with the reading.
                            let _ = writeln!(stage.err, "{warning}note{warning:#}: {name}: {message}");
                        }
                    }
                }
                Collected::Refused { name, why } => {
                    self.failed += 1;
                    let name = table::one_line(&name);
                    Failure::from(why).about(&name).tell(stage.err);
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

    /// Says what became of all.
    fn end(mut self, stage: &mut Stage<'_>) -> Outcome {
        std::mem::replace(&mut self.spoken, Ok(()))?;
        if self.notes > NOTES {
            let (warning, more) = (style::WARNING, counted(self.notes - NOTES, "note"));
            let _ =
                writeln!(stage.err, "{warning}note{warning:#}: and {more} more; `tearline read FILE` shows a file's");
        }
        let faint = style::FAINT;
        let aside = if self.aside > 0 { format!(", {} set aside", self.aside) } else { String::new() };
        writeln!(
            stage.out,
            "{faint}{} added with {}, {} already there, {} not read{aside}{faint:#}",
            self.added,
            counted(self.claims, "claim"),
            self.held,
            self.failed
        )?;
        Ok(if self.failed > 0 { FAILED } else { 0 })
    }
}
