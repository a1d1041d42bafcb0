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
        || scene.language.transfers.counts.get(all.word[at]).is_some()
        || scene.language.transfers.counts.get(all.lemma[at]).is_some()
        || scene.word(at) == "of"
}

/// Where the noun phrase that ends at a token begins, with article, number and measure, and without.
pub(super) fn start(scene: &Scene<'_>, sentence: &Range<usize>, head: usize) -> (usize, usize) {
    let all = scene.all;
    let mut first = head;
    while first > sentence.start {
        let at = first - 1;
        let part = match all.tag[at].xpos {
            Xpos::Jj | Xpos::Jjs | Xpos::Jjr | Xpos::Hyph | Xpos::Cd | Xpos::Nn | Xpos::Afx => true,
            // "Gave the rebels rifles": two noun phrases.
            Xpos::Nns | Xpos::Nnp | Xpos::Nnps => !is_given(scene, sentence, at, head),
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
    while inner < head && (is_count(scene, inner) || is_hyphen(all, inner) || all.is_mark(inner) || is_money(scene, inner)) {
        inner += 1;
    }
    let mut outer = first;
    while outer > sentence.start && outer + 8 > first && is_count(scene, outer - 1) {
        outer -= 1;
    }
    // "Two *batches of* rifles".
    if outer > sentence.start && outer < first && scene.word(outer) == "of" {
        let index = scene.language.goods.index();
        let at = outer - 1;
        if is_nominal(all, at) && index.noun(all.lemma[at]) == Some(Noun::Measure) {
            outer = start(scene, sentence, at).0;
        }
    }
    (outer, inner)
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
    let named = index.name([all.lemma[head], all.word[head]], |far| {
        (far == head - at).then(|| [all.lemma[at], all.word[at]])
    });
    if named.is_some_and(|(_, words)| words > 1) || index.may_name(all.lemma[at]) || index.may_name(all.word[at]) {
        return false;
    }
    let mut from = at;
    while from > sentence.start
        && matches!(all.tag[from - 1].xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Dt | Xpos::Jj | Xpos::Nn | Xpos::PrpPossessive | Xpos::Pos)
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
        matches!(scene.word(next), "to" | "for")
            && sentence.contains(&(next + 1))
            && (is_nominal(all, next + 1) || matches!(all.tag[next + 1].xpos, Xpos::Dt | Xpos::Prp))
    });
    gives && (plural || !told)
}

/// The last word of the noun phrase that begins at a token.
pub(super) fn end(scene: &Scene<'_>, sentence: &Range<usize>, from: usize) -> Option<usize> {
    let all = scene.all;
    let mut at = from;
    let mut last = None;
    while sentence.contains(&at) {
        match all.tag[at].xpos {
            Xpos::Dt | Xpos::Pdt | Xpos::PrpPossessive | Xpos::Cd | Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Vbn | Xpos::Vbg | Xpos::Hyph | Xpos::Afx
                if last.is_none() || all.tag[at].xpos == Xpos::Hyph || !matches!(all.tag[at].xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Vbn | Xpos::Vbg) => {}
            Xpos::Prp if last.is_none() => return Some(at),
            Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps => last = Some(at),
            // "Meridor's generals".
            Xpos::Pos if last.is_some() => {}
            _ if all.tag[at].upos == Upos::Sym && last.is_none() => {}
            Xpos::Rb if last.is_none() => {}
            _ => break,
        }
        at += 1;
    }
    last
}
