//! A page as running text: tags gone, entities resolved, white space closed up, a line for every block, and each
//! stretch with its place in the page.
//!
//! Both the whole page and the main part that was cut out of it are read by this, so that the one can be found in the
//! other.

use record::span::Span;

use super::entity;
use super::scan::{Piece, Scanner};
use crate::collect::format::passage::{At, Composed};

/// What a tag does to the line it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    Line,
    Cell,
    Paragraph,
}

fn effect(name: &str) -> Effect {
    const PARAGRAPH: [&str; 37] = [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "blockquote",
        "pre",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "figure",
        "figcaption",
        "table",
        "dl",
        "dt",
        "dd",
        "hr",
        "address",
        "form",
        "fieldset",
        "details",
        "summary",
        "body",
        "head",
        "html",
        "caption",
        "amp-img",
    ];
    let mut lower = [0u8; 12];
    let Some(lower) = lower.get_mut(..name.len()) else { return Effect::None };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    let name = std::str::from_utf8(lower).unwrap_or_default();
    match name {
        "br" | "tr" | "option" | "thead" | "tbody" => Effect::Line,
        "td" | "th" => Effect::Cell,
        name if PARAGRAPH.contains(&name) => Effect::Paragraph,
        _ => Effect::None,
    }
}

/// The running text of a page. What stands in an element of `without` is left out. The places are those in `html`.
pub(super) fn flatten(html: &str, without: &[&str]) -> Composed {
    flatten_with_links(html, without).0
}

/// The same, with the stretches of the text that are links.
pub(super) fn flatten_with_links(html: &str, without: &[&str]) -> (Composed, Vec<Span>) {
    let mut made = Composed::default();
    let mut links = Vec::new();
    let mut link: Option<usize> = None;
    // The element that is being left out, and how many of that name are open.
    let mut out: Option<(&str, usize)> = None;
    let mut preformatted = 0usize;
    for piece in Scanner::new(html) {
        match piece {
            Piece::Start(tag) => {
                match &mut out {
                    Some((name, open)) if tag.is(name) => *open += 1,
                    Some(_) => {}
                    None => out = without.iter().find(|name| tag.is(name)).map(|name| (*name, 1)),
                }
                if out.is_none() {
                    separate(&mut made, tag.name);
                    preformatted += usize::from(tag.is("pre"));
                    if tag.is("a") {
                        link = Some(made.text.len());
                    }
                }
            }
            Piece::End(name) => {
                if let Some((outer, open)) = &mut out {
                    if name.eq_ignore_ascii_case(outer) {
                        *open -= 1;
                    }
                    if *open == 0 {
                        out = None;
                        made.paragraph();
                    }
                    continue;
                }
                if name.eq_ignore_ascii_case("pre") {
                    preformatted = preformatted.saturating_sub(1);
                }
                if name.eq_ignore_ascii_case("a")
                    && let Some(start) = link.take()
                {
                    links.push(Span::new(start, made.text.len()));
                }
                separate(&mut made, name);
            }
            Piece::Text(span) if out.is_none() => text(&mut made, html, span, preformatted > 0),
            Piece::Text(_) | Piece::Raw(..) => {}
        }
    }
    made.trim_end();
    (made, links)
}

fn separate(made: &mut Composed, name: &str) {
    match effect(name) {
        Effect::None => {}
        Effect::Line => made.line(),
        Effect::Cell => {
            if !made.text.is_empty() && !made.text.ends_with(['\n', '\t']) {
                made.gap("\t");
            }
        }
        Effect::Paragraph => made.paragraph(),
    }
}

/// Adds one text of a page.
fn text(made: &mut Composed, html: &str, span: Span, preformatted: bool) {
    let Some(written) = html.get(span.start..span.end) else { return };
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(|sign: char| sign.is_ascii_whitespace() || sign == '&').unwrap_or(rest.len());
        if let Some(word) = rest.get(..plain).filter(|word| !word.is_empty()) {
            made.push(word, At::Bytes(Span::new(span.start + at, span.start + at + plain)));
            at += plain;
            continue;
        }
        let white = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace()).len();
        let place = |length: usize| At::Bytes(Span::new(span.start + at, span.start + at + length));
        if white > 0 {
            let lines = rest.get(..white).unwrap_or_default().matches('\n').count();
            if preformatted && lines > 1 {
                made.paragraph();
            } else if !made.text.is_empty() && !made.text.ends_with([' ', '\n', '\t']) {
                made.push(" ", place(white));
            }
            at += white;
            continue;
        }
        match entity::at_start(rest) {
            Some((characters, length)) => {
                let resolved: String = characters.into_iter().filter(|character| *character != '\0').collect();
                made.push(&resolved, place(length));
                at += length;
            }
            None => {
                made.push("&", place(1));
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(flatten(html, &["figcaption"]).text, expected);
    }

    #[test]
    fn blocks_are_paragraphs_and_inline_tags_are_nothing() {
        check("<p>The <b>port</b>\n  is <i>clo</i>sed.</p><p>It is.", "The port is closed.\n\nIt is.");
        check("One.<br>Two.<br><br>Three.", "One.\nTwo.\nThree.");
        check("<table><tr><td>Tons<td>12<tr><td>Ships<td>3</table>End", "Tons\t12\nShips\t3\n\nEnd");
        check("<pre>One\ntwo.\n\nThree.</pre>", "One two.\n\nThree.");
        check("<figure><img><figcaption>A <p>quay</p></figcaption></figure>Text", "Text");
    }

    #[test]
    fn every_stretch_leads_back_to_what_stood_there() {
        let html = "<p>He said: &#8220;No&rdquo;  &amp;\n left.</p> <p>Zoë &c.</p>";
        let made = flatten(html, &[]);
        assert_eq!(made.text, "He said: “No” & left.\n\nZoë &c.");
        for passage in &made.map.passages {
            let At::Bytes(bytes) = passage.at else { panic!("no bytes") };
            let written = entity::resolve(&html[bytes.start..bytes.end]);
            let closed = if written.trim().is_empty() { " " } else { &written };
            assert_eq!(closed, &made.text[passage.text.start..passage.text.end]);
        }
    }
}
