//! The house: whether it works, and whether a packet is what was issued.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use disclose::packet::{self, Against, Contents, PublicKey, Report};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Sent;
use super::problem::{Problem, Writing};
use super::{Answer, Desk, Who};

/// Whether the server works.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// `ok`.
    status: &'static str,
    /// The version of the program.
    version: &'static str,
}

/// Whether the server works
#[utoipa::path(get, path = "/health", tag = "House", responses((status = 200, body = Health), super::problem::Reading))]
pub async fn health() -> Result<Answer, Problem> {
    Answer::json(&Health { status: "ok", version: env!("CARGO_PKG_VERSION") })
}

/// A packet to be looked at.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Given {
    /// Its files by their names, in Base64.
    #[schema(value_type = Object)]
    files: BTreeMap<String, String>,
    /// The public key of whoever issued it, as PEM.
    key: String,
    /// The log as it is published.
    log: Option<String>,
    /// The public key of the log, where it is not the issuer's.
    log_key: Option<String>,
    /// A checkpoint of the log that was kept from an earlier day.
    checkpoint: Option<String>,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
struct Verified {
    /// Whether it is what was issued.
    verified: bool,
    /// Why not.
    why: Option<String>,
    /// What was checked and what could not be, with the packet.
    #[schema(value_type = Option<Object>)]
    report: Option<Report>,
}

/// Whether a packet is what was issued: looks at nothing but what is sent
#[utoipa::path(post, path = "/verify", tag = "Disclose", request_body = Given, responses((status = 200, body = Verified), Writing))]
pub async fn verify(State(desk): State<Desk>, _: Who, Sent(given): Sent<Given>) -> Result<Answer, Problem> {
    desk.ask(async move || {
        let unread = |error: &dyn std::fmt::Display| Problem::unreadable(error.to_string(), "send the files in Base64");
        let mut files = BTreeMap::new();
        for (name, text) in given.files {
            files.insert(name, STANDARD.decode(text).map_err(|error| unread(&error))?);
        }
        let key = PublicKey::from_pem(&given.key)
            .map_err(|error| Problem::unreadable(error.to_string(), "send the .pub as it is"))?;
        let against = Against {
            log_key: given.log_key.as_deref(),
            log: given.log.as_deref(),
            checkpoint: given.checkpoint.as_deref(),
            older: None,
        };
        let contents = Contents { files, others: BTreeSet::new() };
        let found = match packet::examine(&contents, &key, &against) {
            Ok(report) => Verified { verified: true, why: None, report: Some(report) },
            Err(error) => Verified { verified: false, why: Some(error.to_string()), report: None },
        };
        Answer::json(&found)
    })
    .await
}
