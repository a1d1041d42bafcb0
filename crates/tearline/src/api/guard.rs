//! What stands around every answer: headers that let a browser do nothing but what the page needs, and a door that no other page
//! can speak through.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::problem::Problem;
use super::{Desk, Door};

/// The page runs its own scripts and no others, shows its own styles, speaks with this server, and stands in no other page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Lets a request in, and puts the headers on what goes out.
pub async fn around(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut response = match refused(&desk, &request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if api {
        // What one viewer sees is kept for nobody else.
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("cookie, authorization"));
    }
    response
}

fn refused(desk: &Desk, request: &Request) -> Option<Problem> {
    let Door::Open(_) = &desk.setting.door;
    // A page elsewhere can give its own name the address of this machine, and would then be taken for this one.
    if !is_here(request.headers()) {
        let hint = "open http://localhost, http://127.0.0.1 or http://[::1] with the port";
        return Some(Problem::refused("host", "without login this answers under a name of this machine alone", hint));
    }
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return None;
    }
    if from_elsewhere(request.headers()) {
        let hint = "send it from the page of this server, or from a program that is no browser";
        return Some(Problem::refused("origin", "another page sent this", hint));
    }
    let sent = request.headers().get("x-csrf-token").and_then(|token| token.to_str().ok());
    if !sent.is_some_and(|sent| same(sent, &desk.token)) {
        let hint = "send `csrf` of GET /api/v1/me as X-CSRF-Token";
        return Some(Problem::refused("csrf", "the token of the session is missing or old", hint));
    }
    None
}

/// Whether a request was sent to a name of this machine.
fn is_here(headers: &HeaderMap) -> bool {
    let Some(Ok(host)) = headers.get(header::HOST).map(HeaderValue::to_str) else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name == "::1" || name == "127.0.0.1"
}

/// Whether a browser says that another origin sent a request.
fn from_elsewhere(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?").to_owned());
    if let Some(site) = said("sec-fetch-site") {
        return site != "same-origin" && site != "none";
    }
    match (said("origin"), said("host")) {
        (Some(origin), Some(host)) => {
            origin != format!("http://{host}") && origin != format!("https://{host}")
        }
        _ => false,
    }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
fn same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        all.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_names_of_this_machine_are_answered_without_login() {
        for here in ["localhost:8400", "127.0.0.1", "[::1]:8400", "LOCALHOST"] {
            assert!(is_here(&headers(&[("host", here)])), "{here}");
        }
        for elsewhere in ["evil.example:8400", "localhost.evil.example", "127.0.0.1.nip.io", "", "10.0.0.5"] {
            assert!(!is_here(&headers(&[("host", elsewhere)])), "{elsewhere}");
        }
        assert!(!is_here(&headers(&[])));
    }

    #[test]
    fn what_another_page_sends_is_known_by_what_the_browser_says() {
        assert!(from_elsewhere(&headers(&[("sec-fetch-site", "cross-site"), ("host", "localhost:1")])));
        assert!(from_elsewhere(&headers(&[("sec-fetch-site", "same-site"), ("host", "localhost:1")])));
        assert!(from_elsewhere(&headers(&[("origin", "null"), ("host", "localhost:1")])));
        assert!(from_elsewhere(&headers(&[("origin", "http://localhost:2"), ("host", "localhost:1")])));
        assert!(!from_elsewhere(&headers(&[("origin", "http://localhost:1"), ("host", "localhost:1")])));
        assert!(!from_elsewhere(&headers(&[("sec-fetch-site", "same-origin"), ("host", "localhost:1")])));
        assert!(!from_elsewhere(&headers(&[("host", "localhost:1")])));
    }

    #[test]
    fn a_secret_is_the_same_or_not() {
        assert!(same("ab", "ab"));
        assert!(!same("ab", "ac"));
        assert!(!same("ab", "abc"));
        assert!(!same("", "a"));
    }
}
