//! One hedge is enough: "might possibly" is no less likely than "might", and only sounds less sure.

use record::span::Span;

use super::hedge::is_one;
use super::lexicon::{Mark, Sign};
use super::text::{Sentence, Text};
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "double-hedge";

/// Words over which two hedges are still felt as one.
const OVER: [&str; 10] = ["be", "well", "also", "even", "still", "very", "it", "they", "he", "she"];

pub(super) fn find(text: &Text<'_>, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        for span in runs(text, sentence) {
            found.push(Finding {
                span,
                rule: RULE,
                severity: Severity::Warning,
                message: format!(
                    "\u{201c}{}\u{201d} hedges twice, and readers multiply: keep one, and let it be a term of the ladder",
                    span.of(text.raw)
                ),
                suggestion: None,
            });
        }
    }
}

/// Where hedges run into each other, or into a term of the ladder.
pub(super) fn runs(text: &Text<'_>, sentence: &Sentence) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut last: Option<&Mark> = None;
    for mark in text.own(sentence) {
        let (hedges, is_hedge) = match mark.sign {
            Sign::Likelihood(_) => (true, false),
            Sign::Hedge(_) => (is_one(text, sentence, mark), true),
            _ => (false, false),
        };
        if !hedges {
            last = None;
            continue;
        }
        let run = last.filter(|last| (is_hedge || matches!(last.sign, Sign::Hedge(_))) && meets(text, last, mark));
        if let Some(before) = run {
            match found.last_mut() {
                Some(span) if span.end == before.span.end => span.end = mark.span.end,
                _ => found.push(Span::new(before.span.start, mark.span.end)),
            }
        }
        last = Some(mark);
    }
    found
}

/// Whether one runs into the next: nothing between them but a short word, and no punctuation.
fn meets(text: &Text<'_>, one: &Mark, next: &Mark) -> bool {
    let between = text.within(one.words.end..next.words.start);
    let joined = text.within(one.words.end..next.words.start.saturating_add(1)).iter().all(|word| word.joined);
    // "It is possible that they could …" says it twice over more words.
    let clause = text.word(one.words.end.saturating_sub(1)) == "that"
        || between.first().is_some_and(|word| word.folded == "that");
    let near = match between.len() {
        0 => true,
        1 => between.first().is_some_and(|word| OVER.contains(&&*word.folded)),
        2..=4 => clause && between.last().is_some_and(|word| !matches!(&*word.folded, "and" | "or" | "but")),
        _ => false,
    };
    joined && (near || (clause && between.len() == 1))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::wording::lint::suite::{check, clean};

    #[test]
    fn hedges_that_run_into_each_other_are_found() {
        check(RULE, "They might possibly strike.", &["might possibly"]);
        check(RULE, "It could potentially be, and they likely may.", &["could potentially", "likely may"]);
        check(RULE, "They may perhaps possibly strike.", &["may perhaps possibly"]);
        check(
            RULE,
            "It might be likely. It is possible that they could strike.",
            &["might be likely", "It is possible that they could"],
        );
    }

    #[test]
    fn one_hedge_or_two_apart_are_none() {
        clean(RULE, "They might strike. It is likely that they will.");
        clean(RULE, "They might, possibly today, strike; in May possibly not.");
        clean(RULE, "It is likely or probable. \u{201c}They might possibly strike.\u{201d}");
    }
}
