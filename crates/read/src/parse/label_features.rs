//! What the parser looks at when it names the relation of a new arc.

use super::features::{Scene, Token, distance};
use super::state::State;
use crate::model::hash::{join, numbered};

/// How many features are looked at first, how many only where those do not decide, and how many there are.
pub const FIRST: usize = 16;
const REST: usize = 29;
/// How many features a relation has.
pub const COUNT: usize = FIRST + REST;

/// An arc that is about to be made, from `child` to `head`.
#[derive(Debug, Clone, Copy)]
pub struct Arc<'a> {
    scene: Scene<'a>,
    head: u16,
    child: u16,
}

impl<'a> Arc<'a> {
    /// The arc from `child` to `head`, which is not made yet in `state`.
    #[inline(always)]
    pub const fn new(state: &'a State, tokens: &'a [Token], head: u16, child: u16) -> Self {
        Self { scene: Scene { state, tokens }, head, child }
    }

    /// The features that decide most relations by themselves, found by adding to them, one by one, the one that widened
    /// the lead of the relation chosen most.
    #[inline]
    pub fn first(&self) -> [u64; FIRST] {
        let (h, c) = (self.scene.token(self.head), self.scene.token(self.child));
        let (nh, nc) = (self.scene.state.node(self.head), self.scene.state.node(self.child));
        let side = u64::from(self.head < self.child);
        let hn = self.scene.token((self.head + 1).min(self.scene.state.root()));
        // Children of the child: the outermost on each side, and the one nearest before it.
        let ([l, l2], [r, r2]) = (nc.left, nc.right);
        let (hl, hr) = (nh.left[0], nh.right[0]);
        numbered! {
            3 [side, h.tag]
            4 [side, c.word]
            5 [side, c.tag]
            18 [side, hn.tag, h.tag, c.tag]
            21 [side, self.scene.token(l).word, c.tag, h.tag]
            23 [side, self.scene.token(l).word, c.word]
            24 [side, self.scene.token(l).tag, c.tag, h.tag]
            25 [side, self.scene.rel(l), c.tag, h.tag]
            26 [side, self.scene.rel(l2), self.scene.token(l2).word, c.upos]
            29 [side, self.scene.rel(r2), self.scene.rel(r), c.upos]
            31 [side, nc.left_rels, nc.right_rels, c.upos, h.upos]
            32 [side, nc.left_rels, c.word]
            34 [side, nh.left_rels, nh.right_rels, c.tag]
            39 [side, self.scene.token(hl).word, h.upos, c.tag]
            40 [side, self.scene.rel(hl), h.tag, c.tag]
            41 [side, self.scene.token(hr).word, h.upos, c.tag]
        }
    }

    /// The others.
    #[inline]
    pub fn rest(&self) -> [u64; REST] {
        let (h, c) = (self.scene.token(self.head), self.scene.token(self.child));
        let (nh, nc) = (self.scene.state.node(self.head), self.scene.state.node(self.child));
        let side = u64::from(self.head < self.child);
        let last = self.scene.state.root();
        let near = distance(self.head, self.child) << 1 | side;
        let (cp, cn) = (self.scene.token(self.child.saturating_sub(1)), self.scene.token((self.child + 1).min(last)));
        let hp = self.scene.token(self.head.saturating_sub(1));
        let (l, r, hr) = (nc.left[0], nc.right[0], nh.right[0]);
        let had = if side == 1 { nh.right_rels } else { nh.left_rels };
        let beyond = self.scene.token(self.scene.state.ahead(if side == 1 { 0 } else { 1 }));
        numbered! {
            1 [side]
            2 [side, h.word]
            6 [side, h.both]
            7 [side, c.both]
            8 [side, h.tag, c.tag]
            9 [side, h.word, c.tag]
            10 [side, h.tag, c.word]
            11 [side, h.word, c.word]
            12 [near, h.tag, c.tag]
            13 [near, h.upos, c.word]
            14 [near, h.word, c.upos]
            15 [side, cp.tag, c.tag, h.tag]
            16 [side, cn.tag, c.tag, h.tag]
            17 [side, hp.tag, h.tag, c.tag]
            19 [side, cp.word, c.tag, h.upos]
            20 [side, cn.word, c.tag, h.upos]
            22 [side, self.scene.token(l).word, c.upos, h.word]
            27 [side, self.scene.token(r).word, c.tag, h.upos]
            28 [side, self.scene.rel(r), c.tag, h.tag]
            30 [side, nc.left_rels, c.tag, h.tag]
            33 [side, nc.left_rels, c.upos, h.word]
            35 [side, nh.left_rels, h.tag, c.tag]
            36 [side, nh.right_rels, h.tag, c.tag]
            37 [side, had, h.word, c.upos]
            38 [side, had, h.upos, c.word]
            42 [side, self.scene.rel(hr), h.tag, c.tag]
            43 [side, beyond.tag, c.tag, h.tag]
            44 [side, beyond.word, c.upos, h.upos]
            45 [side, cp.upos, c.tag, cn.upos, h.upos]
        }
    }
}

/// All features of the relation of `child` to `head`. The arc is not made yet.
pub fn extract(state: &State, tokens: &[Token], head: u16, child: u16) -> [u64; COUNT] {
    let arc = Arc::new(state, tokens, head, child);
    join(&arc.first(), &arc.rest())
}
