//! What the model looks at to tell the root of an event: the predicate, what it governs, how it stands, and the words
//! around it.

use std::ops::Range;

use super::kind::Root;
use super::role::above;
use super::trigger::Trigger;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::certainty::clause::Form;
use crate::language::Language;
use crate::model::hash::feature;
use crate::name::gazetteer::Gazetteer;
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::{Upos, Xpos};

/// How many words of a clause or a sentence are looked at.
const WORDS: usize = 60;

/// The features of one event.
#[derive(Debug, Clone, Default)]
pub struct Features {
    found: Vec<u64>,
}

/// A sentence in which events are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Around<'s> {
    /// What is known of its tokens.
    pub all: &'s Analysis,
    /// Its language.
    pub language: &'s Language,
    /// Classes of words.
    pub gazetteer: &'s Gazetteer<'s>,
    /// Its tokens.
    pub sentence: &'s Range<usize>,
    /// Its triggers.
    pub triggers: &'s [Trigger],
}

/// The number by which a root is a value of features; 0 for none.
fn number(root: Option<Root>) -> u64 {
    root.map_or(0, |root| root as u64 + 1)
}

impl Features {
    /// The hashes.
    pub fn hashes(&self) -> &[u64] {
        &self.found
    }

    fn add<const N: usize>(&mut self, template: u8, values: [u64; N]) {
        let hash = feature(u64::from(template), values);
        if !self.found.contains(&hash) {
            self.found.push(hash);
        }
    }

    /// Extracts those of a trigger; `hint` is what the lexicon gives it.
    pub fn extract(&mut self, around: &Around<'_>, trigger: &Trigger, hint: Option<Root>) {
        let Around { all, language, sentence, .. } = *around;
        self.found.clear();
        let (at, lemma) = (trigger.at, all.lemma[trigger.at]);
        let own = number(hint);
        let form = form(all, language, at);
        self.add(1, [lemma]);
        self.add(2, [own]);
        self.add(3, [own, form]);
        self.add(4, [lemma, form]);
        self.add(5, [form]);
        // What counts most is said three times, which frees it from the penalty on large weights.
        self.add(6, [own]);
        self.add(7, [own]);
        self.add(8, [own, u64::from(trigger.mode.is_some()), trigger.mode.map_or(0, crate::model::hash::folded)]);
        self.arguments(around, trigger, own);
        self.below(around, trigger, own, form);
        // Who will not do something refuses it; who did not do it, did not.
        let stands = Form::of(all, language, at);
        let open = u64::from(stands.future) + 2 * u64::from(stands.modal);
        let negated = u64::from(stands.negated && open > 0);
        self.add(58, [negated, open]);
        self.add(59, [own, negated]);
        self.add(60, [own, open]);
        if let Some(up) = above(all, at) {
            self.add(30, [all.lemma[up], all.rel[at] as u64]);
            self.add(31, [number(hint_at(around, up)), all.rel[at] as u64]);
        } else {
            self.add(32, [own]);
        }
        let clause = (all.first[at] as usize).max(sentence.start)..(all.last[at] as usize + 1).min(sentence.end);
        self.words(around, clause, at);
        for word in sentence.clone().filter(|word| content(all, *word)).take(WORDS) {
            self.add(50, [all.lemma[word]]);
        }
        let modal = children(all, at).find(|child| all.rel[*child] == Rel::Aux && all.tag[*child].xpos == Xpos::Md);
        if let Some(modal) = modal {
            self.add(52, [all.lemma[modal]]);
            self.add(53, [all.lemma[modal], own]);
        }
        for other in around.triggers.iter().filter(|other| other.at != at) {
            self.add(51, [number(Some(other.hint))]);
        }
    }

    fn arguments(&mut self, around: &Around<'_>, trigger: &Trigger, own: u64) {
        let Around { all, language, gazetteer, .. } = *around;
        let lemma = all.lemma[trigger.at];
        let arguments = Arguments::of(all, language, trigger.at);
        for child in children(all, trigger.at) {
            if all.rel[child] == Rel::CompoundPrt {
                self.add(10, [lemma, all.lemma[child]]);
            }
        }
        for patient in arguments.patient.iter().chain(&trigger.noun).copied() {
            self.add(11, [all.lemma[patient]]);
            self.add(12, [lemma, all.lemma[patient]]);
            self.add(13, [own, all.lemma[patient]]);
            self.add(14, [own, number(hint_at(around, patient))]);
            self.add(15, [number(hint_at(around, patient))]);
            self.add(16, [own, gazetteer.class(all.lemma[patient]).middle()]);
            self.add(17, [gazetteer.class(all.lemma[patient]).fine()]);
            for child in children(all, patient).filter(|child| content(all, *child)) {
                self.add(18, [all.lemma[patient], all.lemma[child]]);
            }
        }
        for oblique in &arguments.oblique {
            self.add(19, [lemma, oblique.preposition]);
            self.add(20, [own, oblique.preposition]);
            for head in &oblique.heads {
                self.add(21, [oblique.preposition, all.lemma[*head]]);
                self.add(22, [own, number(hint_at(around, *head))]);
            }
        }
        for agent in &arguments.agent {
            self.add(23, [all.lemma[*agent]]);
            self.add(24, [own, gazetteer.class(all.lemma[*agent]).middle()]);
        }
        self.add(25, [gazetteer.class(lemma).fine()]);
        self.add(26, [gazetteer.class(lemma).middle()]);
    }

    /// The clause below: "agreed to *withdraw* troops".
    fn below(&mut self, around: &Around<'_>, trigger: &Trigger, own: u64, form: u64) {
        let Around { all, language, .. } = *around;
        let below = children(all, trigger.at)
            .find(|child| *child > trigger.at && matches!(all.rel[*child], Rel::Xcomp | Rel::Ccomp | Rel::Advcl));
        let Some(below) = below else { return };
        let hint = number(hint_at(around, below));
        self.add(33, [all.lemma[below]]);
        self.add(34, [own, hint]);
        self.add(35, [own, hint, self::form(all, language, below)]);
        self.add(36, [all.lemma[trigger.at], hint]);
        self.add(37, [all.lemma[trigger.at], all.lemma[below]]);
        self.add(38, [hint, form]);
        for object in children(all, below).filter(|child| all.rel[*child] == Rel::Obj) {
            self.add(39, [all.lemma[below], all.lemma[object]]);
            self.add(40, [own, all.lemma[object]]);
        }
    }

    /// The words of the clause.
    fn words(&mut self, around: &Around<'_>, clause: Range<usize>, at: usize) {
        let Around { all, gazetteer, .. } = *around;
        let mut before = 0;
        for word in clause.filter(|word| content(all, *word)).take(WORDS) {
            let lemma = all.lemma[word];
            self.add(41, [lemma]);
            self.add(42, [gazetteer.class(lemma).fine()]);
            if word.abs_diff(at) <= 6 {
                self.add(43, [lemma, u64::from(word > at)]);
            }
            self.add(44, [before, lemma]);
            before = lemma;
            if let Some(hint) = hint_at(around, word) {
                self.add(45, [hint as u64]);
            }
        }
    }
}

/// Whether a word says something by itself.
fn content(all: &Analysis, at: usize) -> bool {
    matches!(all.tag[at].upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv) || all.tag[at].upos == Upos::Part
}

/// The root that the lexicon gives a token.
fn hint_at(around: &Around<'_>, at: usize) -> Option<Root> {
    let near = around.triggers.iter().find(|one| one.at == at || one.noun == Some(at));
    near.map(|one| one.hint)
}

/// How a predicate stands, as one value.
fn form(all: &Analysis, language: &Language, at: usize) -> u64 {
    let form = Form::of(all, language, at);
    let open = form.future || form.modal;
    let noun = all.tag[at].xpos.is_noun();
    [form.negated, open, form.infinitive, form.passive, noun].iter().fold(0, |bits, bit| bits << 1 | u64::from(*bit))
}
