//! The register of sources, for people and for programs.

use casefile::register::SourceRow;
use record::label::Protection;

use crate::Stage;
use crate::body::register::SourceShown;
use crate::cli::{Format, Shared};
use crate::failure::{Failure, Outcome};
use crate::show::rows::{counted, source_kind};
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// List the sources of the house register, which belongs to all cases of the store
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline sources
  tearline --case c.tearline sources --format csv")]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let rows = casefile.sources(&viewer).await?;
        if list::write(stage.out, self.format, &rows.iter().map(SourceShown::from).collect::<Vec<_>>())? {
            return Ok(0);
        }
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                let owners: Vec<&str> = row.source.owners.iter().map(String::as_str).collect();
                vec![
                    Cell::new(row.source.id.short()),
                    Cell::new(&row.source.name).styled(style::SOURCE),
                    Cell::new(row.reliability().to_string()),
                    Cell::new(source_kind(row.source.kind)),
                    Cell::new(guard(row)),
                    Cell::new(owners.join(", ")),
                    Cell::new(sealed(row)),
                    Cell::new(&row.marking),
                ]
            })
            .collect();
        let heading = ["source", "name", "grade", "kind", "guard", "owners", "sealed", "marking"];
        table::write(stage.out, stage.width, &heading, &cells)?;
        let faint = style::FAINT;
        writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "source"))?;
        Ok(0)
    }
}

fn guard(row: &SourceRow) -> &'static str {
    match row.source.protection {
        Protection::Open => "open",
        Protection::Sensitive => "sensitive",
        Protection::Protected => "protected",
    }
}

fn sealed(row: &SourceRow) -> String {
    match (row.sealed.len(), row.unreadable()) {
        (0, _) => String::new(),
        (number, 0) => number.to_string(),
        (number, gone) if gone == number => format!("{number}, erased"),
        (number, gone) => format!("{number}, {gone} erased"),
    }
}

pub fn line(row: &SourceRow) -> String {
    table::one_line(&row.source.name)
}

pub fn show(row: &SourceRow, stage: &mut Stage<'_>) -> Result<(), Failure> {
    let (heading, faint, source) = (style::HEADING, style::FAINT, &row.source);
    let marking = if row.marking.is_empty() { "unmarked" } else { &row.marking };
    writeln!(stage.out, "{heading}{}{heading:#}  {faint}{} {marking}{faint:#}", line(row), source.id.short())?;
    let joined = |names: Vec<&str>| names.join(", ");
    let facts = [
        ("also", joined(source.names.iter().map(String::as_str).collect())),
        ("kind", source_kind(source.kind).to_owned()),
        ("owners", joined(source.owners.iter().map(String::as_str).collect())),
        ("guard", guard(row).to_owned()),
        ("access", source.access.clone()),
        ("bias", source.bias.clone()),
        ("sealed", sealed(row)),
        ("grade", row.reliability().to_string()),
    ];
    for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
        let fact = table::wrapped(&table::one_line(fact), stage.width.saturating_sub(10));
        for (at, text) in fact.lines().enumerate() {
            writeln!(stage.out, "{faint}{:<8}{faint:#}  {text}", if at == 0 { name } else { "" })?;
        }
    }
    for grade in &row.grades {
        let day = grade.at.to_string();
        let day = day.get(..10).unwrap_or_default();
        writeln!(stage.out, "  {day} {} by {}: {}", grade.reliability, grade.author, table::one_line(&grade.why))?;
    }
    for erasure in &row.erased {
        let day = erasure.at.to_string();
        let day = day.get(..10).unwrap_or_default();
        writeln!(stage.out, "  {day} key destroyed by {}: {}", erasure.author, table::one_line(&erasure.why))?;
    }
    Ok(())
}
