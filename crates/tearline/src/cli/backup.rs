//! `tearline backup` and `tearline restore`: a copy of the whole store, and a store made of it; `tearline checkpoint`: where
//! its journal ends, signed.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use casefile::Casefile;

use super::{Shared, key};
use crate::Stage;
use crate::failure::{Failure, Outcome};

/// Write a copy of the whole store to a file, as it is at this moment, and check it
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline backup c.2030-02-18.tearline")]
pub struct Backup {
    /// Where to; nothing that is there is written over
    file: PathBuf,
}

/// Make the store that --case names from a copy
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case again.tearline restore c.2030-02-18.tearline
  tearline --case postgres://host/cases restore c.tearline")]
pub struct Restore {
    /// The copy: a file that `backup` wrote, or any case file
    file: PathBuf,
}

/// Write down where the journal ends, signed, to be kept in a second place
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  tearline --case c.tearline checkpoint monday.checkpoint --key signing.key
  tearline --case c.tearline check --checkpoint monday.checkpoint --key signing.key.pub")]
pub struct Checkpoint {
    /// Where to; nothing that is there is written over
    file: PathBuf,
    /// The key that signs, as `key new` makes it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

impl Backup {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (place, _) = shared.place()?;
        let casefile = shared.keep(Casefile::open(&place, Arc::clone(&stage.seams)).await?);
        let viewer = shared.viewer(stage)?;
        casefile.backup(&viewer, &self.file, &mut told(stage, "copied")).await?;
        writeln!(stage.out, "copied {place} to {}, which is whole", self.file.display())?;
        Ok(0)
    }
}

impl Restore {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (place, id) = shared.place()?;
        if id.is_some() {
            return Err(Failure::usage("a copy is of a whole store", "write --case STORE without #"));
        }
        shared.viewer(stage)?;
        // Of a copy that is not there it is the path that is wrong.
        std::fs::metadata(&self.file).map_err(|error| Failure::file(&self.file, &error))?;
        Casefile::restore(&self.file, &place, &mut told(stage, "restored")).await?;
        writeln!(stage.out, "made {place} from {}: it is whole", self.file.display())?;
        Ok(0)
    }
}

impl Checkpoint {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (place, _) = shared.place()?;
        let key = key::load(&self.key)?;
        let casefile = shared.keep(Casefile::open(&place, Arc::clone(&stage.seams)).await?);
        let text = casefile.checkpoint(&shared.viewer(stage)?, &key).await?;
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).open(&self.file);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
        written.map_err(|error| Failure::file(&self.file, &error))?;
        writeln!(stage.out, "signed where {place} ends with the key {}: {}", key.public().id(), self.file.display())?;
        Ok(0)
    }
}

/// Says now and then how far it has got, where somebody watches.
fn told<'s>(stage: &'s mut Stage<'_>, word: &'static str) -> impl FnMut(u64, u64) + 's {
    move |done, all| {
        if stage.live && done % 500 == 0 {
            // What cannot be shown is not missed.
            let _ = write!(stage.err, "\r{word} {done} of {all} entries");
        }
    }
}
