//! How likely something is, is said in words that have a place on the ladder.
//!
//! "Might" is read as anything from hardly to more likely than not. The figures are those of 5,174 people who were asked what
//! such words mean to them (the CAPphrase survey of A. Kucharski, CC BY): from the tenth of a hundred answers to the
//! ninetieth.

use super::double::runs;
use super::ladder::Tongue;
use super::lexicon::{Mark, Sign};
use super::text::{Sentence, Text, in_case_of};
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "hedge-without-place";

/// Hedges that are read alike.
#[derive(Debug)]
pub(super) struct Hedge {
    pub phrases: &'static str,
    /// What readers take it for, in per cent, where they were asked.
    read: Option<(u8, u8)>,
    /// The term that says the same, where there is one.
    instead: Option<&'static str>,
}

const fn hedge(phrases: &'static str, read: Option<(u8, u8)>, instead: Option<&'static str>) -> Hedge {
    Hedge { phrases, read, instead }
}

pub(super) const HEDGES: [Hedge; 8] = [
    hedge("may|may not", Some((20, 60)), None),
    hedge("might|might not|could", Some((15, 60)), None),
    hedge("may well|might well|could well|may yet|might yet|could yet", None, None),
    hedge(
        "possibly|perhaps|maybe|conceivably|potentially|plausibly|possibly even|it is possible|is possible that|possible that|it is \
         conceivable|is conceivable that|it is plausible|is plausible that",
        None,
        None,
    ),
    hedge(
        "cannot rule out|can't rule out|could not rule out|cannot be ruled out|can't be ruled out|cannot be excluded|cannot exclude|\
         cannot dismiss|cannot be dismissed|cannot discount|cannot be discounted|not out of the question|is not impossible",
        None,
        None,
    ),
    hedge(
        "there is a chance|there is some chance|some chance|a fair chance|a good chance|a possibility|a real possibility|\
         a distinct possibility|a strong possibility|a serious possibility|a serious chance|in all likelihood|in all probability",
        None,
        None,
    ),
    hedge("little chance|slight chance|a slim chance", Some((5, 20)), None),
    hedge("not likely|hardly likely|scarcely likely", None, Some("unlikely")),
];

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        // A question claims nothing.
        if text.asks(sentence) {
            continue;
        }
        // Two in a row are the other rule's.
        let doubled = runs(text, sentence);
        let mut doubled = doubled.iter().peekable();
        let theirs = text.reports(sentence);
        for mark in text.own(sentence) {
            let Sign::Hedge(hedge) = mark.sign else { continue };
            while doubled.next_if(|run| run.end <= mark.span.start).is_some() {}
            if doubled.peek().is_some_and(|run| run.covers(&mark.span)) || !is_one(text, sentence, mark) {
                continue;
            }
            found.push(finding(text, tongue, mark, hedge, theirs));
        }
    }
}

/// Whether it hedges: the month of May and the might of an army do not.
pub(super) fn is_one(text: &Text<'_>, sentence: &Sentence, mark: &Mark) -> bool {
    let written = mark.span.of(text.raw);
    let before = text.leading(sentence, mark.words.start, 1).next().unwrap_or("");
    let behind = text.words.get(mark.words.end).filter(|word| word.joined).map_or("", |word| &*word.folded);
    let number = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
    match text.word(mark.words.start) {
        "may" => {
            let month = written.starts_with('M') && written.chars().skip(1).any(char::is_lowercase);
            let dated = number(before)
                || number(behind)
                || matches!(
                    before,
                    "in" | "since" | "until" | "last" | "next" | "by" | "of" | "early" | "late" | "mid" | "this"
                );
            !(month || (written.starts_with('M') && dated))
        }
        "might" => {
            !matches!(
                before,
                "military"
                    | "naval"
                    | "economic"
                    | "industrial"
                    | "the"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "our"
                    | "of"
                    | "with"
            ) && behind != "of"
        }
        _ => true,
    }
}

fn finding(text: &Text<'_>, tongue: &Tongue, mark: &Mark, hedge: &Hedge, theirs: bool) -> Finding {
    let words = mark.span.of(text.raw);
    let term = hedge.instead.and_then(|instead| tongue.ladder.find(instead));
    let message = match (hedge.read, term) {
        (Some((low, high)), _) => {
            let word = |percent: u8| tongue.ladder.term(f64::from(percent) / 100.0).map_or("", |term| term.words);
            format!(
                "is read as anything from {low} to {high} %, \u{201c}{}\u{201d} to \u{201c}{}\u{201d} on {}; write the term that you mean",
                word(low),
                word(high),
                tongue.ladder
            )
        }
        (None, Some(term)) => format!("is no term of {}; write \u{201c}{}\u{201d}", tongue.ladder, term.words),
        (None, None) => {
            format!("has no place on the ladder, so that it cannot turn out wrong; say how likely, {}", tongue.ends())
        }
    };
    let quote = if theirs { "; if the word is theirs, quote it" } else { "" };
    Finding {
        span: mark.span,
        rule: RULE,
        severity: if theirs { Severity::Note } else { Severity::Warning },
        message: format!("\u{201c}{words}\u{201d} {message}{quote}"),
        suggestion: term.map(|term| in_case_of(words, term.words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::lint::suite::{check, clean, said, severities};

    #[test]
    fn hedges_that_cannot_turn_out_wrong_are_found() {
        check(RULE, "They might strike, and we cannot rule out more.", &["might", "cannot rule out"]);
        check(
            RULE,
            "Perhaps so, and they may well strike. There is a real possibility of it.",
            &["Perhaps", "may well", "a real possibility"],
        );
        check(RULE, "THEY COULD STRIKE.", &["COULD"]);
        assert!(said(RULE, "Possibly they will.")[0].0.ends_with(
            "say how likely, from \u{201c}almost no chance\u{201d} to \u{201c}almost certain\u{201d} on ICD 203"
        ));
        assert_eq!(
            said(RULE, "They might strike."),
            [(
                "\u{201c}might\u{201d} is read as anything from 15 to 60 %, \u{201c}very unlikely\u{201d} to \u{201c}likely\u{201d} on \
                 ICD 203; write the term that you mean"
                    .to_owned(),
                None
            )]
        );
        assert_eq!(said(RULE, "It is not likely.")[0].1.as_deref(), Some("unlikely"));
    }

    #[test]
    fn a_month_an_army_and_what_could_not_be_done_are_none() {
        clean(
            RULE,
            "In May 2023, on 5 May, they showed their might, the might of the fleet. May was dry. IN MAY IT RAINED.",
        );
        clean(RULE, "The ship could not be reached. It did all it could. Could they strike?");
        check(RULE, "THEY MAY STRIKE.", &["MAY"]);
    }

    #[test]
    fn a_realistic_possibility_has_its_place() {
        clean(RULE, "There is a realistic possibility that they strike.");
        clean(RULE, "\u{201c}They might strike,\u{201d} she said.");
    }

    #[test]
    fn the_hedge_of_somebody_who_is_not_quoted_is_noted() {
        assert_eq!(severities(RULE, "She said they might strike."), [Severity::Note]);
    }
}
