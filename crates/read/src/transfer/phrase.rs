//! Noun phrases by their words: where they begin and end, and what in them is no more than a number.
//!
//! The tree is asked where it helps, and not trusted where the order of words is surer.

use std::ops::Range;

use crate::attribute::analysis::Analysis;
use crate::language::goods::Noun;
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::{Upos, Xpos};

/// Whether a token is a noun, or stands as one.
pub(super) fn is_nominal(all: &Analysis, at: usize) -> bool {
    all.tag[at].xpos.is_noun()
}

/// Whether a token is the hyphen of a word that was taken apart.
pub(super) fn is_hyphen(all: &Analysis, at: usize) -> bool {
    all.tag[at].xpos == Xpos::Hyph
}

/// Whether a token says no more than how many or which: an article, a number, a measure's words.
pub(super) fn is_count(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    matches!(all.tag[at].xpos, Xpos::Dt | Xpos::Cd | Xpos::Pdt | Xpos::PrpPossessive)
        || (scene.language.transfers.counts.get(all.word[at]).is_some()
            || scene.language.transfers.counts.get(all.lemma[at]).is_some())
            && (!matches!(all.tag[at].upos, Upos::Adp | Upos::Part) || before_number(scene, at))
}

/// "*Up to* 40": prepositions that belong to a number.
fn before_number(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let next = at + 1;
    next < all.word.len()
        && (all.tag[next].xpos == Xpos::Cd
            || all.tag[next].upos == Upos::Sym
            || next + 1 < all.word.len()
                && matches!(scene.word(next), "to" | "least" | "most" | "than")
                && all.tag[next + 1].xpos == Xpos::Cd)
}

/// Where the noun phrase that ends at a token begins, with article, number and measure, and without.
pub(super) fn start(scene: &Scene<'_>, sentence: &Range<usize>, head: usize) -> (usize, usize) {
    let all = scene.all;
    let mut first = head;
    while first > sentence.start {
        let at = first - 1;
        let part = match all.tag[at].xpos {
            Xpos::Jj | Xpos::Jjs | Xpos::Jjr | Xpos::Hyph | Xpos::Cd | Xpos::Afx => true,
            // "Sent the hospital in Lask 4,000 syringes".
            Xpos::Nnp | Xpos::Nnps if all.tag[first].xpos == Xpos::Cd && scene.word(first).len() > 2 => false,
            // "Gave the rebels rifles": two noun phrases.
            Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps => !lacks(scene, at) && !is_given(scene, sentence, at, head),
            // "Corvania donated tents": the tree takes it all for one phrase.
            Xpos::Vbn | Xpos::Vbg if is_active(scene, sentence, at) => false,
            Xpos::Vbn | Xpos::Vbg => {
                let up = all.head[at] as usize;
                matches!(all.rel[at], Rel::Amod | Rel::Compound) && up > at && up <= head
                    || (first > at + 1 || first < head) && is_hyphen(all, first)
                    || (at > sentence.start && is_hyphen(all, at - 1))
            }
            Xpos::Rb | Xpos::In | Xpos::Vb => {
                // "Off-the-shelf", "long-range": parts of a word taken apart.
                (at > sentence.start && is_hyphen(all, at - 1)) || is_hyphen(all, first)
            }
            _ => false,
        };
        let sum = matches!(all.tag[at].upos, Upos::Sym) && all.tag[at].xpos != Xpos::Hyph;
        if !part && !sum {
            break;
        }
        first = at;
    }
    // Numbers and words of number go; what is left begins with something that tells of the goods.
    let mut inner = first;
    while inner < head
        && (is_count(scene, inner) || is_hyphen(all, inner) || all.is_mark(inner) || is_money(scene, inner))
    {
        inner += 1;
    }
    let mut outer = first;
    while outer > sentence.start && outer + 8 > first && is_count(scene, outer - 1) {
        outer -= 1;
    }
    // "Two *batches of* rifles", "*$30 million in* aid".
    let of = outer > sentence.start + 1 && scene.language.transfers.of.get(all.word[outer - 1]).is_some();
    if of {
        let at = outer - 2;
        let measure = scene.language.goods.index().noun(all.lemma[at]) == Some(Noun::Measure);
        if is_nominal(all, at) && measure {
            outer = start(scene, sentence, at).0;
        } else if is_count(scene, at) && !is_sum(scene, at) {
            outer = at;
        } else if is_sum(scene, at) || (scene.word(at) == "worth" && at > sentence.start && is_sum(scene, at - 1)) {
            outer = at;
            while outer > sentence.start && (is_sum(scene, outer - 1) || is_count(scene, outer - 1)) {
                outer -= 1;
            }
        }
    }
    (outer, inner)
}

/// Whether a token is part of a sum: a number, a word of number, or money.
fn is_sum(scene: &Scene<'_>, at: usize) -> bool {
    scene.all.tag[at].xpos == Xpos::Cd
        || is_money(scene, at)
        || matches!(
            scene.all.lemma_text(at),
            "hundred" | "thousand" | "million" | "billion" | "dozen" | "ten" | "score"
        )
}

/// Whether a noun is one of lacking: "hospitals *lack* medicine" is sometimes taken for one phrase.
fn lacks(scene: &Scene<'_>, at: usize) -> bool {
    use crate::language::transfers::Store;
    matches!(scene.language.transfers.stores.get(scene.all.lemma[at]), Some(Store::Lacks | Store::Lack))
}

/// Whether a participle right before goods is the verb of a clause: it moves goods, and somebody or *have* stands before it.
pub(super) fn is_active(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let all = scene.all;
    let table = scene.language.transfers;
    if at == sentence.start || table.verbs.get(all.lemma[at]).is_none() && table.steps.get(all.lemma[at]).is_none() {
        return false;
    }
    is_nominal(all, at - 1)
        || all.tag[at - 1].xpos == Xpos::Prp
        || scene.language.phrases().words.have.contains(&all.word[at - 1])
        || scene.language.phrases().words.have.contains(&all.lemma[at - 1])
        || (all.tag[at].xpos == Xpos::Vbg
            && (all.is_verb(at - 1) || all.tag[at - 1].upos == Upos::Adp || all.is_mark(at - 1)))
}

fn is_money(scene: &Scene<'_>, at: usize) -> bool {
    let index = scene.language.goods.index();
    index.noun(scene.all.lemma[at]) == Some(Noun::Currency)
}

/// Whether a noun right before goods is who is given them, and no part of their name.
fn is_given(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, head: usize) -> bool {
    let all = scene.all;
    let index = scene.language.goods.index();
    // What the table knows as part of a name is one: "Patriot batteries".
    if matches!(all.tag[at].xpos, Xpos::Nn | Xpos::Nns) && !super::party::is_party_noun(scene, at) {
        return false;
    }
    let named =
        index.name([all.lemma[head], all.word[head]], |far| (far == head - at).then(|| [all.lemma[at], all.word[at]]));
    if named.is_some_and(|(_, words)| words > 1) || index.may_name(all.lemma[at]) || index.may_name(all.word[at]) {
        return false;
    }
    let mut from = at;
    while from > sentence.start
        && matches!(
            all.tag[from - 1].xpos,
            Xpos::Nnp | Xpos::Nnps | Xpos::Dt | Xpos::Jj | Xpos::Nn | Xpos::PrpPossessive | Xpos::Pos
        )
    {
        from -= 1;
    }
    let Some(verb) = from.checked_sub(1).filter(|verb| sentence.contains(verb)) else { return false };
    let gives = all.is_verb(verb)
        && scene.language.transfers.verbs.get(all.lemma[verb]).is_some_and(|deed| {
            use crate::language::transfers::Deed;
            matches!(deed, Deed::Gives | Deed::Carries)
        })
        || scene.language.transfers.steps.get(all.lemma[verb]).is_some() && all.is_verb(verb);
    let plural = all.tag[at].xpos == Xpos::Nns;
    // Who gets them is told elsewhere: "sent Leopard tanks to Vessia".
    let told = (head + 1..sentence.end).take(8).take_while(|next| !all.is_verb(*next)).any(|next| {
        let named = |head: usize| {
            matches!(all.tag[head].xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Prp) || super::party::is_party_noun(scene, head)
        };
        matches!(scene.word(next), "to" | "for") && end(scene, sentence, next + 1).is_some_and(named)
    });
    gives && (plural || !told)
}

/// The last word of the noun phrase that begins at a token.
pub(super) fn end(scene: &Scene<'_>, sentence: &Range<usize>, from: usize) -> Option<usize> {
    let all = scene.all;
    let mut at = from;
    let mut last = None;
    while sentence.contains(&at) {
        let tag = all.tag[at];
        // "Meridor's northern generals", "non-state groups": the phrase goes on behind these.
        let tied = at > from && (is_hyphen(all, at - 1) || all.tag[at - 1].xpos == Xpos::Pos);
        let open = last.is_none() || tied;
        match tag.xpos {
            Xpos::Prp if last.is_none() => return Some(at),
            // A day behind a name is no part of it.
            Xpos::Nnp if last.is_some() && scene.language.people.dates.get(all.word[at]).is_some() => break,
            Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps => last = Some(at),
            Xpos::Hyph => {}
            Xpos::Pos if last.is_some() => {}
            Xpos::Dt
            | Xpos::Pdt
            | Xpos::PrpPossessive
            | Xpos::Cd
            | Xpos::Jj
            | Xpos::Jjr
            | Xpos::Jjs
            | Xpos::Vbn
            | Xpos::Vbg
            | Xpos::Afx
            | Xpos::Rb
                if open => {}
            Xpos::Jj if open || goes_on(all, sentence, at) => {}
            _ if tag.upos == Upos::Sym && last.is_none() => {}
            _ => break,
        }
        at += 1;
    }
    last
}

/// "U.S. *military* aid": an adjective inside a phrase, which the tree ties to a noun behind it and the noun before it too.
fn goes_on(all: &Analysis, sentence: &Range<usize>, at: usize) -> bool {
    let up = all.head[at] as usize;
    up > at && sentence.contains(&up) && all.head[at - 1] as usize == up && all.rel[at - 1] == Rel::Compound
}
