//! Text into paragraphs, sentences and tokens, every one of them a span of bytes.
//!
//! Tokens follow the conventions of the English Universal Dependencies treebanks, since the later stages are trained
//! on them: clitics stand alone (`do|n't`, `Wang|'s`), hyphens and slashes part words, an abbreviation keeps its
//! full stop. Every character that is not blank belongs to exactly one token, and every token to one sentence.

mod dateline;
mod paragraph;
mod sentence;
mod token;

use std::ops::Range;

use record::span::Span;

use crate::language::Language;

/// The most tokens a sentence may have. A longer one is cut here, so that no stage meets unbounded input.
pub const LONGEST_SENTENCE: usize = 512;

/// A document cut into sentences of tokens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segments {
    /// All tokens in order.
    pub tokens: Vec<Span>,
    /// All sentences in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence, or a line that stands for one: a headline, a list item, a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, as a range of [`Segments::tokens`].
    pub tokens: Range<usize>,
    /// From its first token to its last.
    pub span: Span,
    /// The number of its paragraph, counted from 0.
    pub paragraph: usize,
}

/// Whether a character shows nothing: white space, control characters, byte order marks and the signs that turn the
/// direction of writing. Such a character parts words and belongs to none. Joiners inside words and emoji are not blank.
#[inline]
pub fn is_blank(character: char) -> bool {
    if character.is_ascii() {
        return character <= ' ' || character == '\u{7f}';
    }
    character.is_whitespace()
        || matches!(
            character,
            '\u{80}'..='\u{9f}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Cuts `text` into sentences and tokens.
pub fn segment(text: &str, language: &Language) -> Segments {
    let mut segments = Segments::default();
    for (number, paragraph) in paragraph::paragraphs(text).into_iter().enumerate() {
        let first = segments.tokens.len();
        token::tokenise(text, paragraph, language, &mut segments.tokens);
        sentence::split(text, first..segments.tokens.len(), number, language, &mut segments);
    }
    segments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::EN;

    /// `text` with `|` between tokens and a new line for each sentence.
    fn shown(text: &str) -> String {
        let segments = segment(text, &EN);
        let lines: Vec<String> = segments
            .sentences
            .iter()
            .map(|sentence| {
                let words: Vec<&str> =
                    segments.tokens[sentence.tokens.clone()].iter().map(|token| token.of(text)).collect();
                words.join("|")
            })
            .collect();
        lines.join("\n")
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        check(
            "Mr. Orlo met Sen. Vane on Feb. 24. U.S. officials agreed.",
            "Mr.|Orlo|met|Sen.|Vane|on|Feb.|24|.\nU.S.|officials|agreed|.",
        );
        check("They left the U.S. He stayed.", "They|left|the|U.S.\nHe|stayed|.");
        check("John F. Kelly spoke at 2:30 p.m. Eastern.", "John|F.|Kelly|spoke|at|2:30|p.m.|Eastern|.");
    }

    #[test]
    fn a_quotation_followed_by_its_cue_stays_one_sentence() {
        check("\"Why now?\" he asked. \"Go!\" They went.", "\"|Why|now|?|\"|he|asked|.\n\"|Go|!|\"\nThey|went|.");
        check("“We will see.” The minister left.", "“|We|will|see|.|”\nThe|minister|left|.");
        check("‘No comment,’ she said.", "‘|No|comment|,|’|she|said|.");
    }

    #[test]
    fn clitics_hyphens_and_numbers_follow_the_treebanks() {
        check("It doesn't, can't and won't.", "It|does|n't|,|ca|n't|and|wo|n't|.");
        check(
            "Wang's U.S.-built, battle-tested drones cost $1,250.50 (or 12%).",
            "Wang|'s|U.S.|-|built|,|battle|-|tested|drones|cost|$|1,250.50|(|or|12|%|)|.",
        );
        check(
            "The officials’ plan… and/or http://a.example/x-y?z=1, ok@b.example.",
            "The|officials|’|plan|…|and|/|or|http://a.example/x-y?z=1|,|ok@b.example|.",
        );
        check("We cannot wait -- not now.", "We|can|not|wait|--|not|now|.");
    }

    #[test]
    fn headlines_and_lists_are_sentences_without_a_full_stop() {
        check(
            "Ministry denies report\n\nPORT VALE (NW) — Ships sailed.\n- first\n- second",
            "Ministry|denies|report\nPORT|VALE|(|NW|)|—\nShips|sailed|.\n-|first\n-|second",
        );
    }

    #[test]
    fn lines_broken_by_a_mail_program_are_one_paragraph() {
        let text = "The ministry said on Monday that the cargo had been inspected before it left the\n\
                    harbour, and that nothing had been found in any of the nine containers which the\n\
                    inspectors opened. It gave no further details and did not say who had asked for the\n\
                    inspection.\n";
        let segments = segment(text, &EN);
        assert_eq!(segments.sentences.len(), 2);
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "word ".repeat(2000);
        let segments = segment(&text, &EN);
        assert_eq!(segments.tokens.len(), 2000);
        assert!(segments.sentences.iter().all(|sentence| sentence.tokens.len() <= LONGEST_SENTENCE));
    }

    /// Every character but blanks in exactly one token; every token in exactly one sentence; all in order.
    fn tiles(text: &str) -> Result<(), TestCaseError> {
        let segments = segment(text, &EN);
        let mut covered = vec![false; text.len()];
        let mut at = 0;
        for token in &segments.tokens {
            prop_assert!(token.start >= at && !token.is_empty());
            prop_assert!(text.is_char_boundary(token.start) && text.is_char_boundary(token.end));
            covered[token.start..token.end].fill(true);
            at = token.end;
        }
        for (index, character) in text.char_indices() {
            prop_assert!(covered[index] != is_blank(character), "{character:?} at {index}");
        }
        let mut next = 0;
        for sentence in &segments.sentences {
            prop_assert!(sentence.tokens.start == next && !sentence.tokens.is_empty());
            next = sentence.tokens.end;
            prop_assert_eq!(sentence.span.start, segments.tokens[sentence.tokens.start].start);
            prop_assert_eq!(sentence.span.end, segments.tokens[sentence.tokens.end - 1].end);
        }
        prop_assert_eq!(next, segments.tokens.len());
        Ok(())
    }

    proptest! {
        #[test]
        fn tokens_and_sentences_tile_any_text(text in any::<String>()) {
            tiles(&text)?;
        }

        #[test]
        fn tokens_and_sentences_tile_what_looks_like_news(text in "([A-Z][a-z]{0,6}|U\\.S\\.|\\$[0-9,.]+|n't|'s|[\"“”‘’'.,;:!?()-]|é|—|…|\n\n?|[ \u{a0}\t]){0,60}") {
            tiles(&text)?;
        }
    }
}
