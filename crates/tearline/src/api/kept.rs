//! Answers that are kept while nothing changes: weighing and linking compute, and many look at the same.
//!
//! An answer is kept for one viewer, with a stamp of the last entries that they see in every case and in the register, and of the
//! minute, since some answers look at the clock. What they do not see moves no stamp. Where a viewer sees anything protected
//! nothing is kept for them, so that every look of theirs is entered.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use casefile::Pulse;
use record::viewer::Viewer;

use super::problem::Problem;
use super::{Desk, Who};

/// No larger answer is kept, and no more of all together, in bytes.
const ONE: usize = 4 << 20;
const ALL: usize = 64 << 20;

/// For whom, and what was asked.
type Key = (String, String);

/// An answer as it went out, with the stamp of what it was made from.
#[derive(Debug, Clone)]
struct Kept {
    stamp: Vec<i64>,
    headers: HeaderMap,
    body: Bytes,
}

/// The answers that are kept.
#[derive(Debug, Default)]
pub struct Answers(Mutex<(HashMap<Key, Kept>, usize)>);

impl Answers {
    fn get(&self, key: &Key, stamp: &[i64]) -> Option<Response> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.0.get(key).filter(|kept| kept.stamp == stamp)?.clone();
        drop(all);
        let mut response = Body::from(kept.body).into_response();
        *response.headers_mut() = kept.headers;
        Some(response)
    }

    fn put(&self, key: Key, kept: Kept) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let size = kept.body.len();
        if all.1 + size > ALL {
            *all = (HashMap::new(), 0);
        }
        all.1 += size;
        if let Some(old) = all.0.insert(key, kept) {
            all.1 = all.1.saturating_sub(old.body.len());
        }
    }
}

/// Answers with what is kept, where nothing has changed since.
pub async fn answered(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // What is told as it happens is no answer to be kept, and one's own things change with no entry. Cover is computed from
    // everything that the house has, also what whoever looks does not see: it is answered anew.
    let anew = ["/cover", "/ladder", "/guard"].iter().any(|end| path.ends_with(end));
    let fixed = *request.method() == Method::GET && path.starts_with("/api/v1/cases") && !anew;
    let Some(who) = request.extensions().get::<Who>().filter(|_| fixed).cloned() else {
        return next.run(request).await;
    };
    let key = (told(&who.viewer), request.uri().to_string());
    let casefile = desk.casefile.clone();
    let pulse = desk.ask(async move || casefile.pulse(&who.viewer).await.map_err(Problem::from)).await;
    let pulse = match pulse {
        Ok(pulse) if !pulse.protected => pulse,
        Ok(_) => return next.run(request).await,
        Err(problem) => return problem.into_response(),
    };
    let stamp = stamp(&desk, &pulse);
    if let Some(kept) = desk.answers.get(&key, &stamp) {
        return kept;
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || !response.headers().contains_key(header::ETAG) {
        return response;
    }
    let (head, body) = response.into_parts();
    // It is in memory as it is.
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else { return Problem::broken().into_response() };
    if bytes.len() <= ONE {
        desk.answers.put(key, Kept { stamp, headers: head.headers.clone(), body: bytes.clone() });
    }
    Response::from_parts(head, Body::from(bytes))
}

fn stamp(desk: &Desk, pulse: &Pulse) -> Vec<i64> {
    let minute = desk.casefile.moment().0 / 60_000_000;
    pulse.seen.iter().copied().chain([minute]).collect()
}

/// Everything on which it depends what a viewer sees.
fn told(viewer: &Viewer) -> String {
    let cases = viewer.cases.as_ref().map(|cases| cases.iter().map(ToString::to_string).collect::<Vec<_>>());
    format!("{:?} {} {:?} {}", viewer.name, viewer.clearance, cases, viewer.full)
}
