//! Corpora of time expressions: TimeML files (TimeBank), TIMEX2 files (WikiWars) and token files (MEANTIME).
//!
//! TimeBank and WikiWars are parted in two by the name of the file: [`Half::of`]. Rules are written while looking at the
//! development half; the held-out half is opened only to measure.

use std::path::Path;

use record::span::Span;
use record::time::CivilDate;

use crate::failure::Failure;

/// One of the two parts of a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The part that rules are written on.
    Development,
    /// The part that is only measured.
    HeldOut,
}

impl Half {
    /// The half of a file: the 64-bit FNV-1a hash of its whole name, extension included; even is development.
    pub fn of(name: &str) -> Self {
        let hash = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        if hash.is_multiple_of(2) { Self::Development } else { Self::HeldOut }
    }
}

/// A time expression as people marked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gold {
    /// Where it stands in the text.
    pub span: Span,
    /// Its TIMEX3 type; `None` where the scheme has none and its value does not tell.
    pub kind: Option<String>,
    /// Its value; `None` where it has none.
    pub value: Option<String>,
}

/// A document with its expressions in order.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// When it was written.
    pub date: Option<CivilDate>,
    /// What people marked.
    pub gold: Vec<Gold>,
}

/// How a file is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Inline TIMEX3.
    Timex3,
    /// Inline TIMEX2, which may be nested; the innermost are taken, since TIMEX3 does not nest.
    Timex2,
    /// Tokens with marks that point to them.
    Tokens,
}

/// Reads every file of a folder, in the order of their names, that belongs to the half; all files if none is asked for.
///
/// # Errors
/// If the folder or a file cannot be read, or a file is not what it should be.
pub fn read(folder: &Path, scheme: Scheme, half: Option<Half>) -> Result<Vec<Document>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::at(folder, &error))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut documents = Vec::new();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if half.is_some_and(|half| Half::of(&name) != half) {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| Failure::at(&path, &error))?;
        let source = String::from_utf8_lossy(&bytes);
        let document = match scheme {
            Scheme::Timex3 | Scheme::Timex2 => inline(name, &source, scheme),
            Scheme::Tokens => tokens(name, &source),
        };
        documents.push(
            document.ok_or_else(|| Failure::new(format!("{} is not marked up as it should be", path.display())))?,
        );
    }
    Ok(documents)
}

/// The value of an attribute in the inside of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let whole = rest.get(..at)?.ends_with(char::is_whitespace);
        rest = rest.get(at + name.len()..)?;
        if whole && let Some(value) = rest.strip_prefix("=\"") {
            return value.split_once('"').map(|(value, _)| value).filter(|value| !value.is_empty());
        }
    }
}

/// A document's date from a TIMEX value, as precise as it is.
fn date(value: &str) -> Option<CivilDate> {
    // Seconds and a missing minute are no civil date of the house: the day is enough.
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    day.parse().ok()
}

/// Appends what stands between tags, with its entities decoded.
fn push_text(text: &mut String, mut source: &str) {
    const ENTITIES: [(&str, char); 5] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')];
    while let Some(at) = source.find('&') {
        let (before, rest) = source.split_at(at);
        text.push_str(before);
        match ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            Some((entity, letter)) => {
                text.push(*letter);
                source = rest.get(entity.len()..).unwrap_or_default();
            }
            None => {
                text.push('&');
                source = rest.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(source);
}

/// A file with its marks in the text.
fn inline(name: String, source: &str, scheme: Scheme) -> Option<Document> {
    let (mark, value_name, dated) = match scheme {
        Scheme::Timex2 => ("TIMEX2", "val", "<DATETIME>"),
        Scheme::Timex3 | Scheme::Tokens => ("TIMEX3", "value", "<DCT>"),
    };
    let date = source
        .split_once(dated)
        .and_then(|(_, rest)| rest.split_once('<'))
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(tag, _)| attribute(tag, value_name))
        .and_then(date);
    let (_, body) = source.split_once("<TEXT>")?;
    let (mut body, _) = body.split_once("</TEXT>")?;
    let mut text = String::new();
    let mut gold = Vec::new();
    // Open marks: where they begin, their tag, and whether another one stands in them.
    let mut open: Vec<(usize, &str, bool)> = Vec::new();
    while let Some(at) = body.find('<') {
        let (before, rest) = body.split_at(at);
        push_text(&mut text, before);
        let (tag, after) = rest.get(1..)?.split_once('>')?;
        body = after;
        if tag.strip_prefix('/') == Some(mark) {
            let (start, tag, nests) = open.pop()?;
            if let Some(outer) = open.last_mut() {
                outer.2 = true;
            }
            if !nests {
                let value = attribute(tag, value_name).map(str::to_owned);
                let kind = attribute(tag, "type").map(str::to_owned).or_else(|| kind_of(tag, value.as_deref()));
                gold.push(Gold { span: trimmed(&text, start, text.len()), kind, value });
            }
        } else if tag.starts_with(mark) && !tag.ends_with('/') {
            open.push((text.len(), tag, false));
        }
    }
    push_text(&mut text, body);
    gold.sort_by_key(|gold| gold.span);
    Some(Document { name, text, date, gold })
}

/// The TIMEX3 type that a TIMEX2 mark amounts to.
fn kind_of(tag: &str, value: Option<&str>) -> Option<String> {
    let value = value?;
    let kind = if attribute(tag, "set").is_some() {
        "SET"
    } else if value.starts_with('P') && !value.ends_with("_REF") {
        "DURATION"
    } else if value.contains('T') && !value.ends_with("_REF") {
        "TIME"
    } else {
        "DATE"
    };
    Some(kind.to_owned())
}

/// The span without white space at its ends.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let inside = text.get(start..end).unwrap_or_default();
    let left = inside.len() - inside.trim_start().len();
    Span::new(start + left, start + left + inside.trim().len())
}

/// How many sentences of a MEANTIME file, the title among them, are marked.
const MARKED_SENTENCES: usize = 6;

/// A file with a token a line, up to the last sentence that is marked. The text is made of them: a space between two, an empty line between sentences.
fn tokens(name: String, source: &str) -> Option<Document> {
    let mut text = String::new();
    let mut spans: Vec<(&str, Span)> = Vec::new();
    let mut sentence = "";
    let mut gold = Vec::new();
    let mut created = None;
    let mut rest = source;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, behind) = after.split_once('>')?;
        rest = behind;
        if tag.starts_with("token ") {
            let (word, _) = rest.split_once("</token>")?;
            let of = attribute(tag, "sentence")?;
            if of.parse::<usize>().ok()? >= MARKED_SENTENCES {
                continue;
            }
            if !text.is_empty() {
                text.push_str(if of == sentence { " " } else { "\n\n" });
            }
            sentence = of;
            let start = text.len();
            push_text(&mut text, word);
            spans.push((attribute(tag, "t_id")?, Span::new(start, text.len())));
        } else if tag.starts_with("TIMEX3 ") && !tag.ends_with('/') {
            let (inside, _) = rest.split_once("</TIMEX3>")?;
            let mut whole: Option<Span> = None;
            for part in inside.split("t_id=\"").skip(1) {
                let (id, _) = part.split_once('"')?;
                let Some((_, span)) = spans.iter().find(|(known, _)| *known == id) else { continue };
                whole =
                    Some(whole.map_or(*span, |whole| Span::new(whole.start.min(span.start), whole.end.max(span.end))));
            }
            let value = attribute(tag, "value").map(str::to_owned);
            if attribute(tag, "functionInDocument") == Some("CREATION_TIME") && created.is_none() {
                created = value.as_deref().and_then(date);
            }
            if let Some(span) = whole {
                gold.push(Gold { span, kind: attribute(tag, "type").map(str::to_owned), value });
            }
        }
    }
    gold.sort_by_key(|gold| gold.span);
    Some(Document { name, text, date: created, gold })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_marks_become_spans_of_the_bare_text() {
        let source = "<DCT><TIMEX3 tid=\"t0\" value=\"2023-02-18T10:00:00\">x</TIMEX3></DCT>\n<TEXT>A &amp; B <EVENT>met</EVENT> on \
                      <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2023-02-17\">Friday </TIMEX3>.</TEXT>";
        let document = inline("a".into(), source, Scheme::Timex3).unwrap();
        assert_eq!(document.text, "A & B met on Friday .");
        assert_eq!(document.date, "2023-02-18".parse().ok());
        assert_eq!(document.gold[0].span.of(&document.text), "Friday");
        assert_eq!(document.gold[0].value.as_deref(), Some("2023-02-17"));
    }

    #[test]
    fn of_nested_marks_the_innermost_are_taken() {
        let source = "<TEXT><TIMEX2 val=\"1950-09-15\"><TIMEX2 val=\"1950-09\">September</TIMEX2> days</TIMEX2></TEXT>";
        let document = inline("a".into(), source, Scheme::Timex2).unwrap();
        assert_eq!(document.gold.len(), 1);
        assert_eq!(document.gold[0].value.as_deref(), Some("1950-09"));
    }

    #[test]
    fn the_halves_are_fixed_by_the_name() {
        assert_eq!(Half::of("06_KoreanWar.key.xml"), Half::Development);
        assert_eq!(Half::of("01_WW2.key.xml"), Half::HeldOut);
    }
}
