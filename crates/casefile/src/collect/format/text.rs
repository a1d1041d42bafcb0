//! Plain text, in whatever encoding.

use std::borrow::Cow;

use super::encoding::{self, Decoded};
use super::html::in_bytes;
use super::passage::PassageMap;
use super::refused::Why;
use super::{Draft, detect};

/// Reads plain text. A byte order mark of UTF-8 stays where it stands, so that spans are offsets into the file.
///
/// # Errors
/// Where the bytes are not text.
pub(crate) fn read(bytes: &[u8], declared: Option<&str>) -> Result<Draft, Why> {
    detect::kind(bytes.get(..64).unwrap_or(bytes), "", None)?;
    let decoded = encoding::decode(bytes, declared)?;
    not_binary(bytes, &decoded)?;
    let whole = PassageMap::verbatim(&decoded.text);
    let verbatim = decoded.is_verbatim();
    let passages = if verbatim { whole } else { in_bytes(&decoded.text, &whole, &decoded) };
    let notes = decoded.note().into_iter().collect();
    let text = decoded.text.into_owned();
    Ok(Draft { text, passages, verbatim, notes, ..Draft::default() })
}

/// That characters are those of a text. A stray one that is of none happens, a zero byte among them; where one of thirty is
/// odd it is no text.
fn not_binary(bytes: &[u8], decoded: &Decoded<'_>) -> Result<(), Why> {
    /// In fewer bytes one that is odd is too many.
    const SHORTEST: usize = 16;
    let odd = decoded
        .text
        .chars()
        .filter(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\x0c' | '\u{85}' | '\x1a' | '\x1b'));
    let length = decoded.text.len();
    let most = (length / 30).max(usize::from(length >= SHORTEST));
    if odd.take(most + 1).count() <= most {
        return Ok(());
    }
    if let Cow::Borrowed(_) = decoded.text
        && let Some(offset) = bytes.iter().position(|byte| *byte == 0)
    {
        return Err(Why::binary(format!("it holds a zero byte at offset {offset}")));
    }
    Err(Why::binary("many of its bytes are no characters of any text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_as_it_is() {
        let text = "\u{feff}Zürich said no.\r\n";
        let draft = read(text.as_bytes(), None).unwrap();
        assert_eq!((draft.text.as_str(), draft.verbatim), (text, true));
    }

    #[test]
    fn text_in_an_old_encoding_is_read_and_led_back() {
        let draft = read(b"The caf\xe9 said no. The na\xefve clerk said yes.", None).unwrap();
        assert_eq!(draft.text, "The café said no. The naïve clerk said yes.");
        assert!(!draft.verbatim);
    }

    #[test]
    fn a_stray_zero_byte_makes_no_text_binary() {
        let text = "The ministry said\0 no. The port stays shut.";
        let draft = read(text.as_bytes(), None).unwrap();
        assert_eq!((draft.text.as_str(), draft.verbatim), (text, true));
        let binary = read(b"Q\0\0\x90\0\0 The ministry said no.", None).unwrap_err().to_string();
        assert!(binary.starts_with("it is not text: "), "{binary}");
    }

    #[test]
    fn what_is_not_text_is_named() {
        let check = |bytes: &[u8], words: &str| assert_eq!(read(bytes, None).unwrap_err().to_string(), words);
        check(b"ab\0cd", "it is not text: it holds a zero byte at offset 2");
        check(b"\x01\x02\x03\x04abc", "it is not text: many of its bytes are no characters of any text");
        check(b"\xef\xbb\xbfcaf\xe9", "it is not UTF-8: the byte 0xe9 at offset 6 cannot be read");
        check(b"-----BEGIN PRIVATE KEY-----\nabc", "it is a private key, which is never taken into a case");
    }
}
