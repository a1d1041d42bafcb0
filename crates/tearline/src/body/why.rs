//! Why the judgement is what it is.

use casefile::{LeftOut, Moved, Mover, Sensitivity};
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::changed::happened;

/// The boundaries of the words of ICD 203, at which a judgement would be told otherwise.
pub const THRESHOLDS: [f64; 6] = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95];

/// What moved a hypothesis, what it hangs on, what would change it, what to look for next.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Why)]
pub struct WhyShown<'s> {
    /// The banner of all of it.
    pub marking: &'s str,
    /// The hypothesis, by its key.
    pub hypothesis: &'s str,
    /// Its probability at the beginning.
    pub before: f64,
    /// Its probability at the end.
    pub after: f64,
    /// What moved it, the most first.
    pub movers: Vec<MoverShown<'s>>,
    /// What it hangs on, the most first.
    pub without: Vec<Without<'s>>,
    /// The next boundary of a word above and below, with the ratio that one more root would need.
    #[schema(value_type = Vec<[f64; 2]>)]
    pub needed: Vec<(f64, f64)>,
    /// Indicators, those first that would tell most.
    pub next: Vec<Next<'s>>,
}

/// Something that moved it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mover)]
pub struct MoverShown<'m> {
    /// The banner of all of it.
    pub marking: &'m str,
    /// The root.
    pub root: &'m str,
    /// The day it is of.
    pub date: Option<String>,
    /// What happened to it.
    pub happened: String,
    /// By how much it moved the log-odds.
    pub moved: f64,
    /// Why it says that.
    pub why: &'m str,
}

/// What would be without a root or a source.
#[derive(Debug, Serialize, ToSchema)]
pub struct Without<'s> {
    /// The root or the source.
    pub what: &'s str,
    /// Whether it is all of a source.
    pub source: bool,
    /// The probability without it.
    pub without: f64,
    /// The probability if it were false.
    pub if_false: f64,
    /// The indicators that only it shows and whose window is over: without it they are silent, and that is counted.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub falls_silent: &'s [String],
}

/// What to look for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Next<'s> {
    /// The indicator.
    pub indicator: &'s str,
    /// How likely it is to be seen.
    pub seen: f64,
    /// The probability if it is.
    pub if_seen: f64,
    /// The probability if it stays silent.
    pub if_silent: f64,
    /// How much it would tell, in bits.
    pub bits: f64,
}

/// Why the hypothesis at `place` is where it is.
pub fn why<'s>(marking: &'s str, moved: &'s Moved, sensitivity: &'s Sensitivity, place: usize) -> WhyShown<'s> {
    let at = |all: &[f64]| all.get(place).copied().unwrap_or(0.0);
    let row = |mover: &'s Mover| MoverShown {
        marking,
        root: &mover.root.root.name,
        date: printed(mover.root.root.date),
        happened: happened(mover),
        moved: at(&mover.moved),
        why: &mover.root.root.why,
    };
    let mut movers: Vec<MoverShown> = moved.movers.iter().map(row).collect();
    movers.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()));
    let without = |what: &'s str, source: bool, out: &'s LeftOut| Without {
        what,
        source,
        without: at(&out.without),
        if_false: at(&out.if_false),
        falls_silent: &out.falls_silent,
    };
    let roots = sensitivity.roots.iter().map(|(one, out)| without(&one.root.name, false, out));
    let sources = sensitivity.sources.iter().map(|(name, out)| without(name, true, out));
    let now = at(&sensitivity.now);
    let mut without: Vec<Without> = roots.chain(sources).collect();
    without.sort_by(|a, b| (b.without - now).abs().total_cmp(&(a.without - now).abs()));
    let next = sensitivity.indicators.iter().map(|(indicator, expected)| Next {
        indicator: &indicator.text,
        seen: expected.seen,
        if_seen: at(&expected.if_seen),
        if_silent: at(&expected.if_silent),
        bits: expected.bits,
    });
    let needed = sensitivity.needed.get(place).map(Vec::as_slice).unwrap_or_default();
    let above = needed.iter().find(|one| one.to > now);
    let below = needed.iter().rev().find(|one| one.to < now);
    let (before, after) = moved.probabilities.get(place).copied().unwrap_or_default();
    WhyShown {
        marking,
        hypothesis: moved.hypotheses.get(place).map_or("", |one| one.key.as_str()),
        before,
        after,
        movers,
        without,
        needed: above.into_iter().chain(below).map(|one| (one.to, one.ratio)).collect(),
        next: next.collect(),
    }
}
