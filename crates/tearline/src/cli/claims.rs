//! `tearline claims`: what is claimed in a case.

use casefile::ClaimRow;
use record::reading::Claim;
use serde::Serialize;

use super::{Format, Shared};
use crate::failure::Outcome;
use crate::show::table::{self, Cell};
use crate::show::{rows, style};
use crate::{Stage, show};

/// List the claims of the case
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline claims --format jsonl")]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A claim as JSON: as it was read, with its id in the case and where it stands.
#[derive(Serialize)]
struct Shown<'r> {
    claim: String,
    document: String,
    name: &'r str,
    outlet: Option<&'r str>,
    date: Option<String>,
    marking: &'r str,
    #[serde(flatten)]
    read: &'r Claim,
}

impl<'r> From<&'r ClaimRow> for Shown<'r> {
    fn from(row: &'r ClaimRow) -> Self {
        Self {
            claim: row.id.to_string(),
            document: row.document.sha256.to_string(),
            name: &row.document.name,
            outlet: row.document.outlet.as_deref(),
            date: row.document.date.map(|date| date.to_string()),
            marking: &row.document.marking,
            read: &row.claim,
        }
    }
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let claims = casefile.claims(&viewer, case.id).await?;
        match self.format {
            Format::Json => show::json(stage.out, &claims.iter().map(Shown::from).collect::<Vec<_>>())?,
            Format::Jsonl => {
                for claim in &claims {
                    show::json_line(stage.out, &Shown::from(claim))?;
                }
            }
            Format::Text => {
                let cells: Vec<Vec<Cell>> = claims.iter().map(cells).collect();
                let heading = ["claim", "date", "source", "stance", "certainty", "stage", "content"];
                table::write(stage.out, stage.width, &heading, &cells)?;
                let faint = style::FAINT;
                writeln!(stage.out, "{faint}{}{faint:#}", rows::counted(claims.len(), "claim"))?;
            }
        }
        Ok(0)
    }
}

fn cells(row: &ClaimRow) -> Vec<Cell> {
    let claim = &row.claim;
    let source = claim.source.resolved.as_ref().unwrap_or(&claim.source.text);
    vec![
        Cell::new(row.id.short()),
        Cell::new(row.document.date.map_or(String::new(), |date| date.to_string())),
        Cell::new(source).styled(style::SOURCE),
        Cell::new(rows::stance(claim.stance)).styled(style::stance(claim.stance)),
        Cell::new(if claim.certainty.words.is_empty() {
            "flat".to_owned()
        } else {
            format!("{}-{}", rows::share(claim.certainty.low), rows::share(claim.certainty.high))
        }),
        Cell::new(rows::stage(claim.stage)),
        Cell::new(&claim.content.text).styled(style::CONTENT),
    ]
}
