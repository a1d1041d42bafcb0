//! `tearline releases`: what was said in public before; `tearline release`: enter it.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use casefile::register::StatedRelease;
use record::time::CivilDate;

use super::sources::Sources;
use super::{Format, Shared, files};
use crate::Stage;
use crate::body::register::ReleaseShown;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// List the releases of earlier days in the house register: what was said in public before, by the house or by others
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline releases")]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Enter releases of earlier days
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Enter what was said before, from files or addresses; what is to be said next is looked at together with it
    #[command(after_help = "Example:
  tearline --case c.tearline release add statement.html --by \"the foreign ministry\" --date 2023-02-19")]
    Add {
        /// Files, folders and addresses (https://…); `-` is standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Who said it
        #[arg(long)]
        by: String,
        /// When; the date that the document states where not given
        #[arg(long)]
        date: Option<CivilDate>,
        /// To whom: `public`, or a clearance
        #[arg(long, default_value = "public")]
        audience: String,
        /// The address where it stands; the one that the document states where not given
        #[arg(long)]
        url: Option<String>,
        /// The marking of the entry: of a public release TLP:CLEAR where not given, of another the audience must be told apart
        #[arg(long)]
        marking: Option<String>,
        /// Fetch from hosts that are not of the public network too
        #[arg(long)]
        allow_private: bool,
        /// Why it is entered
        #[arg(long, default_value = "entered")]
        why: String,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let Self::Add { paths, by, date, audience, url, marking, allow_private, why } = self;
        let Some(marking) = marking.or_else(|| (audience.trim() == "public").then(|| "TLP:CLEAR".to_owned())) else {
            let message = "a release that was not public needs a marking, by which it is guarded here";
            return Err(Failure::usage(message, "write --marking TLP:AMBER, or whatever it was released under"));
        };
        let marking = disclose::marking::valid(&marking).map_err(casefile::CasefileError::from)?;
        let stated = StatedRelease { by, date, audience, url, marking };
        let sources = Sources::new(stage, allow_private, Arc::default());
        let walked = files::files(&paths);
        walked.tell(stage.err);
        let mut failed = walked.failed.len();
        for path in &walked.paths {
            let mut found = Vec::new();
            let _ = sources.find(path, &mut |one| {
                found.push(sources.extract(one));
                ControlFlow::Continue(())
            });
            for one in found {
                let name = one.as_ref().map_or(String::new(), |extracted| table::one_line(&extracted.name));
                let entered = match one {
                    Ok(extracted) => casefile.enter_release(&viewer, &extracted, &stated, &why).await,
                    Err(failure) => {
                        failure.tell(stage.err);
                        failed += 1;
                        continue;
                    }
                };
                match entered {
                    Ok(Some(release)) => {
                        let title = table::one_line(&release.title);
                        writeln!(stage.out, "entered {} {}: {title}", release.id.short(), release.date)?;
                    }
                    Ok(None) => writeln!(stage.out, "there already {name}")?,
                    Err(error) => {
                        Failure::from(error).tell(stage.err);
                        failed += 1;
                    }
                }
            }
        }
        Ok(if failed > 0 { FAILED } else { 0 })
    }
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let rows = casefile.public_releases(&viewer).await?;
        let shown: Vec<ReleaseShown<'_>> = rows.iter().map(ReleaseShown::from).collect();
        if list::write(stage.out, self.format, &shown)? {
            return Ok(0);
        }
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|release| {
                vec![
                    Cell::new(release.id.short()),
                    Cell::new(release.date.to_string()),
                    Cell::new(&release.by).styled(style::SOURCE),
                    Cell::new(&release.audience),
                    Cell::new(&release.title).styled(style::CONTENT),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["release", "date", "by", "to", "title"], &cells)?;
        let faint = style::FAINT;
        writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "release"))?;
        Ok(0)
    }
}
