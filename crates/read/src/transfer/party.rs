//! Who gives or gets: the noun phrase that names an actor, and the actor that it means.

use std::ops::Range;

use record::reading::ActorKind;

use super::phrase;
use crate::actor::Cast;
use crate::attribute::pattern::children;
use crate::language::{NounSort, Pronoun};
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::Xpos;

/// How far back a pronoun looks for whom it means, in tokens.
const BACK: usize = 40;

/// Somebody who gives or gets, by the token that heads the name.
pub(super) type Party = usize;

/// Who a noun phrase means as a giver or getter: itself, its possessor, or the one that a pronoun stands for. `not` is who
/// cannot be meant.
pub(super) fn party(
    scene: &Scene<'_>,
    cast: &Cast,
    sentence: &Range<usize>,
    head: usize,
    not: &[Party],
) -> Option<Party> {
    let all = scene.all;
    if !sentence.contains(&head) {
        return None;
    }
    if let Some(pronoun) = scene.language.people.pronouns.get(all.word[head]) {
        return antecedent(scene, cast, sentence, head, pronoun, not);
    }
    match all.tag[head].xpos {
        Xpos::Nnp | Xpos::Nnps => {
            // A date is written like a name.
            if scene.language.people.dates.get(all.word[head]).is_some() {
                return None;
            }
            if let Some(owner) = possessor(scene, head) {
                return party(scene, cast, sentence, owner, not);
            }
            Some(name_end(scene, sentence, head))
        }
        // A name that begins the sentence is sometimes taken for a noun.
        Xpos::Nn if begins_as_name(scene, sentence, head) => Some(head),
        Xpos::Nn | Xpos::Nns => {
            // "Vessia's minister said *the country*": Vessia.
            let again = matches!(all.lemma_text(head), "country" | "nation" | "state" | "kingdom" | "republic")
                && head > sentence.start
                && matches!(scene.word(head - 1), "the" | "The");
            if again && let Some(found) = antecedent(scene, cast, sentence, head, Pronoun::It, not) {
                return Some(found);
            }
            let own = scene.language.transfers.own.get(all.lemma[head]).is_some();
            let person = is_party_noun(scene, head);
            let carrier = scene.language.transfers.carriers.get(all.lemma[head]).is_some();
            if let Some(owner) = possessor(scene, head).filter(|_| !own) {
                return party(scene, cast, sentence, owner, not);
            }
            if carrier && !person {
                return demonym(scene, sentence, head);
            }
            (person || !is_nobody(scene, head)).then_some(head)
        }
        // "The wounded", "the French".
        Xpos::Jj if is_capital(scene, head) => Some(head),
        _ => None,
    }
}

/// Whether a common noun names somebody who can give or get.
pub(super) fn is_party_noun(scene: &Scene<'_>, head: usize) -> bool {
    let all = scene.all;
    let people = scene.language.people;
    let sort = people.nouns.get(all.lemma[head]).or_else(|| people.nouns.get(all.word[head]));
    scene.language.transfers.parties.get(all.lemma[head]).is_some()
        || scene.language.transfers.parties.get(all.word[head]).is_some()
        || sort.is_some_and(|sort| sort != NounSort::Paper)
}

/// Whether a common noun stands for nobody who could give or get: goods, a place, a time, a deed.
fn is_nobody(scene: &Scene<'_>, head: usize) -> bool {
    let all = scene.all;
    let table = scene.language.transfers;
    let index = scene.language.goods.index();
    let lemma = all.lemma_text(head);
    table.nobody.get(all.lemma[head]).is_some()
        || table.nouns.get(all.lemma[head]).is_some()
        || table.steps.get(all.lemma[head]).is_some()
        || table.counts.get(all.lemma[head]).is_some()
        || index.may_name(all.lemma[head])
        || index.may_name(all.word[head])
        || scene.language.people.dates.get(all.word[head]).is_some()
        || table.nobody_endings.iter().any(|ending| lemma.ends_with(ending))
}

/// Whether a noun that begins a sentence, or stands in it with a capital, is a name that no table knows.
fn begins_as_name(scene: &Scene<'_>, sentence: &Range<usize>, head: usize) -> bool {
    let all = scene.all;
    let table = scene.language.transfers;
    let index = scene.language.goods.index();
    is_capital(scene, head)
        && !is_party_noun(scene, head)
        && table.nouns.get(all.lemma[head]).is_none()
        && table.steps.get(all.lemma[head]).is_none()
        && table.carriers.get(all.lemma[head]).is_none()
        && !index.may_name(all.lemma[head])
        && (head > sentence.start
            || head + 1 < sentence.end
                && (all.is_verb(head + 1)
                    || table.steps.get(all.lemma[head + 1]).is_some()
                    || table.verbs.get(all.lemma[head + 1]).is_some()
                    || all.tag[head + 1].xpos == Xpos::Pos
                    || scene.word(head + 1) == "and"
                    || scene.word(head + 1) == ","))
}

/// The adjective of a people or state in a noun phrase: "a *Corvanian* freighter".
pub(super) fn demonym(scene: &Scene<'_>, sentence: &Range<usize>, head: usize) -> Option<Party> {
    let (_, first) = phrase::start(scene, sentence, head);
    let named = |at: &usize| {
        is_capital(scene, *at)
            && matches!(scene.all.tag[*at].xpos, Xpos::Jj | Xpos::Nnp | Xpos::Nnps)
            && scene.language.people.dates.get(scene.all.word[*at]).is_none()
            && !phrase::is_hyphen(scene.all, *at)
            && !phrase::is_hyphen(scene.all, *at + 1)
    };
    (first..head).find(named)
}

pub(super) fn is_capital(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    word.starts_with(char::is_uppercase) && word.len() > 1
}

/// Whose a noun is: "*Meridor's* generals", "*its* army".
pub(super) fn possessor(scene: &Scene<'_>, head: usize) -> Option<usize> {
    let all = scene.all;
    let own = children(all, head).find(|child| all.rel[*child] == Rel::NmodPoss && *child < head);
    own.or_else(|| {
        // Where the tree has it otherwise: the nearest possessive ending within the phrase.
        let mut at = head;
        while let Some(before) = at.checked_sub(1) {
            match all.tag[before].xpos {
                Xpos::Pos => return before.checked_sub(1),
                Xpos::PrpPossessive => return Some(before),
                Xpos::Jj | Xpos::Nn | Xpos::Nnp | Xpos::Hyph | Xpos::Nns => at = before,
                _ => return None,
            }
        }
        None
    })
}

/// The last word of a name.
fn name_end(scene: &Scene<'_>, sentence: &Range<usize>, mut at: usize) -> usize {
    let all = scene.all;
    while sentence.contains(&(at + 1))
        && matches!(all.tag[at + 1].xpos, Xpos::Nnp | Xpos::Nnps)
        && all.head[at] as usize != at + 2
        && scene.language.people.dates.get(all.word[at + 1]).is_none()
    {
        at += 1;
    }
    at
}

/// The name or noun that a pronoun stands for within the sentence.
fn antecedent(
    scene: &Scene<'_>,
    cast: &Cast,
    sentence: &Range<usize>,
    at: usize,
    pronoun: Pronoun,
    not: &[Party],
) -> Option<Party> {
    let all = scene.all;
    if matches!(pronoun, Pronoun::I | Pronoun::We) {
        return None;
    }
    if let Some(known) = cast.meant(at) {
        // Somebody named in this sentence is told by that name.
        let named = |token: &usize| cast.meant(*token) == Some(known) && all.tag[*token].xpos.is_noun();
        if let Some(token) = sentence.clone().filter(|token| !not.contains(token)).find(named) {
            let owner = possessor(scene, token)
                .filter(|owner| all.tag[token].xpos != Xpos::Nnp && phrase::is_nominal(all, *owner));
            return owner.and_then(|owner| party(scene, cast, sentence, owner, not)).or(Some(token));
        }
    }
    if pronoun == Pronoun::Who {
        let up = (sentence.start..at).rev().take(3).find(|token| phrase::is_nominal(all, *token))?;
        return party(scene, cast, sentence, up, not);
    }
    let many = pronoun == Pronoun::They;
    let from = sentence.start.max(at.saturating_sub(BACK));
    let fits = |token: &usize| {
        let token = *token;
        if not.contains(&token) || !phrase::is_nominal(all, token) {
            return false;
        }
        // Only the last word of a phrase names somebody; "Corvanian officials" are not Corvania.
        let last = token + 1 >= sentence.end || !phrase::is_nominal(all, token + 1);
        let proper = matches!(all.tag[token].xpos, Xpos::Nnp | Xpos::Nnps);
        let plural = matches!(all.tag[token].xpos, Xpos::Nns | Xpos::Nnps);
        let dated = scene.language.people.dates.get(all.word[token]).is_some();
        last && !dated && (proper || (is_party_noun(scene, token) && many == plural))
    };
    let subject = |token: &usize| {
        let mut up = *token;
        for _ in 0..3 {
            if all.rel[up].is_subject() {
                return true;
            }
            if !matches!(all.rel[up], Rel::NmodPoss | Rel::Flat | Rel::Compound | Rel::Conj)
                || all.head[up] as usize >= all.head.len()
            {
                return false;
            }
            up = all.head[up] as usize;
        }
        false
    };
    let candidates = || (from..at).rev().filter(fits);
    let named = |token: &usize| matches!(all.tag[*token].xpos, Xpos::Nnp | Xpos::Nnps);
    let plural = |token: &usize| matches!(all.tag[*token].xpos, Xpos::Nns | Xpos::Nnps);
    // "Meridor's generals said *they*": Meridor.
    let whose = |token: usize| match possessor(scene, token) {
        Some(owner) if !named(&token) && phrase::is_nominal(all, owner) => {
            party(scene, cast, sentence, owner, not).unwrap_or(token)
        }
        _ => token,
    };
    let best = if many {
        candidates()
            .find(|token| plural(token) && subject(token))
            .or_else(|| candidates().find(plural))
            .or_else(|| candidates().find(subject))
    } else {
        candidates().find(|token| named(token) && subject(token)).or_else(|| candidates().find(named))
    };
    best.or_else(|| candidates().next()).map(whose).filter(|found| !not.contains(found))
}

/// The words that name a party: the phrase up to its head, without article, and a name behind *of*.
pub(super) fn words(scene: &Scene<'_>, sentence: &Range<usize>, head: usize) -> Range<usize> {
    let all = scene.all;
    let mut first = head;
    let proper = matches!(all.tag[head].xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Jj);
    while first > sentence.start {
        let part = match all.tag[first - 1].xpos {
            Xpos::Nnp | Xpos::Nnps => true,
            Xpos::Jj | Xpos::Nn | Xpos::Hyph | Xpos::Vbn => !proper,
            _ => false,
        };
        if !part {
            break;
        }
        first -= 1;
    }
    let mut end = head + 1;
    // "The government of Corvania", "companies in Corvania".
    if !proper && end + 1 < sentence.end && matches!(scene.word(end), "of" | "in" | "from") {
        let name = (end + 1..sentence.end).take_while(|at| matches!(all.tag[*at].xpos, Xpos::Nnp | Xpos::Nnps)).last();
        end = name.map_or(end, |name| name + 1);
    }
    first..end
}

/// The actor that a party is, entered where nobody knew of it before.
pub(super) fn actor(scene: &Scene<'_>, cast: &mut Cast, sentence: &Range<usize>, head: usize) -> Option<usize> {
    let range = words(scene, sentence, head);
    if let Some(known) = cast.meant(head).or_else(|| range.clone().rev().find_map(|at| cast.meant(at))) {
        return Some(known);
    }
    let span = scene.span(range)?;
    let name = scene.text.get(span.start..span.end)?;
    // The same name in another place is the same actor.
    if let Some(known) = cast.actors.iter().position(|actor| actor.name == name) {
        return Some(known);
    }
    Some(cast.enter(head, name, kind(scene, head), span))
}

fn kind(scene: &Scene<'_>, head: usize) -> ActorKind {
    let all = scene.all;
    let people = scene.language.people;
    match all.tag[head].xpos {
        Xpos::Nnp | Xpos::Nnps | Xpos::Jj if people.body_names.get(all.word[head]).is_some() => ActorKind::Organisation,
        Xpos::Nnp | Xpos::Nnps | Xpos::Jj => ActorKind::State,
        _ => match people.nouns.get(all.lemma[head]).or_else(|| people.nouns.get(all.word[head])) {
            Some(NounSort::Body | NounSort::Outlet) => ActorKind::Organisation,
            Some(NounSort::State) => ActorKind::State,
            Some(NounSort::Person | NounSort::Man | NounSort::Woman) if all.tag[head].xpos == Xpos::Nn => {
                ActorKind::Person
            }
            _ => ActorKind::Group,
        },
    }
}
