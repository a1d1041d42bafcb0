//! The desk over HTTP: every route of its document, as whoever looks calls it.

mod client;
mod guarded;
mod hidden;
mod routes;
