//! Bytes to characters: which encoding it is, and where in the bytes each character stood.
//!
//! A byte order mark wins, then UTF-16 if every other byte is zero, then UTF-8 if they are that, then what was declared, if
//! the bytes bear it out, then what the letters look like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8};
use record::span::Span;

use super::refused::Why;
use super::wide;

/// Characters with the way back to their bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// The characters.
    pub text: Cow<'b, str>,
    offsets: Offsets,
    /// The encoding, where the letters alone tell it.
    guessed: Option<&'static str>,
}

/// How an offset of the text leads to one of the bytes.
#[derive(Debug)]
enum Offsets {
    /// They are the same, the bytes beginning later by so many.
    Same(usize),
    /// The offset in the bytes of every character of the text, in order, as (offset in the text, offset in the bytes);
    /// only characters at which the difference changes are kept, and the end.
    Steps(Vec<(usize, usize)>),
}

impl Decoded<'_> {
    /// The bytes of a span of the text.
    pub fn bytes(&self, span: Span) -> Span {
        match &self.offsets {
            Offsets::Same(skip) => Span::new(span.start + skip, span.end + skip),
            Offsets::Steps(steps) => Span::new(step(steps, span.start), step(steps, span.end)),
        }
    }

    /// What a reader should be told of the encoding: that nothing but the letters tells it.
    pub fn note(&self) -> Option<String> {
        self.guessed.map(looks_like)
    }

    /// Whether the text is the bytes themselves.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.offsets, Offsets::Same(0))
    }
}

fn step(steps: &[(usize, usize)], at: usize) -> usize {
    let after = steps.partition_point(|(text, _)| *text <= at);
    let Some((text, byte)) = after.checked_sub(1).and_then(|before| steps.get(before)) else { return at };
    // Between two steps the characters are as long in the text as in the bytes.
    byte + (at - text)
}

/// Decodes `bytes`. `declared` is the name of an encoding that the document or its envelope states.
///
/// # Errors
/// Where the bytes are in no encoding that can be told.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Result<Decoded<'b>, Why> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        // A mark in UTF-8 stays: spans are then offsets into the file.
        let skip = if encoding == UTF_8 { 0 } else { mark };
        return within(bytes, encoding, skip);
    }
    // Plain letters with a zero byte beside each are UTF-8 too, but nobody means that.
    if let Some(encoding) = wide::unmarked(bytes) {
        return within(bytes, encoding, 0);
    }
    let declared = declared.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    // Many pages declare an encoding and are in UTF-8; no other text of any length is UTF-8 by chance.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: Cow::Borrowed(text), offsets: Offsets::Same(0), guessed: None });
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8)
        && let Ok(decoded) = within(bytes, encoding, 0)
    {
        return Ok(decoded);
    }
    if is_damaged(bytes, declared == Some(UTF_8)) {
        return Ok(mended(bytes));
    }
    let encoding = guess(bytes);
    let decoded = within(bytes, encoding, 0)?;
    Ok(Decoded { guessed: Some(encoding.name()), ..decoded })
}

/// The note of a text whose encoding is told by its letters.
pub(crate) fn looks_like(encoding: &'static str) -> String {
    format!("it is not in UTF-8, and was read as {encoding}, which its letters look like")
}

/// The name of the encoding that bytes look like, where they are not UTF-8: what stands in them by itself may be too short
/// to tell.
pub(crate) fn told(bytes: &[u8]) -> Option<&'static str> {
    let plain = std::str::from_utf8(bytes).is_ok() || is_damaged(bytes, false);
    (!plain).then(|| guess(bytes).name())
}

/// The encoding that the letters look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // What the beginning of a large file looks like, the rest does too.
    const ENOUGH: usize = 256 << 10;
    detector.feed(bytes.get(..ENOUGH).unwrap_or(bytes), bytes.len() <= ENOUGH);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether bytes that are not UTF-8 were that before a few of them were lost or changed: no text in another encoding has as
/// many characters of several bytes by chance, and one of three bytes is as unlikely as four of two. Where the document
/// says that it is UTF-8, less is enough.
fn is_damaged(bytes: &[u8], declared: bool) -> bool {
    let (mut whole, mut broken, mut cut) = (0, 0, false);
    let weight = |sign: char| match sign.len_utf8() {
        1 => 0,
        2 => 1,
        _ => 4,
    };
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().map(weight).sum::<usize>();
        broken += usize::from(!chunk.invalid().is_empty());
        cut = std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
    }
    let asked = if declared { 1 } else { 4 };
    // A text that breaks off may have few.
    whole >= asked * broken || whole > 0 && broken == 1 && cut
}

/// The characters of damaged UTF-8, with a sign of its own where something cannot be read.
fn mended(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len() + 16);
    let mut steps = vec![(0, 0)];
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len() + chunk.invalid().len();
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            steps.push((text.len(), at));
        }
    }
    Decoded { text: Cow::Owned(text), offsets: Offsets::Steps(steps), guessed: None }
}

/// Decodes all bytes behind the first `skip` in one encoding, or says which byte cannot be.
fn within<'b>(bytes: &'b [u8], encoding: &'static Encoding, skip: usize) -> Result<Decoded<'b>, Why> {
    let body = bytes.get(skip..).unwrap_or_default();
    let refused = |offset: usize| Why::Encoding {
        encoding: encoding.name().to_owned(),
        offset,
        byte: bytes.get(offset).copied().unwrap_or_default(),
    };
    if encoding == UTF_8 {
        let text = std::str::from_utf8(body).map_err(|error| refused(skip + error.valid_up_to()))?;
        return Ok(Decoded { text: Cow::Borrowed(text), offsets: Offsets::Same(skip), guessed: None });
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(body.len() + body.len() / 2);
    let mut steps = vec![(0, skip)];
    // Byte by byte: a character has come to its end when something comes out. It stood where the last one ended.
    let mut begun = 0;
    let mut shift = skip as i64;
    let mut out = [0u8; 16];
    for (at, byte) in body.iter().enumerate() {
        let (result, _, written) =
            decoder.decode_to_utf8_without_replacement(std::slice::from_ref(byte), &mut out, at + 1 == body.len());
        if let DecoderResult::Malformed(..) = result {
            return Err(refused(skip + begun));
        }
        let Some(part) = out.get(..written).and_then(|out| std::str::from_utf8(out).ok()) else { continue };
        if part.is_empty() {
            continue;
        }
        // Every character is a step of its own unless it is one byte on both sides.
        let here = skip + begun;
        if here as i64 - text.len() as i64 != shift {
            steps.push((text.len(), here));
            shift = here as i64 - text.len() as i64;
        }
        text.push_str(part);
        begun = at + 1;
        if part.len() != begun + skip - here {
            steps.push((text.len(), skip + begun));
            shift = (skip + begun) as i64 - text.len() as i64;
        }
    }
    Ok(Decoded { text: Cow::Owned(text), offsets: Offsets::Steps(steps), guessed: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(decoded: &Decoded<'_>, word: &str, bytes: &[u8]) -> Vec<u8> {
        let start = decoded.text.find(word).unwrap();
        let span = decoded.bytes(Span::new(start, start + word.len()));
        bytes[span.start..span.end].to_vec()
    }

    #[test]
    fn an_old_western_text_is_told_by_its_letters() {
        let bytes = b"La d\xe9l\xe9gation a quitt\xe9 la salle, a d\xe9clar\xe9 le porte-parole \xe0 Gen\xe8ve.";
        let decoded = decode(bytes, None).unwrap();
        assert_eq!(decoded.text, "La délégation a quitté la salle, a déclaré le porte-parole à Genève.");
        assert_eq!(part(&decoded, "quitté", bytes), b"quitt\xe9");
        assert_eq!(part(&decoded, "Genève.", bytes), b"Gen\xe8ve.");
    }

    #[test]
    fn a_wide_text_is_read_with_and_without_its_mark() {
        for (mark, little) in [(true, true), (false, true), (true, false), (false, false)] {
            let mut bytes = Vec::new();
            for unit in mark.then_some('\u{feff}').into_iter().chain("The port is closed – says Zoë.".chars()) {
                let mut units = [0; 2];
                for unit in unit.encode_utf16(&mut units) {
                    bytes.extend(if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
                }
            }
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.text, "The port is closed – says Zoë.", "mark {mark}, little {little}");
            assert_eq!(part(&decoded, "Zoë", &bytes).len(), 6);
        }
    }

    #[test]
    fn a_wide_text_of_plain_letters_without_a_mark_is_not_taken_for_narrow_ones_with_zeros() {
        let text = "The port is closed, he said.\n";
        for little in [true, false] {
            let bytes: Vec<u8> = text
                .encode_utf16()
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(part(&decoded, "closed", &bytes).len(), 12);
            // One that breaks off inside a character says so.
            let why = decode(&bytes[..bytes.len() - 1], None).unwrap_err().to_string();
            assert!(why.starts_with("it is not UTF-16"), "{why}");
        }
    }

    #[test]
    fn what_is_declared_is_believed_when_the_bytes_bear_it_out() {
        let cyrillic = b"\xec\xe8\xed\xe8\xf1\xf2\xf0"; // "министр" in windows-1251
        assert_eq!(decode(cyrillic, Some("windows-1251")).unwrap().text, "министр");
        assert_eq!(decode("министр".as_bytes(), Some("windows-1251")).unwrap().text, "министр");
    }

    #[test]
    fn a_mark_that_promises_utf_8_is_held_to_it() {
        let why = decode(b"\xef\xbb\xbfcaf\xe9 noir", None).unwrap_err();
        assert_eq!(why.to_string(), "it is not UTF-8: the byte 0xe9 at offset 6 cannot be read");
    }

    #[test]
    fn a_byte_that_went_wrong_does_not_make_another_encoding_of_the_rest() {
        let cut = b"She said \xe2\x80\x9cno\xe2\x80";
        assert_eq!(decode(cut, None).unwrap().text, "She said “no\u{fffd}");
        let bytes = "Zoë said “no” – “never”\u{0}, and Šime “yes”.".replace('\u{0}', "\u{7f}").into_bytes();
        let bytes: Vec<u8> = bytes.into_iter().map(|byte| if byte == 0x7f { 0xff } else { byte }).collect();
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.text, "Zoë said “no” – “never”\u{fffd}, and Šime “yes”.");
        assert_eq!(part(&decoded, "“never”", &bytes), "“never”".as_bytes());
        assert_eq!(part(&decoded, "“yes”", &bytes), "“yes”".as_bytes());
        assert!(!decoded.is_verbatim());
        // One apostrophe is enough, and a page that says it is UTF-8 needs one accent.
        let stray = b"The minister\xe2\x80\x99s office. A stray \xa0 byte.";
        assert_eq!(decode(stray, None).unwrap().text, "The minister’s office. A stray \u{fffd} byte.");
        let accent = b"The caf\xc3\xa9 is shut. A stray \xa0 byte.";
        assert_eq!(decode(accent, Some("utf-8")).unwrap().text, "The café is shut. A stray \u{fffd} byte.");
        // Nothing in old western letters looks like that, and that they were told by their looks is said.
        let guessed = decode(b"Le caf\xe9 \xe0 Gen\xe8ve est ferm\xe9", None).unwrap().note().unwrap();
        assert_eq!(guessed, "it is not in UTF-8, and was read as windows-1252, which its letters look like");
        assert_eq!(decode(b"Le caf\xe9 \xe0 Gen\xe8ve est ferm\xe9", None).unwrap().text, "Le café à Genève est fermé");
    }

    #[test]
    fn characters_of_two_bytes_are_found_again() {
        let bytes = b"A \x93\x8c\x8b\x9e B"; // "東京" in Shift_JIS
        let decoded = decode(bytes, Some("shift_jis")).unwrap();
        assert_eq!(decoded.text, "A 東京 B");
        assert_eq!(part(&decoded, "京", bytes), b"\x8b\x9e");
        assert_eq!(part(&decoded, "B", bytes), b"B");
    }
}
