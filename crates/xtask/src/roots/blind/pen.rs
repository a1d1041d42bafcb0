//! What the pen strikes out of a sentence and puts into it. Each stroke says how many words it cost, none if the
//! sentence does not bear it.

use super::edit::{Word, agree};
use super::text::{self, is_capital};
use super::words::Words;
use crate::prng::Prng;

/// What a desk puts before a word within a sentence.
const INSERTS: [(&str, &[&str]); 12] = [
    ("was", &["reportedly", "subsequently", "itself"]),
    ("were", &["reportedly", "all", "subsequently"]),
    ("said", &["further", "later", "openly"]),
    ("said", &["also", "repeatedly", "in turn"]),
    ("had", &["apparently", "in fact", "by then"]),
    ("has", &["so far", "apparently", "since"]),
    ("have", &["so far", "apparently", "since"]),
    ("is", &["reportedly", "at this stage", "in effect"]),
    ("are", &["reportedly", "at this stage", "in effect"]),
    ("on", &["late", "early", "then"]),
    ("after", &["shortly", "some time", "only"]),
    ("two", &["some", "a total of", "at least"]),
];

/// Strikes out a word that the sentence does not need.
pub fn strike(sentence: &mut Vec<Word>, words: &Words, rng: &mut Prng) -> usize {
    let is_loose = |at: usize| {
        let word = sentence[at].text.as_str();
        // "He said that he" bears it, "the bomb that fell" does not.
        let bears = word != "that" || sentence[at - 1].text.ends_with(['d', 'y']);
        !sentence[at].fixed && bears && words.loose.contains(&word)
    };
    let places: Vec<usize> = (1..sentence.len()).filter(|&at| is_loose(at)).collect();
    if places.is_empty() || sentence.len() < 6 {
        return 0;
    }
    let at = places[rng.below(places.len())];
    sentence.remove(at);
    if at < sentence.len() {
        agree(sentence, at);
    }
    1
}

/// Strikes out a clause of up to eight words between commas or brackets.
pub fn strike_clause(sentence: &mut Vec<Word>, rng: &mut Prng) -> usize {
    let mut places = Vec::new();
    for from in 1..sentence.len() {
        for to in from + 1..sentence.len().min(from + 9) {
            let (first, last) = (&sentence[from].text, &sentence[to - 1].text);
            let commas = sentence[from - 1].text.ends_with(',') && last.ends_with([',', '.']) && !last.ends_with("..");
            let brackets = first.starts_with('(') && last.ends_with(')');
            let inner = sentence[from..to - 1].iter().any(|word| word.text.ends_with([',', ')']));
            let speaks = sentence.get(to).is_some_and(|next| next.fixed);
            if (commas || brackets) && !inner && !speaks && !sentence[from - 1..to].iter().any(|word| word.fixed) {
                places.push((from, to, commas));
            }
        }
    }
    if places.is_empty() || sentence.len() < 16 {
        return 0;
    }
    let (from, to, commas) = places[rng.below(places.len())];
    let end = sentence[to - 1].text.pop();
    sentence.drain(from..to);
    if commas {
        let before = &mut sentence[from - 1].text;
        before.pop();
        before.extend(end.filter(|&mark| mark != ',' || from % 2 == 0));
    }
    to - from
}

/// Strikes out what a long sentence ends with: when, where or for what.
pub fn strike_end(sentence: &mut Vec<Word>, rng: &mut Prng) -> usize {
    const HEADS: [&str; 12] =
        ["on", "in", "at", "with", "during", "for", "near", "since", "through", "across", "under", "including"];
    let length = sentence.len();
    if length < 16 || !sentence[length - 1].text.ends_with('.') {
        return 0;
    }
    let is_whole = |from: usize| {
        let tail = &sentence[from..];
        let plain = sentence[from - 1].text.ends_with(char::is_alphanumeric);
        let inner = tail[..tail.len() - 1].iter().all(|word| word.text.ends_with(char::is_alphanumeric));
        HEADS.contains(&tail[0].text.as_str()) && plain && inner && !tail.iter().any(|word| word.fixed)
    };
    let places: Vec<usize> = (length - 8..length - 2).filter(|&from| is_whole(from)).collect();
    if places.is_empty() {
        return 0;
    }
    let from = places[rng.below(places.len())];
    sentence.truncate(from);
    sentence[from - 1].text.push('.');
    length - from
}

/// Puts a word or two in before a verb or a day.
pub fn insert(sentence: &mut Vec<Word>, rng: &mut Prng) -> usize {
    let (before, choices) = INSERTS[rng.below(INSERTS.len())];
    let is_auxiliary = ["was", "were", "had", "has", "have", "is", "are"].contains(&before);
    let place = (1..sentence.len().saturating_sub(1)).find(|&at| {
        let next = &sentence[at + 1].text;
        let follows = match before {
            "on" => text::DAYS.iter().any(|day| next.starts_with(day)),
            _ => !is_auxiliary || ["ed", "en", "ing"].iter().any(|end| next.ends_with(end)),
        };
        sentence[at].text == before && follows && !sentence[at - 1..at + 2].iter().any(|word| word.fixed)
    });
    let Some(at) = place else { return 0 };
    sentence[at].fixed = true;
    // An adverb goes behind an auxiliary and before anything else.
    let at = at + usize::from(is_auxiliary);
    let put = choices[rng.below(choices.len())].split(' ').map(|word| Word { text: word.to_owned(), fixed: true });
    let put: Vec<Word> = put.collect();
    let cost = put.len();
    sentence.splice(at..at, put);
    cost
}

/// Opens the sentence with a phrase that leads over from the one before.
pub fn begin(sentence: &mut Vec<Word>, words: &Words, rng: &mut Prng) -> usize {
    let Some(first) = sentence.first().filter(|first| !first.fixed) else { return 0 };
    let small = first.text.to_lowercase();
    if is_capital(&first.text) && LOWERED.contains(&small.as_str()) {
        sentence[0] = Word { text: small, fixed: true };
    } else {
        return 0;
    }
    let put: Vec<Word> = words.openings[rng.below(words.openings.len())]
        .split(' ')
        .map(|word| Word { text: word.to_owned(), fixed: true })
        .collect();
    let cost = put.len();
    sentence.splice(0..0, put);
    cost
}

/// First words that are no names, and can stand in the middle of a sentence.
pub const LOWERED: [&str; 22] = [
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "his",
    "her",
    "its",
    "their",
    "this",
    "these",
    "there",
    "some",
    "two",
    "three",
    "officials",
    "police",
    "residents",
    "both",
    "one",
];

/// Ends the sentence with whom it is from.
pub fn finish(sentence: &mut [Word], words: &Words, rng: &mut Prng) -> usize {
    let long = sentence.len() > 7;
    let Some(last) = sentence.last_mut().filter(|last| long && !last.fixed && last.text.ends_with('.')) else {
        return 0;
    };
    let closing = words.closings[rng.below(words.closings.len())];
    last.text.pop();
    last.text = format!("{}, {closing}.", last.text);
    last.fixed = true;
    text::count(closing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(sentence: &str) -> Vec<Word> {
        sentence.split(' ').map(|word| Word { text: word.to_owned(), fixed: false }).collect()
    }

    fn text(sentence: &[Word]) -> String {
        sentence.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    const LONG: &str =
        "The mayor of the town, a former judge of the court, opened the new bridge over the river with a short speech.";

    #[test]
    fn a_clause_goes_with_its_commas_and_an_end_with_its_stop() {
        let mut sentence = words(LONG);
        assert_eq!(strike_clause(&mut sentence, &mut Prng::new(1)), 6);
        let left = "opened the new bridge over the river with a short speech.";
        assert!(text(&sentence).starts_with("The mayor of the town") && text(&sentence).ends_with(left));
        let mut sentence = words(LONG);
        assert_eq!(strike_end(&mut sentence, &mut Prng::new(1)), 4);
        assert!(text(&sentence).ends_with("over the river."));
    }

    #[test]
    fn a_quotation_is_not_touched() {
        let mut sentence = words(LONG);
        sentence.iter_mut().for_each(|word| word.fixed = true);
        let (rng, table) = (&mut Prng::new(1), &Words::new());
        for _ in 0..20 {
            strike(&mut sentence, table, rng);
            strike_clause(&mut sentence, rng);
            strike_end(&mut sentence, rng);
            insert(&mut sentence, rng);
            begin(&mut sentence, table, rng);
            finish(&mut sentence, table, rng);
        }
        assert_eq!(text(&sentence), LONG);
    }
}
