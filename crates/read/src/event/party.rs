//! Who may take part in the events of a sentence: everybody in it who is an actor, or becomes one by taking part.

use std::ops::Range;

use record::reading::ActorKind;

use super::enter::{Entry, Who};
use super::role::above;
use crate::actor::Cast;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::name::gazetteer;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How many of a sentence are looked at.
const MOST: usize = 24;

/// How many steps out of a noun phrase are gone.
const STEPS: usize = 4;

/// Somebody in a sentence.
#[derive(Debug, Clone)]
pub struct Party {
    /// The word that means them.
    pub head: usize,
    pub(super) who: Who,
    /// The head of the noun phrase in which they are named: "the *ruling*" of "the Corvanian ruling".
    pub(super) top: usize,
    /// What they are in it.
    pub(super) part: Part,
    /// The lemma of the preposition before it; 0 for none.
    pub(super) case: u64,
    /// What sort of actor it is, and by what it is named, as one number.
    pub(super) sort: u64,
    /// Whether it stands behind a preposition of place as a place or a forum would: "met *in Vessia*", "*at the Council*".
    pub(super) where_: bool,
}

/// What somebody is in the noun phrase that they are named in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Its head: "the *minister*".
    Head,
    /// A word before it: "a *Corvanian* ruling".
    Before,
    /// Whose it is: "*Corvania's* ruling".
    Owner,
    /// Another name of it.
    Beside,
}

impl Party {
    /// Whether two words mean one actor.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.head == other.head || matches!(self.who, Who::Known(_)) && self.who == other.who
    }
}

/// Lists them, in the order of the sentence.
pub(super) fn parties(entry: &Entry<'_>, cast: &Cast, sentence: &Range<usize>) -> Vec<Party> {
    let all = entry.scene.all;
    let mut found = Vec::new();
    for head in sentence.clone() {
        if !matches!(all.tag[head].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::X) {
            continue;
        }
        let begins = || head == sentence.start && is_name(entry, head);
        let who = entry.who(cast, head).or_else(|| begins().then_some(Who::New(ActorKind::Organisation)));
        let Some(who) = who else { continue };
        let inner = matches!(all.rel[head], Rel::Compound | Rel::Flat | Rel::Amod | Rel::NmodDesc | Rel::Nummod);
        let same = |up: usize| inner && entry.who(cast, up) == Some(who);
        if matches!(who, Who::New(_)) && inner || above(all, head).is_some_and(same) {
            continue;
        }
        let (top, part) = top(all, head);
        let case = children(all, top).take_while(|child| *child < top).find(|child| all.rel[*child] == Rel::Case);
        let case = case.map_or(0, |case| all.lemma[case]);
        let at = entry.scene.language.phrases().event_words.at.contains(&case) && part == Part::Head;
        let where_ = at && all.tag[head].upos == Upos::Propn && (entry.is_place(head) || is_forum(cast, who));
        found.push(Party { head, who, top, part, case, sort: sort(entry, cast, who, head), where_ });
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// Whether somebody is a body that others meet in.
fn is_forum(cast: &Cast, who: Who) -> bool {
    let body = |number: usize| cast.actors.get(number).is_some_and(|one| one.kind == ActorKind::Organisation);
    match who {
        Who::Known(number) => body(number),
        Who::New(kind) => kind == ActorKind::Organisation,
        Who::Speaker => false,
    }
}

/// Whether the first word of a sentence is a name that the tagger takes for a noun, since its capital says nothing there: it
/// stands alone, as few nouns in the singular do, and is no word that is known.
fn is_name(entry: &Entry<'_>, head: usize) -> bool {
    let all = entry.scene.all;
    let alone = || !children(all, head).any(|child| child < head || matches!(all.rel[child], Rel::Nmod | Rel::Amod));
    let noun = all.tag[head].xpos == Xpos::Nn && entry.scene.word(head).starts_with(char::is_uppercase);
    noun && alone() && gazetteer::embedded().is_ok_and(|words| words.class(all.word[head]).fine() == 0)
}

/// The head of the noun phrase in which a word stands, and what the word is in it.
fn top(all: &Analysis, head: usize) -> (usize, Part) {
    let (mut at, mut part) = (head, Part::Head);
    for _ in 0..STEPS {
        let own = match all.rel[at] {
            Rel::Compound | Rel::Amod | Rel::NmodDesc | Rel::Nummod => Part::Before,
            Rel::NmodPoss => Part::Owner,
            Rel::Flat | Rel::Appos => Part::Beside,
            _ => break,
        };
        let Some(up) = above(all, at) else { break };
        part = own;
        at = up;
    }
    (at, part)
}

/// The sort of an actor and of the word that means it.
fn sort(entry: &Entry<'_>, cast: &Cast, who: Who, head: usize) -> u64 {
    let all = entry.scene.all;
    let (kind, country) = match who {
        Who::Known(number) => cast.actors.get(number).map_or((4, false), |one| (kind(one.kind), one.country.is_some())),
        Who::New(_) if entry.is_place(head) => (5, false),
        Who::New(own) => (kind(own), false),
        Who::Speaker => (4, false),
    };
    let word = match all.tag[head].upos {
        Upos::Propn => 0,
        Upos::Pron => 1,
        Upos::Adj => 2,
        _ => 3,
    };
    kind * 8 + word * 2 + u64::from(country)
}

const fn kind(kind: ActorKind) -> u64 {
    match kind {
        ActorKind::State => 0,
        ActorKind::Person => 1,
        ActorKind::Organisation => 2,
        ActorKind::Group => 3,
    }
}
