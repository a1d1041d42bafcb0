//! Text to claims: who says what, in which words, how sure.
//!
//! [`read`] takes the text of one document and what is known of it, and gives a [`Reading`]: every claim with its
//! source, cue and content as byte spans. It never fails. What it could not read it says in
//! [`Reading::problems`]. It needs no disk, clock or chance, and knows nothing of cases: the same text gives the same
//! reading, alone or in a batch.

pub mod actor;
pub mod attribute;
pub mod certainty;
pub mod event;
#[cfg(test)]
mod example;
pub mod language;
mod look;
pub mod model;
pub mod name;
pub mod parse;
pub(crate) mod predicate;
mod problems;
mod scene;
pub mod segment;
pub mod tag;
pub mod time;
pub(crate) mod transfer;
mod window;

use record::reading::{Event, Head, Place, Problem, Reader, Reading};

use crate::actor::Cast;
use crate::language::EN;
use crate::scene::Scene;
use crate::segment::segment;

/// The version of the reader. A case keeps it with every reading, and with every claim's anchor.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the model in use.
pub const MODEL: &str = "linear-1";

/// Reads one document. `head` is passed through, but for what only the text can tell.
pub fn read(text: &str, head: Head) -> Reading {
    let mut problems = Vec::new();
    let head = look::look(text, head, &EN, &mut problems);
    let mut reading = window::read(text, head, window::LIMIT, |text, head| part(text, head, event::events));
    problems.append(&mut reading.problems);
    reading.problems = problems::thinned(problems);
    reading
}

/// Reads one document with another model of events, as measuring one on text that it was not trained on needs it.
pub fn read_events_by(text: &str, head: Head, model: &event::model::EventModel<'_>) -> Reading {
    let events = |scene: &Scene<'_>, places: &[Place], cast: &mut Cast| event::events_by(model, scene, places, cast);
    window::read(text, head, window::LIMIT, |text, head| part(text, head, events))
}

/// What the models of events look at in one document, as training them needs it.
pub fn study_events(text: &str, head: Head) -> event::study::Study {
    let mut study = event::study::Study::default();
    part(text, head, |scene, places, cast| {
        study = event::study::study(scene, places, cast);
        Vec::new()
    });
    study
}

/// Reads one window of a document; `events` reads its events.
fn part(text: &str, head: Head, events: impl FnOnce(&Scene<'_>, &[Place], &mut Cast) -> Vec<Event>) -> window::Part {
    let segments = segment(text, &EN);
    let mut reading = nothing_yet(head);
    let mut undated = 0;
    if let Some(told) = attribute::attribute(text, &segments, &EN, &mut reading.problems) {
        let date = reading.document.date.as_ref();
        let times = time::times(text, &segments, &told.all, date, &EN, &mut reading.problems);
        reading.claims = told.claims;
        for claim in &mut reading.claims {
            claim.time = time::time_of(claim, &times, &segments, &told.all);
        }
        reading.places = name::places(text, &segments, &told.names);
        let document = actor::Document {
            text,
            segments: &segments,
            all: &told.all,
            names: &told.names,
            referred: &told.referred,
            language: &EN,
            date,
        };
        let (claims, places) = (&mut reading.claims, &mut reading.places);
        let mut cast = Cast::of(&document, told.actors, claims, places, &mut reading.problems);
        let (claims, all) = (&reading.claims, &told.all);
        let scene = Scene { text, segments: &segments, all, language: &EN, claims, times: &times };
        reading.events = events(&scene, &reading.places, &mut cast);
        let trade = transfer::transfers(&scene, &mut cast, &mut reading.problems);
        (reading.transfers, reading.needs, reading.capacities) = (trade.transfers, trade.needs, trade.capacities);
        cast.close(&mut reading);
        undated = times.iter().filter(|found| found.unresolved).count();
        reading.times = times.into_iter().map(|found| found.time).collect();
    }
    window::Part { reading, sentences: segments.sentences.len(), undated }
}

/// Reads only who says what, of one document that is not too long for one window, as measuring its speed apart needs it:
/// no times, events or transfers, and no actors but those that claims name.
pub fn read_claims(text: &str, head: Head) -> Reading {
    let mut reading = nothing_yet(head);
    if let Some(told) = attribute::attribute(text, &segment(text, &EN), &EN, &mut reading.problems) {
        reading.claims = told.claims;
    }
    reading
}

/// A reading by this reader in which nothing stands yet.
fn nothing_yet(head: Head) -> Reading {
    Reading::of(head, Reader { version: VERSION.to_owned(), model: MODEL.to_owned() })
}

fn problem(kind: &str, message: &str) -> Problem {
    Problem { kind: kind.to_owned(), message: message.to_owned(), span: None }
}
