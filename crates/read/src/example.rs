//! What tests of several rooms read, and how.

use record::reading::{Claim, Head, Reading};

/// The head of a document of which nothing is known.
pub fn head() -> Head {
    Head { path: "t".into(), sha256: String::new(), title: None, outlet: None, date: None, language: None, text: None }
}

/// The reading of a text.
pub fn reading(text: &str) -> Reading {
    crate::read(text, head())
}

/// The claims of a text.
pub fn claims(text: &str) -> Vec<Claim> {
    reading(text).claims
}

/// The one claim of a text.
#[track_caller]
pub fn only(text: &str) -> Claim {
    let mut claims = claims(text);
    assert_eq!(claims.len(), 1, "{text}: {claims:?}");
    claims.remove(0)
}
