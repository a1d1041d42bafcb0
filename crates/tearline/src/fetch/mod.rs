//! Documents from the web, fetched politely and without harm: one at a time, with a name, where the site lets programs in,
//! no longer and no larger than is set, and only from public addresses.

mod address;
pub mod provider;
mod robots;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::config::Config;
use ureq::http::Response;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

use self::address::{Public, Refusal};
use self::robots::Rules;
use crate::failure::Failure;

/// The most bytes of a document that is fetched.
const LARGEST: u64 = 64 << 20;
/// The most bytes of a `robots.txt` that are looked at.
const ROBOTS: u64 = 512 << 10;
/// How long fetching one document may take in all, and each connection, in seconds.
const SECONDS: u64 = 60;
const CONNECT: u64 = 15;
/// How often an address may send to another.
const HOPS: usize = 5;
/// What this program says it is.
const AGENT: &str =
    concat!("Tearline/", env!("CARGO_PKG_VERSION"), " (reads single documents that a person asked for)");

/// Whether a path is the address of something on the web.
pub fn is_address(path: &str) -> bool {
    // One letter is a drive.
    path.split_once("://")
        .is_some_and(|(scheme, _)| scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// What was fetched.
#[derive(Debug)]
pub struct Fetched {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The media type that the server declared.
    pub media: Option<String>,
    /// Where it was in the end.
    pub address: String,
}

/// Fetches, one document at a time, and remembers what sites allow.
pub struct Web {
    agent: Agent,
    any: bool,
    stop: Arc<AtomicBool>,
    sites: Mutex<BTreeMap<String, Rules>>,
}

/// One document that is being fetched.
struct Errand<'e> {
    /// The address that was asked for, and the one that is gone to now.
    asked: &'e str,
    url: Url,
    /// When it must be done.
    until: Instant,
}

impl Errand<'_> {
    fn failure(&self, message: &str, hint: &str) -> Failure {
        let asked = self.asked;
        let here = self.url.as_str();
        // Whoever asked for one address and hears of another wants to know what they have to do with each other.
        let same = Url::parse(asked).is_ok_and(|asked| asked == self.url);
        let sent = if same { String::new() } else { format!("it sends on to {here}: ") };
        Failure::failed(format!("{asked}: {sent}{message}"), hint)
    }
}

impl Web {
    /// With `allow_private` addresses that are not public will do too. Once `stop` is true, nothing more is asked.
    pub fn new(allow_private: bool, stop: Arc<AtomicBool>) -> Self {
        let config = Config::builder()
            .user_agent(AGENT)
            .accept("text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5")
            // What is packed could unpack to anything.
            .accept_encoding("identity")
            .timeout_connect(Some(Duration::from_secs(CONNECT)))
            .http_status_as_error(false)
            // Each address is looked at before it is gone to.
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A proxy would look up names itself, and reach what must not be reached.
            .proxy(None)
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build();
        let resolver = Public::new(allow_private);
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, any: allow_private, stop, sites: Mutex::default() }
    }

    /// Fetches a document.
    ///
    /// # Errors
    /// Where it is not there, may not be fetched, is too large or takes too long.
    pub fn fetch(&self, asked: &str) -> Result<Fetched, Failure> {
        // Held while fetching: a site is asked one thing at a time.
        let mut sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        let url = Url::parse(asked).map_err(|error| {
            Failure::failed(format!("{asked}: it is no address: {error}"), "write https://HOST/PATH")
        })?;
        let mut errand = Errand { asked, url, until: Instant::now() + Duration::from_secs(SECONDS) };
        for _ in 0..=HOPS {
            fetchable(&errand.url).map_err(|(message, hint)| errand.failure(&message, hint))?;
            let host = host_of(&errand.url);
            let rules = match sites.entry(errand.url.origin().ascii_serialization()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.ask(&errand).map_err(|error| self.failure(&errand, &error))?),
            };
            if !rules.allow(&path_of(&errand.url)) {
                let message = format!("{host} does not let programs fetch it (robots.txt)");
                return Err(errand.failure(&message, "open it in a browser, save it, and give the file"));
            }
            let response = self.get(&errand.url, errand.until).map_err(|error| self.failure(&errand, &error))?;
            if let Some(next) = redirect(&response) {
                errand.url = errand.url.join(&next).map_err(|error| {
                    errand.failure(&format!("{host} sends on to what is no address: {error}"), "check the address")
                })?;
                continue;
            }
            if response.status().as_u16() != 200 {
                let message = format!("{host} answers {}", response.status());
                let hint = match response.status().as_u16() {
                    429 | 500.. => "try again later, or save it with a browser and give the file",
                    _ => "check the address; a page behind a password is saved with a browser",
                };
                return Err(errand.failure(&message, hint));
            }
            let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
            let (media, packed) = (header(CONTENT_TYPE), header(CONTENT_ENCODING));
            if let Some(way) = packed.as_deref().filter(|way| !unpacks(way)) {
                let way: String = way.chars().take(40).collect();
                let message = format!("{host} sends it packed as {way:?}, which was not asked for and is not read");
                return Err(errand.failure(&message, "save it with a browser, and give the file"));
            }
            let bytes = self.body(response, LARGEST).map_err(|error| match error {
                ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                    errand.failure(&format!("{host} breaks off in the middle of it"), "try again later")
                }
                error => self.failure(&errand, &error),
            })?;
            let Some(bytes) = bytes else {
                let message = format!("it is larger than {} MB, the most that is fetched", LARGEST >> 20);
                return Err(errand.failure(&message, "save it with a browser, and give the file"));
            };
            errand.url.set_fragment(None);
            // What came packed though that was not asked for is unpacked as an archive is, with its limits.
            return Ok(Fetched { bytes, media: media.filter(|_| packed.is_none()), address: errand.url.into() });
        }
        Err(Failure::failed(
            format!("{asked}: it sends on to another address more than {HOPS} times"),
            "open it in a browser, and give the address where it ends",
        ))
    }

    /// Asks for what is at an address, if there is still time for it and anybody still wants it.
    fn get(&self, url: &Url, until: Instant) -> Result<Response<ureq::Body>, ureq::Error> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(ureq::Error::Other(Box::new(Stopped)));
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ureq::Error::Timeout(ureq::Timeout::Global));
        }
        let (agent, url) = (self.agent.clone(), url.to_string());
        self.aside(move || agent.get(url).config().timeout_global(Some(left)).build().call())
    }

    /// The bytes of an answer; `None` where they are more than `most`.
    fn body(&self, response: Response<ureq::Body>, most: u64) -> Result<Option<Vec<u8>>, ureq::Error> {
        self.aside(move || body(response, most))
    }

    /// Does on a thread of its own what may have to wait for a server. Whoever wants to stop does not wait for it too: the
    /// thread is left to itself, and ends with its time or with the program.
    fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ureq::Error> + Send + 'static,
    ) -> Result<T, ureq::Error> {
        const PATIENCE: Duration = Duration::from_millis(50);
        let (done, result) = mpsc::channel();
        thread::spawn(move || {
            // Nobody may be waiting any more.
            let _ = done.send(work());
        });
        loop {
            match result.recv_timeout(PATIENCE) {
                Ok(result) => return result,
                Err(RecvTimeoutError::Timeout) if !self.stop.load(Ordering::Relaxed) => {}
                Err(_) => return Err(ureq::Error::Other(Box::new(Stopped))),
            }
        }
    }

    /// The rules of a site. What it does not say for sure, it forbids.
    fn ask(&self, errand: &Errand<'_>) -> Result<Rules, ureq::Error> {
        let Ok(mut at) = errand.url.join("/robots.txt") else { return Ok(Rules::closed()) };
        for _ in 0..=HOPS {
            if fetchable(&at).is_err() {
                break;
            }
            let response = self.get(&at, errand.until)?;
            if let Some(next) = redirect(&response) {
                match at.join(&next) {
                    Ok(next) => at = next,
                    Err(_) => break,
                }
                continue;
            }
            return Ok(match response.status().as_u16() {
                200..=299 => match self.body(response, ROBOTS)? {
                    Some(bytes) => Rules::read(&String::from_utf8_lossy(&bytes)),
                    None => Rules::closed(),
                },
                // A site that has no rules has none against us.
                400..=499 => Rules::default(),
                _ => Rules::closed(),
            });
        }
        Ok(Rules::closed())
    }

    fn failure(&self, errand: &Errand<'_>, error: &ureq::Error) -> Failure {
        let host = host_of(&errand.url);
        let (message, hint) = match error {
            ureq::Error::Other(inner) if inner.is::<Refusal>() && !self.any => {
                (inner.to_string(), "write --allow-private if you know it and mean it")
            }
            ureq::Error::Other(inner) if inner.is::<Stopped>() => (inner.to_string(), "run the command again"),
            ureq::Error::HostNotFound => (format!("there is no host {host}"), "check the spelling, and the network"),
            ureq::Error::Timeout(_) => {
                (format!("{host} takes longer than {SECONDS} s"), "try again later, or save it with a browser")
            }
            ureq::Error::Io(error) => (
                format!("{host} cannot be reached: {}", crate::failure::reason(error)),
                "check the address and the network",
            ),
            ureq::Error::Rustls(error) => (
                format!("the connection to {host} is not safe: {error}"),
                "check the address and the clock; save it with a browser if you trust it",
            ),
            error => (format!("{host} cannot be read: {error}"), "save it with a browser, and give the file"),
        };
        errand.failure(&message, hint)
    }
}

/// Somebody wants the command to end.
#[derive(Debug, thiserror::Error)]
#[error("it was not fetched, since the command was stopped")]
struct Stopped;

/// That an address is one of the web, and says no more than where.
fn fetchable(url: &Url) -> Result<(), (String, &'static str)> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err((
            format!("only http and https are fetched, and not {}", url.scheme()),
            "save it, and give the file",
        ));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(("it names no host".to_owned(), "write https://HOST/PATH"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(("it holds a name or a password".to_owned(), "save it with a browser, and give the file"));
    }
    Ok(())
}

fn host_of(url: &Url) -> &str {
    url.host_str().unwrap_or("it")
}

fn path_of(url: &Url) -> String {
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

/// Whether a coding of content leaves what is read as an archive, or nothing to unpack.
fn unpacks(coding: &str) -> bool {
    let known =
        |way: &str| ["", "identity", "gzip", "x-gzip", "zstd"].iter().any(|known| way.eq_ignore_ascii_case(known));
    coding.split(',').all(|way| known(way.trim()))
}

fn redirect(response: &Response<ureq::Body>) -> Option<String> {
    let moved = matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308);
    let next = response.headers().get(LOCATION).filter(|_| moved)?;
    Some(String::from_utf8_lossy(next.as_bytes()).into_owned())
}

/// The bytes of an answer; `None` where they are more than `most`.
fn body(mut response: Response<ureq::Body>, most: u64) -> Result<Option<Vec<u8>>, ureq::Error> {
    let mut bytes = Vec::new();
    let source = response.body_mut().with_config().limit(most + 1024).reader();
    match source.take(most + 1).read_to_end(&mut bytes) {
        Ok(_) => Ok((bytes.len() as u64 <= most).then_some(bytes)),
        Err(error) => Err(error.into()),
    }
}

impl std::fmt::Debug for Web {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Web").field("any", &self.any).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_stops_does_not_wait_for_a_server_that_does_not_answer() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let pressed = Arc::clone(&stop);
        let server = thread::spawn(move || {
            let asked = listener.accept().unwrap();
            pressed.store(true, Ordering::Relaxed);
            asked
        });
        let failure = Web::new(true, stop).fetch(&format!("http://{host}/a")).unwrap_err();
        assert_eq!(failure.message(), format!("http://{host}/a: it was not fetched, since the command was stopped"));
        drop(server.join());
    }

    #[test]
    fn an_address_is_told_from_a_path() {
        assert!(is_address("https://courier.example/a") && is_address("HTTP://x") && is_address("https://"));
        assert!(!is_address("a/b.txt") && !is_address("C:\\a") && !is_address("C://a") && !is_address("a b://c"));
    }

    #[test]
    fn only_the_web_is_fetched_and_without_a_password() {
        let words = |url: &str| fetchable(&Url::parse(url).unwrap()).unwrap_err().0;
        assert_eq!(words("file:///etc/passwd"), "only http and https are fetched, and not file");
        assert_eq!(words("https://ann:secret@courier.example/"), "it holds a name or a password");
        assert!(fetchable(&Url::parse("https://courier.example/").unwrap()).is_ok());
    }

    #[test]
    fn nothing_is_asked_once_the_command_is_stopped() {
        let web = Web::new(true, Arc::new(AtomicBool::new(true)));
        let failure = web.fetch("http://127.0.0.1:9/a").unwrap_err();
        assert_eq!(failure.message(), "http://127.0.0.1:9/a: it was not fetched, since the command was stopped");
    }
}
