//! The unit records of PETRARCH: CAMEO codes mapped to PLOVER's roots, sources and targets found by the records' own
//! dictionary of actors.

use std::collections::BTreeMap;

use read::event::Root;
use record::reading::{Event, Reading};
use record::span::Span;

use super::super::labelled;
use crate::events::text_of;
use crate::failure::{Failure, say};
use crate::places::Places;

/// An event that a record has.
struct Gold {
    code: String,
    root: Root,
    source: String,
    target: String,
}

/// A record.
struct Record {
    id: String,
    text: String,
    events: Vec<Gold>,
}

/// Measures and prints: how many of the records' events are read with the right root, and both sides.
///
/// # Errors
/// If a file cannot be read.
pub(super) fn run(places: &Places, errors: bool) -> Result<(), Failure> {
    let roots = roots(&text_of(&places.corpus("events/CAMEO2PLOVER-2021.txt")?)?);
    let names = dictionary(&text_of(&places.gazetteers()?.join("PETR.Validate.actors.txt"))?);
    let (mut all, mut right, mut root_only, mut sides) = (0, 0, 0, 0);
    for record in records(&text_of(&places.corpus("events/petrarch-unit-records.xml")?)?, &roots) {
        let reading = labelled::reading(&record.text);
        for gold in &record.events {
            let dyad = |event: &&Event| {
                side(&reading, &record.text, &names, &event.actor, &gold.source)
                    && side(&reading, &record.text, &names, &event.target, &gold.target)
            };
            let is_root =
                |event: &&Event| Root::from_name(&event.kind).is_some_and(|root| root.learnt() == gold.root.learnt());
            all += 1;
            let both = reading.events.iter().filter(is_root).any(|event| dyad(&event));
            right += usize::from(both);
            root_only += usize::from(reading.events.iter().any(|event| is_root(&event)));
            sides += usize::from(reading.events.iter().any(|event| dyad(&event)));
            if errors && !both {
                say(format_args!(
                    "{} {} {} {} -> {}: {}",
                    record.id, gold.code, gold.root, gold.source, gold.target, record.text
                ));
                for event in &reading.events {
                    let name = |id: &Option<String>| {
                        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
                        actor.map_or("-".to_owned(), |actor| actor.name.clone())
                    };
                    say(format_args!(
                        "    {} {} {:?} {} -> {} {}",
                        event.rank,
                        event.kind,
                        event.span.of(&record.text),
                        name(&event.actor),
                        name(&event.target),
                        event.status
                    ));
                }
            }
        }
    }
    let share = |count: usize| 100.0 * count as f64 / f64::from(all.max(1));
    say(format_args!(
        "PETRARCH unit records, {all} events: root and both sides {:.1}, root {:.1}, both sides {:.1}",
        share(right),
        share(root_only),
        share(sides)
    ));
    Ok(())
}

/// Whether an actor is the one with a code: a name of that code stands in one of its mentions, or beside one in the same
/// noun phrase. A code of dashes is nobody in particular.
fn side(reading: &Reading, text: &str, names: &[(String, String)], id: &Option<String>, code: &str) -> bool {
    if code.starts_with('-') || code.is_empty() {
        return true;
    }
    let Some(actor) = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id)) else {
        return false;
    };
    let folded = text.to_lowercase();
    let own = names.iter().filter(|(_, own)| code.starts_with(own.as_str()) || own.starts_with(code));
    own.flat_map(|(name, _)| folded.match_indices(name.as_str()).map(|(at, name)| Span::new(at, at + name.len())))
        .any(|name| actor.mentions.iter().any(|mention| near(&folded, mention, &name)))
}

/// Whether two spans overlap, or nothing but words of one noun phrase stands between them.
fn near(text: &str, mention: &Span, name: &Span) -> bool {
    const WORDS: usize = 4;
    if mention.overlaps(name) {
        return true;
    }
    let (from, to) = if mention.end <= name.start { (mention.end, name.start) } else { (name.end, mention.start) };
    let between = text.get(from..to).unwrap_or("?");
    let joins = ["'s", "of", "from", "the", "'"];
    // "Activists *in* Corvania": the place behind a mention is part of its noun phrase.
    let between =
        if mention.end <= name.start { between.trim_start().strip_prefix("in ").unwrap_or(between) } else { between };
    let word = |word: &str| joins.contains(&word) || word.chars().all(|letter| letter.is_alphabetic());
    let breaks = [
        "and", "with", "to", "in", "on", "against", "by", "for", "that", "will", "has", "have", "had", "is", "are",
        "was",
    ];
    between.split_whitespace().count() <= WORDS
        && between.split_whitespace().all(|one| word(one) && !breaks.contains(&one) && !one.ends_with("ed"))
}

/// The names of actors with their codes.
fn dictionary(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('<') {
            continue;
        }
        let (name, codes) = line.split_once('[').map_or((line, None), |(name, rest)| (name, rest.split(']').next()));
        let name = name.trim();
        if !name.is_empty() && !name.starts_with('+') {
            open.clear();
        }
        if !name.is_empty() {
            open.push(name.trim_start_matches('+').trim_matches('_').replace('_', " ").trim().to_lowercase());
        }
        let code = match codes {
            Some(codes) => codes.split_whitespace().next().map(str::to_owned),
            // A synonym has the code of what stands before it.
            None => {
                let first = open.first().cloned().unwrap_or_default();
                out.iter().rev().find(|(name, _)| *name == first).map(|(_, code)| code.clone())
            }
        };
        if let Some(code) = code {
            let code: String = code.trim_matches('<').to_uppercase();
            if name.is_empty() {
                out.extend(open.iter().map(|name| (name.clone(), code.clone())));
            } else if let Some(name) = open.last() {
                out.push((name.clone(), code));
            }
        }
    }
    out
}

/// PLOVER's root of each CAMEO code.
fn roots(text: &str) -> BTreeMap<String, Root> {
    let row = |line: &str| {
        let (code, rest) = line.split_once(':')?;
        let root = rest.split([',', '#']).next()?.trim();
        Some((code.trim().to_owned(), Root::from_name(root)?))
    };
    // A later row for a code of two digits ("08: RETREAT") gives way to the first.
    text.lines().rev().filter_map(row).collect()
}

/// The root of a code: what the table says of it or of the code it is part of. Appeals (02) are requests, and statements (01)
/// comments.
fn root_of(code: &str, roots: &BTreeMap<String, Root>) -> Option<Root> {
    match code.get(..2)? {
        "01" => return Some(Root::Comment),
        "02" => return Some(Root::Request),
        _ => {}
    }
    (2..=code.len()).rev().find_map(|end| roots.get(code.get(..end)?).copied())
}

/// The records that have events, with those whose code is of the ontology.
fn records(xml: &str, roots: &BTreeMap<String, Root>) -> Vec<Record> {
    let mut plain = String::new();
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut out = Vec::new();
    for part in plain.split("<Sentence ").skip(1) {
        let part = part.split("</Sentence>").next().unwrap_or_default();
        let value = |text: &str, key: &str| {
            let (_, after) = text.split_once(&format!("{key}=\""))?;
            after.split('"').next().map(str::to_owned)
        };
        let Some((_, text)) = part.split_once("<Text>") else { continue };
        let text = text.split("</Text>").next().unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&quot;", "\"").replace("&amp;", "&");
        let event = |tag: &str| {
            let tag = tag.split('>').next()?;
            let code = value(tag, "eventcode")?;
            let root = root_of(&code, roots)?;
            Some(Gold { root, source: value(tag, "sourcecode")?, target: value(tag, "targetcode")?, code })
        };
        let events: Vec<Gold> = part.split("<EventCoding ").skip(1).filter_map(event).collect();
        if !events.is_empty() {
            out.push(Record { id: value(part, "id").unwrap_or_default(), text, events });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_code_of_their_line_or_of_what_they_are_synonyms_of() {
        let names = dictionary("CORVANIA [COR]\n+CORVANIAN # x\nVESSIA\n\t[VES <911226]\n");
        let expected = [("corvania", "COR"), ("corvanian", "COR"), ("vessia", "VES")];
        assert_eq!(names, expected.map(|(name, code)| (name.to_owned(), code.to_owned())));
    }

    #[test]
    fn codes_have_the_root_of_their_row_or_of_the_longest_beginning() {
        let table = roots("08: CONCEDE\n084: RETREAT,  , x\n08: RETREAT\n");
        assert_eq!(root_of("0841", &table), Some(Root::Retreat));
        assert_eq!(root_of("081", &table), Some(Root::Concede));
        assert_eq!((root_of("010", &table), root_of("22", &table)), (Some(Root::Comment), None));
    }
}
