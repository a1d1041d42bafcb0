//! GUM marks every phrase that speaks of something, nested; here the names in them are found.
//!
//! A phrase is a name if its head is a proper noun by its Penn tag. Of the phrase the words of the name are taken: the
//! proper nouns around the head and what joins them, without the titles and the peoples before a person.

use read::name::label::ANY;
use read::name::{Name, NameKind};
use read::parse::Rel;
use read::tag::Xpos;

use super::Text;
use crate::conllu::Sentence;

/// Nouns for offices, which GUM takes for proper nouns before a name and in *President of Corvania*.
const OFFICES: [&str; 37] = [
    "president",
    "minister",
    "secretary",
    "king",
    "queen",
    "prince",
    "princess",
    "senator",
    "governor",
    "mayor",
    "director",
    "professor",
    "dr.",
    "mr.",
    "mrs.",
    "ms.",
    "judge",
    "justice",
    "chairman",
    "chief",
    "commissioner",
    "representative",
    "general",
    "sir",
    "captain",
    "ambassador",
    "emperor",
    "miss",
    "lady",
    "mr",
    "dr",
    "mrs",
    "ms",
    "sen.",
    "gen.",
    "sheikh",
    "pope",
];

/// A marked phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    first: usize,
    last: usize,
    kind: String,
    /// The title of the encyclopedia's article about it, in lower case.
    article: String,
}

/// The documents of a treebank with their names.
pub fn read(sentences: &[Sentence]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    let mut document = usize::MAX;
    for sentence in sentences {
        if sentence.document != document || out.is_empty() {
            document = sentence.document;
            out.push(Text::default());
        }
        let Some(text) = out.last_mut() else { continue };
        let start = text.push(&sentence.tokens());
        let mut settled = vec![false; sentence.forms.len()];
        let mut phrases = phrases(&sentence.misc);
        phrases.sort_by_key(|phrase| (phrase.first, std::cmp::Reverse(phrase.last)));
        for phrase in &phrases {
            let Some((name, before)) = name(sentence, phrase) else { continue };
            // A date is settled as no name; a title before a person too.
            let Some(kind) = kind(phrase, sentence, &name) else {
                settled[name].fill(true);
                continue;
            };
            settled[before].fill(true);
            let own = Name { first: start + name.start, last: start + name.end - 1, kind };
            let apart = |other: &Name| other.last < own.first || other.first > own.last;
            if text.gold.iter().all(apart) {
                text.gold.push(own);
                settled[name].fill(true);
            }
        }
        for (at, settled) in settled.into_iter().enumerate() {
            let large = sentence.forms[at].starts_with(char::is_uppercase);
            let people =
                matches!(sentence.tags[at].xpos, Xpos::Jj) && sentence.lemmas[at].starts_with(char::is_uppercase);
            let many =
                sentence.tags[at].xpos == Xpos::Nnps && !settled && !is_office(&sentence.forms[at].to_lowercase());
            let people = people || many;
            let free = text.gold.iter().all(|name| name.last < start + at || name.first > start + at);
            if free && large && people && at > 0 {
                text.gold.push(Name { first: start + at, last: start + at, kind: NameKind::Other });
            } else if free && !settled && (is_proper(sentence, at) || people) {
                text.open[start + at] = ANY;
            }
        }
        text.gold.sort_by_key(|name| name.first);
    }
    out
}

/// Whether a word in lower case stands for an office, or for those who hold it.
fn is_office(word: &str) -> bool {
    OFFICES.contains(&word) || word.strip_suffix('s').is_some_and(|one| OFFICES.contains(&one))
}

fn is_proper(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.tags[at].xpos, Xpos::Nnp | Xpos::Nnps)
}

/// What a name names; `None` for a time.
fn kind(phrase: &Phrase, sentence: &Sentence, name: &std::ops::Range<usize>) -> Option<NameKind> {
    let people = name.len() == 1 && sentence.tags[name.start].xpos == Xpos::Nnps;
    match phrase.kind.as_str() {
        "time" => None,
        "person" if people => Some(NameKind::Other),
        "person" => Some(NameKind::Person),
        "organization" => Some(NameKind::Organisation),
        "place" => Some(NameKind::Place),
        _ => Some(NameKind::Other),
    }
}

/// The words of the name in a phrase, and the words of the phrase before it, if its head is a proper noun.
fn name(sentence: &Sentence, phrase: &Phrase) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let inside = phrase.first..=phrase.last;
    let head = inside.clone().find(|at| {
        sentence.heads[*at].checked_sub(1).is_none_or(|head| !inside.contains(&head))
            && sentence.rels[*at] != Rel::Punct
    })?;
    if !is_proper(sentence, head) {
        return None;
    }
    let person = phrase.kind == "person";
    let word = |at: usize| sentence.forms[at].to_lowercase();
    let joined = |from: usize, to: usize| -> bool {
        // What stands between two proper nouns, both exclusive.
        let between: Vec<String> = (from + 1..to).map(word).collect();
        let between = between.join(" ");
        let in_article = !between.is_empty()
            && !between.contains(',')
            && phrase.article.contains(&format!("{between} {}", word(to)));
        let plain = matches!(between.as_str(), "" | "-" | "&" | "/" | "." | "–");
        let of = matches!(between.as_str(), "of" | "of the" | "for" | "de" | "del" | "van" | "von" | "for the");
        plain
            || (of && !person)
            || in_article
            || (person && matches!(between.as_str(), "de" | "van" | "von" | "der" | "\""))
    };
    let named = |at: usize| {
        is_proper(sentence, at) && !(person && (sentence.rels[at] == Rel::NmodDesc || is_office(&word(at))))
    };
    let (mut from, mut to) = (head, head);
    // *Protector of the realm* is an office too.
    let office = !named(head) || head < phrase.last && word(head + 1) == "of";
    if person && office {
        return None;
    }
    while let Some(next) = (phrase.first..from).rev().take(4).find(|at| named(*at)) {
        if !joined(next, from) {
            break;
        }
        from = next;
    }
    while let Some(next) = (to + 1..=phrase.last).take(4).find(|at| named(*at)) {
        if !joined(to, next) {
            break;
        }
        to = next;
    }
    // *Apollo 11*, *Boeing 747*.
    let number = |at: usize| sentence.tags[at].xpos == Xpos::Cd;
    if !person && to < phrase.last && number(to + 1) && phrase.kind != "time" {
        to += 1;
    }
    Some((from..to + 1, phrase.first..from))
}

/// The phrases of a sentence by its MISC column: `Entity=(8-organization-…-Title(9-place-…)` opens two and closes one.
fn phrases(misc: &[String]) -> Vec<Phrase> {
    let mut open: Vec<(String, Phrase)> = Vec::new();
    let mut out = Vec::new();
    for (at, misc) in misc.iter().enumerate() {
        let Some(mut rest) = misc.split('|').find_map(|entry| entry.strip_prefix("Entity=")) else { continue };
        while !rest.is_empty() {
            if let Some(opened) = rest.strip_prefix('(') {
                let end = opened.find(['(', ')']).unwrap_or(opened.len());
                let cells: Vec<&str> = opened[..end].split('-').collect();
                let article = cells.get(7..).map(|cells| cells.join("-")).unwrap_or_default();
                let phrase = Phrase {
                    first: at,
                    last: at,
                    kind: cells.get(1).copied().unwrap_or_default().to_owned(),
                    article: article.replace('_', " ").replace("%2C", ",").replace("%27", "'").to_lowercase(),
                };
                rest = &opened[end..];
                if let Some(after) = rest.strip_prefix(')') {
                    out.push(phrase);
                    rest = after;
                } else {
                    open.push((cells.first().copied().unwrap_or_default().to_owned(), phrase));
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                let id = &rest[..end];
                if let Some(place) = open.iter().rposition(|(own, _)| own == id) {
                    let (_, phrase) = open.remove(place);
                    out.push(Phrase { last: at, ..phrase });
                }
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conllu;

    /// The names of a sentence, given as `form xpos head rel entity`.
    fn check(rows: &[&str], expected: &str) {
        let line = |(at, row): (usize, &&str)| {
            let [form, xpos, head, rel, entity] = row.split(' ').collect::<Vec<_>>()[..] else { return String::new() };
            format!("{}\t{form}\t{form}\tX\t{xpos}\t_\t{head}\t{rel}\t_\tEntity={entity}\n", at + 1)
        };
        let text: String = rows.iter().enumerate().map(line).collect();
        let texts = read(&conllu::read(&text).unwrap());
        let names: Vec<String> = texts[0]
            .gold
            .iter()
            .map(|name| {
                let words: Vec<&str> = (name.first..=name.last).map(|at| texts[0].word(at)).collect();
                format!("{:?} {}", name.kind, words.join(" "))
            })
            .collect();
        assert_eq!(names.join("; "), expected);
    }

    #[test]
    fn titles_and_peoples_are_no_part_of_a_persons_name() {
        check(
            &[
                "the DT 4 det (1-person-new-n-cf1-1-coref",
                "Corvanian JJ 4 amod _",
                "President NNP 4 nmod:desc _",
                "Dalia NNP 0 root _",
                "Verrin NNP 4 flat 1)",
            ],
            "Other Corvanian; Person Dalia Verrin",
        );
    }

    #[test]
    fn of_joins_the_name_of_a_body_and_what_is_inside_is_not_counted_again() {
        check(
            &[
                "University NNP 0 root (1-organization-new-n-cf1-1-coref",
                "of IN 3 case _",
                "Asher NNP 1 nmod (2-place-new-n-cf1-1-coref)1)",
            ],
            "Organisation University of Asher",
        );
    }

    #[test]
    fn a_common_noun_and_a_day_are_no_names() {
        check(&["ports NNS 0 root (1-place-new-n-cf1-1-coref)", "Monday NNP 1 obl (2-time-new-n-cf1-1-coref)"], "");
    }
}
