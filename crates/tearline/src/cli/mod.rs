//! The commands, one file each.

mod actors;
mod backup;
mod case;
mod check;
mod claim;
mod claims;
pub mod collect;
mod completions;
mod demo;
pub mod disclose;
mod evidence;
mod export;
mod files;
mod forecast;
pub mod given;
mod hypothesis;
mod indicator;
mod key;
mod lint;
mod log;
mod man;
mod mandate;
mod mark;
mod pdf;
mod read;
mod reference;
mod release;
mod reread;
mod resolve;
mod roots;
mod score;
mod search;
mod serve;
mod shown;
mod source;
pub mod sources;
mod verify;
mod warning;
pub mod weigh;
pub mod why;

use std::cell::RefCell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use ::casefile::{Casefile, Place};
use ::disclose::workflow::hidden_character;
use ::record::case::Case;
use ::record::marking::Clearance;
use ::record::viewer::Viewer;
use anstream::ColorChoice;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::Stage;
use crate::failure::{Failure, Outcome, USAGE};

/// A workbench for the whole way from reporting to a release that can be verified.
#[derive(Debug, Parser)]
#[command(name = "tearline", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Tearline {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "Examples:
  tearline serve                                    the desk in a browser, on the sample case
  tearline demo                                     the whole way on the sample, in a temporary case
  tearline read article.txt                         who says what, on the terminal
  tearline read --format jsonl news/ > claims.jsonl
  tearline --case c.tearline case new \"Will A supply arms to B?\"
  tearline --case c.tearline collect news/
  tearline verify packet/ --key signing.pub

Exit codes: 0 done, 1 something failed, 2 called wrongly, 130 stopped by Ctrl-C.";

/// What every command over a case takes.
#[derive(Debug, clap::Args)]
pub struct Shared {
    /// The case file, or the address of a PostgreSQL database (`postgres://…`); behind `#` one of its cases, needed where it
    /// holds several
    #[arg(long, global = true, value_name = "STORE[#ID]", env = "TEARLINE_CASE", hide_env_values = true)]
    case: Option<String>,
    /// Who acts, as it stands in the journal; your login name where not given
    #[arg(long, global = true, value_name = "NAME")]
    author: Option<String>,
    /// See the case as somebody with this clearance would: `public`, `TLP:GREEN`, `SECRET,SI,country=USA`
    #[arg(long, global = true, value_name = "CLEARANCE")]
    view_as: Option<Clearance>,
    /// When to write in colour: where somebody looks and NO_COLOR is not set, always, or never
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Color,
    /// The case file once it is open, to be closed however the command ends.
    #[arg(skip)]
    opened: RefCell<Option<Casefile>>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Read(read::Args),
    #[command(subcommand)]
    Case(case::Verb),
    Collect(collect::Args),
    Claims(claims::Args),
    #[command(subcommand)]
    Claim(claim::Verb),
    Reread(reread::Args),
    Actors(actors::Args),
    #[command(subcommand)]
    Actor(actors::Verb),
    Search(search::Args),
    Roots(roots::Args),
    #[command(subcommand)]
    Link(roots::Verb),
    Sources(source::Args),
    #[command(subcommand)]
    Source(source::Verb),
    Warnings(warning::Args),
    #[command(subcommand)]
    Warning(warning::Verb),
    Releases(release::Args),
    #[command(subcommand)]
    Release(release::Verb),
    #[command(subcommand)]
    Hypothesis(hypothesis::Verb),
    #[command(subcommand)]
    Indicator(indicator::Verb),
    #[command(subcommand)]
    Evidence(evidence::Verb),
    Weigh(weigh::Args),
    Why(why::Args),
    #[command(subcommand)]
    Forecast(forecast::Verb),
    Resolve(resolve::Args),
    Score(score::Args),
    Lint(lint::Args),
    Mandates(mandate::Args),
    #[command(subcommand)]
    Mandate(mandate::Verb),
    #[command(subcommand)]
    Mark(mark::Verb),
    #[command(subcommand)]
    Disclose(disclose::Verb),
    Shown(shown::Args),
    #[command(subcommand)]
    Key(key::Verb),
    Verify(verify::Args),
    Log(log::Args),
    Export(export::Args),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Checkpoint(backup::Checkpoint),
    Check(check::Args),
    Demo(demo::Args),
    Serve(serve::Args),
    Completions(completions::Args),
    Man(man::Args),
    #[command(name = pdf::NAME, hide = true)]
    Pdf,
    #[command(hide = true)]
    Reference(reference::Args),
}

/// When to write in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the output is a terminal, and NO_COLOR is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON value.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
}

/// The command line, for help, completions and tests that walk it.
pub fn command() -> clap::Command {
    Tearline::command()
}

/// Which colours a command line asks for. The streams are made before it is parsed, so that what is wrong with it can be
/// told in colour too.
pub fn colour(args: &[OsString]) -> ColorChoice {
    let mut asked = ColorChoice::Auto;
    let mut args = args.iter().map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--color") {
            Some("") => args.next().unwrap_or_default(),
            Some(rest) => rest.trim_start_matches('=').to_owned().into(),
            None => continue,
        };
        asked = match Color::from_str(&value, true) {
            Ok(Color::Always) => ColorChoice::Always,
            Ok(Color::Never) => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
    }
    asked
}

/// Parses and runs.
pub fn run<I, T>(args: I, stage: &mut Stage<'_>) -> Outcome
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let parsed = match Tearline::try_parse_from(args) {
        Ok(parsed) => parsed,
        Err(error) => {
            let help = !error.use_stderr();
            let text = error.render().ansi().to_string();
            if help {
                write!(stage.out, "{text}")?;
                return Ok(0);
            }
            write!(stage.err, "{text}")?;
            return Ok(USAGE);
        }
    };
    // These two run other commands, each with a runtime of its own.
    match parsed.verb {
        Verb::Demo(args) => return args.run(stage),
        Verb::Serve(args) => return args.run(&parsed.shared, stage),
        _ => {}
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
        Failure::failed(format!("the program cannot start: {error}"), "check the limits of the system")
    })?;
    runtime.block_on(parsed.run(stage))
}

impl Tearline {
    async fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let shared = &self.shared;
        let outcome = self.verb.run(shared, stage).await;
        // Closed, the file is whole by itself, without what stands in the log beside it.
        let opened = shared.opened.take();
        if let Some(casefile) = opened {
            casefile.close().await;
        }
        outcome
    }
}

impl Verb {
    async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        match self {
            Verb::Read(args) => args.run(stage),
            Verb::Case(verb) => verb.run(shared, stage).await,
            Verb::Collect(args) => args.run(shared, stage).await,
            Verb::Claims(args) => args.run(shared, stage).await,
            Verb::Claim(verb) => verb.run(shared, stage).await,
            Verb::Reread(args) => args.run(shared, stage).await,
            Verb::Actors(args) => args.run(shared, stage).await,
            Verb::Actor(verb) => verb.run(shared, stage).await,
            Verb::Search(args) => args.run(shared, stage).await,
            Verb::Roots(args) => args.run(shared, stage).await,
            Verb::Link(verb) => verb.run(shared, stage).await,
            Verb::Sources(args) => args.run(shared, stage).await,
            Verb::Source(verb) => verb.run(shared, stage).await,
            Verb::Warnings(args) => args.run(shared, stage).await,
            Verb::Warning(verb) => verb.run(shared, stage).await,
            Verb::Releases(args) => args.run(shared, stage).await,
            Verb::Release(verb) => verb.run(shared, stage).await,
            Verb::Hypothesis(verb) => verb.run(shared, stage).await,
            Verb::Indicator(verb) => verb.run(shared, stage).await,
            Verb::Evidence(verb) => verb.run(shared, stage).await,
            Verb::Weigh(args) => args.run(shared, stage).await,
            Verb::Why(args) => args.run(shared, stage).await,
            Verb::Forecast(verb) => verb.run(shared, stage).await,
            Verb::Resolve(args) => args.run(shared, stage).await,
            Verb::Score(args) => args.run(shared, stage).await,
            Verb::Lint(args) => args.run(shared, stage).await,
            Verb::Mandates(args) => args.run(shared, stage).await,
            Verb::Mandate(verb) => verb.run(shared, stage).await,
            Verb::Mark(verb) => verb.run(stage),
            Verb::Disclose(verb) => verb.run(shared, stage).await,
            Verb::Shown(args) => args.run(shared, stage).await,
            Verb::Key(verb) => verb.run(stage),
            Verb::Verify(args) => args.run(stage),
            Verb::Log(args) => args.run(shared, stage).await,
            Verb::Export(args) => args.run(shared, stage).await,
            Verb::Backup(args) => args.run(shared, stage).await,
            Verb::Restore(args) => args.run(shared, stage).await,
            Verb::Checkpoint(args) => args.run(shared, stage).await,
            Verb::Check(args) => args.run(shared, stage).await,
            Verb::Demo(args) => args.run(stage),
            Verb::Serve(args) => args.run(shared, stage),
            Verb::Completions(args) => args.run(stage),
            Verb::Man(args) => args.run(stage),
            Verb::Pdf => pdf::run(stage),
            Verb::Reference(args) => args.run(stage),
        }
    }
}

/// Whether a name says something, and nothing that does not show.
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric) && hidden_character(name).is_none()
}

impl Shared {
    /// On whose behalf the command runs. A local file gives its user full rights, unless they ask to see it as another.
    pub fn viewer(&self, stage: &Stage<'_>) -> Result<Viewer, Failure> {
        let name = self.author.as_ref().unwrap_or(&stage.user).trim().to_owned();
        if !is_name(&name) {
            return Err(Failure::usage(
                format!("{name:?} is no name to stand in the journal"),
                "write --author NAME, with a letter or digit and nothing that does not show",
            ));
        }
        Ok(match &self.view_as {
            None => Viewer::holder(name),
            Some(clearance) => Viewer::cleared(name, clearance.clone()),
        })
    }

    /// The store of the case and, where one was named, the beginning of its id.
    pub fn place(&self) -> Result<(Place, Option<&str>), Failure> {
        let Some(case) = self.case.as_deref().filter(|case| !case.is_empty()) else {
            return Err(Failure::usage(
                "no case was named",
                "write --case FILE in front of the command, or set TEARLINE_CASE",
            ));
        };
        // A file may have the sign in its own name.
        match case.rsplit_once('#') {
            Some((file, id)) if !file.is_empty() && !PathBuf::from(case).exists() => {
                if id.is_empty() {
                    return Err(Failure::usage(
                        "no case is named behind #",
                        "write --case FILE#ID, or --case FILE where it holds one",
                    ));
                }
                Ok((Place::named(file), Some(id)))
            }
            _ => Ok((Place::named(case), None)),
        }
    }

    /// Sees to it that an open case file is closed in the end.
    pub fn keep(&self, casefile: Casefile) -> Casefile {
        self.opened.replace(Some(casefile.clone()));
        casefile
    }

    /// Opens the store, which must be there, for what belongs to all of its cases.
    pub async fn house(&self, stage: &Stage<'_>) -> Result<(Casefile, Viewer), Failure> {
        let (place, _) = self.place()?;
        let viewer = self.viewer(stage)?;
        Ok((self.keep(Casefile::open(&place, Arc::clone(&stage.seams)).await?), viewer))
    }

    /// Opens the case file, which must be there, and finds the case.
    pub async fn open(&self, stage: &Stage<'_>) -> Result<(Casefile, Viewer, Case), Failure> {
        let (path, id) = self.place()?;
        let viewer = self.viewer(stage)?;
        let casefile = self.keep(Casefile::open(&path, Arc::clone(&stage.seams)).await?);
        let case = casefile.case(&viewer, id).await?;
        Ok((casefile, viewer, case))
    }
}
