//! What the rules for actors see of a document.

use super::hits::{Hit, Hits};
use super::table::{Entry, Kind};
use crate::attribute::analysis::{Analysis, NONE};
use crate::language::Language;
use crate::language::actors::{ActorWords, Class};
use crate::name::refer::Referred;
use crate::name::{Name, NameKind};
use crate::segment::Segments;
use crate::tag::{Upos, Xpos};

/// A document with what the stages before know of it.
pub(crate) struct Page<'d> {
    /// Its text.
    pub text: &'d str,
    /// Its tokens and sentences.
    pub segments: &'d Segments,
    /// What is known of the tokens.
    pub all: &'d Analysis,
    /// Its names.
    pub names: &'d [Name],
    /// Its mentions, and whom they mean.
    pub referred: &'d Referred,
    /// The language it is read as.
    pub language: &'d Language,
    /// Where names of the table stand in it.
    pub(super) hits: Hits,
    /// The first and the last day that it may be of, as `yyyymmdd`.
    pub(super) days: Option<(u32, u32)>,
}

impl<'d> Page<'d> {
    pub(super) fn words(&self) -> &'d ActorWords {
        self.language.actors
    }

    /// A token as it stands.
    pub(super) fn word(&self, token: usize) -> &'d str {
        self.segments.tokens.get(token).map_or("", |span| span.of(self.text))
    }

    /// The hash of a token without case; of no token 0.
    pub(super) fn hash(&self, token: usize) -> u64 {
        self.all.word.get(token).copied().unwrap_or(0)
    }

    pub(super) fn lemma(&self, token: usize) -> u64 {
        self.all.lemma.get(token).copied().unwrap_or(0)
    }

    pub(super) fn upos(&self, token: usize) -> Option<Upos> {
        self.all.tag.get(token).map(|tag| tag.upos)
    }

    /// Whether a token is the mark of a possessor.
    pub(super) fn owns(&self, token: usize) -> bool {
        self.all.tag.get(token).is_some_and(|tag| tag.xpos == Xpos::Pos)
    }

    /// The class that a noun tells.
    pub(super) fn class(&self, token: usize) -> Option<Class> {
        let classes = &self.words().classes;
        classes.get(self.hash(token)).or_else(|| classes.get(self.lemma(token)))
    }

    /// Whether a token is a noun or a part of a name.
    pub(super) fn is_noun(&self, token: usize) -> bool {
        matches!(self.upos(token), Some(Upos::Noun | Upos::Propn))
    }

    /// The first token of the sentence of a token.
    pub(super) fn start(&self, token: usize) -> usize {
        let sentences = &self.segments.sentences;
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        sentences.get(at).map_or(token, |sentence| sentence.tokens.start.min(token))
    }

    /// The token behind the last one of the sentence of a token.
    pub(super) fn end(&self, token: usize) -> usize {
        let sentences = &self.segments.sentences;
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        sentences.get(at).map_or(token + 1, |sentence| sentence.tokens.end)
    }

    /// The token of a range from which the others hang.
    pub(super) fn head(&self, first: usize, last: usize) -> usize {
        let outside = |at: &usize| {
            let up = self.all.head[*at];
            up == NONE || !(first..=last).contains(&(up as usize))
        };
        (first..=last).find(outside).unwrap_or(last)
    }

    /// The name that a token is in.
    pub(super) fn name(&self, token: usize) -> Option<&'d Name> {
        let at = self.names.partition_point(|name| name.last < token);
        self.names.get(at).filter(|name| name.first <= token)
    }

    /// Whether a token is in the name of a person.
    pub(super) fn in_person(&self, token: usize) -> bool {
        self.name(token).is_some_and(|name| name.kind == NameKind::Person)
    }

    /// Whether the words beside a hyphen say for or against whom somebody is, and not whose: "Corvanian-backed",
    /// "pro-Corvanian".
    pub(super) fn leans(&self, hit: Hit) -> bool {
        let hyphen = |at: usize| matches!(self.word(at), "-" | "–");
        let behind = hyphen(hit.last + 1) && self.words().stances.get(self.hash(hit.last + 2)).is_some();
        let before =
            hit.first >= 2 && hyphen(hit.first - 1) && self.words().leanings.get(self.hash(hit.first - 2)).is_some();
        behind || before
    }

    /// The organisation that a name of the table is.
    pub(super) fn organisation(&self, hit: Hit) -> Option<Entry<'static>> {
        let whole = self.name(hit.first).filter(|name| name.first <= hit.first && name.last == hit.last);
        let named = whole.is_some_and(|name| name.kind == NameKind::Organisation);
        let fits = |entry: &Entry<'_>| {
            matches!(entry.kind, Kind::Organ | Kind::Organisation | Kind::ArmedGroup) && (entry.sure || named)
        };
        self.hits.entries(hit).filter(fits).max_by_key(|entry| entry.sure)
    }
}
