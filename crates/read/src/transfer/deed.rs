//! Which words of a sentence move which goods, from whom to whom.
//!
//! Verbs are asked first, then nouns of action, then goods that stand with a giver or getter and no word of moving. Every
//! goods are moved once.

use std::ops::Range;

use super::goods::Goods;
use super::party::{self, Party};
use super::phrase;
use super::status::step;
use crate::actor::Cast;
use crate::attribute::analysis::NONE;
use crate::attribute::pattern::children;
use crate::certainty::clause::Form;
use crate::language::Lexicon;
use crate::language::transfers::{Deed, Step};
use crate::model::hash::{lower, plain, push};
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::scene::Scene;
use crate::tag::{Upos, Xpos};

/// How far behind a verb its goods are looked for where the tree has none, in tokens.
const FAR: usize = 16;

/// Goods that are moved.
#[derive(Debug, Clone)]
pub(super) struct Moved {
    /// The word that says so.
    pub at: usize,
    /// The number of the goods.
    pub goods: usize,
    /// Who gives.
    pub suppliers: Vec<Party>,
    /// Who gets.
    pub recipients: Vec<Party>,
    /// Whether the word is a noun, or goods by themselves.
    pub nominal: bool,
    /// Whether somebody asks for them by it.
    pub asked: bool,
    /// What the word itself says of how far it has got, where it is one of that: "*suspended* a loan".
    pub own: Option<Step>,
}

/// What is looked at.
pub(super) struct Look<'a, 's> {
    pub scene: &'a Scene<'s>,
    pub cast: &'a Cast,
    pub sentence: Range<usize>,
    pub goods: &'a [Goods],
}

/// All goods of a sentence that are moved.
pub(super) fn moved(look: &Look<'_, '_>) -> Vec<Moved> {
    let mut found: Vec<Moved> = Vec::new();
    let free = |found: &[Moved], goods: usize| found.iter().all(|moved| moved.goods != goods);
    // What comes by itself first: "the rifles sent by Corvania *reached* Vessia" tells both.
    let verbs: Vec<(usize, Deed)> = look.sentence.clone().filter(|at| look.is_verb(*at)).filter_map(|at| Some((at, look.deed(at)?))).collect();
    for comes in [true, false] {
        for (at, deed) in verbs.iter().copied().filter(|(_, deed)| (*deed == Deed::Comes) == comes) {
            let open: Vec<usize> = (0..look.goods.len()).filter(|goods| free(&found, *goods)).collect();
            found.extend(look.by_verb(at, deed, &open));
        }
    }
    for at in look.sentence.clone() {
        if !look.is_noun(at) {
            continue;
        }
        if let Some(deed) = look.scene.language.transfers.nouns.get(look.scene.all.lemma[at]) {
            let open: Vec<usize> = (0..look.goods.len()).filter(|goods| free(&found, *goods)).collect();
            found.extend(look.by_noun(at, deed, &open));
        }
    }
    for moved in &mut found {
        look.complete(moved);
    }
    for goods in 0..look.goods.len() {
        if free(&found, goods) {
            found.extend(look.bare(goods));
        }
    }
    found
}

impl Look<'_, '_> {
    fn is_verb(&self, at: usize) -> bool {
        let tag = self.scene.all.tag[at];
        tag.xpos.is_verb() && tag.xpos != Xpos::Md && tag.upos != Upos::Aux && !self.is_noun(at)
    }

    /// What a verb does with goods, by its lemma and particle.
    fn deed(&self, at: usize) -> Option<Deed> {
        let all = self.scene.all;
        let table = &self.scene.language.transfers.verbs;
        let with = |particle: usize| {
            let letters = all.lemma_text(particle).chars();
            table.get(letters.fold(push(all.lemma[at], ' '), |hash, letter| push(hash, lower(plain(letter)))))
        };
        let particles = children(all, at).filter(|child| all.rel[*child] == Rel::CompoundPrt && *child > at);
        particles.filter_map(with).next().or_else(|| table.get(all.lemma[at])).or_else(|| table.get(all.word[at]))
    }

    fn word(&self, at: usize) -> &str {
        self.scene.word(at)
    }

    fn party(&self, head: usize, not: &[Party]) -> Option<Party> {
        party::party(self.scene, self.cast, &self.sentence, head, not)
    }

    /// The parties among some heads.
    fn parties(&self, heads: &[usize], not: &[Party]) -> Vec<Party> {
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

    fn is_goods(&self, at: usize) -> bool {
        self.goods.iter().any(|goods| goods.heads.contains(&at))
    }

    /// Where the clause of a word ends, by its words.
    fn reach(&self, at: usize) -> usize {
        let all = self.scene.all;
        let mut token = at + 1;
        while self.sentence.contains(&token) {
            let tag = all.tag[token];
            let finite = matches!(tag.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md) && all.rel[token] != Rel::Amod;
            let clause = matches!(tag.xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
                || matches!(all.rel[token], Rel::Mark) && tag.xpos == Xpos::In
                || matches!(self.word(token), ";" | ":" | "but" | "\u{2014}" | "--");
            let infinitive = tag.xpos == Xpos::To && token + 1 < self.sentence.end && all.tag[token + 1].xpos == Xpos::Vb;
            let loose = tag.xpos == Xpos::Vbg && all.is_mark(token - 1) && !phrase::is_hyphen(all, token - 1);
            if finite || clause || infinitive || loose {
                return token;
            }
            token += 1;
        }
        self.sentence.end
    }

    /// Who stands behind one of these prepositions in a stretch of words.
    fn behind(&self, range: Range<usize>, prepositions: &Lexicon<()>, not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        for at in range {
            if prepositions.get(all.word[at]).is_none() || at + 1 >= self.sentence.end || all.tag[at + 1].xpos == Xpos::Vb {
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
    fn list_from(&self, from: usize, not: &[Party]) -> Vec<Party> {
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

    /// The goods among some that a head is of: it is one of their heads, their measure, or the noun that they stand before.
    fn of_head(&self, head: usize, open: &[usize]) -> Option<usize> {
        let holds = |goods: &Goods| {
            goods.heads.contains(&head) || (goods.outer..goods.words.end).contains(&head) || goods.before == Some(head)
        };
        open.iter().copied().find(|number| holds(&self.goods[*number]))
    }

    fn by_verb(&self, at: usize, deed: Deed, open: &[usize]) -> Vec<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let args = Arguments::of(all, self.scene.language, at);
        let form = Form::of(all, self.scene.language, at);
        let active = all.tag[at].xpos == Xpos::Vbn && all.rel[at] == Rel::Amod && phrase::is_active(self.scene, &self.sentence, at);
        let participle = all.tag[at].xpos == Xpos::Vbn && matches!(all.rel[at], Rel::Acl | Rel::Amod) && !active && !form.perfect;
        let passive = form.passive || participle || (all.tag[at].xpos == Xpos::Vbn && !active && !form.perfect && self.after_noun(at));
        let end = self.reach(at);
        if deed == Deed::Comes {
            return self.coming(at, &args, end, open);
        }
        // "Supplied the rebels *with* rifles", "is equipped with".
        let with = self.goods_with(at, end, open).filter(|_| matches!(deed, Deed::Gives | Deed::Equips | Deed::Carries));
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
        if own.kind.class == crate::language::goods::GoodsClass::Energy && own.kind.open && table.hands.get(all.lemma[at]).is_some() {
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
    fn with_later(&self, goods: usize, end: usize, open: &[usize]) -> Vec<usize> {
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

    #[allow(clippy::too_many_arguments)]
    fn roles(&self, at: usize, deed: Deed, args: &Arguments, passive: bool, end: usize, goods: usize, first: bool) -> Vec<Moved> {
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
                if suppliers.is_empty() && let Some(owner) = self.owner(goods, &recipients) {
                    suppliers.push(owner);
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
                if recipients.is_empty() && !passive && !suppliers.is_empty() && matches!(all.lemma_text(at), "lease" | "rent" | "loan" | "charter") {
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
                if suppliers.is_empty() && let Some(owner) = self.owner(goods, &recipients) {
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
                if recipients.is_empty() && deed == Deed::Carries && all.tag[at].xpos == Xpos::Vbg && all.rel[at] == Rel::Acl {
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
    fn coming(&self, at: usize, args: &Arguments, end: usize, open: &[usize]) -> Vec<Moved> {
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
        if suppliers.is_empty() && let Some(by) = before.clone().find(|token| self.scene.language.phrases().words.by.contains(&all.word[*token])) {
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
        if recipients.is_empty() && matches!(all.lemma_text(at), "arrive" | "land") {
            let place = |token: usize| matches!(self.word(token), "in" | "at");
            let found = (at + 1..end).find(|token| place(*token)).map(|token| self.list_from(token + 1, &suppliers));
            recipients = found.unwrap_or_default();
        }
        if suppliers.is_empty() && recipients.is_empty() || matches!(all.lemma_text(at), "come" | "go" | "head" | "cross") && (suppliers.is_empty() && recipients.is_empty()) {
            return Vec::new();
        }
        self.build(at, goods, suppliers, recipients)
    }

    /// Whether goods stand as the subject of a verb by their place: nothing before them governs them.
    fn subject_like(&self, goods: usize, at: usize) -> bool {
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

    /// Whose goods are: "*Corvania's* rifles".
    fn owner(&self, goods: usize, not: &[Party]) -> Option<Party> {
        let own = &self.goods[goods];
        let head = own.before.unwrap_or(own.heads[0]);
        let owner = party::possessor(self.scene, own.heads[0]).or_else(|| party::possessor(self.scene, head));
        // "A batch of rifles" of somebody's.
        let measure = (own.outer..own.words.start).find(|at| self.scene.all.tag[*at].xpos.is_noun());
        let owner = owner.or_else(|| party::possessor(self.scene, measure?));
        self.party(owner?, not).filter(|owner| !not.contains(owner))
    }

    /// Who a bargain is made with above a deed: "a deal *with Vessia* to sell".
    fn partner(&self, at: usize, not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        let table = self.scene.language.transfers;
        let from = at.saturating_sub(12).max(self.sentence.start);
        let bargain = (from..at).rev().find(|token| {
            table.nouns.get(all.lemma[*token]) == Some(Deed::Bargains) || matches!(self.word(*token), "talks" | "negotiations" | "agreed" | "negotiating" | "talking" | "discussing")
        });
        bargain.map(|bargain| self.behind(bargain + 1..at, &table.with, not)).unwrap_or_default()
    }

    /// Who does it: the subject, or whoever is above where the tree has lost it.
    fn agent(&self, at: usize, heads: &[usize], not: &[Party]) -> Vec<Party> {
        let all = self.scene.all;
        let found = self.parties(heads, not);
        if !found.is_empty() {
            return found;
        }
        // A subject that can give nothing, as "the plan": its owner may. A measure of goods is no giver.
        if let Some(owner) = heads.iter().find_map(|head| party::possessor(self.scene, *head).filter(|_| !self.is_goods(*head))) {
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
            let named = |up: usize| party::possessor(self.scene, up).or_else(|| party::demonym(self.scene, &self.sentence, up)).or_else(|| up.checked_sub(1).filter(|before| self.sentence.contains(before) && self.party(*before, &[]).is_some()));
            if all.tag[up].xpos.is_noun() && step(self.scene, up).is_some() && let Some(owner) = named(up) {
                let found = self.parties(&[owner], not);
                if !found.is_empty() {
                    return found;
                }
            }
            let subject: Vec<usize> = children(all, up).filter(|child| all.rel[*child].is_subject() && *child != at).collect();
            let found = self.parties(&subject, not);
            if !found.is_empty() {
                return found;
            }
        }
        // By its place: whoever stands right before the verb.
        let mut before = at;
        while before > self.sentence.start && (all.tag[before - 1].upos == Upos::Adv || all.tag[before - 1].upos == Upos::Aux) {
            before -= 1;
        }
        let before = before.checked_sub(1).filter(|before| self.sentence.contains(before));
        before.map(|before| self.parties(&[before], not)).unwrap_or_default()
    }

    /// Who does what is said in the passive.
    fn by(&self, args: &Arguments, at: usize, end: usize) -> Vec<Party> {
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
    fn after_noun(&self, at: usize) -> bool {
        at > self.sentence.start && phrase::is_nominal(self.scene.all, at - 1)
            && !children(self.scene.all, at).any(|child| self.scene.all.rel[child] == Rel::Aux)
    }

    /// The goods behind *with* in the clause of a verb.
    fn goods_with(&self, at: usize, end: usize, open: &[usize]) -> Option<usize> {
        let with = |goods: &usize| {
            let outer = self.goods[*goods].outer;
            outer > at && outer < end && outer > 0 && self.scene.language.transfers.with.get(self.scene.all.word[outer - 1]).is_some()
        };
        open.iter().copied().find(with)
    }

    /// The goods that a verb moves.
    fn goods_of(&self, at: usize, args: &Arguments, passive: bool, end: usize, open: &[usize]) -> Option<usize> {
        let all = self.scene.all;
        let tree = args.patient.iter().chain(&args.receiver).find_map(|head| self.of_head(*head, open));
        if tree.is_some() {
            return tree;
        }
        let before = || {
            let near = open.iter().rev().copied().find(|goods| self.goods[*goods].words.end <= at)?;
            let last = self.goods[near].words.end;
            let quiet = (last..at).filter(|token| self.is_verb(*token)).count() == 0;
            (quiet && at - last < 10).then_some(near)
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
            && !(self.word(own.outer - 1) == "over" || all.tag[own.outer - 1].xpos == Xpos::Rp || children(all, at).any(|child| child == own.outer - 1 && all.rel[child] == Rel::CompoundPrt));
        let quiet = (at + 1..own.outer).all(|token| !self.is_verb(token));
        (near && !loose && quiet).then_some(after)
    }

    fn build(&self, at: usize, goods: usize, suppliers: Vec<Party>, recipients: Vec<Party>) -> Vec<Moved> {
        if suppliers.is_empty() && recipients.is_empty() {
            return Vec::new();
        }
        let asked = self.scene.language.transfers.nouns.get(self.scene.all.lemma[at]) == Some(Deed::Asks);
        let nominal = self.is_noun(at);
        vec![Moved { at, goods, suppliers, recipients, nominal, asked: asked && nominal, own: None }]
    }

    /// The giver or getter that no rule found, where the sentence names one other and no more.
    fn complete(&self, moved: &mut Moved) {
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
            let place = token > self.sentence.start && matches!(self.word(token - 1), "in" | "at" | "near" | "against" | "on" | "through" | "via" | "over");
            // "Ostland officials": part of another noun.
            let part = token + 1 < self.sentence.end && all.tag[token + 1].xpos.is_noun();
            if says && !state || place || part {
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

    /// Whether a word stands as a noun of action: "its gas *exports*" is sometimes taken for a verb.
    fn is_noun(&self, at: usize) -> bool {
        let all = self.scene.all;
        if all.tag[at].xpos.is_noun() {
            return true;
        }
        let behind = self.goods.iter().find(|goods| goods.words.end == at);
        let led = |goods: &Goods| {
            let first = goods.outer;
            matches!(all.tag[first].xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Jj)
                || first > self.sentence.start && (all.tag[first - 1].xpos == Xpos::Pos || all.tag[first - 1].upos == Upos::Adp)
        };
        matches!(all.tag[at].xpos, Xpos::Vbz | Xpos::Vbp)
            && self.scene.language.transfers.nouns.get(all.lemma[at]).is_some()
            && behind.is_some_and(led)
    }

    /// Who stands between a verb and what it gives: "promised *Vessia* tanks".
    fn dative(&self, verb: usize, outer: usize, not: &[Party]) -> Vec<Party> {
        if outer <= verb + 1 || self.scene.language.transfers.of.get(self.scene.all.word[outer - 1]).is_some() {
            return Vec::new();
        }
        let head = phrase::end(self.scene, &(self.sentence.start..outer), verb + 1).filter(|head| *head < outer);
        head.map(|head| self.parties(&[head], not)).unwrap_or_default()
    }

    /// Goods that a noun of action moves.
    fn by_noun(&self, at: usize, deed: Deed, open: &[usize]) -> Vec<Moved> {
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
                || (matches!(deed, Deed::Asks | Deed::Gets | Deed::Bargains) && own.outer > at + 1 && own.outer <= at + 8 && self.word(own.outer - 1) == "for")
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
        let above = (up != NONE && (matches!(all.rel[top], Rel::Obj | Rel::Iobj) || !all.tag[at].xpos.is_noun() && all.rel[top] == Rel::Ccomp) && all.is_verb(up as usize)).then_some(up as usize);
        let mut giver: Vec<Party> = Vec::new();
        if let Some(owner) = party::possessor(self.scene, at).or_else(|| party::possessor(self.scene, own.heads[0])) {
            giver = self.parties(&[owner], &[]);
        }
        if giver.is_empty() && let Some(by) = right.clone().find(|token| words.by.contains(&all.word[*token])) {
            giver = self.list_from(by + 1, &[]);
        }
        if giver.is_empty() {
            let first = own.before.map_or(own.heads[0].min(at), |_| at);
            giver.extend(party::demonym(self.scene, &self.sentence, first).or_else(|| party::demonym(self.scene, &self.sentence, at)));
        }
        let taken = above.is_some_and(|verb| self.deed(verb) == Some(Deed::Gets) || matches!(all.lemma_text(verb), "take" | "await" | "see"));
        let does = above.and_then(|verb| step(self.scene, verb)).filter(|step| !matches!(step, Step::Blocks | Step::Asks | Step::Supposes));
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
            return self.named(at, goods, with, buyer);
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
        giver.retain(|party| !to.contains(party) || to.len() > 1);
        if to.is_empty() {
            to = self.partner(at, &giver);
        }
        if to.is_empty() && let Some(verb) = above {
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

    /// Whether who does what a verb says is who gives.
    fn ends_own(&self, verb: usize) -> bool {
        step(self.scene, verb).is_some_and(|step| !matches!(step, Step::Blocks | Step::Asks | Step::Supposes))
    }

    /// The measure that goods are told by, where the tree has one above them: "$30 *million* in aid".
    fn top(&self, head: usize) -> usize {
        let (all, index) = (self.scene.all, self.scene.language.goods.index());
        let mut top = head;
        for _ in 0..3 {
            let up = all.head[top] as usize;
            let measure = |up: usize| index.noun(all.lemma[up]).or_else(|| index.noun(all.word[up])).is_some() || all.tag[up].xpos == Xpos::Cd;
            if all.head[top] == NONE || up > top || all.rel[top] != Rel::Nmod || !measure(up) {
                break;
            }
            top = up;
        }
        top
    }

    /// Who has to do with a deed that hangs from a noun or a preposition: "a halt to deliveries" that *Corvania* announced.
    fn holder(&self, at: usize) -> Vec<Party> {
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

    fn named(&self, at: usize, goods: usize, suppliers: Vec<Party>, recipients: Vec<Party>) -> Vec<Moved> {
        self.build(at, goods, suppliers, recipients)
    }

    /// Goods with a giver or getter, and a word above them that says how far it has got: "promised Vessia *tanks*".
    fn bare(&self, goods: usize) -> Option<Moved> {
        let (all, table) = (self.scene.all, self.scene.language.transfers);
        let own = &self.goods[goods];
        if own.before.is_some() {
            return None;
        }
        let head = own.heads[0];
        let top = self.top(head);
        let up = (all.head[top] != NONE).then_some(all.head[top] as usize);
        let verb = up.filter(|up| all.is_verb(*up)).filter(|_| matches!(all.rel[top], Rel::Obj | Rel::Iobj | Rel::NsubjPass | Rel::Nsubj | Rel::Conj | Rel::Xcomp | Rel::Obl));
        let before = (own.outer.saturating_sub(6).max(self.sentence.start)..own.outer).rev().find(|at| self.is_verb(*at));
        let verb = verb.or(before);
        let said = verb.and_then(|verb| step(self.scene, verb));
        // "Asked Corvania *for* tanks".
        if let Some(verb) = verb.filter(|verb| *verb < own.outer && said == Some(Step::Asks) && self.word(own.outer - 1) == "for") {
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
            let actor = if passive { self.by(&args, verb, self.reach(verb)) } else if object { self.agent(verb, &args.agent, &recipients) } else { Vec::new() };
            if suppliers.is_empty() && let Some(owner) = self.owner(goods, &recipients) {
                suppliers.push(owner);
            }
            let asks = matches!(step, Step::Asks) || (step == Step::Considers && matches!(all.lemma_text(verb), "seek"));
            if asks || (!suppliers.is_empty() && recipients.is_empty() && !matches!(step, Step::Blocks)) {
                if suppliers.is_empty() || actor.is_empty() && recipients.is_empty() {
                    return None;
                }
                let recipients = if recipients.is_empty() { actor } else { recipients };
                return Some(Moved { at: verb, goods, suppliers, recipients, nominal: false, asked: false, own: Some(step) });
            }
            if suppliers.is_empty() && !matches!(step, Step::Blocks | Step::Asks | Step::Supposes) {
                suppliers = actor;
            }
            suppliers.retain(|party| !recipients.contains(party));
            if recipients.is_empty() {
                return None;
            }
            return Some(Moved { at: verb, goods, suppliers, recipients, nominal: false, asked: false, own: Some(step) });
        }
        if suppliers.is_empty() && let Some(owner) = self.owner(goods, &recipients) {
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
