//! `tearline log`: who changed what in a case, when and why.

use record::id::CaseId;

use super::{Format, Shared};
use crate::Stage;
use crate::body::log::EntryShown;
use crate::failure::Outcome;
use crate::show::table::{self, Cell};
use crate::show::{list, rows};

/// Show the journal of the case: who changed what, when and why
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline log --last 20
  tearline --case c.tearline log --format csv > journal.csv
  tearline --case c.tearline log --register")]
pub struct Args {
    /// The journal of the house register, which belongs to all cases
    #[arg(long)]
    register: bool,
    /// Only the last so many entries
    #[arg(long, value_name = "N")]
    last: Option<usize>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, chain) = match self.register {
            true => shared.house(stage).await.map(|(casefile, viewer)| (casefile, viewer, CaseId::HOUSE))?,
            false => shared.open(stage).await.map(|(casefile, viewer, case)| (casefile, viewer, case.id))?,
        };
        let mut rows = casefile.log(&viewer, chain).await?;
        if let Some(last) = self.last {
            rows.drain(..rows.len().saturating_sub(last));
        }
        // Owners have a column where there are any.
        let guards: Vec<String> = rows.iter().map(|row| rows::guard(&row.label)).collect();
        let rows: Vec<EntryShown> = rows.into_iter().map(EntryShown::from).collect();
        if list::write(stage.out, self.format, &rows)? {
            return Ok(0);
        }
        let heading = &["when", "who", "what", "why", "owners"];
        let columns = heading.len() - usize::from(guards.iter().all(String::is_empty));
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .zip(guards)
            .map(|(row, guard)| {
                let seconds = row.at.split('.').next().unwrap_or(&row.at);
                let all = [Cell::new(seconds), Cell::new(&row.author), Cell::new(&row.what), Cell::new(&row.why)];
                all.into_iter().chain([Cell::new(guard)]).take(columns).collect()
            })
            .collect();
        table::write(stage.out, stage.width, &heading[..columns], &cells)?;
        Ok(0)
    }
}
