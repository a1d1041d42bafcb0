//! What the parser looks at when it names the relation of a new arc.

use super::features::{Token, distance, features, rel_of};
use super::state::State;
use crate::model::hash::feature;

/// How many features a relation has.
pub const COUNT: usize = 45;

/// The features of the relation of `child` to `head`. The arc is not made yet.
#[inline]
pub fn extract(state: &State, tokens: &[Token], head: u16, child: u16) -> [u64; COUNT] {
    let token = |position: u16| &tokens[usize::from(position)];
    let (h, c) = (token(head), token(child));
    let (nh, nc) = (state.node(head), state.node(child));
    let side = u64::from(head < child);
    let last = state.root();
    let near = distance(head, child) << 1 | side;
    let (cp, cn) = (token(child.saturating_sub(1)), token((child + 1).min(last)));
    let (hp, hn) = (token(head.saturating_sub(1)), token((head + 1).min(last)));
    let rel = |position: u16| rel_of(position, state.node(position));
    // Children of the child: the outermost on each side, and the one nearest before it.
    let ([l, l2], [r, r2]) = (nc.left, nc.right);
    let (hl, hr) = (nh.left[0], nh.right[0]);
    let had = if side == 1 { nh.right_rels } else { nh.left_rels };
    let beyond = token(state.ahead(if side == 1 { 0 } else { 1 }));

    features! {
        [side]
        [side, h.word]
        [side, h.tag]
        [side, c.word]
        [side, c.tag]
        [side, h.both]
        [side, c.both]
        [side, h.tag, c.tag]
        [side, h.word, c.tag]
        [side, h.tag, c.word]
        [side, h.word, c.word]
        [near, h.tag, c.tag]
        [near, h.upos, c.word]
        [near, h.word, c.upos]
        [side, cp.tag, c.tag, h.tag]
        [side, cn.tag, c.tag, h.tag]
        [side, hp.tag, h.tag, c.tag]
        [side, hn.tag, h.tag, c.tag]
        [side, cp.word, c.tag, h.upos]
        [side, cn.word, c.tag, h.upos]
        [side, token(l).word, c.tag, h.tag]
        [side, token(l).word, c.upos, h.word]
        [side, token(l).word, c.word]
        [side, token(l).tag, c.tag, h.tag]
        [side, rel(l), c.tag, h.tag]
        [side, rel(l2), token(l2).word, c.upos]
        [side, token(r).word, c.tag, h.upos]
        [side, rel(r), c.tag, h.tag]
        [side, rel(r2), rel(r), c.upos]
        [side, nc.left_rels, c.tag, h.tag]
        [side, nc.left_rels, nc.right_rels, c.upos, h.upos]
        [side, nc.left_rels, c.word]
        [side, nc.left_rels, c.upos, h.word]
        [side, nh.left_rels, nh.right_rels, c.tag]
        [side, nh.left_rels, h.tag, c.tag]
        [side, nh.right_rels, h.tag, c.tag]
        [side, had, h.word, c.upos]
        [side, had, h.upos, c.word]
        [side, token(hl).word, h.upos, c.tag]
        [side, rel(hl), h.tag, c.tag]
        [side, token(hr).word, h.upos, c.tag]
        [side, rel(hr), h.tag, c.tag]
        [side, beyond.tag, c.tag, h.tag]
        [side, beyond.word, c.upos, h.upos]
        [side, cp.upos, c.tag, cn.upos, h.upos]
    }
}
