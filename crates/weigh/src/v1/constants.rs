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

/// The Beta prior of a grade: as if a source of it had been right and wrong so often already. Of a source that cannot be
/// judged (F) nothing is known, which is one and one, and not the middle of the scale.
pub(super) fn beta(grade: Reliability) -> (f64, f64) {
    match grade {
        Reliability::A => (19.0, 1.0),
        Reliability::B => (8.0, 2.0),
        Reliability::C => (3.0, 2.0),
        Reliability::D => (2.0, 3.0),
        Reliability::E => (2.0, 8.0),
        Reliability::F => (1.0, 1.0),
    }
}

/// The factor of trust for what a party says in its own cause, such as the denial of the accused: of five such statements four
/// would be made whatever is true.
pub const INTERESTED: f64 = 0.2;

/// A root that moves no hypothesis by as much as this, in nats, was neither right nor wrong when the outcome is known.
pub(super) const TELLS: f64 = 0.1;

/// How far roots depend on each other, by the kind of what they share.
pub mod rho {
    use record::case::Dependence;

    /// The rho of a kind of dependence.
    pub fn of(dependence: Dependence) -> f64 {
        match dependence {
            Dependence::Same => SAME,
            Dependence::SameMaterial => SAME_MATERIAL,
            Dependence::SameBody => SAME_BODY,
            Dependence::SameInfluence => SAME_INFLUENCE,
        }
    }

    /// They may be one: counted as one.
    pub const SAME: f64 = 1.0;
    /// They draw on the same material: two services that read the same intercept.
    pub const SAME_MATERIAL: f64 = 0.8;
    /// They belong to the same body: two officials of one ministry.
    pub const SAME_BODY: f64 = 0.5;
    /// They are open to the same influence: two outlets of one state.
    pub const SAME_INFLUENCE: f64 = 0.3;
}
