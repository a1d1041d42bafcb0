//! `tearline hypothesis`: the answers that the question may have.

use record::case::Hypothesis;

use super::{Format, Shared};
use crate::failure::Outcome;
use crate::show::rows::share;
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// State the answers that the question may have, list them
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// State a hypothesis; hypotheses exclude each other, and what they leave is OTHER's
    #[command(
        after_help = "Example:\n  tearline --case c.tearline hypothesis add lethal \"Corvania supplies lethal arms to Vessia before 2031\" --prior .2"
    )]
    Add {
        /// The short word by which evidence speaks of it
        key: String,
        /// What it says
        text: String,
        /// Its probability before any evidence, between 0 and 1
        #[arg(long, allow_hyphen_values = true)]
        prior: f64,
        /// Why this prior, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
    /// List the hypotheses, OTHER last
    #[command(after_help = "Example:\n  tearline --case c.tearline hypothesis list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add { key, text, prior, why } => {
                let hypothesis = casefile.state_hypothesis(&viewer, case.id, &key, &text, prior, &why).await?;
                let left = casefile.hypotheses(&viewer, case.id).await?.last().map_or(0.0, |other| other.prior);
                writeln!(stage.out, "stated {} at {}; OTHER has {}", hypothesis.key, share(prior), share(left))?;
            }
            Self::List { format } => list(stage, format, &casefile.hypotheses(&viewer, case.id).await?)?,
        }
        Ok(0)
    }
}

fn list(stage: &mut Stage<'_>, format: Format, hypotheses: &[Hypothesis]) -> std::io::Result<()> {
    if show::list::write(stage.out, format, hypotheses)? {
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = hypotheses
        .iter()
        .map(|hypothesis| {
            vec![Cell::new(&hypothesis.key), Cell::number(share(hypothesis.prior)), Cell::new(&hypothesis.text)]
        })
        .collect();
    table::write(stage.out, stage.width, &["key", "prior", "hypothesis"], &cells)
}
