//! Markdown: its words without its signs, its first heading as the title, and what its front matter states.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use record::span::Span;

use super::encoding;
use super::html::{in_bytes, words};
use super::passage::{At, Composed};
use super::refused::Why;
use super::{Draft, Marked, date, html};

/// Reads Markdown.
///
/// # Errors
/// Where the bytes are in no encoding, or hold no words.
pub(crate) fn read(bytes: &[u8], declared: Option<&str>) -> Result<Draft, Why> {
    let decoded = encoding::decode(bytes, declared)?;
    let mut draft = Draft { notes: decoded.note().into_iter().collect(), ..Draft::default() };
    let mut made = Composed::default();
    let mut heading: Option<String> = None;
    let mut front = false;
    let mut first = true;
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(&decoded.text, options).into_offset_iter() {
        let at = At::Bytes(Span::new(range.start, range.end));
        match event {
            Event::Start(Tag::MetadataBlock(_)) => front = true,
            Event::End(TagEnd::MetadataBlock(_)) => front = false,
            Event::Text(text) if front => metadata(&text, &mut draft),
            Event::Start(Tag::Heading { .. }) => {
                made.paragraph();
                if first {
                    heading = Some(String::new());
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(title) = heading.take() {
                    // The title is told beside the text, and not in it.
                    if draft.title.is_none() {
                        draft.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
                    }
                }
                first = false;
                made.paragraph();
            }
            Event::Text(text) | Event::Code(text) => match &mut heading {
                Some(title) => title.push_str(&text),
                None => {
                    first = false;
                    made.push(&text, exact(at, &text, &decoded.text));
                }
            },
            Event::SoftBreak => match &mut heading {
                Some(title) => title.push(' '),
                None => made.push(" ", at),
            },
            Event::HardBreak => made.line(),
            Event::InlineHtml(_) | Event::FootnoteReference(_) => {}
            Event::Html(text) => {
                let text = words(&text);
                if !text.is_empty() {
                    made.paragraph();
                    made.push(&text, at);
                }
            }
            Event::Start(Tag::TableCell) if !made.text.ends_with('\n') && !made.text.is_empty() => made.gap("\t"),
            Event::Start(Tag::TableRow) => made.line(),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_))
            | Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Table,
            )
            | Event::Rule => made.paragraph(),
            _ => {}
        }
    }
    made.trim_end();
    if !made.text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: "Markdown without text".to_owned() });
    }
    draft.passages = if decoded.is_verbatim() { made.map } else { in_bytes(&made.text, &made.map, &decoded) };
    draft.text = made.text;
    Ok(draft)
}

/// The place of a text without the signs around it, such as those of code.
fn exact(at: At, text: &str, source: &str) -> At {
    let At::Bytes(span) = at else { return at };
    let written = source.get(span.start..span.end).unwrap_or_default();
    match written.find(text) {
        Some(skip) => At::Bytes(Span::new(span.start + skip, span.start + skip + text.len())),
        None => At::Bytes(span),
    }
}

/// Lines such as `title: Port shut`.
fn metadata(text: &str, draft: &mut Draft) {
    for line in text.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        // Whatever it is called by: `classification: SECRET//NOFORN`, `title: "[TLP:RED] Port shut"`.
        draft.marked = std::mem::take(&mut draft.marked).join(&Marked::written(value, Some(value)));
        if value.is_empty() || value.starts_with(['[', '{', '|', '>']) {
            continue;
        }
        let value = || Some(value.to_owned());
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => draft.title = value(),
            "author" | "authors" => draft.author = value(),
            "outlet" | "publisher" | "source" => draft.outlet = value(),
            "date" | "published" => draft.date = value().and_then(|value| date::civil(&value)),
            "lang" | "language" => draft.language = value().and_then(|value| html::language(&value)),
            "url" | "link" => draft.url = value(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marking_in_front_of_the_text_is_one_under_whatever_name() {
        for front in
            ["classification: SECRET//NOFORN", "marking: \"SECRET//NOFORN\"", "title: \"[SECRET//NOFORN] Port shut\""]
        {
            let draft = read(format!("---\n{front}\n---\n\nThe port is shut.\n").as_bytes(), None).unwrap();
            let banner = disclose::marking::banner_of(&draft.marked.stated);
            assert_eq!(banner.as_deref(), Some("SECRET//NOFORN"), "{front}");
        }
        let plain = read(b"---\ntitle: Secret talks\n---\n\nThe port is shut.\n", None).unwrap();
        assert!(plain.marked.stated.is_empty());
    }

    #[test]
    fn words_stay_and_signs_go() {
        let source = "---\ntitle: Port shut\ndate: 2030-02-16\noutlet: \"Asher Courier\"\n---\n\n# Ignored\n\nThe **harbour** [master](http://x.example) said\n`no`.\n\n- One\n- Two\n";
        let draft = read(source.as_bytes(), None).unwrap();
        assert_eq!(draft.text, "The harbour master said no.\n\nOne\n\nTwo");
        assert_eq!(draft.title.as_deref(), Some("Port shut"));
        assert_eq!(draft.outlet.as_deref(), Some("Asher Courier"));
        assert_eq!(draft.date.unwrap().to_string(), "2030-02-16");
        for word in ["harbour", "master", "no", "Two"] {
            let start = draft.text.find(word).unwrap();
            let places = draft.passages.locate(Span::new(start, start + word.len()));
            let [At::Bytes(span)] = places.as_slice() else { panic!("{places:?}") };
            assert_eq!(&source[span.start..span.end], word);
        }
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let draft = read(b"# Port shut\n\nIt is.\n\n## Why\n\nNobody knows.", None).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Port shut"));
        assert_eq!(draft.text, "It is.\n\nWhy\n\nNobody knows.");
    }

    #[test]
    fn nothing_is_refused() {
        assert_eq!(
            read(b"---\n\n***\n", None).unwrap_err().to_string(),
            "there are no words in it: Markdown without text"
        );
    }
}
