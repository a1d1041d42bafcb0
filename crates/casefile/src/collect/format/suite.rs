//! Formats from end to end: bytes in, documents and refusals out.

mod hostile;
mod made;
mod tables;
mod taken;
