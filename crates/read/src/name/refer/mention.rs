//! Mentions: every name, noun phrase and pronoun that can mean somebody or something, with what its words tell.

use super::Page;
use crate::language::{Determiner, Gender, NounSort, Pronoun};
use crate::name::{Name, NameKind};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How far a noun phrase may reach from its head, in tokens.
const REACH: usize = 12;

/// How a mention is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A name.
    Name,
    /// A noun with its words: *the spokesman*.
    Noun,
    /// Two or more joined: *Orlo and Vane*.
    Pair,
    /// A pronoun.
    Pronoun(Pronoun),
}

/// What a mention can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A person or people.
    Person,
    /// An organisation.
    Body,
    /// A state, or its government.
    State,
    /// A document.
    Paper,
    /// A place that is not a state.
    Place,
    /// Anything else.
    Thing,
    /// Not told by its words.
    Open,
}

/// A mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its head word, as an index of the document's tokens.
    pub head: usize,
    /// Its first token.
    pub first: usize,
    /// Its last token, without relative clauses and appositions.
    pub last: usize,
    /// The number of its sentence.
    pub sentence: usize,
    /// How it is worded.
    pub form: Form,
    /// What it can mean.
    pub sort: Sort,
    /// Whether it means several.
    pub plural: Option<bool>,
    /// Whether it means a man or a woman.
    pub gender: Option<Gender>,
    /// How it is begun.
    pub determiner: Determiner,
    /// Of how many it says it is.
    pub count: Option<u8>,
}

/// The mentions of a document in the order of their heads.
pub(super) fn mentions(page: &Page<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut names = page.names.iter().peekable();
    for (number, sentence) in page.segments.sentences.iter().enumerate() {
        let begin = out.len();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while names.next_if(|name| name.first < at).is_some() {}
            if let Some(name) = names.next_if(|name| name.first == at) {
                let last = name.last.min(sentence.tokens.end - 1).max(at);
                out.extend(named(page, name, last, number));
                at = last + 1;
                continue;
            }
            out.extend(pronoun(page, at, number).or_else(|| noun(page, at, number)));
            at += 1;
        }
        pairs(page, begin, number, &mut out);
    }
    out
}

/// A name, without the forms of address that it begins with.
fn named(page: &Page<'_>, name: &Name, last: usize, sentence: usize) -> Option<Mention> {
    let mut first = name.first;
    let word = |at: usize| page.all.word[at];
    while first < last && page.determiner(first).is_some() {
        first += 1;
    }
    let person = name.kind == NameKind::Person;
    while person && first < last && page.people.addresses.get(word(first)).is_some() {
        first += 1;
    }
    let inside = |at: usize| (first..=last).contains(&at);
    let head = (first..=last).find(|at| !inside(page.all.head[*at] as usize)).unwrap_or(last);
    // "Friday" has a capital and is nobody.
    if first == last && page.people.dates.get(word(first)).is_some() {
        return None;
    }
    let sort = match name.kind {
        // "Moscow" alone is hardly ever somebody's name.
        NameKind::Person if first == last && page.is_seat(first, last) => Sort::State,
        NameKind::Person => Sort::Person,
        NameKind::Organisation if page.is_seat(first, last) => Sort::State,
        NameKind::Organisation => Sort::Body,
        NameKind::Place if page.is_state(first, last) || page.is_seat(first, last) => Sort::State,
        NameKind::Place => Sort::Place,
        NameKind::Other => Sort::Thing,
    };
    let gender = if person { page.gender(first, last) } else { None };
    let (determiner, count) = (Determiner::Bare, None);
    Some(Mention {
        head,
        first,
        last,
        sentence,
        form: Form::Name,
        sort,
        plural: person.then_some(false),
        gender,
        determiner,
        count,
    })
}

/// A pronoun of a kind that is followed up.
fn pronoun(page: &Page<'_>, at: usize, sentence: usize) -> Option<Mention> {
    let tag = page.all.tag[at];
    if tag.upos != Upos::Pron || !matches!(tag.xpos, Xpos::Prp | Xpos::PrpPossessive | Xpos::Wp | Xpos::WpPossessive) {
        return None;
    }
    let word = page.people.pronouns.get(page.all.word[at])?;
    // "Who" is followed up where it relates, not where it asks.
    if word == Pronoun::Who && page.relates_to(at).is_none() {
        return None;
    }
    let (sort, plural, gender) = match word {
        Pronoun::He => (Sort::Person, Some(false), Some(Gender::Male)),
        Pronoun::She => (Sort::Person, Some(false), Some(Gender::Female)),
        Pronoun::It => (Sort::Open, Some(false), None),
        Pronoun::They | Pronoun::We => (Sort::Open, Some(true), None),
        Pronoun::I => (Sort::Person, Some(false), None),
        Pronoun::Who => (Sort::Open, None, None),
    };
    let form = Form::Pronoun(word);
    let determiner = Determiner::Definite;
    Some(Mention { head: at, first: at, last: at, sentence, form, sort, plural, gender, determiner, count: None })
}

/// A noun that heads a phrase.
fn noun(page: &Page<'_>, at: usize, sentence: usize) -> Option<Mention> {
    let all = page.all;
    let tag = all.tag[at];
    let told = page.noun_sort(at);
    // "Others", "some" and the like are left alone; a proper noun that is no name can still be "the Ministry".
    let fits = tag.upos == Upos::Noun || tag.upos == Upos::Propn && told.is_some();
    let inner = matches!(
        all.rel[at],
        Rel::Compound | Rel::Flat | Rel::Fixed | Rel::Goeswith | Rel::NmodDesc | Rel::Amod | Rel::OblUnmarked
    );
    // A title belongs to the name that follows it.
    let titles = || {
        matches!(told, Some(NounSort::Person | NounSort::Man | NounSort::Woman))
            && page.name_at(at + 1).is_some_and(|name| name.kind == NameKind::Person)
    };
    if !fits || (inner && told.is_none()) || joins_next(page, at) || titles() {
        return None;
    }
    let (sort, gender) = match told {
        Some(NounSort::Person | NounSort::People) => (Sort::Person, None),
        Some(NounSort::Man) => (Sort::Person, Some(Gender::Male)),
        Some(NounSort::Woman) => (Sort::Person, Some(Gender::Female)),
        Some(NounSort::Body | NounSort::Outlet) => (Sort::Body, None),
        Some(NounSort::State) => (Sort::State, None),
        Some(NounSort::Paper) => (Sort::Paper, None),
        None => (Sort::Thing, None),
    };
    let many = matches!(tag.xpos, Xpos::Nns | Xpos::Nnps) || told == Some(NounSort::People);
    let first = start(page, at);
    let determiner = begun(page, first, at);
    let last = end(page, at);
    let count = (first..at).find_map(|one| page.people.numbers.get(all.word[one]));
    Some(Mention {
        head: at,
        first,
        last,
        sentence,
        form: Form::Noun,
        sort,
        plural: Some(many),
        gender,
        determiner,
        count,
    })
}

/// Whether the noun at `at` is the first part of a compound whose next word is a noun: "oil prices".
fn joins_next(page: &Page<'_>, at: usize) -> bool {
    let inner = matches!(page.all.rel[at], Rel::Compound | Rel::Flat | Rel::NmodDesc | Rel::Amod);
    inner && page.all.head[at] as usize > at && page.all.head[at] != crate::attribute::analysis::NONE
}

/// The first token of the phrase of the noun at `head`.
fn start(page: &Page<'_>, head: usize) -> usize {
    let all = page.all;
    let least = (all.first[head] as usize).max(head.saturating_sub(REACH));
    let mut first = head;
    while first > least {
        let before = first - 1;
        let fits = match all.tag[before].upos {
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part => true,
            Upos::Pron => all.tag[before].xpos == Xpos::PrpPossessive || page.determiner(before).is_some(),
            Upos::Verb => all.rel[before] == Rel::Amod,
            Upos::Adv => all.head[before] as usize > before,
            Upos::Cconj => all.tag[before.saturating_sub(1)].upos == Upos::Propn && all.head[before] as usize <= head,
            Upos::Punct | Upos::Sym => matches!(page.word(before), "-" | "’" | "'"),
            _ => false,
        };
        if !fits {
            break;
        }
        first = before;
    }
    while first < head && matches!(all.tag[first].upos, Upos::Punct | Upos::Part | Upos::Cconj) {
        first += 1;
    }
    first
}

/// How a phrase from `first` to `head` is begun.
fn begun(page: &Page<'_>, first: usize, head: usize) -> Determiner {
    for at in first..head {
        if matches!(page.all.tag[at].xpos, Xpos::PrpPossessive | Xpos::Pos) {
            return Determiner::Possessive;
        }
        if let Some(found) = page.determiner(at) {
            // "The ministry's spokesman" belongs to the ministry, whatever begins it.
            let owned = (at..head).any(|one| page.all.tag[one].xpos == Xpos::Pos);
            return if owned { Determiner::Possessive } else { found };
        }
    }
    Determiner::Bare
}

/// The last token of the phrase of the noun at `head`: with "of Corvania", "for the ministry", "familiar with the
/// matter", without clauses.
fn end(page: &Page<'_>, head: usize) -> usize {
    let all = page.all;
    let most = (all.last[head] as usize).min(head + REACH);
    let mut last = head;
    let mut at = head + 1;
    while at <= most {
        let of = |at: usize| {
            let mut up = at;
            for _ in 0..REACH {
                let next = all.head[up] as usize;
                if next == head {
                    return Some(all.rel[up]);
                }
                if next >= all.head.len() {
                    return None;
                }
                up = next;
            }
            None
        };
        let fits = match all.tag[at].upos {
            Upos::Punct => matches!(page.word(at), "-" | "’" | "'"),
            Upos::Aux | Upos::Sconj => false,
            Upos::Cconj => all.head[at] as usize > at && of(at) == Some(Rel::Nmod),
            Upos::Verb if all.tag[at].xpos != Xpos::Vbn && all.tag[at].xpos != Xpos::Vbg => false,
            Upos::Pron if page.people.pronouns.get(all.word[at]) == Some(Pronoun::Who) => false,
            _ => matches!(of(at), Some(Rel::Nmod | Rel::Amod | Rel::Acl)),
        };
        if !fits {
            break;
        }
        last = at;
        at += 1;
    }
    while last > head && matches!(all.tag[last].upos, Upos::Punct | Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part) {
        last -= 1;
    }
    last
}

/// Adds what "and" joins: of two or more people or bodies one more mention, which means them together.
fn pairs(page: &Page<'_>, begin: usize, sentence: usize, out: &mut Vec<Mention>) {
    let all = page.all;
    let mut joined: Vec<Mention> = Vec::new();
    for index in begin..out.len() {
        let one = &out[index];
        let tokens = &page.segments.sentences[sentence].tokens;
        let head = all.head[one.head] as usize;
        let later = all.rel[one.head] == Rel::Conj && head < one.head && tokens.contains(&head);
        let and = later && (head..one.head).any(|at| all.lemma_text(at) == "and" && all.rel[at] == Rel::Cc);
        let Some(other) = out[begin..index].iter().find(|other| and && other.head == head) else { continue };
        if matches!(one.form, Form::Pronoun(_)) || !matches!(one.sort, Sort::Person | Sort::Body | Sort::State) {
            continue;
        }
        if let Some(pair) = joined.iter_mut().find(|pair| pair.head == head) {
            pair.last = one.last;
            pair.count = pair.count.map(|count| count.saturating_add(1));
        } else if other.sort == one.sort && other.form == one.form {
            let mut pair = other.clone();
            pair.last = one.last;
            pair.form = Form::Pair;
            pair.plural = Some(true);
            pair.count = (one.plural == Some(false) && other.plural == Some(false)).then_some(2);
            pair.gender = None;
            joined.push(pair);
        }
    }
    if !joined.is_empty() {
        out.extend(joined);
        out[begin..].sort_by_key(|mention| (mention.head, mention.last));
    }
}
