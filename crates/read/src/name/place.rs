//! The places of a document, from its names.

use std::collections::HashMap;

use record::reading::Place;
use record::span::Span;

use super::{Name, NameKind};
use crate::segment::Segments;

/// The places that are named, in the order of their first mentions. Names with the same words, whatever their case, are
/// mentions of one place; which country it is in is not told.
pub fn places(text: &str, segments: &Segments, names: &[Name]) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for name in names.iter().filter(|name| name.kind == NameKind::Place) {
        let (Some(first), Some(last)) = (segments.tokens.get(name.first), segments.tokens.get(name.last)) else {
            continue;
        };
        let span = Span::new(first.start, last.end);
        // A name may go on in the next line.
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        let name = words.join(" ");
        let number = *known.entry(name.to_lowercase()).or_insert(out.len());
        match out.get_mut(number) {
            Some(place) => place.mentions.push(span),
            None => out.push(Place { id: format!("p{}", number + 1), name, country: None, mentions: vec![span] }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    #[test]
    fn a_place_named_twice_is_one_with_two_mentions() {
        let text = "Port Vale is calm . Orlo left PORT\nVALE for Asher .";
        let segments = segment(text, &EN);
        let name = |first, last, kind| Name { first, last, kind };
        let names = [
            name(0, 1, NameKind::Place),
            name(5, 5, NameKind::Person),
            name(7, 8, NameKind::Place),
            name(10, 10, NameKind::Place),
        ];
        let found = places(text, &segments, &names);
        let shown: Vec<_> =
            found.iter().map(|place| (place.id.as_str(), place.name.as_str(), place.mentions.len())).collect();
        assert_eq!(shown, [("p1", "Port Vale", 2), ("p2", "Asher", 1)]);
        assert_eq!(found[0].mentions[1].of(text), "PORT\nVALE");
    }
}
