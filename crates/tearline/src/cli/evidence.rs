//! `tearline evidence`: what bears on the hypotheses.

use casefile::Stated;
use record::case::{Band, Origin, Root};
use record::source::Reliability;

use super::{Format, Shared};
use crate::failure::{Failure, Outcome};
use crate::show::rows::source_kind;
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// Enter what bears on the hypotheses, list it
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Enter a root of evidence with the claims that speak for it; without likelihoods, more claims of a root that is there
    #[command(after_help = "Examples:
  tearline --case c.tearline evidence add --root \"officials who saw the order\" --claim 3f2a --grade B \\
      --likelihood lethal=.6-.8 --likelihood other=.2 --why \"an order is seldom placed before a decision\"
  tearline --case c.tearline evidence add --root \"officials who saw the order\" --claim 77c1   (an echo: kept, not counted)")]
    Add(Add),
    /// List the roots of evidence
    #[command(after_help = "Example:\n  tearline --case c.tearline evidence list --format json")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

#[derive(Debug, clap::Args)]
pub struct Add {
    /// Who or what the origin is; one origin is one root, however many repeat it
    #[arg(long, value_name = "NAME")]
    root: String,
    /// A claim that speaks for it, the most direct first; may be given again
    #[arg(long, required = true, value_name = "ID")]
    claim: Vec<String>,
    /// How likely this evidence would be under a hypothesis: KEY=.6-.8 or KEY=.7; one for each, OTHER among them
    #[arg(long, value_name = "KEY=BAND", value_parser = likelihood)]
    likelihood: Vec<(String, Band)>,
    /// How reliable the origin is: A to E, or F where it cannot be judged
    #[arg(long, default_value = "F")]
    grade: Reliability,
    /// The origin is not known, and may be the same as another unknown one
    #[arg(long)]
    unknown_origin: bool,
    /// Why it bears on them so, for the journal
    #[arg(long, default_value = "")]
    why: String,
}

fn likelihood(text: &str) -> Result<(String, Band), String> {
    let bad = || format!("{text:?} is not KEY=.6-.8 or KEY=.7");
    let (key, band) = text.split_once('=').ok_or_else(bad)?;
    let number = |part: &str| part.trim().parse::<f64>().map_err(|_| bad());
    let band = match band.split_once('-') {
        Some((low, high)) => Band { low: number(low)?, high: number(high)? },
        None => Band { low: number(band)?, high: number(band)? },
    };
    Ok((key.trim().to_owned(), band))
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add(add) => {
                let known = casefile.roots(&viewer, case.id).await?.iter().any(|root| root.name == add.root.trim());
                if add.likelihood.is_empty() && !known {
                    let hint = "write --likelihood KEY=BAND for every key that `hypothesis list` shows";
                    return Err(Failure::usage(
                        format!("the root {:?} is new and states no likelihoods", add.root),
                        hint,
                    ));
                }
                let stated = Stated {
                    name: add.root,
                    claims: add.claim,
                    grade: add.grade,
                    origin: if add.unknown_origin { Origin::Unknown } else { Origin::Known },
                    likelihoods: add.likelihood,
                    why: add.why,
                };
                let (root, new) = casefile.enter_evidence(&viewer, case.id, &stated).await?;
                let what = if new { "entered the root" } else { "entered as echoes of the root" };
                let count = root.claims.len();
                writeln!(stage.out, "{what} {:?}, {count} claim{}", root.name, if count == 1 { "" } else { "s" })?;
            }
            Self::List { format } => list(stage, format, &casefile.roots(&viewer, case.id).await?)?,
        }
        Ok(0)
    }
}

fn list(stage: &mut Stage<'_>, format: Format, roots: &[Root]) -> std::io::Result<()> {
    if show::list::write(stage.out, format, roots)? {
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = roots
        .iter()
        .map(|root| {
            vec![
                Cell::new(root.id.short()),
                Cell::new(root.grade.to_string()),
                Cell::new(source_kind(root.kind)),
                Cell::number(root.claims.len().to_string()),
                Cell::new(&root.name),
                Cell::new(&root.why),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["root", "grade", "kind", "claims", "origin", "why"], &cells)
}
