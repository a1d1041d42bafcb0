//! Who does it and to whom: the noun phrases that are actor and target of an event.

use super::kind::Root;
use super::trigger::{Trigger, asked_by};
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::{Language, NounSort};
use crate::parse::Rel;
use crate::predicate::{Arguments, Oblique};
use crate::tag::{Upos, Xpos};

/// How deep an actor is looked for inside a noun phrase.
const DEEP: usize = 3;

/// The heads of the noun phrases that are the actors and targets of an event, the likeliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles {
    /// Who does it.
    pub actors: Vec<usize>,
    /// To whom.
    pub targets: Vec<usize>,
    /// Whether they do it to each other: "Corvania and Vessia met".
    pub joined: bool,
}

/// What stands for an actor, or may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Nobody: a date, a pronoun for a thing.
    None,
    /// A thing.
    Thing,
    /// Somebody.
    Somebody,
    /// Somebody with a name.
    Named,
}

/// What a noun stands for.
pub fn worth(all: &Analysis, language: &Language, head: usize) -> Worth {
    let tag = all.tag[head];
    let dated = language.people.dates.get(all.word[head]).is_some();
    match tag.upos {
        _ if dated => Worth::None,
        Upos::Propn => Worth::Named,
        // "The *French*": a people.
        Upos::Adj if tag.xpos == Xpos::Jj => Worth::Somebody,
        Upos::Noun => match sort(all, language, head) {
            Some(NounSort::Paper | NounSort::Outlet) | None => Worth::Thing,
            Some(_) => Worth::Somebody,
        },
        Upos::Pron => match language.people.pronouns.get(all.word[head]) {
            Some(_) => Worth::Somebody,
            None => Worth::None,
        },
        Upos::Num => Worth::Thing,
        _ => Worth::None,
    }
}

/// The sort of a noun by its lemma or its form.
pub fn sort(all: &Analysis, language: &Language, head: usize) -> Option<NounSort> {
    let nouns = &language.people.nouns;
    nouns.get(all.lemma[head]).or_else(|| nouns.get(all.word[head]))
}

/// The roles of an event.
pub fn roles(all: &Analysis, language: &Language, trigger: &Trigger) -> Roles {
    let own = Arguments::of(all, language, trigger.at);
    let noun = trigger.noun.map(|noun| Arguments::of(all, language, noun));
    let mut roles = Roles::default();
    for argument in own.agent.iter().chain(noun.iter().flat_map(|noun| &noun.agent)) {
        push(&mut roles.actors, *argument);
    }
    if all.tag[trigger.at].xpos.is_noun() {
        sides(all, language, &own, &mut roles);
    }
    if let Some(noun) = &noun {
        sides(all, language, noun, &mut roles);
    }
    if let Some(said) = asked_by(all, language, trigger.at) {
        roles.targets = std::mem::replace(&mut roles.actors, Arguments::of(all, language, said).agent);
    }
    targets(all, language, trigger, &own, noun.as_ref(), &mut roles);
    roles.targets.retain(|target| !roles.actors.contains(target) && *target != trigger.at);
    // "Corvania and Vessia agreed", "met": each does it with the other.
    let alone = roles.targets.iter().all(|target| worth(all, language, *target) < Worth::Somebody);
    if alone && roles.actors.len() > 1 {
        roles.targets = roles.actors.split_off(1);
        roles.joined = true;
    }
    roles
}

fn push(list: &mut Vec<usize>, head: usize) {
    if !list.contains(&head) {
        list.push(head);
    }
}

/// Adjectives and nouns before a noun that names an action: "a *Corvanian* raid".
fn sides(all: &Analysis, language: &Language, noun: &Arguments, roles: &mut Roles) {
    for before in &noun.before {
        let name = all.tag[*before].upos == Upos::Propn || country_adjective(all, *before);
        if name && worth(all, language, *before) != Worth::None && roles.actors.is_empty() {
            roles.actors.push(*before);
        }
    }
}

/// Whether an adjective has a capital: the tagger gives such ones a lemma with one.
fn country_adjective(all: &Analysis, at: usize) -> bool {
    all.tag[at].upos == Upos::Adj && all.lemma_text(at).chars().next().is_some_and(char::is_uppercase)
}

/// Lists whom it is done to.
fn targets(
    all: &Analysis,
    language: &Language,
    trigger: &Trigger,
    own: &Arguments,
    noun: Option<&Arguments>,
    roles: &mut Roles,
) {
    let words = &language.phrases().event_words;
    let somebody = |head: usize| worth(all, language, head) >= Worth::Somebody;
    let mut things: Vec<usize> = Vec::new();
    for head in own.receiver.iter().chain(&own.patient).chain(noun.iter().flat_map(|noun| &noun.patient)).copied() {
        if Some(head) == trigger.noun {
            continue;
        }
        push(if somebody(head) { &mut roles.targets } else { &mut things }, head);
    }
    let mut behind: Vec<&Oblique> = own.oblique.iter().chain(noun.iter().flat_map(|noun| &noun.oblique)).collect();
    let rank = |oblique: &&Oblique| {
        let place = words.toward.iter().position(|word| *word == oblique.preposition);
        place.unwrap_or(words.toward.len())
    };
    behind.retain(|oblique| rank(oblique) < words.toward.len());
    behind.sort_by_key(rank);
    let surely = |oblique: &&&Oblique| words.surely.contains(&oblique.preposition);
    // What is said of a thing is said of whose it is; what is done with a thing is done to whom it goes: "condemned the
    // *Corvanian* ruling on Vessia", "lifted Corvanian sanctions on *Vessia*".
    let spoken = matches!(trigger.hint, Root::Accuse | Root::Reject | Root::Support) && trigger.noun.is_none();
    if spoken {
        owners(all, language, &things, roles);
    }
    let heads = |one: &&Oblique| one.heads.clone();
    for head in behind.iter().filter(surely).flat_map(heads).filter(|head| somebody(*head)) {
        push(&mut roles.targets, head);
    }
    owners(all, language, &things, roles);
    for head in behind.iter().filter(|one| !surely(one)).flat_map(heads).filter(|head| somebody(*head)) {
        push(&mut roles.targets, head);
    }
    let apart: Vec<usize> = behind.iter().flat_map(heads).filter(|head| worth(all, language, *head) == Worth::Thing).collect();
    for thing in things.iter().chain(&apart) {
        inside(all, language, *thing, DEEP, &mut roles.targets);
    }
    below(all, language, trigger, &mut roles.targets);
    for thing in things.into_iter().chain(apart).filter(|thing| worth(all, language, *thing) == Worth::Thing) {
        push(&mut roles.targets, thing);
    }
}

/// Whose things are: who did what a noun names ("an attack by *rebels*"), and who owns it or is written before it.
fn owners(all: &Analysis, language: &Language, things: &[usize], roles: &mut Roles) {
    for thing in things.iter().copied().filter(|thing| all.tag[*thing].xpos.is_noun()) {
        let arguments = Arguments::of(all, language, thing);
        let owned = children(all, thing).any(|child| all.rel[child] == Rel::NmodPoss);
        let by = arguments.oblique.iter().any(|one| language.phrases().words.by.contains(&one.preposition));
        if owned || by {
            for head in arguments.agent.iter().filter(|head| worth(all, language, **head) >= Worth::Somebody) {
                push(&mut roles.targets, *head);
            }
        }
        inside(all, language, thing, 0, &mut roles.targets);
    }
}

/// Actors inside a noun phrase: owners, countries, what stands behind *of*, *in*, *with*.
fn inside(all: &Analysis, language: &Language, head: usize, deep: usize, found: &mut Vec<usize>) {
    for child in children(all, head) {
        let fits = match all.rel[child] {
            Rel::NmodPoss | Rel::Nmod | Rel::Compound | Rel::Conj | Rel::Appos => {
                worth(all, language, child) >= Worth::Somebody && all.tag[child].upos != Upos::Adj
            }
            Rel::Amod => country_adjective(all, child) || all.tag[child].upos == Upos::Propn,
            _ => false,
        };
        if fits {
            push(found, child);
        } else if deep > 0 && matches!(all.rel[child], Rel::Nmod | Rel::Conj | Rel::Acl | Rel::Obl | Rel::Obj | Rel::Compound) {
            inside(all, language, child, deep - 1, found);
        }
    }
}

/// Whom the clause below speaks of: "threatened to shell *Vessia*", "said *Vessia* must leave".
fn below(all: &Analysis, language: &Language, trigger: &Trigger, found: &mut Vec<usize>) {
    let mut at = trigger.at;
    for _ in 0..DEEP {
        let clause = children(all, at)
            .find(|child| *child > at && matches!(all.rel[*child], Rel::Xcomp | Rel::Ccomp | Rel::Advcl | Rel::Acl));
        let Some(clause) = clause else { return };
        let arguments = Arguments::of(all, language, clause);
        let own = children(all, clause).any(|child| all.rel[child].is_subject());
        let subject = if own { &arguments.agent[..] } else { &[] };
        let places = arguments.oblique.iter().flat_map(|oblique| &oblique.heads);
        for head in subject.iter().chain(&arguments.receiver).chain(&arguments.patient).chain(places) {
            if worth(all, language, *head) >= Worth::Somebody {
                push(found, *head);
            } else {
                inside(all, language, *head, 1, found);
            }
        }
        at = clause;
    }
}

/// The tokens of a noun phrase without what follows its head but for parts of its name, and without its article.
pub fn phrase(all: &Analysis, language: &Language, head: usize) -> std::ops::Range<usize> {
    let mut first = head;
    let mut last = head;
    for child in children(all, head) {
        let part = matches!(
            all.rel[child],
            Rel::Compound | Rel::Amod | Rel::NmodPoss | Rel::Nummod | Rel::NmodDesc | Rel::Flat | Rel::Det
        );
        if part && child < head {
            first = first.min(all.first[child] as usize);
        } else if all.rel[child] == Rel::Flat {
            last = last.max(all.last[child] as usize);
        }
    }
    while first < head
        && (language.people.determiners.get(all.word[first]).is_some() && all.tag[first].upos == Upos::Det
            || all.is_mark(first))
    {
        first += 1;
    }
    first..last + 1
}

/// The clause or noun that a token hangs from, if it has one.
pub fn above(all: &Analysis, at: usize) -> Option<usize> {
    let up = *all.head.get(at)?;
    (up != NONE).then_some(up as usize)
}
