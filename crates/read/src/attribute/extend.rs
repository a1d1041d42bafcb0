//! Whether a content goes on in the next sentence, or began in the one before.

use std::ops::Range;

use super::analysis::Analysis;
use crate::model::hash::{feature, mix};

/// It does not.
pub const STOPS: u8 = 0;
/// The whole sentence belongs to it.
pub const WHOLE: u8 = 1;
/// Only what stands in quotation marks does.
pub const QUOTED: u8 = 2;
/// How many answers there are.
pub const KINDS: usize = 3;

/// How many features a sentence has.
pub const COUNT: usize = 20;

/// What is known of an attribution when its neighbours are looked at.
#[derive(Debug, Clone, Copy)]
pub struct So {
    /// The head of the cue.
    pub head: usize,
    /// How many sentences away the neighbour is, at least 1.
    pub far: usize,
    /// Whether the neighbour comes behind.
    pub behind: bool,
    /// Whether the content reaches the edge of its sentence that faces the neighbour.
    pub reaches: bool,
    /// Whether there is a quotation in the content.
    pub quoted: bool,
    /// Whether the whole content stands before the cue.
    pub before: bool,
    /// Whether the neighbour stands in the same paragraph as the sentence next to it.
    pub same: bool,
    /// The quotation that the content ends in, or begins with, at that edge; 0 for none.
    pub quote: u16,
}

/// The features by which the sentence `next` does or does not belong to the content.
pub fn extract(all: &Analysis, next: &Range<usize>, so: &So, out: &mut [u64; COUNT]) {
    let edge = if so.behind { next.start } else { next.end - 1 };
    let far_edge = if so.behind { next.end - 1 } else { next.start };
    let inside = next.clone().filter(|at| all.quote[*at] != 0).count();
    let marks = next.clone().filter(|at| all.is_mark(*at)).count();
    let share = match (inside, next.len().saturating_sub(inside)) {
        (0, _) => 0,
        (_, 0) => 3,
        (_, out) if out <= marks + 1 => 2,
        _ => 1,
    };
    let goes_on = u64::from(so.quote != 0 && all.quote[edge] == so.quote);
    let opens = mix(u64::from(all.quote[edge] != 0), u64::from(all.quote[far_edge] != 0));
    let cues = next.clone().filter(|at| all.cue[*at]).count().min(2) as u64;
    let outer = next.clone().filter(|at| all.cue[*at] && all.quote[*at] == 0).count().min(2) as u64;
    let quoted_cue = u64::from(all.quote[so.head] != 0);
    let cue = all.lemma[so.head];
    let first = all.lemma[next.start];
    let side = mix(u64::from(so.behind), so.far.min(4) as u64);
    let state = mix(mix(u64::from(so.reaches), u64::from(so.quoted)), mix(u64::from(so.before), u64::from(so.same)));
    *out = [
        feature(1, [side]),
        feature(2, [side, goes_on, share]),
        feature(3, [side, goes_on, state]),
        feature(4, [side, share, cues]),
        feature(5, [side, share, outer, state]),
        feature(6, [side, share, state, goes_on, outer]),
        feature(7, [side, opens, state]),
        feature(8, [side, opens, share, outer]),
        feature(9, [side, cue]),
        feature(10, [side, cue, share]),
        feature(11, [side, cue, goes_on, state]),
        feature(12, [side, first]),
        feature(13, [side, first, share, goes_on]),
        feature(14, [side, quoted_cue, share]),
        feature(15, [side, quoted_cue, goes_on, outer]),
        feature(16, [side, state]),
        feature(17, [side, u64::from(so.same), share, outer]),
        feature(18, [side, next.len().min(12) as u64]),
        feature(19, [share, goes_on, outer]),
        feature(20, [u64::from(so.behind), share, goes_on, state, cues]),
    ];
}
