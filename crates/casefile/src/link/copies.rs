//! Which documents are copies of one text, and which took over a part of another.
//!
//! Copies are found in two passes. The first joins what shares many phrases, and evenly: an edited copy keeps something of
//! every sentence. What then still stands in several texts is nobody's own: an outlet's furniture, a questionnaire, the
//! background that a desk puts below every report of a story. The second pass leaves such phrases aside and joins copies
//! that were cut short or reworded. A document that holds several texts whole is a digest: it quotes them and joins nothing.

use std::collections::BTreeMap;

use super::pairs::pairs;
use super::repeated::Repeated;
use super::sets::Sets;
use super::sketch::{Shared, Sketch};

/// How two documents hang together by their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reuse {
    /// They are copies of one text.
    Reprints,
    /// One holds passages of the other, and is another text.
    Quotes,
}

/// Two documents that hang together, and by how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The number of one document.
    pub one: u32,
    /// The number of the other.
    pub other: u32,
    /// How.
    pub reuse: Reuse,
    /// What they share, counted in the smaller.
    pub shared: Shared,
}

/// Documents in sets of copies.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    /// For each document the lowest number of a document of the same text.
    pub text_of: Vec<u32>,
    /// What joined them, in all one fewer for each set than it has documents; and who quotes whom.
    pub edges: Vec<Edge>,
}

/// A document that holds less of another than this part of itself may be a digest.
const MOST_OF_LARGE: f64 = 0.25;
/// Shared phrases, not those of several texts, from which on one document quotes another.
const QUOTED: u32 = 8;

/// Finds copies among documents by their sketches.
pub fn copies(sketches: &[Sketch]) -> Copies {
    let mut sets = Sets::new(sketches.len());
    let mut edges = same(sketches, &mut sets);
    let compare = |one: u32, other: u32, passed_over: &dyn Fn(u32) -> bool| {
        sketches[one as usize].shared(&sketches[other as usize], passed_over)
    };
    let (mut open, mut held) = (Vec::new(), Vec::new());
    for (one, other) in pairs(sketches) {
        if sets.root(one) == sets.root(other) {
            continue;
        }
        let shared = compare(one, other, &|_| false);
        if shared.part_of_large() < MOST_OF_LARGE && shared.part() >= 0.5 {
            held.push((one, other));
        } else if shared.is_plainly_of_one_text() {
            sets.join(one, other);
            edges.push(Edge { one, other, reuse: Reuse::Reprints, shared });
        } else if shared.found >= LEAST {
            open.push((one, other));
        }
    }
    let repeated = Repeated::of(sketches, |number| sets.root(number));
    let mut left = Vec::new();
    for (one, other) in open {
        if sets.root(one) == sets.root(other) {
            continue;
        }
        let shared = compare(one, other, &|hash| repeated.has(hash));
        if shared.is_of_one_text() {
            sets.join(one, other);
            edges.push(Edge { one, other, reuse: Reuse::Reprints, shared });
        } else if shared.found >= QUOTED {
            left.push(Edge { one, other, reuse: Reuse::Quotes, shared });
        }
    }
    let held = held.into_iter().map(|(one, other)| (one, other, compare(one, other, &|hash| repeated.has(hash))));
    digests(sketches, held.collect(), &mut sets, &mut edges);
    left.retain(|edge| sets.root(edge.one) != sets.root(edge.other));
    edges.extend(left);
    Copies { text_of: (0..).take(sketches.len()).map(|number| sets.root(number)).collect(), edges }
}

/// Joins what is the same word for word.
fn same(sketches: &[Sketch], sets: &mut Sets) -> Vec<Edge> {
    let mut edges = Vec::new();
    let worded = (0_u32..).zip(sketches).filter(|(_, sketch)| sketch.words > 0);
    let mut order: Vec<(u64, u32, u32)> = worded.map(|(number, sketch)| (sketch.whole, sketch.words, number)).collect();
    order.sort_unstable();
    for two in order.windows(2) {
        let [(a, m, one), (b, n, other)] = *two else { continue };
        if (a, m) == (b, n) && sets.join(one, other) {
            let shared = sketches[one as usize].shared(&sketches[other as usize], |_| false);
            edges.push(Edge { one, other, reuse: Reuse::Reprints, shared });
        }
    }
    edges
}

/// Decides on small documents that stand in large ones: a large one that holds one text is a longer copy of it, one that
/// holds several is a digest.
fn digests(sketches: &[Sketch], held: Vec<(u32, u32, Shared)>, sets: &mut Sets, edges: &mut Vec<Edge>) {
    let mut by_large: BTreeMap<u32, Vec<(u32, Shared)>> = BTreeMap::new();
    for (one, other, shared) in held {
        // With nothing of its own left, what a document shares is furniture.
        if shared.found < LEAST {
            continue;
        }
        let one_is_small = sketches[one as usize].picks.len() <= sketches[other as usize].picks.len();
        let (small, large) = if one_is_small { (one, other) } else { (other, one) };
        by_large.entry(sets.root(large)).or_default().push((small, shared));
    }
    let mut decided = Vec::new();
    for (large, smalls) in by_large {
        let mut texts: Vec<u32> = smalls.iter().map(|(small, _)| sets.root(*small)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts.retain(|text| *text != large);
        decided.extend(smalls.into_iter().map(|(small, shared)| (large, small, shared, texts.len() < 2)));
    }
    for (large, small, shared, alone) in decided {
        let joins = alone && shared.is_of_one_text();
        if joins && sets.join(large, small) {
            edges.push(Edge { one: large, other: small, reuse: Reuse::Reprints, shared });
        } else if !joins && sets.root(large) != sets.root(small) {
            edges.push(Edge { one: large, other: small, reuse: Reuse::Quotes, shared });
        }
    }
}

/// In fewer stretches than this a document is short, and must share this part of its phrases.
const FEW: u32 = 6;
const MOST_OF_FEW: f64 = 0.6;

/// Fewer phrases prove nothing.
const LEAST: u32 = 3;

impl Shared {
    /// Whether so much is shared, and so evenly, that it is one text, whatever else has the same phrases.
    fn is_plainly_of_one_text(&self) -> bool {
        self.found >= 8 && self.covered >= 4 && self.part() >= 0.18 && self.evenness() >= 0.8
    }

    /// Whether so much of what stands in no third text is shared that it is one text. The figures were set on copies
    /// of news made for it, and measured on others.
    fn is_of_one_text(&self) -> bool {
        let (part, evenness) = (self.part(), self.evenness());
        // Two short reports share the phrases of their trade; a copy of a short one shares most of it.
        if self.stretches < FEW && part < MOST_OF_FEW {
            return false;
        }
        self.found >= LEAST && (part >= 0.2 && evenness >= 0.6 || part >= 0.12 && evenness >= 0.8)
    }
}
