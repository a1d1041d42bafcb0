//! Feeds (RSS 0.9 to 2.0, RSS 1.0, Atom): a document for each entry.
//!
//! An entry is kept as the bytes it stood in. Its text is the longest of what it carries: the whole article where a
//! feed carries it, else the summary.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::article::Named;
use super::intake::{Halt, Intake, Place};
use super::passage::{At, Composed};
use super::refused::Why;
use super::{Draft, Format, date, encoding, html};

/// What is known of the feed or of one entry.
#[derive(Debug, Clone, Default)]
struct Entry {
    title: Option<String>,
    link: Option<String>,
    /// The best text so far, and the element it stood in.
    text: Option<(String, String)>,
    author: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    language: Option<String>,
    source: Option<String>,
}

/// Reads a feed.
pub(crate) fn read(intake: &mut Intake<'_>, bytes: &[u8], place: Place<'_>) -> Result<(), Halt> {
    let decoded = encoding::decode(bytes, declared(bytes).as_deref())?;
    let xml = decoded.text.trim_start_matches('\u{feff}');
    let (feed, entries, fault) = entries(xml);
    let found = entries.len();
    for (at, (entry, own)) in entries.into_iter().enumerate() {
        let named = Named::by_number(place.name, at as u64 + 1);
        match draft(&feed, entry) {
            Ok(mut draft) => {
                draft.notes.extend(decoded.note());
                intake.record(draft, named, own.as_bytes().to_vec(), Format::Feed)?;
            }
            Err(why) => intake.refuse(&named.name, why)?,
        }
    }
    match fault {
        Some(reason) => Err(Why::broken("a feed", reason).into()),
        None if found == 0 => Err(Why::Wordless { what: "a feed without entries".to_owned() }.into()),
        None => Ok(()),
    }
}

/// The encoding that the XML declaration states.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).into_owned();
    let rest = head.split_once("encoding=")?.1;
    let quote = rest.chars().next()?;
    rest.get(1..)?.split_once(quote).map(|(name, _)| name.to_owned())
}

/// The feed, its entries with the characters they stood in, and where reading it ended early, why.
fn entries(xml: &str) -> (Entry, Vec<(Entry, &str)>, Option<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let (mut feed, mut found) = (Entry::default(), Vec::new());
    // The entry being read and where it began.
    let mut open: Option<(Entry, usize)> = None;
    // Names of the elements being read, and the words of the innermost that holds any.
    let mut path: Vec<String> = Vec::new();
    let mut words = String::new();
    // An Atom text may be markup in place, which is kept as it stands.
    let mut inline: Option<(usize, usize)> = None;
    loop {
        let start = reader.buffer_position() as usize;
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return (feed, found, Some(error.to_string())),
        };
        match event {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_ascii_lowercase();
                if inline.is_none() {
                    words.clear();
                    if is_entry(&name) && open.is_none() {
                        open = Some((Entry::default(), start));
                    }
                    let entry = open.as_mut().map_or(&mut feed, |(entry, _)| entry);
                    attributes(entry, &name, &tag);
                    if attribute(&tag, "type").as_deref() == Some("xhtml") {
                        inline = Some((path.len(), reader.buffer_position() as usize));
                    }
                }
                path.push(name);
                if path.len() > 256 {
                    return (feed, found, Some("its elements are too deep inside each other".to_owned()));
                }
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_ascii_lowercase();
                if inline.is_none() {
                    attributes(open.as_mut().map_or(&mut feed, |(entry, _)| entry), &name, &tag);
                }
            }
            Event::Text(text) => words.push_str(&text),
            Event::CData(data) => words.push_str(&data),
            Event::GeneralRef(name) => {
                words.push_str(&html::entity::resolve(&format!("&{};", &*name)));
            }
            Event::End(_) => {
                let Some(name) = path.pop() else { continue };
                if let Some((depth, from)) = inline {
                    if path.len() > depth {
                        continue;
                    }
                    inline = None;
                    words = xml.get(from..start).unwrap_or_default().to_owned();
                }
                if is_entry(&name)
                    && let Some((entry, from)) = open.take()
                {
                    found.push((entry, xml.get(from..reader.buffer_position() as usize).unwrap_or_default()));
                } else {
                    let parent = path.last().map(String::as_str).unwrap_or_default().to_owned();
                    element(open.as_mut().map_or(&mut feed, |(entry, _)| entry), &parent, &name, &words);
                }
                words.clear();
            }
            Event::Eof => {
                let fault = (!path.is_empty()).then(|| "it breaks off".to_owned());
                return (feed, found, fault);
            }
            _ => {}
        }
    }
}

fn is_entry(name: &str) -> bool {
    matches!(name, "item" | "entry" | "rss:item" | "atom:entry")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.as_ref() == name)?;
    Some(html::entity::resolve(&found.value).into_owned())
}

fn attributes(entry: &mut Entry, name: &str, tag: &BytesStart<'_>) {
    if name == "link" && entry.link.is_none() && matches!(attribute(tag, "rel").as_deref(), None | Some("alternate")) {
        entry.link = attribute(tag, "href");
    }
    if matches!(name, "feed" | "entry") {
        entry.language = attribute(tag, "xml:lang").or(entry.language.take());
    }
}

/// Takes what one element says.
fn element(entry: &mut Entry, parent: &str, name: &str, words: &str) {
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    let set = |known: &mut Option<String>| {
        if known.is_none() {
            *known = Some(words.to_owned());
        }
    };
    match (parent, name) {
        // What a feed says of its picture or its box for searching is not of it.
        ("image" | "textinput" | "media:group" | "media:content", _) => {}
        ("source", "title") | (_, "source") => set(&mut entry.source),
        ("source", _) => {}
        (_, "title") => set(&mut entry.title),
        (_, "link") => set(&mut entry.link),
        ("author", "name") | (_, "dc:creator") => set(&mut entry.author),
        (_, "author") => set(&mut entry.author),
        (_, "pubdate" | "published" | "dc:date" | "issued") => set(&mut entry.published),
        (_, "updated" | "modified" | "dcterms:modified") => set(&mut entry.updated),
        (_, "language" | "dc:language") => set(&mut entry.language),
        (_, "description" | "content:encoded" | "content" | "summary" | "fulltext" | "body")
            if entry.text.as_ref().is_none_or(|(text, _)| text.len() < words.len()) =>
        {
            entry.text = Some((words.to_owned(), name.to_owned()));
        }
        _ => {}
    }
}

fn draft(feed: &Entry, entry: Entry) -> Result<Draft, Why> {
    let (markup, element) = entry.text.unwrap_or_default();
    let text = html::words(&markup);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: "an entry without text".to_owned() });
    }
    let mut made = Composed::default();
    let part = made.part(&element);
    made.push(&text, At::Part { part, bytes: None });
    let plain = |text: Option<String>| text.map(|text| html::words(&text)).filter(|text| !text.is_empty());
    let when =
        entry.published.as_deref().and_then(date::civil).or_else(|| entry.updated.as_deref().and_then(date::civil));
    // RSS puts an address in front of the name, or the name in brackets behind it.
    let author = entry.author.map(|author| match author.split_once(" (") {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').to_owned(),
        _ => author,
    });
    Ok(Draft {
        text: made.text,
        passages: made.map,
        title: plain(entry.title),
        outlet: plain(entry.source).or_else(|| plain(feed.title.clone())),
        author: plain(author),
        date: when,
        language: entry.language.or_else(|| feed.language.clone()).as_deref().and_then(html::language),
        url: entry.link,
        ..Draft::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSS: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Asher Courier</title><language>en-gb</language>
        <image><title>Logo</title></image>
        <item><title>Port &amp; quay</title><link>https://courier.example/1</link><description>Short.</description>
        <content:encoded><![CDATA[<p>The port is shut.</p><p>It is.</p>]]></content:encoded>
        <author>ann@courier.example (Ann Hale)</author><pubDate>Sat, 16 Feb 2030 09:30:00 GMT</pubDate></item>
        <item><title>Empty</title></item></channel></rss>"#;

    #[test]
    fn every_entry_of_rss_is_a_document() {
        let (feed, entries, fault) = entries(RSS);
        assert_eq!(fault, None);
        assert_eq!(entries.len(), 2);
        assert!(entries[0].1.starts_with("<item><title>Port") && entries[0].1.ends_with("</item>"));
        let draft = draft(&feed, entries[0].0.clone()).unwrap();
        assert_eq!(draft.text, "The port is shut.\n\nIt is.");
        assert_eq!(draft.title.as_deref(), Some("Port & quay"));
        assert_eq!(draft.outlet.as_deref(), Some("Asher Courier"));
        assert_eq!(draft.author.as_deref(), Some("Ann Hale"));
        assert_eq!(draft.date.unwrap().to_string(), "2030-02-16T09:30Z");
        assert_eq!(draft.language.as_deref(), Some("en"));
        assert_eq!(draft.passages.parts, ["content:encoded"]);
    }

    #[test]
    fn atom_with_markup_in_place_is_read() {
        let atom = r#"<feed xmlns="a" xml:lang="en"><title>Asher Courier</title><entry><title type="html">Port &lt;b&gt;shut&lt;/b&gt;</title>
            <link rel="self" href="https://x/self"/><link href="https://courier.example/2"/><author><name>Ben Roe</name></author>
            <updated>2030-02-17T10:00:00Z</updated><published>2030-02-16T10:00:00Z</published>
            <content type="xhtml"><div><p>It is <b>shut</b>.</p><p>Again.</p></div></content></entry></feed>"#;
        let (feed, entries, fault) = entries(atom);
        assert_eq!(fault, None);
        let draft = draft(&feed, entries[0].0.clone()).unwrap();
        assert_eq!(draft.text, "It is shut.\n\nAgain.");
        assert_eq!(draft.title.as_deref(), Some("Port shut"));
        assert_eq!(draft.url.as_deref(), Some("https://courier.example/2"));
        assert_eq!(draft.date.unwrap().to_string(), "2030-02-16T10:00Z");
    }

    #[test]
    fn a_feed_that_breaks_off_gives_what_was_whole() {
        let cut = &RSS[..RSS.find("<item><title>Empty").unwrap() + 10];
        let (_, entries, fault) = entries(cut);
        assert_eq!(entries.len(), 1);
        assert!(fault.is_some());
    }
}
