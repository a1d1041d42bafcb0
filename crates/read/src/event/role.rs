//! Who does it and to whom: the noun phrases that are actor and target of an event.

use super::kind::{Context, Root};
use super::trigger::{Trigger, asked_by};
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::{Language, NounSort};
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::predicate::{Arguments, Oblique};
use crate::tag::{Upos, Xpos};

/// How deep an actor is looked for inside a noun phrase.
const DEEP: usize = 3;

/// How many steps from the predicate a phrase behind a preposition may hang and still surely belong to it.
const NEAR: usize = 1;

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
    if roles.actors.is_empty() && trigger.noun.is_none() {
        roles.actors.extend(authorities(all, language, trigger, &own));
    }
    roles.targets.retain(|target| !roles.actors.contains(target) && *target != trigger.at);
    // "Corvania and Vessia agreed", "met": each does it with the other.
    let alone = roles.targets.iter().all(|target| worth(all, language, *target) < Worth::Somebody);
    if alone && roles.actors.len() > 1 && is_mutual(all, language, trigger) {
        roles.targets = roles.actors.split_off(1);
        roles.joined = true;
    }
    roles
}

/// Whether those who are joined may do to one another what a predicate says: by its own words, those that it governs, or
/// *each other* below it. "Corvania and Vessia *offered* jets" is no such thing.
pub(super) fn is_mutual(all: &Analysis, language: &Language, trigger: &Trigger) -> bool {
    let mutual = |at: usize| language.events.mutual.get(all.lemma[at]).is_some();
    let reciprocal = |at: usize| language.events.reciprocal.get(all.word[at]).is_some();
    let at = trigger.at;
    let own = mutual(at) || trigger.noun.is_some_and(mutual) || trigger.tokens.clone().any(mutual);
    let of = |child: usize| {
        let noun = all.rel[child] == Rel::Obj || all.rel[child].is_subject() && all.tag[child].xpos.is_noun();
        let object = noun && (mutual(child) || all.rel[child] == Rel::Obj && children(all, child).any(mutual));
        object || reciprocal(child) || children(all, child).any(reciprocal)
    };
    own || children(all, at).any(of)
}

/// An event does nothing itself: "the rebels' *attack* killed ten" is what the rebels did. That it drew protests is not.
pub fn who_stands_behind(
    all: &Analysis,
    language: &Language,
    triggers: &[Trigger],
    trigger: &Trigger,
    roles: &mut Roles,
) {
    let Some(first) = roles.actors.first().copied().filter(|first| all.tag[*first].upos == Upos::Noun) else { return };
    if let Some(event) = triggers.iter().find(|one| one.at == first) {
        let does = !all.tag[trigger.at].xpos.is_noun();
        roles.actors = if does { self::roles(all, language, event).actors } else { Vec::new() };
        let actors = &roles.actors;
        roles.targets.retain(|target| !actors.contains(target));
    }
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
    let done_to = own.receiver.iter().chain(&own.patient).chain(noun.iter().flat_map(|noun| &noun.patient)).copied();
    for head in done_to.chain(taken_for_clause(all, trigger.at)) {
        if Some(head) == trigger.noun {
            continue;
        }
        let to = somebody(head) && !is_own_force(all, language, trigger.hint, head);
        push(if to { &mut roles.targets } else { &mut things }, head);
    }
    // Force is used on things as on people: "shelled an *army camp* in Vessia".
    if trigger.hint == Root::Assault && noun.is_none() {
        roles.targets.extend(things.iter().filter(|thing| worth(all, language, **thing) == Worth::Thing));
    }
    let mut behind: Vec<&Oblique> = own.oblique.iter().chain(noun.iter().flat_map(|noun| &noun.oblique)).collect();
    // What hangs deep inside another phrase hardly belongs to the predicate.
    let far = |oblique: &&Oblique| {
        let mut at = oblique.heads.first().copied().unwrap_or(trigger.at);
        (0..=NEAR).all(|_| {
            at = above(all, at).unwrap_or(trigger.at);
            at != trigger.at && Some(at) != trigger.noun
        })
    };
    let preferred = |oblique: &&Oblique| {
        let rows = language.events.prefer.iter().filter(|(root, _)| *root == trigger.hint);
        let list = rows.flat_map(|(_, list)| list.iter());
        list.enumerate().find(|(_, word)| folded(word) == oblique.preposition).map_or(usize::MAX, |(place, _)| place)
    };
    let rank = |oblique: &&Oblique| {
        let place = words.toward.iter().position(|word| *word == oblique.preposition);
        place.unwrap_or(words.toward.len())
    };
    // Those who meet somewhere do not meet the place.
    let together = roles.actors.len() > 1 && is_mutual(all, language, trigger);
    behind
        .retain(|oblique| rank(oblique) < words.toward.len() && !(together && words.at.contains(&oblique.preposition)));
    behind.sort_by_key(|oblique| (far(oblique), preferred(oblique), rank(oblique)));
    let surely = |oblique: &&&Oblique| !far(oblique) && words.surely.contains(&oblique.preposition);
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
    let apart: Vec<usize> =
        behind.iter().flat_map(heads).filter(|head| worth(all, language, *head) == Worth::Thing).collect();
    for thing in things.iter().chain(&apart) {
        inside(all, language, *thing, DEEP, &mut roles.targets);
    }
    let is_thing = |thing: &usize| worth(all, language, *thing) == Worth::Thing && Some(*thing) != trigger.noun;
    let own_things =
        things.iter().copied().filter(|thing| is_thing(thing) && !is_own_force(all, language, trigger.hint, *thing));
    if spoken {
        own_things.for_each(|thing| push(&mut roles.targets, thing));
    }
    below(all, language, trigger, &mut roles.targets);
    for thing in things.into_iter().chain(apart).filter(is_thing) {
        push(&mut roles.targets, thing);
    }
}

/// Who arrests, frees and expels where nobody is said to: the authorities of the place, as PLOVER's coders have it. "Was
/// arrested in *Vessia*", "were freed from a prison in *Vessia*".
fn authorities(all: &Analysis, language: &Language, trigger: &Trigger, own: &Arguments) -> Option<usize> {
    let by_law = matches!(trigger.hint, Root::Coerce | Root::Retreat | Root::Sanction);
    if !by_law || own.patient.is_empty() || all.tag[trigger.at].xpos.is_noun() {
        return None;
    }
    let words = &language.phrases().event_words;
    let behind = own.oblique.iter().filter(|one| words.whose.contains(&one.preposition));
    behind.flat_map(|one| &one.heads).copied().find(|head| worth(all, language, *head) == Worth::Named)
}

/// A name that the parse took for a clause: "met *Corvanian* President Dalia Verrin".
fn taken_for_clause(all: &Analysis, at: usize) -> Option<usize> {
    let name = |child: &usize| all.tag[*child].upos == Upos::Propn || country_adjective(all, *child);
    children(all, at).find(|child| *child > at && all.rel[*child] == Rel::Xcomp && name(child))
}

/// Whether forces are those of whoever moves them, and not the target: "withdrew its *troops*".
fn is_own_force(all: &Analysis, language: &Language, hint: Root, head: usize) -> bool {
    let moves = matches!(hint, Root::Mobilize | Root::Retreat | Root::Aid | Root::Agree | Root::Sanction);
    let force = |word: u64| language.events.contexts.get(word);
    let kind = force(all.lemma[head]).or_else(|| force(all.word[head]));
    moves && all.tag[head].upos == Upos::Noun && matches!(kind, Some(Context::Military | Context::Peacekeeping))
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
        } else if matches!(all.rel[child], Rel::Compound | Rel::Amod) {
            inside(all, language, child, 0, found);
        } else if deep > 0 && matches!(all.rel[child], Rel::Nmod | Rel::Conj | Rel::Acl | Rel::Obl | Rel::Obj) {
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
