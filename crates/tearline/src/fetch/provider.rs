//! What is asked of a provider of OpenID Connect, whose address whoever runs the server has set: small answers in JSON, without
//! following anybody elsewhere.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

/// The most bytes of an answer.
const LARGEST: u64 = 1 << 20;
/// How long an answer may take.
const SECONDS: u64 = 15;

fn agent() -> Agent {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .proxy(None)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(SECONDS)))
        .build();
    Agent::new_with_config(config)
}

/// What stands at an address.
///
/// # Errors
/// In words, where nothing does.
pub fn get(address: &str) -> Result<Value, String> {
    let mut response = agent().get(address).call().map_err(|error| error.to_string())?;
    let text = response.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// What comes back to a form.
///
/// # Errors
/// In words, where nothing does.
pub fn post(address: &str, form: &[(&str, &str)]) -> Result<Value, String> {
    let mut response = agent().post(address).send_form(form.iter().copied()).map_err(|error| error.to_string())?;
    let text = response.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}
