//! What the parser looks at when it chooses a move.
//!
//! After Zhang and Nivre (2011): words and tags at the top of the stack and the front of the buffer, alone and in pairs
//! and triples, their children and the relations of those, distances, and how many children each has.

use super::state::State;
use crate::model::hash::{folded, join, mix, numbered};
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

/// How many features are looked at first, how many only where those do not decide, and how many there are.
pub const FIRST: usize = 36;
const REST: usize = 58;
/// How many features a move has.
pub const COUNT: usize = FIRST + REST;

/// A state and the tokens that it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) tokens: &'a [Token],
}

impl<'a> Scene<'a> {
    #[inline(always)]
    pub(super) fn token(&self, position: u16) -> &'a Token {
        &self.tokens[usize::from(position)]
    }

    /// The relation of a token as a value; nothing has one of its own.
    #[inline(always)]
    pub(super) fn rel(&self, position: u16) -> u64 {
        if position == 0 { 63 } else { u64::from(self.state.node(position).rel) }
    }
}

/// What stands around a move.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    scene: Scene<'a>,
    stack: [u16; 3],
    ahead: [u16; 4],
}

impl<'a> View<'a> {
    /// Looks at a state.
    #[inline(always)]
    pub fn of(state: &'a State, tokens: &'a [Token]) -> Self {
        let (stack, ahead) = ([0, 1, 2].map(|at| state.top(at)), [0, 1, 2, 3].map(|at| state.ahead(at)));
        Self { scene: Scene { state, tokens }, stack, ahead }
    }

    /// The features that decide most moves by themselves, found by adding to them, one by one, the one that widened the
    /// margins of the right moves most.
    #[inline]
    pub fn first(&self) -> [u64; FIRST] {
        let ([s0, s1, s2], [b0, b1, b2, b3]) = (self.stack, self.ahead);
        let (ns0, nb0) = (self.scene.state.node(s0), self.scene.state.node(b0));
        let (ts0, ts1, ts2) = (self.scene.token(s0), self.scene.token(s1), self.scene.token(s2));
        let (tb0, tb1, tb2, tb3) =
            (self.scene.token(b0), self.scene.token(b1), self.scene.token(b2), self.scene.token(b3));
        let [s0l, s0l2] = ns0.left.map(|child| self.scene.token(child));
        let [s0r, s0r2] = ns0.right.map(|child| self.scene.token(child));
        let [b0l, b0l2] = nb0.left.map(|child| self.scene.token(child));
        let s0n = u64::from(ns0.lefts.min(4)) << 4 | u64::from(ns0.rights.min(4));
        let b0n = u64::from(nb0.lefts.min(4));
        // What stands directly before and after each token in the text tells where phrases end.
        let before_b0 = self.scene.token(b0.saturating_sub(1));
        let after_s0 = self.scene.token((s0 + 1).min(self.scene.state.root()));
        numbered! {
            2 [ts0.tag]
            3 [ts0.both]
            4 [ts1.word]
            5 [ts1.tag]
            9 [tb0.word]
            10 [tb0.tag]
            11 [tb0.both]
            13 [tb1.tag]
            15 [tb2.tag]
            25 [ts0.word, tb0.upos, tb1.upos]
            35 [ts1.tag, tb0.tag]
            36 [tb0.tag, tb1.tag]
            40 [ts0.tag, tb0.tag, tb1.tag]
            41 [tb0.tag, tb1.tag, tb2.tag]
            44 [ts2.upos, ts1.upos, ts0.upos, tb0.upos]
            47 [ts0.upos, tb0.upos, tb1.upos, tb2.upos, tb3.upos]
            54 [s0l.word, ts0.tag]
            56 [self.scene.rel(ns0.left[0]), ts0.tag, tb0.tag]
            57 [s0r.word, ts0.tag]
            64 [b0l.word, tb0.tag]
            66 [self.scene.rel(nb0.left[0]), tb0.tag, ts0.tag]
            67 [ts0.tag, s0l.tag, tb0.tag]
            70 [ts0.tag, b0l.tag, tb0.tag]
            71 [ts1.tag, ts0.tag, s0l.tag]
            73 [ts0.tag, s0l.tag, s0l2.tag]
            74 [ts0.tag, s0r.tag, s0r2.tag]
            75 [tb0.tag, b0l.tag, b0l2.tag]
            78 [ns0.left_rels, ns0.right_rels, ts0.tag, tb0.tag]
            79 [ns0.right_rels, ts0.word, tb0.upos]
            85 [nb0.left_rels, tb0.upos, ts0.tag, ns0.left_rels]
            86 [s0n, ts0.word]
            87 [s0n, ts0.tag, tb0.tag]
            89 [b0n, tb0.tag, ts0.tag]
            91 [after_s0.tag, ts0.tag, tb0.tag]
            92 [after_s0.word, ts0.upos, tb0.upos]
            93 [before_b0.word, tb0.upos, ts0.upos]
        }
    }

    /// The others.
    #[inline]
    pub fn rest(&self) -> [u64; REST] {
        let ([s0, s1, s2], [b0, b1, b2, b3]) = (self.stack, self.ahead);
        let (ns0, ns1, nb0) = (self.scene.state.node(s0), self.scene.state.node(s1), self.scene.state.node(b0));
        let (ts0, ts1, ts2) = (self.scene.token(s0), self.scene.token(s1), self.scene.token(s2));
        let (tb0, tb1, tb2, tb3) =
            (self.scene.token(b0), self.scene.token(b1), self.scene.token(b2), self.scene.token(b3));
        let [s0l, _] = ns0.left.map(|child| self.scene.token(child));
        let [s0r, s0r2] = ns0.right;
        let [s1r, s1r2] = ns1.right;
        let (near, under) = (distance(s0, b0), distance(s1, s0));
        let s1n = u64::from(ns1.rights.min(4));
        let before_b0 = self.scene.token(b0.saturating_sub(1));
        let after_s0 = self.scene.token((s0 + 1).min(self.scene.state.root()));
        let b0l = self.scene.token(nb0.left[0]);
        numbered! {
            1 [ts0.word]
            6 [ts1.both]
            7 [ts2.tag]
            8 [ts2.both]
            12 [tb1.word]
            14 [tb1.both]
            16 [tb2.both]
            17 [tb3.tag]
            18 [ts0.both, tb0.both]
            19 [ts0.both, tb0.tag]
            20 [ts0.tag, tb0.both]
            21 [ts0.word, tb0.word]
            22 [ts0.word, tb0.tag, near]
            23 [ts0.tag, tb0.word, near]
            24 [ts0.tag, tb0.tag, near]
            26 [ts1.both, ts0.both]
            27 [ts1.both, ts0.tag]
            28 [ts1.tag, ts0.both]
            29 [ts1.word, ts0.word]
            30 [ts1.tag, ts0.tag, under]
            31 [ts1.word, ts0.tag, under]
            32 [ts1.word, tb0.tag]
            33 [ts1.tag, tb0.word]
            34 [ts1.both, tb0.both]
            37 [tb0.both, tb1.tag]
            38 [tb0.tag, tb1.both]
            39 [tb0.word, tb1.word]
            42 [ts1.tag, ts0.tag, tb0.tag]
            43 [ts2.tag, ts1.tag, ts0.tag]
            45 [ts1.tag, ts0.tag, tb0.tag, tb1.tag]
            46 [ts1.upos, ts0.upos, tb0.upos, tb1.upos, tb2.upos]
            48 [ts1.word, ts0.upos, tb0.upos]
            49 [ts1.upos, ts0.word, tb0.upos]
            50 [ts1.upos, ts0.upos, tb0.word]
            51 [ts0.tag, tb0.word, tb1.tag]
            52 [ts0.word, tb0.tag, tb1.tag]
            53 [ts0.tag, tb0.tag, tb1.word]
            55 [s0l.tag, ts0.word]
            58 [self.scene.token(s0r).tag, ts0.word, tb0.tag]
            59 [self.scene.rel(s0r), ts0.tag, tb0.tag]
            60 [self.scene.token(s1r).word, ts1.tag, ts0.tag]
            61 [self.scene.token(s1r).tag, ts1.word, ts0.tag]
            62 [self.scene.rel(s1r), ts1.tag, ts0.tag, tb0.tag]
            63 [self.scene.rel(ns1.left[0]), ts1.tag, ts0.tag]
            65 [b0l.tag, tb0.word, ts0.tag]
            68 [ts0.tag, self.scene.token(s0r).tag, tb0.tag]
            69 [ts1.tag, self.scene.token(s1r).tag, ts0.tag]
            72 [ts1.tag, ts0.tag, self.scene.token(s0r).tag, self.scene.rel(s0r)]
            76 [self.scene.rel(s0r), self.scene.rel(s0r2), ts0.tag, tb0.tag]
            77 [self.scene.rel(s1r), self.scene.rel(s1r2), ts1.tag, ts0.tag]
            80 [ns0.left_rels, ts0.word]
            81 [ns1.right_rels, ts1.word, ts0.upos]
            82 [ns1.left_rels, ns1.right_rels, ts1.tag, ts0.tag]
            83 [nb0.left_rels, tb0.tag, ts0.tag]
            84 [nb0.left_rels, tb0.word, ts0.upos]
            88 [s1n, ts1.tag, ts0.tag]
            90 [before_b0.tag, tb0.tag, ts0.tag]
            94 [after_s0.upos, before_b0.upos, ts0.tag, tb0.tag]
        }
    }
}

/// All features of the next move.
pub fn extract(state: &State, tokens: &[Token]) -> [u64; COUNT] {
    let view = View::of(state, tokens);
    join(&view.first(), &view.rest())
}
