//! What was asked before an answer: "*Asked whether the port would reopen*, the mayor said yes." It is nobody's statement,
//! and no part of the answer.

use std::ops::Range;

use super::analysis::Analysis;
use super::label::{CONTENT, OTHER, SOURCE};
use super::lead::{self, is_comma, is_finite};
use crate::language::Language;
use crate::tag::Xpos;

/// How far from the beginning of a sentence the word *asked* may stand, in tokens.
const EARLY: usize = 3;

/// Takes the question out of what is labelled, and gives an answer that then has no content what follows its cue. Whether there
/// is such a question.
pub(super) fn mend(
    all: &Analysis,
    language: &Language,
    sentence: &Range<usize>,
    head: usize,
    labels: &mut [u8],
) -> bool {
    let start = sentence.start;
    let Some(answer) = answer(all, language, sentence, head, labels) else { return false };
    for at in start..answer.start {
        if matches!(labels[at - start], CONTENT | SOURCE) {
            labels[at - start] = OTHER;
        }
    }
    let behind = |at: usize| labels[at - start] == SOURCE && !all.is_mark(at);
    if !(answer.end..sentence.end).any(behind) {
        labels[answer.start - start..answer.end - start].fill(SOURCE);
    }
    if !labels.contains(&CONTENT) {
        let cue = lead::cue(all, sentence, head, labels);
        let last = (cue.end..sentence.end).rev().find(|at| !all.is_mark(*at));
        if let Some(last) = last.filter(|last| (cue.end..*last).any(|at| is_finite(all, at))) {
            labels[cue.end - start..=last - start].fill(CONTENT);
        }
    }
    true
}

/// Who answers, where a question stands before that.
fn answer(
    all: &Analysis,
    language: &Language,
    sentence: &Range<usize>,
    head: usize,
    labels: &[u8],
) -> Option<Range<usize>> {
    let words = &language.phrases().words;
    let asked = |at: &usize| {
        words.asked.contains(&all.lemma[*at])
            && matches!(all.tag[*at].xpos, Xpos::Vbn | Xpos::Vbd | Xpos::Jj | Xpos::Vb)
            && (sentence.start..*at)
                .all(|at| all.is_mark(at) || matches!(all.tag[at].xpos, Xpos::Wrb | Xpos::In | Xpos::Cc | Xpos::Rb))
    };
    let asked = (sentence.start..(sentence.start + EARLY).min(sentence.end)).find(asked)?;
    if asked >= head || all.quote[asked] != 0 {
        return None;
    }
    let cue = lead::cue(all, sentence, head, labels);
    let answer = lead::before(all, language, sentence, cue.start)?;
    (answer.start > asked && is_comma(all, answer.start - 1)).then_some(answer)
}

#[cfg(test)]
mod tests {
    use crate::example::only;

    #[test]
    fn the_source_is_who_answers_and_the_question_is_no_content() {
        for question in [
            "Asked whether the port would reopen",
            "When asked if he would resign",
            "Asked by reporters why the gate was open",
            "Pressed on the delay",
            "Asked on Tuesday whether the pact still held",
        ] {
            for (answer, content) in [
                ("Karl Voss told reporters that repairs would take a year", "that repairs would take a year"),
                ("the Vessian envoy, Karl Voss, said it did", "it did"),
                ("Defence Minister Karl Voss said it was too early to say", "it was too early to say"),
            ] {
                let claim = only(&format!("{question}, {answer}."));
                let source = answer.split_once("Karl Voss").map_or("", |(role, _)| role);
                assert_eq!(claim.source.text, format!("{source}Karl Voss"), "{question}");
                assert_eq!(claim.content.text, content, "{question}: {claim:?}");
            }
        }
    }
}
