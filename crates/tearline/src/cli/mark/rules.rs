//! `tearline mark rules`: which rules are kept, and why the others are not.

use disclose::marking::TABLES;
use disclose::marking::register::{Entry, entries};

use crate::Stage;
use crate::cli::Format;
use crate::failure::Outcome;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// List the rules of markings: where each is kept, or why it is not
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline mark rules
  tearline mark rules --kept --format csv > rules.csv

A rule is kept; or it is on the form of the exchange format alone, which holds of everything that is written out; or it is apart, on what
is not carried here or cannot happen; or the tables have withdrawn it. Rules of the house are those that the tables do not have.")]
pub struct Args {
    /// Only those that are kept
    #[arg(long)]
    kept: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let rows: Vec<Entry> =
            entries().filter(|entry| !self.kept || matches!(entry.stands, "kept" | "house")).collect();
        if list::write(stage.out, self.format, &rows)? {
            return Ok(0);
        }
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|entry| {
                vec![Cell::new(entry.rule), Cell::new(entry.stands), Cell::new(entry.text).styled(style::CONTENT)]
            })
            .collect();
        table::write(stage.out, stage.width, &["rule", "stands", "where or why"], &cells)?;
        let count = |stands: &str| rows.iter().filter(|entry| entry.stands == stands).count();
        let faint = style::FAINT;
        let (kept, form, apart, withdrawn, house) =
            (count("kept"), count("form"), count("apart"), count("withdrawn"), count("house"));
        writeln!(
            stage.out,
            "{faint}{TABLES}: {kept} kept, {form} on form alone, {apart} apart, {withdrawn} withdrawn; {house} of the house{faint:#}"
        )?;
        Ok(0)
    }
}
