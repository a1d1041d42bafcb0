//! Which tokens of a sentence are the source, the cue and the content of one attribution, given the head of its cue.
//!
//! Every token gets one of four labels by a linear chain (Collins 2002): what the token itself says, and what it says
//! together with the label before it. [`super::ways`] finds the best sequences.

use std::ops::Range;

use super::analysis::{Analysis, NONE};
use crate::model::hash::{feature, mix};
use crate::parse::Rel;

/// The labels.
pub const OTHER: u8 = 0;
/// Part of the source.
pub const SOURCE: u8 = 1;
/// Part of the cue.
pub const CUE: u8 = 2;
/// Part of the content.
pub const CONTENT: u8 = 3;
/// How many labels there are.
pub const KINDS: usize = 4;

/// How many steps there are from one label to another: `before * KINDS + now`.
pub const STEPS: usize = KINDS * KINDS;

/// How many features a token has for its label that it shares with its neighbours.
pub const SHARED: usize = 20;
/// How many it has alone.
pub const OWN: usize = 24;
/// How many features it has for its step.
pub const STEP: usize = 13;

const OUT: u64 = 0x6f75_7400;
/// The longest path that is told apart from others.
const LONGEST: usize = 12;

/// How the tokens of a sentence stand to one cue.
#[derive(Debug, Clone, Default)]
pub struct Paths {
    /// Hash of the whole path from the token to the cue.
    path: Vec<u64>,
    /// The branch of the cue's tree, or of its ancestors', in which the token stands.
    branch: Vec<u64>,
    /// The token at the top of that branch.
    top: Vec<u32>,
    /// Up how many heads the branch hangs.
    up: Vec<u8>,
    chain: Vec<usize>,
    /// Before each token of the sentence: how many marks outside quotations, cues, and heads of clauses stand.
    marks: Vec<u32>,
    cues: Vec<u32>,
    clauses: Vec<u32>,
}

impl Paths {
    /// Works out the paths from every token of `sentence` to the cue `head`.
    pub fn fill(&mut self, all: &Analysis, sentence: &Range<usize>, head: usize) {
        let count = sentence.len();
        self.count(all, sentence);
        self.chain.clear();
        let mut at = head;
        while self.chain.len() < LONGEST {
            self.chain.push(at);
            let up = all.head[at];
            if up == NONE || !sentence.contains(&(up as usize)) {
                break;
            }
            at = up as usize;
        }
        for list in [&mut self.path, &mut self.branch] {
            list.clear();
            list.resize(count, OUT);
        }
        self.top.clear();
        self.top.resize(count, NONE);
        self.up.clear();
        self.up.resize(count, u8::MAX);
        for token in sentence.clone() {
            let (mut at, mut path, mut length, mut top) = (token, 0, 0, NONE);
            loop {
                if let Some(up) = self.chain.iter().position(|link| *link == at) {
                    let index = token - sentence.start;
                    let climbed = self.chain[..up].iter().fold(0, |hash, link| mix(hash, all.rel[*link] as u64));
                    let branch = if top == NONE { 0 } else { all.rel[top as usize] as u64 + 1 };
                    self.path[index] = mix(path, climbed);
                    self.branch[index] = mix(branch, climbed);
                    self.top[index] = top;
                    self.up[index] = up as u8;
                    break;
                }
                path = mix(path, all.rel[at] as u64);
                top = at as u32;
                length += 1;
                let up = all.head[at];
                if length > LONGEST * 2 || up == NONE {
                    break;
                }
                at = up as usize;
            }
        }
    }
}

impl Paths {
    /// Counts once what lies between any two tokens, so that no pair has to be walked.
    fn count(&mut self, all: &Analysis, sentence: &Range<usize>) {
        let (mut marks, mut cues, mut clauses) = (0, 0, 0);
        for list in [&mut self.marks, &mut self.cues, &mut self.clauses] {
            list.clear();
            list.push(0);
        }
        for at in sentence.clone() {
            marks += u32::from(all.is_mark(at) && all.quote[at] == 0);
            cues += u32::from(all.cue[at]);
            clauses +=
                u32::from(matches!(all.rel[at], Rel::Ccomp | Rel::Conj | Rel::Advcl | Rel::AclRelcl | Rel::Parataxis));
            self.marks.push(marks);
            self.cues.push(cues);
            self.clauses.push(clauses);
        }
    }
}

/// What does not change from token to token of one attribution.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// Index of the cue's head.
    pub head: usize,
    /// Whether a quotation ends before the cue, and one begins behind it, in the sentence.
    quotes: u64,
    /// The quotation nearest before the cue, and that behind it.
    before: u16,
    behind: u16,
    /// Which kinds of child the cue has on which side, and whether it is one that hangs loose itself.
    frame: u64,
    /// Whether the cue is a passive.
    passive: u64,
}

impl Around {
    /// What stands around the cue.
    pub fn of(all: &Analysis, sentence: &Range<usize>, head: usize) -> Self {
        let before = (sentence.start..head).rev().map(|at| all.quote[at]).find(|quote| *quote != 0).unwrap_or(0);
        let behind = (head..sentence.end).map(|at| all.quote[at]).find(|quote| *quote != 0).unwrap_or(0);
        let own = u64::from(all.quote[head] != 0);
        let quotes = mix(mix(own, u64::from(before != 0)), u64::from(behind != 0));
        let mut frame = 0;
        let mut passive = 0;
        for child in
            (all.first[head] as usize..=all.last[head] as usize).filter(|child| all.head[*child] as usize == head)
        {
            let bit = match all.rel[child] {
                Rel::Nsubj => 0,
                Rel::NsubjPass => 1,
                Rel::Ccomp => 2,
                Rel::Xcomp => 3,
                Rel::Parataxis => 4,
                Rel::Obj => 5,
                Rel::Obl | Rel::Nmod => 6,
                Rel::Acl => 7,
                Rel::Advcl => 8,
                Rel::Mark => 9,
                Rel::Case => 10,
                Rel::AuxPass => 11,
                _ => continue,
            };
            frame |= 1u64 << (2 * bit + u64::from(child > head));
            passive |= u64::from(bit == 1 || bit == 11);
        }
        let loose =
            matches!(all.rel[head], Rel::Parataxis | Rel::Advcl | Rel::Acl | Rel::AclRelcl | Rel::Xcomp | Rel::Conj);
        frame = mix(frame, if loose { all.rel[head] as u64 + 1 } else { 0 });
        Self { head, quotes, before, behind, frame, passive }
    }
}

/// A token beside a cue.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    all: &'a Analysis,
    sentence: &'a Range<usize>,
    around: &'a Around,
    paths: &'a Paths,
    at: usize,
    stretch: Stretch,
}

/// What tokens that stand one behind the other mostly share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    side: u64,
    branch: u64,
    top: u32,
    up: u64,
    quoted: u64,
    commas: u64,
    others: u64,
    verbs: u64,
}

impl<'a> Beside<'a> {
    /// The token `at` of `sentence`.
    pub fn new(all: &'a Analysis, sentence: &'a Range<usize>, around: &'a Around, paths: &'a Paths, at: usize) -> Self {
        let head = around.head;
        let index = at - sentence.start;
        let side = u64::from(at > head) + 2 * u64::from(at == head);
        let quoted = match all.quote[at] {
            0 => 0,
            same if same == all.quote[head] => 1,
            same if same == around.before => 2,
            same if same == around.behind => 3,
            _ => 4,
        };
        let (from, to) = if at < head { (at, head) } else { (head + 1, at) };
        let (from, to) = (from - sentence.start, to - sentence.start);
        // The cue itself lies at the end of the stretch before it, and is not counted among the others.
        let between = |sums: &[u32]| u64::from(sums[to].saturating_sub(sums[from]));
        let stretch = Stretch {
            side,
            branch: mix(paths.branch[index], side),
            top: paths.top[index],
            up: u64::from(paths.up[index]),
            quoted: mix(quoted, around.quotes),
            commas: between(&paths.marks).min(4),
            others: between(&paths.cues).min(2),
            verbs: between(&paths.clauses).min(3),
        };
        Self { all, sentence, around, paths, at, stretch }
    }

    /// What it shares with its neighbours.
    pub const fn stretch(&self) -> Stretch {
        self.stretch
    }

    fn inside(&self, by: isize) -> Option<usize> {
        self.at.checked_add_signed(by).filter(|at| self.sentence.contains(at))
    }

    fn word_at(&self, by: isize) -> u64 {
        self.inside(by).map_or(OUT, |at| self.all.word[at])
    }

    fn tag_at(&self, by: isize) -> u64 {
        self.inside(by).map_or(OUT, |at| u64::from(self.all.tag[at].code()))
    }

    /// The features that a whole stretch has.
    pub fn shared(&self) -> [u64; SHARED] {
        let all = self.all;
        let Stretch { side, branch, top, up, quoted, commas, others, verbs } = self.stretch;
        let head = self.around.head;
        let (cue, cue_tag, cue_rel) = (all.lemma[head], u64::from(all.tag[head].code()), all.rel[head] as u64);
        let (frame, passive) = (self.around.frame, self.around.passive);
        let (top_tag, top_lemma) =
            if top == NONE { (OUT, OUT) } else { (u64::from(all.tag[top as usize].code()), all.lemma[top as usize]) };
        [
            feature(3, [branch]),
            feature(4, [branch, cue]),
            feature(5, [branch, cue_tag]),
            feature(6, [branch, quoted]),
            feature(7, [branch, commas]),
            feature(8, [branch, top_tag]),
            feature(13, [quoted, side]),
            feature(14, [quoted, side, cue]),
            feature(15, [quoted, side, commas]),
            feature(25, [commas, others, side]),
            feature(26, [commas, others, side, cue]),
            feature(32, [branch, top_lemma]),
            feature(33, [up, side, quoted, commas]),
            feature(35, [branch, passive, cue]),
            feature(39, [up, side, commas, verbs, cue_rel]),
            feature(40, [branch, quoted, cue]),
            feature(43, [branch, frame]),
            feature(44, [branch, frame, quoted]),
            feature(45, [side, quoted, commas, frame]),
            feature(47, [up, side, frame, commas]),
        ]
    }

    /// The features of the token alone.
    pub fn own(&self) -> [u64; OWN] {
        let Self { all, sentence, at, .. } = *self;
        let Stretch { side, branch, top, up, quoted, commas, others, .. } = self.stretch;
        let head = self.around.head;
        let (word, lemma) = (all.word[at], all.lemma[at]);
        let tag = u64::from(all.tag[at].code());
        let rel = all.rel[at] as u64;
        let (cue, cue_tag, cue_rel) = (all.lemma[head], u64::from(all.tag[head].code()), all.rel[head] as u64);
        let place = mix(side, bucket(at.abs_diff(head)));
        let path = self.paths.path[at - sentence.start];
        // Where the branch lies: what hangs before its top and behind it are told apart.
        let in_branch = if top == NONE { 3 } else { u64::from(at > top as usize) + 2 * u64::from(at == top as usize) };
        let own_cue = u64::from(all.cue[at]);
        let edge = mix(u64::from(at == sentence.start), u64::from(at + 1 == sentence.end));
        let mark = u64::from(all.is_mark(at));
        let reach = if top == NONE { OUT } else { bucket((all.last[top as usize] - all.first[top as usize]) as usize) };
        let frame = self.around.frame;
        [
            feature(1, [place]),
            feature(2, [path, side]),
            feature(9, [branch, tag]),
            feature(10, [branch, word]),
            feature(12, [path, side, tag]),
            feature(16, [quoted, place]),
            feature(17, [place, cue]),
            feature(18, [place, tag]),
            feature(19, [place, cue, tag]),
            feature(20, [place, word]),
            feature(21, [word, side]),
            feature(22, [word, cue, side]),
            feature(23, [tag, side, commas, mark]),
            feature(24, [tag, self.tag_at(-1), self.tag_at(1), side]),
            feature(27, [others, own_cue, branch]),
            feature(28, [edge, side, cue]),
            feature(30, [word, self.word_at(1), side]),
            feature(31, [branch, in_branch, reach]),
            feature(34, [up, side, cue_rel, cue]),
            feature(36, [path, side, quoted]),
            feature(37, [rel, branch, in_branch]),
            feature(38, [lemma, branch, cue_tag]),
            feature(41, [self.tag_at(-2), self.tag_at(-1), tag, side]),
            feature(49, [side, edge, frame, commas]),
        ]
    }

    /// The features of the step from the token before.
    pub fn step(&self) -> [u64; STEP] {
        let Self { all, sentence, at, .. } = *self;
        let Stretch { side, branch, top, quoted, .. } = self.stretch;
        let head = self.around.head;
        let (word, cue) = (all.word[at], all.lemma[head]);
        let tag = u64::from(all.tag[at].code());
        let mark = u64::from(all.is_mark(at));
        let frame = self.around.frame;
        let previous = self.inside(-1);
        let changes = previous.map_or(2, |previous| {
            let index = previous - sentence.start;
            u64::from(self.paths.top[index] != top) + 2 * u64::from(all.quote[previous] != all.quote[at])
        });
        let marked = previous.map_or(OUT, |previous| if all.is_mark(previous) { all.word[previous] } else { 0 });
        let passed = mix(u64::from(at == head), u64::from(previous == Some(head)));
        let begins = u64::from(top != NONE && all.first[top as usize] as usize == at);
        [
            feature(101, []),
            feature(102, [changes]),
            feature(103, [marked, changes]),
            feature(104, [tag, self.tag_at(-1)]),
            feature(105, [passed, tag]),
            feature(106, [passed, cue, changes]),
            feature(107, [branch, changes]),
            feature(108, [word, marked]),
            feature(109, [begins, branch, side]),
            feature(110, [side, mark, changes, quoted]),
            feature(111, [frame, side, changes, passed]),
            feature(113, [branch, marked, frame]),
            feature(115, [begins, branch, cue, changes]),
        ]
    }
}

/// Distances, the far ones together.
fn bucket(distance: usize) -> u64 {
    match distance {
        0..=6 => distance as u64,
        7..=9 => 7,
        10..=14 => 8,
        15..=22 => 9,
        23..=35 => 10,
        _ => 11,
    }
}
