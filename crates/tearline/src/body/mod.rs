//! What is said of each thing as JSON: one shape for `--format json` and for the API, so that the two cannot drift apart.
//!
//! Each file is a room. Nothing here asks the store or decides what somebody may see: it is given what they see.

pub mod actors;
pub mod calendar;
pub mod case;
pub mod claims;
pub mod evidence;
pub mod forecasts;
pub mod judgement;
pub mod log;
pub mod register;
pub mod roots;
pub mod score;
pub mod search;
pub mod stix;
pub mod timeline;
pub mod why;

/// A day, a moment or another value as it is printed.
fn printed<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}
