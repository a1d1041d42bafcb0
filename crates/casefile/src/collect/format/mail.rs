//! Mails: the words of the message, its subject, sender and date; what is attached is taken as documents of their own.

use std::io::Cursor;

use mail_parser::{Address, DateTime, Message, MessageParser, MimeHeaders, PartType};
use record::time::CivilDate;

use super::intake::{Halt, Intake, Place, guarded};
use super::passage::{At, Composed, PassageMap};
use super::refused::Why;
use super::{Draft, Format, date, html};

/// The most attachments of one mail that are looked at.
const ATTACHMENTS: usize = 1000;

/// Reads a mail and what is attached to it.
pub(crate) fn read(intake: &mut Intake<'_>, bytes: Vec<u8>, place: Place<'_>) -> Result<(), Halt> {
    let draft = guarded("a mail", || draft(&bytes));
    let attached = guarded("a mail", || Ok(attached(&bytes))).unwrap_or_default();
    match draft {
        Ok(draft) => intake.document(draft, place.name.to_owned(), bytes, Format::Mail)?,
        // A mail may be nothing but what it carries.
        Err(Why::Wordless { .. }) if !attached.is_empty() => {}
        Err(why) => return Err(why.into()),
    }
    for (number, name, media, content) in attached {
        let name = format!("{}#{}", place.name, name.unwrap_or(number));
        if place.depth >= intake.limits.depth {
            intake.refuse(&name, Why::Deep { limit: intake.limits.depth })?;
            continue;
        }
        let inner = Place { name: &name, media: media.as_deref(), address: None, depth: place.depth + 1 };
        intake.inside(&mut Cursor::new(content), inner)?;
    }
    Ok(())
}

/// The message itself.
fn draft(bytes: &[u8]) -> Result<Draft, Why> {
    let message = MessageParser::default().parse(bytes).ok_or_else(|| Why::broken("a mail", "it has no header"))?;
    let mut made = Composed::default();
    let html_only = message.text_bodies().all(|part| matches!(part.body, PartType::Html(_)));
    for (id, part) in bodies(&message, html_only) {
        let number = number(&message, id);
        match &part.body {
            PartType::Text(text) => {
                let map = PassageMap::verbatim(text).inside(&number);
                made.append(text.trim_end(), &clipped(map, text.trim_end().len()));
            }
            PartType::Html(text) => {
                let (text, map) = html::fragment(text);
                made.append(&text, &map.inside(&number));
            }
            _ => {}
        }
    }
    made.trim_end();
    if !made.text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: "a mail without text".to_owned() });
    }
    Ok(Draft {
        text: made.text,
        passages: made.map,
        title: message.subject().map(str::trim).filter(|subject| !subject.is_empty()).map(str::to_owned),
        author: message.from().and_then(names),
        date: message.date().and_then(moment),
        language: message.content_language().as_text().and_then(html::language),
        ..Draft::default()
    })
}

/// The parts that are the message and no attachment. Where a part is there as text and as HTML, the text.
fn bodies<'m>(message: &'m Message<'m>, html: bool) -> Vec<(u32, &'m mail_parser::MessagePart<'m>)> {
    let ids = if html { &message.html_body } else { &message.text_body };
    ids.iter().filter_map(|id| Some((*id, message.part(*id)?))).collect()
}

fn clipped(mut map: PassageMap, end: usize) -> PassageMap {
    for passage in &mut map.passages {
        if passage.text.end > end {
            passage.text.end = end;
            if let At::Part { bytes: Some(bytes), .. } = &mut passage.at {
                bytes.end = bytes.start + passage.text.len();
            }
        }
    }
    map.passages.retain(|passage| !passage.text.is_empty());
    map
}

/// The number of a part as IMAP counts: `1` of a plain message, `1.2` of the second part of the first.
fn number(message: &Message<'_>, wanted: u32) -> String {
    fn search(message: &Message<'_>, id: u32, wanted: u32, path: &mut Vec<usize>, depth: usize) -> bool {
        if id == wanted {
            return true;
        }
        let Some(PartType::Multipart(children)) = message.part(id).map(|part| &part.body) else { return false };
        for (at, child) in children.iter().enumerate() {
            path.push(at + 1);
            if depth < 64 && search(message, *child, wanted, path, depth + 1) {
                return true;
            }
            path.pop();
        }
        false
    }
    let mut path = Vec::new();
    search(message, 0, wanted, &mut path, 0);
    if path.is_empty() {
        return "1".to_owned();
    }
    path.iter().map(usize::to_string).collect::<Vec<_>>().join(".")
}

/// An attachment: the number of its part, its name, its media type and its content.
type Attached = (String, Option<String>, Option<String>, Vec<u8>);

fn attached(bytes: &[u8]) -> Vec<Attached> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    for id in message.attachments.iter().take(ATTACHMENTS) {
        let Some(part) = message.part(*id) else { continue };
        let media = part.content_type().map(|kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()),
            None => kind.ctype().to_owned(),
        });
        // A picture in a signature is no document that was sent.
        let quiet = media.as_deref().is_some_and(|media| {
            let media = media.to_ascii_lowercase();
            ["image/", "audio/", "video/", "font/"].iter().any(|kind| media.starts_with(kind))
                || matches!(
                    media.as_str(),
                    "application/pgp-signature" | "application/pkcs7-signature" | "text/calendar"
                )
        });
        if quiet {
            continue;
        }
        let content = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_bytes().to_vec(),
            PartType::Binary(content) | PartType::InlineBinary(content) => content.to_vec(),
            PartType::Message(inner) => inner.raw_message().to_vec(),
            PartType::Multipart(_) => continue,
        };
        // Text was decoded already, whatever its part says.
        let media = match &part.body {
            PartType::Message(_) => Some("message/rfc822".to_owned()),
            _ => media,
        };
        found.push((number(&message, *id), part.attachment_name().map(str::to_owned), media, content));
    }
    found
}

fn names(address: &Address<'_>) -> Option<String> {
    let names: Vec<&str> = address.iter().take(20).filter_map(|one| one.name().or_else(|| one.address())).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn moment(at: &DateTime) -> Option<CivilDate> {
    let sign = if at.tz_before_gmt { '-' } else { '+' };
    date::civil(&format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:00{sign}{:02}:{:02}",
        at.year, at.month, at.day, at.hour, at.minute, at.tz_hour, at.tz_minute
    ))
}

#[cfg(test)]
mod tests {
    use record::span::Span;

    use super::*;

    #[test]
    fn the_words_of_a_mail_are_led_back_to_their_part() {
        let mail = b"From: Ann Hale <ann@courier.example>\r\nTo: desk@courier.example\r\nSubject: =?utf-8?q?Port_shut_=E2=80=93_again?=\r\nDate: Sat, 16 Feb 2030 09:30:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 is shut.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>The caf&eacute; is shut.</p>\r\n--y--\r\n--x--\r\n";
        let draft = draft(mail).unwrap();
        assert_eq!(draft.text, "The café is shut.");
        assert_eq!(draft.title.as_deref(), Some("Port shut – again"));
        assert_eq!(draft.author.as_deref(), Some("Ann Hale"));
        assert_eq!(draft.date.unwrap().to_string(), "2030-02-16T09:30+01:00");
        assert_eq!(draft.passages.parts, ["1.1"]);
        let at = draft.passages.locate(Span::new(4, 9));
        assert_eq!(at, [At::Part { part: 0, bytes: Some(Span::new(4, 9)) }]);
    }

    #[test]
    fn a_mail_in_html_alone_is_read_too() {
        let mail = b"From: a@x.example\nSubject: Port\nContent-Type: text/html; charset=utf-8\n\n<div>It is <b>shut</b>.</div><div>Again.</div>";
        let draft = draft(mail).unwrap();
        assert_eq!(draft.text, "It is shut.\n\nAgain.");
        assert_eq!(draft.passages.parts, ["1"]);
    }
}
