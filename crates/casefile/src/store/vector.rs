//! The words of a document as PostgreSQL's index takes them: a `tsvector`, written out.
//!
//! Its parser and its dictionaries are passed by: what is a word is decided in one place for every store. A vector has
//! limits (<https://www.postgresql.org/docs/current/textsearch-limitations.html>): a megabyte of words, places up to 16,383,
//! and 255 places of a word. A document that goes beyond the last two is found by its words all the same, and where they
//! stand is looked up in its text.

use std::collections::BTreeMap;

use crate::search::words;

/// So many bytes of different words go into a vector, what it keeps of each counted with it. The places of words, of which
/// there are at most as many as [`PLACES`], have room beside it.
const BYTES: usize = 1_000_000;
/// What a vector keeps of a word beside its bytes.
const OF_WORD: usize = 4;
/// Places behind this one are all one and the same to PostgreSQL.
const PLACES: u16 = 16_382;
/// More places of a word are not kept.
const OF_ONE: usize = 255;

/// A document's words in the form of a `tsvector`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Vector {
    /// As PostgreSQL reads it.
    pub literal: String,
    /// Whether it holds every word and every place.
    pub whole: bool,
    /// How many different words had no room.
    pub left_out: usize,
}

impl Vector {
    /// The vector of a title, a text and the words that stand for facets.
    pub(super) fn of(title: &str, text: &str, facets: &[String]) -> Self {
        let mut places: BTreeMap<String, Vec<u16>> = BTreeMap::new();
        let mut left_out = std::collections::BTreeSet::new();
        let (mut whole, mut room, mut place) = (true, BYTES, 0_u16);
        for facet in facets {
            room = room.saturating_sub(facet.len() + OF_WORD);
            places.insert(facet.clone(), Vec::new());
        }
        for part in [title, text] {
            words(part, |_, word| {
                place = place.saturating_add(1);
                if !places.contains_key(word) {
                    let size = word.len() + OF_WORD;
                    if size > room {
                        whole = false;
                        left_out.insert(word.to_owned());
                        return;
                    }
                    room -= size;
                    places.insert(word.to_owned(), Vec::new());
                }
                let Some(found) = places.get_mut(word) else { return };
                if place <= PLACES && found.len() < OF_ONE {
                    found.push(place);
                } else {
                    whole = false;
                }
            });
            // No phrase goes on from the title into the text.
            place = place.saturating_add(1);
        }
        let mut literal = String::new();
        for (word, places) in &places {
            // No word holds a quotation mark or a stroke, since those are no letters.
            literal.push_str(&format!("'{word}'"));
            for (at, place) in places.iter().enumerate() {
                literal.push(if at == 0 { ':' } else { ',' });
                literal.push_str(&place.to_string());
            }
            literal.push(' ');
        }
        Self { literal, whole, left_out: left_out.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_with_their_places_and_facets_without() {
        let vector = Vector::of("Port shut", "The port was shut.", &["=0e1".to_owned()]);
        assert_eq!(vector.literal, "'=0e1' 'port':1,5 'shut':2,7 'the':4 'wa':6 ");
        assert!(vector.whole);
    }

    #[test]
    fn what_is_beyond_the_limits_is_known_to_be() {
        assert!(!Vector::of("", &"so ".repeat(256), &[]).whole);
        let long: String = (0..17_000).map(|number| format!("{number} ")).collect();
        let vector = Vector::of("", &long, &[]);
        assert_eq!((vector.whole, vector.left_out), (false, 0));
        assert!(vector.literal.contains("'16999' "));
        let longest: String = (0..200_000).map(|number| format!("word{number} ")).collect();
        let vector = Vector::of("", &longest, &[]);
        assert!(vector.left_out > 100_000 && vector.literal.len() < 1_400_000);
    }
}
