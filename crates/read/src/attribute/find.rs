//! Which tokens are the head of a cue.

use std::ops::Range;

use super::analysis::{Analysis, NONE};
use crate::model::hash::{feature, join, mix};
use crate::parse::Rel;
use crate::tag::Upos;

/// How many features are looked at first: those that need no look at children and quotations.
pub const FIRST: usize = 16;
const REST: usize = 24;
/// How many features a token has.
pub const COUNT: usize = FIRST + REST;

/// How much a token of a closed class (a preposition, an auxiliary, a number) must look like the head of a cue by the first
/// features at least. The few that are one ("according *to*", cut off) look like it at once: of 200,000 such tokens of
/// news, those that were taken for one were at -1,704 and above.
const CLOSED: i32 = -3000;

/// The same for proper nouns and adverbs, of which the least likely that was taken for one was at -5,449.
const RARE: i32 = -6000;

/// What stands for a token outside the sentence.
const OUT: u64 = 0x6f75_7400;

/// A token that may be the head of a cue.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    all: &'a Analysis,
    sentence: &'a Range<usize>,
    at: usize,
}

impl<'a> Candidate<'a> {
    /// The token `at` of `sentence`.
    pub const fn new(all: &'a Analysis, sentence: &'a Range<usize>, at: usize) -> Self {
        Self { all, sentence, at }
    }

    fn inside(&self, by: isize) -> Option<usize> {
        self.at.checked_add_signed(by).filter(|index| self.sentence.contains(index))
    }

    fn lemma_at(&self, by: isize) -> u64 {
        self.inside(by).map_or(OUT, |index| self.all.lemma[index])
    }

    fn word_at(&self, by: isize) -> u64 {
        self.inside(by).map_or(OUT, |index| self.all.word[index])
    }

    fn tag_at(&self, by: isize) -> u64 {
        self.inside(by).map_or(OUT, |index| u64::from(self.all.tag[index].code()))
    }

    /// The head within the sentence.
    fn head(&self) -> Option<usize> {
        Some(self.all.head[self.at])
            .filter(|head| *head != NONE && self.sentence.contains(&(*head as usize)))
            .map(|head| head as usize)
    }

    /// How much it must look like a head by the first features for the others to be asked, where `unlikely` is enough for
    /// a word that may well be one; nothing if it need not be asked at all: of 214,000 determiners, pronouns, conjunctions
    /// and particles of news not one was taken for the head of a cue.
    pub fn limit(&self, unlikely: i32) -> Option<i32> {
        match self.all.tag[self.at].upos {
            Upos::Cconj | Upos::Det | Upos::Part | Upos::Pron => None,
            Upos::Adp | Upos::Aux | Upos::Intj | Upos::Num | Upos::Sconj | Upos::X => Some(unlikely.max(CLOSED)),
            Upos::Adv | Upos::Propn => Some(unlikely.max(RARE)),
            _ => Some(unlikely),
        }
    }

    /// The first features.
    pub fn first(&self) -> [u64; FIRST] {
        let Self { all, at, .. } = *self;
        let (lemma, word, rel) = (all.lemma[at], all.word[at], all.rel[at] as u64);
        let tag = u64::from(all.tag[at].code());
        let head = self.head();
        let (head_lemma, head_rel) = head.map_or((OUT, OUT), |head| (all.lemma[head], all.rel[head] as u64));
        let head_tag = head.map_or(OUT, |head| u64::from(all.tag[head].code()));
        let (next, before) = (self.lemma_at(1), self.lemma_at(-1));
        [
            feature(1, [lemma]),
            feature(2, [word]),
            feature(3, [tag]),
            feature(4, [lemma, tag]),
            feature(5, [lemma, rel]),
            feature(6, [lemma, before]),
            feature(7, [lemma, next]),
            feature(9, [lemma, self.tag_at(-1)]),
            feature(10, [lemma, self.tag_at(1)]),
            feature(11, [tag, self.tag_at(-1), self.tag_at(1)]),
            feature(12, [rel, head_lemma]),
            feature(13, [lemma, rel, head_lemma]),
            feature(36, [tag, head_tag, rel, head_rel]),
            feature(37, [word, self.word_at(-1), self.word_at(1)]),
            feature(38, [before, next, tag]),
            feature(40, [lemma, head_tag, rel]),
        ]
    }

    /// The others.
    pub fn rest(&self) -> [u64; REST] {
        let Self { all, sentence, at } = *self;
        let inside = |by: isize| self.inside(by);
        let (lemma, rel) = (all.lemma[at], all.rel[at] as u64);
        let tag = u64::from(all.tag[at].code());
        // Children: their relations as a set, and those that speak of an attribution one by one.
        let (mut rels, mut subject, mut clause, mut object, mut mark, mut oblique, mut helper) =
            (0, OUT, OUT, OUT, OUT, OUT, OUT);
        let mut subject_tag = OUT;
        let mut clause_tag = OUT;
        let mut clause_side = 0;
        let (from, to) = (all.first[at] as usize, all.last[at] as usize);
        for child in (from..=to).filter(|child| all.head[*child] as usize == at) {
            let kind = all.rel[child];
            match kind {
                Rel::Punct => continue,
                Rel::Nsubj | Rel::NsubjPass => {
                    subject = all.lemma[child];
                    subject_tag = u64::from(all.tag[child].code());
                }
                Rel::Ccomp | Rel::Xcomp | Rel::Parataxis | Rel::Acl => {
                    clause = all.lemma[child];
                    clause_tag = mix(u64::from(all.tag[child].code()), kind as u64);
                    clause_side = mix(kind as u64, u64::from(child > at));
                    let marked = (all.first[child] as usize..child)
                        .find(|deep| all.rel[*deep] == Rel::Mark && all.head[*deep] as usize == child);
                    mark = marked.map_or(OUT, |marked| all.lemma[marked]);
                }
                Rel::Obj | Rel::Iobj => object = all.lemma[child],
                Rel::Obl | Rel::Nmod | Rel::OblAgent => oblique = all.lemma[child],
                Rel::Aux | Rel::AuxPass | Rel::Advmod => helper = mix(helper, all.lemma[child]),
                _ => {}
            }
            rels = mix(rels, mix(kind as u64, u64::from(child > at)));
        }

        // Quotations: whether it stands in one, one ends before it or begins behind it, or there is one in the sentence.
        let own = u64::from(all.quote[at] != 0);
        let ends = (1..=8_isize).find(|by| inside(-*by).is_some_and(|index| all.quote[index] != 0)).unwrap_or(9) as u64;
        let begins =
            (1..=6_isize).find(|by| inside(*by).is_some_and(|index| all.quote[index] != 0)).unwrap_or(7) as u64;
        let quotes = mix(mix(own, ends.min(9)), begins.min(7));
        let near = mix(mix(own, u64::from(ends < 9)), u64::from(begins < 7));

        let place = mix((at - sentence.start).min(6) as u64, (sentence.end - at).min(6) as u64);
        let comma_before =
            (1..=8_isize).find(|by| inside(-*by).is_some_and(|index| all.is_mark(index))).unwrap_or(9) as u64;
        let that = (1..=5_isize).any(|by| inside(by).is_some_and(|index| all.rel[index] == Rel::Mark)) as u64;
        let behind = (1..=3_isize).find(|by| inside(*by).is_none_or(|index| all.is_mark(index))).unwrap_or(4) as u64;
        let next = self.lemma_at(1);
        [
            feature(8, [lemma, next, self.lemma_at(2)]),
            feature(14, [lemma, rels]),
            feature(15, [tag, rels]),
            feature(16, [lemma, subject_tag]),
            feature(17, [lemma, subject]),
            feature(18, [tag, subject]),
            feature(19, [lemma, clause_side, mark]),
            feature(20, [tag, clause_side, mark, subject_tag]),
            feature(21, [lemma, clause]),
            feature(22, [lemma, object]),
            feature(23, [lemma, oblique]),
            feature(24, [lemma, helper]),
            feature(25, [lemma, quotes]),
            feature(26, [lemma, near]),
            feature(27, [tag, quotes]),
            feature(28, [tag, near, rel]),
            feature(29, [lemma, own]),
            feature(30, [lemma, place]),
            feature(31, [tag, place]),
            feature(32, [lemma, comma_before, behind]),
            feature(33, [tag, comma_before, behind, near]),
            feature(34, [lemma, that]),
            feature(35, [tag, that, clause_tag]),
            feature(39, [lemma, clause_tag, subject_tag]),
        ]
    }
}

/// All features by which token `at` of `sentence` is or is not the head of a cue.
pub fn extract(all: &Analysis, sentence: &Range<usize>, at: usize) -> [u64; COUNT] {
    let candidate = Candidate::new(all, sentence, at);
    join(&candidate.first(), &candidate.rest())
}
