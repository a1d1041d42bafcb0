//! Formats from end to end: bytes in, documents and refusals out.
