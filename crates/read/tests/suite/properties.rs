//! What holds of any text, tried on texts made by chance.

use proptest::prelude::*;
use read::language::EN;
use read::segment::{is_blank, segment};

use crate::{reading, sound};

/// Pieces that news is made of, and pieces that break what reads news.
const NEWS: &str = "((The |A |U\\.S\\. |Mr\\. )?(ministry|officials|Orlo|Dalia Verrin|spokesman|he)(,)? \
                    (said|denied|says|asked|told reporters|declined to comment|according to|added)( that|:|,)? \
                    |[“”\"«»„‘’']|(the port was closed|talks might begin|no arms were sent|it would likely)\
                    |[.!?,;…—-]|\n|\n\n| |\r\n|\t|\u{feff}|\0|[A-Z]{4,9} |שלום |министр |é|\u{1f6a2}|\\(){0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_reading_of_any_text_is_sound(text in any::<String>()) {
        sound::check(&text, &reading(&text));
    }

    #[test]
    fn every_reading_of_what_looks_like_news_is_sound(text in NEWS) {
        sound::check(&text, &reading(&text));
    }

    #[test]
    fn every_letter_is_in_one_token_and_every_token_in_one_sentence(text in NEWS) {
        let segments = segment(&text, &EN);
        let mut tokens = segments.tokens.iter();
        let mut token = tokens.next();
        for (at, character) in text.char_indices() {
            if token.is_some_and(|token| token.end <= at) {
                token = tokens.next();
            }
            let inside = token.is_some_and(|token| token.start <= at && at < token.end);
            prop_assert_eq!(inside, !is_blank(character), "{:?} at {}", character, at);
        }
        let mut next = 0;
        for sentence in &segments.sentences {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(!sentence.tokens.is_empty());
            next = sentence.tokens.end;
        }
        prop_assert_eq!(next, segments.tokens.len());
    }

    #[test]
    fn the_same_text_gives_the_same_bytes_alone_or_among_others(text in NEWS, other in NEWS) {
        let bytes = |text: &str| serde_json::to_vec(&reading(text)).unwrap();
        let alone = bytes(&text);
        bytes(&other);
        prop_assert_eq!(&bytes(&text), &alone);
        let threads: Vec<_> = [text.clone(), other, text].map(|text| std::thread::spawn(move || bytes(&text))).into();
        let found: Vec<Vec<u8>> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        prop_assert_eq!(&found[0], &alone);
        prop_assert_eq!(&found[2], &alone);
    }
}
