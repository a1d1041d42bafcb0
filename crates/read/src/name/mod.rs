//! Names: of people, organisations, places, and the rest.
//!
//! Nine tokens in ten cannot be part of a name and are passed over ([`region`]). For the others a linear model weighs
//! what the token looks like ([`look`]), what lists and classes of words know ([`gazetteer`]), how the document writes
//! the word elsewhere ([`usage`]) and how it stands in its sentence ([`features`]); the best sequence of labels is found
//! exactly ([`label`]). At last the names of a document are made to agree with each other ([`memory`]). Who is meant by
//! them, and by pronouns and descriptions, is told by [`refer`].

mod body;
pub mod features;
pub mod gazetteer;
pub mod label;
pub mod look;
pub mod memory;
mod namer;
mod place;
pub mod refer;
pub mod region;
pub mod usage;

use std::sync::OnceLock;

pub use self::namer::{Namer, embedded, gather, walk};
pub use self::place::places;
use crate::attribute::analysis::Analysis;
use crate::language::Language;
use crate::model::ModelError;
use crate::segment::Segments;

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name {
    /// Its first token, as an index of [`Segments::tokens`].
    pub first: usize,
    /// Its last token; the first one too if the name is one token.
    pub last: usize,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum NameKind {
    /// A person, or a being that is spoken of as one.
    Person,
    /// A company, a ministry, a party, a team, an alliance.
    Organisation,
    /// A state, a town, a region, a river, a building.
    Place,
    /// Anything else that has a name: peoples and languages, laws, works, ships, battles.
    Other,
}

impl NameKind {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Other];
}

/// The language whose names the model knows.
const LANGUAGE: &str = "en";

/// The names of a document, in the order of the text, none overlapping another. `all` is the analysis of `segments`.
/// There are none in a language that the model was not trained on.
pub fn names(text: &str, segments: &Segments, all: &Analysis, language: &Language) -> Vec<Name> {
    static NAMER: OnceLock<Result<Namer<'static>, ModelError>> = OnceLock::new();
    match NAMER.get_or_init(embedded) {
        Ok(namer) if language.code == LANGUAGE => {
            let mut found = namer.find(text, segments, all);
            body::name(text, segments, all, language, &mut found);
            found
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    fn read(text: &str) -> (Segments, Vec<Name>) {
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let quotes = crate::attribute::quotes(text, &segments);
        let all = Analysis::of(text, &segments, &quotes, &tagger, &parser);
        let found = names(text, &segments, &all, &EN);
        (segments, found)
    }

    /// The names as `Kind words`, in their order.
    fn check(text: &str, expected: &str) {
        let (segments, found) = read(text);
        let shown = |name: &Name| {
            let words: Vec<&str> = segments.tokens[name.first..=name.last].iter().map(|token| token.of(text)).collect();
            format!("{:?} {}", name.kind, words.join(" "))
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn persons_are_named_without_their_titles() {
        check("President Dalia Verrin met Mr. Orlo in Paris.", "Person Dalia Verrin; Person Orlo; Place Paris");
    }

    #[test]
    fn bodies_and_peoples_are_told_from_places() {
        check(
            "The French government asked the Ministry of Defence in London.",
            "Other French; Organisation Ministry of Defence; Place London",
        );
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_is_no_name() {
        check("Officials said nothing. However, they agreed. The talks failed on Monday.", "");
    }

    #[test]
    fn bad_input_gives_no_names_and_no_panic() {
        for text in [
            "",
            " \n\n ",
            "\u{0}",
            "...",
            "'",
            "@Orlo #Verrin http://A.example/B",
            "\u{4e2d}\u{6587}\u{3002}",
            "\u{fffd}",
        ] {
            check(text, "");
        }
        for text in ["A", "I I I I", "OF THE OF THE", "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}", "\u{130}\u{1c5}"] {
            read(text);
        }
    }

    #[test]
    fn an_analysis_of_another_document_gives_no_names() {
        let segments = segment("Dalia Verrin left Paris.", &EN);
        assert_eq!(names("Dalia Verrin left Paris.", &segments, &Analysis::default(), &EN), []);
    }

    #[test]
    fn a_damaged_model_is_an_error() {
        let bytes = include_bytes!("../../../../models/names.bin");
        for end in [0, 1, 20, 100, 5000, bytes.len() / 2, bytes.len() - 1] {
            assert!(Namer::open(&bytes[..end], gazetteer::embedded().unwrap()).is_err(), "cut at {end}");
        }
        assert!(gazetteer::Gazetteer::open(bytes).is_err());
    }

    fn lie_well(text: &str) -> Result<(), TestCaseError> {
        let (segments, found) = read(text);
        let mut next = 0;
        for name in &found {
            prop_assert!(name.first >= next && name.first <= name.last && name.last < segments.tokens.len());
            let inside = |sentence: &&crate::segment::Sentence| sentence.tokens.contains(&name.first);
            let sentence = segments.sentences.iter().find(inside);
            prop_assert!(sentence.is_some_and(|sentence| sentence.tokens.contains(&name.last)));
            next = name.last + 1;
        }
        // What was read before leaves no trace.
        read("Verrin and Orlo left Paris for the Asher valley.");
        prop_assert_eq!(read(text).1, found);
        Ok(())
    }

    proptest! {
        #[test]
        fn names_lie_within_sentences_apart_and_are_the_same_again(text in any::<String>()) {
            lie_well(&text)?;
        }

        #[test]
        fn so_they_do_in_what_looks_like_news(text in "(Verrin|Paris|Bank|THE|Of|of|the|and|said|Mr\\.|U\\.S\\.|[0-9]{1,4}|'s|[-\"“”(),.&@#:]|é|É|[A-Z][a-z]{0,6}|\n\n?| ){0,80}") {
            lie_well(&text)?;
        }
    }
}
