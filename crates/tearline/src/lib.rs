//! tearline
