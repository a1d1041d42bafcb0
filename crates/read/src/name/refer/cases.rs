//! Documents that an analyst can read, and who is meant in them.
