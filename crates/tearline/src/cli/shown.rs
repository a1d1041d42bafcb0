//! `tearline shown`: the disclosure register.

use casefile::release::{Shown, ShownWhat};

use super::{Format, Shared};
use crate::Stage;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// Show the disclosure register: who was shown what, when, under which marking, and what they may do with it
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline shown --to \"Norland service\"")]
pub struct Args {
    /// Only what was shown to these
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let mut rows: Vec<Shown> = casefile.shown(&viewer, case.id).await?;
        if let Some(to) = &self.to {
            let wanted = to.to_lowercase();
            rows.retain(|row| row.to.to_lowercase().contains(&wanted));
        }
        if list::write(stage.out, self.format, &rows)? {
            return Ok(0);
        }
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                let what = match row.what {
                    ShownWhat::Line => "line",
                    ShownWhat::Packet => "packet",
                    ShownWhat::Warning => "warning",
                };
                let mut terms = vec![row.terms.as_str(), row.standing.as_str()];
                terms.retain(|text| !text.is_empty());
                vec![
                    Cell::new(row.when.get(..16).unwrap_or(&row.when)),
                    Cell::new(&row.to).styled(style::SOURCE),
                    Cell::new(what),
                    Cell::new(&row.marking),
                    Cell::new(terms.join("; ")),
                    Cell::new(&row.title).styled(style::CONTENT),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["when", "to", "what", "marking", "terms", "title"], &cells)?;
        let faint = style::FAINT;
        writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "time"))?;
        Ok(0)
    }
}
