//! Entropy and confidence.

use record::judgement::Confidence;

use super::constants::{AMBIGUITY_HIGH, AMBIGUITY_LOW, CONFLICT_HIGH, CONFLICT_LOW, KINDS_HIGH, ROOTS_HIGH};

/// On how much a judgement rests.
pub(super) struct Counted {
    /// n_eff over all roots that tell anything apart.
    pub roots: f64,
    /// Of how many kinds of source they are.
    pub kinds: usize,
}

/// The confidence with its basis in words. High: little ambiguity, little conflict, and at least three independent roots
/// of two kinds of source. Low: much of either, or no more than one root.
pub(super) fn confidence(ambiguity: f64, conflict: f64, counted: &Counted) -> (Confidence, String) {
    // n_eff is a sum of fractions; a hair below a whole number is that number.
    let roots = (counted.roots * 1e9).round() / 1e9;
    let kinds = counted.kinds;
    let level = if ambiguity > AMBIGUITY_LOW || conflict > CONFLICT_LOW || roots <= 1.0 {
        Confidence::Low
    } else if ambiguity < AMBIGUITY_HIGH && conflict < CONFLICT_HIGH && roots >= ROOTS_HIGH && kinds >= KINDS_HIGH {
        Confidence::High
    } else {
        Confidence::Moderate
    };
    let counted = if roots == 0.0 {
        "no evidence".to_owned()
    } else {
        let number = if roots.fract() == 0.0 { format!("{roots:.0}") } else { format!("{roots:.1}") };
        let (root_s, kind_s) = (if roots == 1.0 { "" } else { "s" }, if kinds <= 1 { "" } else { "s" });
        // What is looked for and not seen, and what nobody says, comes from no source.
        let kinds = if kinds == 0 { "no".to_owned() } else { kinds.to_string() };
        format!("{number} independent root{root_s} of {kinds} kind{kind_s} of source")
    };
    (level, format!("{counted}; ambiguity {}, conflict {}", share(ambiguity), share(conflict)))
}

/// `.65`, as the house prints shares.
fn share(value: f64) -> String {
    let text = format!("{value:.2}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

/// Entropy as a share of the most there could be.
pub(super) fn entropy(probabilities: &[f64]) -> f64 {
    let most = (probabilities.len() as f64).ln();
    let entropy: f64 = probabilities.iter().filter(|p| **p > 0.0).map(|p| -p * p.ln()).sum();
    if most > 0.0 { (entropy / most).clamp(0.0, 1.0) } else { 0.0 }
}
