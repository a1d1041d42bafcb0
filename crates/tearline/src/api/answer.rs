//! What goes out: bodies with their hash, pages of lists, and nothing to whoever has it already.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};

use super::problem::Problem;

/// How many items a page has where nobody says.
const ITEMS: usize = 100;
/// How many it may have.
const MOST: usize = 1000;

/// A body, ready to go out.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    media: &'static str,
    bytes: Vec<u8>,
    /// The name under which it is to be saved, where it is a file.
    file: Option<String>,
    /// The cookie of a session that begins or ends with it.
    cookie: Option<HeaderValue>,
}

impl Answer {
    /// A value as JSON.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Problem> {
        let bytes = serde_json::to_vec(value).map_err(|_| Problem::broken())?;
        Ok(Self { status: StatusCode::OK, media: "application/json", bytes, file: None, cookie: None })
    }

    /// A file to be saved.
    pub fn file(name: &str, media: &'static str, bytes: Vec<u8>) -> Self {
        Self { status: StatusCode::OK, media, bytes, file: Some(name.to_owned()), cookie: None }
    }

    /// The same with the cookie of a session.
    #[must_use]
    pub fn with_cookie(self, cookie: Option<HeaderValue>) -> Self {
        Self { cookie, ..self }
    }

    /// The same as something new.
    #[must_use]
    pub fn created(self) -> Self {
        Self { status: StatusCode::CREATED, ..self }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let digest = Sha256::digest(&self.bytes);
        let tag: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let mut response = Response::new(Body::from(self.bytes));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        // Weak, since the same body goes out packed in several ways.
        if let Ok(tag) = HeaderValue::from_str(&format!("W/\"{tag}\"")) {
            headers.insert(header::ETAG, tag);
        }
        if let Some(cookie) = self.cookie {
            headers.insert(header::SET_COOKIE, cookie);
        }
        if let Some(name) = self.file
            && let Ok(saved) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", plain(&name)))
        {
            headers.insert(header::CONTENT_DISPOSITION, saved);
        }
        response
    }
}

/// A name of a file with nothing in it that a shell, a path or a header could take for something else.
fn plain(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = |sign: char| if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_') { sign } else { '_' };
    let kept: String = name.chars().take(100).map(kept).collect();
    match kept.trim_start_matches('.') {
        "" => "document".to_owned(),
        some => some.to_owned(),
    }
}

/// Says 304 to whoever has the body already.
pub async fn unchanged(request: Request, next: Next) -> Response {
    let asks = matches!(*request.method(), Method::GET | Method::HEAD);
    let held = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    match held {
        Some(held) if asks && response.status() == StatusCode::OK && has(&held, response.headers()) => {
            let mut same = StatusCode::NOT_MODIFIED.into_response();
            if let Some(tag) = response.headers().get(header::ETAG) {
                same.headers_mut().insert(header::ETAG, tag.clone());
            }
            same
        }
        _ => response,
    }
}

fn has(held: &HeaderValue, headers: &HeaderMap) -> bool {
    let (Ok(held), Some(Ok(tag))) = (held.to_str(), headers.get(header::ETAG).map(HeaderValue::to_str)) else {
        return false;
    };
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    held.split(',').any(|one| one.trim() == "*" || opaque(one) == opaque(tag))
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// How many items, 1 to 1000; 100 where not given.
    #[param(minimum = 1, maximum = 1000)]
    pub limit: Option<usize>,
    /// What `next` of the page before said.
    pub cursor: Option<String>,
}

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// How many there are in all.
    pub total: usize,
    /// What asks for the next part; none at the end.
    pub next: Option<String>,
}

/// What names an item among its like, so that a cursor finds it again.
pub trait Named {
    /// A name that no other item of the list has, or few.
    fn name(&self) -> String;
}

/// The part of a list that is wanted, as JSON.
///
/// # Errors
/// Where the cursor or the limit is none.
pub fn page<T: Serialize + Named>(items: Vec<T>, paging: &Paging) -> Result<Answer, Problem> {
    let (total, start, limit) = (items.len(), start(&items, paging)?, limit(paging)?);
    let items: Vec<T> = items.into_iter().skip(start).take(limit).collect();
    let end = start + items.len();
    let next = items.last().filter(|_| end < total).map(|last| cursor(end, &last.name()));
    Answer::json(&Page { items, total, next })
}

/// How many items a page is to have.
///
/// # Errors
/// Where that is none or too many.
pub fn limit(paging: &Paging) -> Result<usize, Problem> {
    match paging.limit.unwrap_or(ITEMS) {
        limit @ 1..=MOST => Ok(limit),
        other => Err(Problem::unreadable(format!("a page of {other} items cannot be had"), "ask for 1 to 1000")),
    }
}

/// A cursor: behind which item the next part begins, and how many of what the viewer sees were before.
pub fn cursor(end: usize, name: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("{end} {name}"))
}

/// Where the part that is wanted begins: behind the item that the cursor names, wherever that has got to; where it is gone, at
/// the place where it was.
fn start<T: Named>(items: &[T], paging: &Paging) -> Result<usize, Problem> {
    let Some(cursor) = &paging.cursor else { return Ok(0) };
    let unread = || Problem::unreadable("the cursor is none", "give what `next` of the page before said, as it was");
    let said =
        URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(unread)?;
    let (end, name) = said.split_once(' ').ok_or_else(unread)?;
    let end: usize = end.parse().map_err(|_| unread())?;
    let there = |place: &usize| items.get(*place).is_some_and(|item| item.name() == name);
    let found = end.checked_sub(1).filter(there).or_else(|| items.iter().position(|item| item.name() == name));
    Ok(found.map_or(end.min(items.len()), |place| place + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Named for String {
        fn name(&self) -> String {
            self.clone()
        }
    }

    fn list(words: &str) -> Vec<String> {
        words.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_cursor_goes_on_behind_what_was_seen_whatever_came_before_it() {
        let paging = Paging { limit: Some(2), cursor: Some(cursor(2, "b")) };
        assert_eq!(start(&list("a b c d"), &paging).unwrap(), 2);
        assert_eq!(start(&list("new a b c d"), &paging).unwrap(), 3);
        assert_eq!(start(&list("a c d"), &paging).unwrap(), 2);
        assert_eq!(start(&list("a"), &paging).unwrap(), 1);
        for bad in ["", "%", "Zm9v"] {
            assert!(start(&list("a"), &Paging { limit: None, cursor: Some(bad.to_owned()) }).is_err());
        }
        assert!(limit(&Paging { limit: Some(0), cursor: None }).is_err());
    }

    #[test]
    fn a_file_is_saved_under_a_name_that_does_nothing() {
        assert_eq!(plain("/etc/../reports/a b\"\r\n.md"), "a_b___.md");
        assert_eq!(plain("..\\.htaccess"), "htaccess");
        assert_eq!(plain("дом"), "___");
        assert_eq!(plain(""), "document");
    }
}
