//! Where names may stand.
//!
//! Nine tokens in ten cannot be part of a name, and nothing need be asked of them. A stretch is made of words with a
//! capital, what joins them (*of the*, a hyphen, an ampersand), and numbers beside them.

use std::ops::Range;

use crate::attribute::analysis::Analysis;
use crate::segment::Segments;
use crate::tag::Upos;

/// The most tokens without a capital that may join two with one.
const LONGEST_JOINT: usize = 3;

/// What a token can be for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    None,
    /// Something between two parts of a name.
    Joint,
    /// A number, if a word of a name is beside it.
    Number,
    /// A word of a name.
    Word,
}

/// What token `at` can be; `first` says that it begins its sentence.
fn part(text: &str, segments: &Segments, all: &Analysis, at: usize, first: bool) -> Part {
    let word = segments.tokens[at].of(text);
    let upos = all.tag[at].upos;
    let small = matches!(upos, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Punct | Upos::Sym);
    let mut letters = word.chars();
    match letters.next() {
        // Accounts and tags of social media are no names in a text.
        Some('@' | '#') => Part::None,
        Some(_) if word.contains('@') || word.contains("://") => Part::None,
        Some(letter) if letter.is_uppercase() || letters.any(char::is_uppercase) => {
            let pronoun =
                matches!(upos, Upos::Pron) && !(word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
            if pronoun && (first || word == "I") {
                Part::None
            } else if first && (small || matches!(upos, Upos::Sconj | Upos::Aux)) {
                Part::Joint
            } else {
                Part::Word
            }
        }
        Some('0'..='9') => Part::Number,
        _ if small || upos == Upos::Propn || upos == Upos::X => Part::Joint,
        _ => Part::None,
    }
}

/// Calls `found` with every stretch of a sentence's tokens in which names may stand.
pub fn stretches(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    sentence: &Range<usize>,
    mut found: impl FnMut(Range<usize>),
) {
    // The stretch that is open, and where its last word of a name ends.
    let mut open: Option<(usize, usize)> = None;
    // Where the joints and numbers begin that may belong to the next word.
    let mut lead: Option<usize> = None;
    for at in sentence.clone() {
        let kind = part(text, segments, all, at, at == sentence.start);
        match kind {
            Part::Word => {
                let start = lead.filter(|lead| at - lead <= LONGEST_JOINT).unwrap_or(at);
                open = match open {
                    Some((from, end)) if at - end <= LONGEST_JOINT => Some((from, at + 1)),
                    Some((from, end)) => {
                        found(from..end);
                        Some((start.max(end), at + 1))
                    }
                    None => Some((start, at + 1)),
                };
                lead = None;
            }
            Part::Number => match open {
                Some((from, end)) if end == at => open = Some((from, at + 1)),
                _ => lead = lead.or(Some(at)),
            },
            Part::Joint => {
                // A joint leads a name only at the start of its sentence: *The Hague*.
                if at == sentence.start {
                    lead = Some(at);
                } else if at > 0 && lead != Some(sentence.start) {
                    lead = None;
                }
            }
            Part::None => {
                if let Some((from, end)) = open.take() {
                    found(from..end);
                }
                lead = None;
            }
        }
    }
    if let Some((from, end)) = open {
        found(from..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    /// The stretches of a text, with `|` between them.
    fn check(text: &str, expected: &str) {
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let mut shown = Vec::new();
        for sentence in &segments.sentences {
            stretches(text, &segments, &all, &sentence.tokens, |stretch| {
                let words: Vec<&str> = segments.tokens[stretch].iter().map(|token| token.of(text)).collect();
                shown.push(words.join(" "));
            });
        }
        assert_eq!(shown.join(" | "), expected);
    }

    #[test]
    fn small_words_join_two_with_a_capital_and_others_part_them() {
        check(
            "They saw the Bank of the Asher Valley and later met Dalia Verrin there.",
            "Bank of the Asher Valley | Dalia Verrin",
        );
    }

    #[test]
    fn numbers_belong_to_the_word_beside_them() {
        check("The pilots of the 139th Corvanian wing flew Verrin 747 jets in 2019.", "139th Corvanian | Verrin 747");
    }

    #[test]
    fn text_without_capitals_costs_nothing() {
        check("it was said that ships sailed; 12 of them came back, and @Orlo wrote of it.", "");
    }
}
