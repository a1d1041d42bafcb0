//! Cues that the model passes over though the sentence has no other place for them: a verb of saying, believing or
//! showing that governs a clause ("the report *concludes* that it sank", also within what another says); a noun that must
//! be such a verb, because the sentence has none ("The engineer *doubts* that rebels blew up the dam"); and one put aside
//! at the end ("Two tankers left the port, the panel's report *states*.").

use std::ops::Range;

use super::analysis::{Analysis, NONE};
use super::label::{CONTENT, CUE, OTHER, SOURCE};
use super::pattern::children;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// The longest source of a cue put aside, with the comma before it, in tokens.
const LONGEST: usize = 8;

/// What makes a cue of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It governs a clause that begins with this token.
    Governs(usize),
    /// The sentence has no other verb, or ends in it.
    Must,
    /// It is the colon behind who speaks, whose name begins with the first token and ends before the second.
    Speaks(usize, usize),
}

/// The longest name before a colon, in tokens.
const NAME: usize = 6;

/// The colon of a sentence that begins with who speaks, and what he says behind it: "Orlo: "We sent nothing."", "MR. ORLO: We
/// sent nothing." Without a quotation only a title tells a speaker from a headline ("UPDATE: "), and a quotation without a
/// verb may be the name of a film.
pub(super) fn speaks(all: &Analysis, language: &Language, sentence: &Range<usize>) -> Option<(usize, Told)> {
    let words = &language.phrases().words;
    // What begins a line of a list is no part of a name.
    let first = sentence.clone().find(|at| !all.is_mark(*at))?;
    let mut near = first + 1..(first + 1 + NAME).min(sentence.end);
    let colon = near.find(|at| all.tag[*at].xpos == Xpos::Colon && all.lemma_text(*at) == ":")?;
    let begin = colon + 1;
    let part = |at: usize| {
        all.tag[at].xpos.is_noun() || matches!(all.tag[at].upos, Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det)
    };
    let named = all.tag[colon - 1].upos == Upos::Propn && (first..colon).all(part);
    let quoted = begin < sentence.end && all.quote[begin] != 0 && all.quote[colon] == 0 && all.is_mark(begin);
    let titled = words.titles.contains(&all.word[first]) && colon > first + 1;
    let verb = (begin..sentence.end).any(|at| all.is_verb(at));
    let other = (first..colon).any(|at| all.cue[at]);
    let speaks = verb && !other && named && (quoted || titled) && all.quote[first] == 0;
    speaks.then_some((colon, Told::Speaks(first, colon)))
}

/// Whether the token is the head of such a cue.
pub(super) fn told(all: &Analysis, language: &Language, sentence: &Range<usize>, at: usize) -> Option<Told> {
    let words = &language.phrases().words;
    if !words.tells.contains(&all.lemma[at]) && !words.tells.contains(&all.word[at]) {
        return None;
    }
    // Who is nobody says nothing: "nobody believes that" is a hedge.
    let nobody = |subject: Range<usize>| subject.into_iter().any(|at| words.none.contains(&all.word[at]));
    if subject(all, sentence, at).is_some_and(nobody) {
        return None;
    }
    if let Some(clause) = governs(all, language, sentence, at) {
        return Some(Told::Governs(clause));
    }
    (must_be_verb(all, language, sentence, at) || ends(all, sentence, at)).then_some(Told::Must)
}

/// Labels what a governing verb tells by the parse: it is often within another's content, and the model takes the other's
/// source for its own.
pub(super) fn label(all: &Analysis, sentence: &Range<usize>, head: usize, clause: usize, labels: &mut [u8]) {
    let Some(source) = subject(all, sentence, head) else { return };
    let end = children(all, head).filter(|child| *child >= clause).map(|child| all.last[child] as usize + 1).max();
    // Where the parse hangs the clause elsewhere it ends at the next comma.
    let comma = || (clause..sentence.end).find(|at| all.tag[*at].xpos == Xpos::Comma).unwrap_or(sentence.end);
    let end = end.filter(|end| *end > clause + 2).unwrap_or_else(comma);
    let end = (clause..end).rev().find(|at| !all.is_mark(*at) || all.quote[*at] != 0).map_or(clause, |at| at + 1);
    labels.fill(OTHER);
    let mut give = |label: u8, tokens: Range<usize>| {
        for at in tokens.filter(|at| sentence.contains(at)) {
            labels[at - sentence.start] = label;
        }
    };
    give(SOURCE, source.clone());
    let own = |at: &usize| matches!(all.tag[*at].upos, Upos::Aux | Upos::Adv | Upos::Part);
    let cue = (source.end..head).rev().take_while(own).last().unwrap_or(head);
    give(CUE, cue..head + 1);
    give(CONTENT, clause..end);
}

/// The subject of a verb, with what hangs from it before the verb. "Intelligence they believe *shows* that": where the verb
/// has none, because the parse takes it for a noun, the phrase before the clause that stands between.
fn subject(all: &Analysis, sentence: &Range<usize>, head: usize) -> Option<Range<usize>> {
    if let Some(subject) = children(all, head).filter(|child| all.rel[*child].is_subject() && *child < head).last() {
        return Some(all.first[subject] as usize..all.last[subject] as usize + 1);
    }
    let tag = |at: usize| all.tag[at].xpos;
    let between = |at: &usize| tag(*at).is_verb() || matches!(tag(*at), Xpos::Prp | Xpos::Rb | Xpos::Wdt | Xpos::In);
    let part =
        |at: &usize| tag(*at).is_noun() || matches!(tag(*at), Xpos::Dt | Xpos::Jj | Xpos::PrpPossessive | Xpos::Cd);
    let before = |at: usize| (sentence.start..at).rev();
    let first = before(head).take_while(between).last().filter(|_| tag(head).is_noun())?;
    let start = before(first).take_while(part).last()?;
    Some(start..first)
}

/// Where the clause begins that a verb with a subject governs: by the parse a clause with a subject of its own, or what
/// follows the word *that*. "It *believes* shows that": what is believed is another such verb.
fn governs(all: &Analysis, language: &Language, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let words = &language.phrases().words;
    let finite = |at: usize| matches!(all.tag[at].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    // "Shows that" and "concludes that" are no nouns, whatever the tagger says.
    let verb = all.tag[at].xpos.is_verb() || words.shows.contains(&all.word[at]);
    if !verb || to_infinitive(all, language, at) || subject(all, sentence, at).is_none() {
        return None;
    }
    let own = |at: usize| children(all, at).any(|child| all.rel[child].is_subject());
    let clause = children(all, at).find(|child| all.rel[*child] == Rel::Ccomp && *child > at && own(*child));
    if let Some(clause) = clause {
        return Some((all.first[clause] as usize).max(at + 1));
    }
    let that =
        |at: &usize| sentence.contains(at) && words.that.contains(&all.word[*at]) && all.tag[*at].xpos == Xpos::In;
    let told = all.tag.get(at + 1).is_some_and(|tag| tag.xpos == Xpos::Prp);
    let next = |at: usize| sentence.contains(&at) && words.tells.contains(&all.lemma[at]);
    let behind = [at + 1, at + 2];
    // "Judged *with high confidence* that".
    let sure = (at + 2..at + 5).find(|at| sentence.contains(at) && words.confidence.contains(&all.lemma[*at]));
    if let Some(clause) = sure.map(|sure| sure + 1).filter(that) {
        return Some(clause);
    }
    let marked = behind[..1 + usize::from(told)].iter().copied().find(that);
    marked.or_else(|| (finite(at) && next(at + 1) && that(&(at + 2))).then_some(at + 1))
}

fn to_infinitive(all: &Analysis, language: &Language, at: usize) -> bool {
    let to = &language.phrases().words.to;
    children(all, at).any(|child| all.rel[child] == Rel::Mark && to.contains(&all.lemma[child]))
}

/// A noun with something before it and *that* or *whether* behind it, where the sentence hangs from it, or has no verb but
/// that of the clause behind it.
fn must_be_verb(all: &Analysis, language: &Language, sentence: &Range<usize>, at: usize) -> bool {
    let that = all.word.get(at + 1).is_some_and(|word| language.phrases().words.that.contains(word));
    let before = at > sentence.start && all.tag[at - 1].xpos.is_noun();
    if !(all.tag[at].xpos.is_noun() && that && before) {
        return false;
    }
    let verbs = |within: Range<usize>| within.filter(|at| all.tag[*at].upos == Upos::Verb).count();
    let (ahead, behind) = (verbs(sentence.start..at), verbs(at + 2..sentence.end));
    ahead == 0 && (behind == 1 || (behind > 0 && all.head[at] == NONE))
}

/// The last word of a sentence, with a source and a comma before it, and a clause before that.
fn ends(all: &Analysis, sentence: &Range<usize>, at: usize) -> bool {
    let last = sentence.clone().rev().find(|at| !all.is_mark(*at));
    if last != Some(at) || all.quote[at] != 0 {
        return false;
    }
    let from = at.saturating_sub(LONGEST).max(sentence.start);
    let Some(comma) = (from..at).rev().find(|at| all.is_mark(*at)) else { return false };
    let is_verb = |at: usize| all.is_verb(at);
    let source = comma + 1..at;
    let plain = |at: usize| !is_verb(at) && !matches!(all.tag[at].xpos, Xpos::Cc);
    let nominal =
        source.clone().next_back().is_some_and(|at| all.tag[at].xpos.is_noun() || all.tag[at].xpos == Xpos::Prp);
    let starts = all.tag.get(comma + 1).is_some_and(|tag| !matches!(tag.xpos, Xpos::In | Xpos::To | Xpos::Wdt));
    all.tag[comma].xpos == Xpos::Comma
        && nominal
        && starts
        && source.clone().all(plain)
        && (sentence.start..comma).any(is_verb)
}
