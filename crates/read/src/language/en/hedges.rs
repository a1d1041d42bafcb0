//! Hedging words with the band of probability that a reader takes from them. The bands are first estimates by hand, not
//! yet fitted to what readers answered when they were asked.

use crate::language::HedgeWord;

const fn hedge(words: &'static str, low: f64, high: f64) -> HedgeWord {
    HedgeWord { words, low, high }
}

pub(super) const HEDGES: &[HedgeWord] = &[
    hedge("would likely", 0.65, 0.80),
    hedge("would probably", 0.60, 0.75),
    hedge("very likely", 0.80, 0.90),
    hedge("highly likely", 0.80, 0.95),
    hedge("almost certainly", 0.90, 0.99),
    hedge("highly unlikely", 0.05, 0.10),
    hedge("very unlikely", 0.05, 0.15),
    hedge("unlikely", 0.10, 0.25),
    hedge("likely", 0.65, 0.80),
    hedge("probably", 0.60, 0.75),
    hedge("appears to", 0.60, 0.80),
    hedge("appear to", 0.60, 0.80),
    hedge("appeared to", 0.60, 0.80),
    hedge("seems to", 0.60, 0.80),
    hedge("might", 0.30, 0.55),
    hedge("may", 0.35, 0.60),
    hedge("could", 0.35, 0.60),
    hedge("possibly", 0.30, 0.55),
    hedge("perhaps", 0.35, 0.55),
];
