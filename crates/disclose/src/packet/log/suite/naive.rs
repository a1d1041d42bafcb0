//! The same tree, written down a second time without the first: level by level instead of by halves, with nodes looked up in a
//! table of ranges. Slow, and plain to see through.

use std::collections::BTreeMap;

use record::id::Sha256 as Hash;
use sha2::{Digest, Sha256};

fn node(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = vec![1_u8];
    bytes.extend(left.0);
    bytes.extend(right.0);
    Hash(Sha256::digest(bytes).into())
}

/// Levels from the leaves up: neighbours are joined in pairs, and the last one without a neighbour goes up as it is.
fn levels(leaves: &[Hash]) -> Vec<Vec<Hash>> {
    let mut levels = vec![leaves.to_vec()];
    while levels.last().unwrap().len() > 1 {
        let next = levels
            .last()
            .unwrap()
            .chunks(2)
            .map(|pair| if pair.len() == 2 { node(&pair[0], &pair[1]) } else { pair[0] })
            .collect();
        levels.push(next);
    }
    levels
}

pub(super) fn root(leaves: &[Hash]) -> Hash {
    levels(leaves).last().unwrap().first().copied().unwrap_or(Hash(Sha256::digest([]).into()))
}

/// Goes up level by level; a node without a neighbour takes nothing from the proof.
pub(super) fn includes(leaf: &Hash, at: usize, size: usize, proof: &[Hash], top: &Hash) -> bool {
    let (mut at, mut width, mut hash) = (at, size, *leaf);
    let mut rest = proof.iter();
    while width > 1 {
        if at % 2 == 1 {
            hash = node(rest.next().unwrap(), &hash);
        } else if at + 1 < width {
            hash = node(&hash, rest.next().unwrap());
        }
        (at, width) = (at / 2, width.div_ceil(2));
    }
    rest.next().is_none() && hash == *top
}

/// The fewest whole nodes that the old tree is made of, and those that are needed beside them to make the new one: named by the
/// leaves that they span, and put into the order of RFC 6962 (2.1.2).
pub(super) fn consistency(leaves: &[Hash], old: usize) -> Vec<Hash> {
    let size = leaves.len();
    if old == 0 || old == size {
        return Vec::new();
    }
    // Every node of the new tree by the range of its leaves.
    let mut nodes: BTreeMap<(usize, usize), Hash> = BTreeMap::new();
    for (level, hashes) in levels(leaves).iter().enumerate() {
        for (place, hash) in hashes.iter().enumerate() {
            nodes.insert((place << level, ((place + 1) << level).min(size)), *hash);
        }
    }
    // Down from the root towards the end of the old tree, noting what is left behind at each step.
    let (mut from, mut to, mut beside) = (0, size, Vec::new());
    while to != old {
        let half = (to - from).next_power_of_two() / 2;
        let middle = from + half;
        if old <= middle {
            beside.push(nodes[&(middle, to)]);
            to = middle;
        } else {
            beside.push(nodes[&(from, middle)]);
            from = middle;
        }
    }
    // The node that ends the old tree is said, unless it is the old tree.
    if from != 0 {
        beside.push(nodes[&(from, to)]);
    }
    beside.reverse();
    beside
}
