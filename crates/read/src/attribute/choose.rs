//! Which of the likely labellings of a sentence is taken, by what its spans look like as wholes.
//!
//! A chain of labels sees two tokens at a time. Whether a source is a whole phrase, whether a content begins and ends
//! where a clause or a quotation does, and what would be left over of the sentence is seen only of a whole labelling, so
//! the best few of the chain are weighed once more (reranking, Collins 2000).

use std::ops::Range;

use super::analysis::{Analysis, NONE};
use super::label::{CONTENT, CUE, SOURCE};
use super::ways::Ways;
use crate::model::hash::{feature, mix};
use crate::parse::Rel;
use crate::tag::Upos;

/// How many labellings are weighed.
pub const CHOICES: usize = 24;

/// How far behind the best of the chain a labelling may lie to be weighed, in the units of its weights. Of the labellings
/// that were taken in place of the best, one in twenty lay farther behind; half of all cues have seven or fewer as near.
pub const WIDEST: i64 = 45_000;

/// How many features a run of a source or a content has.
pub const PART: usize = 34;
/// How many a run of a cue has.
pub const CUE_PART: usize = 5;
/// How many a choice as a whole has.
pub const WHOLE: usize = 16;

const OUT: u64 = 0x6f75_7400;

/// First and last token of each part of a span.
pub type Runs = Vec<(usize, usize)>;

/// Runs of tokens: marks between two runs do not part them, and marks at an edge are left out unless they are quotation
/// marks or brackets.
pub fn runs(all: &Analysis, tokens: impl Iterator<Item = usize> + Clone) -> Runs {
    let mut runs: Runs = Vec::new();
    let mut count = 0;
    for at in tokens {
        count += 1;
        match runs.last_mut() {
            Some((_, last)) if (*last + 1..at).all(|between| all.is_mark(between)) => *last = at,
            _ => runs.push((at, at)),
        }
    }
    let edge = |at: usize| all.is_mark(at) && all.quote[at] == 0;
    for (first, last) in &mut runs {
        while first < last && edge(*first) {
            *first += 1;
        }
        while last > first && edge(*last) {
            *last -= 1;
        }
    }
    runs.retain(|(first, last)| first != last || !edge(*first) || count == 1);
    runs
}

/// A labelling as spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its place among the labellings.
    pub way: usize,
    /// By how much it is worse than the best of the chain.
    pub behind: i32,
    /// The source.
    pub source: Runs,
    /// The cue.
    pub cue: Runs,
    /// The content.
    pub content: Runs,
}

/// The labellings as spans, those that come to the same only once.
pub fn choices(all: &Analysis, sentence: &Range<usize>, ways: &Ways) -> Vec<Choice> {
    let mut out: Vec<Choice> = Vec::with_capacity(ways.len());
    for way in 0..ways.len() {
        let of = |label: u8| {
            let labels = ways.labels(way).iter().enumerate();
            runs(all, labels.filter(move |(_, own)| **own == label).map(|(at, _)| sentence.start + at))
        };
        let choice = Choice { way, behind: ways.behind(way), source: of(SOURCE), cue: of(CUE), content: of(CONTENT) };
        if !out.iter().any(|one| one.source == choice.source && one.content == choice.content && one.cue == choice.cue)
        {
            out.push(choice);
        }
    }
    out
}

/// A sentence with its cue, as seen by all choices.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is known of the tokens.
    pub all: &'a Analysis,
    /// The sentence.
    pub sentence: &'a Range<usize>,
    /// The head of the cue.
    pub head: usize,
}

impl Scene<'_> {
    fn tag(&self, at: Option<usize>) -> u64 {
        at.map_or(OUT, |at| u64::from(self.all.tag[at].code()))
    }

    fn word(&self, at: Option<usize>) -> u64 {
        at.map_or(OUT, |at| self.all.word[at])
    }

    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|at| self.sentence.contains(at))
    }

    fn after(&self, at: usize) -> Option<usize> {
        Some(at + 1).filter(|at| self.sentence.contains(at))
    }

    /// How many words, not marks, lie in a stretch; at most `most`.
    fn words(&self, stretch: Range<usize>, most: usize) -> u64 {
        stretch.filter(|at| !self.all.is_mark(*at)).take(most).count() as u64
    }

    /// The token of a run whose head lies outside it: the first such.
    fn top(&self, run: (usize, usize)) -> usize {
        let outside = |at: &usize| {
            let head = self.all.head[*at];
            head == NONE || !(run.0..=run.1).contains(&(head as usize))
        };
        (run.0..=run.1).find(|at| outside(at) && !self.all.is_mark(*at)).unwrap_or(run.0)
    }

    /// How many tokens of a run have their head outside it.
    fn tops(&self, run: (usize, usize)) -> u64 {
        let outside = |at: &usize| {
            let head = self.all.head[*at];
            head == NONE || !(run.0..=run.1).contains(&(head as usize))
        };
        (run.0..=run.1).filter(|at| outside(at) && !self.all.is_mark(*at)).take(4).count() as u64
    }

    /// How the right edge of a run stands to the tree: the relation by which what comes next hangs, and whether that hangs
    /// within the run.
    fn next_hangs(&self, run: (usize, usize)) -> u64 {
        let Some(mut at) = (run.1 + 1..self.sentence.end).find(|at| !self.all.is_mark(*at)) else { return OUT };
        // Up to the highest token that still lies behind the run.
        for _ in 0..12 {
            let head = self.all.head[at];
            if head == NONE || (head as usize) <= run.1 {
                break;
            }
            at = head as usize;
        }
        let head = self.all.head[at];
        let within = head != NONE && (run.0..=run.1).contains(&(head as usize));
        let own = head as usize == self.head;
        mix(self.all.rel[at] as u64, u64::from(within) + 2 * u64::from(own))
    }

    /// The same for what comes before.
    fn last_hangs(&self, run: (usize, usize)) -> u64 {
        let Some(mut at) = (self.sentence.start..run.0).rev().find(|at| !self.all.is_mark(*at)) else { return OUT };
        for _ in 0..12 {
            let head = self.all.head[at];
            if head == NONE || (head as usize) >= run.0 {
                break;
            }
            at = head as usize;
        }
        let head = self.all.head[at];
        let within = head != NONE && (run.0..=run.1).contains(&(head as usize));
        let own = head as usize == self.head;
        mix(self.all.rel[at] as u64, u64::from(within) + 2 * u64::from(own))
    }

    fn quote_at_edges(&self, run: (usize, usize)) -> u64 {
        let quote = &self.all.quote;
        let (first, last) = (quote[run.0], quote[run.1]);
        let cut_left = first != 0 && self.before(run.0).is_some_and(|at| quote[at] == first);
        let cut_right = last != 0 && self.after(run.1).is_some_and(|at| quote[at] == last);
        let any = (run.0..=run.1).any(|at| quote[at] != 0);
        u64::from(first != 0)
            | u64::from(last != 0) << 1
            | u64::from(first == last) << 2
            | u64::from(cut_left) << 3
            | u64::from(cut_right) << 4
            | u64::from(any) << 5
    }

    /// The features of one run of a source (`kind` 1) or a content (2).
    pub fn part(&self, kind: u64, run: (usize, usize), out: &mut [u64; PART]) {
        let all = self.all;
        let top = self.top(run);
        let (cue, cue_rel) = (all.lemma[self.head], all.rel[self.head] as u64);
        let side = u64::from(run.0 > self.head);
        let rel = all.rel[top] as u64;
        let up = all.head[top];
        let hangs = if up == NONE { 2 } else { u64::from(up as usize == self.head) };
        let role = mix(mix(kind, side), mix(rel, hangs));
        let (left, right) = (
            (all.first[top] as usize).cmp(&run.0) as i8 as u8 as u64,
            (all.last[top] as usize).cmp(&run.1) as i8 as u8 as u64,
        );
        let edges = mix(left, right);
        let tops = self.tops(run);
        let (first, last) = (self.tag(Some(run.0)), self.tag(Some(run.1)));
        let (before, behind) = (self.before(run.0), self.after(run.1));
        let quotes = self.quote_at_edges(run);
        let next = self.next_hangs(run);
        let prior = self.last_hangs(run);
        let length = (run.1 - run.0).min(30) as u64;
        let length = if length > 8 { 8 + length / 4 } else { length };
        let next_word = (run.1 + 1..self.sentence.end).find(|at| !all.is_mark(*at));
        let prior_word = (self.sentence.start..run.0).rev().find(|at| !all.is_mark(*at));
        let comma = u64::from(behind.is_some_and(|at| all.is_mark(at)));
        let clause =
            (run.0..=run.1).filter(|at| matches!(all.rel[*at], Rel::AclRelcl | Rel::Acl | Rel::Appos)).count().min(2)
                as u64;
        let verbs = (run.0..=run.1).filter(|at| all.tag[*at].upos == Upos::Verb).count().min(3) as u64;
        *out = [
            feature(1, [role]),
            feature(2, [role, edges]),
            feature(3, [role, edges, tops]),
            feature(4, [kind, side, length]),
            feature(5, [role, first]),
            feature(6, [role, last]),
            feature(7, [kind, self.word(Some(run.0)), side]),
            feature(8, [kind, self.word(Some(run.1)), side]),
            feature(9, [kind, self.tag(before), first]),
            feature(10, [kind, last, self.tag(behind)]),
            feature(11, [kind, self.word(before), first]),
            feature(12, [kind, last, self.word(behind)]),
            feature(13, [kind, self.word(prior_word), self.word(before), side]),
            feature(14, [kind, self.word(next_word), self.word(behind), side]),
            feature(15, [kind, side, quotes]),
            feature(16, [kind, side, quotes, cue]),
            feature(17, [kind, side, next]),
            feature(18, [kind, side, next, comma, quotes]),
            feature(19, [kind, side, next, self.word(next_word)]),
            feature(20, [kind, side, prior]),
            feature(21, [kind, side, prior, self.word(run.0.into())]),
            feature(22, [role, cue]),
            feature(23, [role, cue_rel]),
            feature(24, [role, clause, edges]),
            feature(25, [role, verbs, length]),
            feature(26, [role, next, edges]),
            feature(27, [kind, side, cue, self.tag(before)]),
            feature(28, [kind, side, cue, self.tag(behind)]),
            feature(29, [role, all.lemma[top]]),
            feature(30, [kind, side, next, prior, tops]),
            feature(31, [kind, side, u64::from(behind.is_none()), u64::from(before.is_none()), quotes]),
            feature(32, [kind, next, self.tag(next_word), comma]),
            feature(33, [kind, side, cue, next]),
            feature(34, [kind, side, cue, prior]),
        ];
    }

    /// The features of a run of the cue.
    pub fn words_of_cue(&self, run: (usize, usize), out: &mut [u64; CUE_PART]) {
        let length = (run.1 - run.0).min(4) as u64;
        *out = [
            feature(41, [self.word(Some(run.0)), self.word(Some(run.1)), length]),
            feature(42, [self.tag(self.before(run.0)), self.tag(Some(run.0))]),
            feature(43, [self.tag(Some(run.1)), self.tag(self.after(run.1))]),
            feature(44, [self.all.lemma[self.head], length]),
            feature(45, [self.tag(Some(run.1)), self.word(self.after(run.1))]),
        ];
    }

    /// The features of a choice as a whole.
    pub fn whole(&self, choice: &Choice, out: &mut [u64; WHOLE]) {
        let all = self.all;
        let cue = all.lemma[self.head];
        let near = (choice.behind.max(0) as u64 + 1).ilog2().into();
        let cue_tag = self.tag(Some(self.head));
        let cue_rel = all.rel[self.head] as u64;
        // The order of the parts, with the words that lie between them.
        let mut parts: Vec<(usize, usize, u64)> = Vec::new();
        parts.extend(choice.source.iter().map(|run| (run.0, run.1, 1)));
        parts.extend(choice.cue.iter().map(|run| (run.0, run.1, 2)));
        parts.extend(choice.content.iter().map(|run| (run.0, run.1, 3)));
        parts.sort_unstable();
        let (mut order, mut gaps, mut end) = (0, 0, self.sentence.start);
        let mut between = 0;
        for (number, (first, last, kind)) in parts.iter().enumerate() {
            let gap = self.words(end.min(*first)..*first, 5);
            order = mix(order, *kind);
            gaps = mix(mix(gaps, gap.min(2)), *kind);
            if number > 0 {
                between += gap;
            }
            end = last + 1;
        }
        let left_over = self.words(end..self.sentence.end, 12);
        let at_start = parts.first().map_or(0, |(first, ..)| self.words(self.sentence.start..*first, 12));
        gaps = mix(gaps, left_over.min(2));
        let pieces = mix(choice.source.len().min(3) as u64, choice.content.len().min(3) as u64);
        let covered = choice.source.first().is_some_and(|source| {
            choice
                .content
                .first()
                .zip(choice.content.last())
                .is_some_and(|(first, last)| first.0 < source.0 && source.1 < last.1)
        });
        *out = [
            feature(51, [order]),
            feature(52, [order, cue]),
            feature(53, [order, cue_tag]),
            feature(54, [gaps]),
            feature(55, [gaps, cue]),
            feature(56, [order, left_over]),
            feature(57, [order, at_start]),
            feature(58, [order, between.min(6)]),
            feature(59, [pieces]),
            feature(60, [pieces, cue]),
            feature(61, [order, cue_rel]),
            feature(62, [order, cue_rel, left_over.min(3), at_start.min(3)]),
            feature(63, [pieces, u64::from(covered)]),
            feature(64, [gaps, cue_tag, cue_rel]),
            feature(71, [near]),
            feature(72, [u64::from(choice.way == 0)]),
        ];
    }
}
