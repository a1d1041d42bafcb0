//! Personal pronouns: the nearest that agrees, the subject before others, and nobody where two are nearly as good.
//!
//! Each candidate in a bounded window gets a sum of weights; the weights were chosen on the training part of GUM.

use super::mention::{Form, Mention, Sort};
use super::{Entity, Walk, speaker};
use crate::attribute::analysis::NONE;
use crate::language::{Determiner, Pronoun};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How many mentions before a pronoun are looked at.
const WINDOW: usize = 64;

/// How many sentences before a pronoun are looked at.
const SENTENCES: usize = 4;

/// By how much the best must be better than the next.
const MARGIN: i32 = 4;

/// What the best must reach.
const LEAST: i32 = -20;

/// The same for "it", which often stands for no noun at all.
const LEAST_IT: i32 = 0;

/// The same for "it".
const MARGIN_IT: i32 = 6;

/// Resolves a pronoun of the third person.
pub(super) fn resolve(walk: &mut Walk<'_>, index: usize) {
    let mention = &walk.mentions[index];
    let Form::Pronoun(pronoun) = mention.form else { return };
    if matches!(pronoun, Pronoun::I | Pronoun::We | Pronoun::Who) || empty(walk, mention) {
        return;
    }
    let mut found: Vec<(u32, i32)> = Vec::with_capacity(16);
    for other in (index.saturating_sub(WINDOW)..index).rev() {
        let one = &walk.mentions[other];
        if one.sentence + SENTENCES < mention.sentence {
            break;
        }
        let Some(entity) = walk.chains.of(other) else { continue };
        if !possible(walk, index, pronoun, other, entity) {
            continue;
        }
        let score = score(walk, index, pronoun, other, entity);
        match found.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, best)) => *best = (*best).max(score),
            None => found.push((entity, score)),
        }
    }
    let best = found.iter().copied().max_by_key(|(entity, score)| (*score, u32::MAX - entity));
    let Some((entity, score)) = best else { return };
    let next = found.iter().filter(|(other, _)| *other != entity).map(|(_, score)| *score).max();
    // Most of what "it" stands for is neither a body nor a state, and often no noun at all.
    let (least, margin) = if pronoun == Pronoun::It { (LEAST_IT, MARGIN_IT) } else { (LEAST, MARGIN) };
    if score >= least && next.is_none_or(|next| next + margin <= score) {
        walk.join(entity, index);
    }
}

/// "It is unclear whether", "it was reported that": a pronoun that means nothing.
fn empty(walk: &Walk<'_>, mention: &Mention) -> bool {
    let all = walk.page.all;
    if mention.form != Form::Pronoun(Pronoun::It) {
        return false;
    }
    if all.rel[mention.head] == Rel::Expl {
        return true;
    }
    let verb = all.head[mention.head] as usize;
    if verb >= all.head.len() {
        return false;
    }
    // What it would stand for comes later: a clause with "that", "to" or "whether".
    let subject = all.rel[mention.head].is_subject();
    let end = (verb + 24).min(all.last[verb] as usize);
    let clause = |at: usize| {
        all.head[at] as usize == verb && matches!(all.rel[at], Rel::Csubj | Rel::Ccomp | Rel::Advcl | Rel::CsubjPass)
    };
    let passive = all.rel[mention.head] == Rel::NsubjPass;
    let copula = (mention.head..verb).any(|at| all.rel[at] == Rel::Cop);
    subject && (passive || copula) && (verb..=end).any(clause)
}

/// Whether a pronoun can mean an entity by way of one of its mentions.
fn possible(walk: &Walk<'_>, index: usize, pronoun: Pronoun, other: usize, entity: u32) -> bool {
    let (mention, one, known) = (&walk.mentions[index], &walk.mentions[other], walk.chains.get(entity));
    let gender = mention.gender.is_none() || known.gender.is_none() || known.gender == mention.gender;
    let kind = match pronoun {
        Pronoun::He | Pronoun::She => {
            known.sort == Sort::Person && known.plural != Some(true) && matches!(one.plural, Some(false) | None)
        }
        Pronoun::It => known.sort != Sort::Person && one.plural != Some(true) && known.gender.is_none(),
        Pronoun::They if counted(walk, mention) => known.sort == Sort::Person && countable(walk, one),
        Pronoun::They => many(known, one),
        _ => false,
    };
    gender && kind && !bound(walk, mention, one) && !own_speaker(walk, mention, pronoun, entity)
}

/// Whether "they" can mean an entity: several people, or a body of them.
fn many(known: &Entity, one: &Mention) -> bool {
    known.plural == Some(true) || one.plural == Some(true) || known.sort == Sort::Body && known.plural.is_none()
}

/// "One of them", "some of them": those meant can be counted, and are people who were spoken of as such.
fn counted(walk: &Walk<'_>, mention: &Mention) -> bool {
    let all = walk.page.all;
    let Some(tag) = all.tag.get(all.head[mention.head] as usize) else { return false };
    all.rel[mention.head] == Rel::Nmod && matches!(tag.upos, Upos::Num | Upos::Det | Upos::Pron | Upos::Adj)
}

/// Whether a mention is of people who can be counted: "the officials", and not "the leadership".
fn countable(walk: &Walk<'_>, one: &Mention) -> bool {
    let tag = walk.page.all.tag[one.head].xpos;
    one.plural == Some(true) && (one.form != Form::Noun || matches!(tag, Xpos::Nns | Xpos::Nnps))
}

/// Whether a pronoun and a mention are parts of one clause that cannot be the same: "Orlo met him".
fn bound(walk: &Walk<'_>, mention: &Mention, one: &Mention) -> bool {
    let (page, all) = (&walk.page, walk.page.all);
    // A phrase does not mean what a part of it means.
    if (one.first..=one.last).contains(&mention.head) {
        return true;
    }
    if one.sentence != mention.sentence || page.people.reflexives.get(all.word[mention.head]).is_some() {
        return false;
    }
    let (a, b) = (all.head[one.head], all.head[mention.head]);
    if all.tag[mention.head].xpos == Xpos::PrpPossessive {
        return false;
    }
    let argument = |rel: Rel| rel.is_subject() || matches!(rel, Rel::Obj | Rel::Iobj | Rel::Obl | Rel::OblAgent);
    // "Orlo said he": the subject of another verb is free.
    a == b && a != NONE && argument(all.rel[one.head]) && argument(all.rel[mention.head])
        || all.rel[mention.head] == Rel::Conj && b as usize == one.head
}

/// Whether an entity is the source of the quotation that the pronoun stands in: it would say "I".
fn own_speaker(walk: &Walk<'_>, mention: &Mention, pronoun: Pronoun, entity: u32) -> bool {
    if walk.page.all.quote[mention.head] == 0 || pronoun == Pronoun::It {
        return false;
    }
    let source = walk.speech.at(mention.head).and_then(|said| speaker::source(walk, said));
    source.and_then(|source| walk.chains.of(source)) == Some(entity)
}

/// What a mention is in its clause; what "and" joins has the part of the first.
fn role(walk: &Walk<'_>, mention: &Mention) -> Rel {
    let all = walk.page.all;
    match all.rel[mention.head] {
        Rel::Conj => all.rel.get(all.head[mention.head] as usize).copied().unwrap_or(Rel::Conj),
        rel => rel,
    }
}

/// How well a mention fits as what a pronoun means.
fn score(walk: &Walk<'_>, index: usize, pronoun: Pronoun, other: usize, entity: u32) -> i32 {
    let all = walk.page.all;
    let (mention, one, known) = (&walk.mentions[index], &walk.mentions[other], walk.chains.get(entity));
    let far = mention.sentence - one.sentence;
    let mut sum = [0, -8, -22, -34, -44][far.min(SENTENCES)];
    let steps = i32::try_from(index - other).unwrap_or(0);
    sum -= steps.min(24) / 2;
    let rel = role(walk, one);
    sum += match rel {
        rel if rel.is_subject() => 12,
        Rel::Obj | Rel::Iobj | Rel::Root => 3,
        Rel::NmodPoss => 2,
        Rel::Compound | Rel::Amod | Rel::NmodDesc => -8,
        _ => 0,
    };
    let subject = all.rel[mention.head].is_subject();
    let cue = |token: usize| all.cue.get(all.head[token] as usize).copied().unwrap_or(false);
    if rel.is_subject() && cue(one.head) {
        sum += if subject && cue(mention.head) { 10 } else { 4 };
    }
    if subject && rel.is_subject() {
        sum += 3;
    }
    sum += match one.form {
        Form::Name => 5,
        Form::Pronoun(same) if same == pronoun => 8,
        Form::Pronoun(_) => 2,
        Form::Pair => 6,
        Form::Noun if one.determiner == Determiner::Bare => -2,
        Form::Noun => 0,
    };
    if known.gender.is_some() && mention.gender.is_some() {
        sum += 10;
    }
    sum += 2 * i32::try_from(known.times.min(5)).unwrap_or(5);
    let (here, there) = (all.quote[mention.head], all.quote[one.head]);
    sum += if here == there {
        0
    } else if there != 0 {
        -8
    } else {
        -2
    };
    // In what somebody is said to say, a pronoun means that one before others.
    if here == 0 {
        let source = walk.speech.at(mention.head).and_then(|said| speaker::source(walk, said));
        if source == Some(other) {
            sum += 8;
        }
    }
    sum + match (pronoun, known.sort) {
        (Pronoun::They, Sort::Person) => 6,
        (Pronoun::They, Sort::Thing) if subject && cue(mention.head) => -30,
        (Pronoun::It, Sort::Thing | Sort::Place) if subject && cue(mention.head) => -30,
        (Pronoun::It, Sort::Body | Sort::State) if one.form != Form::Name => -2,
        _ => 0,
    }
}
