//! The page: what was built in `web/` and is carried in the program, or a few words where it was not built.

use std::path::PathBuf;

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::Desk;
use super::problem::Problem;

/// What was built in `web/`, if it was.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// What stands there where the page was not built.
const NO_PAGE: &str = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Tearline</title>
<h1>Tearline</h1>
<p>The page is not in this program: <code>web/</code> was not built before it. Everything is there by the API:</p>
<ul>
<li><a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a> describes it</li>
<li><a href=\"/api/v1/cases\">/api/v1/cases</a> lists the cases</li>
</ul>\n</html>\n";

/// A file of the page; for every address of a view the page itself, which knows what to show there.
pub async fn answer(State(desk): State<Desk>, uri: Uri) -> Response {
    let path = uri.path();
    if path.starts_with("/api/") {
        return Problem::nowhere().into_response();
    }
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    if let Some(bytes) = file(&desk, name) {
        return found(name, bytes);
    }
    // What looks like a file and is none is not there; everything else is a view.
    if name != "index.html" && name.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        return Problem::nowhere().into_response();
    }
    match file(&desk, "index.html") {
        Some(bytes) => found("index.html", bytes),
        None => (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NO_PAGE).into_response(),
    }
}

fn file(desk: &Desk, name: &str) -> Option<Vec<u8>> {
    // No part of a path leads out of the folder.
    if name.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.contains(['\\', '%', '\0'])) {
        return None;
    }
    match &desk.setting.page {
        Some(folder) => std::fs::read(folder.join(PathBuf::from(name))).ok(),
        None => Built::get(name).map(|file| file.data.into_owned()),
    }
}

fn found(name: &str, bytes: Vec<u8>) -> Response {
    // Names of built files hold their hash, but for the page's own.
    let kept = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    ([(header::CONTENT_TYPE, media(name)), (header::CACHE_CONTROL, kept)], bytes).into_response()
}

fn media(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
