//! Sources: what kind each is, and which of them are the same within a document.

use record::reading::{Actor, ActorKind, SourceKind};
use record::span::Span;

use crate::language::Language;
use crate::segment::Segments;

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub actors: Vec<Actor>,
}

impl Cast {
    /// The kind of the source at `span`, the actor it is, and the full name that its words stand for.
    pub(super) fn meet(
        &mut self,
        text: &str,
        segments: &Segments,
        span: Span,
        language: &Language,
    ) -> (SourceKind, Option<String>, Option<String>) {
        let from = segments.tokens.partition_point(|token| token.start < span.start);
        let words: Vec<&str> = segments.tokens[from..]
            .iter()
            .take_while(|token| token.end <= span.end)
            .map(|token| token.of(text))
            .collect();
        let lists = |list: &[&str], word: &&str| list.iter().any(|entry| entry.eq_ignore_ascii_case(word));
        let name = name_in(&words, language);
        // "The Harbour Herald" is a name, and that of a body where a noun in it says so.
        let body = |name: &str| {
            words.iter().any(|word| lists(language.bodies, word) && (name.contains(*word) || !name.contains(' ')))
        };
        if let Some(name) = name.filter(|name| !body(name)) {
            let (id, full) = self.person(&name, span);
            return (SourceKind::Named, Some(id), (full != name).then_some(full));
        }
        let head = words
            .iter()
            .take_while(|word| !matches!(**word, "," | "in" | "of" | "at" | "with" | "for" | "on" | "who" | "to"))
            .last();
        let kind = match head {
            Some(word) if lists(language.papers, word) => SourceKind::Document,
            Some(word) if lists(language.bodies, word) => SourceKind::Organisation,
            Some(word) if lists(language.unnamed, word) => SourceKind::Unnamed,
            Some(word) if *word != "One" && word.chars().next().is_some_and(char::is_uppercase) => {
                SourceKind::Organisation
            }
            _ => SourceKind::Unnamed,
        };
        (kind, None, None)
    }

    /// The actor of a person's name: one already met whose full name ends with it, or a new one.
    fn person(&mut self, name: &str, span: Span) -> (String, String) {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let known = self
            .actors
            .iter_mut()
            .find(|actor| actor.name == name || (name == last && actor.name.rsplit(' ').next() == Some(last)));
        if let Some(actor) = known {
            actor.mentions.push(span);
            return (actor.id.clone(), actor.name.clone());
        }
        let id = format!("a{}", self.actors.len() + 1);
        let actor = Actor {
            id: id.clone(),
            name: name.to_owned(),
            kind: ActorKind::Person,
            country: None,
            roles: Vec::new(),
            mentions: vec![span],
        };
        self.actors.push(actor);
        (id, name.to_owned())
    }
}

/// The last run of capitalised words in a source that can be a person's name, without titles.
fn name_in(words: &[&str], language: &Language) -> Option<String> {
    // "a senior official of the Northern Alliance" is no name; "the ministry's spokeswoman, Dalia Verrin" ends in one.
    let parts: Vec<&[&str]> = words.split(|word| *word == ",").filter(|part| !part.is_empty()).collect();
    let named = |part: &&&[&str]| {
        part.len() < 5
            && part.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
            && !language.starts_sentences(part[0])
    };
    let first = parts.first().copied().unwrap_or(words);
    let before_comma = parts.iter().skip(1).find(named).copied().unwrap_or(first);
    let head = before_comma
        .iter()
        .position(|word| matches!(*word, "of" | "in" | "at" | "for" | "with" | "from" | "to" | "on"));
    let before_comma = &before_comma[..head.unwrap_or(before_comma.len())];
    let mut run: Vec<&str> = Vec::new();
    let mut best: Vec<&str> = Vec::new();
    for (index, word) in before_comma.iter().enumerate() {
        let capital = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().nth(1).is_none_or(|second| second.is_lowercase() || second == '.');
        let ordinary = language.is_title(word) || (index == 0 && language.starts_sentences(word));
        if capital && !ordinary && *word != "Minister" && *word != "President" {
            run.push(word);
        } else {
            run.clear();
        }
        if run.len() >= best.len() && !run.is_empty() {
            best.clone_from(&run);
        }
    }
    let ends_with_name = before_comma.last().is_some_and(|last| best.last() == Some(last));
    (ends_with_name && !best.is_empty()).then(|| best.join(" "))
}
