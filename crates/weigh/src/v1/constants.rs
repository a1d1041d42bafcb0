//! Every constant of the method. A change of any of them is a new version of the method.

use record::source::Reliability;

/// The name of the method and of this table.
pub const METHOD: &str = "v1";

/// The weight, in nats, of knowing nothing: with as much evidence, half of the ambiguity is gone. It is the
/// non-informative prior weight of subjective logic (Jøsang 2016, *Subjective Logic*, section 3.4.2).
pub const W: f64 = 2.0;

/// Below this ambiguity a judgement can be of high confidence.
pub(super) const AMBIGUITY_HIGH: f64 = 0.3;
/// Below this conflict a judgement can be of high confidence.
pub(super) const CONFLICT_HIGH: f64 = 0.35;
/// Above this ambiguity a judgement is of low confidence.
pub(super) const AMBIGUITY_LOW: f64 = 0.6;
/// Above this conflict a judgement is of low confidence.
pub(super) const CONFLICT_LOW: f64 = 0.65;
/// How many independent roots high confidence needs.
pub(super) const ROOTS_HIGH: f64 = 3.0;
/// How many kinds of source high confidence needs.
pub(super) const KINDS_HIGH: usize = 2;

/// How far a source of a grade is trusted before it has a record: the mean of the Beta prior that its record will move.
/// F is no grade of trust: `None`.
pub fn trust_of(grade: Reliability) -> Option<f64> {
    match grade {
        Reliability::A => Some(0.95), // Beta(19, 1)
        Reliability::B => Some(0.8),  // Beta(8, 2)
        Reliability::C => Some(0.6),  // Beta(3, 2)
        Reliability::D => Some(0.4),  // Beta(2, 3)
        Reliability::E => Some(0.2),  // Beta(2, 8)
        Reliability::F => None,
    }
}

/// How far roots depend on each other, by the kind of what they share.
pub mod rho {
    /// They may be one: counted as one.
    pub const SAME: f64 = 1.0;
    /// They draw on the same material: two services that read the same intercept.
    pub const SAME_MATERIAL: f64 = 0.8;
    /// They belong to the same body: two officials of one ministry.
    pub const SAME_BODY: f64 = 0.5;
    /// They are open to the same influence: two outlets of one state.
    pub const SAME_INFLUENCE: f64 = 0.3;
}
