//! The adversary's chair over HTTP: words are tried without being entered, and who lets a draft go out.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::client::Client;
use crate::desk::Desk;

const LINE: &str = "A source said that eleven wagons of shells were loaded in Bergen on 14 May 2029.";
const COARSE: &str = "A source said that wagons of shells were loaded in Bergen in May 2029.";

/// A draft on the report of a source of whom two know to the day and three more to the month; `reach` leaves the lists out.
fn drafted(protection: &str, reach: bool) -> (Desk, String, String) {
    let mut desk = Desk::new();
    desk.write("guarded.txt", "The dispatcher said that eleven wagons of shells were loaded in Bergen on 14 May 2029.");
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    let guard =
        ["--owner", "Station East", "--protection", protection, "--date", "2029-05-16", "--marking", "TLP:CLEAR"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    let claim = desk.claims("eleven wagons").pop().unwrap();
    if reach {
        let yard = ["--member", "Col. Orlo", "--member", "The yardmaster", "--claim", &claim];
        desk.works(&[&["access", "add", "the yard"][..], &yard].concat());
        let readers = ["--member", "Ilse Vale", "--member", "A. Kim", "--others", "1", "--claim", &claim];
        let less = ["--knows", "when=month", "--knows", "count=nothing"];
        desk.works(&[&["access", "add", "readers of the summary"][..], &readers, &less].concat());
    }
    desk.works(&["mandate", "add", "sol", "--security"]);
    desk.works(&["disclose", "new", "Warn before the vote", "--audience", "public", "--channel", "press background"]);
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap().to_owned();
    desk.works(&["disclose", "line", &id, LINE, "--claim", &claim]);
    let cases = Client::over(&desk, None).get("/api/v1/cases").json();
    let case = cases["items"][0]["id"].as_str().unwrap();
    let draft = format!("/api/v1/cases/{case}/disclosures/{id}");
    (desk, draft, claim)
}

fn tried(client: &Client, draft: &str, body: &Value) -> Value {
    let reply = client.write(Method::POST, &format!("{draft}/cover/tried"), body);
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    reply.json()
}

#[test]
fn a_sentence_is_tried_and_nothing_of_it_is_entered() {
    let (desk, draft, claim) = drafted("protected", true);
    let client = Client::over(&desk, None);
    let log = format!("{}/log", draft.split_once("/disclosures").unwrap().0);
    let before = [client.get(&draft), client.get(&log)];
    let as_it_stands = client.get(&format!("{draft}/cover")).json();
    assert_eq!(as_it_stands["lines"][0]["figures"]["k"], 1, "{as_it_stands}");
    assert_eq!(tried(&client, &draft, &json!({"line": "1", "text": LINE})), as_it_stands["lines"][0]);
    let coarse = tried(&client, &draft, &json!({"line": "1", "text": COARSE}));
    assert_eq!((&coarse["text"], &coarse["figures"]["k"]), (&json!(COARSE), &json!(3)), "{coarse}");
    let suspects = json!(["A. Kim", "Col. Orlo", "Ilse Vale", "The yardmaster", "1 more without a name"]);
    assert_eq!(coarse["figures"]["suspects"], suspects);
    // The month is known to five. One of them has no name, and may be one of the other list: they add nothing to k.
    let month = coarse["details"].as_array().unwrap().iter().find(|one| one["slot"] == "when").unwrap();
    assert_eq!(month["known_to"], 5, "{month}");
    // A sentence that is not in the draft rests on claims, and joins what the draft says already.
    let new = tried(&client, &draft, &json!({"text": COARSE, "claims": [claim]}));
    assert_eq!(new["figures"]["alone"], 3, "{new}");
    for bad in [json!({"text": COARSE}), json!({"line": "1", "text": " "}), json!({"line": "7", "text": COARSE})] {
        let reply = client.write(Method::POST, &format!("{draft}/cover/tried"), &bad);
        assert!(reply.status.is_client_error(), "{bad}: {}", reply.text());
    }
    assert_eq!([client.get(&draft), client.get(&log)], before);
    let suggested = client.get(&format!("{draft}/ladder")).json()["suggested"].clone();
    assert_eq!((&suggested["lines"][0], &suggested["k"]), (&json!(COARSE), &json!(3)));
}

#[test]
fn whoever_may_not_know_is_told_to_ask_in_the_same_bytes_whatever_there_is() {
    let answers = [false, true].map(|reach| {
        let (desk, draft, _) = drafted("sensitive", reach);
        let holder = Client::over(&desk, None);
        let policy = json!({"from": "sensitive", "why": "they look for sources"});
        let set = holder.write(Method::POST, "/api/v1/cover-policy", &policy);
        assert_eq!(set.status, StatusCode::OK, "{}", set.text());
        let client = Client::over(&desk, Some("TLP:CLEAR"));
        let said = tried(&client, &draft, &json!({"line": "1", "text": COARSE}));
        assert_eq!((&said["sight"], &said["figures"]), (&json!("ask-security"), &Value::Null), "{said}");
        assert!(!said.to_string().contains("Orlo"), "{said}");
        let guard = client.get(&format!("{draft}/guard")).json();
        assert_eq!(guard, json!({"asks": true, "found": []}));
        let lists = client.get("/api/v1/access-lists").json();
        assert_eq!(lists["total"], 0);
        let all = ["cover", "ladder", "guard"].map(|what| client.get(&format!("{draft}/{what}")).text());
        // The two drafts are of two stores, and have the same words.
        (said.to_string(), all)
    });
    let [without, with] = answers;
    assert_eq!(without, with);
}

#[test]
fn the_security_officer_clears_what_an_owner_waived() {
    let (mut desk, draft, _) = drafted("protected", true);
    desk.works(&["mandate", "add", "ann", "--owner", "Station East"]);
    let client = Client::over(&desk, None);
    let seen = client.get(&draft).json()["draft"].clone();
    let refused = client.write(Method::POST, &format!("{draft}/clear"), &json!({"seen": seen}));
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text());
    assert!(refused.text().contains("no mandate to clear cover"), "{}", refused.text());
    // Whoever wrote some of it cannot waive it either.
    let waive = json!({"seen": seen, "owner": "Station East", "why": "it is worth it"});
    let own = client.write(Method::POST, &format!("{draft}/waive"), &waive);
    assert!(own.status.is_client_error(), "{}", own.text());
}
