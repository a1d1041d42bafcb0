//! Who gives and who gets, by the tree and by the order of words.

use std::ops::Range;

use super::Look;
use crate::attribute::analysis::NONE;
use crate::attribute::pattern::children;
use crate::language::Lexicon;
use crate::language::transfers::Deed;
use crate::tag::{Upos, Xpos};
use crate::transfer::party::{self, Party};
use crate::transfer::phrase;
use crate::transfer::status::step;

impl Look<'_, '_> {
    pub(super) fn party(&self, head: usize, not: &[Party]) -> Option<Party> {
        party::party(self.scene, self.cast, &self.sentence, head, not)
    }

    /// The parties among some heads.
    pub(super) fn parties(&self, heads: &[usize], not: &[Party]) -> Vec<Party> {
        let mut found = Vec::new();
        for head in heads {
            if let Some(party) = self.party(*head, not).filter(|party| !found.contains(party))
                && !self.is_goods(*head)
            {
                found.push(party);
            }
        }
        found
    }

    /// Who stands behind one of these prepositions in a stretch of words.
    pub(super) fn behind(&self, range: Range<usize>, prepositions: &Lexicon<()>, not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        for at in range {
            if prepositions.get(all.word[at]).is_none()
                || at + 1 >= self.sentence.end
                || all.tag[at + 1].xpos == Xpos::Vb
            {
                continue;
            }
            let found = self.list_from(at + 1, not);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The parties of the noun phrases that are joined from a token on.
    pub(super) fn list_from(&self, from: usize, not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        let mut found = Vec::new();
        let mut from = from;
        while let Some(head) = phrase::end(self.scene, &self.sentence, from).filter(|head| !self.is_goods(*head)) {
            let Some(party) = self.party(head, not) else { break };
            if !found.contains(&party) {
                found.push(party);
            }
            let next = head + 1;
            let joins = |at: usize| at < self.sentence.end && (self.word(at) == "and" || self.word(at) == "or");
            from = if joins(next) {
                next + 1
            } else if next + 1 < self.sentence.end && self.word(next) == "," && all.tag[next + 1].xpos == Xpos::Nnp {
                // "To Corvania, Vessia and Meridor": a list, and not what begins behind a comma.
                let last = phrase::end(self.scene, &self.sentence, next + 1);
                match last {
                    Some(last) if joins(last + 1) || (self.word(last + 1) == "," && joins(last + 2)) => next + 1,
                    _ => break,
                }
            } else {
                break;
            };
            // What comes next is the subject of a verb, and no part of the list.
            if let Some(head) = phrase::end(self.scene, &self.sentence, from)
                && head + 1 < self.sentence.end
                && self.scene.all.is_verb(head + 1)
                && all.rel[head].is_subject()
            {
                break;
            }
        }
        found
    }

    /// Whose goods are: "*Corvania's* rifles".
    pub(super) fn owner(&self, goods: usize, not: &[Party]) -> Option<Party> {
        let own = &self.goods[goods];
        let head = own.before.unwrap_or(own.heads[0]);
        let owner = party::possessor(self.scene, own.heads[0]).or_else(|| party::possessor(self.scene, head));
        // "A batch of rifles" of somebody's.
        let measure = (own.outer..own.words.start).find(|at| self.scene.all.tag[*at].xpos.is_noun());
        let owner = owner.or_else(|| party::possessor(self.scene, measure?));
        self.party(owner?, not).filter(|owner| !not.contains(owner))
    }

    /// Who a bargain is made with above a deed: "a deal *with Vessia* to sell".
    pub(super) fn partner(&self, at: usize, not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        let table = self.scene.language.transfers;
        let from = at.saturating_sub(12).max(self.sentence.start);
        let bargain = (from..at).rev().find(|token| {
            table.nouns.get(all.lemma[*token]) == Some(Deed::Bargains)
                || matches!(
                    self.word(*token),
                    "talks" | "negotiations" | "agreed" | "negotiating" | "talking" | "discussing"
                )
        });
        bargain.map(|bargain| self.behind(bargain + 1..at, &table.with, not)).unwrap_or_default()
    }

    /// Who does it: the subject, or whoever is above where the tree has lost it.
    pub(super) fn agent(&self, at: usize, heads: &[usize], not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        let found = self.parties(heads, not);
        if !found.is_empty() {
            return found;
        }
        // "*Corvanian* planes have flown shells": who sends what carries them.
        let carrier = |head: &&usize| self.scene.language.transfers.carriers.get(all.lemma[**head]).is_some();
        let sender = heads.iter().find(carrier).and_then(|head| party::demonym(self.scene, &self.sentence, *head));
        if let Some(sender) = sender.filter(|sender| !not.contains(sender)) {
            return vec![sender];
        }
        // A subject that can give nothing, as "the plan": its owner may. A measure of goods is no giver.
        if let Some(owner) =
            heads.iter().find_map(|head| party::possessor(self.scene, *head).filter(|_| !self.is_goods(*head)))
        {
            let found = self.parties(&[owner], not);
            if !found.is_empty() {
                return found;
            }
        }
        // The nearest subject before it that is somebody, where a verb above has it.
        let mut up = at;
        for _ in 0..6 {
            if all.head[up] == NONE {
                break;
            }
            up = all.head[up] as usize;
            // "*Corvania's* plan to", "*Corvania* plans to", taken for a phrase.
            let named = |up: usize| {
                party::possessor(self.scene, up).or_else(|| party::demonym(self.scene, &self.sentence, up)).or_else(
                    || {
                        up.checked_sub(1)
                            .filter(|before| self.sentence.contains(before) && self.party(*before, &[]).is_some())
                    },
                )
            };
            if all.tag[up].xpos.is_noun()
                && step(self.scene, up).is_some()
                && let Some(owner) = named(up)
            {
                let found = self.parties(&[owner], not);
                if !found.is_empty() {
                    return found;
                }
            }
            let subject: Vec<usize> =
                children(all, up).filter(|child| all.rel[*child].is_subject() && *child != at).collect();
            let found = self.parties(&subject, not);
            if !found.is_empty() {
                return found;
            }
        }
        // By its place: whoever stands right before the verb.
        let mut before = at;
        while before > self.sentence.start
            && (all.tag[before - 1].upos == Upos::Adv || all.tag[before - 1].upos == Upos::Aux)
        {
            before -= 1;
        }
        let before = before.checked_sub(1).filter(|before| self.sentence.contains(before));
        before.map(|before| self.parties(&[before], not)).unwrap_or_default()
    }

    /// Who stands between a verb and what it gives: "promised *Vessia* tanks".
    pub(super) fn dative(&self, verb: usize, outer: usize, not: &[Party]) -> Vec<Party> {
        if outer <= verb + 1 || self.scene.language.transfers.of.get(self.scene.all.word[outer - 1]).is_some() {
            return Vec::new();
        }
        let head = phrase::end(self.scene, &(self.sentence.start..outer), verb + 1).filter(|head| *head < outer);
        head.map(|head| self.parties(&[head], not)).unwrap_or_default()
    }
}
