//! Whether a content is asserted or negated as it is worded.
//!
//! What counts is the main predicate: "sailed without escorts" and "the ship, which was not armed, sailed" are positive.
//! A negation that belongs to a hedge ("is not likely to") is part of the hedge, and the content is what it is about.
//! What somebody denies, will not speak of or evades is the matter itself, and mostly positive.

use record::reading::{Polarity, Stance};

use super::clause::{Clause, Form, negated};
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::attribute::stance::said_by_nobody;
use crate::language::Language;
use crate::parse::Rel;

/// The polarity of a content. `told` says that the denial or refusal stands in the words said and not in the cue, so
/// that its negation is that of the stance; `cue` is the head of the cue.
pub(crate) fn polarity(
    all: &Analysis,
    language: &Language,
    stance: Stance,
    told: bool,
    cue: usize,
    clause: Option<&Clause>,
) -> Polarity {
    let Some(clause) = clause else { return Polarity::Positive };
    // "Has *not* decided to build": that it will be built is not what is said.
    let unsaid = stance == Stance::Says && negated(all, language, cue);
    if unsaid && Form::of(all, language, clause.head).infinitive {
        return Polarity::Negative;
    }
    // What nobody has said is not said to be so, whatever it is.
    if said_by_nobody(all, language, cue) {
        return Polarity::Negative;
    }
    let matter = matches!(stance, Stance::Denies | Stance::Declines | Stance::Evades);
    if matter && told {
        return Polarity::Positive;
    }
    let within =
        |at: usize| clause.holds(at) && negated(all, language, at) && !part_of_hedge(all, language, clause, at);
    // "There is no sign that": what follows is looked at too, and "had plans not to" is not.
    let below = |at: usize| children(all, at).find(|child| all.rel[*child] == Rel::Xcomp);
    let looked_through = |at: usize| language.phrases().words.raise.contains(&all.lemma[at]);
    let negative = within(clause.head) || (looked_through(clause.head) && below(clause.head).is_some_and(within));
    if negative { Polarity::Negative } else { Polarity::Positive }
}

/// Whether the negation of the predicate at `at` stands in a hedge.
pub(super) fn part_of_hedge(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> bool {
    let phrases = language.phrases();
    clause.within.clone().filter_map(|start| phrases.hedges.at(all, &clause.within, start)).any(|hit| {
        let near = hit.tokens.contains(&at) || hit.tokens.clone().any(|token| all.head[token] as usize == at);
        let not = |token: usize| {
            let words = &phrases.words;
            let word = &all.word[token];
            words.not.contains(&all.lemma[token]) || words.no.contains(word) || words.none.contains(word)
        };
        near && hit.tokens.clone().any(not)
    })
}

#[cfg(test)]
mod tests {
    use record::reading::Polarity::{self, Negative, Positive};

    use crate::example::only;

    #[track_caller]
    fn check(polarity: Polarity, texts: &[&str]) {
        for text in texts {
            assert_eq!(only(text).polarity, polarity, "{text}");
        }
    }

    #[test]
    fn the_main_predicate_decides() {
        check(
            Negative,
            &[
                "The minister said the convoy had not crossed the border.",
                "Officials said no shells were found on board.",
                "The agency said nobody was hurt.",
                "The minister said the company failed to report the sale.",
                "No ship sailed on Sunday, the admiral said.",
                "Not all the crates were opened, the officer said.",
                "The government has not decided to build the port.",
            ],
        );
        check(
            Positive,
            &[
                "The ministry said the ship, which was not armed, had docked.",
                "The admiral said the fleet had sailed without escorts.",
                "Corvania, which has no navy, bought two boats, traders said.",
                "The minister said exports declined in March.",
                "The minister said nobody believes the ceasefire will hold.",
            ],
        );
    }

    #[test]
    fn what_is_denied_is_positive_and_a_negative_that_is_denied_is_not() {
        check(Positive, &["The transport ministry denied that its barges had carried ammunition."]);
        check(Negative, &["The general denied that there were no civilians in the village."]);
    }

    #[test]
    fn the_negation_of_a_hedge_is_not_that_of_the_content() {
        check(Positive, &["The geologist said the slope is not likely to be stable."]);
    }
}
