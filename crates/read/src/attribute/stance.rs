//! What a source does with a content: what the words of the cue say, and where they only say that it speaks, what it
//! says. "Not so," said the mayor, is a denial though *said* is none.

use std::ops::Range;

use record::reading::Stance;
use record::span::Span;

use super::analysis::Analysis;
use super::decode::Found;
use super::frame::{self, Framed};
use super::pattern::children;
use crate::language::Language;
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::{Upos, Xpos};

/// How far from the beginning of what is said a reply may begin, in tokens.
const EARLY: usize = 12;

/// The stance of what was found, and whether it is told by the words said and not by the cue.
pub(super) fn stance(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    framed: &[Framed],
    found: &Found,
    language: &Language,
) -> (Stance, bool) {
    match frame::of_cue(framed, segments, found.sentence, found.head, &found.cue) {
        Some(frame) if !(frame.sure && frame.stance == Stance::Says) => (frame.stance, false),
        _ if unsaid(all, language, found.head) => {
            (if can(all, language, found.head) { Stance::Declines } else { Stance::Evades }, false)
        }
        _ => of_reply(text, segments, all, found, language).map_or((Stance::Says, false), |stance| (stance, true)),
    }
}

/// Whether the head of a cue is an act of speech that did not take place: "did *not say* that", "*nobody* said that". "Not only
/// said" is one that did, and what somebody does not believe is a hedge.
fn unsaid(all: &Analysis, language: &Language, head: usize) -> bool {
    let words = &language.phrases().words;
    if !words.utters.contains(&all.lemma[head]) || !all.is_verb(head) {
        return false;
    }
    let not = |at: usize| words.not.contains(&all.lemma[at]) || words.not.contains(&all.word[at]);
    let only = |at: usize| all.word.get(at + 1).is_some_and(|next| words.only.contains(next));
    let hangs = |at: &usize| matches!(all.rel[*at], Rel::Advmod | Rel::Aux | Rel::AuxPass | Rel::CcPreconj);
    // ""Not so," said": what stands behind a mark is another clause, or words said.
    let beside = |at: usize| all.quote[at] == all.quote[head] && !(at..head).any(|between| all.is_mark(between));
    let direct = children(all, head).filter(|at| *at < head).filter(hangs).any(|at| not(at) && !only(at) && beside(at));
    direct || emptied(all, language, head, |_| true)
}

/// Whether nobody does what the head of a cue says: "nobody", "no official", "none of the ministers". Neither of two is somebody,
/// who does not.
pub(crate) fn nobody(all: &Analysis, language: &Language, head: usize) -> bool {
    emptied(all, language, head, |word| !language.phrases().words.not.contains(&word))
}

/// Whether it is nobody's act of speech: what nobody has said is not said to be so.
pub(crate) fn said_by_nobody(all: &Analysis, language: &Language, head: usize) -> bool {
    language.phrases().words.utters.contains(&all.lemma[head]) && nobody(all, language, head)
}

/// Whether the subject of a predicate is emptied by such a word, or is one.
fn emptied(all: &Analysis, language: &Language, head: usize, such: impl Fn(u64) -> bool) -> bool {
    let words = &language.phrases().words;
    let Some(subject) = children(all, head).find(|at| all.rel[*at].is_subject() && *at < head) else { return false };
    let no = |at: usize| {
        let word = all.word[at];
        matches!(all.rel[at], Rel::Det | Rel::CcPreconj) && words.no.contains(&word) && such(word)
    };
    (words.none.contains(&all.word[subject]) && such(all.word[subject])) || children(all, subject).any(no)
}

/// Whether the head of a cue says what somebody can or would do.
fn can(all: &Analysis, language: &Language, head: usize) -> bool {
    let words = &language.phrases().words;
    let modal = |at: usize| words.modal.contains(&all.lemma[at]) || words.future.contains(&all.lemma[at]);
    children(all, head).any(|at| all.rel[at] == Rel::Aux && modal(at))
}

/// What the words said do, where they begin with a phrase of the table or are nothing but a question or an order.
fn of_reply(text: &str, segments: &Segments, all: &Analysis, found: &Found, language: &Language) -> Option<Stance> {
    let phrases = language.phrases();
    let part = tokens_of(segments, found.content.first()?);
    let sentence = sentence_of(segments, part.start)?;
    let within = part.start..part.end.min(sentence.end);
    for at in within.clone().take(EARLY) {
        if let Some(hit) = phrases.replies.at(all, &within, at) {
            return Some(language.replies[hit.entry].stance);
        }
    }
    let quoted = within.clone().all(|at| all.quote[at] != 0);
    if quoted && is_imperative(all, language, &within) {
        return Some(Stance::Orders);
    }
    let last = within.rev().map(|at| segments.tokens[at].of(text)).find(|word| !is_quote(word));
    (quoted && last == Some("?")).then_some(Stance::Asks)
}

/// Whether words begin with a verb that tells somebody to do something: "Leave the building". "Look", "see" and "thank you"
/// tell nobody.
fn is_imperative(all: &Analysis, language: &Language, within: &Range<usize>) -> bool {
    let words = &language.phrases().words;
    let mut begin = within.clone().skip_while(|at| all.is_mark(*at));
    let Some(first) = begin.next() else { return false };
    // "Do not leave", "never leave".
    let denies = |at: usize| words.not.contains(&all.lemma[at]) || all.tag[at].upos == Upos::Aux;
    let verb = if denies(first) { begin.find(|at| !denies(*at)) } else { Some(first) };
    let Some(verb) = verb else { return false };
    all.tag[verb].xpos == Xpos::Vb
        && !words.greets.contains(&all.lemma[verb])
        && matches!(all.rel[verb], Rel::Root | Rel::Ccomp | Rel::Parataxis)
        && !children(all, verb).any(|child| all.rel[child].is_subject() || all.rel[child] == Rel::Mark)
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "”" | "“" | "'" | "’" | "''" | "``" | ",")
}

/// The tokens that a span covers.
pub(super) fn tokens_of(segments: &Segments, span: &Span) -> Range<usize> {
    let from = segments.tokens.partition_point(|token| token.start < span.start);
    let to = segments.tokens.partition_point(|token| token.end <= span.end);
    from..to.max(from)
}

/// The sentence that a token stands in.
fn sentence_of(segments: &Segments, token: usize) -> Option<Range<usize>> {
    let number = segments.sentences.partition_point(|sentence| sentence.tokens.end <= token);
    segments.sentences.get(number).map(|sentence| sentence.tokens.clone())
}

#[cfg(test)]
mod tests {
    use record::reading::Stance::{self, Asks, Declines, Denies, Doubts, Evades, Hopes, Orders, Says};
    use record::reading::{Polarity, SourceKind};

    use crate::example::{claims, only};

    #[track_caller]
    fn check(stance: Stance, texts: &[&str]) {
        for text in texts {
            assert_eq!(only(text).stance, stance, "{text}");
        }
    }

    #[test]
    fn a_denial_in_the_cue_or_in_the_words_said_is_a_denial() {
        check(
            Denies,
            &[
                "The governor has repeatedly denied knowing the crew.",
                "The mayor called the accusation a lie.",
                "The presidency rejected claims that conscripts had been sent.",
                "\u{201c}Not so,\u{201d} said the deputy minister.",
                "The spokeswoman said there was no truth to the rumour.",
            ],
        );
    }

    #[test]
    fn a_statement_in_the_negative_is_no_denial() {
        check(
            Says,
            &[
                "The minister said the convoy had not crossed the border.",
                "The trade minister insisted that the contract was lawful.",
            ],
        );
    }

    #[test]
    fn not_to_speak_is_to_decline_and_to_speak_without_an_answer_is_to_evade() {
        check(
            Declines,
            &[
                "The foreign minister would not say whether the envoy had been recalled.",
                "The prosecutor was unavailable for comment.",
                "\u{201c}No comment,\u{201d} the general said.",
            ],
        );
        check(
            Evades,
            &[
                "The ministry neither confirmed nor denied the transfer.",
                "The president refused to rule out an embargo.",
                "The premier side-stepped the issue of the base.",
                "The governor gave no direct answer.",
            ],
        );
    }

    #[test]
    fn who_has_not_said_it_says_nothing_of_the_kind() {
        check(
            Evades,
            &[
                "The agency did not say that the bridge was safe.",
                "The council has never said that the port would close.",
                "The army has not confirmed that the depot burned.",
                "Officials have not accused Corvania of arming the rebels.",
                "Nobody said the bridge was safe.",
                "No official has said that the dam was sound.",
                "None of the ministers said the talks were over.",
                "Neither the mayor nor the governor said the strike was over.",
            ],
        );
        check(Declines, &["The hospital could not confirm the report."]);
        check(Evades, &["The ministry did not deny that it had sold the boats."]);
        check(
            Says,
            &[
                "The mayor not only said the bridge was safe but walked across it.",
                "The mayor said the bridge was not safe.",
            ],
        );
    }

    #[test]
    fn nobody_is_no_source_and_what_nobody_said_is_not_so() {
        for text in [
            "Nobody said the bridge was safe.",
            "No official has said that the dam was sound.",
            "None of the ministers said the talks were over.",
        ] {
            let claim = only(text);
            assert_eq!((claim.source.kind, claim.polarity), (SourceKind::None, Polarity::Negative), "{text}");
        }
    }

    #[test]
    fn what_was_asked_is_no_claim_beside_the_answer() {
        check(Declines, &["Asked whether the tanks had arrived, Orlo declined to comment."]);
        check(Says, &["Asked if the port was shut, the mayor said it was open."]);
    }

    #[test]
    fn questions_orders_hopes_and_doubts() {
        check(Asks, &["Reporters asked whether the tanks had arrived."]);
        check(
            Orders,
            &[
                "The council called on both sides to withdraw.",
                "The officer told the driver to turn around.",
                "The premier asked the army to stay in its barracks.",
                "The ministry ordered reservists to report by Friday.",
            ],
        );
        check(
            Orders,
            &["\"Leave the building now,\" the warden told the guests.", "\"Do not open it,\" said the porter."],
        );
        check(Says, &["\"Thank you for coming,\" the mayor said.", "\"See you in May,\" said the envoy."]);
        check(Hopes, &["The envoy hopes the talks will resume."]);
        check(Doubts, &["Diplomats doubt that the ceasefire will hold.", "The auditor cast doubt on the figures."]);
    }

    #[test]
    fn what_only_looks_like_a_denial_or_a_refusal_to_speak_is_none() {
        for text in [
            "The court denied him bail.",
            "The refugees were denied entry at the border.",
            "The smugglers dodged a patrol boat.",
            "The envoy declined an invitation to the parade.",
            "The bank refused the loan.",
            "Exports of timber declined for a third month.",
            "An official who asked not to be named said the port was shut.",
            "The senator accused the general of misleading the court.",
        ] {
            let claims = claims(text);
            assert!(claims.iter().all(|claim| claim.stance == Says), "{text}: {claims:?}");
        }
    }
}
