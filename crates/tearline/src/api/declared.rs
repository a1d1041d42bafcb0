//! What a query may hold is what the document names: a parameter that is not there is refused, so that a misspelt facet is not
//! taken for none.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr};

use super::problem::Problem;

/// The parameters of every route.
#[derive(Debug, Default)]
pub struct Declared(HashMap<String, HashSet<String>>);

impl Declared {
    /// As the document names them.
    pub fn of(document: &OpenApi) -> Self {
        let named = |operation: &Operation| -> Vec<String> {
            let written = |one: &RefOr<Parameter>| match one {
                RefOr::T(one) => Some(one.clone()),
                RefOr::Ref(_) => None,
            };
            let all = operation.parameters.iter().flatten().filter_map(written);
            all.filter(|one| one.parameter_in == ParameterIn::Query).map(|one| one.name).collect()
        };
        let mut found = HashMap::new();
        for (path, item) in &document.paths.paths {
            let operations = [&item.get, &item.post, &item.put, &item.patch, &item.delete];
            let names: HashSet<String> = operations.into_iter().flatten().flat_map(named).collect();
            found.insert(path.clone(), names);
        }
        Self(found)
    }
}

/// Refuses a query with a parameter that the document does not name.
pub async fn only(State(declared): State<Arc<Declared>>, request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let known = path.as_ref().and_then(|path| declared.0.get(path));
    let query = request.uri().query().unwrap_or_default();
    let unknown = url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| !known.is_some_and(|known| known.contains(name.as_ref())));
    match unknown {
        Some((name, _)) => {
            let mut names: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
            names.sort_unstable();
            let hint = match names.is_empty() {
                true => "this route takes none".to_owned(),
                false => format!("it takes {}", names.join(", ")),
            };
            Problem::unreadable(format!("there is no parameter {name:?}"), &hint).into_response()
        }
        None => next.run(request).await,
    }
}
