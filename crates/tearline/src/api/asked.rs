//! What is sent: behind the question mark of an address, and as JSON.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::failure::Failure;

/// The parameters of a query. A parameter may come again where its field is a list.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        serde_html_form::from_str(query).map(Self).map_err(|error| {
            let message = format!("a parameter cannot be read: {error}");
            Problem::from(Failure::usage(message, "see docs/openapi.json for what each may be"))
        })
    }
}

/// A body of JSON.
#[derive(Debug)]
pub struct Sent<T>(pub T);

impl<S: Sync + Send, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(sent) = Json::<T>::from_request(request, state).await?;
        Ok(Self(sent))
    }
}
