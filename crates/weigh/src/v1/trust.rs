//! Trust: how far what a source says is taken at its word.
//!
//! t is the mean of a Beta distribution whose prior is the source's Admiralty grade and which its record has moved. The
//! credibility of a single claim, 1 to 6, has no part in it: corroboration is counted once, through roots.

use record::source::Reliability;

use super::constants::{TELLS, beta};
use super::error::WeighError;
use super::input::{Trust, WeighedRoot};
use super::weigher::Weigher;

/// How often a source was right and wrong where the outcome is known. Roots that partly depend on each other count by
/// their shares, and so these are no whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Record {
    /// It pointed to what came true.
    pub right: f64,
    /// It pointed away from it.
    pub wrong: f64,
}

/// The trust of a source of this grade that has no record.
pub fn trust_of(grade: Reliability) -> Trust {
    learnt(grade, Record::default())
}

/// The trust of a source of this grade with this record. Grade F is no grade of trust: until there is a record the
/// source cannot be judged.
pub fn learnt(grade: Reliability, record: Record) -> Trust {
    let Record { right, wrong } = record;
    if grade == Reliability::F && right + wrong <= 0.0 {
        return Trust::Ungraded;
    }
    let (a, b) = beta(grade);
    Trust::Known((a + right) / (a + b + right + wrong))
}

/// Whether a root pointed to the hypothesis at `outcome`: what it adds to the record of its source. Its trust has no part
/// in that, since that is what is to be learnt. A root that told nothing apart was neither right nor wrong.
///
/// # Errors
/// Where the root cannot be weighed.
pub fn was_right(weigher: &Weigher, root: &WeighedRoot, outcome: usize) -> Result<Record, WeighError> {
    let share = weigher.share(root)?;
    let believed = WeighedRoot { trust: Trust::Known(1.0), tempering: 1.0, groups: Vec::new(), ..root.clone() };
    let likelihoods = weigher.tempered(&believed)?;
    let weight = super::odds::weights(&likelihoods, weigher.priors()).get(outcome).copied().unwrap_or(0.0);
    Ok(match weight {
        weight if weight >= TELLS => Record { right: share, wrong: 0.0 },
        weight if weight <= -TELLS => Record { right: 0.0, wrong: share },
        _ => Record::default(),
    })
}

/// The factor of trust that the certainty of words gives, out of the band of probability they stand for: |2m - 1| of its
/// middle m.
///
/// So a claim that would settle the matter if it were put flatly moves even odds to the m it states, and to 1 - m where it
/// speaks of the unlikely; words at even odds say nothing of the thing. The stage of what is reported has no part in it:
/// "is weighing whether", put flatly, is strong evidence of considering.
pub fn certainty(low: f64, high: f64) -> f64 {
    let middle = (low + high) / 2.0;
    if middle.is_finite() { (2.0 * middle - 1.0).abs().clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::checks::{hypothesis, root};
    use super::*;

    fn shown(trust: Trust) -> String {
        match trust {
            Trust::Known(t) => format!("{t:.4}"),
            Trust::Ungraded => "cannot be judged".into(),
        }
    }

    #[test]
    fn without_a_record_the_grade_is_all_there_is() {
        let all = [Reliability::A, Reliability::B, Reliability::C, Reliability::D, Reliability::E, Reliability::F];
        let shown = all.map(|grade| shown(trust_of(grade)));
        assert_eq!(shown, ["0.9500", "0.8000", "0.6000", "0.4000", "0.2000", "cannot be judged"]);
    }

    #[test]
    fn a_record_moves_a_weak_grade_more_than_a_strong_one_and_gives_f_a_place() {
        let record = Record { right: 4.0, wrong: 1.0 };
        assert_eq!(shown(learnt(Reliability::A, record)), "0.9200");
        assert_eq!(shown(learnt(Reliability::C, record)), "0.7000");
        assert_eq!(shown(learnt(Reliability::F, record)), "0.7143");
        assert_eq!(shown(learnt(Reliability::F, Record { right: 0.0, wrong: 1.0 })), "0.3333");
    }

    #[test]
    fn who_pointed_to_what_came_true_was_right_whatever_their_grade() {
        let hypotheses = [hypothesis(1, 0.2), hypothesis(2, 0.3), hypothesis(3, 0.5)];
        let weigher = Weigher::new(&hypotheses, Options::default()).unwrap();
        let unbelieved = WeighedRoot { trust: Trust::Known(0.0), ..root(1, &[0.8, 0.4, 0.1]) };
        let right = |outcome| was_right(&weigher, &unbelieved, outcome).unwrap();
        assert_eq!(right(0), Record { right: 1.0, wrong: 0.0 });
        // Under the second it is .4, and under the others .3 on the whole: that too is towards it.
        assert_eq!(right(1), Record { right: 1.0, wrong: 0.0 });
        assert_eq!(right(2), Record { right: 0.0, wrong: 1.0 });
        assert_eq!(was_right(&weigher, &root(1, &[0.5, 0.5, 0.5]), 0).unwrap(), Record::default());
    }

    #[test]
    fn words_at_even_odds_say_nothing_and_likely_moves_even_odds_to_likely() {
        assert_eq!(certainty(1.0, 1.0), 1.0);
        assert_eq!(certainty(0.4, 0.6), 0.0);
        assert!((certainty(0.0, 0.1) - 0.9).abs() < 1e-12);
        let two = [hypothesis(1, 0.5), hypothesis(2, 0.5)];
        let mut weigher = Weigher::new(&two, Options::default()).unwrap();
        let telling = root(1, &[1.0 - 1e-9, 1e-9]);
        weigher.add(&WeighedRoot { tempering: certainty(0.55, 0.8), ..telling }).unwrap();
        assert!((weigher.probabilities()[0] - 0.675).abs() < 1e-6);
    }
}
