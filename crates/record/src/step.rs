//! Steps of weighing: what people state about a case beside its hypotheses and roots.
//!
//! Steps are only ever added. What is taken back is taken back by another step, and so every judgement of the past can be
//! made again from the steps that were there.

use serde::{Deserialize, Serialize};

use crate::case::{Band, Dependence};
use crate::id::{AssumptionId, ClaimId, ForecastId, GroupId, HypothesisId, IndicatorId, RootId, Sha256};
use crate::time::{CivilDate, Micros};

/// Something that a person stated about the weighing of a case. The names stand in journals for good.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// Until when the question is asked, and how it will be decided.
    HorizonSet {
        /// The last day of it.
        on: CivilDate,
        /// What will show which hypothesis came true.
        how: String,
    },
    /// Something that everything here takes for granted.
    AssumptionMade {
        /// Its id.
        id: AssumptionId,
        /// What is taken for granted.
        text: String,
        /// What follows if it is wrong.
        if_wrong: String,
    },
    /// An assumption is made no longer.
    AssumptionDropped {
        /// Which.
        id: AssumptionId,
    },
    /// What one would expect to see.
    IndicatorStated {
        /// It.
        indicator: Box<Indicator>,
    },
    /// A claim that was proposed for an indicator shows it, or does not.
    MatchDecided {
        /// The indicator.
        indicator: IndicatorId,
        /// The claim.
        claim: ClaimId,
        /// Whether it shows it.
        shows: bool,
    },
    /// The likelihoods of a root were stated anew.
    RootRestated {
        /// The root.
        root: RootId,
        /// P(e|h) for each hypothesis of the case.
        likelihoods: Vec<(HypothesisId, Band)>,
    },
    /// Two roots belong to one group of roots that depend on each other, beside the groups that they are in. There is a step for
    /// every two of a group, so that whoever sees some of its roots knows of those and of no other.
    RootsGrouped {
        /// The one.
        root: RootId,
        /// The other.
        with: RootId,
        /// The group.
        group: GroupId,
        /// How they depend on each other.
        dependence: Dependence,
    },
    /// A root leaves the groups that it is in with another.
    RootUngrouped {
        /// The root.
        root: RootId,
        /// The other: a step for each on which it depended.
        with: RootId,
    },
    /// A root counts no longer, or counts again.
    RootWithdrawn {
        /// The root.
        root: RootId,
        /// Whether it counts again.
        back: bool,
    },
    /// A document was withdrawn by whoever published it, or turned out to be false; or stands again. A root that rests on
    /// withdrawn documents alone does not count.
    DocumentWithdrawn {
        /// The document.
        document: Sha256,
        /// Whether it stands again.
        back: bool,
    },
    /// What one person thinks likely.
    ForecastGiven {
        /// It.
        forecast: Forecast,
    },
    /// It is known which hypothesis came true.
    CaseResolved {
        /// It.
        resolution: Resolution,
    },
    /// It is not known after all.
    ResolutionWithdrawn {},
}

impl Step {
    /// The name of the kind, as it stands in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::HorizonSet { .. } => "horizon-set",
            Self::AssumptionMade { .. } => "assumption-made",
            Self::AssumptionDropped { .. } => "assumption-dropped",
            Self::IndicatorStated { .. } => "indicator-stated",
            Self::MatchDecided { .. } => "match-decided",
            Self::RootRestated { .. } => "root-restated",
            Self::RootsGrouped { .. } => "roots-grouped",
            Self::RootUngrouped { .. } => "root-ungrouped",
            Self::RootWithdrawn { .. } => "root-withdrawn",
            Self::DocumentWithdrawn { .. } => "document-withdrawn",
            Self::ForecastGiven { .. } => "forecast-given",
            Self::CaseResolved { .. } => "case-resolved",
            Self::ResolutionWithdrawn {} => "resolution-withdrawn",
        }
    }

    /// What was stated, in a line for people.
    pub fn told(&self) -> String {
        let back = |back: bool, what: String| {
            if back { format!("took back that {what}") } else { format!("said that {what}") }
        };
        match self {
            Self::HorizonSet { on, .. } => format!("set the horizon to {on}"),
            Self::AssumptionMade { text, .. } => format!("assumed: {text}"),
            Self::AssumptionDropped { id } => format!("dropped the assumption {}", id.short()),
            Self::IndicatorStated { indicator } => format!("stated the indicator {:?}", indicator.text),
            Self::MatchDecided { indicator, claim, shows } => {
                let does = if *shows { "shows" } else { "does not show" };
                format!("said that the claim {} {does} the indicator {}", claim.short(), indicator.short())
            }
            Self::RootRestated { root, .. } => format!("stated the likelihoods of the root {} anew", root.short()),
            Self::RootsGrouped { root, with, dependence, .. } => {
                format!("said of the roots {} and {}: {}", root.short(), with.short(), dependence.told())
            }
            Self::RootUngrouped { root, with } => {
                format!("said that the root {} does not depend on {}", root.short(), with.short())
            }
            Self::RootWithdrawn { root, back: again } => {
                back(*again, format!("the root {} counts no longer", root.short()))
            }
            Self::DocumentWithdrawn { document, back: again } => {
                back(*again, format!("the document {} is withdrawn", document.short()))
            }
            Self::ForecastGiven { .. } => "gave a forecast".to_owned(),
            Self::CaseResolved { resolution } => format!("resolved the question as of {}", resolution.on),
            Self::ResolutionWithdrawn {} => "took the resolution back".to_owned(),
        }
    }
}

/// What one would expect to see under a hypothesis, before it is seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// What it is, in an analyst's words.
    pub text: String,
    /// What a claim must hold to be proposed for it.
    pub pattern: Pattern,
    /// The first day on which it may be seen; from the beginning where not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<CivilDate>,
    /// The last day. If it has not been seen until then, that it was silent is evidence too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<CivilDate>,
    /// P(seen within the window | h) for each hypothesis of the case.
    pub likelihoods: Vec<(HypothesisId, Band)>,
    /// Why.
    pub why: String,
}

/// What a claim must hold: every part that is stated. A pattern without parts proposes nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// The type of an event: a PLOVER root, such as `AID`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Who does it, or supplies: a name, or the code of a country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Goods of this class, or that are called so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goods: Option<String>,
    /// Where: a name, or the code of a country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Words that stand in the content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Pattern {
    /// Whether a part is stated that has no words: every claim would hold it.
    pub fn has_blank(&self) -> bool {
        let parts = [&self.event, &self.actor, &self.target, &self.goods, &self.place, &self.words];
        parts.into_iter().flatten().any(|part| !part.chars().any(char::is_alphanumeric))
    }

    /// Whether it states anything.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What one person thinks likely, hypothesis by hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Its id.
    pub id: ForecastId,
    /// Who.
    pub author: String,
    /// When.
    pub at: Micros,
    /// The probability of each hypothesis of the case; they sum to 1.
    pub probabilities: Vec<(HypothesisId, f64)>,
    /// Why.
    pub why: String,
}

/// Which hypothesis came true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolution {
    /// It.
    pub outcome: HypothesisId,
    /// On which day that was known.
    pub on: CivilDate,
    /// What showed it.
    pub how: String,
    /// What was done about it before ("we warned, they stopped"). Judgements are stated "if no one acts", and so a question
    /// that somebody acted on teaches nothing of trust and calibration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interventions: Vec<String>,
}
