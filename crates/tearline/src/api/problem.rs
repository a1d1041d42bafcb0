//! What went wrong, for a program: problem details as RFC 9457 has them, with a code and the way out.

use std::any::Any;
use std::collections::BTreeMap;

use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use casefile::CasefileError;
use casefile::account::AccountError;
use serde::Serialize;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::failure::{Failure, Kind};

/// What went wrong: problem details as RFC 9457 has them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "about:blank", "title": "Not Found", "status": 404, "code": "unknown",
    "detail": "there is no document 98d1", "hint": "the first four digits of its hash or more will do"
}))]
pub struct Problem {
    /// `about:blank`: the code says what it is.
    r#type: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What it is, in one word that does not change.
    code: &'static str,
    /// What went wrong, for a person.
    #[schema(value_type = String)]
    detail: Box<str>,
    /// The way out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    hint: Option<Box<str>>,
    /// After how many seconds to try again.
    #[serde(skip)]
    retry: Option<u64>,
    /// Of a conflict: what is there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    theirs: Option<Box<serde_json::Value>>,
    /// Of a conflict: what was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    yours: Option<Box<serde_json::Value>>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>, hint: Option<&str>) -> Self {
        Self {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code,
            detail: detail.into().into(),
            hint: hint.map(Into::into),
            retry: None,
            theirs: None,
            yours: None,
        }
    }

    /// The program is being stopped.
    pub fn stopping() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "stopping", "the program is being stopped", Some("try again later"))
    }

    /// Something in the program is wrong. What, is in its own log.
    pub fn broken() -> Self {
        let hint = "try again; where that does not help, whoever runs the program finds the reason in its log";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", "something in the program is wrong", Some(hint))
    }

    /// Nobody is logged in; where nobody has an account yet, the house is to be set up first.
    pub fn nobody(set_up: bool) -> Self {
        match set_up {
            true => Self::new(
                StatusCode::UNAUTHORIZED,
                "login",
                "nobody is logged in",
                Some("log in with POST /api/v1/login"),
            ),
            false => {
                let hint = "make the first account with POST /api/v1/setup and the code that the server printed";
                Self::new(StatusCode::UNAUTHORIZED, "setup", "nobody has an account here yet", Some(hint))
            }
        }
    }

    /// There is no such route.
    pub fn nowhere() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "no-route",
            "there is no such route",
            Some("see docs/openapi.json for what there is"),
        )
    }

    /// A request that is refused before anything is looked at.
    pub fn refused(code: &'static str, detail: &str, hint: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, detail, Some(hint))
    }

    /// A request that cannot be understood.
    pub fn unreadable(detail: impl Into<String>, hint: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail, Some(hint))
    }

    /// A body that is no JSON, is not what the route takes, or is too large.
    fn rejected(status: StatusCode, detail: String) -> Self {
        let (status, code, hint) = match status {
            StatusCode::PAYLOAD_TOO_LARGE => (status, "too-large", "send less"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => (status, "no-json", "send JSON, and say so in Content-Type"),
            _ => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", "see docs/openapi.json for what the route takes"),
        };
        Self::new(status, code, detail, Some(hint))
    }

    /// More than is taken.
    pub fn too_large(most: u64) -> Self {
        let detail = format!("more than {} MB are not taken at once", most >> 20);
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            detail,
            Some("send it in parts, or collect it with `tearline collect`"),
        )
    }

    /// Whether it was refused since something was entered in the meantime.
    pub fn is_moved(&self) -> bool {
        self.code == "moved"
    }

    /// Somebody else changed it since it was looked at.
    pub fn changed(theirs: serde_json::Value, yours: serde_json::Value) -> Self {
        let hint = "look at what is there now, and send yours again with that as `seen`";
        Self::new(StatusCode::CONFLICT, "changed", "somebody changed it since you looked at it", Some(hint))
            .between(theirs, yours)
    }

    /// A conflict, with both sides.
    #[must_use]
    fn between(mut self, theirs: serde_json::Value, yours: serde_json::Value) -> Self {
        (self.theirs, self.yours) = (Some(Box::new(theirs)), Some(Box::new(yours)));
        self
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let status = StatusCode::from_u16(failure.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if failure.kind() == Kind::Store {
            // Where the store is and what is wrong with it concerns whoever runs the program.
            tracing::error!("{}", failure.message());
            let hint = "try again; where that does not help, whoever runs the program finds the reason in its log";
            return Self::new(status, "store", "the store does not answer", Some(hint));
        }
        let retry = if let Kind::Throttled(seconds) = failure.kind() { Some(seconds) } else { None };
        Self { retry, ..Self::new(status, failure.kind().code(), failure.message(), failure.hint()) }
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        Self::rejected(rejection.status(), rejection.body_text())
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        // Whoever runs out of their session and whoever must send a code are told apart by what is to be done.
        let code = match &error {
            AccountError::CodeNeeded => Some("code-needed"),
            AccountError::Wrong => Some("wrong"),
            _ => None,
        };
        let problem = Self::from(Failure::from(error));
        Self { code: code.unwrap_or(problem.code), ..problem }
    }
}

impl From<CasefileError> for Problem {
    fn from(error: CasefileError) -> Self {
        Failure::from(error).into()
    }
}

impl From<std::io::Error> for Problem {
    /// What is written goes to memory, so that nothing of it fails but the program.
    fn from(error: std::io::Error) -> Self {
        tracing::error!("{error}");
        Self::broken()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> axum::response::Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let bytes = serde_json::to_vec(&self).unwrap_or_default();
        let media = HeaderValue::from_static("application/problem+json");
        let mut response = (status, [(header::CONTENT_TYPE, media)], bytes).into_response();
        if let Some(seconds) = self.retry {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// What is answered where a handler broke.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response<axum::body::Body> {
    Problem::broken().into_response()
}

/// What may go wrong with what only looks.
pub struct Reading;

/// What may go wrong with what changes something.
pub struct Writing;

const ALWAYS: [(&str, &str); 8] = [
    ("401", "Nobody is logged in, or no longer"),
    ("403", "Whoever is logged in may not do this"),
    ("404", "There is no such thing, or whoever asks may not see it"),
    ("409", "It was changed in the meantime, or is not in a state for that; nothing was written"),
    ("422", "What was asked for cannot be understood"),
    ("429", "Too many tries; `Retry-After` says when to try again"),
    ("500", "Something in the program or its store is wrong"),
    ("503", "The program is being stopped"),
];

const CHANGES: [(&str, &str); 2] = [("413", "It is too large"), ("415", "It is no JSON")];

/// What every route may answer besides, once for all of them: they only name it.
pub fn shared() -> impl Iterator<Item = (String, RefOr<utoipa::openapi::Response>)> {
    let one = |(status, said): &(&str, &str)| {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new().description(*said).content("application/problem+json", content).build();
        (format!("Problem{status}"), RefOr::T(response))
    };
    ALWAYS.iter().chain(&CHANGES).map(one)
}

fn responses(all: &[(&str, &str)]) -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
    let one = |(status, _): &(&str, &str)| {
        ((*status).to_owned(), RefOr::Ref(Ref::new(format!("#/components/responses/Problem{status}"))))
    };
    all.iter().map(one).collect()
}

impl IntoResponses for Reading {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        responses(&ALWAYS)
    }
}

impl IntoResponses for Writing {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        responses(&[&ALWAYS[..], &CHANGES].concat())
    }
}
