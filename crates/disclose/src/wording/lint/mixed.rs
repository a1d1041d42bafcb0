//! One text has one ladder, and one row of it.
//!
//! Source: Intelligence Community Directive 203, paragraph D.6.e(2)(a), has two rows of terms for the same bands, and
//! asks that terms of different rows not be mixed. That two ladders must not be mixed follows from what they say:
//! "unlikely" is 20 to 45 per cent on one and 10 to 40 on another, and a reader cannot know which is meant.

use record::words::{Ladder, Term};

use super::ladder::{Placed, Tongue, band, listed};
use super::lexicon::{Mark, Sign};
use super::text::{Text, in_case_of};
use super::{Finding, Severity};

/// The name of the rule on ladders.
pub(super) const LADDERS: &str = "mixed-ladders";
/// The name of the rule on rows.
pub(super) const ROWS: &str = "mixed-rows";

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, found: &mut Vec<Finding>) {
    let own = || text.sentences.iter().flat_map(|sentence| text.own(sentence)).filter_map(term_of);
    for (mark, placed) in own().filter(|(_, placed)| placed.term(tongue.ladder).is_none()) {
        found.push(off_ladder(text, tongue, mark, placed));
    }
    if tongue.ladder == Ladder::Icd203 {
        rows(text, &own().collect::<Vec<_>>(), found);
    }
}

fn term_of(mark: &Mark) -> Option<(&Mark, &'static Placed)> {
    match mark.sign {
        Sign::Likelihood(placed) => Some((mark, placed)),
        _ => None,
    }
}

fn off_ladder(text: &Text<'_>, tongue: &Tongue, mark: &Mark, placed: &Placed) -> Finding {
    let words = mark.span.of(text.raw);
    let known = placed.ladders();
    let here = placed.on.first().and_then(|(_, term)| Some((*term, tongue.ladder.term(term.middle())?)));
    let way_out = here.map_or_else(
        || format!("write the number, or a term {}", tongue.ends()),
        |(_, term)| format!("about the same there is \u{201c}{}\u{201d} ({})", term.words, band(term)),
    );
    let why = if tongue.given {
        format!("is no term of {}, on which this text is to stand, but of {known}", tongue.ladder)
    } else {
        format!(
            "is a term of {known}, and the others here are of {}: readers cannot know which is meant",
            tongue.ladder
        )
    };
    Finding {
        span: mark.span,
        rule: LADDERS,
        severity: Severity::Warning,
        message: format!("\u{201c}{words}\u{201d} {why}; {way_out}"),
        suggestion: here
            .filter(|(was, is)| !placed.is_adverb() && fits(was, is))
            .map(|(_, is)| in_case_of(words, is.words)),
    }
}

/// Whether one term can stand where another does.
fn fits(was: &Term, is: &Term) -> bool {
    was.start == is.start
}

/// Whether words are of the second row of ICD 203.
fn second(placed: &Placed) -> bool {
    ["proba", "odds", "remote", "nearly"].iter().any(|part| placed.words.contains(part))
}

/// The words of the row that has fewer.
fn rows(text: &Text<'_>, own: &[(&Mark, &'static Placed)], found: &mut Vec<Finding>) {
    let on: Vec<_> =
        own.iter().filter_map(|(mark, placed)| Some((mark, placed, placed.term(Ladder::Icd203)?))).collect();
    let seconds = on.iter().filter(|(_, placed, _)| second(placed)).count();
    let firsts = on.len().saturating_sub(seconds);
    if seconds == 0 || firsts == 0 {
        return;
    }
    let odd = firsts >= seconds;
    for (mark, placed, term) in on.into_iter().filter(|(_, placed, _)| second(placed) == odd) {
        let words = mark.span.of(text.raw);
        let other = |words: &&&str| ["proba", "odds", "remote", "nearly"].iter().any(|part| words.contains(part));
        let instead: Vec<&str> = if odd { vec![term.words] } else { term.also.iter().filter(other).copied().collect() };
        let suggestion = instead.first().filter(|_| odd && !placed.is_adverb() && !placed.words.contains("chance"));
        found.push(Finding {
            span: mark.span,
            rule: ROWS,
            severity: Severity::Warning,
            message: format!(
                "\u{201c}{words}\u{201d} is of the other row of ICD 203 than most terms here: two words for one band are read as two \
                 bands; write \u{201c}{}\u{201d}, or say that both mean the same",
                listed(instead.iter().copied())
            ),
            suggestion: suggestion.map(|instead| in_case_of(words, instead)),
        });
    }
}

#[cfg(test)]
mod tests {
    use record::words::Ladder;

    use super::*;
    use crate::wording::lint::suite::{check, clean, on, said};

    #[test]
    fn a_term_of_another_ladder_is_found() {
        check(LADDERS, "It is very likely. It is unlikely. It is highly likely.", &["highly likely"]);
        check(LADDERS, "It is highly likely. There is a realistic possibility. It is very likely.", &["very likely"]);
        assert_eq!(
            said(LADDERS, "It is very likely, and almost certain, but Highly Likely."),
            [(
                "\u{201c}Highly Likely\u{201d} is a term of the PHIA yardstick and NATO's ladder, and the others here are of ICD 203: \
                 readers cannot know which is meant; about the same there is \u{201c}very likely\u{201d} (80 to 95 %)"
                    .to_owned(),
                Some("Very likely".to_owned())
            )]
        );
    }

    #[test]
    fn a_ladder_that_is_asked_for_is_held_to() {
        let found = on(Ladder::Nato, "It is very likely.");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("is no term of NATO's ladder, on which this text is to stand"), "{found:?}");
        assert!(on(Ladder::Ipcc, "It is very likely.").is_empty());
    }

    #[test]
    fn words_that_all_have_or_that_are_quoted_do_no_harm() {
        clean(LADDERS, "It is likely. It is unlikely.");
        clean(LADDERS, "They wrote \u{201c}highly likely\u{201d}. It is very likely.");
        clean(LADDERS, "A is more likely than B. It is almost certain.");
    }

    #[test]
    fn the_two_rows_of_icd_203_are_not_mixed() {
        check(ROWS, "It is very likely. It is likely. It is probable.", &["probable"]);
        check(ROWS, "It is probable. It is highly probable. It is unlikely.", &["unlikely"]);
        assert_eq!(said(ROWS, "It is very likely. It is probable.")[0].1.as_deref(), Some("likely"));
        clean(ROWS, "It is probable. It is highly probable. It is improbable.");
        // One step of the PHIA yardstick.
        assert!(on(Ladder::Phia, "It is likely or probable.").is_empty());
    }
}
