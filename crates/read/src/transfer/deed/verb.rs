//! Verbs that move goods: "*sent* rifles to the rebels", "rifles *supplied* by Corvania", "*bought* from".

use std::ops::Range;

use super::{Look, Moved};
use crate::attribute::analysis::NONE;
use crate::attribute::pattern::children;
use crate::certainty::clause::Form;
use crate::language::goods::GoodsClass;
use crate::language::transfers::Deed;
use crate::model::hash::{lower, plain, push};
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::{Upos, Xpos};
use crate::transfer::party::{self, Party};
use crate::transfer::phrase;

/// How far behind a verb its goods are looked for where the tree has none, in tokens.
const FAR: usize = 16;

impl Look<'_, '_> {
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let tag = self.scene.all.tag[at];
        tag.xpos.is_verb() && tag.xpos != Xpos::Md && tag.upos != Upos::Aux && !self.is_noun(at) || self.is_cut(at)
    }

    /// "Corvania *cut* off gas": taken for a noun, though somebody stands right before it and its particle behind.
    fn is_cut(&self, at: usize) -> bool {
        let all = self.scene.all;
        all.tag[at].xpos == Xpos::Nn
            && at > self.sentence.start
            && matches!(all.tag[at - 1].xpos, Xpos::Nnp | Xpos::Nnps)
            && self.withholds(at)
    }

    /// Whether a word, with the one behind it, is one of ending what somebody gives.
    pub(super) fn withholds(&self, at: usize) -> bool {
        let all = self.scene.all;
        let table = &self.scene.language.transfers.withholds;
        let with = |particle: usize| {
            let letters = all.lemma_text(particle).chars();
            table.get(letters.fold(push(all.lemma[at], ' '), |hash, letter| push(hash, lower(plain(letter))))).is_some()
        };
        table.get(all.lemma[at]).is_some() || at + 1 < self.sentence.end && with(at + 1)
    }

    /// What a verb does with goods, by its lemma and particle.
    pub(super) fn deed(&self, at: usize) -> Option<Deed> {
        let all = self.scene.all;
        let table = &self.scene.language.transfers.verbs;
        let with = |particle: usize| {
            let letters = all.lemma_text(particle).chars();
            table.get(letters.fold(push(all.lemma[at], ' '), |hash, letter| push(hash, lower(plain(letter)))))
        };
        let particles = children(all, at).filter(|child| all.rel[*child] == Rel::CompoundPrt && *child > at);
        particles.filter_map(with).next().or_else(|| table.get(all.lemma[at])).or_else(|| table.get(all.word[at]))
    }

    pub(super) fn by_verb(&self, at: usize, deed: Deed, open: &[usize]) -> Vec<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let args = Arguments::of(all, self.scene.language, at);
        let form = Form::of(all, self.scene.language, at);
        let active = all.tag[at].xpos == Xpos::Vbn
            && all.rel[at] == Rel::Amod
            && phrase::is_active(self.scene, &self.sentence, at);
        let participle =
            all.tag[at].xpos == Xpos::Vbn && matches!(all.rel[at], Rel::Acl | Rel::Amod) && !active && !form.perfect;
        let passive = form.passive
            || participle
            || (all.tag[at].xpos == Xpos::Vbn && !active && !form.perfect && self.after_noun(at));
        let end = self.reach(at);
        if deed == Deed::Comes {
            return self.coming(at, &args, end, open);
        }
        // "Supplied the rebels *with* rifles", "is equipped with".
        let with =
            self.goods_with(at, end, open).filter(|_| matches!(deed, Deed::Gives | Deed::Equips | Deed::Carries));
        if let Some(goods) = with {
            let mut suppliers = if passive { self.by(&args, at, end) } else { self.agent(at, &args.agent, &[]) };
            let heads: Vec<usize> = args.patient.iter().chain(&args.receiver).copied().collect();
            let mut recipients = self.parties(&heads, &suppliers);
            if recipients.is_empty() && !passive {
                recipients = self.list_from(at + 1, &suppliers);
            }
            if passive && recipients.is_empty() {
                recipients = self.agent(at, &args.agent, &suppliers);
            }
            suppliers.retain(|supplier| !recipients.contains(supplier) || recipients.len() > 1);
            return self.build(at, goods, suppliers, recipients);
        }
        if deed == Deed::Equips {
            return Vec::new();
        }
        let Some(goods) = self.goods_of(at, &args, passive, end, open) else { return Vec::new() };
        let own = &self.goods[goods];
        if own.kind.class == GoodsClass::Energy && own.kind.open && table.hands.get(all.lemma[at]).is_some() {
            return Vec::new();
        }
        let mut moved = Vec::new();
        let mut first = true;
        for goods in self.with_later(goods, end, open) {
            moved.extend(self.roles(at, deed, &args, passive, end, goods, first));
            first = false;
        }
        // What is told once of several goods holds for all: "rifles to Vessia and shells to Meridor" by one giver.
        if let Some(lead) = moved.first().cloned() {
            for other in moved.iter_mut().skip(1) {
                if other.suppliers.is_empty() {
                    other.suppliers.clone_from(&lead.suppliers);
                }
                if other.recipients.is_empty() {
                    other.recipients.clone_from(&lead.recipients);
                }
            }
        }
        moved
    }

    /// Goods and those that follow in the same clause behind *and* or a comma: the same verb moves them.
    pub(super) fn with_later(&self, goods: usize, end: usize, open: &[usize]) -> Vec<usize> {
        let mut found = vec![goods];
        for later in open.iter().copied().filter(|other| *other > goods) {
            let (Some(last), next) = (found.last().copied(), &self.goods[later]) else { break };
            if next.words.end > end || next.before.is_some() && next.before != self.goods[goods].before {
                break;
            }
            let joined = next.outer.checked_sub(1).is_some_and(|before| {
                matches!(self.word(before), "and" | "," | "or" | "plus") || self.goods[last].words.end >= next.outer
            });
            if !joined {
                break;
            }
            found.push(later);
        }
        found
    }

    #[expect(clippy::too_many_arguments, reason = "all that is known of one verb")]
    pub(super) fn roles(
        &self,
        at: usize,
        deed: Deed,
        args: &Arguments,
        passive: bool,
        end: usize,
        goods: usize,
        first: bool,
    ) -> Vec<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let own = &self.goods[goods];
        let from = |range: Range<usize>, not: &[Party]| self.behind(range, &table.from, not);
        // Where what goes with these goods is told.
        let right = if passive { at + 1..end } else { own.words.end.max(at + 1)..end };
        let right = if right.is_empty() { at + 1..end } else { right };
        match deed {
            Deed::Gets => {
                let mut recipients = if passive { self.by(args, at, end) } else { self.agent(at, &args.agent, &[]) };
                let mut suppliers = from(right.clone(), &recipients);
                if suppliers.is_empty() {
                    suppliers = from(at + 1..end, &recipients);
                }
                if suppliers.is_empty() {
                    suppliers = self.partner(at, &recipients);
                }
                if suppliers.is_empty()
                    && let Some(owner) = self.owner(goods, &recipients)
                {
                    suppliers.push(owner);
                }
                // "Received the tanks *promised by* Corvania".
                let behind = own.words.end;
                if suppliers.is_empty()
                    && behind + 1 < self.sentence.end
                    && all.tag[behind].xpos == Xpos::Vbn
                    && self.scene.language.phrases().words.by.contains(&all.word[behind + 1])
                {
                    suppliers = self.list_from(behind + 2, &recipients);
                }
                let to = self.behind(right.clone(), &table.to, &recipients);
                match all.lemma_text(at) {
                    // "Get shells *to Vessia*": who does it gives.
                    "get" if suppliers.is_empty() && !to.is_empty() => return self.build(at, goods, recipients, to),
                    "take" | "collect" | "win" if suppliers.is_empty() => return Vec::new(),
                    _ => {}
                }
                if suppliers.is_empty() {
                    let people = party::demonym(self.scene, &self.sentence, own.heads[0]);
                    suppliers.extend(people.filter(|people| !recipients.contains(people)));
                }
                if recipients.is_empty() && passive {
                    recipients = self.behind(right, &table.for_, &suppliers);
                }
                self.build(at, goods, suppliers, recipients)
            }
            _ => {
                let mut suppliers = if passive { self.by(args, at, end) } else { self.agent(at, &args.agent, &[]) };
                let mut recipients = Vec::new();
                if first {
                    recipients = self.parties(&args.receiver, &suppliers);
                    // "Gave the rebels rifles": whoever stands between.
                    if recipients.is_empty() && !passive && own.outer > at + 1 {
                        let head = phrase::end(self.scene, &(self.sentence.start..own.outer), at + 1);
                        recipients = head.map(|head| self.parties(&[head], &suppliers)).unwrap_or_default();
                        recipients.retain(|head| *head < own.outer);
                    }
                }
                if recipients.is_empty() {
                    recipients = self.behind(right.clone(), &table.to, &suppliers);
                }
                if recipients.is_empty() && first {
                    recipients = self.behind(at + 1..end, &table.to, &suppliers);
                }
                if recipients.is_empty() {
                    recipients = self.behind(right.clone(), &table.for_, &suppliers);
                }
                if recipients.is_empty() && first && own.words.end <= at {
                    // "Rifles for Vessia were sent".
                    recipients = self.behind(own.words.end..at, &table.to, &suppliers);
                    if recipients.is_empty() {
                        recipients = self.behind(own.words.end..at, &table.for_, &suppliers);
                    }
                }
                // "Leased two tugs from Corvania": who does it gets.
                if recipients.is_empty()
                    && !passive
                    && !suppliers.is_empty()
                    && matches!(all.lemma_text(at), "lease" | "rent" | "loan" | "charter")
                {
                    let owners = from(right.clone(), &suppliers);
                    if !owners.is_empty() {
                        return self.build(at, goods, owners, suppliers);
                    }
                }
                if suppliers.is_empty() {
                    suppliers = from(at + 1..end, &recipients);
                }
                if suppliers.is_empty() && own.words.end <= at {
                    suppliers = from(own.words.end..at, &recipients);
                }
                if suppliers.is_empty()
                    && let Some(owner) = self.owner(goods, &recipients)
                {
                    suppliers.push(owner);
                }
                if suppliers.is_empty() && passive {
                    let people = party::demonym(self.scene, &self.sentence, own.heads[0]);
                    suppliers.extend(people.filter(|people| !recipients.contains(people)));
                }
                if recipients.is_empty() {
                    recipients = self.partner(at, &suppliers);
                }
                // "Ships carrying rockets are on their way *to Vessia*".
                if recipients.is_empty()
                    && deed == Deed::Carries
                    && all.tag[at].xpos == Xpos::Vbg
                    && all.rel[at] == Rel::Acl
                {
                    recipients = self.behind(end..self.sentence.end, &table.to, &suppliers);
                }
                if deed == Deed::Carries && (recipients.is_empty() || own.kind.open && suppliers.is_empty()) {
                    return Vec::new();
                }
                self.build(at, goods, suppliers, recipients)
            }
        }
    }

    /// Goods that come by themselves: "the rifles *reached* Vessia".
    pub(super) fn coming(&self, at: usize, args: &Arguments, end: usize, open: &[usize]) -> Vec<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let Some(goods) = args.agent.iter().find_map(|head| self.of_head(*head, open)).or_else(|| {
            // "Convoys of shells from Corvania have reached": the nearest goods before it in the clause.
            let near = open.iter().rev().copied().find(|number| self.goods[*number].words.end <= at)?;
            let own = &self.goods[near];
            let quiet = (own.words.end..at).all(|token| !self.is_verb(token));
            (quiet && at - own.words.end < 8 && self.subject_like(near, at)).then_some(near)
        }) else {
            return Vec::new();
        };
        let own = &self.goods[goods];
        let mut suppliers: Vec<Party> = Vec::new();
        let before = own.words.end..at.max(own.words.end);
        for range in [before.clone(), at + 1..end] {
            if suppliers.is_empty() {
                suppliers = self.behind(range, &table.from, &[]);
            }
        }
        // "Rifles sent *by Corvania* reached".
        if suppliers.is_empty()
            && let Some(by) =
                before.clone().find(|token| self.scene.language.phrases().words.by.contains(&all.word[*token]))
        {
            suppliers = self.list_from(by + 1, &[]);
        }
        // "A tanker with diesel left *Corvania* for Vessia".
        if suppliers.is_empty() && matches!(all.lemma_text(at), "leave" | "depart") {
            suppliers = self.list_from(at + 1, &[]);
        }
        if suppliers.is_empty() {
            suppliers.extend(self.owner(goods, &[]));
        }
        if suppliers.is_empty() {
            suppliers.extend(party::demonym(self.scene, &self.sentence, own.heads[0]));
        }
        let mut recipients = if matches!(all.lemma_text(at), "reach" | "enter") {
            self.list_from(at + 1, &suppliers)
        } else {
            Vec::new()
        };
        if recipients.is_empty() {
            recipients = self.behind(before, &table.to, &suppliers);
        }
        if recipients.is_empty() {
            recipients = self.behind(at + 1..end, &table.to, &suppliers);
        }
        if recipients.is_empty() {
            recipients = self.behind(at + 1..end, &table.for_, &suppliers);
        }
        if recipients.is_empty() && matches!(all.lemma_text(at), "arrive" | "land" | "dock" | "berth") {
            let place = |token: usize| matches!(self.word(token), "in" | "at");
            let found = (at + 1..end).find(|token| place(*token)).map(|token| self.list_from(token + 1, &suppliers));
            recipients = found.unwrap_or_default();
        }
        if suppliers.is_empty() && recipients.is_empty()
            || matches!(all.lemma_text(at), "come" | "go" | "head" | "cross")
                && (suppliers.is_empty() && recipients.is_empty())
        {
            return Vec::new();
        }
        self.build(at, goods, suppliers, recipients)
    }

    /// Whether goods stand as the subject of a verb by their place: nothing before them governs them.
    pub(super) fn subject_like(&self, goods: usize, at: usize) -> bool {
        let head = self.goods[goods].heads[0];
        let mut up = head;
        for _ in 0..5 {
            if up == at || self.scene.all.head[up] as usize == at {
                return true;
            }
            if self.scene.all.head[up] == NONE {
                return true;
            }
            up = self.scene.all.head[up] as usize;
        }
        false
    }

    /// Who does what is said in the passive.
    pub(super) fn by(&self, args: &Arguments, at: usize, end: usize) -> Vec<Party> {
        let words = &self.scene.language.phrases().words;
        let by = args.oblique.iter().find(|oblique| words.by.contains(&oblique.preposition));
        let found = by.map(|by| self.parties(&by.heads, &[])).unwrap_or_default();
        if !found.is_empty() {
            return found;
        }
        let by = (at + 1..end).find(|token| words.by.contains(&self.scene.all.word[*token]));
        by.map(|by| self.list_from(by + 1, &[])).unwrap_or_default()
    }

    /// Whether a participle stands right behind the noun that it is said of.
    pub(super) fn after_noun(&self, at: usize) -> bool {
        at > self.sentence.start
            && phrase::is_nominal(self.scene.all, at - 1)
            && !children(self.scene.all, at).any(|child| self.scene.all.rel[child] == Rel::Aux)
    }

    /// The goods behind *with* in the clause of a verb.
    pub(super) fn goods_with(&self, at: usize, end: usize, open: &[usize]) -> Option<usize> {
        let with = |goods: &usize| {
            let outer = self.goods[*goods].outer;
            outer > at
                && outer < end
                && outer > 0
                && self.scene.language.transfers.with.get(self.scene.all.word[outer - 1]).is_some()
        };
        open.iter().copied().find(with)
    }

    /// The goods that a verb moves.
    pub(super) fn goods_of(
        &self,
        at: usize,
        args: &Arguments,
        passive: bool,
        end: usize,
        open: &[usize],
    ) -> Option<usize> {
        let all = self.scene.all;
        let tree = args.patient.iter().chain(&args.receiver).find_map(|head| self.of_head(*head, open));
        if tree.is_some() {
            return tree;
        }
        let before = || {
            let near = open.iter().rev().copied().find(|goods| self.goods[*goods].words.end <= at)?;
            let last = self.goods[near].words.end;
            let quiet = (last..at).filter(|token| self.is_verb(*token)).count() == 0;
            // "The sale of tanks was *dropped*": that is done to the sale.
            let deed = |head: &usize| {
                self.scene.language.transfers.nouns.get(all.lemma[*head]).is_some() && !self.is_goods(*head)
            };
            (quiet && at - last < 10 && !args.agent.iter().chain(&args.patient).any(deed)).then_some(near)
        };
        if passive {
            let early = args.agent.iter().find_map(|head| self.of_head(*head, open)).or_else(before);
            if early.is_some() {
                return early;
            }
        }
        let after = open.iter().copied().find(|goods| self.goods[*goods].outer > at)?;
        let own = &self.goods[after];
        let near = own.outer - at <= FAR && own.outer < end;
        // What stands behind a preposition is told of something else.
        let loose = own.outer > at + 1
            && all.tag[own.outer - 1].upos == Upos::Adp
            && !(self.word(own.outer - 1) == "over"
                || all.tag[own.outer - 1].xpos == Xpos::Rp
                || children(all, at).any(|child| child == own.outer - 1 && all.rel[child] == Rel::CompoundPrt));
        let quiet = (at + 1..own.outer).all(|token| !self.is_verb(token));
        (near && !loose && quiet).then_some(after)
    }
}
