//! Web pages: the article without what stands around it, what the page says of itself, and the way back to its bytes.
//!
//! `dom_smoothie` finds the main part, as the reader view of a browser does. Its text is then looked up in the page,
//! since a tree has no places.

mod align;
mod burden;
pub(crate) mod entity;
mod flat;
mod head;
mod ld;
mod scan;
mod trim;

use dom_smoothie::{Config, Readability};
use record::span::Span;

pub(crate) use head::{host, language};

use super::encoding::Decoded;
use super::passage::{At, Composed, PassageMap};
use super::refused::Why;
use super::{Draft, Marked, encoding};

/// What does not belong to the words of an article: what is said of a picture, and what can be pressed.
const WITHOUT: [&str; 5] = ["figcaption", "button", "select", "svg", "nav"];

/// Below this many bytes what was found is hardly an article.
const SHORT: usize = 140;

/// Reads a page. `declared` is the encoding that its envelope states.
///
/// # Errors
/// Where its bytes are in no encoding, or it holds no words.
pub(crate) fn read(bytes: &[u8], declared: Option<&str>) -> Result<Draft, Why> {
    let stated = declared.map(str::to_owned).or_else(|| stated(bytes));
    let decoded = encoding::decode(bytes, stated.as_deref())?;
    let mut draft = read_text(&decoded.text)?;
    draft.notes.extend(decoded.note());
    if !decoded.is_verbatim() {
        draft.passages = in_bytes(&draft.text, &draft.passages, &decoded);
    }
    Ok(draft)
}

/// Reads a page that is characters already. Its places are those in `html`.
///
/// # Errors
/// Where it holds no words.
pub(crate) fn read_text(html: &str) -> Result<Draft, Why> {
    let page = flat::flatten(html, &[]);
    let about = head::about(html, &page.text);
    let mut notes = Vec::new();
    let main = main_text(html, &about).filter(|main| main.len() >= SHORT.min(page.text.len() / 2));
    // A banner stands above and below the article.
    let marked = Marked::written(&page.text, None);
    let made = match main {
        Some(main) => align::align(&main, &page),
        None => {
            notes.push("no main part was found in the page, so that all its text was taken".to_owned());
            flat::flatten(html, &WITHOUT)
        }
    };
    if !made.text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: "a page without text".to_owned() });
    }
    Ok(Draft {
        text: made.text,
        passages: made.map,
        verbatim: false,
        title: about.title,
        outlet: about.outlet,
        author: about.author,
        date: about.date,
        language: about.language,
        url: about.url,
        marked,
        notes,
    })
}

/// The running text of a piece of markup, such as a feed's summary, without its places.
pub(crate) fn words(html: &str) -> String {
    flat::flatten(html, &WITHOUT).text
}

/// A piece of markup that is nothing but an article: no main part is looked for.
pub(crate) fn fragment(html: &str) -> (String, PassageMap) {
    let made = flat::flatten(html, &WITHOUT);
    (made.text, made.map)
}

fn main_text(html: &str, about: &head::About) -> Option<String> {
    if !burden::is_bearable(html) {
        return None;
    }
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    let (main, links) = flat::flatten_with_links(&article.content, &WITHOUT);
    Some(trim::trimmed(&main.text, &links, about).to_owned())
}

/// The encoding that a page states in its first bytes.
fn stated(bytes: &[u8]) -> Option<String> {
    const HEAD: usize = 2048;
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let at = head.find("charset=").map(|at| at + 8).or_else(|| {
        let declaration = head.trim_start().starts_with("<?xml").then(|| head.find("encoding="))??;
        Some(declaration + 9)
    })?;
    let name = head.get(at..)?.trim_start_matches(['"', '\'', ' ']);
    let end =
        name.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))).unwrap_or(name.len());
    name.get(..end).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// A map into characters made one into the bytes they were decoded from.
pub(crate) fn in_bytes(text: &str, map: &PassageMap, decoded: &Decoded<'_>) -> PassageMap {
    let mut made = Composed::default();
    for passage in &map.passages {
        let stretch = text.get(passage.text.start..passage.text.end).unwrap_or_default();
        made.gap(text.get(made.text.len()..passage.text.start).unwrap_or_default());
        let At::Bytes(place) = passage.at else {
            made.push(stretch, passage.at.clone());
            continue;
        };
        if place.len() != stretch.len() {
            made.push(stretch, At::Bytes(decoded.bytes(place)));
            continue;
        }
        // Word by word: what is as long in bytes as in the text grows together again.
        let mut at = 0;
        for word in stretch.split_inclusive(' ') {
            let span = Span::new(place.start + at, place.start + at + word.len());
            made.push(word, At::Bytes(decoded.bytes(span)));
            at += word.len();
        }
    }
    PassageMap { parts: map.parts.clone(), passages: made.map.passages }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="windows-1252"><title>Port shut - Asher Courier</title></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><h1>Port shut</h1><p class="byline">By Ann Hale</p>
        <article><p>The harbour master of Verrin said on Monday that the port would stay shut until the cranes had been
        repaired, and that no ship would be let in before Friday, "whatever its flag".</p>
        <p>Two ministers said that they had not been told, and that the caf&eacute; owners of the quay were right to ask for
        money from the state, since nobody had warned them of it in time, or at all, they added.</p></article>
        <aside><a href="/x">Ten more stories</a></aside><footer>© 2030 Asher Courier</footer></body></html>"#;

    #[test]
    fn the_article_is_taken_and_the_menu_is_not() {
        let draft = read(PAGE.as_bytes(), None).unwrap();
        assert!(draft.text.starts_with("The harbour master of Verrin said"), "{}", draft.text);
        assert!(draft.text.ends_with("or at all, they added."), "{}", draft.text);
        assert!(draft.text.contains("the café owners"));
        assert_eq!(draft.title.as_deref(), Some("Port shut"));
        assert_eq!(draft.outlet.as_deref(), Some("Asher Courier"));
        assert_eq!(draft.author.as_deref(), Some("Ann Hale"));
    }

    #[test]
    fn places_are_those_in_the_bytes_whatever_the_encoding() {
        let bytes: Vec<u8> = PAGE.replace("&eacute;", "é").chars().map(|sign| sign as u8).collect();
        let draft = read(&bytes, None).unwrap();
        let start = draft.text.find("café owners").unwrap();
        let places = draft.passages.locate(Span::new(start, start + "café owners".len()));
        let (Some(At::Bytes(first)), Some(At::Bytes(last))) = (places.first(), places.last()) else {
            panic!("no bytes")
        };
        assert_eq!(&bytes[first.start..last.end], b"caf\xe9 owners");
    }

    #[test]
    fn a_page_made_to_break_a_tree_is_read_flat() {
        let html = format!("<p>The port is shut.</p>{}<p>It is.</p>", "<div>".repeat(100_000));
        let draft = read(html.as_bytes(), None).unwrap();
        assert_eq!(draft.text, "The port is shut.\n\nIt is.");
        assert_eq!(draft.notes.len(), 1);
    }

    #[test]
    fn a_page_without_words_says_so() {
        assert_eq!(
            read(b"<html><body><img src=a.png></body></html>", None).unwrap_err().to_string(),
            "there are no words in it: a page without text"
        );
    }

    /// That every stretch that leads to bytes is what stands there once its entities are resolved and its white space is
    /// closed up.
    fn is_led_back(html: &str) {
        let Ok(draft) = read_text(html) else { return };
        for passage in &draft.passages.passages {
            let At::Bytes(bytes) = passage.at else { panic!("a passage leads elsewhere") };
            let written = entity::resolve(&html[bytes.start..bytes.end]);
            let closed = if written.trim_ascii().is_empty() { " " } else { &written };
            assert_eq!(closed, &draft.text[passage.text.start..passage.text.end], "in {html:?}");
        }
    }

    #[test]
    fn the_text_of_a_page_is_led_back_to_it() {
        is_led_back(PAGE);
        let draft = read_text(PAGE).unwrap();
        let led: usize = draft.passages.passages.iter().map(|passage| passage.text.len()).sum();
        let words: usize = draft.text.split_whitespace().map(str::len).sum();
        assert!(led >= words, "only {led} of {words} bytes of words lead back");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

        #[test]
        fn every_stretch_of_any_page_decodes_to_its_text(
            pieces in proptest::collection::vec(
                proptest::sample::select(vec![
                    "<p>", "</p>", "<b>", "</b>", "<div class=x>", "</div>", "<br>", "<a href='/x'>", "</a>",
                    "<table><tr><td>", "</td></tr></table>", "<ul><li>", "</ul>", "<script>var a = '<p>';</script>",
                    "<!-- no -->", "<h1>Port</h1>", "Zoë &amp; Ben left.", "&#8220;No&rdquo;", "\n\n  ", "&nbsp;", "a < b",
                    "The harbour master of Verrin said that the port is shut, and would stay so. ", "&bogus; &",
                    "<figcaption>cap</figcaption>", "<pre>x\n\ny</pre>", "</span>",
                ]),
                1..60,
            )
        ) {
            is_led_back(&pieces.concat());
        }
    }
}
