//! What is said behind an interruption: "The ministry reported on Monday, *citing its inspectors*, that the stores were
//! empty."
//!
//! Between a verb of saying and the clause with *that* may stand when, where, to whom and on what ground it is said. The
//! labels often begin the content with one of these, or give the clause to the verb of the ground.

use std::ops::Range;

use super::analysis::Analysis;
use super::label::{CONTENT, OTHER, SOURCE};
use super::lead::{self, is_comma, is_finite, relates};
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::Xpos;

/// How many stretches between commas may interrupt.
const STRETCHES: usize = 3;

/// How soon behind *that* the verb of its clause must come, in tokens.
const VERB: usize = 24;

/// Begins the content of a cue with the clause that follows the interruption.
pub(super) fn mend(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    let start = sentence.start;
    if ground(all, language, sentence, head, labels) {
        return;
    }
    let Some(that) = that(all, language, sentence, head) else { return };
    let said = |at: &usize| labels[*at - start] == CONTENT;
    let told = |mut tokens: Range<usize>| tokens.any(|at| said(&at) && !all.is_mark(at));
    if told(start..head) || (!told(head + 1..that) && labels[that - start] == CONTENT) {
        return;
    }
    let last = (that..sentence.end).rev().find(said);
    // A full stop before a small letter ("teleSUR") does not end the sentence for the segmenter, but what is said.
    let stop = || (that..sentence.end).find(|at| all.tag[*at].xpos == Xpos::Stop).unwrap_or(sentence.end);
    let end = || (that..stop()).rev().find(|at| !all.is_mark(*at));
    let Some(last) = last.or_else(end) else { return };
    // A number or a preposition at the end of the cue belongs to what interrupts.
    let cue = head + 1..lead::cue(all, sentence, head, labels).end.min(that);
    let cue = cue.start..cue.clone().find(|at| is_comma(all, *at)).unwrap_or(cue.end);
    let loose = |at: &usize| matches!(all.tag[*at].xpos, Xpos::Cd | Xpos::In | Xpos::To);
    let kept = cue.clone().rev().find(|at| !loose(at)).map_or(cue.start, |at| at + 1);
    labels[kept - start..that - start].fill(OTHER);
    labels[that - start..=last - start].fill(CONTENT);
}

/// The word *that* at which the clause begins.
fn that(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize) -> Option<usize> {
    let words = &language.phrases().words;
    let begins = |at: usize| {
        let Some(follower) = all.tag.get(at + 1).filter(|_| at + 1 < sentence.end).map(|tag| tag.xpos) else {
            return false;
        };
        let mark = match all.tag[at].xpos {
            Xpos::In | Xpos::Wdt => true,
            // "That repairs would": nothing goes with a plural but the conjunction.
            Xpos::Dt => matches!(follower, Xpos::Nns | Xpos::Nnps),
            _ => false,
        };
        let verb = (at + 1..(at + VERB).min(sentence.end)).any(|at| is_finite(all, at));
        mark && words.said.contains(&all.word[at]) && verb && !is_finite(all, at + 1)
    };
    let next = head + 1;
    if !all.is_verb(head) || all.quote[head] != 0 || !lead::says(all, language, head) || begins(next) {
        return None;
    }
    let plain = |at: usize| all.quote[at] == 0 && !matches!(all.tag[at].xpos, Xpos::Colon | Xpos::Stop);
    // When, where and to whom, before any comma. "Noted the report that": what hangs from an object is what is said of it.
    let aside = next < sentence.end && matches!(all.tag[next].xpos, Xpos::In | Xpos::Rb | Xpos::Nnp | Xpos::To);
    let aside = aside || words.addresses.contains(&all.lemma[head]);
    let mut at = next;
    while at + 1 < sentence.end && !is_comma(all, at) {
        // "On Sunday evening that", "told reporters that": the tagger takes it for a relative.
        let told = words.addresses.contains(&all.lemma[head]) && at <= next + 1;
        let day = || (next..at).rev().take(2).any(|at| language.people.dates.get(all.word[at]).is_some());
        if begins(at) && (all.tag[at].xpos != Xpos::Wdt || told || day()) {
            return aside.then_some(at);
        }
        if is_finite(all, at) || relates(all, at) || !plain(at) {
            return None;
        }
        at += 1;
    }
    for _ in 0..=STRETCHES {
        let first = at + 1;
        if first + 1 >= sentence.end {
            return None;
        }
        if begins(first) {
            return Some(first);
        }
        // "Which lasted", "where it lies", "after it had ended".
        let joins =
            all.tag[first].xpos == Xpos::Wrb || (all.tag[first].xpos == Xpos::In && all.rel[first] == Rel::Mark);
        let clause = relates(all, first) || joins;
        if all.tag[first].xpos == Xpos::Cc || all.tag[first].xpos == Xpos::Prp {
            return None;
        }
        at = first;
        while at < sentence.end && !is_comma(all, at) {
            if !plain(at) || (is_finite(all, at) && !clause) {
                return None;
            }
            at += 1;
        }
    }
    None
}

/// Ends the content of a cue that is itself the interruption at the comma behind it. "Citing two ministers, that".
fn ground(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize, labels: &mut [u8]) -> bool {
    let start = sentence.start;
    let inside = |at: &usize| sentence.contains(at);
    let comma = head.checked_sub(1).filter(inside).is_some_and(|before| is_comma(all, before));
    if all.tag[head].xpos != Xpos::Vbg || !comma || !(start..head).any(|at| is_finite(all, at)) {
        return false;
    }
    let closes = |at: &usize| is_comma(all, *at) && *at > head + 1;
    let Some(end) = (head + 1..sentence.end).find(closes) else { return false };
    let said = &language.phrases().words.said;
    let that = end + 1 < sentence.end && said.contains(&all.word[end + 1]) && all.tag[end + 1].xpos != Xpos::Dt;
    let told = (head + 1..end).any(|at| labels[at - start] == CONTENT);
    if !that || !told || (head + 1..end).any(|at| is_finite(all, at)) {
        return false;
    }
    for at in end..sentence.end {
        if matches!(labels[at - start], CONTENT | SOURCE) {
            labels[at - start] = OTHER;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::example::claims;

    /// The first claim's content, and its cue.
    #[track_caller]
    fn check(text: &str, cue: &str, content: &str) {
        let claims = claims(text);
        let first = claims.first().expect("a claim");
        assert_eq!((first.cue.text.as_str(), first.content.text.as_str()), (cue, content), "{text}");
    }

    #[test]
    fn on_what_ground_it_is_said_is_no_content() {
        check(
            "Petra Holm wrote on 4 May, citing two officers, that the bridge was hit.",
            "wrote",
            "that the bridge was hit",
        );
        check(
            "The ministry reported on 7 July, referring to its inspectors, that the stores were empty.",
            "reported",
            "that the stores were empty",
        );
    }

    #[test]
    fn when_where_and_to_whom_it_is_said_is_none() {
        check(
            "The ministry said in a statement published on its website on Friday that it had expelled two diplomats.",
            "said in a statement",
            "that it had expelled two diplomats",
        );
        check(
            "The envoy said during a visit to the camp, where 3,000 people live, that winter would be hard.",
            "said",
            "that winter would be hard",
        );
        check(
            "She told reporters after the meeting, which lasted three hours, that no deal had been reached.",
            "told",
            "that no deal had been reached",
        );
        check(
            "The envoy told the council at its meeting in Torvik, the first in a year, that the truce was holding.",
            "told",
            "that the truce was holding",
        );
    }
}
