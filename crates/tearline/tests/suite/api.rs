//! The desk over HTTP: every route of its document, as whoever looks calls it.

mod changed;
mod client;
mod covered;
mod entry;
mod guarded;
mod hidden;
mod provider;
mod routes;
