//! What a claim says, as a set of words: two claims say the same where most of the words of the shorter are in the other.

use std::collections::BTreeSet;

/// Words that say how a sentence is built, and words of saying: they make no claims alike.
const EMPTY: [&str; 63] = [
    "about", "after", "again", "against", "also", "among", "because", "been", "before", "being", "between", "both",
    "could", "does", "doing", "done", "during", "each", "from", "further", "have", "having", "here", "into", "itself",
    "just", "made", "make", "more", "most", "must", "only", "other", "over", "report", "reported", "reports", "said",
    "same", "says", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "under", "until", "very", "were", "what", "when", "which", "will", "would",
];

/// Longer words are cut to so many letters, so that endings do not count.
const LETTERS: usize = 6;

/// The words of a content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// The words of some text.
    pub fn of(text: &str) -> Self {
        let words = text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
        let told = words.filter(|word| word.chars().count() > 3 && !EMPTY.contains(&word.as_str()));
        Self(told.map(|word| word.chars().take(LETTERS).collect()).collect())
    }

    /// The words in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many words both have, and which part of the shorter one's that is, 0 to 1.
    pub fn shared(&self, other: &Self) -> (usize, f64) {
        let both = self.0.intersection(&other.0).count();
        (both, both as f64 / self.0.len().min(other.0.len()).max(1) as f64)
    }

    /// Whether both say the same, as far as words can tell.
    pub fn same(&self, other: &Self) -> bool {
        let (both, part) = self.shared(other);
        both >= 3 && part >= 0.5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_said_in_other_words_is_the_same_and_another_thing_of_the_same_is_not() {
        let one = Words::of("China is considering providing lethal support to Russia");
        assert!(
            one.same(&Words::of("that China considers lethal support, such as ammunition, for Russia\u{2019}s war"))
        );
        assert!(!one.same(&Words::of("that Russia had asked Iran for drones")));
        assert!(!one.same(&Words::of("China and Russia")));
    }
}
