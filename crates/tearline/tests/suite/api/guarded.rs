//! What stands around every answer: headers, the door, the hash of the body, and what is not taken.

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::client::Client;
use crate::desk::Desk;

fn desk() -> (Desk, Client) {
    let mut desk = Desk::new();
    desk.write("a.txt", "The ministry said that the port was closed. “We sent nothing,” Minister Orlo said.");
    desk.works(&["case", "new", "Will A arm B?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@a.txt"]);
    let client = Client::over(&desk, None);
    (desk, client)
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let (_desk, client) = desk();
    for path in ["/", "/api/v1/me", "/api/v1/cases/ffff", "/nowhere.js", "/api/v1/nowhere", "/metrics"] {
        let reply = client.get(path);
        let policy = reply.header("content-security-policy").unwrap_or_default();
        assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("x-frame-options"), Some("DENY"), "{path}");
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(reply.header("server"), None, "{path}");
        if path.starts_with("/api/") {
            assert_eq!(reply.header("cache-control"), Some("private, no-cache"), "{path}");
        }
    }
}

#[test]
fn whoever_has_a_body_already_is_not_sent_it_again() {
    let (_desk, client) = desk();
    let first = client.get("/api/v1/cases");
    let tag = first.header("etag").unwrap().to_owned();
    let again = client.send(Method::GET, "/api/v1/cases", &[("if-none-match", &tag)], Vec::new());
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let other = client.send(Method::GET, "/api/v1/cases", &[("if-none-match", "\"x\"")], Vec::new());
    assert_eq!(other.body, first.body);
    for packed in ["gzip", "br"] {
        let reply = client.send(Method::GET, "/api/v1/cases", &[("accept-encoding", packed)], Vec::new());
        assert_eq!(reply.header("content-encoding"), Some(packed));
    }
}

#[test]
fn without_login_only_a_name_of_this_machine_is_answered() {
    let (_desk, client) = desk();
    for host in ["evil.example", "evil.example:8400", "localhost.evil.example"] {
        let reply = client.send(Method::GET, "/api/v1/cases", &[("host", host)], Vec::new());
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(reply.json()["code"], "host");
    }
}

#[test]
fn nothing_is_written_that_another_page_sends() {
    let (_desk, client) = desk();
    let body = || serde_json::to_vec(&json!({"files": {}, "key": ""})).unwrap();
    let sent = |headers: &[(&str, &str)]| {
        let all = [&[("content-type", "application/json")][..], headers].concat();
        client.send(Method::POST, "/api/v1/verify", &all, body())
    };
    assert_eq!(sent(&[]).json()["code"], "csrf");
    assert_eq!(sent(&[("x-csrf-token", "0000")]).json()["code"], "csrf");
    let token = ("x-csrf-token", client.token.as_str());
    assert_eq!(sent(&[token, ("origin", "https://evil.example")]).json()["code"], "origin");
    assert_eq!(sent(&[token, ("sec-fetch-site", "cross-site")]).json()["code"], "origin");
    assert_eq!(sent(&[token, ("origin", "http://localhost:8400")]).json()["code"], "invalid");
}

#[test]
fn an_error_says_what_it_is_and_the_way_out() {
    let (_desk, client) = desk();
    let reply = client.get("/api/v1/cases/ffff");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let problem = reply.json();
    assert_eq!(problem["status"], 404);
    assert_eq!(problem["code"], "unknown");
    assert!(problem["detail"].as_str().unwrap().contains("ffff") && problem["hint"].is_string(), "{problem}");
    let misspelt = client.get("/api/v1/cases?limits=3").json();
    assert_eq!(misspelt["detail"], "there is no parameter \"limits\"");
    assert_eq!(misspelt["hint"], "it takes cursor, limit");
}

#[test]
fn no_path_leads_out_of_the_page() {
    let (desk, _) = desk();
    desk.write("secret.txt", "secret");
    std::fs::create_dir(desk.path("page")).unwrap();
    desk.write("page/index.html", "<p>page");
    desk.write("page/.hidden", "secret");
    let client = Client::with_page(&desk, &desk.path("page"));
    assert_eq!(client.get("/").text(), "<p>page");
    assert_eq!(client.get("/cases/1/weigh").text(), "<p>page");
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/.hidden", "//secret.txt", "/..%5csecret.txt"]
    {
        assert!(!client.get(path).text().contains("secret"), "{path}");
    }
}

#[test]
fn what_is_no_json_is_told_as_that() {
    let (_desk, client) = desk();
    let token = ("x-csrf-token", client.token.as_str());
    let plain = client.send(Method::POST, "/api/v1/verify", &[token], b"{}".to_vec());
    assert_eq!(plain.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let json = ("content-type", "application/json");
    let broken = client.send(Method::POST, "/api/v1/verify", &[token, json], b"{".to_vec());
    assert_eq!((broken.status, broken.json()["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("invalid")));
    let large = client.send(Method::POST, "/api/v1/verify", &[token, json], vec![b' '; 9 << 20]);
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
}
