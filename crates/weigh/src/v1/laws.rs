//! What holds of every judgement, whatever the evidence.

use proptest::prelude::*;
use record::case::{Band, Hypothesis, Origin};
use record::id::{HypothesisId, RootId};
use record::judgement::Judgement;
use record::reading::SourceKind;

use super::checks::hypothesis;
use super::*;

const KINDS: [SourceKind; 3] = [SourceKind::Named, SourceKind::Unnamed, SourceKind::Document];

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.001..0.999_f64, 1 => Just(1e-12), 1 => Just(1.0 - 1e-12)]
}

fn band() -> impl Strategy<Value = Band> {
    (share(), share()).prop_map(|(a, b)| Band { low: a.min(b), high: a.max(b) })
}

prop_compose! {
    fn any_root()(
        id in any::<[u8; 16]>(),
        trust in prop_oneof![3 => (0.0..=1.0_f64).prop_map(Trust::Known), 1 => Just(Trust::Ungraded)],
        tempering in prop_oneof![2 => Just(1.0), 1 => 0.0..=1.0_f64],
        kind in 0..3_usize,
        unknown in any::<bool>(),
        groups in 0..4_u8,
        bands in proptest::collection::vec(band(), 3),
    ) -> WeighedRoot {
        WeighedRoot {
            id: RootId(id),
            name: "root".into(),
            trust,
            tempering,
            kind: KINDS[kind],
            origin: if unknown { Origin::Unknown } else { Origin::Known },
            groups: (0..2_u8)
                .filter(|number| groups >> number & 1 == 1)
                .map(|number| Group { number: number.into(), rho: 0.25 * f64::from(number + 1) })
                .collect(),
            likelihoods: bands.into_iter().enumerate().map(|(at, band)| (HypothesisId([at as u8 + 1; 16]), band)).collect(),
        }
    }
}

fn roots() -> impl Strategy<Value = Vec<WeighedRoot>> {
    proptest::collection::vec(any_root(), 0..8)
}

fn three() -> impl Strategy<Value = Vec<Hypothesis>> {
    (0.05..0.45_f64, 0.05..0.45_f64)
        .prop_map(|(a, b)| vec![hypothesis(1, a), hypothesis(2, b), hypothesis(3, 1.0 - a - b)])
}

fn judged(hypotheses: &[Hypothesis], roots: &[WeighedRoot]) -> Judgement {
    judge(hypotheses, roots, &Options::default()).unwrap()
}

proptest! {
    #[test]
    fn the_order_of_evidence_does_not_matter(hypotheses in three(), roots in roots(), turn in 0..8_usize) {
        let mut turned = roots.clone();
        turned.rotate_left(turn % roots.len().max(1));
        turned.reverse();
        let (a, b) = (judged(&hypotheses, &roots), judged(&hypotheses, &turned));
        // n_eff is a sum of fractions and may differ in the last bit; what is read out of the evidence may not.
        for (a, b) in a.readouts.iter().zip(&b.readouts) {
            prop_assert_eq!(a, b);
        }
    }

    #[test]
    fn what_is_taken_back_leaves_no_trace(hypotheses in three(), roots in roots(), extra in any_root()) {
        let before = judged(&hypotheses, &roots);
        let mut more = roots.clone();
        more.push(extra.clone());
        judged(&hypotheses, &more);
        more.pop();
        prop_assert_eq!(&before, &judged(&hypotheses, &more));
        let mut weigher = Weigher::new(&hypotheses, Options::default()).unwrap();
        for root in &roots {
            weigher.add(root).unwrap();
        }
        weigher.add(&extra).unwrap();
        weigher.remove(&extra).unwrap();
        prop_assert_eq!(&before.readouts, &weigher.readouts());
    }

    #[test]
    fn a_source_that_cannot_be_judged_changes_nothing(hypotheses in three(), roots in roots(), extra in any_root()) {
        let before = judged(&hypotheses, &roots);
        let mut more = roots.clone();
        more.push(WeighedRoot { trust: Trust::Ungraded, ..extra });
        let after = judged(&hypotheses, &more);
        for (a, b) in before.readouts.iter().zip(&after.readouts) {
            prop_assert!((a.probability - b.probability).abs() < 1e-9);
            prop_assert!((a.ambiguity - b.ambiguity).abs() < 1e-9 && (a.conflict - b.conflict).abs() < 1e-9);
            prop_assert_eq!(a.confidence, b.confidence);
        }
    }

    #[test]
    fn splitting_a_hypothesis_changes_no_other(hypotheses in three(), roots in roots(), part in 0.1..0.9_f64) {
        let whole = judged(&hypotheses, &roots);
        let mut split = hypotheses.clone();
        let last = split[2].prior;
        split[2].prior = last * part;
        split.push(hypothesis(4, last - last * part));
        let split_roots: Vec<WeighedRoot> = roots.iter().cloned().map(|mut root| {
            root.likelihoods.push((HypothesisId([4; 16]), root.likelihoods[2].1));
            root
        }).collect();
        let parts = judged(&split, &split_roots);
        for (a, b) in whole.readouts[..2].iter().zip(&parts.readouts) {
            prop_assert!((a.probability - b.probability).abs() < 1e-7, "{} {}", a.probability, b.probability);
            prop_assert!((a.ambiguity - b.ambiguity).abs() < 1e-7 && (a.conflict - b.conflict).abs() < 1e-7);
        }
    }

    #[test]
    fn every_number_is_one(hypotheses in three(), roots in roots(), ungraded in 0.0..=1.0_f64, split in any::<bool>()) {
        let origins = if split { Origins::Split } else { Origins::Merged };
        let judgement = judge(&hypotheses, &roots, &Options { origins, ungraded }).unwrap();
        let sum: f64 = judgement.readouts.iter().map(|readout| readout.probability).sum();
        prop_assert!((sum - 1.0).abs() < 1e-9);
        prop_assert!((0.0..=1.0).contains(&judgement.entropy));
        for readout in &judgement.readouts {
            let (low, high) = readout.interval;
            prop_assert!(0.0 <= low && low <= readout.probability && readout.probability <= high && high <= 1.0);
            prop_assert!((0.0..=1.0).contains(&readout.ambiguity) && (0.0..=1.0).contains(&readout.conflict));
        }
        for entry in &judgement.ledger {
            prop_assert!(entry.moved.iter().all(|moved| moved.is_finite()));
        }
    }

    #[test]
    fn the_ledger_adds_up_to_the_judgement(hypotheses in three(), roots in roots()) {
        let judgement = judged(&hypotheses, &roots);
        for (place, (hypothesis, readout)) in hypotheses.iter().zip(&judgement.readouts).enumerate() {
            let log_odds = |p: f64| p.ln() - (1.0 - p).ln();
            let moved: f64 = judgement.ledger.iter().map(|entry| entry.moved[place]).sum();
            if (1e-6..1.0 - 1e-6).contains(&readout.probability) {
                prop_assert!((log_odds(hypothesis.prior) + moved - log_odds(readout.probability)).abs() < 1e-6);
            }
        }
    }
}
