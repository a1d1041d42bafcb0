//! Goods that no word of moving stands with, and a giver or getter that no rule finds.

use super::{Look, Moved};
use crate::attribute::analysis::NONE;
use crate::certainty::clause::Form;
use crate::language::transfers::Step;
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::Xpos;
use crate::transfer::party;
use crate::transfer::status::step;

impl Look<'_, '_> {
    /// The giver or getter that no rule found, where one other and no more is named below the deed, with no other verb
    /// between: whoever else the sentence names may have no part in it.
    pub(super) fn complete(&self, moved: &mut Moved) {
        if moved.suppliers.is_empty() == moved.recipients.is_empty() {
            return;
        }
        let all = self.scene.all;
        let people = self.scene.language.people;
        let known = moved.suppliers.iter().chain(&moved.recipients).copied().collect::<Vec<_>>();
        let same = |token: usize| {
            known.iter().any(|other| {
                let name = party::words(self.scene, &self.sentence, *other);
                name.clone().any(|word| all.word[word] == all.word[token])
            })
        };
        let goods = &self.goods[moved.goods];
        let mut other: Option<usize> = None;
        for token in self.sentence.clone() {
            let name = matches!(all.tag[token].xpos, Xpos::Nnp | Xpos::Nnps)
                && !(token + 1 < self.sentence.end && matches!(all.tag[token + 1].xpos, Xpos::Nnp | Xpos::Nnps))
                && people.dates.get(all.word[token]).is_none();
            if !name || goods.words.contains(&token) || self.is_goods(token) || same(token) {
                continue;
            }
            // Who reports it, unless a state speaks for itself; a place where it happens.
            let up = all.head[token];
            let says = all.rel[token].is_subject() && up != NONE && all.cue[up as usize];
            let state = people.states.get(all.word[token]).is_some() || people.seats.get(all.word[token]).is_some();
            let place = token > self.sentence.start
                && matches!(self.word(token - 1), "in" | "at" | "near" | "against" | "on" | "through" | "via" | "over");
            // "Ostland officials": part of another noun.
            let part = token + 1 < self.sentence.end && all.tag[token + 1].xpos.is_noun();
            if says && !state || place || part || !self.is_below(token, moved.at) {
                continue;
            }
            if other.is_some_and(|other| all.word[other] != all.word[token]) {
                return;
            }
            other = other.or(Some(token));
        }
        let Some(other) = other else { return };
        if moved.suppliers.is_empty() {
            moved.suppliers.push(other);
        } else {
            moved.recipients.push(other);
        }
    }

    /// Whether a token hangs below a deed with no other verb between.
    fn is_below(&self, token: usize, deed: usize) -> bool {
        let all = self.scene.all;
        let mut at = token;
        for _ in 0..self.sentence.len() {
            at = match all.head[at] {
                NONE => return false,
                up => up as usize,
            };
            if at == deed {
                return true;
            }
            // "France *is angry*": a predicate without a verb of its own.
            let subject = all.rel[token].is_subject() && all.head[token] as usize == at;
            if all.is_verb(at) || subject {
                return false;
            }
        }
        false
    }

    /// Goods with a giver or getter, and a word above them that says how far it has got: "promised Vessia *tanks*".
    pub(super) fn bare(&self, goods: usize) -> Option<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let own = &self.goods[goods];
        // "A warning *about* missiles": what is only spoken of is not moved.
        let spoken_of = own.outer > self.sentence.start
            && matches!(self.word(own.outer - 1), "about" | "regarding" | "concerning" | "against");
        if own.before.is_some() || spoken_of {
            return None;
        }
        let head = own.heads[0];
        let top = self.top(head);
        let up = (all.head[top] != NONE).then_some(all.head[top] as usize);
        let verb = up.filter(|up| all.is_verb(*up)).filter(|_| {
            matches!(
                all.rel[top],
                Rel::Obj | Rel::Iobj | Rel::NsubjPass | Rel::Nsubj | Rel::Conj | Rel::Xcomp | Rel::Obl
            )
        });
        let before =
            (own.outer.saturating_sub(6).max(self.sentence.start)..own.outer).rev().find(|at| self.is_verb(*at));
        let verb = verb.or(before);
        let said = verb.and_then(|verb| step(self.scene, verb));
        // "Asked Corvania *for* tanks", "thanked Corvania *for* the tanks".
        let asks = said == Some(Step::Asks) || verb.is_some_and(|verb| all.lemma_text(verb) == "thank");
        if let Some(verb) = verb.filter(|verb| *verb < own.outer && asks && self.word(own.outer - 1) == "for") {
            let args = Arguments::of(all, self.scene.language, verb);
            let recipients = self.agent(verb, &args.agent, &[]);
            let mut suppliers = self.parties(&args.patient, &recipients);
            if suppliers.is_empty() {
                suppliers = self.parties(&args.receiver, &recipients);
            }
            if suppliers.is_empty() {
                suppliers = self.dative(verb, own.outer - 1, &recipients);
            }
            if suppliers.is_empty() || recipients.is_empty() {
                return None;
            }
            return Some(Moved { at: verb, goods, suppliers, recipients, nominal: false, asked: false, own: said });
        }
        let end = self.reach(own.words.end - 1).min(verb.filter(|verb| *verb > head).unwrap_or(usize::MAX));
        let right = own.words.end..end;
        let mut recipients = self.behind(right.clone(), &table.to, &[]);
        let meant = self.behind(right.clone(), &table.for_, &[]);
        let mut suppliers = self.behind(right, &table.from, &[]);
        let object = verb.is_some_and(|verb| verb < head && (all.rel[top] != Rel::Obl));
        if let (Some(verb), Some(step)) = (verb, said) {
            let args = Arguments::of(all, self.scene.language, verb);
            let passive = Form::of(all, self.scene.language, verb).passive;
            if recipients.is_empty() {
                recipients = self.parties(&args.receiver, &[]);
            }
            if recipients.is_empty() && object && !passive {
                recipients = self.dative(verb, own.outer, &[]);
            }
            if recipients.is_empty() && verb > head {
                recipients = self.behind(verb + 1..self.reach(verb), &table.to, &[]);
            }
            if recipients.is_empty() {
                recipients = meant;
            }
            let actor = if passive {
                self.by(&args, verb, self.reach(verb))
            } else if object {
                self.agent(verb, &args.agent, &recipients)
            } else {
                Vec::new()
            };
            if suppliers.is_empty()
                && let Some(owner) = self.owner(goods, &recipients)
            {
                suppliers.push(owner);
            }
            let moved = |suppliers, recipients| Moved {
                at: verb,
                goods,
                suppliers,
                recipients,
                nominal: false,
                asked: false,
                own: Some(step),
            };
            let asks =
                matches!(step, Step::Asks) || (step == Step::Considers && matches!(all.lemma_text(verb), "seek"));
            if asks || (!suppliers.is_empty() && recipients.is_empty() && !matches!(step, Step::Blocks)) {
                if suppliers.is_empty() || actor.is_empty() && recipients.is_empty() {
                    return None;
                }
                let recipients = if recipients.is_empty() { actor } else { recipients };
                return Some(moved(suppliers, recipients));
            }
            if suppliers.is_empty() && !matches!(step, Step::Blocks | Step::Asks | Step::Supposes) {
                suppliers = actor;
            }
            suppliers.retain(|party| !recipients.contains(party));
            // "Cut off gas": whoever got it.
            let withheld = !suppliers.is_empty() && object && verb < head && self.withholds(verb);
            if recipients.is_empty() && !withheld {
                return None;
            }
            return Some(moved(suppliers, recipients));
        }
        if suppliers.is_empty()
            && let Some(owner) = self.owner(goods, &recipients)
        {
            suppliers.push(owner);
        }
        if suppliers.is_empty() {
            suppliers.extend(party::demonym(self.scene, &self.sentence, head));
        }
        if recipients.is_empty() && !suppliers.is_empty() {
            recipients = meant;
        }
        if suppliers.is_empty() || recipients.is_empty() {
            return None;
        }
        Some(Moved { at: head, goods, suppliers, recipients, nominal: true, asked: false, own: None })
    }
}
