//! What cannot be weighed.

/// Why hypotheses and evidence cannot be weighed. Each says what to do instead.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum WeighError {
    /// Nothing to choose between.
    #[error("there is nothing to choose between; state at least one hypothesis beside OTHER")]
    TooFew,
    /// The same hypothesis twice.
    #[error("the hypothesis {0:?} is there twice; hypotheses exclude each other")]
    Twice(String),
    /// A prior is not between 0 and 1.
    #[error(
        "the prior of {key:?} is {}; it must lie between 0 and 1, and be neither, since no evidence could move it then",
        plain(*prior)
    )]
    Prior {
        /// The hypothesis.
        key: String,
        /// Its prior.
        prior: f64,
    },
    /// The priors are not those of exclusive and exhaustive hypotheses.
    #[error("the priors sum to {} and not to 1; give OTHER what the rest leaves", plain(*.0))]
    Sum(f64),
    /// A likelihood is certain, or is none.
    #[error(
        "the likelihood of {root} under {key:?} is {low} to {high}; both ends must lie between 0 and 1 and be neither: nothing observed later could move a certainty back"
    )]
    Likelihood {
        /// The root.
        root: String,
        /// The hypothesis.
        key: String,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// The ends of a band are crossed.
    #[error("the likelihood of {root} under {key:?} runs from {low} down to {high}; write the lower end first")]
    Crossed {
        /// The root.
        root: String,
        /// The hypothesis.
        key: String,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// A root says nothing of a hypothesis.
    #[error(
        "{root} states no likelihood under {key:?}; state one for every hypothesis, the same for all where it does not tell them apart"
    )]
    Missing {
        /// The root.
        root: String,
        /// The hypothesis.
        key: String,
    },
    /// A root speaks of a hypothesis that the case does not have, or twice of one.
    #[error("{root} states a likelihood under a hypothesis that the case does not have, or two under one")]
    Stray {
        /// The root.
        root: String,
    },
    /// Trust or dependence is not a share.
    #[error("the {what} of {root} is {value}; it must lie between 0 and 1")]
    Share {
        /// The root.
        root: String,
        /// `trust` or `rho`.
        what: &'static str,
        /// What was given.
        value: f64,
    },
    /// The roots of one group say different things of how far they depend on each other.
    #[error("{root} gives a group another rho than the roots before it; a group has one")]
    Group {
        /// The root.
        root: String,
    },
    /// A root was to be taken away that is not there.
    #[error("{root} is not among what was weighed, so that it cannot be taken away")]
    Absent {
        /// The root.
        root: String,
    },
    /// A forecast is certain, or there is none.
    #[error("a forecast must lie between 0 and 1 and be neither, and there must be one at least")]
    Forecast,
}

/// A number without the digits that come of counting in binary fractions.
fn plain(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded == 0.0 { value } else { rounded }
}
