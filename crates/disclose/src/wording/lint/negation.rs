//! What a negation in front of a word of likelihood makes of it.
//!
//! "Not very likely" is no word of any ladder, and says only that something is less likely than that; "not unlikely" says that it is
//! more likely. What is denied a few words away may be something else, and then nobody can say what is left of the word.

use record::words::Term;

use super::text::{Sentence, Text};

/// How a word of likelihood is denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Negation {
    /// Nothing denies it.
    None,
    /// The negation at this place speaks of it.
    At(usize),
    /// Something close by denies, and nobody knows what.
    Near,
}

/// Words that deny what they stand in front of.
const DENIALS: [&str; 5] = ["not", "never", "hardly", "neither", "nor"];
/// Words that may stand between a negation and what it denies.
const BETWEEN: &str = "at all so that particularly especially quite yet longer from a an the any even exactly really necessarily now be been \
     being considered thought seen judged deemed assessed very highly remotely to";
/// Words behind which a negation has no power any more, or that make it none.
const ENDS: [&str; 6] = ["but", "and", "or", "only", "just", "merely"];
/// How many words in front may deny.
const NEAR: usize = 5;

impl Negation {
    /// Of what stands at a place of a sentence.
    pub(super) fn of(text: &Text<'_>, sentence: &Sentence, at: usize) -> Self {
        let mut before = "";
        for (word, place) in text.leading(sentence, at, NEAR).zip((0..at).rev()) {
            let of_two = (word == "no" && before == "longer") || (word == "far" && before == "from");
            if DENIALS.contains(&word) || word.ends_with("n't") || of_two {
                return Self::At(place);
            }
            if ENDS.contains(&word) {
                return Self::None;
            }
            if !BETWEEN.split_ascii_whitespace().any(|known| known == word) {
                break;
            }
            before = word;
        }
        let near = text.leading(sentence, at, NEAR).take_while(|word| !ENDS.contains(word)).count();
        let at_most = at.saturating_sub(near);
        let ended = text.leading(sentence, at, NEAR).any(|word| ENDS.contains(&word));
        let denied = match ended {
            true => text.within(at_most..at).iter().any(|word| DENIALS.contains(&&*word.folded)),
            false => text.denied(sentence, at),
        };
        if denied { Self::Near } else { Self::None }
    }
}

/// What a term leaves where it is denied: what is less likely, or where the term stands below even, what is more.
pub(super) fn left_of(term: &Term) -> (f64, f64) {
    if term.middle() < 0.5 { (term.high / 100.0, 1.0) } else { (0.0, term.low / 100.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_likely(text: &str) -> Negation {
        let text = Text::new(text);
        let at = text.words.iter().position(|word| word.folded == "likely").unwrap();
        Negation::of(&text, &text.sentences[0], at)
    }

    #[test]
    fn what_is_denied_is_told_from_what_stands_near_a_denial() {
        assert_eq!(of_likely("It is not at all likely."), Negation::At(2));
        assert_eq!(of_likely("It isn\u{2019}t likely."), Negation::At(1));
        assert_eq!(of_likely("It is no longer likely."), Negation::At(2));
        assert_eq!(of_likely("It is far from likely."), Negation::At(2));
        assert_eq!(of_likely("No attack is likely."), Negation::Near);
        for text in
            ["It is likely.", "It is not certain but likely.", "It is not only likely.", "They did not, likely."]
        {
            assert_eq!(of_likely(text), Negation::None, "{text}");
        }
    }
}
