//! What stands before an attribution that is put aside: "*The convoy had left*, the mayor said", "*It is unlikely*, he
//! argued, *that they knew*".
//!
//! The labels often find only the end of so long a content, because it is far from the cue. But where source and cue stand
//! behind a comma, and no clause behind them is what is said, all that stands before the comma is.

use std::ops::Range;

use super::analysis::Analysis;
use super::label::{CONTENT, CUE, OTHER, SOURCE};
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::Xpos;

/// Widens the content of a cue that is put aside behind it to all that stands before the comma.
pub(super) fn widen(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    let start = sentence.start;
    let told = language.phrases().words.tells.contains(&all.lemma[head]);
    if told {
        turn(all, sentence, head, labels);
    }
    let label = |at: usize| labels[at - start];
    let Some(aside) = aside(all, sentence, head, label) else { return };
    let comma = aside.start - 1;
    let is_verb = |at: usize| all.is_verb(at);
    // A colon or a dash parts what is said from what introduces it.
    let from = (start..comma).rev().find(|at| all.tag[*at].xpos == Xpos::Colon).map_or(start, |at| at + 1);
    // "Which, he said, is full": what is said begins with the relative.
    let relative = comma.checked_sub(1).is_some_and(|at| all.tag[at].xpos == Xpos::Wdt);
    if relative || !(from..comma).any(is_verb) || (from..comma).any(|at| matches!(label(at), SOURCE | CUE)) {
        return;
    }
    let between = all.tag.get(aside.end).is_some_and(|tag| tag.xpos == Xpos::Comma) && aside.end + 1 < sentence.end;
    let behind = || (aside.end..sentence.end).filter(|at| label(*at) == CONTENT);
    // "Said in a talk *published on Sunday*": a participle alone makes no clause.
    let clause = |at: usize| is_verb(at) && all.tag[at].xpos != Xpos::Vbn;
    if behind().any(|at| !between && (clause(at) || all.quote[at] != 0)) {
        return;
    }
    if behind().next().is_some() && !told && !hangs(all, &(from..comma), head) {
        return;
    }
    // What the labels leave out before the content is no part of it where it is no clause: "In Lask, ", "But".
    let first = (from..comma).find(|at| label(*at) == CONTENT);
    let first = first
        .filter(|first| !(from..*first).any(is_verb))
        .or_else(|| (from..comma).find(|at| all.tag[*at].xpos != Xpos::Cc && !all.is_mark(*at)));
    for at in first.unwrap_or(from)..comma {
        labels[at - start] = CONTENT;
    }
    if !between {
        for at in aside.end..sentence.end {
            if labels[at - start] == CONTENT {
                labels[at - start] = OTHER;
            }
        }
    }
}

/// Puts right a source and a content that were taken for each other: "*The convoy had left* (source), said *the mayor*
/// (content)", and "The convoy had left, *the mayor* (content) said".
fn turn(all: &Analysis, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    let start = sentence.start;
    let is_verb = |at: usize| all.is_verb(at);
    let Some(from) = (start..=head).rev().take_while(|at| *at == head || labels[*at - start] == CUE).last() else {
        return;
    };
    let Some(before) = from.checked_sub(1).filter(|at| sentence.contains(at)) else { return };
    let run = |labels: &[u8], label: u8| (start..=before).rev().take_while(|at| labels[*at - start] == label).last();
    if all.tag[before].xpos == Xpos::Comma {
        // The clause before the comma cannot be who says it, nor what follows without a verb what is said.
        let Some(first) = (start..before).find(|at| labels[*at - start] == SOURCE) else { return };
        let relative = (first..before).find(|at| matches!(all.tag[*at].xpos, Xpos::Wdt | Xpos::Wp)).unwrap_or(before);
        let clause = (first..relative).any(|at| is_verb(at) && all.tag[at].xpos != Xpos::Vbn);
        let behind = (head + 1..sentence.end).filter(|at| labels[*at - start] == CONTENT);
        let named = behind.clone().next().is_some_and(|at| at == head + 1);
        let plain =
            behind.clone().take_while(|at| !matches!(all.tag[*at].xpos, Xpos::Wdt | Xpos::Wp)).all(|at| !is_verb(at));
        if clause && named && plain && all.quote[head] == 0 {
            for at in sentence.clone() {
                match &mut labels[at - start] {
                    label if *label == SOURCE => *label = CONTENT,
                    label if *label == CONTENT => *label = SOURCE,
                    _ => {}
                }
            }
        }
    } else if let Some(first) = run(labels, CONTENT) {
        let comma = first.checked_sub(1).filter(|at| sentence.contains(at) && all.tag[*at].xpos == Xpos::Comma);
        let sourced = labels.contains(&SOURCE);
        let behind = (head + 1..sentence.end).any(|at| labels[at - start] == CONTENT);
        if comma.is_some() && !sourced && !behind && !(first..=before).any(is_verb) && all.quote[first] == 0 {
            labels[first - start..=before - start].fill(SOURCE);
        }
    }
}

/// Whether the cue's head is joined to a token of `before`, above or below.
fn hangs(all: &Analysis, before: &Range<usize>, head: usize) -> bool {
    let below =
        |at: usize| all.head[at] as usize == head && matches!(all.rel[at], Rel::Ccomp | Rel::Parataxis | Rel::Dep);
    before.contains(&(all.head[head] as usize)) || before.clone().any(below)
}

/// The run of source and cue around the head, where it stands behind a comma and has both.
fn aside(all: &Analysis, sentence: &Range<usize>, head: usize, label: impl Fn(usize) -> u8) -> Option<Range<usize>> {
    let own = |at: usize| sentence.contains(&at) && matches!(label(at), SOURCE | CUE);
    let (mut from, mut to) = (head, head + 1);
    // A mark inside a source ("Orlo, the envoy,") does not end it.
    while let Some(before) = from.checked_sub(1) {
        let over = before > 0 && all.is_mark(before) && own(before - 1);
        match own(before) || over {
            true => from = before,
            false => break,
        }
    }
    while own(to) || (to < sentence.end && all.is_mark(to) && own(to + 1)) {
        to += 1;
    }
    let comma = from.checked_sub(1).filter(|at| sentence.contains(at))?;
    let parted = all.tag[comma].xpos == Xpos::Comma;
    let sourced = (from..to).any(|at| label(at) == SOURCE);
    // "Which officials say is false": what is said of stands before, and is not what is said.
    let relative = (from..to).any(|at| matches!(all.tag[at].xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpPossessive));
    let plain = parted && sourced && !relative && all.quote[head] == 0;
    plain.then_some(from..to)
}
