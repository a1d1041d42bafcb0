//! Changing something over HTTP: what somebody else changed is not written over, and what is sent badly changes nothing.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::client::{Client, Reply};
use crate::desk::Desk;

fn desk() -> (Desk, Client, String) {
    let mut desk = Desk::new();
    desk.write("a.txt", "The ministry said that the port was closed. “We sent nothing,” Minister Orlo said.");
    desk.works(&["case", "new", "Will A arm B?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@a.txt"]);
    let client = Client::over(&desk, None);
    let case = client.get("/api/v1/cases").json()["items"][0]["id"].as_str().unwrap().to_owned();
    (desk, client, format!("/api/v1/cases/{case}"))
}

fn claims(client: &Client, case: &str) -> Vec<Value> {
    client.get(&format!("{case}/claims")).json()["items"].as_array().unwrap().clone()
}

fn upload(client: &Client, case: &str, query: &str, bytes: &[u8]) -> Reply {
    let headers = [("x-csrf-token", client.token.as_str())];
    client.send(Method::POST, &format!("{case}/uploads?{query}"), &headers, bytes.to_vec())
}

#[test]
fn a_claim_that_somebody_else_decided_on_is_shown_with_both_words() {
    let (_desk, client, case) = desk();
    let claim = claims(&client, &case)[0]["claim"].as_str().unwrap().to_owned();
    let path = format!("{case}/claims/{claim}/reviews");
    let first = client.write(Method::POST, &path, &json!({"verdict": "reject", "seen": 0, "why": "a guess"}));
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    let second = client.write(Method::POST, &path, &json!({"verdict": "accept", "seen": 0, "why": "as it stands"}));
    assert_eq!(second.status, StatusCode::CONFLICT);
    let problem = second.json();
    assert_eq!(problem["code"], "changed");
    assert_eq!(problem["theirs"]["reviews"][0]["why"], "a guess");
    assert_eq!(problem["yours"]["why"], "as it stands");
    let again = client.write(Method::POST, &path, &json!({"verdict": "accept", "seen": 1}));
    assert_eq!(again.json()["reviews"].as_array().unwrap().len(), 2, "{}", again.text());
}

#[test]
fn a_line_that_somebody_else_changed_is_not_written_over() {
    let (_desk, client, case) = desk();
    let claim = claims(&client, &case)[0]["claim"].clone();
    let new = json!({"purpose": "Tell all", "audience": "public", "channel": "press"});
    let draft = client.write(Method::POST, &format!("{case}/disclosures"), &new).json();
    let path = format!("{case}/disclosures/{}", draft["id"].as_str().unwrap());
    let line = json!({"text": "The ministry says that the port is closed.", "claims": [claim]});
    let drafted = client.write(Method::POST, &format!("{path}/lines"), &line);
    assert_eq!(drafted.status, StatusCode::CREATED, "{}", drafted.text());
    let seen = "The ministry says that the port is closed.";
    let change = |text: &str| json!({"text": text, "seen": seen});
    let ann =
        client.write(Method::PUT, &format!("{path}/lines/1"), &change("The ministry said that the port was closed."));
    assert_eq!(ann.status, StatusCode::OK, "{}", ann.text());
    let ben = client.write(Method::PUT, &format!("{path}/lines/1"), &change("The port is closed, says the ministry."));
    assert_eq!(ben.status, StatusCode::CONFLICT);
    assert_eq!(ben.json()["theirs"]["text"], "The ministry said that the port was closed.");
    assert_eq!(ben.json()["yours"]["text"], "The port is closed, says the ministry.");
    let now = client.get(&path).json();
    assert_eq!(now["lines"][0]["text"], "The ministry said that the port was closed.");
}

#[test]
fn a_file_is_taken_under_a_name_that_is_nothing_but_a_name() {
    let (_desk, client, case) = desk();
    let taken =
        upload(&client, &case, "name=..%2f..%2fetc%2fp%0d%0aa.txt&outlet=Herald", b"A clerk said that it was signed.");
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text());
    assert_eq!(taken.json()["documents"][0]["outcome"], "added");
    assert_eq!(taken.json()["documents"][0]["name"], "pa.txt");
    let again = upload(&client, &case, "name=b.txt", b"A clerk said that it was signed.");
    assert_eq!(again.json()["documents"][0]["outcome"], "held");
    let broken = upload(&client, &case, "name=b.pdf", b"%PDF-1.4 and no more");
    assert_eq!(broken.json()["documents"][0]["outcome"], "aside", "{}", broken.text());
}

#[test]
fn words_that_a_browser_would_run_come_back_as_words() {
    let (_desk, client, case) = desk();
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let text = format!("The ministry said that {script} was closed.");
    upload(&client, &case, "name=%3Cscript%3Ealert(1)%3C%2Fscript%3E.html.txt", text.as_bytes());
    let hypothesis = json!({"key": "x", "text": script, "prior": 0.2, "why": script});
    assert_eq!(client.write(Method::POST, &format!("{case}/hypotheses"), &hypothesis).status, StatusCode::CREATED);
    for path in ["documents", "claims", "hypotheses", "log", "search?words=closed"] {
        let reply = client.get(&format!("{case}/{path}"));
        assert_eq!(reply.header("content-type"), Some("application/json"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
    }
    // What came in is saved and never shown.
    let sha = client.get(&format!("{case}/documents")).json()["items"][1]["sha256"].as_str().unwrap().to_owned();
    let bytes = client.get(&format!("{case}/documents/{sha}/original"));
    assert_eq!(bytes.header("content-type"), Some("application/octet-stream"));
    assert!(bytes.header("content-disposition").unwrap().starts_with("attachment; filename="), "{:?}", bytes.headers);
}

#[test]
fn every_list_comes_in_parts_that_make_the_whole() {
    let (_desk, client, case) = desk();
    for text in ["One said no.", "Two said no.", "Three said no."] {
        upload(&client, &case, "name=x.txt", text.as_bytes());
    }
    let whole = client.get(&format!("{case}/documents")).json();
    let (mut parts, mut cursor) = (Vec::new(), String::new());
    loop {
        let part = client.get(&format!("{case}/documents?limit=3{cursor}")).json();
        parts.extend(part["items"].as_array().unwrap().clone());
        let Some(next) = part["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(Value::from(parts), whole["items"]);
    assert_eq!(whole["total"], 4);
}
