//! Coming in by a small provider of OpenID Connect that this test starts: discovery, a page to log in at, PKCE, a signed word and
//! its keys, over HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use axum::http::{Method, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tearline::api::Provider;

use super::client::Client;
use crate::desk::Desk;

/// What the provider remembers of who is at its page: the nonce and the challenge, by code.
#[derive(Default)]
struct Asked {
    nonce: String,
    challenge: String,
}

struct Small {
    issuer: String,
    key: EcdsaKeyPair,
    asked: Mutex<Asked>,
    /// What is said otherwise than it should be.
    odd: Mutex<Option<(&'static str, Value)>>,
}

impl Small {
    fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let chance = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &chance).unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let small = Arc::new(Self { issuer, key, asked: Mutex::default(), odd: Mutex::default() });
        let serving = Arc::clone(&small);
        std::thread::spawn(move || listener.incoming().flatten().for_each(|stream| serving.answer(stream)));
        small
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut first, mut length) = (String::new(), 0);
        reader.read_line(&mut first).unwrap();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let path = first.split(' ').nth(1).unwrap_or_default();
        let said = match path {
            "/.well-known/openid-configuration" => json!({
                "issuer": self.issuer, "authorization_endpoint": format!("{}/authorize", self.issuer),
                "token_endpoint": format!("{}/token", self.issuer), "jwks_uri": format!("{}/keys", self.issuer),
            }),
            "/keys" => {
                let point = self.key.public_key().as_ref();
                let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
                json!({"keys": [{"kty": "EC", "crv": "P-256", "kid": "1", "x": part(&point[1..33]), "y": part(&point[33..])}]})
            }
            "/token" => self.word(&body),
            _ => json!({}),
        };
        let text = said.to_string();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            text.len()
        );
        stream.write_all((head + &text).as_bytes()).unwrap();
    }

    /// The signed word, where the verifier is that of the challenge.
    fn word(&self, form: &[u8]) -> Value {
        let fields: Vec<(String, String)> = url::form_urlencoded::parse(form).into_owned().collect();
        let field =
            |name: &str| fields.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone()).unwrap_or_default();
        let asked = self.asked.lock().unwrap();
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(field("code_verifier")));
        if field("code") != "the-code" || field("client_secret") != "s3cret" || challenge != asked.challenge {
            return json!({"error": "invalid_grant"});
        }
        // The clock of these tests stands in 2030.
        let now = 1_897_646_400_i64 + 900_000;
        let mut said = json!({"iss": self.issuer, "aud": "desk", "sub": "ann-1", "nonce": asked.nonce, "iat": now, "exp": now + 600});
        if let Some((name, value)) = self.odd.lock().unwrap().clone() {
            said[name] = value;
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&json!({"alg": "ES256", "kid": "1"})), part(&said));
        let mark = self.key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        json!({"id_token": format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mark.as_ref()))})
    }

    fn says(&self, name: &'static str, value: Value) {
        *self.odd.lock().unwrap() = Some((name, value));
    }
}

/// Goes to the provider and back, as a browser does.
fn through(client: &Client, small: &Small) -> super::client::Reply {
    let start = client.get("/api/v1/oidc/start");
    assert_eq!(start.status, StatusCode::SEE_OTHER, "{}", start.text());
    let to = url::Url::parse(start.header("location").unwrap()).unwrap();
    let field =
        |name: &str| to.query_pairs().find(|(one, _)| one == name).map(|(_, value)| value.into_owned()).unwrap();
    assert_eq!((field("client_id"), field("code_challenge_method")), ("desk".to_owned(), "S256".to_owned()));
    *small.asked.lock().unwrap() = Asked { nonce: field("nonce"), challenge: field("code_challenge") };
    let cookie = start.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let back = format!("/api/v1/oidc/callback?code=the-code&state={}", field("state"));
    client.send(Method::GET, &back, &[("cookie", cookie.as_str())], Vec::new())
}

#[test]
fn a_provider_says_who_somebody_is_and_the_house_what_they_may() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will A arm B?", "--marking", "TLP:CLEAR"]);
    let small = Small::start();
    let own = |text: &str| text.to_owned();
    let provider = Provider {
        issuer: small.issuer.clone(),
        client: own("desk"),
        secret: own("s3cret"),
        here: own("http://localhost:8400"),
    };
    let client = Client::with_provider(&desk, provider);
    let post = |path: &str, headers: &[(&str, &str)], body: Value| {
        let headers = [&[("content-type", "application/json")][..], headers].concat();
        client.send(Method::POST, path, &headers, serde_json::to_vec(&body).unwrap())
    };
    let first =
        post("/api/v1/setup", &[], json!({"code": "c0de", "name": "Root", "password": "correct horse battery"}));
    let cookie = first.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    // Whoever the provider knows and the house does not, does not come in.
    assert_eq!(through(&client, &small).status, StatusCode::UNAUTHORIZED);
    let account =
        json!({"name": "Ann", "roles": ["analyst"], "clearance": "TLP:CLEAR", "subject": [small.issuer, "ann-1"]});
    let csrf = first.json()["csrf"].as_str().unwrap().to_owned();
    let entered = post("/api/v1/accounts", &[("cookie", &cookie), ("x-csrf-token", &csrf)], account);
    assert_eq!(entered.status, StatusCode::CREATED, "{}", entered.text());
    let came = through(&client, &small);
    assert_eq!((came.status, came.header("location")), (StatusCode::SEE_OTHER, Some("/")), "{}", came.text());
    let session =
        came.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("tearline=")).unwrap();
    let session = session.1.split(';').next().unwrap();
    let me = client.send(Method::GET, "/api/v1/me", &[("cookie", session)], Vec::new()).json();
    assert_eq!((me["name"].as_str(), &me["roles"]), (Some("Ann"), &json!(["analyst"])));
    // What it says for another server, of another time, or to another question is not taken.
    for (name, value) in [("aud", json!("other")), ("exp", json!(1)), ("nonce", json!("x")), ("iss", json!("http://x"))]
    {
        small.says(name, value);
        assert_eq!(through(&client, &small).json()["code"], "oidc", "{name}");
    }
    // An answer to what this browser did not ask is none.
    let stray = client.get("/api/v1/oidc/callback?code=the-code&state=x");
    assert_eq!(stray.json()["code"], "oidc");
}
