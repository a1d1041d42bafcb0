//! Which words of a sentence move which goods, from whom to whom.
//!
//! Verbs are asked first, then nouns of action, then goods that stand with a giver or getter and no word of moving. Every
//! goods are moved once.

mod bare;
mod noun;
mod verb;
mod who;

use std::ops::Range;

use super::goods::Goods;
use super::party::Party;
use super::phrase;
use crate::actor::Cast;
use crate::language::transfers::{Deed, Step};
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::Xpos;

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
    let verbs: Vec<(usize, Deed)> =
        look.sentence.clone().filter(|at| look.is_verb(*at)).filter_map(|at| Some((at, look.deed(at)?))).collect();
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
    fn word(&self, at: usize) -> &str {
        self.scene.word(at)
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
            let finite =
                matches!(tag.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md) && all.rel[token] != Rel::Amod;
            let clause = matches!(tag.xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
                || matches!(all.rel[token], Rel::Mark) && tag.xpos == Xpos::In
                || matches!(self.word(token), ";" | ":" | "but" | "\u{2014}" | "--");
            let infinitive =
                tag.xpos == Xpos::To && token + 1 < self.sentence.end && all.tag[token + 1].xpos == Xpos::Vb;
            let loose = tag.xpos == Xpos::Vbg && all.is_mark(token - 1) && !phrase::is_hyphen(all, token - 1);
            if finite || clause || infinitive || loose {
                return token;
            }
            token += 1;
        }
        self.sentence.end
    }

    /// The goods among some that a head is of: it is one of their heads, their measure, or the noun that they stand before.
    fn of_head(&self, head: usize, open: &[usize]) -> Option<usize> {
        let holds = |goods: &Goods| {
            goods.heads.contains(&head) || (goods.outer..goods.words.end).contains(&head) || goods.before == Some(head)
        };
        open.iter().copied().find(|number| holds(&self.goods[*number]))
    }

    fn build(&self, at: usize, goods: usize, suppliers: Vec<Party>, recipients: Vec<Party>) -> Vec<Moved> {
        if suppliers.is_empty() && recipients.is_empty() {
            return Vec::new();
        }
        let asked = self.scene.language.transfers.nouns.get(self.scene.all.lemma[at]) == Some(Deed::Asks);
        let nominal = self.is_noun(at);
        vec![Moved { at, goods, suppliers, recipients, nominal, asked: asked && nominal, own: None }]
    }
}
