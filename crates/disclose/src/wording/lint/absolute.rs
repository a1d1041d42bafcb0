//! Nothing is called certain, or without example, without saying why.
//!
//! A word such as "clearly" asks for assent in place of a reason, and "unprecedented" says that somebody has looked at
//! everything before. Where a sentence says what it rests on, a superlative is supported and stays; certainty never is, since
//! no ladder has a place for it.

use super::ladder::Tongue;
use super::lexicon::{Mark, Sign};
use super::text::{Sentence, Text, in_case_of};
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "absolute";

/// Phrases of a kind.
#[derive(Debug)]
pub(super) struct Absolute {
    pub phrases: &'static str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// That something is certain, in place of a likelihood.
    Certain,
    /// That it needs no reason.
    Plain,
    /// That evidence leaves nothing open.
    Proof,
    /// That there was nothing like it.
    Superlative,
    /// `ever`, which is one only behind a superlative.
    Ever,
}

pub(super) const ABSOLUTES: [Absolute; 5] = [
    Absolute {
        kind: Kind::Certain,
        phrases: "certainly|undoubtedly|doubtless|indubitably|definitely|assuredly|surely|inevitably|inevitable|without doubt|\
             without a doubt|without any doubt|no doubt|there is no doubt|there can be no doubt|beyond doubt|beyond any doubt|\
             beyond all doubt|beyond a doubt|without question|beyond question|unquestionably|is certain|are certain|\
             certain that|certain to|for certain|for sure|is guaranteed|is bound to|are bound to|cannot fail|can only be|\
             impossible|no chance whatsoever|completely certain|absolutely certain|absolutely|100 % certain|100 percent certain",
    },
    Absolute {
        kind: Kind::Plain,
        phrases: "clearly|obviously|of course|plainly|evidently|needless to say|it goes without saying|as everyone knows|\
             everyone knows|everybody knows|it is clear that|it is obvious that|undeniable|undeniably|indisputable|indisputably|\
             unmistakable|unmistakably|self evident",
    },
    Absolute {
        kind: Kind::Proof,
        phrases: "proves|proof that|is proven|has been proven|have been proven|proven that|proven beyond|prove beyond|irrefutable|irrefutably|incontrovertible|incontrovertibly|conclusive|\
             conclusively|smoking gun|definitive proof",
    },
    Absolute {
        kind: Kind::Superlative,
        phrases: "unprecedented|never before|in history|in living memory|of all time|all time high|without precedent|\
             unheard of|unparalleled|like never before",
    },
    Absolute { kind: Kind::Ever, phrases: "ever|ever seen|ever recorded|ever made" },
];

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let mut marks = text
            .own(sentence)
            .filter_map(|mark| match mark.sign {
                Sign::Absolute(absolute) => Some((mark, absolute.kind)),
                _ => None,
            })
            .peekable();
        if marks.peek().is_none() {
            continue;
        }
        // Asked once for a sentence, however many there are in it.
        let theirs = text.reports(sentence);
        let based = text.all(sentence).iter().any(|mark| matches!(mark.sign, Sign::Basis));
        let colon = sentence.span.of(text.raw).rfind(':').map(|place| sentence.span.start.saturating_add(place));
        for (mark, kind) in marks {
            let reasoned = based || colon.is_some_and(|colon| colon >= mark.span.end);
            let supported = match kind {
                Kind::Certain | Kind::Plain | Kind::Proof => false,
                Kind::Superlative => reasoned,
                Kind::Ever => reasoned || !behind_superlative(text, sentence, mark),
            };
            if !supported && !text.denied(sentence, mark.words.start) {
                found.push(finding(text, tongue, mark, kind, theirs));
            }
        }
    }
}

/// Whether `ever` stands behind a superlative: "the largest convoy ever".
fn behind_superlative(text: &Text<'_>, sentence: &Sentence, mark: &Mark) -> bool {
    const NEAR: usize = 4;
    text.leading(sentence, mark.words.start, NEAR).any(|word| {
        matches!(word, "most" | "worst" | "best" | "first" | "least") || (word.len() > 4 && word.ends_with("est"))
    })
}

fn finding(text: &Text<'_>, tongue: &Tongue, mark: &Mark, kind: Kind, theirs: bool) -> Finding {
    let words = mark.span.of(text.raw);
    let (why, instead) = match kind {
        Kind::Certain => (
            format!("is certainty, which no ladder has a place for; say how likely it is, {}", tongue.ends()),
            certain(&words.to_lowercase(), tongue),
        ),
        Kind::Plain => ("asks for assent in place of a reason; leave it out, or give the reason".to_owned(), None),
        Kind::Proof => (
            "says that nothing is left open, which evidence seldom does; say what it shows, and how likely that makes it"
                .to_owned(),
            match words.to_lowercase().as_str() {
                "proves" => Some("indicates"),
                "proof that" => Some("evidence that"),
                _ => None,
            },
        ),
        Kind::Superlative | Kind::Ever => (
            "says that everything before was looked at; name what was, and since when, or leave it out".to_owned(),
            None,
        ),
    };
    let quote = if theirs { "; if the word is theirs, quote it" } else { "" };
    Finding {
        span: mark.span,
        rule: RULE,
        severity: if theirs { Severity::Note } else { Severity::Warning },
        message: format!("\u{201c}{words}\u{201d} {why}{quote}"),
        suggestion: instead.map(|instead| in_case_of(words, instead)),
    }
}

/// The adverb of the highest step, where there is one.
fn certain(words: &str, tongue: &Tongue) -> Option<&'static str> {
    let adverb = matches!(words, "certainly" | "undoubtedly" | "doubtless" | "definitely" | "surely" | "inevitably");
    (adverb && tongue.ladder.find("almost certainly").is_some()).then_some("almost certainly")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::lint::suite::{check, clean, said, severities};

    #[test]
    fn certainty_and_assent_are_found() {
        check(RULE, "Undoubtedly they met, and of course he knew.", &["Undoubtedly", "of course"]);
        check(RULE, "This proves that they met.", &["proves"]);
        check(RULE, "It is clear that they met.", &["It is clear that"]);
        check(RULE, "THEY WILL DEFINITELY STRIKE.", &["DEFINITELY"]);
        assert_eq!(
            said(RULE, "Certainly they met."),
            [(
                "\u{201c}Certainly\u{201d} is certainty, which no ladder has a place for; say how likely it is, from \u{201c}almost no \
                 chance\u{201d} to \u{201c}almost certain\u{201d} on ICD 203"
                    .to_owned(),
                Some("Almost certainly".to_owned())
            )]
        );
    }

    #[test]
    fn a_superlative_needs_what_it_rests_on() {
        check(RULE, "The convoy is unprecedented.", &["unprecedented"]);
        check(RULE, "It is the largest convoy ever.", &["ever"]);
        clean(RULE, "The convoy is unprecedented: none as long stands in ten years of imagery.");
        clean(RULE, "It is the largest convoy ever, based on imagery since 2014.");
        clean(RULE, "Did they ever meet?");
    }

    #[test]
    fn what_is_denied_quoted_or_a_term_is_none() {
        clean(RULE, "It is not certain that they met. That is far from inevitable. It does not clearly say so.");
        clean(RULE, "He said: \u{201c}This is clearly unprecedented, and proves it.\u{201d}");
        clean(RULE, "It is almost certain that they met. They almost certainly met.");
        clean(RULE, "A certain Mr. Vale made certain of the date. It is impossible to reach; it proves hard.");
    }

    #[test]
    fn the_word_of_somebody_who_is_not_quoted_is_noted() {
        assert_eq!(severities(RULE, "The minister said that it was clearly aimed at her."), [Severity::Note]);
        assert_eq!(severities(RULE, "It was clearly aimed at her."), [Severity::Warning]);
    }
}
