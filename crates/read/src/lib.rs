//! Text to claims: who says what, in which words, how sure.
//!
//! [`read`] takes the text of one document and what is known of it, and gives a [`Reading`]: every claim with its
//! source, cue and content as byte spans. It never fails. What it could not read it says in
//! [`Reading::problems`]. It needs no disk, clock or chance, and knows nothing of cases: the same text gives the same
//! reading, alone or in a batch.

pub mod attribute;
mod certainty;
pub mod language;
pub mod model;
pub mod name;
pub mod parse;
pub mod segment;
pub mod tag;

use record::reading::{Head, Problem, Reader, Reading, SCHEMA};

use crate::language::EN;
use crate::segment::segment;

/// The version of the reader. A case keeps it with every reading, and with every claim's anchor.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the model in use.
pub const MODEL: &str = "linear-1";

/// Reads one document. `head` is passed through, but for what only the text can tell.
pub fn read(text: &str, head: Head) -> Reading {
    let segments = segment(text, &EN);
    let mut problems = Vec::new();
    if segments.tokens.is_empty() {
        problems.push(problem("empty", "the document has no words: nothing was read"));
    }
    let (claims, actors, all) = attribute::attribute(text, &segments, &EN, &mut problems);
    let names = name::names(text, &segments, &all, &EN);
    Reading {
        document: head,
        claims,
        schema: SCHEMA,
        reader: Reader { version: VERSION.to_owned(), model: MODEL.to_owned() },
        places: name::places(text, &segments, &names),
        actors,
        times: Vec::new(),
        events: Vec::new(),
        transfers: Vec::new(),
        problems,
    }
}

fn problem(kind: &str, message: &str) -> Problem {
    Problem { kind: kind.to_owned(), message: message.to_owned(), span: None }
}
