//! What the model looks at: hashed 0/1 features of a predicate, its clause, and the clauses above it.
//!
//! A feature is named by the number of its template, which is part of the model. Every feature comes in two sizes where it can: with the words themselves, which fit the text it was learnt on, and
//! with the signs of words, which hold in other kinds of text.

use std::ops::Range;

use crate::attribute::analysis::Analysis;
use crate::certainty::factuality::chain::{Chain, Link};
use crate::certainty::factuality::clause::children;
use crate::certainty::factuality::signs::Signs;
use crate::language::Sign;
use crate::model::hash::{EMPTY, feature, folded, mix};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// The most features a predicate can have.
pub const MOST: usize = 192;

/// Above so many tokens a sentence is long.
const LONG: usize = 31;

/// Tokens of the sentence that are looked at for modal verbs, negators and conditions.
const REACH: usize = 64;

/// Dependants of a predicate that are looked at.
const DEPENDANTS: usize = 16;

/// The features of one predicate. Keep one and reuse it.
#[derive(Debug, Clone)]
pub struct Features {
    hashes: [u64; MOST],
    count: usize,
}

impl Default for Features {
    fn default() -> Self {
        Self { hashes: [0; MOST], count: 0 }
    }
}

impl Features {
    /// Their hashes.
    pub fn hashes(&self) -> &[u64] {
        &self.hashes[..self.count]
    }

    /// Adds a feature once, however often it is met.
    fn add<const N: usize>(&mut self, template: u64, values: [u64; N]) {
        let hash = feature(template, values);
        if self.hashes().contains(&hash) {
            return;
        }
        if let Some(slot) = self.hashes.get_mut(self.count) {
            *slot = hash;
            self.count += 1;
        }
    }

    /// Finds the features of the predicate at the end of `chain`, in `sentence`.
    pub fn extract(&mut self, all: &Analysis, sentence: &Range<usize>, chain: &Chain, signs: &Signs) {
        self.count = 0;
        let [own, above @ ..] = chain.links() else { return };
        self.itself(all, own);
        self.clause(all, own, signs);
        self.around(all, sentence, own);
        self.above(all, own, above, signs);
        self.sentence(all, sentence, own, above, signs);
    }

    /// The word itself.
    fn itself(&mut self, all: &Analysis, own: &Link) {
        let at = own.at;
        let (lemma, rel, xpos) = (all.lemma[at], all.rel[at] as u64, all.tag[at].xpos as u64);
        self.add(0, []);
        self.add(1, [lemma]);
        self.add(2, [xpos]);
        self.add(3, [rel]);
        self.add(4, [xpos, rel]);
        self.add(5, [lemma, xpos]);
        self.add(6, [own.told as u64]);
        self.add(7, [own.told as u64, xpos, rel]);
        self.add(8, [own.told as u64, own.clause.group()]);
        self.add(9, [own.sign.map_or(0, |sign| sign as u64), own.clause.group()]);
        let text = all.lemma_text(at);
        let tail = text.char_indices().rev().nth(2).and_then(|(from, _)| text.get(from..)).unwrap_or(text);
        self.add(10, [folded(tail), u64::from(all.tag[at].upos == Upos::Verb)]);
    }

    /// Its clause and its dependants.
    fn clause(&mut self, all: &Analysis, own: &Link, signs: &Signs) {
        let (at, clause) = (own.at, &own.clause);
        let (xpos, group) = (all.tag[at].xpos as u64, clause.group());
        let lemma = all.lemma[at];
        self.add(11, [clause.auxiliaries, xpos]);
        self.add(13, [clause.modal]);
        self.add(15, [group]);
        self.add(16, [clause.form as u64]);
        self.add(17, [clause.mark, u64::from(clause.to)]);
        self.add(18, [clause.mark, group]);
        self.add(19, [lemma, group]);
        let subject = clause.subject;
        let word = subject.map_or(0, |subject| all.lemma[subject]);
        let kind = subject.map_or(0, |subject| match all.tag[subject].upos {
            Upos::Pron => word,
            upos => 1 + upos as u64,
        });
        self.add(20, [word]);
        self.add(21, [kind, group]);
        self.add(22, [kind, all.rel[at] as u64]);
        let objects = [Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::Nsubj, Rel::NsubjPass, Rel::Cop];
        let bits = objects.iter().fold(0, |bits, rel| bits << 1 | clause.dependants >> (*rel as u64) & 1);
        self.add(23, [bits, xpos]);
        self.add(24, [u64::from(clause.is_order(all, at))]);
        for child in children(all, at).take(DEPENDANTS) {
            let (rel, lemma) = (all.rel[child], all.lemma[child]);
            self.add(25, [rel as u64, xpos]);
            match rel {
                Rel::Punct | Rel::Nsubj | Rel::NsubjPass | Rel::Conj => {}
                _ => {
                    self.add(26, [rel as u64, lemma]);
                    if matches!(rel, Rel::Advmod | Rel::Mark | Rel::Case | Rel::Det | Rel::Aux) {
                        self.add(27, [lemma, group]);
                    }
                }
            }
            if let Some(sign) = signs.of(lemma) {
                self.add(28, [rel as u64, sign as u64]);
            }
        }
    }

    /// The words beside it.
    fn around(&mut self, all: &Analysis, sentence: &Range<usize>, own: &Link) {
        let at = own.at;
        let inside = |token: Option<usize>| token.filter(|token| sentence.contains(token));
        let word = |token| inside(token).map_or(1, |token| all.word[token]);
        let tag = |token| inside(token).map_or(u64::from(u8::MAX), |token| all.tag[token].xpos as u64);
        let (left, right) = (at.checked_sub(1), Some(at + 1));
        let (left2, right2) = (at.checked_sub(2), Some(at + 2));
        let own_tag = all.tag[at].xpos as u64;
        self.add(30, [word(left)]);
        self.add(31, [word(right)]);
        self.add(32, [word(left2), word(left)]);
        self.add(33, [word(right), word(right2)]);
        self.add(34, [tag(left), own_tag]);
        self.add(35, [tag(right), own_tag]);
        self.add(36, [tag(left2), tag(left), own_tag]);
        self.add(37, [word(left), own_tag, tag(right)]);
        self.add(38, [word(left2), own_tag]);
    }

    /// The predicates above it.
    fn above(&mut self, all: &Analysis, own: &Link, above: &[Link], signs: &Signs) {
        let rel = all.rel[own.at] as u64;
        let group = own.clause.group();
        if let Some(head) = above.first() {
            let lemma = all.lemma[head.at];
            let negated = u64::from(head.clause.negated);
            let sign = head.sign.map_or(0, |sign| sign as u64);
            let to = u64::from(own.clause.to);
            let tag = all.tag[head.at].xpos as u64;
            self.add(40, [lemma, rel]);
            self.add(41, [lemma, rel, negated, to]);
            self.add(42, [lemma, own.clause.mark, rel]);
            self.add(43, [tag, rel]);
            self.add(44, [head.clause.group(), rel]);
            self.add(45, [head.clause.group(), rel, group]);
            self.add(46, [sign, rel, negated, to]);
            self.add(47, [sign, rel, head.clause.group()]);
            self.add(48, [sign, rel, own.clause.form as u64, head.told as u64]);
            self.add(49, [lemma, rel, tag, to]);
            self.add(50, [head.told as u64, own.told as u64, rel]);
            let before = u64::from(own.at < head.at);
            self.add(51, [before, rel, own.clause.form as u64]);
            for child in children(all, head.at).take(DEPENDANTS) {
                if matches!(all.rel[child], Rel::Advmod | Rel::Mark | Rel::Aux | Rel::Case) && child != own.at {
                    self.add(52, [all.lemma[child], rel]);
                }
            }
        }
        if let [head, second, ..] = above {
            let rels = mix(rel, all.rel[head.at] as u64);
            self.add(53, [all.lemma[second.at], rels]);
            self.add(54, [second.clause.group(), rels]);
            self.add(
                55,
                [
                    second.sign.map_or(0, |sign| sign as u64),
                    head.sign.map_or(0, |sign| sign as u64),
                    rels,
                    second.told as u64,
                ],
            );
        }
        let mut path = EMPTY;
        let mut forms = EMPTY;
        for (depth, link) in above.iter().enumerate() {
            let lower = if depth == 0 { own } else { &above[depth - 1] };
            path = mix(path, all.rel[lower.at] as u64);
            forms = mix(mix(forms, all.rel[lower.at] as u64), link.clause.group());
            self.add(56, [link.clause.modal]);
            self.add(57, [u64::from(link.clause.negated), u64::from(link.clause.condition)]);
            if let Some(sign) = signs.of(all.lemma[link.at]) {
                self.add(58, [sign as u64, u64::from(link.clause.negated)]);
            }
            if link.clause.condition {
                self.add(59, [all.rel[link.at] as u64, depth as u64]);
            }
        }
        self.add(60, [path]);
        self.add(61, [forms, group]);
        self.add(62, [above.len() as u64, group]);
    }

    /// What stands anywhere in the sentence.
    fn sentence(&mut self, all: &Analysis, sentence: &Range<usize>, own: &Link, above: &[Link], signs: &Signs) {
        let group = own.clause.group();
        if let Some(root) = above.last() {
            self.add(70, [all.lemma[root.at]]);
            self.add(71, [root.clause.group()]);
        }
        let stop = sentence.clone().rev().find(|at| all.tag[*at].xpos == Xpos::Stop).map_or(0, |at| all.word[at]);
        self.add(72, [stop]);
        self.add(73, [stop, group]);
        self.add(74, [stop, all.rel[own.at] as u64]);
        self.add(75, [u64::from(own.at == sentence.start)]);
        self.add(76, [u64::from(sentence.len() > LONG), all.tag[own.at].xpos as u64]);
        // Before the predicate or after it.
        for token in sentence.clone().take(REACH) {
            if all.tag[token].xpos == Xpos::Md {
                self.add(77, [all.lemma[token], u64::from(token < own.at)]);
            } else if matches!(signs.of(all.lemma[token]), Some(Sign::Conditions | Sign::Negates)) {
                self.add(78, [all.lemma[token], u64::from(token < own.at)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    #[test]
    fn a_crowded_clause_has_room_for_its_features_and_each_once() {
        let text = "If the old , slow , grey ships may perhaps not really have been quietly sent on to the long north coast \
                    today by anyone , would they , who said that it might happen , not wonder whether it had ?";
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let signs = Signs::new(&EN);
        let mut features = Features::default();
        for sentence in &segments.sentences {
            for at in sentence.tokens.clone() {
                features.extract(&all, &sentence.tokens, &Chain::of(&all, at, &signs), &signs);
                let mut hashes = features.hashes().to_vec();
                assert!((20..MOST).contains(&hashes.len()), "{} features", hashes.len());
                hashes.sort_unstable();
                assert!(hashes.windows(2).all(|pair| pair[0] != pair[1]));
            }
        }
    }
}
