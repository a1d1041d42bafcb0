//! What happens while somebody looks: server-sent events.
//!
//! Nobody is told of what they cannot see: an event is sent where the last entry that the viewer sees has changed, and says in
//! which case.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use record::id::CaseId;

use super::problem::{Problem, Reading};
use super::{Desk, Who};

/// How long after a change it is told at the latest.
const BEAT: Duration = Duration::from_secs(2);

type Seen = BTreeMap<CaseId, i64>;

/// What changes: `changed` with the `case`, or with `null` for the house register; `hello` first
#[utoipa::path(get, path = "/events", tag = "House", responses((status = 200, content_type = "text/event-stream", body = String), Reading))]
pub async fn events(
    State(desk): State<Desk>,
    who: Who,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let seen = seen(&desk, &who).await?;
    let first = Event::default().event("hello").data("{}");
    let watch = (desk, who, seen, vec![first]);
    let told = stream::unfold(watch, |(desk, who, mut before, mut waiting)| async move {
        loop {
            if let Some(event) = waiting.pop() {
                return Some((Ok(event), (desk, who, before, waiting)));
            }
            tokio::select! {
                () = tokio::time::sleep(BEAT) => {}
                () = desk.stopped() => return None,
            }
            let now = seen_again(&desk, &who).await?;
            for case in now.iter().filter(|(case, last)| before.get(case) != Some(last)).map(|(case, _)| case) {
                let named = if *case == CaseId::HOUSE { None } else { Some(case.to_string()) };
                let data = serde_json::json!({ "case": named }).to_string();
                waiting.push(Event::default().event("changed").data(data));
            }
            before = now;
        }
    });
    Ok(Sse::new(told).keep_alive(KeepAlive::default()))
}

async fn seen(desk: &Desk, who: &Who) -> Result<Seen, Problem> {
    let (casefile, viewer) = (desk.casefile.clone(), who.viewer.clone());
    desk.ask(async move || Ok(casefile.last_seen(&viewer).await?.into_iter().collect())).await
}

/// The same while the connection stands; it ends where the store does not answer, and the browser comes again.
async fn seen_again(desk: &Desk, who: &Who) -> Option<Seen> {
    seen(desk, who).await.ok()
}
