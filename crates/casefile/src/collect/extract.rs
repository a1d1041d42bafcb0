//! Bytes to text.

/// The text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// The text, to which all spans refer.
    pub text: String,
    /// Whether the text is the file itself, byte for byte.
    pub verbatim: bool,
}

/// Why bytes could not be made text of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExtractError {
    /// They are not text at all.
    #[error("it is not text: {what}")]
    Binary {
        /// What it looks like instead.
        what: String,
    },
    /// They are a key that signs.
    #[error("it is a private key, which is never taken into a case")]
    Key,
    /// They are text in another encoding than UTF-8.
    #[error("it is not UTF-8: the byte {byte:#04x} at offset {offset} cannot be read")]
    Encoding {
        /// Where the first unreadable byte stands.
        offset: usize,
        /// That byte.
        byte: u8,
    },
}

/// The text of a UTF-8 file. A byte order mark is kept where it stands: spans are offsets into the file.
///
/// # Errors
/// Where the bytes are not UTF-8 text.
pub fn extract(bytes: &[u8]) -> Result<Extracted, ExtractError> {
    if let Some(what) = known(bytes) {
        return Err(ExtractError::Binary { what: what.to_owned() });
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"-----BEGIN ")
        && start.iter().take(64).copied().collect::<Vec<_>>().windows(11).any(|part| part == b"PRIVATE KEY")
    {
        return Err(ExtractError::Key);
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ExtractError::Binary { what: format!("it holds a zero byte at offset {offset}") });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Extracted { text: text.to_owned(), verbatim: true }),
        Err(error) => {
            let offset = error.valid_up_to();
            Err(ExtractError::Encoding { offset, byte: bytes.get(offset).copied().unwrap_or_default() })
        }
    }
}

/// Common files that are not text, by their first bytes.
fn known(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x7fELF", "a program"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"SQLite format 3\0", "a database; a case file is named with --case"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_text_is_named() {
        assert_eq!(extract(b"%PDF-1.7 ...").unwrap_err().to_string(), "it is not text: a PDF");
        assert_eq!(extract(b"ab\0cd").unwrap_err().to_string(), "it is not text: it holds a zero byte at offset 2");
        assert_eq!(
            extract(b"caf\xe9 noir").unwrap_err().to_string(),
            "it is not UTF-8: the byte 0xe9 at offset 3 cannot be read"
        );
    }

    #[test]
    fn text_stays_as_it_is() {
        let text = "\u{feff}Zürich said no.\r\n";
        assert_eq!(extract(text.as_bytes()).unwrap().text, text);
    }
}
