//! The tags and texts of a page in the order they stand, with their places.
//!
//! A tree has no places. This reads the page as a flat row of pieces, each a slice of it, so that what the tree gives
//! can be led back to bytes, and what a page says of itself can be found without one. It never fails: what is no markup
//! is text.

use std::borrow::Cow;

use record::span::Span;

use super::entity;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'h> {
    /// A start tag.
    Start(Tag<'h>),
    /// An end tag, by its name as written.
    End(&'h str),
    /// Text, entities and all.
    Text(Span),
    /// What stands in an element that holds no markup: the name of the element and its content.
    Raw(Tag<'h>, Span),
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'h> {
    /// Its name as written.
    pub name: &'h str,
    /// Its attributes as written.
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    /// Whether it has this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute with its entities resolved; empty where it has none.
    pub fn get(&self, name: &str) -> Option<Cow<'h, str>> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '=' | '/'))
                .unwrap_or(rest.len())
                .max(rest.chars().next().map_or(1, char::len_utf8));
            let (found, after) = rest.split_at(end);
            let mut value = "";
            rest = after;
            if let Some(assigned) = after.trim_start().strip_prefix('=') {
                let assigned = assigned.trim_start();
                let quote = assigned.chars().next().filter(|sign| matches!(sign, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => {
                        let inside = assigned.get(1..).unwrap_or_default();
                        inside.split_once(quote).unwrap_or((inside, ""))
                    }
                    None => assigned
                        .split_at(assigned.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(assigned.len())),
                };
            }
            if found.eq_ignore_ascii_case(name) {
                return Some(entity::resolve(value));
            }
        }
    }
}

/// Elements whose content is no markup.
const RAW: [&str; 10] =
    ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"];

/// Reads a page piece by piece.
#[derive(Debug)]
pub(crate) struct Scanner<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Scanner<'h> {
    /// A scanner at the beginning of a page.
    pub fn new(html: &'h str) -> Self {
        Self { html, at: 0 }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// The piece that a `<` begins, and where it ends; none where it begins nothing and is text.
    fn markup(&self) -> Option<(Option<Piece<'h>>, usize)> {
        let rest = self.rest();
        let second = rest.as_bytes().get(1)?;
        match second {
            b'!' => {
                if let Some(comment) = rest.strip_prefix("<!--") {
                    // `<!-->` is a whole comment.
                    let length = if comment.starts_with('>') {
                        1
                    } else {
                        comment.find("-->").map_or(comment.len(), |at| at + 3)
                    };
                    return Some((None, self.at + 4 + length));
                }
                Some((None, self.at + rest.find('>').map_or(rest.len(), |at| at + 1)))
            }
            b'?' => Some((None, self.at + rest.find('>').map_or(rest.len(), |at| at + 1))),
            b'/' => {
                let inside = rest.get(2..)?;
                if !inside.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                    return Some((None, self.at + rest.find('>').map_or(rest.len(), |at| at + 1)));
                }
                let length = inside.find('>').unwrap_or(inside.len());
                let name = name_of(inside.get(..length)?);
                Some((Some(Piece::End(name)), (self.at + 2 + length + 1).min(self.html.len())))
            }
            letter if letter.is_ascii_alphabetic() => {
                let inside = rest.get(1..)?;
                let length = tag_length(inside);
                let written = inside.get(..length)?;
                let name = name_of(written);
                let tag = Tag { name, attributes: written.get(name.len()..)? };
                Some((Some(Piece::Start(tag)), (self.at + 1 + length + 1).min(self.html.len())))
            }
            _ => None,
        }
    }

    /// The content of a raw element up to its end tag, and where that begins.
    fn raw(&self, from: usize, name: &str) -> usize {
        let bytes = self.html.as_bytes();
        let mut at = from;
        while let Some(found) = self.html.get(at..).and_then(|rest| rest.find("</")) {
            let start = at + found;
            let end = start + 2 + name.len();
            let named = bytes.get(start + 2..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            if named && bytes.get(end).is_none_or(|next| !next.is_ascii_alphanumeric()) {
                return start;
            }
            at = start + 2;
        }
        self.html.len()
    }
}

fn name_of(written: &str) -> &str {
    let end =
        written.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '/' | '>')).unwrap_or(written.len());
    written.get(..end).unwrap_or_default()
}

/// The length of what stands between `<` and the `>` that is not inside quotation marks.
fn tag_length(inside: &str) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return at,
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = quote.is_none() && (byte == b'=' || after_equals && byte.is_ascii_whitespace());
    }
    inside.len()
}

impl<'h> Iterator for Scanner<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        while self.at < self.html.len() {
            if self.rest().starts_with('<')
                && let Some((piece, end)) = self.markup()
            {
                self.at = end;
                match piece {
                    Some(Piece::Start(tag)) if RAW.iter().any(|name| tag.is(name)) => {
                        let close = self.raw(end, tag.name);
                        self.at = close;
                        return Some(Piece::Raw(tag, Span::new(end, close)));
                    }
                    Some(piece) => return Some(piece),
                    None => continue,
                }
            }
            let start = self.at;
            // A `<` that begins nothing is part of the text.
            let first = self.rest().chars().next().map_or(1, char::len_utf8);
            let rest = self.html.get(start + first..).unwrap_or_default();
            self.at = rest.find('<').map_or(self.html.len(), |at| start + first + at);
            return Some(Piece::Text(Span::new(start, self.at)));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let text = |span: Span| html.get(span.start..span.end).unwrap();
        let shown: Vec<String> = Scanner::new(html)
            .map(|piece| match piece {
                Piece::Start(tag) => format!("<{}>", tag.name),
                Piece::End(name) => format!("</{name}>"),
                Piece::Text(span) => format!("{:?}", text(span)),
                Piece::Raw(tag, span) => format!("<{}>[{}]", tag.name, text(span)),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn tags_and_texts_come_in_order() {
        check("<p class=a>One <b>two</b> &amp; three", r#"<p> "One " <b> "two" </b> " &amp; three""#);
        check("a < b <c> 3<4", r#""a " "< b " <c> " 3" "<4""#);
        check("<!doctype html><!-- <p>no</p> -->yes<!-->", r#""yes""#);
        check("<script>if (a</b/.test(x)) \"<p>\"</script>x", r#"<script>[if (a</b/.test(x)) "<p>"] </script> "x""#);
        check("<TITLE>A &lt; B</TITLE>", "<TITLE>[A &lt; B] </TITLE>");
    }

    #[test]
    fn a_text_that_begins_with_a_quotation_mark_ends_at_the_next_tag() {
        check("<p>“No <b>way</b>”</p>é<i>", r#"<p> "“No " <b> "way" </b> "”" </p> "é" <i>"#);
        check("“", r#""“""#);
    }

    #[test]
    fn a_page_that_breaks_off_does_no_harm() {
        for html in ["<", "</", "<a", "<a href='", "<!", "<!--", "<script>", "</p", "é<é", "<a =\"x\" é='>", "&", "<p/"]
        {
            let _ = Scanner::new(html).count();
        }
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let html = r#"<meta NAME=author content='Ann &amp; "Ben"' data-x = "a>b" hidden value=c/d>"#;
        let Some(Piece::Start(tag)) = Scanner::new(html).next() else { panic!("no tag") };
        assert_eq!(tag.get("name").as_deref(), Some("author"));
        assert_eq!(tag.get("content").as_deref(), Some("Ann & \"Ben\""));
        assert_eq!(tag.get("data-x").as_deref(), Some("a>b"));
        assert_eq!(tag.get("hidden").as_deref(), Some(""));
        assert_eq!(tag.get("value").as_deref(), Some("c/d"));
        assert_eq!(tag.get("x"), None);
    }
}
