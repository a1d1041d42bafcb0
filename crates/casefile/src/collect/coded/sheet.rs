//! A sheet of rows in the reading: whom and what they name, each once, and what is wrong with them.

use std::collections::HashMap;

use jiff::civil::Date;
use record::reading::{
    Actor, ActorKind, Attributed, Certainty, Claim, Content, Cue, Event, Head, Place, Polarity, Problem, Quoted,
    Reader, Reading, SourceKind, Stage, Stance, Time,
};
use record::span::Span;

use super::who::Who;
use super::{Coding, cameo};

/// The version of what reads rows.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// How many problems of one kind are told one by one.
const MOST: usize = 50;

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row<'t> {
    /// Its number in the document, counted from 1; a line of names is not counted.
    pub number: usize,
    /// Where it stands, without the end of its line.
    pub span: Span,
    text: &'t str,
    /// Where its fields begin and end.
    fields: Vec<Span>,
}

impl<'t> Row<'t> {
    /// The words of a field without the space around them; none where it is empty.
    pub fn field(&self, at: usize) -> Option<&'t str> {
        self.fields.get(at).map(|span| span.of(self.text)).filter(|field| !field.is_empty())
    }

    /// Where a field stands.
    pub fn at(&self, at: usize) -> Span {
        self.fields.get(at).copied().unwrap_or(self.span)
    }

    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.fields.len()
    }
}

/// The lines of a text with the places of their fields, passing over empty ones.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let mut at = 0;
    let lines = text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    });
    // A mark of the order of bytes belongs to no field.
    let lines = lines.map(|(start, line)| match line.strip_prefix('\u{feff}') {
        Some(rest) if start == 0 => (line.len() - rest.len(), rest),
        _ => (start, line),
    });
    lines.filter(|(_, line)| !line.trim().is_empty()).enumerate().map(move |(place, (start, line))| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut from = start;
        let fields = line.split('\t').map(|field| {
            let begin = from + (field.len() - field.trim_start().len());
            from += field.len() + 1;
            Span::new(begin, begin + field.trim().len())
        });
        Row { number: place + 1, span: Span::new(start, start + line.len()), text, fields: fields.collect() }
    })
}

/// What is read of the rows so far.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    /// The text of the document.
    pub text: &'t str,
    reading: Reading,
    actors: HashMap<(ActorKind, String, Option<String>), usize>,
    places: HashMap<(String, Option<String>), usize>,
    ids: HashMap<&'t str, usize>,
    problems: Vec<(&'static str, usize)>,
}

impl<'t> Sheet<'t> {
    /// A sheet of which nothing is read yet.
    pub fn new(coding: Coding, text: &'t str, head: Head) -> Self {
        let model = format!("{}, {}", coding.extractor(), cameo::TABLE);
        let reading = Reading::of(head, Reader { version: VERSION.to_owned(), model });
        let (actors, places, ids) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { text, reading, actors, places, ids, problems: Vec::new() }
    }

    /// Whether a row can be read: it has so many fields, and no characters that no table holds. Where not, it is said.
    pub fn is_whole(&mut self, row: &Row<'_>, columns: usize) -> bool {
        if row.len() != columns {
            let message =
                format!("row {} has {} columns and not {columns}: it is kept and not read", row.number, row.len());
            self.problem("row", message, row.span);
            return false;
        }
        if row.span.of(self.text).chars().any(|sign| sign.is_control() && sign != '\t') {
            let message = format!("row {} holds a control character: it is kept and not read", row.number);
            self.problem("row", message, row.span);
            return false;
        }
        true
    }

    /// Whether no row before has this id. Where one has, it is said.
    pub fn is_new(&mut self, row: &Row<'t>, id: &'t str, what: &str) -> bool {
        if let Some(before) = self.ids.get(id) {
            let message = format!("row {} has the {what} of row {before}: it is not counted again", row.number);
            self.problem("repeated", message, row.span);
            return false;
        }
        self.ids.insert(id, row.number);
        true
    }

    /// Says that something could not be read.
    pub fn problem(&mut self, kind: &'static str, message: String, span: Span) {
        let at = self.problems.iter().position(|(known, _)| *known == kind).unwrap_or(self.problems.len());
        if at == self.problems.len() {
            self.problems.push((kind, 0));
        }
        self.problems[at].1 += 1;
        if self.problems[at].1 <= MOST {
            self.reading.problems.push(Problem { kind: kind.to_owned(), message, span: Some(span) });
        }
    }

    /// The id of an actor, which is entered where it is new.
    pub fn actor(&mut self, who: Who, span: Span) -> String {
        let key = (who.kind, who.name.to_lowercase(), who.country.clone());
        let actors = &mut self.reading.actors;
        let place = *self.actors.entry(key).or_insert_with(|| {
            let id = format!("a{}", actors.len() + 1);
            let Who { name, kind, country, .. } = who.clone();
            actors.push(Actor { id, name, kind, country, roles: Vec::new(), mentions: Vec::new() });
            actors.len() - 1
        });
        let actor = &mut self.reading.actors[place];
        for role in who.roles {
            if !actor.roles.contains(&role) {
                actor.roles.push(role);
            }
        }
        actor.mentions.push(span);
        actor.id.clone()
    }

    /// The id of a place, which is entered where it is new.
    pub fn place(&mut self, name: &str, country: Option<String>, span: Span) -> String {
        let places = &mut self.reading.places;
        let place = *self.places.entry((name.to_owned(), country.clone())).or_insert_with(|| {
            let id = format!("p{}", places.len() + 1);
            places.push(Place { id, name: name.to_owned(), country, mentions: Vec::new() });
            places.len() - 1
        });
        self.reading.places[place].mentions.push(span);
        self.reading.places[place].id.clone()
    }

    /// The id of a day in a field, with its TIMEX3 value; none where there is no such day, which is said.
    pub fn day(&mut self, row: &Row<'_>, at: usize) -> Option<String> {
        let Some(day) = row.field(at).and_then(day) else {
            let stated = row.field(at).unwrap_or_default();
            let message = format!("row {} is of no day that there is: {stated:?}", row.number);
            self.problem("date", message, row.at(at));
            return None;
        };
        let id = format!("t{}", self.reading.times.len() + 1);
        let (span, value) = (row.at(at), day.to_string());
        let (text, kind) = (span.of(self.text).to_owned(), "DATE".to_owned());
        self.reading.times.push(Time { id: id.clone(), text, span, kind, value, r#mod: None });
        Some(id)
    }

    /// Enters the event of a row, unless its code is none, which is said.
    pub fn event(&mut self, row: &Row<'t>, code: usize, sides: Sides) {
        let Some(root) = row.field(code).and_then(cameo::root) else {
            let stated = row.field(code).unwrap_or_default();
            let message = format!("row {} has a code that CAMEO does not have: {stated:?}", row.number);
            self.problem("code", message, row.at(code));
            return;
        };
        self.reading.events.push(Event {
            id: format!("e{}", self.reading.events.len() + 1),
            kind: root.name().to_owned(),
            rank: 1,
            mode: None,
            contexts: Vec::new(),
            actor: sides.actor,
            target: sides.target,
            status: read::event::Status::Happened.name().to_owned(),
            claim: None,
            time: sides.time,
            place: sides.place,
            span: row.span,
        });
    }

    /// Enters that the outlet in one field says what another field names, at the address in a third.
    pub fn claim(&mut self, row: &Row<'t>, (outlet, cue, content): (usize, usize, usize)) {
        let (from, address, id) = (row.at(outlet), row.at(cue), row.at(content));
        let words = |span: Span| span.of(self.text).to_owned();
        let (source, told, content) = (words(from), words(address), words(id));
        let who =
            Who { name: source.clone(), kind: ActorKind::Organisation, country: None, roles: vec!["media".into()] };
        let actor = self.actor(who, from);
        self.reading.claims.push(Claim {
            id: format!("c{}", self.reading.claims.len() + 1),
            sentence: row.number - 1,
            source: Attributed {
                text: source,
                spans: vec![from],
                kind: SourceKind::Organisation,
                actor: Some(actor),
                resolved: None,
            },
            cue: Cue { text: told, spans: vec![address], lemma: "mention".to_owned() },
            content: Content { text: content, spans: vec![id], quoted: Quoted::None },
            stance: Stance::Says,
            polarity: Polarity::Positive,
            // The words are not there, so that nothing is known of how sure they are.
            certainty: Certainty { words: String::new(), low: 0.0, high: 1.0 },
            stage: Stage::None,
            within: None,
            time: None,
        });
    }

    /// The reading.
    pub fn close(mut self) -> Reading {
        for (kind, count) in self.problems.iter().filter(|(_, count)| *count > MOST) {
            let message = format!("{} more of this kind are not listed", count - MOST);
            self.reading.problems.push(Problem { kind: (*kind).to_owned(), message, span: None });
        }
        self.reading
    }
}

/// Who takes part in an event, when and where.
#[derive(Debug, Default)]
pub(super) struct Sides {
    /// Who does it.
    pub actor: Option<String>,
    /// To whom.
    pub target: Option<String>,
    /// When.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// A day in eight digits, or with dashes between.
fn day(text: &str) -> Option<Date> {
    let digits = match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => text.replace('-', ""),
        bytes if bytes.len() == 8 => text.to_owned(),
        _ => return None,
    };
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Date::new(digits.get(..4)?.parse().ok()?, digits.get(4..6)?.parse().ok()?, digits.get(6..)?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_where_they_stand_and_have_no_space_around_them() {
        let text = "\u{feff}ab\t c \t\r\n\n\td\n";
        let found: Vec<Row<'_>> = rows(text).collect();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].field(0), found[0].field(1), found[0].field(2)), (Some("ab"), Some("c"), None));
        assert_eq!(found[0].span.of(text), "ab\t c \t");
        assert_eq!((found[1].number, found[1].field(0), found[1].field(1)), (2, None, Some("d")));
    }

    #[test]
    fn a_day_is_one_that_there_is() {
        assert_eq!(day("20300228").map(|day| day.to_string()).as_deref(), Some("2030-02-28"));
        assert_eq!(day("2030-02-28").map(|day| day.to_string()).as_deref(), Some("2030-02-28"));
        for text in ["20300230", "2030022", "2030-2-28", "００300228", "20301301", "", "2030-02-2\u{e9}"] {
            assert_eq!(day(text), None, "{text:?}");
        }
    }
}
