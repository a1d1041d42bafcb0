//! How the server does, for Prometheus: how many requests of which route ended how, and how long they took.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Mutex;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::Desk;

/// The upper ends of the buckets of time, in seconds.
const BUCKETS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// What was counted of one route, method and status.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    buckets: [u64; BUCKETS.len()],
    count: u64,
    seconds: f64,
}

/// What was counted.
#[derive(Debug, Default)]
pub struct Metrics(Mutex<BTreeMap<(String, String, u16), Count>>);

/// Counts a request.
pub async fn count(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    // The route, and never the address: that would tell of what is looked at.
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str).to_owned();
    let method = request.method().as_str().to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    desk.metrics.add(route, method, response.status().as_u16(), begun.elapsed().as_secs_f64());
    response
}

impl Metrics {
    fn add(&self, route: String, method: String, status: u16, seconds: f64) {
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let count = all.entry((route, method, status)).or_default();
        for (bucket, end) in count.buckets.iter_mut().zip(BUCKETS) {
            *bucket += u64::from(seconds <= end);
        }
        count.count += 1;
        count.seconds += seconds;
    }

    fn text(&self) -> String {
        let all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut out = String::from(
            "# HELP tearline_request_seconds How long requests took.\n# TYPE tearline_request_seconds histogram\n",
        );
        for ((route, method, status), count) in all.iter() {
            let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
            for (bucket, end) in count.buckets.iter().zip(BUCKETS) {
                let _ = writeln!(out, "tearline_request_seconds_bucket{{{labels},le=\"{end}\"}} {bucket}");
            }
            let _ = writeln!(out, "tearline_request_seconds_bucket{{{labels},le=\"+Inf\"}} {}", count.count);
            let _ = writeln!(out, "tearline_request_seconds_sum{{{labels}}} {}", count.seconds);
            let _ = writeln!(out, "tearline_request_seconds_count{{{labels}}} {}", count.count);
        }
        out
    }
}

/// The route of the metrics. It tells how much is done by all, and is for whoever runs the server.
pub fn routes() -> Router<Desk> {
    Router::new().route("/metrics", get(metrics))
}

async fn metrics(State(desk): State<Desk>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], desk.metrics.text())
}
