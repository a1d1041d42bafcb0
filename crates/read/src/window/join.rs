//! The reading of a window joined to those before it: spans are moved to where the window stands in the document, and
//! ids are counted on.

use record::reading::{GoodsClaim, Reading};
use record::span::Span;

/// Joins `next`, which was read from a window that begins at byte `at` and at sentence `sentences` of the document.
pub(super) fn join(joined: &mut Reading, next: Reading, at: usize, sentences: usize) {
    let moved = Moved {
        at,
        claims: joined.claims.len(),
        actors: joined.actors.len(),
        places: joined.places.len(),
        times: joined.times.len(),
        events: joined.events.len(),
    };
    // Every field is named, so that one that is new cannot be left out here.
    let Reading {
        document: _,
        claims,
        schema: _,
        reader: _,
        places,
        actors,
        times,
        events,
        transfers,
        needs,
        capacities,
        problems,
    } = next;
    joined.claims.extend(claims.into_iter().map(|mut claim| {
        moved.id(&mut claim.id);
        claim.sentence += sentences;
        moved.reference(&mut claim.within);
        moved.reference(&mut claim.time);
        moved.reference(&mut claim.source.actor);
        moved.spans(&mut claim.source.spans);
        moved.spans(&mut claim.cue.spans);
        moved.spans(&mut claim.content.spans);
        claim
    }));
    joined.places.extend(places.into_iter().map(|mut place| {
        moved.id(&mut place.id);
        moved.spans(&mut place.mentions);
        place
    }));
    joined.actors.extend(actors.into_iter().map(|mut actor| {
        moved.id(&mut actor.id);
        moved.spans(&mut actor.mentions);
        actor
    }));
    joined.times.extend(times.into_iter().map(|mut time| {
        moved.id(&mut time.id);
        moved.span(&mut time.span);
        time
    }));
    joined.events.extend(events.into_iter().map(|mut event| {
        moved.id(&mut event.id);
        for reference in [&mut event.actor, &mut event.target, &mut event.claim, &mut event.time, &mut event.place] {
            moved.reference(reference);
        }
        moved.span(&mut event.span);
        event
    }));
    joined.transfers.extend(transfers.into_iter().map(|mut transfer| {
        for reference in [&mut transfer.supplier, &mut transfer.recipient, &mut transfer.claim, &mut transfer.time] {
            moved.reference(reference);
        }
        moved.span(&mut transfer.span);
        transfer
    }));
    let goods = |mut claim: GoodsClaim| {
        for reference in [&mut claim.actor, &mut claim.claim, &mut claim.time] {
            moved.reference(reference);
        }
        moved.span(&mut claim.span);
        claim
    };
    joined.needs.extend(needs.into_iter().map(goods));
    joined.capacities.extend(capacities.into_iter().map(goods));
    joined.problems.extend(problems.into_iter().map(|mut problem| {
        if let Some(span) = &mut problem.span {
            moved.span(span);
        }
        problem
    }));
}

/// By how much a window's spans and ids are moved.
struct Moved {
    at: usize,
    claims: usize,
    actors: usize,
    places: usize,
    times: usize,
    events: usize,
}

impl Moved {
    fn span(&self, span: &mut Span) {
        *span = Span::new(span.start + self.at, span.end + self.at);
    }

    fn spans(&self, spans: &mut [Span]) {
        spans.iter_mut().for_each(|span| self.span(span));
    }

    fn reference(&self, reference: &mut Option<String>) {
        if let Some(id) = reference {
            self.id(id);
        }
    }

    /// `c3` becomes `c` and 3 more than the claims before. What is no id of this kind stays as it is.
    fn id(&self, id: &mut String) {
        let by = match id.as_bytes().first() {
            Some(b'c') => self.claims,
            Some(b'a') => self.actors,
            Some(b'p') => self.places,
            Some(b't') => self.times,
            Some(b'e') => self.events,
            _ => return,
        };
        if let Some(number) = id.get(1..).and_then(|number| number.parse::<usize>().ok()) {
            id.truncate(1);
            id.push_str(&number.saturating_add(by).to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_counted_on_and_other_words_are_left_alone() {
        let moved = Moved { at: 0, claims: 7, actors: 2, places: 0, times: 4, events: 0 };
        let shown = |id: &str| {
            let mut id = id.to_owned();
            moved.id(&mut id);
            id
        };
        assert_eq!(["c1", "a3", "t12", "c", "cue", "Verrin"].map(shown), ["c8", "a5", "t16", "c", "cue", "Verrin"]);
    }
}
