//! What the bytes of a rendered file say to whoever looks: also where only a program would show it.

use record::packet::{Packet, Status};

use crate::packet::{PACKET_HTML, PACKET_MD, PACKET_STIX, PACKET_TXT, rendered};

/// Everything that a file of a packet says, by its name: of a page also attributes, alternative texts and comments, of JSON every
/// string. What a PDF says somebody else reads.
pub fn shown(name: &str, bytes: &[u8]) -> String {
    match name.rsplit('.').next() {
        Some("html") => page(&String::from_utf8_lossy(bytes)),
        Some("json") => match serde_json::from_slice::<serde_json::Value>(bytes) {
            Ok(value) => strings(&value).join("\n\n"),
            Err(_) => String::from_utf8_lossy(bytes).into_owned(),
        },
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// What the files of a packet say besides the words of its draft: headings, banners, dates, ids.
pub fn boilerplate(packet: &Packet) -> Vec<String> {
    let mut bare = packet.clone();
    let blank = || "x".to_owned();
    for half in [&mut bare.tearline.above, &mut bare.tearline.below] {
        half.lines.iter_mut().for_each(|line| line.text = blank());
    }
    for question in &mut bare.questions {
        (question.question, question.answer) = (blank(), blank());
    }
    for text in [&mut bare.title, &mut bare.issuer, &mut bare.terms, &mut bare.confidence, &mut bare.basis] {
        *text = text.as_ref().map(|_| blank());
    }
    match &mut bare.status {
        Status::Corrects { what: said, .. } | Status::Withdraws { why: said, .. } => *said = blank(),
        Status::Issued | Status::Supersedes { .. } => {}
    }
    bare.authority = None;
    [PACKET_HTML, PACKET_MD, PACKET_TXT, PACKET_STIX]
        .into_iter()
        .filter_map(|name| Some(shown(name, &rendered(name, &bare).ok()?)))
        .collect()
}

/// The words of a page, of its attributes and its comments, with what is written for characters that stand for something.
pub fn page(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        if !after.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) {
            out.push('<');
            rest = after;
            continue;
        }
        let (tag, after) = match after.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").unwrap_or((comment, "")),
            None => after.split_at_checked(end(after)).unwrap_or((after, "")),
        };
        let name: String = tag.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '/').collect();
        // What stands within a line goes on in it.
        let is_within = matches!(
            name.trim_matches('/').to_ascii_lowercase().as_str(),
            "b" | "i"
                | "em"
                | "strong"
                | "a"
                | "span"
                | "abbr"
                | "mark"
                | "wbr"
                | "u"
                | "s"
                | "small"
                | "sub"
                | "sup"
                | "code"
                | "font"
        );
        if !is_within {
            out.push('\n');
        }
        for said in quoted(tag) {
            out.push(' ');
            out.push_str(said);
            out.push(' ');
        }
        rest = after.strip_prefix('>').unwrap_or(after);
    }
    out.push_str(rest);
    unescaped(&out)
}

/// Where a tag ends: at the first `>` that does not stand in quotes.
fn end(tag: &str) -> usize {
    let mut quote: Option<char> = None;
    let mut last = ' ';
    for (at, character) in tag.char_indices() {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            // A quotation mark opens a value only behind an equals sign.
            None if matches!(character, '"' | '\'') && last == '=' => quote = Some(character),
            None if character == '>' => return at,
            None => {}
        }
        if !character.is_whitespace() {
            last = character;
        }
    }
    tag.len()
}

/// What stands in the attributes of a tag, without their names.
fn quoted(tag: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = tag;
    while let Some((_, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, next) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                after.get(1..).and_then(|after| after.split_once(quote)).unwrap_or((after, ""))
            }
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        all.push(value);
        rest = next;
    }
    // A comment and a doctype say what they say.
    if all.is_empty() && !tag.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/') {
        all.push(tag);
    }
    all
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after
            .split_once(';')
            .filter(|(name, _)| name.len() <= 10)
            .and_then(|(name, after)| Some((entity(name)?, after)));
        match known {
            Some((character, after)) => {
                out.push(character);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "shy" => '\u{ad}',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        _ => return None,
    })
}

/// Every string of a value, names of fields among them.
pub fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Number(number) => vec![number.to_string()],
        serde_json::Value::Array(all) => all.iter().flat_map(strings).collect(),
        serde_json::Value::Object(all) => {
            all.iter().flat_map(|(key, value)| std::iter::once(key.clone()).chain(strings(value))).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_its_tags_say_too() {
        let said =
            page("<p title=\"Korvat\">At Bar<b>row</b>clough &amp; &#75;arsk<!-- of Ana --><img alt='a crane'></p>");
        for words in ["Korvat", "Barrowclough & Karsk", "of Ana", "a crane"] {
            assert!(said.contains(words), "{said}");
        }
        assert_eq!(page("5 < 6 and AT&T"), "5 < 6 and AT&T");
    }

    #[test]
    fn every_string_of_json_is_said() {
        let said = shown("a.json", br#"{"name": ["Korvat", {"deep": "Karsk"}], "count": 43}"#);
        for words in ["name", "Korvat", "deep", "Karsk", "43"] {
            assert!(said.contains(words), "{said}");
        }
    }
}
