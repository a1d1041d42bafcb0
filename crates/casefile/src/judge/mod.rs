//! Judge: hypotheses, evidence, and what the two together say.
//!
//! Nothing computed here is stored: a judgement is made for a viewer from what that viewer may see, now or as of a moment
//! of the past. What people state is entered as steps, and [`board`] lays them over each other.

mod board;
mod dependence;
mod evidence;
mod forecasts;
mod history;
mod hypotheses;
mod indicators;
mod pattern;
mod repeated;
mod report;
mod resolve;
mod track;
mod weighing;
mod whatif;

use record::case::{Band, Hypothesis, Origin};
use record::id::{HypothesisId, RootId};
use weigh::v1::{self, Trust, WeighedRoot};

pub use board::{Assumption, IndicatorRow, SetAside, Standing, Weighable, When};
pub use evidence::Stated;
pub use forecasts::Forecasts;
pub use history::{Happened, History, Moment, Moved, Mover};
pub use hypotheses::Frame;
pub use indicators::{Proposed, StatedIndicator};
pub use repeated::Repeated;
pub use report::{Affected, Changed, Elsewhere};
pub use resolve::{CaseScore, Score, Scores};
pub use weighing::{TrustShown, Weighing, proposed_credibility};
pub use whatif::{LeftOut, Sensitivity, Supposed, Supposition};

use crate::{CasefileError, Result};

/// The least prior that can be stated, or left to OTHER.
const LEAST: f64 = 1e-6;

fn word(what: &'static str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() { Err(CasefileError::Empty(what)) } else { Ok(text.to_owned()) }
}

/// That likelihoods can be weighed: what cannot is refused when it is stated, and not when somebody weighs.
fn usable(hypotheses: &[Hypothesis], name: &str, likelihoods: &[(HypothesisId, Band)]) -> Result<()> {
    let root = WeighedRoot {
        id: RootId([0; 16]),
        name: format!("{name:?}"),
        trust: Trust::Known(1.0),
        tempering: 1.0,
        kind: record::reading::SourceKind::None,
        origin: Origin::Known,
        groups: Vec::new(),
        likelihoods: likelihoods.to_vec(),
    };
    v1::judge(hypotheses, &[root], &v1::Options::default())?;
    Ok(())
}
