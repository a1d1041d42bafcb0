//! The routes of the document, each with everything that it can be called with.

use serde_json::Value;

/// What is not called with the rest, and why.
pub const OMITTED: &[(&str, &str)] = &[
    ("/api/v1/events", "it never ends; it tells of the last entry that the viewer sees and of nothing else"),
    ("/api/v1/oidc/start", "it asks the provider and looks at no case"),
    ("/api/v1/oidc/callback", "it asks the provider and looks at no case"),
];

/// A route that looks, with all addresses by which it is called.
pub struct Route {
    pub path: String,
    pub calls: Vec<String>,
    /// The statuses that the document names.
    pub statuses: Vec<u16>,
}

/// What parameters are called with. A route with a parameter that is not here fails the test: say here what it may be.
pub type Values<'v> = &'v [(&'v str, Vec<String>)];

/// The document, as it is served.
pub fn document() -> Value {
    serde_json::to_value(tearline::api::document()).unwrap()
}

/// Every route of the document that looks, called without a query and with every value of every parameter of it.
pub fn reading(values: Values<'_>) -> Vec<Route> {
    let document = document();
    let mut routes = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        if item.get("get").is_none() || OMITTED.iter().any(|(omitted, _)| omitted == path) {
            continue;
        }
        let get = &item["get"];
        let parameters = get["parameters"].as_array().cloned().unwrap_or_default();
        let named = |place: &str| -> Vec<String> {
            let of_place = parameters.iter().filter(|one| one["in"] == place);
            of_place.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        let mut paths = vec![path.clone()];
        for name in named("path") {
            let all = of(values, &name, path);
            let filled = |path: &String| -> Vec<String> {
                all.iter().map(|value| path.replace(&format!("{{{name}}}"), &encoded(value))).collect()
            };
            paths = paths.iter().flat_map(filled).collect();
        }
        assert!(paths.iter().all(|path| !path.contains('{')), "{path} has a parameter that the document does not name");
        let mut calls = paths.clone();
        for name in named("query") {
            for value in of(values, &name, path) {
                calls.extend(paths.iter().map(|path| format!("{path}?{name}={}", encoded(&value))));
            }
        }
        let statuses = get["responses"].as_object().unwrap().keys().map(|status| status.parse().unwrap()).collect();
        routes.push(Route { path: path.clone(), calls, statuses });
    }
    routes
}

fn of(values: Values<'_>, name: &str, path: &str) -> Vec<String> {
    // `path:name` is for one route alone.
    let own = format!("{}:{name}", path.rsplit('/').find(|part| !part.starts_with('{')).unwrap_or_default());
    let found = values.iter().find(|(one, _)| *one == own).or_else(|| values.iter().find(|(one, _)| *one == name));
    found.unwrap_or_else(|| panic!("say what {name} of {path} may be, so that the route is called")).1.clone()
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
