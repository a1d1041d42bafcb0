//! `tearline sources`: the register of sources; `tearline source`: what is said of one.

mod sealed;
mod show;

use std::path::PathBuf;

use casefile::register::{Inside, SealingKey, SourceRow, StatedSource};
use record::label::Protection;
use record::source::Reliability;

use super::claim::Kind;
use super::given::{Guard, owners};
use super::{Format, Shared, is_name};
use crate::Stage;
use crate::body::register::SourceShown;
use crate::failure::{Failure, Outcome, reason};
use crate::show::rows::counted;
use crate::show::{changed, list, style, table};
use sealed::{content, destroy, forget, keep, load, open, tell_key};
pub use show::Args;
use show::{line, show};

/// Enter, grade, seal or erase a source of the house register
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Enter a source
    #[command(after_help = "Examples:
  tearline --case c.tearline source add Reuters --kind organisation --marking TLP:CLEAR
  tearline --case c.tearline source add HERON --protection protected --owner \"Station East\" --new-key heron.key --identity who.txt

Of a protected source NAME is what the house calls it. Who it is comes from a file or standard input, is sealed with the key, and
is kept in no other way. Whoever has the file of the key can read it, and nobody else; the store never holds it.")]
    Add {
        /// What the house calls it
        name: String,
        #[command(flatten)]
        stated: Box<Stated>,
        /// A file that says who it is, to be sealed; `-` is standard input
        #[arg(long, value_name = "FILE")]
        identity: Option<PathBuf>,
        /// Why
        #[arg(long, default_value = "entered")]
        why: String,
    },
    /// Change what is said of a source
    #[command(after_help = "Example:\n  tearline --case c.tearline source edit Reuters --also \"Reuters news agency\"")]
    Edit {
        /// The source, by its name or id
        source: String,
        /// What the house calls it from now on
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        stated: Box<Stated>,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Say how reliable a source is: the letter of the Admiralty system
    #[command(
        after_help = "Example:\n  tearline --case c.tearline source grade Reuters B --why \"corrects itself in public\"

A completely reliable, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. It says nothing of a single
claim, whose figure `claim rate` gives."
    )]
    Grade {
        /// The source, by its name or id
        source: String,
        /// A to F
        reliability: Reliability,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Show a source: what is said of it, its grades with their reasons, and how much of it is sealed
    #[command(after_help = "Example:\n  tearline --case c.tearline source show Reuters")]
    Show {
        /// The source, by its name or id
        source: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Seal raw material of a source with its key: files that are then kept in no other way
    #[command(after_help = "Example:\n  tearline --case c.tearline source seal HERON meeting.pdf

The files that were given stay where they are: they are yours to destroy.")]
    Seal {
        /// The source, by its name or id
        source: String,
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// It is who the source is, and not its material
        #[arg(long)]
        identity: bool,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Open what is sealed of a source: who it is on standard output, its material into a folder
    #[command(after_help = "Example:\n  tearline --case c.tearline source open HERON --key heron.key --out material/")]
    Open {
        /// The source, by its name or id
        source: String,
        /// The file of its key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// Where to write its material; a new folder
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Destroy the key of a source: nobody can read any more what was sealed with it, here and in every copy
    #[command(
        after_help = "Example:\n  tearline --case c.tearline source erase HERON --key heron.key --why \"asked for it\"

The file of the key is written over and removed. What a disk or a copy of the file keeps beyond that is not in the program's
hands: keep such keys where that cannot be. Everything in the store still verifies."
    )]
    Erase {
        /// The source, by its name or id
        source: String,
        /// The file of its key
        #[arg(long, value_name = "FILE", required_unless_present = "destroyed")]
        key: Option<PathBuf>,
        /// Its key was destroyed in another way
        #[arg(long, conflicts_with = "key")]
        destroyed: bool,
        /// Why
        #[arg(long)]
        why: String,
    },
}

/// What is said of a source.
#[derive(Debug, clap::Args)]
pub struct Stated {
    /// What kind of source it is
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Another name under which reporting has it; may be given again
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// Whose it is, and so who must agree before anything of it is disclosed; may be given again
    #[arg(long, value_name = "NAME")]
    owner: Vec<String>,
    /// How it is guarded; `protected` needs an owner and a key, and only owners see it
    #[arg(long, value_enum)]
    protection: Option<Guard>,
    /// What it can know, and how it comes to know it
    #[arg(long, value_name = "TEXT")]
    access: Option<String>,
    /// What it may want others to believe
    #[arg(long, value_name = "TEXT")]
    bias: Option<String>,
    /// The marking of its entry; without one only whoever holds the store sees it
    #[arg(long)]
    marking: Option<String>,
    /// Make a key for what is sealed of it, and write it to this file, which is never written over
    #[arg(long, value_name = "FILE", conflicts_with = "recipient")]
    new_key: Option<PathBuf>,
    /// The public part of a key that is there
    #[arg(long, value_name = "age1…")]
    recipient: Option<String>,
}

impl Stated {
    fn stated(self, name: Option<String>) -> Result<(StatedSource, Option<(SealingKey, PathBuf)>), Failure> {
        let named = name.iter().chain(&self.also).find(|name| !is_name(name));
        if let Some(name) = named {
            let hint = "a name has a letter or digit, and nothing that does not show";
            return Err(Failure::usage(format!("{name:?} is no name of a source"), hint));
        }
        let marking =
            self.marking.as_deref().map(disclose::marking::valid).transpose().map_err(casefile::CasefileError::from)?;
        let owners = match self.owner.is_empty() {
            true => None,
            false => Some(owners(&self.owner)?),
        };
        let key = self.new_key.map(|file| (SealingKey::generate(), file));
        let stated = StatedSource {
            name,
            names: self.also,
            kind: self.kind.map(Into::into),
            owners,
            protection: self.protection.map(Into::into),
            access: self.access,
            bias: self.bias,
            marking,
            recipient: key.as_ref().map(|(key, _)| key.recipient()).or(self.recipient),
        };
        Ok((stated, key))
    }
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        match self {
            Self::Add { name, stated, identity, why } => {
                let (stated, key) = stated.stated(Some(name))?;
                if identity.is_some() && stated.recipient.is_none() {
                    let message = "who it is can only be sealed, and there is no key";
                    return Err(Failure::usage(message, "write --new-key FILE, or --recipient age1…"));
                }
                let told = identity.as_deref().map(content).transpose()?;
                let before = casefile.moment();
                // The key is on the disk before anything is sealed with it.
                keep(key.as_ref())?;
                let entered = casefile.enter_source(&viewer, &stated, &why).await;
                let mut row = entered.inspect_err(|_| forget(key.as_ref()))?;
                if let Some((name, bytes)) = told {
                    let inside = Inside { identity: true, name };
                    row = casefile.seal(&viewer, &row.source.id.to_string(), &inside, &bytes, &why).await?;
                }
                writeln!(stage.out, "entered {} {}", row.source.id.short(), line(&row))?;
                in_clear(&row, stage)?;
                tell_key(key.as_ref(), stage)?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Edit { source, name, stated, why } => {
                let guarded = stated.protection.is_some() || stated.marking.is_some() || !stated.owner.is_empty();
                if guarded && why.trim().is_empty() {
                    return Err(casefile::CasefileError::Empty("reason").into());
                }
                let (stated, key) = stated.stated(name)?;
                keep(key.as_ref())?;
                let before = casefile.moment();
                let edited = casefile.edit_source(&viewer, &source, &stated, &why).await;
                let row = edited.inspect_err(|_| forget(key.as_ref())).map_err(nothing_stated)?;
                writeln!(stage.out, "changed {} {}", row.source.id.short(), line(&row))?;
                in_clear(&row, stage)?;
                let documents = casefile.documents_of_source(&viewer, &row).await?;
                if guarded && documents > 0 {
                    let count = counted(documents, "document");
                    let text = format!("{count} collected of it before keep the marking and guard they came in with");
                    writeln!(stage.err, "{}", noted(&text))?;
                }
                tell_key(key.as_ref(), stage)?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Grade { source, reliability, why } => {
                let before = casefile.moment();
                let row = casefile.grade_source(&viewer, &source, reliability, &why).await?;
                writeln!(stage.out, "graded {reliability} {} {}", row.source.id.short(), line(&row))?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Show { source, format } => {
                let row = casefile.source(&viewer, &source).await?;
                if !list::one(stage.out, format, &SourceShown::from(&row))? {
                    show(&row, stage)?;
                }
            }
            Self::Seal { source, files, identity, why } => {
                for file in &files {
                    let (name, bytes) = content(file)?;
                    let row = casefile.seal(&viewer, &source, &Inside { identity, name }, &bytes, &why).await?;
                    writeln!(
                        stage.out,
                        "sealed {} with the key of {}",
                        table::one_line(&file.display().to_string()),
                        line(&row)
                    )?;
                }
            }
            Self::Open { source, key, out } => {
                let key = load(&key)?;
                let (all, others) = casefile.unseal(&viewer, &source, &key).await?;
                open(&all, out.as_deref(), stage)?;
                if others > 0 {
                    writeln!(stage.err, "{}", noted(&format!("{others} more sealed with another key")))?;
                }
            }
            Self::Erase { source, key, destroyed: _, why } => {
                let row = casefile.source(&viewer, &source).await?;
                if let Some(file) = &key
                    && row.source.recipient.as_ref() != Some(&load(file)?.recipient())
                {
                    let message = format!("{} is not the key of {}", file.display(), row.source.name);
                    return Err(Failure::failed(message, "give the file that `source add --new-key` made for it"));
                }
                // Entered first: a key that was destroyed without an entry would leave a register that promises what it cannot
                // keep. A source whose key is still there is erased again by the same command.
                if !(row.is_erased() && key.is_some()) {
                    casefile.erase_source(&viewer, &row.source.id.to_string(), &why).await?;
                }
                if let Some(file) = &key {
                    destroy(file).map_err(|error| {
                        let message = format!("{} is there still: {}", file.display(), reason(&error));
                        Failure::failed(message, "the register says that it is destroyed: destroy it by hand")
                    })?;
                }
                writeln!(stage.out, "erased what was sealed of {}", line(&row))?;
                let documents = casefile.documents_of_source(&viewer, &row).await?;
                if documents > 0 {
                    let count = counted(documents, "document");
                    writeln!(stage.err, "{}", noted(&format!("{count} of it in the cases are not sealed and stay")))?;
                }
                if !(row.source.access.is_empty() && row.source.bias.is_empty() && row.source.names.is_empty()) {
                    let text = "its names and the notes on its access and bias are not sealed and stay in the journal";
                    writeln!(stage.err, "{}", noted(text))?;
                }
            }
        }
        Ok(0)
    }
}

/// What is told beside the results.
fn noted(text: &str) -> String {
    let warning = style::WARNING;
    format!("{warning}note{warning:#}: {text}")
}

/// Says what of a protected source is not sealed.
fn in_clear(row: &SourceRow, stage: &mut Stage<'_>) -> Result<(), Failure> {
    let plain = row.source.access.is_empty() && row.source.bias.is_empty() && row.source.names.is_empty();
    if row.source.protection == Protection::Protected && !plain {
        let text =
            "other names and notes on access and bias are not sealed: they stay in the journal when it is erased";
        writeln!(stage.err, "{}", noted(text))?;
    }
    Ok(())
}

/// An edit that states nothing, or nothing else than is there, is a call that was not meant.
fn nothing_stated(error: casefile::CasefileError) -> Failure {
    match error {
        casefile::CasefileError::Empty("correction") => Failure::usage(
            "nothing is stated otherwise than it stands already",
            "write --owner, --access, --also or another of what `source edit --help` lists",
        ),
        other => other.into(),
    }
}
