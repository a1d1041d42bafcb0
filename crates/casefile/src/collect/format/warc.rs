//! Web archives (WARC): the documents among what a crawler was answered.
//!
//! Read record by record, so that an archive may be of any size. What a crawler fetched beside documents (pictures,
//! styles, scripts, answers other than 200) is no document and passed over without a word: it was not sent as one.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::ops::ControlFlow;

use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::unpack::{Bounded, Counted};

/// The longest header block.
const HEADER: u64 = 64 << 10;

/// Reads an archive record by record.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let mut source = BufReader::new(source);
    loop {
        let Some(first) = first_line(&mut source)? else { return Ok(()) };
        if !first.starts_with(b"WARC/") {
            return Err(Why::broken("a WARC", "a record does not begin with its version").into());
        }
        let headers = Headers::read(&mut source, "a WARC")?;
        let length: u64 = headers
            .get("content-length")
            .and_then(|length| length.parse().ok())
            .ok_or_else(|| Why::broken("a WARC", "a record does not say how long it is"))?;
        let mut content = (&mut source).take(length);
        record(intake, &mut content, &headers, place)?;
        // What the record's reader left.
        std::io::copy(&mut content, &mut std::io::sink())?;
        if content.limit() > 0 {
            return Err(Why::broken("a WARC", "it breaks off inside a record").into());
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
            response(intake, content, inner(None))
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
    let headers = match Headers::read(&mut content, "an answer of a web server") {
        Ok(headers) => headers,
        Err(Halt::Refused(why)) => return intake.refuse(place.name, why),
        Err(stopped) => return Err(stopped),
    };
    let media = headers.get("content-type");
    if media.is_some_and(|media| !may_be_document(media)) {
        return Ok(());
    }
    let place = Place { media, ..place };
    let chunked = headers.get("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
    let mut chunks;
    // Some crawlers took the chunks apart and left the header.
    let body: &mut dyn Read = if chunked && begins_with_chunk(&mut content)? {
        chunks = Chunks { source: &mut content, left: 0, begun: false, ended: false };
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
            let plain = flate2::read::MultiGzDecoder::new(counted);
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
            let mut bytes = Vec::new();
            body.read_to_end(&mut bytes)?;
            intake.inside(&mut Cursor::new(bytes), place)
        }
        Some(other) => {
            let reason = format!("it was sent packed as {other:?}, which is not read");
            intake.refuse(place.name, Why::broken("an answer of a web server", reason))
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
    Ok(length > 0 && length <= 8 && line.get(length).is_some_and(|byte| matches!(byte, b'\r' | b';' | b' ')))
}

/// Puts chunks together.
struct Chunks<'s> {
    source: &'s mut dyn BufRead,
    left: u64,
    begun: bool,
    ended: bool,
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
        self.left = u64::from_str_radix(digits, 16).unwrap_or(0);
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
        Ok(read)
    }
}
