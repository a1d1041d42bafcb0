//! What holds of every reading, whatever the text. The fuzzer checks the same.

use std::collections::BTreeSet;

use record::reading::{Head, Reading};
use record::span::{Span, text_of};

/// A document of which nothing is known but its text.
pub fn nothing_known() -> Head {
    Head {
        path: "text".to_owned(),
        sha256: String::new(),
        title: None,
        outlet: None,
        date: None,
        language: None,
        text: None,
    }
}

/// Panics if `reading` cannot be a reading of `text`: spans outside it or inside a character, ids out of order, references
/// to nothing, words that do not stand where they are said to stand, JSON that does not come back as it was.
pub fn check(text: &str, reading: &Reading) {
    let ids = |all: Vec<&String>, letter: char| -> BTreeSet<String> {
        for (number, id) in all.iter().enumerate() {
            assert_eq!(**id, format!("{letter}{}", number + 1), "ids are counted");
        }
        all.into_iter().cloned().collect()
    };
    let claims = ids(reading.claims.iter().map(|claim| &claim.id).collect(), 'c');
    let actors = ids(reading.actors.iter().map(|actor| &actor.id).collect(), 'a');
    let places = ids(reading.places.iter().map(|place| &place.id).collect(), 'p');
    let times = ids(reading.times.iter().map(|time| &time.id).collect(), 't');
    ids(reading.events.iter().map(|event| &event.id).collect(), 'e');
    let known = |reference: &Option<String>, all: &BTreeSet<String>| {
        assert!(reference.as_ref().is_none_or(|id| all.contains(id)), "{reference:?} refers to nothing");
    };
    let mut last = 0;
    for claim in &reading.claims {
        assert!(claim.sentence >= last, "claims are in order");
        last = claim.sentence;
        let parts = [
            (&claim.source.text, &claim.source.spans),
            (&claim.cue.text, &claim.cue.spans),
            (&claim.content.text, &claim.content.spans),
        ];
        for (words, spans) in parts {
            spans.iter().for_each(|span| stands(*span, text));
            assert_eq!(*words, text_of(spans, text), "words stand where they are said to");
            assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "spans are in order");
        }
        assert!(!claim.cue.spans.is_empty(), "a claim has a cue");
        known(&claim.within, &claims);
        assert_ne!(claim.within.as_ref(), Some(&claim.id), "nothing is within itself");
        known(&claim.time, &times);
        known(&claim.source.actor, &actors);
        let certainty = &claim.certainty;
        assert!(0.0 <= certainty.low && certainty.low <= certainty.high && certainty.high <= 1.0, "{certainty:?}");
    }
    let mentions =
        reading.actors.iter().map(|actor| &actor.mentions).chain(reading.places.iter().map(|it| &it.mentions));
    mentions.flatten().for_each(|span| stands(*span, text));
    reading.times.iter().for_each(|time| stands(time.span, text));
    for event in &reading.events {
        stands(event.span, text);
        known(&event.claim, &claims);
        known(&event.time, &times);
        known(&event.place, &places);
    }
    for transfer in &reading.transfers {
        stands(transfer.span, text);
        known(&transfer.claim, &claims);
        known(&transfer.time, &times);
    }
    for problem in &reading.problems {
        assert!(problem.span.is_none_or(|span| span.is_empty() || !span.of(text).is_empty()), "{problem:?}");
    }
    let json = serde_json::to_string(reading).expect("a reading can be written");
    let back: Reading = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(&back, reading, "JSON comes back as it was");
}

fn stands(span: Span, text: &str) {
    assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{span:?} is no part of the text");
}
