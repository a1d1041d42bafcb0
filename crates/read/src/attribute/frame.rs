//! Attributions that are surer as phrases than as a model's guess: "declined to comment", "did not respond directly",
//! "called on both sides to withdraw"; what only looks like one ("was denied bail"); and what a source does with a
//! content by the words of any cue.

use std::ops::Range;

use record::reading::Stance;
use record::span::Span;

use super::act;
use super::analysis::{Analysis, NONE};
use super::pattern::children;
use super::told::{self, Told};
use crate::language::{Language, Surety};
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::Xpos;

/// A phrase of the tables, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Framed {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that the others hang from.
    pub head: usize,
    /// What a source does by it.
    pub stance: Stance,
    /// Whether it makes a claim of itself.
    pub sure: bool,
    /// Why it does, where the model passed over it.
    pub told: Option<Told>,
}

/// Finds the phrases of the tables in the whole document. The head of every sure one is marked as the head of a cue, and
/// other tokens of it are not; what only looks like an attribution is unmarked. Phrases do not overlap.
pub(super) fn mark(segments: &Segments, language: &Language, all: &mut Analysis) -> Vec<Framed> {
    let phrases = language.phrases();
    let mut found = Vec::new();
    for sentence in &segments.sentences {
        let mut at = sentence.tokens.start;
        if let Some((colon, speaks)) = told::speaks(all, language, &sentence.tokens) {
            all.cue[colon] = true;
            found.push(Framed {
                tokens: colon..colon + 1,
                head: colon,
                stance: Stance::Says,
                sure: true,
                told: Some(speaks),
            });
            // What stands before it is a name, and what stands behind is what is said.
            at = colon + 1;
        }
        while at < sentence.tokens.end {
            if all.cue[at] && act::is_act(all, language, &sentence.tokens, at) {
                all.cue[at] = false;
            }
            let Some(hit) = phrases.frames.at(all, &sentence.tokens, at) else {
                if !all.cue[at]
                    && let Some(told) = told::told(all, language, &sentence.tokens, at)
                    && !in_words_said(all, at)
                {
                    all.cue[at] = true;
                    let told = Some(told);
                    found.push(Framed { tokens: at..at + 1, head: at, stance: Stance::Says, sure: true, told });
                }
                at += 1;
                continue;
            };
            let row = phrases.rows[hit.entry];
            let tokens = hit.tokens;
            at = tokens.end.max(at + 1);
            if row.surety == Surety::Miss {
                all.cue[tokens].fill(false);
                continue;
            }
            let head = head_of(all, &tokens);
            // "To urge them to", "please tell him": nobody has done it.
            let done = all.tag[tokens.start].xpos != Xpos::Vb || all.cue[head];
            // A phrase that only tells the stance of a cue is one where nothing else in the sentence can be.
            let passed = row.surety == Surety::WhereFound && !all.cue[head];
            let told = if passed { told::told(all, language, &sentence.tokens, head) } else { None };
            let sure = ((row.surety == Surety::Sure && done) || told.is_some()) && !in_words_said(all, head);
            if sure {
                for token in tokens.clone() {
                    all.cue[token] = token == head;
                }
            }
            found.push(Framed { tokens, head, stance: row.stance, sure, told });
        }
    }
    found
}

/// The token of the phrase that hangs from outside it. A verb that lost its auxiliary to the phrase is still the head.
pub(crate) fn head_of(all: &Analysis, tokens: &Range<usize>) -> usize {
    let outside = |at: &usize| !tokens.contains(&(all.head[*at] as usize)) && !all.is_mark(*at);
    tokens.clone().find(outside).unwrap_or(tokens.start)
}

/// Whether a phrase stands with its subject inside one quotation: then somebody quoted says it, and it is left to the
/// model.
fn in_words_said(all: &Analysis, head: usize) -> bool {
    let quote = all.quote[head];
    quote != 0 && !children(all, head).any(|child| all.rel[child].is_subject() && all.quote[child] != quote)
}

/// The phrase that a cue with this head and these words was told in: that of its head, or the first that it touches.
pub(super) fn of_cue<'f>(
    framed: &'f [Framed],
    segments: &Segments,
    sentence: usize,
    head: usize,
    cue: &[Span],
) -> Option<&'f Framed> {
    let within = &segments.sentences[sentence].tokens;
    let from = framed.partition_point(|one| one.tokens.start < within.start);
    let to = framed.partition_point(|one| one.tokens.start < within.end);
    let here = framed.get(from..to)?;
    let touches = |one: &&Framed| {
        let tokens = &segments.tokens[one.tokens.clone()];
        tokens.iter().any(|token| cue.iter().any(|part| part.overlaps(token)))
    };
    let own = here.iter().find(|one| one.tokens.contains(&head));
    own.or_else(|| here.iter().find(|one| !one.sure && touches(one)))
}

/// The subject of a phrase, where the model finds no source: that of its head, or of the verb its head is joined to.
pub(super) fn subject(all: &Analysis, sentence: &Range<usize>, phrase: &Framed) -> Option<Range<usize>> {
    let mut verb = phrase.head;
    for _ in 0..3 {
        let subject = children(all, verb)
            .find(|child| matches!(all.rel[*child], Rel::Nsubj | Rel::NsubjPass) && !phrase.tokens.contains(child));
        if let Some(subject) = subject {
            return Some(all.first[subject] as usize..all.last[subject] as usize + 1);
        }
        let joined = matches!(all.rel[verb], Rel::Conj | Rel::Xcomp | Rel::Cop | Rel::Aux | Rel::Advcl);
        let up = all.head[verb];
        if !joined || up == NONE || !sentence.contains(&(up as usize)) {
            return None;
        }
        verb = up as usize;
    }
    None
}

/// The clause that a cue tells, by the parse alone: the one that hangs from it, or the sentence that it stands beside
/// ("The convoy, *said* the mayor, had left").
pub(super) fn clause(all: &Analysis, sentence: &Range<usize>, head: usize) -> Option<Range<usize>> {
    let below = children(all, head).find(|child| matches!(all.rel[*child], Rel::Ccomp | Rel::Parataxis | Rel::Xcomp));
    let top = match below {
        Some(below) => below,
        None => {
            let up = all.head[head];
            let beside =
                matches!(all.rel[head], Rel::Parataxis | Rel::Advcl | Rel::Obl | Rel::Conj | Rel::Dep | Rel::Advmod);
            let up = (up != NONE).then_some(up as usize).filter(|up| beside && sentence.contains(up))?;
            return Some(all.first[up] as usize..all.last[up] as usize + 1);
        }
    };
    Some(all.first[top] as usize..all.last[top] as usize + 1)
}

/// What a phrase is about, where the model finds no content: the first clause, object or oblique behind it that hangs
/// from one of its words.
pub(super) fn matter(all: &Analysis, phrase: &Framed) -> Option<Range<usize>> {
    let is_matter = |child: &usize| {
        *child >= phrase.tokens.end
            && matches!(
                all.rel[*child],
                Rel::Ccomp | Rel::Xcomp | Rel::Obj | Rel::Obl | Rel::Nmod | Rel::Acl | Rel::Advcl | Rel::Csubj
            )
    };
    let child = phrase.tokens.clone().flat_map(|at| children(all, at)).filter(is_matter).min()?;
    Some(phrase.tokens.end.max(all.first[child] as usize)..all.last[child] as usize + 1)
}
