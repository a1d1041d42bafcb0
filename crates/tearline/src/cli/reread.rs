//! `tearline reread`: read what is in the case again, with the reader as it is now.

use std::time::{Duration, Instant};

use super::Shared;
use crate::Stage;
use crate::failure::Outcome;
use crate::show::rows::counted;

/// Read the documents of the case again with this version's reader; corrections stay with their claims
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  tearline --case c.tearline reread

Documents that this very reader read are let be. A claim that is read where one stood keeps its id, and with it what people said
of it and what rests on it. What is not read any more is gone, unless somebody accepted, edited or used it.")]
pub struct Args {
    /// Those that this very reader read too
    #[arg(long)]
    all: bool,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let (mut shown, live) = (Instant::now(), stage.live);
        let err = &mut *stage.err;
        let mut progress = |done: u64, all: u64| {
            if live && shown.elapsed() > Duration::from_millis(200) {
                shown = Instant::now();
                let _ = write!(err, "\r\u{1b}[2K{done} of {all} documents");
                let _ = err.flush();
            }
        };
        let done = casefile.reread(&viewer, case.id, self.all, &mut progress).await;
        if live {
            let _ = write!(err, "\r\u{1b}[2K");
        }
        let done = done?;
        writeln!(
            stage.out,
            "{} read anew, {} as they were, {} let be",
            counted(done.changed, "document"),
            done.same,
            done.current
        )?;
        Ok(0)
    }
}
