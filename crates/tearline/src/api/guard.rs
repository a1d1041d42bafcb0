//! What stands around every answer: headers that let a browser do nothing but what the page needs, and a door that no other page
//! can speak through.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use casefile::account::{AccountError, Role};

use super::problem::Problem;
use super::{Desk, Door, Who};

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

/// Lets a request in, says who sent it, and puts the headers on what goes out.
pub async fn around(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut renewed = None;
    let (method, path, sent) = (request.method().clone(), request.uri().path().to_owned(), request.headers().clone());
    let mut response = match known(&desk, &method, &path, &sent).await {
        Err(problem) => problem.into_response(),
        Ok(came) => {
            if let Some((who, fresh)) = came {
                renewed = fresh;
                request.extensions_mut().insert(who);
            }
            next.run(request).await
        }
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if desk.setting.behind_tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if api {
        // What one viewer sees is kept for nobody else.
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("cookie, authorization"));
    }
    if let Some(cookie) =
        renewed.filter(|_| !headers.contains_key(header::SET_COOKIE)).and_then(|fresh| cookie(&desk, &fresh))
    {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// The name of the cookie of a session.
const COOKIE: &str = "tearline";

/// A cookie that no script reads, that goes nowhere else, and that is gone with the browser.
pub fn cookie(desk: &Desk, secret: &str) -> Option<HeaderValue> {
    let secure = if desk.setting.behind_tls { "; Secure" } else { "" };
    let ends = if secret.is_empty() { "; Max-Age=0" } else { "" };
    HeaderValue::from_str(&format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Strict{secure}{ends}")).ok()
}

/// Whoever sends a request, and the new secret of their session, where it was made anew.
async fn known(
    desk: &Desk,
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Result<Option<(Who, Option<String>)>, Problem> {
    let looks = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    if let Door::Open(_) = &desk.setting.door
        && !is_here(headers)
    {
        // A page elsewhere can give its own name the address of this machine, and would then be taken for this one.
        let hint = "open http://localhost, http://127.0.0.1 or http://[::1] with the port";
        return Err(Problem::refused("host", "without login this answers under a name of this machine alone", hint));
    }
    if !looks && from_elsewhere(headers) {
        let hint = "send it from the page of this server, or from a program that is no browser";
        return Err(Problem::refused("origin", "another page sent this", hint));
    }
    let came = match &desk.setting.door {
        Door::Open(viewer) => {
            let who = Who {
                viewer: viewer.clone(),
                roles: Role::ALL.to_vec(),
                csrf: Some(desk.token.clone()),
                scopes: None,
                session: None,
            };
            Some((who, None))
        }
        Door::Accounts { .. } if !path.starts_with("/api/") => None,
        Door::Accounts { .. } => came(desk, headers).await?,
    };
    let Some((who, _)) = &came else { return Ok(None) };
    if looks {
        who.scoped("read")?;
    } else if let Some(csrf) = &who.csrf {
        let sent = headers.get("x-csrf-token").and_then(|token| token.to_str().ok());
        // Whoever logs in anew may be in still; that changes nothing of what is there.
        let enters = matches!(path, "/api/v1/login" | "/api/v1/setup");
        if !enters && !sent.is_some_and(|sent| same(sent, csrf)) {
            let hint = "send `csrf` of GET /api/v1/me as X-CSRF-Token";
            return Err(Problem::refused("csrf", "the token of the session is missing or old", hint));
        }
    }
    Ok(came)
}

/// Whoever has this token or session; nobody where there is none, or it is over.
async fn came(desk: &Desk, headers: &HeaderMap) -> Result<Option<(Who, Option<String>)>, Problem> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let named = |cookie: &str| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('=').map(str::to_owned);
    let session = cookies.flat_map(|all| all.split(';')).find_map(named);
    let (found, session) = match (bearer, session) {
        (Some(token), _) => (desk.casefile.by_token(token.trim()).await, None),
        (None, Some(session)) => (desk.casefile.by_session(&session).await, Some(session)),
        (None, None) => return Ok(None),
    };
    match found {
        Ok(came) => {
            let who = Who {
                viewer: came.viewer,
                roles: came.account.roles.into_iter().collect(),
                csrf: came.csrf,
                scopes: came.scopes,
                session: came.renewed.clone().or(session),
            };
            Ok(Some((who, came.renewed)))
        }
        Err(AccountError::Nobody) => Ok(None),
        Err(other) => Err(other.into()),
    }
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
        (Some(origin), Some(host)) => origin != format!("http://{host}") && origin != format!("https://{host}"),
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
