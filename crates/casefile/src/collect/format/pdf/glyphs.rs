//! The glyphs of a PDF, page by page, with their places.

use pdf_extract::encryption::DecryptionError;
use pdf_extract::{Dictionary, Document, MediaBox, Object, OutputDev, OutputError, Transform, output_doc_page};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{damaged, widths};
use crate::collect::format::{date, html};

/// A glyph, or a few that stand for one sign. Points from the left top corner of the page as it is read, so that lines
/// run to the right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub left: f32,
    pub right: f32,
    /// The line it stands on.
    pub base: f32,
    pub size: f32,
    pub text: String,
}

/// A page of glyphs.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Its number, counted from 1.
    pub number: u32,
    pub glyphs: Vec<Glyph>,
}

/// A PDF.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub pages: Vec<Page>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub language: Option<String>,
    /// When the file was made, which need not be when the document was published.
    pub made: Option<String>,
    /// How many pages could not be read.
    pub lost: usize,
    /// Whether there are pictures in it.
    pub pictures: bool,
    /// Whether its objects had to be looked for.
    pub damaged: bool,
}

/// Why a PDF has no pages.
#[derive(Debug)]
pub(super) enum Fault {
    Password,
    Broken(String),
}

/// The most glyphs of one page that are read.
const MOST: usize = 400_000;

/// Reads all pages.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Fault> {
    let broken = match load(bytes).and_then(pages) {
        Err(Fault::Broken(reason)) => reason,
        read => return read,
    };
    match damaged::found(bytes).map(pages) {
        Some(Ok(read)) => Ok(Read { damaged: true, ..read }),
        _ => Err(Fault::Broken(broken)),
    }
}

fn load(bytes: &[u8]) -> Result<Document, Fault> {
    let mut document = Document::load_mem(to_its_end(bytes)).map_err(fault)?;
    if document.is_encrypted() {
        // Many are locked against printing and open without a word.
        document.decrypt("").map_err(fault)?;
    }
    Ok(document)
}

fn pages(mut document: Document) -> Result<Read, Fault> {
    widths::mend(&mut document);
    let mut found = Read { pictures: document.objects.values().any(is_picture), ..Read::default() };
    about(&document, &mut found);
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    if numbers.is_empty() {
        // Some lock a PDF in a way that is not opened even without a password.
        if document.trailer.has(b"Encrypt") {
            return Err(Fault::Password);
        }
        return Err(Fault::Broken("it has no pages".to_owned()));
    }
    let count = numbers.len();
    for number in numbers {
        let mut sheet = Sheet::default();
        // One page that is not as it should be costs that page.
        let done = catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut sheet, number)));
        if !matches!(done, Ok(Ok(()))) {
            found.lost += 1;
        }
        found.pages.push(sheet.page(number));
    }
    if found.lost == count && found.pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(Fault::Broken("none of its pages can be read".to_owned()));
    }
    Ok(found)
}

/// A PDF without what was put behind it, among which nobody would find its end.
fn to_its_end(bytes: &[u8]) -> &[u8] {
    const END: &[u8] = b"%%EOF";
    let end = bytes.windows(END.len()).rposition(|part| part == END);
    end.and_then(|end| bytes.get(..end + END.len())).unwrap_or(bytes)
}

fn is_picture(object: &Object) -> bool {
    let Object::Stream(stream) = object else { return false };
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image")
}

fn fault(error: pdf_extract::Error) -> Fault {
    match error {
        pdf_extract::Error::Decryption(DecryptionError::IncorrectPassword) | pdf_extract::Error::InvalidPassword => {
            Fault::Password
        }
        error => Fault::Broken(error.to_string()),
    }
}

fn about(document: &Document, found: &mut Read) {
    let follow = |object: &Object| -> Option<Dictionary> {
        match object {
            Object::Reference(id) => document.get_dictionary(*id).ok().cloned(),
            Object::Dictionary(dictionary) => Some(dictionary.clone()),
            _ => None,
        }
    };
    let text = |dictionary: &Dictionary, key: &[u8]| -> Option<String> {
        let object = dictionary.get(key).ok()?;
        let object = if let Object::Reference(id) = object { document.get_object(*id).ok()? } else { object };
        let Object::String(bytes, _) = object else { return None };
        let words = words(bytes);
        (!words.is_empty()).then_some(words)
    };
    if let Some(info) = document.trailer.get(b"Info").ok().and_then(follow) {
        found.title = text(&info, b"Title");
        found.author = text(&info, b"Author");
        // `D:20300216093000+01'00'`
        found.made = text(&info, b"CreationDate")
            .and_then(|made| made.strip_prefix("D:").and_then(|made| made.get(..8)).and_then(date::civil))
            .map(|made| made.to_string());
    }
    if let Some(root) = document.trailer.get(b"Root").ok().and_then(follow) {
        found.language = text(&root, b"Lang").as_deref().and_then(html::language);
    }
}

/// The characters of a string in a dictionary: UTF-16 behind a mark, UTF-8 behind its own, else nearly Latin-1.
fn words(bytes: &[u8]) -> String {
    let text: String = if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    } else if let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        text.to_owned()
    } else {
        bytes.iter().map(|byte| *byte as char).collect()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes down what is drawn on a page.
#[derive(Debug, Default)]
struct Sheet {
    /// Corners of the page: left, bottom, right, top.
    corners: [f64; 4],
    /// Glyphs by the way their lines run: to the right, up, to the left, down.
    ways: [Vec<Glyph>; 4],
    count: usize,
}

impl Sheet {
    /// The page in the way most of its glyphs run. What runs otherwise (a stamp in the margin) is left out.
    fn page(mut self, number: u32) -> Page {
        let most = (0..4).rev().max_by_key(|way| self.ways.get(*way).map_or(0, Vec::len)).unwrap_or(0);
        let glyphs = self.ways.get_mut(most).map(std::mem::take).unwrap_or_default();
        Page { number, glyphs }
    }
}

impl OutputDev for Sheet {
    fn begin_page(&mut self, _: u32, page: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.corners = [page.llx, page.lly, page.urx, page.ury];
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if self.count > MOST {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let [left, bottom, right, top] = self.corners;
        // How far one unit of text leads to the right and up.
        let (over, up) = (at.m11 * size, at.m12 * size);
        let length = width * over.hypot(up);
        let height = (at.m21 * size).hypot(at.m22 * size);
        let (way, x, y) = if over.abs() >= up.abs() {
            if over >= 0.0 { (0, at.m31 - left, top - at.m32) } else { (2, right - at.m31, at.m32 - bottom) }
        } else if up > 0.0 {
            (1, at.m32 - bottom, at.m31 - left)
        } else {
            (3, top - at.m32, right - at.m31)
        };
        let all = [x, y, length, height];
        let within = all.iter().all(|number| number.is_finite() && number.abs() < 20_000.0) && height > 0.5;
        // What was drawn outside the page is not on it.
        let far = x < -50.0 || y < -50.0;
        if within && !far && !text.is_empty() {
            let glyph = Glyph {
                left: x as f32,
                right: (x + length) as f32,
                base: y as f32,
                size: height as f32,
                text: plain(text),
            };
            if let Some(glyphs) = self.ways.get_mut(way) {
                glyphs.push(glyph);
            }
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Letters that were drawn as one made several again.
fn plain(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\u{fb00}' => made.push_str("ff"),
            '\u{fb01}' => made.push_str("fi"),
            '\u{fb02}' => made.push_str("fl"),
            '\u{fb03}' => made.push_str("ffi"),
            '\u{fb04}' => made.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => made.push_str("st"),
            '\u{a0}' => made.push(' '),
            '\0' => {}
            sign => made.push(sign),
        }
    }
    made
}
