//! Nouns that name a deed with goods: "Corvania's *delivery* of rifles to Vessia", "gas *exports*".

use super::{Look, Moved};
use crate::attribute::analysis::NONE;
use crate::attribute::pattern::children;
use crate::language::goods::GoodsClass;
use crate::language::transfers::{Deed, Step};
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::{Upos, Xpos};
use crate::transfer::goods::Goods;
use crate::transfer::party::{self, Party};
use crate::transfer::status::step;

impl Look<'_, '_> {
    /// Whether a word stands as a noun of action: "its gas *exports*" is sometimes taken for a verb.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let all = self.scene.all;
        if all.tag[at].xpos.is_noun() {
            return true;
        }
        let behind = self.goods.iter().find(|goods| goods.words.end == at);
        let led = |goods: &Goods| {
            let first = goods.outer;
            matches!(all.tag[first].xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Jj)
                || first > self.sentence.start
                    && (all.tag[first - 1].xpos == Xpos::Pos || all.tag[first - 1].upos == Upos::Adp)
        };
        matches!(all.tag[at].xpos, Xpos::Vbz | Xpos::Vbp)
            && self.scene.language.transfers.nouns.get(all.lemma[at]).is_some()
            && behind.is_some_and(led)
    }

    /// Goods that a noun of action moves.
    pub(super) fn by_noun(&self, at: usize, deed: Deed, open: &[usize]) -> Vec<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let words = &self.scene.language.phrases().words;
        let of = |token: usize| matches!(self.word(token), "of" | "in" | "for" | "on" | "with");
        let found = open.iter().copied().find(|number| {
            let own = &self.goods[*number];
            own.before == Some(at)
                || own.words.end == at && !all.tag[at].xpos.is_noun()
                || own.heads.contains(&at)
                || (own.outer..own.words.start).contains(&at)
                || (own.outer > at + 1 && own.outer <= at + 3 && of(at + 1) && own.before.is_none())
                || (matches!(deed, Deed::Asks | Deed::Gets | Deed::Bargains)
                    && own.outer > at + 1
                    && own.outer <= at + 8
                    && self.word(own.outer - 1) == "for")
        });
        let Some(goods) = found else { return Vec::new() };
        let own = &self.goods[goods];
        if own.heads.contains(&at) && own.before.is_some() {
            return Vec::new();
        }
        let end = self.reach(at.max(own.words.end - 1));
        let right = at + 1..end;
        let top = self.top(at);
        let up = all.head[top];
        let above = (up != NONE
            && (matches!(all.rel[top], Rel::Obj | Rel::Iobj)
                || !all.tag[at].xpos.is_noun() && all.rel[top] == Rel::Ccomp)
            && all.is_verb(up as usize))
        .then_some(up as usize);
        let mut giver: Vec<Party> = Vec::new();
        if let Some(owner) = party::possessor(self.scene, at).or_else(|| party::possessor(self.scene, own.heads[0])) {
            giver = self.parties(&[owner], &[]);
        }
        if giver.is_empty()
            && let Some(by) = right.clone().find(|token| words.by.contains(&all.word[*token]))
        {
            giver = self.list_from(by + 1, &[]);
        }
        if giver.is_empty() {
            let first = own.before.map_or(own.heads[0].min(at), |_| at);
            giver.extend(
                party::demonym(self.scene, &self.sentence, first)
                    .or_else(|| party::demonym(self.scene, &self.sentence, at)),
            );
        }
        let taken = above.is_some_and(|verb| {
            self.deed(verb) == Some(Deed::Gets) || matches!(all.lemma_text(verb), "take" | "await" | "see")
        });
        let does = above
            .and_then(|verb| step(self.scene, verb))
            .filter(|step| !matches!(step, Step::Blocks | Step::Asks | Step::Supposes));
        let subject = || {
            let verb = above?;
            let args = Arguments::of(all, self.scene.language, verb);
            let found = self.agent(verb, &args.agent, &[]);
            (!found.is_empty()).then_some(found)
        };
        let from = self.behind(right.clone(), &table.from, &giver);
        let mut to = self.behind(right.clone(), &table.to, &giver);
        if to.is_empty() && deed != Deed::Bargains {
            to = self.behind(right.clone(), &table.for_, &giver);
        }
        if deed == Deed::Asks {
            if self.word(at + 1) != "for" && self.word(at + 1) != "from" && self.word(at + 1) != "to" {
                return Vec::new();
            }
            let asks = if giver.is_empty() { from } else { giver };
            let suppliers = if to.is_empty() { subject().unwrap_or_default() } else { to };
            let mut suppliers: Vec<Party> = suppliers.into_iter().filter(|party| !asks.contains(party)).collect();
            if suppliers.is_empty() {
                let people = party::demonym(self.scene, &self.sentence, own.heads[0]);
                suppliers.extend(people.filter(|people| !asks.contains(people)));
            }
            return if asks.is_empty() { Vec::new() } else { self.named(at, goods, suppliers, asks) };
        }
        if deed == Deed::Bargains {
            let with = self.behind(right, &table.with, &giver);
            let buyer = if giver.is_empty() { subject().unwrap_or_default() } else { giver };
            let buyer: Vec<Party> = buyer.into_iter().filter(|party| !with.contains(party)).collect();
            if with.is_empty() || own.sum {
                return Vec::new();
            }
            // "Corvania signed a gas deal with Vessia": mostly who makes it gets, but not from who has none to give.
            let (suppliers, recipients) =
                if self.sells(goods, &buyer) && !self.sells(goods, &with) { (buyer, with) } else { (with, buyer) };
            return self.named(at, goods, suppliers, recipients);
        }
        if deed == Deed::Gets || taken {
            let mut recipients = giver;
            if taken {
                let suppliers = if from.is_empty() { recipients } else { from };
                return self.named(at, goods, suppliers, subject().unwrap_or_default());
            }
            if recipients.is_empty() && does.is_some() {
                recipients = subject().unwrap_or_default();
            }
            let from = if from.is_empty() { self.behind(at + 1..end, &table.with, &recipients) } else { from };
            if recipients.is_empty() && above.is_some() {
                recipients = subject().unwrap_or_default();
            }
            return self.named(at, goods, from, recipients);
        }
        if giver.is_empty() {
            giver = from;
        }
        // "Began deliveries", "suspended the sale": whose they are who did that.
        let chain = giver.is_empty() && (does.is_some() || above.is_some_and(|verb| self.deed(verb).is_some()));
        if chain {
            giver = subject().unwrap_or_default();
        } else if giver.is_empty() && all.rel[top] == Rel::NsubjPass && up != NONE && self.ends_own(up as usize) {
            // "The sale was cancelled *by Corvania*".
            let verb = up as usize;
            giver = self.by(&Arguments::of(all, self.scene.language, verb), verb, self.reach(verb));
        } else if giver.is_empty() && above.is_none() {
            giver = self.holder(at);
        }
        // "Blocked a shipment of *Corvanian* rifles".
        if giver.is_empty() && !chain {
            giver.extend(party::demonym(self.scene, &self.sentence, own.heads[0]));
        }
        giver.retain(|party| !to.contains(party) || to.len() > 1);
        if to.is_empty() {
            to = self.partner(at, &giver);
        }
        if to.is_empty()
            && let Some(verb) = above
        {
            let args = Arguments::of(all, self.scene.language, verb);
            to = self.parties(&args.receiver, &giver);
            if to.is_empty() {
                to = self.dative(verb, own.outer, &giver);
            }
        }
        // A loan by itself is only a loan.
        if own.heads.contains(&at) && to.is_empty() {
            return Vec::new();
        }
        self.named(at, goods, giver, to)
    }

    /// Whether all of some are known to sell goods of this class.
    fn sells(&self, goods: usize, parties: &[Party]) -> bool {
        let sells = |party: &Party| {
            let table = &self.scene.language.transfers.sells_energy;
            party::words(self.scene, &self.sentence, *party).any(|word| table.get(self.scene.all.word[word]).is_some())
        };
        self.goods[goods].kind.class == GoodsClass::Energy && !parties.is_empty() && parties.iter().all(sells)
    }

    /// Whether who does what a verb says is who gives.
    pub(super) fn ends_own(&self, verb: usize) -> bool {
        step(self.scene, verb).is_some_and(|step| !matches!(step, Step::Blocks | Step::Asks | Step::Supposes))
    }

    /// The measure that goods are told by, where the tree has one above them: "$30 *million* in aid".
    pub(super) fn top(&self, head: usize) -> usize {
        let (all, index) = (self.scene.all, self.scene.language.goods.index());
        let mut top = head;
        for _ in 0..3 {
            let up = all.head[top] as usize;
            let measure = |up: usize| {
                index.noun(all.lemma[up]).or_else(|| index.noun(all.word[up])).is_some() || all.tag[up].xpos == Xpos::Cd
            };
            if all.head[top] == NONE || up > top || all.rel[top] != Rel::Nmod || !measure(up) {
                break;
            }
            top = up;
        }
        top
    }

    /// Who has to do with a deed that hangs from a noun or a preposition: "a halt to deliveries" that *Corvania* announced.
    pub(super) fn holder(&self, at: usize) -> Vec<Party> {
        let all = self.scene.all;
        let mut below = at;
        for _ in 0..4 {
            let up = all.head[below];
            if up == NONE || matches!(all.rel[below], Rel::Nsubj | Rel::NsubjPass | Rel::AclRelcl) {
                return Vec::new();
            }
            let up = up as usize;
            if step(self.scene, up).is_none() && all.rel[below] != Rel::Xcomp {
                return Vec::new();
            }
            let said = step(self.scene, up).unwrap_or(Step::Does);
            if matches!(said, Step::Blocks | Step::Asks | Step::Supposes) {
                return Vec::new();
            }
            if let Some(owner) = party::possessor(self.scene, up).filter(|_| all.tag[up].xpos.is_noun()) {
                return self.parties(&[owner], &[]);
            }
            let subject: Vec<usize> = children(all, up).filter(|child| all.rel[*child] == Rel::Nsubj).collect();
            let found = self.parties(&subject, &[]);
            if !found.is_empty() {
                return found;
            }
            below = up;
        }
        Vec::new()
    }

    pub(super) fn named(&self, at: usize, goods: usize, suppliers: Vec<Party>, recipients: Vec<Party>) -> Vec<Moved> {
        self.build(at, goods, suppliers, recipients)
    }
}
