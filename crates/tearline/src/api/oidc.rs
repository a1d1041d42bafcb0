//! Coming in by a provider of OpenID Connect: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).
//!
//! The provider says who somebody is; what they may do and see is their account's here. Nobody gets an account by it.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;

use super::Desk;
use super::asked::Asked;
use super::guard::cookie;
use super::problem::{Problem, Reading};
use crate::fetch::provider;

/// By how many seconds the clock of the provider may be wrong.
const SKEW: i64 = 120;
/// The cookie that holds what was asked, until the answer comes.
const COOKIE: &str = "tearline-oidc";

/// A provider, as whoever runs the server has set it.
#[derive(Debug, Clone)]
pub struct Provider {
    /// Its address, which is its name: `https://login.example`.
    pub issuer: String,
    /// The name of this server there.
    pub client: String,
    /// The secret of this server there.
    pub secret: String,
    /// The address of this server, as browsers have it: `https://desk.example`.
    pub here: String,
}

fn failed(detail: &str) -> Problem {
    Problem::refused(
        "oidc",
        &format!("the provider's word cannot be taken: {detail}"),
        "begin again with /api/v1/oidc/start",
    )
}

fn provider_of(desk: &Desk) -> Result<Provider, Problem> {
    desk.setting.provider.clone().ok_or_else(Problem::nowhere)
}

fn configuration(provider: &Provider) -> Result<Value, Problem> {
    let address = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
    let found = provider::get(&address).map_err(|error| failed(&error))?;
    // Else one provider could speak for another (Discovery 1.0, section 4.3).
    if found["issuer"].as_str() != Some(provider.issuer.as_str()) {
        return Err(failed("it names itself otherwise"));
    }
    Ok(found)
}

fn redirect(to: &str, cookies: &[Option<HeaderValue>]) -> Response {
    let Ok(to) = HeaderValue::from_str(to) else { return failed("an address is none").into_response() };
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    for cookie in cookies.iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

/// What waits for the answer goes along when the provider sends the browser back, and so is `Lax`.
fn waiting(desk: &Desk, value: &str) -> Option<HeaderValue> {
    let secure = if desk.setting.behind_tls { "; Secure" } else { "" };
    let age = if value.is_empty() { 0 } else { 600 };
    let text = format!("{COOKIE}={value}; Path=/api/v1/oidc; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    HeaderValue::from_str(&text).ok()
}

/// Sends the browser to the provider
#[utoipa::path(get, path = "/oidc/start", tag = "House", responses((status = 303, description = "To the provider"), Reading))]
pub async fn start(State(desk): State<Desk>) -> Result<Response, Problem> {
    let provider = provider_of(&desk)?;
    let asked = provider.clone();
    let known = desk.ask(async move || configuration(&asked)).await?;
    let address = known["authorization_endpoint"].as_str().ok_or_else(|| failed("it has no page to log in at"))?;
    let [state, nonce, verifier] = [(); 3].map(|()| desk.chance());
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let back = format!("{}/api/v1/oidc/callback", provider.here.trim_end_matches('/'));
    let mut to = url::Url::parse(address).map_err(|_| failed("its page to log in at is none"))?;
    to.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("scope", "openid"),
        ("client_id", provider.client.as_str()),
        ("redirect_uri", back.as_str()),
        ("state", state.as_str()),
        ("nonce", nonce.as_str()),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ]);
    Ok(redirect(to.as_str(), &[waiting(&desk, &format!("{state}.{nonce}.{verifier}"))]))
}

/// What the provider sends the browser back with.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Back {
    /// What is exchanged for its word.
    code: Option<String>,
    /// What was asked with.
    state: Option<String>,
    /// Who answers.
    iss: Option<String>,
    /// Why not; what else it may send is not looked at.
    #[serde(rename = "error")]
    #[expect(dead_code, reason = "without a code nobody comes in, whatever the reason")]
    why_not: Option<String>,
    /// The same in words.
    #[expect(dead_code, reason = "as above")]
    error_description: Option<String>,
    /// The session there.
    #[expect(dead_code, reason = "as above")]
    session_state: Option<String>,
    /// What was granted.
    #[expect(dead_code, reason = "as above")]
    scope: Option<String>,
}

/// Takes the provider's word for who somebody is, and lets them in where they have an account
#[utoipa::path(get, path = "/oidc/callback", tag = "House", params(Back), responses((status = 303, description = "To the page"), Reading))]
pub async fn back(State(desk): State<Desk>, headers: HeaderMap, Asked(back): Asked<Back>) -> Result<Response, Problem> {
    let provider = provider_of(&desk)?;
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let named = |cookie: &str| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('=').map(str::to_owned);
    let held = cookies.flat_map(|all| all.split(';')).find_map(named).unwrap_or_default();
    let mut parts = held.split('.');
    let (Some(state), Some(nonce), Some(verifier)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(failed("nobody asked here"));
    };
    let (nonce, verifier) = (nonce.to_owned(), verifier.to_owned());
    if back.state.as_deref() != Some(state) || back.iss.as_ref().is_some_and(|iss| *iss != provider.issuer) {
        return Err(failed("it answers what was not asked"));
    }
    let Some(code) = back.code else { return Err(failed("nobody logged in there")) };
    let (issuer, now) = (provider.issuer.clone(), desk.casefile.moment().0 / 1_000_000);
    let subject = desk.ask(async move || proven(&provider, &code, &verifier, &nonce, now)).await?;
    let logged = desk.casefile.log_in_as(&issuer, &subject).await?;
    Ok(redirect("/", &[cookie(&desk, &logged.secret), waiting(&desk, "")]))
}

/// Exchanges a code for the provider's word, and gives whom it is about.
fn proven(provider: &Provider, code: &str, verifier: &str, nonce: &str, now: i64) -> Result<String, Problem> {
    let known = configuration(provider)?;
    let named = |name: &str| known[name].as_str().ok_or_else(|| failed(&format!("it has no {name}")));
    let back = format!("{}/api/v1/oidc/callback", provider.here.trim_end_matches('/'));
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", back.as_str()),
        ("client_id", provider.client.as_str()),
        ("client_secret", provider.secret.as_str()),
        ("code_verifier", verifier),
    ];
    let word = provider::post(named("token_endpoint")?, &form).map_err(|error| failed(&error))?;
    let word = word["id_token"].as_str().ok_or_else(|| failed("it sent none"))?;
    let keys = provider::get(named("jwks_uri")?).map_err(|error| failed(&error))?;
    let said = signed(word, &keys)?;
    about(&said, provider, nonce, now)
}

/// What a word says whose signature is by one of these keys (RFC 7515): RS256 or ES256, and nothing else, whatever it names.
fn signed(word: &str, keys: &Value) -> Result<Value, Problem> {
    let parts: Vec<&str> = word.split('.').collect();
    let &[head, body, mark] = parts.as_slice() else { return Err(failed("it is no signed word")) };
    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| failed("it cannot be read"));
    let json = |part: &str| serde_json::from_slice::<Value>(&bytes(part)?).map_err(|_| failed("it cannot be read"));
    let named = json(head)?;
    let (said, mark) = (format!("{head}.{body}"), bytes(mark)?);
    let fits = |key: &&Value| {
        let field =
            |name: &str| key[name].as_str().and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).unwrap_or_default();
        let its = named["kid"].is_null() || key["kid"].is_null() || named["kid"] == key["kid"];
        let right = match (named["alg"].as_str(), key["kty"].as_str()) {
            (Some("RS256"), Some("RSA")) => {
                let (n, e) = (field("n"), field("e"));
                let public = signature::RsaPublicKeyComponents { n: &n, e: &e };
                public.verify(&signature::RSA_PKCS1_2048_8192_SHA256, said.as_bytes(), &mark).is_ok()
            }
            (Some("ES256"), Some("EC")) => {
                let point = [&[4][..], &field("x"), &field("y")].concat();
                let public = signature::UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_FIXED, point);
                public.verify(said.as_bytes(), &mark).is_ok()
            }
            _ => false,
        };
        its && right
    };
    let all = keys["keys"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !all.iter().any(|key| fits(&key)) {
        return Err(failed("no key of it fits the signature"));
    }
    json(body)
}

/// Whom a word is about, where it is for this server, of now, and an answer to what was asked (Core 1.0, section 3.1.3.7).
fn about(said: &Value, provider: &Provider, nonce: &str, now: i64) -> Result<String, Problem> {
    let client = provider.client.as_str();
    let several = said["aud"].as_array();
    let for_us = said["aud"].as_str() == Some(client)
        || several.is_some_and(|all| all.iter().any(|one| one == client) && said["azp"].as_str() == Some(client));
    let checks = [
        (said["iss"].as_str() == Some(provider.issuer.as_str()), "it is of another provider"),
        (for_us, "it is for another server"),
        (said["exp"].as_i64().is_some_and(|ends| ends + SKEW > now), "it is over"),
        (said["iat"].as_i64().is_none_or(|made| made - SKEW < now), "it is of a time to come"),
        (said["nonce"].as_str() == Some(nonce), "it answers what was not asked"),
    ];
    if let Some((_, why)) = checks.iter().find(|(holds, _)| !holds) {
        return Err(failed(why));
    }
    said["sub"]
        .as_str()
        .filter(|subject| !subject.is_empty())
        .map(str::to_owned)
        .ok_or_else(|| failed("it names nobody"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn provider() -> Provider {
        let own = |text: &str| text.to_owned();
        Provider {
            issuer: own("https://p.example"),
            client: own("desk"),
            secret: own("s"),
            here: own("https://d.example"),
        }
    }

    #[test]
    fn a_word_for_another_server_of_another_time_or_to_another_question_is_not_taken() {
        let good =
            json!({"iss": "https://p.example", "aud": "desk", "exp": 1000, "iat": 900, "nonce": "n", "sub": "ann"});
        let with = |name: &str, value: Value| {
            let mut said = good.clone();
            said[name] = value;
            about(&said, &provider(), "n", 950)
        };
        assert_eq!(about(&good, &provider(), "n", 950).unwrap(), "ann");
        for (name, value) in [
            ("iss", json!("https://q.example")),
            ("aud", json!("other")),
            ("aud", json!(["desk", "other"])),
            ("exp", json!(800)),
            ("iat", json!(2000)),
            ("nonce", json!("m")),
            ("sub", json!("")),
        ] {
            assert!(with(name, value.clone()).is_err(), "{name} {value}");
        }
    }

    #[test]
    fn a_word_without_a_signature_is_none() {
        let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let none = format!("{}.{}.", part(json!({"alg": "none"})), part(json!({"sub": "ann"})));
        assert!(signed(&none, &json!({"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]})).is_err());
        assert!(signed("a.b", &json!({})).is_err());
    }
}
