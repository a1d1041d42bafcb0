//! The check values of the design: two hypotheses, equal priors, full trust.

use record::case::{Band, Hypothesis, Origin};
use record::id::{HypothesisId, RootId};
use record::judgement::{Confidence, Judgement};
use record::reading::SourceKind;

use super::*;

pub(super) fn hypothesis(number: u8, prior: f64) -> Hypothesis {
    Hypothesis {
        id: HypothesisId([number; 16]),
        key: format!("h{number}"),
        text: String::new(),
        prior,
        why: String::new(),
    }
}

/// A fully trusted root of known origin with these likelihoods, exact, for hypotheses 1, 2, …
pub(super) fn root(number: u8, likelihoods: &[f64]) -> WeighedRoot {
    let exact = |(place, p): (usize, &f64)| (HypothesisId([place as u8 + 1; 16]), Band { low: *p, high: *p });
    WeighedRoot {
        id: RootId([number; 16]),
        name: format!("root {number}"),
        trust: Trust::Known(1.0),
        tempering: 1.0,
        kind: SourceKind::Named,
        origin: Origin::Known,
        groups: Vec::new(),
        likelihoods: likelihoods.iter().enumerate().map(exact).collect(),
    }
}

fn two() -> Vec<Hypothesis> {
    vec![hypothesis(1, 0.5), hypothesis(2, 0.5)]
}

fn pro(number: u8) -> WeighedRoot {
    root(number, &[0.6, 0.2])
}

fn contra(number: u8) -> WeighedRoot {
    root(number, &[0.2, 0.6])
}

fn judged(roots: &[WeighedRoot]) -> Judgement {
    judge(&two(), roots, &Options::default()).unwrap()
}

/// `P/u/c` of the first hypothesis, as the design prints them.
fn shown(judgement: &Judgement) -> String {
    let first = &judgement.readouts[0];
    format!("{:.2}/{:.2}/{:.2}", first.probability, first.ambiguity, first.conflict)
}

#[test]
fn nothing_is_even_and_wholly_ambiguous() {
    let judgement = judged(&[]);
    assert_eq!(shown(&judgement), "0.50/1.00/0.00");
    assert_eq!(judgement.readouts[0].basis, "no evidence; ambiguity 1.00, conflict .00");
    assert_eq!(judgement.entropy, 1.0);
}

#[test]
fn one_root_three_times_likelier() {
    assert_eq!(shown(&judged(&[pro(1)])), "0.75/0.65/0.00");
}

#[test]
fn five_each_way_is_even_again_and_in_conflict() {
    let roots: Vec<WeighedRoot> = (0..5).map(pro).chain((5..10).map(contra)).collect();
    let judgement = judged(&roots);
    assert_eq!(shown(&judgement), "0.50/0.15/0.85");
    assert_eq!(judgement.readouts[0].confidence, Confidence::Low);
}

#[test]
fn six_for_and_four_against() {
    let roots: Vec<WeighedRoot> = (0..6).map(pro).chain((6..10).map(contra)).collect();
    assert_eq!(shown(&judged(&roots)), "0.90/0.15/0.68");
}

#[test]
fn ten_counted_naively_would_be_certain() {
    let roots: Vec<WeighedRoot> = (0..10).map(pro).collect();
    assert_eq!(shown(&judged(&roots)), "1.00/0.15/0.00");
}

#[test]
fn ten_of_unknown_origin_are_one_when_merged_and_ten_when_split() {
    let roots: Vec<WeighedRoot> =
        (0..10).map(|number| WeighedRoot { origin: Origin::Unknown, ..pro(number) }).collect();
    assert_eq!(shown(&judged(&roots)), "0.75/0.65/0.00");
    let split = judge(&two(), &roots, &Options { origins: Origins::Split, ..Options::default() }).unwrap();
    assert_eq!(shown(&split), "1.00/0.15/0.00");
}

#[test]
fn roots_that_half_depend_count_as_their_effective_number() {
    // n = 3, rho = .5: n_eff = 1.5, so LR 3^1.5.
    let groups = vec![Group { number: 1, rho: 0.5 }];
    let roots: Vec<WeighedRoot> = (0..3).map(|number| WeighedRoot { groups: groups.clone(), ..pro(number) }).collect();
    let judgement = judged(&roots);
    let odds = 3.0_f64.powf(1.5);
    assert!((judgement.readouts[0].probability - odds / (1.0 + odds)).abs() < 1e-9);
    assert!(judgement.readouts[0].basis.starts_with("1.5 independent roots of 1 kind of source"));
}

#[test]
fn half_trust_halves_what_a_root_tells_apart() {
    // Lbar = .4; L' = .5 and .3.
    let roots = [WeighedRoot { trust: Trust::Known(0.5), ..pro(1) }];
    assert!((judged(&roots).readouts[0].probability - 0.625).abs() < 1e-9);
}

#[test]
fn three_hypotheses_have_weights_against_the_mean_of_the_others() {
    let hypotheses = [hypothesis(1, 0.2), hypothesis(2, 0.3), hypothesis(3, 0.5)];
    let judgement = judge(&hypotheses, &[root(1, &[0.8, 0.4, 0.1])], &Options::default()).unwrap();
    // P: .16, .12, .05 of .33. w(1) = ln(.8 / ((.3*.4 + .5*.1) / .8)) = ln(.8 / .2125).
    assert!((judgement.readouts[0].probability - 0.16 / 0.33).abs() < 1e-9);
    assert_eq!(judgement.ledger[0].weight[0], ((0.8_f64 / 0.2125).ln() * 1e9).round() as i64);
    // moved(1): from odds .25 to .16/.17.
    assert!((judgement.ledger[0].moved[0] - (0.16_f64 / 0.17 / 0.25).ln()).abs() < 1e-8);
}

#[test]
fn high_confidence_needs_three_roots_of_two_kinds() {
    let strong = |number| root(number, &[0.9, 0.05]);
    let one_kind: Vec<WeighedRoot> = (0..4).map(strong).collect();
    assert_eq!(judged(&one_kind).readouts[0].confidence, Confidence::Moderate);
    let mut two_kinds = one_kind;
    two_kinds[3].kind = SourceKind::Document;
    let judgement = judged(&two_kinds);
    assert_eq!(judgement.readouts[0].confidence, Confidence::High);
    assert_eq!(judgement.readouts[0].basis, "4 independent roots of 2 kinds of source; ambiguity .15, conflict .00");
    assert_eq!(judged(&two_kinds[..1]).readouts[0].confidence, Confidence::Low);
}

#[test]
fn a_root_that_tells_nothing_apart_is_no_basis_for_confidence() {
    let strong = |number| root(number, &[0.9, 0.05]);
    let flat = |number, kind| WeighedRoot { kind, ..root(number, &[0.5, 0.5]) };
    let alone = judged(&[strong(1)]);
    let padded = judged(&[strong(1), flat(2, SourceKind::Document), flat(3, SourceKind::Organisation)]);
    assert_eq!(padded.readouts, alone.readouts);
    assert_eq!(alone.readouts[0].confidence, Confidence::Low);
    // Those that depend on each other are no basis either, be it that one of them tells something.
    let together = |root: WeighedRoot| WeighedRoot { groups: vec![Group { number: 1, rho: 0.5 }], ..root };
    let grouped = judged(&[together(strong(1)), together(flat(2, SourceKind::Document))]);
    assert!(grouped.readouts[0].basis.starts_with("0.7 independent roots of 1 kind of source"), "{grouped:?}");
    // What is taken away again leaves the count as it was.
    let mut weigher = Weigher::new(&two(), Options::default()).unwrap();
    for one in [strong(1), together(flat(2, SourceKind::Document)), flat(3, SourceKind::Document)] {
        weigher.add(&one).unwrap();
    }
    weigher.remove(&together(flat(2, SourceKind::Document))).unwrap();
    weigher.remove(&flat(3, SourceKind::Document)).unwrap();
    assert_eq!(weigher.readouts(), alone.readouts);
}

#[test]
fn what_cannot_be_weighed_is_refused_with_the_way_out() {
    let refused = |roots: &[WeighedRoot]| judge(&two(), roots, &Options::default()).unwrap_err().to_string();
    assert_eq!(
        refused(&[root(1, &[0.0, 0.5])]),
        "the likelihood of root 1 under \"h1\" is 0 to 0; both ends must lie between 0 and 1 and be neither: nothing observed later could move a certainty back"
    );
    assert_eq!(
        refused(&[root(1, &[0.5])]),
        "root 1 states no likelihood under \"h2\"; state one for every hypothesis, the same for all where it does not tell them apart"
    );
    assert!(refused(&[root(1, &[0.5, 0.5, 0.5])]).contains("a hypothesis that the case does not have"));
    assert!(refused(&[root(1, &[f64::NAN, 0.5])]).contains("NaN to NaN"));
    assert_eq!(
        refused(&[WeighedRoot { trust: Trust::Known(1.5), ..pro(1) }]),
        "the trust of root 1 is 1.5; it must lie between 0 and 1"
    );
    let mut crossed = pro(1);
    crossed.likelihoods[0].1 = Band { low: 0.7, high: 0.3 };
    assert!(refused(&[crossed]).ends_with("write the lower end first"));
    let groups = |rho| vec![Group { number: 1, rho }];
    assert!(
        refused(&[WeighedRoot { groups: groups(0.1), ..pro(1) }, WeighedRoot { groups: groups(0.2), ..pro(2) }])
            .contains("another rho")
    );
    assert!(refused(&[WeighedRoot { groups: groups(-0.1), ..pro(1) }]).contains("the rho of root 1 is -0.1"));

    let refused = |hypotheses: &[Hypothesis]| judge(hypotheses, &[], &Options::default()).unwrap_err().to_string();
    assert_eq!(
        refused(&[hypothesis(1, 0.5), hypothesis(2, 0.4)]),
        "the priors sum to 0.9 and not to 1; give OTHER what the rest leaves"
    );
    assert!(refused(&[hypothesis(1, 1.0)]).starts_with("there is nothing to choose between"));
    assert!(refused(&[hypothesis(1, 0.0), hypothesis(2, 1.0)]).contains("no evidence could move it"));
    assert_eq!(
        refused(&[hypothesis(1, 0.5), hypothesis(1, 0.5)]),
        "the hypothesis \"h1\" is there twice; hypotheses exclude each other"
    );
}
