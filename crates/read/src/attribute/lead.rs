//! Who says it, where source and cue are put aside behind what is said: "The port is shut, *two people who saw it* said."
//!
//! The labels often take only the end of such a source, and leave its beginning to the content. But behind the last comma
//! of a clause that is complete nothing can stand before a verb of saying but who says it: a noun with what describes it, an
//! apposition or a relative between commas with it.

use std::ops::Range;

use super::analysis::Analysis;
use super::label::{CONTENT, CUE, OTHER, SOURCE};
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::Xpos;

/// How many stretches between commas a source may have: a noun, its apposition, a relative.
const STRETCHES: usize = 3;

/// Gives a cue that is put aside all of its source, before it or behind it.
pub(super) fn mend(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    if !says(all, language, head) || !is_told(all, sentence, head) || all.quote[head] != 0 {
        return;
    }
    let cue = cue(all, sentence, head, labels);
    if let Some(source) = before(all, language, sentence, cue.start) {
        whole(all, sentence, head, source, labels);
    } else if let Some(source) = behind(all, language, sentence, &cue) {
        turn(all, sentence, &cue, source, labels);
    }
}

/// The run of tokens labelled as cue around its head, without marks before it.
pub(super) fn cue(all: &Analysis, sentence: &Range<usize>, head: usize, labels: &[u8]) -> Range<usize> {
    let own = |at: &usize| *at == head || labels[*at - sentence.start] == CUE;
    let before = |at: &usize| own(at) && !all.is_mark(*at);
    let start = (sentence.start..=head).rev().take_while(before).last().unwrap_or(head);
    start..(head..sentence.end).take_while(own).last().unwrap_or(head) + 1
}

/// The noun with all that describes it that stands between a comma and the cue that begins at `cue`.
pub(super) fn before(all: &Analysis, language: &Language, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let last = cue.checked_sub(1).filter(|at| sentence.contains(at))?;
    let closed = is_comma(all, last);
    let end = if closed { last } else { cue };
    let mut stretch = stretch(all, sentence, end)?;
    if !closed {
        return is_nominal(all, language, &stretch).then_some(stretch);
    }
    // Between commas stands an apposition or a relative: what it describes stands before the first of them.
    for _ in 1..STRETCHES {
        let relative = relates(all, stretch.start);
        if !relative && !is_nominal(all, language, &stretch) {
            return None;
        }
        let earlier =
            self::stretch(all, sentence, stretch.start - 1).filter(|earlier| is_nominal(all, language, earlier));
        let Some(earlier) = earlier else {
            // "It sank, *Orlo, who saw it*, said": the relative alone is nobody.
            return (!relative).then_some(stretch.start..end);
        };
        stretch.start = earlier.start;
        if !relative {
            break;
        }
    }
    Some(stretch.start..end)
}

/// The tokens between the comma before `end` and `end`.
fn stretch(all: &Analysis, sentence: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let comma = (sentence.start..end).rev().find(|at| is_comma(all, *at) || all.quote[*at] != 0)?;
    (comma + 1 < end).then_some(comma + 1..end)
}

/// Whether tokens are a noun or a name with what describes it: no verb but participles, and those of a relative that it
/// contains.
fn is_nominal(all: &Analysis, language: &Language, tokens: &Range<usize>) -> bool {
    let tag = |at: usize| all.tag[at].xpos;
    let own = (tokens.start..tokens.end).find(|at| relates(all, *at)).unwrap_or(tokens.end);
    let begins = match tag(tokens.start) {
        Xpos::Prp => tokens.len() == 1,
        Xpos::Vbn | Xpos::Vbg => tag(tokens.start + 1).is_noun(),
        Xpos::Dt | Xpos::Pdt | Xpos::Cd | Xpos::PrpPossessive | Xpos::Jj | Xpos::Jjr | Xpos::Jjs => true,
        tag => tag.is_noun(),
    };
    let named = (tokens.start..own)
        .any(|at| tag(at).is_noun() || matches!(tag(at), Xpos::Prp | Xpos::Cd | Xpos::Dt | Xpos::Jj));
    // "A day *after* Orlo said so": a clause that hangs from what stands before it.
    let words = &language.phrases().words;
    let hangs = |at: usize| words.subordinates.contains(&all.word[at]) || matches!(tag(at), Xpos::Wrb | Xpos::Colon);
    let plain = |at: usize| !matches!(tag(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md) && !hangs(at);
    begins && named && (tokens.start..own).all(plain)
}

/// The noun that stands between the cue and a comma or the end, where the cue stands behind a comma itself: "By noon, said
/// *the mayor*, the water had gone."
fn behind(all: &Analysis, language: &Language, sentence: &Range<usize>, cue: &Range<usize>) -> Option<Range<usize>> {
    let comma = cue.start.checked_sub(1).filter(|at| sentence.contains(at) && is_comma(all, *at))?;
    let ends = |at: &usize| is_comma(all, *at) || all.tag[*at].xpos == Xpos::Stop || all.quote[*at] != 0;
    let end = (cue.end..sentence.end).find(ends)?;
    let source = cue.end..end;
    let verb = |mut tokens: Range<usize>| tokens.any(|at| is_finite(all, at));
    let goes_on = is_comma(all, end) && verb(end + 1..sentence.end) && !relates(all, end + 1);
    let plain = !source.is_empty() && is_nominal(all, language, &source);
    (plain && goes_on && !verb(sentence.start..comma)).then_some(source)
}

/// Labels `source` as all of the source, and as no part of what is said.
fn whole(all: &Analysis, sentence: &Range<usize>, head: usize, source: Range<usize>, labels: &mut [u8]) {
    let start = sentence.start;
    let said = |at: &usize| labels[*at - start] == CONTENT;
    let clause = |at: usize| is_finite(all, at) || all.quote[at] != 0;
    let told_behind = (head + 1..sentence.end).filter(said).any(clause);
    let other = (head + 1..sentence.end).any(|at| labels[at - start] == SOURCE);
    let clause_before = (start..source.start).any(|at| is_finite(all, at) && all.quote[at] == 0);
    let told_before = (start..source.end).any(|at| said(&at));
    // Where the labels reach further, and not into a clause, they know an apposition that the tags do not show.
    let further = source.start.checked_sub(2).filter(|at| *at >= start && labels[*at - start] == SOURCE);
    let further = further.is_some_and(|at| {
        let earlier = stretch(all, sentence, at + 1).unwrap_or(start..at + 1);
        !earlier.into_iter().any(|at| is_finite(all, at))
    });
    if told_behind
        || other
        || further
        || !clause_before
        || !told_before
        || source.clone().any(|at| labels[at - start] == CUE)
    {
        return;
    }
    for at in start..source.start {
        if labels[at - start] == SOURCE {
            labels[at - start] = CONTENT;
        }
    }
    labels[source.start - start..source.end - start].fill(SOURCE);
}

/// Labels what stands behind the cue as its source, and what stands on both sides of the two as what is said.
fn turn(all: &Analysis, sentence: &Range<usize>, cue: &Range<usize>, source: Range<usize>, labels: &mut [u8]) {
    let start = sentence.start;
    let quoted = sentence.clone().any(|at| all.quote[at] != 0);
    let other = |at: usize| matches!(labels[at - start], SOURCE | CONTENT);
    if quoted || !(start..cue.start).any(other) {
        return;
    }
    let last = (source.end..sentence.end).rev().find(|at| !all.is_mark(*at)).unwrap_or(source.end);
    labels[..cue.start - start].fill(CONTENT);
    labels[source.start - start..source.end - start].fill(SOURCE);
    labels[source.end - start..=last - start].fill(CONTENT);
    labels[last + 1 - start..].fill(OTHER);
}

/// Whether a verb is told of its subject. The tagger takes *told* for a participle behind a noun ("an official told"), which
/// "by" or nothing would follow.
fn is_told(all: &Analysis, sentence: &Range<usize>, head: usize) -> bool {
    let helped = || {
        (sentence.start..head).any(|at| all.head[at] as usize == head && matches!(all.rel[at], Rel::Aux | Rel::AuxPass))
    };
    let object =
        || all.tag.get(head + 1).is_some_and(|tag| tag.xpos.is_noun() || matches!(tag.xpos, Xpos::Dt | Xpos::Prp));
    is_finite(all, head) || (all.tag[head].xpos == Xpos::Vbn && head + 1 < sentence.end && object() && !helped())
}

/// Whether it is a verb of saying.
pub(super) fn says(all: &Analysis, language: &Language, head: usize) -> bool {
    let words = &language.phrases().words;
    words.tells.contains(&all.lemma[head]) || words.adds.contains(&all.lemma[head])
}

pub(super) fn is_finite(all: &Analysis, at: usize) -> bool {
    matches!(all.tag[at].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}

pub(super) fn is_comma(all: &Analysis, at: usize) -> bool {
    all.tag[at].xpos == Xpos::Comma
}

/// Whether a word relates a clause to what stands before it.
pub(super) fn relates(all: &Analysis, at: usize) -> bool {
    matches!(all.tag.get(at).map(|tag| tag.xpos), Some(Xpos::Wp | Xpos::Wdt | Xpos::WpPossessive))
}

#[cfg(test)]
mod tests {
    use crate::example::only;

    #[track_caller]
    fn check(text: &str, source: &str, content: &str) {
        let claim = only(text);
        assert_eq!((claim.source.text.as_str(), claim.content.text.as_str()), (source, content), "{text}");
    }

    #[test]
    fn a_noun_with_what_describes_it_is_one_source() {
        let content = "Norland will send two more batteries to the coast by spring";
        for source in [
            "two people familiar with the discussions",
            "an official briefed on the matter who asked not to be named",
            "aid workers in the area and two doctors",
            "a former aide to the minister",
            "a Norlander defence official familiar with the patrol",
        ] {
            check(&format!("{content}, {source} said."), source, content);
        }
    }

    #[test]
    fn an_apposition_or_a_relative_between_commas_belongs_to_it() {
        let content = "The dam has lost half its water";
        for source in [
            "its owner, Jorin Falk",
            "the chief engineer of the plant, Sera Voll",
            "Sera Voll, the engineer",
            "the fire service, which sent 12 crews",
        ] {
            check(&format!("{content}, {source}, said."), source, content);
        }
    }

    #[test]
    fn when_and_where_it_was_said_is_no_content() {
        check(
            "The army was late, its chief of staff, Rolf Adel, said in a talk published on Sunday.",
            "its chief of staff, Rolf Adel",
            "The army was late",
        );
    }

    #[test]
    fn who_speaks_behind_the_verb_is_the_source_and_not_what_stands_before_it() {
        check("By Friday, said the mayor, the water had gone.", "the mayor", "By Friday … the water had gone");
        check(
            "For Orlo, said one adviser, the vote changes nothing.",
            "one adviser",
            "For Orlo … the vote changes nothing",
        );
    }
}
