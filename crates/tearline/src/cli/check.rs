//! `tearline check`: whether a case file is whole.

use std::path::PathBuf;
use std::sync::Arc;

use casefile::Casefile;
use disclose::packet::PublicKey;

use super::{Shared, files};
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::rows::counted;
use crate::show::style;

/// Check that the case file is whole: the journal's chain, and the bytes it cites
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline check --rebuild")]
pub struct Args {
    /// Also make every table again from the journal, and compare
    #[arg(long)]
    rebuild: bool,
    /// Also that all is there that a checkpoint names
    #[arg(long, value_name = "FILE", requires = "key")]
    checkpoint: Option<PathBuf>,
    /// The public key that the checkpoint must be signed with
    #[arg(long, value_name = "FILE.pub", requires = "checkpoint")]
    key: Option<PathBuf>,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (path, _) = shared.place()?;
        let casefile = shared.keep(Casefile::open(&path, Arc::clone(&stage.seams)).await?);
        let viewer = shared.viewer(stage)?;
        let mut checked = casefile.check(&viewer, self.rebuild).await?;
        if let (Some(checkpoint), Some(key)) = (&self.checkpoint, &self.key) {
            let text = std::fs::read_to_string(checkpoint).map_err(|error| Failure::file(checkpoint, &error))?;
            let key = PublicKey::from_pem(&files::key_text(key)?)?;
            checked.faults.extend(casefile.check_against(&viewer, &text, &key).await?);
        }
        for fault in &checked.faults {
            let warning = style::WARNING;
            writeln!(stage.out, "{warning}fault{warning:#}: {fault}")?;
        }
        if !checked.faults.is_empty() {
            return Err(Failure::failed(
                format!("{path} is not whole"),
                "do not write to it any more; restore it from a backup, and keep this file for whoever looks into it",
            ));
        }
        for row in &checked.cases {
            writeln!(
                stage.out,
                "#{} {}, {}, {}, {}",
                row.case.id.short(),
                counted(row.documents, "document"),
                counted(row.claims, "claim"),
                counted(row.roots, "root"),
                counted(row.disclosures, "disclosure")
            )?;
        }
        let good = style::GOOD;
        let what = if self.rebuild { ", and the journal makes every table as it is" } else { "" };
        writeln!(
            stage.out,
            "{good}whole{good:#}: the chain of the journal holds, and every byte it cites is there{what}"
        )?;
        Ok(0)
    }
}
