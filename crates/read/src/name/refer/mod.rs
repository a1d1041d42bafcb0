//! Who is meant: mentions of people, bodies and states, resolved to what they mean within one document.
//!
//! Sieves in order of their sureness, as in the deterministic systems of Raghunathan et al. (2010): names (`called`,
//! `acronym`) over the whole document, then, reading from the front, descriptions that stand beside a name
//! (`role`), noun phrases that take up something known (`noun`), relative and personal pronouns (`relative`,
//! `pronoun`), and last the *I* and *we* of quotations (`speaker`). Each looks back over a bounded window, so that
//! the time taken grows with the document and no faster. Where two answers are nearly as good, none is given.

mod acronym;
mod called;
mod chain;
mod mention;
mod noun;
mod pronoun;
mod relative;
mod role;
mod speaker;

#[cfg(test)]
mod cases;

use std::ops::Range;

pub use self::chain::{Chains, Entity};
pub use self::mention::{Form, Mention, Sort};
use super::Name;
use crate::attribute::analysis::{Analysis, NONE};
use crate::language::{Determiner, Gender, Language, NounSort, People};
use crate::parse::Rel;
use crate::segment::Segments;

/// Who says something, and which tokens are what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The head of the cue.
    pub cue: usize,
    /// The tokens of the source; empty where there is none.
    pub source: Range<usize>,
    /// The tokens of the content, in order.
    pub content: Vec<Range<usize>>,
}

/// The mentions of a document and whom they mean.
#[derive(Debug, Clone, Default)]
pub struct Referred {
    /// The mentions, in the order of their heads.
    pub mentions: Vec<Mention>,
    /// Which of them mean the same.
    pub chains: Chains,
    /// For each token the mention that it heads.
    heads: Vec<u32>,
    /// For each mention the one it was resolved to, where it does not stand for itself.
    before: Vec<u32>,
}

impl Referred {
    /// The mention headed by a token.
    pub fn headed(&self, token: usize) -> Option<usize> {
        let mention = *self.heads.get(token)?;
        (mention != NONE).then_some(mention as usize)
    }

    /// The pair that a mention is the first member of.
    pub fn pair(&self, mention: usize) -> Option<usize> {
        let head = self.mentions.get(mention)?.head;
        let next = mention + 1;
        self.mentions.get(next).filter(|other| other.form == Form::Pair && other.head == head).map(|_| next)
    }

    /// The mention that a pronoun or noun phrase was resolved to.
    pub fn antecedent(&self, mention: usize) -> Option<usize> {
        let before = *self.before.get(mention)?;
        (before != NONE).then_some(before as usize)
    }
}

/// Resolves the mentions of a document.
pub fn refer(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    names: &[Name],
    said: &[Said],
    language: &Language,
) -> Referred {
    let page = Page { text, segments, all, names, people: language.people };
    let mentions = mention::mentions(&page);
    let mut heads = vec![NONE; segments.tokens.len()];
    for (index, mention) in mentions.iter().enumerate() {
        // A pair is found through its first member.
        if mention.form != Form::Pair {
            heads[mention.head] = index as u32;
        }
    }
    let speech = speaker::Speech::of(segments.tokens.len(), said);
    let sources = speaker::sources(all, &heads, said);
    let chains = Chains::new(mentions.len());
    let before = vec![NONE; mentions.len()];
    let mut walk = Walk {
        page,
        mentions: &mentions,
        heads: &heads,
        speech: &speech,
        sources: &sources,
        chains,
        before,
        words: Vec::new(),
    };
    called::names(&mut walk);
    let mut holders = role::Holders::default();
    for index in 0..mentions.len() {
        walk.step(index, &mut holders);
    }
    speaker::speakers(&mut walk);
    let Walk { mut chains, before, .. } = walk;
    chains.settle();
    Referred { mentions, chains, heads, before }
}

/// What the rules see of a document.
pub(super) struct Page<'d> {
    text: &'d str,
    segments: &'d Segments,
    all: &'d Analysis,
    names: &'d [Name],
    people: &'d People,
}

impl<'d> Page<'d> {
    fn word(&self, token: usize) -> &'d str {
        self.segments.tokens.get(token).map_or("", |span| span.of(self.text))
    }

    /// The words from a token to another.
    fn words(&self, first: usize, last: usize) -> &'d str {
        let tokens = &self.segments.tokens;
        let ends = tokens.get(first).zip(tokens.get(last));
        ends.and_then(|(from, to)| self.text.get(from.start..to.end)).unwrap_or_default()
    }

    fn determiner(&self, token: usize) -> Option<Determiner> {
        self.people.determiners.get(self.all.word[token])
    }

    fn noun_sort(&self, token: usize) -> Option<NounSort> {
        let nouns = &self.people.nouns;
        nouns.get(self.all.word[token]).or_else(|| nouns.get(self.all.lemma[token]))
    }

    /// The name that begins at a token.
    fn name_at(&self, token: usize) -> Option<&'d Name> {
        let at = self.names.binary_search_by_key(&token, |name| name.first).ok()?;
        self.names.get(at)
    }

    fn is_state(&self, first: usize, last: usize) -> bool {
        self.people.states.get(crate::model::hash::folded(self.words(first, last))).is_some()
    }

    fn is_seat(&self, first: usize, last: usize) -> bool {
        self.people.seats.get(crate::model::hash::folded(self.words(first, last))).is_some()
    }

    /// Whether the person named from `first` to `last` is a man or a woman, by what stands before the name or by the
    /// given name.
    fn gender(&self, first: usize, last: usize) -> Option<Gender> {
        let before = first.checked_sub(1);
        let address = before.and_then(|at| self.people.addresses.get(self.all.word[at])).flatten();
        let noun = before.and_then(|at| match self.noun_sort(at) {
            Some(NounSort::Man) => Some(Gender::Male),
            Some(NounSort::Woman) => Some(Gender::Female),
            _ => None,
        });
        let given = || (first..last.max(first + 1)).find_map(|at| self.people.given.get(self.all.word[at]));
        address.or(noun).or_else(given)
    }

    /// The noun that a relative pronoun relates to.
    fn relates_to(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..3 {
            let head = self.all.head[at] as usize;
            let relative = self.all.rel[at] == Rel::AclRelcl;
            if head >= self.all.head.len() {
                return None;
            }
            if relative && head < token {
                return Some(head);
            }
            at = head;
        }
        None
    }

    /// The words that a mention adds to what is known of whom it means.
    fn lemmas(&self, mention: &Mention, out: &mut Vec<u64>) {
        out.clear();
        if !matches!(mention.form, Form::Pronoun(_) | Form::Pair) {
            let tokens = mention.first..=mention.last;
            out.extend(tokens.filter(|at| !self.is_filler(*at)).map(|at| self.all.lemma[at]));
        }
    }

    /// Whether a token says nothing of whom a phrase means.
    fn is_filler(&self, token: usize) -> bool {
        use crate::tag::Upos;
        matches!(
            self.all.tag[token].upos,
            Upos::Det | Upos::Adp | Upos::Punct | Upos::Part | Upos::Pron | Upos::Num | Upos::Cconj | Upos::Sym
        )
    }
}

/// A document while its mentions are being resolved.
pub(super) struct Walk<'w> {
    page: Page<'w>,
    mentions: &'w [Mention],
    heads: &'w [u32],
    speech: &'w speaker::Speech,
    /// For each speech the mention that is its source.
    sources: &'w [Option<usize>],
    chains: Chains,
    before: Vec<u32>,
    /// A buffer for the words of a mention.
    words: Vec<u64>,
}

impl Walk<'_> {
    /// Resolves the next mention.
    fn step(&mut self, index: usize, holders: &mut role::Holders) {
        match self.mentions[index].form {
            Form::Name => role::beside(self, index, holders),
            Form::Noun => {
                if !role::beside_name(self, index, holders) {
                    noun::take_up(self, index, holders);
                }
            }
            Form::Pair => {
                self.open(index);
            }
            Form::Pronoun(_) => {
                if !relative::who(self, index) {
                    pronoun::resolve(self, index);
                }
            }
        }
        if let Some(entity) = self.chains.of(index) {
            if let (NONE, Some(last)) = (self.before[index], self.chains.get(entity).last_seen()) {
                self.before[index] = last as u32;
            }
            self.chains.pass(entity, index);
        }
    }

    /// Makes a mention mean somebody new.
    fn open(&mut self, index: usize) -> u32 {
        let mention = &self.mentions[index];
        self.page.lemmas(mention, &mut self.words);
        self.chains.open(index, mention, &self.words)
    }

    /// Makes a mention mean a known entity.
    fn join(&mut self, entity: u32, index: usize) {
        let mention = &self.mentions[index];
        self.page.lemmas(mention, &mut self.words);
        if let Some(before) = self.chains.get(entity).last_seen() {
            self.before[index] = before as u32;
        }
        self.chains.join(entity, index, mention, &self.words);
    }

    /// The mention headed by a token.
    fn headed(&self, token: usize) -> Option<usize> {
        let mention = *self.heads.get(token)?;
        (mention != NONE).then_some(mention as usize)
    }

    /// Whether both can be one and the same, by number and gender.
    fn agrees(&self, mention: &Mention, entity: &Entity) -> bool {
        let number = mention.plural.is_none() || entity.plural.is_none() || mention.plural == entity.plural;
        let gender = mention.gender.is_none() || entity.gender.is_none() || mention.gender == entity.gender;
        let count = mention.count.is_none() || entity.count.is_none() || mention.count == entity.count;
        number && gender && count
    }
}
