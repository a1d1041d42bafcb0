//! Capacities: goods that somebody is said to be able, or not to be able, to make: "an issue of *production capacity*".

use super::Stored;
use super::deed::Look;
use super::party;
use super::phrase;
use crate::attribute::pattern::children;
use crate::certainty::clause::Form;
use crate::language::transfers::Store;
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::Xpos;

/// How far around a word of making another of being able is looked for, in tokens.
const NEAR: usize = 6;

/// The capacities of a sentence.
pub(super) fn capacities(look: &Look<'_, '_>) -> Vec<Stored> {
    let (all, table) = (look.scene.all, look.scene.language.transfers);
    let mut found: Vec<Stored> = Vec::new();
    let store = |at: usize| {
        // "*Turns out* 90 missiles a month".
        let out = matches!(all.lemma_text(at), "turn" | "churn" | "roll")
            && at + 1 < look.sentence.end
            && look.scene.word(at + 1) == "out";
        let known = table.stores.get(all.lemma[at]).or_else(|| table.stores.get(all.word[at]));
        if out { Some(Store::Makes) } else { known }
    };
    for at in look.sentence.clone() {
        match store(at) {
            Some(Store::Makes) if all.tag[at].xpos.is_verb() => {
                let args = Arguments::of(all, look.scene.language, at);
                let goods = args.patient.iter().find_map(|head| {
                    look.goods
                        .iter()
                        .position(|own| own.heads.contains(head) || (own.outer..own.words.end).contains(head))
                });
                let goods = goods.or_else(|| {
                    look.goods.iter().position(|own| {
                        own.outer > at
                            && own.outer <= at + 4
                            && (at + 1..own.outer).all(|token| !all.is_verb(token) && all.tag[token].xpos != Xpos::In)
                    })
                });
                let Some(goods) = goods else { continue };
                if !is_able(look, at) {
                    continue;
                }
                if look.goods[goods].kind.class == crate::language::goods::GoodsClass::Financial {
                    continue;
                }
                let own = &look.goods[goods];
                let actor = agent(look, at, &args.agent);
                push(&mut found, Stored { at, goods: Some(goods), words: own.words.clone(), actor });
            }
            Some(Store::Making | Store::Capacity) if all.tag[at].xpos.is_noun() => {
                // "The capacity to deliver" is of a deed, and not of goods that are made.
                let making = store(at) == Some(Store::Making);
                let near = at.saturating_sub(NEAR).max(look.sentence.start)..(at + NEAR).min(look.sentence.end);
                let with =
                    near.clone().any(|other| other != at && matches!(store(other), Some(Store::Making | Store::Makes)));
                let goods = look.goods.iter().position(|own| {
                    own.before == Some(at)
                        || own.words.end == at
                        || own.before.is_some_and(|noun| noun + 1 == at || noun == at)
                        || own.outer > at && own.outer <= at + 3 && look.scene.word(at + 1) == "of"
                        || own.outer > at && own.outer <= at + 5 && look.scene.word(own.outer - 1) == "for"
                });
                match goods {
                    Some(goods) if making || with => {
                        let own = &look.goods[goods];
                        push(
                            &mut found,
                            Stored { at, goods: Some(goods), words: own.words.clone(), actor: holder(look, at) },
                        );
                    }
                    // "Production capacity" of what is not told.
                    None if !making && at > look.sentence.start && store(at - 1) == Some(Store::Making) => {
                        let (_, first) = phrase::start(look.scene, &look.sentence, at);
                        push(&mut found, Stored { at, goods: None, words: first..at + 1, actor: holder(look, at) });
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a verb of making says what can be made, or goes on being made, and not what was made once.
fn is_able(look: &Look<'_, '_>, at: usize) -> bool {
    let all = look.scene.all;
    let near = at.saturating_sub(NEAR).max(look.sentence.start)..at;
    let able = |token: usize| {
        let table = &look.scene.language.transfers.stores;
        matches!(
            table.get(all.lemma[token]).or_else(|| table.get(all.word[token])),
            Some(Store::Able | Store::Capacity)
        )
    };
    let form = Form::of(all, look.scene.language, at);
    near.clone().any(able)
        || matches!(all.tag[at].xpos, Xpos::Vbz | Xpos::Vbp)
        || (form.progressive && !form.passive)
        || (form.future && !form.passive && !form.infinitive)
}

fn push(found: &mut Vec<Stored>, one: Stored) {
    if one.goods.is_none() || found.iter().all(|other| other.goods != one.goods) {
        found.push(one);
    }
}

fn agent(look: &Look<'_, '_>, at: usize, heads: &[usize]) -> Option<usize> {
    let who = |head: usize| party::party(look.scene, look.cast, &look.sentence, head, &[]);
    heads.iter().find_map(|head| who(*head)).or_else(|| holder(look, at))
}

/// Whose a production or capacity is.
fn holder(look: &Look<'_, '_>, at: usize) -> Option<usize> {
    let all = look.scene.all;
    let who = |head: usize| party::party(look.scene, look.cast, &look.sentence, head, &[]);
    if let Some(found) = party::possessor(look.scene, at).and_then(who) {
        return Some(found);
    }
    if let Some(found) = party::demonym(look.scene, &look.sentence, at) {
        return Some(found);
    }
    let mut up = at;
    for _ in 0..4 {
        if all.rel[up] == Rel::Root || all.head[up] as usize >= all.head.len() {
            break;
        }
        up = all.head[up] as usize;
        if let Some(found) =
            children(all, up).filter(|child| all.rel[*child].is_subject() && *child != at).find_map(who)
        {
            return Some(found);
        }
    }
    None
}
