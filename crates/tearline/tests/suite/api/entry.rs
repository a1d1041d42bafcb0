//! Coming in: the first account, passwords, sessions, the second factor, tokens; and what each role may do.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::client::{Client, Reply};
use super::routes::document;
use crate::desk::Desk;

const PASSWORD: &str = "correct horse battery";

/// Somebody who is in.
#[derive(Debug, Clone)]
struct Person {
    cookie: String,
    csrf: String,
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.write("a.txt", "The ministry said that the port was closed. “We sent nothing,” Minister Orlo said.");
    desk.works(&["case", "new", "Will A arm B?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@a.txt"]);
    desk.works(&[
        "collect",
        "@a.txt",
        "--marking",
        "TLP:CLEAR",
        "--owner",
        "Station East",
        "--protection",
        "protected",
    ]);
    desk
}

fn plain(client: &Client, path: &str, body: &Value) -> Reply {
    let headers = [("content-type", "application/json")];
    client.send(Method::POST, path, &headers, serde_json::to_vec(body).unwrap())
}

fn person(reply: &Reply) -> Person {
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let cookie = reply.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    Person { cookie, csrf: reply.json()["csrf"].as_str().unwrap().to_owned() }
}

fn ask(client: &Client, person: &Person, method: Method, path: &str, body: &Value) -> Reply {
    let headers = [
        ("content-type", "application/json"),
        ("cookie", person.cookie.as_str()),
        ("x-csrf-token", person.csrf.as_str()),
    ];
    client.send(method, path, &headers, serde_json::to_vec(body).unwrap())
}

fn look(client: &Client, person: &Person, path: &str) -> Reply {
    client.send(Method::GET, path, &[("cookie", person.cookie.as_str())], Vec::new())
}

fn login(client: &Client, name: &str, password: &str) -> Reply {
    plain(client, "/api/v1/login", &json!({"name": name, "password": password}))
}

/// A house with its first account.
fn house(desk: &Desk) -> (Client, Person) {
    let client = Client::with_accounts(desk);
    let first = json!({"code": "c0de", "name": "Ann", "password": PASSWORD});
    let ann = person(&plain(&client, "/api/v1/setup", &first));
    (client, ann)
}

fn enter(client: &Client, ann: &Person, name: &str, roles: &[&str], clearance: &str) -> Person {
    let account = json!({"name": name, "password": PASSWORD, "roles": roles, "clearance": clearance});
    let entered = ask(client, ann, Method::POST, "/api/v1/accounts", &account);
    assert_eq!(entered.status, StatusCode::CREATED, "{}", entered.text());
    person(&login(client, name, PASSWORD))
}

#[test]
fn the_first_account_needs_the_code_that_was_printed_and_there_is_one_first() {
    let desk = desk();
    let client = Client::with_accounts(&desk);
    assert_eq!(client.get("/api/v1/cases").json()["code"], "setup");
    let wrong = plain(&client, "/api/v1/setup", &json!({"code": "x", "name": "Eve", "password": PASSWORD}));
    assert_eq!((wrong.status, wrong.json()["code"].as_str()), (StatusCode::FORBIDDEN, Some("code")));
    let weak = plain(&client, "/api/v1/setup", &json!({"code": "c0de", "name": "Ann", "password": "short"}));
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let first = plain(&client, "/api/v1/setup", &json!({"code": "c0de", "name": "Ann", "password": PASSWORD}));
    let cookie = first.header("set-cookie").unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let second = plain(&client, "/api/v1/setup", &json!({"code": "c0de", "name": "Eve", "password": PASSWORD}));
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert_eq!(client.get("/api/v1/cases").json()["code"], "login");
    assert_eq!(look(&client, &person(&first), "/api/v1/cases").json()["total"], 1);
}

#[test]
fn nothing_but_the_door_is_open_to_whoever_is_not_in() {
    let desk = desk();
    let (client, _) = house(&desk);
    let open = ["/api/v1/health", "/api/v1/openapi.json"];
    for (path, item) in document()["paths"].as_object().unwrap() {
        for method in ["get", "post", "put", "patch", "delete"].into_iter().filter(|method| item.get(method).is_some())
        {
            let door = ["/api/v1/login", "/api/v1/setup", "/api/v1/oidc/start", "/api/v1/oidc/callback"];
            if open.contains(&path.as_str()) || door.contains(&path.as_str()) {
                continue;
            }
            let filled = path.replace(['{', '}'], "");
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let reply = client.send(method.clone(), &filled, &[("content-type", "application/json")], b"{}".to_vec());
            assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{method} {path}: {}", reply.text());
        }
    }
}

#[test]
fn a_name_that_is_not_there_and_a_wrong_password_are_told_alike_and_soon_wait() {
    let desk = desk();
    let (client, ann) = house(&desk);
    enter(&client, &ann, "Ben", &["analyst"], "public");
    let (there, nowhere) = (login(&client, "Ben", "wrong password"), login(&client, "Nobody", "wrong password"));
    assert_eq!((there.status, there.text()), (StatusCode::UNAUTHORIZED, nowhere.text()));
    for _ in 0..4 {
        login(&client, "Ben", "wrong password");
    }
    let waits = login(&client, "Ben", PASSWORD);
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "{}", waits.text());
    assert!(waits.header("retry-after").unwrap().parse::<u64>().unwrap() > 0);
}

#[test]
fn a_session_is_its_own_ends_and_cannot_be_given_to_somebody() {
    let desk = desk();
    let (client, ann) = house(&desk);
    // What an attacker put into the browser beforehand is not taken over.
    let planted = "tearline=0000000000000000000000000000000000000000000000000000000000000000";
    let headers = [("content-type", "application/json"), ("cookie", planted)];
    let body = serde_json::to_vec(&json!({"name": "Ann", "password": PASSWORD})).unwrap();
    let again = person(&client.send(Method::POST, "/api/v1/login", &headers, body));
    assert_ne!(again.cookie, planted);
    assert_ne!(again.cookie, ann.cookie);
    // Without its token nothing is written.
    let bare = client.send(
        Method::POST,
        "/api/v1/logout",
        &[("cookie", again.cookie.as_str()), ("content-type", "application/json")],
        Vec::new(),
    );
    assert_eq!(bare.json()["code"], "csrf");
    let out = ask(&client, &again, Method::POST, "/api/v1/logout", &json!({}));
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_eq!(look(&client, &again, "/api/v1/cases").status, StatusCode::UNAUTHORIZED);
    assert_eq!(look(&client, &ann, "/api/v1/cases").status, StatusCode::OK);
}

#[test]
fn the_secret_of_a_session_is_made_anew_and_an_old_one_is_over() {
    let desk = desk();
    let (client, ann) = house(&desk);
    // A step is a second of the clock; a quarter of an hour later the secret is another.
    desk.go_to(900_000 + 1_000);
    let renewed = look(&client, &ann, "/api/v1/cases");
    let cookie = renewed.header("set-cookie").expect("a new secret").split(';').next().unwrap().to_owned();
    assert_ne!(cookie, ann.cookie);
    // What is under way with the old one ends well, and it is over a minute later.
    desk.go_to(900_000 + 1_030);
    assert_eq!(look(&client, &ann, "/api/v1/cases").status, StatusCode::OK);
    desk.go_to(900_000 + 1_200);
    assert_eq!(look(&client, &ann, "/api/v1/cases").status, StatusCode::UNAUTHORIZED);
    let now = Person { cookie, ..ann };
    assert_eq!(look(&client, &now, "/api/v1/cases").status, StatusCode::OK);
    // Two hours without use, and it is over.
    desk.go_to(900_000 + 10_000);
    assert_eq!(look(&client, &now, "/api/v1/cases").status, StatusCode::UNAUTHORIZED);
}

#[test]
fn a_token_does_what_it_says_and_makes_no_other() {
    let desk = desk();
    let (client, ann) = house(&desk);
    let made = ask(&client, &ann, Method::POST, "/api/v1/tokens", &json!({"name": "a script", "scopes": ["read"]}));
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let (secret, id) =
        (made.json()["secret"].as_str().unwrap().to_owned(), made.json()["id"].as_str().unwrap().to_owned());
    let bearer = format!("Bearer {secret}");
    let by = |method: Method, path: &str, body: &Value| {
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        client.send(method, path, &headers, serde_json::to_vec(body).unwrap())
    };
    assert_eq!(by(Method::GET, "/api/v1/cases", &json!({})).status, StatusCode::OK);
    let case = json!({"question": "Another?", "marking": "TLP:CLEAR"});
    assert_eq!(by(Method::POST, "/api/v1/cases", &case).json()["code"], "scope");
    let another = json!({"name": "more", "scopes": ["read", "administer"]});
    assert_eq!(by(Method::POST, "/api/v1/tokens", &another).json()["code"], "session");
    let listed = look(&client, &ann, "/api/v1/tokens").text();
    assert!(listed.contains("a script") && !listed.contains(&secret), "{listed}");
    assert_eq!(
        ask(&client, &ann, Method::DELETE, &format!("/api/v1/tokens/{id}"), &json!({})).status,
        StatusCode::CREATED
    );
    assert_eq!(by(Method::GET, "/api/v1/cases", &json!({})).status, StatusCode::UNAUTHORIZED);
}

#[test]
fn whoever_looks_at_protected_material_stands_in_the_audit() {
    let desk = desk();
    let (client, ann) = house(&desk);
    let ben = enter(&client, &ann, "Ben", &["analyst"], "TLP:CLEAR");
    let case = look(&client, &ann, "/api/v1/cases").json()["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(look(&client, &ben, &format!("/api/v1/cases/{case}/claims")).json()["total"], 2);
    assert_eq!(look(&client, &ann, &format!("/api/v1/cases/{case}/claims")).json()["total"], 4);
    assert_eq!(look(&client, &ben, "/api/v1/audit").json()["code"], "role");
    let audit = look(&client, &ann, "/api/v1/audit").json();
    let looked: Vec<&str> = audit["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["case"].is_string())
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(looked, ["Ann"], "{audit}");
}

#[test]
fn an_account_is_changed_by_others_and_its_sessions_end() {
    let desk = desk();
    let (client, ann) = house(&desk);
    let ben = enter(&client, &ann, "Ben", &["analyst", "administrator"], "public");
    let own = ask(&client, &ben, Method::PATCH, "/api/v1/accounts/ben", &json!({"clearance": "TOP SECRET"}));
    assert_eq!(own.json()["code"], "own");
    let holder = ask(&client, &ben, Method::PATCH, "/api/v1/accounts/Ann", &json!({"password": PASSWORD}));
    assert_eq!(holder.json()["code"], "full");
    let full = json!({"name": "Eve", "password": PASSWORD, "roles": [], "clearance": "public", "full": true});
    assert_eq!(ask(&client, &ben, Method::POST, "/api/v1/accounts", &full).json()["code"], "full");
    let changed = ask(&client, &ann, Method::PATCH, "/api/v1/accounts/Ben", &json!({"roles": ["reviewer"]}));
    assert_eq!(changed.json()["roles"], json!(["reviewer"]));
    assert_eq!(look(&client, &ben, "/api/v1/cases").status, StatusCode::UNAUTHORIZED);
    let closed = ask(&client, &ann, Method::PATCH, "/api/v1/accounts/Ben", &json!({"closed": true}));
    assert_eq!(closed.status, StatusCode::OK);
    assert_eq!(login(&client, "Ben", PASSWORD).json()["code"], "wrong");
}

#[test]
fn every_role_does_what_is_its_own_and_nothing_else() {
    let desk = desk();
    let (client, ann) = house(&desk);
    let case = look(&client, &ann, "/api/v1/cases").json()["items"][0]["id"].as_str().unwrap().to_owned();
    // Of every route that changes something, the roles that come as far as to be told what is wrong with an empty body.
    let all = ["analyst", "reviewer", "owner", "releaser", "security-officer", "administrator"];
    let people: Vec<Person> = all.iter().map(|role| enter(&client, &ann, role, &[role], "TLP:CLEAR")).collect();
    let body = |path: &str| match path.rsplit('/').next().unwrap() {
        "reviews" => json!({"verdict": "accept", "seen": 0}),
        "cases" => json!({"question": "Another?", "marking": "TLP:CLEAR"}),
        "approvals" | "issue" => json!({"seen": ""}),
        "consents" => json!({"owner": "x", "verdict": "concurs", "seen": ""}),
        "withhold" => json!({"why": "x"}),
        "clear" => json!({"seen": "x"}),
        "waive" => json!({"seen": "x", "owner": "x", "why": "x"}),
        "cover-policy" => json!({"why": "x"}),
        "mandates" => json!({"person": "x", "role": "author", "why": "x"}),
        "accounts" => json!({"name": "", "roles": [], "clearance": "public"}),
        _ => panic!("say what {path} is called with"),
    };
    let table = [
        ("/api/v1/cases/{case}/claims/ffff/reviews", &["analyst", "reviewer"][..]),
        ("/api/v1/cases", &["analyst", "reviewer"]),
        ("/api/v1/cases/{case}/disclosures/ffff/approvals", &["reviewer", "releaser", "security-officer"]),
        ("/api/v1/cases/{case}/disclosures/ffff/lines/1/consents", &["owner"]),
        ("/api/v1/cases/{case}/disclosures/ffff/withhold", &["releaser"]),
        ("/api/v1/cases/{case}/disclosures/ffff/clear", &["security-officer"]),
        ("/api/v1/cases/{case}/disclosures/ffff/waive", &["owner"]),
        ("/api/v1/cover-policy", &["security-officer", "administrator"]),
        ("/api/v1/mandates", &["security-officer", "administrator"]),
        ("/api/v1/accounts", &["administrator"]),
    ];
    for (path, may) in table {
        for (role, person) in all.iter().zip(&people) {
            let reply = ask(&client, person, Method::POST, &path.replace("{case}", &case), &body(path));
            let refused = reply.status == StatusCode::FORBIDDEN && reply.json()["code"] == "role";
            assert_eq!(!refused, may.contains(role), "{role} at {path}: {}", reply.text());
        }
    }
}
