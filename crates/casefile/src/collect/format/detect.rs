//! What a thing is: by its first bytes, then by what it was declared as, then by its name.

use super::refused::Why;
use super::{Coding, Format, wide};

/// What a thing is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One document, or a file that must be in memory as a whole.
    Document(Format),
    /// Messages behind each other.
    Mbox,
    /// An article a line.
    JsonLines,
    /// An article a row.
    Csv,
    /// Rows of coded events.
    Coded(Coding),
    /// A web archive.
    Warc,
    /// A ZIP archive, or an office document.
    Zip,
    /// A tar archive.
    Tar,
    /// A gzip stream.
    Gzip,
    /// A Zstandard stream.
    Zstd,
}

impl Kind {
    /// Whether other files are in it.
    pub fn is_archive(self) -> bool {
        matches!(self, Self::Warc | Self::Zip | Self::Tar | Self::Gzip | Self::Zstd)
    }

    /// Whether its bytes are looked at one by one, so that it must be UTF-8, or nearly, before it is read.
    pub fn is_narrow(self) -> bool {
        matches!(self, Self::Mbox | Self::JsonLines | Self::Csv | Self::Coded(_) | Self::Document(Format::Mail))
    }
}

/// Files that are no text, by their first bytes.
const BINARY: [(&[u8], &str); 26] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"\0\0\x01\0", "an icon"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
    (b"fLaC", "sound"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"wOF2", "a font"),
    (b"wOFF", "a font"),
    (b"SQLite format 3\0", "a database; a case file is named with --case"),
    (b"\xd0\xcf\x11\xe0", "an old office document (DOC, XLS, PPT or MSG)"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"ARROW1", "an Arrow table"),
    (b"%!PS", "a PostScript document"),
];

fn binary(start: &[u8]) -> Option<&'static str> {
    if start.starts_with(b"RIFF") && matches!(start.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI ")) {
        return Some("a picture, sound or film");
    }
    if start.get(4..8) == Some(b"ftyp") {
        return Some("film, sound or a picture");
    }
    // Two letters begin a program or a picture, and many texts.
    let found = BINARY.iter().find(|(magic, _)| {
        start.starts_with(magic) && (magic.len() > 3 || start.get(..64).unwrap_or(start).contains(&0))
    });
    found
        .or_else(|| {
            BINARY.iter().find(|(magic, _)| {
                magic.len() == 3
                    && start.starts_with(magic)
                    && std::str::from_utf8(start.get(..16).unwrap_or(start)).is_err()
            })
        })
        .map(|(_, what)| *what)
}

/// What a thing is, by its first bytes, its name and the media type it was declared as.
///
/// # Errors
/// Where it is nothing that holds text, or a key.
pub(crate) fn kind(start: &[u8], name: &str, media: Option<&str>) -> Result<Kind, Why> {
    if let Some(kind) = packed(start) {
        return Ok(kind);
    }
    if let Some(what) = binary(start) {
        return Err(Why::binary(what));
    }
    let narrow = wide::told(start).map(|encoding| wide::look(start, encoding));
    let text = narrow.as_deref().unwrap_or(start);
    if is_key(text) {
        return Err(Why::Key);
    }
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    let media = media.map(|media| media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let ending = ending(name);
    if text.starts_with(b"WARC/") {
        return Ok(Kind::Warc);
    }
    if text.starts_with(b"From ") && has_headers(text) {
        return Ok(Kind::Mbox);
    }
    if let Some(kind) = json(text, &ending, media.as_deref()) {
        return Ok(kind);
    }
    if let Some(coding) = crate::collect::coded::told(text, name) {
        return Ok(Kind::Coded(coding));
    }
    if let Some(format) = markup(text) {
        return Ok(Kind::Document(format));
    }
    // What is declared is believed only where the bytes do not speak for themselves.
    let declared = match media.as_deref() {
        Some("text/html" | "application/xhtml+xml") => Some(Format::Html),
        Some("message/rfc822") => Some(Format::Mail),
        Some("text/markdown") => Some(Format::Markdown),
        Some("text/csv" | "text/tab-separated-values") => Some(Format::Csv),
        _ => None,
    };
    let named = match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Some(Format::Html),
        "eml" => Some(Format::Mail),
        "md" | "markdown" => Some(Format::Markdown),
        "csv" | "tsv" | "tab" => Some(Format::Csv),
        _ => None,
    };
    if has_headers(text) {
        return Ok(Kind::Document(Format::Mail));
    }
    match declared.or(named) {
        Some(Format::Csv) => Ok(Kind::Csv),
        Some(format) => Ok(Kind::Document(format)),
        None if super::csv::is_table(text) => Ok(Kind::Csv),
        None => Ok(Kind::Document(Format::Text)),
    }
}

/// The character set of a media type.
pub(crate) fn charset(media: &str) -> Option<&str> {
    let at = media.to_ascii_lowercase().find("charset=")? + "charset=".len();
    media.get(at..)?.split(';').next().map(|name| name.trim_matches(|sign: char| sign == '"' || sign.is_whitespace()))
}

/// The end of a name behind its last dot, in lower case.
fn ending(name: &str) -> String {
    let file = name.rsplit(['/', '\\', '#']).next().unwrap_or_default();
    file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn packed(start: &[u8]) -> Option<Kind> {
    if start.starts_with(b"\x1f\x8b") {
        return Some(Kind::Gzip);
    }
    if start.starts_with(b"\x28\xb5\x2f\xfd") {
        return Some(Kind::Zstd);
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Some(Kind::Zip);
    }
    if start.starts_with(b"PAR1") {
        return Some(Kind::Document(Format::Parquet));
    }
    // Some printers put a few bytes in front.
    if start.get(..1024).unwrap_or(start).windows(5).any(|part| part == b"%PDF-") {
        return Some(Kind::Document(Format::Pdf));
    }
    is_tar(start).then_some(Kind::Tar)
}

/// A tar archive has the sum of its first header in it.
fn is_tar(start: &[u8]) -> bool {
    let Some(header) = start.get(..512) else { return false };
    let field: String = header.get(148..156).unwrap_or_default().iter().map(|byte| *byte as char).collect();
    let Ok(stated) = u32::from_str_radix(field.trim_matches([' ', '\0']), 8) else { return false };
    let sum: u32 =
        header.iter().enumerate().map(|(at, byte)| if (148..156).contains(&at) { 32 } else { u32::from(*byte) }).sum();
    // Some writers give what they say of a member no name of its own.
    sum == stated && (header.first() != Some(&0) || header.get(257..262) == Some(b"ustar"))
}

fn is_key(start: &[u8]) -> bool {
    let start = start.trim_ascii_start();
    start.starts_with(b"-----BEGIN ") && start.get(..64).unwrap_or(start).windows(11).any(|part| part == b"PRIVATE KEY")
}

fn json(text: &[u8], ending: &str, media: Option<&str>) -> Option<Kind> {
    let first = text.first()?;
    let next = text.get(1..)?.trim_ascii_start().first().copied();
    let opens = match first {
        b'{' => matches!(next, Some(b'"' | b'}') | None),
        b'[' => matches!(next, Some(b'{' | b'[' | b']' | b'"') | None),
        _ => false,
    };
    if !opens {
        return None;
    }
    let lines = matches!(ending, "jsonl" | "ndjson")
        || matches!(media, Some("application/jsonl" | "application/x-ndjson" | "application/jsonlines"));
    if *first == b'{' && (lines || is_lines(text)) {
        return Some(Kind::JsonLines);
    }
    // `[Update] The port` is text.
    let stated = ending == "json" || media.is_some_and(|media| media.ends_with("json"));
    (stated || *first == b'{' || next != Some(b'"')).then_some(Kind::Document(Format::Json))
}

/// Whether the first line is a whole object and another follows.
fn is_lines(text: &[u8]) -> bool {
    let Some(end) = text.iter().position(|byte| *byte == b'\n') else { return false };
    let (first, rest) = text.split_at(end);
    rest.trim_ascii_start().first() == Some(&b'{') && serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok()
}

fn markup(text: &[u8]) -> Option<Format> {
    if text.first() != Some(&b'<') {
        return None;
    }
    let look = String::from_utf8_lossy(text.get(..4096).unwrap_or(text)).to_ascii_lowercase();
    let has = |tag: &str| {
        look.match_indices(tag).any(|(at, _)| {
            look.as_bytes().get(at + tag.len()).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'-')
        })
    };
    if has("<rss") || has("<feed") || has("<rdf:rdf") {
        return Some(Format::Feed);
    }
    let page = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<p",
        "<div",
        "<article",
        "<h1",
        "<table",
        "<meta",
        "<title",
        "<br",
    ];
    (look.starts_with("<?xml") || page.iter().any(|tag| has(tag))).then_some(Format::Html)
}

/// Whether it begins with the header lines of a mail.
fn has_headers(text: &[u8]) -> bool {
    const KNOWN: [&str; 16] = [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "received",
        "return-path",
        "mime-version",
        "message-id",
        "delivered-to",
        "content-type",
        "dkim-signature",
        "x-mailer",
        "reply-to",
        "sender",
        "list-id",
    ];
    let head = String::from_utf8_lossy(text.get(..8192).unwrap_or(text));
    let mut lines = head.lines().peekable();
    if lines.peek().is_some_and(|line| line.starts_with("From ")) {
        lines.next();
    }
    let mut known = 0;
    for line in lines {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        known += usize::from(KNOWN.iter().any(|header| name.eq_ignore_ascii_case(header)));
    }
    known >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &[u8], name: &str, expected: Kind) {
        assert_eq!(kind(start, name, None).unwrap(), expected, "{name}: {:?}", String::from_utf8_lossy(start));
    }

    #[test]
    fn content_counts_for_more_than_the_name() {
        check(b"%PDF-1.7\n", "a.txt", Kind::Document(Format::Pdf));
        check(b"<!DOCTYPE html><p>x", "a.txt", Kind::Document(Format::Html));
        check(b"<?xml version='1.0'?><rss version='2.0'>", "a.html", Kind::Document(Format::Feed));
        check(b"\x1f\x8b\x08", "a.json", Kind::Gzip);
        check(b"WARC/1.0\r\n", "a", Kind::Warc);
        check(b"From ann@x Mon\nFrom: ann@x\nSubject: y\n\nz", "a", Kind::Mbox);
        check(b"Subject: y\nFrom: ann@x\n\nz", "a.txt", Kind::Document(Format::Mail));
        check(b"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "a.txt", Kind::JsonLines);
        check(b"{\"text\":\n\"a\"}\n", "a.txt", Kind::Document(Format::Json));
        check(b"title,text\nA,B\n", "a.txt", Kind::Csv);
        check(b"PAR1\x15\x04", "a.txt", Kind::Document(Format::Parquet));
    }

    #[test]
    fn a_text_that_looks_a_little_like_something_is_a_text() {
        for text in [
            "[Update] The port is shut.",
            "{sic} he said",
            "From the quay one sees it.",
            "Note: the port is shut.\nIt is.",
            "<he said> no",
            "BMW said no.",
            "MZ is a road.",
            "The title, the text and the rest.\nMore.",
            "",
        ] {
            check(text.as_bytes(), "a.txt", Kind::Document(Format::Text));
        }
    }

    #[test]
    fn the_name_decides_where_the_content_does_not() {
        check(b"# Port\n\nShut.", "a.md", Kind::Document(Format::Markdown));
        check(b"Shut.", "page.html", Kind::Document(Format::Html));
        check(b"a,b\n", "a.csv", Kind::Csv);
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (start, what) in [
            (&b"\x89PNG\r\n\x1a\n\0"[..], "a PNG picture"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document (DOC, XLS, PPT or MSG)"),
            (b"Rar!\x1a\x07", "a RAR archive"),
        ] {
            assert_eq!(kind(start, "a", None).unwrap_err().to_string(), format!("it is not text: {what}"));
        }
        assert_eq!(kind(b"-----BEGIN OPENSSH PRIVATE KEY-----", "a", None).unwrap_err(), Why::Key);
    }
}
