//! Ambiguity, conflict, entropy and confidence.

use std::collections::BTreeSet;

use record::judgement::Confidence;
use record::reading::SourceKind;

use super::constants::{AMBIGUITY_HIGH, AMBIGUITY_LOW, CONFLICT_HIGH, CONFLICT_LOW, KINDS_HIGH, ROOTS_HIGH, W};
use super::judge::{NANO, Ready};

/// What has been added up: for and against each hypothesis, how many independent roots, of which kinds.
pub(super) struct Standing {
    /// Per hypothesis the sum of positive weights and that of negative ones, in nano-nats.
    sums: Vec<(i64, i64)>,
    /// n_eff over all roots that say anything.
    roots: f64,
    kinds: BTreeSet<SourceKind>,
}

impl Standing {
    pub(super) fn new(hypotheses: usize) -> Self {
        Self { sums: vec![(0, 0); hypotheses], roots: 0.0, kinds: BTreeSet::new() }
    }

    pub(super) fn add(&mut self, root: &Ready<'_>, weight: &[i64]) {
        for ((pro, contra), weight) in self.sums.iter_mut().zip(weight) {
            *pro = pro.saturating_add((*weight).max(0));
            *contra = contra.saturating_add((*weight).min(0).saturating_neg());
        }
        if root.trust > 0.0 {
            self.roots += root.share;
            self.kinds.insert(root.root.kind);
        }
    }

    /// u = W/(W+f+g) and c = (1-u) 2 min(f,g)/(f+g) of one hypothesis.
    pub(super) fn of(&self, place: usize) -> (f64, f64) {
        let (pro, contra) = self.sums.get(place).copied().unwrap_or((0, 0));
        let (f, g) = (pro as f64 / NANO, contra as f64 / NANO);
        let ambiguity = W / (W + f + g);
        let conflict = if f + g > 0.0 { (1.0 - ambiguity) * 2.0 * f.min(g) / (f + g) } else { 0.0 };
        (ambiguity, conflict)
    }
}

/// The confidence with its basis in words. High: little ambiguity, little conflict, and at least three independent roots
/// of two kinds of source. Low: much of either, or no more than one root.
pub(super) fn confidence(ambiguity: f64, conflict: f64, standing: &Standing) -> (Confidence, String) {
    // n_eff is a sum of fractions; a hair below a whole number is that number.
    let roots = (standing.roots * 1e9).round() / 1e9;
    let kinds = standing.kinds.len();
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
        let (root_s, kind_s) = (if roots == 1.0 { "" } else { "s" }, if kinds == 1 { "" } else { "s" });
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
