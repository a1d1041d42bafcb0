//! Somebody does not believe it.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::Doubts;

pub(super) const DOUBTS: &[Frame] = &[
    sure(Doubts, "doubt:V"),
    sure(Doubts, "question:V // whether|if|how|why|the|its|their|his|that"),
    where_found(Doubts, "question:V"),
    sure(Doubts, "query|challenge:V // whether|the .. accuracy|claim|version|wisdom|legality|basis"),
    sure(Doubts, "@voice|cast|throw .. @doubt // on|about|over|that|as|whether"),
    sure(Doubts, "raise .. question // about|over|whether|as"),
    sure(Doubts, "call|bring|throw .. into question|doubt"),
    sure(Doubts, "@be|remain|sound|seem|grow|become|stay @doubtful // that|about|of|whether|if|over"),
    where_found(Doubts, "@be|remain @doubtful"),
    where_found(Doubts, "@be|remain @not sure|certain|confident // that|of|whether|by|it|the|how|why|what"),
    sure(Doubts, "@be|remain @not convinced|persuaded // that|of|whether|by|it|the|how|why|what"),
    sure(Doubts, "@be|remain|sound far from convinced|persuaded|sure|certain // that|of|whether|by"),
    sure(Doubts, "find it|this|that hard|difficult to believe"),
    sure(Doubts, "disbelieve|distrust|mistrust:V"),
    where_found(Doubts, "@not believe|think // that|it|the|this|there"),
    where_found(Doubts, "few|nobody ... believe|think|expect|trust"),
    where_found(Doubts, "no one ... believe|think|expect|trust"),
    where_found(Doubts, "not everyone|everybody|all|many ... believe|think|expect|trust"),
    sure(Doubts, "have little|no|scant|limited faith|confidence|trust // that|in"),
    where_found(Doubts, "@doubtful"),
    where_found(Doubts, "doubt:N"),
];
