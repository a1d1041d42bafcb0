//! What makes a number the least or the most: `at least a 30 %`, `no more than 20`, `up to half a dozen`.

use super::text::{Sentence, Text};

/// What stands in front of a number and says on which side of it the true one lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    /// Whether the number is the least, and not the most.
    pub least: bool,
    /// The place of the first of its words.
    pub start: usize,
    /// The place of the word that turns it round, which denies nothing else: the `no` of `no more than`.
    pub turn: Option<usize>,
}

const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// The bound in front of a number, over its article.
pub(super) fn bound(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<Bound> {
    /// An article, two words of a bound, and what turns it round.
    const MOST: usize = 4;
    let leading: Vec<&str> = text.leading(sentence, at, MOST).collect();
    let articles = leading.iter().take(1).filter(|word| ARTICLES.contains(word)).count();
    let word = |by: usize| leading.get(articles.saturating_add(by)).copied().unwrap_or("");
    let (least, words) = match (word(1), word(0)) {
        ("more" | "greater" | "better" | "higher", "than") | ("at", "least") => (true, 2),
        ("less" | "lower" | "fewer" | "smaller", "than") | ("at", "most") | ("up", "to") => (false, 2),
        (_, "over" | "above" | "exceeding" | "exceeds" | "exceed") => (true, 1),
        (_, "under" | "below") => (false, 1),
        _ => return None,
    };
    let turned = matches!(word(words), "no" | "not");
    let before = articles.saturating_add(words).saturating_add(usize::from(turned));
    let start = at.saturating_sub(before);
    Some(Bound { least: least != turned, start, turn: turned.then_some(start) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_skipped_and_no_turns_it_round() {
        let read = |sentence: &str| {
            let text = Text::new(sentence);
            let at = text.words.iter().position(|word| word.folded == "30").unwrap();
            bound(&text, &text.sentences[0], at).map(|bound| (bound.least, text.word(bound.start).to_owned()))
        };
        for (sentence, least, first) in [
            ("It is at least a 30 % chance.", true, "at"),
            ("It is more than a 30 % chance.", true, "more"),
            ("It is over 30 %.", true, "over"),
            ("It is no less than 30 %.", true, "no"),
            ("It is at most a 30 % chance.", false, "at"),
            ("It is up to a 30 % chance.", false, "up"),
            ("It is no more than a 30 % chance.", false, "no"),
            ("It is not over 30 %.", false, "not"),
            ("No more than 30 % likely.", false, "no"),
        ] {
            assert_eq!(read(sentence), Some((least, first.to_owned())), "{sentence}");
        }
        for sentence in ["It is a 30 % chance.", "It rose to 30 %.", "There is no 30 % chance.", "No more, then: 30 %."]
        {
            assert_eq!(read(sentence), None, "{sentence}");
        }
    }
}
