//! A client of a desk that answers in this very process, with the clock and chance of the test.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use casefile::{Casefile, Place};
use record::viewer::Viewer;
use serde_json::Value;
use tearline::api::{self, Door, Provider, Setting};
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::desk::Desk;

/// A desk that answers.
pub struct Client {
    router: Router,
    runtime: Runtime,
    /// What every write sends back.
    pub token: String,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: StatusCode,
    /// Names and values, sorted.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{} {}", self.status, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Opens the store of a desk for a viewer; for whoever holds it where no clearance is named.
    pub fn over(desk: &Desk, clearance: Option<&str>) -> Self {
        Self::set_up(desk, clearance, None)
    }

    /// The same with a page that stands in a folder.
    pub fn with_page(desk: &Desk, page: &Path) -> Self {
        Self::set_up(desk, None, Some(page.to_owned()))
    }

    /// The same where everybody logs in; the first account needs the code `c0de`.
    pub fn with_accounts(desk: &Desk) -> Self {
        Self::behind(desk, Door::Accounts { code: "c0de".to_owned() }, None)
    }

    fn set_up(desk: &Desk, clearance: Option<&str>, page: Option<PathBuf>) -> Self {
        let viewer = match clearance {
            None => Viewer::holder("ann"),
            Some(clearance) => Viewer::cleared("ann", clearance.parse().unwrap()),
        };
        let mut client = Self::behind(desk, Door::Open(viewer), page);
        client.token = client.get("/api/v1/me").json()["csrf"].as_str().unwrap().to_owned();
        client
    }

    /// The same where a provider says who people are.
    pub fn with_provider(desk: &Desk, provider: Provider) -> Self {
        Self::whole(desk, Door::Accounts { code: "c0de".to_owned() }, None, Some(provider))
    }

    fn behind(desk: &Desk, door: Door, page: Option<PathBuf>) -> Self {
        Self::whole(desk, door, page, None)
    }

    fn whole(desk: &Desk, door: Door, page: Option<PathBuf>, provider: Option<Provider>) -> Self {
        // Two desks of one step begin with the same chance.
        desk.go_to(900_000);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let place = Place::from(desk.store_file().as_path());
        let casefile = runtime.block_on(Casefile::open(&place, desk.seams())).unwrap();
        let setting = Setting { door, demo: false, page, program: None, signing: None, behind_tls: false, provider };
        let router = api::router(api::Desk::new(casefile, &desk.seams(), setting));
        Self { router, runtime, token: String::new() }
    }

    /// Looks at something.
    pub fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], Vec::new())
    }

    /// Sends JSON as the page does.
    pub fn write(&self, method: Method, path: &str, body: &Value) -> Reply {
        let headers = [("content-type", "application/json"), ("x-csrf-token", self.token.as_str())];
        self.send(method, path, &headers, serde_json::to_vec(body).unwrap())
    }

    /// Sends anything.
    pub fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "localhost:8400");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let body = axum::body::to_bytes(body, 64 << 20).await.unwrap().to_vec();
            let named = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
                (name.to_string(), value.to_str().unwrap().to_owned())
            };
            let mut headers: Vec<(String, String)> = head.headers.iter().map(named).collect();
            headers.sort();
            Reply { status: head.status, headers, body }
        })
    }
}
