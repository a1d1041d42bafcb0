//! The Merkle tree of RFC 6962: hashes, and proofs that something is in a log and that a log only grew.
//!
//! A leaf is hashed behind a zero byte and two nodes behind a one, so that neither can be taken for the other. A tree of n
//! leaves is split at the greatest power of two below n. All functions take the hashes of leaves; each is linear in their
//! number, and checking a proof is logarithmic.

use record::id::Sha256 as Hash;
use sha2::{Digest, Sha256};

/// The hash of a leaf.
pub fn leaf_hash(data: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(data).finalize().into())
}

/// The hash of a node above two others.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
}

/// The root over leaves; that of none is the hash of no bytes.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash(Sha256::digest([]).into()),
        [leaf] => *leaf,
        _ => {
            let (left, right) = halves(leaves);
            node_hash(&root(left), &root(right))
        }
    }
}

/// The proof that the leaf at `index` is among `leaves`, from the leaf upwards; `None` where there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    let mut proof = Vec::new();
    path(leaves, index, &mut proof);
    Some(proof)
}

/// The proof that the first `size` of `leaves` are what a log of that size held; `None` where there are not as many.
pub fn consistency(leaves: &[Hash], size: usize) -> Option<Vec<Hash>> {
    if size > leaves.len() {
        return None;
    }
    let mut proof = Vec::new();
    if size > 0 {
        subproof(leaves, size, true, &mut proof);
    }
    Some(proof)
}

/// Whether `proof` shows that `leaf` stands at `index` in the tree of `size` leaves with this root.
pub fn includes(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    let Some(mut last) = size.checked_sub(1).filter(|last| index <= *last) else { return false };
    let (mut at, mut hash) = (index, *leaf);
    for beside in proof {
        if last == 0 {
            return false;
        }
        if is_odd(at) || at == last {
            hash = node_hash(beside, &hash);
            climb_to_odd(&mut at, &mut last);
        } else {
            hash = node_hash(&hash, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether `proof` shows that the tree of `new` leaves begins with the tree of `old` ones. From no leaf to any it does.
pub fn grew(old: (u64, &Hash), new: (u64, &Hash), proof: &[Hash]) -> bool {
    let ((size, old_root), (new_size, new_root)) = (old, new);
    if size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    let (Some(mut at), Some(mut last)) = (size.checked_sub(1), new_size.checked_sub(1)) else {
        return size == 0 && proof.is_empty() && *old_root == root(&[]);
    };
    if size > new_size {
        return false;
    }
    while is_odd(at) {
        (at, last) = (at >> 1, last >> 1);
    }
    // A whole old tree is itself the first node, and is not said again.
    let whole = size.is_power_of_two().then_some(*old_root);
    let mut proof = whole.into_iter().chain(proof.iter().copied());
    let Some(first) = proof.next() else { return false };
    let (mut before, mut after) = (first, first);
    for beside in proof {
        if last == 0 {
            return false;
        }
        if is_odd(at) || at == last {
            before = node_hash(&beside, &before);
            after = node_hash(&beside, &after);
            climb_to_odd(&mut at, &mut last);
        } else {
            after = node_hash(&after, &beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && before == *old_root && after == *new_root
}

fn is_odd(number: u64) -> bool {
    number & 1 == 1
}

/// A node without a neighbour goes up as it is, until it has one on its left.
fn climb_to_odd(at: &mut u64, last: &mut u64) {
    while !is_odd(*at) && *at != 0 {
        (*at, *last) = (*at >> 1, *last >> 1);
    }
}

/// Two halves of at least two leaves: the left as large as a power of two can be that leaves something on the right.
fn halves(leaves: &[Hash]) -> (&[Hash], &[Hash]) {
    leaves.split_at(leaves.len().next_power_of_two() / 2)
}

fn path(leaves: &[Hash], index: usize, proof: &mut Vec<Hash>) {
    if leaves.len() < 2 {
        return;
    }
    let (left, right) = halves(leaves);
    match index.checked_sub(left.len()) {
        None => {
            path(left, index, proof);
            proof.push(root(right));
        }
        Some(index) => {
            path(right, index, proof);
            proof.push(root(left));
        }
    }
}

/// `whole` says that the old tree is the one whose root is known already.
fn subproof(leaves: &[Hash], size: usize, whole: bool, proof: &mut Vec<Hash>) {
    if size == leaves.len() {
        if !whole {
            proof.push(root(leaves));
        }
        return;
    }
    let (left, right) = halves(leaves);
    match size.checked_sub(left.len()).filter(|rest| *rest > 0) {
        None => {
            subproof(left, size, whole, proof);
            proof.push(root(right));
        }
        Some(rest) => {
            subproof(right, rest, false, proof);
            proof.push(root(left));
        }
    }
}
