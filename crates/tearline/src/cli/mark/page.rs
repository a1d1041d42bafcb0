//! The text of a file, with where each piece of it stands in the file.
//!
//! Text and Markdown are taken as they are. Of a page in HTML all that may be shown is taken, in the order of the file,
//! since marks stand where readers for articles see furniture: in headers, footers and cells. One pass over the bytes;
//! what only looks like a tag is text.

use record::span::Span;

use super::tag::{Tag, comment, end_of, may_be_marked, named, sign};

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
    /// The title of a page in HTML, where it has a mark: it is part of the page, and stands above its banner.
    pub title: Option<Span>,
}

/// What stands between blocks.
const BREAK: &str = "\n\n";

/// Elements that are blocks of their own, or whose end is the end of one: those that the standard of HTML displays so, and what is
/// filled in or chosen by itself.
const BLOCKS: [&str; 67] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
    "xmp",
];

/// Elements whose content is not text that is shown.
const SILENT: [&str; 3] = ["script", "style", "template"];

/// Elements whose content is text whatever it looks like: no tag and no comment begins in it.
const RAW: [&str; 7] = ["iframe", "noembed", "noframes", "plaintext", "textarea", "title", "xmp"];

impl Page {
    /// The text of a file with this name.
    pub fn new(name: String, source: String) -> Self {
        let start = source.trim_start_matches('\u{feff}').trim_start();
        let head: String = start.chars().take(14).collect::<String>().to_ascii_lowercase();
        let is_page = head.starts_with("<!doctype html")
            || head.starts_with("<html")
            || [".html", ".htm", ".xhtml"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        if is_page {
            let (text, pieces, title) = shown(&source);
            return Self { name, source, text, pieces, title };
        }
        let text = source.trim_start_matches('\u{feff}').to_owned();
        let mark = source.len() - text.len();
        let pieces = if mark == 0 { Vec::new() } else { vec![(0, mark)] };
        Self { name, source, text, pieces, title: None }
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
fn shown(source: &str) -> (String, Vec<(usize, usize)>, Option<Span>) {
    let mut title = None;
    let mut out = Text::default();
    let mut at = 0;
    // Once a tag has no end, no later one has.
    let mut open_ended = false;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(said) = rest.strip_prefix("<!--") {
            at += 4 + comment(said);
        } else if let Some(name) = named(rest).filter(|_| !open_ended) {
            let Some(tag) = Tag::of(rest) else {
                open_ended = true;
                continue;
            };
            let opening = !rest.starts_with("</");
            if BLOCKS.contains(&name.as_str()) {
                out.part();
            } else if name == "br" {
                out.push("\n", at);
            }
            for (from, value) in tag.shown() {
                out.part();
                out.text(value, at + from);
                out.part();
            }
            at += tag.length;
            // What hangs under a root of shadows is shown.
            let is_shown = name == "template" && tag.has("shadowrootmode");
            if opening && SILENT.contains(&name.as_str()) && !is_shown {
                at = end_of(source, at, &name);
            } else if opening && RAW.contains(&name.as_str()) {
                let end = if name == "plaintext" { source.len() } else { end_of(source, at, &name) };
                let said = source.get(at..end).unwrap_or_default();
                // A title stands over every page, and need not be marked; where it is, it is looked at as what a tag shows.
                if name != "title" || may_be_marked(said) {
                    let before = out.text.len();
                    out.text(said, at);
                    if name == "title" && before == 0 {
                        title = Some(Span::new(before, out.text.len()));
                    }
                }
                at = end;
            }
        } else {
            let Some((sign, length)) = sign(rest) else { break };
            out.sign(sign, at);
            at += length;
        }
    }
    (out.text, out.pieces, title)
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
    fn a_page_is_cut_as_browsers_cut_it() {
        for (source, text) in [
            ("<p title=Vale's>(S//NF) a</p><p title=Vale's>(U) b</p>", "(S//NF) a\n\n(U) b"),
            ("<p title = \"x>y\" a'b=c>(S) a</p>", "(S) a"),
            ("<p a=\"b\"c='d>'>(S) a</p =\">\">\"> b", "(S) a\n\n\">\"> b"),
            ("<!x \"><p>(S) a</p><p title=\"a\">(U) b", "(S) a\n\n(U) b"),
            ("<!-- x --!><p>(S) a</p><!-- -->(U) b", "(S) a\n\n(U) b"),
            ("<!--><p>(S) a</p><!-- -->", "(S) a"),
            ("<!---><p>(S) a</p><!-- -- > --->(U) b", "(S) a\n\n(U) b"),
            ("<title>(S//NF) <!-- depot</title>(U) a", "(S//NF) <!-- depot\n\n(U) a"),
            ("<textarea>(S) <p></textarea>(U) a", "(S) <p>\n\n(U) a"),
            ("<iframe><!-- </iframe><p>(S) a", "<!--\n\n(S) a"),
            ("<center>(U) a</center><center>(S) b</center>", "(U) a\n\n(S) b"),
            ("<dialog open>(U) a<select><option>(U) b<option>(S) c</select>", "(U) a\n\n(U) b\n\n(S) c"),
            ("<template>(S) a</template><template shadowrootmode=open>(U) b</template>", "(U) b"),
            ("(&#83)&#x41;&amp&lpar;&AMP &#x110000; &#;", "(S)A&(&AMP &#x110000; &#;"),
        ] {
            let found = page(source).text;
            let shown = found.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
            assert_eq!(shown.join("\n\n"), text, "{source}");
        }
    }

    #[test]
    fn a_tag_that_does_not_end_and_a_comment_that_does_not_are_not_gone_through_again_and_again() {
        let source = format!("<html>{}", "<a \"".repeat(200_000));
        assert!(page(&source).text.len() > 100_000);
        assert_eq!(page(&format!("<p>a{}", "<!--".repeat(200_000))).text, "a");
    }

    #[test]
    fn many_comments_and_marks_of_quotation_take_no_longer_than_their_length() {
        let text = page(&format!("<html>{}", "<!-- a ->".repeat(200_000))).text;
        assert_eq!(text, "");
        assert!(page(&format!("<html>{}", "<a x='".repeat(200_000))).text.len() > 100_000);
        assert!(page(&format!("<html>{}", "<a =\"".repeat(200_000))).text.len() > 100_000);
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
