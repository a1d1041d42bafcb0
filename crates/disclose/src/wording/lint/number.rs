//! A word of likelihood fits the number beside it.
//!
//! Readers who are given both believe the word and forget the number, or the other way round, so they must say the same.
//! A number belongs to a word that it stands next to, or beside which it is called a chance in the same sentence. Percentages
//! of other things are left alone.

use record::span::Span;
use record::words::{Ladder, Term};

use super::figure::{Figure, figures};
use super::ladder::{Placed, Tongue, band};
use super::lexicon::{Mark, Sign};
use super::negation::{Negation, left_of};
use super::text::{Sentence, Text, in_case_of};
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "word-against-number";

/// Words that may stand between a word of likelihood and its number.
const TIES: &str = "at about around roughly some approximately circa or ie i e that is an a the of probability chance likelihood odds \
     p with over under than more less least most between up to namely estimated say we put it";

/// How many words may stand between them.
const NEAR: usize = 4;

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let terms: Vec<(&Mark, &'static Placed)> = text
            .own(sentence)
            .filter_map(|mark| match mark.sign {
                Sign::Likelihood(placed) => Some((mark, placed)),
                _ => None,
            })
            .collect();
        if terms.is_empty() {
            continue;
        }
        let mut free = Vec::new();
        let mut bound = vec![false; terms.len()];
        for figure in figures(text, sentence) {
            // Terms are in order, so that only the neighbours of a figure can be next to it.
            let after = terms.partition_point(|(mark, _)| mark.words.start < figure.words.start);
            let next_to = |place: &usize| terms.get(*place).is_some_and(|(mark, _)| tied(text, mark, &figure));
            let place = after.checked_sub(1).filter(&next_to).or_else(|| Some(after).filter(&next_to));
            match place.and_then(|place| Some((place, terms.get(place)?))) {
                Some((place, (mark, placed))) => {
                    if let Some(bound) = bound.get_mut(place) {
                        *bound = true;
                    }
                    found.extend(said(text, sentence, *tongue, (mark, placed), figure.value(), Severity::Error));
                }
                None if figure.called => free.push((after, figure)),
                None => {}
            }
        }
        apart(text, sentence, *tongue, &terms, &bound, &free, found);
    }
}

/// Chances that stand next to no term: the nearest term in front or behind that has no number of its own.
fn apart(
    text: &Text<'_>,
    sentence: &Sentence,
    tongue: Tongue,
    terms: &[(&Mark, &'static Placed)],
    bound: &[bool],
    free: &[(usize, Figure)],
    found: &mut Vec<Finding>,
) {
    // Where several things are weighed, a number far from its word could belong to any.
    let [(_, figure)] = free else { return };
    let mut unbound = terms.iter().zip(bound).filter(|(_, bound)| !**bound).map(|(term, _)| term);
    let (Some((mark, placed)), None) = (unbound.next(), unbound.next()) else { return };
    // Each has a statement of its own: "a 30 % chance that it rains, and it is unlikely that it snows".
    let states = |at: usize| text.word(at) == "that";
    let (own, other) = (figure.words.end.saturating_add(1), mark.words.end);
    if (states(own) || states(figure.words.end)) && states(other) {
        return;
    }
    if sentence.words.contains(&figure.words.start) {
        found.extend(said(text, sentence, tongue, (mark, placed), figure.value(), Severity::Warning));
    }
}

/// Whether a figure stands next to a term.
pub(super) fn tied(text: &Text<'_>, mark: &Mark, figure: &Figure) -> bool {
    let (start, end) = if mark.words.end <= figure.words.start {
        (mark.words.end, figure.words.start)
    } else {
        (figure.words.end, mark.words.start)
    };
    let between = text.within(start..end);
    let known = |word: &str| TIES.split_ascii_whitespace().any(|tie| tie == word);
    if between.len() > NEAR || !between.iter().all(|word| known(&word.folded)) {
        return false;
    }
    // A clause that is over keeps its number: "It is likely; at 90 percent …" does not.
    let from = text.words.get(mark.words.end.saturating_sub(1).min(figure.words.end.saturating_sub(1)));
    let to = text.words.get(mark.words.start.max(figure.words.start));
    match (from, to) {
        (Some(from), Some(to)) => !text.between(from.span.end, to.span.start).contains([';', ':']),
        _ => false,
    }
}

/// What is wrong with a term for a probability, if anything is, as the sentence says or denies it.
fn said(
    text: &Text<'_>,
    sentence: &Sentence,
    tongue: Tongue,
    (mark, placed): (&Mark, &Placed),
    probability: f64,
    severity: Severity,
) -> Option<Finding> {
    match Negation::of(text, sentence, mark.words.start) {
        Negation::None => judged(text, tongue, mark, placed, probability, severity),
        Negation::At(place) => denied(text, tongue, (place, mark, placed), probability, severity),
        Negation::Near => None,
    }
}

/// What is wrong where a term is denied and the number beside it is the term's, or lies farther out.
fn denied(
    text: &Text<'_>,
    tongue: Tongue,
    (place, mark, placed): (usize, &Mark, &Placed),
    probability: f64,
    severity: Severity,
) -> Option<Finding> {
    let (ladder, term) = tongue.place(placed)?;
    let (low, high) = left_of(term);
    let is_term = ladder.term(probability).is_some_and(|right| right == term);
    let is_even = term.holds(0.5);
    let farther = !is_even && if low > 0.0 { probability < term.low / 100.0 } else { probability > term.high / 100.0 };
    if !is_term && !farther {
        return None;
    }
    let span = Span::new(text.words.get(place)?.span.start, mark.span.end);
    let words = span.of(text.raw);
    let left = match (is_even, low > 0.0) {
        (true, _) => format!("anything but {}", band(term)),
        (false, true) => format!("above {} %", percent(low)),
        (false, false) => format!("below {} %", percent(high)),
    };
    let here = tongue.ladder.term(probability);
    let instead = here.map_or_else(
        || format!("write the number alone, for which {} has no word", tongue.ladder),
        |term| format!("write \u{201c}{}\u{201d}, or look at the number again", term.words),
    );
    // A negation that is a word by itself goes with the term; another holds a part of what is said beside.
    let alone = matches!(text.word(place), "not" | "hardly" | "never");
    Some(Finding {
        span,
        rule: RULE,
        severity,
        message: format!(
            "\u{201c}{words}\u{201d} is {left} on {ladder} and the number is {} %: it says what the words deny; {instead}",
            percent(probability)
        ),
        suggestion: here
            .filter(|here| alone && here.start == term.start && !placed.is_adverb())
            .map(|here| in_case_of(words, here.words)),
    })
}

/// What is wrong with a term for a probability, if anything is.
pub(super) fn judged(
    text: &Text<'_>,
    tongue: Tongue,
    mark: &Mark,
    placed: &Placed,
    probability: f64,
    severity: Severity,
) -> Option<Finding> {
    let (ladder, term) = tongue.place(placed)?;
    let right = ladder.term(probability);
    if term.holds(probability) || right.is_some_and(|right| right == term) {
        return None;
    }
    let words = mark.span.of(text.raw);
    let percent = percent(probability);
    let here = tongue.ladder.term(probability);
    let instead = here.map_or_else(
        || format!("write the number alone, for which {} has no word", tongue.ladder),
        |term| format!("write \u{201c}{}\u{201d}, or look at the number again", term.words),
    );
    Some(Finding {
        span: mark.span,
        rule: RULE,
        severity,
        message: format!(
            "\u{201c}{words}\u{201d} is {} on {ladder} and the number is {percent} %: the word is {}; {instead}",
            band(term),
            compared(ladder, term, probability)
        ),
        suggestion: here
            .filter(|here| here.start == term.start && !placed.is_adverb())
            .map(|here| in_case_of(words, here.words)),
    })
}

fn compared(ladder: Ladder, term: &Term, probability: f64) -> &'static str {
    let (said, meant) = (term.middle() - 0.5, probability - 0.5);
    let even = ladder.term(0.5).is_some_and(|even| even == term);
    if said * meant < 0.0 && !even {
        "on the other side of even"
    } else if said.abs() > meant.abs() {
        "stronger"
    } else {
        "weaker"
    }
}

/// A probability in per cent, with no decimals that say nothing.
pub(super) fn percent(probability: f64) -> f64 {
    (probability * 1000.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use record::words::Ladder;

    use super::{RULE, Severity};
    use crate::wording::lint::suite::{check, clean, on, said, severities};

    #[test]
    fn a_word_and_the_number_next_to_it_must_agree() {
        check(RULE, "It is likely (90 %) that they met.", &["likely"]);
        check(RULE, "It is almost certain, at 70 percent.", &["almost certain"]);
        check(RULE, "It is 30 % likely that they met.", &["likely"]);
        check(RULE, "It is UNLIKELY (80-90 %).", &["UNLIKELY"]);
        assert_eq!(
            said(RULE, "It is Likely (90 %), and unlikely (60 %)."),
            [
                (
                    "\u{201c}Likely\u{201d} is 55 to 80 % on ICD 203 and the number is 90 %: the word is weaker; write \u{201c}very \
                     likely\u{201d}, or look at the number again"
                        .to_owned(),
                    Some("Very likely".to_owned())
                ),
                (
                    "\u{201c}unlikely\u{201d} is 20 to 45 % on ICD 203 and the number is 60 %: the word is on the other side of even; \
                     write \u{201c}likely\u{201d}, or look at the number again"
                        .to_owned(),
                    Some("likely".to_owned())
                ),
            ]
        );
        assert!(
            said(RULE, "It is almost certain (100 %).")[0]
                .0
                .ends_with("write the number alone, for which ICD 203 has no word")
        );
    }

    #[test]
    fn a_chance_elsewhere_in_the_sentence_counts_where_there_is_one_word_for_it() {
        check(RULE, "There is a 30% chance of rain, which is likely.", &["likely"]);
        assert_eq!(severities(RULE, "There is a 30% chance of rain, which is likely."), [Severity::Warning]);
        clean(RULE, "There is a 30% chance that it rains, and it is likely that it snows.");
        clean(RULE, "There is a 30% chance of rain, while snow is unlikely and hail is likely.");
    }

    #[test]
    fn what_agrees_and_what_is_no_probability_is_left_alone() {
        clean(RULE, "It is likely (74 %). There is a roughly even chance (50 %). It is very likely (over 80 %).");
        clean(
            RULE,
            "It is likely to raise output by 10 %. It is likely 10 % of the shells. Turnout was 90 %; it is likely.",
        );
        clean(RULE, "They called it \u{201c}likely (90 %)\u{201d}.");
        clean(RULE, "It is more likely (90 %) than before.");
    }

    #[test]
    fn a_word_that_is_denied_is_held_to_what_the_denial_leaves_of_it() {
        for sentence in [
            "It is not very likely (15 %).",
            "It is no longer likely (30 %).",
            "It isn't very likely (40 %).",
            "It is not at all likely (5 %).",
            "It is not almost certain (60 %).",
            "It is not unlikely (60 %).",
            "It is not very likely (80 %).",
            "No attack is likely (5 %).",
        ] {
            clean(RULE, sentence);
        }
        check(RULE, "It is not very unlikely (15 %).", &["not very unlikely"]);
        check(RULE, "It is not very likely (95 %).", &["not very likely"]);
        check(RULE, "It is not unlikely (10 %).", &["not unlikely"]);
        check(RULE, "It isn't likely (70 %).", &["isn't likely"]);
        check(RULE, "It is not only likely (90 %) but near.", &["likely"]);
        check(RULE, "It is not certain but likely (90 %).", &["likely"]);
        assert_eq!(
            said(RULE, "It is not very unlikely (15 %)."),
            [(
                "\u{201c}not very unlikely\u{201d} is above 20 % on ICD 203 and the number is 15 %: it says what the words deny; \
                 write \u{201c}very unlikely\u{201d}, or look at the number again"
                    .to_owned(),
                Some("very unlikely".to_owned())
            )]
        );
    }

    #[test]
    fn the_ladder_decides() {
        assert!(on(Ladder::Nato, "It is likely (85 %).").is_empty());
        assert!(on(Ladder::Ipcc, "It is likely (95 %).").is_empty());
        assert_eq!(on(Ladder::Phia, "It is likely (85 %).").len(), 1);
        // In a gap of the yardstick the nearest word is right.
        assert!(on(Ladder::Phia, "It is likely (77 %).").is_empty());
    }
}
