//! `tearline resolve`: which hypothesis came true.

use record::case::OTHER;
use record::time::CivilDate;

use super::Shared;
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::table::one_line;

/// Say which hypothesis came true, and what was done about it before
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline resolve nonlethal --on 2024-12-31 --how \"customs data of both show none\"
  tearline --case c.tearline resolve stops --on 2024-05-01 --how \"the ships turned\" --intervention \"warned on 2 April\"
  tearline --case c.tearline resolve --undo --why \"the data were of another year\"

What was judged was judged \"if no one acts\". A question that somebody acted on is kept and listed, and teaches nothing of trust
and calibration.")]
pub struct Args {
    /// The key of the hypothesis that came true; `other` where none of the stated ones did
    #[arg(required_unless_present = "undo")]
    key: Option<String>,
    /// On which day that was known
    #[arg(long, required_unless_present = "undo")]
    on: Option<CivilDate>,
    /// What showed it
    #[arg(long, required_unless_present = "undo")]
    how: Option<String>,
    /// What was done about it before; may be given again
    #[arg(long, value_name = "WHAT")]
    intervention: Vec<String>,
    /// Take the resolution back
    #[arg(long, conflicts_with_all = ["key", "on", "how", "intervention"], requires = "why")]
    undo: bool,
    /// Why it is taken back
    #[arg(long)]
    why: Option<String>,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        if self.undo {
            casefile.unresolve(&viewer, case.id, &self.why.unwrap_or_default()).await?;
            writeln!(stage.out, "the question is open again")?;
            return Ok(0);
        }
        let (Some(key), Some(on), Some(how)) = (self.key, self.on, self.how) else {
            return Err(Failure::usage("it is not said what came true", "write KEY, --on DATE and --how TEXT"));
        };
        casefile.resolve(&viewer, case.id, &key, on, &how, &self.intervention).await?;
        let hypotheses = casefile.hypotheses(&viewer, case.id).await?;
        let text = hypotheses.iter().find(|one| one.key == key).map(|one| one.text.as_str()).unwrap_or_default();
        let what = if key == OTHER { "none of the stated hypotheses" } else { text };
        writeln!(stage.out, "resolved as of {on}: {}", one_line(what))?;
        if !self.intervention.is_empty() {
            writeln!(stage.out, "somebody acted on it, so that it teaches nothing of trust and calibration")?;
        }
        Ok(0)
    }
}
