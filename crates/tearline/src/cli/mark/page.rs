//! The text of a file, with where each piece of it stands in the file.
//!
//! Text and Markdown are taken as they are. Of a page in HTML all that may be shown is taken, in the order of the file,
//! since marks stand where readers for articles see furniture: in headers, footers and cells. One pass over the bytes;
//! what only looks like a tag is text.

use record::span::Span;

/// The text of a file.
pub struct Page {
    /// The name of the file.
    pub name: String,
    /// The file.
    pub source: String,
    /// Its text.
    pub text: String,
    /// Where pieces of the text stand in the file: each begins at the first offset and stands at the second. Empty where
    /// the text is the file.
    pieces: Vec<(usize, usize)>,
}

/// What stands between blocks.
const BREAK: &str = "\n\n";

/// Elements that are blocks of their own, or whose end is the end of one.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements whose content is not text that is shown.
const SILENT: [&str; 4] = ["script", "style", "template", "title"];

impl Page {
    /// The text of a file with this name.
    pub fn new(name: String, source: String) -> Self {
        let start = source.trim_start_matches('\u{feff}').trim_start();
        let head: String = start.chars().take(14).collect::<String>().to_ascii_lowercase();
        let is_page = head.starts_with("<!doctype html")
            || head.starts_with("<html")
            || [".html", ".htm", ".xhtml"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        if is_page {
            let (text, pieces) = shown(&source);
            return Self { name, source, text, pieces };
        }
        let text = source.trim_start_matches('\u{feff}').to_owned();
        let mark = source.len() - text.len();
        let pieces = if mark == 0 { Vec::new() } else { vec![(0, mark)] };
        Self { name, source, text, pieces }
    }

    /// Where a piece of the text stands in the file.
    pub fn place(&self, span: Span) -> Span {
        let end = if span.is_empty() { self.at(span.start) } else { self.at(span.end - 1) + 1 };
        let end = (end..=self.source.len()).find(|end| self.source.is_char_boundary(*end)).unwrap_or(self.source.len());
        Span::new(self.at(span.start), end)
    }

    fn at(&self, offset: usize) -> usize {
        let behind = self.pieces.partition_point(|(start, _)| *start <= offset);
        let piece = behind.checked_sub(1).and_then(|number| self.pieces.get(number));
        piece.map_or(offset, |(start, at)| at + (offset - start)).min(self.source.len())
    }
}

/// Lines of a text, so that the place of something is found without going through all before it.
pub struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self([0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// Line and column of an offset, both counted from 1, columns in characters.
    pub fn at(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.0.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|number| self.0.get(number)).copied().unwrap_or(0);
        (line, text.get(start..offset).unwrap_or_default().chars().count() + 1)
    }
}

/// What a page shows, and where its pieces stand.
fn shown(source: &str) -> (String, Vec<(usize, usize)>) {
    let mut out = Text::default();
    let mut at = 0;
    // Once a tag has no end, no later one has.
    let mut open_ended = false;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(source.len(), |end| at + end + 3);
        } else if let Some(name) = tag(rest).filter(|_| !open_ended) {
            let Some(length) = tag_length(rest) else {
                open_ended = true;
                continue;
            };
            let closing = rest.starts_with("</");
            if BLOCKS.contains(&name.as_str()) {
                out.part();
            } else if name == "br" {
                out.push("\n", at);
            }
            for (from, value) in shown_values(rest.get(..length).unwrap_or_default()) {
                out.part();
                out.text(value, at + from);
                out.part();
            }
            at += length;
            if !closing && SILENT.contains(&name.as_str()) {
                at = end_of(source, at, &name);
            }
        } else {
            let Some((sign, length)) = sign(rest) else { break };
            out.sign(sign, at);
            at += length;
        }
    }
    (out.text, out.pieces)
}

/// The first sign of what is left, spelt out or as an entity, and how long it is.
fn sign(rest: &str) -> Option<(char, usize)> {
    let spelt = || rest.chars().next().map(|sign| (sign, sign.len_utf8()));
    rest.starts_with('&').then(|| entity(rest)).flatten().or_else(spelt)
}

/// What a tag shows by itself: in place of a picture, when it is pointed at, where something is to be typed, read aloud, or found by
/// a search. Only what could hold a mark is looked at: most of it has none, and none is asked for.
fn shown_values(tag: &str) -> Vec<(usize, &str)> {
    const SHOWN: [&str; 8] = ["alt", "title", "placeholder", "aria-label", "value", "label", "content", "srcdoc"];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = tag.get(at..).and_then(|rest| rest.find('=')).map(|here| at + here) {
        let name = tag.get(at..equals).unwrap_or_default().trim_end();
        let name = name
            .rsplit(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | '/'))
            .next()
            .unwrap_or_default();
        let behind = tag.get(equals + 1..).unwrap_or_default();
        let gap = behind.len() - behind.trim_start().len();
        let from = equals + 1 + gap;
        let quote = tag.get(from..).and_then(|rest| rest.chars().next()).filter(|sign| matches!(sign, '"' | '\''));
        let (start, ends): (usize, &dyn Fn(char) -> bool) = match quote {
            Some('"') => (from + 1, &|sign| sign == '"'),
            Some(_) => (from + 1, &|sign| sign == '\''),
            None => (from, &|sign| sign.is_whitespace() || sign == '>'),
        };
        let rest = tag.get(start..).unwrap_or_default();
        let length = rest.find(ends).unwrap_or(rest.len());
        let value = rest.get(..length).unwrap_or_default();
        if SHOWN.iter().any(|one| name.eq_ignore_ascii_case(one)) && may_be_marked(value) {
            found.push((start, value));
        }
        at = (start + length).max(equals + 1);
    }
    found
}

/// Whether a value could hold a mark.
fn may_be_marked(value: &str) -> bool {
    let (mut said, mut rest) = (String::new(), value);
    while let Some((sign, length)) = sign(rest) {
        said.push(sign);
        rest = rest.get(length..).unwrap_or_default();
    }
    let plain = said.replace("://", ":");
    plain.contains('(') && ["//", "(U)", "(C)", "(S)", "(TS)", "(TLP:"].iter().any(|mark| plain.contains(mark))
}

#[derive(Default)]
struct Text {
    text: String,
    pieces: Vec<(usize, usize)>,
}

impl Text {
    fn push(&mut self, said: &str, at: usize) {
        let here = self.text.len();
        let goes_on = self.pieces.last().is_some_and(|(start, from)| from + (here - start) == at);
        if !goes_on {
            self.pieces.push((here, at));
        }
        self.text.push_str(said);
    }

    /// One sign. White space of a page is one space.
    fn sign(&mut self, sign: char, at: usize) {
        if sign.is_whitespace() {
            if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
                self.push(" ", at);
            }
        } else {
            self.push(sign.encode_utf8(&mut [0; 4]), at);
        }
    }

    /// A piece of the source as it is shown.
    fn text(&mut self, mut rest: &str, mut at: usize) {
        while let Some((sign, length)) = sign(rest) {
            self.sign(sign, at);
            at += length;
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(BREAK) {
            let here = self.text.len();
            let from = self.pieces.last().map_or(0, |(start, from)| from + (here - start));
            self.push(BREAK, from);
        }
    }
}

/// The name of the tag that begins here; `None` where what begins here only looks like one.
fn tag(rest: &str) -> Option<String> {
    let inner = rest.strip_prefix('<')?;
    if inner.starts_with(['!', '?']) {
        return Some(String::new());
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name: String = inner.chars().take(20).take_while(char::is_ascii_alphanumeric).collect();
    name.starts_with(|sign: char| sign.is_ascii_alphabetic()).then(|| name.to_ascii_lowercase())
}

/// How long a tag is, whatever stands in the quotation marks of its attributes.
fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where an element ends whose content is not shown.
fn end_of(source: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find("</")) {
        at += found;
        let word = source.get(at + 2..at + 2 + name.len());
        if word.is_some_and(|word| word.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    source.len()
}

/// The sign that an entity stands for, and how long it is. One that is not known is text.
fn entity(rest: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 12;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "sol" => '/',
        "lpar" => '(',
        "rpar" => ')',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(code).filter(|sign| *sign != '\0')?
        }
    };
    Some((sign, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(source: &str) -> Page {
        Page::new("a.html".into(), source.into())
    }

    #[test]
    fn blocks_of_a_page_are_apart_and_their_places_are_those_of_the_file() {
        let source = "<html><head><title>x</title></head><body><header>SECRET//NOFORN</header><p><b>(S&#47;/NF)</b> The\n talks</p>\
                      <table><tr><td>(U) a<td>(C) b</table><script>(TS) no</script><p>a < b &amp; c</p>";
        let page = page(source);
        assert_eq!(page.text.trim_end(), "SECRET//NOFORN\n\n(S//NF) The talks\n\n(U) a\n\n(C) b\n\na < b & c");
        for (word, as_written) in
            [("(S//NF)", "(S&#47;/NF)"), ("(C)", "(C)"), ("SECRET//NOFORN", "SECRET//NOFORN"), ("talks", "talks")]
        {
            let at = page.text.find(word).unwrap();
            assert_eq!(page.place(Span::new(at, at + word.len())).of(source), as_written);
        }
    }

    #[test]
    fn what_stands_in_place_of_a_picture_or_when_it_is_pointed_at_is_looked_at_where_it_holds_a_mark() {
        let source = "<p>(U) One.</p><img src='x' alt=\"(S&#47;/NF) a depot\"><a href=\"http://x/(S//NF)\" title='(S//NF) hint'>two\
                      </a><input placeholder=(U)><img alt=\"a depot (at night)\"><meta name=description content='see http://x (C)'>";
        let page = page(source);
        assert_eq!(
            page.text.trim_end(),
            "(U) One.\n\n(S//NF) a depot\n\n(S//NF) hint\n\ntwo\n\n(U)\n\nsee http://x (C)"
        );
        let at = page.text.find("(S//NF) a").unwrap();
        assert_eq!(page.place(Span::new(at, at + 8)).of(source), "(S&#47;/NF) ");
    }

    #[test]
    fn a_tag_that_does_not_end_and_a_comment_that_does_not_are_not_gone_through_again_and_again() {
        let source = format!("<html>{}", "<a \"".repeat(200_000));
        assert!(page(&source).text.len() > 100_000);
        assert_eq!(page(&format!("<p>a{}", "<!--".repeat(200_000))).text, "a");
    }

    #[test]
    fn lines_and_columns_are_counted_from_one() {
        let text = "é(S)\n\n(U)";
        let lines = Lines::of(text);
        assert_eq!([lines.at(text, 0), lines.at(text, 2), lines.at(text, 7)], [(1, 1), (1, 2), (3, 1)]);
    }

    #[test]
    fn a_mark_of_the_order_of_bytes_is_no_text_and_counts_as_bytes() {
        let page = Page::new("a.txt".into(), "\u{feff}SECRET".into());
        assert_eq!((page.text.as_str(), page.place(Span::new(0, 6))), ("SECRET", Span::new(3, 9)));
    }
}
