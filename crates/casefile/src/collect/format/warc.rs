//! Web archives (WARC): the documents among what a crawler was answered.
//!
//! Read record by record, so that an archive may be of any size. What a crawler fetched beside documents (pictures,
//! styles, scripts, answers other than 200) is no document and passed over without a word: it was not sent as one.

use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::stream::{Gzip, Parts, Zstd};
use super::unpack::{Bounded, Counted, Stretch};

/// The longest header block.
const HEADER: u64 = 64 << 10;
const FORMAT: &str = "a WARC";
/// How a record begins.
const VERSION: &[u8] = b"WARC/";
const ANSWER: &str = "an answer of a web server";

/// Reads an archive record by record.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let mut source = BufReader::new(source);
    let mut lost = false;
    loop {
        let first = if lost { next_version(&mut source)? } else { first_line(&mut source)? };
        let Some(first) = first else { return Ok(()) };
        let (headers, length) = match begin(&first, &mut source) {
            Ok(begun) => begun,
            // One that lies about its length, or lost its head, costs itself and what cannot be told from it.
            Err(Halt::Refused(why @ Why::Broken { format: FORMAT, .. })) => {
                intake.refuse(place.name, why)?;
                lost = true;
                continue;
            }
            Err(halt) => return Err(halt),
        };
        lost = false;
        let mut content = Stretch::new(&mut source, length, FORMAT, "it breaks off inside a record");
        intake.note = headers
            .get("warc-truncated")
            .map(|reason| format!("the web archive holds only its beginning (WARC-Truncated: {reason:?})"));
        let done = record(intake, &mut content, &headers, place);
        intake.note = None;
        done?;
        if content.is_cut() {
            // That was told of the record, and there is no other.
            return Ok(());
        }
        // What the record's reader left.
        std::io::copy(&mut content, &mut std::io::sink())?;
    }
}

/// The header lines behind the first line of a record, and how long its content is.
fn begin(first: &[u8], source: &mut dyn BufRead) -> Result<(Headers, u64), Halt> {
    if !first.starts_with(VERSION) {
        return Err(Why::broken(FORMAT, "a record does not begin with its version, and is passed over").into());
    }
    let headers = Headers::read(source, FORMAT)?;
    let length = headers.get("content-length").and_then(|length| length.parse().ok());
    let length =
        length.ok_or_else(|| Why::broken(FORMAT, "a record does not say how long it is, and is passed over"))?;
    Ok((headers, length))
}

/// The next line that begins a record; none at the end.
fn next_version(source: &mut dyn BufRead) -> Result<Option<Vec<u8>>, Halt> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if source.take(HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.starts_with(VERSION) {
            return Ok(Some(line));
        }
    }
}

/// The next line that is not empty; none at the end.
fn first_line(source: &mut dyn BufRead) -> Result<Option<Vec<u8>>, Halt> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if source.take(HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(line));
        }
    }
}

/// The header lines of a record or of an answer.
#[derive(Debug, Default)]
struct Headers(Vec<(String, String)>);

impl Headers {
    fn read(source: &mut dyn BufRead, format: &'static str) -> Result<Self, Halt> {
        let mut all = Vec::new();
        let mut left = HEADER;
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = (&mut *source).take(left).read_until(b'\n', &mut line)? as u64;
            left -= read;
            if line.trim_ascii().is_empty() {
                if read == 0 && left == 0 {
                    return Err(Why::broken(format, "a header has no end").into());
                }
                return Ok(Self(all));
            }
            let text = String::from_utf8_lossy(&line);
            if let Some((name, value)) = text.split_once(':') {
                all.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

fn record(intake: &mut Intake<'_>, content: &mut dyn Read, headers: &Headers, place: Place<'_>) -> Result<(), Halt> {
    let address = headers.get("warc-target-uri").map(|address| address.trim_matches(['<', '>']));
    let name = format!("{}#{}", place.name, address.or_else(|| headers.get("warc-record-id")).unwrap_or("record"));
    let inner = |media| Place { name: &name, media, address, depth: place.depth + 1 };
    match headers.get("warc-type") {
        Some("response") if address.is_none_or(|address| address.starts_with("http")) => {
            match response(intake, content, inner(None)) {
                Err(Halt::Refused(why)) => intake.refuse(&name, why),
                done => done,
            }
        }
        Some("resource" | "conversion") => {
            let media = headers.get("content-type");
            if media.is_some_and(|media| !may_be_document(media)) {
                return Ok(());
            }
            intake.inside(content, inner(media))
        }
        // Requests, notes of the crawler, and answers that are the same as an earlier one.
        _ => Ok(()),
    }
}

/// An answer of a web server.
fn response(intake: &mut Intake<'_>, content: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let mut content = BufReader::new(content);
    let mut status = Vec::new();
    (&mut content).take(HEADER).read_until(b'\n', &mut status)?;
    let status = String::from_utf8_lossy(&status);
    if status.split_whitespace().nth(1) != Some("200") {
        return Ok(());
    }
    let headers = Headers::read(&mut content, ANSWER)?;
    let media = headers.get("content-type");
    if media.is_some_and(|media| !may_be_document(media)) {
        return Ok(());
    }
    let place = Place { media, ..place };
    let chunked = headers.get("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
    let mut chunks;
    // Some crawlers took the chunks apart and left the header.
    let body: &mut dyn Read = if chunked && begins_with_chunk(&mut content)? {
        chunks = Chunks { source: &mut content, left: 0, begun: false, ended: false, truncated: intake.note.is_some() };
        &mut chunks
    } else {
        &mut content
    };
    match headers.get("content-encoding").map(str::to_ascii_lowercase).as_deref() {
        None | Some("" | "identity") => intake.inside(body, place),
        Some("gzip" | "x-gzip") => {
            let mut body = BufReader::new(body);
            // Some took this apart too.
            if !body.fill_buf()?.starts_with(b"\x1f\x8b") {
                return intake.inside(&mut body, place);
            }
            let (counted, packed) = Counted::new(body);
            // Whatever a server sent behind the end of it is no part of the page.
            let (plain, _) = Parts::<Gzip<_>>::new(counted)?;
            let mut bounded = Bounded::new(plain, packed, intake.limits, &intake.unpacked);
            intake.inside(&mut bounded, place)
        }
        Some("deflate") => {
            let (counted, packed) = Counted::new(body);
            let plain = flate2::read::ZlibDecoder::new(counted);
            let mut bounded = Bounded::new(plain, packed, intake.limits, &intake.unpacked);
            intake.inside(&mut bounded, place)
        }
        Some("zstd") => {
            let mut body = BufReader::new(body);
            if !body.fill_buf()?.starts_with(b"\x28\xb5\x2f\xfd") {
                return intake.inside(&mut body, place);
            }
            let (counted, packed) = Counted::new(body);
            let (plain, _) = Parts::<Zstd<_>>::new(counted)?;
            let mut bounded = Bounded::new(plain, packed, intake.limits, &intake.unpacked);
            intake.inside(&mut bounded, place)
        }
        Some(other) => {
            let reason = format!("it was sent packed as {other:?}, which is not read");
            Err(Why::broken(ANSWER, reason).into())
        }
    }
}

/// Whether something of this media type may be a document.
fn may_be_document(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let never = ["image/", "audio/", "video/", "font/", "application/font", "application/x-font"];
    const NOT: [&str; 9] = [
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "application/octet-stream",
        "application/wasm",
        "application/json",
        "application/manifest+json",
        "text/dns",
    ];
    !never.iter().any(|kind| media.starts_with(kind)) && !NOT.contains(&media.as_str())
}

/// Whether a line with a length in hexadecimal comes next.
fn begins_with_chunk(source: &mut dyn BufRead) -> Result<bool, Halt> {
    let start = source.fill_buf()?;
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let length = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let rest = line.get(length..).unwrap_or_default().trim_ascii();
    // Some put spaces behind it; a line that begins with "A port" is no length.
    Ok((1..=8).contains(&length) && line.len() > length && (rest.is_empty() || rest.starts_with(b";")))
}

/// Puts chunks together.
struct Chunks<'s> {
    source: &'s mut dyn BufRead,
    left: u64,
    begun: bool,
    ended: bool,
    /// Whether the archive says itself that it holds only the beginning.
    truncated: bool,
}

impl Chunks<'_> {
    fn next(&mut self) -> std::io::Result<ControlFlow<()>> {
        let mut line = Vec::new();
        if self.begun {
            (&mut *self.source).take(HEADER).read_until(b'\n', &mut line)?;
            line.clear();
        }
        self.begun = true;
        (&mut *self.source).take(HEADER).read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(&line);
        let digits = line.split(';').next().unwrap_or_default().trim();
        // Many leave the last chunk out, which has no length.
        let ended = digits.is_empty();
        let length = if ended { Ok(0) } else { u64::from_str_radix(digits, 16) };
        self.left = length.map_err(|_| Why::broken(ANSWER, "a chunk of it does not say how long it is"))?;
        self.ended = self.left == 0;
        Ok(if self.ended { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.ended || buffer.is_empty() || self.left == 0 && self.next()?.is_break() {
            return Ok(0);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.source.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left -= read as u64;
        self.ended = read == 0;
        if self.ended && !self.truncated {
            return Err(Why::broken(ANSWER, "it breaks off inside a chunk").into());
        }
        Ok(read)
    }
}
