//! Goods in a sentence: noun phrases that the table of goods knows, and sums of money.

use super::phrase;
use crate::attribute::analysis::Analysis;
use crate::language::goods::{GoodsClass, GoodsKind, Modifier, Noun};
use crate::language::transfers::Join;
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::Xpos;

use std::ops::Range;

/// Goods that are named together and are of one class: "artillery *shells* and *rifles*".
#[derive(Debug, Clone)]
pub(super) struct Goods {
    /// The last word of each noun phrase.
    pub heads: Vec<usize>,
    /// From the first word of the first phrase to the last of the last, without article, number or measure.
    pub words: Range<usize>,
    /// From where the first phrase begins with all that, and any measure.
    pub outer: usize,
    /// What they are.
    pub kind: GoodsKind,
    /// The codes of all of them.
    pub codes: Vec<&'static str>,
    /// The noun that they stand before: "*shell* deliveries".
    pub before: Option<usize>,
    /// Whether they are a sum of money.
    pub sum: bool,
}

/// One noun phrase of goods.
#[derive(Debug, Clone, Copy)]
struct Named {
    outer: usize,
    first: usize,
    head: usize,
    kind: GoodsKind,
    before: Option<usize>,
    sum: bool,
    /// Whether the table knows the head by itself, and not by what it stands with.
    sure: bool,
}

/// Whether a sentence may name goods at all.
pub(super) fn may_name(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    let index = scene.language.goods.index();
    let may = |at: usize| index.may_name(scene.all.lemma[at]) || index.may_name(scene.all.word[at]);
    sentence.clone().any(may)
}

/// The goods of a sentence, in their order.
pub(super) fn goods(scene: &Scene<'_>, sentence: &Range<usize>) -> Vec<Goods> {
    let mut named: Vec<Named> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some((sum, end)) = sum_at(scene, sentence, at) {
            named.extend(sum);
            at = end.max(at + 1);
            continue;
        }
        named.extend(named_at(scene, sentence, at));
        at += 1;
    }
    // What is part of the name of other goods is none: "*fighter* jets".
    let inside =
        |one: &Named| named.iter().any(|other| other.head > one.head && (other.first..other.head).contains(&one.head));
    // "Trucks with medicine" carry it.
    let carries = |one: &Named| {
        scene.language.transfers.carriers.get(scene.all.lemma[one.head]).is_some()
            && matches!(scene.word(one.head + 1), "with" | "carrying" | "of" | "loaded" | "full" | "bringing")
            && named.iter().any(|other| other.outer > one.head && other.outer <= one.head + 4)
    };
    // "A loan of 20 million" is a loan; "a payment of 20 million" is the sum.
    let sum_of = |one: &Named| {
        named.iter().find(|sum| {
            sum.sum && sum.outer >= one.head + 2 && sum.outer <= one.head + 4 && scene.word(one.head + 1) == "of"
        })
    };
    let paid = |one: &Named| {
        matches!(
            scene.all.lemma_text(one.head),
            "payment"
                | "deposit"
                | "donation"
                | "contribution"
                | "instalment"
                | "installment"
                | "transfer"
                | "fee"
                | "ransom"
                | "money"
        )
    };
    let counted = |one: &Named| {
        one.sum && named.iter().any(|other| sum_of(other).is_some_and(|sum| sum.head == one.head) && !paid(other))
    };
    // "Parts for fighter jets": the jets are not given.
    let part_of = |one: &Named| {
        one.outer >= 2
            && matches!(scene.word(one.outer - 1), "for" | "of")
            && named.iter().any(|other| {
                other.head + 2 == one.outer
                    && matches!(
                        scene.all.lemma_text(other.head),
                        "part" | "component" | "spare" | "barrel" | "engine" | "fuel" | "ammunition" | "magazine"
                    )
            })
    };
    let inside =
        |one: &Named| part_of(one) || inside(one) || counted(one) || (!one.sum && paid(one) && sum_of(one).is_some());
    let kept = named.iter().filter(|one| !inside(one) && !carries(one)).copied().collect();
    grouped(scene, kept)
}

/// The two forms that a token is looked up by.
fn forms(all: &Analysis, at: usize) -> [u64; 2] {
    [all.lemma[at], all.word[at]]
}

/// The goods whose noun phrase ends at a token.
fn named_at(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<Named> {
    let (all, index) = (scene.all, scene.language.goods.index());
    // "Sent it mortars": taken for a verb.
    let verb = all.tag[at].xpos == Xpos::Vbz
        && at > sentence.start
        && matches!(all.tag[at - 1].xpos, Xpos::Prp | Xpos::Cd | Xpos::Jj | Xpos::PrpPossessive);
    if !(index.may_name(all.lemma[at]) || index.may_name(all.word[at])) || !(phrase::is_nominal(all, at) || verb) {
        return None;
    }
    let before = noun_behind(scene, sentence, at);
    let (outer, first) = phrase::start(scene, sentence, at);
    let previous = |far: usize| {
        let mut left = far;
        (first..at).rev().filter(|token| !phrase::is_hyphen(all, *token)).find_map(|token| {
            left -= 1;
            (left == 0).then(|| forms(all, token))
        })
    };
    let base = index.name(forms(all, at), previous);
    let noun = index.noun(all.lemma[at]).or_else(|| index.noun(all.word[at]));
    // "A batch of rifles", "rounds of talks": the measure is not what is given.
    let of = |next: usize| sentence.contains(&next) && scene.language.transfers.of.get(all.word[next]).is_some();
    let parts = matches!(all.lemma_text(at), "part" | "component" | "spare")
        && scene.word(at + 1) == "for"
        && sentence.contains(&(at + 1));
    let inner = (of(at + 1) || parts).then(|| inner_goods(scene, sentence, at + 2)).flatten();
    if noun == Some(Noun::Measure) && of(at + 1) && base.is_none_or(|(_, words)| words == 1) {
        return None;
    }
    let generic = noun == Some(Noun::Generic);
    let mut kind = base.map(|(kind, _)| kind);
    let loose = generic || kind.is_some_and(|kind| kind.open);
    if loose {
        let words = base.map_or(1, |(_, words)| words);
        kind = modified(scene, first, at, words).or_else(|| inner.map(|inner| GoodsKind::of(inner.class))).or(kind);
    } else if let Some(known) = kind.filter(|kind| kind.class == GoodsClass::Lethal && kind.sipri == Some("Aircraft"))
        && modified(scene, first, at, 1).is_some_and(|kind| kind.class == GoodsClass::DualUse)
    {
        kind = Some(GoodsKind { class: GoodsClass::DualUse, ..known });
    }
    let kind = kind?;
    Some(Named { outer, first, head: at, kind, before, sum: false, sure: base.is_some() })
}

/// The noun that a noun is part of the phrase of: "shell *deliveries*".
fn noun_behind(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let all = scene.all;
    let mut next = at + 1;
    while sentence.contains(&next) && (phrase::is_hyphen(all, next) || phrase::is_nominal(all, next)) {
        next += 1;
    }
    let last = next - 1;
    let up = all.head[at] as usize;
    let tied = matches!(all.rel[at], Rel::Compound | Rel::Amod | Rel::NmodDesc | Rel::Flat) && up > at && up <= last;
    let common = (at + 1..=last).rev().find(|token| matches!(all.tag[*token].xpos, Xpos::Nn | Xpos::Nns));
    // A day behind goods is no part of them, and neither is "shells Corvania sent".
    let proper = (at + 1..=last).any(|token| matches!(all.tag[token].xpos, Xpos::Nnp | Xpos::Nnps));
    if tied { Some(up) } else { common.filter(|_| !proper) }
}

/// What the words before a noun make of it; the nearest that says something is heard.
fn modified(scene: &Scene<'_>, first: usize, head: usize, words: usize) -> Option<GoodsKind> {
    let (all, index) = (scene.all, scene.language.goods.index());
    let tokens: Vec<usize> = (first..head).filter(|token| !phrase::is_hyphen(all, *token)).collect();
    let upto = tokens.len().saturating_sub(words - 1);
    for place in (0..upto).rev() {
        let token = tokens[place];
        let previous = |far: usize| place.checked_sub(far).map(|before| forms(all, tokens[before]));
        if let Some((modifier, _)) = index.modifier(forms(all, token), previous) {
            return Some(match modifier {
                Modifier::Class(class) => GoodsKind::of(class),
                Modifier::Arms => GoodsKind::of(GoodsClass::Lethal),
                Modifier::Civil => GoodsKind::of(GoodsClass::DualUse),
            });
        }
        if let Some((kind, _)) = index.name(forms(all, token), previous)
            && !kind.open
        {
            return Some(kind);
        }
    }
    None
}

/// The goods of the noun phrase that begins at a token, where it stands right behind a measure or a part.
fn inner_goods(scene: &Scene<'_>, sentence: &Range<usize>, from: usize) -> Option<GoodsKind> {
    let head = phrase::end(scene, sentence, from)?;
    let index = scene.language.goods.index();
    let before = |far: usize| head.checked_sub(far).filter(|at| *at >= from).map(|at| forms(scene.all, at));
    index.name(forms(scene.all, head), before).map(|(kind, _)| kind)
}

/// The sum of money that begins at a token, if it is what is given, and where it ends.
fn sum_at(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<(Option<Named>, usize)> {
    let (all, index) = (scene.all, scene.language.goods.index());
    let currency = |at: usize| index.noun(all.word[at]).or_else(|| index.noun(all.lemma[at])) == Some(Noun::Currency);
    let number = |at: usize| all.tag[at].xpos == Xpos::Cd;
    let scale = |at: usize| number(at) || scene.language.transfers.counts.get(all.lemma[at]).is_some();
    if !(number(at) || currency(at)) || (at > sentence.start && number(at) && currency(at - 1)) {
        return None;
    }
    let (mut end, mut seen) = (at, currency(at));
    if seen {
        end += 1;
    }
    while sentence.contains(&end) && number(end) || (sentence.contains(&end) && end > at && scale(end) && !seen) {
        end += 1;
    }
    // "Three billion *Corvanian euros*", "30 million *of francs*".
    if !seen {
        let behind = (end..end + 2).find(|next| sentence.contains(next) && currency(*next))?;
        if (end..behind).any(|between| !matches!(all.tag[between].xpos, Xpos::Jj | Xpos::Nnp)) {
            return None;
        }
        end = behind + 1;
        seen = true;
    }
    if !seen || end == at || !(at..end).any(number) {
        return None;
    }
    // "A 30 million dollar *loan*", "worth of", "$30 million in *arms*", "for $30 million": no goods of their own.
    let next = sentence.contains(&end).then_some(end);
    let of = next.is_some_and(|next| scene.language.transfers.of.get(all.word[next]).is_some())
        && inner_goods(scene, sentence, end + 1).is_some();
    let hyphen = next.is_some_and(|next| phrase::is_hyphen(all, next));
    let noun = next.is_some_and(|next| phrase::is_nominal(all, next) && !matches!(all.tag[next].xpos, Xpos::Nnp));
    let worth = at > sentence.start
        && scene.language.transfers.counts.get(all.word[at - 1]).is_some()
        && scene.word(at - 1) == "worth";
    if of || hyphen || noun || worth {
        return Some((None, at + 1));
    }
    let kind = GoodsKind::of(GoodsClass::Financial);
    Some((Some(Named { outer: at, first: at, head: end - 1, kind, before: None, sum: true, sure: true }), end))
}

/// Joins what is named together: of one class in one, of several in one for each.
fn grouped(scene: &Scene<'_>, named: Vec<Named>) -> Vec<Goods> {
    let mut chains: Vec<Vec<Named>> = Vec::new();
    // Where the last example of a list ends.
    let mut example: Option<usize> = None;
    for one in named {
        if let Some(chain) = chains.last_mut()
            && let Some(last) = chain.last().copied()
        {
            let link = match example {
                Some(end) => between(scene, end + 1, one.outer).map(|_| Link::Example),
                None => between(scene, last.head + 1, one.outer),
            };
            example = matches!(link, Some(Link::Example)).then_some(one.head);
            match link {
                Some(Link::Same) => {
                    chain.push(one);
                    continue;
                }
                // A list of examples tells what the noun before it is of.
                Some(Link::Example) => {
                    if let Some(last) = chain.last_mut()
                        && (last.kind.open || !last.sure)
                        && !one.kind.open
                    {
                        last.kind = GoodsKind { class: one.kind.class, open: false, ..last.kind };
                    }
                    continue;
                }
                None => {}
            }
        }
        chains.push(vec![one]);
    }
    let mut all = Vec::new();
    for mut chain in chains {
        let sure = chain.iter().find(|one| !one.kind.open && !one.sum).map(|one| one.kind.class);
        for one in chain.iter_mut().filter(|one| one.kind.open) {
            // Power and the like stay what they are.
            if let Some(class) = sure.filter(|class| !matches!(class, GoodsClass::Energy | GoodsClass::Financial)) {
                one.kind.class = class;
            }
        }
        let mut runs: Vec<Goods> = Vec::new();
        for one in &chain {
            match runs.iter_mut().find(|run| run.kind.class == one.kind.class && run.before == one.before) {
                Some(run) => {
                    run.heads.push(one.head);
                    run.words.end = one.head + 1;
                    for code in one.kind.hs6.iter().filter(|code| !run.codes.contains(code)).collect::<Vec<_>>() {
                        run.codes.push(code);
                    }
                }
                None => runs.push(Goods {
                    heads: vec![one.head],
                    words: one.first..one.head + 1,
                    outer: one.outer,
                    kind: one.kind,
                    codes: one.kind.hs6.to_vec(),
                    before: one.before,
                    sum: one.sum,
                }),
            }
        }
        all.extend(runs);
    }
    all
}

/// How goods follow others.
enum Link {
    Same,
    Example,
}

/// What stands between two noun phrases of goods, if nothing but what joins them.
fn between(scene: &Scene<'_>, from: usize, to: usize) -> Option<Link> {
    let all = scene.all;
    let table = scene.language.transfers;
    if to < from || to - from > 4 || to == from {
        return None;
    }
    let mut link = None;
    let mut at = from;
    while at < to {
        let word = all.word[at];
        match table.joins.get(word) {
            Some(Join::And) => link = Some(Link::Same),
            Some(Join::AsWell) => {
                link = Some(Link::Same);
                at = to;
            }
            Some(Join::List) => link = Some(Link::Example),
            Some(Join::SuchAs) => {
                link = Some(Link::Example);
                at = to;
            }
            None if scene.word(at) == "," || phrase::is_hyphen(all, at) => link = link.or(Some(Link::Same)),
            // What is measured has its own words before it.
            None if phrase::is_count(scene, at) => {}
            None => return None,
        }
        at += 1;
    }
    link
}
