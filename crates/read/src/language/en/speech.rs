//! Verbs of speech.

/// Words of speech after which a closed quotation's sentence goes on.
pub(super) const SPEECH: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "adds",
    "replied",
    "wrote",
    "writes",
    "explained",
    "argued",
    "shouted",
    "cried",
    "insisted",
    "warned",
    "declared",
    "wondered",
];
