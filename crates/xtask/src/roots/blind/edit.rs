//! What an editor's pen does within a sentence: other words, words struck out, words put in, clauses moved.
//!
//! Nobody's quotation is reworded, and names and figures stay what they are.

use super::pen;
use super::text::{self, Body, bare, capitalised, is_capital};
use super::words::{LONGEST, Words};
use crate::prng::Prng;

/// A word of a sentence under the pen.
pub struct Word {
    /// The word with the marks around it.
    pub text: String,
    /// Within quotation marks, or touched before.
    pub fixed: bool,
}

/// Changes about `percent` in a hundred of the words of `body`: everywhere a little, or, if `patchy`, three in ten
/// sentences as much as they bear, and more only as far as these do not suffice.
pub fn edit(body: &mut Body, percent: usize, patchy: bool, words: &Words, rng: &mut Prng) {
    let mut budget = text::words(body) * percent / 100;
    let mut order: Vec<(usize, usize)> =
        body.iter().enumerate().flat_map(|(at, sentences)| (0..sentences.len()).map(move |to| (at, to))).collect();
    rng.shuffle(&mut order);
    let share = if patchy { order.len().div_ceil(3) } else { order.len() };
    for part in order.chunks(share.max(1)) {
        let mut opened: Vec<Vec<Word>> = part.iter().map(|&(at, to)| open(&body[at][to])).collect();
        // Each round of the pen gives every sentence one change; after two dozen a sentence bears no more.
        for _ in 0..24 {
            for sentence in &mut opened {
                if budget > 0 {
                    budget = budget.saturating_sub(change(sentence, words, rng));
                }
            }
        }
        for (&(at, to), sentence) in part.iter().zip(opened) {
            body[at][to] = close(&sentence);
        }
    }
}

fn open(sentence: &str) -> Vec<Word> {
    let mut quoted = false;
    let word = |word: &str| {
        let marks = word.matches(['"', '\u{201c}', '\u{201d}']).count();
        let fixed = quoted || marks > 0;
        quoted ^= marks % 2 == 1;
        Word { text: word.to_owned(), fixed }
    };
    sentence.split_whitespace().map(word).collect()
}

fn close(sentence: &[Word]) -> String {
    let words: Vec<&str> = sentence.iter().map(|word| word.text.as_str()).collect();
    words.join(" ")
}

/// One change of a sentence; how many words it cost.
fn change(sentence: &mut Vec<Word>, words: &Words, rng: &mut Prng) -> usize {
    match rng.below(20) {
        0..11 => reword(sentence, words, rng),
        11..14 => pen::strike(sentence, words, rng),
        14..16 if rng.percent(60) => pen::strike_clause(sentence, rng),
        14..16 => pen::strike_end(sentence, rng),
        16..19 => pen::insert(sentence, rng),
        _ if rng.percent(50) => pen::begin(sentence, words, rng),
        _ => pen::finish(sentence, words, rng),
    }
}

/// Puts a word or phrase of the table in the place of another.
fn reword(sentence: &mut Vec<Word>, words: &Words, rng: &mut Prng) -> usize {
    let mut places = Vec::new();
    for at in 0..sentence.len() {
        for length in (1..=LONGEST.min(sentence.len() - at)).rev() {
            let phrase = &sentence[at..at + length];
            // One capital is a name; the table knows the few of more words that have another form.
            let capitals = phrase.iter().filter(|word| is_capital(&word.text)).count();
            let is_name = at > 0 && capitals > 0 && (length == 1 || capitals < length);
            let inner = phrase[..length - 1].iter().any(|word| !word.text.ends_with(char::is_alphanumeric));
            if is_name || inner || phrase.iter().any(|word| word.fixed) {
                continue;
            }
            let others = words.others(&bare(&close(phrase)));
            if !others.is_empty() {
                places.push((at, length, others));
                break;
            }
        }
    }
    if places.is_empty() {
        return 0;
    }
    let (at, length, others) = places.swap_remove(rng.below(places.len()));
    let old = close(&sentence[at..at + length]);
    let inside = |letter: char| !letter.is_alphanumeric();
    let head = old.len() - old.trim_start_matches(inside).len();
    let tail = old.trim_end_matches(inside).len();
    let mut new = others[rng.below(others.len())].to_owned();
    if is_capital(&old) {
        new = capitalised(&new);
    }
    new = format!("{}{new}{}", &old[..head], &old[tail..]);
    let put: Vec<Word> = new.split_whitespace().map(|word| Word { text: word.to_owned(), fixed: true }).collect();
    let cost = length.max(put.len());
    sentence.splice(at..at + length, put);
    agree(sentence, at);
    cost
}

/// Makes the article before the word at `at` agree with it.
pub fn agree(sentence: &mut [Word], at: usize) {
    let Some(before) = at.checked_sub(1) else { return };
    let vowel = bare(&sentence[at].text).starts_with(['a', 'e', 'i', 'o', 'u']);
    let new = match sentence[before].text.as_str() {
        "a" if vowel => "an",
        "A" if vowel => "An",
        "an" if !vowel => "a",
        "An" if !vowel => "A",
        _ => return,
    };
    new.clone_into(&mut sentence[before].text);
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Several people were injured after an explosion destroyed a building in the city on Monday. \
        Police said \"the explosion was huge\" and that an investigation started immediately, officials said.";

    fn edited(percent: usize) -> String {
        let mut body = vec![text::sentences(REPORT)];
        edit(&mut body, percent, false, &Words::new(), &mut Prng::new(3));
        body[0].join(" ")
    }

    #[test]
    fn nothing_changes_at_nought_and_more_at_twenty_than_at_five() {
        let kept = |text: &str| REPORT.split(' ').filter(|word| text.contains(*word)).count();
        assert_eq!(edited(0), REPORT);
        assert!(kept(&edited(5)) > kept(&edited(25)));
    }

    #[test]
    fn nobody_is_quoted_with_other_words() {
        assert!(edited(25).contains("\"the explosion was huge\""), "{}", edited(25));
    }

    #[test]
    fn the_article_agrees_with_the_new_word() {
        let mut sentence = open("An blast");
        agree(&mut sentence, 1);
        assert_eq!(close(&sentence), "A blast");
    }
}
