//! What the parser looks at when it chooses a move.
//!
//! After Zhang and Nivre (2011): words and tags at the top of the stack and the front of the buffer, alone and in pairs
//! and triples, their children and the relations of those, distances, and how many children each has.

use super::state::{Node, State};
use crate::model::hash::{feature, folded, mix};
use crate::tag::Tag;

/// A token as the parser sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Token {
    /// Hash of the word without case.
    pub word: u64,
    /// Both parts of speech.
    pub tag: u64,
    /// The universal part of speech alone.
    pub upos: u64,
    /// Word and parts of speech.
    pub both: u64,
}

impl Token {
    /// The token with text `text` and tag `tag`.
    pub fn new(text: &str, tag: Tag) -> Self {
        Self::of(folded(text), u64::from(tag.code()) + 16, tag.upos as u64 + 4)
    }

    const fn of(word: u64, tag: u64, upos: u64) -> Self {
        Self { word, tag, upos, both: mix(word, tag) }
    }

    /// Nothing: what stands outside the sentence.
    pub const NOTHING: Self = Self::of(1, 1, 1);

    /// The root.
    pub const ROOT: Self = Self::of(2, 2, 2);

    /// Fills `out` with nothing, the tokens, and the root, so that positions of a [`State`] are its indices.
    pub fn fill(tokens: &[&str], tags: &[Tag], out: &mut Vec<Self>) {
        out.clear();
        out.push(Self::NOTHING);
        out.extend(tokens.iter().zip(tags).map(|(text, tag)| Self::new(text, *tag)));
        out.push(Self::ROOT);
    }
}

/// A distance between positions, in steps that grow.
#[inline(always)]
pub(super) fn distance(from: u16, to: u16) -> u64 {
    match to.abs_diff(from) {
        short @ 0..=5 => u64::from(short),
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        _ => 9,
    }
}

/// The relation of a child as a value; nothing has one of its own.
#[inline(always)]
pub(super) fn rel_of(position: u16, node: &Node) -> u64 {
    if position == 0 { 63 } else { u64::from(node.rel) }
}

/// Makes a list of features, each template with the number of its line.
macro_rules! features {
    ($([$($value:expr),* $(,)?])*) => {{
        let mut template = 0;
        [$({
            template += 1;
            feature(template, [$($value),*])
        }),*]
    }};
}

pub(super) use features;

/// How many features a move has.
pub const COUNT: usize = 94;

/// The features of the next move.
#[inline]
pub fn extract(state: &State, tokens: &[Token]) -> [u64; COUNT] {
    let token = |position: u16| &tokens[usize::from(position)];
    let (s0, s1, s2) = (state.top(0), state.top(1), state.top(2));
    let (b0, b1, b2, b3) = (state.ahead(0), state.ahead(1), state.ahead(2), state.ahead(3));
    let (ns0, ns1, nb0) = (state.node(s0), state.node(s1), state.node(b0));
    let (ts0, ts1, ts2) = (token(s0), token(s1), token(s2));
    let (tb0, tb1, tb2, tb3) = (token(b0), token(b1), token(b2), token(b3));
    let [s0l, s0l2] = ns0.left;
    let [s0r, s0r2] = ns0.right;
    let s1l = ns1.left[0];
    let [s1r, s1r2] = ns1.right;
    let [b0l, b0l2] = nb0.left;
    let rel = |position| rel_of(position, state.node(position));
    let near = distance(s0, b0);
    let under = distance(s1, s0);
    let s0n = u64::from(ns0.lefts.min(4)) << 4 | u64::from(ns0.rights.min(4));
    let (s1n, b0n) = (u64::from(ns1.rights.min(4)), u64::from(nb0.lefts.min(4)));
    // What stands directly before and after each token in the text tells where phrases end.
    let before_b0 = token(b0.saturating_sub(1));
    let after_s0 = token((s0 + 1).min(state.root()));

    features! {
        [ts0.word]
        [ts0.tag]
        [ts0.both]
        [ts1.word]
        [ts1.tag]
        [ts1.both]
        [ts2.tag]
        [ts2.both]
        [tb0.word]
        [tb0.tag]
        [tb0.both]
        [tb1.word]
        [tb1.tag]
        [tb1.both]
        [tb2.tag]
        [tb2.both]
        [tb3.tag]
        // Top of the stack with front of the buffer.
        [ts0.both, tb0.both]
        [ts0.both, tb0.tag]
        [ts0.tag, tb0.both]
        [ts0.word, tb0.word]
        [ts0.word, tb0.tag, near]
        [ts0.tag, tb0.word, near]
        [ts0.tag, tb0.tag, near]
        [ts0.word, tb0.upos, tb1.upos]
        // The two on top of the stack.
        [ts1.both, ts0.both]
        [ts1.both, ts0.tag]
        [ts1.tag, ts0.both]
        [ts1.word, ts0.word]
        [ts1.tag, ts0.tag, under]
        [ts1.word, ts0.tag, under]
        [ts1.word, tb0.tag]
        [ts1.tag, tb0.word]
        [ts1.both, tb0.both]
        [ts1.tag, tb0.tag]
        // Front of the buffer.
        [tb0.tag, tb1.tag]
        [tb0.both, tb1.tag]
        [tb0.tag, tb1.both]
        [tb0.word, tb1.word]
        // Triples and more of tags.
        [ts0.tag, tb0.tag, tb1.tag]
        [tb0.tag, tb1.tag, tb2.tag]
        [ts1.tag, ts0.tag, tb0.tag]
        [ts2.tag, ts1.tag, ts0.tag]
        [ts2.upos, ts1.upos, ts0.upos, tb0.upos]
        [ts1.tag, ts0.tag, tb0.tag, tb1.tag]
        [ts1.upos, ts0.upos, tb0.upos, tb1.upos, tb2.upos]
        [ts0.upos, tb0.upos, tb1.upos, tb2.upos, tb3.upos]
        [ts1.word, ts0.upos, tb0.upos]
        [ts1.upos, ts0.word, tb0.upos]
        [ts1.upos, ts0.upos, tb0.word]
        [ts0.tag, tb0.word, tb1.tag]
        [ts0.word, tb0.tag, tb1.tag]
        [ts0.tag, tb0.tag, tb1.word]
        // Children and their relations.
        [token(s0l).word, ts0.tag]
        [token(s0l).tag, ts0.word]
        [rel(s0l), ts0.tag, tb0.tag]
        [token(s0r).word, ts0.tag]
        [token(s0r).tag, ts0.word, tb0.tag]
        [rel(s0r), ts0.tag, tb0.tag]
        [token(s1r).word, ts1.tag, ts0.tag]
        [token(s1r).tag, ts1.word, ts0.tag]
        [rel(s1r), ts1.tag, ts0.tag, tb0.tag]
        [rel(s1l), ts1.tag, ts0.tag]
        [token(b0l).word, tb0.tag]
        [token(b0l).tag, tb0.word, ts0.tag]
        [rel(b0l), tb0.tag, ts0.tag]
        [ts0.tag, token(s0l).tag, tb0.tag]
        [ts0.tag, token(s0r).tag, tb0.tag]
        [ts1.tag, token(s1r).tag, ts0.tag]
        [ts0.tag, token(b0l).tag, tb0.tag]
        [ts1.tag, ts0.tag, token(s0l).tag]
        [ts1.tag, ts0.tag, token(s0r).tag, rel(s0r)]
        [ts0.tag, token(s0l).tag, token(s0l2).tag]
        [ts0.tag, token(s0r).tag, token(s0r2).tag]
        [tb0.tag, token(b0l).tag, token(b0l2).tag]
        [rel(s0r), rel(s0r2), ts0.tag, tb0.tag]
        [rel(s1r), rel(s1r2), ts1.tag, ts0.tag]
        // Which relations each already has.
        [ns0.left_rels, ns0.right_rels, ts0.tag, tb0.tag]
        [ns0.right_rels, ts0.word, tb0.upos]
        [ns0.left_rels, ts0.word]
        [ns1.right_rels, ts1.word, ts0.upos]
        [ns1.left_rels, ns1.right_rels, ts1.tag, ts0.tag]
        [nb0.left_rels, tb0.tag, ts0.tag]
        [nb0.left_rels, tb0.word, ts0.upos]
        [nb0.left_rels, tb0.upos, ts0.tag, ns0.left_rels]
        [s0n, ts0.word]
        [s0n, ts0.tag, tb0.tag]
        [s1n, ts1.tag, ts0.tag]
        [b0n, tb0.tag, ts0.tag]
        // Neighbours in the text.
        [before_b0.tag, tb0.tag, ts0.tag]
        [after_s0.tag, ts0.tag, tb0.tag]
        [after_s0.word, ts0.upos, tb0.upos]
        [before_b0.word, tb0.upos, ts0.upos]
        [after_s0.upos, before_b0.upos, ts0.tag, tb0.tag]
    }
}
