//! Formats from end to end: bytes in, documents and refusals out.

mod bombs;
mod cut;
mod hostile;
mod made;
mod tables;
mod taken;
mod wide;
