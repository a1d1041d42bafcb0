//! What a viewer may not see changes no answer: every route of the document, on two stores that differ only above their
//! clearance.

use sha2::{Digest, Sha256};

use super::client::{Client, Reply};
use super::routes::{OMITTED, Route, document, reading};
use crate::desk::Desk;
use crate::noninterference::{VIEWER, Words, build_in, words_in};

fn words(words: &Words, desk: &mut Desk, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| words.put_into(name, desk)).collect()
}

fn text(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

/// What every parameter is called with: what is there, what is there above alone, and what is nowhere.
fn values(desk: &mut Desk, put: &Words) -> Vec<(&'static str, Vec<String>)> {
    let case = desk.place.rsplit_once('#').unwrap().1.to_owned();
    vec![
        ("case", vec![case, "0123abcd".to_owned()]),
        ("sha", words(put, desk, &["OPENSHA", "SECONDSHA", "SECRETSHA", "HIDDEN"])),
        ("document", words(put, desk, &["OPENSHA", "SECRETSHA"])),
        ("claim", words(put, desk, &["CLAIM", "OTHERCLAIM", "SECRET", "HIDDEN"])),
        ("disclosure", words(put, desk, &["DRAFT", "HIDDEN"])),
        ("sources:source", text(&["Courier", "KESTREL", "HERON", "The ministry", "nobody"])),
        ("source", text(&["ministry", "clerk", "A clerk"])),
        ("name", text(&["Orlo", "Minister Orlo", "A clerk", "The ministry", "nobody"])),
        ("limit", text(&["1", "0", "1001", "x"])),
        ("cursor", text(&["MSBhYmM", "x"])),
        ("stance", text(&["says", "denies", "nothing"])),
        ("open", text(&["true", "false"])),
        ("words", text(&["port", "order signed", "\"order had been signed\"", "clerk", "-port"])),
        ("sort", text(&["time", "relevance", "rank"])),
        ("roots:of", text(&["documents", "claims", "x"])),
        ("timeline:of", text(&["event", "claim", "x"])),
        ("all", text(&["true", "false"])),
        ("kind", text(&["state", "person", "unnamed", "named"])),
        ("certainty", text(&["flat", "hedged"])),
        ("actor", text(&["Orlo", "Minister Orlo", "clerk"])),
        ("country", text(&["CHN", "USA"])),
        ("event", text(&["THREATEN", "COMMENT"])),
        ("goods", text(&["lethal"])),
        ("outlet", text(&["Herald"])),
        ("month", text(&["2030-02"])),
        ("marking", text(&[VIEWER, "TLP:RED"])),
        ("from", text(&["2030-02-01", "2030-02", "x"])),
        ("until", text(&["2030-02-17", "x"])),
        ("to", text(&["2030-03-01", "x", "a minister"])),
        ("class", text(&["lethal", "energy"])),
        ("status", text(&["announced", "denied"])),
        ("at", text(&["2030-02-17", "2030-01-01", "x"])),
        ("as_of", text(&["2030-02-18", "2030-02-18T00:00:20Z", "x"])),
        ("ladder", text(&["phia", "nato", "x"])),
        ("without", text(&["open", "hidden", "mixed", "Courier"])),
        ("false", text(&["open", "hidden"])),
        ("prior", text(&["arms=.1", "other=.5", "x"])),
        ("key", text(&["arms", "other", "x"])),
        ("entered", text(&["true"])),
        ("indicator", text(&["the port closes", "a convoy leaves", "x"])),
        ("partners", text(&["SECRET,country=GBR", "x"])),
        ("reader", text(&[VIEWER])),
    ]
}

/// The same without the folder of the test, which is in the names of files; the hash of the body is that of the body.
fn plain(mut reply: Reply, desk: &Desk) -> Reply {
    if let Some(tag) = reply.header("etag") {
        let digest = Sha256::digest(&reply.body);
        let hash: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(tag, format!("W/\"{hash}\""));
        reply.headers.retain(|(name, _)| name != "etag");
    }
    if let Ok(text) = std::str::from_utf8(&reply.body) {
        let folder = desk.path("");
        reply.body = text.replace(folder.to_str().unwrap(), "HERE/").into_bytes();
    }
    reply
}

#[test]
fn what_may_not_be_seen_changes_no_answer() {
    let (without, mut with) = (build_in("@c.tearline", false), build_in("@c.tearline", true));
    // Of the store that holds more, so that what is above is called by its name.
    let put = words_in(&mut with);
    let values = values(&mut with, &put);
    let clients = [&without, &with].map(|desk| Client::over(desk, Some(VIEWER)));
    let (mut calls, mut found, mut told, mut empty) = (0_u64, 0, Vec::new(), Vec::new());
    for Route { path, calls: addresses, statuses } in reading(&values) {
        let mut works = 0;
        for address in addresses {
            calls += 1;
            without.go_to(1_000_000 + calls);
            with.go_to(1_000_000 + calls);
            let one = plain(clients[0].get(&address), &without);
            let other = plain(clients[1].get(&address), &with);
            if one != other {
                told.push(format!("GET {address}\n{}\n{}", one.text(), other.text()));
            }
            let status = one.status.as_u16();
            assert!(status < 500, "GET {address}: {status} {}", one.text());
            assert!(statuses.contains(&status), "GET {address} answers {status}, which the document does not name");
            works += usize::from(status == 200);
        }
        // A route that is never found shows nothing, and the comparison of it neither.
        let never = ["/packet", "/score"];
        if works == 0 && !never.iter().any(|end| path.ends_with(end)) {
            empty.push(path);
        }
        found += works;
    }
    assert!(told.is_empty(), "{} answers tell of what may not be seen:\n{}", told.len(), told.join("\n"));
    assert!(empty.is_empty(), "nothing that these are called with is there: {empty:?}");
    assert!(calls > 300 && found > 150, "{found} of {calls} calls showed something");
}

#[test]
fn the_two_stores_do_answer_otherwise_to_whoever_may_see_it() {
    let desks = [build_in("@c.tearline", false), build_in("@c.tearline", true)];
    let case = desks[0].place.rsplit_once('#').unwrap().1.to_owned();
    let clients = [&desks[0], &desks[1]].map(|desk| Client::over(desk, None));
    for path in [
        "claims",
        "documents",
        "judgement",
        "evidence",
        "disclosures",
        "log",
        "timeline",
        "actors",
        "search?words=signed",
    ] {
        let [one, other] = [&clients[0], &clients[1]].map(|client| client.get(&format!("/api/v1/cases/{case}/{path}")));
        assert_eq!(one.status, 200, "{path}: {}", one.text());
        assert_ne!(one, other, "{path} shows nothing of what was hidden");
    }
}

#[test]
fn every_route_that_looks_has_an_example() {
    for (path, item) in document()["paths"].as_object().unwrap() {
        let json = &item["get"]["responses"]["200"]["content"]["application/json"];
        let spoken = ["/openapi.json", "/tokens", "/accounts", "/audit", "/packet"];
        if json.is_object() && !spoken.iter().any(|end| path.ends_with(end)) {
            assert!(json["example"] != serde_json::Value::Null, "{path} has no example in api/examples.json");
        }
    }
}

#[test]
fn what_is_omitted_is_in_the_document_and_says_why() {
    let document = document();
    for (path, why) in OMITTED {
        assert!(document["paths"].get(path).is_some() && !why.is_empty(), "{path} is omitted and not there");
    }
}
