//! `tearline export`: everything of a case that a viewer may see, for other programs.

use std::path::PathBuf;

use super::Shared;
use super::read::out::Out;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::{Stage, show};

/// Write everything of the case that may be seen as JSON lines: documents, claims, reviews, evidence, disclosures
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline --view-as TLP:GREEN export --out partners.jsonl")]
pub struct Args {
    /// Where to; standard output where not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let Some(path) = &self.out else {
            casefile.export(&viewer, case.id, &mut |one| show::json_line(stage.out, one)).await??;
            return Ok(0);
        };
        let mut out = Out::begin(path, true)?;
        let mut lines = 0_u64;
        let mut give = |one: &serde_json::Value| {
            lines += 1;
            show::json_line(&mut out, one)
        };
        let written = casefile.export(&viewer, case.id, &mut give).await?;
        written.map_err(|error| out.failure(&error))?;
        out.finish()?;
        writeln!(stage.out, "wrote {} to {}", counted(lines, "line"), path.display())?;
        Ok(0)
    }
}
