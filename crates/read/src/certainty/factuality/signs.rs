//! The signs of a language's words, by the hash of the lemma.

use crate::language::{Language, Sign};
use crate::model::hash::folded;

/// Which words say whether an event took place.
#[derive(Debug, Clone)]
pub struct Signs {
    words: Vec<(u64, Sign)>,
}

impl Signs {
    /// The signs of `language`.
    pub fn new(language: &Language) -> Self {
        let rows = language.signs.iter();
        let mut words: Vec<_> = rows.flat_map(|row| row.lemmas.iter().map(|lemma| (folded(lemma), row.sign))).collect();
        words.sort_unstable();
        Self { words }
    }

    /// The sign of a hashed lemma.
    pub fn of(&self, lemma: u64) -> Option<Sign> {
        let at = self.words.binary_search_by_key(&lemma, |(hash, _)| *hash).ok()?;
        self.words.get(at).map(|(_, sign)| *sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;

    #[test]
    fn no_word_has_two_signs() {
        let signs = Signs::new(&EN);
        for pair in signs.words.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "one word has the signs {:?} and {:?}", pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn a_sign_is_found_by_the_lemma() {
        let signs = Signs::new(&EN);
        assert_eq!(signs.of(folded("Fail")), Some(Sign::Fails));
        assert_eq!(signs.of(folded("harbour")), None);
    }
}
