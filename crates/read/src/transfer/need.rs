//! Needs: goods that somebody is said to lack: "a *shortage* of ammunition", "is running *short* of shells".

use super::Stored;
use super::deed::Look;
use super::party;
use super::phrase;
use crate::attribute::pattern::children;
use crate::language::transfers::Store;
use crate::parse::Rel;
use crate::predicate::Arguments;
use crate::tag::Xpos;

/// How far behind a word of lacking its goods may begin, in tokens.
const NEAR: usize = 5;

/// The needs of a sentence.
pub(super) fn needs(look: &Look<'_, '_>) -> Vec<Stored> {
    let (all, table) = (look.scene.all, look.scene.language.transfers);
    let mut found: Vec<Stored> = Vec::new();
    for at in look.sentence.clone() {
        let Some(store) = table.stores.get(all.lemma[at]).or_else(|| table.stores.get(all.word[at])) else { continue };
        if is_denied(look, at) {
            continue;
        }
        let noun = all.tag[at].xpos.is_noun();
        let goods = match store {
            Store::Lacks if all.tag[at].xpos.is_verb() => behind(look, at, &[]).or_else(|| named_behind_be(look, at)),
            Store::Scarce => said_of(look, at),
            Store::Lacks if look.scene.word(at) == "needs" && behind(look, at, &["of", "for"]).is_some() => {
                behind(look, at, &["of", "for"])
            }
            Store::Lacks | Store::Lack if noun || store == Store::Lack => {
                behind(look, at, &["of", "for", "in"]).or_else(|| before(look, at)).or_else(|| behind(look, at, &[]))
            }
            Store::Short => behind(look, at, &["of", "on", "for"]),
            Store::Runs if all.tag[at].xpos.is_verb() => behind(look, at, &["of", "on"]).filter(|_| {
                (at + 1..at + 4).any(|next| matches!(look.scene.word(next), "out" | "short" | "low" | "through"))
            }),
            _ => None,
        };
        let Some(goods) = goods.filter(|goods| found.iter().all(|other| other.goods != Some(*goods))) else { continue };
        let own = &look.goods[goods];
        if own.kind.open
            && own.kind.class == crate::language::goods::GoodsClass::NonLethal
            && store == Store::Lacks
            && all.lemma_text(at) == "await"
        {
            continue;
        }
        found.push(Stored { at, goods: Some(goods), words: own.words.clone(), actor: holder(look, at, noun) });
    }
    // "Do not have enough shells", "has no insulin left", "have too few guns".
    for (goods, own) in look.goods.iter().enumerate() {
        let Some(verb) = (look.sentence.start..own.outer).rev().take(6).find(|at| all.is_verb(*at)) else { continue };
        let has = matches!(all.lemma_text(verb), "have" | "get" | "hold" | "possess");
        let count =
            |word: &str| (own.outer.saturating_sub(2).max(verb)..own.words.start).any(|at| look.scene.word(at) == word);
        let negated = crate::certainty::clause::negated(all, look.scene.language, verb);
        let lacks = negated && (count("enough") || count("sufficient"))
            || count("too") && (count("few") || count("little"))
            || (count("no") || count("few") || count("little")) && look.scene.word(own.words.end) == "left";
        if has && lacks && found.iter().all(|other| other.goods != Some(goods)) {
            found.push(Stored {
                at: verb,
                goods: Some(goods),
                words: own.words.clone(),
                actor: holder(look, verb, false),
            });
        }
    }
    found
}

/// Whether a lack is said not to be: "has *no* shortage of shells", "does *not* need tanks".
fn is_denied(look: &Look<'_, '_>, at: usize) -> bool {
    let all = look.scene.all;
    let negated = |verb: usize| all.is_verb(verb) && crate::certainty::clause::negated(all, look.scene.language, verb);
    let word = |child: usize| matches!(look.scene.word(child), "no" | "not" | "n't" | "n’t" | "never");
    // "Not enough" and "no longer enough" are lacks; the words of this table are lacks themselves.
    // Where "lack" is taken for a noun, the tree does not say what "not" belongs to.
    let near = (at.saturating_sub(2).max(look.sentence.start)..at).any(word);
    let own = near || children(all, at).any(|child| child < at && word(child));
    let up = all.head[at];
    own || negated(at) || up != crate::attribute::analysis::NONE && all.rel[at] == Rel::Obj && negated(up as usize)
}

/// "What Vessia *needs* is ammunition".
fn named_behind_be(look: &Look<'_, '_>, at: usize) -> Option<usize> {
    let all = look.scene.all;
    let what = (look.sentence.start..at).any(|token| matches!(all.tag[token].xpos, Xpos::Wp));
    let be = (at + 1..look.sentence.end)
        .take(4)
        .find(|token| matches!(look.scene.word(token.to_owned()), "is" | "are" | "was" | "were"))?;
    look.goods.iter().position(|own| what && own.outer > be && own.outer <= be + 2)
}

/// The goods that an adjective or verb is said of: "ammunition is *scarce*".
fn said_of(look: &Look<'_, '_>, at: usize) -> Option<usize> {
    let all = look.scene.all;
    let near = look.goods.iter().rposition(|own| own.words.end <= at && at - own.words.end < 7)?;
    (look.goods[near].words.end..at)
        .any(|token| {
            all.is_verb(token) && matches!(all.lemma_text(token), "be" | "have" | "grow" | "become" | "remain" | "run")
        })
        .then_some(near)
}

/// The goods that begin right behind a word, behind one of some prepositions where there are any.
fn behind(look: &Look<'_, '_>, at: usize, prepositions: &[&str]) -> Option<usize> {
    let all = look.scene.all;
    let near = |own: &super::Goods| own.outer > at && own.outer <= at + NEAR;
    let goods = look.goods.iter().position(|own| near(own) && own.before.is_none())?;
    let outer = look.goods[goods].outer;
    let led = prepositions.is_empty() && outer == at + 1
        || outer > at + 1 && prepositions.contains(&look.scene.word(outer - 1))
        || prepositions.is_empty()
            && (at + 1..outer).all(|token| matches!(all.tag[token].xpos, Xpos::Rb | Xpos::Dt | Xpos::Jjr | Xpos::Jj));
    led.then_some(goods)
}

/// The goods that stand before a noun: "an *ammunition* shortage".
fn before(look: &Look<'_, '_>, at: usize) -> Option<usize> {
    look.goods.iter().position(|own| own.before == Some(at) || own.words.end == at)
}

/// Who has too little.
fn holder(look: &Look<'_, '_>, at: usize, noun: bool) -> Option<usize> {
    let all = look.scene.all;
    let not: &[usize] = &[];
    let who = |head: usize| party::party(look.scene, look.cast, &look.sentence, head, not);
    if noun && let Some(found) = party::possessor(look.scene, at).and_then(who) {
        return Some(found);
    }
    let mut up = at;
    for _ in 0..4 {
        let subject = if all.is_verb(up) {
            Arguments::of(all, look.scene.language, up).agent
        } else {
            children(all, up).filter(|child| all.rel[*child].is_subject()).collect()
        };
        if let Some(found) = subject.into_iter().find_map(who) {
            return Some(found);
        }
        if all.rel[up] == Rel::Root || all.head[up] as usize >= all.head.len() {
            break;
        }
        up = all.head[up] as usize;
    }
    // "There is a shortage of shells in Vessia".
    let place =
        (at + 1..look.sentence.end).find(|token| matches!(look.scene.word(token.to_owned()), "in" | "among" | "at"))?;
    phrase::end(look.scene, &look.sentence, place + 1).and_then(who)
}
